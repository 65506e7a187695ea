//! Cases that may be about the same: by reference, telephone or address at once,
//! by words as far as the newest cases share them. For whoever types a new
//! complaint while the caller speaks, and for the case page.

use super::{find::load, named::exactly, rows, scope};
use crate::inbox::InboxRow;
use redress_kernel::{Actor, Id};
use redress_store::{Blind, Error, Needle, Phrase, Read, sql};
use redress_text::{BREAK, query::phrases, tokens};
use std::collections::{BTreeMap, HashSet};

/// What is known; anything may be empty.
#[derive(Debug, Clone, Default)]
pub struct Like<'a> {
    pub words: &'a str,
    pub phone: &'a str,
    pub email: &'a str,
    /// A reference or the number in another system.
    pub reference: &'a str,
    /// A whole name, as it was given.
    pub name: &'a str,
    /// The case itself, which is not to be proposed.
    pub except: Option<Id>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    Reference,
    Phone,
    Email,
    Name,
    Words,
}

#[derive(Clone)]
pub struct Similar {
    pub row: InboxRow,
    pub why: Why,
    /// For words: how many of a hundred they share. Otherwise 100.
    pub percent: u8,
}

/// So many words of a text are looked for, the longest first: they are rare.
const WORDS: usize = 8;
/// Of the newest rows that have one of them, so many are compared.
const COMPARED: i64 = 150;
/// Fewer shared words than this say nothing.
const PERCENT_MIN: usize = 30;
const SHARED_MIN: usize = 3;

pub fn similar(
    reader: &mut impl Read,
    viewer: &Actor,
    like: &Like,
    limit: usize,
) -> Result<Vec<Similar>, Error> {
    let mut found: BTreeMap<i64, (Why, u8, i64)> = BTreeMap::new();
    let blind = reader.blind()?;
    for (why, needle) in identifiers(like, &blind) {
        let needle = scope::seen_by(reader, needle, viewer)?;
        for row in reader.matching(&needle, i64::MAX, limit as i64 * 4)? {
            found.entry(rows::case_of(row)).or_insert((why, 100, row));
        }
    }
    for (percent, row) in by_words(reader, viewer, like.words)? {
        found
            .entry(rows::case_of(row))
            .or_insert((Why::Words, percent, row));
    }
    let mut ordered: Vec<(Why, u8, i64)> = found.into_values().collect();
    ordered.sort_by(|a, b| (a.0, b.1, b.2).cmp(&(b.0, a.1, a.2)));
    // One more, because the case itself may be among them.
    ordered.truncate(limit + 1);
    let numbers: Vec<i64> = ordered.iter().map(|(.., row)| *row).collect();
    let hits = load(reader, viewer, &numbers)?;
    Ok(ordered
        .into_iter()
        .filter_map(|(why, percent, number)| {
            let hit = hits.iter().find(|hit| hit.number == Some(number))?;
            Some(Similar {
                row: hit.row.clone(),
                why,
                percent,
            })
        })
        .filter(|similar| Some(similar.row.id) != like.except)
        .take(limit)
        .collect())
}

fn identifiers(like: &Like, blind: &Blind) -> Vec<(Why, Needle)> {
    let whole = |text: &str| -> Vec<Phrase> {
        phrases(text)
            .into_iter()
            .filter(|p| !p.is_empty())
            .collect()
    };
    let phone = rows::phone(like.phone, blind).map(|token| vec![vec![token]]);
    [
        (Why::Reference, whole(like.reference)),
        (Why::Phone, phone.unwrap_or_default()),
        (Why::Email, exactly(like.email, blind)),
        (Why::Name, exactly(like.name, blind)),
    ]
    .into_iter()
    .filter(|(_, all)| !all.is_empty())
    .map(|(why, all)| {
        let needle = Needle {
            all,
            ..Needle::default()
        };
        (why, needle)
    })
    .collect()
}

/// The newest rows that share a word, with how much they share.
fn by_words(reader: &mut impl Read, viewer: &Actor, words: &str) -> Result<Vec<(u8, i64)>, Error> {
    let mut mine: Vec<String> = tokens(words);
    mine.retain(|token| token.chars().count() > 1);
    mine.sort();
    mine.dedup();
    if mine.len() < SHARED_MIN {
        return Ok(Vec::new());
    }
    let mut rare = mine.clone();
    rare.sort_by_key(|token| std::cmp::Reverse(token.len()));
    let needle = Needle {
        one_of: vec![
            rare.into_iter()
                .take(WORDS)
                .map(|token| vec![token])
                .collect(),
        ],
        ..Needle::default()
    };
    let needle = scope::seen_by(reader, needle, viewer)?;
    let newest = reader.matching(&needle, i64::MAX, COMPARED)?;
    let mine: HashSet<&str> = mine.iter().map(String::as_str).collect();
    let mut found = Vec::new();
    for list in super::find::lists(&newest) {
        let query = sql("SELECT id, words FROM search_row WHERE id IN (")
            .bind_all(list)
            .push(") ORDER BY id DESC");
        let shares = reader.rows(&query, |row| {
            let share = row.with_text(1, |words| share(&mine, words.unwrap_or_default()))?;
            Ok((share, row.int(0)?))
        })?;
        found.extend(
            shares
                .into_iter()
                .filter_map(|(share, row)| Some((share?, row))),
        );
    }
    Ok(found)
}

/// Of a hundred: the words that both have, of those in the smaller text.
fn share(mine: &HashSet<&str>, words: &str) -> Option<u8> {
    let own = words.split(' ').take_while(|word| *word != BREAK);
    let theirs: HashSet<&str> = own.filter(|word| word.chars().count() > 1).collect();
    let both = mine.intersection(&theirs).count();
    let percent = both * 100 / mine.len().min(theirs.len()).max(1);
    (both >= SHARED_MIN && percent >= PERCENT_MIN).then_some(percent.min(100) as u8)
}
