//! One row of an answer, read by position, the same for both engines.

use crate::{Error, Value};
use redress_kernel::{Id, Instant};
use rusqlite::types::ValueRef;

pub enum Row<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a postgres::Row),
}

impl Row<'_> {
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
        match self {
            Row::Sqlite(row) => match cell(row, place)? {
                ValueRef::Null => Ok(None),
                ValueRef::Integer(number) => Ok(Some(number)),
                _ => Err(other(place)),
            },
            Row::Postgres(row) => crate::dialect::integer(row, place),
        }
    }

    pub fn opt_text(&self, place: usize) -> Result<Option<String>, Error> {
        self.with_text(place, |text| text.map(str::to_owned))
    }

    pub fn opt_bytes(&self, place: usize) -> Result<Option<Vec<u8>>, Error> {
        match self {
            Row::Sqlite(row) => match cell(row, place)? {
                ValueRef::Null => Ok(None),
                ValueRef::Blob(bytes) => Ok(Some(bytes.to_vec())),
                _ => Err(other(place)),
            },
            Row::Postgres(row) => row.try_get(place).map_err(|_| other(place)),
        }
    }

    pub fn opt_id(&self, place: usize) -> Result<Option<Id>, Error> {
        let id = self.with_text(place, |text| text.map(str::parse))?;
        id.transpose().map_err(|_| other(place))
    }

    pub fn opt_instant(&self, place: usize) -> Result<Option<Instant>, Error> {
        Ok(self.opt_int(place)?.map(Instant::from_micros))
    }

    /// Lends the text without copying it.
    pub fn with_text<T>(
        &self,
        place: usize,
        with: impl FnOnce(Option<&str>) -> T,
    ) -> Result<T, Error> {
        match self {
            Row::Sqlite(row) => match cell(row, place)? {
                ValueRef::Null => Ok(with(None)),
                ValueRef::Text(bytes) => std::str::from_utf8(bytes)
                    .map(|text| with(Some(text)))
                    .map_err(|_| other(place)),
                _ => Err(other(place)),
            },
            Row::Postgres(row) => row.try_get(place).map(with).map_err(|_| other(place)),
        }
    }

    /// Whatever lies there; for copies and comparisons of whole tables.
    pub fn value(&self, place: usize) -> Result<Value, Error> {
        match self {
            Row::Sqlite(row) => Ok(match cell(row, place)? {
                ValueRef::Null => Value::NullText,
                ValueRef::Integer(number) => Value::Int(number),
                ValueRef::Text(bytes) => {
                    Value::Text(String::from_utf8(bytes.to_vec()).map_err(|_| other(place))?)
                }
                ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
                ValueRef::Real(_) => return Err(other(place)),
            }),
            Row::Postgres(row) => crate::dialect::value(row, place),
        }
    }
}

fn cell<'a>(row: &'a rusqlite::Row<'_>, place: usize) -> Result<ValueRef<'a>, Error> {
    row.get_ref(place)
        .map_err(|_| Error::Wrong(format!("column {place} was not asked for")))
}

fn missing(place: usize) -> Error {
    Error::Wrong(format!("column {place} is empty"))
}

pub(crate) fn other(place: usize) -> Error {
    Error::Wrong(format!("column {place} holds another type"))
}
