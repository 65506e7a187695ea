//! The list of corrective actions and the page of one.

use super::{
    action::{CorrectiveAction, Moment, PLANNING, State},
    acts::{self, ACTS, Act},
    records::{Case, Line, asked_for, find, listed, references},
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State as Held},
    response::Response,
};
use jiff::civil::Date;
use redress_complaint::{
    House,
    chapter::{Form, Sheet, Written, back, colleagues_who_may, seated, write},
    desk::Seat,
    house::colleagues,
};
use redress_kernel::{Action, Actor, Id, fields::Fields};
use redress_store::{Error, Reader};
use redress_web::{Html, Sent, Trouble, Voice, form};

pub const LIST: &str = "/system/corrective-actions";

/// People by their names; somebody who left has none here.
type Names = Vec<(Id, String)>;

/// A complaint beside which its subject stands, in the language it was written in.
struct Linked {
    href: String,
    reference: String,
    subject: Html,
}

fn linked(t: &Voice, cases: &[Case], form: &str) -> Vec<Linked> {
    let one = |case: &Case| Linked {
        href: t.href(&format!("/desk/{}{form}", case.reference)),
        reference: case.reference.clone(),
        subject: match case.subject.as_str() {
            "" => Html::text(&t.say("desk-no-subject")),
            subject => t.in_lang(subject, case.language),
        },
    };
    cases.iter().map(one).collect()
}

struct Section {
    key: &'static str,
    lines: Vec<Shown>,
}

struct Shown {
    href: String,
    title: String,
    owner: String,
    due: Html,
    again: bool,
}

#[derive(Template)]
#[template(path = "corrective_action/list.html")]
struct List<'a> {
    t: &'a Voice,
    sections: Vec<Section>,
    /// Complaints that wait for an action, each with the form that starts one.
    asked: Vec<Linked>,
    empty: bool,
    form: Option<Html>,
}

pub async fn list(seat: Seat) -> Result<Response, Trouble> {
    listing(&seat, &Fields::default()).await
}

struct Read {
    overdue: Vec<Line>,
    open: Vec<Line>,
    done: Vec<Line>,
    effective: Vec<Line>,
    asked: Vec<Case>,
    names: Names,
    owners: Names,
}

fn read(reader: &mut Reader, seat: &Seat) -> Result<Read, Error> {
    let (viewer, today) = (&seat.actor, seat.today());
    let mut open = listed(reader, viewer, State::Open, None)?;
    let day = redress_kernel::indicator::numbered(today);
    let overdue = listed(reader, viewer, State::Open, Some(today))?;
    open.retain(|line| line.due_on >= day);
    Ok(Read {
        overdue,
        open,
        done: listed(reader, viewer, State::Done, None)?,
        effective: listed(reader, viewer, State::Effective, None)?,
        asked: asked_for(reader, viewer, seat.now)?,
        names: names(reader)?,
        owners: colleagues_who_may(reader, Action::Correct)?,
    })
}

fn names(reader: &mut Reader) -> Result<Names, Error> {
    let all = colleagues(reader)?.into_iter();
    Ok(all.map(|one| (one.id, one.name)).collect())
}

fn name(t: &Voice, names: &Names, id: Id) -> String {
    let found = names.iter().find(|(its, _)| *its == id);
    found.map_or_else(
        || t.say("action-owner-left").into_owned(),
        |(_, name)| name.clone(),
    )
}

async fn listing(seat: &Seat, typed: &Fields) -> Result<Response, Trouble> {
    let t = seat.t();
    let read = seat.look(read).await?;
    let names = read.names;
    let section = |key, lines: Vec<Line>| Section {
        key,
        lines: lines
            .into_iter()
            .map(|line| shown(t, &names, line))
            .collect(),
    };
    let sections = vec![
        section("actions-overdue", read.overdue),
        section("actions-open", read.open),
        section("actions-done", read.done),
        section("actions-effective", read.effective),
    ];
    let form = seat.may(Action::Correct).then(|| {
        let form = Form {
            action: LIST.to_owned(),
            fields: PLANNING,
            button: "action-open",
            prefix: "new-",
        };
        form.draw(t, typed, people(read.owners))
    });
    let form_of = "?open=corrective-action#v-corrective-action";
    let body = Html::from_template(&List {
        t,
        empty: sections.iter().all(|section| section.lines.is_empty()),
        asked: linked(t, &read.asked, form_of),
        sections,
        form,
    });
    let (title, lead) = (
        t.say("corrective-actions"),
        t.say("corrective-actions-lead"),
    );
    Sheet::new(seat, title, lead, "8.7")
        .answer(typed, body)
        .await
}

fn people(colleagues: Names) -> form::Options {
    form::Options {
        colleagues,
        ..form::Options::default()
    }
}

fn shown(t: &Voice, names: &Names, line: Line) -> Shown {
    Shown {
        href: t.href(&format!("{LIST}/{}", line.id)),
        title: titled(t, line.title),
        owner: name(t, names, line.owner),
        due: t.date(day(line.due_on)),
        again: line.rounds > 1,
    }
}

fn titled(t: &Voice, title: String) -> String {
    match title.is_empty() {
        true => t.say("action-erased").into_owned(),
        false => title,
    }
}

/// 20261218 as the day that it is.
pub(super) fn day(n: i64) -> Date {
    let part = |n: i64| i8::try_from(n).unwrap_or(1);
    let year = i16::try_from(n / 10_000).unwrap_or(1);
    Date::new(year, part(n / 100 % 100), part(n % 100)).unwrap_or(Date::MIN)
}

pub async fn open(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let (seat, fields) = seated(house, actor, sent, PLANNING);
    match write(&seat, fields, acts::open).await? {
        Written::Done(id) => Ok(back(&seat, &format!("{LIST}/{id}"), "action-opened")),
        Written::Again(typed) => listing(&seat, &typed).await,
    }
}

pub async fn act(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    Path((id, act)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let id: Id = id.parse().map_err(|_| Trouble::NotFound)?;
    let act = acts::named(&act).ok_or(Trouble::NotFound)?;
    let (seat, fields) = seated(house, actor, sent, act.fields);
    let written = write(&seat, fields, move |tx, fields, acting| {
        act.perform(tx, id, fields, acting)
    });
    match written.await? {
        Written::Done(()) => {
            let done = format!("action-{}", act.name);
            Ok(back(&seat, &format!("{LIST}/{id}"), &done))
        }
        Written::Again(typed) => showing(&seat, id, Some(act.name), &typed).await,
    }
}

pub async fn one(seat: Seat, Path(id): Path<String>) -> Result<Response, Trouble> {
    let id: Id = id.parse().map_err(|_| Trouble::NotFound)?;
    showing(&seat, id, None, &Fields::default()).await
}

struct Told {
    what: String,
    at: Html,
    by: String,
    text: String,
}

struct Offer {
    id: String,
    title: String,
    open: bool,
    form: Html,
}

#[derive(Template)]
#[template(path = "corrective_action/one.html")]
struct One<'a> {
    t: &'a Voice,
    action: &'a CorrectiveAction,
    state: String,
    overdue: bool,
    owner: String,
    due: Html,
    cases: Vec<Linked>,
    history: Vec<Told>,
    offers: Vec<Offer>,
}

async fn showing(
    seat: &Seat,
    id: Id,
    asked: Option<&str>,
    typed: &Fields,
) -> Result<Response, Trouble> {
    let t = seat.t();
    let read = seat.look(move |reader, seat| {
        let Some(action) = find(reader, &seat.actor, id)? else {
            return Ok(None);
        };
        let cases = references(reader, &seat.actor, &action.complaints, seat.now)?;
        let owners = colleagues_who_may(reader, Action::Correct)?;
        Ok(Some((action, cases, names(reader)?, owners)))
    });
    let (action, cases, names, owners) = read.await?.ok_or(Trouble::NotFound)?;
    let body = Html::from_template(&One {
        t,
        state: t.code("action-state", action.state.name()),
        overdue: action.is_overdue(seat.today()),
        owner: name(t, &names, action.owner),
        due: t.long(action.due_on),
        cases: linked(t, &cases, ""),
        history: action
            .history
            .iter()
            .map(|moment| told(t, &names, moment))
            .collect(),
        offers: offers(seat, &action, &owners, asked, typed),
        action: &action,
    });
    let title = titled(t, action.plan.title.clone());
    let sheet = Sheet::of(seat, title, "8.7", (LIST, "corrective-actions"));
    sheet.answer(typed, body).await
}

fn told(t: &Voice, names: &Names, moment: &Moment) -> Told {
    Told {
        what: t.code("action-moment", moment.what),
        at: t.moment(moment.at),
        by: name(t, names, moment.by),
        text: moment.text.clone(),
    }
}

/// The forms that are open now to this person; the one that came back stands open.
fn offers(
    seat: &Seat,
    action: &CorrectiveAction,
    owners: &Names,
    asked: Option<&str>,
    typed: &Fields,
) -> Vec<Offer> {
    let t = seat.t();
    if !seat.may(Action::Correct) {
        return Vec::new();
    }
    let open = |act: &&Act| act.state.is_none_or(|state| state == action.state);
    let drawn = |act: &Act| {
        let (prefix, button) = (format!("{}-", act.name), format!("action-do-{}", act.name));
        let form = Form {
            action: format!("{LIST}/{}/{}", action.id, act.name),
            fields: act.fields,
            button: &button,
            prefix: &prefix,
        };
        let came_back = asked == Some(act.name);
        let values = match (came_back, act.name) {
            (true, _) => typed.clone(),
            (_, "plan") => as_planned(action),
            _ => Fields::default(),
        };
        Offer {
            id: format!("act-{}", act.name),
            title: t.code("action-do", act.name),
            open: came_back || asked.is_none() && matches!(act.name, "done" | "effect"),
            form: form.draw(t, &values, people(owners.clone())),
        }
    };
    ACTS.iter().filter(open).map(drawn).collect()
}

pub(super) fn as_planned(action: &CorrectiveAction) -> Fields {
    let mut fields = Fields::default();
    fields.put("action-title", action.plan.title.as_str());
    fields.put("root-cause", action.plan.cause.as_str());
    fields.put("action-plan", action.plan.plan.as_str());
    fields.put("action-owner", action.owner.to_string());
    fields.put("action-due", action.due_on.to_string());
    fields
}
