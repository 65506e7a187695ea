//! What programs are told: an identifier that is taken, a late receipt, and every
//! error in one dialect.

use crate::office::{AISTE, Answer, BORIS, Ferry, JONAS, TOMAS};
use axum::http::StatusCode;
use redress_kernel::{Id, Role};
use serde_json::{Value, json};

const PLACE: &str = "/api/v1/complaints";

fn body(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.bytes).unwrap_or_else(|_| panic!("no JSON: {}", answer.text()))
}

fn ferry_left(more: Value) -> String {
    let mut call = json!({ "channel": "phone", "description": "The ferry left early." });
    call.as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    call.to_string()
}

#[tokio::test]
async fn an_identifier_that_is_taken_gives_nobody_a_code_and_no_stranger_the_case() {
    let ferry = Ferry::open().await;
    let unit = |n: u8| Some(Id::from_bytes([n; 16]));
    ferry.has_role(AISTE, Role::Handler, unit(1)).await;
    ferry.has_role(BORIS, Role::Handler, unit(2)).await;
    let call = ferry_left(json!({ "external_id": "CRM-1" }));
    let key = [("idempotency-key", "k1")];
    let first = ferry.call(AISTE, PLACE, &call, &key).await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text());
    let (reference, code) = (
        body(&first)["reference"].as_str().unwrap().to_owned(),
        body(&first)["access_code"].as_str().unwrap().to_owned(),
    );
    // The same key of the same person: the same answer, word for word.
    let again = ferry.call(AISTE, PLACE, &call, &key).await;
    assert_eq!((again.status, again.bytes), (StatusCode::OK, first.bytes));
    // Another unit learns that the identifier is taken, and nothing else.
    for more in [&key[..], &[]] {
        let stranger = ferry.call(BORIS, PLACE, &call, more).await;
        assert_eq!(stranger.status, StatusCode::CONFLICT, "{}", stranger.text());
        assert_eq!(body(&stranger)["code"], "external-id-taken");
        for secret in [&reference, &code] {
            assert!(!stranger.text().contains(secret), "{}", stranger.text());
        }
        assert!(stranger.headers.get("location").is_none());
    }
    // Whoever sees the case is told which it is; the code is not repeated to them either.
    for colleague in [AISTE, TOMAS] {
        let known = ferry.call(colleague, PLACE, &call, &[]).await;
        assert_eq!(known.status, StatusCode::CONFLICT);
        assert_eq!(body(&known)["reference"], reference.as_str());
        assert!(!known.text().contains(&code), "{}", known.text());
    }
    let all = body(&ferry.get(TOMAS, PLACE).await);
    assert_eq!(all["items"].as_array().unwrap().len(), 1, "one complaint");
}

#[tokio::test]
async fn a_program_that_hands_on_late_leaves_a_code_and_no_invented_reason() {
    let ferry = Ferry::open().await;
    let late = json!({ "received_at": "2026-02-26T09:00:00Z" });
    let made = ferry
        .call(TOMAS, PLACE, &ferry_left(late.clone()), &[])
        .await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    let reference = body(&made)["reference"].as_str().unwrap().to_owned();
    let feed = body(&ferry.get(TOMAS, "/api/v1/journal?limit=200").await);
    let received = |feed: &Value| -> Value {
        let items = feed["items"].as_array().unwrap();
        let mut all = items.iter().filter(|item| item["kind"] == "received");
        all.next_back().unwrap()["record"].clone()
    };
    assert_eq!(received(&feed)["late_basis"], "handed-on");
    let case = body(&ferry.get(TOMAS, &format!("{PLACE}/{reference}")).await);
    assert_eq!(
        (&case["late_reason"], &case["late_basis"]),
        (&json!(""), &json!("handed-on"))
    );
    let page = ferry.get(TOMAS, &format!("/desk/{reference}")).await.text();
    assert!(page.contains("Handed on by another system"), "{page}");
    // A reason of its own stands for itself.
    let said =
        json!({ "received_at": "2026-02-26T09:00:00Z", "late_reason": "The line was down." });
    let made = ferry.call(TOMAS, PLACE, &ferry_left(said), &[]).await;
    let reference = body(&made)["reference"].as_str().unwrap().to_owned();
    let case = body(&ferry.get(TOMAS, &format!("{PLACE}/{reference}")).await);
    assert_eq!(
        (&case["late_reason"], &case["late_basis"]),
        (&json!("The line was down."), &Value::Null)
    );
}

/// Who asks, how, where, with which body, and what they are told.
type Asked = (
    &'static str,
    &'static str,
    String,
    String,
    u16,
    &'static str,
);

fn every_kind_of_error(reference: &str) -> Vec<Asked> {
    let post = |who, path: &str, body: String, status, code| {
        (who, "POST", path.to_owned(), body, status, code)
    };
    let get =
        |who, path: &str, status, code| (who, "GET", path.to_owned(), String::new(), status, code);
    let verb = format!("{PLACE}/{reference}/notes");
    vec![
        post(AISTE, PLACE, "{".into(), 400, "not-json"),
        post(AISTE, PLACE, "{}".into(), 422, "fields"),
        post(
            AISTE,
            PLACE,
            ferry_left(json!({ "received_at": "yesterday" })),
            422,
            "fields",
        ),
        post(
            AISTE,
            PLACE,
            ferry_left(json!({ "received_at": "2030-01-01T00:00:00Z" })),
            422,
            "fields",
        ),
        post(
            AISTE,
            PLACE,
            ferry_left(json!({ "category": "99" })),
            422,
            "unknown-code",
        ),
        post(
            AISTE,
            PLACE,
            ferry_left(json!({ "external_id": "taken" })),
            409,
            "external-id-taken",
        ),
        post(JONAS, PLACE, ferry_left(json!({})), 403, "forbidden"),
        post(
            "nobody",
            PLACE,
            ferry_left(json!({})),
            401,
            "sign-in-needed",
        ),
        post(AISTE, &verb, "{".into(), 400, "not-json"),
        post(AISTE, &verb, "{}".into(), 422, "fields"),
        post(
            AISTE,
            &format!("{PLACE}/{reference}/undo"),
            "{}".into(),
            422,
            "nothing-waits-to-be-sent",
        ),
        post(
            AISTE,
            &format!("{PLACE}/BF-26-0000-000/notes"),
            r#"{"text":"x"}"#.into(),
            404,
            "not-found",
        ),
        get(AISTE, &format!("{PLACE}?limit=0"), 422, "fields"),
        get(AISTE, &format!("{PLACE}/BF-26-0000-000"), 404, "not-found"),
        get(
            AISTE,
            &format!("{PLACE}/BF-26-0000-000/receipt"),
            404,
            "not-found",
        ),
        get(TOMAS, "/api/v1/journal?after=x", 422, "fields"),
        get(AISTE, "/api/v1/nowhere", 404, "not-found"),
    ]
}

#[tokio::test]
async fn every_error_is_one_dialect_in_the_callers_language() {
    let ferry = Ferry::open().await;
    let call = ferry_left(json!({ "external_id": "taken" }));
    let made = ferry.call(AISTE, PLACE, &call, &[]).await;
    let reference = body(&made)["reference"].as_str().unwrap().to_owned();
    for (who, method, path, sent, status, code) in every_kind_of_error(&reference) {
        let mut told = Vec::new();
        for language in ["en", "fa"] {
            let more = [("accept-language", language)];
            let answer = match method {
                "GET" => ferry.get_in(who, &path, language).await,
                _ => ferry.call(who, &path, &sent, &more).await,
            };
            assert_eq!(answer.status, status, "{path} {sent}: {}", answer.text());
            assert_eq!(answer.headers["content-type"], "application/problem+json");
            let problem = body(&answer);
            assert_eq!(problem["code"], code, "{path} {sent}");
            assert_eq!(problem["type"], format!("urn:redress:problem:{code}"));
            assert_eq!(problem["status"], status);
            for error in problem["errors"].as_array().into_iter().flatten() {
                for part in ["field", "code", "detail"] {
                    assert!(error[part].is_string(), "{path}: {error}");
                }
            }
            told.push((problem["title"].clone(), problem["detail"].clone()));
        }
        assert_ne!(
            told[0], told[1],
            "{path}: in the language that was asked for"
        );
        assert!(!told[0].1.as_str().unwrap().is_empty(), "{path}");
    }
}

#[tokio::test]
async fn the_feed_goes_on_over_a_page_on_which_everything_is_hidden() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    // The administrator runs the system and sees no case.
    let (mut after, mut kinds) = (-1, Vec::new());
    loop {
        let path = format!("/api/v1/journal?limit=2&after={after}");
        let page = body(&ferry.get("rima@blueferry.example", &path).await);
        let items = page["items"].as_array().unwrap();
        kinds.extend(
            items
                .iter()
                .map(|item| item["kind"].as_str().unwrap().to_owned()),
        );
        assert!(!page.to_string().contains(&reference), "{page}");
        match page["next"].as_i64() {
            Some(next) => after = next,
            None => break,
        }
    }
    assert!(kinds.iter().any(|kind| kind == "person-added"), "{kinds:?}");
}
