//! Single days that people have asked about, by what they are in the world.

use jiff::civil::{Date, date};
use redress_kernel::calendar::Kind;
use redress_packs::calendars::{self, Confidence, Doubt};

fn kind(id: &str, day: Date) -> Kind {
    let national = calendars::national(id).unwrap_or_else(|| panic!("no calendar {id}"));
    national.calendar().expect("a time zone").kind(day)
}

fn works(id: &str, day: Date) -> bool {
    kind(id, day).works()
}

#[test]
fn the_holidays_of_the_test_vectors_are_holidays() {
    for (id, day) in [
        ("GB-EAW", date(2026, 12, 25)),
        ("GB-EAW", date(2026, 12, 28)),
        ("GB-EAW", date(2027, 1, 1)),
        ("LT", date(2026, 12, 24)),
        ("LT", date(2026, 12, 25)),
        ("LT", date(2027, 1, 1)),
        ("KR", date(2026, 12, 25)),
        ("KR", date(2027, 1, 1)),
    ] {
        assert!(!works(id, day), "{id} {day}");
    }
    for (id, day) in [
        ("GB-EAW", date(2026, 12, 24)),
        ("GB-EAW", date(2026, 12, 29)),
        ("LT", date(2026, 12, 28)),
        ("KR", date(2026, 12, 24)),
        ("KR", date(2026, 12, 31)),
    ] {
        assert!(works(id, day), "{id} {day}");
    }
}

#[test]
fn a_chinese_weekend_can_be_a_working_day_and_says_why() {
    // Saturday 10 October 2026, for the week of the National Day.
    assert!(
        matches!(kind("CN", date(2026, 10, 10)), Kind::MakeUp(name) if name.contains("国庆节"))
    );
    assert!(works("CN", date(2026, 2, 14)));
    assert!(!works("CN", date(2026, 10, 7)));
    assert!(!works("CN", date(2026, 10, 11)));
}

#[test]
fn taiwan_worked_saturdays_until_2025_and_got_three_days_more_that_year() {
    assert!(works("TW", date(2025, 2, 8)));
    for (month, day) in [(9, 29), (10, 24), (12, 25)] {
        assert!(!works("TW", date(2025, month, day)), "{month}-{day}");
    }
    assert!(works("TW", date(2025, 5, 1)));
    assert!(!works("TW", date(2026, 5, 1)));
}

#[test]
fn thursday_is_a_weekend_only_where_the_organisation_keeps_it() {
    let thursday = date(2026, 11, 26);
    assert!(works("IR", thursday));
    assert!(!works("IR-thu-fri", thursday));
    assert!(!works("IR", date(2026, 11, 27)));
    assert!(works("IR", date(2026, 11, 28)));
    // The holidays are the same.
    assert_eq!(
        calendars::national("IR").map(|it| &it.days),
        calendars::national("IR-thu-fri").map(|it| &it.days)
    );
}

#[test]
fn the_iranian_months_of_1405_are_those_of_its_official_calendar() {
    // Published in October 2025: 1 Farvardin, 6 and 14 Khordad, 3 and 4 Tir.
    for (month, day) in [(3, 21), (5, 27), (6, 4), (6, 24), (6, 25)] {
        assert!(!works("IR", date(2026, month, day)), "{month}-{day}");
    }
    // The month of Ordibehesht has no holiday, and 25 Farvardin is none any more.
    for (month, day) in [(4, 14), (5, 28), (6, 23)] {
        assert!(works("IR", date(2026, month, day)), "{month}-{day}");
    }
    assert_eq!(
        calendars::known("IR").map(|it| it.confidence(2026)),
        Some(Confidence::Computed)
    );
}

#[test]
fn temporary_holidays_of_korea_are_in_the_official_list() {
    for (year, month, day) in [(2023, 10, 2), (2024, 10, 1), (2025, 1, 27), (2025, 6, 3)] {
        assert!(!works("KR", date(year, month, day)));
    }
    // Workers' Day became everybody's holiday in 2026.
    assert!(works("KR", date(2025, 5, 1)));
    assert!(!works("KR", date(2026, 5, 1)));
}

#[test]
fn only_scotland_had_a_day_for_the_world_cup() {
    let day = date(2026, 6, 15);
    assert!(!works("GB-SCT", day));
    assert!(works("GB-EAW", day) && works("GB-NIR", day));
}

#[test]
fn a_year_without_a_list_warns_and_never_fails() {
    let korea = calendars::known("KR").expect("Korea");
    assert_eq!(korea.confidence(2027), Confidence::Official);
    assert_eq!(korea.doubt(2027), None);
    assert_eq!(korea.confidence(2028), Confidence::Computed);
    assert!(matches!(korea.doubt(2028), Some(Doubt::Computed { .. })));
    assert_eq!(korea.confidence(2031), Confidence::None);
    let doubt = korea.doubt(2031).expect("a doubt");
    assert_eq!(
        doubt.to_string(),
        "KR knows no holidays of 2031 (the last year it knows is 2028): only weekends were left out"
    );
    // New Year's Day of an unlisted year is a Wednesday like any other.
    assert!(works("KR", date(2031, 1, 1)));
}

#[test]
fn a_reason_is_told_in_english_and_in_the_countrys_language() {
    let Kind::Holiday(name) = kind("KR", date(2027, 2, 9)) else {
        panic!("a holiday");
    };
    assert_eq!(&*name, "Substitute holiday (Seollal) · 대체공휴일(설날)");
    let Kind::Holiday(name) = kind("GB-SCT", date(2026, 11, 30)) else {
        panic!("a holiday");
    };
    assert_eq!(&*name, "St Andrew's Day");
}
