//! The one writer. Closures that wait are taken together: each in a savepoint of
//! its own, one signed checkpoint, one durable commit, and only then are they all
//! answered. A refusal never fails its neighbours; a write once begun ends even
//! when whoever asked has hung up.

use crate::{
    Error,
    conn::{Conn, Location},
    keys::Keys,
    tx::{Tx, Wiring},
};
use std::{
    sync::{Arc, mpsc},
    thread::JoinHandle,
};
use tokio::sync::watch;

/// What one closure answers once it is known whether the commit is durable.
pub(crate) type Answer = Box<dyn FnOnce(Option<Error>)>;
/// A waiting closure; handed an error instead of a transaction it answers with that.
pub(crate) type Work = Box<dyn FnOnce(Result<&mut Tx, Error>) -> Answer + Send>;

/// What needs the connection outside of any transaction: the file written anew.
pub(crate) type Between = Box<dyn FnOnce(Result<&mut Conn, Error>) + Send>;

pub(crate) enum Item {
    Write(Work),
    Between(Between),
}

impl Item {
    fn refuse(self, error: Error) {
        match self {
            Item::Write(work) => work(Err(error.clone()))(Some(error)),
            Item::Between(between) => between(Err(error)),
        }
    }
}

/// More would make the first of them wait for too long.
const BATCH_MAX: usize = 128;

pub(crate) struct Writer {
    inbox: Option<mpsc::Sender<Item>>,
    thread: Option<JoinHandle<()>>,
    pub failed: watch::Receiver<bool>,
}

impl Writer {
    pub fn start(
        at: Location,
        conn: Conn,
        keys: Arc<Keys>,
        wiring: Arc<Wiring>,
    ) -> Result<Writer, Error> {
        let (inbox, waiting) = mpsc::channel();
        let (failing, failed) = watch::channel(false);
        let desk = Desk {
            at,
            tx: Some(Tx::new(conn, wiring.clone(), keys.clone())),
            keys,
            wiring,
            failing,
            held: None,
        };
        let thread = std::thread::Builder::new()
            .name("journal-writer".into())
            .spawn(move || desk.work(waiting))?;
        Ok(Writer {
            inbox: Some(inbox),
            thread: Some(thread),
            failed,
        })
    }

    pub fn submit(&self, item: Item) {
        let sent = match &self.inbox {
            Some(inbox) => inbox.send(item).map_err(|unsent| unsent.0),
            None => Err(item),
        };
        if let Err(item) = sent {
            item.refuse(Error::Stopped);
        }
    }
}

/// Ends what was begun before the database is let go.
impl Drop for Writer {
    fn drop(&mut self) {
        self.inbox = None;
        if let Some(thread) = self.thread.take()
            && thread.thread().id() != std::thread::current().id()
        {
            drop(thread.join());
        }
    }
}

/// What the writer thread has at hand.
struct Desk {
    at: Location,
    /// None while a broken PostgreSQL connection waits to be replaced.
    tx: Option<Tx>,
    keys: Arc<Keys>,
    wiring: Arc<Wiring>,
    failing: watch::Sender<bool>,
    /// Came in the middle of a batch, and waits for its commit.
    held: Option<Between>,
}

impl Desk {
    fn work(mut self, waiting: mpsc::Receiver<Item>) {
        while let Some(first) = self.next(&waiting) {
            match first {
                item if *self.failing.borrow() => item.refuse(Error::Stopped),
                Item::Write(first) => self.batch(first, &waiting),
                Item::Between(between) => self.between(between),
            }
        }
    }

    fn next(&mut self, waiting: &mpsc::Receiver<Item>) -> Option<Item> {
        let held = self.held.take().map(Item::Between);
        held.or_else(|| waiting.recv().ok())
    }

    fn between(&mut self, between: Between) {
        match self.connected() {
            Ok(tx) => between(Ok(&mut tx.conn.0)),
            Err(error) => between(Err(error)),
        }
    }

    fn connected(&mut self) -> Result<&mut Tx, Error> {
        if self.tx.is_none() {
            self.tx = Some(Tx::new(
                Conn::writer(&self.at)?,
                self.wiring.clone(),
                self.keys.clone(),
            ));
        }
        self.tx.as_mut().ok_or(Error::Stopped)
    }

    fn batch(&mut self, first: Work, waiting: &mpsc::Receiver<Item>) {
        let mut answers = Vec::new();
        let outcome = match self.begin() {
            Ok(()) => self.run(first, waiting, &mut answers),
            Err(error) => {
                answers.push(first(Err(error.clone())));
                Err(error)
            }
        };
        let fault = outcome.err();
        if let Some(error) = &fault {
            self.after(error);
        }
        for answer in answers {
            answer(fault.clone());
        }
    }

    fn begin(&mut self) -> Result<(), Error> {
        let tx = self.connected()?;
        tx.conn.0.fault = None;
        tx.begin()
    }

    fn run(
        &mut self,
        first: Work,
        waiting: &mpsc::Receiver<Item>,
        answers: &mut Vec<Answer>,
    ) -> Result<(), Error> {
        let tx = self.tx.as_mut().ok_or(Error::Stopped)?;
        let mut next = Some(first);
        while let Some(work) = next {
            answers.push(work(Ok(tx)));
            tx.still_sound()?;
            next = match answers.len() < BATCH_MAX {
                true => write_waiting(waiting, &mut self.held),
                false => None,
            };
        }
        tx.commit()
    }

    /// A full disk is waited out. A disk that fails is not trusted again: nothing
    /// is acknowledged any more and the process is to end. A PostgreSQL connection
    /// that broke is replaced.
    fn after(&mut self, error: &Error) {
        tracing::error!(%error, "a batch of writes was not kept");
        let Some(tx) = self.tx.as_mut() else { return };
        tx.rollback();
        let sqlite = tx.conn.0.is_sqlite();
        if sqlite && matches!(error, Error::Storage(_)) {
            self.failing.send_replace(true);
        }
        if !sqlite && (!tx.conn.0.is_usable() || tx.conn.0.in_transaction()) {
            self.tx = None;
        }
    }
}

/// The next closure of this batch; what is no closure ends it.
fn write_waiting(waiting: &mpsc::Receiver<Item>, held: &mut Option<Between>) -> Option<Work> {
    match waiting.try_recv().ok()? {
        Item::Write(work) => Some(work),
        Item::Between(between) => {
            *held = Some(between);
            None
        }
    }
}
