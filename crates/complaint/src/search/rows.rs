//! The rows of a case, as a pure function of its entries: a live index and a
//! rebuilt one hold the same. Every row carries the names and the subject of its
//! case, so that words of both can be asked for together.

use super::{
    named::{Names, all_named},
    scope,
};
use crate::{
    Complaint,
    facts::{ACCESS_CODE, CONFIRM_PAGE, FOLLOW_PAGE, Happened, Person, Received},
};
use redress_kernel::{Entry, Id};
use redress_store::{Blind, Field, Phrase};
use redress_text::{BREAK, pieces};
use serde_json::Value;
use std::sync::Arc;

/// A row's number: the entry that opened the case, the place of this entry in the
/// case, the piece of its text. The newest case has the highest.
const PLACE_BITS: u32 = 10;
const PIECE_BITS: u32 = 8;
const CASE_BITS: u32 = PLACE_BITS + PIECE_BITS;

/// What is written after this many entries of a case is not found by its words,
/// nor what stands behind this many pieces of one text.
const PLACES_MAX: i64 = 1 << PLACE_BITS;
const PIECES_MAX: usize = 1 << PIECE_BITS;

/// Where a case's rows begin and the next case's begin.
pub fn range(first: i64) -> (i64, i64) {
    (first << CASE_BITS, (first + 1) << CASE_BITS)
}

/// The case that a row belongs to, as the number of its first entry.
pub fn case_of(row: i64) -> i64 {
    row >> CASE_BITS
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub id: i64,
    pub complaint: Id,
    pub entry: i64,
    pub kind: String,
    pub scope: String,
    pub words: String,
}

/// What stands in every row of a case.
pub struct Head {
    complaint: Id,
    blind: Arc<Blind>,
    /// Its words are in no index: it is found by its reference and by whose it is.
    sensitive: bool,
    /// The case is in no list: its import was undone, or nobody confirmed it.
    gone: bool,
    scope: String,
    names: String,
    /// Whose names stand apart in every text of the case.
    apart: Names,
    /// In the row of the receipt only: reference, telephone, addresses.
    identifiers: String,
}

impl Head {
    pub fn of(case: &Complaint, blind: &Arc<Blind>) -> Head {
        let people = people(case);
        let former = case.former.iter();
        let apart = Names::of(&people.iter().copied().chain(former).collect::<Vec<_>>());
        Head {
            complaint: case.id,
            blind: blind.clone(),
            sensitive: case.sensitive,
            gone: case.unlisted(),
            scope: scope::of_case(case),
            names: names(case, &people, (&apart, blind)),
            identifiers: identifiers(case, &people, blind),
            apart,
        }
    }

    pub fn is_gone(&self) -> bool {
        self.gone
    }

    pub fn scope(&self) -> &str {
        &self.scope
    }

    /// The rows of one entry: none, when nobody wrote anything in it. The receipt has
    /// one even when its words are erased: its reference is found as before.
    pub fn rows(&self, first: i64, place: i64, entry: &Entry) -> Vec<Row> {
        let opening = entry.is::<Received>();
        if self.gone || place >= PLACES_MAX || !(opening || is_searched(entry)) {
            return Vec::new();
        }
        if self.sensitive && !opening {
            return Vec::new();
        }
        let written = Written::of(entry);
        let mut bodies = match self.sensitive {
            true => Vec::new(),
            false => pieces(&written.words.join("\n")).0,
        };
        let people = written
            .people
            .iter()
            .map(|name| all_named(&searched(name), &self.blind));
        let people = joined(people.collect());
        if bodies.is_empty() && (opening || !people.is_empty()) {
            bodies.push(String::new());
        }
        bodies.truncate(PIECES_MAX);
        let row = |(piece, body): (usize, String)| Row {
            id: (first << CASE_BITS) | (place << PIECE_BITS) | piece as i64,
            complaint: self.complaint,
            entry: entry.seq,
            kind: entry.kind.clone(),
            scope: self.scope.clone(),
            words: self.words(
                self.apart.apart(&body, &self.blind),
                (opening && piece == 0, &people),
                &entry.kind,
            ),
        };
        bodies.into_iter().enumerate().map(row).collect()
    }

    fn words(&self, mut words: String, (opening, people): (bool, &str), kind: &str) -> String {
        let identifiers = Some(self.identifiers.as_str()).filter(|_| opening);
        let more = [
            Some(self.names.as_str()),
            Some(people),
            identifiers,
            Some(&self.scope),
            scope::of_kind(kind),
        ];
        for part in more.into_iter().flatten().filter(|part| !part.is_empty()) {
            words.push(' ');
            words.push_str(BREAK);
            words.push(' ');
            words.push_str(part);
        }
        words
    }
}

/// Somebody wrote it, about this case. Letters that leave by themselves say the
/// same in every case: whoever looks for their words would find everything.
pub fn is_searched(entry: &Entry) -> bool {
    let by_itself = entry.kind == "queued" && entry.actor == Id::SYSTEM;
    entry.personal.present().is_some()
        && !by_itself
        && Happened::KINDS.contains(&entry.kind.as_str())
}

/// Parts of the personal half that are no text of their own: people come from the
/// case as it stands now, salts are numbers.
const NOT_TEXT: &[&str] = &[
    "complainant",
    "customer",
    "representative",
    "affected",
    "file_salts",
];

/// Parts that say who somebody is: found by their whole words, and never held in the
/// open.
const PEOPLE: &[&str] = &[
    "name", "from", "to", "with", "author", "email", "phone", "address",
];

/// Everything that people wrote in this entry, whatever its kind: a fact that is
/// added later is found without a change here.
pub fn texts(entry: &Entry) -> Vec<String> {
    let Written { mut words, people } = Written::of(entry);
    words.extend(people);
    words
}

/// What somebody wrote, apart from who somebody is.
#[derive(Default)]
struct Written {
    words: Vec<String>,
    people: Vec<String>,
}

impl Written {
    fn of(entry: &Entry) -> Written {
        let mut written = Written::default();
        for (name, value) in parts(entry) {
            written.collect(&name, value);
        }
        written
    }

    fn collect(&mut self, name: &str, value: Value) {
        match value {
            Value::String(text) if text.is_empty() => {}
            Value::String(text) if PEOPLE.contains(&name) => self.people.push(text),
            Value::String(text) if text.contains('\u{2063}') => {
                let text = text.replace(ACCESS_CODE, "").replace(FOLLOW_PAGE, "");
                self.words.push(text.replace(CONFIRM_PAGE, ""));
            }
            Value::String(text) => self.words.push(text),
            Value::Array(values) => {
                values
                    .into_iter()
                    .for_each(|value| self.collect(name, value));
            }
            Value::Object(values) => {
                values
                    .into_iter()
                    .for_each(|(name, value)| self.collect(&name, value));
            }
            _ => {}
        }
    }
}

fn parts(entry: &Entry) -> Vec<(String, Value)> {
    let personal = entry
        .personal
        .present()
        .map(|text| serde_json::from_str(text));
    let Some(Ok(Value::Object(personal))) = personal else {
        return Vec::new();
    };
    let letter = entry.kind == "queued";
    // To whom a letter went is who the case is about.
    let addressed = |name: &str| letter && (name == "to" || name == "name");
    let parts = personal.into_iter();
    parts
        .filter(|(name, _)| !addressed(name) && !NOT_TEXT.contains(&name.as_str()))
        .collect()
}

fn people(case: &Complaint) -> Vec<&Person> {
    let all = case.people();
    all.filter(|person| !person.is_empty()).collect()
}

/// Subject and names; each name once more for `from:`.
fn names(case: &Complaint, people: &[&Person], (apart, blind): (&Names, &Blind)) -> String {
    let mut parts = match case.sensitive {
        true => Vec::new(),
        false => vec![apart.apart(&searched(&case.subject), blind)],
    };
    for person in people {
        parts.extend([
            as_sender(&person.name, blind),
            all_named(&searched(&person.name), blind),
            as_sender(&person.email, blind),
        ]);
    }
    joined(parts)
}

fn identifiers(case: &Complaint, people: &[&Person], blind: &Blind) -> String {
    let mut parts = vec![
        searched(&case.reference),
        compact(&case.reference),
        searched(case.external_id.as_deref().unwrap_or_default()),
    ];
    for person in people {
        parts.extend([
            all_named(&searched(&person.email), blind),
            all_named(&searched(&person.phone), blind),
            phone(&person.phone, blind).unwrap_or_default(),
            all_named(&searched(&person.address), blind),
        ]);
    }
    joined(parts)
}

fn joined(parts: Vec<String>) -> String {
    let between = [" ", BREAK, " "].concat();
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(&between)
}

fn searched(text: &str) -> String {
    pieces(text).0.join(" ")
}

fn compact(reference: &str) -> String {
    redress_text::tokens(reference).concat()
}

/// Whose complaint it is, as only `from:` asks.
fn as_sender(text: &str, blind: &Blind) -> String {
    closed(&searched(text), Field::Sender, blind)
}

/// Each token as the index holds it of people; where one text ends and the next begins
/// stays to be seen.
pub fn closed(tokens: &str, field: Field, blind: &Blind) -> String {
    let tokens = tokens.split(' ').filter(|token| !token.is_empty());
    let closed: Vec<String> = tokens
        .map(|token| match token {
            BREAK => BREAK.to_owned(),
            token => blind.token(field, token),
        })
        .collect();
    closed.join(" ")
}

pub fn as_field(phrase: &Phrase, field: Field, blind: &Blind) -> Phrase {
    phrase
        .iter()
        .map(|token| blind.token(field, token))
        .collect()
}

/// The end of a telephone number: with or without the country in front.
pub fn phone(number: &str, blind: &Blind) -> Option<String> {
    const DIGITS: usize = 8;
    const DIGITS_MIN: usize = 6;
    let digits: String = redress_text::tokens(number).concat();
    let digits: Vec<char> = digits.chars().filter(char::is_ascii_digit).collect();
    let end = digits.get(digits.len().saturating_sub(DIGITS)..)?;
    let end = end.iter().collect::<String>();
    (end.len() >= DIGITS_MIN).then(|| blind.token(Field::Phone, &format!("tel_{end}")))
}
