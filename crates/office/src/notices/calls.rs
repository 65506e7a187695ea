//! One's own notices for programs: how soon the caller wants to hear of what. Of nobody
//! else's: a program acts for one person.

use super::{
    choice::KINDS,
    pages::{FORM, held, keep},
};
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Shape, Taken, Told},
    routes::Permit,
};
use redress_store::{Error, Look, Tx};
use serde_json::Value;

const PATH: &str = "/api/v1/notices";

pub const CALLS: &[Call] = &[
    Call::show(PATH, Permit::SignedIn, shown)
        .says("What the caller is written to about, and how soon: `none`, `instant` or `digest`.")
        .answers(|| KINDS.map(|kind| Told::new(kind, Shape::Text)).to_vec()),
    Call::does(PATH, Permit::SignedIn, Does::Change(changed, shown))
        .says("Other choices for the caller alone; they hold from now on.")
        .takes(|| {
            let all = KINDS.iter().zip(FORM);
            all.map(|(kind, field)| Taken::field(kind, *field))
                .collect()
        })
        .answers(|| KINDS.map(|kind| Told::new(kind, Shape::Text)).to_vec()),
];

fn shown(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let held = held(look, ask.actor.id)?;
    let all = KINDS.map(|kind| (kind.to_owned(), held.text(&format!("notice-{kind}")).into()));
    Ok(Some(Value::Object(all.into_iter().collect())))
}

fn changed(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let mut fields = ask.over(held(tx, ask.actor.id)?);
    fields.check(FORM);
    if !fields.problems().is_empty() {
        return Err(Fault::Wrong(fields));
    }
    keep(tx, ask.actor.id, &fields)?;
    Ok(Done::same())
}
