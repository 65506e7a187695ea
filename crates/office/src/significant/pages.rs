//! The page: what a change would do, and the rule.

use super::{
    decide::{FORM, accept, typed},
    sweep,
    weigh::{part, weigh},
};
use crate::{
    amend::by,
    effect::asked,
    fault::{Fault, ours},
    frame::{Form, Sheet, back},
};
use axum::{Extension, extract::State, response::Response};
use redress_complaint::{House, house::organisation};
use redress_kernel::{Action, Actor, Organisation, Refusal, fields::Fields};
use redress_store::{Reader, Tx};
use redress_web::{Html, Sent, Trouble, Visit, form};

const PATH: &str = "/admin/significant";

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let held = held(&house).await?;
    Ok(page(&house, &actor, &visit, &typed(&held), Html::default()))
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let asked = asked(&mut sent);
    let before = held(&house).await?;
    let mut fields = sent.fields.clone();
    let Some(after) = accept(&mut fields, &before) else {
        return Ok(page(&house, &actor, &sent.visit, &fields, Html::default()));
    };
    if asked.weigh {
        let read = move |reader: &mut Reader| weigh(reader, &after);
        let effect = house.db.read(read).await.map_err(ours)?;
        let would = part(&sent.visit.voice(), &effect);
        return Ok(page(&house, &actor, &sent.visit, &fields, would));
    }
    let (by, mut fields) = (by(&house, &actor), sent.fields);
    let change =
        move |it: Organisation| accept(&mut fields, &it).ok_or(Refusal::new("not-possible"));
    let write = move |tx: &mut Tx| -> Result<(), Fault> { sweep::amended(tx, change, &by) };
    house.db.write(write).await?;
    Ok(back(&sent.visit, PATH, "saved"))
}

async fn held(house: &House) -> Result<Organisation, Trouble> {
    let read = |reader: &mut Reader| organisation(reader);
    house.db.read(read).await.map_err(ours)
}

fn page(house: &House, actor: &Actor, visit: &Visit, typed: &Fields, first: Html) -> Response {
    let t = visit.voice();
    let may_change = actor.may(Action::ChangeSettings);
    let fields = form::draw(&t, FORM, typed, &form::Options::default());
    let form = Form::new(&t, PATH, fields, may_change.then_some("save"))
        .weighed()
        .with_summary(typed)
        .html();
    let lead = Html::trusted(format!("<p>{}</p>", Html::text(&t.say("significant-lead"))));
    let body: Html = [lead, first, form].into_iter().collect();
    Sheet::new(house, visit, actor, "office-significant").answer(typed, body)
}
