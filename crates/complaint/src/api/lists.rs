//! The list of complaints for this caller, with a cursor. Leaves no evidence.

use super::{case_json::time, search};
use crate::{
    House,
    case::Stage,
    door::our_fault,
    figures::Behind,
    house::organisation,
    inbox::{self, Cursor, Filter, InboxRow, PAGE_MAX, Queue, Sort},
    obligations::{Owing, What},
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
    figure: Option<String>,
    obligation: Option<String>,
    on: Option<String>,
    begun: Option<String>,
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
    if let Some(words) = words(&asked) {
        let by_due = asked.sort.as_deref() == Some("due");
        return search::listed(&house, actor, words, filter, by_due).await;
    }
    // What stands behind a figure is found by its receipt.
    let filter = match filter.figure {
        Some(_) => Filter {
            sort: Sort::Received,
            ..filter
        },
        None => filter,
    };
    let (now, sort, limit) = (house.now(), filter.sort, filter.limit);
    let rows = house
        .db
        .read(move |reader| -> Result<_, Error> {
            let today = end_of_today(reader, now)?;
            let filter = Filter {
                limit: limit + 1,
                today: match filter.figure {
                    Some(_) => today_in(reader, now)?,
                    None => filter.today,
                },
                ..filter
            };
            inbox::list(reader, &actor, &filter, now, today)
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

fn today_in(reader: &mut impl Read, now: Instant) -> Result<jiff::civil::Date, Error> {
    Ok(now.date_in(&organisation(reader)?.zone()))
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

pub(super) fn item(row: &InboxRow) -> Value {
    json!({
        "id": row.id,
        "reference": row.reference,
        "subject": row.subject,
        "complainant": row.complainant.name_for(&row.sight),
        "identity": if row.sight.identity { "shown" } else { "masked" },
        "stage": row.stage,
        "channel": row.channel,
        "language": row.language,
        "category": row.category,
        "priority": row.priority,
        "safety": row.safety,
        "significant": significant(row),
        "owner": row.owner,
        "waiting": row.waiting,
        "needs_reply": row.needs_reply,
        "received_at": time(row.received_at),
        "due_at": row.due_at.map(time),
        "due_step": row.due_step,
        "version": row.version,
    })
}

/// "unconfirmed" until somebody at the top knows of it, then "confirmed" (5.4.1).
fn significant(row: &InboxRow) -> Option<&'static str> {
    match row.significant {
        0 => None,
        1 => Some("unconfirmed"),
        _ => Some("confirmed"),
    }
}

fn filter(asked: &Asked) -> Result<Filter, &'static str> {
    let queue = parsed(&asked.queue, Queue::from_name).ok_or("queue")?;
    let usual = match queue {
        Some(Queue::Significant) if words(asked).is_none() => Sort::Significant,
        _ => Sort::Due,
    };
    Ok(Filter {
        queue,
        stage: parsed(&asked.stage, Stage::from_name)
            .ok_or("stage")?
            .map(|stage| stage.name().to_owned()),
        figure: parsed(&asked.figure, Behind::read).ok_or("figure")?,
        owing: owing(asked)?,
        owner: parsed(&asked.owner, |text| text.parse().ok()).ok_or("owner")?,
        reference: asked
            .q
            .as_deref()
            .and_then(Reference::read)
            .map(|r| r.to_string()),
        sort: parsed(&asked.sort, |text| match text {
            "due" => Some(Sort::Due),
            "received" => Some(Sort::Received),
            _ => None,
        })
        .ok_or("sort")?
        .unwrap_or(usual),
        after: parsed(&asked.cursor, Cursor::read).ok_or("cursor")?,
        limit: limit(&asked.limit)?,
        ..Filter::default()
    })
}

/// One kind of obligation, on which day it falls due, and whether it was begun.
fn owing(asked: &Asked) -> Result<Option<Owing>, &'static str> {
    let what = parsed(&asked.obligation, What::named).ok_or("obligation")?;
    let on = parsed(&asked.on, |day| day.parse().ok()).ok_or("on")?;
    let begun = parsed(&asked.begun, |text| match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    });
    let begun = begun.ok_or("begun")?;
    Ok(what.map(|what| Owing {
        what,
        on,
        begun,
        within: None,
    }))
}

/// What is asked in words; a reference is none.
fn words(asked: &Asked) -> Option<String> {
    let given = asked.q.clone().filter(|q| !q.trim().is_empty());
    given.filter(|q| Reference::read(q).is_none())
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

pub(crate) fn wrong_parameter(name: &str) -> Trouble {
    Trouble::Fields(vec![Problem {
        field: name.to_owned(),
        message: Message::new("problem-parameter"),
    }])
}
