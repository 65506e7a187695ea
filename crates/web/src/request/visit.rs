//! One request as a page sees it.

use super::{
    language::{Preference, chosen, unasked},
    taste::{Part, Taste},
};
use crate::{Page, Voice};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, Uri, header::ACCEPT, request::Parts},
};
use redress_kernel::{Lang, Organisation};
use std::{convert::Infallible, sync::Arc};

#[derive(Clone)]
pub struct Visit {
    pub lang: Lang,
    /// Links carry the language because nothing else would choose it.
    pub carry: bool,
    /// Path and query without `lang`.
    pub path: String,
    /// A program asks: errors are problem documents.
    pub api: bool,
    pub organisation: Arc<Organisation>,
    /// How the signed-in person likes the desk.
    pub taste: Taste,
    /// A script asks for one part of the page.
    pub part: Option<Part>,
    unasked: Lang,
    query: Arc<Vec<(String, String)>>,
}

impl Visit {
    /// Reads what the address, the headers and the layers before us say.
    pub fn read(uri: &Uri, headers: &HeaderMap, extensions: &axum::http::Extensions) -> Visit {
        let organisation = extensions
            .get::<Arc<Organisation>>()
            .cloned()
            .unwrap_or_default();
        let query: Vec<(String, String)> =
            serde_html_form::from_str(uri.query().unwrap_or_default()).unwrap_or_default();
        let preference = extensions.get::<Preference>().copied();
        let unasked = unasked(preference, headers, &organisation);
        let asked = query
            .iter()
            .find(|(name, _)| name == "lang")
            .map(|(_, tag)| tag.as_str());
        let lang = chosen(asked).unwrap_or(unasked);
        Visit {
            lang,
            carry: lang != unasked,
            path: without_lang(uri),
            api: uri.path().starts_with("/api/") || prefers_json(headers),
            organisation,
            taste: extensions.get::<Taste>().copied().unwrap_or_default(),
            part: Part::read(headers),
            unasked,
            query: Arc::new(query),
        }
    }

    /// The first value of this name in the address.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(its, _)| its == name)
            .map(|(_, value)| value.as_str())
    }

    pub fn queries(&self) -> &[(String, String)] {
        &self.query
    }

    /// The same visit in another language (a form said so).
    pub fn in_language(mut self, lang: Lang) -> Visit {
        self.lang = lang;
        self.carry = lang != self.unasked;
        self
    }

    pub fn voice(&self) -> Voice {
        Voice {
            carry: self.carry,
            ..Voice::of(self.lang, &self.organisation)
        }
    }

    pub fn page(&self) -> Page {
        Page {
            taste: self.taste,
            part: self.part,
            ..Page::new(self.voice(), self.organisation.clone(), self.path.clone())
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Visit, Infallible> {
        Ok(Visit::read(&parts.uri, &parts.headers, &parts.extensions))
    }
}

fn prefers_json(headers: &HeaderMap) -> bool {
    headers
        .get(ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accept| accept.contains("application/json") && !accept.contains("text/html"))
}

fn without_lang(uri: &Uri) -> String {
    let kept: Vec<&str> = uri
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty() && *pair != "lang" && !pair.starts_with("lang="))
        .collect();
    if kept.is_empty() {
        uri.path().to_owned()
    } else {
        format!("{}?{}", uri.path(), kept.join("&"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use axum::http::{Extensions, HeaderValue, header::ACCEPT_LANGUAGE};

    fn visit(uri: &str, accept: &str) -> Visit {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_str(accept).unwrap());
        Visit::read(&uri.parse().unwrap(), &headers, &Extensions::new())
    }

    #[test]
    fn the_address_wins_over_the_browser_and_then_travels_in_links() {
        let visit = visit("/follow?lang=fa&ref=x", "ko,en;q=0.5");
        assert_eq!(visit.lang, Lang::Fa);
        assert_eq!(visit.path, "/follow?ref=x");
        assert_eq!(visit.voice().href("/how#times"), "/how?lang=fa#times");
    }

    #[test]
    fn the_browsers_own_language_needs_no_mark() {
        let visit = visit("/follow", "ko,en;q=0.5");
        assert_eq!(visit.lang, Lang::Ko);
        assert_eq!(visit.voice().href("/how"), "/how");
    }

    #[test]
    fn nobody_is_left_without_a_language() {
        assert_eq!(visit("/?lang=xx", "fr").lang, Lang::En);
    }
}
