//! Complaints of the period by category, channel, language and unit: how many came,
//! how many are open now, and whether promises were kept.

use super::read::Board;
use crate::figures::{Behind, Counts, Dimension, drawn, show};
use redress_kernel::{
    Lang,
    indicator::{Figure, Set, View, named},
};
use redress_web::{Html, Voice};

/// Rows of a table on the page; the CSV has all of them.
const ROWS: usize = 12;

pub struct Cell {
    pub shown: String,
    pub href: Option<String>,
    pub note: Option<Html>,
}

pub struct Row {
    pub name: Html,
    pub cells: Vec<Cell>,
}

pub struct Table {
    pub id: &'static str,
    pub title: String,
    pub sentence: Option<Html>,
    pub heads: Vec<String>,
    pub rows: Vec<Row>,
    /// How many rows stand only in the CSV.
    pub more: usize,
    pub csv: String,
}

/// The columns behind the name.
const COLUMNS: &[&str] = &["received", "acknowledged-in-time", "answered-in-time"];

pub fn splits(t: &Voice, board: &Board) -> Vec<Table> {
    board
        .splits
        .iter()
        .filter(|(by, _)| *by != Dimension::Unit || !board.units.is_empty())
        .map(|(by, _)| table(t, board, *by))
        .collect()
}

fn table(t: &Voice, board: &Board, by: Dimension) -> Table {
    let lines = lines(board, by);
    let rows = lines.iter().take(ROWS).map(|line| row(t, board, by, line));
    Table {
        id: by.name(),
        title: t.code("figures-by", by.name()),
        sentence: said(t, board, by, &lines),
        heads: heads(t, by),
        rows: rows.collect(),
        more: lines.len().saturating_sub(ROWS),
        csv: t.href(&format!(
            "/desk/figures/{}.csv?period={}",
            by.name(),
            board.period
        )),
    }
}

pub fn heads(t: &Voice, by: Dimension) -> Vec<String> {
    let mut heads = vec![t.code("figures-head", by.name())];
    heads.extend(COLUMNS.iter().map(|key| t.code("indicator", key)));
    heads.push(t.say("figures-open-now").into_owned());
    heads
}

/// A value of the dimension, what it counts, how many are open.
pub struct Line {
    pub value: String,
    pub counts: Counts,
    pub open: i64,
}

/// The most complaints first; a value without any but with open ones stands last.
pub fn lines(board: &Board, by: Dimension) -> Vec<Line> {
    let found = |all: &[(Dimension, std::collections::BTreeMap<String, Counts>)]| {
        let its = all.iter().find(|(its, _)| *its == by);
        its.map(|(_, counts)| counts.clone()).unwrap_or_default()
    };
    let (received, open) = (found(&board.splits), found(&board.open));
    let mut values: Vec<String> = received.keys().chain(open.keys()).cloned().collect();
    values.sort();
    values.dedup();
    let mut lines: Vec<Line> = values
        .into_iter()
        .map(|value| Line {
            counts: received.get(&value).copied().unwrap_or_default(),
            open: board.open_in(by, &value),
            value,
        })
        .collect();
    lines.sort_by_key(|line| (-line.counts.of(Set::All), -line.open));
    lines
}

pub fn figures(board: &Board, line: &Line) -> Vec<Figure> {
    let columns = COLUMNS.iter().filter_map(|key| named(key));
    columns
        .map(|indicator| drawn(indicator, View::Received, board.period, &line.counts))
        .collect()
}

fn row(t: &Voice, board: &Board, by: Dimension, line: &Line) -> Row {
    let mut cells: Vec<Cell> = figures(board, line)
        .iter()
        .map(|figure| cell(t, by, line, figure))
        .collect();
    let value = if line.value.is_empty() {
        "none"
    } else {
        &line.value
    };
    cells.push(Cell {
        shown: t.format.number(line.open),
        href: (line.open > 0).then(|| t.href(&format!("/desk?queue=all&{}={value}", by.name()))),
        note: None,
    });
    Row {
        name: match Lang::from_tag(&line.value) {
            // A language is named in itself.
            Some(lang) if by == Dimension::Language => t.in_lang(lang.own_name(), lang),
            _ => t.bdi(&name(t, board, by, &line.value)),
        },
        cells,
    }
}

fn cell(t: &Voice, by: Dimension, line: &Line, figure: &Figure) -> Cell {
    let href = || show::part(t, Behind::of(figure), by, &line.value);
    Cell {
        shown: show::value(t, figure),
        href: (figure.counted > 0).then(href),
        note: show::fraction(t, figure),
    }
}

pub fn name(t: &Voice, board: &Board, by: Dimension, value: &str) -> String {
    match by {
        Dimension::Category if value.is_empty() => t.say("problem-none").into_owned(),
        Dimension::Category => t.code("problem", value),
        Dimension::Channel => t.code("channel", value),
        Dimension::Language => Lang::from_tag(value).map_or("", Lang::own_name).to_owned(),
        Dimension::Unit => {
            let named = board.units.iter().find(|(id, _)| id.to_string() == value);
            named.map_or_else(
                || t.say("figures-no-unit").into_owned(),
                |(_, name)| name.clone(),
            )
        }
        Dimension::All => String::new(),
    }
}

/// Which value stands first, and with what share of all.
fn said(t: &Voice, board: &Board, by: Dimension, lines: &[Line]) -> Option<Html> {
    let first = lines.first()?;
    let (n, of) = (first.counts.of(Set::All), board.received.of(Set::All));
    if n == 0 {
        return None;
    }
    let said = t
        .tell("figures-most")
        .with("name", name(t, board, by, &first.value));
    Some(said.with("n", n).with("of", of).html())
}
