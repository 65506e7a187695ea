//! A case as it left the house: a line for each fact, with its receipt and what opens
//! its two parts; and the single file that opens one receipt.

use crate::{
    Key, Proved, Receipt, Unreadable, Wrong,
    committed::{Files, PERSONAL, RECORD, opens},
    time::utc,
    tree::Hash,
};
use serde_json::Value;

/// Why a line proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    Unreadable(Unreadable),
    Wrong(Wrong),
    /// What stands beside the receipt is not what the receipt is of.
    Beside,
    /// A text does not open its commitment.
    Opened,
}

/// One line of `entries.jsonl`, or the whole of a `.proof.json`.
pub fn check(text: &str, keys: &[Key]) -> Result<(Receipt, Proved), Fault> {
    let value: Value =
        serde_json::from_str(text).map_err(|_| Fault::Unreadable(Unreadable::NotOne))?;
    let receipt = Receipt::read(text.as_bytes()).map_err(Fault::Unreadable)?;
    let proved = receipt.check(keys).map_err(Fault::Wrong)?;
    let leaf = &receipt.leaf;
    let is = |name: &str, wanted: Value| value.get(name).is_none_or(|said| *said == wanted);
    let beside = is("entry", leaf.seq.into())
        && is("kind", leaf.kind.as_str().into())
        && is("recorded_at", utc(leaf.recorded_at).into())
        && is("leaf", receipt.leaf_text.as_str().into());
    if !beside {
        return Err(Fault::Beside);
    }
    let record = part(&value, "record", RECORD, Some(leaf.record));
    let personal = part(&value, "personal", PERSONAL, leaf.personal);
    match record && personal {
        true => Ok((receipt, proved)),
        false => Err(Fault::Opened),
    }
}

/// Null says that it was erased or is not shown; anything else has to open.
fn part(line: &Value, name: &str, tag: &str, committed: Option<Hash>) -> bool {
    match (line.get(name), committed) {
        (None | Some(Value::Null), _) => true,
        (Some(_), None) => false,
        (Some(part), Some(committed)) => {
            let text = |name| part.get(name).and_then(Value::as_str);
            match (text("salt"), text("text")) {
                (Some(salt), Some(text)) => opens(tag, &committed, salt, text),
                _ => false,
            }
        }
    }
}

/// Remembers the files that a line speaks of.
pub(crate) fn heard(files: &mut Files, entry: u64, line: &str) {
    let value: Value = serde_json::from_str(line).unwrap_or_default();
    let read = |name: &str| -> Option<Value> {
        serde_json::from_str(value.get(name)?.get("text")?.as_str()?).ok()
    };
    if let Some(record) = read("record") {
        files.heard(entry, &record, read("personal").as_ref(), false);
    }
}
