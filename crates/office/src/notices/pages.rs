//! One's own page: how soon one wants to hear of what.

use super::choice::{KINDS, PACES, pace, set};
use crate::{
    fault::ours,
    frame::{Form, Sheet, back},
};
use axum::{Extension, extract::State, response::Response};
use redress_complaint::House;
use redress_kernel::{
    Action, Actor, Id,
    fields::{Field, Fields, Kind},
};
use redress_store::{Error, Read, Reader, Tx};
use redress_web::{Sent, Trouble, Visit, form};

const PATH: &str = "/desk/notices";
const PACE: Kind = Kind::Choice("notice-pace", PACES);
pub const FORM: &[Field; KINDS.len()] = &[
    Field::new("notice-assigned", PACE).required(),
    Field::new("notice-reply", PACE).required(),
    Field::new("notice-mention", PACE).required(),
];

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let person = actor.id;
    let read = move |reader: &mut Reader| held(reader, person);
    let held = house.db.read(read).await.map_err(ours)?;
    Ok(page(&house, &actor, &visit, &held))
}

/// As it is, in the fields of the form.
pub fn held(reader: &mut impl Read, person: Id) -> Result<Fields, Error> {
    let mut fields = Fields::default();
    for kind in KINDS {
        fields.put(&format!("notice-{kind}"), pace(reader, person, kind)?);
    }
    Ok(fields)
}

/// From now on as these fields say.
pub fn keep(tx: &mut Tx, person: Id, fields: &Fields) -> Result<(), Error> {
    KINDS
        .iter()
        .try_for_each(|kind| set(tx, person, kind, &fields.text(&format!("notice-{kind}"))))
}

fn page(house: &House, actor: &Actor, visit: &Visit, typed: &Fields) -> Response {
    let t = visit.voice();
    let fields = form::draw(&t, FORM, typed, &form::Options::default());
    let form = Form::new(&t, PATH, fields, Some("save")).with_summary(typed);
    let sheet = Sheet::new(house, visit, actor, "office-notices");
    let sheet = match actor.may(Action::SeeDesk) {
        true => sheet.below("/desk", "office-desk"),
        false => sheet.at_home(),
    };
    sheet.answer(typed, form.html())
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    sent.fields.check(FORM);
    if !sent.fields.problems().is_empty() {
        return Ok(page(&house, &actor, &sent.visit, &sent.fields));
    }
    let (person, chosen) = (actor.id, sent.fields.clone());
    let write = move |tx: &mut Tx| keep(tx, person, &chosen);
    house.db.write(write).await.map_err(ours)?;
    Ok(back(&sent.visit, PATH, "saved"))
}
