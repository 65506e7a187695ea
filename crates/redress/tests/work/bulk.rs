use crate::{
    between, ferries,
    office::{AISTE, Answer, BORIS, Ferry, JONAS, ONA, TOMAS},
};
use axum::http::StatusCode;

/// The ticks of a list, as the page sends them.
async fn ticks(ferry: &Ferry, who: &str, list: &str) -> Vec<String> {
    let page = ferry.get(who, list).await.text();
    page.split("name=\"case\" value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}

async fn id_of(ferry: &Ferry, who: &str) -> String {
    let who = who.to_owned();
    let found = ferry
        .house
        .db
        .read(move |reader| -> Result<_, redress_store::Error> {
            let query = redress_store::sql("SELECT id FROM person WHERE email = $1").arg(who);
            redress_store::Read::one(reader, &query, |row| row.text(0))
        });
    found.await.unwrap().unwrap()
}

async fn act(
    ferry: &Ferry,
    who: &str,
    verb: &str,
    cases: &[String],
    typed: &[(&str, &str)],
) -> Answer {
    let cases = cases.iter().map(|case| ("case", case.as_str()));
    let fields: Vec<(&str, &str)> = cases
        .chain([("list", "queue=all")])
        .chain(typed.iter().copied())
        .collect();
    ferry
        .post(who, &format!("/desk/bulk/act/{verb}"), &fields)
        .await
}

async fn three(ferry: &Ferry) -> Vec<String> {
    for story in [
        "The deck was wet.",
        "Nobody answered.",
        "The toilet was shut.",
    ] {
        ferry.call_of(&[("caller-story", story)]).await;
    }
    ticks(ferry, AISTE, "/desk?queue=all").await
}

fn owner_of(page: &str) -> bool {
    page.contains("Owner: ")
}

async fn owned(ferry: &Ferry, cases: &[String]) -> usize {
    let mut n = 0;
    for case in cases {
        let reference = case.split(':').next().unwrap();
        let page = ferry.get(TOMAS, &format!("/desk/{reference}")).await.text();
        n += usize::from(owner_of(&page));
    }
    n
}

#[tokio::test(flavor = "multi_thread")]
async fn three_cases_are_given_to_boris_each_with_its_own_fact_and_taken_back() {
    for ferry in ferries().await {
        let cases = three(&ferry).await;
        assert_eq!(cases.len(), 3);
        let asked = ferry
            .post(
                AISTE,
                "/desk/bulk",
                &[
                    ("verb", "assignment"),
                    ("case", &cases[0]),
                    ("case", &cases[1]),
                ],
            )
            .await;
        assert_eq!(asked.status, StatusCode::OK);
        let asked = asked.text();
        assert!(
            asked.contains("For 2 complaints; each gets its own entry."),
            "{asked}"
        );
        let boris = id_of(&ferry, BORIS).await;
        let began = act(
            &ferry,
            AISTE,
            "assignment",
            &cases,
            &[("colleague", &boris)],
        )
        .await;
        assert_eq!(began.status, StatusCode::SEE_OTHER, "{}", began.text());
        let running = ferry.get(AISTE, &began.location).await;
        assert_eq!(running.headers["refresh"], "1", "it asks again by itself");
        assert!(running.text().contains("0 of 3"), "{}", running.text());
        ferry.work().await;
        let page = ferry.get(AISTE, &began.location).await;
        assert!(page.headers.get("refresh").is_none());
        assert!(
            page.text().contains("3 complaints are done"),
            "{}",
            page.text()
        );
        assert_eq!(owned(&ferry, &cases).await, 3);
        let undone = ferry
            .post(AISTE, &format!("{}/undo", began.location), &[])
            .await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER);
        assert_ne!(undone.location, began.location);
        ferry.work().await;
        assert_eq!(owned(&ferry, &cases).await, 0, "back to everybody");
        let again = ferry
            .post(AISTE, &format!("{}/undo", began.location), &[])
            .await;
        assert_eq!(again.location, undone.location, "a second click");
        let list = ferry.get(AISTE, "/desk/bulk").await.text();
        assert!(list.contains("Taking back"), "found again: {list}");
        let foreign = ferry.get(BORIS, &began.location).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_seconds_later_it_stays() {
    for ferry in ferries().await {
        let cases = three(&ferry).await;
        let began = act(&ferry, AISTE, "take", &cases, &[]).await;
        ferry.work().await;
        ferry.later(13);
        let page = ferry.get(AISTE, &began.location).await.text();
        assert!(!page.contains("/undo\""), "{page}");
        let late = ferry
            .post(AISTE, &format!("{}/undo", began.location), &[])
            .await;
        assert_eq!(late.location, began.location);
        ferry.work().await;
        assert_eq!(owned(&ferry, &cases).await, 3);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_people_who_assign_at_once_the_second_is_told() {
    for ferry in ferries().await {
        let cases = three(&ferry).await;
        let seen_by_boris = ticks(&ferry, BORIS, "/desk?queue=all").await;
        let first = act(&ferry, AISTE, "take", &cases, &[]).await;
        ferry.later(1);
        let second = act(&ferry, BORIS, "take", &seen_by_boris, &[]).await;
        ferry.work().await;
        let won = ferry.get(AISTE, &first.location).await.text();
        let lost = ferry.get(BORIS, &second.location).await.text();
        assert!(won.contains("3 complaints are done"), "{won}");
        assert!(lost.contains("3 complaints were not changed"), "{lost}");
        let why = "This complaint changed since you selected it.";
        assert_eq!(lost.matches(why).count(), 3);
        let korean = ferry
            .get(BORIS, &format!("{}?lang=ko", second.location))
            .await
            .text();
        assert!(korean.contains("선택한 뒤에"), "in the reader's language");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stale_or_foreign_selection_changes_only_what_it_may() {
    for ferry in ferries().await {
        let mut cases = three(&ferry).await;
        let first = cases[0].split(':').next().unwrap().to_owned();
        ferry.post(TOMAS, &format!("/desk/{first}/take"), &[]).await;
        cases.push("BF-26-0000-000:1".to_owned());
        cases.push("' OR 1=1 --".to_owned());
        let began = act(&ferry, AISTE, "take", &cases, &[]).await;
        ferry.work().await;
        let page = ferry.get(AISTE, &began.location).await.text();
        assert!(page.contains("2 complaints are done"), "{page}");
        assert!(page.contains("3 complaints were not changed"), "{page}");
        let nobody = act(&ferry, ONA, "take", &cases, &[]).await;
        ferry.work().await;
        let page = ferry.get(ONA, &nobody.location).await.text();
        assert!(!page.contains("are done"), "intake takes nothing: {page}");
        let auditor = act(&ferry, JONAS, "notes", &cases, &[("text", "x")]).await;
        assert_eq!(auditor.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_form_is_refused_before_anything_begins() {
    for ferry in ferries().await {
        let cases = three(&ferry).await;
        let empty = act(&ferry, AISTE, "notes", &cases, &[("text", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.text().contains("role=\"alert\""));
        let none = act(&ferry, AISTE, "notes", &[], &[("text", "x")]).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(none.text().contains("No complaint is selected"));
        let single = act(&ferry, AISTE, "closure", &cases, &[]).await;
        assert_eq!(
            single.status,
            StatusCode::NOT_FOUND,
            "closing is never done in bulk"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_request_twice_is_one_note_each() {
    for ferry in ferries().await {
        let cases = three(&ferry).await;
        let typed = [("text", "The harbour was told."), ("request", "one-click")];
        let first = act(&ferry, AISTE, "notes", &cases, &typed).await;
        let second = act(&ferry, AISTE, "notes", &cases, &typed).await;
        assert_eq!(first.location, second.location);
        ferry.work().await;
        ferry.work().await;
        let reference = cases[0].split(':').next().unwrap();
        let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
        assert_eq!(page.matches("The harbour was told.").count(), 1);
        let page = ferry.get(AISTE, &first.location).await.text();
        assert!(!page.contains("/undo\""), "a note stays");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn all_of_a_page_are_ticked_by_an_address() {
    let ferry = Ferry::open().await;
    three(&ferry).await;
    let plain = ferry.get(AISTE, "/desk?queue=all").await.text();
    assert_eq!(plain.matches(" checked>").count(), 0);
    let all = between(&plain, "<a href=\"/desk?queue=all&#38;select=", "\"");
    assert_eq!(all, "page");
    let ticked = ferry.get(AISTE, "/desk?queue=all&select=page").await.text();
    assert_eq!(ticked.matches(" checked>").count(), 3);
    let auditor = ferry.get(JONAS, "/desk?queue=all&select=page").await.text();
    assert!(!auditor.contains("name=\"case\""), "an auditor reads");
}
