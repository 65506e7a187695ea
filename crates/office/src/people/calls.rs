//! People for programs: who works here, a new colleague with their invitation, another
//! role or unit, leaving and coming back. The link of an invitation is never told to a
//! program: it goes by mail, and without a relay an administrator hands it over.

use super::{
    acts,
    invitation::letter,
    second::{self, NEWCOMER, Way},
};
use crate::{
    joining::{WELCOME_SECONDS, invite},
    records::{open_link, withdraw_links},
    roster::{Member, ROLES, member, members},
};
use redress_complaint::{
    House,
    calls::{Ask, Call, Does, Done, Fault, Shape, Taken, Told},
    house::organisation,
    routes::Permit,
    second::{REASON, open_concerning},
};
use redress_kernel::{
    Action, Id, Instant, Refusal,
    fields::{Field, Fields, Kind},
};
use redress_mail::{Letter, Outgoing, Went};
use redress_store::{Error, Look, Tx};
use serde_json::{Map, Value, json};

const PEOPLE: &str = "/api/v1/people";
const ONE: &str = "/api/v1/people/{person}";
const INVITATION: &str = "/api/v1/people/{person}/invitation";
const SEE: Permit = Permit::Either(Action::SeeDesk, Action::SeeSettings);
const MANAGE: Permit = Permit::Fresh(Action::ManagePeople);

const NAME: Field = Field::new("name", Kind::Line(200)).required();
const EMAIL: Field = Field::new("email", Kind::Line(254)).required();
const ROLE: Field = Field::new("role", Kind::Choice("role", ROLES)).required();
/// By its identifier or its name.
const UNIT: Field = Field::new("unit", Kind::Line(100));
const LANGUAGE: Field = Field::new("language", Kind::Language);

pub const CALLS: &[Call] = &[
    Call::show(PEOPLE, SEE, all).of_a_list()
        .says("Who can sign in, by name; with addresses for whoever may see settings.")
        .answers(person)
        .asks(&[(
            "active",
            "`false`: those who left, for whoever may see settings.",
        )]),
    Call::does(PEOPLE, MANAGE, Does::Make(add, one))
        .says("A new colleague, invited by mail to set a password (5.4). Where another person could agree and the role opens something, they are asked first (`reason`; `second`: the request), and `active` is false until they do.")
        .takes(|| with_reason(&[NAME, EMAIL, ROLE, UNIT, LANGUAGE]))
        .answers(invited),
    Call::show(ONE, SEE, one)
        .says("One person.")
        .answers(person),
    Call::does(ONE, MANAGE, Does::Change(change, one))
        .says("Name, address, role and unit as they are from now on; `unit` null: the whole organisation. A role that opens more waits for a second person where there is one (`reason`; `second`: the request).")
        .takes(|| with_reason(&[NAME, EMAIL, ROLE, UNIT]))
        .answers(person),
    Call::does("/api/v1/people/{person}/deactivation", MANAGE, Does::Act(leave, one))
        .says("They left: their sessions and tokens end.")
        .answers(person),
    Call::does("/api/v1/people/{person}/reactivation", MANAGE, Does::Act(come_back, one))
        .says("They are back.")
        .answers(person),
    Call::does(INVITATION, MANAGE, Does::Act(invite_again, one))
        .says("A new link by mail; an earlier one is worthless from now on.")
        .answers(invited),
    Call::does(INVITATION, MANAGE, Does::Remove(withdraw, one))
        .says("The link that is out does not work any more."),
];

fn person() -> Vec<Told> {
    vec![
        Told::new("id", Shape::Id),
        Told::new("name", Shape::Text),
        Told::new("role", Shape::Text),
        Told::new("unit", Shape::IdOrNone),
        Told::new("email", Shape::Text).sometimes(),
        Told::new("language", Shape::TextOrNone).sometimes(),
        Told::new("active", Shape::Yes).sometimes(),
        Told::new("invited_until", Shape::TimeOrNone).sometimes(),
        Told::new("second", Shape::Id).sometimes(),
    ]
}

fn with_reason(fields: &[Field]) -> Vec<Taken> {
    let mut all = Taken::all(fields);
    all.push(Taken::field("reason", REASON));
    all
}

/// `mailed`, `no-relay` or `not-taken`.
fn invited() -> Vec<Told> {
    let mut all = person();
    all.push(Told::new("invitation", Shape::Text).sometimes());
    all
}

/// Colleagues know each other's name; the rest is for those who run the office.
fn runs_the_office(ask: &Ask) -> bool {
    ask.may(Action::SeeSettings) || ask.may(Action::ManagePeople)
}

fn told(ask: &Ask, member: &Member) -> Value {
    let mut told = json!({
        "id": member.id, "name": member.name, "role": member.role, "unit": member.unit,
    });
    if let Some(members) = told.as_object_mut().filter(|_| runs_the_office(ask)) {
        members.insert("email".into(), json!(member.email));
        members.insert(
            "language".into(),
            json!(member.language.map(|lang| lang.tag())),
        );
        members.insert("active".into(), json!(member.active));
    }
    told
}

fn all(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let active = ask.visit.query("active") != Some("false");
    let shown = |member: &&Member| member.active == active && (active || runs_the_office(ask));
    let all = members(look)?;
    Ok(Some(
        all.iter().filter(shown).map(|its| told(ask, its)).collect(),
    ))
}

fn one(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let Some(id) = ask.id() else { return Ok(None) };
    let known = member(look, id)?.filter(|one| one.active || runs_the_office(ask));
    let Some(known) = known else {
        return awaited(look, ask, id);
    };
    let mut told = told(ask, &known);
    if let Some(members) = told.as_object_mut().filter(|_| runs_the_office(ask)) {
        let until = open_link(look, id, ask.now)?.map(|at| at.to_string());
        members.insert("invited_until".into(), json!(until));
    }
    Ok(Some(told))
}

/// Somebody whom a second person has not let in yet, for those who run the office.
fn awaited(look: &mut Look, ask: &Ask, id: Id) -> Result<Option<Value>, Error> {
    let request = open_concerning(look, NEWCOMER.name, id)?;
    let request = request.filter(|_| runs_the_office(ask));
    Ok(request.map(|it| {
        json!({
            "id": id, "name": it.typed.text("name"), "role": it.typed.text("role"),
            "unit": it.typed.optional("unit"), "active": false, "second": it.id,
        })
    }))
}

fn id(ask: &Ask) -> Result<Id, Fault> {
    ask.id().ok_or(Fault::Hidden)
}

fn there(found: bool) -> Result<Done, Fault> {
    match found {
        true => Ok(Done::same()),
        false => Err(Fault::Hidden),
    }
}

fn add(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    match second::added(tx, ask.fields(), &ask.acting())? {
        Way::Done(person) => mailed(tx, ask, person, Done::made(person)),
        Way::Waits { person, .. } => Ok(Done::made(person)),
    }
}

fn change(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let known = member(tx, id(ask)?)?.ok_or(Fault::Hidden)?;
    let mut held = Fields::default();
    held.put("name", known.name);
    held.put("email", known.email);
    held.put("role", known.role.name());
    held.put(
        "unit",
        known.unit.map(|unit| unit.to_string()).unwrap_or_default(),
    );
    match second::changed(tx, known.id, &ask.over(held), &ask.acting())? {
        Some(Way::Waits { request, .. }) => Ok(Done::same().with("second", request.to_string())),
        way => there(way.is_some()),
    }
}

fn leave(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    there(acts::deactivation(tx, id(ask)?, &ask.by())?)
}

fn come_back(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    there(acts::reactivation(tx, id(ask)?, &ask.by())?)
}

fn invite_again(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let known = member(tx, id(ask)?)?.ok_or(Fault::Hidden)?;
    if !known.active {
        return Err(Refusal::new("inactive-already").into());
    }
    mailed(tx, ask, known.id, Done::same())
}

fn withdraw(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let known = member(tx, id(ask)?)?.ok_or(Fault::Hidden)?;
    withdraw_links(tx, known.id)?;
    Ok(Done::same())
}

/// The letter leaves once the commit is durable; a link that reached nobody is withdrawn.
fn mailed(tx: &mut Tx, ask: &Ask, person: Id, done: Done) -> Result<Done, Fault> {
    let Some(way) = ask.lent::<Outgoing>().filter(Outgoing::is_open) else {
        return Ok(done.with("invitation", "no-relay"));
    };
    let path = invite(tx, person, (ask.house.random)(), ask.now)?;
    let known = member(tx, person)?.ok_or(Fault::Hidden)?;
    let link = format!("{}{path}", ask.house.base_url);
    let until: Instant = ask.now.plus_seconds(WELCOME_SECONDS);
    let letter = letter(&ask.house, &organisation(tx)?, &known, &link, until);
    let house = ask.house.clone();
    Ok(done.then(Box::new(move || became(&house, &way, &letter, person))))
}

fn became(house: &House, way: &Outgoing, letter: &Letter, person: Id) -> Map<String, Value> {
    let went = match way.send(letter) {
        Went::Out => "mailed",
        Went::Nowhere => "no-relay",
        Went::Not(_) => "not-taken",
    };
    let mut told = Map::from_iter([("invitation".to_owned(), json!(went))]);
    if went != "mailed" {
        told.insert("invited_until".to_owned(), Value::Null);
        let withdrawn = house.db.write_now(move |tx| withdraw_links(tx, person));
        // It is known to nobody and ends by itself in a week.
        if let Err(error) = withdrawn {
            tracing::warn!(%error, "the link of an invitation that was not mailed stays open");
        }
    }
    told
}
