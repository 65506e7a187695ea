//! The bytes of files, beside the facts that commit to them. SQLite gets and gives a
//! large one in place: bound as a value it would stand in memory four times – ours, the
//! query's, the statement's and the row's – and a message of 30 MB would cost 120.

use crate::{
    Error,
    conn::{Conn, Engine, sqlite},
    dialect, sql,
};
use redress_kernel::Id;

/// From here on a file is large.
const LARGE: usize = 256 << 10;

pub(crate) fn put(conn: &mut Conn, id: Id, bytes: &[u8]) -> Result<(), Error> {
    if let (Engine::Sqlite(sqlite), true) = (&conn.engine, bytes.len() >= LARGE) {
        let room = sql(dialect::ROOM_FOR_FILE).arg(id).arg(bytes.len());
        let done = sqlite::put_large(sqlite, &room, bytes);
        return conn.noting(done);
    }
    let whole = sql("INSERT INTO blob (id, bytes) VALUES ($1, $2)");
    conn.execute(&whole.arg(id).arg(bytes)).map(|_| ())
}

pub(crate) fn get(conn: &mut Conn, id: Id) -> Result<Option<Vec<u8>>, Error> {
    if !conn.is_sqlite() {
        let whole = sql("SELECT bytes FROM blob WHERE id = $1").arg(id);
        return conn.one(&whole, |row| row.bytes(0));
    }
    let asked = sql(dialect::FILE_OR_ITS_PLACE).arg(id).arg(LARGE);
    let found = conn.one(&asked, |row| {
        Ok((row.opt_bytes(0)?, row.int(1)?, row.int(2)?))
    })?;
    match (found, &conn.engine) {
        (Some((None, place, length)), Engine::Sqlite(sqlite)) => {
            let done = sqlite::large(sqlite, place, usize::try_from(length).unwrap_or_default());
            conn.noting(done).map(Some)
        }
        (found, _) => Ok(found.and_then(|(bytes, ..)| bytes)),
    }
}
