//! Facts are read for ever: the lines of the golden file, as this release wrote
//! them, are read and written again without a loss.
#![allow(clippy::unwrap_used, clippy::panic)]

use redress_channels::import::facts::{
    ImportBegun, ImportDisposed, ImportEnded, ImportUndoBegun, ImportUndone, RowsDisposed,
    RowsImported, RowsUndone,
};
use redress_channels::mail::MailSorted;
use redress_channels::mailboxes::facts::{
    MailTaken, MailboxAdded, MailboxChanged, MailboxClosed, MailboxReconciled,
};
use redress_channels::webhooks::facts::{WebhookRemoved, WebhookSecretRenewed, WebhookSet};
use redress_kernel::Fact;
use serde_json::{Value, to_value};

const GOLDEN: &str = include_str!("golden/import-facts-v1.tsv");

/// Both parts as this release writes them again.
fn again<F: Fact>(record: &str, personal: &str) -> (Value, Value) {
    let fact: F = serde_json::from_str(record).unwrap();
    let said = match personal {
        "" => Value::Null,
        text => to_value(serde_json::from_str::<F::Personal>(text).unwrap()).unwrap(),
    };
    (to_value(&fact).unwrap(), said)
}

#[test]
fn every_golden_line_of_an_import_reads_and_nothing_of_it_is_lost() {
    for line in GOLDEN.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let [kind, "1", record, personal] = parts.as_slice() else {
            panic!("{line}")
        };
        let read = match *kind {
            ImportBegun::KIND => again::<ImportBegun>(record, personal),
            RowsImported::KIND => again::<RowsImported>(record, personal),
            ImportEnded::KIND => again::<ImportEnded>(record, personal),
            ImportUndoBegun::KIND => again::<ImportUndoBegun>(record, personal),
            RowsUndone::KIND => again::<RowsUndone>(record, personal),
            ImportUndone::KIND => again::<ImportUndone>(record, personal),
            RowsDisposed::KIND => again::<RowsDisposed>(record, personal),
            ImportDisposed::KIND => again::<ImportDisposed>(record, personal),
            other => panic!("{other} is in the golden file and nowhere else"),
        };
        let value = |text: &str| serde_json::from_str(text).unwrap_or(Value::Null);
        assert_eq!(read, (value(record), value(personal)), "{kind}");
    }
    assert_eq!(GOLDEN.lines().count(), 8);
}

const WEBHOOKS: &str = include_str!("golden/webhook-facts-v1.tsv");

#[test]
fn every_golden_line_of_a_webhook_reads_and_nothing_of_it_is_lost() {
    for line in WEBHOOKS.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let [kind, "1", record, personal] = parts.as_slice() else {
            panic!("{line}")
        };
        let read = match *kind {
            WebhookSet::KIND => again::<WebhookSet>(record, personal),
            WebhookSecretRenewed::KIND => again::<WebhookSecretRenewed>(record, personal),
            WebhookRemoved::KIND => again::<WebhookRemoved>(record, personal),
            other => panic!("{other} is in the golden file and nowhere else"),
        };
        let value = |text: &str| serde_json::from_str(text).unwrap_or(Value::Null);
        assert_eq!(read, (value(record), value(personal)), "{kind}");
    }
    assert_eq!(WEBHOOKS.lines().count(), 3);
}

const MAIL: &str = include_str!("golden/mail-facts-v1.tsv");

#[test]
fn every_golden_line_of_a_mailbox_reads_and_nothing_of_it_is_lost() {
    for line in MAIL.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let [kind, "1", record, personal] = parts.as_slice() else {
            panic!("{line}")
        };
        let read = match *kind {
            MailTaken::KIND => again::<MailTaken>(record, personal),
            MailSorted::KIND => again::<MailSorted>(record, personal),
            MailboxReconciled::KIND => again::<MailboxReconciled>(record, personal),
            MailboxAdded::KIND => again::<MailboxAdded>(record, personal),
            MailboxChanged::KIND => again::<MailboxChanged>(record, personal),
            MailboxClosed::KIND => again::<MailboxClosed>(record, personal),
            other => panic!("{other} is in the golden file and nowhere else"),
        };
        let value = |text: &str| serde_json::from_str(text).unwrap_or(Value::Null);
        assert_eq!(read, (value(record), value(personal)), "{kind}");
    }
    assert_eq!(MAIL.lines().count(), 6);
}
