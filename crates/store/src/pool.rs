//! Connections for reading. One is lent for one closure, inside one read
//! transaction, and comes back only when that transaction has ended; a
//! connection of which this is not certain is thrown away.

use crate::{
    Error,
    conn::{Conn, Location},
    dialect,
    keys::Keys,
    read::{ConnHandle, Reader},
};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Kept open when idle; more are opened while more are asked for at once.
const IDLE_MAX: usize = 8;

pub(crate) struct Pool {
    at: Location,
    keys: Arc<Keys>,
    idle: Mutex<Vec<ConnHandle>>,
}

impl Pool {
    pub fn new(at: Location, keys: Arc<Keys>) -> Pool {
        Pool {
            at,
            keys,
            idle: Mutex::new(Vec::new()),
        }
    }

    /// A panic inside is answered as an error; the connection comes back clean or not at all.
    pub fn read<T, E: From<Error>>(
        &self,
        f: impl FnOnce(&mut Reader) -> Result<T, E>,
    ) -> Result<T, E> {
        let idle = self.idle().pop();
        let conn = match idle {
            Some(conn) => conn,
            None => ConnHandle(Conn::reader(&self.at)?.with_keys(self.keys.clone())),
        };
        let mut reader = Reader(conn);
        if let Some(held) = reader.0.0.held.as_mut() {
            held.begin();
        }
        dialect::begin_read(&mut reader.0.0)?;
        let answer = catch_unwind(AssertUnwindSafe(|| f(&mut reader)));
        self.take_back(reader.0);
        answer.unwrap_or_else(|_| Err(E::from(Error::Panicked)))
    }

    fn take_back(&self, mut conn: ConnHandle) {
        // Not ROLLBACK first: after one SQLite parses every prepared statement again.
        let ended = (conn.0.command(dialect::COMMIT).is_ok()
            || conn.0.command(dialect::ROLLBACK).is_ok())
            && !conn.0.in_transaction()
            && conn.0.is_usable();
        let mut idle = self.idle();
        if ended && idle.len() < IDLE_MAX {
            idle.push(conn);
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<ConnHandle>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn at_rest(&self) -> (usize, usize) {
        let idle = self.idle();
        (
            idle.len(),
            idle.iter().filter(|conn| conn.0.in_transaction()).count(),
        )
    }
}

/// The blocking PostgreSQL driver must not be closed on an asynchronous thread.
impl Drop for Pool {
    fn drop(&mut self) {
        let idle = std::mem::take(&mut *self.idle());
        close(idle);
    }
}

pub(crate) fn close(conns: Vec<ConnHandle>) {
    if conns.iter().all(|conn| conn.0.is_sqlite()) {
        return;
    }
    let closing = std::thread::spawn(move || drop(conns));
    drop(closing.join());
}
