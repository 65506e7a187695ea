//! `/admin/checkpoints`: to whom, at which hour, in which language, and what left last.

use super::{
    decide::{FORM, Sent, accept, typed},
    records::{Held, held, last, record},
};
use crate::{
    amend::by,
    fault::ours,
    frame::{Form, Sheet, back},
};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use redress_complaint::House;
use redress_kernel::{Action, Actor, fields::Fields};
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Trouble, Visit, Voice, form};

pub const PATH: &str = "/admin/checkpoints";

struct Line {
    address: String,
    /// When, and of how many entries.
    last: Option<(Html, Html)>,
}

#[derive(Template)]
#[template(path = "checkpoints/list.html")]
struct Page<'a> {
    t: &'a Voice,
    form: Html,
    lines: Vec<Line>,
    active: bool,
    may_change: bool,
    without_relay: bool,
}

/// What is on file.
struct OnFile {
    held: Held,
    sent: Vec<Option<Sent>>,
    relay: bool,
}

fn on_file(reader: &mut Reader) -> Result<OnFile, Error> {
    let held = held(reader)?;
    let sent = held.recipients.iter().map(|one| last(reader, one.id));
    Ok(OnFile {
        sent: sent.collect::<Result<_, _>>()?,
        relay: crate::sender::sender(reader)?.is_some(),
        held,
    })
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let on_file = house.db.read(on_file).await.map_err(ours)?;
    let fields = typed(&on_file.held);
    Ok(page(&house, &actor, &visit, &on_file, &fields))
}

fn page(house: &House, actor: &Actor, visit: &Visit, on_file: &OnFile, typed: &Fields) -> Response {
    let t = visit.voice();
    let may_change = actor.may(Action::ChangeSettings);
    let fields = form::draw(&t, FORM, typed, &form::Options::default());
    let form = Form::new(&t, PATH, fields, may_change.then_some("save"));
    let all = on_file.held.recipients.iter().zip(&on_file.sent);
    let lines = all.map(|(one, sent)| Line {
        address: one.address.clone(),
        last: sent.map(|sent| (t.moment(sent.at), t.number(sent.size))),
    });
    let body = Html::from_template(&Page {
        form: form.with_summary(typed).html(),
        lines: lines.collect(),
        active: on_file.held.active,
        may_change,
        without_relay: !on_file.relay,
        t: &t,
    });
    Sheet::new(house, visit, actor, "office-checkpoints").answer(typed, body)
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: redress_web::Sent,
) -> Result<Response, Trouble> {
    let before = house.db.read(on_file).await.map_err(ours)?;
    let mut fields = sent.fields.clone();
    if accept(&mut fields, &before.held, || house.new_id()).is_none() {
        return Ok(page(&house, &actor, &sent.visit, &before, &fields));
    }
    let (by, ids) = (by(&house, &actor), house.clone());
    let write = move |tx: &mut Tx| -> Result<(), Error> {
        let before = held(tx)?;
        let mut fields = sent.fields;
        match accept(&mut fields, &before, || ids.new_id()) {
            Some(after) if after != before => record(tx, &after, &by),
            _ => Ok(()),
        }
    };
    house.db.write(write).await.map_err(ours)?;
    Ok(back(&sent.visit, PATH, "saved"))
}

pub async fn stop(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    switched(&house, &actor, &visit, false).await
}

/// The way back from stopping: addresses and hour were kept.
pub async fn resume(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    switched(&house, &actor, &visit, true).await
}

async fn switched(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    active: bool,
) -> Result<Response, Trouble> {
    let by = by(house, actor);
    let write = move |tx: &mut Tx| -> Result<(), Error> {
        let before = held(tx)?;
        match before.active == active {
            true => Ok(()),
            false => record(tx, &Held { active, ..before }, &by),
        }
    };
    house.db.write(write).await.map_err(ours)?;
    Ok(back(visit, PATH, "saved"))
}
