//! Rebuilding: the projections are what the facts say, and this proves it. Every
//! entry is replayed in order through the same `project`; listeners stay silent,
//! because what they did is in the journal already.

mod compare;

pub use compare::Difference;

use crate::{
    Db, Error, Read, Sql, Value,
    conn::Conn,
    keys::Keys,
    migrate::{self, Migration},
    search, sql,
    tx::{Tx, Wiring},
};
use redress_kernel::Entry;
use std::sync::Arc;

const PAGE: i64 = 1000;

/// Replays everything into an empty database beside this one and compares every
/// projected table with the live one, row by row. Empty means equal. Memory stays flat;
/// the disk needs room for a second copy where temporary files lie (`TMPDIR`), which has no
/// name and holds closed what is closed here.
pub fn rebuild_check(db: &Db) -> Result<Vec<Difference>, Error> {
    let (wiring, keys, migrations) = (db.wiring(), db.keys_held(), db.migrations());
    db.read_now(move |live| {
        let mut scratch = replayed(live, wiring.clone(), keys, migrations)?;
        let mut found = Vec::new();
        for (table, order) in &wiring.projections {
            compare::table(live, &mut scratch, table, order, &mut found)?;
        }
        found.extend(search::difference(live.conn())?);
        Ok(found)
    })
}

fn replayed(
    live: &mut impl Read,
    wiring: Arc<Wiring>,
    keys: Arc<Keys>,
    migrations: &[Migration],
) -> Result<Tx, Error> {
    let mut conn = Conn::scratch()?;
    let missing = migrate::missing(&mut conn, migrations)?;
    migrate::apply(&mut conn, &missing)?;
    search::left_out(&mut conn)?;
    let mut scratch = Tx::new(conn, wiring, keys);
    scratch.conn.0.command("BEGIN DEFERRED")?;
    same_keys(live, &mut scratch)?;
    replay(&mut scratch, |scratch, from| {
        copied(live, scratch, from)?;
        scratch.entries_from(from, PAGE)
    })?;
    Ok(scratch)
}

/// Closed columns come out the same only under the same keys.
fn same_keys(live: &mut impl Read, scratch: &mut Tx) -> Result<(), Error> {
    let mut from = String::new();
    loop {
        let query = sql(
            "SELECT about, epoch, wrapped FROM secret_key WHERE about > $1 ORDER BY about LIMIT $2",
        );
        let keys = live.rows(&query.arg(from.as_str()).arg(PAGE), |row| {
            Ok((row.text(0)?, row.int(1)?, row.bytes(2)?))
        })?;
        let Some((last, ..)) = keys.last() else {
            return Ok(());
        };
        from.clone_from(last);
        for (about, epoch, wrapped) in keys {
            let insert = sql("INSERT INTO secret_key (about, epoch, wrapped) VALUES ($1, $2, $3)");
            scratch.execute(&insert.arg(about).arg(epoch).arg(wrapped))?;
        }
    }
}

const COLUMNS: &str = "seq, id, about, kind, version, actor, unit, recorded_at, occurred_at, record_commitment, \
     record_salt, record, personal_commitment, personal_salt, personal, sealed";

/// A page of the journal as it lies, so that nothing is written open that lies closed.
fn copied(live: &mut impl Read, scratch: &mut Tx, from: i64) -> Result<(), Error> {
    let width = COLUMNS.split(',').count();
    let places: Vec<String> = (1..=width).map(|place| format!("${place}")).collect();
    let insert = format!(
        "INSERT INTO journal_entry ({COLUMNS}) VALUES ({})",
        places.join(", ")
    );
    let page = Sql::from_schema(format!(
        "SELECT {COLUMNS} FROM journal_entry WHERE seq >= $1 ORDER BY seq LIMIT $2"
    ));
    let rows = live.rows(&page.arg(from).arg(PAGE), |row| {
        (0..width)
            .map(|place| row.value(place))
            .collect::<Result<Vec<Value>, _>>()
    })?;
    for row in rows {
        let insert = Sql::from_schema(insert.clone());
        scratch.execute(&row.into_iter().fold(insert, Sql::arg))?;
    }
    Ok(())
}

/// Empties the projections and writes them anew, in one transaction.
pub fn rebuild(db: &Db) -> Result<(), Error> {
    db.write_now(anew)
}

pub(crate) fn anew(tx: &mut Tx) -> Result<(), Error> {
    tx.settle()?;
    for (table, _) in tx.wiring.clone().projections.iter().rev() {
        tx.execute(&Sql::from_schema(format!("DELETE FROM {table}")))?;
    }
    search::emptied(&mut tx.conn.0)?;
    let done = replay(tx, |tx, from| tx.entries_from(from, PAGE));
    tx.horizon = i64::MAX;
    done
}

/// While an entry is projected nothing after it has happened yet.
fn replay(
    tx: &mut Tx,
    mut page: impl FnMut(&mut Tx, i64) -> Result<Vec<Entry>, Error>,
) -> Result<(), Error> {
    let (mut from, mut about) = (0, None);
    let project = tx.wiring.project;
    loop {
        tx.settle()?;
        let entries = page(tx, from)?;
        if entries.is_empty() {
            tx.memo.clear();
            return Ok(());
        }
        for entry in entries {
            if about != Some(entry.about) {
                tx.catch_up()?;
                tx.memo.clear();
                about = Some(entry.about);
            }
            from = entry.seq + 1;
            tx.horizon = from;
            project(tx, &entry)?;
        }
    }
}
