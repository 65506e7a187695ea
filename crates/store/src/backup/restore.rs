//! Restoring into an empty place: the file is opened and verified first, with the keys
//! that belong to it: the key file, or its second copy and the root key. Without them
//! nothing opens it. With `new_keys` the journal is carried on under new ones, which is
//! how keys are renewed; only a backup of an earlier version, which lies open, goes on
//! without the old ones, and what is lost is said.

use super::{BackupNote, closed, copy, former, read_note, settle, verified};
use crate::{
    Error, Location,
    conn::{Conn, sqlite},
    dialect,
    keys::{FILE_NAME, Keys, RootKey},
    migrate::{self, Migration},
};
use redress_kernel::{Instant, journal::leaf::hex};
use std::path::{Path, PathBuf};

#[derive(Debug)]
pub struct Restore {
    pub file: PathBuf,
    /// Where keys and (with SQLite) the database go.
    pub dir: PathBuf,
    pub to: Location,
    /// The key file; None takes the one that lies in `dir`.
    pub keys: Option<PathBuf>,
    /// The second copy, and what opens it: for an empty machine.
    pub second: Option<(PathBuf, RootKey)>,
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
    let is_closed = closed::note(&wanted.file)?.is_some();
    let (opening, mut keys) = keys(wanted, &note, is_closed)?;
    std::fs::create_dir_all(&wanted.dir)?;
    let open = wanted.dir.join("restore.open");
    drop(std::fs::remove_file(&open));
    let mut held = is_closed.then(|| former::held(&open)).transpose()?;
    let file = if is_closed { &open } else { &wanted.file };
    let mut bring = || {
        if let Some(open) = &mut held {
            closed::opened(&wanted.file, &opening, open)?;
        }
        brought(wanted, file, &note, &keys, migrations)?;
        match keys.dir() == Some(&wanted.dir) {
            true => Ok(()),
            false => keys.save(&wanted.dir),
        }
    };
    let done = bring();
    drop(std::fs::remove_file(&open));
    done?;
    Ok(Restored {
        codes_lost: keys.id() != note.keys,
        note,
        keys: keys.id(),
    })
}

fn brought(
    wanted: &Restore,
    file: &Path,
    note: &BackupNote,
    keys: &Keys,
    migrations: &'static [Migration],
) -> Result<(), Error> {
    refuse_newer(file, migrations)?;
    let found = verified(file, keys)?;
    if (found.entries, hex(&found.root)) != (note.entries, note.root.clone()) {
        return Err(Error::Storage(
            "the backup is not what it says it is".into(),
        ));
    }
    match &wanted.to {
        Location::Sqlite(dir) => into_sqlite(file, dir),
        Location::Postgres(_) => into_postgres(wanted, file, migrations),
    }
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

/// The keys that open the backup, and those that the journal is carried on with: the same,
/// or new ones that succeed them.
fn keys(wanted: &Restore, note: &BackupNote, is_closed: bool) -> Result<(Keys, Keys), Error> {
    let lying_there = wanted.dir.join(FILE_NAME);
    let given = match (&wanted.keys, &wanted.second) {
        (Some(path), _) => Some(Keys::from_file(path)?),
        (None, Some((path, root))) => Some(Keys::from_second(path, root)?),
        (None, None) if lying_there.exists() => Some(Keys::load(&wanted.dir)?),
        (None, None) => None,
    };
    let in_the_way = |why| Err(Error::Keys(format!("{} {why}", lying_there.display())));
    if let Some(keys) = given.filter(|keys| keys.id() == note.keys) {
        if wanted.new_keys {
            return match lying_there.exists() {
                true => in_the_way("is there; move it away first, and name it with --keys"),
                false => Ok((keys.clone(), keys.renewed(wanted.now)?)),
            };
        }
        let other_there = keys.dir().is_none()
            && lying_there.exists()
            && Keys::load(&wanted.dir)?.id() != note.keys;
        if other_there {
            return in_the_way("belongs to another journal; move it away first");
        }
        let keys = at_home(keys, &lying_there, &wanted.dir)?;
        return Ok((keys.clone(), keys));
    }
    if is_closed {
        return Err(Error::Keys(format!(
            "this backup is closed and opens only with the key file {}: name it with --keys, or its second copy \
             with --copy and the root key on paper with --root; --new-keys besides renews them, and by itself opens nothing",
            note.keys
        )));
    }
    match (wanted.new_keys, lying_there.exists()) {
        (true, true) => in_the_way("is there; move it away first"),
        (true, false) => {
            let keys = Keys::succeeding(&note.verifiers, wanted.now)?;
            Ok((keys.clone(), keys))
        }
        (false, _) => Err(Error::Keys(format!(
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
    conn.execute_batch("PRAGMA secure_delete = ON; DROP TABLE IF EXISTS backup_note;")
        .map_err(sqlite::error)?;
    drop(conn);
    settle(&part, &target)
}

/// Under the schema of the backup; opening it brings it up to date.
fn into_postgres(
    wanted: &Restore,
    file: &Path,
    migrations: &'static [Migration],
) -> Result<(), Error> {
    let mut from = Conn::from(sqlite::single_file(file)?);
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
