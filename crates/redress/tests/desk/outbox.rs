use crate::engines::ferries;
use crate::office::{AISTE, Ferry, ONA};
use crate::smtp_sink::{Mood, SmtpSink};
use axum::http::StatusCode;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(5);

#[tokio::test(flavor = "multi_thread")]
async fn an_acknowledgement_leaves_by_mail_with_the_code_that_is_nowhere_stored() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    let reference = ferry.call_of(&[("caller-reach", "rasa@example.org")]).await;
    ferry.work().await;
    assert!(sink.messages().is_empty(), "without a relay mail waits");
    assert!(
        ferry
            .get(ONA, "/desk/outbox")
            .await
            .text()
            .contains("1 mail waits")
    );
    ferry.relay(sink.address.port()).await;
    ferry.work().await;
    let mails = sink.wait_for(1, PATIENCE);
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].to, ["rasa@example.org"]);
    assert_eq!(
        mails[0].header("auto-submitted").as_deref(),
        Some("auto-generated"),
        "it answers no mail"
    );
    assert_eq!(mails[0].header("content-language").as_deref(), Some("lt"));
    let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
    assert!(page.contains("Sent"), "{page}");
    assert!(page.contains("••••"), "colleagues do not see the code");
    ferry.work().await;
    assert_eq!(sink.messages().len(), 1, "once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_a_relay_refuses_for_good_comes_to_the_list() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    sink.set(Mood::Never);
    ferry.relay(sink.address.port()).await;
    let reference = ferry.call_of(&[("caller-reach", "gone@example.org")]).await;
    ferry.work().await;
    let list = ferry.get(ONA, "/desk/outbox").await.text();
    assert!(
        list.contains("Could not be delivered") && list.contains(&reference),
        "{list}"
    );
    let first = "class=\"btn small\" type=\"submit\" name=\"way\"";
    let other = "class=\"btn small quiet\" type=\"submit\" name=\"way\"";
    assert_eq!(
        (list.matches(first).count(), list.matches(other).count()),
        (1, 1),
        "one button of a row stands out"
    );
    let message = list
        .split("name=\"message\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let told = [
        ("message", message.as_str()),
        ("way", "phone"),
        ("back", "outbox"),
    ];
    let answer = ferry
        .post(ONA, &format!("/desk/{reference}/sent"), &told)
        .await;
    assert_eq!(
        answer.location,
        "/desk/outbox?done=sent",
        "{}",
        answer.text()
    );
    assert!(
        !ferry
            .get(ONA, "/desk/outbox")
            .await
            .text()
            .contains(&reference)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_relay_that_says_not_now_gets_the_same_letter_later() {
    for ferry in ferries().await {
        tried_later(&ferry).await;
    }
}

async fn tried_later(ferry: &Ferry) {
    let sink = SmtpSink::start();
    sink.set(Mood::Later);
    ferry.relay(sink.address.port()).await;
    ferry.call_of(&[("caller-reach", "rasa@example.org")]).await;
    ferry.work().await;
    let list = ferry.get(ONA, "/desk/outbox").await.text();
    assert!(
        list.contains("tried again") && list.contains("451") && list.contains("1 try"),
        "{list}"
    );
    sink.set(Mood::Willing);
    ferry.later(3600);
    ferry.work().await;
    assert_eq!(sink.wait_for(1, PATIENCE).len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_back_goes_out_again_under_its_old_name_to_the_right_address() {
    for ferry in ferries().await {
        sent_again(&ferry).await;
    }
}

async fn sent_again(ferry: &Ferry) {
    let sink = SmtpSink::start();
    sink.set(Mood::UnknownRecipient);
    ferry.relay(sink.address.port()).await;
    let reference = ferry.call_of(&[("caller-reach", "rasa@exmaple.org")]).await;
    ferry.work().await;
    let list = ferry.get(ONA, "/desk/outbox").await.text();
    assert!(
        list.contains("550") && list.contains("open=again"),
        "{list}"
    );
    let message = ferry.case(&reference).await.messages[0].id;
    sink.set(Mood::Willing);
    let path = format!("/desk/{reference}/again");
    let typed = [("again-to", "rasa@example.org")];
    let answer = ferry.post(AISTE, &path, &typed).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    ferry.work().await;
    assert!(sink.messages().is_empty(), "it can still be taken back");
    ferry.later(30);
    ferry.work().await;
    let mail = sink.wait_for(1, PATIENCE).remove(0);
    assert_eq!(mail.to, ["rasa@example.org"]);
    assert!(
        mail.header("message-id")
            .unwrap()
            .contains(&message.to_string())
    );
    let case = ferry.case(&reference).await;
    assert!(case.acknowledged.is_some(), "now they know");
    assert_eq!(case.correspondent().email, "rasa@example.org");
    let list = ferry.get(ONA, "/desk/outbox").await.text();
    assert!(!list.contains(&reference), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_can_be_taken_back_for_ten_seconds_and_then_leaves() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    let reference = ferry.call_of(&[("caller-reach", "rasa@example.org")]).await;
    ferry.relay(sink.address.port()).await;
    ferry.work().await;
    let reply = |text: &'static str, key: &'static str| [("body", text), ("request", key)];
    let path = format!("/desk/{reference}/messages");
    ferry.post(AISTE, &path, &reply("A hasty word.", "1")).await;
    ferry.later(3);
    let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
    let form = page
        .split(&format!("action=\"/desk/{reference}/undo\""))
        .nth(1)
        .expect("an undo button");
    let message = form
        .split("name=\"message\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let undone = ferry
        .post(
            AISTE,
            &format!("/desk/{reference}/undo"),
            &[("message", message)],
        )
        .await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.text());
    ferry
        .post(AISTE, &path, &reply("A considered word.", "2"))
        .await;
    ferry.later(30);
    ferry.work().await;
    let mails = sink.wait_for(2, PATIENCE);
    assert_eq!(mails.len(), 2, "the acknowledgement and the second reply");
    assert!(
        mails[1].header("in-reply-to").is_some(),
        "in the thread of the first"
    );
}

#[tokio::test]
async fn a_letter_waits_on_the_list_until_somebody_posts_it() {
    let ferry = Ferry::open().await;
    let reference = ferry
        .call_of(&[
            ("caller-channel", "letter"),
            ("caller-address", "Uosto g. 1\nKlaipėda"),
            ("caller-needs", "large-print"),
        ])
        .await;
    let list = ferry.get(ONA, "/desk/outbox").await.text();
    let sheet = list
        .split(&format!("/desk/{reference}/letters/"))
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let letter = ferry
        .get(ONA, &format!("/desk/{reference}/letters/{sheet}"))
        .await
        .text();
    assert!(
        letter.contains("class=\"paper large\"") && letter.contains("Uosto g. 1<br>Klaipėda"),
        "{letter}"
    );
    assert!(letter.contains("<html lang=\"lt\""));
    assert!(!letter.contains('\u{2063}'), "the placeholders are filled");
    ferry
        .post(
            ONA,
            &format!("/desk/{reference}/sent"),
            &[("message", &sheet), ("way", "letter")],
        )
        .await;
    assert!(
        !ferry
            .get(ONA, "/desk/outbox")
            .await
            .text()
            .contains(&reference)
    );
}
