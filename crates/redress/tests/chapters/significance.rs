//! 5.4.1 at Blue Ferry Co.: what is significant reaches the top by mail and waits for
//! its word; the rule is the organisation's own.

use crate::{
    done, ferries,
    office::{AISTE, BORIS, Ferry, JONAS, ONA, RIMA, TOMAS},
    page, refused,
    smtp_sink::SmtpSink,
};
use axum::http::StatusCode;
use redress_kernel::Role;
use redress_store::rebuild_check;
use serde_json::{Value, json};
use std::time::Duration;

const SETTING: &str = "/admin/significant";
const NOTE: [(&str, &str); 1] = [("significance-note", "The gate is closed until Monday.")];

/// Jonas is the director from now on, and mail leaves the house.
async fn with_director(ferry: &Ferry) -> SmtpSink {
    let sink = SmtpSink::start();
    ferry.has_role(JONAS, Role::TopManagement, None).await;
    ferry.relay(sink.address.port()).await;
    sink
}

fn patience() -> Duration {
    Duration::from_secs(10)
}

async fn act(
    ferry: &Ferry,
    who: &str,
    case: &str,
    verb: &str,
    typed: &[(&str, &str)],
) -> crate::office::Answer {
    ferry
        .post(who, &format!("/desk/{case}/{verb}"), typed)
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn danger_told_at_receipt_reaches_the_director_by_mail_and_waits_for_their_word() {
    for ferry in ferries().await {
        let sink = with_director(&ferry).await;
        let reference = ferry.call_of(&[("caller-danger", "1")]).await;
        let it = ferry.case(&reference).await.significant.unwrap();
        assert_eq!(it.grounds, ["safety"]);
        let now = ferry.house.now();
        assert_eq!(
            it.confirm_by,
            now.plus_seconds(4 * 3600),
            "danger has no office hours"
        );
        ferry.later(300);
        ferry.work().await;
        let mails = sink.wait_for(1, patience());
        assert_eq!(mails[0].to, [JONAS]);
        let subject = mails[0].header("subject").unwrap();
        assert!(subject.contains(&reference), "{subject}");
        for secret in ["Rasa", "8:50", "Jankausk"] {
            assert!(!mails[0].data.contains(secret), "no complainant's data");
        }
        ferry.work().await;
        assert_eq!(sink.messages().len(), 1, "once for one fact");
        let case = ferry.case(&reference).await;
        assert_eq!(case.told[0].person, ferry.person(JONAS).await);

        let desk = page(&ferry, JONAS, "/desk").await;
        assert!(desk.contains(&reference) && desk.contains("Significant, not confirmed"));
        let verb = "significance-confirmation";
        refused(
            act(&ferry, TOMAS, &reference, verb, &NOTE).await,
            "Top management does this",
        );
        let handler = act(&ferry, AISTE, &reference, verb, &NOTE).await;
        assert_eq!(handler.status, StatusCode::FORBIDDEN);
        done(act(&ferry, JONAS, &reference, verb, &NOTE).await);
        let case = ferry.case(&reference).await;
        assert!(case.significance_unconfirmed().is_none());
        let shown = page(&ferry, AISTE, &format!("/desk/{reference}")).await;
        assert!(shown.contains("The gate is closed until Monday."));
        assert!(!shown.contains("Significant, not confirmed"));
        let log = page(&ferry, JONAS, "/system/significant").await;
        assert!(
            log.contains(&reference) && log.contains("5 minutes"),
            "{log}"
        );
        let found = page(&ferry, AISTE, "/desk/search?q=is%3Asignificant").await;
        assert!(found.contains(&reference));
        assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_director_reads_everything_and_handles_nothing() {
    for ferry in ferries().await {
        ferry.has_role(JONAS, Role::TopManagement, None).await;
        let reference = ferry.call_of(&[]).await;
        let shown = page(&ferry, JONAS, &format!("/desk/{reference}")).await;
        assert!(shown.contains("The ferry left at 8:50."));
        for (verb, typed) in [("notes", ("text", "x")), ("take", ("seen", ""))] {
            let answer = act(&ferry, JONAS, &reference, verb, &[typed]).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{verb}");
        }
        for path in ["/desk/figures", "/system", "/system/monitoring"] {
            page(&ferry, JONAS, path).await;
        }
        for path in ["/admin/people", SETTING, "/admin/journal"] {
            assert_eq!(
                ferry.get(JONAS, path).await.status,
                StatusCode::FORBIDDEN,
                "{path}"
            );
        }
        let why = [
            ("grounds", "media"),
            ("significance-reason", "I read it in the paper."),
        ];
        done(act(&ferry, JONAS, &reference, "significant", &why).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_complained_about_hears_nothing_and_somebody_else_does() {
    for ferry in ferries().await {
        let sink = with_director(&ferry).await;
        ferry.has_role(BORIS, Role::TopManagement, None).await;
        ferry.has_role(JONAS, Role::Auditor, None).await;
        let reference = ferry.call_of(&[]).await;
        ferry.concerns_boris(&reference).await;
        let why = [
            ("grounds", "legal"),
            ("significance-reason", "A lawyer wrote."),
        ];
        done(act(&ferry, ONA, &reference, "significant", &why).await);
        ferry.work().await;
        let mails = sink.wait_for(1, patience());
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].to, [TOMAS], "the manager stands in for Boris");
        assert!(
            !page(&ferry, BORIS, "/desk?queue=significant")
                .await
                .contains(&reference)
        );
        assert!(
            !page(&ferry, BORIS, "/system/significant")
                .await
                .contains(&reference)
        );
        let boris = act(
            &ferry,
            BORIS,
            &reference,
            "significance-confirmation",
            &NOTE,
        )
        .await;
        assert_eq!(boris.status, StatusCode::NOT_FOUND);
        done(
            act(
                &ferry,
                TOMAS,
                &reference,
                "significance-confirmation",
                &NOTE,
            )
            .await,
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_told_of_what_was_confirmed_before_the_mail_could_leave() {
    for ferry in ferries().await {
        ferry.has_role(JONAS, Role::TopManagement, None).await;
        let reference = ferry.call_of(&[("caller-danger", "1")]).await;
        done(
            act(
                &ferry,
                JONAS,
                &reference,
                "significance-confirmation",
                &NOTE,
            )
            .await,
        );
        let sink = SmtpSink::start();
        ferry.relay(sink.address.port()).await;
        ferry.work().await;
        assert_eq!(sink.messages(), []);
        assert!(ferry.case(&reference).await.told.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_complaints_with_one_cause_make_the_leading_one_significant() {
    for ferry in ferries().await {
        let rule = json!({ "people": 3 });
        let set = ferry
            .ask(RIMA, ("PATCH", "/api/v1/significance"), rule, &[])
            .await;
        assert_eq!(set.status, StatusCode::OK, "{}", set.text());
        let lead = ferry.call_of(&[]).await;
        for n in 0..2 {
            assert!(ferry.case(&lead).await.significant.is_none(), "{n} members");
            let member = ferry.call_of(&[]).await;
            let to = [("group-lead", lead.as_str())];
            done(act(&ferry, AISTE, &member, "group-join", &to).await);
        }
        let it = ferry.case(&lead).await.significant.unwrap();
        assert_eq!(it.grounds, ["many-people"]);
    }
}

const RULE: [(&str, &str); 5] = [
    ("significant-amounts", "EUR 5000"),
    ("significant-people", "10"),
    ("significant-categories", "26"),
    ("confirm-hours", "2"),
    ("safety-hours", "1"),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_is_weighed_and_then_reaches_the_open_complaints() {
    for ferry in ferries().await {
        let legal = ferry.call_of(&[("category", "26")]).await;
        let other = ferry.call_of(&[("category", "14")]).await;
        let weighed: Vec<(&str, &str)> = RULE.into_iter().chain([("act", "weigh")]).collect();
        let seen = ferry.post(RIMA, SETTING, &weighed).await.text();
        assert!(seen.contains("1 would become significant"), "{seen}");
        assert!(
            ferry.case(&legal).await.significant.is_none(),
            "only weighed"
        );
        let preview = json!({ "categories": ["26"], "preview": true });
        let by_call = ferry
            .ask(RIMA, ("PATCH", "/api/v1/significance"), preview, &[])
            .await;
        let by_call: Value = serde_json::from_slice(&by_call.bytes).unwrap();
        let expected = json!({ "open": 2, "significant": 1, "grounds": { "legal": 1 } });
        assert_eq!(by_call["effect"], expected);

        done(ferry.post(RIMA, SETTING, &RULE).await);
        ferry.work().await;
        let it = ferry.case(&legal).await.significant.unwrap();
        assert_eq!(it.grounds, ["legal"]);
        // Nine in the morning and two working hours.
        assert_eq!(it.confirm_by, ferry.house.now().plus_seconds(2 * 3600));
        assert!(ferry.case(&other).await.significant.is_none());
        let held = ferry.get(RIMA, "/api/v1/significance").await;
        let held: Value = serde_json::from_slice(&held.bytes).unwrap();
        assert_eq!(held["amounts"], json!({ "EUR": 500_000 }));

        let large = [
            ("severity", "low"),
            ("complexity", "low"),
            ("impact", "low"),
            ("rationale", "The bill."),
            ("amount-claimed", "5000"),
        ];
        done(act(&ferry, AISTE, &other, "assessment", &large).await);
        let it = ferry.case(&other).await.significant.unwrap();
        assert_eq!(it.grounds, ["amount"]);
        let wrong = [("significant-amounts", "a lot")];
        let wrong: Vec<(&str, &str)> = wrong.into_iter().chain(RULE.into_iter().skip(1)).collect();
        refused(
            ferry.post(RIMA, SETTING, &wrong).await,
            "Line 1 is no amount",
        );
        assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn those_that_wait_for_a_word_come_first_and_count() {
    for ferry in ferries().await {
        ferry.has_role(JONAS, Role::TopManagement, None).await;
        let confirmed = ferry.call_of(&[("caller-danger", "1")]).await;
        ferry.later(60);
        let waits = ferry.call_of(&[("caller-danger", "1")]).await;
        done(
            act(
                &ferry,
                JONAS,
                &confirmed,
                "significance-confirmation",
                &NOTE,
            )
            .await,
        );
        let listed = ferry
            .get(AISTE, "/api/v1/complaints?queue=significant&limit=1")
            .await;
        let listed: Value = serde_json::from_slice(&listed.bytes).unwrap();
        assert_eq!(listed["items"][0]["reference"], json!(waits));
        assert_eq!(listed["items"][0]["significant"], json!("unconfirmed"));
        let next = listed["next"].as_str().unwrap();
        let path = format!("/api/v1/complaints?queue=significant&limit=1&cursor={next}");
        let rest: Value = serde_json::from_slice(&ferry.get(AISTE, &path).await.bytes).unwrap();
        assert_eq!(rest["items"][0]["reference"], json!(confirmed));
        assert_eq!(rest["items"][0]["significant"], json!("confirmed"));
        let lifted = [("lifting-reason", "A drill.")];
        done(act(&ferry, JONAS, &waits, "significance-lifting", &lifted).await);
        let listed = ferry
            .get(AISTE, "/api/v1/complaints?queue=significant")
            .await;
        assert!(!listed.text().contains(&waits));
        assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
    }
}
