//! What a recount changes in the rows of some open cases. Whoever only reads works it
//! out from their facts and compares; the projections write it. Most rows stay as
//! they are, and nobody writes those.

use crate::{
    Complaint, figures,
    house::calendar,
    inbox::project,
    obligations::{self, What},
    record::folded,
};
use jiff::tz::TimeZone;
use redress_kernel::{Id, Instant};
use redress_store::{Error, Read};
use std::collections::BTreeSet;

/// A row, or several of one case, that came out differently.
#[derive(Debug)]
pub(crate) struct Change<T> {
    pub case: Id,
    pub before: T,
    pub after: T,
}

/// A case as it is now, with its next date: counting that once is enough.
pub(crate) struct Dated {
    pub case: Complaint,
    pub due: Option<(What, Instant)>,
}

/// All that differs in the three tables that hold dates.
#[derive(Default)]
pub(crate) struct Differing {
    pub inbox: Vec<Change<project::Next>>,
    pub owed: Vec<Change<obligations::Owes>>,
    pub figures: Vec<Change<figures::Measured>>,
}

/// So many cases are looked at together.
const AT_ONCE: usize = 50;

impl Differing {
    /// Hands over the next date of each case, too.
    pub fn of(
        reader: &mut impl Read,
        ids: &[Id],
        mut next: impl FnMut(Id, Option<Instant>),
    ) -> Result<Differing, Error> {
        let mut all = Differing::default();
        let zone = calendar(reader)?.zone.clone();
        for some in ids.chunks(AT_ONCE) {
            let cases = folded(reader, some)?.into_iter();
            let cases: Vec<Dated> = cases.map(|case| dated(case, &zone)).collect();
            for it in &cases {
                next(it.case.id, it.due.map(|(_, at)| at));
            }
            all.inbox.extend(project::differing(reader, &cases)?);
            all.owed.extend(obligations::differing(reader, &cases)?);
            all.figures.extend(figures::differing(reader, &cases)?);
        }
        Ok(all)
    }

    pub fn extend(&mut self, more: Differing) {
        self.inbox.extend(more.inbox);
        self.owed.extend(more.owed);
        self.figures.extend(more.figures);
    }

    /// What was worked out for other cases has been overtaken.
    pub fn keep_only(&mut self, these: &BTreeSet<Id>) {
        self.inbox.retain(|it| these.contains(&it.case));
        self.owed.retain(|it| these.contains(&it.case));
        self.figures.retain(|it| these.contains(&it.case));
    }
}

fn dated(case: Complaint, zone: &TimeZone) -> Dated {
    let due = case.next_due(zone);
    Dated { case, due }
}
