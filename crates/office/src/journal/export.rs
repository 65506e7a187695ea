//! The export: JSON lines. The first says what this is and carries the checkpoint
//! and the keys; every other one is an entry without its personal half, with its
//! leaf and the hashes that lead to that checkpoint. Nobody has to believe us.

use super::{
    list::{Asked, filter},
    records::positions,
};
use crate::fault::ours;
use axum::{
    Extension,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use redress_complaint::{House, api::time};
use redress_kernel::{Actor, journal::leaf::hex};
use redress_store::{Error, Read, Reader, proof};
use redress_web::{Trouble, Visit};
use serde_json::{Value, json};

/// Lines of one export; the change feed of the API has no end.
pub const LINES_MAX: i64 = 5_000;

pub async fn download(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let asked = Asked::read(&visit);
    let calendar = visit.organisation.calendar();
    let keys: Vec<String> = house
        .db
        .keys()
        .verifiers()
        .iter()
        .map(|key| key.text())
        .collect();
    let read = move |reader: &mut Reader| -> Result<String, Error> {
        let Some(filter) = filter(reader, &actor, &asked, &calendar)? else {
            return Ok(String::new());
        };
        let mut found = positions(reader, &actor, &filter, LINES_MAX + 1)?;
        let more = found.len() as i64 > LINES_MAX;
        found.truncate(LINES_MAX as usize);
        let first = json!({
            "export": "redress-journal", "entries": found.len(), "more": more,
            "checkpoint": reader.checkpoint()?, "keys": keys,
        });
        let mut lines = vec![first.to_string()];
        for seq in found {
            lines.extend(line(reader, seq)?.map(|line| line.to_string()));
        }
        Ok(lines.join("\n") + "\n")
    };
    let text = house.db.read(read).await.map_err(ours)?;
    let headers = [
        (header::CONTENT_TYPE, "application/x-ndjson"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"journal.jsonl\"",
        ),
    ];
    Ok((headers, text).into_response())
}

fn line(reader: &mut impl Read, seq: i64) -> Result<Option<Value>, Error> {
    let Some(entry) = reader.entry(seq)? else {
        return Ok(None);
    };
    let proof = proof(reader, seq)?;
    Ok(Some(json!({
        "seq": entry.seq, "id": entry.id, "kind": entry.kind, "version": entry.version, "about": entry.about,
        "actor": entry.actor, "unit": entry.unit, "recorded_at": time(entry.recorded_at),
        "occurred_at": entry.occurred_at.map(time),
        "record": serde_json::from_str::<Value>(&entry.record).unwrap_or(Value::Null),
        "leaf": proof.as_ref().map(|it| it.leaf.as_str()),
        "size": proof.as_ref().map(|it| it.size),
        "proof": proof.as_ref().map(|it| it.path.iter().map(|hash| hex(hash)).collect::<Vec<_>>()),
        // Opens the leaf's commitment of the record half; the other half stays closed.
        "record_salt": proof.as_ref().and_then(|it| it.record.as_ref()).map(|(salt, _)| salt.as_str()),
    })))
}
