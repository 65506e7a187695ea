//! Who is kept apart from a complaint at Blue Ferry Co., through the router: nothing that
//! the desk shows tells them of it, and two persons open it where it has to be read.

use crate::engines::ferries;
use crate::office::{AISTE, Answer, BORIS, Ferry, JONAS, ONA, RIMA, TOMAS};
use axum::http::StatusCode;
use redress_complaint::objectivity::violations;
use redress_kernel::{Id, Role};
use redress_store::{Read, Reader, Tx, rebuild_check, sql};

async fn does(ferry: &Ferry, who: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    let done = ferry.post(who, path, fields).await;
    assert_eq!(
        done.status,
        StatusCode::SEE_OTHER,
        "{path}: {}",
        done.text()
    );
    done
}

async fn status(ferry: &Ferry, who: &str, reference: &str) -> StatusCode {
    ferry.get(who, &format!("/desk/{reference}")).await.status
}

/// Everything in which a reference can stand, as this person gets it.
async fn everything(ferry: &Ferry, who: &str) -> String {
    let mut all = String::new();
    for path in [
        "/desk?queue=all",
        "/desk?queue=mine",
        "/desk?q=ferry",
        "/desk/palette?what=BF",
        "/desk/second-eyes",
        "/system/objectivity",
        "/system/monitoring",
        "/admin/journal",
        "/admin/journal/export",
        "/api/v1/complaints?limit=200",
        "/api/v1/complaints?q=ferry",
        "/api/v1/journal?after=0&limit=200",
    ] {
        all.push_str(&ferry.get(who, path).await.text());
    }
    all
}

/// The address at which the newest request is agreed to, as this person finds it.
async fn agreement(ferry: &Ferry, who: &str) -> String {
    let queue = ferry.get(who, "/desk/second-eyes").await.text();
    let end = queue.find("/agreement").expect("a request");
    let begin = queue[..end].rfind("/desk/second-eyes/").unwrap();
    format!("{}/agreement", &queue[begin..end])
}

async fn no_violations(ferry: &Ferry) {
    let look = |reader: &mut Reader| violations(reader);
    assert_eq!(ferry.house.db.read(look).await.unwrap(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_declares_a_conflict_keeps_a_receipt_and_nothing_else() {
    for ferry in ferries().await {
        let reference = ferry.call_of(&[]).await;
        let take = format!("/desk/{reference}/take");
        does(&ferry, AISTE, &take, &[]).await;
        let conflict = format!("/desk/{reference}/conflict");
        let reason = [("conflict-reason", "Rasa is my sister-in-law.")];
        let done = does(&ferry, AISTE, &conflict, &reason).await;
        assert!(
            done.location.starts_with("/desk/declarations"),
            "{}",
            done.location
        );
        let receipt = ferry.get(AISTE, &done.location).await.text();
        assert!(receipt.contains(&reference), "{receipt}");
        assert_eq!(
            status(&ferry, AISTE, &reference).await,
            StatusCode::NOT_FOUND
        );
        assert!(!everything(&ferry, AISTE).await.contains(&reference));
        // The control: a colleague finds it in the same places, and in nobody's hands.
        assert!(everything(&ferry, TOMAS).await.contains(&reference));
        assert_eq!(ferry.case(&reference).await.owner, None);
        let lift = format!("/desk/{reference}/conflict-lifting");
        does(
            &ferry,
            TOMAS,
            &lift,
            &[("conflict-lifting-reason", "Another Rasa.")],
        )
        .await;
        assert_eq!(status(&ferry, AISTE, &reference).await, StatusCode::OK);
        no_violations(&ferry).await;
        assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
    }
}

const ASSESSED: &str =
    r#"{"severity":"low","complexity":"low","impact":"low","rationale":"One boat."}"#;

#[tokio::test(flavor = "multi_thread")]
async fn where_a_person_is_complained_about_nobody_judges_before_they_declared() {
    let ferry = Ferry::open().await;
    let (plain, about) = (ferry.call_of(&[]).await, ferry.call_of(&[]).await);
    ferry.concerns_boris(&about).await;
    let assess = |reference: &str| format!("/api/v1/complaints/{reference}/assessment");
    // The control: nobody is complained about, and nothing is asked.
    let other = ferry.call(AISTE, &assess(&plain), ASSESSED, &[]).await;
    assert!(
        !other.text().contains("declare-conflict-first"),
        "{}",
        other.text()
    );
    let first = ferry.call(AISTE, &assess(&about), ASSESSED, &[]).await;
    assert_eq!(first.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        first.text().contains("declare-conflict-first"),
        "{}",
        first.text()
    );
    does(&ferry, AISTE, &format!("/desk/{about}/no-conflict"), &[]).await;
    let then = ferry.call(AISTE, &assess(&about), ASSESSED, &[]).await;
    assert!(
        !then.text().contains("declare-conflict-first"),
        "{}",
        then.text()
    );
    // Each for themselves.
    let tomas = ferry.call(TOMAS, &assess(&about), ASSESSED, &[]).await;
    assert!(
        tomas.text().contains("declare-conflict-first"),
        "{}",
        tomas.text()
    );
}

async fn unit(ferry: &Ferry, name: &'static str) -> Id {
    does(ferry, RIMA, "/admin/units", &[("unit-name", name)]).await;
    let find = move |reader: &mut Reader| -> Result<_, redress_store::Error> {
        let query = sql("SELECT id FROM unit WHERE name = $1").arg(name);
        Ok(reader.one(&query, |row| row.id(0))?.unwrap())
    };
    ferry.house.db.read(find).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_head_of_the_unit_is_kept_apart_and_a_new_head_is_at_once() {
    for ferry in ferries().await {
        let pier = unit(&ferry, "Pier").await;
        ferry.has_role(BORIS, Role::Handler, Some(pier)).await;
        let reference = ferry.call_of(&[]).await;
        does(&ferry, AISTE, &format!("/desk/{reference}/take"), &[]).await;
        ferry.concerns_boris(&reference).await;
        assert_eq!(status(&ferry, AISTE, &reference).await, StatusCode::OK);
        let set = format!("/admin/objectivity/units/{pier}");
        let aiste = ferry.person(AISTE).await.to_string();
        does(&ferry, RIMA, &set, &[("unit-head", aiste.as_str())]).await;
        assert_eq!(
            status(&ferry, AISTE, &reference).await,
            StatusCode::NOT_FOUND
        );
        assert!(!everything(&ferry, AISTE).await.contains(&reference));
        assert_eq!(ferry.case(&reference).await.owner, None, "handed back");
        // Nobody can give it to her either.
        let give = format!("/desk/{reference}/assignment");
        let given = ferry
            .post(TOMAS, &give, &[("colleague", aiste.as_str())])
            .await;
        assert_eq!(given.status, StatusCode::UNPROCESSABLE_ENTITY);
        does(&ferry, RIMA, &set, &[]).await;
        assert_eq!(status(&ferry, AISTE, &reference).await, StatusCode::OK);
        no_violations(&ferry).await;
        assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_persons_open_a_case_for_some_hours_to_read_and_nobody_learns_by_asking() {
    for ferry in ferries().await {
        let reference = ferry.call_of(&[]).await;
        does(&ferry, AISTE, &format!("/desk/{reference}/conflict"), &[]).await;
        let asks = |reference: &str| {
            vec![
                ("glass-reference".to_owned(), reference.to_owned()),
                (
                    "second-reason".to_owned(),
                    "The court asks by noon.".to_owned(),
                ),
            ]
        };
        let mut answers = Vec::new();
        for guess in [reference.as_str(), "BF-26-0000-000"] {
            let typed = asks(guess);
            let typed: Vec<(&str, &str)> = typed
                .iter()
                .map(|(n, v)| (n.as_str(), v.as_str()))
                .collect();
            let done = does(&ferry, AISTE, "/desk/break-glass", &typed).await;
            answers.push((done.status, done.location, done.bytes));
            if guess == reference {
                let agree = agreement(&ferry, TOMAS).await;
                let own = ferry.post(AISTE, &agree, &[]).await;
                assert_eq!(
                    own.status,
                    StatusCode::NOT_FOUND,
                    "she may not agree at all"
                );
                does(&ferry, TOMAS, &agree, &[]).await;
            }
        }
        assert_eq!(answers[0], answers[1]);
        // To read, and not to act; in no list.
        assert_eq!(status(&ferry, AISTE, &reference).await, StatusCode::OK);
        let note = format!("/desk/{reference}/notes");
        let noted = ferry.post(AISTE, &note, &[("text", "Seen.")]).await;
        assert_eq!(noted.status, StatusCode::FORBIDDEN);
        let list = ferry.get(AISTE, "/desk?queue=all").await.text();
        assert!(!list.contains(&reference));
        let told = ferry.get(JONAS, "/system/objectivity").await.text();
        assert!(
            told.contains(&reference) && told.contains("Aistė Mockutė"),
            "{told}"
        );
        ferry.later(4 * 3600 + 60);
        ferry.work().await;
        assert_eq!(
            status(&ferry, AISTE, &reference).await,
            StatusCode::NOT_FOUND
        );
        no_violations(&ferry).await;
        assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_opens_a_case_for_the_person_whom_it_is_about() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    ferry.concerns_boris(&reference).await;
    let typed = [
        ("glass-reference", reference.as_str()),
        ("second-reason", "I want to know."),
    ];
    does(&ferry, BORIS, "/desk/break-glass", &typed).await;
    let agree = agreement(&ferry, TOMAS).await;
    let agreed = ferry.post(TOMAS, &agree, &[]).await;
    assert_eq!(agreed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        agreed.text().contains("about the person who asks"),
        "{}",
        agreed.text()
    );
    assert_eq!(
        status(&ferry, BORIS, &reference).await,
        StatusCode::NOT_FOUND
    );
    assert!(
        !everything(&ferry, BORIS)
            .await
            .contains(&format!("/desk/{reference}"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_as_abusive_is_asked_by_one_and_done_when_another_agrees() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let path = format!("/desk/{reference}/abusive-closing");
    let typed = [
        ("second-reason", "Forty letters a day, each with a threat."),
        ("body", "We no longer answer letters with threats."),
    ];
    does(&ferry, AISTE, &path, &typed).await;
    assert!(
        ferry.case(&reference).await.is_open(),
        "one alone closes nothing"
    );
    let agree = agreement(&ferry, TOMAS).await;
    let by_another = ferry.post(ONA, &agree, &[]).await;
    assert_eq!(by_another.status, StatusCode::NOT_FOUND);
    does(&ferry, TOMAS, &agree, &[]).await;
    let case = ferry.case(&reference).await;
    assert_eq!(
        case.closed.as_ref().map(|its| its.reason.as_str()),
        Some("abusive")
    );
    let twice = ferry.post(TOMAS, &agree, &[]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_of_one_is_told_to_invite_a_second_person() {
    let ferry = Ferry::open().await;
    ferry.demote(TOMAS).await;
    let typed = [
        ("retention-complaint", "84"),
        ("retention-other", "6"),
        ("second-reason", "The law says so."),
    ];
    let alone = ferry.post(RIMA, "/admin/retention", &typed).await;
    assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        alone.text().contains("invite a second person"),
        "{}",
        alone.text()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_lacks_the_competence_is_not_given_it_and_it_is_said_who_could() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let id = ferry.case(&reference).await.id;
    let issue = redress_complaint::facts::IssueSet {
        number: 1,
        category: Some("06".into()),
        cause: None,
    };
    let now = ferry.house.now();
    let set = move |tx: &mut Tx| -> Result<(), redress_store::Error> {
        let text = redress_complaint::facts::IssueText::default();
        let draft = redress_kernel::Draft::with(id, &issue, &text);
        tx.record(draft, &redress_kernel::By::system(now))
            .map(|_| ())
    };
    ferry.house.db.write(set).await.unwrap();
    let rules = [
        ("declarations", "person"),
        ("glass-hours", "4"),
        ("competence-needs", "06: Safety on board"),
    ];
    does(&ferry, RIMA, "/admin/objectivity", &rules).await;
    let (aiste, boris) = (ferry.person(AISTE).await, ferry.person(BORIS).await);
    let give = format!("/desk/{reference}/assignment");
    let to = |who: Id| who.to_string();
    let nobody = ferry.post(TOMAS, &give, &[("colleague", &to(aiste))]).await;
    assert!(
        nobody.text().contains("nobody here has on file"),
        "{}",
        nobody.text()
    );
    let boris_id = to(boris);
    let held = [
        ("competent", boris_id.as_str()),
        ("competence", "Safety on board"),
        ("competent-until", "2026-12-31"),
    ];
    does(&ferry, RIMA, "/admin/objectivity/competences", &held).await;
    let refused = ferry.post(TOMAS, &give, &[("colleague", &to(aiste))]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Who has it"), "{}", refused.text());
    does(&ferry, TOMAS, &give, &[("colleague", &boris_id)]).await;
    // It ends with its last day.
    does(&ferry, TOMAS, &give, &[("nobody", "1")]).await;
    ferry.later(400 * 86_400);
    let late = ferry.post(TOMAS, &give, &[("colleague", &boris_id)]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
}
