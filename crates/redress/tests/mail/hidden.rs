//! What speaks of a case is seen by whoever may see the case, and by nobody else: also
//! what machines wrote, what came over a cap, and the lines of the ledger.

use crate::{
    office::{BORIS, ONA, RIMA, TOMAS},
    smtp_sink::SmtpSink,
    world::{MAILBOX, Post, from_rasa, mail_from, posts},
};
use axum::http::StatusCode;
use redress_complaint::Complaint;
use redress_kernel::{Id, Role};

const AWAY: &str = "Auto-Submitted: auto-replied\r\n";

/// Rasa's complaint, which is about Boris.
async fn about_boris(post: &Post) -> Complaint {
    let case = post.complaint(from_rasa(1, "", "Boris was rude."));
    post.ferry.concerns_boris(&case.reference).await;
    post.ferry.later(60);
    post.case(case.id)
}

/// What comes of it without a person, and belongs to no case: list, message.
fn messages(post: &Post, case: &Complaint) -> Vec<(&'static str, String)> {
    let letter = case.messages[0].id;
    let sealed = format!("To: {}\r\n", post.reply_to(case.id));
    let report = "From: MAILER-DAEMON@mx.example\r\nTo: care@blueferry.example\r\nSubject: Delivered 15\r\nMessage-ID: <15@mx.example>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=r\r\n\r\n--r\r\nContent-Type: text/plain\r\n\r\nIt arrived.\r\n--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; rasa@example.lt\r\nAction: delivered\r\nStatus: 2.0.0\r\n--r--\r\n"
        .to_owned();
    let named = format!("References: <{letter}@blueferry.example>\r\n");
    let quoted = format!("Subject: Away 13 {}\r\n", case.reference);
    let away = |number: u32, fields: &str| {
        let subject = match fields.contains("Subject:") {
            true => String::new(),
            false => format!("Subject: Away {number}\r\n"),
        };
        from_rasa(number, &format!("{AWAY}{subject}{fields}"), "I am away.")
    };
    vec![
        ("machines", away(11, &sealed)),
        ("machines", away(12, &named)),
        ("machines", away(13, &quoted)),
        ("machines", away(14, "")),
        ("reports", report),
        (
            "waiting",
            from_rasa(16, &format!("Subject: Again 16\r\n{sealed}"), "And again."),
        ),
    ]
}

async fn one_reply_a_day(post: &Post) {
    let form = [
        ("mail-new-a-day", "10"),
        ("mail-replies-a-day", "1"),
        ("mail-answers-address", "1"),
        ("mail-answers-hour", "300"),
        ("mail-days-old", "30"),
    ];
    let saved = post.ferry.post(RIMA, "/admin/mail-limits", &form).await;
    assert!(saved.status.is_redirection(), "{}", saved.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_machines_answer_about_a_hidden_case_is_nowhere_for_whom_it_is_about() {
    for post in posts().await {
        one_reply_a_day(&post).await;
        let case = about_boris(&post).await;
        let sealed = format!("To: {}\r\n", post.reply_to(case.id));
        assert_eq!(post.arrives(from_rasa(2, &sealed, "More.")).fate, "reply");
        for (list, bytes) in messages(&post, &case) {
            let line = post.arrives(&bytes);
            assert_eq!(line.complaint, None, "{bytes}");
            let path = format!("/desk/mail/{}", line.mail);
            let call = format!("/api/v1/mail/{}", line.mail);
            for path in [&path, &format!("{path}/original"), &call] {
                let hidden = post.ferry.get(BORIS, path).await.status;
                assert_eq!(hidden, StatusCode::NOT_FOUND, "{bytes}");
                assert_eq!(post.ferry.get(TOMAS, path).await.status, StatusCode::OK);
            }
            for done in ["complaint", "dismissal", "undo"] {
                let done = post.ferry.post(BORIS, &format!("{path}/{done}"), &[]).await;
                assert_eq!(done.status, StatusCode::NOT_FOUND, "{bytes}");
            }
            let lists = [
                format!("/desk/mail?show={list}"),
                format!("/api/v1/mail?show={list}"),
                "/desk/mail/ledger".to_owned(),
            ];
            let id = line.mail.to_string();
            for list in lists {
                let seen = post.page(&list).await;
                assert!(seen.contains(&id), "{list}: {bytes}");
                let hidden = post.ferry.get(BORIS, &list).await.text();
                assert!(!hidden.contains(&id), "{list}: {bytes}");
            }
        }
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_makes_a_complaint_of_it_is_not_told_of_the_hidden_one_that_it_was() {
    for post in posts().await {
        let long_ago = post.ferry.house.now().plus_seconds(-60 * 86_400);
        let bytes = from_rasa(1, "", "Boris was rude.");
        let first = post.arrived_at(&bytes, long_ago);
        let second = post.arrived_at(format!("Received: by another\r\n{bytes}"), long_ago);
        let make = |mail: Id| format!("/desk/mail/{mail}/complaint");
        let made = post.ferry.post(TOMAS, &make(first.mail), &[]).await;
        let case = post.case(post.complaint_of(first.mail).unwrap());
        assert!(made.location.contains(&case.reference));
        post.ferry.concerns_boris(&case.reference).await;
        let made = post.ferry.post(BORIS, &make(second.mail), &[]).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
        assert!(
            !made.location.contains(&case.reference),
            "{}",
            made.location
        );
        let list = post.ferry.get(BORIS, &made.location).await.text();
        assert!(list.contains("The message is dealt with."), "{list}");
        assert!(!list.contains(&case.reference));
        assert_eq!(post.complaint_of(second.mail), Some(case.id));
        let path = format!("/desk/mail/{}", second.mail);
        assert_eq!(
            post.ferry.get(BORIS, &path).await.status,
            StatusCode::NOT_FOUND
        );
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ledger_at_the_desk_leaves_out_what_its_reader_may_not_see() {
    for post in posts().await {
        let case = about_boris(&post).await;
        let (mine, theirs) = (Id::from_bytes([1; 16]), Id::from_bytes([2; 16]));
        post.mailbox(MAILBOX, "pier@blueferry.example", Some(theirs));
        let news = "List-Id: <news.shop.example>\r\nSubject: Spring offers\r\n";
        let news = post.arrives(mail_from("news@shop.example", 3, news, "Buy."));
        let ledger = "/desk/mail/ledger";
        let (of_case, of_news) = ("&lt;1@example.lt&gt;", "&lt;3@example.lt&gt;");
        let shows = |page: String, name: &str| {
            page.replace("&#60;", "&lt;")
                .replace("&#62;", "&gt;")
                .contains(name)
        };
        assert!(shows(post.page(ledger).await, of_case));
        let boris = post.ferry.get(BORIS, ledger).await.text();
        assert!(!shows(boris.clone(), of_case) && shows(boris, of_news));
        post.ferry.has_role(ONA, Role::Intake, Some(mine)).await;
        let ona = post.ferry.get(ONA, ledger).await.text();
        assert!(!shows(ona.clone(), of_news), "another unit's mailbox");
        assert!(!ona.contains("pier@blueferry.example"), "not even its name");
        assert!(shows(ona, of_case), "a case of the whole organisation");
        let admin = post.ferry.get(RIMA, "/admin/mailboxes/ledger").await.text();
        assert_eq!(admin.matches("<th scope=\"row\">").count(), 2, "{admin}");
        for page in [admin, post.page("/admin/mailboxes/ledger").await] {
            assert!(!shows(page.clone(), of_case) && !page.contains(&case.reference));
            assert!(!page.contains(&news.mail.to_string()), "nothing to open");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_come_back_to_a_mailbox_whose_readers_may_see_the_case() {
    for post in posts().await {
        let sink = SmtpSink::start();
        post.ferry.relay(sink.address.port()).await;
        let pier = Id::from_bytes([6; 16]);
        post.mailbox(
            pier,
            "a-pier@blueferry.example",
            Some(Id::from_bytes([2; 16])),
        );
        post.mailbox(MAILBOX, "care@blueferry.example", None);
        post.complaint(from_rasa(1, "", "It left at 8:50."));
        post.ferry.work().await;
        let back = sink.messages()[0].header("reply-to").unwrap();
        assert!(back.contains("<care+c"), "{back}");
    }
}
