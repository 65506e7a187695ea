//! Erasure by two persons, holds, disposal and requests about one's own data, as their
//! pages are used. Tomas asks, Boris is the data-protection officer.

use crate::{
    done, ferries,
    office::{AISTE, BORIS, Ferry, TOMAS},
    page, refused,
};
use axum::http::StatusCode;
use redress_complaint::{
    case::MessageState,
    facts::{Closed, MessageSent, Reason},
};
use redress_kernel::{By, Draft, Id, Role};
use redress_store::{Error, Read, Reader, Tx, rebuild_check, sql, verify};

const LIST: &str = "/system/erasures";
const DAY: i64 = 86_400;

async fn record(ferry: &Ferry, draft: Draft) {
    let at = ferry.house.now();
    let write =
        move |tx: &mut Tx| -> Result<(), Error> { tx.record(draft, &By::system(at)).map(|_| ()) };
    ferry.house.db.write(write).await.unwrap();
}

async fn closed(ferry: &Ferry, fields: &[(&str, &str)]) -> String {
    let reference = ferry.call_of(fields).await;
    let case = ferry.case(&reference).await.id;
    let fact = Closed::default();
    record(ferry, Draft::with(case, &fact, &Reason::default())).await;
    reference
}

/// Tomas asks for the erasure of this complaint; its page.
async fn asked(ferry: &Ferry, reference: &str, scope: &str) -> String {
    let fields = [
        ("data-reference", reference),
        ("erasure-scope", scope),
        ("erasure-basis", "request"),
        ("data-reason", "Rasa asked by letter."),
    ];
    let to = done(ferry.post(TOMAS, LIST, &fields).await);
    to.split('?').next().unwrap().to_owned()
}

async fn officer(ferry: &Ferry) {
    ferry.has_role(BORIS, Role::Dpo, None).await;
}

/// Does the case tell that it was taken along?
async fn exported(ferry: &Ferry, reference: &str) -> bool {
    let case = ferry.case(reference).await;
    case.timeline.iter().any(|it| it.kind == "case-exported")
}

async fn agreed(ferry: &Ferry, erasure: &str) {
    done(ferry.post(BORIS, &format!("{erasure}/approval"), &[]).await);
}

/// Letters leave, and a week passes.
async fn its_day_comes(ferry: &Ferry, references: &[&String]) {
    for reference in references {
        let case = ferry.case(reference).await;
        let waiting = case.messages.iter();
        let waiting = waiting.filter(|it| it.state == MessageState::Queued);
        for message in waiting {
            let sent = MessageSent {
                message: message.id,
                way: message.way.clone(),
            };
            record(ferry, Draft::of(case.id, &sent)).await;
        }
    }
    ferry.later(9 * DAY);
}

fn stands(ferry: &Ferry) {
    let keys = ferry.house.db.keys().verifiers();
    let verified = ferry.house.db.read_now(|reader| verify(reader, &keys, &[]));
    assert!(verified.unwrap().ok);
    let differences = rebuild_check(&ferry.house.db).unwrap();
    assert!(differences.is_empty(), "{differences:?}");
}

async fn personal_left(ferry: &Ferry, case: Id) -> usize {
    let read = move |reader: &mut Reader| -> Result<usize, Error> {
        let entries = reader.entries(case)?;
        let there = entries.iter().filter(|it| it.personal.present().is_some());
        Ok(there.count())
    };
    ferry.house.db.read(read).await.unwrap()
}

async fn figures(ferry: &Ferry) -> String {
    page(ferry, TOMAS, "/api/v1/indicators?period=2026").await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_persons_a_week_and_a_letter_stand_before_an_erasure() {
    for ferry in ferries().await {
        officer(&ferry).await;
        let reach = [("caller-reach", "rasa@example.lt")];
        let first = closed(&ferry, &reach).await;
        let second = closed(&ferry, &reach).await;
        let stranger = closed(&ferry, &[("caller-reach", "petras@example.lt")]).await;
        let erasure = asked(&ferry, &first, "person").await;
        let own = ferry.post(TOMAS, &format!("{erasure}/approval"), &[]).await;
        refused(own, "Whoever asked for an erasure does not agree to it");
        let waits = page(&ferry, BORIS, &erasure).await;
        assert!(waits.contains(&first) && waits.contains(&second), "{waits}");
        assert!(!waits.contains(&stranger));
        agreed(&ferry, &erasure).await;
        let told = [&first, &second];
        let mut letters = 0;
        for reference in told {
            let case = ferry.case(reference).await;
            letters += case
                .messages
                .iter()
                .filter(|it| it.purpose == "erasure")
                .count();
        }
        assert_eq!(letters, 1, "one person gets one letter");
        ferry.work().await;
        let case = ferry.case(&first).await;
        assert!(
            personal_left(&ferry, case.id).await > 0,
            "nothing goes before its day"
        );
        its_day_comes(&ferry, &told).await;
        // At one moment: what is overdue by now has nothing to do with the erasure.
        let before = figures(&ferry).await;
        ferry.work().await;
        for reference in told {
            let case = ferry.case(reference).await;
            assert_eq!(personal_left(&ferry, case.id).await, 0, "{reference}");
            assert!(case.erased_at.is_some() && case.complainant.is_empty());
        }
        let other = ferry.case(&stranger).await;
        assert!(
            personal_left(&ferry, other.id).await > 0,
            "a stranger keeps theirs"
        );
        let report = page(&ferry, BORIS, &erasure).await;
        assert!(report.contains("What was erased"), "{report}");
        assert!(
            !report.contains("Rasa asked by letter."),
            "the reason named her"
        );
        let tombstone = page(&ferry, TOMAS, &format!("/desk/{first}")).await;
        assert!(tombstone.contains("Erased on"), "{tombstone}");
        assert_eq!(figures(&ferry).await, before);
        stands(&ferry);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_undone_within_the_week_and_the_letter_is_taken_back() {
    for ferry in ferries().await {
        officer(&ferry).await;
        let reference = closed(&ferry, &[("caller-reach", "+370 612 34567")]).await;
        let erasure = asked(&ferry, &reference, "case").await;
        agreed(&ferry, &erasure).await;
        let why = [("data-reason", "She wants it kept.")];
        done(ferry.post(BORIS, &format!("{erasure}/stop"), &why).await);
        ferry.later(30 * DAY);
        ferry.work().await;
        let case = ferry.case(&reference).await;
        assert!(personal_left(&ferry, case.id).await > 0);
        let letter = case.messages.iter().find(|it| it.purpose == "erasure");
        assert_eq!(letter.unwrap().state, MessageState::Withdrawn);
        let late = ferry.post(BORIS, &format!("{erasure}/approval"), &[]).await;
        refused(late, "decided already");
        stands(&ferry);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_is_named_and_keeps_what_was_agreed_already() {
    for ferry in ferries().await {
        officer(&ferry).await;
        let reference = closed(&ferry, &[]).await;
        let erasure = asked(&ferry, &reference, "case").await;
        agreed(&ferry, &erasure).await;
        let hold = [
            ("hold-name", "Harbour case"),
            ("data-reference", reference.as_str()),
            ("erasure-scope", "case"),
            ("hold-review-on", "2026-09-01"),
            ("data-reason", "Claimed in court."),
        ];
        let to = done(ferry.post(TOMAS, "/system/holds", &hold).await);
        let hold = to.split('?').next().unwrap();
        ferry.later(9 * DAY);
        ferry.work().await;
        let case = ferry.case(&reference).await.id;
        assert!(personal_left(&ferry, case).await > 0, "it is held");
        assert!(page(&ferry, BORIS, &erasure).await.contains("Harbour case"));
        let other = closed(&ferry, &[]).await;
        let second = [
            ("data-reference", reference.as_str()),
            ("erasure-scope", "case"),
            ("erasure-basis", "order"),
            ("data-reason", "Once more."),
        ];
        assert_ne!(other, reference);
        let again = ferry.post(TOMAS, LIST, &second).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        let why = [("data-reason", "The court has decided.")];
        let own = ferry.post(TOMAS, &format!("{hold}/end"), &why).await;
        refused(own, "Whoever set a hold does not end it");
        done(ferry.post(BORIS, &format!("{hold}/end"), &why).await);
        ferry.later(2 * 3600);
        ferry.work().await;
        assert_eq!(personal_left(&ferry, case).await, 0);
        stands(&ferry);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_past_its_period_is_proposed_agreed_and_stands_in_the_log_without_names() {
    for ferry in ferries().await {
        let reference = closed(&ferry, &[]).await;
        let case = ferry.case(&reference).await.id;
        ferry.later(61 * 31 * DAY);
        ferry.has_role(AISTE, Role::Manager, None).await;
        let page_of = "/system/disposals";
        assert!(page(&ferry, TOMAS, page_of).await.contains(&reference));
        let ticked = [("data-cases", reference.as_str())];
        let to = done(ferry.post(TOMAS, page_of, &ticked).await);
        let erasure = to.split('?').next().unwrap();
        done(ferry.post(AISTE, &format!("{erasure}/approval"), &[]).await);
        ferry.later(9 * DAY);
        ferry.work().await;
        assert_eq!(personal_left(&ferry, case).await, 0);
        let csv = page(&ferry, TOMAS, "/system/disposals.csv").await;
        assert!(
            csv.contains(&format!("{reference},")) && csv.contains(",retention,"),
            "{csv}"
        );
        assert!(!csv.contains("Rasa") && !csv.contains("Tomas"), "{csv}");
        let nothing = ferry.post(TOMAS, page_of, &ticked).await;
        refused(nothing, "No complaint was chosen");
        stands(&ferry);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_held_about_somebody_is_handed_over_once_it_is_noted_who_asks() {
    for ferry in ferries().await {
        officer(&ferry).await;
        let reference = ferry.call_of(&[]).await;
        let note = [("text", "She called twice.")];
        done(
            ferry
                .post(AISTE, &format!("/desk/{reference}/notes"), &note)
                .await,
        );
        let ask = [
            ("rights-right", "access"),
            ("data-reference", reference.as_str()),
            ("erasure-scope", "case"),
            ("rights-received-on", "2026-03-02"),
            ("data-reason", "By letter."),
        ];
        let to = done(ferry.post(BORIS, "/system/rights", &ask).await);
        let request = to.split('?').next().unwrap();
        let bundle = format!("{request}/bundle");
        let early = ferry.post(BORIS, &bundle, &[]).await;
        assert_ne!(early.status, StatusCode::OK);
        assert!(!exported(&ferry, &reference).await);
        let check = [("rights-check", "access-code"), ("data-reason", "")];
        done(
            ferry
                .post(BORIS, &format!("{request}/identity"), &check)
                .await,
        );
        // While somebody protects data, no manager does it in their place.
        refused(ferry.post(TOMAS, &bundle, &[]).await, "Boris");
        let answer = ferry.post(BORIS, &bundle, &[]).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(exported(&ferry, &reference).await);
        assert_eq!(answer.header("content-type"), "application/zip");
        let text = answer.text();
        for there in [
            "data.json",
            "data.html",
            "Rasa Jankauskien",
            "She called twice.",
            "lang=\"lt\"",
        ] {
            assert!(text.contains(there), "no {there}");
        }
        assert!(!text.contains("Aist"), "colleagues stay unnamed");
        let given = [
            ("rights-answer", "given"),
            ("data-reason", "At the counter."),
        ];
        done(
            ferry
                .post(BORIS, &format!("{request}/answer"), &given)
                .await,
        );
        assert!(
            page(&ferry, BORIS, "/system/rights")
                .await
                .contains("Answered")
        );
        let handler = ferry.post(AISTE, &bundle, &[]).await;
        assert_eq!(handler.status, StatusCode::FORBIDDEN);
        stands(&ferry);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_ask_agree_and_stop_as_pages_do() {
    for ferry in ferries().await {
        officer(&ferry).await;
        let reference = closed(&ferry, &[]).await;
        let body = serde_json::json!({
            "complaint": reference, "scope": "case", "basis": "order", "reason": "Ordered.",
        });
        let made = ferry
            .call(TOMAS, "/api/v1/erasures", &body.to_string(), &[])
            .await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        let made: serde_json::Value = serde_json::from_slice(&made.bytes).unwrap();
        let one = format!("/api/v1/erasures/{}", made["id"].as_str().unwrap());
        let own = ferry
            .call(TOMAS, &format!("{one}/approval"), "{}", &[])
            .await;
        assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
        let agreed = ferry
            .call(BORIS, &format!("{one}/approval"), "{}", &[])
            .await;
        assert!(
            agreed.text().contains("\"state\":\"approved\""),
            "{}",
            agreed.text()
        );
        let why = r#"{"reason":"Not now."}"#;
        let stopped = ferry.call(TOMAS, &format!("{one}/stop"), why, &[]).await;
        assert!(
            stopped.text().contains("\"state\":\"stopped\""),
            "{}",
            stopped.text()
        );
        let hidden = ferry.get(AISTE, &one).await;
        assert_eq!(hidden.status, StatusCode::FORBIDDEN);
        let rows = ferry.house.db.read_now(|reader| -> Result<_, Error> {
            reader.one(
                &sql("SELECT COUNT(*) FROM data_request_case WHERE is_open = 1"),
                |row| row.int(0),
            )
        });
        assert_eq!(rows.unwrap(), Some(0));
    }
}
