//! An answer with its version, and what stood in the way as a problem document.

use super::{Call, Fault, ask::member_of, body::Body};
use crate::door::our_fault;
use axum::{
    Json,
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
};
use redress_kernel::{fields::Problem, reference::hmac_sha256, words::Message};
use redress_web::Trouble;
use serde_json::Value;

/// What an answer says decides its version: equal answers are equal versions, whoever
/// changed them back and forth.
pub fn version(value: &Value) -> String {
    let text = value.to_string();
    let hash = hmac_sha256(b"redress version of an answer", &[text.as_bytes()]);
    let short: String = hash
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("\"{short}\"")
}

/// Does `If-Match` let this version pass? Without the header every one passes.
pub fn matches(headers: &HeaderMap, version: &str) -> bool {
    let Some(wanted) = headers.get(header::IF_MATCH) else {
        return true;
    };
    let mut tags = wanted
        .to_str()
        .unwrap_or_default()
        .split(',')
        .map(str::trim);
    tags.any(|tag| tag == "*" || tag.trim_start_matches("W/") == version)
}

pub fn told(status: StatusCode, version: String, value: Value) -> Response {
    (status, [(header::ETAG, version)], Json(value)).into_response()
}

/// 201, with the address of what was made.
pub fn made(call: &Call, name: &str, version: String, value: Value) -> Response {
    let place = format!("{}/{name}", call.path);
    let headers: [(HeaderName, String); 2] = [(header::ETAG, version), (header::LOCATION, place)];
    (StatusCode::CREATED, headers, Json(value)).into_response()
}

/// Problems stand beside the members of the body, not beside the fields of the form.
fn beside(call: &Call, problem: &Problem) -> Problem {
    Problem {
        field: member_of(call, &problem.field),
        message: problem.message.clone(),
    }
}

/// A body that is not as it was declared.
pub fn unread(call: &Call, body: &Body) -> Response {
    let known = body.fields.problems().iter();
    let unknown = body.unknown.iter().map(|name| Problem {
        field: name.clone(),
        message: Message::new("problem-unknown-field"),
    });
    let all = known.map(|problem| beside(call, problem)).chain(unknown);
    Trouble::Fields(all.collect()).into_response()
}

pub fn trouble(call: &Call, fault: Fault) -> Response {
    let beside = |problem: &Problem| beside(call, problem);
    match fault {
        Fault::Hidden => Trouble::NotFound.into_response(),
        Fault::Stale(now) => ([(header::ETAG, now)], Trouble::Conflict).into_response(),
        Fault::Refused(refusal) if refusal.field.is_some() => {
            Trouble::Fields(vec![beside(&Problem::from(refusal))]).into_response()
        }
        Fault::Refused(refusal) => Trouble::Refused(refusal).into_response(),
        Fault::Wrong(fields) => {
            Trouble::Fields(fields.problems().iter().map(beside).collect()).into_response()
        }
        Fault::Store(error) => our_fault(&error).into_response(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    #[test]
    fn a_version_is_of_what_is_said() {
        let (pier, depot) = (
            version(&json!({ "name": "Pier" })),
            version(&json!({ "name": "Depot" })),
        );
        assert_ne!(pier, depot);
        assert_eq!(pier, version(&json!({ "name": "Pier" })));
        let asked = |tag: &str| HeaderMap::from_iter([(header::IF_MATCH, tag.parse().unwrap())]);
        assert!(matches(&HeaderMap::new(), &pier));
        for fits in [
            pier.clone(),
            format!("W/{pier}"),
            format!("{depot}, {pier}"),
            "*".to_owned(),
        ] {
            assert!(matches(&asked(&fits), &pier), "{fits}");
        }
        assert!(!matches(&asked(&depot), &pier) && !matches(&asked("17"), &pier));
    }
}
