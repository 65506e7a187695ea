//! What colleagues are written to about: what they asked for, while the office is open,
//! and without a word about the complainant.

use crate::engines::ferries;
use crate::office::{AISTE, Ferry, TOMAS};
use crate::smtp_sink::SmtpSink;
use axum::http::StatusCode;
use redress_mail::reading::read;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(5);

async fn chosen(ferry: &Ferry, assigned: &str, reply: &str) {
    let typed = [
        ("notice-assigned", assigned),
        ("notice-reply", reply),
        ("notice-mention", "none"),
    ];
    let answer = ferry.post(AISTE, "/desk/notices", &typed).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

async fn given_to_aiste(ferry: &Ferry) -> String {
    let reference = ferry.call_of(&[]).await;
    let aiste = ferry.person(AISTE).await.to_string();
    let path = format!("/desk/{reference}/assignment");
    let answer = ferry
        .post(TOMAS, &path, &[("colleague", aiste.as_str())])
        .await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    reference
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asked_for_it_is_written_to_once_about_all_that_came_in_a_minute() {
    for ferry in ferries().await {
        let sink = SmtpSink::start();
        ferry.relay(sink.address.port()).await;
        given_to_aiste(&ferry).await;
        ferry.later(600);
        ferry.work().await;
        assert!(sink.messages().is_empty(), "nobody asked for it yet");
        chosen(&ferry, "instant", "none").await;
        let (one, two) = (given_to_aiste(&ferry).await, given_to_aiste(&ferry).await);
        ferry.work().await;
        assert!(sink.messages().is_empty(), "a minute is waited for more");
        ferry.later(180);
        ferry.work().await;
        let mail = sink.wait_for(1, PATIENCE).remove(0);
        assert_eq!(mail.to, [AISTE]);
        let text = read(mail.data.as_bytes()).text();
        assert!(text.contains(&format!("/desk/{one}")) && text.contains(&format!("/desk/{two}")));
        assert!(!text.contains("Rasa") && !text.contains("8:50"), "{text}");
        ferry.later(600);
        ferry.work().await;
        assert_eq!(sink.messages().len(), 1, "once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_digest_comes_the_next_morning_and_nothing_comes_at_night() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    ferry.relay(sink.address.port()).await;
    chosen(&ferry, "digest", "none").await;
    given_to_aiste(&ferry).await;
    ferry.later(6 * 3600);
    ferry.work().await;
    assert!(sink.messages().is_empty(), "not before tomorrow");
    ferry.later(20 * 3600);
    ferry.work().await;
    assert_eq!(sink.wait_for(1, PATIENCE).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_fit_into_one_letter_follows_in_the_next() {
    use redress_complaint::{facts::Assigned, record::id_of};
    use redress_kernel::{By, Draft, Id};
    use redress_store::{Error, Tx};
    for ferry in ferries().await {
        let sink = SmtpSink::start();
        ferry.relay(sink.address.port()).await;
        chosen(&ferry, "instant", "none").await;
        let aiste = ferry.person(AISTE).await;
        let mut references = Vec::new();
        for _ in 0..103 {
            references.push(ferry.call_of(&[]).await);
        }
        let (now, all) = (ferry.house.now(), references.clone());
        let assign = move |tx: &mut Tx| -> Result<(), Error> {
            for reference in &all {
                let case: Id = id_of(tx, reference)?.unwrap();
                let fact = Assigned {
                    owner: Some(aiste),
                    unit: None,
                };
                tx.record(Draft::of(case, &fact), &By::system(now))?;
            }
            Ok(())
        };
        ferry.house.db.write(assign).await.unwrap();
        for letters in 1..=2 {
            ferry.later(180);
            ferry.work().await;
            assert_eq!(sink.messages().len(), letters);
        }
        let all: String = sink
            .messages()
            .iter()
            .map(|mail| read(mail.data.as_bytes()).text())
            .collect();
        assert!(
            references.iter().all(|its| all.contains(its.as_str())),
            "nothing is lost"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_is_somebody_elses_by_then_is_not_told() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    ferry.relay(sink.address.port()).await;
    chosen(&ferry, "instant", "instant").await;
    let reference = given_to_aiste(&ferry).await;
    let tomas = ferry.person(TOMAS).await.to_string();
    let path = format!("/desk/{reference}/assignment");
    ferry
        .post(TOMAS, &path, &[("colleague", tomas.as_str())])
        .await;
    ferry.later(600);
    ferry.work().await;
    assert!(sink.messages().is_empty());
}
