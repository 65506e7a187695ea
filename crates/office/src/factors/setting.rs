//! The page that says for which roles a second factor is required.

use super::decide::{REASON, REQUIRED, accept, typed};
use crate::{
    amend::amend,
    fault::ours,
    frame::{Form, Sheet, back},
};
use axum::{Extension, extract::State, response::Response};
use redress_complaint::{House, house::organisation};
use redress_kernel::{Action, Actor, Organisation, Refusal, fields::Fields};
use redress_store::Reader;
use redress_web::{Html, Sent, Trouble, Visit, form};

pub const PATH: &str = "/admin/second-factor";

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let held = held(&house).await?;
    Ok(page(&house, &actor, &visit, &typed(&held)))
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let mut fields = sent.fields.clone();
    if accept(&mut fields, &held(&house).await?).is_none() {
        return Ok(page(&house, &actor, &sent.visit, &fields));
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

fn page(house: &House, actor: &Actor, visit: &Visit, typed: &Fields) -> Response {
    let t = visit.voice();
    let may_change = actor.may(Action::ChangeSettings);
    let fields = form::draw(&t, &[REQUIRED, REASON], typed, &form::Options::default());
    let form = Form::new(&t, PATH, fields, may_change.then_some("save"))
        .with_summary(typed)
        .html();
    let lead = Html::trusted(format!(
        "<p>{}</p>",
        Html::text(&t.say("second-factor-lead"))
    ));
    let body: Html = [lead, form].into_iter().collect();
    Sheet::new(house, visit, actor, "office-second-factor").answer(typed, body)
}
