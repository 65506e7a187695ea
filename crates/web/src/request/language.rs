//! Which language a page is in: what the address or the form says, else what the
//! signed-in person prefers, else the browser's wish, else the organisation's first.

use axum::http::{HeaderMap, header::ACCEPT_LANGUAGE};
use redress_kernel::{Lang, Organisation};

/// Put into the request's extensions by the sign-in layer.
#[derive(Debug, Clone, Copy)]
pub struct Preference(pub Lang);

/// The language without a wish in the address: links need not carry it.
pub(super) fn unasked(
    preference: Option<Preference>,
    headers: &HeaderMap,
    organisation: &Organisation,
) -> Lang {
    preference
        .map(|Preference(lang)| lang)
        .or_else(|| browser(headers).filter(|lang| organisation.speaks(*lang)))
        .unwrap_or_else(|| organisation.first_language())
}

/// `lang=` as asked for; the pseudo-language too, for those who test.
pub fn chosen(tag: Option<&str>) -> Option<Lang> {
    tag.and_then(Lang::from_tag)
}

fn browser(headers: &HeaderMap) -> Option<Lang> {
    headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .and_then(Lang::accepted)
}
