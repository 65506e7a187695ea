//! The page of the calendar.

use super::decide::{FORM, accept, typed};
use crate::{
    effect::{apply, asked, choice, part, weigh},
    fault::ours,
    frame::{Form, Sheet, back},
};
use axum::{Extension, extract::State, response::Response};
use redress_complaint::{House, house::organisation, inbox::recount::Effect};
use redress_kernel::{Action, Actor, Refusal, fields::Fields};
use redress_store::Reader;
use redress_web::{Html, Sent, Trouble, Visit, form};

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let it = house
        .db
        .read(|reader: &mut Reader| organisation(reader))
        .await
        .map_err(ours)?;
    Ok(page(&house, &actor, &visit, &typed(&it), false, None))
}

fn page(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    typed: &Fields,
    recount: bool,
    effect: Option<&Effect>,
) -> Response {
    let t = visit.voice();
    let may_change = actor.may(Action::ChangeSettings);
    let mut parts = vec![form::draw(&t, FORM, typed, &form::Options::default())];
    if may_change {
        parts.push(choice(&t, recount));
    }
    let fields = parts.into_iter().collect();
    let form = Form::new(&t, "/admin/calendar", fields, may_change.then_some("save"))
        .weighed()
        .with_summary(typed)
        .html();
    let weighed = effect.map(|effect| part(&t, actor, effect));
    let body: Html = weighed.into_iter().chain([form]).collect();
    Sheet::new(house, visit, actor, "office-calendar").answer(typed, body)
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let asked = asked(&mut sent);
    let before = house
        .db
        .read(|reader: &mut Reader| organisation(reader))
        .await
        .map_err(ours)?;
    let mut fields = sent.fields.clone();
    let Some(after) = accept(&mut fields, &before) else {
        return Ok(page(
            &house,
            &actor,
            &sent.visit,
            &fields,
            asked.recount,
            None,
        ));
    };
    if asked.weigh {
        let effect = weigh(&house, after.counting()).await.map_err(ours)?;
        return Ok(page(
            &house,
            &actor,
            &sent.visit,
            &fields,
            asked.recount,
            Some(&effect),
        ));
    }
    let change = move |it| {
        let mut fields = sent.fields;
        accept(&mut fields, &it).ok_or(Refusal::new("not-possible"))
    };
    apply(&house, &actor, asked.recount, change).await?;
    let done = if asked.recount { "recounted" } else { "saved" };
    Ok(back(&sent.visit, "/admin/calendar", done))
}
