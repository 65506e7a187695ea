//! Who is kept apart from the case and why, for those who work on it.

use redress_complaint::{
    Complaint,
    at::At,
    case::{Conflict, OpenedFor},
    panel::{Evidence, Found, Row, Shown},
};
use redress_kernel::words::Message;

pub const EVIDENCE: &[Evidence] = &[Evidence {
    key: "judges-declared",
    clause: "4.7",
    state: |c| {
        let judges = c.decisions.iter().filter(|decision| !decision.taken_back);
        let mut judges = judges.peekable();
        match c.concerns.is_empty() || judges.peek().is_none() {
            true => Found::NotNeeded,
            false => Found::when(judges.all(|decision| c.impartial.contains(&decision.by))),
        }
    },
}];

pub fn panel(c: &Complaint, _: &At) -> Vec<Row> {
    let mut rows = Vec::new();
    if !c.above.is_empty() {
        let line = c.above.iter().map(|person| Shown::Person(*person));
        rows.push(Row::new("row-line-above", Shown::List(line.collect())));
    }
    let conflicts = c.conflicts.iter().zip(1i64..);
    rows.extend(conflicts.map(|(conflict, number)| declared(conflict, number)));
    rows.extend(c.opened_for.iter().map(opened));
    rows
}

fn declared(conflict: &Conflict, number: i64) -> Row {
    let line = Message::new("conflict-line")
        .with("number", number)
        .with("at", conflict.at);
    let mut lines = vec![Shown::Person(conflict.person), Shown::Said(line)];
    if !conflict.reason.is_empty() {
        lines.push(Shown::Text(conflict.reason.clone()));
    }
    Row::new("row-conflict", Shown::List(lines))
}

fn opened(open: &OpenedFor) -> Row {
    let until = Message::new("opened-until").with("until", open.until);
    let lines = vec![Shown::Person(open.person), Shown::Said(until)];
    Row::new("row-opened-for", Shown::List(lines))
}
