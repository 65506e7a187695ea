//! One form of each character: lower case, without diacritics, one digit for the
//! digits of all scripts, one Persian yeh and kaf, one Chinese character for its
//! traditional and simplified forms. Compatibility forms (full width, ligatures,
//! presentation forms) become the plain ones.

use crate::chinese;
use std::sync::LazyLock;
use unicode_normalization::char::{canonical_combining_class, decompose_compatible};

/// What a character is for the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Folded {
    /// Ends a word: spaces, punctuation, signs.
    Break,
    /// As if it were not there: diacritics, joiners, soft hyphens, directions.
    Nothing,
    /// Part of a word in a script that writes spaces.
    Letter(char),
    /// Part of a run in a script that writes none, or few.
    Paired(char),
    /// Several letters, such as ß.
    Letters(&'static str),
}

pub(crate) fn fold(c: char) -> Folded {
    match u32::from(c) {
        code @ 0..TABLE_END => TABLE.get(code as usize).copied().unwrap_or(Folded::Break),
        // The hexagrams of the I Ching stand between the characters and are signs.
        0x4dc0..=0x4dff => Folded::Break,
        0x3400..=0x9fff => Folded::Paired(chinese::fold(c)),
        0xac00..=0xd7a3 => Folded::Paired(c),
        0x20000..=0x323af if c.is_alphanumeric() => Folded::Paired(c),
        // Full width, as Chinese, Japanese and Korean keyboards write it.
        code @ 0xff01..=0xff5e => char::from_u32(code - 0xfee0).map_or(Folded::Break, fold),
        _ => worked_out(c),
    }
}

/// Up to here each character is worked out once and then looked up.
const TABLE_END: u32 = 0x3400;

static TABLE: LazyLock<Vec<Folded>> = LazyLock::new(|| {
    (0..TABLE_END)
        .map(|code| char::from_u32(code).map_or(Folded::Break, worked_out))
        .collect()
});

fn worked_out(c: char) -> Folded {
    if is_ignored(c) {
        return Folded::Nothing;
    }
    if let Some(letters) = spelled_out(c) {
        return Folded::Letters(letters);
    }
    // Korean letters by themselves (ㅋㅋ) and voiced kana would fall apart.
    if matches!(c, '\u{3131}'..='\u{318e}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}') {
        return Folded::Paired(c);
    }
    let mut parts = Vec::new();
    for lower in c.to_lowercase() {
        decompose_compatible(lower, |part| {
            // A compatibility form may open into capitals again.
            let plain = part
                .to_lowercase()
                .map(plain)
                .filter(|part| !is_ignored(*part));
            for part in plain {
                match spelled_out(part) {
                    Some(letters) => parts.extend(letters.chars()),
                    None => parts.push(part),
                }
            }
        });
    }
    match parts.as_slice() {
        [] => Folded::Nothing,
        [one] => of_class(*one),
        many if many
            .iter()
            .all(|c| matches!(of_class(*c), Folded::Letter(_))) =>
        {
            // A few dozen of them in all, made once.
            Folded::Letters(Box::leak(many.iter().collect::<String>().into_boxed_str()))
        }
        _ => Folded::Break,
    }
}

fn of_class(c: char) -> Folded {
    match digit(c) {
        Some(digit) => Folded::Letter(digit),
        None if is_paired(c) => Folded::Paired(chinese::fold(c)),
        None if c.is_alphanumeric() => Folded::Letter(c),
        None => Folded::Break,
    }
}

/// Scripts without spaces between words: Chinese, Japanese, and those of South-East
/// Asia; Korean too, whose particles stick to the word.
pub(crate) fn is_paired(c: char) -> bool {
    matches!(u32::from(c),
        0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff
        | 0x3005..=0x3007 | 0x3021..=0x3029 | 0x3040..=0x30fa | 0x30fc..=0x318f | 0x31a0..=0x31bf | 0x31f0..=0x31ff
        | 0x3400..=0x9fff | 0xac00..=0xd7a3 | 0x20000..=0x323af)
        && c.is_alphanumeric()
}

/// Marks above and below, and what is not seen at all.
fn is_ignored(c: char) -> bool {
    canonical_combining_class(c) != 0
        || matches!(u32::from(c),
            0x00ad | 0x034f | 0x061c | 0x0640 | 0x180b..=0x180e | 0x200b..=0x200f | 0x202a..=0x202e
            | 0x2060..=0x206f | 0xfe00..=0xfe0f | 0xfeff | 0xe0000..=0xe0fff)
}

/// Letters that decompose into nothing and are still typed without their stroke;
/// and the Persian letters that keyboards write in two ways.
fn plain(c: char) -> char {
    match c {
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ø' => 'o',
        'ħ' => 'h',
        'ŧ' => 't',
        'ı' => 'i',
        'ς' => 'σ',
        '\u{64a}' | '\u{649}' | '\u{6d2}' => '\u{6cc}',
        '\u{643}' => '\u{6a9}',
        '\u{629}' | '\u{6c1}' | '\u{6d5}' => '\u{647}',
        '\u{671}' => '\u{627}',
        other => other,
    }
}

fn spelled_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'þ' | 'Þ' => "th",
        _ => return None,
    })
}

/// Where the ten digits of each script begin (Unicode 15, general category Nd).
const ZEROS: [u32; 64] = [
    0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
    0x0de6, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90,
    0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650,
    0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16a60, 0x16ac0,
    0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e950,
];

fn digit(c: char) -> Option<char> {
    let code = u32::from(c);
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    let value = ZEROS
        .iter()
        .find_map(|zero| code.checked_sub(*zero).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

/// Korean syllables that came in as their parts, as file names of some systems do.
pub(crate) mod syllable {
    const LEADS: std::ops::RangeInclusive<u32> = 0x1100..=0x1112;
    const VOWELS: std::ops::RangeInclusive<u32> = 0x1161..=0x1175;
    const TAILS: std::ops::RangeInclusive<u32> = 0x11a8..=0x11c2;

    /// The syllable that begins here, and how many characters it takes.
    pub fn joined(lead: char, mut next: impl Iterator<Item = char>) -> Option<(char, usize)> {
        let lead = Some(u32::from(lead)).filter(|code| LEADS.contains(code))? - LEADS.start();
        let vowel = u32::from(next.next()?);
        let vowel = Some(vowel).filter(|code| VOWELS.contains(code))? - VOWELS.start();
        let tail = next
            .next()
            .map(u32::from)
            .filter(|code| TAILS.contains(code));
        let tail_number = tail.map_or(0, |code| code - TAILS.start() + 1);
        let syllable = char::from_u32(0xac00 + (lead * 21 + vowel) * 28 + tail_number)?;
        Some((syllable, 2 + usize::from(tail.is_some())))
    }
}
