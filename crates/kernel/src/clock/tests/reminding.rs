//! Nobody is reminded while the office is closed.

use super::*;

#[test]
fn warnings_come_before_and_the_ladder_after_in_office_hours() {
    let rung = |to, days| Rung {
        to,
        after: Lead::BusinessDays(days),
    };
    let rule = Rule {
        warn_before: vec![Lead::Days(2), Lead::BusinessDays(3), Lead::WorkingHours(9)],
        escalate_to: vec![
            rung(Level::Handler, 0),
            rung(Level::Manager, 1),
            rung(Level::TopManagement, 2),
        ],
        ..Rule::new("reply", 13, Unit::CalendarDay)
    };
    // Due on Monday 14 December: two days before is a Saturday.
    let due = counted(&rule, &received("2026-12-01T10:00:00+09:00"), &seoul(&[]));
    assert_eq!(due.due_on, day("2026-12-14"));
    let all: Vec<(String, Occasion)> = reminders(&rule, &due, &seoul(&[]))
        .into_iter()
        .map(|it| (it.at.to_string(), it.occasion))
        .collect();
    let expected = [
        ("2026-12-09T00:00:00Z", Occasion::Warning),
        ("2026-12-11T00:00:00Z", Occasion::Warning),
        ("2026-12-11T08:00:00Z", Occasion::Warning),
        ("2026-12-15T00:00:00Z", Occasion::Missed(Level::Handler)),
        ("2026-12-16T00:00:00Z", Occasion::Missed(Level::Manager)),
        (
            "2026-12-17T00:00:00Z",
            Occasion::Missed(Level::TopManagement),
        ),
    ];
    assert_eq!(all, expected.map(|(at, it)| (at.to_owned(), it)));
}

#[test]
fn no_warning_comes_before_the_complaint() {
    let rule = Rule {
        warn_before: vec![Lead::Days(5), Lead::WorkingHours(90)],
        ..Rule::new("acknowledgement", 1, Unit::BusinessDay)
    };
    let due = counted(&rule, &received("2026-12-01T10:00:00+09:00"), &seoul(&[]));
    let all = reminders(&rule, &due, &seoul(&[]));
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].at, due.started);
}

#[test]
fn the_week_ahead_shows_what_would_be_missed() {
    let calendar = seoul(&[]);
    let reply = |days| {
        let rule = Rule::new("reply", days, Unit::CalendarDay);
        counted(&rule, &received("2026-12-01T10:00:00+09:00"), &calendar)
    };
    let dues = [reply(1), reply(3), reply(4), reply(4), reply(40)];
    let now = at("2026-12-03T09:00:00+09:00");
    let week = forecast(dues.iter().enumerate(), now, 7, &calendar);
    assert_eq!(week.overdue, [0]);
    assert_eq!(week.days.len(), 7);
    assert_eq!(week.days[1], (day("2026-12-04"), vec![1]));
    assert_eq!(week.days[2], (day("2026-12-05"), vec![2, 3]));
}
