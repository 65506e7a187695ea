//! The headers of every answer: our own style and scripts, nothing inline, no
//! frame, no referrer, and nothing private kept on the way.

use axum::{
    http::{
        HeaderValue,
        header::{
            CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY,
            STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
        },
    },
    response::Response,
};

const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types redress";

/// For bytes of strangers: whatever they are, nothing of them runs, loads, posts or
/// stands in a frame, if a browser opens them after all.
pub const SEALED: &str = "default-src 'none'; object-src 'none'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'; sandbox";

/// What a handler set itself (a stranger's bytes are sealed, an asset is kept) stays.
pub(super) fn secure(response: &mut Response, https: bool) {
    let headers = [
        (CONTENT_SECURITY_POLICY, CSP),
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=()",
        ),
    ];
    for (name, value) in headers {
        response
            .headers_mut()
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    if https {
        response.headers_mut().insert(
            STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=63072000; includeSubDomains"),
        );
    }
    // Older browsers that know no frame-ancestors.
    response
        .headers_mut()
        .insert("x-frame-options", HeaderValue::from_static("DENY"));
}
