//! What each value must be, and what the values of a pack must be to each other.

use super::{Clock, Pack, Version, section::Section};
use crate::calendars as known;
use redress_kernel::clock::{DueAt, Rule, Unit};

/// Small letters, digits and hyphens.
pub(super) fn id(text: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let fine = text.len() <= 60 && text.chars().all(plain) && !text.starts_with('-');
    (fine && !text.is_empty()).then(|| text.to_owned())
}

pub(super) fn clause(text: &str) -> Option<String> {
    let part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    (text.contains('.') && text.split('.').all(part)).then(|| text.to_owned())
}

pub(super) fn calendar(text: &str) -> Option<String> {
    known::national(text).map(|it| it.id.clone())
}

pub(super) fn calendars() -> String {
    format!(
        "a calendar that is known here ({})",
        known::ids().join(", ")
    )
}

pub(super) fn zone(text: &str) -> Option<String> {
    let known = redress_kernel::calendar::zone(text).is_ok();
    known.then(|| text.to_owned())
}

/// The longest period; without a readable unit, the longest of all.
pub(super) const fn most(unit: Option<Unit>) -> u32 {
    match unit {
        Some(Unit::Week) => 520,
        Some(Unit::Month) => 120,
        _ => 3_650,
    }
}

/// One clock in itself.
pub(super) fn rule(of: &Section<'_>, rule: &Rule) {
    if rule.unit == Unit::WorkingHour && rule.due_at != DueAt::Instant {
        of.wrong(
            of.at,
            "`due_at`: expected instant, because hours are counted",
        );
    }
    if rule.cut_off.is_some() && rule.due_at == DueAt::Instant {
        of.wrong(
            of.at,
            "`cut_off`: expected only where days are counted to their end",
        );
    }
    if rule.satisfied_by.contains(&rule.start) {
        of.wrong(
            of.at,
            "`satisfied_by`: expected other facts than the one that starts the clock",
        );
    }
    if rule.satisfied_by.is_empty() && rule.ended_by.is_empty() {
        of.wrong(
            of.at,
            "expected `satisfied_by` or `ended_by`: a clock must be able to end",
        );
    }
}

/// The clocks of one version among each other.
pub(super) fn clocks(of: &Section<'_>, clocks: &[(Clock, usize)]) {
    for (place, (clock, at)) in clocks.iter().enumerate() {
        if clocks
            .iter()
            .take(place)
            .any(|(other, _)| other.id == clock.id)
        {
            of.wrong(
                *at,
                format!("the id `{}` stands twice; expected it once", clock.id),
            );
        }
        let rule = &clock.rule;
        let named = rule
            .lifts
            .iter()
            .chain(&rule.start_otherwise)
            .chain(&rule.independent_of);
        for id in named {
            if *id == clock.id || clocks.iter().all(|(other, _)| other.id != *id) {
                of.wrong(
                    *at,
                    format!("expected another clock of this version, not `{id}`"),
                );
            }
        }
        if circle(clocks, clock) {
            of.wrong(
                *at,
                format!("`{}` waits for itself to expire; expected an end", clock.id),
            );
        }
    }
}

/// Does a chain of `start_otherwise` come back?
fn circle(clocks: &[(Clock, usize)], from: &Clock) -> bool {
    let mut at = from;
    for _ in clocks {
        let next = at.rule.start_otherwise.as_ref();
        let next = next.and_then(|id| clocks.iter().find(|(clock, _)| clock.id == *id));
        match next {
            Some((clock, _)) if clock.id == from.id => return true,
            Some((clock, _)) => at = clock,
            None => return false,
        }
    }
    false
}

/// Versions follow each other without overlap and gap.
pub(super) fn versions(of: &Section<'_>, versions: &[(Version, usize)]) {
    // One that is wrong is told by its own lines.
    if versions.is_empty() && !of.has("version") {
        of.wrong(of.at, "expected at least one [[version]]");
    }
    for ((earlier, _), (later, at)) in versions.iter().zip(versions.iter().skip(1)) {
        if later.from <= earlier.from {
            let what = format!("overlaps: expected `from` after {}", earlier.from);
            of.wrong(*at, what);
        }
        match earlier.until {
            Some(until) if until > later.from => {
                of.wrong(
                    *at,
                    format!("overlaps: the version before lasts until {until}"),
                );
            }
            Some(until) if until < later.from => {
                let what = format!("gap: nothing is in force from {until} to {}", later.from);
                of.wrong(*at, what);
            }
            _ => {}
        }
    }
    for (version, at) in versions {
        if version.until.is_some_and(|until| until <= version.from) {
            of.wrong(*at, "`until`: expected a day after `from`");
        }
    }
}

/// Every case names a clock that is in force, and every clock has a case.
pub(super) fn golden(of: &Section<'_>, pack: &Pack, cases: &[Section<'_>]) {
    for case in &pack.golden {
        let at = cases
            .iter()
            .find(|it| it.line() == case.line)
            .map_or(of.at, |it| it.at);
        let Ok(calendar) = case.calendar(pack) else {
            of.wrong(at, "expected `calendar`: this pack has no default");
            continue;
        };
        let Some(version) = pack.at(case.received, &calendar) else {
            of.wrong(
                at,
                "`received`: expected a day on which a version is in force",
            );
            continue;
        };
        if version.clock(&case.clock).is_none() {
            let what = format!(
                "`clock`: expected one of that version, not `{}`",
                case.clock
            );
            of.wrong(at, what);
        }
    }
    for id in pack.clock_ids() {
        if pack.golden.iter().all(|case| case.clock != id) {
            of.wrong(
                of.at,
                format!("expected a golden case for the clock `{id}`"),
            );
        }
    }
}
