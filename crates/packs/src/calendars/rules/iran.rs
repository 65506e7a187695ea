//! Official holidays of Iran: those of the solar year by the Persian calendar, those
//! of the lunar year by the first days of the Islamic months as Iran counts them.
//! These months begin when the crescent is seen; a month ahead of us may still move
//! by a day, which is why no year of this calendar is called official.

use super::year::{Year, later};
use icu_calendar::{Date as IcuDate, Iso};
use jiff::civil::{Date, date};

/// The table of months ends in this year.
pub const LAST_YEAR: i16 = 2028;

/// The length of each month of the Islamic years 1443 to 1450, `0` for 29 and `1` for
/// 30 days. To Esfand 1405 (March 2027) as in the official calendars of the Calendar
/// Centre, Institute of Geophysics, University of Tehran; 1448 and 1449 to their end
/// as predicted there; 1450 by turns.
const MONTHS: [(i16, &str); 8] = [
    (1443, "011001011010"),
    (1444, "110100101010"),
    (1445, "111010010100"),
    (1446, "111011010001"),
    (1447, "011011101000"),
    (1448, "101011011010"),
    (1449, "100101011100"),
    (1450, "101010101010"),
];

/// The first day of Muharram 1443.
const FIRST: (i16, i8, i8) = (2021, 8, 10);

pub fn official(year: i16) -> Year {
    let mut days = Year::default();
    // A Gregorian year has days of two solar years.
    for solar in [year - 622, year - 621] {
        for (month, day, name) in SOLAR {
            if let Some(on) = persian(solar, month, day).filter(|on| on.year() == year) {
                days.add(on, name);
            }
        }
    }
    for (on, name) in lunar().filter(|(on, _)| on.year() == year) {
        days.add(on, name);
    }
    days
}

const SOLAR: [(u8, u8, &str); 11] = [
    (1, 1, "جشن نوروز"),
    (1, 2, "عید نوروز"),
    (1, 3, "عید نوروز"),
    (1, 4, "عید نوروز"),
    (1, 12, "روز جمهوری اسلامی"),
    (1, 13, "روز طبیعت"),
    (3, 14, "رحلت امام خمینی"),
    (3, 15, "قیام ۱۵ خرداد"),
    (11, 22, "پیروزی انقلاب اسلامی"),
    (12, 29, "روز ملی شدن صنعت نفت"),
    // Only leap years have it.
    (12, 30, "آخرین روز سال"),
];

/// Month, day and name; day 0 is the last day of the month.
const LUNAR: [(usize, i64, &str); 16] = [
    (1, 9, "تاسوعای حسینی"),
    (1, 10, "عاشورای حسینی"),
    (2, 20, "اربعین حسینی"),
    (2, 28, "رحلت رسول اکرم و شهادت امام حسن مجتبی"),
    (2, 0, "شهادت امام رضا"),
    (3, 8, "شهادت امام حسن عسکری"),
    (3, 17, "میلاد رسول اکرم و امام جعفر صادق"),
    (6, 3, "شهادت حضرت فاطمه زهرا"),
    (7, 13, "ولادت امام علی"),
    (7, 27, "مبعث رسول اکرم"),
    (8, 15, "ولادت حضرت قائم"),
    (9, 21, "شهادت امام علی"),
    (10, 1, "عید سعید فطر"),
    (10, 2, "تعطیل به مناسبت عید سعید فطر"),
    (12, 10, "عید سعید قربان"),
    (12, 18, "عید سعید غدیر خم"),
];

/// Left out of the official calendar of 1405 (from March 2026) and of the years after it.
const UNTIL_1404: (usize, i64, &str) = (10, 25, "شهادت امام جعفر صادق");

fn lunar() -> impl Iterator<Item = (Date, &'static str)> {
    let (year, month, day) = FIRST;
    let mut first = date(year, month, day);
    let mut days = Vec::new();
    for (islamic, lengths) in MONTHS {
        for (index, length) in lengths.bytes().enumerate() {
            let length = if length == b'1' { 30 } else { 29 };
            let early = Some(UNTIL_1404).filter(|_| islamic < 1447);
            for (month, day, name) in LUNAR.into_iter().chain(early) {
                if month == index + 1 {
                    let ahead = if day == 0 { length } else { day };
                    days.push((later(first, ahead - 1), name));
                }
            }
            first = later(first, length);
        }
    }
    days.into_iter()
}

fn persian(year: i16, month: u8, day: u8) -> Option<Date> {
    let there = IcuDate::try_new_persian(i32::from(year), month, day).ok()?;
    let iso = there.to_calendar(Iso);
    let year = i16::try_from(iso.year().extended_year()).ok()?;
    let month = i8::try_from(iso.month().ordinal).ok()?;
    let day = i8::try_from(iso.day_of_month().0).ok()?;
    Date::new(year, month, day).ok()
}
