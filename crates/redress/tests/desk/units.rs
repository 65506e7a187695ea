//! Units: a call is recorded for one, and a program names one by id or by name.

use crate::office::{AISTE, Ferry, ONA};
use axum::http::StatusCode;
use redress_kernel::{By, Id};
use redress_store::Tx;
use serde_json::{Value, json};

async fn pier(ferry: &Ferry) -> Id {
    let by = By::system(ferry.house.now());
    let make = move |tx: &mut Tx| redress_office::units::unit_named(tx, "Pier Nida", &by);
    ferry.house.db.write(make).await.unwrap()
}

async fn posts(ferry: &Ferry, unit: &str) -> (StatusCode, Value) {
    let body = json!({ "channel": "phone", "description": "It left early.", "unit": unit });
    let path = "/api/v1/complaints";
    let answer = ferry.call(ONA, path, &body.to_string(), &[]).await;
    (
        answer.status,
        serde_json::from_slice(&answer.bytes).unwrap(),
    )
}

async fn unit_of(ferry: &Ferry, reference: &str) -> Value {
    let path = format!("/api/v1/complaints/{reference}");
    let answer = ferry.get(AISTE, &path).await;
    serde_json::from_slice::<Value>(&answer.bytes).unwrap()["unit"].clone()
}

#[tokio::test]
async fn a_call_is_recorded_for_a_unit_where_there_are_units() {
    let ferry = Ferry::open().await;
    let blank = ferry.get(ONA, "/desk/new").await.text();
    assert!(!blank.contains("caller-unit"), "nothing to choose from");
    let pier = pier(&ferry).await;
    let blank = ferry.get(ONA, "/desk/new").await.text();
    assert!(blank.contains("name=\"caller-unit\"") && blank.contains("Pier Nida</option>"));
    let reference = ferry.call_of(&[("caller-unit", &pier.to_string())]).await;
    assert_eq!(unit_of(&ferry, &reference).await, pier.to_string());
    let typed = [
        ("caller-language", "en"),
        ("caller-story", "It left early."),
        ("caller-unit", "0000000003e809090909090909090909"),
    ];
    let no = ferry.post(ONA, "/desk/new", &typed).await;
    assert_eq!(no.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        no.text().contains("href=\"#call-caller-unit\""),
        "{}",
        no.text()
    );
}

#[tokio::test]
async fn a_program_names_a_unit_by_id_or_by_name() {
    let ferry = Ferry::open().await;
    let pier = pier(&ferry).await;
    for named in [pier.to_string().as_str(), "Pier Nida", " pier nida "] {
        let (status, receipt) = posts(&ferry, named).await;
        assert_eq!(status, StatusCode::CREATED, "{named}: {receipt}");
        let reference = receipt["reference"].as_str().unwrap();
        assert_eq!(unit_of(&ferry, reference).await, pier.to_string());
    }
    for unknown in ["Pier Smiltynė", "0000000003e809090909090909090909"] {
        let (status, problem) = posts(&ferry, unknown).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(problem["errors"][0]["field"], "unit", "{problem}");
    }
}
