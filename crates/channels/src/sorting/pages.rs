//! `/desk/mail`: is this a complaint? Messages that became none, each with what they were
//! taken for and why; and complaints whose acknowledgement waits for a person. Leaves no
//! evidence.

use super::records::{
    Answered, Held, LIST_MAX, Looked, closed_and_answered, count_of, held, of_fates,
};
use crate::mail::fate;
use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use redress_complaint::{
    desk::Seat,
    identity::{Eyes, known_as},
};
use redress_kernel::{Actor, Id};
use redress_store::{Error, Reader};
use redress_web::{Html, Trouble, Voice, form};

pub const PATH: &str = "/desk/mail";

/// The lists, by what somebody has to do with them.
pub const SHOWS: [(&str, &[&str]); 4] = [
    ("waiting", WAITING),
    ("machines", &["automatic", "bulk", "own-loop"]),
    ("reports", &["bounce"]),
    ("dismissed", &[fate::NO_COMPLAINT]),
];
/// Nobody has decided on these.
const WAITING: &[&str] = &[
    fate::QUARANTINED,
    fate::UNSORTED,
    fate::UNREADABLE,
    fate::TOO_LARGE,
];

pub fn count_waiting(reader: &mut Reader, viewer: &Actor) -> Result<i64, Error> {
    count_of(reader, WAITING, viewer)
}

pub fn fates_of(show: &str) -> Option<&'static [&'static str]> {
    let mut shows = SHOWS.iter();
    shows
        .find(|(name, _)| *name == show)
        .map(|(_, fates)| *fates)
}

pub struct Line {
    pub href: String,
    pub from: Html,
    pub subject: Html,
    pub at: Html,
    pub fate: String,
    pub reasons: Vec<Html>,
}

struct Tab {
    href: String,
    label: String,
    current: bool,
    count: i64,
}

struct Waits {
    href: String,
    reference: Html,
    who: Html,
    why: String,
    since: Html,
    action: String,
}

#[derive(Template)]
#[template(path = "sorting/list.html")]
struct List<'a> {
    t: &'a Voice,
    hidden: Html,
    tabs: Vec<Tab>,
    show: &'a str,
    lines: Vec<Line>,
    full: bool,
    held: Vec<Waits>,
    /// Complaints that were closed and whose complainant has written since.
    closed: Vec<(String, Html, Html)>,
    done: Option<Done>,
}

/// What was done last, and how it is taken back.
struct Done {
    sentence: Html,
    undo: Option<String>,
}

pub async fn list(seat: Seat) -> Response {
    let show = seat.visit.query("show").unwrap_or("waiting").to_owned();
    let Some(fates) = fates_of(&show) else {
        return Trouble::NotFound.into_response();
    };
    let read = seat.look(move |reader, seat| {
        let mut counts = Vec::new();
        for (_, fates) in SHOWS {
            counts.push(count_of(reader, fates, &seat.actor)?);
        }
        let held = held(reader, &seat.actor)?;
        let closed = closed_and_answered(reader, &seat.actor)?;
        let lines = of_fates(reader, fates, &seat.actor)?;
        let eyes = Eyes::of(reader, &seat.actor, seat.now)?;
        Ok((lines, counts, held, closed, eyes))
    });
    let (lines, counts, held, closed, eyes) = match read.await {
        Ok(read) => read,
        Err(trouble) => return trouble.into_response(),
    };
    let t = seat.t();
    let tab = |((name, _), count): (&(&str, &[&str]), i64)| Tab {
        href: t.href(&format!("{PATH}?show={name}")),
        label: t.code("mail-show", name),
        current: *name == show,
        count,
    };
    let body = Html::from_template(&List {
        t,
        hidden: form::hidden(t),
        tabs: SHOWS.iter().zip(counts).map(tab).collect(),
        full: lines.len() as i64 >= LIST_MAX,
        lines: lines.iter().map(|it| line(t, it)).collect(),
        held: held.iter().map(|it| waits(t, &eyes, it)).collect(),
        closed: closed.iter().map(|it| answered(t, &eyes, it)).collect(),
        done: done(&seat),
        show: &show,
    });
    drawn(&seat, &t.say("desk-mail"), body, StatusCode::OK).await
}

pub fn line(t: &Voice, it: &Looked) -> Line {
    Line {
        href: t.href(&format!("{PATH}/{}", it.mail)),
        from: from(t, it),
        subject: subject(t, &it.subject),
        at: t.moment_short(it.arrived_at.unwrap_or(it.recorded_at)),
        fate: t.code("mail-fate", &it.fate),
        reasons: reasons(t, it),
    }
}

fn from(t: &Voice, it: &Looked) -> Html {
    match it.sender.as_str() {
        "" => Html::text(&t.say("mail-no-sender")),
        sender => t.latin(sender),
    }
}

fn subject(t: &Voice, subject: &str) -> Html {
    match subject.trim() {
        "" => Html::text(&t.say("mail-no-subject")),
        subject => t.bdi(subject),
    }
}

/// In words, with where it was seen.
fn reasons(t: &Voice, it: &Looked) -> Vec<Html> {
    let all = it.reasons.iter();
    all.map(|(code, seen)| {
        let word = Html::text(&t.code("mail-reason", code));
        match seen.as_str() {
            "" => word,
            seen => [word, Html::text(" "), t.bdi(seen)].into_iter().collect(),
        }
    })
    .collect()
}

fn answered(t: &Voice, eyes: &Eyes, it: &Answered) -> (String, Html, Html) {
    let href = t.href(&format!("/desk/{}", it.reference));
    let sight = eyes.on(it.complaint, it.owner, false, it.sensitive);
    let who = known_as(t, &it.complainant, &sight, &it.reference, t.lang());
    (href, t.reference(&it.reference), who)
}

fn waits(t: &Voice, eyes: &Eyes, it: &Held) -> Waits {
    let sight = eyes.on(it.complaint, it.owner, it.is_open, it.sensitive);
    Waits {
        href: t.href(&format!("/desk/{}", it.reference)),
        reference: t.reference(&it.reference),
        who: known_as(t, &it.complainant, &sight, &it.reference, t.lang()),
        why: t.code("unanswered", &it.why),
        since: t.moment_short(it.held_at),
        action: format!("/desk/{}/acknowledgement-sending", it.reference),
    }
}

fn done(seat: &Seat) -> Option<Done> {
    let (t, query) = (seat.t(), |name: &str| seat.visit.query(name));
    let what = query("done")?;
    let key = format!("mail-done-{what}");
    let sentence = match query("case").filter(|case| !case.is_empty()) {
        Some(case) => t
            .tell(&key)
            .with(
                "reference",
                redress_kernel::words::Arg::Latin(case.to_owned()),
            )
            .html(),
        None if t.has(&key) => Html::text(&t.say(&key)),
        None => return None,
    };
    let mail: Option<Id> = query("mail").and_then(|id| id.parse().ok());
    let undo = mail.filter(|_| what == "dismissed");
    Some(Done {
        sentence,
        undo: undo.map(|mail| format!("{PATH}/{mail}/undo")),
    })
}

pub async fn drawn(seat: &Seat, title: &str, body: Html, status: StatusCode) -> Response {
    match seat.board(title, body).await {
        Ok(html) => (status, html).into_response(),
        Err(trouble) => trouble.into_response(),
    }
}
