//! SQLite, inside the binary. Durability is compiled in and checked at every
//! open: WAL with synchronous=FULL loses nothing that was acknowledged.

use super::{More, handed_out};
use crate::{
    Error, Row, Sql, Value,
    compartment::{Held, WRAPPED},
    dialect,
    row::Cells,
};
use redress_kernel::Id;
use rusqlite::{
    Connection, ErrorCode, OpenFlags, Statement, blob::Blob, config::DbConfig, types::ToSqlOutput,
};
use std::path::{Path, PathBuf};

pub(crate) fn file_in(dir: &Path) -> PathBuf {
    dir.join("redress.db")
}

pub(crate) fn writer(dir: &Path) -> Result<Connection, Error> {
    std::fs::create_dir_all(dir)?;
    let conn = Connection::open(file_in(dir)).map_err(error)?;
    conn.execute_batch(dialect::SQLITE_DURABLE).map_err(error)?;
    refuse_unless_durable(&conn)?;
    prepare(&conn)?;
    Ok(conn)
}

pub(crate) fn reader(dir: &Path) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(file_in(dir), flags).map_err(error)?;
    prepare(&conn)?;
    conn.execute_batch(dialect::SQLITE_READ_ONLY)
        .map_err(error)?;
    Ok(conn)
}

pub(crate) fn scratch() -> Result<Connection, Error> {
    // Without a name it is a file that its own closing takes away; that is settled while
    // temporary things still go to the disk.
    let conn = Connection::open("").map_err(error)?;
    prepare(&conn)?;
    conn.execute_batch(dialect::SQLITE_ON_TRIAL)
        .map_err(error)?;
    Ok(conn)
}

/// A file by itself, such as a backup: read only, not in WAL mode.
pub(crate) fn single_file(path: &Path) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).map_err(error)?;
    prepare(&conn)?;
    Ok(conn)
}

fn prepare(conn: &Connection) -> Result<(), Error> {
    conn.execute_batch(dialect::SQLITE_EVERY_CONNECTION)
        .map_err(error)?;
    conn.set_prepared_statement_cache_capacity(512);
    // Without this guarantee every new LIMIT has its statement parsed anew.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map_err(error)?;
    Ok(())
}

fn refuse_unless_durable(conn: &Connection) -> Result<(), Error> {
    let mode: String = conn
        .query_row("PRAGMA journal_mode", [], |row| row.get(0))
        .map_err(error)?;
    let synchronous: i64 = conn
        .query_row("PRAGMA synchronous", [], |row| row.get(0))
        .map_err(error)?;
    if mode == "wal" && synchronous == 2 {
        return Ok(());
    }
    Err(Error::Storage(format!(
        "this file system gives journal_mode={mode}, synchronous={synchronous}; wal and 2 (FULL) are needed"
    )))
}

pub(crate) fn execute(conn: &Connection, query: &Sql) -> Result<u64, Error> {
    #[cfg(debug_assertions)]
    super::asked::note(query.text());
    let mut statement = conn.prepare_cached(&numbered(query)).map_err(error)?;
    bind(&mut statement, query)?;
    let changed = statement.raw_execute().map_err(error)?;
    Ok(changed as u64)
}

pub(crate) fn each(
    conn: &Connection,
    held: &mut Option<Held>,
    query: &Sql,
    on: &mut dyn FnMut(&Row) -> Result<More, Error>,
) -> Result<(), Error> {
    #[cfg(debug_assertions)]
    super::asked::note(query.text());
    let mut statement = conn.prepare_cached(&numbered(query)).map_err(error)?;
    bind(&mut statement, query)?;
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next().map_err(error)? {
        let more = handed_out(held, || Cells::Sqlite(row), on, &mut |about| {
            wrapped(conn, about)
        })?;
        if matches!(more, More::No) {
            break;
        }
    }
    Ok(())
}

fn wrapped(conn: &Connection, about: Id) -> Result<Option<(i64, Vec<u8>)>, Error> {
    let mut statement = conn
        .prepare_cached(&WRAPPED.replace('$', "?"))
        .map_err(error)?;
    let mut rows = statement.query([about.to_string()]).map_err(error)?;
    match rows.next().map_err(error)? {
        Some(row) => Ok(Some((
            row.get(0).map_err(error)?,
            row.get(1).map_err(error)?,
        ))),
        None => Ok(None),
    }
}

pub(crate) fn command(conn: &Connection, text: &str) -> Result<(), Error> {
    let mut statement = conn.prepare_cached(text).map_err(error)?;
    statement.raw_execute().map(|_| ()).map_err(error)
}

/// Makes room by this query, then fills it in place.
pub(crate) fn put_large(
    conn: &Connection,
    room: &Sql,
    fill: impl FnOnce(&mut Blob) -> Result<(), Error>,
) -> Result<(), Error> {
    execute(conn, room)?;
    let mut place = file(conn, conn.last_insert_rowid(), false)?;
    fill(&mut place)?;
    place.close().map_err(error)
}

/// The same on the way out, a piece at a time.
pub(crate) fn read_large(
    conn: &Connection,
    row: i64,
    length: usize,
    take: impl FnOnce(&mut Blob, &mut Vec<u8>) -> Result<(), Error>,
) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::with_capacity(length);
    take(&mut file(conn, row, true)?, &mut bytes)?;
    Ok(bytes)
}

pub(crate) fn large(conn: &Connection, row: i64, length: usize) -> Result<Vec<u8>, Error> {
    let mut bytes = vec![0; length];
    let place = file(conn, row, true)?;
    place.read_at_exact(&mut bytes, 0).map_err(error)?;
    Ok(bytes)
}

fn file(conn: &Connection, row: i64, read_only: bool) -> Result<Blob<'_>, Error> {
    conn.blob_open("main", "blob", "bytes", row, read_only)
        .map_err(error)
}

/// SQLite counts `$3` by where it first stands and `?3` by its number. Looking every
/// name up took a tenth of a create; numbered, a value is bound by its place.
fn numbered(query: &Sql) -> String {
    query.text().replace('$', "?")
}

fn bind(statement: &mut Statement, query: &Sql) -> Result<(), Error> {
    if statement.parameter_count() != query.values().len() {
        return Err(Error::Wrong(format!(
            "as many values as placeholders are needed: {}",
            query.text()
        )));
    }
    for (place, value) in query.values().iter().enumerate() {
        statement
            .raw_bind_parameter(place + 1, value)
            .map_err(error)?;
    }
    Ok(())
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        use rusqlite::types::{Null, ValueRef};
        Ok(match self {
            Value::Int(number) => ToSqlOutput::from(*number),
            Value::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Value::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
            Value::NullInt | Value::NullText | Value::NullBytes => ToSqlOutput::from(Null),
        })
    }
}

/// SQLITE_IOERR_SHMSIZE.
const SHM_SIZE: i32 = 10 | 19 << 8;

pub(crate) fn error(error: rusqlite::Error) -> Error {
    let text = error.to_string();
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => Error::Full,
        // The index beside the log could not grow: also a full disk.
        Some(ErrorCode::SystemIoFailure)
            if error
                .sqlite_error()
                .is_some_and(|e| e.extended_code == SHM_SIZE) =>
        {
            Error::Full
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::Busy,
        Some(ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch | ErrorCode::TooBig) => {
            Error::Constraint(text)
        }
        // Only these say that the disk can no longer be trusted; the writer stops at them.
        Some(
            ErrorCode::SystemIoFailure
            | ErrorCode::DatabaseCorrupt
            | ErrorCode::NotADatabase
            | ErrorCode::CannotOpen
            | ErrorCode::PermissionDenied
            | ErrorCode::ReadOnly
            | ErrorCode::FileLockingProtocolFailed
            | ErrorCode::OutOfMemory,
        ) => Error::Storage(text),
        _ => Error::Wrong(text),
    }
}
