//! Aiste is at the lake for two weeks and Tomas stands in: he is written to as well, her
//! cases say so, and what hides itself from him stays hidden.

use crate::office::{AISTE, Answer, BORIS, Ferry, ONA, TOMAS};
use crate::smtp_sink::SmtpSink;
use axum::http::StatusCode;
use redress_kernel::reference::access_code;
use redress_mail::reading::read;
use redress_store::rebuild_check;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(5);

async fn away(ferry: &Ferry, deputy: &str, from: &str, until: &str) -> Answer {
    let deputy = ferry.person(deputy).await.to_string();
    let typed = [
        ("away-from", from),
        ("away-until", until),
        ("away-deputy", deputy.as_str()),
    ];
    ferry.post(AISTE, "/desk/away", &typed).await
}

async fn wants_to_hear(ferry: &Ferry, who: &str) {
    let typed = [
        ("notice-assigned", "instant"),
        ("notice-reply", "instant"),
        ("notice-mention", "none"),
    ];
    let answer = ferry.post(who, "/desk/notices", &typed).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
}

async fn given_to_aiste(ferry: &Ferry, by: &str) -> String {
    let reference = ferry.call_of(&[]).await;
    let aiste = ferry.person(AISTE).await.to_string();
    let path = format!("/desk/{reference}/assignment");
    let answer = ferry.post(by, &path, &[("colleague", &aiste)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    reference
}

#[tokio::test(flavor = "multi_thread")]
async fn the_deputy_hears_of_what_comes_while_somebody_is_away_and_the_case_says_who_it_is() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    ferry.relay(sink.address.port()).await;
    wants_to_hear(&ferry, BORIS).await;
    let set = away(&ferry, BORIS, "2026-03-02", "2026-03-13").await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.text());
    let reference = given_to_aiste(&ferry, TOMAS).await;
    let page = ferry.get(TOMAS, &format!("/desk/{reference}")).await.text();
    assert!(page.contains("Deputy until"), "{page}");
    ferry.later(600);
    ferry.work().await;
    let mail = sink.wait_for(1, PATIENCE).remove(0);
    assert_eq!(mail.to, [BORIS]);
    assert!(read(mail.data.as_bytes()).text().contains(&reference));
    let own = ferry.get(BORIS, "/desk/away").await.text();
    assert!(own.contains("Aistė"), "{own}");
    assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn before_and_after_nobody_stands_in_and_it_can_end_early() {
    let ferry = Ferry::open().await;
    away(&ferry, BORIS, "2026-03-04", "2026-03-05").await;
    let reference = given_to_aiste(&ferry, TOMAS).await;
    let path = format!("/desk/{reference}");
    let says = async || {
        ferry
            .get(TOMAS, &path)
            .await
            .text()
            .contains("Deputy until")
    };
    assert!(!says().await, "not yet");
    ferry.later(2 * 86_400);
    assert!(says().await);
    ferry.later(2 * 86_400);
    assert!(!says().await, "over");
    away(&ferry, BORIS, "2026-03-06", "2026-03-20").await;
    assert!(says().await);
    let ended = ferry.post(AISTE, "/desk/away/end", &[]).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER);
    assert!(!says().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deputy_whom_the_complaint_is_about_hears_nothing_of_it() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    ferry.relay(sink.address.port()).await;
    wants_to_hear(&ferry, BORIS).await;
    away(&ferry, BORIS, "2026-03-02", "2026-03-13").await;
    let about_him = given_to_aiste(&ferry, TOMAS).await;
    ferry.concerns_boris(&about_him).await;
    ferry.later(600);
    ferry.work().await;
    assert!(sink.messages().is_empty());
    let page = ferry.get(BORIS, &format!("/desk/{about_him}")).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    // The next one is told, so that silence above proves something.
    let another = given_to_aiste(&ferry, TOMAS).await;
    ferry.later(600);
    ferry.work().await;
    let mail = sink.wait_for(1, PATIENCE).remove(0);
    let text = read(mail.data.as_bytes()).text();
    assert!(
        text.contains(&another) && !text.contains(&about_him),
        "{text}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_do_her_work_cannot_stand_in() {
    let ferry = Ferry::open().await;
    let no = away(&ferry, ONA, "2026-03-02", "2026-03-13").await;
    assert_ne!(no.status, StatusCode::SEE_OTHER);
    assert!(
        no.text()
            .contains("choose a colleague who may do what you do"),
        "{}",
        no.text()
    );
    let past = away(&ferry, BORIS, "2026-02-02", "2026-02-13").await;
    assert!(past.text().contains("This time is over already"));
}

/// Who looked, as the facts say it: the reasons to this person, in order.
async fn shown_to(ferry: &Ferry, who: &str, reference: &str) -> Vec<String> {
    let person = ferry.person(who).await;
    let shown = ferry.case(reference).await.shown.into_iter();
    let theirs = shown.filter(|it| it.to == person);
    theirs.map(|it| it.why).collect()
}

#[tokio::test]
async fn a_deputy_who_opens_a_case_is_recorded_once_and_only_then_reads_the_name() {
    let ferry = Ferry::open().await;
    away(&ferry, BORIS, "2026-03-02", "2026-03-13").await;
    let reference = given_to_aiste(&ferry, TOMAS).await;
    let page = format!("/desk/{reference}");
    let list = ferry.get(BORIS, "/desk?queue=all").await.text();
    assert!(
        list.contains(&reference) && !list.contains("Jankauskien"),
        "{list}"
    );
    let by_name = "/desk/search?q=jankauskien%C4%97";
    let found = ferry.get(BORIS, by_name).await.text();
    assert!(!found.contains(&page), "a search shows nobody: {found}");
    assert_eq!(shown_to(&ferry, BORIS, &reference).await, [""; 0]);
    let first = ferry.get(BORIS, &page).await.text();
    assert!(first.contains("Jankauskien"), "{first}");
    assert_eq!(shown_to(&ferry, BORIS, &reference).await, ["stands-in"]);
    for path in [page.as_str(), "/desk?queue=all", by_name] {
        let again = ferry.get(BORIS, path).await.text();
        assert!(again.contains("Jankauskien"), "{path}: {again}");
    }
    let program = ferry
        .get(BORIS, &format!("/api/v1/complaints/{reference}"))
        .await;
    assert!(program.text().contains("Jankauskien"));
    assert_eq!(
        shown_to(&ferry, BORIS, &reference).await,
        ["stands-in"],
        "once"
    );
    let others = ferry.get(TOMAS, &page).await.text();
    assert!(!others.contains("Jankauskien"), "to nobody else: {others}");
    assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
}

#[tokio::test]
async fn a_program_of_the_deputy_is_recorded_too_and_the_complainant_reads_of_it() {
    let ferry = Ferry::open().await;
    away(&ferry, BORIS, "2026-03-02", "2026-03-13").await;
    let reference = given_to_aiste(&ferry, TOMAS).await;
    let program = ferry
        .get(BORIS, &format!("/api/v1/complaints/{reference}"))
        .await;
    assert!(program.text().contains("Jankauskien"), "{}", program.text());
    assert_eq!(shown_to(&ferry, BORIS, &reference).await, ["stands-in"]);
    let looks = looks_of(&ferry, &reference).await;
    assert!(
        looks.contains("Stands in for whoever handles the complaint"),
        "{looks}"
    );
    assert!(!looks.contains("Boris"), "{looks}");
    let listed = ferry
        .get(TOMAS, "/system/identity?why=stands-in")
        .await
        .text();
    assert!(
        listed.contains("Boris Lane") && listed.contains(&reference),
        "{listed}"
    );
}

async fn looks_of(ferry: &Ferry, reference: &str) -> String {
    let case = ferry.case(reference).await;
    let key = ferry.house.db.keys().code_key().to_owned();
    let code = access_code(&key, case.id, case.code_issue);
    let typed = [
        ("your-reference", reference),
        ("access-code", code.as_str()),
    ];
    let inside = ferry.post("", "/follow", &typed).await;
    let cookie = inside.header("set-cookie");
    let cookie = cookie.split(';').next().unwrap();
    let get = ("GET", "/follow/case/looks");
    let more = [("cookie", cookie)];
    ferry
        .ask("", get, serde_json::Value::Null, &more)
        .await
        .text()
}

#[tokio::test]
async fn what_a_deputy_saw_is_masked_again_when_the_colleague_is_back_or_the_case_goes_on() {
    let ferry = Ferry::open().await;
    away(&ferry, BORIS, "2026-03-02", "2026-03-13").await;
    let (one, two) = (
        given_to_aiste(&ferry, TOMAS).await,
        given_to_aiste(&ferry, TOMAS).await,
    );
    let sees = async |reference: &str| {
        let page = ferry.get(BORIS, &format!("/desk/{reference}")).await.text();
        page.contains("Jankauskien")
    };
    assert!(sees(&one).await && sees(&two).await);
    let tomas = ferry.person(TOMAS).await.to_string();
    let path = format!("/desk/{one}/assignment");
    ferry.post(TOMAS, &path, &[("colleague", &tomas)]).await;
    assert!(!sees(&one).await, "it is somebody else's now");
    assert!(sees(&two).await);
    ferry.post(AISTE, "/desk/away/end", &[]).await;
    assert!(!sees(&two).await, "she is back");
    let list = ferry.get(BORIS, "/desk?queue=all").await.text();
    assert!(!list.contains("Jankauskien"), "{list}");
}

#[tokio::test]
async fn a_deputy_whom_it_is_about_opens_nothing_and_nothing_is_recorded() {
    let ferry = Ferry::open().await;
    away(&ferry, BORIS, "2026-03-02", "2026-03-13").await;
    let reference = given_to_aiste(&ferry, TOMAS).await;
    ferry.concerns_boris(&reference).await;
    let before = ferry.case(&reference).await.version;
    for path in [
        format!("/desk/{reference}"),
        format!("/api/v1/complaints/{reference}"),
    ] {
        let hidden = ferry.get(BORIS, &path).await;
        assert_eq!(hidden.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(ferry.case(&reference).await.version, before);
}
