//! One entry, explained: what it says, what of it can be erased, and by what chain
//! of hashes it is held. Words first; the bytes for whoever wants to compute.

use super::{
    list::{about, named, sheet, who},
    records::{Line, one},
};
use crate::fault::ours;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use redress_complaint::House;
use redress_kernel::journal::leaf::hex;
use redress_kernel::{Actor, Entry, Erasable, fields::Fields};
use redress_store::{Error, Proof, Read, Reader, proof};
use redress_web::{Html, Trouble, Visit, Voice};

#[derive(Template)]
#[template(path = "journal/explain.html")]
struct Page<'a> {
    t: &'a Voice,
    line: Line,
    entry: Entry,
    what: String,
    by: String,
    about: String,
    /// "there", "erased" or "none".
    personal: &'static str,
    record: Vec<(String, String)>,
    inclusion: Option<Proof>,
    hashes: Vec<String>,
    before: Option<String>,
    after: Option<String>,
}

impl Page<'_> {
    fn is(&self, personal: &str) -> bool {
        self.personal == personal
    }
}

pub async fn show(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(seq): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    let seq: i64 = seq.parse().map_err(|_| Trouble::NotFound)?;
    let viewer = actor.clone();
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        let Some(line) = one(reader, &viewer, seq)? else {
            return Ok(None);
        };
        let Some(entry) = reader.entry(seq)? else {
            return Ok(None);
        };
        Ok(Some((line, entry, proof(reader, seq)?, reader.size()?)))
    };
    let found = house.db.read(read).await.map_err(ours)?;
    let (line, entry, inclusion, size) = found.ok_or(Trouble::NotFound)?;
    let t = visit.voice();
    let beside = |seq: i64| t.href(&format!("/admin/journal/{seq}"));
    let body = Html::from_template(&Page {
        what: named(&t, &entry.kind),
        by: who(&t, &line),
        about: about(&t, &line),
        personal: half(&entry.personal),
        record: fields(&entry.record),
        hashes: inclusion
            .iter()
            .flat_map(|proof| proof.path.iter().map(|hash| hex(hash)))
            .collect(),
        inclusion,
        before: (seq > 0).then(|| beside(seq - 1)),
        after: (seq + 1 < size).then(|| beside(seq + 1)),
        line,
        entry,
        t: &t,
    });
    let name = t.tell("journal-entry-n").with("n", seq).plain();
    let sheet = sheet(&house, &visit, &actor);
    Ok(sheet
        .named(&name)
        .below("/admin/journal", "office-journal")
        .answer(&Fields::default(), body))
}

const fn half(personal: &Erasable<String>) -> &'static str {
    match personal {
        Erasable::Present(_) => "there",
        Erasable::Erased => "erased",
        Erasable::None => "none",
    }
}

/// The record half, name by name; it holds codes, ids, times and amounts only.
fn fields(record: &str) -> Vec<(String, String)> {
    let Ok(serde_json::Value::Object(fields)) = serde_json::from_str(record) else {
        return Vec::new();
    };
    let plain = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    fields
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(name, value)| (name.clone(), plain(value)))
        .collect()
}
