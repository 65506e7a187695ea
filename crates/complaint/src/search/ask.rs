//! From what was typed to what is asked of the index and of the list: words
//! become tokens, operators conditions. An operator whose value means nothing
//! here is told to the person and never quietly left out.

use super::{rows, scope};
use crate::{case::Stage, facts::CATEGORIES, inbox::Queue};
use jiff::civil::Date;
use redress_kernel::{Id, Instant, Organisation};
use redress_store::{Blind, Error, Needle, Phrase, Read, sql};
use redress_text::{Field, Part, Query, tokens};

/// How a case stands, as `is:` asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Is {
    Queue(Queue),
    Stage(Stage),
    Safety,
}

/// `due:<3d` and `due:>2026-12-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    pub before: bool,
    pub at: Instant,
}

/// A search as understood.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub query: Query,
    pub needle: Needle,
    /// Of whom it is, and is not: asked only for eyes that may know names.
    pub from: Vec<Phrase>,
    pub not_from: Vec<Phrase>,
    pub is: Vec<Is>,
    pub due: Vec<Due>,
    pub categories: Vec<&'static str>,
    /// Parts whose value means nothing, by their place in `query.parts`.
    pub unknown: Vec<usize>,
}

impl Wanted {
    /// Does the list itself have to be asked, besides the index?
    pub fn has_conditions(&self) -> bool {
        !(self.is.is_empty() && self.due.is_empty() && self.categories.is_empty())
    }

    /// Nothing to ask of the index.
    pub fn asks_no_words(&self) -> bool {
        self.needle.is_empty() && self.from.is_empty()
    }

    pub fn is_empty(&self) -> bool {
        self.asks_no_words() && !self.has_conditions()
    }
}

/// What somebody who asks can call things by: the label of a code in their own
/// language, as `("stage", "closed")`.
pub type Label<'a> = &'a dyn Fn(&str, &str) -> String;

/// The operators of this language, besides their English names.
pub fn operators(label: Label) -> Vec<(String, Field)> {
    Field::ALL
        .into_iter()
        .map(|field| (label("search-op", field.name()), field))
        .collect()
}

pub fn understand(
    reader: &mut impl Read,
    typed: &str,
    label: Label,
    now: Instant,
    organisation: &Organisation,
) -> Result<Wanted, Error> {
    let names = operators(label);
    let names: Vec<(&str, Field)> = names.iter().map(|(name, f)| (name.as_str(), *f)).collect();
    let query = Query::read(typed, &names);
    let blind = reader.blind()?;
    let mut wanted = Wanted {
        needle: Needle {
            all: query.words(false).cloned().collect(),
            none: query.words(true).cloned().collect(),
            one_of: Vec::new(),
        },
        query,
        ..Wanted::default()
    };
    for (place, part) in wanted.query.parts.clone().iter().enumerate() {
        let known = match part.field {
            None => true,
            Some(Field::From) => from(&mut wanted, part, &blind),
            Some(Field::Unit) => unit(reader, &mut wanted.needle, part)?,
            Some(_) if part.without => false,
            Some(Field::Is) => is(part, label).map(|is| wanted.is.push(is)).is_some(),
            Some(Field::Due) => due(&part.typed, now, organisation)
                .map(|due| wanted.due.push(due))
                .is_some(),
            Some(Field::Category) => {
                let found = categories(part, label);
                wanted.categories.extend(&found);
                !found.is_empty()
            }
        };
        if !known {
            wanted.unknown.push(place);
        }
    }
    if wanted.asks_no_words() {
        wanted.unknown = without_a_word(&wanted);
    }
    Ok(wanted)
}

/// Nothing can be left out of no words: those parts are told, too.
fn without_a_word(wanted: &Wanted) -> Vec<usize> {
    let parts = wanted.query.parts.iter().enumerate();
    let told = parts.filter(|(place, part)| part.without || wanted.unknown.contains(place));
    told.map(|(place, _)| place).collect()
}

fn from(wanted: &mut Wanted, part: &Part, blind: &Blind) -> bool {
    let sender = redress_store::Field::Sender;
    let marked = part
        .phrases
        .iter()
        .map(|phrase| rows::as_field(phrase, sender, blind));
    match part.without {
        true => wanted.not_from.extend(marked),
        false => wanted.from.extend(marked),
    }
    !part.phrases.is_empty()
}

/// Units whose name has these words.
fn unit(reader: &mut impl Read, needle: &mut Needle, part: &Part) -> Result<bool, Error> {
    let wanted = tokens(&part.typed);
    let all = sql("SELECT id, name FROM unit ORDER BY name, id LIMIT 1000");
    let all: Vec<(Id, String)> = reader.rows(&all, |row| Ok((row.id(0)?, row.text(1)?)))?;
    let named = |name: &str| {
        let name = tokens(name);
        !wanted.is_empty() && wanted.iter().all(|token| name.contains(token))
    };
    let found: Vec<Phrase> = all
        .iter()
        .filter(|(_, name)| named(name))
        .map(|(id, _)| vec![scope::unit(Some(*id))])
        .collect();
    let known = !found.is_empty();
    match part.without {
        true => needle.none.extend(found),
        false if known => needle.one_of.push(found),
        false => {}
    }
    Ok(known)
}

fn is(part: &Part, label: Label) -> Option<Is> {
    let typed = tokens(&part.typed);
    let called = |prefix: &str, code: &str| {
        !typed.is_empty() && (typed == tokens(code) || typed == tokens(&label(prefix, code)))
    };
    if called("search-is", "safety") {
        return Some(Is::Safety);
    }
    if called("search-is", "open") {
        return Some(Is::Queue(Queue::All));
    }
    let queue = Queue::ALL.into_iter().filter(|queue| *queue != Queue::All);
    let mut queue = queue.filter(|queue| called("search-is", queue.name()));
    let mut stages = Stage::ALL.into_iter();
    queue.next().map(Is::Queue).or_else(|| {
        stages
            .find(|stage| called("stage", stage.name()))
            .map(Is::Stage)
    })
}

/// `<3d`, `3` (days), `<2026-12-01`, `>today`. Without a sign it means "by then".
fn due(typed: &str, now: Instant, organisation: &Organisation) -> Option<Due> {
    let typed = redress_kernel::fields::latin_digits(typed);
    let (before, value) = match typed.chars().next()? {
        '<' | '＜' => (true, typed.get(typed.chars().next()?.len_utf8()..)?),
        '>' | '＞' => (false, typed.get(typed.chars().next()?.len_utf8()..)?),
        _ => (true, typed.as_str()),
    };
    let zone = organisation.zone();
    let today = now.date_in(&zone);
    let day: Date = match value.trim_start_matches('=') {
        "today" => today,
        value => match value.parse::<Date>() {
            Ok(day) => day,
            Err(_) => {
                let days: i64 = value
                    .trim_end_matches(|c: char| !c.is_ascii_digit())
                    .parse()
                    .ok()?;
                today
                    .checked_add(jiff::Span::new().try_days(days).ok()?)
                    .ok()?
            }
        },
    };
    Some(Due {
        before,
        at: organisation.calendar().end_of(day),
    })
}

/// By code, or by words of the label: `category:03`, `category:bill`.
fn categories(part: &Part, label: Label) -> Vec<&'static str> {
    let typed = tokens(&part.typed);
    let named = |code: &&&'static str| {
        let name = tokens(&label("problem", code));
        part.typed == ***code
            || (!typed.is_empty() && typed.iter().all(|token| name.contains(token)))
    };
    CATEGORIES.iter().filter(named).copied().collect()
}
