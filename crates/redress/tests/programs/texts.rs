use crate::{
    done, each, ferries, get,
    office::{AISTE, BORIS},
    refused, send,
};
use serde_json::{Value, json};

const TEXTS: &str = "/api/v1/texts";

fn late(body: &str) -> Value {
    json!({ "words": { "en": { "name": "Late ferry", "body": body } } })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_written_in_versions_put_away_and_offered_again() {
    for ferry in ferries().await {
        let made = send(
            &ferry,
            AISTE,
            ("POST", TEXTS),
            late("Dear {name}, we are sorry."),
        )
        .await;
        let text = done(&made, 201);
        assert_eq!(
            (&text["version"], &text["retired"]),
            (&json!(1), &json!(false))
        );
        let path = made.location.clone();
        let seen = [("if-match", made.header("etag"))];
        let seen: Vec<(&str, &str)> = seen.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let next = late("Dear {name}, we are very sorry.");
        let second = ferry.ask(BORIS, ("PUT", &path), next.clone(), &seen).await;
        assert_eq!(done(&second, 200)["version"], 2);
        assert_eq!(
            ferry.ask(AISTE, ("PUT", &path), next, &seen).await.status,
            409
        );
        let retire = format!("{path}/retirement");
        assert_eq!(
            done(
                &send(&ferry, AISTE, ("POST", &retire), Value::Null).await,
                200
            )["retired"],
            true
        );
        let restore = format!("{path}/restoration");
        assert_eq!(
            done(
                &send(&ferry, AISTE, ("POST", &restore), Value::Null).await,
                200
            )["retired"],
            false
        );
        let page = ferry.get(AISTE, "/desk/texts").await.text();
        assert!(page.contains("Late ferry"), "the page has it");
        // A shipped text is changed by its code.
        let shipped = each(&get(&ferry, AISTE, TEXTS).await, "code");
        let shipped = shipped.iter().find(|code| code.len() < 32).unwrap();
        let own = send(
            &ferry,
            AISTE,
            ("PUT", &format!("{TEXTS}/{shipped}")),
            late("Ours."),
        )
        .await;
        assert_eq!(done(&own, 200)["version"], 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_refused_at_its_language() {
    for ferry in ferries().await {
        let post = async |json: Value| refused(&send(&ferry, AISTE, ("POST", TEXTS), json).await);
        let at = |field: &str, code: &str| (field.to_owned(), code.to_owned());
        assert_eq!(
            post(late("Dear {naem},")).await,
            at("words.en", "refusal-text-unknown-variable")
        );
        assert_eq!(post(late("")).await.1, "refusal-text-empty");
        let half = json!({ "words": { "zh-Hant": { "body": "x" } } });
        assert_eq!(post(half).await, at("words.zh-Hant", "refusal-text-half"));
        for wrong in [
            json!({ "xx": {} }),
            json!({ "en": { "title": "x" } }),
            json!({ "en": 1 }),
        ] {
            assert_eq!(
                post(json!({ "words": wrong })).await.1,
                "problem-json",
                "{wrong}"
            );
        }
        assert_eq!(
            post(json!({ "words": [] })).await,
            at("words", "refusal-call-shape")
        );
        let nothing = send(&ferry, AISTE, ("PUT", "/api/v1/texts/nothing"), late("x")).await;
        assert_eq!(nothing.status, 404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_saved_list_is_changed_by_whom_it_belongs_to() {
    for ferry in ferries().await {
        let views = "/api/v1/views";
        let mine = json!({ "name": "Letters", "query": "queue=all&channel=letter" });
        let made = send(&ferry, AISTE, ("POST", views), mine).await;
        assert_eq!(done(&made, 201)["shared"], false);
        let path = made.location.as_str();
        assert_eq!(ferry.get(BORIS, path).await.status, 404);
        let shared = send(&ferry, AISTE, ("PATCH", path), json!({ "shared": true })).await;
        assert_eq!(done(&shared, 200)["name"], "Letters");
        assert_eq!(get(&ferry, BORIS, path).await["own"], false);
        for call in [("PATCH", path), ("DELETE", path)] {
            assert_eq!(send(&ferry, BORIS, call, Value::Null).await.status, 404);
        }
        done(
            &send(&ferry, AISTE, ("DELETE", path), Value::Null).await,
            204,
        );
        assert_eq!(get(&ferry, BORIS, views).await["items"], json!([]));
    }
}
