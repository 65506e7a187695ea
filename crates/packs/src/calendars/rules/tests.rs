use super::*;
use jiff::civil::date;

fn off(id: &str, year: i16) -> Year {
    holidays(id, year).unwrap_or_else(|| panic!("no rule for {id} in {year}"))
}

fn name(id: &str, day: jiff::civil::Date) -> String {
    off(id, day.year())
        .days
        .get(&day)
        .cloned()
        .unwrap_or_default()
}

#[test]
fn easter_is_where_the_church_has_it() {
    // Also the earliest (22 March) and the latest (25 April) that the computus knows.
    let known = [
        (1818, 3, 22),
        (1943, 4, 25),
        (2000, 4, 23),
        (2022, 4, 17),
        (2023, 4, 9),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2027, 3, 28),
        (2028, 4, 16),
        (2038, 4, 25),
    ];
    for (year, month, day) in known {
        assert_eq!(easter(year), date(year, month, day));
    }
}

#[test]
fn christmas_on_a_weekend_is_made_good_after_boxing_day() {
    // 25 December 2027 is a Saturday, 26 a Sunday.
    for id in ["GB-EAW", "GB-SCT", "GB-NIR", "AU"] {
        assert_eq!(
            name(id, date(2027, 12, 27)),
            "Christmas Day (substitute day)"
        );
        assert_eq!(name(id, date(2027, 12, 28)), "Boxing Day (substitute day)");
    }
    // 25 December 2022 is a Sunday: Boxing Day keeps its Monday.
    assert_eq!(name("GB-EAW", date(2022, 12, 26)), "Boxing Day");
    assert_eq!(
        name("GB-EAW", date(2022, 12, 27)),
        "Christmas Day (substitute day)"
    );
}

#[test]
fn scotland_has_two_days_at_new_year_and_no_easter_monday() {
    let year = off("GB-SCT", 2022);
    // 1 and 2 January 2022 are a weekend.
    assert!(year.is_off(date(2022, 1, 3)) && year.is_off(date(2022, 1, 4)));
    assert!(!year.is_off(date(2022, 4, 18)));
    assert!(year.is_off(date(2022, 8, 1)) && !year.is_off(date(2022, 8, 29)));
    // 30 November 2024 is a Saturday.
    assert_eq!(
        name("GB-SCT", date(2024, 12, 2)),
        "St Andrew's Day (substitute day)"
    );
    assert_eq!(name("GB-SCT", date(2026, 6, 15)), "World Cup bank holiday");
    assert_eq!(name("GB-EAW", date(2026, 6, 15)), "");
}

#[test]
fn northern_ireland_keeps_saint_patrick_and_the_boyne() {
    // 17 March 2024 is a Sunday, 12 July 2025 a Saturday.
    assert_eq!(
        name("GB-NIR", date(2024, 3, 18)),
        "St Patrick's Day (substitute day)"
    );
    assert!(off("GB-NIR", 2025).is_off(date(2025, 7, 14)));
    assert!(off("GB-NIR", 2026).is_off(date(2026, 4, 6)));
}

#[test]
fn a_federal_holiday_on_saturday_is_observed_on_friday_even_in_the_old_year() {
    assert_eq!(name("US", date(2026, 7, 3)), "Independence Day (observed)");
    assert_eq!(name("US", date(2027, 12, 31)), "New Year's Day (observed)");
    assert!(!off("US", 2028).is_off(date(2028, 1, 3)));
    assert_eq!(name("US", date(2026, 11, 26)), "Thanksgiving Day");
}

#[test]
fn target_closes_on_six_days_and_moves_none() {
    let year = off("EU-TARGET", 2027);
    let closed: Vec<String> = year.days.keys().map(ToString::to_string).collect();
    assert_eq!(
        closed,
        [
            "2027-01-01",
            "2027-03-26",
            "2027-03-29",
            "2027-05-01",
            "2027-12-25",
            "2027-12-26"
        ]
    );
}

#[test]
fn a_day_for_anzac_day_is_not_a_holiday_everywhere() {
    // 25 April 2027 is a Sunday; only some states give the Monday.
    assert!(!off("AU", 2027).is_off(date(2027, 4, 26)));
    assert_eq!(
        name("AU", date(2025, 1, 27)),
        "Australia Day (substitute day)"
    );
}

#[test]
fn ching_ming_on_easter_sunday_moves_past_easter_monday_in_hong_kong() {
    assert_eq!(name("HK", date(2026, 4, 7)), "清明節（補假）");
    // The second day of the lunar new year 2024 is a Sunday: the fourth day is off.
    assert_eq!(name("HK", date(2024, 2, 13)), "農曆年初二（補假）");
}

#[test]
fn korea_makes_good_a_festival_only_for_a_sunday() {
    // Seollal of 2027 has a Sunday; Chuseok of 2026 has only a Saturday.
    assert_eq!(name("KR", date(2027, 2, 9)), "대체공휴일(설날)");
    assert_eq!(name("KR", date(2026, 9, 28)), "");
    // Children's Day and the Buddha's birthday fell together in 2025: one day for both.
    assert!(off("KR", 2025).is_off(date(2025, 5, 6)));
    assert!(!off("KR", 2025).is_off(date(2025, 5, 7)));
    assert_eq!(name("KR", date(2025, 5, 1)), "");
    assert_eq!(name("KR", date(2026, 5, 1)), "노동절");
}

#[test]
fn taiwan_gives_the_friday_for_a_saturday_and_spreads_april() {
    assert_eq!(name("TW", date(2026, 10, 9)), "補假");
    assert_eq!(name("TW", date(2027, 12, 31)), "補假");
    // Children's Day and Ching Ming of 2028 are one Tuesday.
    assert_eq!(name("TW", date(2028, 4, 3)), "補假");
}

#[test]
fn the_last_day_of_a_persian_leap_year_is_off() {
    assert_eq!(name("IR", date(2025, 3, 20)), "آخرین روز سال");
    assert_eq!(name("IR", date(2026, 3, 20)), "روز ملی شدن صنعت نفت");
    assert_eq!(name("IR", date(2026, 3, 21)), "جشن نوروز; عید سعید فطر");
}

#[test]
fn a_year_nobody_compared_has_no_rule() {
    assert_eq!(holidays("US", 2036), None);
    assert_eq!(holidays("CN", 2026), None);
    assert_eq!(holidays("IR", 2029), None);
    assert_eq!(holidays("ZZ", 2026), None);
}
