//! The page: what would have been, the choice, and every pack with what it asks.

use super::{
    decide::{FORM, accept, typed},
    shown,
};
use crate::{
    amend::amend,
    effect::asked,
    fault::ours,
    frame::{Form, Sheet, back},
};
use axum::{Extension, extract::State, response::Response};
use redress_complaint::{House, clocks::rehearse, house::organisation};
use redress_kernel::{Action, Actor, Organisation, Refusal, fields::Fields};
use redress_store::{Error, Reader};
use redress_web::{Html, Sent, Trouble, Visit, form};

const PATH: &str = "/admin/clocks";

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
    let weigh = asked(&mut sent).weigh;
    let before = held(&house).await?;
    let mut typed = sent.fields.clone();
    let Some(after) = accept(&mut typed, &before) else {
        return Ok(page(&house, &actor, &sent.visit, &typed, Html::default()));
    };
    if weigh {
        let now = house.now();
        let read = move |reader: &mut Reader| -> Result<_, Error> { rehearse(reader, &after, now) };
        let would = house.db.read(read).await.map_err(ours)?;
        let would = shown::would(&sent.visit.voice(), &would);
        return Ok(page(&house, &actor, &sent.visit, &typed, would));
    }
    let mut fields = sent.fields;
    let change =
        move |it: Organisation| accept(&mut fields, &it).ok_or(Refusal::new("not-possible"));
    amend(&house, &actor, change).await?;
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
    let packs = shown::packs(&t, &typed.codes("packs"), house.now());
    let body: Html = [first, form, packs].into_iter().collect();
    Sheet::new(house, visit, actor, "office-clocks").answer(typed, body)
}
