//! Names of months and weekdays (Unicode CLDR). They are part of the dates, not
//! of the catalogue: no sentence is ever built from one.

use jiff::civil::Weekday;
use redress_kernel::Lang;

const EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const EN_SHORT: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
/// Genitive: a Lithuanian date is "of November the 20th day".
const LT: [&str; 12] = [
    "sausio",
    "vasario",
    "kovo",
    "balandžio",
    "gegužės",
    "birželio",
    "liepos",
    "rugpjūčio",
    "rugsėjo",
    "spalio",
    "lapkričio",
    "gruodžio",
];
const FA: [&str; 12] = [
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
];
/// The Solar Hijri month for Persian, the Gregorian one otherwise; 1 is the first.
pub(super) fn month(lang: Lang, month: i8) -> &'static str {
    let names = match lang {
        Lang::Lt => &LT,
        Lang::Fa => &FA,
        _ => &EN,
    };
    nth(names, month)
}

pub(super) fn month_short(month: i8) -> &'static str {
    nth(&EN_SHORT, month)
}

/// Nominative, for a month that stands alone.
pub(super) fn month_lt(month: u8) -> &'static str {
    const LT: [&str; 12] = [
        "sausis",
        "vasaris",
        "kovas",
        "balandis",
        "gegužė",
        "birželis",
        "liepa",
        "rugpjūtis",
        "rugsėjis",
        "spalis",
        "lapkritis",
        "gruodis",
    ];
    nth(&LT, month as i8)
}

pub(super) fn month_short_lt(month: u8) -> &'static str {
    const LT: [&str; 12] = [
        "saus.", "vas.", "kov.", "bal.", "geg.", "birž.", "liep.", "rugp.", "rugs.", "spal.",
        "lapkr.", "gruod.",
    ];
    nth(&LT, month as i8)
}

/// Gregorian months as Persian calls them.
pub(super) fn gregorian_month_fa(month: u8) -> &'static str {
    const FA: [&str; 12] = [
        "ژانویه",
        "فوریه",
        "مارس",
        "آوریل",
        "مه",
        "ژوئن",
        "ژوئیه",
        "اوت",
        "سپتامبر",
        "اکتبر",
        "نوامبر",
        "دسامبر",
    ];
    nth(&FA, month as i8)
}

/// Solar Hijri months; the other languages write them in Latin letters.
pub(super) fn solar_month(lang: Lang, month: u8) -> &'static str {
    const LATIN: [&str; 12] = [
        "Farvardin",
        "Ordibehesht",
        "Khordad",
        "Tir",
        "Mordad",
        "Shahrivar",
        "Mehr",
        "Aban",
        "Azar",
        "Dey",
        "Bahman",
        "Esfand",
    ];
    match lang {
        Lang::Fa => nth(&FA, month as i8),
        _ => nth(&LATIN, month as i8),
    }
}

fn nth(names: &[&'static str; 12], month: i8) -> &'static str {
    usize::try_from(month - 1)
        .ok()
        .and_then(|index| names.get(index))
        .copied()
        .unwrap_or_default()
}

pub(super) fn weekday(lang: Lang, day: Weekday) -> &'static str {
    let names: [&'static str; 7] = match lang {
        Lang::Ko => ["월", "화", "수", "목", "금", "토", "일"],
        Lang::ZhHant | Lang::ZhHans => [
            "星期一",
            "星期二",
            "星期三",
            "星期四",
            "星期五",
            "星期六",
            "星期日",
        ],
        Lang::Lt => [
            "pirmadienis",
            "antradienis",
            "trečiadienis",
            "ketvirtadienis",
            "penktadienis",
            "šeštadienis",
            "sekmadienis",
        ],
        Lang::Fa => [
            "دوشنبه",
            "سه‌شنبه",
            "چهارشنبه",
            "پنجشنبه",
            "جمعه",
            "شنبه",
            "یکشنبه",
        ],
        _ => [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ],
    };
    usize::try_from(day.to_monday_zero_offset())
        .ok()
        .and_then(|index| names.get(index))
        .copied()
        .unwrap_or_default()
}
