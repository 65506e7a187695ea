//! Machines that answer everything stop after one answer; floods wait for a person.

use crate::world::{Post, from_rasa, mail_from, posts};

/// What a program sends for every letter that it gets, told apart only by its number.
fn answers_everything(number: u32, fields: &str) -> String {
    mail_from(
        "Office <office@partner.example>",
        number,
        fields,
        "Thank you for your message. We will look into it.",
    )
}

fn letters(post: &Post) -> usize {
    let query = redress_store::sql("SELECT COUNT(*) FROM mail_letter");
    post.look(|reader| reader.one(&query, |row| row.int(0)))
        .unwrap_or_default() as usize
}

use redress_store::Read;

#[tokio::test(flavor = "multi_thread")]
async fn two_machines_that_answer_each_other_stop_after_one_answer() {
    for post in posts().await {
        for (base, fields) in [
            (100, "Auto-Submitted: auto-replied\r\n"),
            (200, "Precedence: auto_reply\r\n"),
            (300, "X-Autoreply: yes\r\n"),
        ] {
            let before = letters(&post);
            for number in 0..5 {
                post.arrives(answers_everything(base + number, fields));
            }
            assert_eq!(letters(&post), before, "{fields}: never answered");
        }
        assert_eq!(post.complaints(), 0);
        // One that says nothing of itself: answered once, then its answers to our answer.
        let first = post.complaint(answers_everything(400, "Subject: Our new prices\r\n"));
        assert_eq!(letters(&post), 1);
        for number in 1..6 {
            post.ferry.later(60);
            let threaded = match number % 3 {
                // In reply to our letter; with our number; without a trace.
                0 => format!(
                    "In-Reply-To: <{}@blueferry.example>\r\n",
                    first.messages[0].id
                ),
                1 => format!("Subject: Re: {}\r\n", first.reference),
                _ => "Subject: We have your message\r\n".to_owned(),
            };
            post.arrives(answers_everything(400 + number, &threaded));
        }
        assert_eq!(letters(&post), 1, "one answer, and no more");
        let page = post.page("/desk/mail").await;
        assert!(
            page.contains("This address had an automatic answer within the hour"),
            "{page}"
        );
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_to_a_mail_without_a_name_has_no_sender_either() {
    use crate::smtp_sink::SmtpSink;
    for post in posts().await {
        let sink = SmtpSink::start();
        post.ferry.relay(sink.address.port()).await;
        let nameless = from_rasa(1, "", "8:50.").replace("Message-ID: <1@example.lt>\r\n", "");
        for bytes in [nameless, mail_from("kim@example.kr", 2, "", "9:10.")] {
            post.complaint(bytes);
        }
        post.ferry.work().await;
        let senders: Vec<String> = sink.messages().iter().map(|it| it.from.clone()).collect();
        assert_eq!(senders, ["", ""], "nothing may ever answer them");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_would_be_written_to_is_written_to_once_an_hour_whoever_wrote() {
    for post in posts().await {
        let hundreds = |from: &str, to: &str, number: u32| {
            let fields = format!("Reply-To: <{to}>\r\n");
            mail_from(from, number, &fields, "We have your message.")
        };
        for number in 0..5 {
            let from = format!("eve{number}@evil.example");
            post.complaint(hundreds(&from, "victim@example.org", number));
        }
        assert_eq!(letters(&post), 1, "many senders, one who is written to");
        for number in 10..15 {
            post.ferry.later(60);
            post.complaint(hundreds(
                "desk@partner.example",
                "Office@Partner.example",
                number,
            ));
        }
        assert_eq!(letters(&post), 2, "a machine that reads elsewhere");
        for number in 20..25 {
            let to = format!("victim{number}@example.org");
            post.complaint(hundreds("mallory@evil.example", &to, number));
        }
        assert_eq!(letters(&post), 3, "one sender, many who are written to");
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_makes_of_a_message_is_braked_like_the_rest() {
    use crate::office::{RIMA, TOMAS};
    for post in posts().await {
        let form = [
            ("mail-new-a-day", "1"),
            ("mail-replies-a-day", "50"),
            ("mail-answers-address", "1"),
            ("mail-answers-hour", "300"),
            ("mail-days-old", "30"),
        ];
        let saved = post.ferry.post(RIMA, "/admin/mail-limits", &form).await;
        assert!(saved.status.is_redirection(), "{}", saved.text());
        let fields = "Reply-To: <office@partner.example>\r\n";
        let mail = |number: u32| mail_from("desk@partner.example", number, fields, "Thanks.");
        post.complaint(mail(1));
        let waits = post.arrives(mail(2));
        assert_eq!(waits.fate, "quarantined");
        let path = format!("/desk/mail/{}/complaint", waits.mail);
        let made = post.ferry.post(TOMAS, &path, &[]).await;
        assert!(made.status.is_redirection(), "{}", made.text());
        assert_eq!(letters(&post), 1);
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn over_its_cap_a_sender_waits_and_is_not_lost() {
    for post in posts().await {
        let fates: Vec<String> = (0..14)
            .map(|number| {
                post.arrives(from_rasa(number, "", &format!("Number {number}.")))
                    .fate
            })
            .collect();
        assert_eq!(fates.iter().filter(|fate| *fate == "new").count(), 10);
        assert!(fates[10..].iter().all(|fate| fate == "quarantined"));
        let other = post.arrives(mail_from("kim@example.kr", 99, "", "Another sender."));
        assert_eq!(other.fate, "new", "others are not held up");
        let page = post.page("/desk/mail").await;
        assert_eq!(
            page.matches("This sender wrote very often").count(),
            4,
            "{page}"
        );
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_brake_holds_answers_and_a_person_lets_one_go() {
    use crate::office::{RIMA, TOMAS};
    for post in posts().await {
        let form = [
            ("mail-new-a-day", "10"),
            ("mail-replies-a-day", "50"),
            ("mail-answers-address", "1"),
            ("mail-answers-hour", "2"),
            ("mail-days-old", "30"),
        ];
        let saved = post.ferry.post(RIMA, "/admin/mail-limits", &form).await;
        assert!(saved.status.is_redirection(), "{}", saved.text());
        let cases: Vec<_> = (0..4)
            .map(|n| {
                post.complaint(mail_from(
                    &format!("p{n}@example.org"),
                    n,
                    "",
                    "Late again.",
                ))
            })
            .collect();
        assert_eq!(letters(&post), 2);
        assert_eq!(cases[3].unanswered.as_deref(), Some("answers-cap"));
        let page = post.page("/desk/mail").await;
        assert!(page.contains(&cases[2].reference) && page.contains(&cases[3].reference));
        let path = format!("/desk/{}/acknowledgement-sending", cases[3].reference);
        let sent = post.ferry.post(TOMAS, &path, &[]).await;
        assert!(sent.status.is_redirection(), "{}", sent.text());
        assert_eq!(letters(&post), 3);
        // Tomorrow the brake is open again.
        post.ferry.later(86_400);
        let next = post.complaint(mail_from("late@example.org", 9, "", "Hello."));
        assert_eq!(next.unanswered, None);
        post.stands();
    }
}
