//! Requests about somebody's own data: the list with its clock, and the page of one.

use super::{
    cases::candidates,
    hold_pages::day,
    one::{Case, Offer, Told, offer, shown, told, trouble},
    pages::{Names, Section, Shown, name, names},
    records::{Line, clock as days_of, listed},
    rights::{RIGHTS, Rights},
    rights_acts::{self as acts, ACTS, ASKING, CLOCK, act_named},
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State as Held},
    response::Response,
};
use redress_complaint::{
    House,
    chapter::{Acting, Fault, Form, Sheet, Written, back, seated, write},
    desk::Seat,
};
use redress_kernel::{Actor, Id, fields::Fields};
use redress_store::{Error, Reader};
use redress_web::{Html, Sent, Trouble, Voice, form};

pub const LIST: &str = "/system/rights";

#[derive(Template)]
#[template(path = "data_protection/rights.html")]
struct List<'a> {
    t: &'a Voice,
    sections: Vec<Section>,
    form: Html,
    clock: Html,
}

pub async fn list(seat: Seat) -> Result<Response, Trouble> {
    listing(&seat, &Fields::default(), &Fields::default()).await
}

type Read = (Vec<Line>, Vec<Line>, Names, u32);

fn read(reader: &mut Reader, seat: &Seat) -> Result<Read, Error> {
    Ok((
        listed(reader, &seat.actor, RIGHTS, "open")?,
        listed(reader, &seat.actor, RIGHTS, "answered")?,
        names(reader)?,
        days_of(reader)?,
    ))
}

async fn listing(seat: &Seat, typed: &Fields, clock: &Fields) -> Result<Response, Trouble> {
    let t = seat.t();
    let (open, answered, names, days) = seat.look(read).await?;
    let section = |key: &str, lines: Vec<Line>| Section {
        key: key.to_owned(),
        lines: lines
            .iter()
            .map(|line| as_line(seat, &names, line))
            .collect(),
    };
    let sections = [
        section("rights-state-open", open),
        section("rights-state-answered", answered),
    ];
    let asking = Form {
        action: LIST.to_owned(),
        fields: ASKING,
        button: "rights-ask",
        prefix: "ask-",
    };
    let setting = Form {
        action: format!("{LIST}/clock"),
        fields: CLOCK,
        button: "save",
        prefix: "clock-",
    };
    let mut held = clock.clone();
    if held.typed("rights-days").is_empty() {
        held.put("rights-days", days.to_string());
    }
    let body = Html::from_template(&List {
        t,
        sections: sections
            .into_iter()
            .filter(|it| !it.lines.is_empty())
            .collect(),
        form: asking.draw(t, typed, form::Options::default()),
        clock: setting.draw(t, &held, form::Options::default()),
    });
    let (title, lead) = (t.say("data-rights"), t.say("data-rights-lead"));
    let problems = if clock.problems().is_empty() {
        typed
    } else {
        clock
    };
    Sheet::new(seat, title, lead, "4.10")
        .answer(problems, body)
        .await
}

fn as_line(seat: &Seat, names: &Names, line: &Line) -> Shown {
    let t = seat.t();
    let due = line.due.map(day);
    Shown {
        href: t.href(&format!("{LIST}/{}", line.id)),
        what: t.code("rights-right", &line.kind),
        basis: String::new(),
        by: name(t, names, line.asked_by),
        asked: t.moment_short(line.asked_at),
        due: due.map(|due| t.date(due)),
        late: line.state == "open" && due.is_some_and(|due| due < seat.today()),
    }
}

pub async fn ask(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let (seat, fields) = seated(house, actor, sent, ASKING);
    match write(&seat, fields, acts::ask).await? {
        Written::Done(id) => Ok(back(&seat, &format!("{LIST}/{id}"), "rights-asked")),
        Written::Again(typed) => listing(&seat, &typed, &Fields::default()).await,
    }
}

pub async fn clock(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let (seat, fields) = seated(house, actor, sent, CLOCK);
    match write(&seat, fields, acts::set_clock).await? {
        Written::Done(()) => Ok(back(&seat, LIST, "rights-clock")),
        Written::Again(typed) => listing(&seat, &Fields::default(), &typed).await,
    }
}

#[derive(Template)]
#[template(path = "data_protection/right.html")]
struct One<'a> {
    t: &'a Voice,
    state: &'static str,
    late: bool,
    received: Html,
    due: Html,
    identity: Option<String>,
    answer: Option<String>,
    bundle: Option<Html>,
    rectifies: bool,
    cases: Vec<Case>,
    offers: Vec<Offer>,
    history: Vec<Told>,
}

pub async fn one(seat: Seat, Path(id): Path<String>) -> Result<Response, Trouble> {
    let id: Id = id.parse().map_err(|_| Trouble::NotFound)?;
    showing(&seat, id, None, &Fields::default()).await
}

async fn showing(
    seat: &Seat,
    id: Id,
    asked: Option<&str>,
    typed: &Fields,
) -> Result<Response, Trouble> {
    let t = seat.t();
    let own = seat.clone();
    let read = seat.house.db.read(move |reader| -> Result<_, Fault> {
        let rights = acts::find(reader, &Acting::from(&own), id)?;
        let cases = candidates(reader, &rights.complaints, None)?;
        Ok((rights, cases, names(reader)?))
    });
    let (rights, cases, names) = read.await.map_err(trouble)?;
    let may_hand_over = rights.right == "access" && rights.may_hand_over().is_ok();
    let body = Html::from_template(&One {
        t,
        state: if rights.is_open() {
            "rights-state-open"
        } else {
            "rights-state-answered"
        },
        late: rights.is_late(seat.today()),
        received: t.date(rights.received_on),
        due: t.date(rights.due_on),
        identity: rights
            .identity
            .as_ref()
            .map(|how| t.code("rights-check", how)),
        answer: rights
            .answer
            .as_ref()
            .map(|how| t.code("rights-answer", how)),
        bundle: may_hand_over.then(|| bundle(t, id)),
        rectifies: rights.right == "rectification",
        cases: cases.iter().map(|case| shown(t, case)).collect(),
        offers: offers(t, &rights, asked, typed),
        history: rights
            .history
            .iter()
            .map(|it| told(t, &names, it))
            .collect(),
    });
    let title = t.code("rights-right", &rights.right);
    let sheet = Sheet::of(seat, title, "4.10", (LIST, "data-rights"));
    sheet.answer(typed, body).await
}

fn bundle(t: &Voice, id: Id) -> Html {
    let form = Form {
        action: format!("{LIST}/{id}/bundle"),
        fields: &[],
        button: "rights-bundle",
        prefix: "bundle-",
    };
    form.draw(t, &Fields::default(), form::Options::default())
}

/// First who it is, then the answer; more time stands below.
fn offers(t: &Voice, rights: &Rights, asked: Option<&str>, typed: &Fields) -> Vec<Offer> {
    if !rights.is_open() {
        return Vec::new();
    }
    let page = format!("{LIST}/{}", rights.id);
    let next = match rights.identity {
        None => "identity",
        Some(_) => "answer",
    };
    let drawn = |act: &acts::Act| {
        let came_back = asked == Some(act.name);
        let values = if came_back {
            typed.clone()
        } else {
            Fields::default()
        };
        let open = came_back || asked.is_none() && act.name == next;
        offer(t, (&page, "rights-do", act.name), act.fields, &values, open)
    };
    let offered = |act: &&acts::Act| act.name != "extension" || !rights.extended;
    ACTS.iter().filter(offered).map(drawn).collect()
}

pub async fn act(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    Path((id, act)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let id: Id = id.parse().map_err(|_| Trouble::NotFound)?;
    let act = act_named(&act).ok_or(Trouble::NotFound)?;
    let (seat, fields) = seated(house, actor, sent, act.fields);
    let written = write(&seat, fields, move |tx, fields, acting| {
        act.perform(tx, id, fields, acting)
    });
    match written.await? {
        Written::Done(()) => {
            let done = format!("rights-{}", act.name);
            Ok(back(&seat, &format!("{LIST}/{id}"), &done))
        }
        Written::Again(typed) => showing(&seat, id, Some(act.name), &typed).await,
    }
}
