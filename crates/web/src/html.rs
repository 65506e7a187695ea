//! Finished HTML, and the one place where text becomes HTML.

use axum::response::{IntoResponse, Response};
use std::{borrow::Cow, fmt};

/// HTML that is safe to print: templates made it, or text was escaped into it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// For text that is already HTML; everything else goes through `text` or a template.
    pub fn trusted(html: impl Into<String>) -> Html {
        Html(html.into())
    }

    /// Escaped; directional isolates of the text become `<bdi>` elements.
    pub fn text(text: &str) -> Html {
        Html(escaped(text))
    }

    /// Renders a template; a failure is ours, is logged, and shows as nothing.
    pub fn from_template(template: &impl askama::Template) -> Html {
        match template.render() {
            Ok(html) => Html(html),
            Err(error) => {
                tracing::error!(%error, "a template could not be rendered");
                Html::default()
            }
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn push(&mut self, more: &Html) {
        self.0.push_str(&more.0);
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Html {}

impl FromIterator<Html> for Html {
    fn from_iter<I: IntoIterator<Item = Html>>(parts: I) -> Html {
        Html(parts.into_iter().map(Html::into_string).collect())
    }
}

impl IntoResponse for Html {
    fn into_response(self) -> Response {
        axum::response::Html(self.0).into_response()
    }
}

pub(crate) const ISOLATE_LTR: char = '\u{2066}';
pub(crate) const ISOLATE_RTL: char = '\u{2067}';
pub(crate) const ISOLATE: char = '\u{2068}';
pub(crate) const END_ISOLATE: char = '\u{2069}';

pub(crate) fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 8);
    let mut open = 0u32;
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            ISOLATE | ISOLATE_LTR | ISOLATE_RTL => {
                open += 1;
                html.push_str(opening(c));
            }
            END_ISOLATE if open > 0 => {
                open -= 1;
                html.push_str("</bdi>");
            }
            END_ISOLATE => {}
            other => html.push(other),
        }
    }
    (0..open).for_each(|_| html.push_str("</bdi>"));
    html
}

fn opening(isolate: char) -> &'static str {
    match isolate {
        ISOLATE_LTR => "<bdi dir=\"ltr\" class=\"nb\">",
        ISOLATE_RTL => "<bdi dir=\"rtl\">",
        _ => "<bdi>",
    }
}

/// Directional controls in a person's text could turn its neighbours round or
/// close our isolates: inside one inserted value they have no use. Every value
/// that is put into a page or a sentence comes through here; the joiners that
/// Persian and emoji need (U+200C, U+200D) stay.
pub(crate) fn without_controls(text: &str) -> Cow<'_, str> {
    if text.contains(turns) {
        Cow::Owned(text.replace(turns, ""))
    } else {
        Cow::Borrowed(text)
    }
}

fn turns(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn isolates_become_elements_and_always_close() {
        assert_eq!(escaped("a \u{2068}<b>\u{2069}"), "a <bdi>&lt;b&gt;</bdi>");
        assert_eq!(
            escaped("\u{2066}RD-1"),
            "<bdi dir=\"ltr\" class=\"nb\">RD-1</bdi>"
        );
        assert_eq!(escaped("x\u{2069}y"), "xy");
    }
}
