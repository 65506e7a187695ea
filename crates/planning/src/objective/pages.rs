//! The list of objectives with where each stands, and the page of one over a year.

use super::{
    acts,
    goal::{Objective, RETIRING, met, setting},
    records::{find, listed},
    standing::{cases, standing},
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use redress_complaint::{
    House,
    chapter::{Form, Sheet, Written, back, colleagues_who_may, seated, write},
    desk::Seat,
    figures::{Asking, board, show},
    house::{Unit, colleagues, units},
};
use redress_kernel::{
    Action, Actor, Id,
    fields::Fields,
    indicator::{Figure, Period, Unit as Counted},
};
use redress_store::{Error, Read, Reader};
use redress_web::{
    Html, Sent, Trouble, Voice,
    chart::{Chart, Label, Point, Series, Shape},
    form,
};

pub const LIST: &str = "/system/objectives";

/// Months on the page of one.
const MONTHS: usize = 12;

/// People and units by their names.
struct Names {
    people: Vec<(Id, String)>,
    units: Vec<Unit>,
}

impl Names {
    fn read(reader: &mut Reader) -> Result<Names, Error> {
        let people = colleagues(reader)?.into_iter();
        Ok(Names {
            people: people.map(|one| (one.id, one.name)).collect(),
            units: units(reader)?,
        })
    }

    fn person(&self, t: &Voice, id: Id) -> String {
        let found = self.people.iter().find(|(its, _)| *its == id);
        found.map_or_else(
            || t.say("objective-owner-left").into_owned(),
            |(_, name)| name.clone(),
        )
    }

    fn unit(&self, t: &Voice, id: Option<Id>) -> String {
        let found = id.and_then(|id| self.units.iter().find(|unit| unit.id == id));
        found.map_or_else(
            || t.say("objective-whole").into_owned(),
            |unit| unit.name.clone(),
        )
    }
}

struct Line {
    href: String,
    name: String,
    aim: Html,
    unit: String,
    value: String,
    cases: Option<String>,
    fraction: Option<Html>,
    /// Chip and its words.
    state: (&'static str, &'static str),
    owner: String,
    due: Html,
}

#[derive(Template)]
#[template(path = "objective/list.html")]
struct List<'a> {
    t: &'a Voice,
    period: Html,
    heading: String,
    lines: Vec<Line>,
    given_up: Vec<(String, String)>,
    form: Option<Html>,
}

pub async fn list(seat: Seat) -> Result<Response, Trouble> {
    listing(&seat, &Fields::default()).await
}

async fn listing(seat: &Seat, typed: &Fields) -> Result<Response, Trouble> {
    let (t, period) = (seat.t(), board::period(seat));
    let read = seat.look(move |reader, seat| {
        let stand = stands(reader, seat, period)?;
        let owners = colleagues_who_may(reader, Action::SeeSystem)?;
        Ok((stand, listed(reader, true)?, Names::read(reader)?, owners))
    });
    let (stand, given_up, names, owners) = read.await?;
    let options = form::Options {
        colleagues: owners,
        units: names
            .units
            .iter()
            .map(|unit| (unit.id, unit.name.clone()))
            .collect(),
        ..form::Options::default()
    };
    let form = Form {
        action: LIST.to_owned(),
        fields: &setting(),
        button: "objective-set",
        prefix: "",
    };
    let old = |objective: &Objective| {
        (
            href(t, objective),
            t.code("indicator", objective.indicator.key),
        )
    };
    let body = Html::from_template(&List {
        t,
        period: board::period_form(seat, period),
        heading: t.format.period(period),
        lines: stand
            .iter()
            .map(|(one, figure)| line(t, &names, one, figure))
            .collect(),
        given_up: given_up.iter().map(old).collect(),
        form: seat
            .may(Action::SetObjective)
            .then(|| form.draw(t, typed, options)),
    });
    let (title, lead) = (t.say("objectives"), t.say("objectives-lead"));
    Sheet::new(seat, title, lead, "6.2")
        .answer(typed, body)
        .await
}

pub(super) fn stands(
    reader: &mut impl Read,
    seat: &Seat,
    period: Period,
) -> Result<Vec<(Objective, Figure)>, Error> {
    let asking = Asking::new(&seat.actor, seat.now, &seat.visit.organisation);
    let mut found = Vec::new();
    for objective in listed(reader, false)? {
        let figure = standing(reader, &objective, period, &asking)?;
        found.push((objective, figure));
    }
    Ok(found)
}

fn href(t: &Voice, objective: &Objective) -> String {
    t.href(&format!("{LIST}/{}", objective.id))
}

fn line(t: &Voice, names: &Names, objective: &Objective, figure: &Figure) -> Line {
    Line {
        href: href(t, objective),
        name: t.code("indicator", objective.indicator.key),
        aim: aim(t, objective),
        unit: names.unit(t, objective.unit),
        value: show::value(t, figure),
        cases: cases(t, objective, figure),
        fraction: show::fraction(t, figure),
        state: state(objective, figure),
        owner: names.person(t, objective.owner),
        due: t.date(objective.due_on),
    }
}

/// "At least 95 %".
fn aim(t: &Voice, objective: &Objective) -> Html {
    let target = match objective.indicator.unit {
        Counted::Share => t.format.percent(objective.target as f64, 0),
        Counted::Complaints => t.format.number(objective.target),
    };
    let key = match objective.at_least {
        true => "objective-at-least",
        false => "objective-at-most",
    };
    t.tell(key).with("target", target).html()
}

fn state(objective: &Objective, figure: &Figure) -> (&'static str, &'static str) {
    match met(objective.at_least, objective.target, figure) {
        Some(true) => ("good", "objective-met"),
        Some(false) => ("warn", "objective-not-met"),
        None => ("", "objective-too-few"),
    }
}

pub async fn set(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let (seat, fields) = seated(house, actor, sent, &setting());
    match write(&seat, fields, acts::set).await? {
        Written::Done(id) => Ok(back(&seat, &format!("{LIST}/{id}"), "objective-set")),
        Written::Again(typed) => listing(&seat, &typed).await,
    }
}

#[derive(Template)]
#[template(path = "objective/one.html")]
struct One<'a> {
    t: &'a Voice,
    objective: &'a Objective,
    now: Line,
    heading: String,
    months: Option<Html>,
    set_by: String,
    set_at: Html,
    retired: Option<(Html, String, String)>,
    retiring: Option<Html>,
}

pub async fn one(seat: Seat, Path(id): Path<String>) -> Result<Response, Trouble> {
    let id: Id = id.parse().map_err(|_| Trouble::NotFound)?;
    showing(&seat, id, &Fields::default()).await
}

async fn showing(seat: &Seat, id: Id, typed: &Fields) -> Result<Response, Trouble> {
    let t = seat.t();
    let period = Period::month_of(seat.today(), board::years(t.lang()));
    let read = seat.look(move |reader, seat| {
        let Some(objective) = find(reader, id)? else {
            return Ok(None);
        };
        let asking = Asking::new(&seat.actor, seat.now, &seat.visit.organisation);
        let mut months = Vec::with_capacity(MONTHS);
        for month in period.months_up_to(MONTHS) {
            months.push(standing(reader, &objective, month, &asking)?);
        }
        Ok(Some((objective, months, Names::read(reader)?)))
    });
    let (objective, months, names) = read.await?.ok_or(Trouble::NotFound)?;
    let now = months.last().ok_or(Trouble::NotFound)?;
    let retired = objective.retired.as_ref();
    let over_time = !objective.indicator.is_now();
    let body = Html::from_template(&One {
        t,
        now: line(t, &names, &objective, now),
        heading: t.format.period(period),
        months: over_time.then(|| over_a_year(t, &objective, &months)),
        set_by: names.person(t, objective.set_by),
        set_at: t.moment(objective.set_at),
        retired: retired.map(|(at, by, why)| (t.moment(*at), names.person(t, *by), why.clone())),
        retiring: retiring(seat, &objective, typed),
        objective: &objective,
    });
    let title = t.code("indicator", objective.indicator.key);
    let sheet = Sheet::of(seat, title, "6.2", (LIST, "objectives"));
    sheet.answer(typed, body).await
}

fn retiring(seat: &Seat, objective: &Objective, typed: &Fields) -> Option<Html> {
    let form = Form {
        action: format!("{LIST}/{}/retirement", objective.id),
        fields: RETIRING,
        button: "objective-retire",
        prefix: "",
    };
    let open = objective.retired.is_none() && seat.may(Action::SetObjective);
    open.then(|| form.draw(seat.t(), typed, form::Options::default()))
}

/// The same figure month by month, each open to its cases.
fn over_a_year(t: &Voice, objective: &Objective, months: &[Figure]) -> Html {
    let share = objective.indicator.unit == Counted::Share;
    let point = |figure: &Figure| {
        let value = if share {
            figure.share()
        } else {
            Some(figure.counted as f64)
        };
        let point = Point::new(value, show::value(t, figure));
        match cases(t, objective, figure) {
            Some(href) => point.leads_to(href),
            None => point,
        }
    };
    let said = months
        .iter()
        .filter_map(|one| met(objective.at_least, objective.target, one));
    let said: Vec<bool> = said.collect();
    let kept = said.iter().filter(|met| **met).count();
    let label = |figure: &Figure| Label {
        short: t.format.period_short(figure.period),
        long: t.format.period(figure.period),
    };
    Chart {
        id: "objective-months",
        title: t.say("objective-months").into_owned(),
        sentence: t
            .tell("objective-months-said")
            .with("n", kept)
            .with("of", said.len())
            .html(),
        shape: if share { Shape::Lines } else { Shape::Bars },
        heading: t.say("objective-month").into_owned(),
        labels: months.iter().map(label).collect(),
        series: vec![Series::new(
            t.code("indicator", objective.indicator.key),
            months.iter().map(point).collect(),
        )],
        csv: None,
    }
    .draw(t)
}

pub async fn retire(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let id: Id = id.parse().map_err(|_| Trouble::NotFound)?;
    let (seat, fields) = seated(house, actor, sent, RETIRING);
    let written = write(&seat, fields, move |tx, fields, acting| {
        acts::retire(tx, id, fields, acting)
    });
    match written.await? {
        Written::Done(()) => Ok(back(&seat, &format!("{LIST}/{id}"), "objective-retired")),
        Written::Again(typed) => showing(&seat, id, &typed).await,
    }
}
