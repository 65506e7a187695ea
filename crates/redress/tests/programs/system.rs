use crate::{
    done, ferries, get,
    office::{AISTE, BORIS, Ferry, JONAS, TOMAS},
    refused, send,
};
use redress_store::rebuild_check;
use serde_json::{Value, json};

async fn act(ferry: &Ferry, who: &str, path: &str, json: Value) -> Value {
    done(&send(ferry, who, ("POST", path), json).await, 200)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_policy_is_written_approved_by_somebody_else_published_and_read() {
    for ferry in ferries().await {
        let versions = "/api/v1/policy/versions";
        assert_eq!(ferry.get(AISTE, "/api/v1/policy").await.status, 404);
        let begun = send(&ferry, AISTE, ("POST", versions), Value::Null).await;
        assert_eq!(done(&begun, 201)["number"], 1);
        let path = begun.location.as_str();
        let twice = send(&ferry, AISTE, ("POST", versions), Value::Null).await;
        assert_eq!(refused(&twice).1, "policy-under-way");
        let first = json!({ "texts": { "en": "We listen." } });
        assert_eq!(
            done(&send(&ferry, AISTE, ("PATCH", path), first).await, 200)["texts"]["en"],
            "We listen."
        );
        let early = send(
            &ferry,
            AISTE,
            ("POST", &format!("{path}/submission")),
            Value::Null,
        )
        .await;
        assert_eq!(refused(&early).1, "policy-language-missing");
        let rest = json!({ "texts": { "ko": "a", "zh-Hant": "b", "zh-Hans": "c", "lt": "d", "fa": "e" }, "considered": "Talks." });
        let whole = done(&send(&ferry, AISTE, ("PATCH", path), rest).await, 200);
        assert_eq!(whole["texts"]["en"], "We listen.", "what is left out stays");
        let wrong = send(
            &ferry,
            AISTE,
            ("PATCH", path),
            json!({ "texts": { "xx": "y" } }),
        )
        .await;
        assert_eq!(refused(&wrong).0, "texts.xx");
        act(&ferry, AISTE, &format!("{path}/submission"), Value::Null).await;
        let approval = format!("{path}/approval");
        assert_eq!(
            send(&ferry, AISTE, ("POST", &approval), Value::Null)
                .await
                .status,
            403
        );
        assert_eq!(
            act(&ferry, TOMAS, &approval, Value::Null).await["state"],
            "approved"
        );
        act(&ferry, TOMAS, &format!("{path}/publication"), Value::Null).await;
        let now = get(&ferry, BORIS, "/api/v1/policy").await;
        assert_eq!(now["texts"]["fa"], "e");
        let reading = format!("{path}/reading");
        act(&ferry, BORIS, &reading, Value::Null).await;
        let again = send(&ferry, BORIS, ("POST", &reading), Value::Null).await;
        assert_eq!(refused(&again).1, "policy-read-already");
        let all = get(&ferry, JONAS, versions).await;
        assert_eq!(all["items"][0]["in_force"], true);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_corrective_action_is_carried_out_and_checked_by_somebody_else() {
    for ferry in ferries().await {
        let reference = ferry.call_of(&[]).await;
        let actions = "/api/v1/corrective-actions";
        let plan = json!({ "title": "A second clock", "owner": ferry.person(AISTE).await, "due_on": "2026-03-20" });
        let made = send(&ferry, AISTE, ("POST", actions), plan).await;
        assert_eq!(done(&made, 201)["state"], "open");
        let path = made.location.as_str();
        let finish = format!("{path}/done");
        let unknown = send(
            &ferry,
            AISTE,
            ("POST", &finish),
            json!({ "what": "Mounted." }),
        )
        .await;
        assert_eq!(refused(&unknown).1, "action-without-cause");
        let cause = json!({ "cause": "One clock.", "plan": "Mount another." });
        let planned = done(&send(&ferry, AISTE, ("PATCH", path), cause).await, 200);
        assert_eq!(
            (&planned["title"], &planned["cause"]),
            (&json!("A second clock"), &json!("One clock."))
        );
        let link = format!("{path}/link");
        let linked = act(&ferry, AISTE, &link, json!({ "complaint": reference })).await;
        assert_eq!(linked["complaints"], json!([reference]));
        act(&ferry, AISTE, &finish, json!({ "what": "Mounted." })).await;
        let effect = format!("{path}/effect");
        let works = json!({ "works": true, "observed": "No ferry left early." });
        let own = send(&ferry, AISTE, ("POST", &effect), works.clone()).await;
        assert_eq!(refused(&own).1, "effect-checked-by-owner");
        assert_eq!(
            act(&ferry, TOMAS, &effect, works).await["state"],
            "effective"
        );
        assert_eq!(get(&ferry, JONAS, actions).await["items"], json!([]));
        let effective = get(&ferry, JONAS, &format!("{actions}?state=effective")).await;
        assert_eq!(effective["items"][0]["title"], "A second clock");
        // Whom the complaint is about finds neither.
        ferry.concerns_boris(&reference).await;
        assert_eq!(ferry.get(BORIS, path).await.status, 404);
        let hidden = send(
            &ferry,
            BORIS,
            ("POST", &link),
            json!({ "complaint": reference }),
        )
        .await;
        assert_eq!(hidden.status, 404);
        assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_objective_is_set_and_given_up() {
    for ferry in ferries().await {
        let objectives = "/api/v1/objectives";
        let aim = json!({
            "indicator": "received", "way": "at-most", "target": 5, "owner": ferry.person(AISTE).await,
            "due_on": "2026-12-31", "method": "A second gate.",
        });
        let made = send(&ferry, TOMAS, ("POST", objectives), aim.clone()).await;
        assert_eq!(done(&made, 201)["method"], "A second gate.");
        assert_eq!(
            get(&ferry, JONAS, objectives).await["items"][0]["met"],
            true
        );
        let mut late = aim;
        late["due_on"] = json!("2025-12-31");
        let late = send(&ferry, TOMAS, ("POST", objectives), late).await;
        assert_eq!(
            refused(&late),
            ("due_on".to_owned(), "refusal-objective-due-past".to_owned())
        );
        let retire = format!("{}/retirement", made.location);
        let given_up = act(&ferry, TOMAS, &retire, json!({ "reason": "Reached." })).await;
        assert_eq!(given_up["reason"], "Reached.");
        assert_eq!(get(&ferry, JONAS, objectives).await["items"], json!([]));
        let past = get(&ferry, JONAS, &format!("{objectives}?retired=true")).await;
        assert_eq!(past["items"][0]["target"], 5);
    }
}
