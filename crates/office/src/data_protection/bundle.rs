//! All that is held about somebody, for handing over: a page in their language, the same
//! as JSON, and the files. Who among the colleagues did what is left out, and so is what
//! other people said or what is said about them: a person looks at it before it leaves.
//! Evidence: in each of the cases, that it was taken along, and by whom.

use super::{
    one::trouble,
    rights::Rights,
    rights_acts::{find, in_their_place},
    zip::Zip,
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use redress_complaint::{
    Complaint, House,
    api::time,
    chapter::{Acting, Fault},
    desk::{Seat, download_of},
    facts::CaseExported,
    record::folded,
};
use redress_kernel::{Actor, Draft, Entry, Id, Instant};
use redress_store::{Error, Read, Reader, Tx};
use redress_web::{Html, Sent, Trouble, Voice};
use serde_json::{Map, Value, json};

/// What other people said, or what is said about them.
pub const KEPT_BACK: &[&str] = &[
    "person-concern-named",
    "person-concern-unnamed",
    "person-concern-told",
    "person-concern-heard",
    "person-concern-informed",
    "question-asked",
    "question-answered",
    "interview-held",
    "staff-informed",
    "colleague-told",
    "conflict-declared",
    "conflict-lifted",
    "glass-broken",
    "glass-closed",
    "identity-shown",
    "line-drawn",
];
/// More of files than this is handed over in another way.
const FILES_MAX: usize = 200 * 1024 * 1024;

struct Held {
    case: Complaint,
    entries: Vec<Entry>,
}

/// The facts first: what leaves tells of itself.
pub async fn taken(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Trouble> {
    let id: Id = id.parse().map_err(|_| Trouble::NotFound)?;
    let seat = Seat::new(house, actor, sent.visit);
    let own = seat.clone();
    let write = move |tx: &mut Tx| noted(tx, id, &Acting::from(&own));
    seat.house.db.write(write).await.map_err(trouble)?;
    let own = seat.clone();
    let read = seat.house.db.read(move |reader| -> Result<_, Fault> {
        let rights = find(reader, &Acting::from(&own), id)?;
        let held = held(reader, &rights)?;
        let files = files(reader, &held)?;
        Ok((rights, held, files))
    });
    let (rights, held, files) = read.await.map_err(trouble)?;
    let language = held
        .first()
        .map(|held| held.case.language)
        .unwrap_or_default();
    let t = Voice::of(language, &seat.visit.organisation);
    let name = format!("data-{}.zip", rights.received_on);
    let mut zip = Zip::default();
    let page = page(&t, &seat.visit.organisation.name, &held);
    zip.add("data.html", page.to_string().as_bytes());
    zip.add("data.json", as_json(&held, seat.now).to_string().as_bytes());
    for (name, bytes) in files {
        zip.add(&format!("files/{name}"), &bytes);
    }
    Ok(download_of(&name, "application/zip", zip.end()))
}

/// Who took it stands in each case; who made sure whose it is, in the request.
fn noted(tx: &mut Tx, id: Id, acting: &Acting) -> Result<(), Fault> {
    let rights = find(tx, acting, id)?;
    in_their_place(tx, acting, &rights.complaints, None)?;
    rights.may_hand_over()?;
    for case in folded(tx, &rights.complaints)? {
        let fact = CaseExported {
            language: case.language,
            through: "rights".to_owned(),
            opened: true,
        };
        tx.record(Draft::of(case.id, &fact), &acting.by())?;
    }
    Ok(())
}

fn held(reader: &mut Reader, rights: &Rights) -> Result<Vec<Held>, Error> {
    let cases = folded(reader, &rights.complaints)?.into_iter();
    cases
        .map(|case| {
            let entries = reader.entries(case.id)?;
            Ok(Held { case, entries })
        })
        .collect()
}

/// Under names that no system stumbles over, as many as fit.
fn files(reader: &mut Reader, held: &[Held]) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let (mut all, mut bytes_all) = (Vec::new(), 0);
    for one in held {
        for file in one.case.files.iter().filter(|file| !file.erased) {
            let Some(bytes) = reader.blob(file.id)? else {
                continue;
            };
            bytes_all += bytes.len();
            if bytes_all > FILES_MAX {
                return Ok(all);
            }
            let name: String = file
                .name
                .chars()
                .filter(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ' '))
                .collect();
            all.push((
                format!("{}-{}-{name}", one.case.reference, all.len() + 1),
                bytes,
            ));
        }
    }
    Ok(all)
}

fn is_theirs(entry: &Entry) -> bool {
    !KEPT_BACK.contains(&entry.kind.as_str())
}

/// Names of colleagues are numbers here, and numbers say nothing to anybody outside.
pub fn without_ids(value: Value) -> Option<Value> {
    match value {
        Value::String(text) if text.parse::<Id>().is_ok() => None,
        Value::Array(all) => Some(all.into_iter().filter_map(without_ids).collect()),
        Value::Object(members) => {
            let kept = members
                .into_iter()
                .filter(|(name, _)| !matches!(name.as_str(), "file_salts" | "commit"))
                .filter_map(|(name, value)| Some((name, without_ids(value)?)));
            Some(Value::Object(kept.collect::<Map<String, Value>>()))
        }
        other => Some(other),
    }
}

fn read(text: &str) -> Value {
    let value = serde_json::from_str(text).unwrap_or_default();
    without_ids(value).unwrap_or_default()
}

fn as_json(held: &[Held], now: Instant) -> Value {
    let fact = |entry: &Entry| {
        json!({
            "what": entry.kind, "at": time(entry.at()), "recorded_at": time(entry.recorded_at),
            "details": read(&entry.record),
            "texts": entry.personal.present().map(|text| read(text)),
            "erased": entry.personal.is_erased(),
        })
    };
    let case = |one: &Held| {
        let theirs: Vec<Value> = one
            .entries
            .iter()
            .filter(|it| is_theirs(it))
            .map(fact)
            .collect();
        json!({
            "reference": one.case.reference, "language": one.case.language.tag(),
            "kept_back": one.entries.len() - theirs.len(), "facts": theirs,
        })
    };
    let cases: Vec<Value> = held.iter().map(case).collect();
    json!({ "made_at": time(now), "complaints": cases })
}

struct Line {
    what: String,
    at: Html,
    texts: Vec<(String, String)>,
}

struct Case {
    reference: String,
    lines: Vec<Line>,
    kept_back: usize,
}

#[derive(Template)]
#[template(path = "data_protection/bundle.html")]
struct Page<'a> {
    t: &'a Voice,
    organisation: &'a str,
    cases: Vec<Case>,
}

fn page(t: &Voice, organisation: &str, held: &[Held]) -> Html {
    let line = |entry: &Entry| Line {
        what: t.code("fact", &entry.kind),
        at: t.moment(entry.at()),
        texts: said(t, entry),
    };
    let case = |one: &Held| {
        let theirs: Vec<Line> = one
            .entries
            .iter()
            .filter(|it| is_theirs(it))
            .map(line)
            .collect();
        Case {
            reference: one.case.reference.clone(),
            kept_back: one.entries.len() - theirs.len(),
            lines: theirs,
        }
    };
    Html::from_template(&Page {
        t,
        organisation,
        cases: held.iter().map(case).collect(),
    })
}

/// The texts of a fact, each with what it is.
fn said(t: &Voice, entry: &Entry) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    if let Some(text) = entry.personal.present() {
        flatten(&read(text), String::new(), &mut texts);
    }
    let named = |(name, text): (String, String)| {
        let key = format!("bundle-key-{name}");
        let name = if t.has(&key) {
            t.say(&key).into_owned()
        } else {
            name
        };
        (name, text)
    };
    texts.into_iter().map(named).collect()
}

fn flatten(value: &Value, name: String, into: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) if !text.is_empty() => into.push((name, text.clone())),
        Value::Array(all) => all
            .iter()
            .for_each(|value| flatten(value, name.clone(), into)),
        Value::Object(members) => {
            for (its, value) in members {
                // An identifier of a file in front of its name says nothing.
                let its = if its.parse::<Id>().is_ok() {
                    name.clone()
                } else {
                    its.clone()
                };
                flatten(value, its, into);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use redress_complaint::facts::Happened;
    use std::collections::BTreeSet;

    /// What the complainant told, and what became of it.
    const HANDED_OVER: &[&str] = &[
        "received",
        "confirmed",
        "dismissed",
        "imported-history",
        "supplemented",
        "corrected",
        "withdrawn",
        "acknowledged",
        "assessed",
        "scope-decided",
        "sensitivity-set",
        "issue-added",
        "issue-set",
        "significance-found",
        "significance-confirmed",
        "significance-lifted",
        "assigned",
        "noted",
        "call-logged",
        "waiting-set",
        "linked",
        "unlinked",
        "split-off",
        "split-undone",
        "investigation-planned",
        "evidence-filed",
        "finding-recorded",
        "remedy-proposed",
        "remedy-approved",
        "remedy-delivered",
        "remedy-verified",
        "remedy-cancelled",
        "decided",
        "accepted",
        "not-accepted",
        "review-opened",
        "review-decided",
        "referred",
        "referral-decided",
        "recourse-ended",
        "closed",
        "reopened",
        "queued",
        "sent",
        "withdrawn-message",
        "send-failed",
        "requeued",
        "message-bounced",
        "message-received",
        "updates-by-mail",
        "reminded",
        "limit-moved",
        "extension-asked",
        "extension-refused",
        "extended",
        "kinds-set",
        "erased",
        "annulled",
        "case-exported",
    ];

    #[test]
    fn every_kind_of_fact_is_handed_over_or_kept_back_on_purpose() {
        let named: Vec<&str> = [HANDED_OVER, KEPT_BACK].concat();
        let once: BTreeSet<&str> = named.iter().copied().collect();
        assert_eq!(once.len(), named.len(), "none stands in both");
        assert_eq!(once, Happened::KINDS.iter().copied().collect());
    }

    #[test]
    fn colleagues_stay_unnamed_and_every_text_is_there() {
        let id = Id::from_bytes([7; 16]).to_string();
        let value = json!({
            "owner": id, "to": [id], "complainant": { "name": "Rasa", "email": "rasa@example.lt" },
            "file_salts": { id.clone(): "5a" }, "file_names": { id.clone(): "deck.png" }, "amount": 12,
        });
        let kept = without_ids(value).unwrap();
        assert!(!kept.to_string().contains(&format!(":\"{id}\"")), "{kept}");
        let mut texts = Vec::new();
        flatten(&kept, String::new(), &mut texts);
        let has = |name: &str, text: &str| texts.contains(&(name.to_owned(), text.to_owned()));
        assert!(has("name", "Rasa") && has("email", "rasa@example.lt"));
        assert!(has("file_names", "deck.png"));
        assert_eq!(texts.len(), 3, "{texts:?}");
    }
}
