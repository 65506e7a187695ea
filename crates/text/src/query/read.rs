//! The grammar: parts with spaces between them. A quote or a minus counts at the
//! beginning of a part; what is not closed ends with the text.

use super::{Field, Part, phrases};

pub(super) fn parts(typed: &str, names: &[(&str, Field)]) -> Vec<Part> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = typed.get(at..).filter(|rest| !rest.is_empty()) {
        let space = rest.len() - rest.trim_start().len();
        if space > 0 {
            at += space;
            continue;
        }
        let (part, length) = part(rest, names);
        found.push(Part {
            span: at..at + length,
            ..part
        });
        at += length.max(1);
    }
    found
}

/// The part at the beginning of this text, and how many bytes it takes.
fn part(text: &str, names: &[(&str, Field)]) -> (Part, usize) {
    let minus = minus(text);
    let rest = text.get(minus..).unwrap_or_default();
    let (field, name) = operator(rest, names);
    let value = rest.get(name..).unwrap_or_default();
    let (typed, length) = value_of(value);
    let part = Part {
        span: 0..0,
        without: minus > 0,
        field,
        phrases: phrases(&typed),
        typed,
    };
    (part, minus + name + length)
}

/// The bytes of a minus that something follows.
fn minus(text: &str) -> usize {
    let mut chars = text.chars();
    match chars.next() {
        Some(c @ ('-' | '−' | '－')) if chars.next().is_some_and(|c| !c.is_whitespace()) => {
            c.len_utf8()
        }
        _ => 0,
    }
}

/// `from:` and its like, with an ordinary or a full-width colon.
fn operator(text: &str, names: &[(&str, Field)]) -> (Option<Field>, usize) {
    let Some((at, colon)) = text
        .char_indices()
        .take(40)
        .take_while(|(_, c)| !c.is_whitespace() && !is_quote(*c))
        .find(|(_, c)| matches!(c, ':' | '：'))
    else {
        return (None, 0);
    };
    let name = text.get(..at).unwrap_or_default().to_lowercase();
    let english = Field::ALL.into_iter().find(|field| field.name() == name);
    let own = || {
        let same = |known: &str| known.to_lowercase() == name;
        names
            .iter()
            .find(|(known, _)| same(known))
            .map(|(_, field)| *field)
    };
    match english.or_else(own) {
        Some(field) => (Some(field), at + colon.len_utf8()),
        None => (None, 0),
    }
}

/// What stands in quotes, or up to the next space.
fn value_of(text: &str) -> (String, usize) {
    let mut chars = text.char_indices();
    if let Some((_, open)) = chars.next().filter(|(_, c)| is_quote(*c)) {
        let inside = open.len_utf8();
        let close = chars.find(|(_, c)| is_quote(*c));
        let (end, after) =
            close.map_or((text.len(), text.len()), |(at, c)| (at, at + c.len_utf8()));
        return (text.get(inside..end).unwrap_or_default().to_owned(), after);
    }
    let end = text
        .char_indices()
        .find(|(_, c)| c.is_whitespace())
        .map_or(text.len(), |(at, _)| at);
    (text.get(..end).unwrap_or_default().to_owned(), end)
}

/// The quotes of six languages.
fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '『' | '』' | '＂'
    )
}
