//! Layers of days, hours with breaks.

use super::*;
use jiff::civil::date;

const WEEKEND: [Weekday; 2] = [Weekday::Saturday, Weekday::Sunday];

fn named(day: Date, works: bool, name: &str) -> NamedDay {
    let name = name.into();
    NamedDay { day, works, name }
}

#[test]
fn the_later_layer_overrules_and_every_day_says_why() {
    let (christmas, saturday) = (date(2026, 12, 25), date(2026, 12, 26));
    let calendar = Calendar::new(TimeZone::UTC, &WEEKEND, [])
        .with_days([named(christmas, false, "Christmas")])
        .with_days([
            named(christmas, true, ""),
            named(saturday, true, "Stocktaking"),
        ])
        .closed([(date(2026, 12, 28), "Moving".into())]);
    assert_eq!(calendar.kind(christmas), Kind::Working);
    assert_eq!(calendar.kind(saturday), Kind::MakeUp("Stocktaking".into()));
    assert_eq!(calendar.kind(date(2026, 12, 27)), Kind::Weekend);
    assert_eq!(
        calendar.kind(date(2026, 12, 28)),
        Kind::Closure("Moving".into())
    );
    assert!(calendar.is_closure(date(2026, 12, 28)) && !calendar.is_closure(saturday));
    for (day, works) in [(25, true), (26, true), (27, false), (28, false), (29, true)] {
        assert_eq!(calendar.works_on(date(2026, 12, day)), works);
    }
}

#[test]
fn the_same_day_of_other_years_and_months_is_not_meant() {
    let calendar = Calendar::new(TimeZone::UTC, &[], [date(2028, 2, 29), date(2026, 12, 31)]);
    assert!(!calendar.works_on(date(2028, 2, 29)));
    assert!(!calendar.works_on(date(2026, 12, 31)));
    for day in [
        date(2028, 2, 28),
        date(2028, 3, 1),
        date(2027, 12, 31),
        date(2026, 10, 31),
    ] {
        assert!(calendar.works_on(day), "{day}");
    }
}

#[test]
fn hours_are_read_strictly() {
    let hours = Hours::read(&["09:00-12:00", "13:00-18:00"]).unwrap();
    let friday = hours.on(Weekday::Friday, &["09:00-13:00"]).unwrap();
    assert_eq!(friday.of(Weekday::Monday).len(), 2);
    assert_eq!(friday.of(Weekday::Friday), [Span { from: 540, to: 780 }]);
    assert!(Hours::read(&["00:00-24:00"]).is_ok());
    for wrong in [
        "9-12",
        "09:00-25:00",
        "12:00-09:00",
        "09:60-10:00",
        "+9:00-10:00",
        "",
    ] {
        assert!(Hours::read(&[wrong]).is_err(), "{wrong}");
    }
    assert!(matches!(
        Hours::read(&["09:00-12:00", "11:00-18:00"]),
        Err(HoursFault::OutOfOrder(_))
    ));
    assert_eq!(
        Hours::read(&["09:00-10:00"; 5]),
        Err(HoursFault::TooMany(5))
    );
}
