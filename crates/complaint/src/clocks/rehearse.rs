//! What packs would have meant for the complaints that there are, before they are
//! switched on. Only numbers: whoever sets them sees no case.

use super::{Clock, pinned};
use crate::{Complaint, record::facts_of};
use redress_kernel::{Entry, Id, Instant, Organisation, clock::Standing};
use redress_store::{Error, Read, sql};
use std::collections::BTreeMap;

/// So many complaints are looked at, the newest first.
pub const LOOKED_MAX: i64 = 2_000;

/// What one pack would have come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Would {
    pub open: i64,
    pub open_late: i64,
    pub past: i64,
    pub past_late: i64,
}

/// Pack by pack, for the packs of `after`, as if they had held all the time.
pub fn rehearse(
    reader: &mut impl Read,
    after: &Organisation,
    now: Instant,
) -> Result<BTreeMap<String, Would>, Error> {
    let query = sql("SELECT id FROM complaint ORDER BY id DESC LIMIT $1").arg(LOOKED_MAX);
    let ids: Vec<Id> = reader.rows(&query, |row| row.id(0))?;
    let packs = after
        .packs
        .iter()
        .map(|it| (it.pack.clone(), Would::default()));
    let mut all: BTreeMap<String, Would> = packs.collect();
    for id in ids {
        let case = as_if(&facts_of(reader, id)?.entries, after);
        weigh(&mut all, &case, now);
    }
    Ok(all)
}

/// The case as it would be if these packs had held on its day of receipt.
fn as_if(entries: &[Entry], after: &Organisation) -> Complaint {
    let mut case = Complaint {
        cycle: 1,
        ..Complaint::default()
    };
    for entry in entries {
        let begins = case.reference.is_empty();
        case.apply(entry);
        if begins && !case.reference.is_empty() {
            case.packs = pinned(after, case.received_at);
            case.happened.clear();
            case.clocks_begin(case.received_at);
        }
    }
    case
}

fn weigh(all: &mut BTreeMap<String, Would>, case: &Complaint, now: Instant) {
    let clocks = case.clocks();
    for pinned in &case.packs {
        let Some(would) = all.get_mut(&pinned.pack) else {
            continue;
        };
        let mut own = clocks.iter().filter(|clock| clock.pack.id == pinned.pack);
        let late = i64::from(own.any(|clock| clock.is_missed(now)));
        match case.is_open() {
            true => (would.open, would.open_late) = (would.open + 1, would.open_late + late),
            false => (would.past, would.past_late) = (would.past + 1, would.past_late + late),
        }
    }
}

impl Clock {
    /// Did this limit pass without what it asks for?
    pub fn is_missed(&self, now: Instant) -> bool {
        let Ok(due) = &self.due else {
            return false;
        };
        let holds = self.counts || !self.may_apply;
        let missed = match due.standing {
            Standing::Running => due.due < now,
            Standing::Satisfied { in_time, .. } => !in_time,
            Standing::Ended { at, .. } => due.due < at,
            Standing::Stopped { .. } | Standing::Lifted { .. } => false,
        };
        holds && self.is_obligation() && missed
    }
}
