//! What the complainant does on the page: found, decided on the newest state,
//! recorded, shown. One frame for all acts; each has its own file. Evidence: the
//! complainant's own facts.

mod answer;
mod details;
mod information;
mod message;
mod updates;
mod withdrawal;

pub use answer::{ANSWER, asked};
pub use details::{DETAILS, FIELDS as DETAILS_FIELDS, known_details};
pub use information::{FIELDS as INFORMATION_FIELDS, INFORMATION};
pub use message::{FIELDS as MESSAGE_FIELDS, MESSAGE};
pub use updates::{UPDATES, choose};
pub use withdrawal::{FIELDS as WITHDRAWAL_FIELDS, WITHDRAWAL};
#[cfg(test)]
pub use {details::details, information::information};

use super::door::opened;
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::{
    Complaint, House,
    at::Upload,
    door::{kept, our_fault},
    facts::{MessageReceived, Supplemented},
    record::{self, Fault},
};
use redress_kernel::{
    Fact, Instant, Lang, Refusal,
    fields::{Field, Fields, Kind, Problem},
    words::Message,
};
use redress_store::Tx;
use redress_web::{Html, Sent, Trouble, Visit, request::Whence};

/// An act: what its form asks, the page on which the form stands, and what is done.
pub struct Act {
    pub fields: &'static [Field],
    /// What the kinds of the fields cannot say.
    pub check: fn(&mut Fields),
    pub page: fn(&On, &Complaint, Fields) -> Html,
    /// In the writer's transaction, on the newest state; the code of what is said then.
    pub done: fn(&mut Tx, &Complaint, &Said) -> Result<&'static str, Fault>,
}

/// Where a page is shown.
pub struct On<'a> {
    pub house: &'a House,
    pub visit: &'a Visit,
}

/// What was sent, checked for kind and limits.
pub struct Said {
    pub house: House,
    pub fields: Fields,
    pub files: Vec<Upload>,
    pub language: Lang,
    pub now: Instant,
}

pub async fn act(
    act: &'static Act,
    State(house): State<House>,
    headers: HeaderMap,
    whence: Whence,
    sent: Sent,
) -> Response {
    let limits = sent.visit.organisation.intake_limits.clone();
    house.gates.slow(&whence, &limits, house.now()).await;
    let case = match opened(&house, &headers, &sent.visit).await {
        Ok(case) => case,
        Err(elsewhere) => return elsewhere,
    };
    let mut fields = checked(act.fields, &sent.fields);
    (act.check)(&mut fields);
    let files = files_of(act, &sent);
    let bytes = files.iter().map(|file| file.bytes.len() as u64).sum();
    // Counted only once nothing else stops them.
    if fields.problems().is_empty() {
        let room = house.gates.takes(&whence, bytes, &limits, house.now());
        if let Some(problem) = room.problem(&limits) {
            beside_files(act, &mut fields, problem);
        }
    }
    let on = On {
        house: &house,
        visit: &sent.visit,
    };
    if !fields.problems().is_empty() {
        return again(&on, act, &case, fields);
    }
    let said = Said {
        house: house.clone(),
        fields: fields.clone(),
        files: kept(&house, files),
        language: sent.visit.lang,
        now: house.now(),
    };
    let id = case.id;
    let done = house.db.write(move |tx| -> Result<_, Fault> {
        let case = record::find(tx, id)?.ok_or(Fault::Hidden)?;
        (act.done)(tx, &case, &said)
    });
    match done.await {
        Ok(done) => back_saying(&sent.visit, done),
        Err(Fault::Refused(refusal, _)) => again(&on, act, &case, refused(fields, refusal)),
        Err(Fault::Store(error)) => our_fault(&error).into_response(),
        Err(_) => Trouble::NotFound.into_response(),
    }
}

/// Their words are not lost: the form comes back with the sentence beside its files.
fn beside_files(act: &Act, fields: &mut Fields, problem: Message) {
    let mut all = act.fields.iter();
    if let Some(field) = all.find(|field| field.kind == Kind::Files) {
        fields.problem(field.name, problem);
    }
}

fn files_of(act: &Act, sent: &Sent) -> Vec<redress_web::Upload> {
    let names = act.fields.iter().map(|field| field.name);
    names
        .flat_map(|name| sent.files_of(name))
        .cloned()
        .collect()
}

/// So long the same words count as the same press.
const SAME_PRESS_SECONDS: i64 = 600;

fn just_said(c: &Complaint, text: &str, now: Instant) -> bool {
    let theirs = |moment: &&redress_complaint::case::Moment| {
        [MessageReceived::KIND, Supplemented::KIND].contains(&moment.kind)
    };
    let newest = c.timeline.iter().rev().find(theirs);
    newest.is_some_and(|moment| {
        moment.text.trim() == text && now.seconds_since(moment.recorded_at) < SAME_PRESS_SECONDS
    })
}

/// Only what the form asks for, with the problems met while reading it.
fn checked(declared: &[Field], typed: &Fields) -> Fields {
    let mut fields = Fields::default();
    for field in declared {
        typed
            .all(field.name)
            .iter()
            .for_each(|value| fields.put(field.name, value.as_str()));
    }
    let ours = |problem: &&Problem| declared.iter().any(|field| field.name == problem.field);
    for problem in typed.problems().iter().filter(ours) {
        fields.problem(&problem.field, problem.message.clone());
    }
    fields.check(declared);
    fields
}

fn refused(mut fields: Fields, refusal: Refusal) -> Fields {
    let problem = Problem::from(refusal);
    let field = if fields.names().any(|name| name == problem.field) {
        problem.field
    } else {
        String::new()
    };
    fields.problem(&field, problem.message);
    fields
}

fn again(on: &On, act: &Act, case: &Complaint, fields: Fields) -> Response {
    let page = (act.page)(on, case, fields);
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

fn back_saying(visit: &Visit, done: &str) -> Response {
    Redirect::to(&visit.voice().href(&format!("/follow/case?done={done}"))).into_response()
}
