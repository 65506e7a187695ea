//! Installations of before: what lies open in the journal is closed, in parts, before
//! anything is served, and at last nothing open stays in pages that are free, in the log
//! or in the backups that lie beside. It can be killed anywhere and goes on at the next
//! start; no leaf and no root changes, since what is committed to is the text.

use super::{close_part, key_for};
use crate::{
    Error, Location, Read, Step, Tx, Went, backup, conn::Conn, dialect, files, residue, sql,
};
use redress_kernel::{Id, journal::tree::Hash};

/// So many entries are closed in one transaction.
const PART: i64 = 500;
/// Files are larger.
const FILES: i64 = 20;
/// The last of the work.
const FREE: &str = "free pages";
/// The progress is told after so many.
const TOLD: i64 = 10_000;

struct Open {
    seq: i64,
    id: Id,
    about: Id,
    text: String,
    salt: Vec<u8>,
}

/// Is something still to be done that only another start can do?
pub fn is_moving_in(reader: &mut impl Read) -> Result<bool, Error> {
    let left = sql("SELECT name FROM secret_work ORDER BY name LIMIT 1");
    Ok(reader.one(&left, |row| row.text(0))?.is_some())
}

/// Nothing to do costs one look at an empty index.
pub(crate) fn move_in(tx: &mut Tx, at: &Location) -> Result<(), Error> {
    let conn = &mut tx.conn.0;
    let is_there = sql(dialect::table_exists(conn)).arg("secret_work");
    if conn.one(&is_there, |row| row.text(0))?.is_none() {
        return Ok(());
    }
    in_parts(tx, "entries", |tx| part(&mut tx.conn.0))?;
    if is_wanted(&mut tx.conn.0, "files")? {
        in_parts(tx, "files", |tx| files::close_open(&mut tx.conn.0, FILES))?;
        finished(&mut tx.conn.0, "files")?;
    }
    match is_wanted(&mut tx.conn.0, FREE)? {
        true => sweep(tx, at),
        false => Ok(()),
    }
}

fn in_parts(
    tx: &mut Tx,
    what: &'static str,
    part: impl Fn(&mut Tx) -> Result<i64, Error>,
) -> Result<(), Error> {
    let (mut done, mut told) = (0, 0);
    loop {
        dialect::begin_write(&mut tx.conn.0)?;
        if let Some(held) = tx.conn.0.held.as_mut() {
            held.let_go();
        }
        let some = part(tx);
        tx.conn.0.command(match some.is_ok() {
            true => dialect::COMMIT,
            false => dialect::ROLLBACK,
        })?;
        match some? {
            0 => return Ok(()),
            some => done += some,
        }
        if done >= told + TOLD {
            told = done;
            tracing::info!(what, done, "closing what an earlier version left open");
        }
    }
}

fn part(conn: &mut Conn) -> Result<i64, Error> {
    let query = sql(
        "SELECT seq, id, about, personal, personal_salt FROM journal_entry \
         WHERE personal IS NOT NULL ORDER BY seq LIMIT $1",
    );
    let open = conn.rows(&query.arg(PART), |row| {
        Ok(Open {
            seq: row.int(0)?,
            id: row.id(1)?,
            about: row.id(2)?,
            text: row.text(3)?,
            salt: row.bytes(4)?,
        })
    })?;
    open.iter().try_for_each(|entry| close(conn, entry))?;
    Ok(i64::try_from(open.len()).unwrap_or(PART))
}

fn close(conn: &mut Conn, entry: &Open) -> Result<(), Error> {
    let cut = |_| Error::Storage(format!("the salt of entry {} is cut short", entry.seq));
    let salt = Hash::try_from(entry.salt.as_slice()).map_err(cut)?;
    let key = key_for(conn, entry.about)?;
    let sealed = close_part(&key, entry.id, entry.about, &salt, &entry.text)?;
    let query = sql(
        "UPDATE journal_entry SET sealed = $2, personal = NULL, personal_salt = NULL WHERE seq = $1",
    );
    conn.execute(&query.arg(entry.seq).arg(sealed)).map(|_| ())
}

/// What was open stays in no free page, in no log beside the file and in no backup that
/// an earlier release made here. Nobody's complaint waits for that: what somebody else
/// holds, or a full disk does not allow, is done at the next start, and the health page
/// says so until then.
fn sweep(tx: &mut Tx, at: &Location) -> Result<(), Error> {
    let close = tx.wiring.close;
    in_parts(tx, "what no fact made", close)?;
    tracing::info!("clearing the free pages of the database: what was open is written over");
    match cleared(tx, at) {
        Ok(steps) if steps.iter().all(|step| step.went != Went::Held) => {
            steps.iter().for_each(told);
            finished(&mut tx.conn.0, FREE)
        }
        Err(Error::Full) => {
            tx.conn.0.fault = None;
            tracing::warn!(
                "there is no room for a second copy of the database: what was open is written over at the next start"
            );
            Ok(())
        }
        Ok(_) | Err(Error::Busy) => {
            tracing::warn!(
                "somebody else holds the database: what was open is written over at the next start"
            );
            Ok(())
        }
        Err(error) => Err(error),
    }
}

fn cleared(tx: &mut Tx, at: &Location) -> Result<Vec<Step>, Error> {
    backup::close_former(tx.keys())?;
    residue::clear(&mut tx.conn.0, at)
}

/// What this role may not do the operator does: another start would not help.
fn told(step: &Step) {
    if step.went == Went::NotAllowed {
        tracing::warn!(
            step = step.name,
            "the role of the database may not clear what was open: let a superuser do it once, see docs/guide/administrator.md"
        );
    }
}

fn is_wanted(conn: &mut Conn, name: &str) -> Result<bool, Error> {
    let wanted = sql("SELECT name FROM secret_work WHERE name = $1").arg(name);
    Ok(conn.one(&wanted, |row| row.text(0))?.is_some())
}

fn finished(conn: &mut Conn, name: &str) -> Result<(), Error> {
    let done = sql("DELETE FROM secret_work WHERE name = $1").arg(name);
    conn.execute(&done).map(|_| ())
}
