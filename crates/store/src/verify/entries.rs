//! Each entry by itself: do its columns, salts and texts give its leaf?

use super::{
    Stop,
    files::{self, Committed},
    unreadable,
};
use crate::{Error, Read, Row, dialect, journal::erase, row::Part as Closed, sql};
use redress_kernel::{
    Id, Instant,
    journal::{
        leaf::{Leaf, personal_commitment, record_commitment},
        tree::Hash,
    },
};

const PAGE: i64 = 2000;

/// A row as it lies there, nothing believed yet.
pub(super) struct Raw {
    pub seq: i64,
    texts: [Option<String>; 5],
    version: i64,
    recorded_at: i64,
    occurred_at: Option<i64>,
    record: Sealed,
    personal: Sealed,
}

/// One part with its salt and commitment.
struct Sealed {
    commitment: Option<Vec<u8>>,
    salt: Option<Vec<u8>>,
    text: Option<String>,
    /// It lies there closed and does not open, or in the open as well.
    wrong: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    There,
    Gone,
    NeverWas,
}

pub(super) struct Checked {
    pub seq: i64,
    pub leaf: Result<Hash, String>,
    pub personal: Part,
    pub erases: Vec<i64>,
    pub files: Vec<Committed>,
}

/// A backup of an earlier version has nothing closed yet.
pub(super) fn has_closed(reader: &mut impl Read) -> Result<bool, Error> {
    let columns = sql(dialect::columns(&reader.conn().0)).arg("journal_entry");
    let names = reader.rows(&columns, |row| row.text(0))?;
    Ok(names.iter().any(|name| name == "sealed"))
}

pub(super) fn page(reader: &mut impl Read, from: i64, has_closed: bool) -> Result<Vec<Raw>, Stop> {
    let query = sql(
        "SELECT seq, id, about, kind, actor, unit, version, recorded_at, occurred_at, \
         record_commitment, record_salt, record, personal_commitment, personal_salt, personal",
    );
    let query = query.push(if has_closed { ", sealed" } else { ", NULL" });
    let query = query.push(" FROM journal_entry WHERE seq >= $1 ORDER BY seq LIMIT $2");
    let found = reader.rows(&query.arg(from).arg(PAGE), raw);
    found.map_err(|error| unreadable(from.max(0), error))
}

fn raw(row: &Row) -> Result<Raw, Error> {
    Ok(Raw {
        seq: row.int(0)?,
        texts: [
            row.opt_text(1)?,
            row.opt_text(2)?,
            row.opt_text(3)?,
            row.opt_text(4)?,
            row.opt_text(5)?,
        ],
        version: row.int(6)?,
        recorded_at: row.int(7)?,
        occurred_at: row.opt_int(8)?,
        record: Sealed {
            commitment: row.opt_bytes(9)?,
            salt: row.opt_bytes(10)?,
            text: row.opt_text(11)?,
            wrong: false,
        },
        personal: personal(row)?,
    })
}

/// Closed, with its salt; or open, as before there was a compartment.
fn personal(row: &Row) -> Result<Sealed, Error> {
    let (salt, text) = (row.opt_bytes(13)?, row.opt_text(14)?);
    let ids = (row.opt_id(1).ok().flatten(), row.opt_id(2).ok().flatten());
    let closed = match ids {
        (Some(id), Some(about)) => row.part(15, id, about)?,
        _ => row.opt_bytes(15)?.map_or(Closed::None, |_| Closed::Shut),
    };
    let both = salt.is_some() || text.is_some();
    let commitment = row.opt_bytes(12)?;
    Ok(match closed {
        Closed::None => Sealed {
            commitment,
            salt,
            text,
            wrong: false,
        },
        Closed::Opened(salt, text) => Sealed {
            commitment,
            salt: Some(salt.to_vec()),
            text: Some(text),
            wrong: both,
        },
        Closed::Shut => Sealed {
            commitment,
            salt: None,
            text: None,
            wrong: true,
        },
    })
}

pub(super) fn check(raw: Raw) -> Checked {
    let personal = match (&raw.personal.commitment, &raw.personal.text) {
        (None, _) => Part::NeverWas,
        (Some(_), Some(_)) => Part::There,
        (Some(_), None) if !raw.personal.wrong => Part::Gone,
        (Some(_), None) => Part::There,
    };
    let record = raw.record.text.as_deref().unwrap_or_default();
    let erases = named(&raw, record);
    Checked {
        seq: raw.seq,
        leaf: leaf(&raw).and_then(|leaf| {
            erases
                .is_ok()
                .then_some(leaf)
                .ok_or_else(|| "it does not name what it erases".into())
        }),
        personal,
        erases: erases.unwrap_or_default(),
        files: files::committed(record, raw.personal.text.as_deref(), personal),
    }
}

fn named(raw: &Raw, record: &str) -> Result<Vec<i64>, Error> {
    let [_, _, kind, ..] = &raw.texts;
    if kind.as_deref() != Some(erase::ERASED) {
        return Ok(Vec::new());
    }
    erase::named_in(raw.seq, record)
}

fn leaf(raw: &Raw) -> Result<Hash, String> {
    let [id, about, kind, actor, unit] = &raw.texts;
    let leaf = Leaf {
        seq: raw.seq,
        id: exact(id.as_deref(), "id")?,
        about: exact(about.as_deref(), "about")?,
        kind: kind.as_deref().ok_or("it has no kind")?,
        version: raw.version,
        actor: exact(actor.as_deref(), "actor")?,
        unit: unit
            .as_deref()
            .map(|unit| exact(Some(unit), "unit"))
            .transpose()?,
        recorded_at: Instant::from_micros(raw.recorded_at),
        occurred_at: raw.occurred_at.map(Instant::from_micros),
        record: raw
            .record
            .opened(record_commitment, "record")?
            .ok_or("its record is missing")?,
        personal: raw.personal.opened(personal_commitment, "personal part")?,
    };
    if raw.record.text.is_none() {
        return Err("its record is missing".into());
    }
    Ok(leaf.hash())
}

/// One identifier has one spelling.
fn exact(text: Option<&str>, column: &str) -> Result<Id, String> {
    let id = text.and_then(|text| text.parse::<Id>().ok());
    id.filter(|id| Some(id.to_string().as_str()) == text)
        .ok_or_else(|| format!("its {column} is no identifier"))
}

impl Sealed {
    /// The commitment, after salt and text have been checked against it. A part
    /// that is gone is gone with its salt; one that never was left nothing.
    fn opened(&self, commit: fn(&Hash, &str) -> Hash, what: &str) -> Result<Option<Hash>, String> {
        let wrong = || format!("its {what} does not fit its commitment");
        if self.wrong {
            return Err(format!(
                "its {what} cannot be opened, or lies open beside what is closed"
            ));
        }
        let commitment = self
            .commitment
            .as_ref()
            .map(|bytes| Hash::try_from(bytes.as_slice()));
        match (
            commitment.transpose().map_err(|_| wrong())?,
            &self.salt,
            &self.text,
        ) {
            (None, None, None) => Ok(None),
            (Some(commitment), None, None) => Ok(Some(commitment)),
            (Some(commitment), Some(salt), Some(text)) => {
                let salt = Hash::try_from(salt.as_slice()).map_err(|_| wrong())?;
                (commit(&salt, text) == commitment)
                    .then_some(Some(commitment))
                    .ok_or_else(wrong)
            }
            _ => Err(wrong()),
        }
    }
}
