//! New dates by a new way of counting (6.2). Nobody is told a date and then kept
//! waiting longer by a setting: what the complainant has heard moves only forward
//! in their favour; a later date takes a letter with its reason (7.3).

use super::{Complaint, Look, Moment};
use crate::facts::Pinned;
use redress_kernel::{
    Entry, Id, Instant,
    calendar::{Calendar, Hours},
    deadline::{Step, Targets, due},
    organisation::{Counting, InUse},
};
use std::borrow::Borrow;

/// Since when a limit of this complaint runs over another list than on its day of receipt.
#[derive(Debug, Clone, PartialEq)]
pub struct Relisted {
    pub calendar: String,
    pub seq: i64,
    pub at: Instant,
}

/// A recount as it lies in the journal, ready to be used on many cases.
#[derive(Debug, Clone)]
pub struct Recount {
    pub seq: i64,
    pub at: Instant,
    pub by: Id,
    calendar: Calendar,
    targets: Targets,
    national: Vec<InUse>,
    hours: Option<Hours>,
}

/// What moved a case one step on.
#[derive(Debug, Clone, Copy)]
pub enum Cause<'a> {
    Fact(&'a Entry),
    Recount(&'a Recount),
}

impl Recount {
    pub fn new(seq: i64, at: Instant, by: Id, counting: &Counting) -> Recount {
        Recount {
            seq,
            at,
            by,
            calendar: counting.calendar(),
            targets: counting.targets,
            national: counting.national.clone(),
            hours: counting.hours,
        }
    }

    /// The list that holds from now on for this pin, where it is another one.
    fn list_for(&self, pin: &Pinned) -> Option<&InUse> {
        let mut lists = self.national.iter();
        let list = lists.find(|list| list.calendar == pin.calendar)?;
        let same = pin.calendar_version == list.version && pin.days == list.days;
        (!same).then_some(list)
    }

    fn due(&self, step: Step, from: Instant) -> Instant {
        due(from, step, &self.targets, &self.calendar)
    }
}

impl Complaint {
    /// Folds the facts of one case with the recounts that came in between.
    pub fn fold_with(entries: &[Entry], recounts: &[impl Borrow<Recount>]) -> Complaint {
        Complaint::fold_watched(entries, recounts, |_, _| ())
    }

    /// The same, shown to somebody after each step together with what caused it.
    pub fn fold_watched(
        entries: &[Entry],
        recounts: &[impl Borrow<Recount>],
        mut watch: impl FnMut(&Complaint, Cause),
    ) -> Complaint {
        let mut case = Complaint {
            cycle: 1,
            ..Complaint::default()
        };
        let mut coming = recounts.iter().map(Borrow::borrow).peekable();
        for entry in entries {
            while let Some(recount) = coming.next_if(|recount| recount.seq < entry.seq) {
                case.recount(recount);
                watch(&case, Cause::Recount(recount));
            }
            case.apply(entry);
            watch(&case, Cause::Fact(entry));
        }
        for recount in coming {
            case.recount(recount);
            watch(&case, Cause::Recount(recount));
        }
        case
    }

    /// Counts the dates of an open case anew; a case that came later knows nothing of it.
    pub fn recount(&mut self, recount: &Recount) {
        if self.reference.is_empty() || !self.is_open() {
            return;
        }
        let before = self.due;
        self.count(recount);
        let limits_moved = self.pinned_anew(recount);
        if self.due != before || limits_moved {
            self.timeline.push(line(recount));
        }
    }

    /// The law's limits run over the list that holds now, with its sudden holidays, and
    /// over the office's hours where they count hours: no
    /// promise of ours, so they move both ways. True when one of them did.
    fn pinned_anew(&mut self, recount: &Recount) -> bool {
        let other = |pin: &Pinned| recount.list_for(pin).is_some() || pin.hours != recount.hours;
        if !self.packs.iter().any(other) {
            return false;
        }
        let before = self.limit_dates();
        for pin in &mut self.packs {
            pin.hours = recount.hours;
            let Some(list) = recount.list_for(pin) else {
                continue;
            };
            pin.calendar_version.clone_from(&list.version);
            pin.days.clone_from(&list.days);
            self.relisted.retain(|it| it.calendar != pin.calendar);
            self.relisted.push(Relisted {
                calendar: pin.calendar.clone(),
                seq: recount.seq,
                at: recount.at,
            });
        }
        self.limit_dates() != before
    }

    fn limit_dates(&self) -> Vec<Option<Instant>> {
        let clocks = self.clocks().into_iter();
        clocks
            .map(|clock| clock.due.ok().map(|due| due.due))
            .collect()
    }

    fn count(&mut self, recount: &Recount) {
        let from = self.reopened_at.unwrap_or(self.received_at);
        if self.acknowledged.is_none() {
            self.due.acknowledgement = Some(recount.due(Step::Acknowledgement, self.received_at));
        }
        if self.assessment.is_none() {
            self.due.assessment = Some(recount.due(Step::Assessment, self.received_at));
        }
        let told = self.informed_at.is_some();
        let sooner = |old: Option<Instant>, new: Instant| match old {
            Some(old) if told => Some(old.min(new)),
            _ => Some(new),
        };
        // Until something was told, and while nothing else was promised meanwhile.
        if self.due.response.is_some() {
            self.due.response = sooner(self.due.response, recount.due(Step::Response, from));
        }
        if self.due.update.is_some() {
            let last = self.informed_at.map_or(from, |heard| heard.max(from));
            self.due.update = sooner(self.due.update, recount.due(Step::Update, last));
        }
        let accepted = self.standing_answer().filter(|answer| answer.accepted);
        if let (Some(_), Some(at)) = (self.due.closure, accepted.map(|answer| answer.at)) {
            self.due.closure = Some(recount.due(Step::Closure, at));
        }
    }
}

fn line(recount: &Recount) -> Moment {
    Moment {
        seq: recount.seq,
        kind: "dates-recounted",
        sentence: "timeline-dates-recounted".to_owned(),
        args: Vec::new(),
        actor: recount.by,
        recorded_at: recount.at,
        occurred_at: None,
        text: String::new(),
        quoted: String::new(),
        language: None,
        look: Look::Tick,
        message: None,
        other: None,
        files: Vec::new(),
        erased: false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::facts::DueDates;
    use redress_kernel::Organisation;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    /// Received on Friday 20 November; every date of the default targets.
    fn case() -> Complaint {
        let ferry = Organisation::default();
        let from = at("2026-11-20T08:00:00Z");
        Complaint {
            reference: "BF-26-004J-7KQ".into(),
            received_at: from,
            due: DueDates {
                acknowledgement: Some(ferry.due(Step::Acknowledgement, from)),
                assessment: Some(ferry.due(Step::Assessment, from)),
                update: Some(ferry.due(Step::Update, from)),
                response: Some(ferry.due(Step::Response, from)),
                closure: None,
            },
            ..Complaint::default()
        }
    }

    fn days(response: u32, assessment: u32) -> Recount {
        let ferry = Organisation::default();
        let counting = Counting {
            targets: Targets {
                response,
                assessment,
                ..ferry.targets
            },
            ..ferry.counting()
        };
        Recount::new(9, at("2026-11-23T08:00:00Z"), Id::SYSTEM, &counting)
    }

    #[test]
    fn an_open_case_that_nobody_heard_of_yet_gets_all_its_dates_anew() {
        let mut case = case();
        case.recount(&days(30, 5));
        assert_eq!(case.due.response, Some(at("2027-01-01T23:59:59.999999Z")));
        assert_eq!(case.due.assessment, Some(at("2026-11-27T23:59:59.999999Z")));
        assert_eq!(
            case.timeline.last().map(|line| line.kind),
            Some("dates-recounted")
        );
    }

    #[test]
    fn a_date_that_was_told_comes_sooner_and_never_later() {
        let mut case = case();
        case.informed_at = Some(at("2026-11-20T08:05:00Z"));
        let told = case.due.response;
        case.recount(&days(30, 5));
        assert_eq!(case.due.response, told);
        assert_ne!(case.due.assessment, self::case().due.assessment);
        case.recount(&days(10, 5));
        assert_eq!(case.due.response, Some(at("2026-12-04T23:59:59.999999Z")));
    }

    #[test]
    fn a_closed_case_keeps_what_it_was_measured_by() {
        let mut case = case();
        case.closed = Some(crate::case::Closure::default());
        let before = case.due;
        case.recount(&days(5, 1));
        assert_eq!((case.due, case.timeline.len()), (before, 0));
    }
}
