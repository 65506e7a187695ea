//! How far a run is, and what came of it. While it runs the page asks again by
//! itself, without script; it can be left and found again.

use super::{
    begin::{self, UNDO_SECONDS},
    records::{self, Item, Progress, Run},
};
use crate::desk::Seat;
use askama::Template;
use axum::{
    extract::Path,
    http::HeaderName,
    response::{IntoResponse, Response},
};
use redress_kernel::Id;
use redress_web::{Html, Trouble, Voice, form};

struct Line {
    href: String,
    reference: Html,
    state: (&'static str, String),
    why: String,
}

#[derive(Template)]
#[template(path = "bulk/run.html")]
struct RunPage<'a> {
    t: &'a Voice,
    heading: String,
    undoing: bool,
    running: bool,
    progress: Progress,
    left: Option<Html>,
    undo: Option<(String, Html)>,
    undone: Option<String>,
    hidden: Html,
    failed: Vec<Line>,
    done: Vec<Line>,
    back: String,
}

pub async fn one(seat: Seat, Path(run): Path<String>) -> Response {
    let Ok(id) = run.parse::<Id>() else {
        return Trouble::NotFound.into_response();
    };
    let read = seat.look(move |reader, seat| {
        let run = records::run(reader, id)?.filter(|run| run.person == seat.actor.id);
        let Some(run) = run else {
            return Ok(None);
        };
        let progress = records::progress(reader, id)?;
        Ok(Some((run, progress, records::items(reader, id)?)))
    });
    let (run, progress, items) = match read.await {
        Ok(Some(read)) => read,
        Ok(None) => return Trouble::NotFound.into_response(),
        Err(trouble) => return trouble.into_response(),
    };
    let running = run.finished_at.is_none();
    let title = seat.t().code("verb", &run.verb);
    let body = drawn(&seat, &run, progress, &items);
    match seat.board(&title, body).await {
        Ok(html) if running => {
            let again = (HeaderName::from_static("refresh"), "1");
            ([again], html).into_response()
        }
        Ok(html) => html.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

fn drawn(seat: &Seat, run: &Run, progress: Progress, items: &[Item]) -> Html {
    let t = seat.t();
    let of = |state: &str| {
        let its = items.iter().filter(|item| item.state == state);
        its.map(|item| line(t, item)).collect()
    };
    let undo = begin::can_be_undone(&seat.house, run, seat.now).then(|| {
        let until = run
            .finished_at
            .unwrap_or(seat.now)
            .plus_seconds(UNDO_SECONDS);
        let left = until.seconds_since(seat.now).max(1);
        let said = t.tell("bulk-undo-window").with("seconds", left).html();
        (format!("{}/undo", begin::address(run.id)), said)
    });
    Html::from_template(&RunPage {
        t,
        heading: t.code("verb", &run.verb),
        undoing: run.undoes.is_some(),
        running: run.finished_at.is_none(),
        left: time_left(seat, run, progress),
        progress,
        undo: undo.filter(|_| progress.done > 0),
        undone: run.undone_by.map(|by| t.href(&begin::address(by))),
        hidden: form::hidden(t),
        failed: of("failed"),
        done: of("done"),
        back: t.href(&format!("/desk?{}", run.list)),
    })
}

/// By the pace so far; nothing before the first is done.
fn time_left(seat: &Seat, run: &Run, progress: Progress) -> Option<Html> {
    let past = progress.done + progress.failed;
    if run.finished_at.is_some() || past == 0 {
        return None;
    }
    let spent = seat.now.seconds_since(run.started_at).max(1);
    let left = (spent * progress.waiting / past).max(1);
    Some(seat.t().tell("bulk-left").with("seconds", left).html())
}

fn line(t: &Voice, item: &Item) -> Line {
    let state = match item.state.as_str() {
        "failed" => ("bad", t.say("bulk-state-failed").into_owned()),
        _ => ("good", t.say("bulk-state-done").into_owned()),
    };
    Line {
        href: t.href(&format!("/desk/{}", item.reference)),
        reference: t.reference(&item.reference),
        state,
        why: item.why.get(t.tag()).cloned().unwrap_or_default(),
    }
}

struct Summary {
    href: String,
    name: String,
    undoing: bool,
    at: Html,
    running: bool,
    progress: Progress,
}

#[derive(Template)]
#[template(path = "bulk/runs.html")]
struct Runs<'a> {
    t: &'a Voice,
    runs: Vec<Summary>,
    list: String,
}

/// This person's runs of the last day, the newest first.
pub async fn all(seat: Seat) -> Response {
    let read = seat.look(|reader, seat| {
        let mut found = Vec::new();
        for run in records::runs(reader, seat.actor.id)? {
            let progress = records::progress(reader, run.id)?;
            found.push((run, progress));
        }
        Ok(found)
    });
    let found = match read.await {
        Ok(found) => found,
        Err(trouble) => return trouble.into_response(),
    };
    let t = seat.t();
    let runs = found.into_iter().map(|(run, progress)| Summary {
        href: t.href(&begin::address(run.id)),
        name: t.code("verb", &run.verb),
        undoing: run.undoes.is_some(),
        at: t.moment_short(run.started_at),
        running: run.finished_at.is_none(),
        progress,
    });
    let body = Html::from_template(&Runs {
        t,
        runs: runs.collect(),
        list: t.href("/desk?queue=all"),
    });
    match seat.board(&t.say("bulk-runs"), body).await {
        Ok(html) => html.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}
