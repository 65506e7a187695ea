//! One row of an answer, read by position, the same for both engines.

use crate::{
    Error, Value,
    compartment::{self, Held},
    sealing,
};
use redress_kernel::{Id, Instant, journal::tree::Hash};
use rusqlite::types::ValueRef;
use std::cell::Cell;

pub struct Row<'a> {
    cells: Cells<'a>,
    asked: &'a Asked<'a>,
}

pub(crate) enum Cells<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a postgres::Row),
}

/// What opens the closed cells of this row. A key that is not at hand is `wanted`: the
/// connection fetches it and hands the row out once more, for the last time.
pub(crate) struct Asked<'a> {
    pub held: Option<&'a Held>,
    pub wanted: Cell<Option<Id>>,
    pub last: bool,
}

/// A personal part as it came out of its row.
pub(crate) enum Part {
    None,
    Opened(Hash, String),
    /// It is there, and it is not what was closed for this entry.
    Shut,
}

impl<'a> Row<'a> {
    pub(crate) fn new(cells: Cells<'a>, asked: &'a Asked<'a>) -> Row<'a> {
        Row { cells, asked }
    }
}

impl Row<'_> {
    /// A label that lies closed in `column` of the row about this; what cannot be
    /// opened shows that and nothing else, and the log says which it was.
    pub fn opened(&self, place: usize, column: &str, about: Id) -> Result<String, Error> {
        let text = self.raw(place, |text| text.map(str::to_owned))?;
        let text = text.ok_or_else(|| missing(place))?;
        if !text.starts_with(compartment::BEGINS) {
            return Ok(text);
        }
        let open = |key| compartment::open_label(key, column, about, &text);
        match self.key(about).and_then(open) {
            Some(opened) => Ok(opened),
            None => {
                self.ask_for(about, column)?;
                Ok(compartment::UNREADABLE.to_owned())
            }
        }
    }

    /// A text that was sealed under this name by `Keys::seal`; an open one of before is
    /// given as it is.
    pub fn unsealed(&self, place: usize, name: &str) -> Result<String, Error> {
        let text = self.text(place)?;
        if !text.starts_with(sealing::BEGINS) {
            return Ok(text);
        }
        let opened = self
            .asked
            .held
            .and_then(|held| held.keys.unseal(name, &text));
        opened.ok_or_else(|| {
            Error::Keys(
                "a sealed text does not open: it was changed, or belongs to another key file"
                    .into(),
            )
        })
    }

    /// The same of bytes that `Keys::seal_bytes` sealed.
    pub fn unsealed_bytes(&self, place: usize, name: &str) -> Result<Vec<u8>, Error> {
        let bytes = self.bytes(place)?;
        let opened = match self.asked.held {
            Some(held) => held.keys.unseal_bytes(name, bytes),
            None => Some(bytes),
        };
        opened.ok_or_else(|| {
            Error::Keys(
                "a sealed file does not open: it was changed, or belongs to another key file"
                    .into(),
            )
        })
    }

    /// The personal part of this entry, opened.
    pub(crate) fn part(&self, place: usize, entry: Id, about: Id) -> Result<Part, Error> {
        let Some(closed) = self.opt_bytes(place)? else {
            return Ok(Part::None);
        };
        let open = |key| compartment::open_part(key, entry, about, &closed);
        match self.key(about).and_then(open) {
            Some((salt, text)) => Ok(Part::Opened(salt, text)),
            None => {
                self.ask_for(about, "journal_entry.sealed")?;
                Ok(Part::Shut)
            }
        }
    }

    fn key(&self, about: Id) -> Option<&compartment::Key> {
        self.asked.held.and_then(|held| held.opened(about))
    }

    fn ask_for(&self, about: Id, column: &str) -> Result<(), Error> {
        if !self.asked.last {
            self.asked.wanted.set(Some(about));
            return Err(Error::Keys(format!("the key of {about} is not at hand")));
        }
        tracing::error!(%about, column, "something closed cannot be opened: run redress verify and redress rebuild --check");
        Ok(())
    }

    pub fn int(&self, place: usize) -> Result<i64, Error> {
        self.opt_int(place)?.ok_or_else(|| missing(place))
    }

    pub fn text(&self, place: usize) -> Result<String, Error> {
        self.opt_text(place)?.ok_or_else(|| missing(place))
    }

    pub fn bytes(&self, place: usize) -> Result<Vec<u8>, Error> {
        self.opt_bytes(place)?.ok_or_else(|| missing(place))
    }

    pub fn id(&self, place: usize) -> Result<Id, Error> {
        self.opt_id(place)?.ok_or_else(|| missing(place))
    }

    pub fn instant(&self, place: usize) -> Result<Instant, Error> {
        self.int(place).map(Instant::from_micros)
    }

    /// 0 is false, everything else true.
    pub fn bool(&self, place: usize) -> Result<bool, Error> {
        self.int(place).map(|number| number != 0)
    }

    pub fn opt_int(&self, place: usize) -> Result<Option<i64>, Error> {
        match self.cells {
            Cells::Sqlite(row) => match cell(row, place)? {
                ValueRef::Null => Ok(None),
                ValueRef::Integer(number) => Ok(Some(number)),
                _ => Err(other(place)),
            },
            Cells::Postgres(row) => crate::dialect::integer(row, place),
        }
    }

    pub fn opt_text(&self, place: usize) -> Result<Option<String>, Error> {
        self.with_text(place, |text| text.map(str::to_owned))
    }

    pub fn opt_bytes(&self, place: usize) -> Result<Option<Vec<u8>>, Error> {
        match self.cells {
            Cells::Sqlite(row) => match cell(row, place)? {
                ValueRef::Null => Ok(None),
                ValueRef::Blob(bytes) => Ok(Some(bytes.to_vec())),
                _ => Err(other(place)),
            },
            Cells::Postgres(row) => row.try_get(place).map_err(|_| other(place)),
        }
    }

    pub fn opt_id(&self, place: usize) -> Result<Option<Id>, Error> {
        let id = self.with_text(place, |text| text.map(str::parse))?;
        id.transpose().map_err(|_| other(place))
    }

    pub fn opt_instant(&self, place: usize) -> Result<Option<Instant>, Error> {
        Ok(self.opt_int(place)?.map(Instant::from_micros))
    }

    /// Lends the text without copying it. One that lies closed is asked for by `opened`:
    /// shown as it lies, it would be a row of signs in the middle of a page.
    pub fn with_text<T>(
        &self,
        place: usize,
        with: impl FnOnce(Option<&str>) -> T,
    ) -> Result<T, Error> {
        self.raw(place, |text| match text {
            Some(text) if text.starts_with(compartment::BEGINS) => Err(closed(place)),
            text => Ok(with(text)),
        })?
    }

    fn raw<T>(&self, place: usize, with: impl FnOnce(Option<&str>) -> T) -> Result<T, Error> {
        match self.cells {
            Cells::Sqlite(row) => match cell(row, place)? {
                ValueRef::Null => Ok(with(None)),
                ValueRef::Text(bytes) => std::str::from_utf8(bytes)
                    .map(|text| with(Some(text)))
                    .map_err(|_| other(place)),
                _ => Err(other(place)),
            },
            Cells::Postgres(row) => row.try_get(place).map(with).map_err(|_| other(place)),
        }
    }

    /// Whatever lies there; for copies and comparisons of whole tables.
    pub fn value(&self, place: usize) -> Result<Value, Error> {
        match self.cells {
            Cells::Sqlite(row) => Ok(match cell(row, place)? {
                ValueRef::Null => Value::NullText,
                ValueRef::Integer(number) => Value::Int(number),
                ValueRef::Text(bytes) => {
                    Value::Text(String::from_utf8(bytes.to_vec()).map_err(|_| other(place))?)
                }
                ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
                ValueRef::Real(_) => return Err(other(place)),
            }),
            Cells::Postgres(row) => crate::dialect::value(row, place),
        }
    }
}

fn cell<'a>(row: &'a rusqlite::Row<'_>, place: usize) -> Result<ValueRef<'a>, Error> {
    row.get_ref(place)
        .map_err(|_| Error::Wrong(format!("column {place} was not asked for")))
}

fn closed(place: usize) -> Error {
    Error::Wrong(format!(
        "column {place} lies closed and is read with `opened`"
    ))
}

fn missing(place: usize) -> Error {
    Error::Wrong(format!("column {place} is empty"))
}

pub(crate) fn other(place: usize) -> Error {
    Error::Wrong(format!("column {place} holds another type"))
}
