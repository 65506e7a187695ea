//! One page: the rules, the heads of units, and who is competent for what.

use super::{
    acts::{self, hold, set_head},
    decide::{FORM, accept, typed},
    records::{competences, heads},
};
use crate::{
    amend::{amend, by},
    fault::{Fault, beside, ours},
    frame::{Form, Sheet, back},
    roster::{Member, Unit, members, units},
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use redress_complaint::{House, house::organisation};
use redress_kernel::{
    Action, Actor, By, Id, Organisation, Refusal,
    fields::{Field, Fields, Kind},
};
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};
use std::collections::BTreeMap;

pub const PATH: &str = "/admin/objectivity";
const HEAD: &[Field] = &[Field::new("unit-head", Kind::Colleague)];
const HOLDING: &[Field] = &[
    Field::new("competent", Kind::Colleague).required(),
    Field::new("competence", Kind::Line(100)).required(),
    Field::new("competent-until", Kind::Date).hinted(),
];

struct UnitRow {
    name: String,
    head: Option<String>,
    form: Option<Html>,
}

struct HeldRow {
    person: String,
    competence: String,
    until: Option<Html>,
    over: bool,
    end: Option<String>,
}

#[derive(Template)]
#[template(path = "objectivity/page.html")]
struct Page<'a> {
    t: &'a Voice,
    rules: Html,
    units: Vec<UnitRow>,
    held: Vec<HeldRow>,
    hold: Option<Html>,
    hidden: Html,
}

struct Found {
    office: Organisation,
    units: Vec<Unit>,
    heads: BTreeMap<Id, Id>,
    people: Vec<Member>,
    held: Vec<super::records::Held>,
}

fn read(reader: &mut Reader) -> Result<Found, Error> {
    Ok(Found {
        office: organisation(reader)?,
        units: units(reader)?,
        heads: heads(reader)?,
        people: members(reader)?,
        held: competences(reader)?,
    })
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    page(&house, &actor, &visit, None).await
}

/// `again`: what was typed into the form of these rules, or else into that of a competence.
async fn page(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    again: Option<(bool, &Fields)>,
) -> Result<Response, Trouble> {
    let found = house.db.read(read).await.map_err(ours)?;
    let t = visit.voice();
    let held = typed(&found.office);
    let none = Fields::default();
    let (rules, holding) = match again {
        Some((true, fields)) => (fields, &none),
        Some((false, fields)) => (&held, fields),
        None => (&held, &none),
    };
    let today = house.now().date_in(&found.office.zone());
    let body = Html::from_template(&Page {
        t: &t,
        rules: drawn_rules(&t, actor, rules),
        units: rows(&t, actor, &found),
        held: held_rows(&t, actor, &found, today),
        hold: actor
            .may(Action::ManagePeople)
            .then(|| drawn(&t, &format!("{PATH}/competences"), HOLDING, holding, &found)),
        hidden: form::hidden(&t),
    });
    let shown = again.map_or(&none, |(_, fields)| fields);
    Ok(Sheet::new(house, visit, actor, "office-objectivity").answer(shown, body))
}

fn drawn_rules(t: &Voice, actor: &Actor, fields: &Fields) -> Html {
    let may_change = actor.may(Action::ChangeSettings);
    let drawn = form::draw(t, FORM, fields, &form::Options::default());
    Form::new(t, PATH, drawn, may_change.then_some("save"))
        .with_summary(fields)
        .html()
}

fn drawn(t: &Voice, action: &str, form: &[Field], typed: &Fields, found: &Found) -> Html {
    let active = found.people.iter().filter(|one| one.active);
    let options = form::Options {
        colleagues: active.map(|one| (one.id, one.name.clone())).collect(),
        prefix: action.rsplit('/').next().unwrap_or_default().to_owned() + "-",
        ..form::Options::default()
    };
    let fields = form::draw(t, form, typed, &options);
    Form::new(t, action, fields, Some("save"))
        .with_summary(typed)
        .html()
}

fn name(found: &Found, id: Id) -> String {
    let known = found.people.iter().find(|one| one.id == id);
    known.map(|one| one.name.clone()).unwrap_or_default()
}

fn rows(t: &Voice, actor: &Actor, found: &Found) -> Vec<UnitRow> {
    let may = actor.may(Action::ManagePeople);
    let row = |unit: &Unit| {
        let head = found.heads.get(&unit.id).copied();
        let mut typed = Fields::default();
        typed.put(
            "unit-head",
            head.map(|id| id.to_string()).unwrap_or_default(),
        );
        let action = format!("{PATH}/units/{}", unit.id);
        UnitRow {
            name: unit.name.clone(),
            head: head.map(|id| name(found, id)),
            form: may.then(|| drawn(t, &action, HEAD, &typed, found)),
        }
    };
    found.units.iter().map(row).collect()
}

fn held_rows(t: &Voice, actor: &Actor, found: &Found, today: jiff::civil::Date) -> Vec<HeldRow> {
    let may = actor.may(Action::ManagePeople);
    let row = |its: &super::records::Held| {
        let until = its.until.as_deref().and_then(|day| day.parse().ok());
        HeldRow {
            person: name(found, its.person),
            competence: its.competence.clone(),
            over: until.is_some_and(|until: jiff::civil::Date| until < today),
            until: until.map(|day| t.date(day)),
            end: may.then(|| t.href(&format!("{PATH}/competences/{}/end", its.person))),
        }
    };
    found.held.iter().map(row).collect()
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let read = |reader: &mut Reader| organisation(reader);
    let before = house.db.read(read).await.map_err(ours)?;
    let mut fields = sent.fields.clone();
    if accept(&mut fields, &before).is_none() {
        return page(&house, &actor, &sent.visit, Some((true, &fields))).await;
    }
    let mut fields = sent.fields;
    let change =
        move |it: Organisation| accept(&mut fields, &it).ok_or(Refusal::new("not-possible"));
    amend(&house, &actor, change).await?;
    Ok(back(&sent.visit, PATH, "saved"))
}

pub async fn head(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(unit): Path<String>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let unit: Id = unit.parse().map_err(|_| Trouble::NotFound)?;
    sent.fields.check(HEAD);
    let head = sent.fields.id("unit-head");
    let done = write(&house, &actor, move |tx, by| set_head(tx, unit, head, by)).await;
    match done {
        Ok(Some(())) => Ok(back(&sent.visit, PATH, "saved")),
        Ok(None) => Err(Trouble::NotFound),
        Err(fault) => Err(fault.into()),
    }
}

pub async fn held(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    sent.fields.check(HOLDING);
    if !sent.fields.problems().is_empty() {
        return page(&house, &actor, &sent.visit, Some((false, &sent.fields))).await;
    }
    let person = sent.fields.id("competent").ok_or(Trouble::NotFound)?;
    let (competence, until) = (
        sent.fields.text("competence"),
        sent.fields.date("competent-until"),
    );
    let done = write(&house, &actor, move |tx, by| {
        hold(tx, person, &competence, until, by)
    });
    match done.await {
        Ok(()) => Ok(back(&sent.visit, PATH, "saved")),
        Err(Fault::Refused(refusal)) => {
            beside(&mut sent.fields, refusal);
            page(&house, &actor, &sent.visit, Some((false, &sent.fields))).await
        }
        Err(fault) => Err(fault.into()),
    }
}

pub async fn ended(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(person): Path<String>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let person: Id = person.parse().map_err(|_| Trouble::NotFound)?;
    let competence = sent.fields.text("competence");
    let done = write(&house, &actor, move |tx, by| {
        acts::end(tx, person, &competence, by)
    });
    match done.await {
        Ok(true) => Ok(back(&sent.visit, PATH, "saved")),
        Ok(false) => Err(Trouble::NotFound),
        Err(fault) => Err(fault.into()),
    }
}

async fn write<T: Send + 'static>(
    house: &House,
    actor: &Actor,
    act: impl FnOnce(&mut Tx, &By) -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    let by = by(house, actor);
    house.db.write(move |tx: &mut Tx| act(tx, &by)).await
}
