//! The list of corrective actions and the page of one.

use super::{
    action::{CHECKING, CorrectiveAction, DOING, LINKING, Moment, PLANNING, State, opened},
    records::{Line, asked_for, find, listed, references},
};
use askama::Template;
use axum::{
    Extension, Json,
    extract::{Path, State as Held},
    response::{IntoResponse, Response},
};
use jiff::civil::Date;
use redress_complaint::{
    House,
    chapter::{Fault, Form, Sheet, Written, back, colleagues_who_may, seated, write},
    desk::Seat,
    door::visible,
    house::colleagues,
};
use redress_kernel::{
    Action, Actor, By, Draft, Id, Refusal,
    fields::{Field, Fields},
};
use redress_store::{Error, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Voice, form};
use serde_json::json;

pub const LIST: &str = "/system/corrective-actions";

/// People by their names; somebody who left has none here.
type Names = Vec<(Id, String)>;

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
    /// Where a complaint waits for an action: the form that starts one, the reference.
    asked: Vec<(String, String)>,
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
    asked: Vec<String>,
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
        asked: asked_for(reader, viewer)?,
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
    let start = |reference: String| {
        let form = format!("/desk/{reference}?open=corrective-action#v-corrective-action");
        (t.href(&form), reference)
    };
    let asked: Vec<(String, String)> = read.asked.into_iter().map(start).collect();
    let body = Html::from_template(&List {
        t,
        empty: sections.iter().all(|section| section.lines.is_empty()),
        asked,
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
fn day(n: i64) -> Date {
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
    let written = write(&seat, fields, |tx, seat, fields, by| {
        let id = tx.new_id(by.at);
        let owners = owners(tx)?;
        tx.record(opened(id, Vec::new(), fields, &owners, seat.today())?, by)?;
        Ok(id)
    });
    match written.await? {
        Written::Done(id) => Ok(back(&seat, &format!("{LIST}/{id}"), "action-opened")),
        Written::Again(typed) => listing(&seat, &typed).await,
    }
}

fn owners(tx: &mut Tx) -> Result<Vec<Id>, Error> {
    let may = colleagues_who_may(tx, Action::Correct)?.into_iter();
    Ok(may.map(|(id, _)| id).collect())
}

/// What can be done on the page of an action.
struct Act {
    name: &'static str,
    fields: &'static [Field],
    /// In which state it is offered; None: in each.
    state: Option<State>,
    decide: fn(&mut Tx, &Seat, &CorrectiveAction, &Fields, &By) -> Result<Draft, Fault>,
}

static ACTS: &[Act] = &[
    Act {
        name: "done",
        fields: DOING,
        state: Some(State::Open),
        decide: |_, _, action, fields, _| Ok(action.done(fields)?),
    },
    Act {
        name: "effect",
        fields: CHECKING,
        state: Some(State::Done),
        decide: |_, seat, action, fields, by| Ok(action.effect(fields, by.actor, seat.today())?),
    },
    Act {
        name: "plan",
        fields: PLANNING,
        state: Some(State::Open),
        decide: |tx, seat, action, fields, _| {
            let owners = owners(tx)?;
            Ok(action.planned(fields, &owners, seat.today())?)
        },
    },
    Act {
        name: "link",
        fields: LINKING,
        state: None,
        decide: |tx, seat, action, fields, _| {
            let case = visible(tx, &seat.actor, fields.typed("action-complaint"))?;
            let unknown = Refusal::new("no-such-complaint").at("action-complaint");
            Ok(action.linked(case.ok_or(unknown)?.id)?)
        },
    },
];

pub async fn act(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    Path((id, act)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let id: Id = id.parse().map_err(|_| Trouble::NotFound)?;
    let act = ACTS
        .iter()
        .find(|its| its.name == act)
        .ok_or(Trouble::NotFound)?;
    let (seat, fields) = seated(house, actor, sent, act.fields);
    let written = write(&seat, fields, move |tx, seat, fields, by| {
        let action = find(tx, &seat.actor, id)?.ok_or(Fault::Hidden)?;
        let draft = (act.decide)(tx, seat, &action, fields, by)?;
        tx.record(draft, by)?;
        Ok(())
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
    cases: Vec<(String, String)>,
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
        let cases = references(reader, &action.complaints)?;
        let owners = colleagues_who_may(reader, Action::Correct)?;
        Ok(Some((action, cases, names(reader)?, owners)))
    });
    let (action, cases, names, owners) = read.await?.ok_or(Trouble::NotFound)?;
    let case =
        |(_, reference): &(Id, String)| (t.href(&format!("/desk/{reference}")), reference.clone());
    let body = Html::from_template(&One {
        t,
        state: t.code("action-state", action.state.name()),
        overdue: action.is_overdue(seat.today()),
        owner: name(t, &names, action.owner),
        due: t.long(action.due_on),
        cases: cases.iter().map(case).collect(),
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

fn as_planned(action: &CorrectiveAction) -> Fields {
    let mut fields = Fields::default();
    fields.put("action-title", action.plan.title.as_str());
    fields.put("root-cause", action.plan.cause.as_str());
    fields.put("action-plan", action.plan.plan.as_str());
    fields.put("action-owner", action.owner.to_string());
    fields.put("action-due", action.due_on.to_string());
    fields
}

/// `GET /api/v1/corrective-actions`: all that are not found effective, due first.
pub async fn api(seat: Seat) -> Result<Response, Trouble> {
    let read = seat.look(|reader, seat| {
        let mut lines = listed(reader, &seat.actor, State::Open, None)?;
        lines.extend(listed(reader, &seat.actor, State::Done, None)?);
        Ok(lines)
    });
    let item = |line: &Line| {
        json!({
            "id": line.id, "title": line.title, "state": line.state.name(), "owner": line.owner,
            "due_on": day(line.due_on).to_string(), "rounds": line.rounds,
        })
    };
    let items: Vec<_> = read.await?.iter().map(item).collect();
    Ok(Json(json!({ "items": items })).into_response())
}
