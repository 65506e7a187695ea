//! Every day the lists of the desk are held against the books that were kept by hand:
//! each thing that is owed lies ahead, or stands in the list of what is overdue.

use crate::{
    book::Owed,
    days::{local, morning_of},
    ledger::Ledger,
    limits,
    office::Office,
};
use redress_kernel::{Id, Instant};
use redress_store::{Error, Read, sql};
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

/// What stands in the rows of obligations: what, until when, and whether it counts.
type Rows = BTreeMap<Id, Vec<(Owed, bool)>>;

fn rows(office: &Office) -> Rows {
    let read = office.house.db.read_now(|reader| -> Result<_, Error> {
        let query = sql("SELECT complaint, code, until_at, counted FROM obligation
             ORDER BY complaint, code, number LIMIT 1000000");
        reader.rows(&query, |row| {
            let (what, due) = (row.text(1)?, row.instant(2)?);
            Ok((row.id(0)?, (Owed { what, due }, row.int(3)? == 1)))
        })
    });
    let mut all = Rows::new();
    for (id, row) in read.expect("read") {
        all.entry(id).or_default().push(row);
    }
    all
}

/// The book does not keep the notices of extensions.
const EITHER_WAY: [&str; 1] = ["notice"];

/// Each thing that is owed has its row, each row that is overdue is owed, and whoever
/// had to be told of an end that has passed was told on the next day of work.
fn obligations(office: &Office, ledger: &mut Ledger) -> Vec<String> {
    let (now, on_file) = (office.now(), rows(office));
    let days = ledger.days().clone();
    let reminds = redress_complaint::obligations::SLICE.meanwhile.is_some();
    let morning = morning_of(now, &days.zone);
    let works = days.works(local(now, &days.zone)) && ledger.works_all_day();
    let mut found = Vec::new();
    for (id, book) in &mut ledger.books {
        let owed = book.rows(&days.zone);
        let rows = on_file.get(id).map_or(&[][..], Vec::as_slice);
        for it in &owed {
            if !rows.iter().any(|(row, _)| row == it) {
                found.push(format!("{} on {now}: {it:?} has no row", book.reference));
            }
            let told = book
                .reminded
                .iter()
                .any(|told| told.what == it.what && told.due == it.due && told.rung != "warning");
            let known = book.before.contains(it) && it.due < morning;
            if reminds && works && known && !told {
                found.push(format!(
                    "{} on {now}: nobody was told that {it:?} was missed",
                    book.reference
                ));
            }
        }
        let late = rows
            .iter()
            .filter(|(row, counted)| *counted && row.due < now);
        for (row, _) in late.filter(|(row, _)| !EITHER_WAY.contains(&row.what.as_str())) {
            if !owed.contains(row) && !book.is_uncertain() {
                found.push(format!("{} on {now}: {row:?} is not owed", book.reference));
            }
        }
        book.before = owed;
    }
    found
}

/// What differs today; nothing, if all is well.
pub fn today(office: &Office, ledger: &mut Ledger) -> Vec<String> {
    let now = office.now();
    count(ledger);
    let mut found = std::mem::take(&mut ledger.faults);
    found.extend(obligations(office, ledger));
    let (open, overdue) = (list(office, "all"), list(office, "overdue"));
    let zone = ledger.days().zone.clone();
    for book in ledger.books.values() {
        // Remedies, reviews and confirmations too: decision 70.
        let owed = book.rows(&zone);
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
