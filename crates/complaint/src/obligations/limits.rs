//! The limits of rule packs, and the notice that belongs to an extension (7.2, 7.3).

use super::{Obligation, What};
use crate::{Complaint, clocks::Clock};
use redress_kernel::clock::{self, Due, Level, Whose};

impl Complaint {
    pub(super) fn owed_limits(&self, all: &mut Vec<Obligation>) {
        if self.packs.is_empty() {
            return;
        }
        let mut notices = 0;
        for clock in self.clocks() {
            let Some(limit) = self.owed_limit(&clock) else {
                continue;
            };
            if let Ok(due) = &clock.due {
                all.extend(notices_of(&limit, due, &mut notices));
            }
            all.push(limit);
        }
    }

    /// What is certain, and what counts while nobody has said which kind it is.
    fn owed_limit(&self, clock: &Clock) -> Option<Obligation> {
        let due = clock.due.as_ref().ok()?;
        let rule = &clock.clock.rule;
        if !clock.is_owed() {
            return None;
        }
        let standing = match &due.standing {
            // A closed case owes nothing, whatever its pack says ends the clock.
            clock::Standing::Running | clock::Standing::Stopped { .. } if !self.is_open() => {
                let at = self.closed.as_ref().map_or(due.due, |it| it.at);
                super::Standing::Ended { at }
            }
            clock::Standing::Running => super::Standing::Open,
            clock::Standing::Stopped { since } => super::Standing::Stopped { since: *since },
            clock::Standing::Satisfied { at, in_time, .. } => super::Standing::Met {
                at: *at,
                in_time: *in_time,
            },
            clock::Standing::Ended { at, .. } | clock::Standing::Lifted { at, .. } => {
                super::Standing::Ended { at: *at }
            }
        };
        Some(Obligation {
            what: What::Limit {
                pack: clock.pack.id.as_str(),
                clock: clock.clock.id.as_str(),
            },
            number: 0,
            started: due.started,
            due: (!matches!(standing, super::Standing::Stopped { .. })).then_some(due.due),
            standing,
            ours: rule.whose == Whose::Organisation,
            by: Level::Handler,
            rule: Some(rule),
        })
    }
}

/// An extension that nobody was told of in time is a breach of its own.
fn notices_of<'a>(
    limit: &'a Obligation,
    due: &'a Due,
    number: &'a mut u32,
) -> impl Iterator<Item = Obligation> + 'a {
    due.notices.iter().map(|notice| {
        *number += 1;
        let standing = match (notice.sent, &limit.standing) {
            (Some(at), _) => super::Standing::Met {
                at,
                in_time: notice.in_time(),
            },
            (None, super::Standing::Met { at, .. } | super::Standing::Ended { at }) => {
                super::Standing::Ended { at: *at }
            }
            (None, _) => super::Standing::Open,
        };
        Obligation {
            what: What::Notice,
            number: *number,
            due: Some(notice.due),
            standing,
            ours: true,
            ..limit.clone()
        }
    })
}
