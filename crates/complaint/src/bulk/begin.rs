//! Beginning a run, and taking one back: the cases are written down, the job does
//! the rest. The same request sent again is the same run.

use super::{
    CASES_MAX,
    pages::{self, Chosen},
    records::{self, Item, Run},
    run::job,
};
use crate::{
    Complaint, House, Verb,
    case::Moment,
    desk::Seat,
    door::{our_fault, verb_named},
    record::id_of,
};
use axum::{
    extract::{Extension, Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use redress_kernel::{Actor, Id, Instant, fields::Fields, reference::hmac_sha256};
use redress_store::{Error, Read, Tx};
use redress_web::{Sent, Trouble, form};
use std::collections::BTreeMap;

/// How long a finished run can be taken back; two more for the way of the request.
pub const UNDO_SECONDS: i64 = 10;
const GRACE_SECONDS: i64 = 2;

pub async fn begin(
    State(house): State<House>,
    Path(verb): Path<String>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Response {
    let Some(verb) = offered(&house, &verb) else {
        return Trouble::NotFound.into_response();
    };
    let seat = Seat::new(house, actor, sent.visit.clone());
    let chosen = Chosen::take(&mut sent.fields);
    let request = sent.fields.take("request").concat();
    let mut fields = sent.fields;
    form::check(&mut fields, verb.fields);
    if !fields.problems().is_empty() {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return pages::ask(&seat, &verb, &chosen, &fields, status).await;
    }
    if chosen.cases.is_empty() || chosen.cases.len() > CASES_MAX {
        return pages::nothing_chosen(&seat, &chosen).await;
    }
    let run = Run {
        id: named(&seat, &request),
        person: seat.actor.id,
        verb: verb.name.to_owned(),
        fields,
        list: chosen.list,
        undoes: None,
        undone_by: None,
        started_at: seat.now,
        finished_at: None,
    };
    let items = (0..).zip(chosen.cases).map(|(place, case)| Item {
        seen: case.version,
        ..item(place, case.reference)
    });
    let items: Vec<Item> = items.collect();
    let to = address(run.id);
    let kept = seat.house.db.write(move |tx| {
        if records::run(tx, run.id)?.is_some() {
            return Ok(());
        }
        written_down(tx, &run, &items)
    });
    see(&seat, &to, kept.await)
}

fn written_down(tx: &mut Tx, run: &Run, items: &[Item]) -> Result<(), Error> {
    records::begin(tx, run, items)?;
    tx.enqueue(job(run.id, run.started_at))
}

fn see(seat: &Seat, to: &str, kept: Result<(), Error>) -> Response {
    match kept {
        Ok(()) => Redirect::to(&seat.t().href(to)).into_response(),
        Err(error) => our_fault(&error).into_response(),
    }
}

/// A verb that can be done to many cases.
pub fn offered(house: &House, name: &str) -> Option<Verb> {
    verb_named(house.slices, name).filter(|verb| verb.many)
}

pub fn address(run: Id) -> String {
    format!("/desk/bulk/runs/{run}")
}

fn item(place: i64, reference: String) -> Item {
    Item {
        place,
        reference,
        seen: None,
        typed: None,
        state: String::new(),
        why: BTreeMap::new(),
        before_at: None,
        after_at: None,
    }
}

/// A double click names the same run; nobody guesses another's with it.
fn named(seat: &Seat, request: &str) -> Id {
    if request.is_empty() {
        return seat.house.new_id();
    }
    let hash = hmac_sha256(
        b"redress run of a selection",
        &[&seat.actor.id.bytes(), request.as_bytes()],
    );
    let mut bytes = [0; 16];
    bytes.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    Id::from_bytes(bytes)
}

/// Can this run still be taken back now?
pub fn can_be_undone(house: &House, run: &Run, now: Instant) -> bool {
    let back = verb_named(house.slices, &run.verb).and_then(|verb| verb.back);
    let young = run
        .finished_at
        .is_some_and(|at| at.plus_seconds(UNDO_SECONDS + GRACE_SECONDS) >= now);
    back.is_some() && young && run.undoes.is_none() && run.undone_by.is_none()
}

pub async fn undo(seat: Seat, Path(run): Path<String>) -> Response {
    let Ok(id) = run.parse::<Id>() else {
        return Trouble::NotFound.into_response();
    };
    let (inside, by) = (seat.clone(), seat.house.new_id());
    let kept = seat
        .house
        .db
        .write(move |tx| taken_back(tx, &inside, id, by))
        .await;
    match kept {
        Ok(Some(to)) => Redirect::to(&seat.t().href(&address(to))).into_response(),
        Ok(None) => Trouble::NotFound.into_response(),
        Err(error) => our_fault(&error).into_response(),
    }
}

/// The run that takes the other back; the other itself when it is too late or a
/// second click, so that its page says how it stands.
fn taken_back(tx: &mut Tx, seat: &Seat, id: Id, by: Id) -> Result<Option<Id>, Error> {
    let run = records::run(tx, id)?.filter(|run| run.person == seat.actor.id);
    let Some(run) = run else {
        return Ok(None);
    };
    if !can_be_undone(&seat.house, &run, seat.now) || !records::undone(tx, id, by)? {
        return Ok(Some(run.undone_by.unwrap_or(id)));
    }
    let items = records::items(tx, id)?;
    let done = items.into_iter().filter(|item| item.state == "done");
    let back = verb_named(seat.house.slices, &run.verb).and_then(|verb| verb.back);
    let mut backwards = Vec::new();
    for item in done {
        let (Some(back), Some(before)) = (back, before(tx, &item)?) else {
            continue;
        };
        let (verb, typed) = back(&before);
        let pairs = typed
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value));
        backwards.push(Item {
            // What a colleague did since then is not undone behind their back.
            seen: item.after_at,
            typed: Some((verb.to_owned(), Fields::from_pairs(pairs))),
            ..self::item(item.place, item.reference)
        });
    }
    let undoing = Run {
        id: by,
        person: run.person,
        verb: run.verb,
        fields: Fields::default(),
        list: run.list,
        undoes: Some(id),
        undone_by: None,
        started_at: seat.now,
        finished_at: None,
    };
    written_down(tx, &undoing, &backwards)?;
    Ok(Some(by))
}

/// The case as it was before this item was done, from the journal.
fn before(tx: &mut Tx, item: &Item) -> Result<Option<Complaint>, Error> {
    let (Some(id), Some(version)) = (id_of(tx, &item.reference)?, item.before_at) else {
        return Ok(None);
    };
    let mut entries = tx.entries(id)?;
    entries.retain(|entry| entry.seq <= version);
    let case = Complaint::fold(&entries);
    let known: Option<&Moment> = case.timeline.first();
    Ok(known.is_some().then_some(case))
}
