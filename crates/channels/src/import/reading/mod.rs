//! From a row or a ticket of another system to an arrival with its history.
//! Reading is pure: it records nothing and asks nobody.

mod cfpb;
mod freshdesk;
mod generic;
mod letters;
mod mailbox;
mod markup;
mod tickets;
mod words;
mod zendesk;

pub use letters::{Letters, letters_header};
pub use tickets::Tickets;

use crate::mail_content::short;

use super::{
    Coming,
    plan::{Format, Plan},
    table::{Row, Table},
};
use csv::StringRecord;
use redress_kernel::{Id, Instant, reference::hmac_sha256};
use std::{collections::HashMap, io::Read};

/// Why a row cannot come in; a word for the rejects, `import-why-{why}`.
pub type Why = &'static str;

/// One row of the file: what comes in, or why not; with the line it starts on.
pub struct Item {
    pub line: u64,
    pub row: Result<Box<Coming>, Why>,
    /// As it stood in the file, where it cannot come in.
    pub raw: String,
}

/// The fields of one row by our names.
struct Fields<'r> {
    plan: &'r Plan,
    row: &'r StringRecord,
}

impl<'r> Fields<'r> {
    fn get(&self, field: &str) -> &'r str {
        let at = self.plan.mapping.get(field);
        at.and_then(|at| self.row.get(*at)).map_or("", str::trim)
    }

    /// Ok(None): nothing stands there. Err: something that is no date.
    fn date(&self, field: &str, why: Why) -> Result<Option<Instant>, Why> {
        let text = self.get(field);
        let (false, Some(at)) = (text.is_empty(), self.plan.mapping.get(field)) else {
            return Ok(None);
        };
        let order = self
            .plan
            .orders
            .get(at)
            .copied()
            .unwrap_or(super::dates::Order::Ymd);
        super::dates::instant(text, order, &self.plan.zone)
            .map(Some)
            .ok_or(why)
    }
}

/// The rows of a table one after another.
pub struct Rows<R: Read> {
    table: Table<R>,
    plan: Plan,
    run: Id,
    seen: Occurrences,
}

impl<R: Read> Rows<R> {
    pub fn new(table: Table<R>, plan: Plan, run: Id) -> Rows<R> {
        Rows {
            table,
            plan,
            run,
            seen: Occurrences::default(),
        }
    }

    pub fn bytes(&self) -> u64 {
        self.table.bytes()
    }

    pub fn header(&self) -> Vec<String> {
        self.table.header()
    }
}

impl<R: Read> Iterator for Rows<R> {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        let (plan, run, seen) = (&self.plan, self.run, &mut self.seen);
        let (line, row) = match self.table.next_row()? {
            (line, Row::Bad(why)) => (line, Err(why)),
            (line, Row::Fields(row)) => {
                let fields = Fields { plan, row };
                let read = match plan.format {
                    Format::Cfpb => cfpb::read(&fields),
                    _ => generic::read(&fields),
                };
                let external = external_id(&fields, seen);
                (
                    line,
                    read.map(|mut coming| {
                        coming.arrival.external_id = Some(external);
                        coming.arrival.import = Some(run);
                        coming.arrival.unit = plan.unit;
                        Box::new(coming)
                    }),
                )
            }
        };
        let raw = if row.is_err() {
            self.table.raw()
        } else {
            String::new()
        };
        Some(Item { line, row, raw })
    }
}

/// The identifier of the other system; without one, what stands in the row and
/// how often it stood in the file so far: two equal rows are two complaints.
fn external_id(fields: &Fields, seen: &mut Occurrences) -> String {
    let system = fields.plan.format.name();
    match fields.get("external_id") {
        "" => format!("{system}:row:{}", seen.next(fields.row)),
        id => format!("{system}:{id}"),
    }
}

#[derive(Default)]
struct Occurrences(HashMap<[u8; 16], u32>);

impl Occurrences {
    fn next(&mut self, row: &StringRecord) -> String {
        let mut parts = Vec::with_capacity(row.len() * 2);
        for field in row {
            parts.push(field.as_bytes());
            parts.push(&[0x1f]);
        }
        let hash = hmac_sha256(b"redress imported row", &parts);
        let mut key = [0; 16];
        key.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
        let n = self.0.entry(key).or_default();
        *n += 1;
        let text: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{text}:{n}")
    }
}

/// Two levels of a name in one line.
fn joined(first: &str, second: &str) -> String {
    let parts: Vec<&str> = [first, second]
        .into_iter()
        .filter(|part| !part.is_empty() && *part != "N/A")
        .collect();
    parts.join(" – ")
}
