//! The books of somebody who reads nothing but the journal and counts by hand: what is
//! owed on every complaint, until when, and what met it. No function of the product
//! decides anything here.

use crate::{
    book::{Book, Date, instant, text},
    days::Days,
    office::Office,
};
use redress_kernel::{Id, Instant};
use redress_store::{Error, Read, sql};
use serde_json::Value;
use std::collections::BTreeMap;

/// One entry of the journal as it lies in its row.
pub struct Line {
    pub seq: i64,
    pub about: Id,
    pub kind: String,
    pub recorded_at: Instant,
    /// When it happened, as claimed or as recorded.
    pub at: Instant,
    pub record: Value,
}

#[derive(Default)]
pub struct Ledger {
    next: i64,
    days: Option<Days>,
    pub books: BTreeMap<Id, Book>,
    /// What the journal says that does not come out when it is counted by hand.
    pub faults: Vec<String>,
    /// How often each kind of fact was recorded.
    pub kinds: BTreeMap<String, u64>,
    newest: Instant,
    /// The settings changed since the last comparison.
    changed: bool,
}

const STEPS: [&str; 4] = ["acknowledgement", "assessment", "update", "response"];

impl Ledger {
    pub fn days(&self) -> &Days {
        self.days.as_ref().expect("the organisation is set")
    }

    /// Did the office work today by the settings that it had all day?
    pub fn works_all_day(&mut self) -> bool {
        !std::mem::take(&mut self.changed)
    }

    pub fn facts(&self) -> i64 {
        self.next
    }

    /// Reads what was recorded since it last looked.
    pub fn reads(&mut self, office: &Office) {
        let from = self.next;
        let lines = office.house.db.read_now(move |reader| -> Result<_, Error> {
            let query = sql(
                "SELECT seq, about, kind, recorded_at, occurred_at, record FROM journal_entry
                 WHERE seq >= $1 ORDER BY seq LIMIT 1000000",
            );
            reader.rows(&query.arg(from), |row| {
                let recorded_at = row.instant(3)?;
                Ok(Line {
                    seq: row.int(0)?,
                    about: row.id(1)?,
                    kind: row.text(2)?,
                    recorded_at,
                    at: row.opt_instant(4)?.unwrap_or(recorded_at),
                    record: serde_json::from_str(&row.text(5)?).expect("JSON"),
                })
            })
        });
        for line in lines.expect("read") {
            self.next = line.seq + 1;
            self.enter(&line);
        }
    }

    fn enter(&mut self, line: &Line) {
        if line.recorded_at < self.newest {
            self.faults
                .push(format!("entry {} was recorded before the last", line.seq));
        }
        self.newest = line.recorded_at;
        *self.kinds.entry(line.kind.clone()).or_default() += 1;
        match line.kind.as_str() {
            "organisation-set" => {
                self.days = Some(Days::read(&line.record["organisation"]));
                self.changed = true;
            }
            "dates-recounted" => {
                // Without a counting only the hours of reminders moved.
                if let Some(days) = line.record.get("counting").map(Days::read) {
                    let open = self.books.values_mut();
                    open.for_each(|book| book.recounted(&days));
                }
            }
            "received" => self.opened(line),
            _ => self.goes_on(line),
        }
    }

    fn opened(&mut self, line: &Line) {
        let days = self.days().clone();
        let mut book = Book::default();
        book.reference = text(&line.record["reference"]);
        book.received_at = instant(&line.record["received_at"]).expect("a time");
        book.packs = line.record["packs"].as_array().cloned().unwrap_or_default();
        for step in STEPS {
            let at = days.due(step, book.received_at);
            book.due.insert(step, Date { at, named: false });
            book.promises(step, at, &line.record["due"][step], &mut self.faults);
        }
        for kind in ["received", "received-at-unit", "sent-to-company"] {
            book.happens(kind, book.received_at);
        }
        self.books.insert(line.about, book);
    }

    fn goes_on(&mut self, line: &Line) {
        let Some(book) = self.books.get_mut(&line.about) else {
            return;
        };
        let days = self.days.as_ref().expect("days");
        book.limits = None;
        book.enter(line, days, &mut self.faults);
    }
}
