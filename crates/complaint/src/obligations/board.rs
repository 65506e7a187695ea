//! The page of deadlines: what of each kind is overdue, what falls due today and on
//! the next six days, what will probably be missed, and what the reader was told.
//! Leaves no evidence.

use super::{
    kinds,
    queries::{Line, Span, ToldMe, ahead, days_ahead, told_me},
};
use crate::{
    calls::{Ask, Call, Shape, Told},
    desk::{Seat, titled},
    house::{calendar, organisation},
    routes::{Permit, Routes},
};
use askama::Template;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use redress_kernel::{Action, Actor, Instant, Lang};
use redress_store::{Error, Look, Read, Reader};
use redress_web::{
    Html, Trouble, Voice,
    chart::{Chart, Label, Point, Series, Shape as Drawn},
    format::Format,
};
use serde_json::{Value, json};

pub const PATH: &str = "/desk/deadlines";

pub fn pages(routes: Routes) -> Routes {
    routes.get(PATH, Permit::May(Action::SeeDesk), page)
}

pub const CALLS: &[Call] = &[
    Call::show("/api/v1/deadlines", Permit::May(Action::SeeDesk), called)
        .says("What is overdue and what falls due today and on the next six days, by obligation (7.3), every kind that this organisation knows; `not_begun`: of those, where nothing was done yet that leads to it.")
        .answers(|| {
            vec![
                Told::new("days", Shape::Texts),
                Told::new("obligations", Shape::Objects),
            ]
        }),
];

struct Board {
    days: Vec<Span>,
    lines: Vec<Line>,
    told: Vec<ToldMe>,
}

fn read(reader: &mut Reader, seat: &Seat) -> Result<Board, Error> {
    let days = days_ahead(seat.now, &*calendar(reader)?);
    Ok(Board {
        lines: lines(reader, &seat.actor, seat.now, &days)?,
        told: told_me(reader, &seat.actor, seat.now)?,
        days,
    })
}

/// On the way of a complaint through the house; limits of packs last.
fn lines(
    reader: &mut impl Read,
    viewer: &Actor,
    now: Instant,
    days: &[Span],
) -> Result<Vec<Line>, Error> {
    let some = ahead(reader, viewer, now, days)?;
    let today = days.first().map_or(Date::ZERO, |span| span.day);
    Ok(kinds::all(some, &organisation(reader)?, today, days.len()))
}

fn called(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let days = days_ahead(ask.now, &*calendar(look)?);
    let lines = lines(look, &ask.actor, ask.now, &days)?;
    let lines: Vec<Value> = lines
        .iter()
        .map(|line| {
            json!({
                "obligation": line.code, "overdue": line.overdue,
                "due": line.due, "not_begun": line.not_begun,
            })
        })
        .collect();
    let days: Vec<String> = days.iter().map(|span| span.day.to_string()).collect();
    Ok(Some(json!({ "days": days, "obligations": lines })))
}

/// The name of an obligation by its code; of a pack's limit the pack's own title.
pub fn named_by(t: &Voice, code: &str) -> String {
    titled(t, code).unwrap_or_else(|| t.code("obligation", code))
}

/// The same in the language of a letter.
pub fn name_in(format: &Format, code: &str) -> String {
    named_by(&Voice::new(format.clone()), code)
}

struct Cell {
    shown: String,
    href: Option<String>,
    late: bool,
}

struct Row {
    name: String,
    cells: Vec<Cell>,
}

struct Mine {
    reference: Html,
    href: String,
    subject: Html,
    name: String,
    due: Html,
    why: String,
    told: Html,
}

#[derive(Template)]
#[template(path = "obligations/board.html")]
struct Page<'a> {
    t: &'a Voice,
    /// The heads of the days, today first.
    days: Vec<String>,
    rows: Vec<Row>,
    nothing: bool,
    said: Html,
    chart: Option<Html>,
    likely: Vec<Row>,
    told: Vec<Mine>,
    all: String,
}

pub async fn page(seat: Seat) -> Response {
    match drawn(&seat).await {
        Ok(html) => html.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

async fn drawn(seat: &Seat) -> Result<Html, Trouble> {
    let t = seat.t();
    let board = seat.look(read).await?;
    let likely: i64 = board.lines.iter().flat_map(|it| &it.not_begun).sum();
    let body = Html::from_template(&Page {
        t,
        days: heads(t, &board.days),
        rows: rows(t, &board),
        nothing: board.lines.iter().all(Line::is_empty),
        said: match likely {
            0 => Html::text(&t.say("deadlines-likely-none")),
            n => t.tell("deadlines-likely-said").with("n", n).html(),
        },
        chart: (likely > 0).then(|| chart(t, &board)),
        likely: likely_rows(t, &board),
        told: board.told.iter().map(|it| mine(seat, it)).collect(),
        all: t.href("/desk?queue=all"),
    });
    seat.board(&t.say("deadlines"), body).await
}

fn heads(t: &Voice, days: &[Span]) -> Vec<String> {
    let names = days.iter().enumerate();
    names
        .map(|(at, span)| match at {
            0 => t.say("deadlines-today").into_owned(),
            _ => t.format.short(span.day),
        })
        .collect()
}

fn cell(t: &Voice, n: i64, href: String, late: bool) -> Cell {
    Cell {
        shown: t.format.number(n),
        href: (n > 0).then(|| t.href(&href)),
        late: late && n > 0,
    }
}

fn rows(t: &Voice, board: &Board) -> Vec<Row> {
    let row = |line: &Line| {
        let code = &line.code;
        let overdue = format!("/desk?queue=overdue&obligation={code}");
        let mut late = cell(t, line.overdue, overdue.clone(), true);
        // Each has its own queue, also while nothing stands in it.
        late.href = Some(t.href(&overdue));
        let due = board.days.iter().zip(&line.due).enumerate();
        let due = due.map(|(at, (span, n))| {
            let href = match at {
                0 => format!("/desk?queue=today&obligation={code}"),
                _ => format!("/desk?queue=all&obligation={code}&on={}", span.day),
            };
            cell(t, *n, href, false)
        });
        Row {
            name: named_by(t, code),
            cells: std::iter::once(late).chain(due).collect(),
        }
    };
    board.lines.iter().map(row).collect()
}

fn likely_rows(t: &Voice, board: &Board) -> Vec<Row> {
    let some = board.lines.iter();
    let some = some.filter(|line| line.not_begun.iter().any(|n| *n > 0));
    let row = |line: &Line| {
        let cells = board.days.iter().zip(&line.not_begun).map(|(span, n)| {
            let (code, day) = (&line.code, span.day);
            let href = format!("/desk?queue=all&obligation={code}&on={day}&begun=no");
            cell(t, *n, href, false)
        });
        Row {
            name: named_by(t, &line.code),
            cells: cells.collect(),
        }
    };
    some.map(row).collect()
}

/// Day by day, what falls due beside what nobody has begun.
fn chart(t: &Voice, board: &Board) -> Html {
    let sum = |of: &dyn Fn(&Line) -> &Vec<i64>| -> Vec<Point> {
        let days = 0..board.days.len();
        let on = |day: usize| -> i64 {
            let lines = board.lines.iter();
            lines.filter_map(|line| of(line).get(day)).sum()
        };
        days.map(|day| Point::new(Some(on(day) as f64), t.format.number(on(day))))
            .collect()
    };
    let labels = board.days.iter().map(|span| Label {
        short: t.format.short(span.day),
        long: t.format.long(span.day),
    });
    Chart {
        id: "likely",
        title: t.say("deadlines-by-day").into_owned(),
        sentence: Html::text(&t.say("deadlines-by-day-said")),
        shape: Drawn::Bars,
        heading: t.say("deadlines-day").into_owned(),
        labels: labels.collect(),
        series: vec![
            Series::new(t.say("deadlines-due"), sum(&|line| &line.due)),
            Series::new(t.say("deadlines-begun-no"), sum(&|line| &line.not_begun)),
        ],
        csv: None,
    }
    .draw(t)
}

fn mine(seat: &Seat, it: &ToldMe) -> Mine {
    let t = seat.t();
    let lang = Lang::from_tag(&it.language).unwrap_or_default();
    let due: Instant = it.due;
    Mine {
        reference: t.reference(&it.reference),
        href: t.href(&format!("/desk/{}", it.reference)),
        subject: t.in_lang(&it.subject, lang),
        name: named_by(t, &it.code),
        due: t.due(due, seat.now),
        why: t.code("told-as", &it.rung),
        told: t.moment_short(it.told_at),
    }
}
