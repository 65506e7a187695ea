//! The list of complaints for this caller, with a cursor. Leaves no evidence.

use super::case_json::time;
use crate::{
    House,
    case::Stage,
    door::our_fault,
    house::organisation,
    inbox::{self, Cursor, Filter, InboxRow, PAGE_MAX, Queue, Sort},
};
use axum::{
    Json,
    extract::{Extension, Query, State},
    response::{IntoResponse, Response},
};
use redress_kernel::{Actor, Instant, fields::Problem, reference::Reference, words::Message};
use redress_store::{Error, Read};
use redress_web::Trouble;
use serde::Deserialize;
use serde_json::{Value, json};

const PAGE_DEFAULT: i64 = 50;

/// Every value is text, so that a wrong one is answered beside its name.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    queue: Option<String>,
    stage: Option<String>,
    owner: Option<String>,
    q: Option<String>,
    sort: Option<String>,
    pub(super) limit: Option<String>,
    cursor: Option<String>,
    pub(super) after: Option<String>,
}

pub async fn list(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let filter = filter(&asked).map_err(wrong_parameter)?;
    let (now, sort, limit) = (house.now(), filter.sort, filter.limit);
    let rows = house
        .db
        .read(move |reader| -> Result<_, Error> {
            let today = end_of_today(reader, now)?;
            inbox::list(
                reader,
                &actor,
                &Filter {
                    limit: limit + 1,
                    ..filter
                },
                now,
                today,
            )
        })
        .await;
    match rows {
        Ok(rows) => Ok(Json(page(rows, limit, sort)).into_response()),
        Err(error) => Err(our_fault(&error)),
    }
}

pub fn end_of_today(reader: &mut impl Read, now: Instant) -> Result<Instant, Error> {
    let calendar = organisation(reader)?.calendar();
    Ok(calendar.end_of(now.date_in(&calendar.zone)))
}

fn page(mut rows: Vec<InboxRow>, limit: i64, sort: Sort) -> Value {
    let more = rows.len() as i64 > limit;
    rows.truncate(limit as usize);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|row| row.cursor(sort).write());
    json!({ "items": rows.iter().map(item).collect::<Vec<_>>(), "next": next })
}

fn item(row: &InboxRow) -> Value {
    json!({
        "id": row.id,
        "reference": row.reference,
        "subject": row.subject,
        "complainant": row.complainant,
        "stage": row.stage,
        "channel": row.channel,
        "language": row.language,
        "category": row.category,
        "priority": row.priority,
        "safety": row.safety,
        "owner": row.owner,
        "waiting": row.waiting,
        "needs_reply": row.needs_reply,
        "received_at": time(row.received_at),
        "due_at": row.due_at.map(time),
        "due_step": row.due_step,
        "version": row.version,
    })
}

fn filter(asked: &Asked) -> Result<Filter, &'static str> {
    Ok(Filter {
        queue: parsed(&asked.queue, Queue::from_name).ok_or("queue")?,
        stage: parsed(&asked.stage, Stage::from_name)
            .ok_or("stage")?
            .map(|stage| stage.name().to_owned()),
        owner: parsed(&asked.owner, |text| text.parse().ok()).ok_or("owner")?,
        reference: asked
            .q
            .as_deref()
            .and_then(Reference::read)
            .map(|r| r.to_string()),
        words: asked.q.clone().filter(|q| Reference::read(q).is_none()),
        sort: parsed(&asked.sort, |text| match text {
            "due" => Some(Sort::Due),
            "received" => Some(Sort::Received),
            _ => None,
        })
        .ok_or("sort")?
        .unwrap_or_default(),
        after: parsed(&asked.cursor, Cursor::read).ok_or("cursor")?,
        limit: limit(&asked.limit)?,
        ..Filter::default()
    })
}

/// None: absent and fine. Some(None): not given. The outer None: given and wrong.
pub(super) fn parsed<T>(
    given: &Option<String>,
    read: impl Fn(&str) -> Option<T>,
) -> Option<Option<T>> {
    match given.as_deref().filter(|text| !text.is_empty()) {
        None => Some(None),
        Some(text) => read(text).map(Some),
    }
}

pub(super) fn limit(given: &Option<String>) -> Result<i64, &'static str> {
    match given {
        None => Ok(PAGE_DEFAULT),
        Some(text) => text
            .parse()
            .ok()
            .filter(|n| (1..=PAGE_MAX).contains(n))
            .ok_or("limit"),
    }
}

pub(super) fn wrong_parameter(name: &str) -> Trouble {
    Trouble::Fields(vec![Problem {
        field: name.to_owned(),
        message: Message::new("problem-parameter"),
    }])
}
