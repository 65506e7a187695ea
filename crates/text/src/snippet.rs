//! The place in a text that a search found, with what to mark in it.

use crate::{Phrase, analyse, fold, is_paired};
use std::{collections::VecDeque, ops::Range};

/// Bytes of the original to mark.
pub type Mark = Range<usize>;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The part of the text that is shown.
    pub span: Range<usize>,
    /// What to mark, by bytes of the whole text, inside of `span`.
    pub marks: Vec<Mark>,
}

/// Characters before the first mark, and in all.
const BEFORE: usize = 50;
const LENGTH: usize = 180;
/// Further words of the text are not read once this many bytes after the first
/// hit have been.
const AHEAD: usize = 1_200;

/// Everything that these phrases mark in a text, in order and without overlap.
pub fn marks(text: &str, phrases: &[&Phrase]) -> Vec<Mark> {
    let mut looking = Looking::new(phrases);
    analyse(text, |token| {
        looking.see(token.text, token.from..token.to, text)
    });
    looking.marks()
}

/// Where the first of them stands, with its surroundings; None where none does.
pub fn snippet(text: &str, phrases: &[&Phrase]) -> Option<Snippet> {
    let mut looking = Looking::new(phrases);
    let mut at = 0;
    // By paragraphs, so that a long text is not read to its end for one line of it.
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let length = rest
            .char_indices()
            .find(|(place, c)| *place > 2_000 && c.is_whitespace())
            .map_or(rest.len(), |(place, _)| place + 1);
        let length = (length..=rest.len())
            .find(|end| rest.is_char_boundary(*end))
            .unwrap_or(rest.len());
        let part = rest.get(..length).unwrap_or_default();
        analyse(part, |token| {
            looking.see(token.text, token.from + at..token.to + at, text)
        });
        at += length;
        if looking.first().is_some_and(|first| at > first + AHEAD) {
            break;
        }
    }
    let marks = looking.marks();
    let first = marks.first()?.clone();
    let span = window(text, &first);
    let inside = |mark: &Mark| mark.start >= span.start && mark.end <= span.end;
    Some(Snippet {
        marks: marks.iter().filter(|mark| inside(mark)).cloned().collect(),
        span,
    })
}

/// Whole words around the mark, as far as there are spaces.
fn window(text: &str, mark: &Mark) -> Range<usize> {
    let before = text.get(..mark.start).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .take(BEFORE)
        .last()
        .map_or(mark.start, |(at, _)| at);
    let start = match start {
        0 => 0,
        cut => before
            .get(cut..)
            .and_then(|part| part.find(char::is_whitespace))
            .map_or(cut, |space| cut + space + 1),
    };
    let start = (start..=mark.start)
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(mark.start);
    let after = text.get(start..).unwrap_or_default();
    let end = after
        .char_indices()
        .nth(LENGTH)
        .map_or(text.len(), |(at, _)| (start + at).max(mark.end));
    let cut = text.get(mark.end..end).unwrap_or_default();
    let end = match end {
        end if end == text.len() => end,
        end => cut
            .rfind(char::is_whitespace)
            .map_or(end, |space| mark.end + space),
    };
    start..end
}

struct Looking<'a> {
    phrases: &'a [&'a Phrase],
    longest: usize,
    newest: VecDeque<(String, Range<usize>)>,
    found: Vec<Mark>,
}

impl<'a> Looking<'a> {
    fn new(phrases: &'a [&'a Phrase]) -> Looking<'a> {
        Looking {
            phrases,
            longest: phrases.iter().map(|phrase| phrase.len()).max().unwrap_or(0),
            newest: VecDeque::new(),
            found: Vec::new(),
        }
    }

    fn see(&mut self, token: &str, at: Range<usize>, text: &str) {
        let wanted = |phrase: &&Phrase| phrase.last().is_some_and(|last| last == token);
        for phrase in self.phrases.iter().filter(|phrase| wanted(phrase)) {
            let before = phrase.len() - 1;
            let Some(skip) = self.newest.len().checked_sub(before) else {
                continue;
            };
            let same = self.newest.iter().skip(skip).map(|(text, _)| text);
            if same.eq(phrase.iter().take(before)) {
                let start = self
                    .newest
                    .get(skip)
                    .map_or(at.start, |(_, range)| range.start);
                self.found.push(start..at.end);
            }
        }
        self.single(&at, text);
        if self.longest > 1 {
            self.newest.push_back((token.to_owned(), at));
            if self.newest.len() >= self.longest {
                self.newest.pop_front();
            }
        }
    }

    /// A single character that is asked for, inside of a pair.
    fn single(&mut self, at: &Range<usize>, text: &str) {
        for phrase in self.phrases.iter().filter(|phrase| phrase.len() == 1) {
            let Some(one) = phrase.first().filter(|token| is_paired(token)) else {
                continue;
            };
            let inside = text.get(at.clone()).unwrap_or_default();
            for (place, c) in inside.char_indices() {
                let same = matches!(fold::fold(c), fold::Folded::Paired(c) if one.starts_with(c));
                if same {
                    self.found
                        .push(at.start + place..at.start + place + c.len_utf8());
                }
            }
        }
    }

    fn first(&self) -> Option<usize> {
        self.found.iter().map(|mark| mark.start).min()
    }

    fn marks(mut self) -> Vec<Mark> {
        self.found.sort_by_key(|mark| (mark.start, mark.end));
        let mut merged: Vec<Mark> = Vec::new();
        for mark in self.found {
            match merged.last_mut() {
                Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
                _ => merged.push(mark),
            }
        }
        merged
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::phrases;

    fn shown(text: &str, typed: &str) -> Option<String> {
        let phrases = phrases(typed);
        let found = snippet(text, &phrases.iter().collect::<Vec<_>>())?;
        let mut out = String::new();
        let mut at = found.span.start;
        for mark in &found.marks {
            out += &format!("{}[{}]", &text[at..mark.start], &text[mark.clone()]);
            at = mark.end;
        }
        Some(out + &text[at..found.span.end])
    }

    #[test]
    fn what_was_found_is_marked_as_it_was_written() {
        assert_eq!(
            shown("Mano Ąžuolo gatvė", "azuolo gatve").unwrap(),
            "Mano [Ąžuolo gatvė]"
        );
        assert_eq!(
            shown("樓下漏水，管線老舊", "管线").unwrap(),
            "樓下漏水，[管線]老舊"
        );
        assert_eq!(shown("樓下漏水", "水").unwrap(), "樓下漏[水]");
        assert_eq!(shown("می‌خواهم كتاب", "کتاب").unwrap(), "می‌خواهم [كتاب]");
        assert_eq!(shown("nothing of it", "water"), None);
    }

    #[test]
    fn a_long_text_shows_the_place_and_whole_words() {
        let text = format!(
            "{}the leaking meter {}",
            "before that ".repeat(900),
            "and after ".repeat(900)
        );
        let shown = shown(&text, "leaking").unwrap();
        assert!(
            shown.starts_with("that ") || shown.starts_with("before "),
            "{shown}"
        );
        assert!(
            shown.contains("the [leaking] meter") && shown.ends_with(" and")
                || shown.ends_with(" after"),
            "{shown}"
        );
        assert!(shown.chars().count() <= LENGTH + 2);
    }
}
