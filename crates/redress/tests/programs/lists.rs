use crate::{
    done, each, facts, ferries, get,
    office::{AISTE, RIMA},
    refused, send,
};
use axum::http::StatusCode;
use serde_json::{Value, json};

const LIST: &str = "/api/v1/categories";
const WHOLE: &str = "/api/v1/categories?limit=200";

fn items(list: &Value) -> Vec<Value> {
    list["items"].as_array().unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_is_sent_back_as_it_was_read_changes_nothing() {
    for ferry in ferries().await {
        for list in ["/api/v1/categories", "/api/v1/remedies"] {
            let whole = get(&ferry, RIMA, &format!("{list}?limit=200")).await;
            assert_eq!(whole["items"][0]["labels"].as_object().unwrap().len(), 6);
            let before = facts(&ferry).await;
            let sent = json!({ "items": items(&whole) });
            done(&send(&ferry, RIMA, ("PUT", list), sent).await, 200);
            assert_eq!(facts(&ferry).await, before);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_list_orders_words_adds_and_retires_for_everybody_at_once() {
    for ferry in ferries().await {
        let read = ferry.get(RIMA, WHOLE).await;
        let mut all = items(&crate::body(&read));
        all.rotate_left(5); // "06" leads
        all[0]["words"] = json!({ "en": "Crew", "lt": "Įgula" });
        all[1]["retired"] = json!(true);
        all.push(json!({ "code": "jetty", "words": { "lt": "Prieplauka" } }));
        let seen = read.header("etag");
        let sent = json!({ "items": all });
        let more = [("if-match", seen.as_str())];
        let changed = ferry.ask(RIMA, ("PUT", WHOLE), sent.clone(), &more).await;
        let list = done(&changed, 200);
        assert_eq!(list["items"][0]["label"], "Crew");
        assert_eq!(list["items"][1]["retired"], true);
        assert_eq!(each(&list, "code").last().unwrap(), "jetty");
        // The version is the list's, in whatever language it is read.
        let persian = ferry.get_in(RIMA, LIST, "fa").await;
        assert_eq!(persian.header("etag"), changed.header("etag"));
        let late = ferry.ask(RIMA, ("PUT", LIST), sent, &more).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        let described = ferry.get(AISTE, "/openapi.json").await.text();
        assert!(described.contains("\"jetty\""), "offered to verbs, too");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_term_is_retired_and_never_left_out() {
    for ferry in ferries().await {
        let mut all = items(&get(&ferry, RIMA, WHOLE).await);
        let last = all.pop().unwrap();
        let put = async |all: &[Value]| {
            refused(&send(&ferry, RIMA, ("PUT", LIST), json!({ "items": all })).await)
        };
        let at = |code: &str| ("items".to_owned(), format!("refusal-{code}"));
        assert_eq!(put(&all).await, at("term-left-out"));
        all.extend([last.clone(), last.clone()]);
        assert_eq!(put(&all).await, at("term-twice"));
        all.pop();
        for wrong in [
            json!({ "code": 1 }),
            json!({ "code": "x", "colour": "red" }),
            json!("x"),
        ] {
            let mut more = all.clone();
            more.push(wrong);
            assert_eq!(put(&more).await, at("call-shape"));
        }
        all.push(json!({ "code": "jetty" }));
        assert_eq!(put(&all).await.1, "refusal-term-needs-word");
        let empty = send(&ferry, RIMA, ("PUT", LIST), json!({})).await;
        assert_eq!(
            refused(&empty),
            ("items".to_owned(), "problem-required".to_owned())
        );
    }
}
