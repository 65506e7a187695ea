//! The people complained about, as the investigator sees them.

use super::answering::is_called_for;
use redress_complaint::{
    Complaint,
    at::At,
    case::{Concern, Unnamed},
    panel::{Evidence, Found, Row, Shown},
};
use redress_kernel::words::Message;

pub const EVIDENCE: &[Evidence] = &[
    Evidence {
        key: "concern-heard",
        clause: "4.7",
        state: |c| {
            let heard = |concern: &Concern| concern.told_at.is_some() && concern.heard_at.is_some();
            for_each_person(c, is_called_for(c), heard)
        },
    },
    Evidence {
        key: "concern-informed",
        clause: "7.8",
        state: |c| for_each_person(c, true, |concern| concern.informed_at.is_some()),
    },
];

fn for_each_person(c: &Complaint, called_for: bool, done: impl Fn(&Concern) -> bool) -> Found {
    if c.concerns.is_empty() || !called_for {
        return Found::NotNeeded;
    }
    Found::when(c.concerns.iter().all(done))
}

pub fn panel(c: &Complaint, _: &At) -> Vec<Row> {
    let unnamed = c.unnamed.iter().map(mistaken);
    c.concerns.iter().map(person).chain(unnamed).collect()
}

fn mistaken(it: &Unnamed) -> Row {
    let number = Message::new("concern-line").with("number", i64::from(it.number));
    let who = match it.colleague {
        Some(colleague) => Shown::Person(colleague),
        None => Shown::Text(it.name.clone()),
    };
    let when = Message::new("concern-line-unnamed").with("at", it.at);
    let lines = vec![Shown::Said(number), who, Shown::Said(when)];
    Row::new("row-unnamed", Shown::List(lines))
}

/// One list for each person: who, then what happened with them so far.
fn person(concern: &Concern) -> Row {
    let number = Message::new("concern-line").with("number", i64::from(concern.number));
    let mut lines = vec![Shown::Said(number), who(concern)];
    if let Some(at) = concern.told_at {
        lines.push(Shown::Said(
            Message::new("concern-line-told").with("at", at),
        ));
    }
    if let Some(at) = concern.heard_at {
        let key = if concern.declined {
            "concern-line-declined"
        } else {
            "concern-line-heard"
        };
        lines.push(Shown::Said(Message::new(key).with("at", at)));
    }
    if !concern.account.is_empty() {
        lines.push(Shown::Text(concern.account.clone()));
    }
    if let Some(at) = concern.informed_at {
        lines.push(Shown::Said(
            Message::new("concern-line-informed").with("at", at),
        ));
    }
    Row::new("row-concern", Shown::List(lines))
}

fn who(concern: &Concern) -> Shown {
    match concern.colleague {
        Some(colleague) => Shown::Person(colleague),
        None => Shown::Text(concern.name.clone()),
    }
}
