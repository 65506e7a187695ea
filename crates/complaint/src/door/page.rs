//! `POST /desk/{reference}/{verb}`: the form of a case page. Done: back to the
//! case. Not done: the same page with what was typed, and the sentence that says
//! how to go on.

use super::{Knock, done, our_fault};
use crate::{
    House,
    desk::{Back, MOVES_ON, Seat, Showing, Wish, case_page},
    objectivity::DECLARATIONS,
    record::{Fault, permitted},
};
use axum::{
    extract::{Extension, Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use redress_kernel::{Action, Actor, fields::Fields, fields::Problem, reference::Reference};
use redress_web::{Sent, Trouble, request::After};

/// Somebody opened the address of a form (the language switch, a reload): the
/// case with that form open.
pub async fn opened(seat: Seat, Path((reference, verb)): Path<(String, String)>) -> Redirect {
    let list = listed(&Wish::carried(&seat.visit, &seat.actor));
    let form = format!("/desk/{reference}?open={verb}{list}#v-{verb}");
    Redirect::to(&seat.t().href(&form))
}

pub async fn knocked(
    State(house): State<House>,
    Path((reference, verb)): Path<(String, String)>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Response {
    let back = Back::read(&sent.fields.take("back"));
    let next = sent.fields.take("next");
    let seat = Seat::new(house.clone(), actor.clone(), sent.visit.clone());
    let who = actor.clone();
    let had_files = !sent.files.is_empty();
    let knock = match Knock::new(&house, reference.clone(), &verb, actor, sent) {
        Ok(knock) => knock,
        Err(trouble) => return trouble.into_response(),
    };
    let name = knock.verb.name;
    match done(&house, knock).await {
        // They hid it from themselves: what is left for them is the receipt.
        Ok(done) if permitted(&who, Action::SeeCase, &done.case).is_err() => {
            see_other(&seat.t().href(&format!("{DECLARATIONS}?done={name}")))
        }
        Ok(done) => {
            let next = next.first().and_then(|next| Reference::read(next));
            see_other(
                &seat
                    .t()
                    .href(&onward(&seat, back, &done.case.reference, name, next)),
            )
        }
        Err(fault) => again(&seat, &reference, name, had_files, fault).await,
    }
}

/// Back to where the form stood, or on to the next case for whoever likes that.
fn onward(seat: &Seat, back: Back, reference: &str, verb: &str, next: Option<Reference>) -> String {
    let list = Wish::carried(&seat.visit, &seat.actor);
    let stays = back != Back::Case || !MOVES_ON.contains(&verb);
    match (seat.visit.taste.after, next) {
        (After::Next, Some(next)) if !stays => {
            format!("/desk/{next}?done={verb}&of={reference}{}", listed(&list))
        }
        (After::Next | After::List, _) if !stays => {
            format!("/desk?done={verb}&of={reference}{}", listed(&list))
        }
        _ if back == Back::Case => format!("{}{}", back.after(reference, verb), listed(&list)),
        _ => back.after(reference, verb),
    }
}

/// The rest of a query string that has begun.
fn listed(list: &str) -> String {
    match list {
        "" => String::new(),
        list => format!("&{list}"),
    }
}

fn see_other(to: &str) -> Response {
    Redirect::to(to).into_response()
}

async fn again(
    seat: &Seat,
    reference: &str,
    verb: &'static str,
    had_files: bool,
    fault: Fault,
) -> Response {
    let (status, typed, seen) = match fault {
        Fault::Hidden => return Trouble::NotFound.into_response(),
        Fault::Denied(_) => return Trouble::Forbidden(None).into_response(),
        Fault::Store(error) => return our_fault(&error).into_response(),
        Fault::Invalid(fields) => (StatusCode::UNPROCESSABLE_ENTITY, fields, None),
        Fault::Refused(refusal, fields) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            with(fields, refusal.into()),
            None,
        ),
        Fault::Changed { seen, typed, .. } => (StatusCode::CONFLICT, typed, Some(seen)),
    };
    let showing = Showing {
        open: Some(verb),
        typed: Some(typed),
        since: seen,
        files_again: had_files,
        ..Showing::default()
    };
    match case_page(seat, reference, showing).await {
        Ok(html) => (status, html).into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

fn with(mut fields: Fields, problem: Problem) -> Fields {
    fields.problem(&problem.field, problem.message);
    fields
}
