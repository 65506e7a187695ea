use crate::{
    done, ferries, get,
    office::{JONAS, RIMA},
    refused, send,
};
use redress_store::rebuild_check;
use serde_json::{Value, json};

const WEBHOOKS: &str = "/api/v1/webhooks";
const ADDRESS: &str = "https://crm.example/hook/s3cr3t-path";

#[tokio::test(flavor = "multi_thread")]
async fn the_secret_is_told_once_and_the_path_of_an_address_never() {
    for ferry in ferries().await {
        let key = [("idempotency-key", "crm")];
        let call = ("POST", WEBHOOKS);
        let new = json!({ "address": ADDRESS, "events": ["received", "closed"] });
        let made = ferry.ask(RIMA, call, new.clone(), &key).await;
        let webhook = done(&made, 201);
        let secret = webhook["secret"].as_str().unwrap();
        assert!(secret.starts_with("whsec_"), "{secret}");
        assert_eq!(webhook["origin"], "https://crm.example");
        let path = made.location.as_str();
        let again = ferry.ask(RIMA, call, new, &key).await;
        assert_eq!(done(&again, 200)["secret"], Value::Null, "told once");
        for read in [WEBHOOKS, path, &format!("{path}/deliveries")] {
            let text = ferry.get(RIMA, read).await.text();
            assert!(
                !text.contains("whsec_") && !text.contains("s3cr3t"),
                "{text}"
            );
        }
        let renewed = send(
            &ferry,
            RIMA,
            ("POST", &format!("{path}/secret")),
            Value::Null,
        )
        .await;
        assert_ne!(done(&renewed, 200)["secret"], webhook["secret"]);
        let off = json!({ "active": false, "events": [] });
        let off = done(&send(&ferry, RIMA, ("PATCH", path), off).await, 200);
        assert_eq!(
            (&off["active"], &off["events"]),
            (&json!(false), &json!([]))
        );
        let moved = json!({ "address": "https://other.example/x" });
        let moved = done(&send(&ferry, RIMA, ("PATCH", path), moved).await, 200);
        assert_eq!(
            (&moved["origin"], &moved["active"]),
            (&json!("https://other.example"), &json!(false))
        );
        assert_eq!(
            send(&ferry, JONAS, ("DELETE", path), Value::Null)
                .await
                .status,
            403
        );
        done(
            &send(&ferry, RIMA, ("DELETE", path), Value::Null).await,
            204,
        );
        assert_eq!(ferry.get(RIMA, path).await.status, 404);
        assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_did_not_arrive_is_sent_again_by_a_call() {
    for ferry in ferries().await {
        let new = json!({ "address": "https://nobody.invalid/hook" });
        let path = send(&ferry, RIMA, ("POST", WEBHOOKS), new).await.location;
        let tested = send(&ferry, RIMA, ("POST", &format!("{path}/test")), Value::Null).await;
        let came_of_it = done(&tested, 200);
        assert_ne!(came_of_it["test"], "taken", "the name leads nowhere");
        let failed = format!("{path}/deliveries?state=failed");
        let waiting = get(&ferry, RIMA, &failed).await;
        assert_eq!(waiting["items"][0]["event"], "test");
        let again = format!("{path}/resend");
        let one = json!({ "delivery": waiting["items"][0]["id"] });
        assert_eq!(
            done(&send(&ferry, RIMA, ("POST", &again), one).await, 200)["resent"],
            1
        );
        assert_eq!(get(&ferry, RIMA, &failed).await["items"], json!([]));
        assert_eq!(
            done(
                &send(&ferry, RIMA, ("POST", &again), Value::Null).await,
                200
            )["resent"],
            0
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_is_refused_as_on_the_page_and_there_is_an_end() {
    for ferry in ferries().await {
        for (address, code) in [
            ("http://crm.example/", "problem-webhook-not-https"),
            ("crm", "problem-webhook-unreadable"),
            ("https://a:b@crm.example/", "problem-webhook-credentials"),
        ] {
            let answer = send(
                &ferry,
                RIMA,
                ("POST", WEBHOOKS),
                json!({ "address": address }),
            )
            .await;
            assert_eq!(refused(&answer), ("address".to_owned(), code.to_owned()));
        }
        for n in 0..20 {
            let new = json!({ "address": format!("https://crm{n}.example/") });
            done(&send(&ferry, RIMA, ("POST", WEBHOOKS), new).await, 201);
        }
        let more = send(
            &ferry,
            RIMA,
            ("POST", WEBHOOKS),
            json!({ "address": ADDRESS }),
        )
        .await;
        assert_eq!(refused(&more).1, "webhooks-too-many");
    }
}
