//! Several clocks on one complaint: one may begin when another expires, and one
//! that is satisfied in time may lift others.

use super::{Due, Fault, Happened, Rule, Standing, Step, Story, run};
use crate::{Instant, calendar::Calendar};

/// One clock among the others of its pack.
pub fn due_among<R: AsRef<Rule>>(
    rules: &[R],
    id: &str,
    facts: &[Happened],
    calendar: &Calendar,
) -> Result<Due, Fault> {
    after(rules, id, facts, calendar, rules.len())
}

/// `chain`: how many clocks may still wait for one another.
fn after<R: AsRef<Rule>>(
    rules: &[R],
    id: &str,
    facts: &[Happened],
    calendar: &Calendar,
    chain: usize,
) -> Result<Due, Fault> {
    let no_such = || Fault::NoSuchClock(id.to_owned());
    let rule = rules
        .iter()
        .map(AsRef::as_ref)
        .find(|rule| rule.id == id)
        .ok_or_else(no_such)?;
    let other = match &rule.start_otherwise {
        Some(other) if facts.iter().all(|fact| fact.kind != rule.start) => other,
        _ => return super::due(rule, facts, calendar),
    };
    let chain = chain
        .checked_sub(1)
        .ok_or_else(|| Fault::Circle(id.to_owned()))?;
    let before = after(rules, other, facts, calendar, chain)?;
    let story = Story::from(rule, facts, before.due, rule.start);
    let first = Step::StartedByExpiry {
        of: other.as_str().into(),
        at: before.due,
        day: before.due_on,
    };
    run(rule, &story, first, calendar)
}

/// All clocks of a pack, in its order; those that were lifted say by which.
pub fn clocks<R: AsRef<Rule>>(
    rules: &[R],
    facts: &[Happened],
    calendar: &Calendar,
) -> Vec<Result<Due, Fault>> {
    let rules: Vec<&Rule> = rules.iter().map(AsRef::as_ref).collect();
    let mut all: Vec<_> = rules
        .iter()
        .map(|rule| due_among(&rules, &rule.id, facts, calendar))
        .collect();
    let lifting: Vec<_> = rules.iter().zip(&all).filter_map(lifts).collect();
    for (rule, at) in lifting {
        for (other, due) in rules.iter().zip(all.iter_mut()) {
            if let Ok(due) = due
                && rule.lifts.contains(&other.id)
                && matches!(due.standing, Standing::Running | Standing::Stopped { .. })
            {
                let by = rule.id.clone();
                due.standing = Standing::Lifted { by, at };
            }
        }
    }
    all
}

fn lifts<'a>((rule, due): (&&'a Rule, &Result<Due, Fault>)) -> Option<(&'a Rule, Instant)> {
    match due.as_ref().ok()?.standing {
        Standing::Satisfied {
            at, in_time: true, ..
        } if !rule.lifts.is_empty() => Some((*rule, at)),
        _ => None,
    }
}
