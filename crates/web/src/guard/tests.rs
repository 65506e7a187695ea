#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use crate::{Html, Sent};
use axum::{
    body::Body,
    http::StatusCode,
    routing::{get, post},
};
use redress_kernel::Refusal;
use std::io::Read;
use tower::ServiceExt;

fn door() -> Door {
    Door {
        organisation: Arc::new(|| Box::pin(async { Ok(Arc::new(Organisation::default())) })),
        base_url: "https://ferry.example".into(),
        micros: Arc::new(|| 0),
        new_id: Arc::new(|| Id::new(0, [0xab; 10])),
    }
}

fn app() -> Router {
    let router = Router::new()
        .route("/long", get(|| async { Html::trusted("a".repeat(5000)) }))
        .route(
            "/panic",
            get(|| async {
                if true {
                    panic!("personal text")
                };
                "x"
            }),
        )
        .route(
            "/refused",
            get(|| async { Trouble::Refused(Refusal::new("closed-already")) }),
        )
        .route("/api/v1/x", post(|_: Sent| async { Trouble::NotFound }))
        .merge(crate::assets::routes());
    guarded(router, door())
}

async fn ask(request: Request) -> (StatusCode, axum::http::HeaderMap, Vec<u8>) {
    let response = app().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, 1 << 20).await.unwrap();
    (parts.status, parts.headers, bytes.to_vec())
}

fn get_page(path: &str) -> Request {
    Request::get(path)
        .header("accept-encoding", "gzip")
        .body(Body::empty())
        .unwrap()
}

#[tokio::test]
async fn a_page_is_packed_timed_and_never_kept() {
    let (_, headers, body) = ask(get_page("/long")).await;
    let mut page = String::new();
    flate2::read::GzDecoder::new(&body[..])
        .read_to_string(&mut page)
        .unwrap();
    assert_eq!(page.len(), 5000);
    assert_eq!(headers["cache-control"], "no-store");
    assert_eq!(headers["content-encoding"], "gzip");
    assert!(
        headers["content-security-policy"]
            .to_str()
            .unwrap()
            .contains("frame-ancestors 'none'")
    );
    assert!(
        !headers["content-security-policy"]
            .to_str()
            .unwrap()
            .contains("unsafe")
    );
    assert!(
        headers.contains_key("server-timing") && headers.contains_key("strict-transport-security")
    );
}

#[tokio::test]
async fn an_unknown_page_is_told_in_the_readers_language() {
    let (status, _, body) = ask(get_page("/nowhere?lang=fa")).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    let mut page = String::new();
    flate2::read::GzDecoder::new(&body[..])
        .read_to_string(&mut page)
        .unwrap();
    assert!(
        page.contains("dir=\"rtl\"") && page.contains("abababababab"),
        "{page}"
    );
}

#[tokio::test]
async fn a_panic_is_a_page_with_a_reference_and_without_the_text() {
    let request = Request::get("/panic").body(Body::empty()).unwrap();
    let (status, _, body) = ask(request).await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    let page = String::from_utf8(body).unwrap();
    assert!(page.contains("abababababab") && !page.contains("personal text"));
}

#[tokio::test]
async fn a_program_gets_a_problem_document() {
    let request = Request::post("/api/v1/x")
        .header("content-type", "application/json")
        .body(Body::from("{}"))
        .unwrap();
    let (status, headers, body) = ask(request).await;
    let problem: serde_json::Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert_eq!(headers["content-type"], "application/problem+json");
    assert_eq!(problem["type"], "urn:redress:problem:not-found");
    assert_eq!(problem["status"], 404);
}

#[tokio::test]
async fn another_sites_form_is_refused() {
    let request = Request::post("/api/v1/x")
        .header("sec-fetch-site", "cross-site")
        .body(Body::empty())
        .unwrap();
    assert_eq!(ask(request).await.0, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_stylesheet_is_kept_and_small() {
    let (_, headers, body) = ask(get_page(crate::assets::stylesheet())).await;
    assert!(
        headers["cache-control"]
            .to_str()
            .unwrap()
            .contains("immutable")
    );
    assert!(body.len() < 20_000, "{} bytes", body.len());
}
