//! A mask over texts: what is known of a person – name, address, number – is taken out of
//! whatever was written about the case. Pure. It knows what somebody gave as their
//! particulars, and finds it as it was written there; a nickname it cannot know.

use crate::facts::Person;
use redress_kernel::fields::latin_digits;

/// Stands for what is not shown; the same in every language and direction.
pub const MASK: &str = "•••";
/// The same where an address of e-mail is expected.
const MASKED_EMAIL: &str = "•••@•••";

/// A shorter piece of a text says nothing about anybody.
const WHOLE_MIN: usize = 2;
const PART_MIN: usize = 3;
/// From here on a part is masked with an ending behind it too (Petrova, Petrovos).
const STEM_MIN: usize = 4;
/// Numbers are known by their end: with or without the country in front.
const DIGITS: usize = 8;
const DIGITS_MIN: usize = 6;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mask {
    /// Found in any case of letters.
    whole: Vec<Vec<char>>,
    /// Words of a name, found as they are written.
    parts: Vec<Vec<char>>,
    /// Ends of telephone numbers.
    digits: Vec<Vec<char>>,
}

impl Mask {
    pub fn of<'a>(people: impl IntoIterator<Item = &'a Person>) -> Mask {
        let mut mask = Mask::default();
        people.into_iter().for_each(|person| mask.person(person));
        mask.sorted()
    }

    fn person(&mut self, person: &Person) {
        self.name(&person.name);
        self.whole(&person.email);
        self.number(&person.phone);
        person.address.lines().for_each(|line| self.line(line));
    }

    pub(super) fn name(&mut self, name: &str) {
        self.whole(name);
        let words = name.split_whitespace();
        let words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        let long = words.filter(|word| word.chars().count() >= PART_MIN);
        self.parts.extend(long.map(|word| word.chars().collect()));
    }

    pub(super) fn whole(&mut self, text: &str) {
        let text = text.trim();
        if text.chars().count() >= WHOLE_MIN {
            self.whole.push(text.chars().collect());
        }
    }

    /// A short line of an address (a country) stands in many texts.
    fn line(&mut self, line: &str) {
        if line.chars().any(|c| c.is_numeric()) {
            self.whole(line);
        }
    }

    pub(super) fn number(&mut self, phone: &str) {
        let digits: Vec<char> = digits_of(phone);
        let from = digits.len().saturating_sub(DIGITS);
        let end = digits.get(from..).unwrap_or_default();
        if end.len() >= DIGITS_MIN {
            self.digits.push(end.to_vec());
        }
    }

    pub(super) fn merge(&mut self, other: Mask) {
        self.whole.extend(other.whole);
        self.parts.extend(other.parts);
        self.digits.extend(other.digits);
    }

    /// The longest first, so that a whole name goes before its parts.
    pub(super) fn sorted(mut self) -> Mask {
        for list in [&mut self.whole, &mut self.parts, &mut self.digits] {
            list.sort_by(|a, b| (b.len(), a).cmp(&(a.len(), b)));
            list.dedup();
        }
        self
    }

    fn is_empty(&self) -> bool {
        self.whole.is_empty() && self.parts.is_empty() && self.digits.is_empty()
    }

    /// The text with the mask over everything that this person is known by.
    pub fn over(&self, text: &str) -> String {
        if self.is_empty() || text.is_empty() {
            return text.to_owned();
        }
        let chars: Vec<char> = text.chars().collect();
        let (mut shown, mut at) = (String::with_capacity(text.len()), 0);
        while let Some(c) = chars.get(at) {
            match self.found_at(&chars, at) {
                0 => {
                    shown.push(*c);
                    at += 1;
                }
                long => {
                    shown.push_str(MASK);
                    at += long;
                }
            }
        }
        shown
    }

    /// How many characters from here on are to be masked.
    fn found_at(&self, text: &[char], at: usize) -> usize {
        let rest = text.get(at..).unwrap_or_default();
        let whole = self.whole.iter().find(|it| begins(rest, it, same));
        if let Some(whole) = whole {
            return whole.len();
        }
        let before = at.checked_sub(1).and_then(|at| text.get(at));
        if before.is_some_and(|c| c.is_alphanumeric()) {
            return 0;
        }
        let part = self.parts.iter().find(|it| is_word(rest, it));
        part.map_or_else(|| self.number_at(rest), Vec::len)
    }

    fn number_at(&self, rest: &[char]) -> usize {
        if self.digits.is_empty() || !rest.first().is_some_and(|c| *c == '+' || is_digit(*c)) {
            return 0;
        }
        let inside =
            |c: &&char| is_digit(**c) || matches!(c, '+' | ' ' | '-' | '.' | '/' | '(' | ')');
        let run = rest.iter().take_while(inside).count();
        let run = rest.get(..run).unwrap_or_default();
        let last = run
            .iter()
            .rposition(|c| is_digit(*c))
            .map_or(0, |at| at + 1);
        let text: String = run.iter().take(last).collect();
        let digits = digits_of(&text);
        let known = self
            .digits
            .iter()
            .any(|end| digits.windows(end.len()).any(|it| it == end));
        if known { last } else { 0 }
    }
}

fn begins(text: &[char], with: &[char], same: fn(char, char) -> bool) -> bool {
    text.len() >= with.len() && with.iter().zip(text).all(|(a, b)| same(*a, *b))
}

fn same(a: char, b: char) -> bool {
    a == b || a.to_lowercase().eq(b.to_lowercase())
}

/// A word as it was written; a long one with an ending too.
fn is_word(text: &[char], word: &[char]) -> bool {
    let ends = || text.get(word.len()).is_none_or(|c| !c.is_alphanumeric());
    begins(text, word, |a, b| a == b) && (word.len() >= STEM_MIN || ends())
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '۰'..='۹' | '٠'..='٩' | '０'..='９')
}

fn digits_of(text: &str) -> Vec<char> {
    let latin = latin_digits(text);
    latin.chars().filter(char::is_ascii_digit).collect()
}

/// The person as somebody sees them who may not know who it is: which particulars there
/// are, and none of them. What leads to them still does, as far as a rule asks.
pub(super) fn masked(person: &Person, name: bool, contact: bool) -> Person {
    let over = |text: &str, mask: &str, hidden: bool| match (text.is_empty(), hidden) {
        (true, _) | (_, false) => text.to_owned(),
        (false, true) => mask.to_owned(),
    };
    Person {
        name: over(&person.name, MASK, name),
        email: over(&person.email, MASKED_EMAIL, contact),
        phone: over(&person.phone, MASK, contact),
        address: over(&person.address, MASK, contact),
    }
}
