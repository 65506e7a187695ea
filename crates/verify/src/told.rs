//! What was found, in plain words, or as JSON for a program.

use redress_verify::{
    Proved, Receipt, Unreadable, Wrong, bundle::Fault, folder::Verdict, hex, journal::Found,
    time::utc,
};
use serde_json::{Value, json};
use std::path::Path;

pub struct Told {
    pub proved: bool,
    lines: Vec<String>,
    object: Value,
}

const CLAIMED: &str = "The key came with the proof itself: compare it with the one that the organisation publishes, or give that with --key.";
const BESIDE: &str = "Every value that the page shows of an entry is what was recorded. Its headings and explanations are the organisation's own words, and that the case has no other entries is not proved.";
const GO_ON: &str = "Keep the file as it is, fetch it once more from where it came, and ask the organisation; if it stays so, show both to whoever supervises it.";

impl Told {
    fn not(code: &str, why: impl Into<String>) -> Told {
        let why = why.into();
        Told {
            proved: false,
            object: json!({ "proved": false, "code": code, "why": why }),
            lines: vec![why, GO_ON.to_owned()],
        }
    }

    pub fn of_folder(verdict: Result<Verdict, Found>, against: usize) -> Told {
        let verdict = match verdict {
            Ok(verdict) => verdict,
            Err(found) => {
                let mut told =
                    Told::not("changed", format!("Entry {}: {}.", found.entry, found.why));
                told.add("first_bad", json!({ "seq": found.entry, "why": found.why }));
                return told;
            }
        };
        let last = verdict.last_at.map(utc).unwrap_or_default();
        let held = match against {
            0 => "Nothing kept elsewhere was compared: an old state, or one written anew with the true key, would look the same. Use --against with a receipt or checkpoint.".to_owned(),
            n => format!("It continues all {n} states that were kept elsewhere."),
        };
        let mut lines = vec![
            format!(
                "{} entries of {} are as they were signed, the last recorded at {last}.",
                verdict.entries, verdict.origin
            ),
            format!(
                "The signed journal has {} entries and the root {}.",
                verdict.size,
                hex(&verdict.root)
            ),
            format!("Signed by {}", verdict.signer),
        ];
        lines.extend(verdict.own_key.then(|| CLAIMED.to_owned()));
        lines.push(held);
        Told {
            proved: true,
            object: json!({
                "proved": true, "of": verdict.of, "entries": verdict.entries, "size": verdict.size,
                "root": hex(&verdict.root), "origin": verdict.origin, "signer": verdict.signer,
                "own_key": verdict.own_key, "against": against,
            }),
            lines,
        }
    }

    /// A case that left as one page.
    pub fn of_page(verdict: Result<Verdict, Found>, against: usize) -> Told {
        let mut told = Told::of_folder(verdict, against);
        if told.proved {
            told.lines.push(BESIDE.to_owned());
        }
        told
    }

    pub fn proved(receipt: &Receipt, proved: &Proved, own_key: bool, opened: bool) -> Told {
        let leaf = &receipt.leaf;
        let mut lines = vec![
            format!(
                "Entry {} ({}) was in the journal {} when it had {} entries.",
                leaf.seq, leaf.kind, proved.origin, proved.size
            ),
            format!(
                "It says that it was recorded at {}; another time would lead to another root.",
                utc(leaf.recorded_at)
            ),
            format!("Mark {}", leaf.mark()),
            format!("Signed by {}", proved.signer.text()),
        ];
        lines.extend(own_key.then(|| CLAIMED.to_owned()));
        lines.extend(opened.then(|| {
            "The texts in the file are, letter by letter, what the entry commits to.".to_owned()
        }));
        lines.push("Not proved: that the entry is still there today (ask /verify of that installation, or check an export of its journal with --against this file), and that what it says is true.".to_owned());
        Told {
            proved: true,
            object: json!({
                "proved": true, "of": "receipt", "entry": leaf.seq, "kind": leaf.kind,
                "recorded_at": utc(leaf.recorded_at), "mark": leaf.mark(), "origin": proved.origin,
                "size": proved.size, "signer": proved.signer.text(), "own_key": own_key, "opened": opened,
            }),
            lines,
        }
    }

    pub fn forked(receipt: &Receipt, name: &str) -> Told {
        let why = format!(
            "The receipt and {name} are both signed, for the same {} entries, with different roots: there are two versions of this journal.",
            receipt.note.size
        );
        Told::not("forked", why)
    }

    pub fn without_key(receipt: &Receipt) -> Told {
        let why = format!(
            "The receipt names no key. Get the public key of {} from the organisation and give it with --key.",
            receipt.note.origin
        );
        Told::not("no-key", why)
    }

    pub fn unreadable(unreadable: Unreadable) -> Told {
        let (code, why) = match unreadable {
            Unreadable::Empty => ("empty", "The file is empty.".to_owned()),
            Unreadable::TooLarge => (
                "too-large",
                "The file is far larger than a receipt.".to_owned(),
            ),
            Unreadable::NotOne => (
                "not-one",
                "This is no receipt: it does not begin with c2sp.org/tlog-proof@v1.".to_owned(),
            ),
            Unreadable::Cut => ("cut", "The receipt is cut off before its end.".to_owned()),
            Unreadable::Garbled(what) => (
                "garbled",
                format!("A line of the receipt is damaged: {what}."),
            ),
        };
        Told::not(code, why)
    }

    pub fn fault(fault: Fault, receipt: &Receipt) -> Told {
        let origin = &receipt.note.origin;
        match fault {
            Fault::Unreadable(unreadable) => Told::unreadable(unreadable),
            Fault::Wrong(Wrong::OtherKey) => Told::not(
                "other-key",
                format!(
                    "It was not signed with this key. It says that it is of {origin}: use the public key of that journal."
                ),
            ),
            Fault::Wrong(Wrong::Forged) => Told::not(
                "forged",
                "The checkpoint in it is forged or damaged: the key that it names did not sign it.",
            ),
            Fault::Wrong(Wrong::NotInTree) => Told::not(
                "not-in-tree",
                "The signature is right, but the entry does not belong to the signed journal: entry or path were changed.",
            ),
            Fault::Beside => Told::not(
                "beside",
                "What stands beside the receipt in this file is not what the receipt is of.",
            ),
            Fault::Opened => Told::not(
                "opened",
                "A text in this file is not the one that the entry commits to.",
            ),
        }
    }

    fn add(&mut self, name: &str, value: Value) {
        if let Some(members) = self.object.as_object_mut() {
            members.insert(name.to_owned(), value);
        }
    }

    pub fn print(mut self, path: &Path, json: bool) {
        self.add("path", path.display().to_string().into());
        if json {
            return print(&format!("{}\n", self.object));
        }
        let verdict = if self.proved { "PROVED" } else { "NOT PROVED" };
        let lines = self.lines.join("\n  ");
        print(&format!("{verdict}  {}\n  {lines}\n", path.display()));
    }
}

#[allow(clippy::print_stdout, reason = "this is what the command is for")]
pub fn print(text: &str) {
    print!("{text}");
}

#[allow(clippy::print_stderr, reason = "the one line that says why it ended")]
pub fn complain(text: &str) {
    eprintln!("redress-verify: {text}");
}
