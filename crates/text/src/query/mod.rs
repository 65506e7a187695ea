//! What a person typed into the search field: words, "phrases", -without and
//! operators such as `from:`. Operators are known by their English name and by
//! those handed in, so that each language has its own words for them.

mod read;
#[cfg(test)]
mod tests;

use crate::analyse;
use std::ops::Range;

/// Tokens that stand next to each other.
pub type Phrase = Vec<String>;

/// A longer phrase is compared by its beginning.
const PHRASE_MAX: usize = 32;
/// More than these are not read: the field takes 200 characters.
const PARTS_MAX: usize = 24;

/// What can be asked besides words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// Who complains, or writes.
    From,
    /// How the case stands: open, closed, overdue.
    Is,
    /// Due before a day, or within so many days.
    Due,
    Category,
    Unit,
}

impl Field {
    pub const ALL: [Field; 5] = [
        Field::From,
        Field::Is,
        Field::Due,
        Field::Category,
        Field::Unit,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Field::From => "from",
            Field::Is => "is",
            Field::Due => "due",
            Field::Category => "category",
            Field::Unit => "unit",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it stands in what was typed.
    pub span: Range<usize>,
    /// -word: what has it is not wanted.
    pub without: bool,
    /// None: words. Otherwise the operator whose value `typed` is.
    pub field: Option<Field>,
    /// As typed, without quotes, minus and operator.
    pub typed: String,
    /// What has to stand in a text, each of them.
    pub phrases: Vec<Phrase>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    pub typed: String,
    pub parts: Vec<Part>,
}

impl Query {
    /// `names`: further names of operators, as (name, field).
    pub fn read(typed: &str, names: &[(&str, Field)]) -> Query {
        let mut parts = read::parts(typed, names);
        parts.retain(|part| !part.phrases.is_empty() || part.field.is_some());
        parts.truncate(PARTS_MAX);
        Query {
            typed: typed.to_owned(),
            parts,
        }
    }

    /// What has to be there and what must not, of the words alone.
    pub fn words(&self, without: bool) -> impl Iterator<Item = &Phrase> {
        self.parts
            .iter()
            .filter(move |part| part.field.is_none() && part.without == without)
            .flat_map(|part| &part.phrases)
    }

    pub fn fields(&self, field: Field) -> impl Iterator<Item = &Part> {
        self.parts
            .iter()
            .filter(move |part| part.field == Some(field))
    }

    /// What to type to ask the same without this part.
    pub fn without(&self, part: &Part) -> String {
        let before = self.typed.get(..part.span.start).unwrap_or_default();
        let after = self.typed.get(part.span.end..).unwrap_or_default();
        [before.trim_end(), after.trim_start()]
            .join(" ")
            .trim()
            .to_owned()
    }

    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }
}

/// The phrases of a word or of a text in quotes. Where a script changes without
/// a space (5G網) the two sides are asked for on their own: what follows there in
/// a text may make another pair of the second.
pub fn phrases(text: &str) -> Vec<Phrase> {
    let mut phrases: Vec<Phrase> = Vec::new();
    analyse(text, |token| match phrases.last_mut() {
        Some(phrase) if !token.glued => phrase.push(token.text.to_owned()),
        _ => phrases.push(vec![token.text.to_owned()]),
    });
    phrases
        .iter_mut()
        .for_each(|phrase| phrase.truncate(PHRASE_MAX));
    phrases
}
