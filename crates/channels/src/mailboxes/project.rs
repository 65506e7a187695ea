//! The ledger and the mailboxes, from the journal.

use super::facts::{
    MailTaken, MailText, MailboxAdded, MailboxChanged, MailboxClosed, MailboxReconciled,
    MailboxTerms,
};
use crate::{
    mail::{Erasing, MailSorted, fate},
    mail_columns::{MESSAGE_ID, REASONS, SENDER, SUBJECT},
    mail_seen::UNKNOWN,
};
use redress_kernel::{Entry, Fact, journal::Known};
use redress_store::{ERASED, Error, Field, Read, Sql, Tx, sql};

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        MailTaken::KIND => taken(tx, entry, entry.read::<MailTaken>()?),
        MailSorted::KIND => sorted(tx, entry, &entry.read::<MailSorted>()?.fact),
        MailboxReconciled::KIND => reconciled(tx, entry, &entry.read::<MailboxReconciled>()?.fact),
        MailboxAdded::KIND => added(tx, entry, &entry.read::<MailboxAdded>()?.fact.terms),
        MailboxChanged::KIND => changed(tx, entry, &entry.read::<MailboxChanged>()?.fact.terms),
        MailboxClosed::KIND => closed(tx, entry),
        ERASED => erased(tx, entry),
        _ => Ok(()),
    }
}

fn taken(tx: &mut Tx, entry: &Entry, known: Known<MailTaken>) -> Result<(), Error> {
    let text = known.personal.present().cloned().unwrap_or_default();
    // Of what was erased nothing is closed: it has no key any more.
    let reasons = match known.personal.is_erased() {
        true => String::new(),
        false => reasons(&known.fact.reasons, &text.seen),
    };
    let fact = known.fact;
    let concerns = concerns(tx, &fact)?;
    checked(tx, entry, &fact, &text)?;
    let query = sql("INSERT INTO mail_ledger (id, mailbox, uid_validity, uid, content, message_id, bytes, arrived_at,
           fate, complaint, same_as, file, sender, subject, reasons, entry, recorded_at, whole, concerns, says,
           sender_token, message_token)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)");
    let (mail, blind) = (entry.about, tx.blind()?);
    let query = query
        .arg(mail)
        .arg(fact.mailbox)
        .arg(i64::from(fact.uid_validity))
        .arg(i64::from(fact.uid))
        .arg(fact.content.as_str())
        .arg(tx.close(MESSAGE_ID, mail, &text.message_id)?)
        .arg(fact.bytes)
        .arg(fact.arrived_at)
        .arg(fact.fate.as_str())
        .arg(fact.complaint)
        .arg(fact.same_as)
        .arg(fact.files.first().map(|file| file.file))
        .arg(tx.close(SENDER, mail, &text.from)?)
        .arg(tx.close(SUBJECT, mail, &text.subject)?)
        .arg(tx.close(REASONS, mail, &reasons)?)
        .arg(entry.seq)
        .arg(entry.recorded_at)
        .arg(i64::from(!is_partial(&fact)))
        .arg(concerns)
        .arg(fact.says.as_str())
        .arg(blind.email(&text.from))
        .arg(blind.token(Field::Message, &text.message_id));
    tx.execute(&query).map(|_| ())
}

/// Facts of before there was a word for it say it by their fate.
fn is_partial(fact: &MailTaken) -> bool {
    fact.partial || fact.fate == fate::TOO_LARGE
}

fn checked(tx: &mut Tx, entry: &Entry, fact: &MailTaken, text: &MailText) -> Result<(), Error> {
    let Some(checks) = &fact.checks else {
        return Ok(());
    };
    let query = sql(
        "INSERT INTO mail_checked (mail, entry, spf, dkim, dmarc, domain, signer)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    );
    let query = query.arg(entry.about).arg(entry.seq);
    let query = query
        .arg(checks.spf.as_str())
        .arg(checks.dkim.as_str())
        .arg(checks.dmarc.as_str());
    let query = query.arg(text.domain.as_str()).arg(text.signer.as_str());
    tx.execute(&query).map(|_| ())
}

/// The case that decides who may see it; a copy speaks of what the first speaks of.
fn concerns(tx: &mut Tx, fact: &MailTaken) -> Result<String, Error> {
    let first = sql("SELECT concerns FROM mail_ledger WHERE id = $1");
    let first = match fact.same_as {
        Some(id) => tx.one(&first.arg(id), |row| row.text(0))?,
        None => None,
    };
    let case = fact.complaint.or(fact.concerns);
    let none = || match fact.looked_for {
        true => String::new(),
        false => UNKNOWN.to_owned(),
    };
    let its = case.map(|case| case.to_string()).or(first);
    Ok(its.unwrap_or_else(none))
}

/// A line each: the code, and where it was seen.
fn reasons(codes: &[String], seen: &[String]) -> String {
    let seen = seen.iter().map(String::as_str).chain(std::iter::repeat(""));
    let lines = codes.iter().zip(seen);
    let lines = lines.map(|(code, seen)| format!("{code}\t{}", seen.replace('\n', " ")));
    lines.collect::<Vec<_>>().join("\n")
}

fn sorted(tx: &mut Tx, entry: &Entry, fact: &MailSorted) -> Result<(), Error> {
    let query = sql("UPDATE mail_ledger SET fate = $2, complaint = $3 WHERE id = $1");
    let query = query.arg(entry.about).arg(fact.fate.as_str());
    tx.execute(&query.arg(fact.complaint))?;
    let Some(case) = fact.complaint else {
        return Ok(());
    };
    let its = [
        sql("UPDATE mail_ledger SET concerns = $2 WHERE id = $1"),
        sql("UPDATE mail_ledger SET concerns = $2 WHERE same_as = $1"),
    ];
    its.into_iter()
        .try_for_each(|query| tx.execute(&query.arg(entry.about).arg(case)).map(|_| ()))
}

fn reconciled(tx: &mut Tx, entry: &Entry, fact: &MailboxReconciled) -> Result<(), Error> {
    let query = sql("INSERT INTO mail_reconciled (mailbox, uid_validity, compared_at, on_server, accounted, missing, gone)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (mailbox) DO UPDATE SET uid_validity = excluded.uid_validity, compared_at = excluded.compared_at,
           on_server = excluded.on_server, accounted = excluded.accounted, missing = excluded.missing,
           gone = excluded.gone");
    let query = query
        .arg(fact.mailbox)
        .arg(i64::from(fact.uid_validity))
        .arg(entry.recorded_at)
        .arg(fact.on_server)
        .arg(fact.accounted)
        .arg(fact.on_server - fact.accounted)
        .arg(fact.gone);
    tx.execute(&query).map(|_| ())
}

/// What it says of itself goes with its bytes; its line and its fate stay.
fn erased(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let Some(erasing) = Erasing::of(entry) else {
        return Ok(());
    };
    erasing.entries.into_iter().try_for_each(|seq| {
        let query = sql(
            "UPDATE mail_ledger SET message_id = '', file = NULL, sender = '', subject = '', reasons = '',
               sender_token = '', message_token = ''
             WHERE entry = $1",
        );
        tx.execute(&query.arg(seq))?;
        let query = sql("UPDATE mail_checked SET domain = '', signer = '' WHERE entry = $1");
        tx.execute(&query.arg(seq)).map(|_| ())
    })
}

fn added(tx: &mut Tx, entry: &Entry, terms: &MailboxTerms) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO mailbox (id, name, terms, added_at, changed_at, closed_at, unit, language, address)
         VALUES ($1, $2, $3, $4, $4, NULL, $5, $6, $7)",
    );
    let query = query.arg(entry.about).arg(terms.name.as_str());
    let query = query.arg(written(terms)?).arg(entry.recorded_at);
    tx.execute(&of_others(query, terms)).map(|_| ())
}

fn changed(tx: &mut Tx, entry: &Entry, terms: &MailboxTerms) -> Result<(), Error> {
    let query = sql(
        "UPDATE mailbox SET name = $2, terms = $3, changed_at = $4, unit = $5,
           language = $6, address = $7 WHERE id = $1",
    );
    let query = query.arg(entry.about).arg(terms.name.as_str());
    let query = query.arg(written(terms)?).arg(entry.recorded_at);
    tx.execute(&of_others(query, terms)).map(|_| ())
}

fn closed(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let query = sql("UPDATE mailbox SET closed_at = $2 WHERE id = $1");
    let query = query.arg(entry.about).arg(entry.recorded_at);
    tx.execute(&query).map(|_| ())
}

/// What others than the fetcher ask of it.
fn of_others(query: Sql, terms: &MailboxTerms) -> Sql {
    let query = query.arg(terms.unit).arg(terms.language.clone());
    query.arg(terms.address.to_lowercase())
}

fn written(terms: &MailboxTerms) -> Result<String, Error> {
    serde_json::to_string(terms)
        .map_err(|_| Error::Wrong("the terms of a mailbox cannot be written".to_owned()))
}
