//! The policy in force with who has read it, all versions, and the page of one
//! version with what can be done to it.

use super::{
    acts::{self, APPROVAL, Act, PUBLICATION, READING, RETURN, SUBMISSION, TEXT},
    public::in_force,
    records::{Line, current, find, readings, versions},
    version::{RETURNING, State, TEXTS, Version, writing},
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State as Held},
    response::Response,
};
use redress_complaint::{
    House,
    at::Colleague,
    chapter::{Form, Sheet, Written, back, seated, write},
    desk::Seat,
    house::colleagues,
};
use redress_kernel::{Action, Actor, Id, Lang, fields::Fields, person::granted};
use redress_web::{Html, Sent, Trouble, Voice, form};

pub const HOME: &str = "/system/policy";

struct Reader {
    name: String,
    read: Option<Html>,
}

struct Entry {
    name: String,
    state: String,
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "policy/home.html")]
struct Home<'a> {
    t: &'a Voice,
    current: Option<InForce>,
    readers: Option<Vec<Reader>>,
    have_read: usize,
    versions: Vec<Entry>,
    begin: Option<Html>,
    problem: Option<Html>,
}

/// The version in force as this person reads it.
struct InForce {
    name: String,
    lang: Lang,
    text: String,
    since: Option<Html>,
    review: Html,
    review_over: bool,
    /// The form of "I have read it"; None when this person has.
    reading: Option<Html>,
}

pub async fn home(seat: Seat) -> Result<Response, Trouble> {
    homely(&seat, &Fields::default()).await
}

async fn homely(seat: &Seat, typed: &Fields) -> Result<Response, Trouble> {
    let t = seat.t();
    let read = seat.look(|reader, _| {
        let version = in_force(reader)?;
        let read = match &version {
            Some(version) => readings(reader, version.id)?,
            None => Vec::new(),
        };
        Ok((version, read, versions(reader)?, colleagues(reader)?))
    });
    let (version, read, all, colleagues) = read.await?;
    let has_read = read.iter().any(|(person, _)| *person == seat.actor.id);
    let readers = readers(t, &colleagues, &read);
    let under_way = all.iter().any(|line| line.state != State::Published);
    let may_begin = seat.may(Action::WritePolicy) && !under_way;
    let body = Html::from_template(&Home {
        t,
        current: version
            .as_ref()
            .and_then(|version| shown(seat, version, has_read)),
        have_read: readers
            .iter()
            .filter(|reader| reader.read.is_some())
            .count(),
        readers: (version.is_some() && seat.may(Action::SeeSystem)).then_some(readers),
        versions: all
            .iter()
            .map(|line| entry(seat, line, version.as_ref()))
            .collect(),
        problem: problem(t, typed),
        begin: may_begin.then(|| button(t, HOME.to_owned(), "policy-begin")),
    });
    let (title, lead) = (t.say("policy-complaints"), t.say("policy-complaints-lead"));
    Sheet::new(seat, title, lead, "5.3")
        .answer(typed, body)
        .await
}

/// Why a button was refused; a button has no field beside which it could stand.
fn problem(t: &Voice, typed: &Fields) -> Option<Html> {
    typed.problem_at("").map(|problem| t.html(&problem.message))
}

/// A form that is one button.
fn button(t: &Voice, action: String, word: &str) -> Html {
    let form = Form {
        action,
        fields: &[],
        button: word,
        prefix: word,
    };
    form.draw(t, &Fields::default(), form::Options::default())
}

fn named(t: &Voice, number: i64) -> String {
    t.tell("policy-version").with("number", number).plain()
}

fn shown(seat: &Seat, version: &Version, has_read: bool) -> Option<InForce> {
    let t = seat.t();
    let (lang, text) = version.text(t.lang())?;
    let reading = || {
        button(
            t,
            format!("{HOME}/{}/reading", version.id),
            "policy-i-have-read",
        )
    };
    Some(InForce {
        name: named(t, version.number),
        lang,
        text: text.to_owned(),
        since: version.published_at.map(|at| t.long(t.format.day(at))),
        review: t.long(version.review_on),
        review_over: version.review_on < seat.today(),
        reading: (!has_read).then(reading),
    })
}

/// Everybody here who sees complaints, those who have not read it first; a visitor is let
/// in to examine the policy, and not asked to keep it.
fn readers(
    t: &Voice,
    colleagues: &[Colleague],
    read: &[(Id, redress_kernel::Instant)],
) -> Vec<Reader> {
    let handles = colleagues
        .iter()
        .filter(|one| granted(one.role, Action::SeeDesk) && !one.role.is_visitor());
    let reader = |colleague: &Colleague| {
        let found = read.iter().find(|(person, _)| *person == colleague.id);
        Reader {
            name: colleague.name.clone(),
            read: found.map(|(_, at)| t.moment(*at)),
        }
    };
    let mut readers: Vec<Reader> = handles.map(reader).collect();
    readers.sort_by_key(|reader| reader.read.is_some());
    readers
}

fn entry(seat: &Seat, line: &Line, current: Option<&Version>) -> Entry {
    let t = seat.t();
    let replaced = current.is_some_and(|current| line.number < current.number);
    let state = match (line.state, replaced) {
        (State::Published, true) => "replaced",
        (state, _) => state.name(),
    };
    let href = || t.href(&format!("{HOME}/{}", line.id));
    Entry {
        name: named(t, line.number),
        state: t.code("policy-state", state),
        href: seat.may(Action::SeeSystem).then(href),
    }
}

pub async fn begin(
    Held(house): Held<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let (seat, fields) = seated(house, actor, sent, &[]);
    let written = write(&seat, fields, |tx, _, acting| acts::begin(tx, acting));
    match written.await? {
        Written::Done(id) => Ok(back(&seat, &format!("{HOME}/{id}"), "policy-begun")),
        Written::Again(typed) => homely(&seat, &typed).await,
    }
}

struct Told {
    what: String,
    at: Html,
    by: String,
    text: String,
}

#[derive(Template)]
#[template(path = "policy/one.html")]
struct One<'a> {
    t: &'a Voice,
    version: &'a Version,
    state: String,
    texts: Vec<(Lang, String)>,
    missing: Vec<&'static str>,
    review: Html,
    problem: Option<Html>,
    history: Vec<Told>,
    writing: Option<Html>,
    acts: Vec<Html>,
    returning: Option<Html>,
}

pub async fn one(seat: Seat, Path(id): Path<String>) -> Result<Response, Trouble> {
    let id: Id = id.parse().map_err(|_| Trouble::NotFound)?;
    showing(&seat, id, &Fields::default()).await
}

async fn showing(seat: &Seat, id: Id, typed: &Fields) -> Result<Response, Trouble> {
    let t = seat.t();
    let read = seat.look(move |reader, _| {
        let Some(version) = find(reader, id)? else {
            return Ok(None);
        };
        let now = current(reader)?;
        Ok(Some((version, now, colleagues(reader)?)))
    });
    let (version, now, colleagues) = read.await?.ok_or(Trouble::NotFound)?;
    let languages = &seat.visit.organisation.languages;
    let replaced = version.state == State::Published && now != Some(version.id);
    let state = if replaced {
        "replaced"
    } else {
        version.state.name()
    };
    let name = |id: Id| {
        let found = colleagues.iter().find(|colleague| colleague.id == id);
        found.map_or_else(
            || t.say("policy-by-left").into_owned(),
            |one| one.name.clone(),
        )
    };
    let told = |moment: &super::version::Moment| Told {
        what: t.code("policy-moment", moment.what),
        at: t.moment(moment.at),
        by: name(moment.by),
        text: moment.text.clone(),
    };
    let texts = Lang::ALL.into_iter().filter_map(|lang| {
        let text = version.texts.get(lang.tag())?;
        Some((lang, text.clone()))
    });
    let missing = version.missing(languages);
    let body = Html::from_template(&One {
        t,
        state: t.code("policy-state", state),
        texts: texts.collect(),
        missing: missing.iter().map(|lang| lang.own_name()).collect(),
        review: t.long(version.review_on),
        problem: problem(t, typed),
        history: version.history.iter().map(told).collect(),
        writing: writing_form(seat, &version, typed),
        acts: acts(seat, &version),
        returning: returning(seat, &version, typed),
        version: &version,
    });
    let title = named(t, version.number);
    let sheet = Sheet::of(seat, title, "5.3", (HOME, "policy-complaints"));
    sheet.answer(typed, body).await
}

fn writing_form(seat: &Seat, version: &Version, typed: &Fields) -> Option<Html> {
    if version.state != State::Draft || !seat.may(Action::WritePolicy) {
        return None;
    }
    let fields = writing(&seat.visit.organisation.languages);
    let came_back = typed.names().any(|name| name == "policy-review-on");
    let values = match came_back {
        true => typed.clone(),
        false => as_written(version),
    };
    let form = Form {
        action: format!("{HOME}/{}/text", version.id),
        fields: &fields,
        button: "policy-save",
        prefix: "",
    };
    Some(form.draw(seat.t(), &values, form::Options::default()))
}

pub(super) fn as_written(version: &Version) -> Fields {
    let mut fields = Fields::default();
    for (lang, field) in TEXTS {
        let text = version.texts.get(lang.tag()).cloned().unwrap_or_default();
        fields.put(field.name, text);
    }
    fields.put("policy-considered", version.considered.as_str());
    fields.put("policy-review-on", version.review_on.to_string());
    fields
}

/// The buttons that lead on from here, for whoever may press them.
fn acts(seat: &Seat, version: &Version) -> Vec<Html> {
    let offered = [
        (
            State::Draft,
            Action::WritePolicy,
            "submission",
            "policy-submit",
        ),
        (
            State::Submitted,
            Action::ApprovePolicy,
            "approval",
            "policy-approve",
        ),
        (
            State::Approved,
            Action::ApprovePolicy,
            "publication",
            "policy-publish",
        ),
    ];
    let open = offered
        .into_iter()
        .filter(|(state, action, ..)| *state == version.state && seat.may(*action));
    open.map(|(_, _, act, word)| button(seat.t(), format!("{HOME}/{}/{act}", version.id), word))
        .collect()
}

fn returning(seat: &Seat, version: &Version, typed: &Fields) -> Option<Html> {
    let open = version.state == State::Submitted && seat.may(Action::ApprovePolicy);
    let form = Form {
        action: format!("{HOME}/{}/return", version.id),
        fields: RETURNING,
        button: "policy-return",
        prefix: "return-",
    };
    let came_back = typed.names().any(|name| name == "policy-return-reason");
    let values = if came_back {
        typed.clone()
    } else {
        Fields::default()
    };
    open.then(|| form.draw(seat.t(), &values, form::Options::default()))
}

/// What was sent, to which version.
struct Asked {
    house: House,
    actor: Actor,
    id: String,
    sent: Sent,
}

async fn act(asked: Asked, act: &'static Act) -> Result<Response, Trouble> {
    let id: Id = asked.id.parse().map_err(|_| Trouble::NotFound)?;
    // The languages of the form are the organisation's, so its fields are known here.
    let declared = (act.fields)(&asked.sent.visit.organisation.languages);
    let (seat, fields) = seated(asked.house, asked.actor, asked.sent, &declared);
    let written = write(&seat, fields, move |tx, fields, acting| {
        act.perform(tx, id, fields, acting)
    });
    let at_home = act.name == READING.name;
    match written.await? {
        Written::Done(()) if at_home => Ok(back(&seat, HOME, act.done)),
        Written::Done(()) => Ok(back(&seat, &format!("{HOME}/{id}"), act.done)),
        Written::Again(typed) if at_home => homely(&seat, &typed).await,
        Written::Again(typed) => showing(&seat, id, &typed).await,
    }
}

macro_rules! acts {
    ($($name:ident $act:expr;)+) => {$(
        pub async fn $name(
            Held(house): Held<House>,
            Extension(actor): Extension<Actor>,
            Path(id): Path<String>,
            sent: Sent,
        ) -> Result<Response, Trouble> {
            let asked = Asked { house, actor, id, sent };
            act(asked, $act).await
        }
    )+};
}

acts! {
    written &TEXT;
    submitted &SUBMISSION;
    returned &RETURN;
    approved &APPROVAL;
    published &PUBLICATION;
    has_read &READING;
}
