//! The four pictures of the page, each with its sentence and its table.

use super::{super::AGES, read::Board};
use crate::{
    at::Colleague,
    figures::{Behind, drawn, show},
    inbox::Load,
};
use redress_kernel::{
    Id,
    indicator::{Figure, Period, Set, View, named},
};
use redress_web::{
    Html, Voice,
    chart::{Chart, Label, Point, Series, Shape},
};

/// People in the picture; the table of the page has all of them.
const PEOPLE: usize = 20;

pub fn months(t: &Voice, board: &Board) -> Html {
    let count = |view: View| -> Vec<Point> {
        let months = board.months.iter();
        months
            .filter_map(|(month, received, closed)| {
                let counts = if view == View::Received {
                    received
                } else {
                    closed
                };
                let figure = drawn(named("received")?, view, *month, counts);
                let point = Point::new(Some(figure.counted as f64), show::value(t, &figure));
                Some(point.leads_to(t.href(&Behind::of(&figure).href())))
            })
            .collect()
    };
    Chart {
        id: "months",
        title: t.say("figures-months").into_owned(),
        sentence: months_said(t, board),
        shape: Shape::Bars,
        heading: t.say("figures-month").into_owned(),
        labels: labels(t, board),
        series: vec![
            Series::new(t.say("figures-received"), count(View::Received)),
            Series::new(t.say("figures-closed"), count(View::Closed)),
        ],
        csv: Some(address(t, board, "months")),
    }
    .draw(t)
}

pub fn in_time(t: &Voice, board: &Board) -> Html {
    let kept = |key: &str| -> Vec<Point> {
        let months = board.months.iter();
        months
            .filter_map(|(month, received, _)| {
                let figure = drawn(named(key)?, View::Received, *month, received);
                let point = Point::new(figure.share(), show::value(t, &figure));
                Some(point.leads_to(t.href(&Behind::of(&figure).href())))
            })
            .collect()
    };
    let series = |key: &str| Series::new(t.code("indicator", key), kept(key));
    Chart {
        id: "in-time",
        title: t.say("figures-in-time").into_owned(),
        sentence: in_time_said(t, board),
        shape: Shape::Lines,
        heading: t.say("figures-month").into_owned(),
        labels: labels(t, board),
        series: vec![series("acknowledged-in-time"), series("answered-in-time")],
        csv: Some(address(t, board, "months")),
    }
    .draw(t)
}

pub fn ages(t: &Voice, board: &Board) -> Html {
    let points = AGES.iter().zip(&board.ages).map(|(age, n)| {
        let href = t.href(&format!("/desk?queue=all&age={}", age.code));
        Point::new(Some(*n as f64), t.format.number(*n)).leads_to(href)
    });
    let label = |code: &str| Label {
        short: t.code("age", code),
        long: t.code("age", code),
    };
    let all: i64 = board.ages.iter().sum();
    let old: i64 = board.ages.iter().skip(3).sum();
    Chart {
        id: "ages",
        title: t.say("figures-ages").into_owned(),
        sentence: t
            .tell("figures-ages-said")
            .with("n", all)
            .with("old", old)
            .html(),
        shape: Shape::Rows,
        heading: t.say("figures-age").into_owned(),
        labels: AGES.iter().map(|age| label(age.code)).collect(),
        series: vec![Series::new(t.say("figures-open-now"), points.collect())],
        csv: Some(address(t, board, "ages")),
    }
    .draw(t)
}

pub fn work(t: &Voice, board: &Board) -> Html {
    let shown: Vec<&Load> = board.work.iter().take(PEOPLE).collect();
    let name = |load: &Load| name(t, &board.colleagues, load.owner);
    let point =
        |n: i64, href: String| Point::new(Some(n as f64), t.format.number(n)).leads_to(href);
    let queue = |load: &Load, due: &str| match load.owner {
        Some(owner) => t.href(&format!("/desk?queue=all&owner={owner}&due={due}")),
        None => t.href(&format!("/desk?queue=all&owner=none&due={due}")),
    };
    let early = shown
        .iter()
        .map(|load| point(load.open - load.overdue, queue(load, "ahead")));
    let late = shown
        .iter()
        .map(|load| point(load.overdue, queue(load, "late")));
    let labels = shown.iter().map(|load| Label {
        short: name(load),
        long: name(load),
    });
    Chart {
        id: "workload",
        title: t.say("figures-work").into_owned(),
        sentence: work_said(t, board),
        shape: Shape::Rows,
        heading: t.say("figures-person").into_owned(),
        labels: labels.collect(),
        series: vec![
            Series::new(t.say("figures-due-ahead"), early.collect()),
            Series::new(t.say("figures-due-late"), late.collect()),
        ],
        csv: Some(address(t, board, "workload")),
    }
    .draw(t)
}

pub fn name(t: &Voice, colleagues: &[Colleague], owner: Option<Id>) -> String {
    let Some(owner) = owner else {
        return t.say("unassigned").into_owned();
    };
    let found = colleagues.iter().find(|colleague| colleague.id == owner);
    found.map_or_else(
        || t.say("figures-left").into_owned(),
        |colleague| colleague.name.clone(),
    )
}

fn labels(t: &Voice, board: &Board) -> Vec<Label> {
    let months = board.months.iter();
    months
        .map(|(month, _, _)| Label {
            short: t.format.period_short(*month),
            long: t.format.period(*month),
        })
        .collect()
}

fn address(t: &Voice, board: &Board, table: &str) -> String {
    t.href(&format!(
        "/desk/figures/{table}.csv?period={}",
        board.period
    ))
}

fn months_said(t: &Voice, board: &Board) -> Html {
    let of = |(month, received, _): &(Period, _, _)| {
        let received: &crate::figures::Counts = received;
        (*month, received.of(Set::All))
    };
    let (Some(first), Some(last)) = (board.months.first().map(of), board.months.last().map(of))
    else {
        return Html::default();
    };
    let key = match first.1.cmp(&last.1) {
        std::cmp::Ordering::Less => "figures-months-rose",
        std::cmp::Ordering::Greater => "figures-months-fell",
        std::cmp::Ordering::Equal => "figures-months-same",
    };
    let said = t.tell(key).with("first", first.1).with("last", last.1);
    let said = said.with("from", t.format.period(first.0));
    said.with("to", t.format.period(last.0)).html()
}

/// The newest month of which a share can be given, beside the oldest.
fn in_time_said(t: &Voice, board: &Board) -> Html {
    let months = board.months.iter().filter_map(|(month, received, _)| {
        let figure = drawn(named("answered-in-time")?, View::Received, *month, received);
        figure.share().is_some().then_some(figure)
    });
    let figures: Vec<Figure> = months.collect();
    let (Some(first), Some(last)) = (figures.first(), figures.last()) else {
        return Html::text(&t.say("figures-in-time-nothing"));
    };
    let said = t.tell("figures-in-time-said");
    let said = said
        .with("first", show::value(t, first))
        .with("last", show::value(t, last));
    let said = said.with("from", t.format.period(first.period));
    said.with("to", t.format.period(last.period)).html()
}

fn work_said(t: &Voice, board: &Board) -> Html {
    let late: i64 = board.work.iter().map(|load| load.overdue).sum();
    let open: i64 = board.work.iter().map(|load| load.open).sum();
    let people = board
        .work
        .iter()
        .filter(|load| load.owner.is_some())
        .count();
    let said = t.tell("figures-work-said").with("n", open);
    said.with("people", people).with("late", late).html()
}
