//! A request of somebody about their own data: to be told what is held, or to have it
//! put right. It has a clock of its own; nothing is handed over before it is noted how
//! it was made sure who asks. Pure.

use super::{
    erasure::{CASES_MAX, Moment},
    facts::{IdentityChecked, RightsAnswered, RightsAsked, RightsExtended, Words},
};
use jiff::{ToSpan, civil::Date};
use redress_kernel::{Draft, Entry, Fact, Id, Refusal, journal::Unreadable};

/// Until the organisation says otherwise.
pub const DAYS: u32 = 30;
pub const DAYS_MAX: i64 = 90;
/// More time than this no law gives at once.
const EXTENSION_DAYS_MAX: i64 = 62;
pub const RIGHTS: &[&str] = &["access", "rectification"];
pub const CHECKS: &[&str] = &["access-code", "known-address", "document", "in-person"];
pub const ANSWERS: &[&str] = &["given", "corrected", "refused"];

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rights {
    pub id: Id,
    pub right: String,
    pub complaints: Vec<Id>,
    pub received_on: Date,
    pub due_on: Date,
    pub extended: bool,
    /// A code of `CHECKS`.
    pub identity: Option<String>,
    /// A code of `ANSWERS`.
    pub answer: Option<String>,
    pub history: Vec<Moment>,
}

impl Rights {
    pub fn fold(entries: &[Entry]) -> Result<Option<Rights>, Unreadable> {
        let Some(first) = entries.first().filter(|e| e.is::<RightsAsked>()) else {
            return Ok(None);
        };
        let mut rights = Rights {
            id: first.about,
            ..Rights::default()
        };
        for entry in entries {
            rights.follow(entry)?;
        }
        Ok(Some(rights))
    }

    fn follow(&mut self, entry: &Entry) -> Result<(), Unreadable> {
        let (what, words) = match entry.kind.as_str() {
            RightsAsked::KIND => {
                let read = entry.read::<RightsAsked>()?;
                let words = read.personal.into_present();
                let fact = read.fact;
                (self.right, self.complaints) = (fact.right, fact.complaints);
                (self.received_on, self.due_on) = (fact.received_on, fact.due_on);
                ("rights-asked", words)
            }
            IdentityChecked::KIND => {
                let read = entry.read::<IdentityChecked>()?;
                self.identity = Some(read.fact.how);
                ("identity-checked", read.personal.into_present())
            }
            RightsExtended::KIND => {
                let read = entry.read::<RightsExtended>()?;
                (self.due_on, self.extended) = (read.fact.due_on, true);
                ("rights-extended", read.personal.into_present())
            }
            RightsAnswered::KIND => {
                let read = entry.read::<RightsAnswered>()?;
                self.answer = Some(read.fact.how);
                ("rights-answered", read.personal.into_present())
            }
            _ => return Ok(()),
        };
        self.history.push(Moment {
            what,
            at: entry.at(),
            by: entry.actor,
            text: words.map(|words| words.text).unwrap_or_default(),
        });
        Ok(())
    }

    pub fn is_open(&self) -> bool {
        self.answer.is_none()
    }

    pub fn is_late(&self, today: Date) -> bool {
        self.is_open() && self.due_on < today
    }

    fn open(&self) -> Result<(), Refusal> {
        match self.is_open() {
            true => Ok(()),
            false => Err(Refusal::new("rights-answered-already")),
        }
    }

    pub fn checked(&self, how: &str, text: String) -> Result<Draft, Refusal> {
        self.open()?;
        let how = how.to_owned();
        Ok(Draft::with(
            self.id,
            &IdentityChecked { how },
            &Words { text },
        ))
    }

    /// Once, with a reason.
    pub fn extended_to(&self, due_on: Date, text: String) -> Result<Draft, Refusal> {
        self.open()?;
        if self.extended {
            return Err(Refusal::new("rights-extended-already"));
        }
        let latest = self.due_on.checked_add(EXTENSION_DAYS_MAX.days());
        if due_on <= self.due_on || latest.is_ok_and(|latest| due_on > latest) {
            let refusal = Refusal::new("rights-extension").at("rights-due-on");
            return Err(refusal.with("max", EXTENSION_DAYS_MAX));
        }
        Ok(Draft::with(
            self.id,
            &RightsExtended { due_on },
            &Words { text },
        ))
    }

    /// What was handed over or put right was so to somebody who was known.
    pub fn answered(&self, how: &str, text: String) -> Result<Draft, Refusal> {
        self.open()?;
        if how != "refused" {
            self.may_hand_over()?;
        }
        let how = how.to_owned();
        Ok(Draft::with(
            self.id,
            &RightsAnswered { how },
            &Words { text },
        ))
    }

    pub fn may_hand_over(&self) -> Result<(), Refusal> {
        match self.identity {
            Some(_) => Ok(()),
            None => Err(Refusal::new("rights-identity")),
        }
    }
}

pub fn asked(
    id: Id,
    right: &str,
    complaints: Vec<Id>,
    (received_on, today): (Date, Date),
    days: u32,
    text: String,
) -> Result<Draft, Refusal> {
    if complaints.is_empty() {
        return Err(Refusal::new("erasure-no-case"));
    }
    if complaints.len() > CASES_MAX {
        return Err(Refusal::new("erasure-many").with("max", CASES_MAX));
    }
    if received_on > today {
        return Err(Refusal::new("rights-received-later").at("rights-received-on"));
    }
    let due_on = received_on.checked_add(i64::from(days).days());
    let fact = RightsAsked {
        right: right.to_owned(),
        complaints,
        received_on,
        due_on: due_on.unwrap_or(received_on),
    };
    Ok(Draft::with(id, &fact, &Words { text }))
}
