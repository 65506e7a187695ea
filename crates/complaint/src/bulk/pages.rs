//! What is to be done to the chosen cases: the verb's own form once for all of
//! them, and beside each what would happen to it now.

use super::{CASES_MAX, begin::offered};
use crate::{
    Complaint, House, Verb,
    at::{At, NO_COMPETENCES},
    desk::Seat,
    door::visible,
    house::colleagues,
    record::{Fault, obstacles, permitted},
};
use askama::Template;
use axum::{
    extract::{Extension, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use redress_kernel::{
    Actor, Id,
    fields::{Fields, Problem},
    person::granted,
};
use redress_store::{Error, Reader};
use redress_web::{Html, Sent, Trouble, Voice, form};
use std::collections::BTreeMap;

/// A case as it was ticked: its reference, and the version that the list showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticked {
    pub reference: String,
    pub version: Option<i64>,
}

/// A selection with the list that it was made in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chosen {
    pub cases: Vec<Ticked>,
    pub list: String,
}

impl Chosen {
    pub fn take(fields: &mut Fields) -> Chosen {
        let mut cases: Vec<Ticked> = Vec::new();
        for value in fields.take("case") {
            let (reference, version) = value.split_once(':').unwrap_or((&value, ""));
            let known = cases.iter().any(|case| case.reference == reference);
            if !known && cases.len() <= CASES_MAX {
                cases.push(Ticked {
                    reference: reference.to_owned(),
                    version: version.parse().ok(),
                });
            }
        }
        Chosen {
            cases,
            list: fields.take("list").concat().chars().take(1_000).collect(),
        }
    }

    /// Back to the list: an address of ours whatever was sent.
    pub fn back(&self) -> String {
        format!("/desk?{}", self.list)
    }
}

/// The step between the list and the act.
pub async fn chosen(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    mut sent: Sent,
) -> Response {
    let seat = Seat::new(house, actor, sent.visit.clone());
    let chosen = Chosen::take(&mut sent.fields);
    let verb = sent.fields.take("verb").concat();
    let Some(verb) = offered(&seat.house, &verb) else {
        return Trouble::NotFound.into_response();
    };
    if chosen.cases.is_empty() || chosen.cases.len() > CASES_MAX {
        return nothing_chosen(&seat, &chosen).await;
    }
    ask(&seat, &verb, &chosen, &Fields::default(), StatusCode::OK).await
}

struct Line {
    value: String,
    href: String,
    reference: Html,
    who: Html,
    about: Html,
    owner: Option<Html>,
    /// Why it would be refused now.
    no: Option<Html>,
}

#[derive(Template)]
#[template(path = "bulk/ask.html")]
struct Ask<'a> {
    t: &'a Voice,
    heading: String,
    count: usize,
    refused: usize,
    action: String,
    summary: Html,
    fields: Html,
    hidden: Html,
    list: &'a str,
    back: String,
    request: String,
    label: String,
    undo: bool,
    lines: Vec<Line>,
}

pub async fn ask(
    seat: &Seat,
    verb: &Verb,
    chosen: &Chosen,
    typed: &Fields,
    status: StatusCode,
) -> Response {
    let (its, cases) = (*verb, chosen.cases.clone());
    let read = seat.look(move |reader, seat| {
        let lines = lines(reader, seat, &its, &cases)?;
        Ok((lines, colleagues(reader)?))
    });
    let (lines, colleagues) = match read.await {
        Ok(read) => read,
        Err(trouble) => return trouble.into_response(),
    };
    let t = seat.t();
    let options = form::Options {
        colleagues: colleagues
            .iter()
            .filter(|colleague| granted(colleague.role, verb.action))
            .map(|colleague| (colleague.id, colleague.name.clone()))
            .collect(),
        ..form::Options::prefixed(format!("{}-", verb.name))
    };
    let title = form::title(t, &t.code("verb", verb.name), typed);
    let body = Html::from_template(&Ask {
        t,
        heading: t.code("verb", verb.name),
        count: lines.len(),
        refused: lines.iter().filter(|line| line.no.is_some()).count(),
        action: format!("/desk/bulk/act/{}", verb.name),
        summary: form::summary(t, typed, &options),
        fields: form::draw(t, verb.fields, typed, &options),
        hidden: form::hidden(t),
        list: &chosen.list,
        back: t.href(&chosen.back()),
        request: seat.house.new_id().to_string(),
        label: t.code("verb", verb.name),
        undo: verb.back.is_some(),
        lines,
    });
    match seat.board(&title, body).await {
        Ok(html) => (status, html).into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

/// One line a case that this person may see; others were never in their list.
fn lines(
    reader: &mut Reader,
    seat: &Seat,
    verb: &Verb,
    cases: &[Ticked],
) -> Result<Vec<Line>, Error> {
    let colleagues = colleagues(reader)?;
    let mut lines = Vec::new();
    for ticked in cases {
        let Some(case) = visible(reader, &seat.actor, &ticked.reference, seat.now)? else {
            continue;
        };
        let (others, obstacles) = (BTreeMap::new(), obstacles(&seat.house, &case));
        let at = At {
            actor: &seat.actor,
            now: seat.now,
            organisation: &seat.visit.organisation,
            colleagues: &colleagues,
            competences: &NO_COMPETENCES,
            files: &[],
            others: &others,
            obstacles: &obstacles,
            ids: [Id::SYSTEM; 4],
        };
        let owner = case
            .owner
            .and_then(|id| colleagues.iter().find(|c| c.id == id));
        lines.push(Line {
            value: match ticked.version {
                Some(version) => format!("{}:{version}", case.reference),
                None => case.reference.clone(),
            },
            href: seat.t().href(&format!("/desk/{}", case.reference)),
            reference: seat.t().reference(&case.reference),
            who: case.known_as(seat.t()),
            about: seat.t().in_lang(&case.subject_line(), case.language),
            owner: owner.map(|owner| seat.t().bdi(&owner.name)),
            no: not_now(seat, verb, &case, &at),
        });
    }
    Ok(lines)
}

fn not_now(seat: &Seat, verb: &Verb, case: &Complaint, at: &At) -> Option<Html> {
    let t = seat.t();
    match permitted(&seat.actor, verb.action, case) {
        Ok(()) => {}
        Err(Fault::Hidden) => return Some(Html::text(&t.say("bulk-gone"))),
        Err(_) => return Some(Html::text(&t.say("bulk-denied"))),
    }
    let refusal = verb.open_now(case, at).err()?;
    Some(t.html(&Problem::from(refusal).message))
}

#[derive(Template)]
#[template(path = "bulk/none.html")]
struct Nothing<'a> {
    t: &'a Voice,
    max: usize,
    back: String,
}

/// Nothing was ticked, or more than a list holds: the way back says so.
pub async fn nothing_chosen(seat: &Seat, chosen: &Chosen) -> Response {
    let t = seat.t();
    let body = Html::from_template(&Nothing {
        t,
        max: CASES_MAX,
        back: t.href(&chosen.back()),
    });
    match seat.board(&t.say("bulk-none-chosen"), body).await {
        Ok(html) => (StatusCode::UNPROCESSABLE_ENTITY, html).into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn a_case_ticked_twice_counts_once_and_an_old_tick_keeps_its_version() {
        let pairs = [
            ("case", "BF-26-004J-7KQ:12"),
            ("case", "BF-26-004J-7KQ:99"),
            ("case", "BF-26-004K-1AB"),
            ("list", "queue=mine"),
        ];
        let mut fields = Fields::from_pairs(pairs.map(|(k, v)| (k.to_owned(), v.to_owned())));
        let chosen = Chosen::take(&mut fields);
        assert_eq!(chosen.cases.len(), 2);
        assert_eq!(chosen.cases[0].version, Some(12));
        assert_eq!(chosen.cases[1].version, None);
        assert_eq!(chosen.back(), "/desk?queue=mine");
    }
}
