//! What a sensitive case is about is for those who need it: nobody else reads it on any
//! page, in any list, answer to a program, file or letter of this house. The pages are
//! those that the house has, so that a list that comes later is read here too.

use crate::identity::addresses_with;
use crate::office::{AISTE, BORIS, Ferry, JONAS, ONA, RIMA, TOMAS};
use crate::smtp_sink::SmtpSink;
use axum::http::StatusCode;
use redress_complaint::{
    facts::{Closed, Reason},
    obligations::round,
};
use redress_kernel::{By, Draft, Role};
use redress_mail::reading::read;
use redress_store::{Error, Tx, rebuild_check};

/// A word that stands nowhere else in the house.
const CANARY: &str = "vilkdalgi";
const STORY: &str = "Vilkdalgiai: the mate threatened me on the deck.";
const ACTIONS: &str = "/system/corrective-actions";

async fn done(ferry: &Ferry, who: &str, path: &str, typed: &[(&str, &str)]) {
    let answer = ferry.post(who, path, typed).await;
    let status = answer.status;
    assert_eq!(status, StatusCode::SEE_OTHER, "{path}: {}", answer.text());
}

async fn given(ferry: &Ferry, reference: &str, to: &str) {
    let to = ferry.person(to).await.to_string();
    let path = format!("/desk/{reference}/assignment");
    done(ferry, TOMAS, &path, &[("colleague", &to)]).await;
}

async fn marked(ferry: &Ferry, reference: &str) {
    let why = [("sensitive-reason", "Vilkdalgiai are a threat.")];
    let path = format!("/desk/{reference}/mark-sensitive");
    done(ferry, TOMAS, &path, &why).await;
}

async fn reminded(ferry: &Ferry) {
    let house = ferry.house.clone();
    let told = tokio::task::spawn_blocking(move || round(&house)).await;
    assert!(told.unwrap().unwrap(), "somebody was told");
}

/// Boris was told that it is due; then Aistė got it, with everything that is in it.
async fn threatened(ferry: &Ferry) -> String {
    let called = [
        ("caller-story", STORY),
        ("caller-reach", "rasa@example.org"),
    ];
    let reference = ferry.call_of(&called).await;
    given(ferry, &reference, BORIS).await;
    marked(ferry, &reference).await;
    // Two days on, within office hours: the assessment falls due.
    ferry.later(2 * 86_400 + 5 * 3_600);
    reminded(ferry).await;
    given(ferry, &reference, AISTE).await;
    let at = |verb: &str| format!("/desk/{reference}/{verb}");
    let note = [("text", "Vilkdalgiai again.")];
    done(ferry, AISTE, &at("notes"), &note).await;
    let word = [("body", "About vilkdalgiai."), ("request", "r1")];
    done(ferry, AISTE, &at("messages"), &word).await;
    let file = ("files", "vilkdalgiai.txt", b"vilkdalgiai".as_slice());
    let kept = ferry
        .upload(
            AISTE,
            &at("evidence"),
            &[("evidence-text", "Vilkdalgiai")],
            file,
        )
        .await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    reference
}

/// An action that came from it.
async fn acted_on(ferry: &Ferry, reference: &str) -> String {
    let aiste = ferry.person(AISTE).await.to_string();
    let typed = [
        ("action-title", "A second mate on deck"),
        ("action-owner", aiste.as_str()),
        ("action-due", "2026-03-20"),
    ];
    let path = format!("/desk/{reference}/corrective-action");
    done(ferry, AISTE, &path, &typed).await;
    let list = ferry.get(AISTE, ACTIONS).await.text();
    let rest = list.split_once(&format!("href=\"{ACTIONS}/")).unwrap().1;
    rest[..32].to_owned()
}

/// Another one, whose closing asked for an action.
async fn closed(ferry: &Ferry) -> String {
    let reference = ferry.call_of(&[("caller-story", STORY)]).await;
    marked(ferry, &reference).await;
    let (case, at) = (ferry.case(&reference).await.id, ferry.house.now());
    let closed = Closed {
        corrective_action: true,
        ..Closed::default()
    };
    let draft = Draft::with(case, &closed, &Reason::default());
    let close =
        move |tx: &mut Tx| -> Result<(), Error> { tx.record(draft, &By::system(at)).map(|_| ()) };
    ferry.house.db.write(close).await.unwrap();
    reference
}

async fn tells(ferry: &Ferry, who: &str, path: &str) -> bool {
    let answer = ferry.get(who, path).await;
    let file = answer.header("content-disposition");
    (answer.text() + &file).to_lowercase().contains(CANARY)
}

/// Managers, the representative and who protects data need to know, and whoever has it.
fn needs_to_know(role: Role) -> bool {
    matches!(role, Role::Manager | Role::Representative | Role::Dpo)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_sensitive_case_is_about_stands_nowhere_for_whoever_does_not_need_it() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    ferry.relay(sink.address.port()).await;
    let reference = threatened(&ferry).await;
    let action = acted_on(&ferry, &reference).await;
    let other = closed(&ferry).await;
    let case = ferry.case(&reference).await;
    let all = addresses_with(&[
        ("{reference}", &reference),
        ("{message}", &case.messages[0].id.to_string()),
        ("{file}", &case.files[0].id.to_string()),
        ("{action}", &action),
    ]);
    let mut known = Vec::new();
    let mut leaks = Vec::new();
    for path in &all {
        if tells(&ferry, AISTE, path).await {
            known.push(path.as_str());
        }
        for who in [ONA, BORIS, RIMA] {
            leaks.extend(
                tells(&ferry, who, path)
                    .await
                    .then(|| format!("{who} {path}")),
            );
        }
    }
    for role in Role::ALL.into_iter().filter(|role| !needs_to_know(*role)) {
        ferry.has_role(JONAS, role, None).await;
        for path in &all {
            leaks.extend(
                tells(&ferry, JONAS, path)
                    .await
                    .then(|| format!("{role:?} {path}")),
            );
        }
    }
    assert!(leaks.is_empty(), "{leaks:#?}");
    // The control: who has it reads it in all these places, and the others find the case.
    let one = format!("{ACTIONS}/{action}");
    let page = format!("/desk/{reference}");
    let file = format!("{page}/files/{}", case.files[0].id);
    for path in [page.as_str(), "/desk?queue=all", &file, &one] {
        assert!(known.contains(&path), "{path}: {known:#?}");
    }
    let listed = [
        ("/desk/deadlines", reference.as_str()),
        (one.as_str(), reference.as_str()),
        (ACTIONS, other.as_str()),
    ];
    for (path, its) in listed {
        let page = ferry.get(BORIS, path).await.text();
        assert!(page.contains(its), "{path}: {page}");
    }
    assert!(
        tells(&ferry, TOMAS, ACTIONS).await,
        "a manager needs to know"
    );
    ferry.later(600);
    ferry.work().await;
    let staff = [ONA, AISTE, BORIS, TOMAS, JONAS, RIMA];
    for mail in sink.messages() {
        let to_staff = mail.to.iter().any(|to| staff.contains(&to.as_str()));
        let text = read(mail.data.as_bytes()).text().to_lowercase();
        assert!(!to_staff || !text.contains(CANARY), "{text}");
    }
    assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
}

#[tokio::test]
async fn a_sensitive_case_is_found_by_nobody_by_its_words() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[("caller-story", STORY)]).await;
    let paths = [
        "/desk/search?q=vilkdalgiai",
        "/desk?q=vilkdalgiai",
        "/desk/palette?what=vilkdalgiai",
        "/api/v1/complaints?q=vilkdalgiai",
    ];
    for path in paths {
        let before = ferry.get(BORIS, path).await.text();
        assert!(before.contains(&reference), "the control: {path}: {before}");
    }
    marked(&ferry, &reference).await;
    for path in paths {
        for who in [ONA, BORIS, TOMAS, JONAS] {
            let after = ferry.get(who, path).await.text();
            assert!(!after.contains(&reference), "{who} {path}: {after}");
        }
    }
}
