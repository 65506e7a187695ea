//! What can go wrong underneath. These are our own faults or the machine's, not
//! the person's; they carry context and never a value that somebody typed.

use redress_kernel::journal::Unreadable;
use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// The disk is full: nothing of this write was kept, reading goes on.
    Full,
    /// Another process held the database for longer than we wait.
    Busy,
    /// A unique key, foreign key or check stood against the write.
    Constraint(String),
    /// The engine or the disk failed.
    Storage(String),
    /// The commit may or may not have happened (the connection broke, or a
    /// standby did not confirm): never answered as done.
    Unknown(String),
    /// The database was written by a newer release.
    Newer {
        found: i64,
        known: i64,
    },
    /// The key file is missing, unreadable or belongs to another journal.
    Keys(String),
    Unreadable(Unreadable),
    /// A mistake in this program: a wrong column, a number that canonical JSON refuses.
    Wrong(String),
    /// The closure panicked; its savepoint was rolled back.
    Panicked,
    /// The writer has stopped, because the disk could not be trusted any more.
    Stopped,
}

impl Error {
    /// True for what passes: the same request may be sent again and nothing is lost.
    pub fn is_unavailable(&self) -> bool {
        matches!(
            self,
            Error::Full | Error::Busy | Error::Unknown(_) | Error::Stopped
        )
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Full => f.write_str("the disk is full"),
            Error::Busy => f.write_str("the database is held by another process"),
            Error::Constraint(why) => write!(f, "a constraint refused the write: {why}"),
            Error::Storage(why) => write!(f, "the storage failed: {why}"),
            Error::Unknown(why) => write!(f, "the outcome of the commit is unknown: {why}"),
            Error::Newer { found, known } => write!(
                f,
                "the database has schema {found}, this release knows {known}: use the release that wrote it or a newer one"
            ),
            Error::Keys(why) => write!(f, "keys: {why}"),
            Error::Unreadable(entry) => fmt::Display::fmt(entry, f),
            Error::Wrong(why) => write!(f, "a mistake in this program: {why}"),
            Error::Panicked => f.write_str("a write panicked and was taken back"),
            Error::Stopped => f.write_str("the writer has stopped"),
        }
    }
}

impl std::error::Error for Error {}

impl From<Unreadable> for Error {
    fn from(entry: Unreadable) -> Error {
        Error::Unreadable(entry)
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Error {
        match error.kind() {
            std::io::ErrorKind::StorageFull => Error::Full,
            _ => Error::Storage(error.to_string()),
        }
    }
}
