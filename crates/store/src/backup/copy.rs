//! Copies of whole databases: SQLite page by page through its own backup, and
//! PostgreSQL table by table into (and out of) a SQLite file.

use crate::{
    Error, Sql, Value,
    conn::{Conn, sqlite},
    dialect,
    migrate::{self, Migration},
    search, sql,
};
use rusqlite::backup::{Backup, StepResult};
use std::path::Path;

pub(super) fn into_file(
    live: &mut Conn,
    migrations: &'static [Migration],
    file: &Path,
) -> Result<(), Error> {
    let mut copy = rusqlite::Connection::open(file).map_err(sqlite::error)?;
    match live.sqlite() {
        Some(live) => pages(live, &mut copy)?,
        None => {
            let mut copy = Conn::from(copy);
            copy.command("BEGIN IMMEDIATE")?;
            dialect::begin_read(live)?;
            like(live, &mut copy, migrations)?;
            rows(live, &mut copy)?;
            live.command(dialect::ROLLBACK)?;
            return copy.command(dialect::COMMIT);
        }
    }
    copy.execute_batch("PRAGMA journal_mode = DELETE;")
        .map_err(sqlite::error)
}

/// The same migrations that the other database has.
pub(super) fn like(
    from: &mut Conn,
    to: &mut Conn,
    migrations: &'static [Migration],
) -> Result<(), Error> {
    let missing = migrate::missing(from, migrations)?;
    let lacks = |migration: &Migration| missing.iter().any(|m| m.version == migration.version);
    let there: Vec<&Migration> = migrations.iter().filter(|m| !lacks(m)).collect();
    migrate::apply(to, &there).map(|_| ())
}

/// In one step, so that writers going on beside it do not make it start again.
fn pages(live: &rusqlite::Connection, copy: &mut rusqlite::Connection) -> Result<(), Error> {
    let backup = Backup::new(live, copy).map_err(sqlite::error)?;
    match backup.step(-1).map_err(sqlite::error)? {
        StepResult::Done => Ok(()),
        _ => Err(Error::Busy),
    }
}

/// Every table but the schema's own version, which a migration has written.
pub(super) fn rows(from: &mut Conn, to: &mut Conn) -> Result<(), Error> {
    let tables = from.rows(&sql(dialect::tables(from)), |row| row.text(0))?;
    for table in tables
        .iter()
        .filter(|table| !["schema_version", "backup_note"].contains(&table.as_str()))
    {
        table_rows(from, to, table)?;
    }
    search::made_anew(to)
}

fn table_rows(from: &mut Conn, to: &mut Conn, table: &str) -> Result<(), Error> {
    let columns = from.rows(&sql(dialect::columns(from)).arg(table), |row| {
        Ok((row.text(0)?, row.text(1)?))
    })?;
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let places: Vec<String> = (1..=names.len())
        .map(|number| format!("${number}"))
        .collect();
    let insert = format!(
        "INSERT INTO {table} ({}) VALUES ({})",
        names.join(", "),
        places.join(", ")
    );
    let select = Sql::from_schema(format!("SELECT {} FROM {table}", names.join(", ")));
    dialect::each_of_many(from, &select, &mut |row| {
        let values = columns
            .iter()
            .enumerate()
            .map(|(place, (_, kind))| Ok(typed(row.value(place)?, kind)));
        let values = values.collect::<Result<Vec<Value>, Error>>()?;
        let insert = values
            .into_iter()
            .fold(Sql::from_schema(insert.clone()), Sql::arg);
        to.execute(&insert).map(|_| ())
    })
}

/// A NULL is given the type of its column again.
fn typed(value: Value, kind: &str) -> Value {
    match (value.is_null(), kind.to_ascii_lowercase().as_str()) {
        (true, "integer" | "bigint") => Value::NullInt,
        (true, "blob" | "bytea") => Value::NullBytes,
        _ => value,
    }
}
