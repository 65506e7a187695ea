//! `/desk/{reference}/why`, the same by the API, and who does not get to see it.

use crate::{
    ferries,
    office::{AISTE, ONA},
};
use axum::http::StatusCode;

#[tokio::test(flavor = "multi_thread")]
async fn a_case_explains_its_dates_its_readers_and_its_figures() {
    for ferry in ferries().await {
        let reference = ferry
            .call_of(&[
                ("caller-name", "Rasa Jankauskiene"),
                ("caller-reach", "+370 612 34567"),
            ])
            .await;
        let page = ferry.get(AISTE, &format!("/desk/{reference}/why")).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        let text = page.text();
        for says in [
            "Complaint received",
            "Working days counted",
            "Who may see it",
            "Counted among",
            "Not counted among",
        ] {
            assert!(text.contains(says), "{says}: {text}");
        }
        assert!(
            !text.contains("Rasa Jankauskiene"),
            "no name of a complainant"
        );
        let case = ferry.get(ONA, &format!("/desk/{reference}")).await.text();
        assert!(case.contains(&format!("/desk/{reference}/why")));
        let nobody = ferry.get(AISTE, "/desk/BF-26-0000-000/why").await;
        assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    }
}
