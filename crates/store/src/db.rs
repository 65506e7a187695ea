//! The database as the rest of the house holds it: `read` a moment, `write` a
//! closure. Asynchronous only here at the edge; everything inside is plain calls.

use crate::{
    Error, Keys, Location, Reader, backup, compartment,
    conn::Conn,
    dialect,
    migrate::{self, MIGRATIONS, Migration},
    note::Checkpoint,
    pool::Pool,
    rebuild, sql,
    tx::{Tx, Wiring},
    writer::{Between, Item, Writer},
};
use std::sync::{Arc, mpsc};
use tokio::sync::oneshot;

/// Cheap to clone; the last clone to go ends the writer.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    at: Location,
    pool: Pool,
    writer: Writer,
    keys: Arc<Keys>,
    wiring: Arc<Wiring>,
    migrations: &'static [Migration],
}

impl Db {
    /// Opens, refuses what is not durable or too new, migrates, starts the writer.
    pub fn open(at: &Location, keys: Keys, wiring: Wiring) -> Result<Db, Error> {
        Db::open_with(at, keys, wiring, MIGRATIONS)
    }

    /// `open` with another list of migrations: for tests of small worlds.
    pub fn open_with(
        at: &Location,
        keys: Keys,
        wiring: Wiring,
        migrations: &'static [Migration],
    ) -> Result<Db, Error> {
        let (at, keys, wiring) = (at.clone(), Arc::new(keys), Arc::new(wiring));
        aside(move || {
            let conn = prepared(&at, keys.clone(), wiring.clone(), migrations)?;
            let writer = Writer::start(at.clone(), conn, keys.clone(), wiring.clone())?;
            let pool = Pool::new(at.clone(), keys.clone());
            Ok(Db(Arc::new(Inner {
                at,
                pool,
                writer,
                keys,
                wiring,
                migrations,
            })))
        })
    }

    pub async fn read<T, E>(
        &self,
        f: impl FnOnce(&mut Reader) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        if matches!(self.0.at, Location::Sqlite(_)) {
            return self.0.pool.read(f);
        }
        let db = self.clone();
        let reading = tokio::task::spawn_blocking(move || db.0.pool.read(f));
        reading
            .await
            .unwrap_or_else(|_| Err(E::from(Error::Panicked)))
    }

    pub async fn write<T, E>(
        &self,
        f: impl FnOnce(&mut Tx) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (tell, told) = oneshot::channel();
        self.submit(f, move |answer| drop(tell.send(answer)));
        told.await.unwrap_or_else(|_| Err(E::from(Error::Stopped)))
    }

    /// `read` for commands and tests: blocks.
    pub fn read_now<T, E>(&self, f: impl FnOnce(&mut Reader) -> Result<T, E> + Send) -> Result<T, E>
    where
        T: Send,
        E: From<Error> + Send,
    {
        match self.0.at {
            Location::Sqlite(_) => self.0.pool.read(f),
            Location::Postgres(_) => aside(|| self.0.pool.read(f)),
        }
    }

    /// `write` for commands and tests: blocks until durable.
    pub fn write_now<T, E>(
        &self,
        f: impl FnOnce(&mut Tx) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (tell, told) = mpsc::channel();
        self.submit(f, move |answer| drop(tell.send(answer)));
        told.recv().unwrap_or_else(|_| Err(E::from(Error::Stopped)))
    }

    fn submit<T, E>(
        &self,
        f: impl FnOnce(&mut Tx) -> Result<T, E> + Send + 'static,
        tell: impl FnOnce(Result<T, E>) + Send + 'static,
    ) where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.0.writer.submit(Item::Write(Box::new(move |tx| {
            let done = tx.map_err(E::from).and_then(|tx| tx.savepoint(f));
            Box::new(move |fault| tell(fault.map_or(done, |fault| Err(E::from(fault)))))
        })));
    }

    /// Runs between two batches, on the writer's own connection.
    pub(crate) fn between(&self, work: Between) {
        self.0.writer.submit(Item::Between(work));
    }

    pub fn keys(&self) -> &Keys {
        &self.0.keys
    }

    pub fn location(&self) -> &Location {
        &self.0.at
    }

    pub(crate) fn keys_held(&self) -> Arc<Keys> {
        self.0.keys.clone()
    }

    pub(crate) fn wiring(&self) -> Arc<Wiring> {
        self.0.wiring.clone()
    }

    pub(crate) fn migrations(&self) -> &'static [Migration] {
        self.0.migrations
    }

    /// Turns true when the disk has failed: nothing is acknowledged any more and
    /// the process is to end with an error, so that recovery runs at the next start.
    pub fn failed(&self) -> tokio::sync::watch::Receiver<bool> {
        self.0.writer.failed.clone()
    }

    /// Connections at rest, and how many of them still hold a transaction: none, ever.
    #[doc(hidden)]
    pub fn at_rest(&self) -> (usize, usize) {
        self.0.pool.at_rest()
    }
}

/// A database that holds something is backed up before its schema changes.
fn prepared(
    at: &Location,
    keys: Arc<Keys>,
    wiring: Arc<Wiring>,
    migrations: &'static [Migration],
) -> Result<Conn, Error> {
    let mut conn = Conn::writer(at)?;
    backup::clear_leftovers(&keys)?;
    let there = migrate::version(&mut conn)? > 0;
    refuse_other_keys(&mut conn, &keys, there)?;
    if there && !migrate::missing(&mut conn, migrations)?.is_empty() {
        backup::before_migration(&mut conn, migrations, &keys, at)?;
    }
    dialect::begin_write(&mut conn)?;
    let missing = migrate::missing(&mut conn, migrations)?;
    let mut tx = Tx::new(conn, wiring, keys);
    if migrate::apply(&mut tx.conn.0, &missing)? {
        rebuild::anew(&mut tx)?;
    }
    tx.conn.0.command(dialect::COMMIT)?;
    compartment::move_in(&mut tx, at)?;
    Ok(tx.conn.0)
}

/// A key file that did not sign this journal would go on signing it, and open nothing.
fn refuse_other_keys(conn: &mut Conn, keys: &Keys, there: bool) -> Result<(), Error> {
    let newest = sql("SELECT note FROM journal_checkpoint ORDER BY number DESC LIMIT 1");
    let note = match there {
        true => conn.one(&newest, |row| row.text(0))?,
        false => None,
    };
    let theirs = |note: &String| Checkpoint::open_own(note, &keys.verifiers()).is_err();
    match note.filter(theirs) {
        None => Ok(()),
        Some(_) => Err(Error::Keys(format!(
            "the key file {} did not sign this journal: put the key file that belongs to it beside it, \
             or bring it back from its second copy with redress keys recover",
            keys.id()
        ))),
    }
}

/// On a thread of its own: the blocking PostgreSQL driver must not run where an
/// asynchronous runtime is at work.
pub(crate) fn aside<T: Send, E: From<Error> + Send>(
    f: impl FnOnce() -> Result<T, E> + Send,
) -> Result<T, E> {
    std::thread::scope(|scope| {
        scope
            .spawn(f)
            .join()
            .unwrap_or_else(|_| Err(E::from(Error::Panicked)))
    })
}
