//! `/desk/unconfirmed`: what waits for somebody to say that it is a complaint, with its
//! number, and what was put aside. Leaves no evidence.

use super::records::{self, DISMISSED, WAITING, Waits};
use crate::{
    Complaint,
    desk::Seat,
    inbox::Cursor,
    record::{folded, for_eyes_of, permitted_at},
};
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use redress_kernel::{Action, Id};
use redress_store::{Error, Reader};
use redress_web::{Html, Voice, form};

pub const PATH: &str = "/desk/unconfirmed";
/// A page of the list, and a selection.
pub const PAGE: i64 = 200;

const SHOWS: [&str; 2] = [WAITING, DISMISSED];

struct Line {
    reference: String,
    href: String,
    shown: Html,
    who: Html,
    about: Html,
    danger: bool,
    why: String,
    received: Html,
}

struct Tab {
    href: String,
    label: String,
    current: bool,
    count: i64,
}

#[derive(Template)]
#[template(path = "unconfirmed/list.html")]
struct List<'a> {
    t: &'a Voice,
    hidden: Html,
    tabs: Vec<Tab>,
    show: &'a str,
    lines: Vec<Line>,
    ticked: bool,
    all: String,
    next: Option<String>,
    problem: Option<String>,
    reason: String,
    done: Option<Html>,
}

/// Nothing was done because something is missing: said, with what was typed.
#[derive(Default)]
pub struct Again {
    pub problem: Option<&'static str>,
    pub reason: String,
}

pub async fn page(seat: Seat) -> Response {
    drawn(&seat, Again::default(), StatusCode::OK).await
}

pub async fn drawn(seat: &Seat, again: Again, status: StatusCode) -> Response {
    let asked = seat.visit.query("show").unwrap_or(WAITING).to_owned();
    let show = SHOWS
        .into_iter()
        .find(|its| *its == asked)
        .unwrap_or(WAITING);
    let after = seat.visit.query("after").and_then(Cursor::read);
    let read = seat.look(move |reader, seat| {
        let mut counts = Vec::new();
        for state in SHOWS {
            counts.push(records::count(reader, &seat.actor, state)?);
        }
        let mut rows = records::page(reader, &seat.actor, show, after, PAGE + 1)?;
        let more = rows.len() as i64 > PAGE;
        rows.truncate(PAGE as usize);
        let next = rows.last().filter(|_| more).map(Waits::cursor);
        Ok((counts, next, seen(reader, seat, rows)?))
    });
    let (counts, next, waits) = match read.await {
        Ok(read) => read,
        Err(trouble) => return trouble.into_response(),
    };
    let t = seat.t();
    let next = next.map(|cursor| {
        let cursor = cursor.write();
        t.href(&format!("{PATH}?show={show}&after={cursor}"))
    });
    let tab = |(name, count): (&str, i64)| Tab {
        href: t.href(&format!("{PATH}?show={name}")),
        label: t.code("unconfirmed-show", name),
        current: name == show,
        count,
    };
    let body = Html::from_template(&List {
        t,
        hidden: form::hidden(t),
        tabs: SHOWS.into_iter().zip(counts).map(tab).collect(),
        show,
        lines: waits.iter().map(|(row, case)| line(t, row, case)).collect(),
        ticked: seat.visit.query("all").is_some(),
        all: t.href(&format!("{PATH}?show={show}&all=1")),
        next,
        problem: again.problem.map(|key| t.say(key).into_owned()),
        reason: again.reason,
        done: done(seat),
    });
    match seat.board(&t.say("unconfirmed-title"), body).await {
        Ok(html) => (status, html).into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

/// Those that this person may see, as they may know them.
fn seen(
    reader: &mut Reader,
    seat: &Seat,
    rows: Vec<Waits>,
) -> Result<Vec<(Waits, Complaint)>, Error> {
    let ids: Vec<Id> = rows.iter().map(|row| row.complaint).collect();
    let (actor, now) = (&seat.actor, seat.now);
    let mut seen = Vec::with_capacity(rows.len());
    for (row, case) in rows.into_iter().zip(folded(reader, &ids)?) {
        if permitted_at(actor, Action::SeeCase, &case, now).is_ok() {
            seen.push((row, for_eyes_of(reader, actor, case, now)?));
        }
    }
    Ok(seen)
}

fn line(t: &Voice, row: &Waits, case: &Complaint) -> Line {
    Line {
        reference: row.reference.clone(),
        href: t.href(&format!("/desk/{}", row.reference)),
        shown: t.reference(&row.reference),
        who: case.known_as(t),
        about: t.in_lang(&case.subject_line(), case.language),
        danger: row.danger,
        why: t.code("unconfirmed-why", &row.why),
        received: t.moment_short(row.received_at),
    }
}

/// What was done last, and to how many.
fn done(seat: &Seat) -> Option<Html> {
    let n: i64 = seat.visit.query("n")?.parse().ok()?;
    let key = match seat.visit.query("done")? {
        super::CONFIRMATION => "unconfirmed-done-confirmed",
        super::DISMISSAL => "unconfirmed-done-dismissed",
        super::many::ASKED => "unconfirmed-done-asked",
        _ => return None,
    };
    Some(seat.t().tell(key).with("n", n).html())
}
