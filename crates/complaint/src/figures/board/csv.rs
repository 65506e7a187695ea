//! The tables of the page as CSV. Numbers are written for a spreadsheet: digits and
//! a point, shares with their numerator and denominator beside them.

use super::{
    super::{AGES, Counts, Dimension, drawn, show},
    charts,
    read::Board,
    tables,
};
use crate::desk::Seat;
use axum::response::Response;
use redress_kernel::indicator::{Figure, View, named};
use redress_web::{Voice, csv::download};

pub fn table(seat: &Seat, board: &Board, name: &str) -> Option<Response> {
    let t = seat.t();
    let rows = match name {
        "months" => months(t, board),
        "ages" => ages(t, board),
        "workload" => workload(t, board),
        name => split(t, board, Dimension::from_name(name)?),
    };
    Some(download(&format!("{name}-{}", board.period), &rows))
}

fn months(t: &Voice, board: &Board) -> Vec<Vec<String>> {
    let mut heads: Vec<String> = ["figures-month", "figures-received", "figures-closed"]
        .map(|key| t.say(key).into_owned())
        .to_vec();
    heads.extend(kept_heads(t));
    let mut rows = vec![heads];
    for (month, received, closed) in &board.months {
        let all = |counts: &Counts| counts.of(redress_kernel::indicator::Set::All).to_string();
        let mut row = vec![month.to_string(), all(received), all(closed)];
        for key in KEPT {
            let figure = named(key).map(|i| drawn(i, View::Received, *month, received));
            row.extend(figure.iter().flat_map(three));
        }
        rows.push(row);
    }
    rows
}

/// Figures of which value, numerator and denominator are given.
const KEPT: [&str; 2] = ["acknowledged-in-time", "answered-in-time"];

fn kept_heads(t: &Voice) -> Vec<String> {
    KEPT.iter()
        .flat_map(|key| {
            let name = t.code("indicator", key);
            [
                format!("{name} (%)"),
                format!("{name}: {}", t.say("figures-numerator")),
                format!("{name}: {}", t.say("figures-denominator")),
            ]
        })
        .collect()
}

fn three(figure: &Figure) -> [String; 3] {
    let of = figure.of.map(|of| of.to_string()).unwrap_or_default();
    [show::plain(figure), figure.counted.to_string(), of]
}

fn ages(t: &Voice, board: &Board) -> Vec<Vec<String>> {
    let heads = ["figures-age", "figures-open-now"].map(|key| t.say(key).into_owned());
    let rows = AGES.iter().zip(&board.ages);
    let row = |(age, n): (&super::super::Age, &i64)| vec![t.code("age", age.code), n.to_string()];
    std::iter::once(heads.to_vec())
        .chain(rows.map(row))
        .collect()
}

fn workload(t: &Voice, board: &Board) -> Vec<Vec<String>> {
    let heads = [
        "figures-person",
        "figures-open-now",
        "overdue",
        "desk-waits",
    ];
    let heads = heads.map(|key| t.say(key).into_owned()).to_vec();
    let row = |load: &crate::inbox::Load| {
        vec![
            charts::name(t, &board.colleagues, load.owner),
            load.open.to_string(),
            load.overdue.to_string(),
            load.waiting.to_string(),
        ]
    };
    std::iter::once(heads)
        .chain(board.work.iter().map(row))
        .collect()
}

fn split(t: &Voice, board: &Board, by: Dimension) -> Vec<Vec<String>> {
    let mut heads = vec![
        t.code("figures-head", by.name()),
        t.say("figures-received").into_owned(),
    ];
    heads.extend(kept_heads(t));
    heads.push(t.say("figures-open-now").into_owned());
    let mut rows = vec![heads];
    for line in tables::lines(board, by) {
        let mut row = vec![tables::name(t, board, by, &line.value)];
        for figure in tables::figures(board, &line) {
            match figure.of {
                None => row.push(show::plain(&figure)),
                Some(_) => row.extend(three(&figure)),
            }
        }
        row.push(line.open.to_string());
        rows.push(row);
    }
    rows
}
