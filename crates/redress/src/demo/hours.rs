//! When people work: an act of the office that would fall into a night, a
//! weekend or a holiday happens on the next working morning.

use jiff::{ToSpan, civil::time};
use redress_kernel::{Instant, calendar::Calendar};

const OPENS: i8 = 9;
const CLOSES: i8 = 17;

/// This moment, or the next working morning with the same minutes.
pub fn in_office(at: Instant, calendar: &Calendar) -> Instant {
    let local = at.timestamp().to_zoned(calendar.zone.clone()).datetime();
    let open = calendar.works_on(local.date());
    if open && (OPENS..CLOSES).contains(&local.hour()) {
        return at;
    }
    let today = open && local.hour() < OPENS;
    let mut day = local.date();
    // Nobody closes for longer than a year; a calendar that never works ends here.
    for _ in 0..366 {
        if (today && day == local.date()) || (day > local.date() && calendar.works_on(day)) {
            break;
        }
        day = day.checked_add(1.day()).unwrap_or(day);
    }
    let morning = day.to_datetime(time(OPENS, local.minute(), local.second(), 0));
    morning
        .to_zoned(calendar.zone.clone())
        .map_or(at, |zoned| Instant::from(zoned.timestamp()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use redress_kernel::Organisation;

    fn moved(text: &str) -> String {
        let office = Organisation {
            time_zone: "Europe/London".to_owned(),
            ..Organisation::default()
        };
        let at: Instant = text.parse().unwrap_or_default();
        in_office(at, &office.calendar()).to_string()
    }

    #[test]
    fn nobody_works_at_night_or_on_sunday() {
        assert_eq!(moved("2026-11-18T10:20:00Z"), "2026-11-18T10:20:00Z");
        assert_eq!(moved("2026-11-18T03:20:00Z"), "2026-11-18T09:20:00Z");
        assert_eq!(moved("2026-11-18T22:20:00Z"), "2026-11-19T09:20:00Z");
        assert_eq!(moved("2026-11-22T12:00:00Z"), "2026-11-23T09:00:00Z");
        assert_eq!(
            moved("2026-07-20T16:30:00Z"),
            "2026-07-21T08:30:00Z",
            "summer time"
        );
    }
}
