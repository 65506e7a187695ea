//! The bytes of files, beside the facts that commit to them, each closed in pieces under
//! a key of its own. SQLite gets and gives a large one in place: bound as a value it would
//! stand in memory four times – ours, the query's, the statement's and the row's – and a
//! message of 30 MB would cost 120.

use crate::{
    Error,
    compartment::{self, Key},
    conn::{Conn, Engine, sqlite},
    dialect, sql,
};
use redress_kernel::Id;
use std::io::Read;

/// From here on a file is large.
const LARGE: usize = 256 << 10;

fn place(id: Id) -> String {
    compartment::place("blob.bytes", "", id)
}

pub(crate) fn put(conn: &mut Conn, id: Id, bytes: &[u8]) -> Result<(), Error> {
    put_from(conn, id, bytes.len(), &mut &*bytes)
}

pub(crate) fn put_from(
    conn: &mut Conn,
    id: Id,
    length: usize,
    from: &mut impl Read,
) -> Result<(), Error> {
    let (key, place) = (compartment::key_for(conn, id)?, place(id));
    if let (Engine::Sqlite(sqlite), true) = (&conn.engine, length >= LARGE) {
        let room = compartment::closed_length(length);
        let room = sql(dialect::ROOM_FOR_FILE).arg(id).arg(room);
        let done = sqlite::put_large(sqlite, &room, |to| {
            compartment::close_stream(&key, place.as_bytes(), from, to)
        });
        return conn.noting(done);
    }
    let whole = sql("INSERT INTO blob (id, bytes) VALUES ($1, $2)");
    let closed = closed(&key, &place, length, from)?;
    conn.execute(&whole.arg(id).arg(closed)).map(|_| ())
}

fn closed(key: &Key, place: &str, length: usize, from: &mut impl Read) -> Result<Vec<u8>, Error> {
    let mut closed = Vec::with_capacity(compartment::closed_length(length));
    compartment::close_stream(key, place.as_bytes(), from, &mut closed)?;
    Ok(closed)
}

/// A file without a key lies as an earlier version left it.
pub(crate) fn get(conn: &mut Conn, id: Id) -> Result<Option<Vec<u8>>, Error> {
    let key = compartment::key_of(conn, id)?;
    with(conn, id, key.as_ref())
}

/// From a database of an earlier version, which has no keys at all.
pub(crate) fn get_open(conn: &mut Conn, id: Id) -> Result<Option<Vec<u8>>, Error> {
    with(conn, id, None)
}

fn with(conn: &mut Conn, id: Id, key: Option<&Key>) -> Result<Option<Vec<u8>>, Error> {
    let (place, asked) = (
        place(id),
        sql(dialect::FILE_OR_ITS_PLACE).arg(id).arg(LARGE),
    );
    if !conn.is_sqlite() {
        let whole = sql("SELECT bytes FROM blob WHERE id = $1").arg(id);
        let found = conn.one(&whole, |row| row.bytes(0))?;
        return found.map(|bytes| opened(key, &place, bytes)).transpose();
    }
    let found = conn.one(&asked, |row| {
        Ok((row.opt_bytes(0)?, row.int(1)?, row.int(2)?))
    })?;
    match (found, &conn.engine) {
        (Some((None, row, length)), Engine::Sqlite(sqlite)) => {
            let length = usize::try_from(length).unwrap_or_default();
            let done = match key {
                None => sqlite::large(sqlite, row, length),
                Some(key) => sqlite::read_large(sqlite, row, length, |from, to| {
                    let done = compartment::open_stream(key, place.as_bytes(), from, to);
                    done.map_err(changed)
                }),
            };
            conn.noting(done).map(Some)
        }
        (found, _) => found
            .and_then(|(bytes, ..)| bytes)
            .map(|bytes| opened(key, &place, bytes))
            .transpose(),
    }
}

fn opened(key: Option<&Key>, place: &str, bytes: Vec<u8>) -> Result<Vec<u8>, Error> {
    let Some(key) = key else {
        return Ok(bytes);
    };
    let mut opened = Vec::with_capacity(bytes.len());
    compartment::open_stream(key, place.as_bytes(), &mut &*bytes, &mut opened).map_err(changed)?;
    Ok(opened)
}

/// The disk is well: somebody changed the file or its key.
fn changed(_: Error) -> Error {
    Error::Keys(
        "a file cannot be opened: it was changed, or its key was; run redress verify".into(),
    )
}

/// A file goes with its key.
pub(crate) fn erase(conn: &mut Conn, id: &str) -> Result<(), Error> {
    conn.execute(&sql("DELETE FROM blob WHERE id = $1").arg(id))?;
    compartment::take_away(conn, id)
}

/// Closes the next files that an earlier version left open; how many there were.
pub(crate) fn close_open(conn: &mut Conn, limit: i64) -> Result<i64, Error> {
    let open = sql("SELECT id FROM blob WHERE NOT EXISTS \
         (SELECT 1 FROM secret_key WHERE secret_key.about = blob.id) ORDER BY id LIMIT $1");
    let open = conn.rows(&open.arg(limit), |row| row.id(0))?;
    for id in &open {
        if let Some(bytes) = get(conn, *id)? {
            conn.execute(&sql("DELETE FROM blob WHERE id = $1").arg(*id))?;
            put(conn, *id, &bytes)?;
        }
    }
    Ok(i64::try_from(open.len()).unwrap_or(limit))
}
