//! The thirteen vectors: rule, start and due day computed by hand from the texts
//! of the rules. The days off of each stand beside it.

use super::*;

fn days(amount: u32) -> Rule {
    Rule::new("vector", amount, Unit::CalendarDay)
}

fn business(amount: u32) -> Rule {
    Rule::new("vector", amount, Unit::BusinessDay)
}

/// Korea: six days and more are business days, and the first one counts.
fn korean(amount: u32) -> Rule {
    Rule {
        first_day: FirstDay::Counted,
        ..business(amount)
    }
}

fn on(rule: &Rule, start: &str, calendar: &Calendar) -> String {
    counted(rule, &received(start), calendar).due_on.to_string()
}

fn london(off: &[&str]) -> Calendar {
    office("Europe/London", &WEEKEND, off)
}

#[test]
fn uk_summary_resolution_three_business_days() {
    let due = on(&business(3), "2026-12-18T11:00:00Z", &london(&[]));
    assert_eq!(due, "2026-12-23");
}

#[test]
fn uk_summary_resolution_over_christmas() {
    let calendar = london(&["2026-12-25", "2026-12-28"]);
    let due = on(&business(3), "2026-12-24T11:00:00Z", &calendar);
    assert_eq!(due, "2026-12-31");
}

#[test]
fn uk_eight_weeks_to_the_same_weekday() {
    let rule = Rule::new("final-response", 8, Unit::Week);
    let due = counted(&rule, &received("2026-12-24T11:00:00Z"), &london(&[]));
    assert_eq!(due.due_on, day("2027-02-18"));
    assert_eq!(due.due, at("2027-02-18T23:59:59.999999Z"));
}

#[test]
fn uk_payment_services_fifteen_and_thirty_five_business_days() {
    let calendar = london(&["2026-12-25", "2026-12-28", "2027-01-01"]);
    let start = "2026-12-24T11:00:00Z";
    assert_eq!(on(&business(15), start, &calendar), "2027-01-19");
    assert_eq!(on(&business(35), start, &calendar), "2027-02-16");
}

#[test]
fn au_thirty_twenty_one_and_forty_five_calendar_days() {
    let sydney = office("Australia/Sydney", &WEEKEND, &[]);
    let start = "2026-12-24T10:00:00+11:00";
    assert_eq!(on(&days(30), start, &sydney), "2027-01-23");
    assert_eq!(on(&days(21), start, &sydney), "2027-01-14");
    assert_eq!(on(&days(45), start, &sydney), "2027-02-07");
}

#[test]
fn us_fifteen_and_sixty_calendar_days() {
    let new_york = office("America/New_York", &WEEKEND, &[]);
    let start = "2026-12-24T10:00:00-05:00";
    assert_eq!(on(&days(15), start, &new_york), "2027-01-08");
    assert_eq!(on(&days(60), start, &new_york), "2027-02-22");
}

#[test]
fn lt_fourteen_calendar_days() {
    let vilnius = office("Europe/Vilnius", &WEEKEND, &[]);
    let due = on(&days(14), "2026-12-24T10:00:00+02:00", &vilnius);
    assert_eq!(due, "2027-01-07");
}

#[test]
fn lt_fifteen_business_days() {
    let off = ["2026-12-24", "2026-12-25", "2026-12-26", "2027-01-01"];
    let vilnius = office("Europe/Vilnius", &WEEKEND, &off);
    let due = on(&business(15), "2026-12-23T10:00:00+02:00", &vilnius);
    assert_eq!(due, "2027-01-18");
}

#[test]
fn kr_seven_days_the_first_counted() {
    let due = on(&korean(7), "2026-12-14T10:00:00+09:00", &seoul(&[]));
    assert_eq!(due, "2026-12-22");
}

#[test]
fn kr_fourteen_days_the_first_counted() {
    let calendar = seoul(&["2026-12-25", "2027-01-01"]);
    let due = on(&korean(14), "2026-12-14T10:00:00+09:00", &calendar);
    assert_eq!(due, "2027-01-04");
}

#[test]
fn kr_five_days_are_forty_working_hours() {
    let rule = Rule::new("vector", 40, Unit::WorkingHour);
    let calendar = seoul(&["2026-12-25", "2027-01-01"]);
    let due = counted(&rule, &received("2026-12-23T16:00:00+09:00"), &calendar);
    assert_eq!(due.due, at("2026-12-31T16:00:00+09:00"));
    assert_eq!(due.due_on, day("2026-12-31"));
}

#[test]
fn kr_immediately_is_three_working_hours() {
    let rule = Rule::new("immediate", 3, Unit::WorkingHour);
    let calendar = seoul(&["2026-12-25"]);
    let due = counted(&rule, &received("2026-12-23T16:30:00+09:00"), &calendar);
    assert_eq!(due.due, at("2026-12-24T10:30:00+09:00"));
}

#[test]
fn cn_bank_fifteen_thirty_and_sixty_calendar_days() {
    let shanghai = office("Asia/Shanghai", &WEEKEND, &[]);
    let start = "2026-12-24T10:00:00+08:00";
    assert_eq!(on(&days(15), start, &shanghai), "2027-01-08");
    assert_eq!(on(&days(30), start, &shanghai), "2027-01-23");
    assert_eq!(on(&days(60), start, &shanghai), "2027-02-22");
}
