//! "Is this a complaint?": what people decide, on the page and by calls.

use crate::{
    office::{JONAS, ONA, RIMA, TOMAS},
    world::{from_rasa, mail_from, posts},
};
use axum::http::StatusCode;
use serde_json::{Value, json};

fn newsletter(number: u32) -> String {
    mail_from(
        "news@shop.example",
        number,
        "List-Id: <news.shop.example>\r\nSubject: Spring offers\r\n",
        "Buy <b>now</b>.",
    )
}

fn json_of(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_shown_as_text_and_becomes_a_complaint_by_a_person() {
    for post in posts().await {
        let line = post.arrives(newsletter(1));
        assert_eq!(line.fate, "bulk");
        let list = post.page("/desk/mail?show=machines").await;
        assert!(
            list.contains("Spring offers") && list.contains("mailing list"),
            "{list}"
        );
        let path = format!("/desk/mail/{}", line.mail);
        let page = post.page(&path).await;
        assert!(page.contains("Suggestion: this is no complaint"), "{page}");
        assert!(
            page.contains("Buy &#60;b&#62;now") || page.contains("Buy &lt;b&gt;now"),
            "{page}"
        );
        let original = post.ferry.get(ONA, &format!("{path}/original")).await;
        assert!(
            original
                .header("content-disposition")
                .starts_with("attachment")
        );
        let made = post
            .ferry
            .post(ONA, &format!("{path}/complaint"), &[])
            .await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
        let case = post.case(post.complaint_of(line.mail).unwrap());
        assert_eq!(case.recorded_by, post.ferry.person(ONA).await);
        assert!(
            case.messages.is_empty(),
            "a machine's message is not answered by one"
        );
        let again = post
            .ferry
            .post(ONA, &format!("{path}/complaint"), &[])
            .await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.text().contains("belongs to a complaint already"));
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_machines_message_that_was_put_aside_first_is_not_answered_either() {
    for post in posts().await {
        let list = newsletter(1);
        let away = from_rasa(2, "Auto-Submitted: auto-replied\r\n", "I am away.");
        for bytes in [list, away] {
            let line = post.arrives(bytes);
            let path = format!("/desk/mail/{}", line.mail);
            for done in ["dismissal", "complaint"] {
                let done = post.ferry.post(TOMAS, &format!("{path}/{done}"), &[]).await;
                assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
            }
            let case = post.case(post.complaint_of(line.mail).unwrap());
            assert!(case.messages.is_empty(), "{:?}", case.messages);
            assert_eq!(case.unanswered.as_deref(), Some("machine"));
        }
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complaint_made_by_hand_is_one_of_its_mailbox() {
    use crate::world::MAILBOX;
    use redress_kernel::{Id, Lang};
    for post in posts().await {
        let pier = Id::from_bytes([2; 16]);
        post.unit(pier, "Pier");
        post.mailbox(MAILBOX, "pier@blueferry.example", Some(pier));
        // The form on their page asks for answers to go where it goes itself.
        let fields = "Reply-To: <Pier@blueferry.example>\r\nPrecedence: bulk\r\n";
        let line = post.arrives(from_rasa(1, fields, "8:50."));
        assert_eq!(line.complaint, None);
        let path = format!("/desk/mail/{}/complaint", line.mail);
        let made = post.ferry.post(TOMAS, &path, &[]).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text());
        let case = post.case(post.complaint_of(line.mail).unwrap());
        assert_eq!((case.unit, case.language), (Some(pier), Lang::Lt));
        assert_eq!(case.complainant.email, "rasa@example.lt");
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_complaint_is_put_aside_and_taken_back() {
    for post in posts().await {
        let line = post.arrives(newsletter(1));
        let path = format!("/desk/mail/{}", line.mail);
        let aside = post
            .ferry
            .post(TOMAS, &format!("{path}/dismissal"), &[])
            .await;
        assert_eq!(aside.status, StatusCode::SEE_OTHER);
        assert_eq!(post.fate(line.mail), "not-a-complaint");
        let page = post.page(&aside.location).await;
        assert!(
            page.contains("put aside as no complaint") && page.contains("aria-keyshortcuts=\"z\""),
            "{page}"
        );
        assert!(
            post.page("/desk/mail?show=dismissed")
                .await
                .contains("Spring offers")
        );
        let back = post.ferry.post(TOMAS, &format!("{path}/undo"), &[]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER);
        assert_eq!(post.fate(line.mail), "bulk");
        let nothing = post.ferry.post(TOMAS, &format!("{path}/undo"), &[]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_do_the_same_and_whoever_may_not_is_refused() {
    for post in posts().await {
        let case = post.complaint(from_rasa(1, "", "It left at 8:50."));
        let line = post.arrives(mail_from(
            "r2@example.lt",
            2,
            "Auto-Submitted: auto-generated\r\n",
            "My ticket: 7.\r\n",
        ));
        let all = post.ferry.get(TOMAS, "/api/v1/mail?show=machines").await;
        let item = json_of(&all.bytes)["items"][0].clone();
        assert_eq!(
            (&item["fate"], &item["from"]),
            (&json!("automatic"), &json!("r2@example.lt"))
        );
        assert_eq!(item["reasons"][0]["code"], "auto-submitted");
        let path = format!("/api/v1/mail/{}/join", line.mail);
        let wrong = post
            .ferry
            .call(TOMAS, &path, r#"{"reference":"BF-26-0000-000"}"#, &[])
            .await;
        assert_eq!(
            wrong.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{}",
            wrong.text()
        );
        let body = json!({ "reference": case.reference }).to_string();
        let joined = post.ferry.call(TOMAS, &path, &body, &[]).await;
        assert_eq!(joined.status, StatusCode::OK, "{}", joined.text());
        assert_eq!(json_of(&joined.bytes)["complaint"], json!(case.reference));
        assert!(
            post.case(case.id)
                .messages
                .last()
                .unwrap()
                .body
                .contains("My ticket: 7.")
        );
        for who in [JONAS, RIMA] {
            let refused = post.ferry.get(who, "/desk/mail").await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{who}");
        }
        post.stands();
    }
}

/// The answer tells of the case that the same write has just made.
#[tokio::test(flavor = "multi_thread")]
async fn a_program_makes_a_complaint_of_a_message_and_is_told_which() {
    for post in posts().await {
        let line = post.arrives(newsletter(1));
        let path = format!("/api/v1/mail/{}/complaint", line.mail);
        let made = post.ferry.call(TOMAS, &path, "{}", &[]).await;
        assert!(made.status.is_success(), "{}", made.text());
        let case = post.case(post.complaint_of(line.mail).unwrap());
        assert_eq!(json_of(&made.bytes)["complaint"], json!(case.reference));
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_of_a_case_is_read_by_whoever_may_see_the_case() {
    use crate::office::BORIS;
    for post in posts().await {
        let line = post.arrives(from_rasa(1, "", "Boris was rude."));
        let case = post.case(line.complaint.unwrap());
        post.ferry.concerns_boris(&case.reference).await;
        post.tomas_knows(&case.reference).await;
        for path in ["", "/original"] {
            let path = format!("/desk/mail/{}{path}", line.mail);
            assert_eq!(
                post.ferry.get(BORIS, &path).await.status,
                StatusCode::NOT_FOUND
            );
            assert_eq!(post.ferry.get(TOMAS, &path).await.status, StatusCode::OK);
        }
        let call = format!("/api/v1/mail/{}", line.mail);
        assert_eq!(
            post.ferry.get(BORIS, &call).await.status,
            StatusCode::NOT_FOUND
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_of_another_units_mailbox_is_nowhere() {
    use crate::world::MAILBOX;
    use redress_kernel::{Id, Role};
    for post in posts().await {
        let line = post.arrives(newsletter(1));
        let (mine, theirs) = (Id::from_bytes([1; 16]), Id::from_bytes([2; 16]));
        post.mailbox(MAILBOX, "pier@blueferry.example", Some(theirs));
        post.ferry.has_role(ONA, Role::Intake, Some(mine)).await;
        let path = format!("/desk/mail/{}", line.mail);
        assert_eq!(
            post.ferry.get(ONA, &path).await.status,
            StatusCode::NOT_FOUND
        );
        let made = post
            .ferry
            .post(ONA, &format!("{path}/complaint"), &[])
            .await;
        assert_eq!(made.status, StatusCode::NOT_FOUND);
        let list = post.ferry.get(ONA, "/desk/mail?show=machines").await.text();
        assert!(!list.contains("Spring offers"), "{list}");
        assert_eq!(post.ferry.get(TOMAS, &path).await.status, StatusCode::OK);
        post.ferry.has_role(ONA, Role::Intake, Some(theirs)).await;
        assert_eq!(post.ferry.get(ONA, &path).await.status, StatusCode::OK);
    }
}
