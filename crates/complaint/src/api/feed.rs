//! The journal as a change feed without personal data, for this caller: what is
//! about a case that they may not see, or names one, is left out, and its number
//! stays free. Leaves no evidence; it reads it.

use super::{
    case_json::time,
    lists::{Asked, limit, parsed, wrong_parameter},
};
use crate::{
    House,
    door::our_fault,
    facts::{Erased, Happened},
    inbox::Sight,
};
use axum::{
    Json,
    extract::{Extension, Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use redress_kernel::{Actor, Entry, Id};
use redress_store::{Error, Read};
use redress_web::Trouble;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// `GET /journal?after=&limit=`: entries behind `after` (a sequence number; -1 from
/// the beginning). A page can be shorter than its limit: `next` says whether it goes on.
pub async fn journal(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Query(asked): Query<Asked>,
) -> Result<Response, Trouble> {
    let after = parsed(&asked.after, |text| text.parse::<i64>().ok());
    let after = after.ok_or_else(|| wrong_parameter("after"))?;
    let limit = limit(&asked.limit).map_err(wrong_parameter)?;
    let from = after.unwrap_or(-1).saturating_add(1);
    let page = house.db.read(move |reader| -> Result<_, Error> {
        let mut entries = reader.entries_from(from, limit + 1)?;
        let more = entries.len() as i64 > limit;
        entries.truncate(usize::try_from(limit).unwrap_or_default());
        let next = entries.last().filter(|_| more).map(|entry| entry.seq);
        Ok((for_the_eyes_of(reader, &actor, &entries)?, next))
    });
    match page.await {
        Ok((items, next)) => Ok(Json(json!({ "items": items, "next": next })).into_response()),
        Err(error) => Err(our_fault(&error)),
    }
}

/// An entry with every identifier in it, its subject first of all.
struct Line<'a> {
    entry: &'a Entry,
    record: Value,
    names: BTreeSet<Id>,
}

fn for_the_eyes_of(
    reader: &mut impl Read,
    viewer: &Actor,
    entries: &[Entry],
) -> Result<Vec<Value>, Error> {
    let shown = shown(reader, viewer, entries)?;
    Ok(shown.into_iter().map(item).collect())
}

/// Positions of those among these entries that this viewer may read, on any page.
pub fn readable(
    reader: &mut impl Read,
    viewer: &Actor,
    entries: &[Entry],
) -> Result<BTreeSet<i64>, Error> {
    let shown = shown(reader, viewer, entries)?;
    Ok(shown.iter().map(|line| line.entry.seq).collect())
}

fn shown<'e>(
    reader: &mut impl Read,
    viewer: &Actor,
    entries: &'e [Entry],
) -> Result<Vec<Line<'e>>, Error> {
    let mut lines: Vec<Line> = entries.iter().map(line).collect();
    let all = lines
        .iter()
        .flat_map(|line| line.names.iter().copied())
        .collect();
    let sight = Sight::among(reader, viewer, &all)?;
    lines.retain(|line| is_shown(line, &sight));
    Ok(lines)
}

fn line(entry: &Entry) -> Line<'_> {
    let record = serde_json::from_str(&entry.record).unwrap_or(Value::Null);
    let mut names = BTreeSet::from([entry.about]);
    named_in(&record, &mut names);
    Line {
        entry,
        record,
        names,
    }
}

/// A link or a duplicate carries the other case in its record.
fn named_in(value: &Value, names: &mut BTreeSet<Id>) {
    match value {
        Value::String(text) => names.extend(text.parse::<Id>()),
        Value::Array(all) => all.iter().for_each(|value| named_in(value, names)),
        Value::Object(all) => all.values().for_each(|value| named_in(value, names)),
        _ => {}
    }
}

/// A fact of a case is shown to whoever sees the case, never by default. Erasures
/// are about people as well.
fn is_shown(line: &Line, sight: &Sight) -> bool {
    let entry = line.entry;
    let of_a_case = Happened::KINDS.contains(&entry.kind.as_str()) && !entry.is::<Erased>();
    (!of_a_case || sight.sees(entry.about)) && !line.names.iter().any(|id| sight.hides(*id))
}

fn item(line: Line) -> Value {
    let entry = line.entry;
    json!({
        "seq": entry.seq, "id": entry.id, "kind": entry.kind, "version": entry.version, "about": entry.about,
        "actor": entry.actor, "unit": entry.unit, "recorded_at": time(entry.recorded_at),
        "occurred_at": entry.occurred_at.map(time),
        "record": line.record,
    })
}

/// The newest signed checkpoint, as a C2SP signed note.
pub async fn checkpoint(State(house): State<House>) -> Result<Response, Trouble> {
    let note = house.db.read(|reader| reader.checkpoint()).await;
    let note = note
        .map_err(|error| our_fault(&error))?
        .ok_or(Trouble::NotFound)?;
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], note).into_response())
}
