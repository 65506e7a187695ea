use super::*;

fn file(body: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{body}END:VCALENDAR\n")
}

fn event(body: &str) -> String {
    file(&format!("BEGIN:VEVENT\n{body}END:VEVENT\n"))
}

fn days(text: &str) -> Vec<String> {
    let imported = read("closed.ics", text.as_bytes(), 2024..=2028).expect("read");
    let told = |it: &ImportedDay| {
        let mark = if it.works { " works" } else { "" };
        format!("{} {}{mark}", it.day, it.name)
    };
    imported.days.iter().map(told).collect()
}

fn refused(text: &str) -> String {
    let fault = read("closed.ics", text.as_bytes(), 2024..=2028).expect_err("refused");
    fault.to_string()
}

#[test]
fn a_day_a_stretch_and_a_duration_close_the_office() {
    let one = event("SUMMARY:Stocktaking\nDTSTART;VALUE=DATE:20261130\n");
    assert_eq!(days(&one), ["2026-11-30 Stocktaking"]);
    let three = event("SUMMARY:Move\nDTSTART;VALUE=DATE:20261230\nDTEND;VALUE=DATE:20270102\n");
    assert_eq!(
        days(&three),
        ["2026-12-30 Move", "2026-12-31 Move", "2027-01-01 Move"]
    );
    let two = event("SUMMARY:Repair\nDTSTART:20260302\nDURATION:P2D\n");
    assert_eq!(days(&two), ["2026-03-02 Repair", "2026-03-03 Repair"]);
    // Some programs write the day itself as its end.
    let same = event("SUMMARY:Feast\nDTSTART;VALUE=DATE:20260624\nDTEND;VALUE=DATE:20260624\n");
    assert_eq!(days(&same), ["2026-06-24 Feast"]);
}

#[test]
fn a_year_later_it_comes_again_until_it_ends_and_but_for_exceptions() {
    let founding = event(
        "SUMMARY:Founding day\nDTSTART;VALUE=DATE:20200302\nRRULE:FREQ=YEARLY;UNTIL=20270302\nEXDATE;VALUE=DATE:20250302\n",
    );
    assert_eq!(
        days(&founding),
        [
            "2024-03-02 Founding day",
            "2026-03-02 Founding day",
            "2027-03-02 Founding day"
        ]
    );
    let thanks = event(
        "SUMMARY:Thanksgiving\nDTSTART;VALUE=DATE:20231123\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=3\n",
    );
    assert_eq!(
        days(&thanks),
        ["2024-11-28 Thanksgiving", "2025-11-27 Thanksgiving"]
    );
    let leap = event("SUMMARY:Leap\nDTSTART;VALUE=DATE:20200229\nRRULE:FREQ=YEARLY\n");
    assert_eq!(days(&leap), ["2024-02-29 Leap", "2028-02-29 Leap"]);
    let every_second =
        event("SUMMARY:Fair\nDTSTART;VALUE=DATE:20210601\nRRULE:FREQ=YEARLY;INTERVAL=2\n");
    assert_eq!(days(&every_second), ["2025-06-01 Fair", "2027-06-01 Fair"]);
    let last = event(
        "SUMMARY:Year end\nDTSTART;VALUE=DATE:20261231\nRRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1,-2\n",
    );
    assert_eq!(
        days(&last)[..3],
        [
            "2026-12-31 Year end",
            "2027-12-30 Year end",
            "2027-12-31 Year end"
        ]
    );
}

#[test]
fn one_event_can_stand_for_a_day_of_another() {
    let text = file(
        "BEGIN:VEVENT\nUID:a\nSUMMARY:Outing\nDTSTART;VALUE=DATE:20250606\nRRULE:FREQ=YEARLY\nEND:VEVENT\n\
         BEGIN:VEVENT\nUID:a\nRECURRENCE-ID;VALUE=DATE:20260606\nSUMMARY:Outing\nDTSTART;VALUE=DATE:20260608\nEND:VEVENT\n",
    );
    assert_eq!(
        days(&text),
        [
            "2025-06-06 Outing",
            "2026-06-08 Outing",
            "2027-06-06 Outing",
            "2028-06-06 Outing"
        ]
    );
}

#[test]
fn folded_lines_escapes_and_quotes_are_put_together() {
    // A fold in the middle of the two bytes of "ė".
    let mut text = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY;ALTREP=\"x:y;z\":Kal\xc4\r\n \x97dos\\, vakaras\\n\\\\\r\n".to_vec();
    text.extend_from_slice(b"DTSTART;VALUE=DATE:20261224\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    let imported = read("closed.ics", &text, 2026..=2026).expect("read");
    assert_eq!(imported.days[0].name, "Kalėdos, vakaras \\");
    assert_eq!(imported.days[0].line, 2);
}

#[test]
fn working_days_are_marked_by_name_or_by_property() {
    let chinese = event("SUMMARY:上班(补春节假期)\nDTSTART;VALUE=DATE:20260214\n");
    assert_eq!(days(&chinese), ["2026-02-14 上班(补春节假期) works"]);
    let marked = event(
        "SUMMARY:国庆节\nX-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY\nDTSTART;VALUE=DATE:20261010\n",
    );
    assert_eq!(days(&marked), ["2026-10-10 国庆节 works"]);
    // Published holidays are usually transparent: that does not open the office.
    let holiday = event("SUMMARY:한글날\nTRANSP:TRANSPARENT\nDTSTART;VALUE=DATE:20261009\n");
    assert_eq!(days(&holiday), ["2026-10-09 한글날"]);
}

#[test]
fn appointments_and_cancelled_events_close_nothing_and_are_told() {
    let text = file(
        "BEGIN:VEVENT\nSUMMARY:Dentist\nDTSTART;TZID=Europe/Vilnius:20261124T090000\nDTEND;TZID=Europe/Vilnius:20261124T100000\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Party\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20261125\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Long ago\nDTSTART;VALUE=DATE:20011125\nEND:VEVENT\n\
         BEGIN:VTODO\nSUMMARY:Not an event\nEND:VTODO\n",
    );
    let imported = read("closed.ics", text.as_bytes(), 2026..=2026).expect("read");
    assert!(imported.days.is_empty());
    let told: Vec<_> = imported
        .left_out
        .iter()
        .map(|it| (it.line, it.name.as_str(), it.why.code()))
        .collect();
    assert_eq!(
        told,
        [
            (3, "Dentist", "timed"),
            (8, "Party", "cancelled"),
            (13, "Long ago", "other-years")
        ]
    );
}

#[test]
fn two_names_for_a_day_are_joined_and_two_meanings_are_refused() {
    let joined = file(
        "BEGIN:VEVENT\nSUMMARY:A\nDTSTART:20260601\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:B\nDTSTART:20260601\nEND:VEVENT\n",
    );
    assert_eq!(days(&joined), ["2026-06-01 A; B"]);
    let both = joined.replace("SUMMARY:B", "SUMMARY:上班");
    assert_eq!(
        refused(&both),
        "closed.ics:7: 2026-06-01 either closed or worked, not both"
    );
}

#[test]
fn a_refusal_names_file_line_and_what_was_expected() {
    for (text, told) in [
        (String::new(), "closed.ics:1: BEGIN:VCALENDAR"),
        (
            "date,name\n".into(),
            "closed.ics:1: NAME:value, as in SUMMARY:Closed",
        ),
        (
            "BEGIN:VCARD\nEND:VCARD\n".into(),
            "closed.ics:1: BEGIN:VCALENDAR",
        ),
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n".into(),
            "closed.ics:3: END:VEVENT, not END:VCALENDAR",
        ),
        (
            "BEGIN:VCALENDAR\nVERSION:2.0\n".into(),
            "closed.ics:2: END:VCALENDAR before the file ends",
        ),
        (
            event("SUMMARY:Nothing\n"),
            "closed.ics:3: DTSTART in each event",
        ),
        (
            event("DTSTART;VALUE=DATE:20260230\n"),
            "closed.ics:4: a day as DTSTART:20261224, not 20260230",
        ),
        (
            event("DTSTART:2026-12-24\n"),
            "closed.ics:4: a day as DTSTART:20261224, not 2026-12-24",
        ),
        (
            event("DTSTART:20261224\nDTEND:20261220\n"),
            "closed.ics:5: an end after 2026-12-24",
        ),
        (
            event("DTSTART:20261224\nDTEND:20291224\n"),
            "closed.ics:3: an event of at most 366 days",
        ),
        (
            event("DTSTART:20261224\nDURATION:1D\n"),
            "closed.ics:5: a duration as P1D, not 1D",
        ),
        (
            event("DTSTART:20261224\nRRULE:FREQ=WEEKLY\n"),
            "closed.ics:5: a yearly rule as FREQ=YEARLY;BYMONTH=11;BYDAY=4TH, not FREQ=WEEKLY",
        ),
        (
            event("DTSTART:20261224\nRRULE:FREQ=YEARLY;BYSETPOS=1\n"),
            "closed.ics:5: a yearly rule as FREQ=YEARLY;BYMONTH=11;BYDAY=4TH, not BYSETPOS=1",
        ),
        (
            event("DTSTART:20261224\nRRULE:COUNT=2\n"),
            "closed.ics:5: a rule with FREQ=YEARLY, by weekday or by day of the month",
        ),
        (
            event("DTSTART:20261224\nEXDATE:tomorrow\n"),
            "closed.ics:5: days as EXDATE:20261224,20261231, not tomorrow",
        ),
    ] {
        assert_eq!(refused(&text), told);
    }
    let fault = read("closed.ics", b"BEGIN:VCALENDAR\nX:\xff\n", 2026..=2026).expect_err("refused");
    assert_eq!(fault.to_string(), "closed.ics:2: text in UTF-8");
}

#[test]
fn a_file_has_limits_of_size_events_and_days() {
    let large = vec![b'\n'; BYTES_MAX + 1];
    let fault = read("closed.ics", &large, 2026..=2026).expect_err("refused");
    assert_eq!(fault.expected, "at most 2000000 bytes");
    let many = "BEGIN:VEVENT\nDTSTART:20261224\nEND:VEVENT\n".repeat(EVENTS_MAX + 1);
    assert!(refused(&file(&many)).contains("at most 5000 events"));
    let long = "BEGIN:VEVENT\nDTSTART:20260101\nDURATION:P366D\nEND:VEVENT\n".repeat(60);
    assert!(refused(&file(&long)).contains("at most 20000 days"));
    let deep = "BEGIN:VCALENDAR\n".repeat(6);
    assert!(refused(&deep).contains("at most 4 deep"));
    let named = event(&format!("SUMMARY:{}\nDTSTART:20261224\n", "ą".repeat(500)));
    assert_eq!(
        days(&named)[0].chars().count(),
        "2026-12-24 ".len() + NAME_MAX
    );
}

/// The most work that fits into the limits ends at once: no rule counts further than
/// it must.
#[test]
fn a_file_full_of_the_longest_rules_is_read_or_refused() {
    let weekdays = "1MO,1TU,1WE,1TH,1FR,2MO,2TU,2WE,2TH,2FR,3MO,3TU,3WE,3TH,3FR";
    let rule = format!(
        "RRULE:FREQ=YEARLY;COUNT=200;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY={weekdays}\n"
    );
    let one = format!("BEGIN:VEVENT\nDTSTART:00010101\n{rule}END:VEVENT\n");
    let many = file(&one.repeat(EVENTS_MAX));
    let imported = read("closed.ics", many.as_bytes(), 2024..=2028).expect("read");
    assert!(imported.days.is_empty());
    assert_eq!(imported.left_out.len(), EVENTS_MAX);
}
