//! Restoring into an empty place: the file is verified first, with the keys that
//! belong to it. Without them it refuses; `new_keys` goes on and what is lost is
//! said: access codes have to be issued again.

use super::{BackupNote, copy, read_note, settle, verified};
use crate::{
    Error, Location,
    conn::{Conn, sqlite},
    dialect,
    keys::{FILE_NAME, Keys},
    migrate::{self, Migration},
};
use redress_kernel::{Instant, journal::leaf::hex};
use std::path::{Path, PathBuf};

#[derive(Debug, Clone)]
pub struct Restore {
    pub file: PathBuf,
    /// Where keys and (with SQLite) the database go.
    pub dir: PathBuf,
    pub to: Location,
    /// The key file; None takes the one that lies in `dir`.
    pub keys: Option<PathBuf>,
    pub new_keys: bool,
    pub now: Instant,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    pub note: BackupNote,
    /// The key file that belongs to the restored database.
    pub keys: String,
    /// True when the old keys were not there: access codes no longer fit.
    pub codes_lost: bool,
}

pub fn restore(wanted: &Restore) -> Result<Restored, Error> {
    restore_with(wanted, migrate::MIGRATIONS)
}

/// `restore` with another list of migrations: for tests of small worlds.
pub fn restore_with(wanted: &Restore, migrations: &'static [Migration]) -> Result<Restored, Error> {
    crate::db::aside(|| carry_out(wanted, migrations))
}

fn carry_out(wanted: &Restore, migrations: &'static [Migration]) -> Result<Restored, Error> {
    let note = read_note(&wanted.file)?;
    refuse_newer(&wanted.file, migrations)?;
    let (mut keys, lost) = keys(wanted, &note)?;
    let found = verified(&wanted.file, &keys.verifiers())?;
    if (found.entries, hex(&found.root)) != (note.entries, note.root.clone()) {
        return Err(Error::Storage(
            "the backup is not what it says it is".into(),
        ));
    }
    std::fs::create_dir_all(&wanted.dir)?;
    match &wanted.to {
        Location::Sqlite(dir) => into_sqlite(&wanted.file, dir)?,
        Location::Postgres(_) => into_postgres(wanted, migrations)?,
    }
    if keys.dir() != Some(&wanted.dir) {
        keys.save(&wanted.dir)?;
    }
    Ok(Restored {
        note,
        keys: keys.id(),
        codes_lost: lost,
    })
}

fn refuse_newer(file: &Path, migrations: &[Migration]) -> Result<(), Error> {
    let found = migrate::version(&mut Conn::from(sqlite::single_file(file)?))?;
    let known = migrate::newest(migrations);
    if found > known {
        Err(Error::Newer { found, known })
    } else {
        Ok(())
    }
}

/// The matching keys, or new ones that succeed those which signed the backup.
fn keys(wanted: &Restore, note: &BackupNote) -> Result<(Keys, bool), Error> {
    let lying_there = wanted.dir.join(FILE_NAME);
    let given = match &wanted.keys {
        Some(path) => Some(Keys::from_file(path)?),
        None if lying_there.exists() => Some(Keys::load(&wanted.dir)?),
        None => None,
    };
    if let Some(keys) = given.filter(|keys| keys.id() == note.keys) {
        let other_there = keys.dir().is_none()
            && lying_there.exists()
            && Keys::load(&wanted.dir)?.id() != note.keys;
        return match other_there {
            true => Err(Error::Keys(format!(
                "{} belongs to another journal; move it away first",
                lying_there.display()
            ))),
            false => Ok((at_home(keys, &lying_there, &wanted.dir)?, false)),
        };
    }
    match wanted.new_keys && !lying_there.exists() {
        true => Ok((Keys::succeeding(&note.verifiers, wanted.now)?, true)),
        false if wanted.new_keys => Err(Error::Keys(format!(
            "{} is there; move it away first",
            lying_there.display()
        ))),
        false => Err(Error::Keys(format!(
            "this backup belongs to the key file {}",
            note.keys
        ))),
    }
}

/// The same keys that lie there already need not be written again.
fn at_home(keys: Keys, lying_there: &Path, dir: &Path) -> Result<Keys, Error> {
    if lying_there.exists() {
        Keys::load(dir)
    } else {
        Ok(keys)
    }
}

fn into_sqlite(file: &Path, dir: &Path) -> Result<(), Error> {
    let target = sqlite::file_in(dir);
    if target.exists() {
        return Err(Error::Storage(format!(
            "{} is there already; a restore needs an empty place",
            target.display()
        )));
    }
    std::fs::create_dir_all(dir)?;
    let part = target.with_extension("part");
    drop(std::fs::remove_file(&part));
    let mut to = crate::keys::private(&part)?;
    std::io::copy(&mut std::fs::File::open(file)?, &mut to)?;
    let conn = rusqlite::Connection::open(&part).map_err(sqlite::error)?;
    conn.execute_batch("PRAGMA secure_delete = ON; DROP TABLE backup_note;")
        .map_err(sqlite::error)?;
    drop(conn);
    settle(&part, &target)
}

/// Under the schema of the backup; opening it brings it up to date.
fn into_postgres(wanted: &Restore, migrations: &'static [Migration]) -> Result<(), Error> {
    let mut from = Conn::from(sqlite::single_file(&wanted.file)?);
    let mut live = Conn::writer(&wanted.to)?;
    dialect::begin_write(&mut live)?;
    if migrate::version(&mut live)? > 0 {
        return Err(Error::Storage(
            "the database is not empty; a restore needs an empty place".into(),
        ));
    }
    copy::like(&mut from, &mut live, migrations)?;
    copy::rows(&mut from, &mut live)?;
    live.command(dialect::COMMIT)
}
