//! The page beside the case, and the same for programs.

use super::{Eye, Seer, Why, json, limits, records::asked, say};
use crate::{House, desk::Seat, figures::Behind, identity};
use askama::Template;
use axum::{
    Json,
    extract::{Extension, Path, State},
    response::{IntoResponse, Response},
};
use redress_kernel::{Action, Actor, Instant, indicator::View, words::Message};
use redress_web::{Html, Trouble, Visit, Voice};

/// So many names stand under one reason.
const NAMES_MAX: usize = 100;

struct DateView {
    name: String,
    state: Html,
    due: Html,
    said: Vec<Html>,
    skipped: Vec<Html>,
}

struct ClockView {
    pack: String,
    name: String,
    state: Html,
    said: Vec<Html>,
    /// The days of a line, and what became of them.
    lines: Vec<(Option<Html>, Html)>,
}

struct EyeView {
    sees: bool,
    why: String,
    names: Vec<(Html, String, bool)>,
    more: usize,
}

/// Somebody to whom the name was shown.
struct LookView {
    who: Html,
    why: String,
    reason: String,
    at: Html,
    until: Option<Html>,
}

struct FigureView {
    name: String,
    about: String,
    said: Vec<Html>,
    /// The cases that the figure counts, this one among them.
    cases: Option<String>,
}

#[derive(Template)]
#[template(path = "why/page.html")]
struct Page<'a> {
    t: &'a Voice,
    reference: Html,
    back: String,
    dates: Vec<DateView>,
    clocks: Vec<ClockView>,
    kept: Vec<Html>,
    eyes: Vec<EyeView>,
    looks: Vec<LookView>,
    period: String,
    figures: Vec<FigureView>,
}

pub async fn page(seat: Seat, Path(reference): Path<String>) -> Response {
    let why = match asked(&seat.house, &seat.actor, reference).await {
        Ok(why) => why,
        Err(trouble) => return trouble.into_response(),
    };
    let t = seat.t();
    let figures = why.figures.as_ref();
    let body = Html::from_template(&Page {
        t,
        reference: t.reference(&why.case.reference),
        back: t.href(&format!("/desk/{}", why.case.reference)),
        dates: dates(&seat, &why).chain(promises(&seat, &why)).collect(),
        clocks: clocks(&seat, &why),
        kept: say::kept(why.kept.as_ref())
            .iter()
            .map(|m| t.html(m))
            .collect(),
        eyes: eyes(t, &why.eyes),
        looks: looks(t, &why),
        period: figures.map_or_else(String::new, |all| t.format.period(all.period)),
        figures: drawn(&seat, &why),
    });
    match seat.board(&t.say("why-title"), body).await {
        Ok(html) => html.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

/// `GET /api/v1/complaints/{reference}/why`; its sentences in the caller's language.
pub async fn called(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Response, Trouble> {
    let why = asked(&house, &actor, reference).await?;
    Ok(Json(json(&why, &visit.voice())).into_response())
}

fn dates<'a>(seat: &'a Seat, why: &'a Why) -> impl Iterator<Item = DateView> + 'a {
    let t = seat.t();
    why.dates.iter().map(move |date| DateView {
        name: t.say(say::step(date.step)).into_owned(),
        state: state(seat, why, date.in_time, date.due),
        due: t.html(&Message::new("why-due").with("day", date.due)),
        said: say::date(date, &why.people)
            .iter()
            .map(|m| t.html(m))
            .collect(),
        skipped: date
            .count
            .iter()
            .flat_map(say::skipped)
            .map(|m| t.html(&m))
            .collect(),
    })
}

fn promises<'a>(seat: &'a Seat, why: &'a Why) -> impl Iterator<Item = DateView> + 'a {
    let t = seat.t();
    why.promises.iter().map(move |one| DateView {
        name: t.code("obligation", &one.what.code()),
        state: state(seat, why, one.in_time, one.due),
        due: t.html(&Message::new("why-due").with("day", one.due)),
        said: say::promise(one, &why.people)
            .iter()
            .map(|m| t.html(m))
            .collect(),
        skipped: Vec::new(),
    })
}

fn state(seat: &Seat, why: &Why, in_time: Option<bool>, due: Instant) -> Html {
    let t = seat.t();
    match in_time {
        Some(true) => chip(t, "good", "deadline-met"),
        Some(false) => chip(t, "bad", "deadline-missed"),
        None if !why.case.is_open() => chip(t, "", "desk-not-needed"),
        None => t.due(due, seat.now),
    }
}

fn clocks(seat: &Seat, why: &Why) -> Vec<ClockView> {
    let t = seat.t();
    let all = why.clocks.iter().map(|clock| ClockView {
        pack: clock.pack.title.get(t.lang()).to_owned(),
        name: clock.clock.title.get(t.lang()).to_owned(),
        state: crate::desk::dates::limit(t, clock, seat.now),
        said: limits::remarks(clock)
            .iter()
            .chain(&limits::basis(clock))
            .map(|m| t.html(m))
            .collect(),
        lines: limits::lines(clock)
            .iter()
            .map(|line| (line.when().map(|m| t.html(&m)), t.html(&line.said)))
            .collect(),
    });
    all.collect()
}

fn chip(t: &Voice, class: &str, key: &str) -> Html {
    let text = Html::text(&t.say(key));
    Html::trusted(format!("<span class=\"chip {class}\">{text}</span>"))
}

fn eyes(t: &Voice, seers: &[Seer]) -> Vec<EyeView> {
    let groups = seers.chunk_by(|one, next| one.eye == next.eye);
    groups
        .filter_map(|group| Some((group.first()?.eye, group)))
        .map(|(eye, group): (Eye, &[Seer])| EyeView {
            sees: eye.sees(),
            why: t.say(&say::eye(eye)).into_owned(),
            names: group
                .iter()
                .take(NAMES_MAX)
                .map(|seer| named(t, seer))
                .collect(),
            more: group.len().saturating_sub(NAMES_MAX),
        })
        .collect()
}

fn named(t: &Voice, seer: &Seer) -> (Html, String, bool) {
    let mut role = t.code("role", seer.colleague.role.name());
    if seer.sight.identity {
        role.push_str(" · ");
        role.push_str(&t.say("why-eye-name"));
    }
    (t.bdi(&seer.colleague.name), role, seer.is_owner)
}

/// Who was shown the name, from the newest on.
fn looks(t: &Voice, why: &Why) -> Vec<LookView> {
    let newest = why.case.shown.iter().rev().take(NAMES_MAX);
    let all = newest.map(|it| LookView {
        who: identity::name(t, &why.people, it.to),
        why: t.code("identity-why", &it.why),
        reason: it.reason.clone(),
        at: t.moment_short(it.at),
        until: it.until.map(|at| t.moment_short(at)),
    });
    all.collect()
}

fn drawn(seat: &Seat, why: &Why) -> Vec<FigureView> {
    let t = seat.t();
    let Some(figures) = &why.figures else {
        return Vec::new();
    };
    let opens = seat.may(Action::SeeFigures);
    let all = figures.all.iter().map(|one| FigureView {
        name: t.code("indicator", one.indicator.key),
        about: t.code("about", one.indicator.key),
        said: say::figure(one).iter().map(|m| t.html(m)).collect(),
        cases: (opens && one.counted).then(|| {
            let behind = Behind {
                indicator: one.indicator,
                period: figures.period,
                view: View::Received,
                denominator: false,
            };
            t.href(&behind.href())
        }),
    });
    all.collect()
}
