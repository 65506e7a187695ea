//! Does what was typed fit a label? Every typed word has to be found in order,
//! letter by letter; the fewer gaps and the nearer to beginnings of words, the
//! better. Letters of the six languages count as people type them.

use redress_kernel::fields::latin_digits;

/// How well it fits, None when it does not; the higher the better.
pub fn fits(typed: &str, label: &str) -> Option<i32> {
    let label: Vec<char> = folded(label).chars().collect();
    let mut total = 0;
    for word in folded(typed).split_whitespace() {
        total += word_fits(word, &label)?;
    }
    // Of two that fit alike the shorter one is meant.
    Some(total * 256 - i32::try_from(label.len()).unwrap_or(i32::MAX).min(200))
}

/// The best of all places where the word can begin.
fn word_fits(word: &str, label: &[char]) -> Option<i32> {
    let letters: Vec<char> = word.chars().collect();
    let first = letters.first()?;
    let starts = label.iter().enumerate().filter(|(_, c)| *c == first);
    starts
        .filter_map(|(from, _)| from_here(&letters, label, from))
        .max()
}

fn from_here(letters: &[char], label: &[char], from: usize) -> Option<i32> {
    let (mut at, mut score, mut before) = (from, 0, None);
    for letter in letters {
        let rest = label.get(at..)?;
        at += rest.iter().position(|c| c == letter)?;
        let begins = at == 0 || label.get(at - 1).is_some_and(|c| !c.is_alphanumeric());
        let follows = before.is_some_and(|before| before + 1 == at);
        score += 1 + if begins { 6 } else { 0 } + if follows { 4 } else { 0 };
        score -= match before {
            // A letter far away was hardly meant.
            Some(before) => i32::try_from(at - before - 1).unwrap_or(99).min(9) / 2,
            None => 0,
        };
        before = Some(at);
        at += 1;
    }
    (score > 0).then_some(score)
}

/// Lower case, one form of digits and Persian letters, Lithuanian letters without
/// their marks, Hangul as its letters (so that half a syllable already fits).
fn folded(text: &str) -> String {
    searchable(text).chars().flat_map(plain).collect()
}

fn searchable(text: &str) -> String {
    latin_digits(&text.to_lowercase())
        .chars()
        .filter(|c| !matches!(c, '\u{200c}' | '\u{200d}'))
        .map(|c| match c {
            '\u{64a}' | '\u{649}' => '\u{6cc}',
            '\u{643}' => '\u{6a9}',
            other => other,
        })
        .collect()
}

fn plain(c: char) -> Vec<char> {
    let latin = match c {
        'ą' => 'a',
        'č' => 'c',
        'ę' | 'ė' => 'e',
        'į' => 'i',
        'š' => 's',
        'ų' | 'ū' => 'u',
        'ž' => 'z',
        'آ' | 'أ' | 'إ' => 'ا',
        '\u{ac00}'..='\u{d7a3}' => return hangul(c),
        other => other,
    };
    vec![latin]
}

/// A syllable as the letters in which it is typed.
fn hangul(c: char) -> Vec<char> {
    const FIRST: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    const MIDDLE: &str = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    const LAST: &str = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    let index = (c as usize).saturating_sub(0xac00);
    let (first, middle, last) = (index / 588, index % 588 / 28, index % 28);
    let last = last.checked_sub(1).and_then(|last| LAST.chars().nth(last));
    FIRST
        .chars()
        .nth(first)
        .into_iter()
        .chain(MIDDLE.chars().nth(middle))
        .chain(last)
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_few_letters_find_a_label_in_each_of_the_six_languages() {
        for (typed, label) in [
            ("asgn", "Assign to a colleague"),
            ("배정", "담당자 배정"),
            ("배저", "담당자 배정"),
            ("指派", "指派給同事"),
            ("分派", "分派给同事"),
            ("uzda", "Uždaryti skundą"),
            ("ارجاع", "ارجاع به همكار"),
            ("همکار", "ارجاع به همكار"),
        ] {
            assert!(fits(typed, label).is_some(), "{typed} {label}");
        }
        assert_eq!(fits("zebra", "Assign to a colleague"), None);
        assert_eq!(
            fits("ngissa", "Assign"),
            None,
            "letters stand in their order"
        );
    }

    #[test]
    fn the_beginning_of_a_word_counts_for_more_than_its_middle() {
        let better = |typed: &str, one: &str, other: &str| {
            let (one, other) = (fits(typed, one).unwrap(), fits(typed, other).unwrap());
            assert!(one > other, "{typed}: {one} {other}");
        };
        better("close", "Close complaint", "Disclose to the regulator");
        better("na", "New assessment", "Explanation");
        better("note", "Note", "Note for the manager of the unit");
        better("add ", "Add note", "Add a point");
    }

    #[test]
    fn all_typed_words_have_to_fit() {
        assert!(fits("letter print", "Print the letter").is_some());
        assert_eq!(fits("letter zzz", "Print the letter"), None);
        assert!(fits("", "Anything").is_some());
    }
}
