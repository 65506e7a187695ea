//! The journal: facts in two parts, each with its own salted commitment in an
//! RFC 6962 leaf. `record` holds codes, identifiers, instants and amounts and is
//! kept to the end of retention; `personal` holds names, contact and free text
//! and can be erased without changing a leaf, a root or a statistic.

pub mod canonical;
pub mod leaf;
pub mod tree;

use crate::{Id, Instant};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// What can happen, as a type. The `record` is the struct itself; `Personal` is
/// the erasable half (use `()` for a fact without one).
pub trait Fact: Serialize + DeserializeOwned {
    const KIND: &'static str;
    const VERSION: u16 = 1;
    type Personal: Serialize + DeserializeOwned;

    /// Brings an older record to this version; each old version has a golden file.
    fn upgrade(_from: u16, record: serde_json::Value) -> serde_json::Value {
        record
    }
}

/// Who acts, for which unit, at which time by the server's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct By {
    pub actor: Id,
    pub unit: Option<Id>,
    pub at: Instant,
}

impl By {
    pub fn system(at: Instant) -> By {
        By {
            actor: Id::SYSTEM,
            unit: None,
            at,
        }
    }

    pub fn complainant(at: Instant) -> By {
        By {
            actor: Id::COMPLAINANT,
            unit: None,
            at,
        }
    }
}

/// A fact that was decided and not yet recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub kind: &'static str,
    pub version: u16,
    /// The complaint, person or organisation that this fact is about.
    pub about: Id,
    /// When it happened, as claimed; None means "as recorded".
    pub occurred_at: Option<Instant>,
    pub record: serde_json::Value,
    pub personal: Option<serde_json::Value>,
}

impl Draft {
    /// A fact without a personal part.
    pub fn of<F: Fact<Personal = ()>>(about: Id, fact: &F) -> Draft {
        Draft {
            kind: F::KIND,
            version: F::VERSION,
            about,
            occurred_at: None,
            record: json(fact),
            personal: None,
        }
    }

    pub fn with<F: Fact>(about: Id, fact: &F, personal: &F::Personal) -> Draft {
        Draft {
            kind: F::KIND,
            version: F::VERSION,
            about,
            occurred_at: None,
            record: json(fact),
            personal: Some(json(personal)),
        }
    }

    pub fn occurred(mut self, at: Instant) -> Draft {
        self.occurred_at = Some(at);
        self
    }
}

/// Our own fact types hold no maps with foreign keys, so this cannot fail for
/// them; a type that broke the rule would show as a null record in its golden file.
fn json<T: Serialize>(value: &T) -> serde_json::Value {
    serde_json::to_value(value).unwrap_or(serde_json::Value::Null)
}

/// A part that can be erased: there, taken away, or never there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Erasable<T> {
    Present(T),
    Erased,
    #[default]
    None,
}

impl<T> Erasable<T> {
    pub fn present(&self) -> Option<&T> {
        match self {
            Erasable::Present(value) => Some(value),
            _ => None,
        }
    }

    pub fn into_present(self) -> Option<T> {
        match self {
            Erasable::Present(value) => Some(value),
            _ => None,
        }
    }

    pub fn is_erased(&self) -> bool {
        matches!(self, Erasable::Erased)
    }
}

/// A recorded fact, as it lies in the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Position in the journal, from 0, without gaps.
    pub seq: i64,
    pub id: Id,
    pub kind: String,
    pub version: u16,
    pub about: Id,
    pub actor: Id,
    pub unit: Option<Id>,
    pub recorded_at: Instant,
    pub occurred_at: Option<Instant>,
    /// Canonical JSON of the record part.
    pub record: String,
    /// Canonical JSON of the personal part.
    pub personal: Erasable<String>,
}

/// A fact of a known type with its personal part.
#[derive(Debug, Clone, PartialEq)]
pub struct Known<F: Fact> {
    pub fact: F,
    pub personal: Erasable<F::Personal>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    pub seq: i64,
    pub kind: String,
    pub why: String,
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "journal entry {} ({}) cannot be read: {}",
            self.seq, self.kind, self.why
        )
    }
}

impl std::error::Error for Unreadable {}

impl Entry {
    pub fn is<F: Fact>(&self) -> bool {
        self.kind == F::KIND
    }

    /// When it happened as claimed, or else when it was recorded.
    pub fn at(&self) -> Instant {
        self.occurred_at.unwrap_or(self.recorded_at)
    }

    pub fn by(&self) -> By {
        By {
            actor: self.actor,
            unit: self.unit,
            at: self.recorded_at,
        }
    }

    /// Reads the entry as this fact, bringing an old version up to date.
    pub fn read<F: Fact>(&self) -> Result<Known<F>, Unreadable> {
        Ok(Known {
            fact: self.record_as::<F>()?,
            personal: self.personal_as::<F>()?,
        })
    }

    fn record_as<F: Fact>(&self) -> Result<F, Unreadable> {
        if self.version == F::VERSION {
            return serde_json::from_str(&self.record).map_err(|error| self.unreadable(error));
        }
        let old = serde_json::from_str(&self.record).map_err(|error| self.unreadable(error))?;
        serde_json::from_value(F::upgrade(self.version, old))
            .map_err(|error| self.unreadable(error))
    }

    fn personal_as<F: Fact>(&self) -> Result<Erasable<F::Personal>, Unreadable> {
        Ok(match &self.personal {
            Erasable::Present(text) => {
                Erasable::Present(serde_json::from_str(text).map_err(|e| self.unreadable(e))?)
            }
            Erasable::Erased => Erasable::Erased,
            Erasable::None => Erasable::None,
        })
    }

    fn unreadable(&self, error: serde_json::Error) -> Unreadable {
        // The category and place only: serde's message could quote personal data.
        let why = format!("{:?} at column {}", error.classify(), error.column());
        Unreadable {
            seq: self.seq,
            kind: self.kind.clone(),
            why,
        }
    }
}
