//! How it all ended, as the product itself says at the last moment: what was owed and
//! met in time, met late, is overdue, lies ahead, or fell away.

use crate::{ledger::Ledger, play::Play};
use redress_complaint::{
    house::organisation,
    obligations::{Obligation, Standing},
    record::find,
};
use redress_kernel::{Id, Instant};
use redress_store::{Error, Reader};
use std::fmt;

#[derive(Default)]
pub struct Fates {
    in_time: u32,
    late: u32,
    overdue: u32,
    ahead: u32,
    ended: u32,
}

impl Fates {
    pub fn of(play: &Play, ledger: &Ledger) -> Fates {
        let (now, ids) = (play.office.now(), ledger.books.keys());
        let db = &play.office.house.db;
        let counted = db.read_now(|reader| counted(reader, ids, now));
        counted.expect("read")
    }

    fn counts(&mut self, it: &Obligation, now: Instant) {
        let sum = match it.standing {
            Standing::Met { in_time: true, .. } => &mut self.in_time,
            Standing::Met { .. } => &mut self.late,
            Standing::Ended { .. } => &mut self.ended,
            _ if it.is_missed(now) => &mut self.overdue,
            _ => &mut self.ahead,
        };
        *sum += 1;
    }
}

fn counted<'a>(
    reader: &mut Reader,
    ids: impl Iterator<Item = &'a Id>,
    now: Instant,
) -> Result<Fates, Error> {
    let organisation = organisation(reader)?;
    let mut fates = Fates::default();
    for id in ids {
        let Some(case) = find(reader, *id)? else {
            continue;
        };
        for it in case.obligations(&organisation) {
            fates.counts(&it, now);
        }
    }
    Ok(fates)
}

impl fmt::Display for Fates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} met in time, {} met late, {} overdue, {} ahead, {} fell away",
            self.in_time, self.late, self.overdue, self.ahead, self.ended
        )
    }
}
