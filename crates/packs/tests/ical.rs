//! Published iCalendar files as they are, and files that nobody meant.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test")]

use jiff::civil::{Date, date};
use proptest::prelude::*;
use redress_packs::{
    calendars,
    ical::{Imported, read},
};
use std::{collections::BTreeSet, path::Path};

fn published(file: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("calendars/sources");
    std::fs::read(path.join(file)).expect("a copied file")
}

fn off(imported: &Imported, works: bool) -> BTreeSet<Date> {
    let days = imported.days.iter().filter(|it| it.works == works);
    days.map(|it| it.day).collect()
}

fn listed(id: &str, works: bool, years: std::ops::RangeInclusive<i16>) -> BTreeSet<Date> {
    let national = calendars::national(id).expect("a calendar");
    let days = national.days.iter().filter(|it| it.works == works);
    let days = days.filter(|it| years.contains(&it.day.year()));
    days.map(|it| it.day).collect()
}

#[test]
fn the_korean_file_says_what_our_calendar_says() {
    let bytes = published("korea/basic.ics");
    let imported = read("basic.ics", &bytes, 2022..=2027).expect("read");
    assert_eq!(imported.title, "대한민국의 공휴일");
    assert_eq!(off(&imported, false), listed("KR", false, 2022..=2027));
    assert!(off(&imported, true).is_empty());
    // The years before lie in the file and are told to be left out.
    assert!(!imported.left_out.is_empty());
}

#[test]
fn the_chinese_file_says_what_our_calendar_says_with_its_working_weekends() {
    let bytes = published("holiday-cn/holiday-cn.ics");
    let imported = read("holiday-cn.ics", &bytes, 2022..=2026).expect("read");
    assert_eq!(imported.title, "中国法定节假日");
    assert_eq!(off(&imported, true), listed("CN", true, 2022..=2026));
    assert_eq!(off(&imported, false), listed("CN", false, 2022..=2026));
    assert_eq!(off(&imported, true).len(), 33);
}

#[test]
fn an_imported_day_lies_over_the_national_list() {
    let lithuania = calendars::national("LT").expect("Lithuania");
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Stocktaking\nDTSTART:20261130\nEND:VEVENT\nEND:VCALENDAR\n";
    let imported = read("closed.ics", text.as_bytes(), 2026..=2026).expect("read");
    let days = imported
        .named_days()
        .into_iter()
        .map(|it| (it.day, it.name));
    let open = lithuania.calendar().expect("a zone");
    let closed = open.clone().closed(days);
    assert!(open.kind(date(2026, 11, 30)).works());
    assert!(!closed.kind(date(2026, 11, 30)).works());
}

/// Pieces of which real files are made, put together as no program would.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just("BEGIN:VCALENDAR\n".to_owned()),
        Just("END:VCALENDAR\n".to_owned()),
        Just("BEGIN:VEVENT\n".to_owned()),
        Just("END:VEVENT\r\n".to_owned()),
        Just("SUMMARY;X=\"a:b\":上班\\,\\n\n folded\n".to_owned()),
        Just("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-31,29;COUNT=200\n".to_owned()),
        Just("RRULE:FREQ=YEARLY;BYDAY=-5MO,+5SU;INTERVAL=100;UNTIL=99991231T235959Z\n".to_owned()),
        Just("UID:a\nRECURRENCE-ID:20260101\n".to_owned()),
        "DTSTART;VALUE=DATE:[0-9]{8}\n",
        "DTEND:[0-9]{8}T?[0-9]{0,6}Z?\n",
        "DURATION:-?P?[0-9]{1,6}[DWTHM]{0,2}\n",
        "(EXDATE|RDATE):[0-9,T]{0,40}\n",
        "RRULE:(FREQ=YEARLY)?;?(COUNT|INTERVAL|BYDAY|BYMONTH|UNTIL)=[-+0-9A-Z,]{0,12}\n",
        "\\PC{0,60}\n",
    ];
    let text = prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat().into_bytes());
    (text, any::<Option<(prop::sample::Index, u8)>>()).prop_map(|(mut text, broken)| {
        if let Some((at, byte)) = broken.filter(|_| !text.is_empty()) {
            let at = at.index(text.len());
            text[at] = byte;
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn whatever_stands_in_a_file_it_is_read_or_refused_with_a_line_of_it(bytes in pieces()) {
        match read("any.ics", &bytes, 2020..=2030) {
            Ok(imported) => {
                for pair in imported.days.windows(2) {
                    prop_assert!(pair[0].day < pair[1].day);
                }
                for day in &imported.days {
                    prop_assert!((2020..=2030).contains(&day.day.year()));
                }
            }
            Err(fault) => {
                let lines = bytes.split(|byte| *byte == b'\n').count();
                prop_assert!((1..=lines).contains(&fault.line), "{fault}");
                prop_assert!(!fault.expected.is_empty());
            }
        }
    }

    #[test]
    fn noise_is_never_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read("any.ics", &bytes, 2020..=2030);
    }

    #[test]
    fn a_day_written_is_the_day_read(days in prop::collection::btree_set(0i32..3600, 1..60)) {
        let first = date(2020, 1, 1);
        let days: Vec<Date> = days
            .into_iter()
            .map(|ahead| first.saturating_add(jiff::Span::new().days(ahead)))
            .collect();
        let events: String = days
            .iter()
            .map(|day| format!("BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:{}\r\nEND:VEVENT\r\n", day.strftime("%Y%m%d")))
            .collect();
        let text = format!("BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n");
        let imported = read("any.ics", text.as_bytes(), 2020..=2030).expect("read");
        let read: Vec<Date> = imported.days.iter().map(|it| it.day).collect();
        prop_assert_eq!(read, days);
    }
}
