//! Words to rows: the index over analysed texts. Both engines are given the same
//! tokens and asked the same question; who may see a row is a token in it, so a
//! row that is hidden is never found, counted or paged over.

use crate::{Error, conn::Conn, dialect, read::ConnHandle, rebuild::Difference, sql};
use std::collections::HashSet;

/// Tokens that stand next to each other, in this order.
pub type Phrase = Vec<String>;

/// What is looked for. Tokens are letters, digits and `_`, as the analyser and
/// the owner of the rows make them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needle {
    /// Every one of these.
    pub all: Vec<Phrase>,
    /// Of each group at least one.
    pub one_of: Vec<Vec<Phrase>>,
    /// And none of these.
    pub none: Vec<Phrase>,
}

impl Needle {
    /// Nothing that a row could be found by.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.one_of.is_empty()
    }
}

/// Rows below `below` that have it, the highest number first.
pub(crate) fn matching(
    conn: &mut Conn,
    needle: &Needle,
    below: i64,
    limit: i64,
) -> Result<Vec<i64>, Error> {
    if needle.is_empty() {
        return Ok(Vec::new());
    }
    if let Some(setting) = dialect::before_search(conn) {
        conn.command(setting)?;
    }
    let query = sql(dialect::matching(conn))
        .arg(dialect::question(conn, needle))
        .arg(below)
        .arg(limit);
    conn.rows(&query, |row| row.int(0))
}

/// Before the rows are written anew: an empty index.
pub(crate) fn emptied(conn: &mut Conn) -> Result<(), Error> {
    match is_there(conn)? {
        true => dialect::empty_index(conn).map_or(Ok(()), |text| conn.script(text)),
        false => Ok(()),
    }
}

/// After rows were copied from another database: an index of them.
pub(crate) fn made_anew(conn: &mut Conn) -> Result<(), Error> {
    match is_there(conn)? {
        true => dialect::fill_index(conn).map_or(Ok(()), |text| conn.script(text)),
        false => Ok(()),
    }
}

/// For a rebuild on trial, in SQLite.
pub(crate) fn left_out(conn: &mut Conn) -> Result<(), Error> {
    match is_there(conn)? {
        true => conn.script(dialect::SQLITE_NO_INDEX),
        false => Ok(()),
    }
}

fn is_there(conn: &mut Conn) -> Result<bool, Error> {
    let table = sql(dialect::table_exists(conn)).arg("search_row");
    Ok(conn.one(&table, |row| row.text(0))?.is_some())
}

/// Does the index hold the words of its rows, and no others? A word that erasing
/// left behind would be a difference. Sums of hashes, so that it costs no memory.
pub(crate) fn difference(ConnHandle(live): &mut ConnHandle) -> Result<Option<Difference>, Error> {
    let Some(vocabulary) = dialect::vocabulary(live) else {
        return Ok(None); // kept by the engine itself, a column made from a column
    };
    if !is_there(live)? {
        return Ok(None);
    }
    let mut held = 0u64;
    live.each(&sql(vocabulary), &mut |row| {
        let (rows, times) = (row.int(1)? as u64, row.int(2)? as u64);
        let word = row.with_text(0, |word| hash(word.unwrap_or_default()))?;
        held = held.wrapping_add(weight(word, rows, times));
        Ok(crate::conn::More::Yes)
    })?;
    let mut wanted = 0u64;
    live.each(
        &sql("SELECT words FROM search_row ORDER BY id"),
        &mut |row| {
            wanted =
                wanted.wrapping_add(row.with_text(0, |words| of_row(words.unwrap_or_default()))?);
            Ok(crate::conn::More::Yes)
        },
    )?;
    Ok((held != wanted).then(|| Difference {
        table: "search_index".to_owned(),
        key: "-".to_owned(),
        live: Some("other words than those of its rows".to_owned()),
        rebuilt: Some("the words of search_row".to_owned()),
    }))
}

fn of_row(words: &str) -> u64 {
    let mut seen = HashSet::new();
    words
        .split(' ')
        .filter(|word| !word.is_empty())
        .fold(0, |sum, word| {
            let word = hash(word);
            sum.wrapping_add(weight(word, u64::from(seen.insert(word)), 1))
        })
}

fn weight(word: u64, rows: u64, times: u64) -> u64 {
    word.wrapping_mul(rows.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(times))
}

/// FNV-1a.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
