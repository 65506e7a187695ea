//! Target times (6.2): the organisation's own promises, in working days. A change
//! holds for complaints that arrive from now on; earlier ones keep their dates.

use super::decide::{TARGETS, accept_targets, typed_targets};
use crate::{
    facts::OrganisationSet,
    fault::ours,
    frame::{Form, Sheet, back, may},
};
use axum::{Extension, extract::State, response::Response};
use redress_complaint::{House, house::organisation};
use redress_kernel::{Action, Actor, By, Draft, Id, fields::Fields};
use redress_store::{Error, Reader, Tx};
use redress_web::{Sent, Trouble, Visit, form};

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
    Ok(page(&house, &actor, &visit, &typed_targets(&it)))
}

fn page(house: &House, actor: &Actor, visit: &Visit, typed: &Fields) -> Response {
    let t = visit.voice();
    let fields = form::draw(&t, TARGETS, typed, &form::Options::default());
    let button = may(actor, Action::ChangeSettings).then_some("save");
    let form = Form::new(&t, "/admin/targets", fields, button)
        .with_summary(typed)
        .html();
    Sheet::new(house, visit, actor, "office-targets").answer(typed, form)
}

pub async fn change(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Result<Response, Trouble> {
    let before = house
        .db
        .read(|reader: &mut Reader| organisation(reader))
        .await
        .map_err(ours)?;
    if accept_targets(&mut sent.fields, &before).is_none() {
        return Ok(page(&house, &actor, &sent.visit, &sent.fields));
    }
    let (by, mut typed) = (
        By {
            actor: actor.id,
            unit: actor.unit,
            at: house.now(),
        },
        sent.fields.clone(),
    );
    let write = move |tx: &mut Tx| -> Result<(), Error> {
        let before = organisation(tx)?;
        if let Some(it) = accept_targets(&mut typed, &before).filter(|it| *it != before) {
            tx.record(
                Draft::of(Id::ORGANISATION, &OrganisationSet { organisation: it }),
                &by,
            )?;
        }
        Ok(())
    };
    house.db.write(write).await.map_err(ours)?;
    Ok(back(&sent.visit, "/admin/targets", "saved"))
}
