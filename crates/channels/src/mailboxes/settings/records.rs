//! Mailboxes as they are read, and what they come to for whoever fetches and sorts.

use super::super::{
    facts::MailboxTerms,
    mail::{After, Mailbox},
};
use super::acts::{Credential, secret_name};
use redress_kernel::{Id, Instant};
use redress_mail::{
    Tls,
    authentication::OURS,
    imap::{Account, Secret},
};
use redress_office::secret;
use redress_store::{Error, Keys, Read, Row, sql};
use std::time::Duration;

/// More would be a mistake: each is a thread and a connection.
pub const MAILBOXES_MAX: usize = 50;
/// Those that were closed are named by the ledger for ever.
const WITH_CLOSED_MAX: i64 = 1000;
/// Bytes; a larger message is accounted for and stays where it is.
pub const LARGEST: u64 = 30 << 20;
const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: Id,
    pub terms: MailboxTerms,
    pub added_at: Instant,
    pub changed_at: Instant,
    pub closed_at: Option<Instant>,
}

const COLUMNS: &str = "SELECT id, terms, added_at, changed_at, closed_at FROM mailbox ";

fn row(row: &Row) -> Result<Kept, Error> {
    let terms = serde_json::from_str(&row.text(1)?)
        .map_err(|_| Error::Wrong("the terms of a mailbox cannot be read".to_owned()))?;
    Ok(Kept {
        id: row.id(0)?,
        terms,
        added_at: row.instant(2)?,
        changed_at: row.instant(3)?,
        closed_at: row.opt_instant(4)?,
    })
}

/// Those that are not closed, by name.
pub fn all(reader: &mut impl Read) -> Result<Vec<Kept>, Error> {
    let query = sql(COLUMNS).push("WHERE closed_at IS NULL ORDER BY name, id LIMIT ");
    reader.rows(&query.bind(MAILBOXES_MAX as i64), row)
}

/// Every one that there ever was.
pub fn with_closed(reader: &mut impl Read) -> Result<Vec<Kept>, Error> {
    let query = sql(COLUMNS).push("ORDER BY name, id LIMIT ");
    reader.rows(&query.bind(WITH_CLOSED_MAX), row)
}

/// One that is not closed.
pub fn kept(reader: &mut impl Read, id: Id) -> Result<Option<Kept>, Error> {
    Ok(at_last(reader, id)?.filter(|it| it.closed_at.is_none()))
}

/// As it is, or as it was when it was closed.
pub fn at_last(reader: &mut impl Read, id: Id) -> Result<Option<Kept>, Error> {
    let query = sql(COLUMNS).push("WHERE id = ").bind(id);
    reader.one(&query, row)
}

/// Who signs in and with what; None after a restore without the keys.
pub fn credential(
    reader: &mut impl Read,
    keys: &Keys,
    id: Id,
) -> Result<Option<Credential>, Error> {
    let name = secret_name(id);
    let sealed = secret(reader, &name)?;
    let opened = sealed.and_then(|sealed| keys.unseal(&name, &sealed));
    Ok(opened.and_then(|text| serde_json::from_str(&text).ok()))
}

/// The mailbox that receives answers about complaints of this unit now: one of its own,
/// else one of the whole organisation, else the first that is switched on. Another
/// unit's colleagues would read what they may not see.
pub fn receiving(reader: &mut impl Read, unit: Option<Id>) -> Result<Option<Kept>, Error> {
    let all = all(reader)?.into_iter().filter(|kept| kept.terms.active);
    Ok(all.min_by_key(|kept| match kept.terms.unit {
        its if its == unit => 0,
        None => 1,
        Some(_) => 2,
    }))
}

impl Kept {
    pub fn is_fetched(&self) -> bool {
        self.terms.kind == "imap"
    }

    /// Whose notes about authentication are believed of a message in this mailbox: our own
    /// where a server of the world brought it, otherwise those of the server that it came
    /// through; of nobody where none is named.
    pub fn authserv_id(&self) -> Option<&str> {
        match self.terms.kind.as_str() {
            "smtp" => Some(OURS),
            _ => Some(self.terms.authserv_id.as_str()).filter(|id| !id.is_empty()),
        }
    }

    /// As it is fetched.
    pub fn mailbox(&self, credential: &Credential) -> Mailbox {
        let terms = &self.terms;
        Mailbox {
            id: self.id,
            account: account(terms, credential),
            folder: terms.folder.clone(),
            after: match terms.after.as_str() {
                "seen" => After::Seen,
                "move" => After::Move(terms.move_to.clone()),
                _ => After::Leave,
            },
            largest: LARGEST,
        }
    }
}

pub fn account(terms: &MailboxTerms, credential: &Credential) -> Account {
    let secret = credential.secret.clone();
    Account {
        host: terms.host.clone(),
        port: terms.port,
        tls: match terms.security.as_str() {
            "none" => Tls::None,
            "starttls" => Tls::Starttls,
            _ => Tls::Implicit,
        },
        user: credential.user.clone(),
        secret: match terms.way.as_str() {
            "token" => Secret::Token(secret),
            _ => Secret::Password(secret),
        },
        authority: Some(terms.authority.clone()).filter(|text| !text.is_empty()),
        patience: PATIENCE,
    }
}
