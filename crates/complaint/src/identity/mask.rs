//! A mask over texts: what is known of a person – name, address, number – is taken out of
//! whatever was written about the case. Pure. It knows what somebody gave as their
//! particulars, and finds it as it was written there; a nickname it cannot know.

use super::spaced::{ends_of, line_at, lines_of, number_at, run_at};
use crate::facts::Person;

/// Stands for what is not shown; the same in every language and direction.
pub const MASK: &str = "•••";
/// The same where an address of e-mail is expected.
const MASKED_EMAIL: &str = "•••@•••";

/// A shorter piece of a text says nothing about anybody.
const WHOLE_MIN: usize = 2;
const PART_MIN: usize = 3;
/// From here on a part is masked with an ending behind it too (Petrova, Petrovos).
const STEM_MIN: usize = 4;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mask {
    /// Found in any case of letters.
    whole: Vec<Vec<char>>,
    /// Words of a name, found as they are written.
    parts: Vec<Vec<char>>,
    /// Ends of telephone numbers.
    digits: Vec<Vec<char>>,
    /// Lines of addresses without what stands between letters and digits.
    lines: Vec<Vec<char>>,
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
        self.lines.extend(lines_of(&person.address));
    }

    pub(super) fn name(&mut self, name: &str) {
        self.whole(name);
        let words = name.split_whitespace();
        let words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        for word in words.filter(|word| word.chars().count() >= PART_MIN) {
            self.parts.push(word.chars().collect());
            self.parts.push(word.to_uppercase().chars().collect());
        }
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

    fn number(&mut self, phone: &str) {
        self.digits.extend(ends_of(phone));
    }

    pub(super) fn merge(&mut self, other: Mask) {
        self.whole.extend(other.whole);
        self.parts.extend(other.parts);
        self.digits.extend(other.digits);
        self.lines.extend(other.lines);
    }

    /// The longest first, so that a whole name goes before its parts.
    pub(super) fn sorted(mut self) -> Mask {
        let lists = [&mut self.whole, &mut self.parts];
        for list in lists.into_iter().chain([&mut self.digits, &mut self.lines]) {
            list.sort_by(|a, b| (b.len(), a).cmp(&(a.len(), b)));
            list.dedup();
        }
        self
    }

    fn is_empty(&self) -> bool {
        let lists = [&self.whole, &self.parts, &self.digits, &self.lines];
        lists.into_iter().all(Vec::is_empty)
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
        let whole = whole.map_or(0, Vec::len);
        let long = whole.max(line_at(rest, &self.lines));
        if long > 0 {
            return long;
        }
        let before = at.checked_sub(1).and_then(|at| text.get(at));
        // A number stands behind a word without a gap in some scripts, and inside a
        // longer number it is known all the same.
        if before.is_some_and(|c| c.is_numeric()) {
            return run_at(rest, &self.digits);
        }
        let number = number_at(rest, &self.digits);
        if number > 0 || before.is_some_and(|c| c.is_alphanumeric()) {
            return number;
        }
        let part = self.parts.iter().find(|it| is_word(rest, it));
        part.map_or(0, Vec::len)
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
