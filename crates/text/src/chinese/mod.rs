//! Traditional and simplified characters as one: both are searched as the
//! simplified form. The table is OpenCC's (its licence stands in it); what it
//! keeps apart because a converter must, and a search need not, is added here.

use std::sync::LazyLock;

const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9fff;

static TABLE: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let mut table: Vec<u16> = (FIRST as u16..=LAST as u16).collect();
    let from_table = include_str!("table.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(pairs);
    for (from, to) in from_table.chain(ALSO.iter().copied()) {
        set(&mut table, from, to);
    }
    table
});

/// Characters that one writer keeps apart and another does not: 著 in 著名 and
/// 着, the two accounts, and the pronouns that simplified Chinese dropped.
const ALSO: [(char, char); 8] = [
    ('著', '着'),
    ('帐', '账'),
    ('帳', '账'),
    ('賬', '账'),
    ('妳', '你'),
    ('牠', '它'),
    ('祂', '它'),
    ('彷', '仿'),
];

fn pairs(line: &str) -> Vec<(char, char)> {
    let all: Vec<char> = line.chars().collect();
    all.chunks_exact(2)
        .filter_map(|pair| Some((*pair.first()?, *pair.get(1)?)))
        .collect()
}

fn set(table: &mut [u16], from: char, to: char) {
    let place = u32::from(from).checked_sub(FIRST);
    if let (Some(slot), Ok(to)) = (
        place.and_then(|place| table.get_mut(place as usize)),
        u16::try_from(u32::from(to)),
    ) {
        *slot = to;
    }
}

pub(crate) fn fold(c: char) -> char {
    let place = u32::from(c).wrapping_sub(FIRST);
    TABLE
        .get(place as usize)
        .and_then(|code| char::from_u32(u32::from(*code)))
        .unwrap_or(c)
}

/// Italy is 義大利 in Taipei and 意大利 in Beijing: the one common name whose
/// first character is another word, told by the two after it.
pub(crate) fn fold_name(before: Option<char>, next: [Option<char>; 2]) -> Option<char> {
    match (before, next) {
        (Some('义'), [Some('大'), Some('利')]) => Some('意'),
        _ => None,
    }
}
