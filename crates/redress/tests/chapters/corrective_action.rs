use crate::{
    done, ferries,
    office::{AISTE, BORIS, Ferry, JONAS, ONA, TOMAS},
    page, refused,
};
use axum::http::StatusCode;
use redress_complaint::facts::{Closed, Reason};
use redress_kernel::{By, Draft};
use redress_store::{Error, Tx, rebuild_check};

const LIST: &str = "/system/corrective-actions";

/// Aistė opens an action out of a complaint, and owns it.
async fn opened(ferry: &Ferry) -> (String, String) {
    let reference = ferry.call_of(&[]).await;
    let aiste = ferry.person(AISTE).await.to_string();
    let fields = [
        ("action-title", "Ferries leave early"),
        ("action-owner", aiste.as_str()),
        ("action-due", "2026-03-20"),
    ];
    let path = format!("/desk/{reference}/corrective-action");
    done(ferry.post(AISTE, &path, &fields).await);
    let list = page(ferry, AISTE, LIST).await;
    let rest = list
        .split_once(&format!("href=\"{LIST}/"))
        .expect("a line")
        .1;
    (reference, format!("{LIST}/{}", &rest[..32]))
}

async fn planned(ferry: &Ferry, action: &str) {
    let aiste = ferry.person(AISTE).await.to_string();
    let plan = [
        ("action-title", "Ferries leave early"),
        ("root-cause", "The clock on board is fast"),
        ("action-plan", "Set it by radio"),
        ("action-owner", aiste.as_str()),
        ("action-due", "2026-03-20"),
    ];
    done(ferry.post(AISTE, &format!("{action}/plan"), &plan).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_goes_from_a_complaint_to_its_effect() {
    for ferry in ferries().await {
        let (reference, action) = opened(&ferry).await;
        let case = page(&ferry, AISTE, &format!("/desk/{reference}")).await;
        assert!(
            case.contains(&format!("href=\"{action}\"")),
            "the case leads to it"
        );
        let (carried, effect) = (format!("{action}/done"), format!("{action}/effect"));
        let what = [("action-done", "The clock is set by radio")];
        refused(
            ferry.post(AISTE, &carried, &what).await,
            "Root cause and plan",
        );
        planned(&ferry, &action).await;
        done(ferry.post(AISTE, &carried, &what).await);

        let works = [("action-works", "yes"), ("action-effect", "None since")];
        let own = ferry.post(AISTE, &effect, &works).await;
        refused(own, "Whoever owns an action or carried it out");
        let fails = [
            ("action-works", "no"),
            ("action-effect", "Two more left early"),
            ("action-due-again", "2026-04-10"),
        ];
        done(ferry.post(BORIS, &effect, &fails).await);
        assert!(
            page(&ferry, JONAS, &action)
                .await
                .contains("did not work at first")
        );
        done(ferry.post(AISTE, &carried, &what).await);
        done(ferry.post(BORIS, &effect, &works).await);
        let after = page(&ferry, TOMAS, &action).await;
        assert!(after.contains("Effect checked: it works"), "{after}");
        assert!(after.contains(&reference));
        assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_late_stands_on_top_and_in_the_answer_of_the_api() {
    for ferry in ferries().await {
        opened(&ferry).await;
        let list = page(&ferry, TOMAS, LIST).await;
        assert!(!list.contains("id=\"actions-overdue\"") && list.contains("id=\"actions-open\""));
        ferry.later(19 * 24 * 3600);
        let list = page(&ferry, TOMAS, LIST).await;
        assert!(list.contains("id=\"actions-overdue\"") && !list.contains("id=\"actions-open\""));
        let api = page(&ferry, JONAS, "/api/v1/corrective-actions").await;
        assert!(api.contains("\"due_on\":\"2026-03-20\"") && api.contains("\"state\":\"open\""));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_auditor_reads_intake_stays_outside_and_whom_it_concerns_finds_nothing() {
    for ferry in ferries().await {
        let (reference, action) = opened(&ferry).await;
        assert!(!page(&ferry, JONAS, LIST).await.contains("action=\"/system"));
        let what = [("action-done", "x")];
        let act = format!("{action}/done");
        assert_eq!(
            ferry.post(JONAS, &act, &what).await.status,
            StatusCode::FORBIDDEN
        );
        assert_eq!(ferry.get(ONA, LIST).await.status, StatusCode::FORBIDDEN);
        assert!(page(&ferry, BORIS, LIST).await.contains(&action));
        ferry.concerns_boris(&reference).await;
        assert!(!page(&ferry, BORIS, LIST).await.contains(&action));
        assert_eq!(
            ferry.get(BORIS, &action).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(
            ferry.post(BORIS, &act, &what).await.status,
            StatusCode::NOT_FOUND
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_complaint_is_linked_by_its_reference() {
    for ferry in ferries().await {
        let (reference, action) = opened(&ferry).await;
        let other = ferry.call_of(&[("caller-story", "Early again.")]).await;
        let link = format!("{action}/link");
        let with = |reference: &str| [("action-complaint", reference.to_owned())];
        let post = async |reference: &str| {
            let fields = with(reference);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
            ferry.post(AISTE, &link, &fields).await
        };
        done(post(&other).await);
        refused(post(&reference).await, "linked already");
        let nowhere = post("BF-26-0000-000").await;
        assert_eq!(nowhere.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page(&ferry, AISTE, &action).await.contains(&other));
        assert!(
            page(&ferry, AISTE, &format!("/desk/{other}"))
                .await
                .contains(&action)
        );
    }
}

/// The closing asked for corrective action.
async fn closed(ferry: &Ferry, reference: &str) {
    let (case, at) = (ferry.case(reference).await.id, ferry.house.now());
    let closed = Closed {
        corrective_action: true,
        ..Closed::default()
    };
    let draft = Draft::with(case, &closed, &Reason::default());
    let close =
        move |tx: &mut Tx| -> Result<(), Error> { tx.record(draft, &By::system(at)).map(|_| ()) };
    ferry.house.db.write(close).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_closing_asked_for_stands_there_until_it_is_started() {
    for ferry in ferries().await {
        let reference = ferry.call_of(&[]).await;
        ferry.concerns_boris(&reference).await;
        closed(&ferry, &reference).await;
        let start = format!("/desk/{reference}?open=corrective-action");
        let listed = page(&ferry, AISTE, LIST).await;
        let subject = r#"<bdi lang="lt" dir="ltr">The ferry left at 8:50.</bdi>"#;
        assert!(listed.contains(&start) && listed.contains(subject));
        assert!(
            !page(&ferry, BORIS, LIST).await.contains(&start),
            "whom it concerns"
        );
        let aiste = ferry.person(AISTE).await.to_string();
        let fields = [
            ("action-title", "Ferries leave early"),
            ("action-owner", aiste.as_str()),
            ("action-due", "2026-03-20"),
        ];
        let path = format!("/desk/{reference}/corrective-action");
        done(ferry.post(AISTE, &path, &fields).await);
        assert!(!page(&ferry, AISTE, LIST).await.contains(&start));
    }
}
