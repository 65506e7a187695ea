//! The page: the answer of the newest check, the checkpoint, the newest entries.

use super::records::{Check, Filter, Line, first_at, handles_cases, newest, newest_check};
use crate::{fault::ours, frame::Sheet};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use jiff::{ToSpan, civil::Date};
use redress_complaint::{
    Happened, House,
    record::{find, id_of, permitted},
};
use redress_kernel::{Action, Actor, Id, calendar::Calendar, fields::Fields};
use redress_store::{Error, Read, Reader};
use redress_web::{Html, Trouble, Visit, Voice, form, format::iso_date};

/// What was asked for in the address.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    pub kind: String,
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub case: String,
    pub before: Option<i64>,
}

impl Asked {
    pub fn read(visit: &Visit) -> Asked {
        let given = |name: &str| visit.query(name).unwrap_or_default().trim().to_owned();
        Asked {
            kind: given("kind"),
            from: iso_date(&given("from")),
            until: iso_date(&given("until")),
            case: given("case"),
            before: given("before").parse().ok(),
        }
    }

    /// As a query string, for the export and the next page.
    pub fn query(&self) -> String {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let reference: String = self
            .case
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect();
        format!(
            "kind={}&from={}&until={}&case={reference}",
            self.kind,
            day(self.from),
            day(self.until)
        )
    }
}

/// The filter as positions and ids; None when the case is none that this person may know of.
pub fn filter(
    reader: &mut impl Read,
    actor: &Actor,
    asked: &Asked,
    calendar: &Calendar,
) -> Result<Option<Filter>, Error> {
    let begin = |day: Date| calendar.end_of(day.checked_sub(1.day()).unwrap_or(Date::MIN));
    let mut filter = Filter {
        kind: Some(asked.kind.clone()).filter(|kind| !kind.is_empty()),
        before: asked.before,
        ..Filter::default()
    };
    if let Some(from) = asked.from {
        filter.first = Some(first_at(reader, begin(from))?);
    }
    if let Some(until) = asked.until {
        let end = first_at(reader, calendar.end_of(until).plus_seconds(1))?;
        filter.before = Some(filter.before.map_or(end, |before| before.min(end)));
    }
    if !asked.case.is_empty() {
        match case_of(reader, actor, &asked.case)? {
            Some(id) => filter.about = Some(id),
            None => return Ok(None),
        }
    }
    Ok(Some(filter))
}

fn case_of(reader: &mut impl Read, actor: &Actor, reference: &str) -> Result<Option<Id>, Error> {
    let Some(id) = id_of(reader, reference)? else {
        return Ok(None);
    };
    let case = find(reader, id)?;
    let seen = case.filter(|case| permitted(actor, Action::SeeCase, case).is_ok());
    Ok(seen.map(|case| case.id))
}

#[derive(Template)]
#[template(path = "journal/list.html")]
struct Page<'a> {
    t: &'a Voice,
    asked: &'a Asked,
    /// Whoever sees no case has none to filter by.
    cases: bool,
    kinds: Vec<(String, String, bool)>,
    lines: Vec<Row>,
    older: Option<String>,
    export: String,
    checkpoint: Option<String>,
    keys: Vec<String>,
    check: Option<Check>,
}

impl Page<'_> {
    /// The browser's own calendar is the Gregorian one: a Persian reader types.
    fn solar(&self) -> bool {
        self.t.lang() == redress_kernel::Lang::Fa
    }

    fn day(&self, day: &Option<Date>) -> String {
        day.map(|day| form::typed_date(self.t, day.to_string()))
            .unwrap_or_default()
    }

    fn about(&self, row: &Row) -> String {
        about(self.t, &row.line)
    }
}

/// What an entry is about when it is about no case.
pub fn about(t: &Voice, line: &Line) -> String {
    let key = match line.about {
        Id::ORGANISATION => "journal-about-organisation",
        _ => "journal-about-other",
    };
    t.say(key).into_owned()
}

struct Row {
    line: Line,
    href: String,
    what: String,
    by: String,
    case: Option<String>,
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let asked = Asked::read(&visit);
    let (viewer, wanted) = (actor.clone(), asked.clone());
    let calendar = visit.organisation.calendar();
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        let lines = match filter(reader, &viewer, &wanted, &calendar)? {
            Some(filter) => newest(reader, &viewer, &filter)?,
            None => (Vec::new(), None),
        };
        Ok((lines, reader.checkpoint()?, newest_check(reader)?))
    };
    let ((lines, older), checkpoint, check) = house.db.read(read).await.map_err(ours)?;
    let t = visit.voice();
    let lines: Vec<Row> = lines
        .into_iter()
        .map(|line| row(&t, &actor, line))
        .collect();
    let older =
        older.map(|before| t.href(&format!("/admin/journal?{}&before={before}", asked.query())));
    let body = Html::from_template(&Page {
        cases: handles_cases(&actor),
        kinds: kinds(&house, &t, &actor, &asked.kind),
        lines,
        older,
        export: t.href(&format!("/admin/journal/export?{}", asked.query())),
        checkpoint,
        keys: house
            .db
            .keys()
            .verifiers()
            .iter()
            .map(|key| key.text())
            .collect(),
        check,
        asked: &asked,
        t: &t,
    });
    Ok(sheet(&house, &visit, &actor).answer(&Fields::default(), body))
}

/// An auditor sees the journal and no settings: above this page lies the desk.
pub fn sheet<'a>(house: &'a House, visit: &'a Visit, actor: &'a Actor) -> Sheet<'a> {
    let sheet = Sheet::new(house, visit, actor, "office-journal");
    match actor.may(Action::SeeSettings) {
        true => sheet,
        false => sheet.below("/desk", "office-desk"),
    }
}

fn row(t: &Voice, actor: &Actor, line: Line) -> Row {
    let case = line
        .reference
        .clone()
        .filter(|_| actor.may(Action::SeeCase));
    Row {
        href: t.href(&format!("/admin/journal/{}", line.seq)),
        what: named(t, &line.kind),
        by: who(t, &line),
        case: case.map(|reference| t.href(&format!("/desk/{reference}"))),
        line,
    }
}

/// A kind in words; one that has none yet is shown as its code.
pub fn named(t: &Voice, kind: &str) -> String {
    let key = format!("fact-{kind}");
    if t.has(&key) {
        t.say(&key).into_owned()
    } else {
        kind.to_owned()
    }
}

/// Roles, not names: this page is read without personal data.
pub fn who(t: &Voice, line: &Line) -> String {
    match (line.actor, &line.role) {
        (Id::SYSTEM, _) => t.say("journal-by-system").into_owned(),
        (Id::COMPLAINANT, _) => t.say("journal-by-complainant").into_owned(),
        (_, Some(role)) => t.code("role", role),
        (_, None) => t.say("journal-by-somebody").into_owned(),
    }
}

/// Every kind that a room of the house leaves, for whoever may read it.
fn kinds(house: &House, t: &Voice, actor: &Actor, chosen: &str) -> Vec<(String, String, bool)> {
    let all = house.slices.iter().flat_map(|slice| slice.facts);
    let readable = all.filter(|kind| handles_cases(actor) || !Happened::KINDS.contains(kind));
    let mut kinds: Vec<(String, String, bool)> = readable
        .map(|kind| ((*kind).to_owned(), named(t, kind), *kind == chosen))
        .collect();
    kinds.sort_by(|a, b| a.1.cmp(&b.1));
    kinds
}
