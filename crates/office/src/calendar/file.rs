//! Closures out of a calendar file (RFC 5545): read whole or refused with its line and
//! what was expected there. What is no closed day is named, not dropped unseen.

use super::decide::joined;
use askama::Template;
use jiff::civil::Date;
use redress_kernel::{
    fields::Fields,
    words::{Arg, Message},
};
use redress_packs::ical::{self, BYTES_MAX, Imported};
use redress_web::{Html, Sent, Voice};

const FIELD: &str = "closures-file";
/// Repeated events are taken for this year and so many more.
const YEARS_AHEAD: i16 = 2;
/// So many of those left out are named.
const NAMED_MAX: usize = 20;

#[derive(Template)]
#[template(path = "calendar/file.html")]
struct Form<'a> {
    t: &'a Voice,
    action: String,
    error: Option<Html>,
    kib: usize,
}

/// A form of its own: a file is looked at before the page is saved.
pub fn form(t: &Voice, typed: &Fields) -> Html {
    let error = typed.problem_at(FIELD).map(|it| t.html(&it.message));
    Html::from_template(&Form {
        t,
        action: t.href("/admin/calendar/file"),
        error,
        kib: BYTES_MAX / 1024,
    })
}

struct Out {
    line: usize,
    name: String,
    why: String,
}

#[derive(Template)]
#[template(path = "calendar/taken.html")]
struct Taken<'a> {
    t: &'a Voice,
    days: Vec<(Date, &'a str)>,
    out: Vec<Out>,
    more: usize,
}

/// Puts the closed days of the file into the form; or a problem beside the file. What
/// was read, for the eye.
pub fn taken(t: &Voice, sent: &Sent, fields: &mut Fields, today: Date) -> Html {
    let Some(file) = sent.files_of(FIELD).next() else {
        fields.problem(FIELD, Message::new("problem-calendar-no-file"));
        return Html::default();
    };
    let years = today.year()..=today.year().saturating_add(YEARS_AHEAD);
    let read = match ical::read(&file.name, &file.bytes, years) {
        Ok(read) => read,
        Err(fault) => {
            let problem = Message::new("problem-calendar-file")
                .with("line", fault.line)
                .with("expected", Arg::Latin(fault.expected));
            fields.problem(FIELD, problem);
            return Html::default();
        }
    };
    let closed = read
        .days
        .iter()
        .filter(|day| !day.works && day.day >= today);
    let days: Vec<(Date, &str)> = closed.map(|day| (day.day, day.name.as_str())).collect();
    if days.is_empty() {
        fields.problem(FIELD, Message::new("problem-calendar-no-days"));
        return Html::default();
    }
    joined(
        fields,
        days.iter().map(|(day, name)| (*day, (*name).to_owned())),
    );
    let out = left_out(t, &read);
    Html::from_template(&Taken {
        t,
        more: out.len().saturating_sub(NAMED_MAX),
        out: out.into_iter().take(NAMED_MAX).collect(),
        days,
    })
}

/// A day that is worked is no closure; an office says so in its weekend.
fn left_out(t: &Voice, read: &Imported) -> Vec<Out> {
    let worked = read.days.iter().filter(|day| day.works);
    let worked = worked.map(|day| Out {
        line: day.line,
        name: day.name.clone(),
        why: t.code("calendar-left-out", "worked"),
    });
    let events = read.left_out.iter().map(|it| Out {
        line: it.line,
        name: it.name.clone(),
        why: t.code("calendar-left-out", it.why.code()),
    });
    worked.chain(events).collect()
}
