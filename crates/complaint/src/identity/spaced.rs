//! What is written with gaps in it: a telephone number, a line of an address. Both are
//! compared without what stands between their letters and digits, in whichever digits
//! they are written. Pure, and only of values that are known: nothing is guessed.

use redress_kernel::fields::latin_digits;

/// Numbers are known by their end: with or without the country in front.
const DIGITS: usize = 8;
const DIGITS_MIN: usize = 6;
/// Country and area before that end: 00 370, +98 (0)21.
const BEFORE_MAX: usize = 7;
/// A number is not longer, with all that stands between its digits.
const RUN_MAX: usize = 64;
/// A shorter line of an address stands in many texts.
const LINE_MIN: usize = 6;
/// Between two letters of an address: a comma and the end of a line.
const GAP_MAX: usize = 4;

/// The ends by which the numbers in this field are known; somebody can have two.
pub(super) fn ends_of(phone: &str) -> Vec<Vec<char>> {
    let apart = |c: char| c == '/' || !(is_between(c) || digit(c).is_some());
    let numbers = std::iter::once(phone).chain(phone.split(apart));
    numbers.filter_map(end_of).collect()
}

fn end_of(number: &str) -> Option<Vec<char>> {
    let digits: Vec<char> = number.chars().filter_map(digit).collect();
    let from = digits.len().saturating_sub(DIGITS);
    let end = digits.get(from..).unwrap_or_default();
    (end.len() >= DIGITS_MIN).then(|| end.to_vec())
}

/// So many characters of this text are one of these numbers; 0: it begins with none.
pub(super) fn number_at(text: &[char], ends: &[Vec<char>]) -> usize {
    found(text, ends, BEFORE_MAX)
}

/// The same where digits stand before it: nothing more belongs to its beginning.
pub(super) fn run_at(text: &[char], ends: &[Vec<char>]) -> usize {
    match text.first() {
        Some(c) if digit(*c).is_some() => found(text, ends, 0),
        _ => 0,
    }
}

fn found(text: &[char], ends: &[Vec<char>], before: usize) -> usize {
    let begins = |c: &char| digit(*c).is_some() || matches!(c, '+' | '＋');
    if ends.is_empty() || !text.first().is_some_and(begins) {
        return 0;
    }
    let run = text.iter().take(RUN_MAX).enumerate();
    let run = run.take_while(|(_, c)| digit(**c).is_some() || is_between(**c));
    let digits: Vec<(usize, char)> = run
        .filter_map(|(at, c)| digit(*c).map(|digit| (at, digit)))
        .collect();
    let last = (0..=before).find_map(|from| {
        let rest = digits.get(from..)?;
        let end = ends.iter().find(|end| begins_with(rest, end))?;
        rest.get(end.len() - 1)
    });
    let Some((last, _)) = last else { return 0 };
    // What follows without a gap belongs to it.
    let tail = text.get(last + 1..).unwrap_or_default().iter();
    last + 1 + tail.take_while(|c| digit(**c).is_some()).count()
}

fn begins_with(digits: &[(usize, char)], end: &[char]) -> bool {
    let same = |((_, a), b): (&(usize, char), &char)| a == b;
    !end.is_empty() && digits.len() >= end.len() && digits.iter().zip(end).all(same)
}

/// The address as one, its lines, and the parts of these between commas; of the parts
/// those alone that hold a number, because a town or a country stands in many texts.
pub(super) fn lines_of(address: &str) -> Vec<Vec<char>> {
    let comma = |c: char| matches!(c, ',' | ';' | '،' | '，' | '、' | '\n' | '\r');
    let parts = std::iter::once(address)
        .chain(address.lines())
        .chain(address.split(comma));
    let mut all: Vec<Vec<char>> = parts.map(close).filter(|it| is_telling(it)).collect();
    all.sort();
    all.dedup();
    all
}

fn is_telling(line: &[char]) -> bool {
    let numbered = line.iter().any(char::is_ascii_digit);
    numbered && line.len() >= LINE_MIN && line.iter().any(|c| c.is_alphabetic())
}

/// So many characters of this text are one of these lines; 0: it begins with none.
pub(super) fn line_at(text: &[char], lines: &[Vec<char>]) -> usize {
    let found = lines.iter().map(|line| one_line_at(text, line));
    found.max().unwrap_or(0)
}

fn one_line_at(text: &[char], line: &[char]) -> usize {
    let mut at = 0;
    for known in line {
        let rest = text.get(at..).unwrap_or_default();
        let gap = rest.iter().take_while(|c| !c.is_alphanumeric()).count();
        let here = rest.get(gap).copied().map(plain);
        if gap > GAP_MAX || (at == 0 && gap > 0) || here != Some(*known) {
            return 0;
        }
        at += gap + 1;
    }
    // Number 70 is another house than number 7.
    let ends_in_digit = line.last().is_some_and(char::is_ascii_digit);
    let goes_on = text.get(at).is_some_and(|c| digit(*c).is_some());
    match ends_in_digit && goes_on {
        true => 0,
        false => at,
    }
}

fn close(line: &str) -> Vec<char> {
    let kept = line.chars().filter(|c| c.is_alphanumeric());
    kept.map(plain).collect()
}

fn plain(c: char) -> char {
    digit(c).unwrap_or_else(|| c.to_lowercase().next().unwrap_or(c))
}

/// As a Latin digit, if it is one that people type.
fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '۰'..='۹' | '٠'..='٩' | '０'..='９' => latin_digits(c.encode_utf8(&mut [0; 4]))
            .chars()
            .next()
            .filter(char::is_ascii_digit),
        _ => None,
    }
}

/// Stands between the digits of a number: spaces of all widths, hyphens, brackets, and
/// the marks of direction that come along where it was copied from.
fn is_between(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '+' | '-' | '.' | '/' | '(' | ')' | '·' | '＋' | '（' | '）' | '－'
        )
        || matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}
