use crate::{
    ferries,
    office::{AISTE, Ferry, TOMAS},
};
use axum::http::StatusCode;

async fn join(ferry: &Ferry, member: &str, lead: &str) -> StatusCode {
    let typed = [("group-lead", lead)];
    let path = format!("/desk/{member}/group-join");
    ferry.post(AISTE, &path, &typed).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn one_investigation_is_shown_with_its_source_on_every_member() {
    for ferry in ferries().await {
        let lead = ferry
            .call_of(&[("caller-story", "The harbour was shut.")])
            .await;
        let member = ferry
            .call_of(&[("caller-story", "I missed my train.")])
            .await;
        assert_eq!(join(&ferry, &member, &lead).await, StatusCode::SEE_OTHER);
        let filed = [("evidence-text", "The harbour's log says shut at 7:00.")];
        let evidence = format!("/desk/{lead}/evidence");
        assert_eq!(
            ferry.post(AISTE, &evidence, &filed).await.status,
            StatusCode::SEE_OTHER
        );
        let page = ferry.get(AISTE, &format!("/desk/{member}")).await.text();
        assert!(
            page.contains("The harbour&#39;s log says shut at 7:00."),
            "{page}"
        );
        assert!(page.contains("Recorded with:"), "with its source");
        let group = ferry
            .get(AISTE, &format!("/desk/{lead}/group"))
            .await
            .text();
        assert!(group.contains("I missed my train."), "{group}");
        assert!(group.contains("Answered: 0 of 1"), "{group}");
        let from_member = ferry.get(AISTE, &format!("/desk/{member}/group")).await;
        assert_eq!(from_member.location, format!("/desk/{lead}/group"));
        let left = ferry
            .post(AISTE, &format!("/desk/{member}/group-leave"), &[])
            .await;
        assert_eq!(left.status, StatusCode::SEE_OTHER);
        let page = ferry.get(AISTE, &format!("/desk/{member}")).await.text();
        assert!(!page.contains("harbour&#39;s log"), "undone on both sides");
        let group = ferry
            .get(AISTE, &format!("/desk/{lead}/group"))
            .await
            .text();
        assert!(group.contains("No other complaint belongs"), "{group}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn groups_in_opposite_directions_and_chains_are_refused() {
    for ferry in ferries().await {
        let a = ferry.call_of(&[("caller-story", "A")]).await;
        let b = ferry.call_of(&[("caller-story", "B")]).await;
        let c = ferry.call_of(&[("caller-story", "C")]).await;
        assert_eq!(join(&ferry, &a, &b).await, StatusCode::SEE_OTHER);
        let no = StatusCode::UNPROCESSABLE_ENTITY;
        assert_eq!(join(&ferry, &b, &a).await, no, "the lead joins its member");
        assert_eq!(join(&ferry, &c, &a).await, no, "a member leads nobody");
        assert_eq!(join(&ferry, &a, &c).await, no, "one group only");
        assert_eq!(join(&ferry, &c, &c).await, no, "itself");
        assert_eq!(join(&ferry, &c, &b).await, StatusCode::SEE_OTHER);
        let page = ferry.get(TOMAS, &format!("/desk/{b}/group")).await.text();
        assert!(page.contains("Answered: 0 of 2"), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_selection_joins_a_group_at_once_and_is_taken_out_again() {
    for ferry in ferries().await {
        let lead = ferry.call_of(&[("caller-story", "A")]).await;
        let one = ferry.call_of(&[("caller-story", "B")]).await;
        let two = ferry.call_of(&[("caller-story", "C")]).await;
        let fields = [
            ("case", one.as_str()),
            ("case", &two),
            ("group-lead", &lead),
        ];
        let began = ferry
            .post(AISTE, "/desk/bulk/act/group-join", &fields)
            .await;
        assert_eq!(began.status, StatusCode::SEE_OTHER, "{}", began.text());
        ferry.work().await;
        let page = ferry
            .get(AISTE, &format!("/desk/{lead}/group"))
            .await
            .text();
        assert!(page.contains("Answered: 0 of 2"), "{page}");
        ferry
            .post(AISTE, &format!("{}/undo", began.location), &[])
            .await;
        ferry.work().await;
        let page = ferry
            .get(AISTE, &format!("/desk/{lead}/group"))
            .await
            .text();
        assert!(page.contains("No other complaint belongs"), "{page}");
    }
}
