//! A letter comes back, and what it fulfilled is owed again.

use crate::{
    smtp_sink::SmtpSink,
    world::{Post, from_rasa, posts},
};
use redress_complaint::{case::MessageState, obligations::What};
use redress_kernel::Id;

fn report(message: &str, recipient: &str, status: &str, action: &str) -> String {
    let returned = match message {
        "" => String::new(),
        id => format!(
            "--r\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{id}@blueferry.example>\r\nTo: {recipient}\r\n"
        ),
    };
    format!(
        "From: MAILER-DAEMON@mx.example\r\nTo: care@blueferry.example\r\nSubject: Undelivered\r\nMessage-ID: <{status}.{action}.{message}@mx.example>\r\nReturn-Path: <>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=r\r\n\r\n--r\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; {recipient}\r\nAction: {action}\r\nStatus: {status}\r\n{returned}--r--\r\n"
    )
}

/// Rasa has written and the acknowledgement has left.
async fn acknowledged(post: &Post) -> (Id, Id) {
    let sink = SmtpSink::start();
    post.ferry.relay(sink.address.port()).await;
    let case = post.complaint(from_rasa(1, "", "It left at 8:50."));
    post.ferry.work().await;
    let after = post.case(case.id);
    assert!(after.acknowledged.is_some(), "{:?}", after.messages);
    (case.id, after.messages[0].id)
}

fn owes(post: &Post, case: Id) -> bool {
    let house = post.look(redress_complaint::house::organisation);
    let all = post.case(case).obligations(&house);
    all.iter()
        .any(|it| it.what == What::Acknowledgement && it.is_open())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_never_arrives_brings_its_obligation_back() {
    for post in posts().await {
        let (case, letter) = acknowledged(&post).await;
        assert!(!owes(&post, case));
        let line = post.arrives(report(
            &letter.to_string(),
            "rasa@example.lt",
            "5.1.1",
            "failed",
        ));
        assert_eq!((line.fate.as_str(), line.complaint), ("bounce", Some(case)));
        let after = post.case(case);
        assert!(after.acknowledged.is_none() && owes(&post, case));
        assert_eq!(after.messages[0].state, MessageState::Failed);
        assert!(after.came_back("RASA@example.lt").is_some());
        let outbox = post.page("/desk/outbox").await;
        assert!(
            outbox.contains(&after.reference),
            "it waits for another way"
        );
        post.tomas_knows(&after.reference).await;
        let after = post.case(case);
        let page = post.page(&format!("/desk/{}", after.reference)).await;
        assert!(page.contains("nobody of that name"), "{page}");
        assert!(page.contains("Letters come back from"));
        // The same report again changes nothing.
        post.arrives(
            report(&letter.to_string(), "rasa@example.lt", "5.1.1", "failed")
                .replace("Sorry", "Very sorry"),
        );
        assert_eq!(post.case(case).version, after.version);
        assert_eq!(post.complaints(), 1, "a report is no complaint");
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_late_letter_is_noted_and_nothing_is_owed_again() {
    for post in posts().await {
        let (case, letter) = acknowledged(&post).await;
        post.arrives(report(
            &letter.to_string(),
            "rasa@example.lt",
            "4.4.7",
            "delayed",
        ));
        let after = post.case(case);
        assert!(after.acknowledged.is_some() && !owes(&post, case));
        let line = after.timeline.last().unwrap();
        assert_eq!(line.sentence, "timeline-message-delayed");
        for number in 0..5 {
            let more = report(&letter.to_string(), "rasa@example.lt", "4.4.7", "delayed");
            post.arrives(more.replace("Undelivered", &format!("Still late {number}")));
        }
        assert_eq!(post.case(case).version, after.version, "said once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_late_report_about_the_first_address_says_nothing_of_the_corrected_one() {
    use crate::office::TOMAS;
    for post in posts().await {
        let (case, letter) = acknowledged(&post).await;
        let sink = SmtpSink::start();
        post.ferry.relay(sink.address.port()).await;
        let old = |code: &str| report(&letter.to_string(), "rasa@example.lt", code, "failed");
        post.arrives(old("5.1.1"));
        let path = format!("/desk/{}/again", post.case(case).reference);
        let typed = [("again-to", "rasa@example.org")];
        let again = post.ferry.post(TOMAS, &path, &typed).await;
        assert!(again.status.is_redirection(), "{}", again.text());
        post.ferry.later(20);
        let waiting = post.case(case).version;
        post.arrives(old("5.1.2"));
        assert_eq!(post.case(case).version, waiting, "it has not left yet");
        post.ferry.later(20);
        post.ferry.work().await;
        assert!(post.case(case).acknowledged.is_some());
        post.arrives(old("5.1.3"));
        let after = post.case(case);
        assert!(after.acknowledged.is_some() && !owes(&post, case));
        assert_eq!(after.messages[0].state, MessageState::Sent);
        assert!(after.came_back("rasa@example.org").is_none());
        let line = after.timeline.last().unwrap();
        assert_eq!(line.sentence, "timeline-message-bounced-earlier");
        let new = report(&letter.to_string(), "rasa@example.org", "5.1.1", "failed");
        post.arrives(new);
        assert!(owes(&post, case), "a report about the corrected one counts");
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_that_names_no_letter_waits_for_a_person() {
    for post in posts().await {
        let (case, _) = acknowledged(&post).await;
        let line = post.arrives(report("", "Rasa@Example.LT", "5.2.2", "failed"));
        assert_eq!((line.fate.as_str(), line.complaint), ("bounce", None));
        assert!(!owes(&post, case), "anybody could have written it");
        assert_eq!(post.reasons(line.mail).last().unwrap(), "letter-guessed");
        let unknown = post.arrives(report("", "nobody@else.example", "5.1.1", "failed"));
        assert_eq!((unknown.fate.as_str(), unknown.complaint), ("bounce", None));
        let page = post.page("/desk/mail?show=reports").await;
        assert!(
            page.contains("No letter of ours went to this address"),
            "{page}"
        );
    }
}
