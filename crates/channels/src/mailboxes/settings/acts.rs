//! What can be done with a mailbox, inside the writer's transaction: what the pages do
//! and what programs do. Evidence: each is a fact.

use super::{
    super::facts::{MailboxAdded, MailboxChanged, MailboxClosed, MailboxTerms},
    records::{MAILBOXES_MAX, all, credential, kept},
};
use redress_kernel::{By, Draft, Id, Refusal};
use redress_office::{Fault, forget_secret, keep_secret};
use redress_store::{Error, Tx};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Who signs in, and with what.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Credential {
    pub user: String,
    pub secret: String,
}

/// Passwords and tokens stay out of every log.
impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credential")
    }
}

pub fn secret_name(mailbox: Id) -> String {
    format!("mailbox {mailbox}")
}

pub fn add(tx: &mut Tx, terms: &MailboxTerms, with: &Credential, by: &By) -> Result<Id, Fault> {
    let there = all(tx)?;
    if there.len() >= MAILBOXES_MAX {
        return Err(Refusal::new("mailboxes-too-many").into());
    }
    no_other(&there, terms, None)?;
    let id = tx.new_id(by.at);
    keep(tx, id, with)?;
    let terms = terms.clone();
    tx.record(Draft::of(id, &MailboxAdded { terms }), by)?;
    Ok(id)
}

/// False: there is none.
pub fn change(
    tx: &mut Tx,
    id: Id,
    terms: &MailboxTerms,
    with: &Credential,
    by: &By,
) -> Result<bool, Fault> {
    let Some(before) = kept(tx, id)? else {
        return Ok(false);
    };
    no_other(&all(tx)?, terms, Some(id))?;
    let keys = tx.keys().clone();
    let other = credential(tx, &keys, id)?.as_ref() != Some(with);
    if other {
        keep(tx, id, with)?;
    }
    if other || before.terms != *terms {
        let fact = MailboxChanged {
            terms: terms.clone(),
            credential: other,
        };
        tx.record(Draft::of(id, &fact), by)?;
    }
    Ok(true)
}

pub fn close(tx: &mut Tx, id: Id, by: &By) -> Result<bool, Fault> {
    if kept(tx, id)?.is_none() {
        return Ok(false);
    }
    forget_secret(tx, &secret_name(id))?;
    tx.record(Draft::of(id, &MailboxClosed {}), by)?;
    Ok(true)
}

fn keep(tx: &mut Tx, id: Id, with: &Credential) -> Result<(), Error> {
    let name = secret_name(id);
    let text = serde_json::to_string(with)
        .map_err(|_| Error::Wrong("a credential cannot be written".to_owned()))?;
    let sealed = tx.keys().seal(&name, &text)?;
    keep_secret(tx, &name, &sealed)
}

/// Two mailboxes of one address that bring mail to us: nobody could say whose it is.
fn no_other(
    there: &[super::records::Kept],
    terms: &MailboxTerms,
    own: Option<Id>,
) -> Result<(), Refusal> {
    let name = terms.name.to_lowercase();
    let others = || there.iter().filter(|kept| Some(kept.id) != own);
    if others().any(|kept| kept.terms.name.to_lowercase() == name) {
        return Err(Refusal::new("mailbox-name-taken").at("mailbox-name"));
    }
    let same = |kept: &super::records::Kept| {
        kept.terms.kind != "imap" && kept.terms.address.eq_ignore_ascii_case(&terms.address)
    };
    match terms.kind != "imap" && others().any(same) {
        true => Err(Refusal::new("mailbox-address-taken").at("mailbox-address")),
        false => Ok(()),
    }
}
