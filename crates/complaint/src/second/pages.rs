//! The queue: what waits for this person's eyes, and what became of what they asked for.

use super::{
    acts::{self, Answer},
    records::{by_me, decided_alone, for_me},
    request::{Request, State},
};
use crate::{
    House,
    chapter::{Form, Sheet, Written, back, seated, write},
    desk::Seat,
    house::{colleagues, units},
    identity::{mask_of, sight_of},
    inbox::seen_among,
    record::{find, permitted_at},
    unconfirmed::{CASES, waiting_among},
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State as Held},
    response::Response,
};
use jiff::civil::Date;
use redress_kernel::{
    Action, Actor, Id,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX},
};
use redress_store::{Error, Read, Reader, sql};
use redress_web::{Html, Sent, Trouble, Voice, form};
use std::collections::{BTreeMap, BTreeSet};

pub const QUEUE: &str = "/desk/second-eyes";
const ANSWERING: &[Field] = &[Field::new("second-answer", Kind::Text(LONG_TEXT_MAX))];

/// What was asked for, in words.
struct Line {
    id: Id,
    what: String,
    by: String,
    at: Html,
    until: Html,
    reason: String,
    case: Option<(String, String)>,
    typed: Vec<(String, Html)>,
    state: String,
    open: bool,
    answer: String,
    /// Further complaints that it is about, as far as these eyes find them.
    cases: Vec<(String, Html)>,
    forms: Vec<Html>,
}

#[derive(Template)]
#[template(path = "second/queue.html")]
struct Queue<'a> {
    t: &'a Voice,
    problem: Option<Html>,
    waiting: Vec<Line>,
    mine: Vec<Line>,
    /// None: not for these eyes.
    alone: Option<Vec<Line>>,
    may_declare: bool,
    may_open: bool,
}

struct Found {
    waiting: Vec<Request>,
    mine: Vec<Request>,
    alone: Option<Vec<Request>>,
    names: BTreeMap<Id, String>,
    references: BTreeMap<Id, String>,
    /// Units by their identifier, as forms send them.
    units: BTreeMap<String, String>,
    /// Of each act, what is typed.
    forms: BTreeMap<&'static str, &'static [Field]>,
}

pub async fn queue(seat: Seat) -> Result<Response, Trouble> {
    showing(&seat, &Fields::default()).await
}

async fn showing(seat: &Seat, typed: &Fields) -> Result<Response, Trouble> {
    let t = seat.t();
    let found = seat.look(read).await?;
    let line = |request: &Request, waits: bool| line(t, &found, request, waits);
    let body = Html::from_template(&Queue {
        t,
        problem: typed.problem_at("").map(|problem| t.html(&problem.message)),
        waiting: found.waiting.iter().map(|it| line(it, true)).collect(),
        mine: found.mine.iter().map(|it| line(it, false)).collect(),
        alone: found
            .alone
            .as_ref()
            .map(|all| all.iter().map(|it| line(it, false)).collect()),
        may_declare: seat.may(Action::DeclareConflict),
        may_open: seat.may(Action::BreakGlass),
    });
    let (title, lead) = (t.say("second-eyes"), t.say("second-eyes-lead"));
    Sheet::new(seat, title, lead, "4.7")
        .answer(typed, body)
        .await
}

fn read(reader: &mut Reader, seat: &Seat) -> Result<Found, Error> {
    let waiting = for_me(reader, &seat.actor)?;
    let mine = by_me(reader, seat.actor.id)?;
    let waiting = for_eyes_of(reader, seat, waiting)?;
    let mine = for_eyes_of(reader, seat, mine)?;
    let cases: BTreeSet<Id> = waiting
        .iter()
        .chain(&mine)
        .filter_map(|it| it.complaint)
        .collect();
    let seen = seen_among(reader, &seat.actor, &cases)?;
    let names = colleagues(reader)?.into_iter();
    let named = units(reader)?.into_iter();
    let acts = seat.house.slices.iter().flat_map(|slice| slice.second);
    Ok(Found {
        forms: acts.map(|act| (act.name, act.form)).collect(),
        alone: match oversees(seat) {
            true => Some(decided_alone(reader)?),
            false => None,
        },
        names: names.map(|one| (one.id, one.name)).collect(),
        references: references(reader, &seen)?,
        units: named.map(|unit| (unit.id.to_string(), unit.name)).collect(),
        waiting,
        mine,
    })
}

/// What was decided by one person alone is read by whoever audits, and by those who would
/// have been asked if they had been there.
fn oversees(seat: &Seat) -> bool {
    seat.may(Action::ApproveAccess) || seat.may(Action::SeeJournal)
}

/// What was written about a case, as far as these eyes may know who complained.
fn for_eyes_of(reader: &mut Reader, seat: &Seat, all: Vec<Request>) -> Result<Vec<Request>, Error> {
    let mut shown = Vec::with_capacity(all.len());
    for request in all {
        shown.push(match request.complaint {
            Some(id) => masked(reader, seat, id, request)?,
            None => found_by(reader, seat, request)?,
        });
    }
    Ok(shown)
}

/// Of several complaints nobody reads those that they do not find.
fn found_by(reader: &mut Reader, seat: &Seat, mut request: Request) -> Result<Request, Error> {
    let all = request.typed.take(CASES);
    for reference in waiting_among(reader, &seat.actor, &all)? {
        request.typed.put(CASES, reference);
    }
    Ok(request)
}

fn masked(reader: &mut Reader, seat: &Seat, id: Id, request: Request) -> Result<Request, Error> {
    let viewer = &seat.actor;
    let case = find(reader, id)?;
    let case = case.filter(|case| permitted_at(viewer, Action::SeeCase, case, seat.now).is_ok());
    let Some(case) = case else {
        // Their own words tell nobody anything; they do not find the case by them.
        return Ok(match request.asked_by == viewer.id {
            true => request,
            false => request.told(|_| String::new()),
        });
    };
    let sight = sight_of(reader, viewer, &case, seat.now)?;
    let mask = mask_of(&case);
    Ok(match (sight.texts, sight.identity) {
        (false, _) => request.told(|_| String::new()),
        (true, false) => request.told(|text| mask.over(text)),
        (true, true) => request,
    })
}

fn references(reader: &mut Reader, ids: &BTreeSet<Id>) -> Result<BTreeMap<Id, String>, Error> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let query = sql("SELECT id, reference FROM complaint WHERE id IN (")
        .bind_all(ids.iter().copied())
        .push(") ORDER BY id LIMIT 200");
    let rows = reader.rows(&query, |row| Ok((row.id(0)?, row.text(1)?)))?;
    Ok(rows.into_iter().collect())
}

fn line(t: &Voice, found: &Found, request: &Request, waits: bool) -> Line {
    let case = request.complaint.and_then(|id| found.references.get(&id));
    let open = request.state == State::Open;
    Line {
        id: request.id,
        what: t.code("second-act", &request.act),
        by: found
            .names
            .get(&request.asked_by)
            .cloned()
            .unwrap_or_default(),
        at: t.moment(request.asked_at),
        until: t.moment(request.ends_at),
        reason: request.reason.clone(),
        case: case.map(|its| (t.href(&format!("/desk/{its}")), its.clone())),
        typed: typed(t, found, request),
        cases: cases(t, &request.typed),
        state: t.code("second-state", request.state.name()),
        open,
        answer: request.answer.clone(),
        forms: match (open, waits) {
            (false, _) => Vec::new(),
            (true, true) => vec![form(t, request, "agreement"), form(t, request, "refusal")],
            (true, false) => vec![form(t, request, "withdrawal")],
        },
    }
}

fn cases(t: &Voice, typed: &Fields) -> Vec<(String, Html)> {
    let all = typed.all(CASES).iter();
    all.map(|its| (t.href(&format!("/desk/{its}")), t.reference(its)))
        .collect()
}

/// What was typed, in the order and under the names of its own form.
fn typed(t: &Voice, found: &Found, request: &Request) -> Vec<(String, Html)> {
    let form = found
        .forms
        .get(request.act.as_str())
        .copied()
        .unwrap_or_default();
    let place = |name: &str| form.iter().position(|field| field.name == name);
    let mut names: Vec<&str> = request.typed.names().collect();
    names.sort_by_key(|name| place(name).unwrap_or(form.len()));
    let one = |name: &str| {
        let (key, kind) = (
            format!("field-{name}"),
            place(name).and_then(|at| form.get(at)),
        );
        let values = request.typed.all(name);
        t.has(&key).then(|| {
            (
                t.say(&key).into_owned(),
                said(t, found, name, (kind, values)),
            )
        })
    };
    names.into_iter().filter_map(one).collect()
}

/// Dates and numbers as people read them, codes with their words where they have any.
fn said(
    t: &Voice,
    found: &Found,
    name: &str,
    (field, values): (Option<&Field>, &[String]),
) -> Html {
    let only = values.first().map_or("", String::as_str).trim();
    match field.map(|field| field.kind) {
        Some(Kind::Date) => {
            if let Ok(date) = only.parse::<Date>() {
                return t.date(date);
            }
        }
        Some(Kind::Number(..)) => {
            if let Ok(number) = only.parse::<i64>() {
                return t.number(number);
            }
        }
        _ => {}
    }
    let words = |value: &String| {
        let key = format!("{name}-{value}");
        match (t.has(&key), found.units.get(value)) {
            (true, _) => t.say(&key).into_owned(),
            (false, Some(unit)) => unit.clone(),
            (false, None) => value.clone(),
        }
    };
    let all: Vec<String> = values.iter().map(words).collect();
    t.bdi(&all.join(", "))
}

fn form(t: &Voice, request: &Request, answer: &str) -> Html {
    let (word, prefix) = (
        format!("second-do-{answer}"),
        format!("{}-{answer}-", request.id),
    );
    let fields = if answer == "refusal" { ANSWERING } else { &[] };
    let form = Form {
        action: format!("{QUEUE}/{}/{answer}", request.id),
        fields,
        button: &word,
        prefix: &prefix,
    };
    form.draw(t, &Fields::default(), form::Options::default())
}

pub async fn answer(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    Path((id, answer)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let id: Id = id.parse().map_err(|_| Trouble::NotFound)?;
    let answer = Answer::named(&answer).ok_or(Trouble::NotFound)?;
    let (seat, fields) = seated(house, actor, sent, ANSWERING);
    let lent = seat.house.clone();
    let written = write(&seat, fields, move |tx, fields, acting| {
        let reason = fields.text("second-answer");
        acts::answer(tx, &lent, id, answer, &reason, acting)
    });
    let done = match answer {
        Answer::Agreement => "second-agreed",
        Answer::Refusal => "second-refused",
        Answer::Withdrawal => "second-taken-back",
    };
    match written.await? {
        Written::Done(()) => Ok(back(&seat, QUEUE, done)),
        Written::Again(typed) => showing(&seat, &typed).await,
    }
}
