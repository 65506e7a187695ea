//! Legal holds: the list with the form that sets one, and the page on which a second
//! person ends it.

use super::{
    acts::{self, HOLDING, SAYING_WHY},
    cases::candidates,
    one::{Case, Offer, Told, offer, shown, told, trouble},
    pages::{LIST as ERASURES, name, names},
    records::{HOLD, listed},
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
    chapter::{Acting, Fault, Form, Sheet, Written, back, seated, write},
    desk::Seat,
};
use redress_kernel::{Action, Actor, Id, fields::Fields};
use redress_web::{Html, Sent, Trouble, Voice, form};

const LIST: &str = "/system/holds";

struct Line {
    href: String,
    title: String,
    review: Html,
    past: bool,
    n: i64,
    by: String,
}

#[derive(Template)]
#[template(path = "data_protection/holds.html")]
struct List<'a> {
    t: &'a Voice,
    lines: Vec<Line>,
    form: Option<Html>,
}

/// 20261218 as the day that it is.
pub fn day(n: i64) -> Date {
    let part = |n: i64| i8::try_from(n).unwrap_or(1);
    let year = i16::try_from(n / 10_000).unwrap_or(1);
    Date::new(year, part(n / 100 % 100), part(n % 100)).unwrap_or(Date::MIN)
}

pub async fn list(seat: Seat) -> Result<Response, Trouble> {
    listing(&seat, &Fields::default()).await
}

async fn listing(seat: &Seat, typed: &Fields) -> Result<Response, Trouble> {
    let t = seat.t();
    let own = seat.clone();
    let read = seat.house.db.read(move |reader| -> Result<_, Fault> {
        let mut holds = Vec::new();
        for line in listed(reader, &own.actor, &[HOLD], "set")? {
            let hold = acts::find_hold(reader, &Acting::from(&own), line.id)?;
            holds.push((line, hold.words.name));
        }
        Ok((holds, names(reader)?))
    });
    let (holds, names) = read.await.map_err(trouble)?;
    let today = seat.today();
    let line = |(line, title): (super::records::Line, String)| {
        let review = day(line.due.unwrap_or_default());
        Line {
            href: t.href(&format!("{LIST}/{}", line.id)),
            title: titled(t, title),
            review: t.date(review),
            past: review < today,
            n: line.n_cases,
            by: name(t, &names, line.asked_by),
        }
    };
    let form = seat.may(Action::AskErasure).then(|| {
        let form = Form {
            action: LIST.to_owned(),
            fields: HOLDING,
            button: "hold-set",
            prefix: "hold-",
        };
        form.draw(t, typed, form::Options::default())
    });
    let body = Html::from_template(&List {
        t,
        lines: holds.into_iter().map(line).collect(),
        form,
    });
    let (title, lead) = (t.say("data-holds"), t.say("data-holds-lead"));
    let sheet = Sheet {
        above: Some((ERASURES, t.say("data-erasures").into_owned())),
        ..Sheet::new(seat, title, lead, "8.1")
    };
    sheet.answer(typed, body).await
}

fn titled(t: &Voice, title: String) -> String {
    match title.is_empty() {
        true => t.say("data-words-erased").into_owned(),
        false => title,
    }
}

pub async fn set(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let (seat, fields) = seated(house, actor, sent, HOLDING);
    match write(&seat, fields, acts::hold).await? {
        Written::Done(id) => Ok(back(&seat, &format!("{LIST}/{id}"), "hold-set")),
        Written::Again(typed) => listing(&seat, &typed).await,
    }
}

#[derive(Template)]
#[template(path = "data_protection/hold.html")]
struct One<'a> {
    t: &'a Voice,
    ended: bool,
    own: bool,
    review: Html,
    cases: Vec<Case>,
    offers: Vec<Offer>,
    history: Vec<Told>,
}

pub async fn show(seat: Seat, Path(id): Path<String>) -> Result<Response, Trouble> {
    let id: Id = id.parse().map_err(|_| Trouble::NotFound)?;
    showing(&seat, id, &Fields::default()).await
}

async fn showing(seat: &Seat, id: Id, typed: &Fields) -> Result<Response, Trouble> {
    let t = seat.t();
    let own = seat.clone();
    let read = seat.house.db.read(move |reader| -> Result<_, Fault> {
        let hold = acts::find_hold(reader, &Acting::from(&own), id)?;
        let cases = candidates(reader, &hold.complaints, None)?;
        Ok((hold, cases, names(reader)?))
    });
    let (hold, cases, names) = read.await.map_err(trouble)?;
    let may_end = !hold.ended && hold.set_by != seat.actor.id && seat.may(Action::DecideErasure)
        || !typed.problems().is_empty();
    let page = format!("{LIST}/{id}");
    let offers = may_end.then(|| offer(t, (&page, "hold-do", "end"), SAYING_WHY, typed, true));
    let case = |case: &super::erasure::Candidate| Case {
        held: None,
        ..shown(t, case)
    };
    let body = Html::from_template(&One {
        t,
        ended: hold.ended,
        own: !hold.ended && hold.set_by == seat.actor.id,
        review: t.date(hold.review_on),
        cases: cases.iter().map(case).collect(),
        offers: offers.into_iter().collect(),
        history: hold.history.iter().map(|it| told(t, &names, it)).collect(),
    });
    let sheet = Sheet::of(
        seat,
        titled(t, hold.words.name),
        "8.1",
        (LIST, "data-holds"),
    );
    sheet.answer(typed, body).await
}

pub async fn end(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let id: Id = id.parse().map_err(|_| Trouble::NotFound)?;
    let (seat, fields) = seated(house, actor, sent, SAYING_WHY);
    let done = write(&seat, fields, move |tx, fields, acting| {
        acts::end_hold(tx, fields, id, acting)
    });
    match done.await? {
        Written::Done(()) => Ok(back(&seat, &format!("{LIST}/{id}"), "hold-ended")),
        Written::Again(typed) => showing(&seat, id, &typed).await,
    }
}
