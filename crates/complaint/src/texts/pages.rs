//! All texts with the languages they lack, and one text being written: what it
//! looks like filled stands beside each language.

use super::{
    facts::{TemplateRetired, TemplateWords, TemplateWritten, Wording, subject},
    records::{self, TEXTS_MAX, Text},
    variables::{VARIABLES, Values, unknown},
};
use crate::{House, desk::Seat, door::our_fault, house::colleagues};
use askama::Template;
use axum::{
    extract::{Extension, Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use redress_kernel::{
    Actor, By, Draft, Lang, Refusal,
    fields::{Fields, Problem},
    words::{Arg, Message},
};
use redress_store::{Error, Tx};
use redress_web::{Html, Sent, Trouble, Voice, form};
use std::collections::BTreeMap;

pub(super) const NAME_MAX: usize = 120;
pub(super) const BODY_MAX: usize = 10_000;
/// The address of a text that is not there yet.
pub(super) const NEW: &str = "new";

struct Line {
    href: String,
    name: Html,
    version: String,
    owner: Option<Html>,
    written: Option<Html>,
    /// Languages it lacks, by their own names.
    missing: Vec<&'static str>,
    retired: bool,
}

#[derive(Template)]
#[template(path = "texts/all.html")]
struct All<'a> {
    t: &'a Voice,
    lines: Vec<Line>,
    new: String,
}

pub async fn all(seat: Seat) -> Response {
    let read = seat.look(|reader, _| Ok((records::all(reader)?, colleagues(reader)?)));
    let (texts, colleagues) = match read.await {
        Ok(read) => read,
        Err(trouble) => return trouble.into_response(),
    };
    let t = seat.t();
    let mut lines: Vec<Line> = texts
        .iter()
        .map(|text| Line {
            href: t.href(&format!("/desk/texts/{}", text.code)),
            name: t.bdi(text.name(t.tag())),
            version: version(t, text),
            owner: text
                .owner
                .and_then(|id| colleagues.iter().find(|colleague| colleague.id == id))
                .map(|owner| t.bdi(&owner.name)),
            written: text.written_at.map(|at| t.moment_short(at)),
            missing: missing(text),
            retired: text.retired,
        })
        .collect();
    lines.sort_by_key(|line| line.retired);
    let body = Html::from_template(&All {
        t,
        lines,
        new: t.href(&format!("/desk/texts/{NEW}")),
    });
    drawn(&seat, &t.say("texts"), body, StatusCode::OK).await
}

fn version(t: &Voice, text: &Text) -> String {
    match text.version {
        0 => t.say("texts-shipped").into_owned(),
        n => t.tell("texts-version").with("n", n).plain(),
    }
}

fn missing(text: &Text) -> Vec<&'static str> {
    let lacks = |lang: &Lang| text.in_language(lang.tag()).is_none();
    Lang::ALL
        .into_iter()
        .filter(lacks)
        .map(Lang::own_name)
        .collect()
}

async fn drawn(seat: &Seat, title: &str, body: Html, status: StatusCode) -> Response {
    match seat.board(title, body).await {
        Ok(html) => (status, html).into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

struct Tongue {
    tag: &'static str,
    dir: &'static str,
    own_name: &'static str,
    name: String,
    body: String,
    shown: String,
    wrong: Option<Html>,
}

#[derive(Template)]
#[template(path = "texts/one.html")]
struct One<'a> {
    t: &'a Voice,
    heading: String,
    problem: Option<Html>,
    action: String,
    hidden: Html,
    seen: i64,
    version: String,
    variables: Vec<String>,
    tongues: Vec<Tongue>,
    /// Where it is put away, or taken out again.
    turn: Option<(String, &'static str)>,
    back: String,
    name_max: usize,
    body_max: usize,
}

pub async fn one(seat: Seat, Path(code): Path<String>) -> Response {
    let asked = code.clone();
    let read = seat.look(move |reader, _| records::one(reader, &asked));
    match read.await {
        Ok(Some(text)) => sheet(&seat, &text, text.version, None, StatusCode::OK).await,
        Ok(None) if code == NEW => sheet(&seat, &blank(NEW), 0, None, StatusCode::OK).await,
        Ok(None) => Trouble::NotFound.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

fn blank(code: &str) -> Text {
    Text {
        code: code.to_owned(),
        version: 0,
        owner: None,
        written_at: None,
        retired: false,
        words: BTreeMap::new(),
    }
}

async fn sheet(
    seat: &Seat,
    text: &Text,
    seen: i64,
    problem: Option<&Problem>,
    status: StatusCode,
) -> Response {
    let t = seat.t();
    let new = text.code == NEW;
    let heading = match new {
        true => t.say("texts-new").into_owned(),
        false => text.name(t.tag()).to_owned(),
    };
    let turn = (!new).then(|| {
        let (act, key) = match text.retired {
            true => ("restore", "texts-restore"),
            false => ("retire", "texts-retire"),
        };
        (format!("/desk/texts/{}/{act}", text.code), key)
    });
    let body = Html::from_template(&One {
        t,
        problem: problem.map(|problem| t.html(&problem.message)),
        action: format!("/desk/texts/{}", text.code),
        hidden: form::hidden(t),
        seen,
        version: match new {
            true => String::new(),
            false => version(t, text),
        },
        variables: VARIABLES.iter().map(|name| format!("{{{name}}}")).collect(),
        tongues: Lang::ALL
            .into_iter()
            .map(|lang| tongue(seat, text, lang, problem))
            .collect(),
        turn,
        back: t.href("/desk/texts"),
        name_max: NAME_MAX,
        body_max: BODY_MAX,
        heading: heading.clone(),
    });
    drawn(seat, &heading, body, status).await
}

fn tongue(seat: &Seat, text: &Text, lang: Lang, problem: Option<&Problem>) -> Tongue {
    let wording = text.words.get(lang.tag()).cloned().unwrap_or_default();
    let values = Values::sample(lang, &seat.visit.organisation, seat.now);
    let field = format!("body-{}", lang.tag());
    Tongue {
        tag: lang.tag(),
        dir: lang.dir(),
        own_name: lang.own_name(),
        shown: values.fill(&wording.body).text,
        name: wording.name,
        body: wording.body,
        wrong: problem
            .filter(|problem| problem.field == field)
            .map(|problem| seat.t().html(&problem.message)),
    }
}

pub async fn write(
    State(house): State<House>,
    Path(code): Path<String>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Response {
    let seat = Seat::new(house, actor, sent.visit.clone());
    let seen: i64 = sent.fields.take("seen").concat().parse().unwrap_or(0);
    let typed = Text {
        words: typed(&sent.fields),
        ..blank(&code)
    };
    if let Some(problem) = wrong(&typed.words) {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return sheet(&seat, &typed, seen, Some(&problem), status).await;
    }
    let (inside, words) = (seat.clone(), typed.words.clone());
    let kept = seat
        .house
        .db
        .write(move |tx| written(tx, &inside, &code, seen, words))
        .await;
    match kept {
        Ok(Written::Done(_)) => back(&seat, "written"),
        Ok(Written::Unknown) => Trouble::NotFound.into_response(),
        Ok(Written::Full) => {
            let full = Refusal::new("texts-too-many").with("max", TEXTS_MAX);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            sheet(&seat, &typed, seen, Some(&full.into()), status).await
        }
        Ok(Written::Changed(newest)) => {
            let changed = Refusal::new("text-changed").into();
            sheet(&seat, &typed, newest, Some(&changed), StatusCode::CONFLICT).await
        }
        Err(error) => our_fault(&error).into_response(),
    }
}

pub(super) enum Written {
    /// The code of the text.
    Done(String),
    Unknown,
    Full,
    /// A colleague was faster: both are kept apart until this one is sent again.
    Changed(i64),
}

pub(super) fn written(
    tx: &mut Tx,
    seat: &Seat,
    code: &str,
    seen: i64,
    words: BTreeMap<String, Wording>,
) -> Result<Written, Error> {
    let texts = records::all(tx)?;
    let (code, version) = match texts.iter().find(|text| text.code == code) {
        Some(text) if text.version != seen => return Ok(Written::Changed(text.version)),
        Some(text) => (code.to_owned(), text.version + 1),
        None if code != NEW => return Ok(Written::Unknown),
        None if texts.len() as i64 >= TEXTS_MAX => return Ok(Written::Full),
        None => (tx.new_id(seat.now).to_string(), 1),
    };
    let about = subject(&code);
    let fact = TemplateWritten { code, version };
    let draft = Draft::with(about, &fact, &TemplateWords { words });
    tx.record(draft, &by(seat))
        .map(|_| Written::Done(fact.code))
}

fn by(seat: &Seat) -> By {
    By {
        actor: seat.actor.id,
        unit: seat.actor.unit,
        at: seat.now,
    }
}

pub(super) fn typed(fields: &Fields) -> BTreeMap<String, Wording> {
    let one = |lang: Lang| {
        let wording = Wording {
            name: fields.text(&format!("name-{}", lang.tag())),
            body: fields.text(&format!("body-{}", lang.tag())),
        };
        (lang.tag().to_owned(), wording)
    };
    let all = Lang::ALL.into_iter().map(one);
    all.filter(|(_, wording)| *wording != Wording::default())
        .collect()
}

/// The first thing that is not right, at its field.
pub(super) fn wrong(words: &BTreeMap<String, Wording>) -> Option<Problem> {
    let at = |tag: &str, message: Message| Problem {
        field: format!("body-{tag}"),
        message,
    };
    if words.values().all(|wording| wording.body.is_empty()) {
        return Some(Refusal::new("text-empty").into());
    }
    words.iter().find_map(|(tag, wording)| {
        let variable = unknown(&wording.body);
        let long =
            wording.body.chars().count() > BODY_MAX || wording.name.chars().count() > NAME_MAX;
        match variable {
            Some(name) => {
                let message = Message::new("refusal-text-unknown-variable");
                Some(at(
                    tag,
                    message.with("variable", Arg::Latin(format!("{{{name}}}"))),
                ))
            }
            None if long => {
                let message = Message::new("refusal-text-too-long");
                Some(at(tag, message.with("max", BODY_MAX)))
            }
            None if wording.name.is_empty() || wording.body.is_empty() => {
                Some(at(tag, Message::new("refusal-text-half")))
            }
            None => None,
        }
    })
}

fn back(seat: &Seat, done: &str) -> Response {
    let to = format!("/desk/texts?done={done}");
    Redirect::to(&seat.t().href(&to)).into_response()
}

pub async fn retire(seat: Seat, Path(code): Path<String>) -> Response {
    turned(&seat, code, true).await
}

pub async fn restore(seat: Seat, Path(code): Path<String>) -> Response {
    turned(&seat, code, false).await
}

/// Put away or taken out again: what was chosen before stays as it was sent.
async fn turned(seat: &Seat, code: String, retired: bool) -> Response {
    let inside = seat.clone();
    let kept = seat
        .house
        .db
        .write(move |tx| turn(tx, &inside, &code, retired));
    match kept.await {
        Ok(true) => back(seat, "turned"),
        Ok(false) => Trouble::NotFound.into_response(),
        Err(error) => our_fault(&error).into_response(),
    }
}

/// False: there is no such text.
pub(super) fn turn(tx: &mut Tx, seat: &Seat, code: &str, retired: bool) -> Result<bool, Error> {
    let Some(text) = records::one(tx, code)? else {
        return Ok(false);
    };
    if text.retired != retired {
        let fact = TemplateRetired {
            code: text.code,
            version: text.version,
            retired,
        };
        tx.record(Draft::of(subject(code), &fact), &by(seat))?;
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn words(body: &str) -> BTreeMap<String, Wording> {
        let wording = Wording {
            name: "Delay".to_owned(),
            body: body.to_owned(),
        };
        BTreeMap::from([("en".to_owned(), wording)])
    }

    #[test]
    fn a_misspelt_variable_is_found_while_writing_and_named() {
        let problem = wrong(&words("Dear {naem},")).unwrap();
        assert_eq!(problem.field, "body-en");
        assert_eq!(problem.message.key, "refusal-text-unknown-variable");
        assert!(wrong(&words("Dear {name},")).is_none());
    }

    #[test]
    fn an_empty_or_endless_text_is_refused() {
        assert_eq!(wrong(&words("")).unwrap().message.key, "refusal-text-empty");
        let long = words(&"a".repeat(BODY_MAX + 1));
        assert_eq!(wrong(&long).unwrap().message.key, "refusal-text-too-long");
    }
}
