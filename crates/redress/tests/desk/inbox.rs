use crate::office::{AISTE, Ferry, JONAS, ONA};
use axum::http::StatusCode;

#[tokio::test]
async fn queues_count_what_they_list() {
    let ferry = Ferry::open().await;
    let first = ferry
        .call_of(&[("caller-story", "The deck was wet.")])
        .await;
    let second = ferry.call_of(&[("caller-story", "Nobody answered.")]).await;
    ferry.post(AISTE, &format!("/desk/{first}/take"), &[]).await;
    let mine = ferry.get(AISTE, "/desk").await.text();
    assert!(
        mine.contains("The deck was wet.") && !mine.contains("Nobody answered."),
        "{mine}"
    );
    let unassigned = ferry.get(AISTE, "/desk?queue=unassigned").await.text();
    assert!(
        unassigned.contains(&format!("/desk/{second}?queue=unassigned")),
        "{unassigned}"
    );
    assert!(!unassigned.contains("The deck was wet."));
    assert!(
        unassigned.contains("Unassigned<span class=\"n\">1</span>"),
        "{unassigned}"
    );
    assert!(unassigned.contains("All open<span class=\"n\">2</span>"));
}

#[tokio::test]
async fn filters_live_in_the_address_and_can_be_taken_off() {
    let ferry = Ferry::open().await;
    ferry
        .call_of(&[
            ("caller-story", "The deck was wet."),
            ("caller-channel", "letter"),
        ])
        .await;
    ferry.call_of(&[("caller-story", "Nobody answered.")]).await;
    let letters = ferry
        .get(JONAS, "/desk?queue=all&channel=letter&sort=received")
        .await
        .text();
    assert!(letters.contains("The deck was wet.") && !letters.contains("Nobody answered."));
    assert!(
        letters.contains("class=\"chip on\" href=\"/desk?queue=all&#38;sort=received\""),
        "{letters}"
    );
    let nonsense = ferry
        .get(JONAS, "/desk?queue=none&stage=x&cursor=%00&channel=%3Cb%3E")
        .await;
    assert_eq!(
        nonsense.status,
        StatusCode::OK,
        "an address from elsewhere still opens a list"
    );
}

#[tokio::test]
async fn a_reference_typed_as_people_type_it_leads_to_its_case() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let typed = reference.to_lowercase().replace('-', "%20");
    let answer = ferry.get(AISTE, &format!("/desk/search?q={typed}")).await;
    assert_eq!(answer.location, format!("/desk/{reference}"));
    // By the name, for whoever has the case.
    ferry
        .post(AISTE, &format!("/desk/{reference}/take"), &[])
        .await;
    let found = ferry.get(AISTE, "/desk?q=rasa").await.text();
    assert!(found.contains(&reference));
}

#[tokio::test]
async fn an_empty_list_names_the_next_step() {
    let ferry = Ferry::open().await;
    ferry.call_of(&[]).await;
    let mine = ferry.get(AISTE, "/desk?queue=mine").await.text();
    assert!(
        mine.contains("Nothing waits for you.") && mine.contains("/desk?queue=unassigned"),
        "{mine}"
    );
    assert!(
        ferry
            .get(ONA, "/desk?queue=all&priority=critical")
            .await
            .text()
            .contains("No complaint fits")
    );
}

#[tokio::test]
async fn a_long_list_goes_on_behind_its_last_row() {
    let ferry = Ferry::open().await;
    for n in 0..27 {
        ferry
            .call_of(&[("caller-story", &format!("Story number {n}."))])
            .await;
        ferry.later(1);
    }
    let first = ferry.get(ONA, "/desk?queue=all&sort=received").await.text();
    assert_eq!(first.matches("class=\"row").count(), 25);
    let next = first
        .split("rel=\"next\"")
        .next()
        .unwrap()
        .rsplit("href=\"")
        .next()
        .unwrap();
    let next = next
        .split('"')
        .next()
        .unwrap()
        .replace("&#38;", "&")
        .replace("&amp;", "&");
    let second = ferry.get(ONA, &next).await.text();
    assert_eq!(second.matches("class=\"row").count(), 2, "{next}");
    assert!(second.contains("Story number 0."));
}

#[tokio::test]
async fn a_search_shows_where_the_words_stand_and_what_was_asked() {
    let ferry = Ferry::open().await;
    let case = ferry
        .call_of(&[(
            "caller-story",
            "The <b>deck</b> was wet and nobody answered.",
        )])
        .await;
    ferry.call_of(&[("caller-story", "Another story.")]).await;
    let page = ferry
        .get(AISTE, "/desk/search?q=wet+is:open+-paid")
        .await
        .text();
    assert!(page.contains("1 complaint found"), "{page}");
    assert!(
        page.contains(&case) && page.contains("<mark>wet</mark>"),
        "{page}"
    );
    assert!(!page.contains("<b>deck"), "what people wrote stays text");
    for (chip, without) in [
        ("wet", "is%3Aopen+-paid"),
        ("is:open", "wet+-paid"),
        ("-paid", "wet+is%3Aopen"),
    ] {
        let link = format!("href=\"/desk/search?q={without}\"><bdi>{chip}</bdi>");
        assert!(page.contains(&link), "{link} {page}");
    }
    let nothing = ferry.get(AISTE, "/desk/search?q=nowhere").await.text();
    assert!(
        nothing.contains("How to search") && nothing.contains("from:Rasa"),
        "{nothing}"
    );
    let unknown = ferry
        .get(AISTE, "/desk/search?q=wet+is:purple")
        .await
        .text();
    assert!(unknown.contains("Not understood and not used"), "{unknown}");
    assert!(unknown.contains("<mark>wet</mark>"), "the rest is searched");
    let asked = ferry.get(AISTE, "/desk/search").await.text();
    assert!(asked.contains("How to search") && !asked.contains("complaint found"));
}

#[tokio::test]
async fn a_search_speaks_six_languages_and_knows_their_operators() {
    let ferry = Ferry::open().await;
    ferry
        .call_of(&[("caller-story", "The deck was wet.")])
        .await;
    for (lang, typed) in [
        ("en", "wet is:open"),
        ("ko", "wet 상태:진행중"),
        ("zh-Hant", "wet 狀態：未結"),
        ("zh-Hans", "wet 状态：未办结"),
        ("lt", "wet yra:neužbaigtas"),
        ("fa", "wet وضعیت:باز"),
    ] {
        let typed: String = typed.bytes().map(|b| format!("%{b:02X}")).collect();
        let page = ferry
            .get(AISTE, &format!("/desk/search?q={typed}&lang={lang}"))
            .await
            .text();
        crate::case::only_words(&page);
        assert!(page.contains("<mark>wet</mark>"), "{lang}: {page}");
        assert!(!page.contains("chip warn"), "{lang}: {page}");
    }
}
