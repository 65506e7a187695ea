//! What somebody said in a reply, apart from what they quoted and how they signed.
//! Nothing is lost: the rest is given back too, and every page that shows the one
//! can unfold the other. New complaints are never shortened.

mod lines;
#[cfg(test)]
mod tests;
mod words;

use lines::{Kind, kinds};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Split {
    /// The reply itself.
    pub said: String,
    /// Quotes, earlier letters, signature.
    pub rest: String,
}

/// Fewer lines than this below a quoted letter are a signature, not an answer.
const ANSWER_MIN: usize = 7;
/// A longer text is not taken apart line by line.
const LINES_MAX: usize = 20_000;

pub fn split(text: &str) -> Split {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\u{feff}', '\u{200b}'], "");
    let all: Vec<&str> = text.split('\n').collect();
    if all.len() > LINES_MAX {
        return Split {
            said: text.trim().to_owned(),
            rest: String::new(),
        };
    }
    let kinds = kinds(&all);
    let kept = kept(&kinds);
    let pick = |wanted: bool| {
        let lines = all.iter().zip(&kept).filter(|(_, kept)| **kept == wanted);
        let lines: Vec<&str> = lines.map(|(line, _)| line.trim_end()).collect();
        lines.join("\n").trim_matches('\n').trim_end().to_owned()
    };
    let said = pick(true).trim().to_owned();
    let nothing = said.chars().all(|sign| sign == '>' || sign.is_whitespace());
    Split {
        said: if nothing { String::new() } else { said },
        rest: pick(false),
    }
}

/// Which lines are the reply.
fn kept(kinds: &[Kind]) -> Vec<bool> {
    let mut kept: Vec<bool> = kinds.iter().map(|kind| *kind != Kind::Signature).collect();
    let end = end(kinds);
    kept.iter_mut().skip(end).for_each(|kept| *kept = false);
    let markers = kinds
        .iter()
        .zip(kept.iter_mut())
        .filter(|(kind, _)| matches!(kind, Kind::Marker | Kind::Header));
    markers.for_each(|(_, kept)| *kept = false);
    for at in first_quote(kinds) {
        if let Some(kept) = kept.get_mut(at) {
            *kept = false;
        }
    }
    kept
}

/// The answer stands below: what was announced before anything was said is quoted.
fn first_quote(kinds: &[Kind]) -> std::ops::Range<usize> {
    let first = kinds
        .iter()
        .position(|kind| *kind != Kind::Empty)
        .unwrap_or(0);
    let marked = kinds.get(first) == Some(&Kind::Marker);
    let length = kinds
        .iter()
        .skip(first)
        .take_while(|kind| **kind != Kind::Text)
        .count();
    let answered = first + length < kinds.len();
    if marked && answered {
        first..first + length
    } else {
        0..0
    }
}

/// Where the reply ends.
fn end(kinds: &[Kind]) -> usize {
    let mut end = kinds.len();
    let is = |at: usize, kind: Kind| kinds.get(at) == Some(&kind);
    let said_before = |at: usize| kinds.iter().take(at).any(|kind| *kind == Kind::Text);
    if let Some(at) = (0..end).find(|at| is(*at, Kind::Delimiter)) {
        end = at;
    }
    if let Some(at) = (0..end).find(|at| {
        is(*at, Kind::Marker)
            && said_before(*at)
            && !answered_below(kinds.get(*at..end).unwrap_or_default())
    }) {
        end = at;
    }
    if let Some(at) = headers(kinds.get(..end).unwrap_or(kinds)).filter(|at| said_before(*at)) {
        end = end.min(at);
    }
    // Quotes at the end answer nothing.
    if said_before(end) {
        while end > 0 && !is(end - 1, Kind::Text) {
            end -= 1;
        }
    }
    end
}

/// Below the marker quotes and answers take turns.
fn answered_below(below: &[Kind]) -> bool {
    let quotes = below.contains(&Kind::Quote);
    let last = below
        .iter()
        .rposition(|kind| matches!(kind, Kind::Quote | Kind::Marker))
        .unwrap_or(0);
    let first = below
        .iter()
        .position(|kind| *kind == Kind::Quote)
        .unwrap_or(0);
    let between = below.get(first..last).unwrap_or_default();
    let text = |kinds: &[Kind]| kinds.iter().filter(|kind| **kind == Kind::Text).count();
    quotes && (text(between) >= 1 || text(below.get(last..).unwrap_or_default()) >= ANSWER_MIN)
}

/// Three lines of a letter head: from here on it is the earlier letter.
fn headers(kinds: &[Kind]) -> Option<usize> {
    let mut start = None;
    let mut seen = 0;
    for (at, kind) in kinds.iter().enumerate() {
        match kind {
            Kind::Header => {
                start = start.or(Some(at));
                seen += 1;
                if seen == 3 {
                    return start;
                }
            }
            Kind::Empty | Kind::Quote => {}
            // One line may be the end of a long one before.
            Kind::Text if seen > 0 && kinds.get(at + 1) == Some(&Kind::Header) => {}
            _ => (start, seen) = (None, 0),
        }
    }
    None
}
