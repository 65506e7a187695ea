//! Finished HTML, and the one place where text becomes HTML.

use axum::response::{IntoResponse, Response};
use std::{borrow::Cow, cell::Cell, fmt};

/// A thread keeps no larger buffer than this.
const DRAFT_MAX: usize = 256 * 1024;

thread_local! {
    static DRAFT: Cell<String> = const { Cell::new(String::new()) };
}

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
        // Drawn in a buffer that is large already, then copied once: growing took an
        // eighth of a page's time. A template drawn inside another one finds it taken.
        let mut draft = DRAFT.take();
        draft.clear();
        let drawn = template.render_into(&mut draft);
        let html = match drawn {
            Ok(()) => Html(draft.as_str().to_owned()),
            Err(error) => {
                tracing::error!(%error, "a template could not be rendered");
                Html::default()
            }
        };
        if draft.capacity() <= DRAFT_MAX {
            DRAFT.set(draft);
        }
        html
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
    let mut rest = text;
    // Most text has nothing to escape: it is copied in runs.
    while let Some((run, c, after)) = next_special(rest) {
        html.push_str(run);
        html.push_str(match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&#39;",
            END_ISOLATE if open == 0 => "",
            END_ISOLATE => {
                open -= 1;
                "</bdi>"
            }
            isolate => {
                open += 1;
                opening(isolate)
            }
        });
        rest = after;
    }
    html.push_str(rest);
    (0..open).for_each(|_| html.push_str("</bdi>"));
    html
}

/// What stands before the next character that means something in HTML, that
/// character, and what follows it.
fn next_special(text: &str) -> Option<(&str, char, &str)> {
    let special = |byte: &u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | 0xe2);
    let mut from = 0;
    loop {
        let at = from + text.as_bytes().get(from..)?.iter().position(special)?;
        let (run, found) = text.split_at_checked(at)?;
        let mut chars = found.chars();
        let c = chars.next()?;
        // 0xE2 begins many characters; only the isolates among them are special.
        if c.is_ascii() || ('\u{2066}'..='\u{2069}').contains(&c) {
            return Some((run, c, chars.as_str()));
        }
        from = at + c.len_utf8();
    }
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
