//! What can be asked of the database, in a page (`Reader`) and in a write (`Tx`)
//! alike. A query function takes `&mut impl Read`.

use crate::{
    Blind, Error, Needle, Row, Sql, compartment::Held, conn::Conn, files, journal, search, sql,
    tx::Tx,
};
use redress_kernel::{Entry, Id, journal::tree::Hash};
use std::sync::Arc;

/// How long the journal is, and the root over all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    pub size: i64,
    pub root: Hash,
}

pub trait Read {
    #[doc(hidden)]
    fn conn(&mut self) -> &mut ConnHandle;

    /// During a rebuild: only entries before this one have happened yet.
    #[doc(hidden)]
    fn horizon(&self) -> i64 {
        i64::MAX
    }

    /// A write has rows that wait; those that this statement asks for come first.
    #[doc(hidden)]
    fn before(&mut self, _: &Sql) -> Result<(), Error> {
        Ok(())
    }

    fn rows<T>(
        &mut self,
        query: &Sql,
        map: impl FnMut(&Row) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        self.before(query)?;
        self.conn().0.rows(query, map)
    }

    /// All rows of a query that states no limit of its own. More than `max` are an
    /// error: where a sum or a decision follows, a part would be a wrong answer.
    fn all<T>(
        &mut self,
        query: Sql,
        max: usize,
        map: impl FnMut(&Row) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        self.before(&query)?;
        self.conn().0.all(query, max, map)
    }

    /// The first row of the answer, if there is one.
    fn one<T>(
        &mut self,
        query: &Sql,
        map: impl FnMut(&Row) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        self.before(query)?;
        self.conn().0.one(query, map)
    }

    /// Everything that was ever recorded about this, oldest first.
    fn entries(&mut self, about: Id) -> Result<Vec<Entry>, Error> {
        let before = self.horizon();
        journal::entries_about(&mut self.conn().0, about, before)
    }

    /// The same of several things, each thing's oldest first.
    fn entries_of(&mut self, about: &[Id]) -> Result<Vec<Entry>, Error> {
        let before = self.horizon();
        journal::entries_of(&mut self.conn().0, about, before)
    }

    /// The entry at this position.
    fn entry(&mut self, seq: i64) -> Result<Option<Entry>, Error> {
        let before = self.horizon();
        Ok(journal::page(&mut self.conn().0, seq, 1)?
            .into_iter()
            .find(|entry| entry.seq == seq && seq < before))
    }

    /// Up to `limit` entries from this position on.
    fn entries_from(&mut self, seq: i64, limit: i64) -> Result<Vec<Entry>, Error> {
        journal::page(&mut self.conn().0, seq, limit)
    }

    /// Rows of the search index below `below` that have what is looked for, the
    /// highest number first.
    fn matching(&mut self, needle: &Needle, below: i64, limit: i64) -> Result<Vec<i64>, Error> {
        search::matching(&mut self.conn().0, needle, below, limit)
    }

    /// How many facts there are.
    fn size(&mut self) -> Result<i64, Error> {
        journal::size(&mut self.conn().0)
    }

    /// How many facts there are, and the root of their tree: that is worked out anew.
    fn head(&mut self) -> Result<Head, Error> {
        journal::head(&mut self.conn().0)
    }

    /// The newest signed checkpoint, None before the first fact.
    fn checkpoint(&mut self) -> Result<Option<String>, Error> {
        let newest = sql("SELECT note FROM journal_checkpoint ORDER BY number DESC LIMIT 1");
        self.conn().0.one(&newest, |row| row.text(0))
    }

    /// Words and addresses as an index of people holds them.
    fn blind(&mut self) -> Result<Arc<Blind>, Error> {
        let held = self.conn().0.held.as_mut();
        let none = || Error::Keys("this connection holds no keys".into());
        held.map(Held::blind).ok_or_else(none)
    }

    fn blob(&mut self, id: Id) -> Result<Option<Vec<u8>>, Error> {
        files::get(&mut self.conn().0, id)
    }
}

/// Hides the engine from everybody above this crate.
pub struct ConnHandle(pub(crate) Conn);

/// A look at one moment of the database.
pub struct Reader(pub(crate) ConnHandle);

impl Read for Reader {
    fn conn(&mut self) -> &mut ConnHandle {
        &mut self.0
    }
}

impl Read for Tx {
    fn conn(&mut self) -> &mut ConnHandle {
        &mut self.conn
    }

    fn horizon(&self) -> i64 {
        self.horizon
    }

    fn before(&mut self, query: &Sql) -> Result<(), Error> {
        self.catch_up_for(query)
    }
}

/// Either of the two, for a question that is asked before a write as well as on a page.
pub enum Look<'a> {
    Page(&'a mut Reader),
    Write(&'a mut Tx),
}

impl Read for Look<'_> {
    fn conn(&mut self) -> &mut ConnHandle {
        match self {
            Look::Page(reader) => reader.conn(),
            Look::Write(tx) => tx.conn(),
        }
    }

    fn horizon(&self) -> i64 {
        match self {
            Look::Page(reader) => reader.horizon(),
            Look::Write(tx) => tx.horizon(),
        }
    }

    fn before(&mut self, query: &Sql) -> Result<(), Error> {
        match self {
            Look::Page(_) => Ok(()),
            Look::Write(tx) => tx.before(query),
        }
    }
}
