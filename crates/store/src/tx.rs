//! A write in progress. `record` is the one way by which a fact comes into the
//! world: it appends to the journal, lets every projection follow and every
//! listener answer, all in the transaction that is answered only once durable.

use crate::{
    Error, Memo, NewJob, Sql, Value, compartment,
    conn::Conn,
    dialect, files, job,
    journal::{append, append::End, checkpoint, erase},
    keys::Keys,
    random,
    read::ConnHandle,
    settling::{Behind, Follow, Settling, Sums, names},
};
use redress_kernel::{By, Draft, Entry, Id, Instant, content::Content};
use std::sync::Arc;

/// Who follows a fact: functions handed in once, at the start.
pub struct Wiring {
    /// Brings the projections up to date with this entry; also in a rebuild.
    pub project: fn(&mut Tx, &Entry) -> Result<(), Error>,
    /// Appends facts and jobs that follow from this entry; never in a rebuild.
    pub listen: fn(&mut Tx, &Entry) -> Result<(), Error>,
    /// Closes the next rows that an earlier release left open in tables that no fact
    /// made; how many there were. Called when such a release's database is moved in.
    pub close: fn(&mut Tx) -> Result<i64, Error>,
    /// Every projected table with the columns that order it.
    pub projections: Vec<(&'static str, &'static str)>,
}

impl Wiring {
    /// Nobody follows: for tools and tests of the journal alone.
    pub fn none() -> Wiring {
        Wiring {
            project: |_, _| Ok(()),
            listen: |_, _| Ok(()),
            close: |_| Ok(0),
            projections: Vec::new(),
        }
    }
}

pub struct Tx {
    pub(crate) conn: ConnHandle,
    pub(crate) wiring: Arc<Wiring>,
    keys: Arc<Keys>,
    pub(crate) horizon: i64,
    end: Option<End>,
    grown: bool,
    settling: Settling,
    behind: Vec<Behind>,
    pub memo: Memo,
}

impl Tx {
    pub(crate) fn new(conn: Conn, wiring: Arc<Wiring>, keys: Arc<Keys>) -> Tx {
        Tx {
            conn: ConnHandle(conn.with_keys(keys.clone())),
            wiring,
            keys,
            horizon: i64::MAX,
            end: None,
            grown: false,
            settling: Settling::default(),
            behind: Vec::new(),
            memo: Memo::default(),
        }
    }

    /// What references and access codes are derived from; not for `project`.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    pub fn execute(&mut self, query: &Sql) -> Result<u64, Error> {
        self.catch_up_for(query)?;
        self.conn.0.execute(query)
    }

    /// Writes this row at the end of the closure, or before a statement names its
    /// table: a receipt and what follows on it by itself are one row, not three.
    pub fn write_behind(&mut self, table: &'static str, about: Id, write: Follow) {
        let waits = |row: &Behind| row.about == about && row.table == table;
        if !self.behind.iter().any(waits) {
            self.behind.push(Behind {
                table,
                about,
                write,
            });
        }
    }

    pub(crate) fn catch_up_for(&mut self, query: &Sql) -> Result<(), Error> {
        let asked = |row: &Behind| names(query.text(), row.table);
        match self.behind.iter().any(asked) {
            true => self.catch_up(),
            false => Ok(()),
        }
    }

    pub(crate) fn catch_up(&mut self) -> Result<(), Error> {
        for row in std::mem::take(&mut self.behind) {
            (row.write)(self, row.about)?;
        }
        Ok(())
    }

    /// Appends the fact; `recorded_at` is `by.at`, or the newest entry's time if
    /// the clock was set back.
    pub fn record(&mut self, draft: Draft, by: &By) -> Result<Entry, Error> {
        let mut end = match self.end.take() {
            Some(end) => end,
            None => End::load(&mut self.conn.0)?,
        };
        let entry = append::append(&mut self.conn.0, &mut end, draft, by)?;
        self.end = Some(end);
        self.grown = true;
        erase::carry_out(&mut self.conn.0, &entry)?;
        (self.wiring.clone().project)(self, &entry)?;
        let erased = erase::named(&entry)?;
        compartment::forget_what_is_empty(&mut self.conn.0, &erased)?;
        (self.wiring.clone().listen)(self, &entry)?;
        Ok(entry)
    }

    /// The journal now ends here: what was taken over is signed with this commit.
    pub(crate) fn grown_to(&mut self, end: End) {
        self.end = Some(end);
        self.grown = true;
    }

    /// Takes the personal parts of these entries away, with salts and files, by
    /// recording the fact `erased` about `about`. A fact of that kind with more in
    /// its record (a basis) does the same through `record`.
    pub fn erase(
        &mut self,
        about: Id,
        entries: &[i64],
        basis: &str,
        by: &By,
    ) -> Result<Entry, Error> {
        let draft = Draft {
            kind: erase::ERASED,
            version: 1,
            about,
            occurred_at: None,
            record: serde_json::json!({ "entries": entries, "basis": basis }),
            personal: None,
        };
        self.record(draft, by)
    }

    /// Takes the key of this case or person away: what lay closed under it opens no
    /// more, here, and in no backup once its epoch is gone. Refused while a fact still
    /// has its personal part; recording `erased` for the last of them does it by itself.
    pub fn forget(&mut self, about: Id) -> Result<(), Error> {
        compartment::forget(&mut self.conn.0, about)
    }

    /// A short text as it lies in `column` of the row about this: closed, and opened
    /// again by `Row::opened` with the same two. Nothing stays nothing.
    pub fn close(&mut self, column: &str, about: Id, text: &str) -> Result<String, Error> {
        if text.is_empty() {
            return Ok(String::new());
        }
        let key = compartment::key_for(&mut self.conn.0, about)?;
        compartment::close_label(&key, column, about, text)
    }

    /// Work to be done after the commit; a key that is known already changes nothing.
    pub fn enqueue(&mut self, new: NewJob) -> Result<(), Error> {
        job::enqueue(&mut self.conn.0, new)
    }

    /// Adds to a row of sums, at the latest before the commit: what is read of them
    /// in this transaction may be behind (`settle`).
    pub fn add(&mut self, to: &'static Sums, key: Vec<Value>, counts: Vec<i64>) {
        self.settling.add(to, key, counts, 0);
    }

    /// The same, where the row also keeps when something was last added.
    pub fn add_at(&mut self, to: &'static Sums, key: Vec<Value>, counts: Vec<i64>, at: Instant) {
        self.settling.add(to, key, counts, at.micros());
    }

    /// Makes this row findable by its words, after it was inserted.
    pub fn index_words(&mut self, row: i64, words: &str) {
        self.settling.index(row, words);
    }

    /// Takes every word of this row out of the index and off the disk. The words
    /// have to be those it was indexed with.
    pub fn forget_words(&mut self, row: i64, words: &str) {
        self.settling.forget(row, words);
    }

    /// Writes what waits for the end of the transaction, for whoever reads it here.
    pub fn settle(&mut self) -> Result<(), Error> {
        self.catch_up()?;
        self.settling.settle(&mut self.conn.0)
    }

    pub fn put_blob(&mut self, id: Id, bytes: &[u8]) -> Result<(), Error> {
        files::put(&mut self.conn.0, id, bytes)
    }

    /// The same of what may be too large to have in hand.
    pub fn put_content(&mut self, id: Id, content: &Content) -> Result<(), Error> {
        files::put_from(&mut self.conn.0, id, content.len(), &mut content.read())
    }

    /// Ten bytes from the operating system. Not for `project`: a rebuild must
    /// come to the same rows.
    pub fn random(&mut self) -> Result<[u8; 10], Error> {
        random::fill()
    }

    pub fn new_id(&mut self, at: Instant) -> Id {
        // Without a source of randomness the write has failed long before here,
        // at its first salt; an id made of the time alone would only collide.
        Id::new(at.micros(), self.random().unwrap_or_default())
    }

    /// Runs one closure as if alone: what it did is undone when it fails, and
    /// what stood before it stays.
    pub(crate) fn savepoint<T, E>(
        &mut self,
        f: impl FnOnce(&mut Tx) -> Result<T, E>,
    ) -> Result<T, E>
    where
        E: From<Error>,
    {
        let before = (self.end.clone(), self.grown);
        let waiting = self.settling.mark();
        self.memo.clear();
        self.conn.0.command(dialect::SAVEPOINT)?;
        let whole = |tx: &mut Tx| {
            let done = f(tx)?;
            tx.catch_up()?;
            Ok(done)
        };
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| whole(self)))
            .unwrap_or_else(|_| Err(E::from(Error::Panicked)));
        self.behind.clear();
        self.memo.clear();
        if !self.conn.0.in_transaction() {
            // The engine has rolled everything back by itself: the whole batch fails.
            return done;
        }
        if done.is_err() {
            (self.end, self.grown) = before;
            self.let_keys_go();
            self.settling.back_to(waiting);
            self.conn.0.command(dialect::ROLLBACK_TO)?;
        }
        self.conn.0.command(dialect::RELEASE)?;
        if self.settling.is_long() {
            self.settle()?;
        }
        done
    }

    /// A key that was made in what is taken back never was.
    fn let_keys_go(&mut self) {
        if let Some(held) = self.conn.0.held.as_mut() {
            held.let_go();
        }
    }

    pub(crate) fn begin(&mut self) -> Result<(), Error> {
        (self.end, self.grown) = (None, false);
        self.settling = Settling::default();
        self.behind.clear();
        self.let_keys_go();
        dialect::begin_write(&mut self.conn.0)
    }

    pub(crate) fn commit(&mut self) -> Result<(), Error> {
        self.settle()?;
        if let (true, Some(end)) = (self.grown, &self.end) {
            checkpoint::sign(&mut self.conn.0, end, &self.keys)?;
        }
        self.conn.0.command(dialect::COMMIT)
    }

    /// Fails when the engine has rolled the whole transaction back by itself, or
    /// the disk has failed: then no closure of this batch may be acknowledged.
    pub(crate) fn still_sound(&self) -> Result<(), Error> {
        let conn = &self.conn.0;
        match &conn.fault {
            Some(fault @ Error::Storage(_)) => Err(fault.clone()),
            Some(fault) if !conn.in_transaction() => Err(fault.clone()),
            _ if !conn.in_transaction() => {
                Err(Error::Storage("the transaction ended by itself".into()))
            }
            _ => Ok(()),
        }
    }

    pub(crate) fn rollback(&mut self) {
        (self.end, self.grown) = (None, false);
        if self.conn.0.in_transaction()
            && let Err(error) = self.conn.0.command(dialect::ROLLBACK)
        {
            tracing::error!(%error, "a transaction could not be rolled back");
        }
    }
}
