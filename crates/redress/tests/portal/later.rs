//! Whoever goes on another time has the link mailed to them, a few times and no more.

use crate::{Ferry, STORY};
use redress_kernel::{By, Draft};
use redress_office::facts::RelaySet;
use redress_store::Error;
use smtp_sink::{Mood, SmtpSink};

#[path = "../support/smtp_sink.rs"]
mod smtp_sink;

fn relay(ferry: &Ferry, sink: &SmtpSink) {
    let set = RelaySet {
        host: "127.0.0.1".to_owned(),
        port: sink.address.port(),
        encryption: "none".to_owned(),
        from: "complaints@ferry.example".to_owned(),
    };
    let by = By::system(ferry.now());
    let write = move |tx: &mut redress_store::Tx| -> Result<(), Error> {
        let id = tx.new_id(by.at);
        tx.record(Draft::of(id, &set), &by).map(|_| ())
    };
    ferry.house.db.write_now(write).unwrap();
}

/// A visitor with half a complaint; the address of its draft.
async fn half(ferry: &Ferry) -> (crate::Visitor, String) {
    let mut visitor = ferry.visitor("en");
    let draft = visitor.get("/complain").await.action();
    let draft = draft.trim_end_matches("/1").to_owned();
    assert_eq!(visitor.post(&format!("{draft}/1"), STORY).await.status, 303);
    (visitor, draft)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_comes_by_mail_and_leads_back_to_the_answers() {
    let (ferry, sink) = (Ferry::opens(), SmtpSink::start());
    let (mut visitor, draft) = half(&ferry).await;
    let place = format!("{draft}/later");
    let page = visitor.get(&place).await.body;
    assert!(!page.contains("link-to"), "nobody could mail it");
    relay(&ferry, &sink);
    assert!(visitor.get(&place).await.body.contains("link-to"));
    let wrong = visitor.post(&place, &[("link-to", "rasa")]).await;
    assert_eq!(wrong.status, 422);
    assert!(sink.messages().is_empty());
    let sent = visitor
        .post(&place, &[("link-to", "rasa@example.org")])
        .await;
    assert_eq!(
        (sent.status, sent.location.as_str()),
        (303, &*format!("{place}?sent=1"))
    );
    let letters = sink.messages();
    assert_eq!(letters[0].to, ["rasa@example.org"]);
    let body = letters[0].part("text/plain");
    assert!(body.contains(&format!("{draft}/1")), "{body}");
    assert!(
        !body.contains("ten minutes early"),
        "nothing typed goes along"
    );
    for _ in 0..2 {
        let again = visitor
            .post(&place, &[("link-to", "rasa@example.org")])
            .await;
        assert_eq!(again.status, 303);
    }
    let often = visitor
        .post(&place, &[("link-to", "rasa@example.org")])
        .await;
    assert_eq!(often.status, 422, "enough letters to one draft");
    assert_eq!(sink.messages().len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_relay_that_does_not_take_it_leaves_the_link_on_the_page() {
    let (ferry, sink) = (Ferry::opens(), SmtpSink::start());
    relay(&ferry, &sink);
    sink.set(Mood::Later);
    let (mut visitor, draft) = half(&ferry).await;
    let place = format!("{draft}/later");
    let page = visitor
        .post(&place, &[("link-to", "rasa@example.org")])
        .await;
    assert_eq!(page.status, 422);
    assert!(
        page.body.contains("could not be sent just now"),
        "{}",
        page.body
    );
    assert!(page.body.contains(&format!("{draft}/1")));
}
