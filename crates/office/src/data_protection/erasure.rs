//! An erasure, folded from its facts, and what can be decided about it: one person asks,
//! a second agrees, a week passes in which it can be undone, then the machine carries it
//! out, unless somebody holds a case. Pure.

use super::facts::{
    ErasureApproved, ErasureAsked, ErasureCarriedOut, ErasureCleared, ErasureRefused,
    ErasureStopped, LetterSent, Words,
};
use jiff::{ToSpan, civil::Time};
use redress_kernel::{
    Draft, Entry, Fact, Id, Instant, Refusal, calendar::Calendar, journal::Unreadable,
};
use std::collections::BTreeMap;

/// So long it can be undone.
pub const DELAY_DAYS: i64 = 7;
/// So long a letter on paper is waited for, after which there is none.
pub const LETTER_DAYS_MAX: i64 = 14;
/// Cases of one request; more of them are two requests.
pub const CASES_MAX: usize = 200;
/// The files of the database are written anew while the office sleeps.
const NIGHT: Time = Time::constant(2, 0, 0, 0);
const DAY_SECONDS: i64 = 86_400;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    #[default]
    Asked,
    Refused,
    /// Agreed, and not due yet.
    Approved,
    Stopped,
    /// The rows are gone; files of the database may still hold them.
    Erased,
    /// Nowhere any more.
    Cleared,
}

impl State {
    pub const ALL: [State; 6] = [
        State::Asked,
        State::Approved,
        State::Erased,
        State::Cleared,
        State::Refused,
        State::Stopped,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            State::Asked => "asked",
            State::Refused => "refused",
            State::Approved => "approved",
            State::Stopped => "stopped",
            State::Erased => "erased",
            State::Cleared => "cleared",
        }
    }

    pub fn from_name(name: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// A line of its history: its words are `data-moment-{what}`.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    pub what: &'static str,
    pub at: Instant,
    pub by: Id,
    pub text: String,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Erasure {
    pub id: Id,
    pub complaints: Vec<Id>,
    pub scope: String,
    pub basis: String,
    /// Only these entries of the one case; empty: everything.
    pub entries: Vec<i64>,
    pub asked_by: Id,
    pub state: State,
    pub due_at: Option<Instant>,
    pub letter: Option<LetterSent>,
    /// What had become of the letter when it was carried out.
    pub told: String,
    pub counts: BTreeMap<String, i64>,
    pub steps: BTreeMap<String, String>,
    pub history: Vec<Moment>,
}

/// A case, as far as asking and carrying out go by it.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    pub id: Id,
    pub reference: String,
    pub is_open: bool,
    /// The hold that keeps it.
    pub held: Option<Held>,
    /// Somebody has asked for it already.
    pub asked: bool,
}

/// A hold in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    pub name: String,
    pub review_on: jiff::civil::Date,
}

/// Where the letter to the complainant is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letter {
    None,
    Waiting,
    Sent,
    Failed,
}

/// Why it is not carried out now.
#[derive(Debug, Clone, PartialEq)]
pub enum Wait {
    /// Undone, carried out already, or never agreed.
    NotDue,
    Held,
    /// A case was opened again after it was agreed.
    Open,
    Letter,
}

impl Erasure {
    /// None when these are no facts of an erasure.
    pub fn fold(entries: &[Entry]) -> Result<Option<Erasure>, Unreadable> {
        let Some(first) = entries.first().filter(|e| e.is::<ErasureAsked>()) else {
            return Ok(None);
        };
        let mut erasure = Erasure {
            id: first.about,
            asked_by: first.actor,
            ..Erasure::default()
        };
        for entry in entries {
            erasure.follow(entry)?;
        }
        Ok(Some(erasure))
    }

    fn follow(&mut self, entry: &Entry) -> Result<(), Unreadable> {
        match entry.kind.as_str() {
            ErasureAsked::KIND => {
                let read = entry.read::<ErasureAsked>()?;
                let words = read.personal.into_present();
                let fact = read.fact;
                (self.complaints, self.scope, self.basis) =
                    (fact.complaints, fact.scope, fact.basis);
                self.entries = fact.entries;
                self.tell(entry, "asked", words);
            }
            ErasureRefused::KIND => {
                let words = entry.read::<ErasureRefused>()?.personal;
                self.becomes(State::Refused, entry, "refused", words.into_present());
            }
            ErasureApproved::KIND => {
                let fact = entry.read::<ErasureApproved>()?.fact;
                (self.due_at, self.letter) = (Some(fact.due_at), fact.letter);
                self.becomes(State::Approved, entry, "approved", None);
            }
            ErasureStopped::KIND => {
                let words = entry.read::<ErasureStopped>()?.personal;
                self.becomes(State::Stopped, entry, "stopped", words.into_present());
            }
            ErasureCarriedOut::KIND => {
                let fact = entry.read::<ErasureCarriedOut>()?.fact;
                (self.counts, self.told) = (fact.counts, fact.letter);
                self.becomes(State::Erased, entry, "erased", None);
            }
            ErasureCleared::KIND => self.cleared(entry)?,
            _ => {}
        }
        Ok(())
    }

    fn cleared(&mut self, entry: &Entry) -> Result<(), Unreadable> {
        let fact = entry.read::<ErasureCleared>()?.fact;
        self.steps = fact.steps;
        match fact.clear {
            true => self.becomes(State::Cleared, entry, "cleared", None),
            false => self.tell(entry, "not-cleared", None),
        }
        Ok(())
    }

    fn becomes(&mut self, state: State, entry: &Entry, what: &'static str, words: Option<Words>) {
        self.state = state;
        self.tell(entry, what, words);
    }

    fn tell(&mut self, entry: &Entry, what: &'static str, words: Option<Words>) {
        self.history.push(Moment {
            what,
            at: entry.at(),
            by: entry.actor,
            text: words.map(|words| words.text).unwrap_or_default(),
        });
    }

    pub fn refused(&self, by: Id, text: String) -> Result<Draft, Refusal> {
        self.waits_for(by)?;
        Ok(Draft::with(self.id, &ErasureRefused {}, &Words { text }))
    }

    /// Never by whoever asked (four eyes), and never over a hold.
    pub fn approved(
        &self,
        by: Id,
        cases: &[Candidate],
        now: Instant,
        calendar: &Calendar,
    ) -> Result<ErasureApproved, Refusal> {
        self.waits_for(by)?;
        nothing_in_the_way(cases, self.is_whole())?;
        Ok(ErasureApproved {
            due_at: due_at(now, calendar),
            letter: None,
        })
    }

    /// Everything personal goes, not single entries.
    pub fn is_whole(&self) -> bool {
        self.entries.is_empty()
    }

    /// Agreed, and one of its cases is worked on again.
    pub fn waits_for_closing(&self, cases: &[Candidate]) -> bool {
        let agreed = self.state == State::Approved && self.is_whole();
        agreed && cases.iter().any(|case| case.is_open)
    }

    fn waits_for(&self, by: Id) -> Result<(), Refusal> {
        match self.state {
            State::Asked if by == self.asked_by => Err(Refusal::new("erasure-own")),
            State::Asked => Ok(()),
            _ => Err(Refusal::new("erasure-decided")),
        }
    }

    /// By anybody who could ask or agree, until it is carried out.
    pub fn stopped(&self, text: String) -> Result<Draft, Refusal> {
        match self.state {
            State::Asked | State::Approved => {
                Ok(Draft::with(self.id, &ErasureStopped {}, &Words { text }))
            }
            State::Erased | State::Cleared => Err(Refusal::new("erasure-too-late")),
            State::Refused | State::Stopped => Err(Refusal::new("erasure-decided")),
        }
    }

    /// Carried out now? A hold that came later counts, too, and a case that was opened
    /// again meanwhile.
    pub fn ready(&self, cases: &[Candidate], letter: Letter, now: Instant) -> Result<(), Wait> {
        let due = self.due_at.filter(|_| self.state == State::Approved);
        let Some(due) = due.filter(|due| *due <= now) else {
            return Err(Wait::NotDue);
        };
        if cases.iter().any(|case| case.held.is_some()) {
            return Err(Wait::Held);
        }
        if self.waits_for_closing(cases) {
            return Err(Wait::Open);
        }
        let waited = now.seconds_since(due) >= LETTER_DAYS_MAX * DAY_SECONDS;
        match letter {
            Letter::Waiting if !waited => Err(Wait::Letter),
            _ => Ok(()),
        }
    }
}

/// How much, and on which ground.
#[derive(Debug, Clone, Copy)]
pub struct How<'a> {
    pub scope: &'a str,
    pub basis: &'a str,
    pub entries: &'a [i64],
}

/// A new request out of the cases that were found.
pub fn asked(id: Id, cases: &[Candidate], how: How, text: String) -> Result<Draft, Refusal> {
    if cases.is_empty() {
        return Err(Refusal::new("erasure-no-case"));
    }
    if cases.len() > CASES_MAX {
        return Err(Refusal::new("erasure-many").with("max", CASES_MAX));
    }
    if let Some(case) = cases.iter().find(|case| case.asked) {
        return Err(about(Refusal::new("erasure-asked-already"), case));
    }
    if !how.entries.is_empty() && cases.len() > 1 {
        return Err(Refusal::new("erasure-entries-of-one").at("erasure-entries"));
    }
    nothing_in_the_way(cases, how.entries.is_empty())?;
    let fact = ErasureAsked {
        complaints: cases.iter().map(|case| case.id).collect(),
        scope: how.scope.to_owned(),
        basis: how.basis.to_owned(),
        entries: how.entries.to_vec(),
    };
    Ok(Draft::with(id, &fact, &Words { text }))
}

/// An open case is worked on, and is not erased whole; a text in it that does harm can go.
fn nothing_in_the_way(cases: &[Candidate], whole: bool) -> Result<(), Refusal> {
    for case in cases {
        if let Some(held) = &case.held {
            return Err(about(Refusal::new("erasure-held"), case)
                .with("hold", held.name.as_str())
                .with("day", held.review_on));
        }
        if case.is_open && whole {
            return Err(about(Refusal::new("erasure-open"), case));
        }
    }
    Ok(())
}

fn about(refusal: Refusal, case: &Candidate) -> Refusal {
    let reference = redress_kernel::words::Arg::Latin(case.reference.clone());
    refusal.with("reference", reference)
}

/// The first night after the days in which it can be undone.
pub fn due_at(now: Instant, calendar: &Calendar) -> Instant {
    let earliest = now.plus_seconds(DELAY_DAYS * DAY_SECONDS);
    let day = earliest.date_in(&calendar.zone);
    let nights = [0, 1].map(|days| {
        let day = day.checked_add(days.days()).unwrap_or(day);
        calendar.first_at(day, NIGHT)
    });
    let night = nights
        .into_iter()
        .flatten()
        .find(|night| *night >= earliest);
    night.unwrap_or(earliest)
}
