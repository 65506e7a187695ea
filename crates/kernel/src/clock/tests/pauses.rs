//! The clock stands still only by the facts that its rule names.

use super::*;

fn rule(unit: Unit, amount: u32, days: PausedDays) -> Rule {
    let kind = |name| FactKind::named(name).unwrap();
    Rule {
        paused_by: vec![Pause {
            from: kind("expert-asked"),
            to: kind("expert-answered"),
            days,
        }],
        ..Rule::new("mediation", amount, unit)
    }
}

fn asked(from: &str, to: &str) -> Vec<Happened> {
    let mut facts = received("2026-12-01T10:00:00+09:00");
    facts.push(happened("expert-asked", from));
    facts.push(happened("expert-answered", to));
    facts
}

#[test]
fn ten_nights_of_waiting_are_ten_days_that_are_not_counted() {
    let facts = asked("2026-12-05T10:00:00+09:00", "2026-12-15T10:00:00+09:00");
    let on = |days| {
        let rule = rule(Unit::CalendarDay, 20, days);
        counted(&rule, &facts, &seoul(&[])).due_on
    };
    // Without the pause: 21 December.
    assert_eq!(on(PausedDays::FromFirst), day("2026-12-31"));
    assert_eq!(on(PausedDays::Between), day("2026-12-30"));
    assert_eq!(on(PausedDays::ThroughLast), day("2027-01-01"));
}

#[test]
fn a_pause_shows_in_the_explanation_with_its_days() {
    let facts = asked("2026-12-02T10:00:00+09:00", "2026-12-04T10:00:00+09:00");
    let rule = rule(Unit::BusinessDay, 3, PausedDays::FromFirst);
    let due = counted(&rule, &facts, &seoul(&[]));
    // Friday 4, Monday 7, Tuesday 8.
    assert_eq!(due.due_on, day("2026-12-08"));
    let stopped = due.steps.iter().filter(|step| {
        matches!(
            step,
            Step::Skipped {
                why: Skipped::Stopped,
                ..
            }
        )
    });
    assert_eq!(stopped.count(), 2);
    assert!(
        due.steps
            .iter()
            .any(|step| matches!(step, Step::Stopped { to: Some(_), .. }))
    );
}

#[test]
fn hours_stand_still_to_the_instant() {
    let facts = asked("2026-12-01T11:30:00+09:00", "2026-12-01T14:00:00+09:00");
    let rule = rule(Unit::WorkingHour, 3, PausedDays::FromFirst);
    // Ten to half past eleven, then from two: half past three.
    let due = counted(&rule, &facts, &seoul(&[]));
    assert_eq!(due.due, at("2026-12-01T15:30:00+09:00"));
}

#[test]
fn a_pause_that_nobody_ended_says_since_when_and_gives_the_earliest_date() {
    let mut facts = received("2026-12-01T10:00:00+09:00");
    facts.push(happened("expert-asked", "2026-12-03T09:00:00+09:00"));
    let rule = rule(Unit::CalendarDay, 10, PausedDays::FromFirst);
    let due = counted(&rule, &facts, &seoul(&[]));
    let since = at("2026-12-03T09:00:00+09:00");
    assert_eq!(due.standing, Standing::Stopped { since });
    assert_eq!(due.due_on, day("2026-12-11"));
}

#[test]
fn an_answer_given_while_the_clock_stands_still_is_in_time() {
    let mut facts = received("2026-12-01T10:00:00+09:00");
    facts.push(happened("expert-asked", "2026-12-03T09:00:00+09:00"));
    facts.push(happened("decided", "2027-01-20T09:00:00+09:00"));
    let answered = Rule {
        satisfied_by: vec![FactKind::named("decided").unwrap()],
        ..rule(Unit::CalendarDay, 10, PausedDays::FromFirst)
    };
    let in_time = |facts: &[Happened]| match counted(&answered, facts, &seoul(&[])).standing {
        Standing::Satisfied { in_time, .. } => in_time,
        other => panic!("{other:?}"),
    };
    assert!(in_time(&facts));
    // Asked only after expiry, it is late all the same.
    facts[1] = happened("expert-asked", "2026-12-20T09:00:00+09:00");
    assert!(!in_time(&facts));
}

#[test]
fn nothing_else_stops_a_clock() {
    let mut facts = received("2026-12-01T10:00:00+09:00");
    facts.push(happened("supplement-asked", "2026-12-03T09:00:00+09:00"));
    facts.push(happened("supplement-received", "2026-12-09T09:00:00+09:00"));
    let rule = rule(Unit::CalendarDay, 10, PausedDays::FromFirst);
    let due = counted(&rule, &facts, &seoul(&[]));
    assert_eq!(due.due_on, day("2026-12-11"));
    // Nor does a question asked before the clock began and answered before it.
    let early = asked("2026-11-03T10:00:00+09:00", "2026-11-15T10:00:00+09:00");
    assert_eq!(
        counted(&rule, &early, &seoul(&[])).due_on,
        day("2026-12-11")
    );
    // Nor one after expiry: it is late.
    let late = happened("expert-asked", "2026-12-20T10:00:00+09:00");
    let facts = [received("2026-12-01T10:00:00+09:00"), vec![late]].concat();
    assert_eq!(
        counted(&rule, &facts, &seoul(&[])).standing,
        Standing::Running
    );
}
