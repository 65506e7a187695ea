//! What the case page shows of it: why, until when, who was told, who confirmed.

use redress_complaint::{
    Complaint,
    at::At,
    case::{Significant, Told},
    panel::{Evidence, Found, Row, Shown},
};
use redress_kernel::words::Message;

use super::notice::WHAT;

pub const EVIDENCE: &[Evidence] = &[
    Evidence {
        key: "top-management-told",
        clause: "5.4",
        state: |c| match &c.significant {
            None => Found::NotNeeded,
            // Whoever confirms it knows of it, whichever way the word came.
            Some(it) => Found::when(told(c).next().is_some() || it.confirmed_at.is_some()),
        },
    },
    Evidence {
        key: "top-management-confirmed",
        clause: "5.4",
        state: |c| match &c.significant {
            None => Found::NotNeeded,
            Some(it) => Found::when(it.confirmed_at.is_some()),
        },
    },
];

fn told(c: &Complaint) -> impl Iterator<Item = &Told> {
    c.told.iter().filter(|told| told.what == WHAT)
}

pub fn panel(c: &Complaint, _: &At) -> Vec<Row> {
    let Some(it) = &c.significant else {
        return Vec::new();
    };
    let ground = |code: &String| Shown::Said(Message::new(format!("ground-{code}")));
    let grounds = it.grounds.iter().map(ground).collect();
    let mut rows = vec![
        Row::new("row-grounds", Shown::List(grounds)),
        Row::new("row-significant-since", Shown::Moment(it.since)),
    ];
    if it.confirmed_at.is_none() {
        rows.push(Row::new("row-confirm-by", Shown::Moment(it.confirm_by)));
    }
    rows.extend(told(c).map(|told| {
        let line = vec![Shown::Person(told.person), Shown::Moment(told.at)];
        Row::new("row-told", Shown::List(line))
    }));
    rows.extend(confirmations(it));
    rows
}

fn confirmations(it: &Significant) -> Vec<Row> {
    let line = |said: &redress_complaint::case::Confirmation| {
        let words = Shown::Text(said.note.clone());
        let line = vec![Shown::Person(said.by), Shown::Moment(said.at), words];
        Row::new("row-confirmed", Shown::List(line))
    };
    it.confirmations.iter().map(line).collect()
}
