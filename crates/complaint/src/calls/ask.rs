//! A call as a decision is handed it: who asks, about what, with which body.

use super::{Call, body::Body};
use crate::{House, chapter::Acting, desk::Seat};
use axum::http::Extensions;
use redress_kernel::{Actor, By, Id, Lang, Refusal, fields::Fields};
use redress_web::Visit;
use serde_json::{Map, Value};

#[derive(Clone)]
pub struct Ask {
    pub seat: Seat,
    /// The name in the address; of what was made, once it is.
    pub key: String,
    pub(super) body: Body,
    extensions: Extensions,
}

impl std::ops::Deref for Ask {
    type Target = Seat;
    fn deref(&self) -> &Seat {
        &self.seat
    }
}

impl Ask {
    pub(super) fn new(seat: Seat, key: String, body: Body, extensions: Extensions) -> Ask {
        Ask {
            seat,
            key,
            body,
            extensions,
        }
    }

    /// The identifier in the address; one that is none is of nothing.
    pub fn id(&self) -> Option<Id> {
        self.key.parse().ok()
    }

    pub fn by(&self) -> By {
        By {
            actor: self.actor.id,
            unit: self.actor.unit,
            at: self.now,
        }
    }

    pub fn acting(&self) -> Acting<'_> {
        Acting::from(&self.seat)
    }

    /// What was sent, under the names of the page's form.
    pub fn fields(&self) -> &Fields {
        &self.body.fields
    }

    /// What holds, with what was sent in its place: a part that is left out stays.
    pub fn over(&self, mut held: Fields) -> Fields {
        for name in &self.body.given {
            held.take(name);
            let values = self.body.fields.all(name).iter();
            values.for_each(|value| held.put(name, value.as_str()));
        }
        held
    }

    /// A member that is no field.
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.body.values.get(name)
    }

    /// A member that is true or false, and no field of a form.
    pub fn yes(&self, name: &'static str) -> Result<Option<bool>, Refusal> {
        let shape = || Refusal::new("call-shape").at(name);
        let value = self.value(name);
        value
            .map(|value| value.as_bool().ok_or_else(shape))
            .transpose()
    }

    /// A member that is a text of at most so many characters, and no field of a form.
    pub fn line(&self, name: &'static str, max: usize) -> Result<Option<String>, Refusal> {
        let shape = || Refusal::new("call-shape").at(name);
        let value = self.value(name);
        let text = value.map(|value| value.as_str().ok_or_else(shape));
        let text = text.transpose()?.map(|text| text.replace('\0', ""));
        match text.as_ref().is_some_and(|text| text.chars().count() > max) {
            true => Err(shape()),
            false => Ok(text),
        }
    }

    /// What the binary lends to a request, such as the way out for mail.
    pub fn lent<T: Clone + Send + Sync + 'static>(&self) -> Option<T> {
        self.extensions.get().cloned()
    }

    /// The same call of somebody who reads English: a version does not depend on who reads.
    pub(super) fn in_english(&self) -> Option<Ask> {
        (self.t().lang() != Lang::En).then(|| {
            let visit: Visit = self.visit.clone().in_language(Lang::En);
            let (house, actor): (House, Actor) = (self.house.clone(), self.actor.clone());
            Ask {
                seat: Seat::new(house, actor, visit),
                ..self.clone()
            }
        })
    }
}

/// Reads a list of objects: each member by its name, anything else is refused at `at`.
pub fn objects<'a>(
    value: &'a Value,
    names: &[&str],
    at: &'static str,
) -> Result<Vec<&'a Map<String, Value>>, Refusal> {
    let wrong = || Refusal::new("call-shape").at(at);
    let all = value.as_array().ok_or_else(wrong)?.iter();
    all.map(|item| {
        let item = item.as_object().ok_or_else(wrong)?;
        match item.keys().all(|key| names.contains(&key.as_str())) {
            true => Ok(item),
            false => Err(wrong()),
        }
    })
    .collect()
}

/// The member of the body that a field of the page's form stands for.
pub(super) fn member_of(call: &Call, field: &str) -> String {
    let taken = (call.takes)();
    let known = taken.iter().find(|taken| taken.is_field(field));
    match known {
        Some(taken) => taken.name.to_owned(),
        // A place inside a member: `words.zh-Hant`.
        None if field.contains('.') => field.to_owned(),
        None => field.replace('-', "_"),
    }
}
