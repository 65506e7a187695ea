//! Every day the lists of the desk are held against the books that were kept by hand:
//! each thing that is owed lies ahead, or stands in the list of what is overdue.

use crate::{
    ledger::{Ledger, Owed},
    limits,
    office::Office,
};
use redress_kernel::Instant;
use std::collections::BTreeMap;

/// What the desk's list says of one complaint.
#[derive(Debug, Clone)]
pub struct Listed {
    pub due_at: Option<Instant>,
}

pub type List = BTreeMap<String, Listed>;

/// A whole queue, page by page, as a program of a manager gets it.
pub fn list(office: &Office, queue: &str) -> List {
    let mut all = List::new();
    let mut cursor = String::new();
    loop {
        let page = office.gets(&format!(
            "/api/v1/complaints?queue={queue}&limit=200{cursor}"
        ));
        for item in page["items"].as_array().expect("items") {
            let due_at = item["due_at"]
                .as_str()
                .map(|at| at.parse().expect("a time"));
            let reference = item["reference"].as_str().expect("a reference");
            all.insert(reference.to_owned(), Listed { due_at });
        }
        let Some(next) = page["next"].as_str() else {
            return all;
        };
        cursor = format!("&cursor={next}");
    }
}

/// The limits of every complaint that something happened to.
pub fn count(ledger: &mut Ledger) {
    for book in ledger
        .books
        .values_mut()
        .filter(|book| book.limits.is_none())
    {
        book.limits = Some(limits::counted(book));
    }
}

/// What differs today; nothing, if all is well.
pub fn today(office: &Office, ledger: &mut Ledger) -> Vec<String> {
    let now = office.now();
    count(ledger);
    let mut found = std::mem::take(&mut ledger.faults);
    let (open, overdue) = (list(office, "all"), list(office, "overdue"));
    for book in ledger.books.values() {
        let owed = book.owed();
        let about = |what: String| format!("{} on {now}: {what}", book.reference);
        let listed = open.get(&book.reference);
        if listed.is_some() != book.is_open() {
            found.push(about(format!(
                "open {}, in the list {}",
                book.is_open(),
                listed.is_some()
            )));
        }
        let late: Vec<&Owed> = owed.iter().filter(|it| it.due < now).collect();
        let stands = overdue.contains_key(&book.reference);
        if stands == late.is_empty() && !(book.is_uncertain() && stands) {
            found.push(about(format!(
                "overdue by hand {late:?}, in the list of what is overdue: {stands}"
            )));
        }
        let first = owed.iter().min_by_key(|it| it.due);
        let said = listed.and_then(|it| it.due_at);
        let right = match first {
            Some(first) if book.is_uncertain() => said.is_some_and(|said| said <= first.due),
            _ => said == first.map(|it| it.due) || book.is_uncertain(),
        };
        if listed.is_some() && !right {
            found.push(about(format!(
                "next by hand {first:?}, in the list {said:?}"
            )));
        }
    }
    found
}
