//! The proof of receipt at the desk: the same for a program and on paper, and the
//! whole case's for who may see the journal.

use crate::office::{AISTE, BORIS, Ferry, JONAS, ONA, TOMAS};
use axum::http::StatusCode;
use redress_store::check_proof;
use serde_json::Value;

#[tokio::test]
async fn the_receipt_of_the_api_proves_itself_and_opens_what_it_commits_to() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let path = format!("/api/v1/complaints/{reference}/receipt");
    // Whose complaint it is goes only to whoever may know it.
    let masked = ferry.get(AISTE, &path).await;
    let masked: Value = serde_json::from_slice(&masked.bytes).unwrap();
    assert!(masked["personal"].is_null() && masked["record"].is_object());
    ferry
        .post(AISTE, &format!("/desk/{reference}/take"), &[])
        .await;
    let answer = ferry.get(AISTE, &path).await;
    let receipt: Value = serde_json::from_slice(&answer.bytes).unwrap();
    let keys = ferry.house.db.keys().verifiers();
    let (leaf, checkpoint) = check_proof(receipt["tlog_proof"].as_str().unwrap(), &keys).unwrap();
    assert_eq!(receipt["leaf"], leaf.as_str());
    assert_eq!(receipt["size"], checkpoint.size);
    let note = receipt["checkpoint"].as_str().unwrap();
    assert!(note.contains(receipt["root"].as_str().unwrap()));
    let personal = receipt["personal"]["text"].as_str().unwrap();
    assert!(personal.contains("The ferry left at 8:50."));
    let sheet = ferry.get(ONA, &format!("/desk/{reference}/receipt")).await;
    assert!(sheet.text().contains(note.lines().next().unwrap()));
}

#[tokio::test]
async fn who_may_see_the_journal_takes_the_proof_of_a_case_along() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let path = format!("/desk/{reference}/proof");
    for who in [TOMAS, JONAS] {
        let page = ferry.get(who, &format!("/desk/{reference}")).await.text();
        assert!(page.contains(&format!("href=\"{path}\"")), "{who}");
        let file = ferry.get(who, &path).await;
        assert_eq!(file.status, StatusCode::OK);
        let name = file.headers["content-disposition"].to_str().unwrap();
        assert!(name.contains(&format!("{reference}.proof.json")), "{name}");
        let proof: Value = serde_json::from_slice(&file.bytes).unwrap();
        let entries = proof["entries"].as_array().unwrap();
        assert_eq!(entries[0]["kind"], "received");
        assert!(entries.len() >= 2, "received, acknowledged: {proof}");
        assert!(!file.text().contains("8:50"), "no word of anybody");
    }
    let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
    assert!(!page.contains(&path), "a handler does not see the journal");
    assert_eq!(ferry.get(AISTE, &path).await.status, StatusCode::FORBIDDEN);
    let none = ferry.get(TOMAS, "/desk/BF-26-0000-000/proof").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    assert_eq!(ferry.get(BORIS, &path).await.status, StatusCode::FORBIDDEN);
}
