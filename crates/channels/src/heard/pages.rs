//! The one page: the form, and what this person passed on before.

use super::{
    project::{Passed, passed_on},
    told::{FORM, arrival, ours},
};
use askama::Template;
use axum::{
    extract::{Extension, State},
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::{House, door::our_fault, menu::HEARD};
use redress_kernel::{
    Actor, By,
    fields::{Fields, Problem},
};
use redress_office::frame::Sheet;
use redress_operation::receipt::{NotReceived, receive};
use redress_store::Reader;
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

#[derive(Template)]
#[template(path = "heard/page.html")]
struct Page<'a> {
    t: &'a Voice,
    summary: Html,
    fields: Html,
    hidden: Html,
    request: &'a str,
    /// The reference of what was passed on just now.
    done: Option<&'a str>,
    passed: &'a [Passed],
}

pub async fn blank(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Response {
    let mut fields = Fields::default();
    fields.put("heard-language", visit.voice().tag());
    let request = house.new_id().to_string();
    page(&house, &actor, &visit, &fields, &request).await
}

async fn page(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    fields: &Fields,
    request: &str,
) -> Response {
    let who = actor.clone();
    let read = move |reader: &mut Reader| passed_on(reader, &who);
    let passed = match house.db.read(read).await {
        Ok(passed) => passed,
        Err(error) => return our_fault(&error).into_response(),
    };
    let t = visit.voice();
    let options = form::Options::prefixed("heard-");
    // Named by whoever it belongs to alone: an address that somebody wrote says nothing.
    let done = visit.query("passed").and_then(|reference| {
        let mut own = passed.iter();
        own.find(|one| one.reference == reference)
    });
    let body = Html::from_template(&Page {
        t: &t,
        summary: form::summary(&t, fields, &options),
        fields: form::draw(&t, FORM, fields, &options),
        hidden: form::hidden(&t),
        request,
        done: done.map(|one| one.reference.as_str()),
        passed: &passed,
    });
    Sheet::new(house, visit, actor, "heard")
        .at_home()
        .answer(fields, body)
}

pub async fn pass_on(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Response {
    let request = sent.fields.take("request").concat();
    form::check(&mut sent.fields, FORM);
    let organisation = &sent.visit.organisation;
    let Some(mut arrival) = arrival(&mut sent.fields, &actor, organisation) else {
        return page(&house, &actor, &sent.visit, &sent.fields, &request).await;
    };
    // The key belongs to this person: nobody guesses another's complaint with it.
    arrival.request = Some(format!("heard {} {request}", actor.id)).filter(|_| !request.is_empty());
    let by = By {
        actor: actor.id,
        unit: actor.unit,
        at: house.now(),
    };
    match house.db.write(move |tx| receive(tx, arrival, &by)).await {
        Ok(receipt) => {
            let to = format!("{HEARD}?passed={}", receipt.reference);
            Redirect::to(&sent.visit.voice().href(&to)).into_response()
        }
        Err(NotReceived::Store(error)) => Trouble::into_response(our_fault(&error)),
        Err(NotReceived::Refused(refusal)) => {
            let problem = Problem::from(refusal);
            sent.fields.problem(ours(&problem.field), problem.message);
            page(&house, &actor, &sent.visit, &sent.fields, &request).await
        }
    }
}
