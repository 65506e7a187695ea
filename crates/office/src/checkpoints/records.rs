//! The setting as the journal has it, and beside it what was planned and sent.

use super::decide::Sent;
use crate::facts::{CheckpointAddresses, CheckpointMailSet};
use redress_kernel::{By, Draft, Entry, Fact, Id, Instant, Lang};
use redress_store::{Error, Read, Tx, sql};

/// The form takes fewer.
const RECIPIENTS_READ: i64 = 100;
const HOUR: u8 = 6;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    pub id: Id,
    pub address: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub active: bool,
    /// Of the organisation's day.
    pub hour: u8,
    pub language: Lang,
    pub recipients: Vec<Recipient>,
}

impl Default for Held {
    fn default() -> Held {
        Held {
            active: false,
            hour: HOUR,
            language: Lang::default(),
            recipients: Vec::new(),
        }
    }
}

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if entry.kind != CheckpointMailSet::KIND {
        return Ok(());
    }
    let set = entry.read::<CheckpointMailSet>()?;
    let query = sql(
        "INSERT INTO checkpoint_mail (id, active, hour, language) VALUES (1, $1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET active = excluded.active, hour = excluded.hour,
           language = excluded.language",
    );
    let query = query.arg(set.fact.active).arg(u32::from(set.fact.hour));
    tx.execute(&query.arg(set.fact.language.tag()))?;
    tx.execute(&sql("DELETE FROM checkpoint_recipient"))?;
    // Addresses that were erased are nobody's any more.
    let addresses = set.personal.present().map(|its| its.addresses.clone());
    for (id, address) in set
        .fact
        .recipients
        .iter()
        .zip(addresses.unwrap_or_default())
    {
        let query = sql("INSERT INTO checkpoint_recipient (id, address) VALUES ($1, $2)");
        tx.execute(&query.arg(*id).arg(address))?;
    }
    Ok(())
}

pub fn record(tx: &mut Tx, held: &Held, by: &By) -> Result<(), Error> {
    let fact = CheckpointMailSet {
        active: held.active,
        hour: held.hour,
        language: held.language,
        recipients: held.recipients.iter().map(|one| one.id).collect(),
    };
    let addresses = CheckpointAddresses {
        addresses: held
            .recipients
            .iter()
            .map(|one| one.address.clone())
            .collect(),
    };
    tx.record(Draft::with(Id::ORGANISATION, &fact, &addresses), by)
        .map(|_| ())
}

pub fn held(reader: &mut impl Read) -> Result<Held, Error> {
    let query = sql("SELECT active, hour, language FROM checkpoint_mail WHERE id = 1");
    let set = reader.one(&query, |row| Ok((row.bool(0)?, row.int(1)?, row.text(2)?)))?;
    let Some((active, hour, language)) = set else {
        return Ok(Held::default());
    };
    Ok(Held {
        active,
        hour: u8::try_from(hour).unwrap_or(HOUR),
        language: Lang::from_tag(&language).unwrap_or_default(),
        recipients: recipients(reader)?,
    })
}

fn recipients(reader: &mut impl Read) -> Result<Vec<Recipient>, Error> {
    let query = sql("SELECT id, address FROM checkpoint_recipient ORDER BY id LIMIT $1");
    reader.rows(&query.arg(RECIPIENTS_READ), |row| {
        Ok(Recipient {
            id: row.id(0)?,
            address: row.text(1)?,
        })
    })
}

/// The day for which letters were planned last.
pub fn planned(reader: &mut impl Read) -> Result<Option<String>, Error> {
    let query = sql("SELECT day FROM checkpoint_planned WHERE id = 1");
    reader.one(&query, |row| row.text(0))
}

pub fn plan_made(tx: &mut Tx, day: &str) -> Result<(), Error> {
    let query = sql("INSERT INTO checkpoint_planned (id, day) VALUES (1, $1)
         ON CONFLICT (id) DO UPDATE SET day = excluded.day");
    tx.execute(&query.arg(day)).map(|_| ())
}

pub fn last(reader: &mut impl Read, recipient: Id) -> Result<Option<Sent>, Error> {
    let query = sql("SELECT size, sent_at FROM checkpoint_sent WHERE recipient = $1");
    reader.one(&query.arg(recipient), |row| {
        Ok(Sent {
            size: row.int(0)?,
            at: row.instant(1)?,
        })
    })
}

/// The relay took it.
pub fn sent(tx: &mut Tx, recipient: Id, size: i64, at: Instant) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO checkpoint_sent (recipient, size, sent_at) VALUES ($1, $2, $3)
         ON CONFLICT (recipient) DO UPDATE SET size = excluded.size, sent_at = excluded.sent_at",
    );
    tx.execute(&query.arg(recipient).arg(size).arg(at))
        .map(|_| ())
}
