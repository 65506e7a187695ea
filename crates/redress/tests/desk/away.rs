//! Aiste is at the lake for two weeks and Tomas stands in: he is written to as well, her
//! cases say so, and what hides itself from him stays hidden.

use crate::office::{AISTE, Answer, BORIS, Ferry, ONA, TOMAS};
use crate::smtp_sink::SmtpSink;
use axum::http::StatusCode;
use redress_mail::reading::read;
use redress_store::rebuild_check;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(5);

async fn away(ferry: &Ferry, deputy: &str, from: &str, until: &str) -> Answer {
    let deputy = ferry.person(deputy).await.to_string();
    let typed = [
        ("away-from", from),
        ("away-until", until),
        ("away-deputy", deputy.as_str()),
    ];
    ferry.post(AISTE, "/desk/away", &typed).await
}

async fn wants_to_hear(ferry: &Ferry, who: &str) {
    let typed = [
        ("notice-assigned", "instant"),
        ("notice-reply", "instant"),
        ("notice-mention", "none"),
    ];
    let answer = ferry.post(who, "/desk/notices", &typed).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

async fn given_to_aiste(ferry: &Ferry, by: &str) -> String {
    let reference = ferry.call_of(&[]).await;
    let aiste = ferry.person(AISTE).await.to_string();
    let path = format!("/desk/{reference}/assignment");
    let answer = ferry.post(by, &path, &[("colleague", &aiste)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    reference
}

#[tokio::test(flavor = "multi_thread")]
async fn the_deputy_hears_of_what_comes_while_somebody_is_away_and_the_case_says_who_it_is() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    ferry.relay(sink.address.port()).await;
    wants_to_hear(&ferry, BORIS).await;
    let set = away(&ferry, BORIS, "2026-03-02", "2026-03-13").await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.text());
    let reference = given_to_aiste(&ferry, TOMAS).await;
    let page = ferry.get(TOMAS, &format!("/desk/{reference}")).await.text();
    assert!(page.contains("Deputy until"), "{page}");
    ferry.later(600);
    ferry.work().await;
    let mail = sink.wait_for(1, PATIENCE).remove(0);
    assert_eq!(mail.to, [BORIS]);
    assert!(read(mail.data.as_bytes()).text().contains(&reference));
    let own = ferry.get(BORIS, "/desk/away").await.text();
    assert!(own.contains("Aistė"), "{own}");
    assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn before_and_after_nobody_stands_in_and_it_can_end_early() {
    let ferry = Ferry::open().await;
    away(&ferry, BORIS, "2026-03-04", "2026-03-05").await;
    let reference = given_to_aiste(&ferry, TOMAS).await;
    let path = format!("/desk/{reference}");
    let says = async || {
        ferry
            .get(TOMAS, &path)
            .await
            .text()
            .contains("Deputy until")
    };
    assert!(!says().await, "not yet");
    ferry.later(2 * 86_400);
    assert!(says().await);
    ferry.later(2 * 86_400);
    assert!(!says().await, "over");
    away(&ferry, BORIS, "2026-03-06", "2026-03-20").await;
    assert!(says().await);
    let ended = ferry.post(AISTE, "/desk/away/end", &[]).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER);
    assert!(!says().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deputy_whom_the_complaint_is_about_hears_nothing_of_it() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    ferry.relay(sink.address.port()).await;
    wants_to_hear(&ferry, BORIS).await;
    away(&ferry, BORIS, "2026-03-02", "2026-03-13").await;
    let about_him = given_to_aiste(&ferry, TOMAS).await;
    ferry.concerns_boris(&about_him).await;
    ferry.later(600);
    ferry.work().await;
    assert!(sink.messages().is_empty());
    let page = ferry.get(BORIS, &format!("/desk/{about_him}")).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    // The next one is told, so that silence above proves something.
    let another = given_to_aiste(&ferry, TOMAS).await;
    ferry.later(600);
    ferry.work().await;
    let mail = sink.wait_for(1, PATIENCE).remove(0);
    let text = read(mail.data.as_bytes()).text();
    assert!(
        text.contains(&another) && !text.contains(&about_him),
        "{text}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_do_her_work_cannot_stand_in() {
    let ferry = Ferry::open().await;
    let no = away(&ferry, ONA, "2026-03-02", "2026-03-13").await;
    assert_ne!(no.status, StatusCode::SEE_OTHER);
    assert!(
        no.text()
            .contains("choose a colleague who may do what you do"),
        "{}",
        no.text()
    );
    let past = away(&ferry, BORIS, "2026-02-02", "2026-02-13").await;
    assert!(past.text().contains("This time is over already"));
}
