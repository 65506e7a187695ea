//! `GET /complaints?q=`: the same search as the desk's, the newest hits first, or
//! by due date among the newest thousand.

use super::lists;
use crate::{
    House,
    door::our_fault,
    house::{format_for, organisation},
    inbox::{Cursor, Filter, InboxRow, Sort},
    search::{self, COUNT_MAX},
};
use axum::{
    Json,
    response::{IntoResponse, Response},
};
use redress_kernel::{Actor, Instant, Lang};
use redress_store::{Error, Read};
use redress_web::{Trouble, Voice};
use serde_json::json;

/// Characters of a question that are read.
const WORDS_MAX: usize = 200;

pub async fn listed(
    house: &House,
    actor: Actor,
    words: String,
    filter: Filter,
    by_due: bool,
) -> Result<Response, Trouble> {
    let (now, words) = (
        house.now(),
        words.chars().take(WORDS_MAX).collect::<String>(),
    );
    let found = house
        .db
        .read(move |reader| found(reader, &actor, &words, &filter, by_due, now))
        .await;
    let (rows, next) = found.map_err(|error| our_fault(&error))?;
    let items: Vec<_> = rows.iter().map(lists::item).collect();
    let next = next.map(|cursor| cursor.write());
    Ok(Json(json!({ "items": items, "next": next })).into_response())
}

fn found(
    reader: &mut impl Read,
    actor: &Actor,
    words: &str,
    filter: &Filter,
    by_due: bool,
    now: Instant,
) -> Result<(Vec<InboxRow>, Option<Cursor>), Error> {
    let organisation = organisation(reader)?;
    let voice = Voice::new(format_for(&organisation, Lang::En));
    let label = |prefix: &str, code: &str| voice.code(prefix, code);
    let wanted = search::understand(reader, words, &label, now, &organisation)?;
    let limit = usize::try_from(filter.limit).unwrap_or_default();
    let after = filter.after.as_ref().filter(|_| !by_due);
    let page = search::Page {
        viewer: actor,
        filter,
        after: after.map(|cursor| cursor.at),
        limit: if by_due { COUNT_MAX } else { limit },
        now,
        end_of_today: lists::end_of_today(reader, now)?,
    };
    let found = search::find(reader, &wanted, &page)?;
    let next = found.next;
    let rows: Vec<InboxRow> = found.hits.into_iter().map(|hit| hit.row).collect();
    if by_due {
        return Ok(due_first(rows, filter, limit));
    }
    let next = next.zip(rows.last()).map(|(at, last)| Cursor {
        rank: 0,
        at,
        id: last.id,
    });
    Ok((rows, next))
}

fn due_first(
    mut rows: Vec<InboxRow>,
    filter: &Filter,
    limit: usize,
) -> (Vec<InboxRow>, Option<Cursor>) {
    let place = |row: &InboxRow| {
        let cursor = row.cursor(Sort::Due);
        (cursor.at, cursor.id)
    };
    rows.sort_by_key(place);
    if let Some(after) = &filter.after {
        rows.retain(|row| place(row) > (after.at, after.id));
    }
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows
        .last()
        .filter(|_| more)
        .map(|row| row.cursor(Sort::Due));
    (rows, next)
}
