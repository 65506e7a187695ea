//! Visits for programs.

use super::{
    MAY,
    acts::set,
    decide::FORM,
    pages::seed,
    records::{Held, held},
};
use crate::roster::{Member, member, members};
use redress_complaint::calls::{Ask, Call, Does, Done, Fault, Shape, Taken, Told};
use redress_kernel::fields::Fields;
use redress_store::{Error, Look, Tx};
use serde_json::{Value, json};

const VISITS: &str = "/api/v1/visits";
const ONE: &str = "/api/v1/visits/{person}";
const NAMES: [&str; 5] = ["first_day", "last_day", "size", "since", "cases"];

pub const CALLS: &[Call] = &[
    Call::show(VISITS, MAY, all)
        .of_a_list()
        .says("Who looks at a sample of cases from outside, on which days (4.12).")
        .answers(visit),
    Call::show(ONE, MAY, one)
        .says("The days and the sample of one certifier.")
        .answers(visit),
    Call::does(ONE, MAY, Does::Change(change, one))
        .says("The days; and a new sample: `cases` by reference, or `size` drawn by lot from those received `since`. With neither the sample stays.")
        .takes(|| NAMES.into_iter().zip(FORM).map(|(name, field)| Taken::field(name, *field)).collect())
        .answers(visit),
];

fn visit() -> Vec<Told> {
    vec![
        Told::new("id", Shape::Id),
        Told::new("name", Shape::Text),
        Told::new("first_day", Shape::TextOrNone),
        Told::new("last_day", Shape::TextOrNone),
        Told::new("cases", Shape::Texts),
    ]
}

fn told(one: &Member, held: &Held) -> Value {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    json!({
        "id": one.id, "name": one.name, "cases": held.cases,
        "first_day": day(held.first_day), "last_day": day(held.last_day),
    })
}

fn all(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let visitors = members(look)?.into_iter();
    let visitors = visitors.filter(|one| one.active && one.role.is_visitor());
    let mut list = Vec::new();
    for visitor in visitors {
        let held = held(look, &ask.actor, visitor.id)?;
        list.push(told(&visitor, &held));
    }
    Ok(Some(Value::Array(list)))
}

fn one(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let Some(id) = ask.id() else { return Ok(None) };
    let known = member(look, id)?.filter(|one| one.role.is_visitor());
    let Some(known) = known else { return Ok(None) };
    Ok(Some(told(&known, &held(look, &ask.actor, id)?)))
}

fn change(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let id = ask.id().ok_or(Fault::Hidden)?;
    let known = member(tx, id)?.filter(|one| one.role.is_visitor());
    known.ok_or(Fault::Hidden)?;
    let before = held(tx, &ask.actor, id)?;
    let mut kept = Fields::default();
    let days = [
        ("visit-first", before.first_day),
        ("visit-last", before.last_day),
    ];
    for (name, day) in days {
        day.iter().for_each(|day| kept.put(name, day.to_string()));
    }
    let typed = ask.over(kept);
    set(tx, &ask.actor, id, &typed, seed(&ask.house), ask.now)?;
    Ok(Done::same())
}
