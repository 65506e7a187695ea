//! The manager's page: how much is open and late, whether promises are kept, who has
//! how much, and by what complaints come (8.4, 4.3). Every number leads to its cases,
//! says what it counts, and prints on a sheet for the board.

mod charts;
mod csv;
mod read;
mod tables;

use super::{Asking, show};
use crate::{desk::Seat, inbox::Queue};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use read::Board;
use redress_kernel::{
    Action, Lang,
    indicator::{Figure, Period, View, Years, named},
};
use redress_web::{Html, Trouble, Voice};

pub async fn page(seat: Seat) -> Response {
    match drawn(&seat).await {
        Ok(html) => html.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

/// One of the tables as CSV: the same numbers, for a spreadsheet.
pub async fn table(seat: Seat, Path(name): Path<String>) -> Response {
    let Some(name) = name.strip_suffix(".csv").map(str::to_owned) else {
        return Trouble::NotFound.into_response();
    };
    match read_board(&seat).await {
        Ok(board) => {
            csv::table(&seat, &board, &name).unwrap_or_else(|| Trouble::NotFound.into_response())
        }
        Err(trouble) => trouble.into_response(),
    }
}

async fn read_board(seat: &Seat) -> Result<Board, Trouble> {
    let period = period(seat);
    seat.look(move |reader, seat| {
        let asking = Asking::new(&seat.actor, seat.now, &seat.visit.organisation);
        Board::read(reader, period, &asking)
    })
    .await
}

/// What the address names, or this month of the calendar that the language counts by.
pub fn period(seat: &Seat) -> Period {
    let asked = seat.visit.query("period").and_then(Period::read);
    asked.unwrap_or_else(|| Period::month_of(seat.today(), years(seat.t().lang())))
}

pub fn years(lang: Lang) -> Years {
    match lang {
        Lang::Fa => Years::Solar,
        _ => Years::Gregorian,
    }
}

/// The periods that can be chosen: a year of months, two years of quarters, three years.
pub fn choices(seat: &Seat, period: Period) -> Choices {
    let t = seat.t();
    let month = Period::month_of(seat.today(), period.years);
    let back = |start: Period, count: usize| {
        std::iter::successors(Some(start), |period| Some(period.before()))
            .take(count)
            .collect::<Vec<_>>()
    };
    let mut all = back(month, 13);
    all.extend(back(month.quarter(), 8));
    all.extend(back(month.whole_year(), 3));
    if !all.contains(&period) {
        all.insert(0, period);
    }
    let option = |one: &Period| (one.to_string(), t.format.period(*one), *one == period);
    let address = |to: Period| t.href(&format!("{}?period={to}", path(seat)));
    Choices {
        options: all.iter().map(option).collect(),
        before: (t.format.period(period.before()), address(period.before())),
        after: (period.after().first() <= seat.today())
            .then(|| (t.format.period(period.after()), address(period.after()))),
        from: t.date(period.first()),
        to: t.date(period.last()),
        path: path(seat).to_owned(),
    }
}

fn path(seat: &Seat) -> &str {
    seat.visit.path.split('?').next().unwrap_or("/desk/figures")
}

/// The form by which another period is chosen.
pub struct Choices {
    pub options: Vec<(String, String, bool)>,
    pub before: (String, String),
    pub after: Option<(String, String)>,
    pub from: Html,
    pub to: Html,
    pub path: String,
}

#[derive(Template)]
#[template(path = "figures/board/period.html")]
struct PeriodForm<'a> {
    t: &'a Voice,
    choices: Choices,
}

pub fn period_form(seat: &Seat, period: Period) -> Html {
    Html::from_template(&PeriodForm {
        t: seat.t(),
        choices: choices(seat, period),
    })
}

struct Tile {
    name: String,
    value: String,
    href: Option<String>,
    fraction: Option<Html>,
    warning: Option<Html>,
    before: Option<Html>,
    definition: Vec<Html>,
}

#[derive(Template)]
#[template(path = "figures/board/board.html")]
struct Page<'a> {
    t: &'a Voice,
    heading: String,
    empty: bool,
    /// How many are open and how many of them nobody at the top has confirmed.
    significant: Option<(i64, i64)>,
    queue: String,
    /// How many nobody has confirmed, and where whoever may confirm them finds them.
    unconfirmed: (i64, Option<String>),
    period: Html,
    tiles: Vec<Tile>,
    months: Html,
    in_time: Html,
    ages: Html,
    work: Html,
    splits: Vec<tables::Table>,
    printed: Html,
}

async fn drawn(seat: &Seat) -> Result<Html, Trouble> {
    let t = seat.t();
    let board = read_board(seat).await?;
    let body = Html::from_template(&Page {
        t,
        heading: t.format.period(board.period),
        empty: board.received.of(redress_kernel::indicator::Set::All) == 0,
        significant: significant(&board),
        queue: t.href("/desk?queue=significant"),
        unconfirmed: (
            board.unconfirmed,
            seat.may(Action::Receive)
                .then(|| t.href("/desk/unconfirmed")),
        ),
        period: period_form(seat, board.period),
        tiles: tiles(t, &board),
        months: charts::months(t, &board),
        in_time: charts::in_time(t, &board),
        ages: charts::ages(t, &board),
        work: charts::work(t, &board),
        splits: tables::splits(t, &board),
        printed: crate::figures::printed::foot(seat).await?,
    });
    seat.board(&t.say("figures"), body).await
}

fn significant(board: &Board) -> Option<(i64, i64)> {
    let open = board.queues.of(Queue::Significant);
    (open > 0).then(|| (open, board.queues.unconfirmed()))
}

/// The figures on top of the page.
const TILES: &[&str] = &[
    "open",
    "overdue",
    "received",
    "acknowledged-in-time",
    "answered-in-time",
];

fn tiles(t: &Voice, board: &Board) -> Vec<Tile> {
    let figures = TILES.iter().filter_map(|key| named(key));
    figures.map(|indicator| tile(t, board, indicator)).collect()
}

fn tile(
    t: &Voice,
    board: &Board,
    indicator: &'static redress_kernel::indicator::Indicator,
) -> Tile {
    let figure = board.figure(indicator, View::Received);
    let before = |was: Figure| {
        let said = t.tell("figures-before").with("value", show::value(t, &was));
        said.with("period", t.format.period(was.period)).html()
    };
    Tile {
        name: t.code("indicator", indicator.key),
        value: show::value(t, &figure),
        href: show::cases(t, &figure),
        fraction: show::fraction(t, &figure),
        warning: show::warning(t, &figure),
        before: (!indicator.is_now()).then(|| before(board.before(indicator, View::Received))),
        definition: show::definition(t, &figure),
    }
}
