//! A note that points to a colleague: told as they chose, never who may not see the case,
//! and without a word of the note in the letter; the same for programs.

use crate::engines::ferries;
use crate::office::{AISTE, BORIS, Ferry, JONAS, TOMAS};
use crate::smtp_sink::SmtpSink;
use axum::http::StatusCode;
use redress_mail::reading::read;
use serde_json::{Value, json};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(5);

async fn noted(ferry: &Ferry, reference: &str, typed: &[(&str, &str)]) -> StatusCode {
    let path = format!("/desk/{reference}/notes");
    ferry.post(TOMAS, &path, typed).await.status
}

/// A minute is waited for more, and no letter leaves at night.
async fn told(ferry: &Ferry, sink: &SmtpSink) -> usize {
    ferry.later(180);
    ferry.work().await;
    sink.messages().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_named_in_a_note_gets_a_letter_with_the_reference_alone() {
    for ferry in ferries().await {
        let sink = SmtpSink::start();
        ferry.relay(sink.address.port()).await;
        let reference = ferry.call_of(&[]).await;
        let text = "@Aistė please ring her, the purser shouted.";
        let done = noted(&ferry, &reference, &[("text", text)]).await;
        assert_eq!(done, StatusCode::SEE_OTHER);
        assert_eq!(told(&ferry, &sink).await, 1);
        let mail = sink.wait_for(1, PATIENCE).remove(0);
        assert_eq!(mail.to, [AISTE]);
        let said = read(mail.data.as_bytes()).text();
        assert!(said.contains(&format!("/desk/{reference}")), "{said}");
        assert!(!said.contains("purser") && !said.contains("Rasa"), "{said}");
        let page = ferry.get(TOMAS, &format!("/desk/{reference}")).await.text();
        assert!(page.contains("Internal note for:"), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ticked_in_the_list_is_told_alike_and_who_writes_is_not() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    ferry.relay(sink.address.port()).await;
    let reference = ferry.call_of(&[]).await;
    let aiste = ferry.person(AISTE).await.to_string();
    let tomas = ferry.person(TOMAS).await.to_string();
    let form = format!("/desk/{reference}?open=notes");
    let page = ferry.get(TOMAS, &format!("/desk/{reference}")).await.text();
    assert!(page.contains("#v-notes\"") && !page.contains("name=\"tell\""));
    let page = ferry.get(TOMAS, &form).await.text();
    let offered = |id: &str| page.contains(&format!("name=\"tell\" value=\"{id}\""));
    assert!(offered(&aiste) && !offered(&tomas), "{page}");
    let typed = [("text", "Look."), ("tell", &aiste), ("tell", &tomas)];
    assert_eq!(
        noted(&ferry, &reference, &typed).await,
        StatusCode::SEE_OTHER
    );
    assert_eq!(told(&ferry, &sink).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_complained_about_is_neither_offered_nor_told() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    ferry.relay(sink.address.port()).await;
    let reference = ferry.call_of(&[]).await;
    ferry.concerns_boris(&reference).await;
    let boris = ferry.person(BORIS).await.to_string();
    let form = format!("/desk/{reference}?open=notes");
    let page = ferry.get(TOMAS, &form).await.text();
    assert!(page.contains("name=\"tell\""), "{page}");
    assert!(!page.contains(&format!("name=\"tell\" value=\"{boris}\"")));
    let named = [("text", "@Boris Lane was on board.")];
    assert_eq!(
        noted(&ferry, &reference, &named).await,
        StatusCode::SEE_OTHER
    );
    let ticked = [("text", "Look."), ("tell", boris.as_str())];
    let refused = noted(&ferry, &reference, &ticked).await;
    assert_eq!(refused, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(told(&ferry, &sink).await, 0);
    // Named before anybody knew that it is about him.
    let other = ferry.call_of(&[]).await;
    noted(&ferry, &other, &named).await;
    ferry.concerns_boris(&other).await;
    assert_eq!(told(&ferry, &sink).await, 0);
}

async fn notices(ferry: &Ferry, who: &str, method: &str, body: Value) -> (StatusCode, Value) {
    let answer = ferry.ask(who, (method, "/api/v1/notices"), body, &[]).await;
    let json = serde_json::from_slice(&answer.bytes).unwrap_or_default();
    (answer.status, json)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_reads_and_changes_the_choices_of_its_own_person() {
    let ferry = Ferry::open().await;
    let (status, first) = notices(&ferry, AISTE, "GET", Value::Null).await;
    let as_it_is = json!({ "assigned": "none", "reply": "none", "mention": "instant" });
    assert_eq!((status, first), (StatusCode::OK, as_it_is));
    let wish = json!({ "mention": "none", "reply": "digest" });
    let (status, now) = notices(&ferry, AISTE, "PATCH", wish).await;
    let then = json!({ "assigned": "none", "reply": "digest", "mention": "none" });
    assert_eq!((status, now), (StatusCode::OK, then));
    let (_, others) = notices(&ferry, JONAS, "GET", Value::Null).await;
    assert_eq!(others["mention"], "instant", "one's own alone");
    for wrong in [json!({ "reply": "often" }), json!({ "weather": "none" })] {
        let (status, _) = notices(&ferry, AISTE, "PATCH", wrong).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let sink = SmtpSink::start();
    ferry.relay(sink.address.port()).await;
    let reference = ferry.call_of(&[]).await;
    let path = format!("/api/v1/complaints/{reference}/notes");
    let aiste = ferry.person(AISTE).await;
    let body = json!({ "text": "Look.", "tell": [aiste] }).to_string();
    let done = ferry.call(TOMAS, &path, &body, &[]).await;
    assert!(done.status.is_success(), "{}", done.text());
    assert_eq!(told(&ferry, &sink).await, 0, "she wants no such letters");
}
