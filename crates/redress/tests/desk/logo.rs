//! The organisation's own mark: kept small, served for ever under its hash, shown in
//! every frame beside the name.

use crate::office::{AISTE, Ferry, ONA};
use axum::http::StatusCode;

/// Eight by four points, in one colour each.
const TEAL: &[u8] = b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x08\x00\x00\x00\x04\x08\x02\x00\x00\x00\x3c\xaf\xe9\xa7\x00\x00\x00\x11\x49\x44\x41\x54\x78\x9c\x63\xe0\x8a\x0a\xc5\x8a\x18\xa8\x27\x01\x00\x7b\x80\x17\x21\x58\xc9\xc2\x55\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";
const RED: &[u8] = b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x08\x00\x00\x00\x04\x08\x02\x00\x00\x00\x3c\xaf\xe9\xa7\x00\x00\x00\x11\x49\x44\x41\x54\x78\x9c\x63\x58\x2c\xae\x85\x15\x31\x50\x4f\x02\x00\xa0\xcf\x1c\x81\xee\x7c\x46\x8b\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

const RIMA: &str = "rima@blueferry.example";
const FORM: &[(&str, &str)] = &[
    ("organisation-name", "Blue Ferry Co."),
    ("time-zone", "Europe/Vilnius"),
    ("reference-prefix", "BF"),
    ("languages", "en"),
    ("languages", "lt"),
    ("first-language", "en"),
    ("currency", "EUR"),
];

/// Where the portal says that the mark lies.
async fn mark(ferry: &Ferry) -> Option<String> {
    let page = ferry.get("", "/").await.text();
    let after = page.split("<img class=\"logo\" src=\"").nth(1)?;
    Some(after.split('"').next()?.to_owned())
}

async fn sets(ferry: &Ferry, logo: &[u8]) {
    let file = ("logo", "logo.png", logo);
    let done = ferry.upload(RIMA, "/admin/organisation", FORM, file).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
}

#[tokio::test]
async fn the_mark_stands_in_every_frame_and_is_fetched_once() {
    let ferry = Ferry::open().await;
    assert_eq!(mark(&ferry).await, None);
    sets(&ferry, TEAL).await;
    let path = mark(&ferry).await.unwrap();
    let reference = ferry.call_of(&[]).await;
    for (who, page) in [
        ("", "/complain".to_owned()),
        (AISTE, "/desk".to_owned()),
        (ONA, format!("/desk/{reference}/receipt")),
        (RIMA, "/admin/organisation".to_owned()),
    ] {
        let html = ferry.get(who, &page).await.text();
        let shown = format!("src=\"{path}\" width=\"8\" height=\"4\" alt=\"\"");
        assert!(html.contains(&shown), "{page}: {html}");
        assert!(html.contains("Blue Ferry Co."));
    }
    let picture = ferry.get("", &path).await;
    assert_eq!(picture.status, StatusCode::OK);
    assert_eq!(picture.headers["content-type"], "image/png");
    assert_eq!(picture.headers["x-content-type-options"], "nosniff");
    let kept = picture.headers["cache-control"].to_str().unwrap();
    assert!(
        kept.contains("immutable") && kept.contains("public"),
        "{kept}"
    );
    assert!(!picture.headers.contains_key("set-cookie"));
}

#[tokio::test]
async fn another_mark_has_another_address_and_a_removed_one_is_gone() {
    let ferry = Ferry::open().await;
    sets(&ferry, TEAL).await;
    let first = mark(&ferry).await.unwrap();
    sets(&ferry, RED).await;
    let second = mark(&ferry).await.unwrap();
    assert_ne!(first, second);
    assert_eq!(ferry.get("", &first).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        ferry.get("", "/logo/..%2Fkeys").await.status,
        StatusCode::NOT_FOUND
    );
    let removed: Vec<_> = FORM.iter().copied().chain([("remove-logo", "1")]).collect();
    ferry.post(RIMA, "/admin/organisation", &removed).await;
    assert_eq!(mark(&ferry).await, None);
    assert_eq!(ferry.get("", &second).await.status, StatusCode::NOT_FOUND);
}
