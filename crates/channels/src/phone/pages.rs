//! The one page of a call, and what comes of sending it: the same request is the
//! same complaint, however often the button is pressed.

use super::call::{BY_HAND, DETAILS, FIRST, UNIT, arrival};
use askama::Template;
use axum::{
    extract::{Extension, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::{
    House,
    desk::Seat,
    door::{kept, our_fault},
    house::units,
    related::{Known, list, suggest},
};
use redress_kernel::{Actor, By, Id, fields::Field, fields::Fields, fields::Problem};
use redress_operation::receipt::{Arrival, NotReceived, Receipt, receive};
use redress_web::{Html, Sent, Trouble, Voice, form};

pub async fn blank(seat: Seat) -> Response {
    let mut fields = Fields::default();
    let channel = seat
        .visit
        .query("channel")
        .filter(|code| BY_HAND.contains(code))
        .unwrap_or("phone");
    fields.put("caller-channel", channel);
    fields.put("caller-language", seat.t().tag());
    let request = seat.house.new_id().to_string();
    drawn(&seat, &fields, &request, StatusCode::OK).await
}

pub async fn record(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Response {
    let seat = Seat::new(house.clone(), actor.clone(), sent.visit.clone());
    let request = sent
        .fields
        .take("request")
        .into_iter()
        .next()
        .unwrap_or_default();
    for file in &sent.files {
        sent.fields.put(&file.field, file.name.as_str());
    }
    let mut fields = sent.fields;
    form::check(&mut fields, &all());
    let files = kept(&house, sent.files);
    let Some(arrival) = arrival(&mut fields, files, &actor, &seat.visit.organisation) else {
        return drawn(&seat, &fields, &request, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    // The key belongs to this person: nobody guesses another's complaint with it.
    let key = Some(format!("desk {} {request}", actor.id)).filter(|_| !request.is_empty());
    match received(
        &seat,
        Arrival {
            request: key,
            ..arrival
        },
    )
    .await
    {
        Ok(receipt) => see(&seat, &receipt),
        Err(NotReceived::Store(error)) => our_fault(&error).into_response(),
        Err(NotReceived::Refused(refusal)) => {
            let problem = Problem::from(refusal);
            fields.problem(ours(&problem.field), problem.message);
            drawn(&seat, &fields, &request, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// Earlier complaints of what may be the same caller, with what was typed so far
/// kept in the form; nothing is recorded.
pub async fn related(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Response {
    let seat = Seat::new(house, actor, sent.visit.clone());
    let request = sent.fields.take("request").concat();
    let known = Known::typed(&sent.fields);
    let read = seat.look(move |reader, seat| suggest(reader, &seat.actor, &known, seat.now));
    match read.await {
        Ok(found) => {
            let found = list(seat.t(), found, None);
            with(&seat, &sent.fields, &request, StatusCode::OK, found).await
        }
        Err(trouble) => trouble.into_response(),
    }
}

fn all() -> Vec<Field> {
    [FIRST, DETAILS].concat()
}

/// The receipt names its own particulars; on this form they have other names.
fn ours(field: &str) -> &str {
    match field {
        "description" => "caller-story",
        "channel" => "caller-channel",
        "unit" => UNIT.name,
        other => other,
    }
}

async fn received(seat: &Seat, arrival: Arrival) -> Result<Receipt, NotReceived> {
    let by = By {
        actor: seat.actor.id,
        unit: seat.actor.unit,
        at: seat.now,
    };
    seat.house
        .db
        .write(move |tx| receive(tx, arrival, &by))
        .await
}

fn see(seat: &Seat, receipt: &Receipt) -> Response {
    Redirect::to(
        &seat
            .t()
            .href(&format!("/desk/{}/recorded", receipt.reference)),
    )
    .into_response()
}

#[derive(Template)]
#[template(path = "phone/call.html")]
struct Call<'a> {
    t: &'a Voice,
    summary: Html,
    related: Html,
    first: Html,
    details: Html,
    opened: bool,
    hidden: Html,
    request: &'a str,
}

/// Who works in one unit records for that one.
async fn offered(seat: &Seat) -> Result<Vec<(Id, String)>, Trouble> {
    if seat.actor.unit.is_some() {
        return Ok(Vec::new());
    }
    let units = seat.look(|reader, _| units(reader)).await?;
    Ok(units.into_iter().map(|unit| (unit.id, unit.name)).collect())
}

async fn drawn(seat: &Seat, fields: &Fields, request: &str, status: StatusCode) -> Response {
    with(seat, fields, request, status, Html::default()).await
}

async fn with(
    seat: &Seat,
    fields: &Fields,
    request: &str,
    status: StatusCode,
    related: Html,
) -> Response {
    let t = seat.t();
    let units = match offered(seat).await {
        Ok(units) => units,
        Err(trouble) => return trouble.into_response(),
    };
    let details: Vec<Field> = DETAILS
        .iter()
        .filter(|field| field.name != UNIT.name || !units.is_empty())
        .copied()
        .collect();
    let options = form::Options {
        units,
        ..form::Options::prefixed("call-")
    };
    let filled =
        |field: &&Field| !fields.typed(field.name).is_empty() && field.name != "caller-channel";
    let body = Html::from_template(&Call {
        t,
        summary: form::summary(t, fields, &options),
        related,
        first: form::draw(t, FIRST, fields, &options),
        details: form::draw(t, &details, fields, &options),
        opened: !fields.problems().is_empty() || DETAILS.iter().any(|field| filled(&field)),
        hidden: form::hidden(t),
        request,
    });
    let title = form::title(t, &t.say("new-complaint"), fields);
    match seat.board(&title, body).await {
        Ok(html) => (status, html).into_response(),
        Err(trouble) => Trouble::into_response(trouble),
    }
}
