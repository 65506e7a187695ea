//! Reference and access code. A wrong reference and a wrong code get one and the
//! same answer after the same work; who tries too often waits or calls.

use super::{session, show, tries::Tries};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::{Complaint, House, door::our_fault, record};
use redress_kernel::{
    Id,
    fields::{Field, Fields, Kind},
    reference::{Reference, access_code, access_code_matches},
    words::Message,
};
use redress_store::Error;
use redress_web::{Sent, Trouble, Visit, guard::SECURITY};
use std::sync::Arc;

pub const FORM: &[Field] = &[
    Field::new("your-reference", Kind::Line(100))
        .required()
        .hinted(),
    Field::new("access-code", Kind::Line(100))
        .required()
        .hinted(),
];

/// A code is tried against so many issue numbers before the case is even looked
/// at, so that only a code that once was right costs more than a wrong one.
const ISSUES_TRIED: u32 = 16;

pub async fn ask(State(_): State<House>, visit: Visit) -> Response {
    show::ask(&visit, &Fields::default()).into_response()
}

pub async fn open(
    tries: Arc<Tries>,
    State(house): State<House>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let (visit, mut fields, now) = (sent.visit, kept(&sent.fields), house.now());
    fields.check(FORM);
    if !fields.problems().is_empty() {
        return Ok(again(&visit, &fields));
    }
    let reference =
        Reference::read(fields.typed("your-reference")).map(|reference| reference.to_string());
    // What is no reference counts for itself, not for everybody who mistypes one.
    let counted = reference
        .clone()
        .unwrap_or_else(|| fields.text("your-reference"));
    if !tries.open_for(&counted, now) {
        noted("too-soon");
        return Ok((StatusCode::TOO_MANY_REQUESTS, show::wait(&visit)).into_response());
    }
    match find(&house, reference, fields.text("access-code")).await? {
        Some(case) => {
            tries.right(&counted);
            noted("in");
            Ok(let_in(&house, &visit, &case))
        }
        None => {
            tries.wrong(&counted, now);
            noted("refused");
            fields.problem("your-reference", no_match(tries.left(&counted, now)));
            fields.problem("access-code", Message::new("follow-check-code"));
            Ok(again(&visit, &fields))
        }
    }
}

/// That somebody tried, for the log; not whom it is about.
fn noted(event: &'static str) {
    tracing::info!(target: SECURITY, event, by = "access-code", "sign-in");
}

/// A limit is said before it is met. A reference that nobody has counts alike, so
/// that the number tells nothing about it.
fn no_match(left: usize) -> Message {
    match left {
        0 => Message::new("follow-no-match-last"),
        left => Message::new("follow-no-match").with("left", left),
    }
}

pub async fn leave(State(house): State<House>, visit: Visit) -> Response {
    let cookie = session::ended(is_https(&house));
    (
        [(header::SET_COOKIE, cookie)],
        Redirect::to(&visit.voice().href("/follow")),
    )
        .into_response()
}

async fn find(
    house: &House,
    reference: Option<String>,
    typed: String,
) -> Result<Option<Complaint>, Trouble> {
    let key = house.db.keys().code_key().to_owned();
    let found = house.db.read(move |reader| -> Result<_, Error> {
        let reference = reference.unwrap_or_default();
        let id = record::id_of(reader, &reference)?;
        // The same work for a reference that nobody has.
        let tried = id.unwrap_or(Id::COMPLAINANT);
        let once = (1..=ISSUES_TRIED)
            .filter(|issue| access_code_matches(&typed, &access_code(&key, tried, *issue)))
            .count();
        match id.filter(|_| once > 0) {
            Some(id) => Ok(record::find(reader, id)?.filter(|case| {
                access_code_matches(&typed, &access_code(&key, id, case.code_issue))
            })),
            None => Ok(None),
        }
    });
    found.await.map_err(|error| our_fault(&error))
}

fn let_in(house: &House, visit: &Visit, case: &Complaint) -> Response {
    let cookie = session::cookie(
        house.db.keys().code_key(),
        case,
        house.now(),
        is_https(house),
    );
    (
        [(header::SET_COOKIE, cookie)],
        Redirect::to(&visit.voice().href("/follow/case")),
    )
        .into_response()
}

/// Fields that we never drew are nobody's mistake to correct.
fn kept(typed: &Fields) -> Fields {
    let mut fields = Fields::default();
    for field in FORM {
        fields.put(field.name, typed.typed(field.name));
    }
    fields
}

fn again(visit: &Visit, fields: &Fields) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, show::ask(visit, fields)).into_response()
}

pub fn is_https(house: &House) -> bool {
    house.base_url.starts_with("https://")
}

/// The case that this browser has opened; everybody else goes to the door.
pub async fn opened(
    house: &House,
    headers: &HeaderMap,
    visit: &Visit,
) -> Result<Complaint, Response> {
    let to_the_door = || Redirect::to(&visit.voice().href("/follow")).into_response();
    let claim = session::claim(headers, is_https(house)).ok_or_else(to_the_door)?;
    let id = claim.complaint;
    let case = house
        .db
        .read(move |reader| -> Result<_, Error> { record::find(reader, id) })
        .await;
    match case {
        Ok(Some(case)) if claim.holds(house.db.keys().code_key(), &case, house.now()) => Ok(case),
        Ok(_) => Err(to_the_door()),
        Err(error) => Err(our_fault(&error).into_response()),
    }
}
