//! What may wait for the end of a transaction: additions to sums, and words for
//! the index. The closures of a batch add to the same few rows again and again;
//! here they are added up and written once, before the commit. What a closure
//! that failed had wanted is forgotten with it. Nothing of it is a fact.

use crate::{Error, Sql, Tx, Value, conn::Conn, dialect, sql};
use redress_kernel::Id;
use std::collections::BTreeMap;

/// A table of which every row is a sum of additions. A row is there while one of
/// its counts is not zero, so it never matters how facts were cut into batches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sums {
    pub table: &'static str,
    /// The columns of its primary key.
    pub keys: &'static [&'static str],
    pub counts: &'static [&'static str],
    /// A column that keeps the latest moment at which something was added.
    pub newest: Option<&'static str>,
}

/// A row that follows from the newest state of a thing. It is written once, however
/// many facts about the thing one closure records.
pub(crate) struct Behind {
    pub table: &'static str,
    pub about: Id,
    pub write: Follow,
}

/// Writes the row of this thing as it is now.
pub type Follow = fn(&mut Tx, Id) -> Result<(), Error>;

/// Does this statement read or write the table? Statements are ours, with their
/// words in capitals.
pub(crate) fn names(text: &str, table: &str) -> bool {
    text.match_indices(table).any(|(at, found)| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + found.len()..).unwrap_or_default();
        let whole = !after.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        let word = before.trim_end();
        whole
            && word.len() < before.len()
            && ["FROM", "JOIN", "INTO", "UPDATE"]
                .iter()
                .any(|verb| word.ends_with(verb))
    })
}

enum Words {
    In(i64, String),
    Out(i64, String),
}

struct Added {
    to: &'static Sums,
    key: Vec<Value>,
    row: Row,
}

/// What is added to one row.
#[derive(Default, Clone)]
struct Row {
    counts: Vec<i64>,
    /// In microseconds; of no meaning where nothing keeps it.
    newest_at: i64,
}

impl Row {
    fn add(&mut self, other: Row) {
        self.counts.resize(other.counts.len(), 0);
        let counts = self.counts.iter_mut().zip(other.counts);
        counts.for_each(|(sum, n)| *sum += n);
        self.newest_at = self.newest_at.max(other.newest_at);
    }
}

/// More would be memory for nothing.
const WAITING_MAX: usize = 4096;
/// One statement adds to so many rows; each number of rows is a statement of its own.
const ROWS_MAX: usize = 8;

#[derive(Default)]
pub(crate) struct Settling {
    added: Vec<Added>,
    words: Vec<Words>,
}

impl Settling {
    pub fn add(&mut self, to: &'static Sums, key: Vec<Value>, counts: Vec<i64>, newest_at: i64) {
        let row = Row { counts, newest_at };
        self.added.push(Added { to, key, row });
    }

    pub fn index(&mut self, row: i64, words: &str) {
        self.words.push(Words::In(row, words.to_owned()));
    }

    pub fn forget(&mut self, row: i64, words: &str) {
        self.words.push(Words::Out(row, words.to_owned()));
    }

    pub fn mark(&self) -> (usize, usize) {
        (self.added.len(), self.words.len())
    }

    /// Back to where `mark` was taken.
    pub fn back_to(&mut self, (added, words): (usize, usize)) {
        self.added.truncate(added);
        self.words.truncate(words);
    }

    pub fn is_long(&self) -> bool {
        self.added.len() + self.words.len() > WAITING_MAX
    }

    /// Writes all of it; afterwards nothing waits.
    pub fn settle(&mut self, conn: &mut Conn) -> Result<(), Error> {
        for (to, rows) in added_up(std::mem::take(&mut self.added)) {
            to.write(conn, rows)?;
        }
        for words in std::mem::take(&mut self.words) {
            words.write(conn)?;
        }
        Ok(())
    }
}

type Rows = BTreeMap<Vec<Value>, Row>;

fn added_up(added: Vec<Added>) -> BTreeMap<&'static Sums, Rows> {
    let mut sums: BTreeMap<&'static Sums, Rows> = BTreeMap::new();
    for Added { to, key, row } in added {
        sums.entry(to).or_default().entry(key).or_default().add(row);
    }
    sums
}

impl Sums {
    fn write(&self, conn: &mut Conn, rows: Rows) -> Result<(), Error> {
        let rows: Vec<_> = rows
            .into_iter()
            .filter(|(_, row)| row.counts.iter().any(|n| *n != 0))
            .collect();
        for some in rows.chunks(ROWS_MAX) {
            conn.execute(&self.addition(some))?;
        }
        // Only what was taken away can have left a row of zeros.
        let less = rows
            .iter()
            .filter(|(_, row)| row.counts.iter().any(|n| *n < 0));
        less.map(|(key, _)| self.emptied(key))
            .try_for_each(|query| conn.execute(&query).map(|_| ()))
    }

    fn addition(&self, rows: &[(Vec<Value>, Row)]) -> Sql {
        let columns = self.keys.iter().chain(self.counts).copied();
        let mut query = listed(
            sql("INSERT INTO ").push(self.table).push(" ("),
            columns.chain(self.newest),
        );
        for (place, (key, row)) in rows.iter().enumerate() {
            query = query.push(if place == 0 { ") VALUES (" } else { "), (" });
            let counts = row.counts.iter().copied().map(Value::Int);
            let newest = self.newest.map(|_| Value::Int(row.newest_at));
            query = query.bind_all(key.iter().cloned().chain(counts).chain(newest));
        }
        query = listed(query.push(") ON CONFLICT ("), self.keys.iter().copied());
        for (place, count) in self.counts.iter().enumerate() {
            query = query.push(if place == 0 { ") DO UPDATE SET " } else { ", " });
            query = query
                .push(count)
                .push(" = ")
                .push(self.table)
                .push(".")
                .push(count);
            query = query.push(" + excluded.").push(count);
        }
        query.when(self.newest, |query, newest| {
            let (query, table) = (query.push(", ").push(newest), self.table);
            let query = query
                .push(" = CASE WHEN excluded.")
                .push(newest)
                .push(" > ");
            let query = query.push(table).push(".").push(newest);
            let query = query.push(" THEN excluded.").push(newest).push(" ELSE ");
            query.push(table).push(".").push(newest).push(" END")
        })
    }

    fn emptied(&self, key: &[Value]) -> Sql {
        let mut query = sql("DELETE FROM ").push(self.table);
        for (place, (column, value)) in self.keys.iter().zip(key).enumerate() {
            query = query.push(if place == 0 { " WHERE " } else { " AND " });
            query = query.push(column).push(" = ").bind(value.clone());
        }
        let zeros = self.counts.iter();
        zeros.fold(query, |query, count| {
            query.push(" AND ").push(count).push(" = 0")
        })
    }
}

fn listed(query: Sql, columns: impl Iterator<Item = &'static str>) -> Sql {
    columns.enumerate().fold(query, |query, (place, column)| {
        query.push(if place == 0 { "" } else { ", " }).push(column)
    })
}

impl Words {
    fn write(self, conn: &mut Conn) -> Result<(), Error> {
        let (text, row, words) = match self {
            Words::In(row, words) => (dialect::index_words(conn), row, words),
            Words::Out(row, words) => (dialect::forget_words(conn), row, words),
        };
        match text {
            Some(text) => conn.execute(&sql(text).arg(row).arg(words)).map(|_| ()),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_statement_names_a_table_and_not_its_neighbours_and_columns() {
        for text in [
            "SELECT id FROM complaint WHERE id = $1",
            "SELECT c.id FROM complaint_subject s JOIN complaint c ON c.id = s.complaint",
            "INSERT INTO complaint (id) VALUES ($1)",
            "UPDATE complaint SET stage = $1",
            "SELECT reference\n  FROM\n  complaint",
        ] {
            assert!(names(text, "complaint"), "{text}");
        }
        for text in [
            "INSERT INTO receipt_request (request, complaint) VALUES ($1, $2)",
            "SELECT complaint FROM receipt_external WHERE external_id = $1",
            "SELECT n FROM complaint_tally",
            "SELECT COUNT(*) FROM recomplaint",
        ] {
            assert!(!names(text, "complaint"), "{text}");
        }
    }
}
