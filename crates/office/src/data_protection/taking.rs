//! Erasing itself, in one transaction: every personal part of the cases with its salt
//! and files, and with them whatever listens to `erased` keeps beside the facts (mails
//! and their originals, words of the search, unsent texts, letters). What is left says
//! that there was a case, when, and how it was handled.

use super::{
    erasure::{Candidate, Erasure, Letter, Wait},
    facts::ErasureCarriedOut,
    records::ever_about,
};
use redress_complaint::{
    case::MessageState,
    facts::{Erased, MessageQueued},
    record::find,
    search::rows_on_file,
};
use redress_kernel::{By, Draft, Entry, Id, Instant};
use redress_store::{ERASED, Error, NewJob, Read, Tx, sql};
use serde_json::Value;
use std::collections::BTreeMap;

pub const CLEAR: &str = "erasure.clear";
/// Tried until an operator has granted what is missing: about four weeks of hours.
const ATTEMPTS: u32 = 700;

type Counts = BTreeMap<String, i64>;

/// What had become of the letter to the complainant.
pub fn letter_of(reader: &mut impl Read, erasure: &Erasure) -> Result<Letter, Error> {
    let Some(letter) = erasure.letter else {
        return Ok(Letter::None);
    };
    let case = find(reader, letter.complaint)?;
    let message = case.as_ref().and_then(|case| case.message(letter.message));
    Ok(match message.map(|message| message.state) {
        Some(MessageState::Queued) => Letter::Waiting,
        Some(MessageState::Sent) => Letter::Sent,
        Some(MessageState::Failed) => Letter::Failed,
        _ => Letter::None,
    })
}

/// Carries it out, or says why not now.
pub fn carry_out(
    tx: &mut Tx,
    erasure: &Erasure,
    cases: &[Candidate],
    now: Instant,
) -> Result<Result<(), Wait>, Error> {
    let letter = letter_of(tx, erasure)?;
    if let Err(wait) = erasure.ready(cases, letter, now) {
        return Ok(Err(wait));
    }
    let by = By::system(now);
    let mut counts = Counts::new();
    for case in &erasure.complaints {
        // Keys of a case's own go here, with what they lock.
        of_case(tx, *case, erasure, &by, &mut counts)?;
    }
    let told = ErasureCarriedOut {
        counts,
        letter: letter_word(letter).to_owned(),
    };
    tx.record(Draft::of(erasure.id, &told), &by)?;
    own_words(tx, erasure, &by)?;
    tx.enqueue(NewJob {
        kind: CLEAR,
        key: format!("{CLEAR}:{}", erasure.id),
        payload: erasure.id.to_string(),
        run_at: now,
        max_attempts: ATTEMPTS,
    })?;
    Ok(Ok(()))
}

fn letter_word(letter: Letter) -> &'static str {
    match letter {
        Letter::None => "none",
        Letter::Waiting => "not-sent",
        Letter::Sent => "sent",
        Letter::Failed => "failed",
    }
}

fn of_case(
    tx: &mut Tx,
    case: Id,
    erasure: &Erasure,
    by: &By,
    counts: &mut Counts,
) -> Result<(), Error> {
    let entries = tx.entries(case)?;
    let there: Vec<&Entry> = entries
        .iter()
        .filter(|entry| entry.personal.present().is_some())
        .filter(|entry| erasure.is_whole() || erasure.entries.contains(&entry.seq))
        .collect();
    if there.is_empty() {
        return Ok(());
    }
    add(counts, "cases", 1);
    for entry in &there {
        counted(entry, counts);
    }
    if erasure.is_whole() {
        let opened = entries.first().map_or(0, |first| first.seq);
        add(counts, "words", rows_on_file(tx, opened)?);
    }
    add(counts, "drafts", texts_about(tx, case)?);
    let fact = Erased {
        entries: there.iter().map(|entry| entry.seq).collect(),
        basis: erasure.basis.clone(),
    };
    let first = tx.record(Draft::of(case, &fact), by)?.seq;
    add(counts, "mails", mails_since(tx, first)?);
    Ok(())
}

fn counted(entry: &Entry, counts: &mut Counts) {
    add(counts, "facts", 1);
    if entry.is::<MessageQueued>() {
        add(counts, "letters", 1);
    }
    let text = entry.personal.present().map_or("", String::as_str);
    let value: Value = serde_json::from_str(text).unwrap_or_default();
    let files = value.get("file_salts").and_then(Value::as_object);
    add(counts, "files", files.map_or(0, |files| files.len() as i64));
}

fn add(counts: &mut Counts, what: &str, n: i64) {
    if n > 0 {
        *counts.entry(what.to_owned()).or_default() += n;
    }
}

/// Unsent texts of colleagues.
fn texts_about(tx: &mut Tx, case: Id) -> Result<i64, Error> {
    let query = sql("SELECT COUNT(*) FROM composer_text WHERE complaint = $1").arg(case);
    Ok(tx.one(&query, |row| row.int(0))?.unwrap_or_default())
}

/// What listeners erased after the case: its messages, each a fact of its own.
fn mails_since(tx: &mut Tx, first: i64) -> Result<i64, Error> {
    let query = sql(
        "SELECT COUNT(*) FROM journal_entry WHERE seq > $1 AND kind = $2
         AND about IN (SELECT id FROM mail_ledger)",
    );
    let counted = tx.one(&query.arg(first).arg(ERASED), |row| row.int(0))?;
    Ok(counted.unwrap_or_default())
}

/// Why it was asked for can name the person, too: in this request, and in whatever else
/// was ever asked or held about these cases.
fn own_words(tx: &mut Tx, erasure: &Erasure, by: &By) -> Result<(), Error> {
    let requests = match erasure.is_whole() {
        true => ever_about(tx, &erasure.complaints)?,
        false => [erasure.id].into(),
    };
    for request in requests {
        let entries = tx.entries(request)?;
        let there: Vec<i64> = entries
            .iter()
            .filter(|entry| entry.personal.present().is_some())
            .map(|entry| entry.seq)
            .collect();
        if !there.is_empty() {
            tx.erase(request, &there, &erasure.basis, by)?;
        }
    }
    Ok(())
}
