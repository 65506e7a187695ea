//! What a decision is handed besides the case: who decides, when, and under
//! which organisation's targets. No clock and no randomness inside.

use crate::facts::{Enclosed, FileNames};
use jiff::civil::Date;
use redress_kernel::{Actor, By, Id, Instant, Organisation, Refusal, Role, content::Content};
use std::collections::BTreeMap;

/// Somebody who can be given work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    pub id: Id,
    pub name: String,
    pub role: Role,
    pub unit: Option<Id>,
}

impl Colleague {
    /// As somebody who acts, with all that their role may do.
    pub fn acting(&self) -> Actor {
        Actor {
            id: self.id,
            name: self.name.clone(),
            email: String::new(),
            role: self.role,
            unit: self.unit,
            scope: None,
        }
    }
}

/// Who holds which competence until when (4.14): as the office keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Competences {
    pub held: BTreeMap<Id, Vec<(String, Option<Date>)>>,
}

/// Where nothing asks for one.
pub static NO_COMPETENCES: Competences = Competences {
    held: BTreeMap::new(),
};

impl Competences {
    /// Does this person hold it on that day?
    pub fn has(&self, person: Id, competence: &str, on: Date) -> bool {
        let held = self.held.get(&person).into_iter().flatten();
        let counts = |until: &Option<Date>| until.is_none_or(|until| on <= until);
        held.filter(|(its, _)| its == competence)
            .any(|(_, until)| counts(until))
    }
}

/// A file that came with the form; its bytes are kept when the verb is recorded.
#[derive(Debug, Clone, Default)]
pub struct Upload {
    pub id: Id,
    pub name: String,
    pub media: String,
    pub bytes: Content,
    pub commit: String,
    pub salt: String,
}

/// Another complaint that a field named by its reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    pub id: Id,
    pub reference: String,
    /// It belongs to the group of a third one.
    pub is_member: bool,
    /// Somebody did something to it since it came in.
    pub is_worked_on: bool,
}

/// A file whose bytes are kept already, on its way into one more fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InEvidence {
    pub file: Enclosed,
    pub name: String,
    pub salt: String,
}

impl InEvidence {
    pub fn named(&self, names: &mut FileNames) {
        names.file_names.insert(self.file.file, self.name.clone());
        names.file_salts.insert(self.file.file, self.salt.clone());
    }
}

pub struct At<'a> {
    pub actor: &'a Actor,
    pub now: Instant,
    pub organisation: &'a Organisation,
    pub colleagues: &'a [Colleague],
    /// Read where some category asks for one.
    pub competences: &'a Competences,
    pub files: &'a [Upload],
    /// Complaints named in fields of kind `Reference`, by field name.
    pub others: &'a BTreeMap<String, Other>,
    /// What all rooms together say still stands in the way of closing; filled
    /// by the door, because no slice knows the others.
    pub obstacles: &'a [Refusal],
    /// Fresh identifiers for whatever the decision brings into being.
    pub ids: [Id; 4],
}

impl At<'_> {
    pub fn by(&self) -> By {
        By {
            actor: self.actor.id,
            unit: self.actor.unit,
            at: self.now,
        }
    }

    /// The first fresh identifier: that of the message a verb sends, if it sends one.
    pub fn message_id(&self) -> Id {
        self.ids[0]
    }

    pub fn colleague(&self, id: Id) -> Option<&Colleague> {
        self.colleagues.iter().find(|colleague| colleague.id == id)
    }

    /// The uploaded files as the two halves of a fact.
    pub fn enclosed(&self) -> (Vec<Enclosed>, FileNames) {
        enclosed(self.files)
    }
}

pub fn enclosed(files: &[Upload]) -> (Vec<Enclosed>, FileNames) {
    let record = files
        .iter()
        .map(|file| Enclosed {
            file: file.id,
            commit: file.commit.clone(),
            media: file.media.clone(),
            bytes: file.bytes.len() as i64,
        })
        .collect();
    let names = FileNames {
        file_names: files
            .iter()
            .map(|file| (file.id, file.name.clone()))
            .collect(),
        file_salts: files
            .iter()
            .map(|file| (file.id, file.salt.clone()))
            .collect(),
    };
    (record, names)
}
