//! The print and call list: what waits for a hand or a voice, what came back,
//! and how many mails wait for a relay.

use super::{
    records::{Unsent, unsent, waiting_mails},
    sending::MAIL,
};
use askama::Template;
use axum::response::{IntoResponse, Response};
use redress_complaint::desk::Seat;
use redress_kernel::{Action, Lang};
use redress_web::{Html, Trouble, Voice, form};

pub async fn list(seat: Seat) -> Response {
    match page(&seat).await {
        Ok(html) => html.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

struct Item {
    reference: Html,
    case: String,
    who: Html,
    purpose: String,
    language: &'static str,
    lang: &'static str,
    since: Html,
    sheet: String,
    action: String,
    message: String,
    /// Ways by which it can have gone in the end: the way and the button.
    ways: Vec<(&'static str, String)>,
}

struct Group {
    id: &'static str,
    title: String,
    sheet: String,
    items: Vec<Item>,
}

#[derive(Template)]
#[template(path = "outbox/list.html")]
struct List<'a> {
    t: &'a Voice,
    waiting: Option<i64>,
    admin: Option<String>,
    done: Option<String>,
    groups: Vec<Group>,
    hidden: Html,
}

async fn page(seat: &Seat) -> Result<Html, Trouble> {
    let t = seat.t();
    let read = seat.look(|reader, seat| {
        Ok((
            unsent(reader, &seat.actor)?,
            waiting_mails(reader, seat.now)?,
        ))
    });
    let (all, mails) = read.await?;
    let body = Html::from_template(&List {
        t,
        waiting: Some(mails).filter(|mails| *mails > 0 && !relay_is_set(seat)),
        admin: seat.may(Action::SeeSettings).then(|| t.href("/admin/mail")),
        done: seat
            .visit
            .query("done")
            .filter(|done| *done == "sent")
            .map(|verb| t.code("done", verb)),
        groups: groups(t, &all),
        hidden: form::hidden(t),
    });
    seat.board(&t.say("desk-outbox"), body).await
}

fn relay_is_set(seat: &Seat) -> bool {
    let jobs = seat.house.slices.iter().flat_map(|slice| slice.jobs);
    jobs.filter(|work| work.kind == MAIL)
        .any(|work| (work.ready)(&seat.house))
}

fn groups(t: &Voice, all: &[Unsent]) -> Vec<Group> {
    let group = |id: &'static str, sheet: &str, belongs: fn(&Unsent) -> bool| Group {
        id,
        title: t.code("outbox-group", id),
        sheet: t.say(sheet).into_owned(),
        items: all
            .iter()
            .filter(|unsent| belongs(unsent))
            .map(|unsent| item(t, unsent))
            .collect(),
    };
    vec![
        group("failed", "outbox-read", |unsent| unsent.failed),
        group("letters", "outbox-print", |unsent| {
            !unsent.failed && unsent.way == "letter"
        }),
        group("calls", "outbox-read", |unsent| {
            !unsent.failed && unsent.way != "letter"
        }),
    ]
}

fn item(t: &Voice, unsent: &Unsent) -> Item {
    let lang = Lang::from_tag(&unsent.language).unwrap_or_default();
    let theirs = Lang::from_tag(&unsent.complainant_language).unwrap_or_default();
    let ways: &[&'static str] = match (unsent.failed, unsent.way.as_str()) {
        (true, _) => &["letter", "phone"],
        (false, "letter") => &["letter"],
        _ => &["phone", "in-person"],
    };
    Item {
        reference: t.reference(&unsent.reference),
        case: t.href(&format!("/desk/{}", unsent.reference)),
        who: match unsent.complainant.as_str() {
            "" => Html::text(&t.say("desk-nameless")),
            name => t.in_lang(name, theirs),
        },
        purpose: t.code("purpose", &unsent.purpose),
        language: lang.own_name(),
        lang: lang.tag(),
        since: t.moment_short(unsent.queued_at),
        sheet: t.href(&format!(
            "/desk/{}/letters/{}",
            unsent.reference, unsent.message
        )),
        action: format!("/desk/{}/sent", unsent.reference),
        message: unsent.message.to_string(),
        ways: ways
            .iter()
            .map(|way| (*way, t.code("outbox-went", way)))
            .collect(),
    }
}
