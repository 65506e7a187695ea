//! `POST /api/v1/verify`: the same judgement for a program. A receipt that proves
//! nothing is an answer, not an error: `proved` is false and `code` says why.

use super::{
    judge::{Asked, Not, Told, judge},
    often::{Often, WINDOW_SECONDS, Whence},
    paper::{Paper, by_mark},
};
use axum::{Json, body::Bytes, extract::State};
use redress_complaint::{House, door::our_fault};
use redress_kernel::{fields::Problem, words::Message};
use redress_web::Trouble;
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    #[serde(default)]
    receipt: Option<String>,
    #[serde(default)]
    key: Option<String>,
    #[serde(default)]
    reference: Option<String>,
    #[serde(default)]
    mark: Option<String>,
}

/// A receipt as a file, or what stands on paper.
enum Shown {
    File(Asked),
    Paper(Paper),
}

pub async fn check(
    often: Arc<Often>,
    State(house): State<House>,
    whence: Whence,
    body: Bytes,
) -> Result<Json<Value>, Trouble> {
    let shown = shown(read(&body)?)?;
    if !often.admits(&whence, house.now()) {
        return Err(Trouble::TooMany(WINDOW_SECONDS));
    }
    let verifiers = house.db.keys().verifiers();
    let judged = house
        .db
        .read(move |reader| match &shown {
            Shown::File(asked) => judge(reader, asked, &verifiers),
            Shown::Paper(paper) => by_mark(reader, paper, &verifiers),
        })
        .await
        .map_err(|error| our_fault(&error))?;
    Ok(Json(match judged {
        Ok(told) => proved(&told),
        Err(Not(code)) => json!({ "proved": false, "code": code }),
    }))
}

fn shown(body: Body) -> Result<Shown, Trouble> {
    match (body.receipt, body.key, body.reference, body.mark) {
        (Some(receipt), key, None, None) => Ok(Shown::File(Asked {
            receipt: receipt.into_bytes(),
            key: key.unwrap_or_default(),
        })),
        (None, None, Some(reference), Some(mark)) => Ok(Shown::Paper(Paper { reference, mark })),
        _ => Err(Trouble::Fields(vec![Problem {
            field: "receipt".to_owned(),
            message: Message::new("verification-one-of-two"),
        }])),
    }
}

fn read(body: &[u8]) -> Result<Body, Trouble> {
    serde_json::from_slice(body).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => Trouble::Fields(vec![Problem {
            field: "receipt".to_owned(),
            message: Message::new("problem-json-field")
                .with("line", error.line())
                .with("column", error.column()),
        }]),
        _ => Trouble::NotJson {
            line: error.line(),
            column: error.column(),
        },
    })
}

fn proved(told: &Told) -> Value {
    json!({
        "proved": true,
        "code": "proved",
        "entry": told.entry,
        "kind": told.kind,
        "recorded_at": told.recorded_at.to_string(),
        "mark": told.mark,
        "origin": told.origin,
        "size": told.size,
        "signer": told.signer,
        "still_there": told.ours.then_some(true),
        "key_from_receipt": told.key_claimed,
        "opened": told.opened,
    })
}
