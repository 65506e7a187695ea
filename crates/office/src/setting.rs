//! A part of what the organisation decided about itself, as a program reads and changes
//! it: the fields of the page under the names of the API, what holds, and the page's own
//! decision. Leaves no evidence of its own: a change is a fact of the organisation.

use crate::{
    amend::amended,
    effect::{APPLY, applied},
};
use redress_complaint::{
    calls::{As, Ask, Done, Fault, Shape, Taken, Told},
    house::organisation,
    inbox::recount::{Effect, effect},
};
use redress_kernel::{
    Instant, Organisation,
    fields::{Field, Fields, Kind},
};
use redress_store::{Error, Look, Tx};
use serde_json::{Map, Value, json};

pub struct Setting {
    pub members: fn() -> Vec<Taken>,
    /// What holds, as the page's form shows it.
    pub held: fn(&Organisation) -> Fields,
    pub accept: fn(&mut Fields, &Organisation) -> Option<Organisation>,
    /// Members that are no field of the form.
    pub own: &'static [Own],
    /// It moves due dates: it can be weighed, and applied to open complaints too.
    pub counts: bool,
    /// What else a preview says of it, where it moves no due dates.
    pub weighs: Option<Weighs>,
}

/// What a change would come to, from what would hold after it.
pub type Weighs = fn(&mut Tx, &Organisation, Instant) -> Result<Value, Error>;

pub struct Own {
    pub name: &'static str,
    pub shown: fn(&Organisation) -> Value,
    /// Written into the form as a person would type it.
    pub typed: fn(&Value, &mut Fields),
}

const PREVIEW: &str = "preview";

impl Setting {
    /// What a change takes.
    pub fn takes(&self) -> Vec<Taken> {
        let mut all = (self.members)();
        if self.counts {
            all.push(Taken::field(APPLY.name, APPLY));
        }
        if self.is_weighed() {
            all.push(Taken::yes(PREVIEW));
        }
        all
    }

    pub fn answers(&self) -> Vec<Told> {
        let members = (self.members)().into_iter();
        let mut all: Vec<Told> = members.map(told).collect();
        if self.is_weighed() {
            all.push(Told::new("effect", Shape::Object).sometimes());
        }
        all
    }

    fn is_weighed(&self) -> bool {
        self.counts || self.weighs.is_some()
    }

    pub fn shown(&self, look: &mut Look) -> Result<Option<Value>, Error> {
        let it = organisation(look)?;
        let held = (self.held)(&it);
        let members = (self.members)().into_iter();
        let shown: Map<String, Value> = members
            .map(|taken| (taken.name.to_owned(), self.value(&it, &held, &taken)))
            .collect();
        Ok(Some(Value::Object(shown)))
    }

    fn value(&self, it: &Organisation, held: &Fields, taken: &Taken) -> Value {
        match taken.by {
            As::Field(field) => value_of(held, &field),
            As::Value(..) => self
                .own
                .iter()
                .find(|own| own.name == taken.name)
                .map_or(Value::Null, |own| (own.shown)(it)),
        }
    }

    pub fn changed(&self, tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
        self.changed_unless(tx, ask, |_, _, after| Ok((after, Done::same())))
    }

    /// The same where a part of it waits for a second person: `holds` says what does not.
    pub fn changed_unless(
        &self,
        tx: &mut Tx,
        ask: &Ask,
        holds: impl FnOnce(&mut Tx, &Organisation, Organisation) -> Result<(Organisation, Done), Fault>,
    ) -> Result<Done, Fault> {
        let before = organisation(tx)?;
        let mut fields = ask.over((self.held)(&before));
        let preview = ask.yes(PREVIEW)?.unwrap_or_default();
        let recount = fields.take(APPLY.name).iter().any(|whom| whom == "open");
        for own in self.own {
            if let Some(value) = ask.value(own.name) {
                (own.typed)(value, &mut fields);
            }
        }
        let accepted = match fields.problems().is_empty() {
            true => (self.accept)(&mut fields, &before),
            false => None,
        };
        let Some(after) = accepted else {
            return Err(Fault::Wrong(fields));
        };
        if preview && self.counts {
            let weighed = effect(tx, &after.counting(), ask.now)?;
            return Ok(Done::same().with("effect", effect_json(&weighed)));
        }
        if let Some(weighs) = self.weighs.filter(|_| preview) {
            let effect = weighs(tx, &after, ask.now)?;
            return Ok(Done::same().with("effect", effect));
        }
        let (after, done) = holds(tx, &before, after)?;
        let change = |_| Ok(after);
        match self.counts {
            true => applied(tx, recount, change, &ask.by())?,
            false => amended(tx, change, &ask.by())?,
        }
        Ok(done)
    }
}

fn value_of(held: &Fields, field: &Field) -> Value {
    match field.kind {
        Kind::Tick => json!(held.ticked(field.name)),
        Kind::Number(..) => json!(held.number(field.name)),
        Kind::Several(..) | Kind::Terms(_) => json!(held.codes(field.name)),
        _ => json!(held.text(field.name)),
    }
}

fn told(taken: Taken) -> Told {
    let shape = match taken.by {
        As::Value(..) => Shape::Any,
        As::Field(field) => match field.kind {
            Kind::Tick => Shape::Yes,
            Kind::Number(..) => Shape::NumberOrNone,
            Kind::Several(..) | Kind::Terms(_) => Shape::Texts,
            _ => Shape::Text,
        },
    };
    Told::new(taken.name, shape)
}

/// Only numbers and references: whoever sets the calendar sees no case.
pub fn effect_json(effect: &Effect) -> Value {
    let moved = effect.examples.iter().map(|one| {
        json!({
            "reference": one.reference,
            "before": one.before.map(|at| at.to_string()),
            "after": one.after.map(|at| at.to_string()),
        })
    });
    json!({
        "open": effect.open, "not_looked_at": effect.unseen, "moved": effect.moved,
        "overdue_before": effect.overdue_before, "overdue_after": effect.overdue_after,
        "examples": moved.collect::<Vec<_>>(),
    })
}
