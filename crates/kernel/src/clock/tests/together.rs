//! Several clocks on one complaint.

use super::*;

fn kind(name: &str) -> FactKind {
    FactKind::named(name).unwrap()
}

fn pack() -> Vec<Rule> {
    vec![
        Rule {
            window: true,
            satisfied_by: vec![kind("resolved")],
            lifts: vec!["final-response".to_owned()],
            ..Rule::new("summary-resolution", 3, Unit::BusinessDay)
        },
        Rule {
            satisfied_by: vec![kind("decided")],
            ended_by: vec![kind("withdrawn")],
            ..Rule::new("final-response", 8, Unit::Week)
        },
        Rule {
            start: kind("decided"),
            start_otherwise: Some("final-response".to_owned()),
            whose: Whose::Complainant,
            ..Rule::new("external-referral", 6, Unit::Month)
        },
        Rule {
            restarts_by: vec![kind("updated")],
            ended_by: vec![kind("decided")],
            ..Rule::new("update", 10, Unit::BusinessDay)
        },
    ]
}

fn standing(facts: &[Happened]) -> Vec<(String, Standing)> {
    clocks(&pack(), facts, &seoul(&[]))
        .into_iter()
        .map(|due| due.unwrap())
        .map(|due| (due.due_on.to_string(), due.standing))
        .collect()
}

const START: &str = "2026-12-01T10:00:00+09:00";

#[test]
fn all_run_side_by_side_each_to_its_own_date() {
    let running = standing(&received(START));
    let dates: Vec<&str> = running.iter().map(|(day, _)| day.as_str()).collect();
    // The referral is counted from the expiry of the answer.
    assert_eq!(
        dates,
        ["2026-12-04", "2027-01-26", "2027-07-26", "2026-12-15"]
    );
    assert!(
        running
            .iter()
            .all(|(_, standing)| *standing == Standing::Running)
    );
}

#[test]
fn resolved_in_time_lifts_the_answer_and_late_does_not() {
    let resolved = |when| {
        let facts = [received(START), vec![happened("resolved", when)]].concat();
        standing(&facts)[1].1.clone()
    };
    let lifted = resolved("2026-12-04T10:00:00+09:00");
    assert!(matches!(lifted, Standing::Lifted { by, .. } if by == "summary-resolution"));
    assert_eq!(resolved("2026-12-05T10:00:00+09:00"), Standing::Running);
}

#[test]
fn a_fact_satisfies_in_time_or_late_and_a_withdrawal_ends() {
    let of = |name, when| {
        let facts = [received(START), vec![happened(name, when)]].concat();
        standing(&facts)[1].1.clone()
    };
    assert!(matches!(
        of("decided", "2027-01-26T23:59:59+09:00"),
        Standing::Satisfied { in_time: true, .. }
    ));
    assert!(matches!(
        of("decided", "2027-01-27T00:00:00+09:00"),
        Standing::Satisfied { in_time: false, .. }
    ));
    assert!(matches!(
        of("withdrawn", "2026-12-09T10:00:00+09:00"),
        Standing::Ended { .. }
    ));
}

#[test]
fn each_update_starts_the_next() {
    let mut facts = received(START);
    facts.push(happened("updated", "2026-12-10T10:00:00+09:00"));
    let (day, _) = &standing(&facts)[3];
    assert_eq!(day, "2026-12-24");
    facts.push(happened("decided", "2026-12-11T10:00:00+09:00"));
    assert!(matches!(standing(&facts)[3].1, Standing::Ended { .. }));
}

#[test]
fn clocks_that_wait_for_each_other_are_named() {
    let waits = |id: &str, other: &str| Rule {
        start: kind("escalated"),
        start_otherwise: Some(other.to_owned()),
        ..Rule::new(id, 5, Unit::BusinessDay)
    };
    let pack = [waits("one", "two"), waits("two", "one")];
    let fault = due_among(&pack, "one", &received(START), &seoul(&[]));
    assert!(matches!(fault, Err(Fault::Circle(_))));
    let missing = due_among(&pack, "three", &received(START), &seoul(&[]));
    assert_eq!(missing, Err(Fault::NoSuchClock("three".to_owned())));
}
