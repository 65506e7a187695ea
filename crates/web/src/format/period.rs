//! Names of months, quarters and years as they stand alone: in a heading, in a
//! choice, under a bar.

use super::{Format, names, numbers::in_digits};
use redress_kernel::{
    Lang,
    indicator::{Part, Period, Years},
};

impl Format {
    /// `November 2026`, `آبان ۱۴۰۵`, `2026 m. IV ketv.`
    pub fn period(&self, period: Period) -> String {
        let year = self.year_of(period);
        match period.part {
            Part::Month(month) => self.month_of(period.years, month, &year),
            Part::Quarter(quarter) => self.quarter_of(quarter, &year),
            Part::Year => self.whole_year_of(&year),
        }
    }

    /// Under a bar: the month alone.
    pub fn period_short(&self, period: Period) -> String {
        match (period.part, period.years) {
            (Part::Month(month), Years::Solar) => names::solar_month(self.lang, month).to_owned(),
            (Part::Month(month), Years::Gregorian) => match self.lang {
                Lang::Ko => format!("{month}월"),
                Lang::ZhHant | Lang::ZhHans => format!("{month}月"),
                Lang::Lt => names::month_short_lt(month).to_owned(),
                Lang::Fa => names::gregorian_month_fa(month).to_owned(),
                Lang::En | Lang::Pseudo => names::month_short(month as i8).to_owned(),
            },
            _ => self.period(period),
        }
    }

    fn year_of(&self, period: Period) -> String {
        let year = match (self.lang, period.years) {
            (Lang::ZhHant, Years::Gregorian) if self.roc => {
                return format!("民國{}", period.year - 1911);
            }
            _ => period.year.to_string(),
        };
        in_digits(&year, self.lang)
    }

    fn month_of(&self, years: Years, month: u8, year: &str) -> String {
        let named = |name: &str| format!("{name} {year}");
        match (self.lang, years) {
            (_, Years::Solar) => named(names::solar_month(self.lang, month)),
            (Lang::Ko, _) => format!("{year}년 {month}월"),
            (Lang::ZhHant | Lang::ZhHans, _) => format!("{year}年{month}月"),
            (Lang::Lt, _) => format!("{year}\u{a0}m. {}", names::month_lt(month)),
            (Lang::Fa, _) => named(names::gregorian_month_fa(month)),
            (Lang::En | Lang::Pseudo, _) => named(names::month(Lang::En, month as i8)),
        }
    }

    fn quarter_of(&self, quarter: u8, year: &str) -> String {
        let nth = |names: [&'static str; 4]| {
            let at = usize::from(quarter.saturating_sub(1));
            names.get(at).copied().unwrap_or_default()
        };
        match self.lang {
            Lang::En | Lang::Pseudo => format!("Q{quarter} {year}"),
            Lang::Ko => format!("{year}년 {quarter}분기"),
            Lang::ZhHant => format!("{year}年第{quarter}季"),
            Lang::ZhHans => format!("{year}年第{quarter}季度"),
            Lang::Lt => format!("{year}\u{a0}m. {} ketvirtis", nth(["I", "II", "III", "IV"])),
            Lang::Fa => {
                let nth = nth(["اول", "دوم", "سوم", "چهارم"]);
                format!("سه‌ماههٔ {nth} {year}")
            }
        }
    }

    fn whole_year_of(&self, year: &str) -> String {
        match self.lang {
            Lang::En | Lang::Pseudo => year.to_owned(),
            Lang::Ko => format!("{year}년"),
            Lang::ZhHant | Lang::ZhHans => format!("{year}年"),
            Lang::Lt => format!("{year}\u{a0}m."),
            Lang::Fa => format!("سال {year}"),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use jiff::tz::TimeZone;

    fn said(lang: Lang, period: &str) -> String {
        let format = Format::new(lang, TimeZone::UTC);
        format
            .period(Period::read(period).unwrap())
            .replace('\u{a0}', " ")
    }

    #[test]
    fn november_2026_and_aban_1405_stand_alone_in_each_language() {
        let all = Lang::ALL.map(|lang| said(lang, "2026-11"));
        assert_eq!(
            all,
            [
                "November 2026",
                "2026년 11월",
                "2026年11月",
                "2026年11月",
                "2026 m. lapkritis",
                "نوامبر ۲۰۲۶"
            ]
        );
        assert_eq!(said(Lang::Fa, "1405-08"), "آبان ۱۴۰۵");
        assert_eq!(said(Lang::En, "1405-08"), "Aban 1405");
        assert_eq!(said(Lang::Lt, "2026-q4"), "2026 m. IV ketvirtis");
        assert_eq!(said(Lang::Fa, "1405-q3"), "سه‌ماههٔ سوم ۱۴۰۵");
        assert_eq!(said(Lang::Ko, "2026"), "2026년");
        let taiwan = Format {
            roc: true,
            ..Format::new(Lang::ZhHant, TimeZone::UTC)
        };
        assert_eq!(
            taiwan.period(Period::read("2026-11").unwrap()),
            "民國115年11月"
        );
    }
}
