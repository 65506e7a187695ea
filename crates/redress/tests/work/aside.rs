use crate::{ferries, office::AISTE, office::Ferry, office::TOMAS};
use axum::http::StatusCode;
use redress_complaint::facts::{MessageReceived, MessageText};
use redress_kernel::{By, Draft};
use redress_store::Error;

async fn taken(ferry: &Ferry) -> String {
    let reference = ferry.call_of(&[]).await;
    let took = ferry
        .post(AISTE, &format!("/desk/{reference}/take"), &[])
        .await;
    assert_eq!(took.status, StatusCode::SEE_OTHER);
    reference
}

async fn put_aside(ferry: &Ferry, reference: &str, on: &str, until: &str) -> StatusCode {
    let typed = [("waiting-on", on), ("aside-until", until)];
    let done = ferry
        .post(AISTE, &format!("/desk/{reference}/aside"), &typed)
        .await;
    done.status
}

async fn in_queue(ferry: &Ferry, queue: &str, reference: &str) -> bool {
    let page = ferry.get(AISTE, &format!("/desk?queue={queue}")).await;
    page.text().contains(&format!("/desk/{reference}?"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_put_aside_leaves_the_list_and_comes_back_on_its_date() {
    for ferry in ferries().await {
        let reference = taken(&ferry).await;
        assert!(in_queue(&ferry, "mine", &reference).await, "the control");
        let aside = put_aside(&ferry, &reference, "colleague", "2026-03-03T09:00").await;
        assert_eq!(aside, StatusCode::SEE_OTHER);
        assert!(!in_queue(&ferry, "mine", &reference).await);
        assert!(in_queue(&ferry, "waiting", &reference).await);
        assert!(in_queue(&ferry, "all", &reference).await);
        let mine = ferry.get(AISTE, "/desk?queue=mine").await.text();
        assert!(mine.contains("Mine<span class=\"n\">0</span>"), "{mine}");
        let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
        assert!(page.contains("Deadlines go on."), "the page says so");
        ferry.work().await;
        assert!(!in_queue(&ferry, "mine", &reference).await, "not yet");
        ferry.later(24 * 3600);
        ferry.work().await;
        ferry.work().await;
        assert!(in_queue(&ferry, "mine", &reference).await);
        let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
        assert_eq!(page.matches("its date has come").count(), 1, "once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_word_from_the_complainant_brings_it_back_whoever_it_waits_for() {
    for ferry in ferries().await {
        for on in ["complainant", "third-party"] {
            let reference = taken(&ferry).await;
            let aside = put_aside(&ferry, &reference, on, "2026-03-09T09:00").await;
            assert_eq!(aside, StatusCode::SEE_OTHER);
            assert!(!in_queue(&ferry, "mine", &reference).await);
            writes(&ferry, &reference).await;
            assert!(in_queue(&ferry, "mine", &reference).await, "{on}");
        }
    }
}

async fn writes(ferry: &Ferry, reference: &str) {
    let now = ferry.house.now();
    let reference = reference.to_owned();
    let message = MessageReceived {
        channel: "web".into(),
        ..MessageReceived::default()
    };
    let text = MessageText {
        text: "I found the ticket.".into(),
        ..MessageText::default()
    };
    let wrote = ferry.house.db.write(move |tx| -> Result<(), Error> {
        let id = redress_complaint::record::id_of(tx, &reference)?.unwrap();
        let draft = Draft::with(id, &message, &text);
        tx.record(draft, &By::complainant(now)).map(|_| ())
    });
    wrote.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_overdue_cannot_be_hidden() {
    for ferry in ferries().await {
        let reference = taken(&ferry).await;
        put_aside(&ferry, &reference, "third-party", "2026-05-20T09:00").await;
        assert!(!in_queue(&ferry, "mine", &reference).await);
        ferry.later(60 * 24 * 3600);
        assert!(in_queue(&ferry, "overdue", &reference).await);
        assert!(in_queue(&ferry, "mine", &reference).await);
        let page = ferry.get(AISTE, "/desk?queue=mine").await.text();
        assert!(page.contains("Mine<span class=\"n\">1</span>"), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_comes_back_some_day_and_not_in_the_past() {
    for ferry in ferries().await {
        let reference = taken(&ferry).await;
        for (on, until) in [
            ("colleague", ""),
            ("colleague", "2026-03-01T09:00"),
            ("internal", "2026-09-01T09:00"),
        ] {
            let status = put_aside(&ferry, &reference, on, until).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{on} {until}");
        }
        let reply = put_aside(&ferry, &reference, "complainant", "").await;
        assert_eq!(reply, StatusCode::SEE_OTHER, "their reply brings it back");
        let back = ferry
            .post(TOMAS, &format!("/desk/{reference}/aside-over"), &[])
            .await;
        assert_eq!(back.status, StatusCode::SEE_OTHER);
        assert!(in_queue(&ferry, "mine", &reference).await);
    }
}
