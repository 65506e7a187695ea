//! Nothing that is owed is forgotten: who is told when, that it is told once, the
//! letters, the list of each obligation, and the page of deadlines.

use crate::{
    ferries,
    office::{AISTE, BORIS, Ferry, JONAS, RIMA, TOMAS},
    smtp_sink::{Mood, SmtpSink},
};
use axum::http::StatusCode;
use redress_complaint::{
    case::Reminding,
    obligations::{What, round},
};
use redress_kernel::Instant;
use redress_store::{Error, Tx, rebuild_check, sql};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(10);

/// Aistė has the case; its first assessment is due at the end of Wednesday.
async fn taken(ferry: &Ferry) -> String {
    let reference = ferry.call_of(&[]).await;
    let took = ferry
        .post(AISTE, &format!("/desk/{reference}/take"), &[])
        .await;
    assert_eq!(took.status, StatusCode::SEE_OTHER, "{}", took.text());
    reference
}

fn turn(ferry: &Ferry, to: &str) {
    let to: Instant = to.parse().unwrap();
    ferry.later(to.seconds_since(ferry.house.now()));
}

/// One look at the clock.
async fn looks(ferry: &Ferry) -> bool {
    let house = ferry.house.clone();
    let looked = tokio::task::spawn_blocking(move || round(&house)).await;
    looked.unwrap().unwrap()
}

async fn told(ferry: &Ferry, reference: &str) -> Vec<Reminding> {
    ferry.case(reference).await.reminded
}

/// Obligation, rung and how many were told, in order.
fn said(told: &[Reminding]) -> Vec<(&str, &str, usize)> {
    let all = told.iter().map(|it| &it.fact);
    all.map(|it| (it.obligation.as_str(), it.rung.as_str(), it.to.len()))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_falls_due_is_told_once_in_office_hours_and_climbs_a_level_each_day() {
    for ferry in ferries().await {
        let reference = taken(&ferry).await;
        // Four office hours before Wednesday's closing.
        turn(&ferry, "2026-03-04T10:59:59Z");
        assert!(!looks(&ferry).await, "not yet");
        turn(&ferry, "2026-03-04T11:00:00Z");
        assert!(looks(&ferry).await);
        assert!(!looks(&ferry).await, "once");
        let aiste = ferry.person(AISTE).await;
        let first = told(&ferry, &reference).await;
        assert_eq!(said(&first), [("assessment", "warning", 1)]);
        assert_eq!(first[0].fact.to, [aiste]);
        // Missed at midnight; nobody is told at night.
        turn(&ferry, "2026-03-04T23:30:00Z");
        assert!(!looks(&ferry).await, "the office is closed");
        turn(&ferry, "2026-03-05T07:00:00Z");
        assert!(looks(&ferry).await);
        turn(&ferry, "2026-03-06T07:00:00Z");
        assert!(looks(&ferry).await);
        // Saturday and Sunday are nobody's days.
        turn(&ferry, "2026-03-07T10:00:00Z");
        assert!(!looks(&ferry).await);
        turn(&ferry, "2026-03-09T07:00:00Z");
        assert!(looks(&ferry).await);
        let all = told(&ferry, &reference).await;
        assert_eq!(
            said(&all),
            [
                ("assessment", "warning", 1),
                ("assessment", "handler", 1),
                ("assessment", "manager", 1),
                ("assessment", "top-management", 1),
            ]
        );
        let tomas = ferry.person(TOMAS).await;
        assert_eq!(all[2].fact.to, [tomas], "the manager, and not Aistė again");
        assert_eq!(rebuild_check(&ferry.house.db).unwrap(), []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_long_stop_the_highest_rung_is_told_and_a_clock_set_back_tells_nothing_twice() {
    for ferry in ferries().await {
        let reference = taken(&ferry).await;
        turn(&ferry, "2026-03-10T08:00:00Z");
        assert!(looks(&ferry).await);
        let once = told(&ferry, &reference).await;
        assert_eq!(said(&once), [("assessment", "top-management", 1)]);
        assert_eq!(once[0].fact.skipped, ["warning", "handler", "manager"]);
        let due = ferry.case(&reference).await.due;
        for moment in [
            "2026-03-04T11:00:00Z",
            "2026-03-05T08:00:00Z",
            "2026-03-10T09:00:00Z",
        ] {
            turn(&ferry, moment);
            assert!(!looks(&ferry).await, "{moment}");
        }
        assert_eq!(told(&ferry, &reference).await, once);
        assert_eq!(ferry.case(&reference).await.due, due, "nothing moved");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_tell_it_once() {
    for ferry in ferries().await {
        let reference = taken(&ferry).await;
        turn(&ferry, "2026-03-04T11:00:00Z");
        let (one, other) = (ferry.house.clone(), ferry.house.clone());
        let one = tokio::task::spawn_blocking(move || round(&one).unwrap());
        let other = tokio::task::spawn_blocking(move || round(&other).unwrap());
        let _ = (one.await.unwrap(), other.await.unwrap());
        assert_eq!(told(&ferry, &reference).await.len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_complained_about_is_told_nothing_and_sees_no_figure_of_it() {
    for ferry in ferries().await {
        let reference = ferry.call_of(&[]).await;
        let path = format!("/desk/{reference}/take");
        assert_eq!(
            ferry.post(BORIS, &path, &[]).await.status,
            StatusCode::SEE_OTHER
        );
        let other = ferry.call_of(&[]).await;
        turn(&ferry, "2026-03-05T08:00:00Z");
        let figures = ferry.get(BORIS, "/api/v1/deadlines").await.text();
        assert!(
            figures.contains("\"obligation\":\"assessment\",\"overdue\":2")
                || figures.contains("\"overdue\":2"),
            "the control: {figures}"
        );
        ferry.concerns_boris(&reference).await;
        let figures = ferry.get(BORIS, "/api/v1/deadlines").await.text();
        assert!(figures.contains("\"overdue\":1"), "{figures}");
        let list = ferry
            .get(BORIS, "/desk?queue=overdue&obligation=assessment")
            .await
            .text();
        assert!(list.contains(&other) && !list.contains(&reference));
        assert!(looks(&ferry).await);
        let (boris, tomas) = (ferry.person(BORIS).await, ferry.person(TOMAS).await);
        for one in told(&ferry, &reference).await {
            assert_eq!(one.fact.to, [tomas], "the next above");
        }
        let page = ferry.get(BORIS, "/desk/deadlines").await.text();
        assert!(!page.contains(&reference));
        assert!(
            ferry
                .get(TOMAS, "/desk/deadlines")
                .await
                .text()
                .contains(&reference)
        );
        assert_ne!(boris, tomas);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_letter_a_person_and_look_names_cases_and_no_complainant() {
    for ferry in ferries().await {
        let sink = SmtpSink::start();
        ferry.relay(sink.address.port()).await;
        let (one, other) = (taken(&ferry).await, taken(&ferry).await);
        ferry.work().await;
        let before = sink.messages().len();
        turn(&ferry, "2026-03-04T11:00:00Z");
        assert!(looks(&ferry).await);
        // The process dies here: the letter lies in the queue and waits.
        assert_eq!(sink.messages().len(), before);
        ferry.later(60);
        ferry.work().await;
        ferry.work().await;
        let letters = sink.wait_for(before + 1, PATIENCE);
        assert_eq!(letters.len(), before + 1, "one letter for both");
        let letter = &letters[before];
        assert_eq!(letter.to, [AISTE]);
        let text = letter.part("text/plain");
        assert!(text.contains(&format!("/desk/{one}")), "{text}");
        assert!(text.contains(&format!("/desk/{other}")));
        assert!(text.contains("Initial assessment"), "{text}");
        assert!(!text.contains("Rasa") && !text.contains("8:50"), "{text}");
        // Being told is a fact, and that the letter left is another, once.
        for reference in [&one, &other] {
            let case = ferry.case(reference).await;
            assert_eq!(case.told.len(), 1);
            assert_eq!(case.told[0].what, "assessment");
            assert_eq!(case.told[0].round, Some(case.reminded[0].fact.round));
            let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
            assert!(page.contains("Reminder mailed to"), "{page}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_was_taken_and_not_confirmed_is_the_same_letter_again() {
    for ferry in ferries().await {
        let sink = SmtpSink::start();
        ferry.relay(sink.address.port()).await;
        let reference = taken(&ferry).await;
        ferry.work().await;
        let before = sink.messages().len();
        turn(&ferry, "2026-03-04T11:00:00Z");
        assert!(looks(&ferry).await);
        ferry.later(60);
        sink.set(Mood::HangsUpAfterData);
        ferry.work().await;
        sink.set(Mood::Willing);
        ferry.later(60);
        ferry.work().await;
        let letters = sink.wait_for(before + 2, PATIENCE);
        let id = |at: usize| letters[before + at].header("Message-ID");
        assert!(id(0).is_some());
        assert_eq!(id(0), id(1));
        assert_eq!(ferry.case(&reference).await.told.len(), 1, "on record once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_done_before_the_letter_leaves_is_not_in_it() {
    for ferry in ferries().await {
        let sink = SmtpSink::start();
        ferry.relay(sink.address.port()).await;
        let reference = taken(&ferry).await;
        ferry.work().await;
        let before = sink.messages().len();
        turn(&ferry, "2026-03-04T11:00:00Z");
        assert!(looks(&ferry).await);
        assess(&ferry, &reference).await;
        ferry.later(60);
        ferry.work().await;
        assert_eq!(sink.messages().len(), before);
    }
}

async fn assess(ferry: &Ferry, reference: &str) {
    let typed = [
        ("severity", "low"),
        ("complexity", "low"),
        ("impact", "low"),
        ("rationale", "A single passenger."),
    ];
    let path = format!("/desk/{reference}/assessment");
    let done = ferry.post(AISTE, &path, &typed).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_can_be_switched_off_and_the_record_never() {
    for ferry in ferries().await {
        let sink = SmtpSink::start();
        ferry.relay(sink.address.port()).await;
        let reference = taken(&ferry).await;
        ferry.work().await;
        let before = sink.messages().len();
        let aiste = ferry.person(AISTE).await.to_string();
        let typed = [("mails", "on"), ("without", aiste.as_str())];
        let set = ferry.post(RIMA, "/admin/reminders", &typed).await;
        assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.text());
        let refused = ferry.post(AISTE, "/admin/reminders", &typed).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        turn(&ferry, "2026-03-04T11:00:00Z");
        assert!(looks(&ferry).await);
        ferry.later(60);
        ferry.work().await;
        assert_eq!(sink.messages().len(), before, "no letter");
        assert!(ferry.case(&reference).await.told.is_empty());
        assert_eq!(told(&ferry, &reference).await.len(), 1, "and the record");
        let page = ferry.get(AISTE, "/desk/deadlines").await.text();
        assert!(page.contains(&reference), "and in the desk");
        let program = ferry.get(RIMA, "/api/v1/reminders").await.text();
        assert!(program.contains("\"mails\":true") && program.contains(&aiste));
        assert_eq!(rebuild_check(&ferry.house.db).unwrap(), []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_obligation_has_its_list_and_the_page_leads_to_it() {
    for ferry in ferries().await {
        let reference = taken(&ferry).await;
        let list = |path: &'static str| ferry.get(AISTE, path);
        let overdue = "/desk?queue=overdue&obligation=assessment";
        assert!(
            !list(overdue)
                .await
                .text()
                .contains(&format!("/desk/{reference}?"))
        );
        let due = "/desk?queue=all&obligation=assessment&on=2026-03-04";
        assert!(
            list(due)
                .await
                .text()
                .contains(&format!("/desk/{reference}?"))
        );
        let page = list("/desk/deadlines").await.text();
        assert!(
            page.contains("obligation=assessment&amp;on=2026-03-04")
                || page.contains("obligation=assessment&#38;on=2026-03-04"),
            "{page}"
        );
        turn(&ferry, "2026-03-05T08:00:00Z");
        assert!(
            list(overdue)
                .await
                .text()
                .contains(&format!("/desk/{reference}?"))
        );
        let other = "/desk?queue=overdue&obligation=response";
        assert!(
            !list(other)
                .await
                .text()
                .contains(&format!("/desk/{reference}?")),
            "the control"
        );
        let found = list("/api/v1/complaints?queue=overdue&obligation=assessment")
            .await
            .text();
        assert!(
            found.contains(&reference) && found.contains("\"due_step\":\"assessment\""),
            "{found}"
        );
        let wrong = list("/api/v1/complaints?obligation=tea").await.status;
        assert_eq!(wrong, StatusCode::UNPROCESSABLE_ENTITY);
        let page = list("/desk/deadlines").await.text();
        assert!(
            page.contains("queue=overdue&#38;obligation=assessment")
                || page.contains("queue=overdue&amp;obligation=assessment"),
            "{page}"
        );
        // Whoever may not work at the desk has no page of it.
        let auditor = ferry.get(JONAS, "/desk/deadlines").await.status;
        let admin = ferry.get(RIMA, "/desk/deadlines").await.status;
        assert!(
            auditor != StatusCode::INTERNAL_SERVER_ERROR
                && admin != StatusCode::INTERNAL_SERVER_ERROR
        );
        assess(&ferry, &reference).await;
        assert!(
            !list(overdue)
                .await
                .text()
                .contains(&format!("/desk/{reference}?"))
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_case_says_who_was_told_when() {
    for ferry in ferries().await {
        let reference = taken(&ferry).await;
        turn(&ferry, "2026-03-06T08:00:00Z");
        assert!(looks(&ferry).await);
        let page = ferry.get(TOMAS, &format!("/desk/{reference}")).await.text();
        assert!(page.contains("Obligations, and who was told"), "{page}");
        assert!(page.contains("Missed, told to the manager"));
        assert!(page.contains("Tomas Kazlauskas"));
    }
}

/// The negative control of every `rebuild_check` above.
#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_goes_missing_is_found() {
    let ferry = Ferry::open().await;
    taken(&ferry).await;
    assert_eq!(rebuild_check(&ferry.house.db).unwrap(), []);
    let lose = |tx: &mut Tx| -> Result<(), Error> {
        let query = sql("DELETE FROM obligation WHERE code = 'update'");
        tx.execute(&query).map(|_| ())
    };
    ferry.house.db.write(lose).await.unwrap();
    assert_ne!(rebuild_check(&ferry.house.db).unwrap(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_reminded_outside_the_hours_of_this_office() {
    for ferry in ferries().await {
        let reference = taken(&ferry).await;
        let hours = ["mon", "tue", "wed", "thu", "fri"].map(|day| format!("hours-{day}"));
        let mut form = vec![("weekend", "sat"), ("weekend", "sun"), ("closed-days", "")];
        form.extend(hours.iter().map(|name| (name.as_str(), "12:00-16:00")));
        let set = ferry.post(RIMA, "/admin/calendar", &form).await;
        assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.text());
        turn(&ferry, "2026-03-05T08:00:00Z");
        assert!(!looks(&ferry).await, "ten in Vilnius: closed until noon");
        turn(&ferry, "2026-03-05T10:00:00Z");
        assert!(looks(&ferry).await);
        turn(&ferry, "2026-03-06T13:59:00Z");
        assert!(looks(&ferry).await);
        turn(&ferry, "2026-03-09T14:00:00Z");
        assert!(!looks(&ferry).await, "closed again at four");
        assert_eq!(told(&ferry, &reference).await.len(), 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_that_opens_sooner_tells_sooner_though_dates_stay() {
    for ferry in ferries().await {
        let thursday_off = [("weekend", "thu"), ("weekend", "fri"), ("closed-days", "")];
        let set = ferry.post(RIMA, "/admin/calendar", &thursday_off).await;
        assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.text());
        let reference = taken(&ferry).await;
        turn(&ferry, "2026-03-04T12:00:00Z");
        let days = [("weekend", "sat"), ("weekend", "sun"), ("closed-days", "")];
        let set = ferry.post(RIMA, "/admin/calendar", &days).await;
        assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.text());
        turn(&ferry, "2026-03-05T08:00:00Z");
        assert!(looks(&ferry).await, "Thursday is worked again");
        let told = told(&ferry, &reference).await;
        let missed = said(&told).iter().any(|(_, rung, _)| *rung == "handler");
        assert!(missed, "{told:?}");
        assert_eq!(rebuild_check(&ferry.house.db).unwrap(), []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_obligation_has_its_line_and_whatever_is_missed_stands_in_the_queue_of_all() {
    for ferry in ferries().await {
        let page = ferry.get(TOMAS, "/desk/deadlines").await.text();
        let program = ferry.get(TOMAS, "/api/v1/deadlines").await.text();
        for what in What::OWN {
            let queue = format!("queue=overdue&#38;obligation={}\"", what.code());
            assert!(page.contains(&queue), "{queue}: {page}");
            assert!(program.contains(&format!("\"obligation\":\"{}\"", what.code())));
        }
        // Danger has to be confirmed by the top within hours, long before the rest is due.
        let reference = ferry.call_of(&[("caller-danger", "1")]).await;
        let listed = async |path: &str| {
            let list = ferry.get(TOMAS, path).await.text();
            list.contains(&format!("/desk/{reference}?"))
        };
        assert!(!listed("/desk?queue=overdue").await);
        ferry.later(4 * 3600 + 60);
        assert!(listed("/desk?queue=overdue").await);
        assert!(listed("/desk?queue=overdue&obligation=confirmation").await);
        assert!(
            !listed("/desk?queue=overdue&obligation=assessment").await,
            "the control"
        );
        let row = ferry
            .get(TOMAS, "/api/v1/complaints?queue=overdue")
            .await
            .text();
        assert!(row.contains("\"due_step\":\"confirmation\""), "{row}");
        assert_eq!(rebuild_check(&ferry.house.db).unwrap(), []);
    }
}
