//! Which pages may make somebody's browser change things here: only ours. No
//! form carries a token; the browser itself says where a request comes from
//! (Sec-Fetch-Site, else Origin), the rule of Go's CrossOriginProtection.

use axum::{
    extract::Request,
    http::{
        HeaderMap, HeaderName, Method,
        header::{AUTHORIZATION, COOKIE, HOST, ORIGIN},
    },
};

pub(super) fn may_change(request: &Request, base_url: &str) -> bool {
    let safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    safe || comes_from_us(request.headers(), base_url)
}

fn comes_from_us(headers: &HeaderMap, base_url: &str) -> bool {
    let site = HeaderName::from_static("sec-fetch-site");
    match (text(headers, site), text(headers, ORIGIN)) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => same(origin, base_url) || is_host(origin, headers),
        // Neither: no browser of ours. A bearer token is never sent by itself, and
        // without a cookie there is nothing to borrow.
        (None, None) => brings_a_token(headers) || !headers.contains_key(COOKIE),
    }
}

/// A password of a proxy in front of us (`Basic`) is sent by the browser itself and
/// proves nothing about who made it ask.
fn brings_a_token(headers: &HeaderMap) -> bool {
    text(headers, AUTHORIZATION).is_some_and(|value| value.starts_with("Bearer "))
}

fn same(origin: &str, base_url: &str) -> bool {
    let base = base_url.trim_end_matches('/');
    !base.is_empty() && origin.eq_ignore_ascii_case(base)
}

/// `null` has no host, and is not the host of a request that names none.
fn is_host(origin: &str, headers: &HeaderMap) -> bool {
    let host = origin.split_once("://").map(|(_, host)| host);
    host.is_some() && host == text(headers, HOST)
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use axum::body::Body;

    fn post(headers: &[(&str, &str)]) -> bool {
        let mut request = Request::post("/sign-in").header("host", "ferry.example");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        may_change(
            &request.body(Body::empty()).unwrap(),
            "https://ferry.example",
        )
    }

    #[test]
    fn only_our_own_pages_may_post() {
        assert!(post(&[
            ("sec-fetch-site", "same-origin"),
            ("cookie", "a=b")
        ]));
        assert!(!post(&[
            ("sec-fetch-site", "cross-site"),
            ("cookie", "a=b")
        ]));
        assert!(!post(&[("sec-fetch-site", "same-site")]));
        assert!(post(&[
            ("origin", "https://ferry.example"),
            ("cookie", "a=b")
        ]));
        assert!(!post(&[
            ("origin", "https://evil.example"),
            ("cookie", "a=b")
        ]));
        assert!(!post(&[("origin", "null"), ("cookie", "a=b")]));
    }

    #[test]
    fn an_origin_that_is_none_is_not_ours_where_no_host_is_named() {
        let from = |origin: &str, host: Option<&str>| {
            let request = Request::post("/sign-in").header("origin", origin);
            let request = host
                .into_iter()
                .fold(request, |all, it| all.header("host", it));
            may_change(&request.body(Body::empty()).unwrap(), "")
        };
        assert!(from("https://ferry.example", Some("ferry.example")));
        for origin in ["null", "", "ferry.example"] {
            assert!(!from(origin, None), "{origin}");
            assert!(!from(origin, Some("ferry.example")), "{origin}");
        }
        assert!(!from("https://ferry.example", None));
    }

    #[test]
    fn a_program_without_a_borrowed_cookie_may_post() {
        assert!(post(&[]));
        assert!(post(&[("authorization", "Bearer x"), ("cookie", "a=b")]));
        assert!(!post(&[("cookie", "session=x")]));
        assert!(!post(&[("authorization", "Basic x"), ("cookie", "a=b")]));
    }
}
