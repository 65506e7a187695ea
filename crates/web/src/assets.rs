//! The stylesheet and the icon of the site, inside the binary. The name of the
//! stylesheet holds its hash, so a browser may keep it for ever.

use axum::{
    Router,
    body::Bytes,
    http::{
        HeaderMap, HeaderName, HeaderValue,
        header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY},
    },
    response::{IntoResponse, Response},
    routing::get,
};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::{io::Write, sync::LazyLock};

pub const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/redress.css"));

const FAVICON: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5" fill="#0a5a55"/><g fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"><path d="M5 5.500h14v10H9.500L5 19z"/><path d="m9 10.500 2 2L15.500 8"/></g></svg>"##;

static CSS_PATH: LazyLock<String> = LazyLock::new(|| {
    let hash: String = Sha256::digest(CSS.as_bytes())
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("/assets/redress-{hash}.css")
});

static CSS_GZIP: LazyLock<Bytes> = LazyLock::new(|| {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    let packed = gzip.write_all(CSS.as_bytes()).and_then(|()| gzip.finish());
    Bytes::from(packed.unwrap_or_default())
});

/// Where pages find the stylesheet.
pub fn stylesheet() -> &'static str {
    &CSS_PATH
}

pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route(stylesheet(), get(css))
        .route("/assets/favicon.svg", get(favicon))
        .route("/favicon.ico", get(favicon))
}

async fn css(headers: HeaderMap) -> Response {
    let mut response = if accepts_gzip(&headers) && !CSS_GZIP.is_empty() {
        let encoding = (CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        ([encoding], CSS_GZIP.clone()).into_response()
    } else {
        CSS.into_response()
    };
    kept(&mut response, "text/css; charset=utf-8");
    response
}

async fn favicon() -> Response {
    let mut response = FAVICON.into_response();
    kept(&mut response, "image/svg+xml");
    response
}

fn kept(response: &mut Response, media: &'static str) {
    let mut set = |name: HeaderName, value| {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    };
    set(CONTENT_TYPE, media);
    set(CACHE_CONTROL, "public, max-age=31536000, immutable");
    set(VARY, "Accept-Encoding");
}

pub(crate) fn accepts_gzip(headers: &HeaderMap) -> bool {
    headers
        .get(ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| {
            value.split(',').any(|part| {
                part.trim().starts_with("gzip")
                    && !part.contains("q=0,")
                    && !part.trim().ends_with("q=0")
            })
        })
}
