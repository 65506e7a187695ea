//! A link stands in both complaints, and a person named by mistake comes back:
//! always for those alone who may see the other case.

use crate::office::{AISTE, BORIS, Ferry, TOMAS};
use axum::http::StatusCode;
use redress_store::rebuild_check;

async fn does(ferry: &Ferry, reference: &str, verb: &str, fields: &[(&str, &str)]) {
    let done = ferry
        .post(AISTE, &format!("/desk/{reference}/{verb}"), fields)
        .await;
    assert_eq!(
        done.status,
        StatusCode::SEE_OTHER,
        "{verb}: {}",
        done.text()
    );
}

async fn page(ferry: &Ferry, who: &str, reference: &str) -> String {
    let answer = ferry.get(who, &format!("/desk/{reference}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{reference}");
    answer.text()
}

/// The box of linked complaints; the list beside the case names others too.
fn links(page: &str) -> &str {
    let after = page.split("Related complaints</h2>").nth(1);
    after.map_or("", |rest| rest.split("</section>").next().unwrap())
}

async fn json(ferry: &Ferry, who: &str, reference: &str) -> serde_json::Value {
    let answer = ferry
        .get(who, &format!("/api/v1/complaints/{reference}"))
        .await;
    serde_json::from_slice(&answer.bytes).unwrap()
}

/// The identifier that the form offers for Boris.
async fn boris_in(ferry: &Ferry, reference: &str) -> String {
    let page = page(ferry, AISTE, reference).await;
    let before = page.split("Boris Lane</option>").next().unwrap();
    let value = before.rsplit("value=\"").next().unwrap();
    value.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_link_is_seen_and_taken_back_from_either_side() {
    let ferry = Ferry::open().await;
    let (first, second) = (ferry.call_of(&[]).await, ferry.call_of(&[]).await);
    assert_eq!(links(&page(&ferry, TOMAS, &second).await), "");
    let typed = [("other-complaint", first.as_str()), ("link-kind", "group")];
    does(&ferry, &second, "link", &typed).await;
    for (here, there) in [(&first, &second), (&second, &first)] {
        let page = page(&ferry, TOMAS, here).await;
        let named = format!("href=\"/desk/{there}\"");
        assert!(links(&page).contains(&named), "{page}");
        assert_eq!(
            json(&ferry, TOMAS, here).await["links"][0]["reference"],
            **there
        );
    }
    // From the side where nobody set it.
    does(&ferry, &first, "unlink", &[("other-complaint", &second)]).await;
    for here in [&first, &second] {
        assert_eq!(
            json(&ferry, TOMAS, here).await["links"],
            serde_json::json!([])
        );
    }
    assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
}

#[tokio::test]
async fn a_duplicate_shows_at_the_earlier_complaint_and_goes_with_its_decision() {
    let ferry = Ferry::open().await;
    let (earlier, later) = (ferry.call_of(&[]).await, ferry.call_of(&[]).await);
    let typed = [
        ("scope", "duplicate"),
        ("duplicate-of", earlier.as_str()),
        ("reason", "The same sailing, told twice."),
    ];
    does(&ferry, &later, "scope", &typed).await;
    assert_eq!(
        json(&ferry, AISTE, &earlier).await["links"][0]["kind"],
        "has-duplicate"
    );
    let path = format!("/desk/{earlier}/unlink");
    let behind = ferry
        .post(AISTE, &path, &[("other-complaint", &later)])
        .await;
    assert_eq!(behind.status, StatusCode::UNPROCESSABLE_ENTITY);
    let typed = [
        ("scope", "complaint"),
        ("reason", "Another sailing after all."),
    ];
    does(&ferry, &later, "scope", &typed).await;
    assert_eq!(
        json(&ferry, AISTE, &earlier).await["links"],
        serde_json::json!([])
    );
}

#[tokio::test]
async fn who_may_not_see_one_complaint_learns_nothing_of_it_from_the_other() {
    let ferry = Ferry::open().await;
    let (about_boris, other) = (ferry.call_of(&[]).await, ferry.call_of(&[]).await);
    let boris = boris_in(&ferry, &about_boris).await;
    let named = [("concerned-colleague", boris.as_str())];
    does(&ferry, &about_boris, "concern", &named).await;
    let typed = [
        ("other-complaint", about_boris.as_str()),
        ("link-kind", "related"),
    ];
    does(&ferry, &other, "link", &typed).await;
    // The negative control: whoever may see both reads the link.
    assert!(links(&page(&ferry, TOMAS, &other).await).contains(&about_boris));
    let nothing = |text: String| {
        assert!(!text.contains(&about_boris), "{text}");
        assert!(!text.contains("Linked with"), "{text}");
    };
    nothing(page(&ferry, BORIS, &other).await);
    nothing(json(&ferry, BORIS, &other).await.to_string());
    let note = [("text", "Nothing to see.")];
    let path = format!("/api/v1/complaints/{other}/notes");
    let answer = ferry.call(BORIS, &path, r#"{"text":"x"}"#, &[]).await;
    nothing(answer.text());
    // Nor may the answer to a guess tell that the guess was right.
    for guess in [about_boris.as_str(), "BF-26-0000-000"] {
        let typed = [("other-complaint", guess)];
        let answer = ferry
            .post(BORIS, &format!("/desk/{other}/unlink"), &typed)
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{guess}");
    }
    // A link made meanwhile overtakes nobody's work: a conflict would tell of it.
    does(
        &ferry,
        &other,
        "unlink",
        &[("other-complaint", &about_boris)],
    )
    .await;
    nothing(page(&ferry, BORIS, &other).await);
    assert_eq!(
        ferry
            .post(BORIS, &format!("/desk/{other}/notes"), &note)
            .await
            .status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn who_was_named_by_mistake_finds_the_case_again() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let boris = boris_in(&ferry, &reference).await;
    let named = [("concerned-colleague", boris.as_str())];
    does(&ferry, &reference, "concern", &named).await;
    let path = format!("/desk/{reference}");
    assert_eq!(ferry.get(BORIS, &path).await.status, StatusCode::NOT_FOUND);
    let why = "She meant the Boris of another company.";
    does(
        &ferry,
        &reference,
        "concern-unnaming",
        &[("unnaming-reason", why)],
    )
    .await;
    let seen = page(&ferry, BORIS, &reference).await;
    assert!(seen.contains(why), "{seen}");
    let list = ferry.get(BORIS, "/desk?queue=all").await.text();
    assert!(list.contains(&reference));
    assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
}

/// A complaint by telephone about two matters, and the reference of the second one
/// once its second point was split off.
async fn split(ferry: &Ferry) -> (String, String) {
    let first = ferry
        .call_of(&[
            ("caller-reach", "+370 612 34567"),
            ("caller-language", "en"),
        ])
        .await;
    let point = [("issue-title", "Shouted at"), ("category", "12")];
    does(ferry, &first, "issue", &point).await;
    let typed = [
        ("issue", "2"),
        ("split-subject", "Shouted at on the gangway"),
        (
            "split-text",
            "And the man at the gangway shouted at my mother.",
        ),
    ];
    does(ferry, &first, "split", &typed).await;
    let case = json(ferry, AISTE, &first).await;
    assert_eq!(case["links"][0]["kind"], "split-into");
    let second = case["links"][0]["reference"].as_str().unwrap().to_owned();
    (first, second)
}

#[tokio::test]
async fn a_point_becomes_a_complaint_of_its_own_and_both_are_told() {
    let ferry = Ferry::open().await;
    let (first, second) = split(&ferry).await;
    let (here, there) = (
        json(&ferry, AISTE, &first).await,
        json(&ferry, AISTE, &second).await,
    );
    assert_eq!(here["issues"].as_array().unwrap().len(), 1);
    assert_eq!(there["links"][0]["kind"], "split-from");
    assert_eq!(there["issues"][0]["category"], "12");
    assert_eq!(
        there["received_at"], here["received_at"],
        "they have waited since then"
    );
    assert_eq!(there["stage"], "received", "nobody has told them of it yet");
    for (reference, words) in [
        (&first, "several matters"),
        (&second, "Acknowledgement written"),
    ] {
        let page = page(&ferry, AISTE, reference).await;
        assert!(page.contains(words), "{reference}: {page}");
    }
    assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
}

#[tokio::test]
async fn a_split_is_undone_while_nobody_worked_on_the_second_complaint() {
    let ferry = Ferry::open().await;
    let (first, second) = split(&ferry).await;
    let typed = [
        ("other-complaint", second.as_str()),
        ("reason", "Both belong to the same sailing."),
    ];
    does(&ferry, &first, "split-undo", &typed).await;
    let here = json(&ferry, AISTE, &first).await;
    assert_eq!(here["issues"].as_array().unwrap().len(), 2);
    let gone = ferry.get(AISTE, &format!("/desk/{second}")).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
    let (first, second) = split(&ferry).await;
    does(&ferry, &second, "notes", &[("text", "Asked the purser.")]).await;
    let typed = [
        ("other-complaint", second.as_str()),
        ("reason", "Too late."),
    ];
    let path = format!("/desk/{first}/split-undo");
    let refused = ferry.post(AISTE, &path, &typed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused
            .text()
            .contains("Somebody has worked on that complaint")
    );
    assert!(
        page(&ferry, AISTE, &second)
            .await
            .contains("Asked the purser.")
    );
}
