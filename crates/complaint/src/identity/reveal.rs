//! Showing the name to somebody who does not have the case: with a reason, until the end
//! of the office's day. Evidence: `identity-shown`.

use crate::{
    Complaint, Decided, Verb,
    at::At,
    desk::Seat,
    facts::{IdentityShown, Reason, WHY_SHOWN},
};
use axum::response::{IntoResponse, Redirect, Response};
use redress_kernel::{
    Action, Draft, Refusal,
    fields::{Field, Fields, Kind},
};
use redress_web::Trouble;

const WHY: Field = Field::new("identity-why", Kind::Choice("identity-why", WHY_SHOWN)).required();
const REASON: Field = Field::new("identity-reason", Kind::Text(500))
    .required()
    .hinted();

pub const NAME: &str = "reveal";
pub const REVEAL: Verb = Verb::new(NAME, Action::Reveal, &[WHY, REASON])
    .ready(is_masked)
    .decides(reveal)
    .proved_anew()
    .adding();

/// Where the form stands open.
pub fn opened(reference: &str) -> String {
    format!("/desk/{reference}?open={NAME}#v-{NAME}")
}

/// Something that cannot be masked, for somebody who may not know who it is: first the
/// reason. Programs are told that it is not for them, and so is who may not ask.
pub fn first(seat: &Seat, reference: &str) -> Response {
    if seat.visit.api || !seat.may(Action::Reveal) {
        return Trouble::Forbidden(None).into_response();
    }
    Redirect::to(&seat.t().href(&opened(reference))).into_response()
}

/// A closed case has a name too; one that came without any has none to show.
fn is_masked(c: &Complaint, at: &At) -> Result<(), Refusal> {
    let mine = c.is_open() && c.owner == Some(at.actor.id);
    let seen = c.seen_with.is_some_and(|sight| sight.identity);
    let known = seen || mine || c.shown_now(at.now).contains(&at.actor.id);
    if known || at.organisation.names_for_all() {
        return Err(Refusal::new("identity-known"));
    }
    match c.complainant.is_empty() && c.representative.is_none() {
        true => Err(Refusal::new("identity-none")),
        false => Ok(()),
    }
}

fn reveal(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let calendar = at.organisation.calendar();
    let (to, role) = (at.actor.id, at.actor.role);
    let shown = IdentityShown {
        to,
        role,
        why: fields.text(WHY.name),
        until: calendar.end_of(at.now.date_in(&calendar.zone)),
    };
    let reason = Reason {
        reason: fields.text(REASON.name),
    };
    Ok(Decided::fact(Draft::with(c.id, &shown, &reason)))
}
