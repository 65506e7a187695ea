//! Progress updates by e-mail that somebody stops: by one click in a mail program, by the
//! link, or on the follow-up page; what is owed goes on, and everything can be taken back.

use crate::engines::ferries;
use crate::office::{AISTE, Ferry};
use crate::smtp_sink::{Message, SmtpSink};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use http_body_util::BodyExt;
use redress_complaint::case::MessageState;
use redress_mail::reading::read;
use redress_store::rebuild_check;
use std::time::Duration;
use tower::ServiceExt;

const PATIENCE: Duration = Duration::from_secs(5);
const ONE_CLICK: &str = "List-Unsubscribe=One-Click";

/// A program without cookies, tokens or a page that it comes from.
async fn stranger(ferry: &Ferry, path: &str, body: Option<&str>) -> (StatusCode, String) {
    let request = Request::builder()
        .method(if body.is_some() { "POST" } else { "GET" })
        .uri(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body.unwrap_or_default().to_owned()));
    let answer = ferry.app.clone().oneshot(request.unwrap()).await.unwrap();
    let status = answer.status();
    let bytes = answer.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8_lossy(&bytes).into_owned())
}

async fn does(ferry: &Ferry, reference: &str, verb: &str, typed: &[(&str, &str)]) -> StatusCode {
    let path = format!("/desk/{reference}/{verb}");
    ferry.post(AISTE, &path, typed).await.status
}

/// Queued, out of its undo window, and worked on.
async fn updated(ferry: &Ferry, reference: &str) {
    let done = does(ferry, reference, "update", &[("body", "We ask the crew.")]).await;
    assert_eq!(done, StatusCode::SEE_OTHER);
    ferry.later(30);
    ferry.work().await;
}

/// Of the last line of the letter.
fn link_in(mail: &Message) -> String {
    let text = read(mail.data.as_bytes()).text();
    let (_, rest) = text.split_once("/updates/").expect("a link");
    let token: String = rest.chars().take_while(|c| c.is_ascii_hexdigit()).collect();
    format!("/updates/{token}")
}

async fn rasas_update(ferry: &Ferry, sink: &SmtpSink) -> (String, String) {
    ferry.relay(sink.address.port()).await;
    let reference = ferry.call_of(&[("caller-reach", "rasa@example.org")]).await;
    updated(ferry, &reference).await;
    let mails = sink.wait_for(2, PATIENCE);
    let (first, update) = (&mails[0], &mails[1]);
    assert!(first.header("list-unsubscribe").is_none(), "it is owed");
    let link = link_in(update);
    let header = update.header("list-unsubscribe").unwrap();
    assert_eq!(header, format!("<http://127.0.0.1:8080{link}?lang=lt>"));
    assert!(!link.contains(&reference) && !header.contains("rasa"));
    (reference, link)
}

#[tokio::test(flavor = "multi_thread")]
async fn one_click_stops_updates_and_nothing_that_is_owed() {
    for ferry in ferries().await {
        one_click(&ferry).await;
    }
}

async fn one_click(ferry: &Ferry) {
    let sink = SmtpSink::start();
    let (reference, link) = rasas_update(ferry, &sink).await;
    let (status, page) = stranger(ferry, &link, None).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert!(page.contains(&reference) && !page.contains("Rasa"));
    assert!(ferry.case(&reference).await.updates_stopped.is_none());
    for _ in 0..2 {
        let (status, page) = stranger(ferry, &link, Some(ONE_CLICK)).await;
        assert_eq!(status, StatusCode::OK, "no redirect: {page}");
    }
    let case = ferry.case(&reference).await;
    assert!(case.updates_stopped.is_some());
    let said = |m: &&redress_complaint::case::Moment| m.kind == "updates-by-mail";
    assert_eq!(
        case.timeline.iter().filter(said).count(),
        1,
        "twice is once"
    );
    let due = case.due.update;
    ferry.later(86_400);
    updated(ferry, &reference).await;
    let case = ferry.case(&reference).await;
    let update = case.messages.last().unwrap();
    assert_eq!(
        (update.way.as_str(), update.state),
        ("portal", MessageState::Sent)
    );
    assert!(
        case.due.update > due,
        "told on their page, and counted on from there"
    );
    assert_eq!(sink.messages().len(), 2, "no mail");
    let reply = [("body", "Which ferry was it?"), ("request", "1")];
    assert_eq!(
        does(ferry, &reference, "messages", &reply).await,
        StatusCode::SEE_OTHER
    );
    ferry.later(30);
    ferry.work().await;
    let mail = sink.wait_for(3, PATIENCE).remove(2);
    assert!(mail.header("list-unsubscribe").is_none());
    let differences = rebuild_check(&ferry.house.db).unwrap();
    assert!(differences.is_empty(), "{differences:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_update_on_its_way_stands_on_the_page_and_a_colleague_cannot_mail_it_by_hand() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    let (reference, link) = rasas_update(&ferry, &sink).await;
    does(&ferry, &reference, "update", &[("body", "Still asking.")]).await;
    stranger(&ferry, &link, Some("updates=stop")).await;
    ferry.later(30);
    ferry.work().await;
    let case = ferry.case(&reference).await;
    let update = case.messages.last().unwrap();
    assert_eq!(
        (update.way.as_str(), update.state),
        ("portal", MessageState::Sent)
    );
    assert_eq!(sink.messages().len(), 2);
    let by_hand = [("body", "Once more."), ("way", "email")];
    let done = does(&ferry, &reference, "update", &by_hand).await;
    assert_eq!(done, StatusCode::UNPROCESSABLE_ENTITY);
    let desk = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
    assert!(
        desk.contains("No progress updates by e-mail since"),
        "{desk}"
    );
    let path = format!("/api/v1/complaints/{reference}");
    let case: serde_json::Value =
        serde_json::from_slice(&ferry.get(AISTE, &path).await.bytes).unwrap();
    assert_eq!(case["updates_by_mail"], false);
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_taken_back_by_the_link_and_forged_links_lead_nowhere() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    let (reference, link) = rasas_update(&ferry, &sink).await;
    stranger(&ferry, &link, Some("updates=stop")).await;
    let (_, page) = stranger(&ferry, &link, None).await;
    assert!(page.contains("value=\"again\""), "{page}");
    let (status, _) = stranger(&ferry, &link, Some("updates=again")).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    updated(&ferry, &reference).await;
    assert_eq!(sink.wait_for(3, PATIENCE).len(), 3, "mails come again");
    let (status, _) = stranger(&ferry, &link, Some("")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let other = ferry.case(&ferry.call_of(&[]).await).await.id.to_string();
    let forged = format!("/updates/{other}{}", &link["/updates/".len() + 32..]);
    for wrong in [forged.as_str(), "/updates/x"] {
        assert_eq!(stranger(&ferry, wrong, None).await.0, StatusCode::NOT_FOUND);
        let posted = stranger(&ferry, wrong, Some(ONE_CLICK)).await.0;
        assert_eq!(posted, StatusCode::NOT_FOUND);
    }
}
