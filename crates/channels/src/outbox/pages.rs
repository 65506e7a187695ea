//! The print and call list: what waits for a hand or a voice, what came back,
//! and how many mails wait for a relay.

use super::{
    records::{Late, Unsent, late, unsent, waiting_mails},
    sending::MAIL,
};
use askama::Template;
use axum::response::{IntoResponse, Response};
use redress_complaint::{
    desk::Seat,
    identity::{Eyes, known_as},
};
use redress_kernel::{Action, Lang, words::Arg};
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
    /// Why it came back, and where it is sent once more.
    why: Option<Html>,
    again: Option<String>,
    /// Ways by which it can have gone in the end: the way and the button.
    ways: Vec<(&'static str, String)>,
}

/// A mail that the relay did not take yet.
struct Trying {
    reference: Html,
    case: String,
    purpose: String,
    since: Html,
    tries: Html,
    next: Html,
    said: Html,
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
    late: Vec<Trying>,
    hidden: Html,
}

async fn page(seat: &Seat) -> Result<Html, Trouble> {
    let t = seat.t();
    let read = seat.look(|reader, seat| {
        Ok((
            unsent(reader, &seat.actor)?,
            waiting_mails(reader, seat.now)?,
            late(reader, &seat.actor)?,
            Eyes::of(reader, &seat.actor, seat.now)?,
        ))
    });
    let (all, mails, late, eyes) = read.await?;
    let body = Html::from_template(&List {
        t,
        waiting: Some(mails).filter(|mails| *mails > 0 && !relay_is_set(seat)),
        admin: seat.may(Action::SeeSettings).then(|| t.href("/admin/mail")),
        done: seat
            .visit
            .query("done")
            .filter(|done| *done == "sent")
            .map(|verb| t.code("done", verb)),
        groups: groups(t, &eyes, &all),
        late: late.iter().map(|one| trying(t, one)).collect(),
        hidden: form::hidden(t),
    });
    seat.board(&t.say("desk-outbox"), body).await
}

fn relay_is_set(seat: &Seat) -> bool {
    let jobs = seat.house.slices.iter().flat_map(|slice| slice.jobs);
    jobs.filter(|work| work.kind == MAIL)
        .any(|work| (work.ready)(&seat.house))
}

fn groups(t: &Voice, eyes: &Eyes, all: &[Unsent]) -> Vec<Group> {
    let group = |id: &'static str, sheet: &str, belongs: fn(&Unsent) -> bool| Group {
        id,
        title: t.code("outbox-group", id),
        sheet: t.say(sheet).into_owned(),
        items: all
            .iter()
            .filter(|unsent| belongs(unsent))
            .map(|unsent| item(t, eyes, unsent))
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

fn trying(t: &Voice, one: &Late) -> Trying {
    Trying {
        reference: t.reference(&one.reference),
        case: t.href(&format!("/desk/{}", one.reference)),
        purpose: t.code("purpose", &one.purpose),
        since: t.moment_short(one.queued_at),
        tries: t.tell("outbox-tries").with("n", one.tries).html(),
        next: t.moment_short(one.next_at),
        said: said(t, &one.error),
    }
}

/// A code is shown as it is; everything else is that nobody answered, or our settings.
fn said(t: &Voice, error: &str) -> Html {
    match error {
        code if !code.is_empty() && code.bytes().all(|b| b.is_ascii_digit() || b == b'.') => t
            .tell("outbox-relay-said")
            .with("code", Arg::Latin(code.to_owned()))
            .html(),
        "the relay's settings are wrong" => Html::text(&t.say("outbox-relay-settings")),
        _ => Html::text(&t.say("outbox-relay-silent")),
    }
}

fn item(t: &Voice, eyes: &Eyes, unsent: &Unsent) -> Item {
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
        who: known_as(
            t,
            &unsent.complainant,
            &eyes.on(
                unsent.complaint,
                unsent.owner,
                unsent.is_open,
                unsent.sensitive,
            ),
            &unsent.reference,
            theirs,
        ),
        purpose: t.code("purpose", &unsent.purpose),
        language: lang.own_name(),
        lang: lang.tag(),
        since: t.moment_short(unsent.queued_at),
        sheet: t.href(&format!(
            "/desk/{}/letters/{}",
            unsent.reference, unsent.message
        )),
        action: format!("/desk/{}/sent", unsent.reference),
        why: unsent.failed.then(|| said(t, &unsent.status)),
        again: (unsent.failed && unsent.way == "email")
            .then(|| t.href(&format!("/desk/{}?open=again#v-again", unsent.reference))),
        message: unsent.message.to_string(),
        ways: ways
            .iter()
            .map(|way| (*way, t.code("outbox-went", way)))
            .collect(),
    }
}
