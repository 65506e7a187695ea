//! Longer only by a decision within its limits, and with a notice before expiry.

use super::*;

fn once(counted_from: CountedFrom, amount: u32) -> Rule {
    Rule {
        extension: Some(Extension {
            amount,
            unit: Unit::BusinessDay,
            counted_from,
            times: 1,
            approver: Level::Manager,
            reason: true,
            consent_from: None,
            notice: FactKind::named("delay-notified"),
        }),
        ..Rule::new("reply", 5, Unit::BusinessDay)
    }
}

const START: &str = "2026-12-01T10:00:00+09:00";

fn with(more: &[(&str, &str)]) -> Vec<Happened> {
    let mut facts = received(START);
    facts.extend(more.iter().map(|(kind, at)| happened(kind, at)));
    facts
}

#[test]
fn from_the_start_it_replaces_and_from_the_due_day_it_adds() {
    let facts = with(&[("extended", "2026-12-04T10:00:00+09:00")]);
    let replaced = counted(&once(CountedFrom::Start, 8), &facts, &seoul(&[]));
    assert_eq!(replaced.due_on, day("2026-12-11"));
    let added = counted(&once(CountedFrom::Due, 8), &facts, &seoul(&[]));
    // Five days end on 8 December, eight more on the 18th.
    assert_eq!(added.due_on, day("2026-12-18"));
}

#[test]
fn a_second_one_and_one_after_expiry_change_nothing_and_say_why() {
    let rule = once(CountedFrom::Due, 5);
    let twice = with(&[
        ("extended", "2026-12-04T10:00:00+09:00"),
        ("extended", "2026-12-07T10:00:00+09:00"),
    ]);
    let due = counted(&rule, &twice, &seoul(&[]));
    assert_eq!(due.due_on, day("2026-12-15"));
    let because = NoExtension::TooMany { times: 1 };
    assert!(
        due.steps
            .iter()
            .any(|it| matches!(it, Step::NotExtended { because: b, .. } if *b == because))
    );

    let late = with(&[("extended", "2026-12-09T00:00:00+09:00")]);
    let due = counted(&rule, &late, &seoul(&[]));
    assert_eq!(due.due_on, day("2026-12-08"));
    assert!(due.steps.iter().any(|it| matches!(
        it,
        Step::NotExtended {
            because: NoExtension::TooLate,
            ..
        }
    )));
}

#[test]
fn the_notice_is_a_clock_of_its_own() {
    let rule = once(CountedFrom::Due, 5);
    let silent = counted(
        &rule,
        &with(&[("extended", "2026-12-04T10:00:00+09:00")]),
        &seoul(&[]),
    );
    let [notice] = silent.notices.as_slice() else {
        panic!("one extension, one notice")
    };
    assert_eq!(notice.due, at("2026-12-08T23:59:59.999999+09:00"));
    assert!(!notice.in_time());
    let told = with(&[
        ("extended", "2026-12-04T10:00:00+09:00"),
        ("delay-notified", "2026-12-04T11:00:00+09:00"),
    ]);
    assert!(counted(&rule, &told, &seoul(&[])).notices[0].in_time());
}

#[test]
fn who_may_extend_for_how_long_and_with_what_reason() {
    let rule = once(CountedFrom::Due, 5);
    let due = counted(&rule, &received(START), &seoul(&[]));
    let ask = Ask {
        by: Level::Manager,
        reason: "An expert looks at the meter.",
        amount: 5,
        at: at("2026-12-03T10:00:00+09:00"),
        consent: false,
    };
    assert_eq!(rule.may_extend(&ask, 0, &due), Ok(()));
    let refused = [
        (
            Ask {
                by: Level::Handler,
                ..ask
            },
            0,
            NoExtension::NotApproved {
                approver: Level::Manager,
            },
        ),
        (Ask { reason: " ", ..ask }, 0, NoExtension::NoReason),
        (
            Ask { amount: 6, ..ask },
            0,
            NoExtension::TooMuch { amount: 5 },
        ),
        (ask, 1, NoExtension::TooMany { times: 1 }),
        (
            Ask {
                at: at("2026-12-09T10:00:00+09:00"),
                ..ask
            },
            0,
            NoExtension::TooLate,
        ),
    ];
    for (ask, taken, because) in refused {
        assert_eq!(rule.may_extend(&ask, taken, &due), Err(because));
    }
    let without = Rule::new("reply", 5, Unit::BusinessDay);
    assert_eq!(
        without.may_extend(&ask, 0, &due),
        Err(NoExtension::NotProvided)
    );
}

#[test]
fn a_second_extension_can_need_the_consent_of_the_complainant() {
    let mut rule = once(CountedFrom::Due, 5);
    rule.extension = rule.extension.map(|it| Extension {
        times: 2,
        consent_from: Some(2),
        ..it
    });
    let due = counted(&rule, &with(&[]), &seoul(&[]));
    let ask = Ask {
        by: Level::Manager,
        reason: "An expert looks at the meter.",
        amount: 5,
        at: at("2026-12-03T10:00:00+09:00"),
        consent: false,
    };
    let agreed = Ask {
        consent: true,
        ..ask
    };
    assert_eq!(rule.may_extend(&ask, 0, &due), Ok(()));
    assert_eq!(rule.may_extend(&ask, 1, &due), Err(NoExtension::NoConsent));
    assert_eq!(rule.may_extend(&agreed, 1, &due), Ok(()));
    let times = NoExtension::TooMany { times: 2 };
    assert_eq!(rule.may_extend(&agreed, 2, &due), Err(times));
}

#[test]
fn while_the_clock_stands_still_it_is_not_too_late_to_extend() {
    let asked = FactKind::named("expert-asked").unwrap();
    let rule = Rule {
        paused_by: vec![Pause {
            from: asked,
            to: FactKind::named("expert-answered").unwrap(),
            days: PausedDays::FromFirst,
        }],
        ..once(CountedFrom::Due, 5)
    };
    let facts = with(&[
        ("expert-asked", "2026-12-03T10:00:00+09:00"),
        ("extended", "2026-12-20T10:00:00+09:00"),
    ]);
    let due = counted(&rule, &facts, &seoul(&[]));
    assert!(
        due.steps
            .iter()
            .any(|it| matches!(it, Step::Extended { .. }))
    );
}
