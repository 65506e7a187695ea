//! What each line of a reply is: said, quoted, signed, or the head of what follows.

use super::words::{BEGINS, EARLIER, HEADS, HEADS_FAR, SENT_FROM, WROTE};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Empty,
    Text,
    Quote,
    /// A line of nothing but signs: what follows is a signature or an earlier letter.
    Delimiter,
    Signature,
    /// "On ... wrote:", "Original Message".
    Marker,
    /// `From: ...`
    Header,
}

/// Lines over which a marker may be broken.
const MARKER_LINES: usize = 5;
/// A longer line announces nothing.
const MARKER_MAX: usize = 1_000;

pub fn kinds(lines: &[&str]) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = Vec::with_capacity(lines.len());
    let (mut marked, mut fenced) = (0, false);
    for (at, line) in lines.iter().enumerate() {
        // A program pasted between fences is said, whatever its lines look like.
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        if fenced || fence {
            kinds.push(Kind::Text);
            continue;
        }
        if marked > 0 {
            marked -= 1;
            kinds.push(Kind::Marker);
            continue;
        }
        let kind = kind(line);
        let starts = matches!(kind, Kind::Text | Kind::Quote | Kind::Header);
        let length = if starts {
            marker(lines.get(at..).unwrap_or_default())
        } else {
            0
        };
        match length {
            0 => kinds.push(kind),
            length => {
                marked = length - 1;
                kinds.push(Kind::Marker);
            }
        }
    }
    long_headers(&mut kinds);
    kinds
}

/// A header line that went on below: text between two headers, no empty line there.
fn long_headers(kinds: &mut [Kind]) {
    for at in 1..kinds.len().saturating_sub(1) {
        let around = (kinds.get(at - 1), kinds.get(at + 1));
        let (Some(Kind::Header), Some(Kind::Header | Kind::Empty)) = around else {
            continue;
        };
        let of_head = kinds
            .iter()
            .take(at)
            .rev()
            .take(3)
            .take_while(|kind| **kind == Kind::Header)
            .count()
            >= 3;
        let between = around.1 == Some(&Kind::Header);
        if let Some(kind) = kinds
            .get_mut(at)
            .filter(|kind| **kind == Kind::Text && (between || of_head))
        {
            *kind = Kind::Header;
        }
    }
}

fn kind(line: &str) -> Kind {
    let bare = line.trim();
    if bare.is_empty() {
        return Kind::Empty;
    }
    if is_delimiter(bare) {
        return Kind::Delimiter;
    }
    if bare.starts_with('>')
        || initials(bare)
        || bare.starts_with('|') && bare.len() > 1 && !bare.ends_with('|')
    {
        return Kind::Quote;
    }
    let lower = bare.to_lowercase();
    if is_signature(&lower) {
        return Kind::Signature;
    }
    match is_header(&lower) {
        true => Kind::Header,
        false => Kind::Text,
    }
}

/// `Ann> quoted`, `C> quoted`
fn initials(bare: &str) -> bool {
    let name = bare.split_once('>').map_or("", |(name, _)| name);
    (1..=12).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// `--`, `____`, `***` and what is put there as a watermark.
fn is_delimiter(bare: &str) -> bool {
    let sign = |sign: char| {
        matches!(
            sign,
            '-' | '_' | '=' | '+' | '~' | '#' | '*' | 'ᐧ' | '—' | '–' | '―' | '⎯'
        )
    };
    bare.chars().all(|its| sign(its) || its == ' ')
        && (bare.chars().count() >= 2 || matches!(bare, "ᐧ" | "—"))
}

fn is_signature(lower: &str) -> bool {
    let inner = lower.replace('[', "");
    let inner = inner.trim_start_matches(['<', '(', '*', '_', '-', ' ', '—']);
    let short = lower.chars().count() <= 140;
    short && SENT_FROM.iter().any(|words| inner.starts_with(words))
}

/// `From: ...`, also in bold.
fn is_header(lower: &str) -> bool {
    let bare = lower.trim_start_matches(['*', '_', ' ']);
    let Some((name, _)) = bare.split_once([':', '：']) else {
        return false;
    };
    let name = name.trim().trim_matches(['*', '_', ' ']);
    HEADS.contains(&name) || HEADS_FAR.contains(&name)
}

/// How many lines the marker at the beginning of these takes; 0: there is none.
fn marker(lines: &[&str]) -> usize {
    let Some(first) = lines.first() else { return 0 };
    if first.len() > MARKER_MAX {
        return 0;
    }
    let bare = unquoted(first);
    if is_earlier(&bare) {
        return 1;
    }
    if is_dated(&bare) {
        return match lines.get(1).map(|next| unquoted(next)) {
            Some(next) if next.ends_with(">:") && !bare.ends_with([':', '>']) => 2,
            _ => 1,
        };
    }
    let verb_inside = bare.contains('<')
        && WROTE
            .iter()
            .any(|verb| bare.contains(&format!("> {verb} ")));
    let (mut joined, begins) = (String::new(), begins(&bare) || verb_inside);
    for (nth, line) in lines.iter().take(MARKER_LINES).enumerate() {
        if line.len() > MARKER_MAX {
            return 0;
        }
        let bare = unquoted(line);
        if bare.is_empty() || joined.len() > MARKER_MAX || (nth > 0 && !begins) {
            return 0;
        }
        if !joined.is_empty() {
            joined.push(' ');
        }
        joined.push_str(&bare);
        if is_wrote(&joined) {
            return nth + 1;
        }
    }
    0
}

fn unquoted(line: &str) -> String {
    line.trim_start_matches(['>', ' ', '\t', '|'])
        .trim()
        .to_lowercase()
}

fn begins(bare: &str) -> bool {
    let number = bare.starts_with(|sign: char| sign.is_numeric() || matches!(sign, '<' | '"'));
    number || BEGINS.iter().any(|start| bare.starts_with(start))
}

/// "2016-03-03 17:21 GMT+01:00 Some One": the date alone, no verb.
fn is_dated(bare: &str) -> bool {
    let year = |at: usize| {
        bare.get(at..at + 4).is_some_and(|year| {
            year.starts_with("20") && year.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    let first = year(0)
        && bare
            .get(4..5)
            .is_some_and(|sign| sign == "-" || sign == "/");
    let clock = |text: &str| {
        text.split_whitespace().any(|word| {
            word.split_once(':')
                .is_some_and(|(hour, minute)| hour.parse::<u8>().is_ok() && minute.len() >= 2)
        })
    };
    let addressed = bare.contains('<') || bare.contains("gmt");
    let short = bare.chars().count() <= 120 && !bare.ends_with('.');
    let on = bare.starts_with("on ")
        && bare.contains(" at ")
        && clock(bare)
        && !bare.contains('<')
        && !bare.contains(" i ");
    short
        && ((first && addressed)
            || (on
                && bare
                    .split_once(" at ")
                    .is_some_and(|(date, _)| date.contains(", ") && date.contains(" 20")))
                && bare.split_whitespace().count() <= 10)
}

/// Between dashes, or the words alone with a colon.
fn is_earlier(bare: &str) -> bool {
    let bare = bare.trim_matches(['*', ' ']);
    let inner = bare.trim_matches(['-', '_', '=', ' ', ':', '：', '>', '—']);
    let alone = bare.ends_with([':', '：']) || bare.starts_with("begin ");
    let framed = bare.starts_with(['-', '_', '=', '—']) || alone;
    framed && EARLIER.iter().any(|words| inner.starts_with(words))
}

/// A date or an address and the verb at the end: "On Monday Ann <a@b> wrote:"
fn is_wrote(joined: &str) -> bool {
    let ended = joined.trim_end_matches(['*', '_', ' ']);
    let framed = ended
        .starts_with("--")
        .then(|| ended.trim_matches(['-', ' ']));
    let Some(bare) = ended.strip_suffix([':', '：']).or(framed) else {
        return false;
    };
    let bare = bare.trim_end_matches(['*', '_', ' ', '>', ')']).trim_end();
    let verb = WROTE
        .iter()
        .any(|verb| bare.ends_with(*verb) || bare.contains(&format!(" {verb} ")));
    let dated = joined.chars().any(char::is_numeric) || joined.contains(['@', '<']);
    verb && (dated || begins(joined)) && joined.chars().count() <= 400
}
