//! One message, for whoever decides on it: its words as text, what came along by name,
//! what it was taken for and why. Nothing of it is shown as what it says it is: the
//! original is a download. Leaves no evidence.

use super::{
    pages::{Line, PATH, drawn, line},
    records::{Looked, one as looked},
    sender::Sender,
};
use crate::{mail::fate, mail_checked::verdict_of, mail_content::ORIGINAL};
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use redress_complaint::{
    Complaint,
    desk::{Seat, download_of},
    identity::reveal_first,
    record::{find, for_eyes_of, permitted},
};
use redress_kernel::{Action, Id};
use redress_mail::{
    authentication::Verdict,
    reading::{self, Message, read_in_place},
};
use redress_store::{Error, Read, Reader};
use redress_web::{Html, Trouble, Voice, form};
use std::sync::Arc;

struct Part {
    name: Html,
    size: Html,
}

#[derive(Template)]
#[template(path = "sorting/one.html")]
struct One<'a> {
    t: &'a Voice,
    hidden: Html,
    path: String,
    back: String,
    line: Line,
    suggestion: String,
    text: String,
    sealed: Option<String>,
    parts: Vec<Part>,
    original: Option<(String, Html)>,
    problem: Option<Html>,
    typed: String,
    /// The case that it belongs to, where this person may see it.
    case: Option<(String, Html)>,
    belongs: bool,
    dismissed: bool,
    sender: Sender,
}

pub async fn one(seat: Seat, Path(mail): Path<String>) -> Response {
    sheet(&seat, &mail, None, String::new()).await
}

/// The whole of a text is in the original.
const SHOWN_MAX: usize = 50_000;

pub async fn sheet(seat: &Seat, mail: &str, problem: Option<Html>, typed: String) -> Response {
    let Ok(mail) = mail.parse::<Id>() else {
        return Trouble::NotFound.into_response();
    };
    let opened = seat.look(move |reader, seat| {
        let Some(it) = looked(reader, mail, &seat.actor)? else {
            return Ok(None);
        };
        let case = case_of(reader, seat, &it)?;
        // Whose case somebody may not see, its messages they may not read.
        if it.complaint.is_some() && case.is_none() {
            return Ok(None);
        }
        if let Some(case) = case.as_ref().filter(|case| case.is_masked()) {
            return Ok(Some(Err(case.reference.clone())));
        }
        let case = case.map(|case| case.reference);
        let bytes = it.file.map(|file| reader.blob(file)).transpose()?;
        // Here, where nobody waits: thirty megabytes take their time.
        let message = bytes.flatten().map(|bytes| {
            let length = bytes.len();
            (read_in_place(Arc::new(bytes)), length)
        });
        let verdict = verdict_of(reader, mail)?;
        Ok(Some(Ok((it, message, case, verdict))))
    });
    let (it, message, case, verdict) = match opened.await {
        Ok(Some(Ok(found))) => found,
        // Its head says who wrote it.
        Ok(Some(Err(reference))) => return reveal_first(seat, &reference),
        Ok(None) => return Trouble::NotFound.into_response(),
        Err(trouble) => return trouble.into_response(),
    };
    let t = seat.t();
    let status = match problem {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let body = Html::from_template(&page(t, &it, (message, verdict), case, problem, typed));
    drawn(seat, &t.say("desk-mail"), body, status).await
}

fn case_of(reader: &mut Reader, seat: &Seat, it: &Looked) -> Result<Option<Complaint>, Error> {
    let Some(id) = it.complaint else {
        return Ok(None);
    };
    let case = find(reader, id)?;
    let seen = case.filter(|case| permitted(&seat.actor, Action::SeeCase, case).is_ok());
    seen.map(|case| for_eyes_of(reader, &seat.actor, case, seat.now))
        .transpose()
}

fn page<'a>(
    t: &'a Voice,
    it: &Looked,
    (message, verdict): (Option<(Message, usize)>, Option<Verdict>),
    case: Option<String>,
    problem: Option<Html>,
    typed: String,
) -> One<'a> {
    let sealed = message.as_ref().and_then(|(its, _)| its.unreadable);
    let text = message
        .as_ref()
        .map(|(its, _)| its.text())
        .unwrap_or_default();
    let parts = message.iter().flat_map(|(its, _)| &its.parts);
    let part = |part: &reading::Part| Part {
        name: match part.name.as_str() {
            "" => Html::text(&t.say("desk-file")),
            name => t.bdi(name),
        },
        size: t.size(part.bytes.len() as u64),
    };
    let path = t.href(&format!("{PATH}/{}", it.mail));
    let read = message.as_ref().map(|(its, _)| its);
    let sender = Sender::of(t, read, verdict.as_ref());
    One {
        t,
        hidden: form::hidden(t),
        back: t.href(PATH),
        line: line(t, it),
        suggestion: t.code("mail-suggestion", suggestion(&it.fate)),
        text: text.chars().take(SHOWN_MAX).collect(),
        sealed: sealed.map(|why| t.code("mail-unreadable", why.code())),
        parts: parts.map(part).collect(),
        original: message.map(|(_, bytes)| {
            let href = t.href(&format!("{PATH}/{}/original", it.mail));
            (href, t.size(bytes as u64))
        }),
        problem,
        typed,
        case: case.map(|case| (t.href(&format!("/desk/{case}")), t.reference(&case))),
        belongs: it.complaint.is_some(),
        sender,
        dismissed: it.fate == fate::NO_COMPLAINT,
        path,
    }
}

/// What a person most probably does with it.
pub fn suggestion(fate: &str) -> &'static str {
    match fate {
        "automatic" | "bulk" | "own-loop" | "bounce" | fate::NO_COMPLAINT => "none",
        fate::UNREADABLE | fate::TOO_LARGE => "read",
        _ => "complaint",
    }
}

/// The message as it came: a download, never shown as what it says it is.
pub async fn original(seat: Seat, Path(mail): Path<String>) -> Response {
    let Ok(mail) = mail.parse::<Id>() else {
        return Trouble::NotFound.into_response();
    };
    let found = seat.look(move |reader, seat| {
        let Some(it) = looked(reader, mail, &seat.actor)? else {
            return Ok(None);
        };
        let case = case_of(reader, seat, &it)?;
        if it.complaint.is_some() && case.is_none() {
            return Ok(None);
        }
        if let Some(case) = case.filter(|case| case.is_masked()) {
            return Ok(Some(Err(case.reference)));
        }
        let bytes = it.file.map(|file| reader.blob(file)).transpose()?.flatten();
        Ok(bytes.map(Ok))
    });
    match found.await {
        Ok(Some(Err(reference))) => reveal_first(&seat, &reference),
        Ok(Some(Ok(bytes))) => download_of(ORIGINAL, "application/octet-stream", bytes),
        Ok(None) => Trouble::NotFound.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}
