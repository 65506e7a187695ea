//! The page of the map.

use super::{
    map::{Chapter, Clause, map},
    records::counted,
};
use askama::Template;
use axum::response::Response;
use redress_complaint::{Slice, chapter::Sheet, desk::Seat};
use redress_kernel::{Action, clauses::title_key, fields::Fields};
use redress_web::{Html, Trouble, Voice};

struct Part {
    number: &'static str,
    title: String,
    rows: Vec<Row>,
}

struct Row {
    number: &'static str,
    title: String,
    /// Name of each room, and its page where this person has one.
    rooms: Vec<(String, Option<String>)>,
    facts: i64,
    newest: Option<Html>,
    kinds: Vec<Kind>,
}

struct Kind {
    name: String,
    n: i64,
    /// The facts themselves, for whoever reads the journal.
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "overview/map.html")]
struct Page<'a> {
    t: &'a Voice,
    parts: Vec<Part>,
    clauses: usize,
    without: usize,
}

async fn read(seat: &Seat) -> Result<Vec<Chapter>, Trouble> {
    let slices = seat.house.slices;
    seat.look(move |reader, _| Ok(map(slices, &counted(reader)?)))
        .await
}

pub async fn page(seat: Seat) -> Result<Response, Trouble> {
    let t = seat.t();
    let chapters = read(&seat).await?;
    let all = || chapters.iter().flat_map(|chapter| &chapter.clauses);
    let body = Html::from_template(&Page {
        t,
        clauses: all().count(),
        without: all().filter(|clause| clause.kinds.is_empty()).count(),
        parts: chapters
            .iter()
            .map(|chapter| part(&seat, chapter))
            .collect(),
    });
    let (title, lead) = (t.say("clause-map"), t.say("clause-map-lead"));
    Sheet::new(&seat, title, lead, "")
        .answer(&Fields::default(), body)
        .await
}

fn part(seat: &Seat, chapter: &Chapter) -> Part {
    Part {
        number: chapter.number,
        title: seat.t().say(&title_key(chapter.number)).into_owned(),
        rows: chapter
            .clauses
            .iter()
            .map(|clause| row(seat, clause))
            .collect(),
    }
}

fn row(seat: &Seat, clause: &Clause) -> Row {
    let t = seat.t();
    let newest = clause.newest_at().map(|at| t.date(seat.t().format.day(at)));
    Row {
        number: clause.number,
        title: t.say(&title_key(clause.number)).into_owned(),
        rooms: clause.rooms.iter().map(|slice| room(seat, slice)).collect(),
        facts: clause.facts(),
        newest,
        kinds: clause
            .kinds
            .iter()
            .map(|(kind, counted)| named(seat, kind, counted.n))
            .collect(),
    }
}

/// A room has a name of its own, or that of its page; its code is better than nothing.
fn room(seat: &Seat, slice: &Slice) -> (String, Option<String>) {
    let t = seat.t();
    let place = slice.places.iter().find(|place| seat.may(place.action));
    let own = format!("slice-{}", slice.name.replace('.', "-"));
    let name = match (t.has(&own), slice.places.first()) {
        (true, _) => t.say(&own).into_owned(),
        (false, Some(place)) => t.say(place.word).into_owned(),
        (false, None) => slice.name.to_owned(),
    };
    (name, place.map(|place| t.href(place.path)))
}

fn named(seat: &Seat, kind: &str, n: i64) -> Kind {
    let (t, key) = (seat.t(), format!("fact-{kind}"));
    let name = match t.has(&key) {
        true => t.say(&key).into_owned(),
        false => kind.to_owned(),
    };
    let may = seat.may(Action::SeeJournal);
    let href = may.then(|| t.href(&format!("/admin/journal?kind={kind}")));
    Kind { name, n, href }
}
