use crate::{
    ferries,
    office::{AISTE, Ferry, ONA},
};
use axum::http::StatusCode;

async fn look(ferry: &Ferry, name: &str, reach: &str) -> String {
    let typed = [
        ("caller-name", name),
        ("caller-reach", reach),
        ("caller-story", "She is still talking."),
        ("request", "one-call"),
    ];
    let page = ferry.post(ONA, "/desk/new/related", &typed).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    page.text()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_earlier_complaint_of_the_caller_is_found_while_she_talks() {
    for ferry in ferries().await {
        let earlier = ferry
            .call_of(&[
                ("caller-reach", "+370 612 34567"),
                ("caller-story", "The deck was wet."),
            ])
            .await;
        ferry
            .call_of(&[
                ("caller-name", "Somebody Else"),
                ("caller-reach", "8 699 99999"),
            ])
            .await;
        let page = look(&ferry, "", "+۳۷۰۶۱۲۳۴۵۶۷").await;
        assert!(page.contains(&format!("/desk/{earlier}")), "{page}");
        assert!(page.contains("Same phone number"));
        assert!(
            page.contains("She is still talking."),
            "nothing typed is lost"
        );
        assert!(!page.contains("Somebody Else"));
        let by_name = look(&ferry, "rasa JANKAUSKIENĖ", "").await;
        assert!(by_name.contains("Same name"), "{by_name}");
        let nobody = look(&ferry, "", "m@example.org").await;
        assert!(nobody.contains("No earlier complaint is like"), "{nobody}");
        let typed = [("caller-reach", "+370 612 34567")];
        let fragment = ferry.post(ONA, "/desk/related", &typed).await.text();
        assert!(fragment.contains(&earlier) && !fragment.contains("<html"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn at_the_case_a_suggestion_is_linked_with_one_button() {
    for ferry in ferries().await {
        let one = ferry.call_of(&[("caller-reach", "rasa@example.org")]).await;
        let two = ferry.call_of(&[("caller-reach", "Rasa@example.org")]).await;
        let path = format!("/desk/{two}/related");
        let page = ferry.get(AISTE, &path).await.text();
        assert!(
            page.contains("Same e-mail") && page.contains(&one),
            "{page}"
        );
        let typed = [("other-complaint", one.as_str()), ("link-kind", "related")];
        let linked = ferry
            .post(AISTE, &format!("/desk/{two}/link"), &typed)
            .await;
        assert_eq!(linked.status, StatusCode::SEE_OTHER);
        let page = ferry.get(AISTE, &path).await.text();
        assert!(
            !page.contains("Same e-mail"),
            "linked ones are no news: {page}"
        );
    }
}
