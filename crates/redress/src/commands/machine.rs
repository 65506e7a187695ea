//! What the binary measures of its machine for `doctor` and the health page.

use crate::clock::MachineClock;
use redress_kernel::{Instant, instant::Clock};
use redress_office::Machine;
use redress_store::{Db, Error, Location, Read, Reader, rights_too_many, sql};
use std::path::Path;

/// `folder`: the installation's own.
pub fn measured(folder: &Path, db: &Db) -> Machine {
    let (free, size) = disk(folder).map_or((None, None), |(free, size)| (Some(free), Some(size)));
    Machine {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        durable: durable(db),
        disk_free: free,
        disk_size: size,
        clock_off_ms: None,
        clock_behind: behind(db),
        clock_held: false,
        backups_expected: true,
        keys_open: keys_open(folder),
        second_copy: Some(db.keys().second_copy()),
        reachable_safely: None,
        rights_too_many: rights_too_many(db).unwrap_or_default(),
        fonts_missing: Vec::new(),
    }
}

/// SQLite opens only with WAL and FULL; what a PostgreSQL does is its own setting.
fn durable(db: &Db) -> Option<bool> {
    match db.location() {
        Location::Sqlite(_) => Some(true),
        Location::Postgres(_) => {
            let setting = sql("SELECT setting FROM pg_settings WHERE name = 'synchronous_commit'");
            db.read_now(|reader| -> Result<_, Error> { reader.one(&setting, |row| row.text(0)) })
                .ok()?
                .map(|on| on != "off")
        }
    }
}

/// The same as a running server sees it, which may go by another time than the machine.
pub fn measured_beside(folder: &Path, db: &Db, ours: Instant) -> Machine {
    let off = MachineClock.now().seconds_since(ours);
    Machine {
        clock_held: off.abs() > HELD_SECONDS,
        ..measured(folder, db)
    }
}

/// A request may take a moment between the two looks.
const HELD_SECONDS: i64 = 60;

/// When the newest entry of the journal was recorded.
pub fn newest(reader: &mut Reader) -> Result<Option<Instant>, Error> {
    let newest = sql("SELECT recorded_at FROM journal_entry ORDER BY seq DESC LIMIT 1");
    reader.one(&newest, |row| row.instant(0))
}

fn behind(db: &Db) -> bool {
    let newest = db.read_now(newest);
    newest
        .ok()
        .flatten()
        .is_some_and(|at| at > MachineClock.now().plus_seconds(2))
}

fn keys_open(folder: &Path) -> Option<bool> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(folder.join("keys.toml"))
        .ok()?
        .permissions()
        .mode();
    Some(mode & 0o077 != 0)
}

/// Free and whole bytes of the disk on which the folder lies, as `df` tells them.
pub fn disk(folder: &Path) -> Option<(u64, u64)> {
    let output = std::process::Command::new("df")
        .args(["-B1", "--output=avail,size"])
        .arg(folder)
        .output()
        .ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let mut numbers = text
        .lines()
        .nth(1)?
        .split_whitespace()
        .map(|n| n.parse::<u64>().ok());
    Some((numbers.next()??, numbers.next()??))
}
