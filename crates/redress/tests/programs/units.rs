use crate::{
    done, each, ferries, get,
    office::{ONA, RIMA},
    refused, send,
};
use redress_store::rebuild_check;
use serde_json::json;

const UNITS: &str = "/api/v1/units";

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_is_added_renamed_and_never_called_as_another() {
    for ferry in ferries().await {
        let add = |name: &str| json!({ "name": name });
        let made = send(&ferry, RIMA, ("POST", UNITS), add("Pier Nida")).await;
        let pier = done(&made, 201);
        done(
            &send(&ferry, RIMA, ("POST", UNITS), add("Depot")).await,
            201,
        );
        let stale = [("if-match", "\"17\"")];
        let other = ferry
            .ask(RIMA, ("POST", UNITS), add("Ticket office"), &stale)
            .await;
        done(&other, 201);
        let same = send(&ferry, RIMA, ("POST", UNITS), add("pier nida")).await;
        assert_eq!(
            refused(&same),
            ("name".to_owned(), "refusal-unit-name-taken".to_owned())
        );
        let path = made.location.as_str();
        let renamed = send(&ferry, RIMA, ("PATCH", path), add("Pier Two")).await;
        assert_eq!(done(&renamed, 200)["id"], pier["id"]);
        assert_eq!(
            each(&get(&ferry, ONA, UNITS).await, "name"),
            ["Depot", "Pier Two", "Ticket office"]
        );
        let nothing = format!("{UNITS}/{}", "0".repeat(32));
        let nobody = send(&ferry, RIMA, ("PATCH", &nothing), add("X")).await;
        assert_eq!(nobody.status, 404);
        assert_eq!(ferry.get(ONA, "/api/v1/units/pier").await.status, 404);
        assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_persons_key_is_not_anothers_and_not_another_calls() {
    for ferry in ferries().await {
        ferry.has_role(ONA, redress_kernel::Role::Admin, None).await;
        let key = [("idempotency-key", "k1")];
        for (who, name) in [(RIMA, "Pier One"), (ONA, "Pier Two")] {
            let made = ferry
                .ask(who, ("POST", UNITS), json!({ "name": name }), &key)
                .await;
            assert_eq!(done(&made, 201)["name"], name);
        }
        let wrong = ferry
            .ask(
                RIMA,
                ("POST", UNITS),
                json!({ "name": "X" }),
                &[("idempotency-key", "")],
            )
            .await;
        assert_eq!(refused(&wrong).0, "Idempotency-Key");
        let again = ferry
            .ask(RIMA, ("POST", UNITS), json!({ "name": "X" }), &key)
            .await;
        assert_eq!(done(&again, 200)["name"], "Pier One", "what the key made");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_is_json_and_nothing_else() {
    for ferry in ferries().await {
        let form = ferry.post(RIMA, UNITS, &[("name", "Pier")]).await;
        assert_eq!(form.status, 415, "{}", form.text());
        let broken = ferry.call(RIMA, UNITS, "{\"name\":", &[]).await;
        assert_eq!(broken.status, 400, "{}", broken.text());
        let list = ferry.call(RIMA, UNITS, "[1]", &[]).await;
        assert_eq!(refused(&list).1, "problem-json");
    }
}
