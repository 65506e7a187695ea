//! Pages and JSON packed when it pays: whole bodies of more than a kilobyte. A
//! stream (live updates, downloads) passes as it is.

use axum::{
    body::{Body, HttpBody},
    http::{
        HeaderValue,
        header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, VARY},
    },
    response::Response,
};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

const WORTH_IT: u64 = 1024;
const TOO_BIG: u64 = 4 * 1024 * 1024;
/// A page of 40 kB costs about 0.3 ms at this level.
const LEVEL: u32 = 3;

pub(super) async fn packed(response: Response, accepted: bool, head: bool) -> Response {
    let fits = response
        .body()
        .size_hint()
        .exact()
        .is_some_and(|size| (WORTH_IT..TOO_BIG).contains(&size));
    if head || !accepted || !fits || !is_text(&response) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, TOO_BIG as usize).await else {
        return Response::from_parts(parts, Body::empty());
    };
    let mut gzip = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::new(LEVEL));
    let Ok(small) = gzip.write_all(&bytes).and_then(|()| gzip.finish()) else {
        return Response::from_parts(parts, Body::from(bytes));
    };
    parts.headers.remove(CONTENT_LENGTH);
    parts
        .headers
        .insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    parts
        .headers
        .append(VARY, HeaderValue::from_static("Accept-Encoding"));
    Response::from_parts(parts, Body::from(small))
}

fn is_text(response: &Response) -> bool {
    let media = response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let text = [
        "text/html",
        "text/css",
        "text/plain",
        "text/csv",
        "application/json",
        "application/problem+json",
        "image/svg+xml",
    ];
    !response.headers().contains_key(CONTENT_ENCODING)
        && text.iter().any(|known| media.starts_with(known))
}
