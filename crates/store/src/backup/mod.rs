//! Backup and restore. A backup is one SQLite file, consistent while serving,
//! verified before it is called done. It never contains the key file; it names
//! the one that belongs to it.

mod copy;
mod restore;

pub use restore::{Restore, Restored, restore, restore_with};

use crate::{
    Db, Error, Location, Reader, Verified,
    conn::{Conn, sqlite},
    keys::Keys,
    migrate::{self, Migration},
    note::Verifier,
    read::ConnHandle,
    sql, verify,
};
use redress_kernel::{Instant, journal::leaf::hex};
use std::path::{Path, PathBuf};

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupNote {
    /// The key file that belongs to it, by its id.
    pub keys: String,
    pub made_at: Instant,
    pub entries: i64,
    pub root: String,
    pub(crate) verifiers: Vec<Verifier>,
}

/// Writes a backup to `file`, which must not exist yet.
pub fn backup(db: &Db, file: &Path, now: Instant) -> Result<BackupNote, Error> {
    let (file, db) = (file.to_owned(), db.clone());
    crate::db::aside(move || {
        let mut live = Conn::reader(db.location())?;
        save(&mut live, db.migrations(), db.keys(), &file, now)
    })
}

/// Before a migration: beside the key file, under the version it can go back to.
pub(crate) fn before_migration(
    live: &mut Conn,
    known: &'static [Migration],
    keys: &Keys,
    at: &Location,
) -> Result<(), Error> {
    let version = migrate::version(live)?;
    let dir = match (keys.dir(), at) {
        (Some(dir), _) => dir.to_owned(),
        (None, Location::Sqlite(dir)) => dir.clone(),
        (None, Location::Postgres(_)) => {
            return Err(Error::Keys(
                "a migration needs a directory for its backup".into(),
            ));
        }
    };
    let newest = crate::journal::size(live)?;
    let file = dir.join(format!(
        "before-migration-from-{version}-at-{newest}.redress-backup"
    ));
    if file.exists() {
        // The same facts under the same version were saved by an attempt before.
        return Ok(());
    }
    save(live, known, keys, &file, Instant::from_micros(0)).map(|_| ())
}

fn save(
    live: &mut Conn,
    migrations: &'static [Migration],
    keys: &Keys,
    file: &Path,
    now: Instant,
) -> Result<BackupNote, Error> {
    if file.exists() {
        return Err(Error::Storage(format!(
            "{} is there already",
            file.display()
        )));
    }
    let part = file.with_extension("part");
    drop(std::fs::remove_file(&part));
    let made = fill(live, migrations, keys, &part, now);
    if made.is_err() {
        drop(std::fs::remove_file(&part));
        return made;
    }
    settle(&part, file)?;
    made
}

fn fill(
    live: &mut Conn,
    migrations: &'static [Migration],
    keys: &Keys,
    part: &Path,
    now: Instant,
) -> Result<BackupNote, Error> {
    crate::keys::private(part)?;
    copy::into_file(live, migrations, part)?;
    let verified = verified(part, &keys.verifiers())?;
    let note = BackupNote {
        keys: keys.id(),
        made_at: now,
        entries: verified.entries,
        root: hex(&verified.root),
        verifiers: keys.verifiers(),
    };
    write_note(part, &note)?;
    Ok(note)
}

fn verified(file: &Path, keys: &[Verifier]) -> Result<Verified, Error> {
    let conn = sqlite::single_file(file)?;
    let sound: String = conn
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .map_err(sqlite::error)?;
    if sound != "ok" {
        return Err(Error::Storage("the copy is damaged".into()));
    }
    let verified = verify(&mut Reader(ConnHandle(conn.into())), keys, &[])?;
    match &verified.first_bad {
        None => Ok(verified),
        Some(bad) => Err(Error::Storage(format!(
            "the journal does not verify at entry {}: {}",
            bad.seq, bad.why
        ))),
    }
}

fn write_note(file: &Path, note: &BackupNote) -> Result<(), Error> {
    let mut conn = Conn::from(rusqlite::Connection::open(file).map_err(sqlite::error)?);
    conn.script(
        "CREATE TABLE backup_note (keys TEXT NOT NULL, verifiers TEXT NOT NULL, made_at INTEGER NOT NULL, \
         entries INTEGER NOT NULL, root TEXT NOT NULL) STRICT;",
    )?;
    let verifiers: Vec<String> = note.verifiers.iter().map(Verifier::text).collect();
    let insert = sql(
        "INSERT INTO backup_note (keys, verifiers, made_at, entries, root) VALUES ($1, $2, $3, $4, $5)",
    );
    let insert = insert.arg(&note.keys).arg(verifiers.join("\n"));
    conn.execute(&insert.arg(note.made_at).arg(note.entries).arg(&note.root))
        .map(|_| ())
}

/// What a backup file says of itself, without believing it yet.
pub fn read_note(file: &Path) -> Result<BackupNote, Error> {
    let not_one = || Error::Storage(format!("{} is no backup", file.display()));
    let mut conn = Conn::from(sqlite::single_file(file).map_err(|_| not_one())?);
    let query = sql("SELECT keys, verifiers, made_at, entries, root FROM backup_note LIMIT 1");
    let found = conn.one(&query, |row| {
        let verifiers = row.text(1)?;
        Ok(BackupNote {
            keys: row.text(0)?,
            verifiers: verifiers
                .lines()
                .map(Verifier::read)
                .collect::<Result<_, _>>()?,
            made_at: row.instant(2)?,
            entries: row.int(3)?,
            root: row.text(4)?,
        })
    });
    found.ok().flatten().ok_or_else(not_one)
}

/// To the disk first, then under its name: half a backup never bears the name of one.
pub(crate) fn settle(part: &Path, file: &Path) -> Result<(), Error> {
    std::fs::File::open(part)?.sync_all()?;
    std::fs::rename(part, file)?;
    let dir = file.parent().filter(|dir| !dir.as_os_str().is_empty());
    std::fs::File::open(dir.map_or_else(|| PathBuf::from("."), Path::to_owned))?.sync_all()?;
    Ok(())
}
