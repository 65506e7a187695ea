//! The journal in its three tables: how a fact is appended, found and erased.

pub(crate) mod append;
pub(crate) mod checkpoint;
pub(crate) mod erase;

use crate::{Error, Row, Sql, conn::Conn, read::Head, row::Part, sql};
use redress_kernel::{
    Entry, Erasable, Id,
    journal::tree::{self, Edge, Hash},
};

const ENTRY: &str = "SELECT seq, id, kind, version, about, actor, unit, recorded_at, occurred_at, record, \
     personal, CASE WHEN personal_commitment IS NULL THEN 0 ELSE 1 END, sealed FROM journal_entry ";

/// More about one thing would not be read by people either.
const ENTRIES_MAX: usize = 100_000;

pub(crate) fn entries_about(conn: &mut Conn, about: Id, before: i64) -> Result<Vec<Entry>, Error> {
    let query = sql(ENTRY)
        .push("WHERE about = ")
        .bind(about)
        .push(" AND seq < ")
        .bind(before);
    conn.all(query.push(" ORDER BY seq"), ENTRIES_MAX, entry)
}

/// So many things are asked about in one statement.
const AT_ONCE: usize = 50;

pub(crate) fn entries_of(conn: &mut Conn, about: &[Id], before: i64) -> Result<Vec<Entry>, Error> {
    let mut all = Vec::new();
    for some in about.chunks(AT_ONCE) {
        let query = sql(ENTRY)
            .push("WHERE about IN (")
            .bind_padded(some, AT_ONCE)
            .push(") AND seq < ")
            .bind(before);
        let query = query.push(" ORDER BY about, seq");
        all.extend(conn.all(query, ENTRIES_MAX, entry)?);
    }
    Ok(all)
}

pub(crate) fn page(conn: &mut Conn, from: i64, limit: i64) -> Result<Vec<Entry>, Error> {
    let query: Sql = sql(ENTRY).push("WHERE seq >= ").bind(from);
    conn.rows(&query.push(" ORDER BY seq LIMIT ").bind(limit), entry)
}

fn entry(row: &Row) -> Result<Entry, Error> {
    let (seq, id, about) = (row.int(0)?, row.id(1)?, row.id(4)?);
    let open = row.opt_text(10)?;
    let personal = match (row.part(12, id, about)?, open, row.bool(11)?) {
        (Part::Opened(_, text), ..) | (Part::None, Some(text), _) => Erasable::Present(text),
        (Part::None, None, true) => Erasable::Erased,
        (Part::None, None, false) => Erasable::None,
        (Part::Shut, ..) => {
            return Err(Error::Keys(format!(
                "the personal part of entry {seq} cannot be opened: it was changed, or its key was; run redress verify"
            )));
        }
    };
    Ok(Entry {
        seq,
        id,
        kind: row.text(2)?,
        version: u16::try_from(row.int(3)?).unwrap_or(u16::MAX),
        about,
        actor: row.id(5)?,
        unit: row.opt_id(6)?,
        recorded_at: row.instant(7)?,
        occurred_at: row.opt_instant(8)?,
        record: row.text(9)?,
        personal,
    })
}

pub(crate) fn size(conn: &mut Conn) -> Result<i64, Error> {
    let last = sql("SELECT seq FROM journal_entry ORDER BY seq DESC LIMIT 1");
    Ok(conn.one(&last, |row| row.int(0))?.map_or(0, |seq| seq + 1))
}

pub(crate) fn head(conn: &mut Conn) -> Result<Head, Error> {
    let size = size(conn)?;
    let root = tree::root_at(size.unsigned_abs(), |place| node(conn, place))?;
    Ok(Head { size, root })
}

pub(crate) fn edge(conn: &mut Conn) -> Result<Edge, Error> {
    let size = size(conn)?.unsigned_abs();
    Edge::load(size, |place| node(conn, place))
}

pub(crate) fn node(conn: &mut Conn, place: u64) -> Result<Hash, Error> {
    let query = sql("SELECT hash FROM journal_node WHERE place = $1").arg(signed(place));
    let found = conn.one(&query, |row| row.bytes(0))?;
    found
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or_else(|| Error::Storage(format!("the journal's node {place} is missing")))
}

pub(crate) fn signed(place: u64) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}
