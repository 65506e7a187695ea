use crate::{
    done, ferries,
    office::{AISTE, Ferry, JONAS, ONA, TOMAS},
    page, refused,
};
use axum::http::StatusCode;
use redress_store::rebuild_check;
use serde_json::Value;

const LIST: &str = "/system/objectives";

async fn set(ferry: &Ferry, pairs: &[(&str, &str)]) -> crate::office::Answer {
    let owner = ferry.person(AISTE).await.to_string();
    let given = [
        ("objective-figure", "received"),
        ("objective-way", "at-most"),
        ("objective-target", "5"),
        ("objective-owner", owner.as_str()),
        ("objective-due", "2026-12-31"),
        ("objective-method", "A second gate."),
    ];
    let rest = given
        .iter()
        .filter(|(name, _)| !pairs.iter().any(|(its, _)| its == name));
    let all: Vec<(&str, &str)> = rest.chain(pairs).copied().collect();
    ferry.post(TOMAS, LIST, &all).await
}

async fn first(ferry: &Ferry) -> Value {
    let text = page(ferry, JONAS, "/api/v1/objectives").await;
    let list: Value = serde_json::from_str(&text).unwrap();
    list["items"][0].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn it_stands_where_the_page_of_figures_says() {
    for ferry in ferries().await {
        assert!(
            page(&ferry, TOMAS, LIST)
                .await
                .contains("There is no objective yet")
        );
        let to = done(set(&ferry, &[]).await);
        for _ in 0..5 {
            ferry.call_of(&[]).await;
        }
        let item = first(&ferry).await;
        assert_eq!(
            (item["numerator"].as_i64(), item["met"].as_bool()),
            (Some(5), Some(true))
        );
        ferry.call_of(&[]).await;
        let item = first(&ferry).await;
        assert_eq!(
            (item["numerator"].as_i64(), item["met"].as_bool()),
            (Some(6), Some(false))
        );
        let figures = page(&ferry, JONAS, "/api/v1/indicators?period=2026-03").await;
        let figures: Value = serde_json::from_str(&figures).unwrap();
        let figures = figures["items"].as_array().unwrap();
        let received = figures
            .iter()
            .find(|one| one["indicator"] == "received")
            .unwrap();
        assert_eq!(
            received["numerator"], item["numerator"],
            "one and the same sum"
        );
        let list = page(&ferry, JONAS, LIST).await;
        assert!(
            list.contains("href=\"/desk?figure=received.2026-03\""),
            "{list}"
        );
        assert!(list.contains("Not met") && !list.contains("method=\"post\" action=\"/system"));
        let one = page(&ferry, TOMAS, to.split('?').next().unwrap()).await;
        assert!(
            one.contains("<svg") && one.contains("March 2026"),
            "a year of it"
        );
        assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_given_up_with_a_reason_and_by_a_manager() {
    for ferry in ferries().await {
        let to = done(set(&ferry, &[]).await);
        let address = to.split('?').next().unwrap();
        let retirement = format!("{address}/retirement");
        let why = [("objective-reason", "A stricter one follows.")];
        let auditor = ferry.post(JONAS, &retirement, &why).await;
        assert_eq!(auditor.status, StatusCode::FORBIDDEN);
        assert_eq!(ferry.get(ONA, LIST).await.status, StatusCode::FORBIDDEN);
        let empty = ferry.post(TOMAS, &retirement, &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        done(ferry.post(TOMAS, &retirement, &why).await);
        assert!(
            page(&ferry, JONAS, address)
                .await
                .contains("A stricter one follows.")
        );
        assert_eq!(first(&ferry).await, Value::Null);
        assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_target_over_a_hundred_percent_is_refused_beside_its_field() {
    for ferry in ferries().await {
        let over = [
            ("objective-figure", "acknowledged-in-time"),
            ("objective-target", "101"),
        ];
        refused(set(&ferry, &over).await, "more than a hundred percent");
    }
}
