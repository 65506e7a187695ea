//! Clocks that jump, years that leap, times that end: an answer, never a crash.

use super::*;
use crate::calendar::NoSuchZone;

#[test]
fn a_zone_without_data_is_an_error_and_not_utc() {
    assert_eq!(
        zone("Mars/Olympus"),
        Err(NoSuchZone("Mars/Olympus".to_owned()))
    );
    assert!(zone("Etc/Unknown").is_err());
    assert!(zone("").is_err());
}

#[test]
fn hours_that_do_not_exist_are_not_counted_and_hours_that_come_twice_count_twice() {
    let night = Hours::read(&["00:00-06:00"]).unwrap();
    let vilnius = office("Europe/Vilnius", &[], &[]).with_hours(night);
    let rule = Rule::new("immediate", 4, Unit::WorkingHour);
    // On 29 March 2026 it is four o'clock after three: the fourth hour ends at five.
    let spring = counted(&rule, &received("2026-03-29T00:00:00+02:00"), &vilnius);
    assert_eq!(spring.due, at("2026-03-29T05:00:00+03:00"));
    // On 25 October it is three twice.
    let autumn = counted(&rule, &received("2026-10-25T00:00:00+03:00"), &vilnius);
    assert_eq!(autumn.due, at("2026-10-25T03:00:00+02:00"));
}

#[test]
fn a_day_without_midnight_begins_at_its_first_instant() {
    // Cairo jumps from 00:00 to 01:00 on 24 April 2026.
    let cairo = office("Africa/Cairo", &[Weekday::Friday, Weekday::Saturday], &[]);
    let rule = Rule::new("reply", 1, Unit::CalendarDay);
    let due = counted(&rule, &received("2026-04-22T10:00:00+02:00"), &cairo);
    assert_eq!(due.due, at("2026-04-23T23:59:59.999999+02:00"));
    let next = counted(&rule, &received("2026-04-23T10:00:00+02:00"), &cairo);
    assert_eq!(next.due, at("2026-04-24T23:59:59.999999+03:00"));
}

#[test]
fn the_end_of_time_and_an_office_that_never_works_are_errors() {
    let calendar = seoul(&[]);
    let far = received("9999-12-20T10:00:00Z");
    let rule = Rule::new("reply", 30, Unit::CalendarDay);
    assert_eq!(due(&rule, &far, &calendar), Err(Fault::TooFar));
    let out = [Happened::new(
        FactKind::RECEIVED,
        Instant::from_micros(i64::MAX),
    )];
    assert_eq!(due(&rule, &out, &calendar), Err(Fault::TooFar));
    let ages = Rule::new("reply", u32::MAX, Unit::Week);
    assert_eq!(
        due(&ages, &received("2026-01-01T00:00:00Z"), &calendar),
        Err(Fault::TooFar)
    );
    let months = Rule::new("reply", u32::MAX, Unit::Month);
    assert_eq!(
        due(&months, &received("2026-01-01T00:00:00Z"), &calendar),
        Err(Fault::TooFar)
    );

    let week = [0, 1, 2, 3, 4, 5, 6].map(|n| Weekday::from_monday_zero_offset(n).unwrap());
    let never = office("UTC", &week, &[]);
    for unit in [Unit::BusinessDay, Unit::WorkingHour] {
        let rule = Rule::new("reply", 1, unit);
        let fault = due(&rule, &received("2026-01-01T00:00:00Z"), &never);
        assert_eq!(fault, Err(Fault::NeverWorks));
    }
}

#[test]
fn a_clock_whose_fact_has_not_happened_has_not_started() {
    let rule = Rule {
        start: FactKind::named("acknowledged").unwrap(),
        ..Rule::new("stage-1", 10, Unit::BusinessDay)
    };
    let fault = due(&rule, &received("2026-01-01T00:00:00Z"), &seoul(&[]));
    assert_eq!(fault, Err(Fault::NotStarted(rule.start)));
}

#[test]
fn a_wrong_sum_is_found() {
    let rule = Rule::new("reply", 3, Unit::BusinessDay);
    let due = counted(&rule, &received("2026-12-18T10:00:00+09:00"), &seoul(&[]));
    for left_out in 1..due.steps.len() - 1 {
        let mut steps = due.steps.clone();
        let step = steps.remove(left_out);
        if matches!(step, Step::Counted { .. } | Step::Skipped { .. }) && left_out > 2 {
            assert!(adds_up(&steps).is_err(), "without {step:?}");
        }
    }
}

#[test]
fn a_leap_day_is_a_day_and_a_month_without_it_ends_a_day_earlier() {
    let calendar = office("Europe/Vilnius", &[Weekday::Saturday, Weekday::Sunday], &[]);
    let on = |amount, unit, start: &str| {
        let rule = Rule {
            first_day: FirstDay::NotCounted,
            ..Rule::new("reply", amount, unit)
        };
        counted(&rule, &received(start), &calendar)
            .due_on
            .to_string()
    };
    // 29 February 2028 is a Tuesday.
    assert_eq!(
        on(1, Unit::CalendarDay, "2028-02-28T10:00:00+02:00"),
        "2028-02-29"
    );
    assert_eq!(
        on(2, Unit::CalendarDay, "2028-02-28T10:00:00+02:00"),
        "2028-03-01"
    );
    assert_eq!(
        on(2, Unit::CalendarDay, "2027-02-28T10:00:00+02:00"),
        "2027-03-02"
    );
    assert_eq!(
        on(1, Unit::BusinessDay, "2028-02-28T10:00:00+02:00"),
        "2028-02-29"
    );
    assert_eq!(on(1, Unit::Week, "2028-02-29T10:00:00+02:00"), "2028-03-07");
    // A year later there is no such day: the last one of the month.
    assert_eq!(
        on(12, Unit::Month, "2028-02-29T10:00:00+02:00"),
        "2029-02-28"
    );
    assert_eq!(
        on(48, Unit::Month, "2028-02-29T10:00:00+02:00"),
        "2032-02-29"
    );
    // Received in the last minute of the leap day as the office's clock shows it.
    assert_eq!(
        on(1, Unit::CalendarDay, "2028-02-29T21:59:00Z"),
        "2028-03-01"
    );
    assert_eq!(
        on(1, Unit::CalendarDay, "2028-02-29T22:00:00Z"),
        "2028-03-02"
    );
}

#[test]
fn received_in_the_hour_that_comes_twice_or_at_the_jump_is_the_same_day() {
    let calendar = office("Europe/Vilnius", &[Weekday::Saturday, Weekday::Sunday], &[]);
    let rule = Rule::new("reply", 1, Unit::CalendarDay);
    let due = |start: &str| counted(&rule, &received(start), &calendar).due;
    // 25 October 2026: from 03:00 to 04:00 twice; both are the same day of 25 hours.
    let (first, second) = (
        due("2026-10-25T03:30:00+03:00"),
        due("2026-10-25T03:30:00+02:00"),
    );
    assert_eq!(first, second);
    assert_eq!(first, at("2026-10-26T23:59:59.999999+02:00"));
    // 29 March 2026: the hour from 03:00 is not there; the day has 23 hours.
    let (before, after) = (
        due("2026-03-29T02:59:59+02:00"),
        due("2026-03-29T04:00:00+03:00"),
    );
    assert_eq!(before, after);
    assert_eq!(before, at("2026-03-30T23:59:59.999999+03:00"));
}
