//! Confirming and putting aside, one or a whole page at once: each by the same verb as on
//! its own page, so each has its own fact and its own refusal. One person puts one aside;
//! several at once need a second person who looks, because among a flood may be somebody's
//! complaint. Confirming takes either back, and waits for nobody.

use super::{
    CONFIRMATION, DISMISSAL, VERBS,
    list::{Again, PAGE, PATH, drawn},
    records::WAITING,
};
use crate::{
    House, Verb,
    chapter::{self, Acting},
    desk::Seat,
    door::our_fault,
    record::{Asked, Fault, id_of, perform},
    second::{Request, SecondAct, Wish, ask_unless_alone},
};
use axum::{
    Extension,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use redress_kernel::{Action, Actor, Instant, Refusal, fields::Fields};
use redress_store::{Error, Tx};
use redress_web::{Sent, Trouble};

/// Cases that share one commit: others write in between.
const TOGETHER: usize = 20;

/// Agreed by somebody who could have put each of them aside.
pub const PUTTING_ASIDE: SecondAct = SecondAct {
    name: "dismissal",
    decides: Action::Receive,
    form: &[],
    done: put_aside,
};
/// What was ticked, as the request keeps it.
pub const CASES: &str = "unconfirmed-case";
pub const ASKED: &str = "asked";

pub async fn decide(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Response {
    let seat = Seat::new(house, actor, sent.visit.clone());
    let one = sent.fields.optional("one");
    let dismisses = one.is_none() && sent.fields.typed("do") == DISMISSAL;
    let name = if dismisses { DISMISSAL } else { CONFIRMATION };
    let Some(verb) = VERBS.iter().find(|verb| verb.name == name).copied() else {
        return StatusCode::UNPROCESSABLE_ENTITY.into_response();
    };
    let ticked = || sent.fields.all("case").to_vec();
    let mut cases = one.map_or_else(ticked, |one| vec![one]);
    cases.truncate(PAGE as usize);
    let mut fields = Fields::default();
    if dismisses {
        fields.put("reason", sent.fields.text("reason"));
        fields.check(verb.fields);
    }
    let problem = match () {
        () if cases.is_empty() => Some("unconfirmed-pick-some"),
        () if !fields.problems().is_empty() => Some("unconfirmed-reason-missing"),
        () => None,
    };
    if problem.is_some() {
        let reason = sent.fields.text("reason");
        let again = Again { problem, reason };
        return drawn(&seat, again, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let show = match sent.fields.typed("show") {
        "" => WAITING,
        show => show,
    };
    let went = |done: &str, n: usize| {
        let to = format!("{PATH}?show={show}&done={done}&n={n}");
        Redirect::to(&seat.t().href(&to)).into_response()
    };
    if dismisses && cases.len() > 1 {
        match asked(&seat, &fields, &cases).await {
            Ok(true) => return went(ASKED, cases.len()),
            Ok(false) => {}
            Err(response) => return *response,
        }
    }
    match all(&seat, verb, &fields, cases).await {
        Ok(n) => went(name, n),
        Err(error) => our_fault(&error).into_response(),
    }
}

/// Was somebody else asked? No: there is nobody, which is noted.
async fn asked(seat: &Seat, fields: &Fields, cases: &[String]) -> Result<bool, Box<Response>> {
    let pairs = cases.iter().map(|case| (CASES.to_owned(), case.clone()));
    let wish = Wish {
        complaint: None,
        concerns: None,
        reason: fields.text("reason"),
        typed: Fields::from_pairs(pairs),
    };
    let own = seat.clone();
    let write = move |tx: &mut Tx| ask_unless_alone(tx, &PUTTING_ASIDE, &wish, &Acting::from(&own));
    match seat.house.db.write(write).await {
        Ok(request) => Ok(request.is_some()),
        Err(chapter::Fault::Store(error)) => Err(Box::new(our_fault(&error).into_response())),
        Err(chapter::Fault::Refused(refusal)) => {
            Err(Box::new(Trouble::Refused(refusal).into_response()))
        }
        Err(chapter::Fault::Hidden) => Err(Box::new(Trouble::NotFound.into_response())),
    }
}

/// By whoever agreed, those of them that they see and that still wait.
fn put_aside(
    tx: &mut Tx,
    house: &House,
    request: &Request,
    acting: &Acting,
) -> Result<(), chapter::Fault> {
    let verb = VERBS.iter().find(|verb| verb.name == DISMISSAL).copied();
    let verb = verb.ok_or(chapter::Fault::Hidden)?;
    let reason = ("reason".to_owned(), request.reason.clone());
    let fields = Fields::from_pairs([reason]);
    let by = Doing {
        house,
        actor: acting.actor,
        now: acting.now,
    };
    let mut done = 0;
    for reference in request.typed.all(CASES) {
        done += usize::from(one(tx, by, verb, &fields, reference)?);
    }
    match done {
        0 => Err(Refusal::new("dismissal-nothing-left").into()),
        _ => Ok(()),
    }
}

/// Who does it, where and when.
#[derive(Clone, Copy)]
struct Doing<'a> {
    house: &'a House,
    actor: &'a Actor,
    now: Instant,
}

impl<'a> From<&'a Seat> for Doing<'a> {
    fn from(seat: &'a Seat) -> Doing<'a> {
        Doing {
            house: &seat.house,
            actor: &seat.actor,
            now: seat.now,
        }
    }
}

/// How many it was done to; what a colleague decided meanwhile stays as they did.
async fn all(seat: &Seat, verb: Verb, fields: &Fields, cases: Vec<String>) -> Result<usize, Error> {
    let mut n = 0;
    for some in cases.chunks(TOGETHER) {
        let (some, its, fields) = (some.to_vec(), seat.clone(), fields.clone());
        let write = move |tx: &mut Tx| -> Result<usize, Error> {
            let mut done = 0;
            for reference in some {
                done += usize::from(one(tx, Doing::from(&its), verb, &fields, &reference)?);
            }
            Ok(done)
        };
        n += seat.house.db.write(write).await?;
    }
    Ok(n)
}

/// A refusal comes before anything is recorded.
fn one(
    tx: &mut Tx,
    by: Doing,
    verb: Verb,
    fields: &Fields,
    reference: &str,
) -> Result<bool, Error> {
    let Some(complaint) = id_of(tx, reference)? else {
        return Ok(false);
    };
    let asked = Asked {
        complaint,
        verb,
        fields: fields.clone(),
        files: Vec::new(),
        seen: None,
        actor: by.actor.clone(),
        now: by.now,
    };
    match perform(tx, by.house, asked) {
        Ok(_) => Ok(true),
        Err(Fault::Store(error)) => Err(error),
        Err(_) => Ok(false),
    }
}
