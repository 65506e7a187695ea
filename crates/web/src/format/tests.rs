#![allow(clippy::unwrap_used)]

use super::*;
use jiff::civil::date;
use redress_kernel::words::Message;

fn format(lang: Lang) -> Format {
    Format::new(lang, TimeZone::get("Europe/Vilnius").unwrap())
}

#[test]
fn the_twentieth_of_november_2026_as_each_language_writes_it() {
    let day = date(2026, 11, 20);
    assert_eq!(format(Lang::En).long(day), "Friday 20 November 2026");
    assert_eq!(format(Lang::Ko).long(day), "2026년 11월 20일(금)");
    assert_eq!(format(Lang::ZhHant).long(day), "2026年11月20日（星期五）");
    assert_eq!(format(Lang::ZhHans).long(day), "2026年11月20日（星期五）");
    assert_eq!(
        format(Lang::Lt).long(day).replace('\u{a0}', " "),
        "2026 m. lapkričio 20 d."
    );
    assert_eq!(format(Lang::Fa).long(day), "جمعه ۲۹ آبان ۱۴۰۵");
    let taiwan = Format {
        roc: true,
        ..format(Lang::ZhHant)
    };
    assert_eq!(taiwan.date(day), "民國115年11月20日");
}

#[test]
fn numbers_and_money_as_each_language_writes_them() {
    assert_eq!(decimal(1234.5, 1, Lang::En), "1,234.5");
    assert_eq!(decimal(1234.5, 1, Lang::Lt), "1\u{a0}234,5");
    assert_eq!(decimal(1234.5, 1, Lang::Fa), "۱٬۲۳۴٫۵");
    assert_eq!(percent(5.0, 0, Lang::Lt), "5\u{a0}%");
    assert_eq!(percent(5.0, 0, Lang::Fa), "۵٪");
    assert_eq!(whole(-1_250_000, Lang::En), "-1,250,000");
    let money = |minor, currency: &str, lang| {
        format(lang).money(&Money {
            minor,
            currency: currency.into(),
        })
    };
    assert_eq!(money(1250, "GBP", Lang::En), "£12.50");
    assert_eq!(money(1250, "SEK", Lang::En), "SEK\u{a0}12.50");
    assert_eq!(money(12_500, "KRW", Lang::Ko), "12,500원");
    assert_eq!(money(125_000, "TWD", Lang::ZhHant), "新臺幣 1,250 元");
    assert_eq!(money(125_000, "CNY", Lang::ZhHans), "1,250\u{a0}元");
    assert_eq!(money(1250, "EUR", Lang::Lt), "12,50\u{a0}Eur");
    assert_eq!(money(5, "EUR", Lang::Lt), "0,05\u{a0}Eur");
    assert_eq!(money(1_250_000, "IRR", Lang::Fa), "۱٬۲۵۰٬۰۰۰\u{a0}ریال");
    assert_eq!(money(-1250, "EUR", Lang::En), "-€12.50");
}

#[test]
fn sizes_are_short_and_in_the_readers_digits() {
    assert_eq!(size(25 << 20, Lang::En), "25\u{a0}MB");
    assert_eq!(size(25 << 20, Lang::Ko), "25MB");
    assert_eq!(size(1536, Lang::Fa), "۱٫۵\u{a0}کیلوبایت");
    assert_eq!(size(0, Lang::En), "0\u{a0}B");
}

#[test]
fn a_moment_names_its_zone() {
    let at: Instant = "2026-11-20T07:12:00Z".parse().unwrap();
    assert_eq!(
        format(Lang::En).moment(at),
        "20 November 2026, 09:12 (UTC+2)"
    );
    let tehran = Format::new(Lang::Fa, TimeZone::get("Asia/Tehran").unwrap());
    assert_eq!(
        tehran.moment(at),
        "۲۹ آبان ۱۴۰۵، ساعت ۱۰:۴۲ (\u{2066}UTC+3:30\u{2069})"
    );
}

#[test]
fn a_date_may_be_typed_in_either_calendar() {
    let day = Some(date(2026, 11, 20));
    assert_eq!(iso_date("2026-11-20"), day);
    assert_eq!(iso_date("۱۴۰۵/۸/۲۹"), day);
    assert_eq!(iso_date("1405-08-29"), day);
    assert_eq!(iso_date("۱۴۰۵/۱۳/۱"), None);
    assert_eq!(iso_date("next week"), None);
    assert_eq!(iso_date(""), None);
}

#[test]
fn a_deadline_is_told_by_the_readers_days() {
    let now: Instant = "2026-11-20T07:00:00Z".parse().unwrap();
    let due = |at: &str| format(Lang::En).due(at.parse().unwrap(), now);
    assert_eq!(
        due("2026-11-17T21:59:59Z").message,
        Message::new("due-overdue-days").with("n", 3i64)
    );
    assert_eq!(due("2026-11-20T21:59:59Z").nearness, Nearness::Today);
    assert_eq!(
        due("2026-11-20T22:00:00Z").message,
        Message::new("due-in-days").with("n", 1i64)
    );
    assert_eq!(
        due("2026-12-18T21:59:59Z").message,
        Message::new("due-on").with("date", "18 Dec 2026")
    );
    assert_eq!(due("2026-11-20T06:30:00Z").nearness, Nearness::Overdue);
}
