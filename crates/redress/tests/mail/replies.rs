//! Answers find their case, and nobody else's.

use crate::world::{from_rasa, mail_from, posts};
use redress_complaint::facts::{Closed, Reason};
use redress_kernel::{By, Draft};
use redress_store::Tx;

const QUOTED: &str = "It happened again today.\r\n\r\nOn Mon, 2 Mar 2026 at 09:00, Blue Ferry Co. wrote:\r\n> We have your complaint.\r\n> It has a number.\r\n";

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_to_the_sealed_address_joins_its_case() {
    for post in posts().await {
        let case = post.complaint(from_rasa(1, "", "It left at 8:50."));
        post.ferry.later(60);
        let fields = format!("To: {}\r\n", post.reply_to(case.id));
        let line = post.arrives(mail_from("Ona <ona@elsewhere.lt>", 2, &fields, QUOTED));
        assert_eq!(
            (line.fate.as_str(), line.complaint),
            ("reply", Some(case.id))
        );
        let after = post.case(case.id);
        let said = after.messages.last().unwrap();
        assert!(said.incoming && after.needs_reply);
        assert_eq!(said.body, "It happened again today.");
        assert_eq!(said.name, "Ona <ona@elsewhere.lt>");
        assert_eq!(after.messages.len(), 2, "nothing answers it by itself");
        let path = format!("/desk/{}", case.reference);
        let masked = post.page(&path).await;
        assert!(!masked.contains("ona@elsewhere.lt"), "{masked}");
        post.tomas_knows(&case.reference).await;
        let page = post.page(&path).await;
        assert!(
            page.contains("<details><summary>Quoted text and signature"),
            "{page}"
        );
        assert!(page.contains("We have your complaint."), "{page}");
        assert!(page.contains("ona@elsewhere.lt"));
        // From another mailbox it comes with other bytes, and is the same.
        let again = post.arrives(format!(
            "Received: by another\r\n{}",
            mail_from("Ona <ona@elsewhere.lt>", 2, &fields, QUOTED)
        ));
        assert_eq!(
            (again.fate.as_str(), again.complaint),
            ("copy", Some(case.id))
        );
        assert_eq!(post.case(case.id).messages.len(), 2);
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_that_is_brought_twice_is_one_word_in_the_case_also_without_a_name() {
    for post in posts().await {
        let case = post.complaint(from_rasa(1, "", "It left at 8:50."));
        let fields = format!("To: {}\r\n", post.reply_to(case.id));
        let reply = from_rasa(2, &fields, "And my money?");
        let reply = reply.replace("Message-ID: <2@example.lt>\r\n", "");
        let noted = |found: &str| format!("Authentication-Results: redress; dmarc={found}\r\n");
        // Our answer was lost, and by then DNS answered.
        let brought = [
            (format!("{}{reply}", noted("temperror")), "reply"),
            (format!("{}{reply}", noted("pass")), "copy"),
            (format!("Received: by another\r\n{reply}"), "copy"),
        ];
        for (bytes, fate) in brought {
            assert_eq!(post.arrives(&bytes).fate, fate, "{bytes}");
        }
        assert_eq!(post.case(case.id).messages.len(), 2);
        let other = from_rasa(2, &fields, "And my ticket?");
        assert_eq!(
            post.arrives(other).fate,
            "reply",
            "other words of the same name"
        );
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forged_seal_and_a_quoted_reference_open_a_case_of_their_own() {
    for post in posts().await {
        let case = post.complaint(from_rasa(1, "", "It left at 8:50."));
        post.ferry.later(7_200);
        let sealed = post.reply_to(case.id);
        let to = |address: &str| format!("To: {address}\r\n");
        for (number, forged) in (10..).zip(forged(&sealed)) {
            let line = post.arrives(mail_from("eve@example.org", number, &to(&forged), "All?"));
            assert_ne!(line.complaint, Some(case.id), "{forged}");
        }
        let right = mail_from("eve@example.org", 30, &to(&sealed), "All?");
        assert_eq!(
            post.arrives(right).complaint,
            Some(case.id),
            "the seal itself"
        );
        post.ferry.later(86_400);
        let subject = format!("Subject: Re: {}\r\n", case.reference);
        let line = post.arrives(mail_from("eve@example.org", 3, &subject, "Tell me all."));
        assert_eq!(line.fate, "claims-to-belong");
        let own = post.case(line.complaint.unwrap());
        assert_ne!(own.id, case.id);
        let page = post.page(&format!("/desk/{}", own.reference)).await;
        assert!(
            page.contains(&case.reference),
            "the note says what it claims"
        );
        assert_eq!(
            post.case(case.id).messages.len(),
            2,
            "nothing else reached the case"
        );
        post.stands();
    }
}

/// The same address with another letter of its alphabet in one place: in the case that
/// it names, and in the seal.
fn forged(sealed: &str) -> Vec<String> {
    let token = sealed.rfind("+c").unwrap() + 2;
    let end = sealed.rfind('@').unwrap();
    let places = [token + 3, token + 20, end - 12, end - 6, end - 2];
    let other = |place: usize| {
        let mut signs = sealed.as_bytes().to_vec();
        signs[place] = if signs[place] == b'q' { b'r' } else { b'q' };
        String::from_utf8(signs).unwrap()
    };
    places.into_iter().map(other).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_quotes_our_letter_joins_only_with_a_proven_known_address() {
    for post in posts().await {
        let case = post.complaint(from_rasa(1, "", "It left at 8:50."));
        let letter = case.messages[0].id;
        let answers = format!("References: <{letter}@blueferry.example>\r\n");
        let proven =
            "Authentication-Results: mx.blueferry.example; dmarc=pass header.from=example.lt\r\n";
        let forged =
            "Authentication-Results: mx.evil.example; dmarc=pass header.from=example.lt\r\n";
        post.ferry.later(7_200);
        let fates = [
            // Rasa's address, and nobody says that it is hers.
            (from_rasa(2, &answers, "a"), "claims-to-belong"),
            (
                from_rasa(3, &format!("{forged}{answers}"), "b"),
                "claims-to-belong",
            ),
            (from_rasa(4, &format!("{proven}{answers}"), "c"), "reply"),
            // Proven to be somebody else.
            (
                mail_from("eve@example.lt", 5, &format!("{proven}{answers}"), "d"),
                "claims-to-belong",
            ),
        ];
        for (bytes, fate) in fates {
            let line = post.arrives(&bytes);
            assert_eq!(line.fate, fate, "{bytes}");
            assert_eq!(line.complaint == Some(case.id), fate == "reply", "{bytes}");
            post.ferry.later(7_200);
        }
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_case_that_gets_an_answer_stays_closed_and_asks_for_one() {
    for post in posts().await {
        let case = post.complaint(from_rasa(1, "", "It left at 8:50."));
        let (id, now) = (case.id, post.ferry.house.now());
        let closed = Closed {
            reason: "withdrawn".into(),
            ..Closed::default()
        };
        let write = move |tx: &mut Tx| {
            let draft = Draft::with(id, &closed, &Reason::default());
            tx.record(draft, &By::system(now)).map(|_| ())
        };
        post.ferry.house.db.write_now(write).unwrap();
        let fields = format!("To: {}\r\n", post.reply_to(case.id));
        post.arrives(from_rasa(2, &fields, "And my money?"));
        let after = post.case(case.id);
        assert!(!after.is_open(), "a person reopens");
        assert!(after.needs_reply);
        let page = post.page("/desk/mail").await;
        assert!(
            page.contains("Answers to closed complaints") && page.contains(&case.reference),
            "{page}"
        );
    }
}
