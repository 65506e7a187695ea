//! A legal hold: these cases are kept whole, whatever is asked for and whatever runs
//! out, until somebody else than who set it ends it. Each names the day on which it is
//! looked at again. Pure.

use super::{
    erasure::{CASES_MAX, Moment},
    facts::{HoldWords, LegalHoldEnded, LegalHoldSet, Words},
};
use jiff::civil::Date;
use redress_kernel::{Draft, Entry, Fact, Id, Refusal, journal::Unreadable};

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hold {
    pub id: Id,
    pub complaints: Vec<Id>,
    pub words: HoldWords,
    pub review_on: Date,
    pub set_by: Id,
    pub ended: bool,
    pub history: Vec<Moment>,
}

impl Hold {
    pub fn fold(entries: &[Entry]) -> Result<Option<Hold>, Unreadable> {
        let Some(first) = entries.first().filter(|e| e.is::<LegalHoldSet>()) else {
            return Ok(None);
        };
        let read = first.read::<LegalHoldSet>()?;
        let words = read.personal.into_present().unwrap_or_default();
        let mut hold = Hold {
            id: first.about,
            complaints: read.fact.complaints,
            review_on: read.fact.review_on,
            set_by: first.actor,
            ended: false,
            history: vec![told(first, "hold-set", words.reason.clone())],
            words,
        };
        for entry in entries.iter().filter(|e| e.kind == LegalHoldEnded::KIND) {
            let words = entry.read::<LegalHoldEnded>()?.personal.into_present();
            let text = words.map(|words| words.text).unwrap_or_default();
            hold.ended = true;
            hold.history.push(told(entry, "hold-ended", text));
        }
        Ok(Some(hold))
    }

    /// By a second person, as an erasure is.
    pub fn ended_by(&self, by: Id, text: String) -> Result<Draft, Refusal> {
        match (self.ended, by == self.set_by) {
            (true, _) => Err(Refusal::new("hold-ended-already")),
            (_, true) => Err(Refusal::new("hold-own")),
            _ => Ok(Draft::with(self.id, &LegalHoldEnded {}, &Words { text })),
        }
    }
}

fn told(entry: &Entry, what: &'static str, text: String) -> Moment {
    Moment {
        what,
        at: entry.at(),
        by: entry.actor,
        text,
    }
}

pub fn set(
    id: Id,
    complaints: Vec<Id>,
    words: &HoldWords,
    review_on: Date,
    today: Date,
) -> Result<Draft, Refusal> {
    if complaints.is_empty() {
        return Err(Refusal::new("erasure-no-case"));
    }
    if complaints.len() > CASES_MAX {
        return Err(Refusal::new("erasure-many").with("max", CASES_MAX));
    }
    if review_on <= today {
        return Err(Refusal::new("hold-review-past").at("hold-review-on"));
    }
    let fact = LegalHoldSet {
        complaints,
        review_on,
    };
    Ok(Draft::with(id, &fact, words))
}
