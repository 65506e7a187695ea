//! Who gets letters, and setting it anew.

use super::project::ALL;
use crate::{facts::ReminderMailsSet, roster::members};
use redress_kernel::{By, Draft, Id};
use redress_store::{Error, Read, Tx, sql};
use std::collections::BTreeSet;

/// More people than this work in no office of ours.
const PEOPLE_MAX: i64 = 2_000;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    pub off: bool,
    pub without: BTreeSet<Id>,
}

impl Held {
    pub fn writes_to(&self, person: Id) -> bool {
        !self.off && !self.without.contains(&person)
    }
}

pub fn held(reader: &mut impl Read) -> Result<Held, Error> {
    let query = sql("SELECT who FROM reminder_mail_off ORDER BY who LIMIT $1").arg(PEOPLE_MAX);
    let who = reader.rows(&query, |row| row.text(0))?;
    Ok(Held {
        off: who.iter().any(|it| it == ALL),
        without: who.iter().filter_map(|it| it.parse().ok()).collect(),
    })
}

/// One fact, when something changes; people who are not there are left out.
pub fn set(tx: &mut Tx, mut wanted: Held, by: &By) -> Result<(), Error> {
    let known: BTreeSet<Id> = members(tx)?.iter().map(|member| member.id).collect();
    wanted.without.retain(|id| known.contains(id));
    if wanted == held(tx)? {
        return Ok(());
    }
    let fact = ReminderMailsSet {
        off: wanted.off,
        without: wanted.without.into_iter().collect(),
    };
    tx.record(Draft::of(Id::ORGANISATION, &fact), by)
        .map(|_| ())
}
