//! `/desk/away`, one's own page: from when to when, who stands in, and for whom one
//! stands in oneself. Ending it early is one button.

use super::decide::{FORM, away, may_stand_in};
use crate::{
    facts::AwayEnded,
    fault::{Fault, ours},
    frame::{Form, Sheet, back},
};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use redress_complaint::{
    House,
    at::Colleague,
    house::{Away, away_of, colleagues, organisation, stood_in_for},
};
use redress_kernel::{
    Action, Actor, By, Draft, Id,
    fields::{Fields, Problem},
};
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

pub const PATH: &str = "/desk/away";

#[derive(Template)]
#[template(path = "standing_in/page.html")]
struct Page<'a> {
    t: &'a Voice,
    /// As it is now: who stands in, from when, until when.
    now: Option<(Html, Html, Html)>,
    form: Html,
    /// For whom one stands in: name, until when, their cases.
    others: Vec<(Html, Html, String)>,
    nobody: bool,
}

struct Known {
    own: Option<Away>,
    others: Vec<Away>,
    colleagues: Vec<Colleague>,
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let known = known(&house, actor.id).await?;
    let mut typed = Fields::default();
    if let Some(own) = &known.own {
        typed.put("away-from", own.from.to_string());
        typed.put("away-until", own.until.to_string());
        typed.put("away-deputy", own.deputy.to_string());
    }
    Ok(page(&house, &actor, &visit, &known, &typed))
}

pub async fn set(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    sent.fields.check(FORM);
    if sent.fields.problems().is_empty() {
        match kept(&house, &actor, sent.fields.clone()).await {
            Ok(()) => return Ok(back(&sent.visit, PATH, "saved")),
            Err(Fault::Store(error)) => return Err(ours(error)),
            Err(Fault::Refused(refusal)) => {
                let problem = Problem::from(refusal);
                sent.fields.problem(&problem.field, problem.message);
            }
        }
    }
    let known = known(&house, actor.id).await?;
    Ok(page(&house, &actor, &sent.visit, &known, &sent.fields))
}

async fn kept(house: &House, actor: &Actor, fields: Fields) -> Result<(), Fault> {
    let (actor, now) = (actor.clone(), house.now());
    let write = move |tx: &mut Tx| -> Result<(), Fault> {
        let today = now.date_in(&organisation(tx)?.zone());
        let away = away(&actor, &fields, &colleagues(tx)?, today)?;
        tx.record(Draft::of(actor.id, &away), &by(&actor, now))?;
        Ok(())
    };
    house.db.write(write).await
}

pub async fn end(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let now = house.now();
    let write = move |tx: &mut Tx| -> Result<(), Error> {
        if away_of(tx, actor.id)?.is_some() {
            tx.record(Draft::of(actor.id, &AwayEnded {}), &by(&actor, now))?;
        }
        Ok(())
    };
    house.db.write(write).await.map_err(ours)?;
    Ok(back(&visit, PATH, "saved"))
}

fn by(actor: &Actor, at: redress_kernel::Instant) -> By {
    By {
        actor: actor.id,
        unit: actor.unit,
        at,
    }
}

async fn known(house: &House, person: Id) -> Result<Known, Trouble> {
    let now = house.now();
    let read = move |reader: &mut Reader| -> Result<Known, Error> {
        let today = now.date_in(&organisation(reader)?.zone());
        Ok(Known {
            own: away_of(reader, person)?.filter(|it| it.until >= today),
            others: stood_in_for(reader, person, today)?,
            colleagues: colleagues(reader)?,
        })
    };
    house.db.read(read).await.map_err(ours)
}

fn page(house: &House, actor: &Actor, visit: &Visit, known: &Known, typed: &Fields) -> Response {
    let t = visit.voice();
    let able = known
        .colleagues
        .iter()
        .filter(|one| may_stand_in(actor, one));
    let able: Vec<(Id, String)> = able.map(|one| (one.id, one.name.clone())).collect();
    let nobody = able.is_empty();
    let options = form::Options {
        colleagues: able,
        ..form::Options::default()
    };
    let fields = form::draw(&t, FORM, typed, &options);
    let form = Form::new(&t, PATH, fields, Some("save")).with_summary(typed);
    let name = |id: Id| {
        let named = known.colleagues.iter().find(|one| one.id == id);
        t.bdi(named.map_or("", |one| one.name.as_str()))
    };
    let body = Html::from_template(&Page {
        t: &t,
        now: known
            .own
            .as_ref()
            .map(|it| (name(it.deputy), t.long(it.from), t.long(it.until))),
        form: form.html(),
        others: known
            .others
            .iter()
            .map(|it| {
                let cases = t.href(&format!("/desk?owner={}", it.person));
                (name(it.person), t.long(it.until), cases)
            })
            .collect(),
        nobody,
    });
    let sheet = Sheet::new(house, visit, actor, "office-away");
    let sheet = match actor.may(Action::SeeDesk) {
        true => sheet.below("/desk", "office-desk"),
        false => sheet,
    };
    sheet.answer(typed, body)
}
