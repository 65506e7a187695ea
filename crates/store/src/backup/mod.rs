//! Backup and restore. A backup is one SQLite file, consistent while serving,
//! verified before it is called done, and closed to the present epoch: when that epoch's
//! key is destroyed nothing opens it. It never contains the key file; it names the one
//! that belongs to it.

mod closed;
mod copy;
mod former;
mod restore;

pub(crate) use former::{clear_leftovers, close_former};
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
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

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
    let (open, part) = (beside_the_keys(keys, file), file.with_extension("part"));
    let made = made(live, migrations, keys, (&open, &part), now);
    drop(std::fs::remove_file(&open));
    if made.is_err() {
        drop(std::fs::remove_file(&part));
        return made;
    }
    settle(&part, file)?;
    made
}

/// The copy that is checked lies where the live data does, for as long as it takes: what
/// is open never comes to the place where backups are kept.
fn beside_the_keys(keys: &Keys, file: &Path) -> PathBuf {
    match keys.dir() {
        Some(dir) => dir.join(format!("backup-{}.open", std::process::id())),
        None => file.with_extension("open"),
    }
}

fn made(
    live: &mut Conn,
    migrations: &'static [Migration],
    keys: &Keys,
    (open, part): (&Path, &Path),
    now: Instant,
) -> Result<BackupNote, Error> {
    drop(std::fs::remove_file(open));
    drop(std::fs::remove_file(part));
    let _held = former::held(open)?;
    let note = fill(live, migrations, keys, open, now)?;
    closed::write(open, part, &note, keys)?;
    closed::is_whole(part, keys)?;
    Ok(note)
}

fn fill(
    live: &mut Conn,
    migrations: &'static [Migration],
    keys: &Keys,
    part: &Path,
    now: Instant,
) -> Result<BackupNote, Error> {
    copy::into_file(live, migrations, part)?;
    let verified = verified(part, keys)?;
    Ok(BackupNote {
        keys: keys.id(),
        made_at: now,
        entries: verified.entries,
        root: hex(&verified.root),
        verifiers: keys.verifiers(),
    })
}

fn verified(file: &Path, keys: &Keys) -> Result<Verified, Error> {
    let conn = sqlite::single_file(file)?;
    let sound: String = conn
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .map_err(sqlite::error)?;
    if sound != "ok" {
        return Err(Error::Storage("the copy is damaged".into()));
    }
    let conn = Conn::from(conn).with_keys(Arc::new(keys.clone()));
    let verified = verify(&mut Reader(ConnHandle(conn)), &keys.verifiers(), &[])?;
    match &verified.first_bad {
        None => Ok(verified),
        Some(bad) => Err(Error::Storage(format!(
            "the journal does not verify at entry {}: {}",
            bad.seq, bad.why
        ))),
    }
}

/// What a backup file says of itself, without believing it yet. One of an earlier version
/// lies open and is read as it always was.
pub fn read_note(file: &Path) -> Result<BackupNote, Error> {
    let not_one = || Error::Storage(format!("{} is no backup", file.display()));
    if let Some((note, _)) = closed::note(file).map_err(|_| not_one())? {
        return Ok(note);
    }
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
