//! A request as its facts add up to, and what can be done with it: pure.

use super::facts::{SecondAlone, SecondAnswered, SecondAsked, SecondEnded, SecondText};
use redress_kernel::{
    Action, Entry, Fact, Id, Instant, Refusal, fields::Fields, journal::Unreadable,
};
use std::collections::BTreeMap;

/// So long it waits for an answer.
pub const ENDS_AFTER_SECONDS: i64 = 7 * 86_400;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    #[default]
    Open,
    Agreed,
    Refused,
    TakenBack,
    Expired,
    /// Nobody else could have agreed, and it was done.
    Alone,
}

impl State {
    pub const fn name(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Agreed => "agreed",
            State::Refused => "refused",
            State::TakenBack => "taken-back",
            State::Expired => "expired",
            State::Alone => "alone",
        }
    }
}

#[derive(Debug, Clone)]
pub struct Request {
    pub id: Id,
    pub act: String,
    pub decides: Action,
    pub complaint: Option<Id>,
    pub concerns: Option<Id>,
    pub asked_by: Id,
    pub asked_at: Instant,
    pub ends_at: Instant,
    pub reason: String,
    /// What was typed; empty where it was erased.
    pub typed: Fields,
    pub state: State,
    pub answered: Option<(Id, Instant)>,
    pub answer: String,
}

impl Request {
    pub fn fold(entries: &[Entry]) -> Result<Option<Request>, Unreadable> {
        let Some((first, rest)) = entries.split_first() else {
            return Ok(None);
        };
        let mut request = match first.kind.as_str() {
            SecondAsked::KIND => Request::asked(first)?,
            SecondAlone::KIND => Request::alone(first)?,
            _ => return Ok(None),
        };
        for entry in rest {
            request.apply(entry)?;
        }
        Ok(Some(request))
    }

    fn asked(entry: &Entry) -> Result<Request, Unreadable> {
        let known = entry.read::<SecondAsked>()?;
        let text = known.personal.into_present().unwrap_or_default();
        let fact = known.fact;
        Ok(Request {
            id: entry.about,
            act: fact.act,
            decides: fact.decides,
            complaint: fact.complaint,
            concerns: fact.concerns,
            asked_by: entry.actor,
            asked_at: entry.recorded_at,
            ends_at: fact.ends_at,
            typed: typed(text.typed),
            reason: text.reason,
            state: State::Open,
            answered: None,
            answer: String::new(),
        })
    }

    fn alone(entry: &Entry) -> Result<Request, Unreadable> {
        let known = entry.read::<SecondAlone>()?;
        let text: SecondText = known.personal.into_present().unwrap_or_default();
        Ok(Request {
            id: entry.about,
            act: known.fact.act,
            decides: known.fact.decides,
            complaint: None,
            concerns: known.fact.concerns,
            asked_by: entry.actor,
            asked_at: entry.recorded_at,
            ends_at: entry.recorded_at,
            typed: typed(text.typed),
            reason: text.reason,
            state: State::Alone,
            answered: None,
            answer: String::new(),
        })
    }

    fn apply(&mut self, entry: &Entry) -> Result<(), Unreadable> {
        match entry.kind.as_str() {
            SecondAnswered::KIND => {
                let known = entry.read::<SecondAnswered>()?;
                self.state = match known.fact.agreed {
                    true => State::Agreed,
                    false => State::Refused,
                };
                self.answered = Some((entry.actor, entry.recorded_at));
                self.answer = known.personal.into_present().unwrap_or_default().reason;
            }
            SecondEnded::KIND => {
                let why = entry.read::<SecondEnded>()?.fact.why;
                self.state = match why.as_str() {
                    "taken-back" => State::TakenBack,
                    _ => State::Expired,
                };
            }
            _ => {}
        }
        Ok(())
    }

    /// The same with its words as `said` tells them.
    pub fn told(self, said: impl Fn(&str) -> String) -> Request {
        let said = &said;
        let typed = self.typed.names().flat_map(|name| {
            let values = self.typed.all(name).iter();
            values.map(move |value| (name.to_owned(), said(value)))
        });
        Request {
            typed: Fields::from_pairs(typed),
            reason: said(&self.reason),
            answer: said(&self.answer),
            ..self
        }
    }

    /// Somebody else, while it waits: whoever asked is the first pair of eyes, and whose
    /// access it is about would answer for themselves.
    pub fn answerable(&self, by: Id, now: Instant) -> Result<(), Refusal> {
        if self.state != State::Open || now >= self.ends_at {
            return Err(Refusal::new("second-over"));
        }
        if self.asked_by == by {
            return Err(Refusal::new("second-own"));
        }
        match self.concerns == Some(by) {
            true => Err(Refusal::new("second-concerns-you")),
            false => Ok(()),
        }
    }

    /// By whoever asked, until somebody answers.
    pub fn can_be_taken_back(&self, by: Id, now: Instant) -> Result<(), Refusal> {
        if self.state != State::Open || now >= self.ends_at {
            return Err(Refusal::new("second-over"));
        }
        match self.asked_by == by {
            true => Ok(()),
            false => Err(Refusal::new("second-not-yours")),
        }
    }
}

fn typed(kept: BTreeMap<String, Vec<String>>) -> Fields {
    let pairs = kept.into_iter().flat_map(|(name, values)| {
        let pair = move |value| (name.clone(), value);
        values.into_iter().map(pair)
    });
    Fields::from_pairs(pairs)
}
