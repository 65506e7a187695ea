//! What the public holidays come to: the next of them by name, and the years of
//! which nobody has an official list yet, said before a date is counted wrongly.

use super::decide::newer;
use askama::Template;
use jiff::civil::{Date, date};
use redress_kernel::{Instant, Organisation, calendar::Listed, holidays::Holidays};
use redress_web::{Html, Voice};

/// So many days are shown; the rest of the list is counted with all the same.
const NEXT_MAX: usize = 8;
/// A year in which a complaint of today can still be due.
const YEARS_AHEAD: i16 = 1;

/// A year whose list is not official: its days, and whether a rule gives them.
struct Doubt {
    first: Date,
    last: Date,
    computed: bool,
}

#[derive(Template)]
#[template(path = "calendar/ahead.html")]
struct Ahead<'a> {
    t: &'a Voice,
    newer: bool,
    next: Vec<(Date, &'a str)>,
    doubts: Vec<Doubt>,
}

/// Nothing where the organisation names all its days itself.
pub fn ahead(t: &Voice, it: &Organisation, now: Instant) -> Html {
    let Some(holidays) = &it.holidays else {
        return Html::default();
    };
    let today = t.format.day(now);
    Html::from_template(&Ahead {
        t,
        newer: newer(it).is_some(),
        next: holidays.from_day(today).take(NEXT_MAX).collect(),
        doubts: doubts(holidays, today.year()),
    })
}

fn doubts(holidays: &Holidays, year: i16) -> Vec<Doubt> {
    let years = year..=year + YEARS_AHEAD;
    let doubt = |year: i16| {
        let listed = holidays.listed(year);
        (listed != Some(Listed::Official)).then(|| Doubt {
            first: date(year, 1, 1),
            last: date(year, 12, 31),
            computed: listed == Some(Listed::Computed),
        })
    };
    years.filter_map(doubt).collect()
}
