use crate::{
    body, done, each, facts, ferries, get,
    office::{AISTE, BORIS, Ferry, RIMA},
    refused, send,
    smtp_sink::SmtpSink,
};
use serde_json::{Value, json};

const PEOPLE: &str = "/api/v1/people";

fn minji() -> Value {
    json!({ "name": "Minji Kim", "email": "Minji@blueferry.example", "role": "intake", "language": "ko" })
}

async fn one(ferry: &Ferry, email: &str) -> String {
    format!("{PEOPLE}/{}", ferry.person(email).await)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_is_added_once_however_often_it_is_sent() {
    for ferry in ferries().await {
        let key = [("idempotency-key", "hr-17")];
        let call = ("POST", PEOPLE);
        let first = ferry.ask(RIMA, call, minji(), &key).await;
        let person = done(&first, 201);
        assert_eq!(person["email"], "minji@blueferry.example");
        assert_eq!(person["invitation"], "no-relay");
        let id = person["id"].as_str().unwrap();
        assert_eq!(first.location, format!("{PEOPLE}/{id}"));
        // No link is told: whoever held it could become this person.
        assert!(!first.text().contains("welcome"), "{}", first.text());
        assert_eq!(
            get(&ferry, RIMA, &first.location).await["invited_until"],
            Value::Null
        );
        let before = facts(&ferry).await;
        let again = ferry.ask(RIMA, call, minji(), &key).await;
        assert_eq!(done(&again, 200)["id"], id);
        assert_eq!(again.header("etag"), first.header("etag"));
        assert_eq!(facts(&ferry).await, before, "nothing is written twice");
        // Without the key it is another call, and the address is taken.
        let other = send(&ferry, RIMA, call, minji()).await;
        let taken = ("email".to_owned(), "refusal-email-taken".to_owned());
        assert_eq!(refused(&other), taken);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_goes_by_mail_and_ends_when_it_is_withdrawn() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    ferry.relay(sink.address.port()).await;
    let person = done(&send(&ferry, RIMA, ("POST", PEOPLE), minji()).await, 201);
    assert_eq!(person["invitation"], "mailed");
    let letter = sink.messages().pop().expect("a letter");
    assert_eq!(letter.to, ["minji@blueferry.example"]);
    let path = format!("{PEOPLE}/{}", person["id"].as_str().unwrap());
    assert!(get(&ferry, RIMA, &path).await["invited_until"].is_string());
    let invitation = format!("{path}/invitation");
    let gone = send(&ferry, RIMA, ("DELETE", &invitation), Value::Null).await;
    assert_eq!(done(&gone, 204), Value::Null);
    assert_eq!(get(&ferry, RIMA, &path).await["invited_until"], Value::Null);
    let again = send(&ferry, RIMA, ("POST", &invitation), Value::Null).await;
    assert_eq!(done(&again, 200)["invitation"], "mailed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_is_changed_on_what_was_read_and_not_on_what_has_passed() {
    for ferry in ferries().await {
        let path = one(&ferry, AISTE).await;
        let read = ferry.get(RIMA, &path).await;
        let seen = read.header("etag");
        let unit = done(
            &send(
                &ferry,
                RIMA,
                ("POST", "/api/v1/units"),
                json!({ "name": "Pier Nida" }),
            )
            .await,
            201,
        );
        let change = json!({ "role": "manager", "unit": "pier nida" });
        let call = ("PATCH", path.as_str());
        let changed = ferry.ask(RIMA, call, change, &[("if-match", &seen)]).await;
        let person = done(&changed, 200);
        assert_eq!(
            (&person["role"], &person["unit"]),
            (&json!("manager"), &unit["id"])
        );
        assert_eq!(
            person["name"],
            body(&read)["name"],
            "what is left out stays"
        );
        let late = ferry
            .ask(
                RIMA,
                call,
                json!({ "role": "intake" }),
                &[("if-match", &seen)],
            )
            .await;
        assert_eq!(late.status, 409, "{}", late.text());
        assert_eq!(
            late.header("etag"),
            changed.header("etag"),
            "what to read again"
        );
        let back = send(&ferry, RIMA, call, json!({ "unit": null })).await;
        assert_eq!(done(&back, 200)["unit"], Value::Null);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_is_refused_what_the_page_refuses() {
    for ferry in ferries().await {
        let own = one(&ferry, RIMA).await;
        let role = send(&ferry, RIMA, ("PATCH", &own), json!({ "role": "manager" })).await;
        assert_eq!(
            refused(&role),
            ("role".to_owned(), "refusal-own-role".to_owned())
        );
        let gone = format!("{own}/deactivation");
        let gone = send(&ferry, RIMA, ("POST", &gone), Value::Null).await;
        assert_eq!(refused(&gone).1, "own-deactivation");
        let path = one(&ferry, BORIS).await;
        for (member, value, code) in [
            ("unit", json!("Nowhere"), "refusal-unit-unknown"),
            ("email", json!("boris"), "refusal-email-wrong"),
            ("role", json!("king"), "problem-choose"),
            ("name", json!(""), "problem-required"),
            ("password", json!("x"), "problem-unknown-field"),
        ] {
            let sent = json!({ member: value });
            let answer = send(&ferry, RIMA, ("PATCH", &path), sent).await;
            assert_eq!(refused(&answer), (member.to_owned(), code.to_owned()));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_left_is_found_by_the_office_and_by_nobody_else() {
    for ferry in ferries().await {
        let path = one(&ferry, BORIS).await;
        let leave = format!("{path}/deactivation");
        let left = done(
            &send(&ferry, RIMA, ("POST", &leave), Value::Null).await,
            200,
        );
        assert_eq!(left["active"], false);
        assert_eq!(
            refused(&send(&ferry, RIMA, ("POST", &leave), Value::Null).await).1,
            "inactive-already"
        );
        let there = |list: &Value| each(list, "name").contains(&"Boris Lane".to_owned());
        assert!(!there(&get(&ferry, RIMA, PEOPLE).await));
        let gone = format!("{PEOPLE}?active=false");
        assert!(there(&get(&ferry, RIMA, &gone).await));
        assert_eq!(get(&ferry, AISTE, &gone).await["items"], json!([]));
        assert_eq!(ferry.get(AISTE, &path).await.status, 404);
        let back = format!("{path}/reactivation");
        done(&send(&ferry, RIMA, ("POST", &back), Value::Null).await, 200);
        let known = get(&ferry, AISTE, &path).await;
        assert_eq!(known["name"], "Boris Lane");
        assert_eq!(
            known.get("email"),
            None,
            "colleagues read no addresses here"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_is_read_page_by_page() {
    for ferry in ferries().await {
        let whole = each(&get(&ferry, RIMA, PEOPLE).await, "id");
        assert!(whole.len() > 4);
        let (mut read, mut next) = (Vec::new(), String::new());
        loop {
            let page = get(&ferry, RIMA, &format!("{PEOPLE}?limit=2&cursor={next}")).await;
            read.extend(each(&page, "id"));
            match page["next"].as_str() {
                Some(cursor) => next = cursor.to_owned(),
                None => break,
            }
        }
        assert_eq!(read, whole);
        for wrong in ["limit=0", "limit=201", "cursor=x"] {
            let answer = ferry.get(RIMA, &format!("{PEOPLE}?{wrong}")).await;
            assert_eq!(refused(&answer).1, "problem-parameter", "{wrong}");
        }
    }
}
