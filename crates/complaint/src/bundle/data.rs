//! What the page carries: each entry that its reader may see, with its receipt and what
//! opens it, and the signed head under which all of them lie.

use super::Wanted;
use crate::{Complaint, case::Moment, proof::line};
use redress_kernel::Instant;
use redress_store::{Error, Read, note::Verifier, proof};
use serde_json::{Value, json};

/// More would be a page that no browser likes to open.
const ENTRIES_MAX: usize = 1_000;

/// A case ready to be drawn.
pub struct Bundle {
    pub reference: String,
    pub lines: Vec<Line>,
    pub checkpoint: String,
    pub keys: Vec<String>,
    /// There are more entries than one page holds.
    pub more: bool,
    pub wanted: Wanted,
    pub made_at: Instant,
}

/// One entry: as the case tells it, and as it is proved.
pub struct Line {
    pub moment: Moment,
    pub proved: Value,
}

/// The timeline is what this reader may know of the case: an entry that it does not
/// tell of is not in the page either.
pub fn bundle(
    reader: &mut impl Read,
    case: &Complaint,
    keys: &[Verifier],
    wanted: Wanted,
    made_at: Instant,
) -> Result<Bundle, Error> {
    let mut lines = Vec::new();
    for moment in case.timeline.iter().take(ENTRIES_MAX) {
        let (Some(entry), Some(proof)) = (reader.entry(moment.seq)?, proof(reader, moment.seq)?)
        else {
            continue;
        };
        lines.push(Line {
            moment: moment.clone(),
            proved: line(&entry, &proof, keys, wanted.opened),
        });
    }
    Ok(Bundle {
        reference: case.reference.clone(),
        lines,
        checkpoint: reader.checkpoint()?.unwrap_or_default(),
        keys: keys.iter().map(Verifier::text).collect(),
        more: case.timeline.len() > ENTRIES_MAX,
        wanted,
        made_at,
    })
}

impl Bundle {
    /// As programs read it out of the page: what holds for all in the first line, and each
    /// entry in one of its own, so that a damaged one is no harm to the others.
    pub fn data(&self) -> String {
        let entries = self.lines.iter().map(|line| line.proved.to_string());
        let all: Vec<String> = [self.head().to_string()]
            .into_iter()
            .chain(entries)
            .collect();
        all.join("\n")
    }

    fn head(&self) -> Value {
        json!({
            "format": "redress-case",
            "version": 1,
            "reference": self.reference,
            "made_at": self.made_at.to_string(),
            "language": self.wanted.language.tag(),
            "opened": self.wanted.opened,
            "more": self.more,
            "checkpoint": self.checkpoint,
            "keys": self.keys,
        })
    }
}

/// A value of an entry with the way to it: what the page shows in one row.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// "record" or "personal".
    pub part: &'static str,
    /// `/complainant/name`
    pub at: String,
    pub value: String,
}

/// Every value that is there, part by part; the script counts the same.
pub fn rows(proved: &Value) -> Vec<Row> {
    let mut found = Vec::new();
    for part in ["record", "personal"] {
        let text = proved.get(part).and_then(|its| its.get("text"));
        let value = text.and_then(Value::as_str).map(serde_json::from_str);
        if let Some(Ok(value)) = value {
            walk(part, &value, String::new(), &mut found);
        }
    }
    found
}

fn walk(part: &'static str, value: &Value, at: String, found: &mut Vec<Row>) {
    let plain = |value: String| Row {
        part,
        at: at.clone(),
        value,
    };
    match value {
        Value::Null => {}
        Value::String(text) if text.is_empty() => {}
        Value::String(text) => found.push(plain(text.clone())),
        Value::Bool(_) | Value::Number(_) => found.push(plain(value.to_string())),
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                walk(part, item, format!("{at}/{n}"), found);
            }
        }
        Value::Object(members) => {
            for (name, item) in members {
                walk(part, item, format!("{at}/{name}"), found);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_its_row_and_nothing_has_none() {
        let proved = json!({
            "record": { "salt": "00", "text": r#"{"channel":"web","days":[1,2],"gone":null,"late":false}"# },
            "personal": { "salt": "00", "text": r#"{"complainant":{"email":"","name":"Rasa <b>"}}"# },
        });
        let found: Vec<(String, String)> = rows(&proved)
            .into_iter()
            .map(|row| (format!("{}{}", row.part, row.at), row.value))
            .collect();
        let expected = [
            ("record/channel", "web"),
            ("record/days/0", "1"),
            ("record/days/1", "2"),
            ("record/late", "false"),
            ("personal/complainant/name", "Rasa <b>"),
        ];
        let expected = expected.map(|(at, value)| (at.to_owned(), value.to_owned()));
        assert_eq!(found, expected);
        assert_eq!(rows(&json!({ "record": null, "personal": null })), []);
    }
}
