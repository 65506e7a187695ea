//! One connection to one of the two engines. Everything above asks through
//! here; what differs between them is in `dialect`.

#[cfg(debug_assertions)]
pub(crate) mod asked;
pub(crate) mod postgres;
mod secured;
pub(crate) mod sqlite;

use crate::{
    Error, Row, Sql,
    compartment::Held,
    keys::Keys,
    row::{Asked, Cells},
};
use redress_kernel::Id;
use std::{cell::Cell, path::PathBuf, sync::Arc};

/// Where the database is: a directory of our own, or a PostgreSQL URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    Sqlite(PathBuf),
    Postgres(String),
}

pub(crate) struct Conn {
    pub engine: Engine,
    /// The last failure of disk or engine, kept because the closure that met it
    /// may answer with an error of its own.
    pub fault: Option<Error>,
    /// What opens closed columns; None where nobody needs them.
    pub held: Option<Held>,
}

pub(crate) enum Engine {
    Sqlite(Box<rusqlite::Connection>),
    Postgres(Box<postgres::Session>),
}

/// A key as it lies: the epoch that wraps it, and its wrapping.
type Wrapped = (i64, Vec<u8>);

/// Hands out a row, with the key that it turned out to need: `fetch` asks the same
/// connection for it. The second time is the last.
pub(super) fn handed_out<'a>(
    held: &mut Option<Held>,
    cells: impl Fn() -> Cells<'a>,
    on: &mut dyn FnMut(&Row) -> Result<More, Error>,
    fetch: &mut dyn FnMut(Id) -> Result<Option<Wrapped>, Error>,
) -> Result<More, Error> {
    let wanted = {
        let asked = Asked {
            last: held.is_none(),
            held: held.as_ref(),
            wanted: Cell::new(None),
        };
        let done = on(&Row::new(cells(), &asked));
        match (asked.wanted.get(), done) {
            (Some(about), Err(_)) => about,
            (_, done) => return done,
        }
    };
    if let (Some(held), Some((epoch, wrapped))) = (held.as_mut(), fetch(wanted)?) {
        held.unwrap(wanted, epoch, &wrapped)?;
    }
    let asked = Asked {
        held: held.as_ref(),
        wanted: Cell::new(None),
        last: true,
    };
    on(&Row::new(cells(), &asked))
}

/// Whether `each` wants another row.
pub(crate) enum More {
    Yes,
    No,
}

impl From<Engine> for Conn {
    fn from(engine: Engine) -> Conn {
        Conn {
            engine,
            fault: None,
            held: None,
        }
    }
}

impl From<rusqlite::Connection> for Conn {
    fn from(conn: rusqlite::Connection) -> Conn {
        Engine::Sqlite(Box::new(conn)).into()
    }
}

impl Conn {
    /// With the keys that open what lies closed.
    pub fn with_keys(mut self, keys: Arc<Keys>) -> Conn {
        self.held = Some(Held::new(keys));
        self
    }

    pub fn writer(at: &Location) -> Result<Conn, Error> {
        match at {
            Location::Sqlite(dir) => Ok(sqlite::writer(dir)?.into()),
            Location::Postgres(url) => {
                Ok(Engine::Postgres(Box::new(postgres::Session::open(url)?)).into())
            }
        }
    }

    pub fn reader(at: &Location) -> Result<Conn, Error> {
        match at {
            Location::Sqlite(dir) => Ok(sqlite::reader(dir)?.into()),
            Location::Postgres(_) => Conn::writer(at),
        }
    }

    /// Empty, gone when closed: where a rebuild is tried out.
    pub fn scratch() -> Result<Conn, Error> {
        Ok(sqlite::scratch()?.into())
    }

    pub fn execute(&mut self, query: &Sql) -> Result<u64, Error> {
        let done = match &mut self.engine {
            Engine::Sqlite(conn) => sqlite::execute(conn, query),
            Engine::Postgres(session) => session.execute(query),
        };
        self.noting(done)
    }

    pub fn each(
        &mut self,
        query: &Sql,
        on: &mut dyn FnMut(&Row) -> Result<More, Error>,
    ) -> Result<(), Error> {
        let done = match &mut self.engine {
            Engine::Sqlite(conn) => sqlite::each(conn, &mut self.held, query, on),
            Engine::Postgres(session) => session.each(&mut self.held, query, on),
        };
        self.noting(done)
    }

    pub fn noting<T>(&mut self, done: Result<T, Error>) -> Result<T, Error> {
        if let Err(error @ (Error::Full | Error::Storage(_) | Error::Unknown(_))) = &done {
            self.fault = Some(error.clone());
        }
        done
    }

    pub fn rows<T>(
        &mut self,
        query: &Sql,
        mut map: impl FnMut(&Row) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let mut found = Vec::new();
        self.each(query, &mut |row| {
            found.push(map(row)?);
            Ok(More::Yes)
        })?;
        Ok(found)
    }

    pub fn all<T>(
        &mut self,
        query: Sql,
        max: usize,
        map: impl FnMut(&Row) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let one_more = i64::try_from(max).unwrap_or(i64::MAX).saturating_add(1);
        let found = self.rows(&query.push(" LIMIT ").bind(one_more), map)?;
        match found.len() > max {
            true => Err(Error::Wrong(format!(
                "more than {max} rows, where all of them count"
            ))),
            false => Ok(found),
        }
    }

    pub fn one<T>(
        &mut self,
        query: &Sql,
        mut map: impl FnMut(&Row) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        let mut found = None;
        self.each(query, &mut |row| {
            found = Some(map(row)?);
            Ok(More::No)
        })?;
        Ok(found)
    }

    /// A statement without values or answer: BEGIN, SAVEPOINT, COMMIT.
    pub fn command(&mut self, text: &'static str) -> Result<(), Error> {
        let done = match &mut self.engine {
            Engine::Sqlite(conn) => sqlite::command(conn, text),
            Engine::Postgres(session) => session.command(text),
        };
        self.noting(done)
    }

    /// Several statements at once, as in a migration.
    pub fn script(&mut self, text: &str) -> Result<(), Error> {
        match &mut self.engine {
            Engine::Sqlite(conn) => conn.execute_batch(text).map_err(sqlite::error),
            Engine::Postgres(session) => session.script(text),
        }
    }

    /// Is a transaction open? Asked of the engine where it can tell (SQLite rolls
    /// a whole transaction back by itself when the disk fails).
    pub fn in_transaction(&self) -> bool {
        match &self.engine {
            Engine::Sqlite(conn) => !conn.is_autocommit(),
            Engine::Postgres(session) => session.in_transaction(),
        }
    }

    pub fn is_usable(&self) -> bool {
        match &self.engine {
            Engine::Sqlite(_) => true,
            Engine::Postgres(session) => session.is_usable(),
        }
    }

    /// The SQLite connection itself, for its own backup.
    pub fn sqlite(&self) -> Option<&rusqlite::Connection> {
        match &self.engine {
            Engine::Sqlite(conn) => Some(conn),
            Engine::Postgres(_) => None,
        }
    }

    pub fn is_sqlite(&self) -> bool {
        matches!(self.engine, Engine::Sqlite(_))
    }
}
