use crate::{
    between, ferries,
    office::{AISTE, BORIS, Ferry},
};
use axum::http::StatusCode;

async fn save(ferry: &Ferry, name: &str, list: &str, shared: bool) -> StatusCode {
    let mut fields = vec![("name", name), ("list", list)];
    if shared {
        fields.push(("shared", "1"));
    }
    ferry.post(AISTE, "/desk/views", &fields).await.status
}

async fn rail(ferry: &Ferry, who: &str) -> String {
    let page = ferry.get(who, "/desk?queue=all").await.text();
    between(&page, "<nav class=\"rail\"", "</nav>")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_saved_list_stands_in_the_rail_and_a_shared_one_in_everybodys() {
    for ferry in ferries().await {
        let reference = ferry.call_of(&[("caller-channel", "letter")]).await;
        ferry
            .post(AISTE, &format!("/desk/{reference}/take"), &[])
            .await;
        let saved = save(&ferry, "My letters", "queue=mine&channel=letter", false).await;
        assert_eq!(saved, StatusCode::SEE_OTHER);
        save(&ferry, "All <b>web</b>", "queue=all&channel=web", true).await;
        let mine = rail(&ferry, AISTE).await;
        assert!(
            mine.contains("My letters<span class=\"n\">1</span>"),
            "{mine}"
        );
        assert!(mine.contains("All &#60;b&#62;web"), "escaped: {mine}");
        let his = rail(&ferry, BORIS).await;
        assert!(his.contains("web") && !his.contains("My letters"), "{his}");
        let empty = save(&ferry, " ", "queue=all", false).await;
        assert_eq!(empty, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_view_is_renamed_shared_deleted_and_taken_back_by_its_owner_alone() {
    for ferry in ferries().await {
        save(&ferry, "Letters", "queue=all&channel=letter", false).await;
        let page = ferry.get(AISTE, "/desk/views").await.text();
        let id = between(&page, "action=\"/desk/views/", "\"");
        let foreign = ferry
            .post(BORIS, &format!("/desk/views/{id}/delete"), &[])
            .await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND);
        let renamed = [("name", "Post"), ("shared", "1")];
        ferry
            .post(AISTE, &format!("/desk/views/{id}"), &renamed)
            .await;
        assert!(rail(&ferry, BORIS).await.contains("Post"));
        let gone = ferry
            .post(AISTE, &format!("/desk/views/{id}/delete"), &[])
            .await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER);
        assert!(!rail(&ferry, BORIS).await.contains("Post"));
        let page = ferry.get(AISTE, &gone.location).await.text();
        assert!(page.contains(&format!("/desk/views/{id}/undo")), "{page}");
        ferry
            .post(AISTE, &format!("/desk/views/{id}/undo"), &[])
            .await;
        assert!(rail(&ferry, BORIS).await.contains("Post"));
    }
}
