//! Pauses as intervals: only facts that the rule names begin and end one.

use super::{Fault, Happened, PausedDays, Rule, Step};
use crate::{Instant, calendar::Calendar};
use jiff::civil::Date;

/// When the clock stands still.
#[derive(Debug, Default)]
pub(super) struct Pauses {
    /// Not overlapping, in order.
    spans: Vec<(Instant, Instant)>,
    /// First and last day that are not counted.
    days: Vec<(Date, Date)>,
    /// The clock stands still since then, and nobody knows until when.
    pub(super) open: Option<Instant>,
}

impl Pauses {
    /// `facts` in order; what lies before the start does not concern this clock.
    pub(super) fn of(
        rule: &Rule,
        facts: &[Happened],
        start: Instant,
        calendar: &Calendar,
        steps: &mut Vec<Step>,
    ) -> Result<Pauses, Fault> {
        let mut pauses = Pauses::default();
        for pause in &rule.paused_by {
            let mut since: Option<Instant> = None;
            for fact in facts {
                if fact.kind == pause.to
                    && let Some(from) = since.take()
                {
                    if fact.at <= start {
                        continue;
                    }
                    let (from, to) = (from.max(start), fact.at);
                    pauses.spans.push((from, to));
                    pauses.days.extend(days(pause.days, from, to, calendar)?);
                    let (by, to) = (pause.from, Some(to));
                    steps.push(Step::Stopped { by, from, to });
                } else if fact.kind == pause.from {
                    since = since.or(Some(fact.at));
                }
            }
            if let Some(from) = since {
                let (from, by) = (from.max(start), pause.from);
                // The earliest that it can be: as if it had ended at once.
                pauses.days.extend(days(pause.days, from, from, calendar)?);
                pauses.open = Some(pauses.open.map_or(from, |open| open.min(from)));
                steps.push(Step::Stopped { by, from, to: None });
            }
        }
        pauses.merge();
        Ok(pauses)
    }

    fn merge(&mut self) {
        self.spans.sort_unstable();
        let mut merged: Vec<(Instant, Instant)> = Vec::with_capacity(self.spans.len());
        for (from, to) in self.spans.drain(..) {
            match merged.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => merged.push((from, to)),
            }
        }
        self.spans = merged;
    }

    pub(super) fn holds(&self, day: Date) -> bool {
        self.days
            .iter()
            .any(|(first, last)| *first <= day && day <= *last)
    }

    /// What is left of a stretch when the pauses are cut out of it.
    pub(super) fn cut(&self, from: Instant, to: Instant) -> Vec<(Instant, Instant)> {
        let mut left = Vec::with_capacity(1);
        let mut begins = from;
        for (stops, goes_on) in &self.spans {
            if *goes_on <= begins || *stops >= to {
                continue;
            }
            if begins < *stops {
                left.push((begins, *stops));
            }
            begins = begins.max(*goes_on);
        }
        if begins < to {
            left.push((begins, to));
        }
        left
    }
}

/// The days that a pause leaves out, if it leaves out any.
fn days(
    which: PausedDays,
    from: Instant,
    to: Instant,
    calendar: &Calendar,
) -> Result<Option<(Date, Date)>, Fault> {
    let first = calendar.local(from).ok_or(Fault::TooFar)?.date();
    let last = calendar.local(to).ok_or(Fault::TooFar)?.date();
    let after_first = first.tomorrow().map_err(|_| Fault::TooFar)?;
    let before_last = last.yesterday().map_err(|_| Fault::TooFar)?;
    let days = match which {
        PausedDays::FromFirst => (first, before_last),
        PausedDays::Between => (after_first, before_last),
        PausedDays::ThroughLast => (first, last),
    };
    Ok((days.0 <= days.1).then_some(days))
}
