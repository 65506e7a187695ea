//! The stylesheet, the scripts and the icon of the site, inside the binary. Their
//! addresses hold a hash of what they are, so a browser may keep them for ever.

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

include!(concat!(env!("OUT_DIR"), "/scripts.rs"));

pub const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/redress.css"));

const FAVICON: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5" fill="#0a5a55"/><g fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"><path d="M5 5.500h14v10H9.500L5 19z"/><path d="m9 10.500 2 2L15.500 8"/></g></svg>"##;

static CSS_PATH: LazyLock<String> =
    LazyLock::new(|| format!("/assets/redress-{}.css", hash([CSS])));

static CSS_GZIP: LazyLock<Bytes> = LazyLock::new(|| gzipped(CSS));

/// All scripts lie in one folder that bears the hash of all of them: they import
/// one another by plain names, and a page of one release never mixes two.
static JS_FOLDER: LazyLock<String> = LazyLock::new(|| {
    let all = SCRIPTS.iter().flat_map(|(name, text)| [*name, *text]);
    format!("/assets/js-{}", hash(all))
});

/// Address, text and packed text of each script.
static JS: LazyLock<Vec<(String, &'static str, Bytes)>> = LazyLock::new(|| {
    let script = |(name, text): &(&str, &'static str)| {
        (format!("{}/{name}", *JS_FOLDER), *text, gzipped(text))
    };
    SCRIPTS.iter().map(script).collect()
});

fn hash<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut all = Sha256::new();
    for part in parts {
        all.update(part.as_bytes());
        all.update([0]);
    }
    let digest = all.finalize();
    digest
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn gzipped(text: &str) -> Bytes {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    let packed = gzip.write_all(text.as_bytes()).and_then(|()| gzip.finish());
    Bytes::from(packed.unwrap_or_default())
}

/// Where pages find the stylesheet.
pub fn stylesheet() -> &'static str {
    &CSS_PATH
}

/// The script with which a page of the desk begins.
pub fn first_script() -> String {
    format!("{}/desk.js", *JS_FOLDER)
}

/// The script beside a field for files: the one that public pages have, and only
/// where files can be chosen. The desk's scripts ask for it too.
pub fn files_script() -> String {
    format!("{}/files.js", *JS_FOLDER)
}

/// The script beside a button that asks for a passkey; only pages with one load it.
pub fn passkey_script() -> String {
    format!("{}/passkey.js", *JS_FOLDER)
}

/// The scripts that the first one will ask for: fetched beside it.
pub fn other_scripts() -> impl Iterator<Item = &'static str> {
    JS.iter()
        .map(|(path, _, _)| path.as_str())
        .filter(|path| !path.ends_with("/desk.js") && !path.ends_with("/passkey.js"))
}

pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let router = Router::new()
        .route(stylesheet(), get(css))
        .route("/assets/favicon.svg", get(favicon))
        .route("/favicon.ico", get(favicon));
    JS.iter().fold(router, |router, (path, text, packed)| {
        router.route(
            path,
            get(move |headers: HeaderMap| async move {
                whole(&headers, text, packed, "text/javascript; charset=utf-8")
            }),
        )
    })
}

async fn css(headers: HeaderMap) -> Response {
    whole(&headers, CSS, &CSS_GZIP, "text/css; charset=utf-8")
}

fn whole(headers: &HeaderMap, text: &'static str, packed: &Bytes, media: &'static str) -> Response {
    let mut response = if accepts_gzip(headers) && !packed.is_empty() {
        let encoding = (CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        ([encoding], packed.clone()).into_response()
    } else {
        text.into_response()
    };
    kept(&mut response, media);
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads well on a slow line and stays small enough to be read by a person.
    const SCRIPTS_MAX: usize = 15 * 1024;

    #[test]
    fn all_scripts_together_stay_small() {
        let packed: usize = JS.iter().map(|(_, _, packed)| packed.len()).sum();
        assert!(packed > 1000, "the scripts are in the binary: {packed}");
        assert!(packed <= SCRIPTS_MAX, "{packed} bytes of script");
    }

    #[test]
    fn an_address_changes_with_what_it_names() {
        assert_ne!(hash(["a", "bc"]), hash(["ab", "c"]));
        assert!(first_script().starts_with("/assets/js-"));
        assert!(other_scripts().all(|path| !path.ends_with("/desk.js")));
        assert!(other_scripts().any(|path| path == files_script()));
    }
}
