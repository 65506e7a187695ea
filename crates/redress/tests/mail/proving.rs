//! Who wrote it, as far as anybody can know: a reply joins a case by the letter that it
//! names only where the domain of its one sender answers for it, and the page of a message
//! says in words what was found out.

use crate::world::{from_rasa, posts};
use axum::http::StatusCode;

const NOTED: &str = "Authentication-Results: mx.blueferry.example; ";

#[tokio::test(flavor = "multi_thread")]
async fn a_sender_hidden_in_a_name_and_a_signature_that_is_not_there_prove_nothing() {
    for post in posts().await {
        let case = post.complaint(from_rasa(1, "", "It left at 8:50."));
        let letter = case.messages[0].id;
        let answers = format!("References: <{letter}@blueferry.example>\r\n");
        post.ferry.later(7_200);
        let rasa = case.complainant.email.clone();
        let domain = rasa.split('@').nth(1).unwrap();
        let coded = rasa.replace('@', "=40");
        let hidden = format!(
            "{NOTED}dmarc=pass header.from=evil.example\r\n{answers}From: =?utf-8?q?{coded}=2C?= <x@evil.example>\r\nMessage-ID: <h@evil.example>\r\nSubject: Re\r\n\r\nTell me all."
        );
        let signed = format!(
            "{NOTED}dkim=pass header.d={domain}; dmarc=pass header.from={domain}\r\n{answers}"
        );
        let about_another = format!("{NOTED}dmarc=pass header.from=evil.example\r\n{answers}");
        for bytes in [
            hidden,
            from_rasa(2, &signed, "a").to_string(),
            from_rasa(3, &about_another, "b").to_string(),
        ] {
            let line = post.arrives(&bytes);
            assert_eq!(line.fate, "claims-to-belong", "{bytes}");
            assert_ne!(line.complaint, Some(case.id));
            post.ferry.later(7_200);
        }
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_a_message_says_who_signed_and_what_that_means() {
    for post in posts().await {
        let domain = "example.lt";
        let proven = format!("{NOTED}spf=pass; dmarc=pass header.from={domain}\r\n");
        let one = post.arrives(from_rasa(1, &proven, "It left at 8:50."));
        let first = post.case(one.complaint.unwrap()).reference;
        post.tomas_knows(&first).await;
        let page = post.page(&format!("/desk/mail/{}", one.mail)).await;
        assert!(page.contains("It is not signed"), "{page}");
        assert!(page.contains("answers for this message"), "{page}");
        assert!(page.contains("joins that case by itself"), "{page}");
        post.ferry.later(7_200);
        let two = post.arrives(from_rasa(2, "", "And my money?"));
        let second = post.case(two.complaint.unwrap()).reference;
        if second != first {
            post.tomas_knows(&second).await;
        }
        let page = post.page(&format!("/desk/mail/{}", two.mail)).await;
        assert!(page.contains("Nobody checked"), "{page}");
        assert!(page.contains("only by the reply address"), "{page}");
        let path = format!("/api/v1/mail/{}", one.mail);
        let answer = post.ferry.get(crate::office::TOMAS, &path).await;
        assert_eq!(answer.status, StatusCode::OK);
        let json: serde_json::Value = serde_json::from_slice(&answer.bytes).unwrap();
        assert_eq!(json["checked"]["dmarc"], "yes", "{json}");
        assert_eq!(json["checked"]["domain"], domain);
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_to_the_postmaster_waits_for_a_person() {
    for post in posts().await {
        let fields = "Delivered-To: Postmaster@blueferry.example\r\n";
        let line = post.arrives(from_rasa(1, fields, "Your server refuses my mail."));
        assert_eq!((line.fate.as_str(), line.complaint), ("quarantined", None));
        assert_eq!(
            post.reasons(line.mail).last().map(String::as_str),
            Some("postmaster")
        );
        assert_eq!(post.complaints(), 0);
        let list = post.page("/desk/mail").await;
        assert!(list.contains("looks after the mail server"), "{list}");
    }
}
