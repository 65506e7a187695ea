//! First days, cut-offs, ends and hours.

use super::*;
use crate::calendar::{NamedDay, National};
use jiff::civil::time;
use std::collections::BTreeMap;

#[test]
fn the_explanation_names_every_day_and_why_it_was_skipped() {
    let calendar = seoul(&[]).closed([(day("2026-12-25"), "Christmas".into())]);
    let rule = Rule::new("reply", 2, Unit::BusinessDay);
    let due = counted(&rule, &received("2026-12-23T10:00:00+09:00"), &calendar);
    let days: Vec<String> = due
        .steps
        .iter()
        .filter_map(|step| match step {
            Step::Counted { day, number, .. } => Some(format!("{day} counts as {number}")),
            Step::Skipped { day, why } => Some(format!("{day} {why:?}")),
            _ => None,
        })
        .collect();
    assert_eq!(
        days,
        [
            "2026-12-23 FirstDay",
            "2026-12-24 counts as 1",
            "2026-12-25 Closure(\"Christmas\")",
            "2026-12-26 Weekend",
            "2026-12-27 Weekend",
            "2026-12-28 counts as 2",
        ]
    );
}

#[test]
fn a_make_up_saturday_counts_and_says_so() {
    let saturday = NamedDay {
        day: day("2026-02-14"),
        works: true,
        name: "Spring Festival".into(),
    };
    let shanghai = office("Asia/Shanghai", &WEEKEND, &[]).with_days([saturday]);
    let rule = Rule::new("acceptance", 2, Unit::BusinessDay);
    let due = counted(&rule, &received("2026-02-12T10:00:00+08:00"), &shanghai);
    assert_eq!(due.due_on, day("2026-02-14"));
    let made_up = Counted::MakeUp("Spring Festival".into());
    assert!(
        due.steps
            .iter()
            .any(|step| matches!(step, Step::Counted { why, .. } if *why == made_up))
    );
    // It has the hours of the other days.
    assert_eq!(shanghai.open_on(day("2026-02-14")).len(), 1);
}

#[test]
fn what_comes_after_the_cut_off_counts_as_received_on_the_next_working_day() {
    let rule = Rule {
        cut_off: Some(time(17, 0, 0, 0)),
        ..Rule::new("acknowledgement", 1, Unit::BusinessDay)
    };
    let calendar = seoul(&[]);
    let on = |start| counted(&rule, &received(start), &calendar).due_on;
    assert_eq!(on("2026-12-17T17:00:00+09:00"), day("2026-12-18"));
    assert_eq!(on("2026-12-17T17:00:01+09:00"), day("2026-12-21"));
    assert_eq!(on("2026-12-19T09:00:00+09:00"), day("2026-12-22"));
}

#[test]
fn the_end_rolls_only_as_the_rule_says_and_the_law_may_allow_more() {
    let calendar = seoul(&[]);
    let start = received("2026-12-10T10:00:00+09:00");
    let rule = |end_roll, end_roll_in_law| Rule {
        end_roll,
        end_roll_in_law,
        ..Rule::new("reply", 2, Unit::CalendarDay)
    };
    let next = Some(Roll::NextBusinessDay);
    let none = counted(&rule(Roll::None, next), &start, &calendar);
    assert_eq!(none.due_on, day("2026-12-12"));
    assert_eq!(none.latest_in_law.unwrap().due_on, day("2026-12-14"));
    let rolled = counted(&rule(Roll::NextBusinessDay, None), &start, &calendar);
    assert_eq!(rolled.due_on, day("2026-12-14"));
    let before = counted(&rule(Roll::PreviousBusinessDay, None), &start, &calendar);
    assert_eq!(before.due_on, day("2026-12-11"));
    // On a working day there is nothing to roll and nothing more to allow.
    let thursday = counted(
        &rule(Roll::None, next),
        &received("2026-12-08T10:00:00+09:00"),
        &calendar,
    );
    assert_eq!(
        (thursday.due_on, thursday.latest_in_law),
        (day("2026-12-10"), None)
    );
}

#[test]
fn months_end_on_the_same_number_or_the_last_day() {
    let calendar = seoul(&[]);
    let month = |first_day| Rule {
        first_day,
        ..Rule::new("reply", 1, Unit::Month)
    };
    let on = |first, start: &str| {
        let start = received(&format!("{start}T10:00:00+09:00"));
        counted(&month(first), &start, &calendar).due_on.to_string()
    };
    assert_eq!(on(FirstDay::NotCounted, "2026-03-15"), "2026-04-15");
    assert_eq!(on(FirstDay::Counted, "2026-03-15"), "2026-04-14");
    assert_eq!(on(FirstDay::NotCounted, "2026-01-31"), "2026-02-28");
    assert_eq!(on(FirstDay::Counted, "2026-01-31"), "2026-02-28");
    assert_eq!(on(FirstDay::NotCounted, "2028-01-31"), "2028-02-29");
    assert_eq!(on(FirstDay::NotCounted, "2028-02-29"), "2028-03-29");
}

#[test]
fn close_of_business_is_when_the_office_closes() {
    let rule = Rule {
        due_at: DueAt::CloseOfBusiness,
        ..Rule::new("summary-resolution", 3, Unit::BusinessDay)
    };
    let due = counted(&rule, &received("2026-12-18T10:00:00+09:00"), &seoul(&[]));
    assert_eq!(due.due, at("2026-12-23T18:00:00+09:00"));
}

#[test]
fn hours_that_end_with_the_office_end_that_evening() {
    let rule = Rule::new("immediate", 8, Unit::WorkingHour);
    let due = counted(&rule, &received("2026-12-23T03:00:00+09:00"), &seoul(&[]));
    assert_eq!(due.due, at("2026-12-23T18:00:00+09:00"));
    let late = counted(&rule, &received("2026-12-23T21:00:00+09:00"), &seoul(&[]));
    assert_eq!(late.due, at("2026-12-24T18:00:00+09:00"));
}

#[test]
fn hours_that_end_at_midnight_end_on_the_day_before() {
    let hours = Hours::read(&["00:00-24:00"]).unwrap();
    let calendar = office("Asia/Seoul", &WEEKEND, &[]).with_hours(hours);
    let rule = Rule::new("immediate", 2, Unit::WorkingHour);
    let due = counted(&rule, &received("2026-12-23T22:00:00+09:00"), &calendar);
    assert_eq!(due.due_on, day("2026-12-23"));
    assert_eq!(due.due, at("2026-12-23T23:59:59.999999+09:00"));
}

#[test]
fn a_year_without_an_official_list_warns_and_counts() {
    let days = vec![NamedDay {
        day: day("2026-12-25"),
        works: false,
        name: "Christmas".into(),
    }];
    let korea = National {
        id: "KR".to_owned(),
        version: "1".to_owned(),
        zone: "Asia/Seoul".to_owned(),
        weekend: WEEKEND.to_vec(),
        hours: Hours::default(),
        years: BTreeMap::from([(2026, Listed::Official)]),
        days,
        source: String::new(),
    };
    let rule = Rule::new("reply", 10, Unit::BusinessDay);
    let facts = received("2026-12-23T10:00:00+09:00");
    let due = counted(&rule, &facts, &korea.calendar().unwrap());
    assert_eq!(due.due_on, day("2027-01-07"));
    let caution = Caution {
        year: 2027,
        listed: None,
    };
    assert_eq!(due.cautions, [caution]);
    let christmas = Skipped::Holiday("Christmas".into());
    assert!(
        due.steps
            .iter()
            .any(|step| matches!(step, Step::Skipped { why, .. } if *why == christmas))
    );
    // Days that need no calendar need no warning.
    let days = Rule::new("reply", 10, Unit::CalendarDay);
    assert_eq!(
        counted(&days, &facts, &korea.calendar().unwrap()).cautions,
        []
    );
}
