//! The parts of the page: the lines of single categories, what other periods would
//! do, and the cases past theirs.

use super::decide::{CATEGORY, LINE_MONTHS, LINES, lines};
use crate::past_period::{Due, Kept, SHOWN_MAX, Spread, coming};
use askama::Template;
use jiff::civil::Date;
use redress_kernel::{
    fields::{Fields, latin_digits},
    retention::CATEGORIES_MAX,
    terms::List,
};
use redress_web::{Html, Voice};

/// Empty lines below those that are filled; saving gives more.
const EMPTY_LINES: usize = 3;

struct Line {
    number: usize,
    /// Code, word and whether it is the one of this line.
    categories: Vec<(String, String, bool)>,
    months: String,
}

#[derive(Template)]
#[template(path = "retention/lines.html")]
struct Lines<'a> {
    t: &'a Voice,
    name: &'static str,
    category: &'static str,
    months: &'static str,
    lines: Vec<Line>,
    error: Option<Html>,
    may_change: bool,
}

/// Categories with a period of their own, a line each.
pub fn categories(t: &Voice, typed: &Fields, may_change: bool) -> Html {
    let mut typed_lines = lines(typed);
    typed_lines.retain(|(code, months)| !code.is_empty() || !months.is_empty());
    if may_change {
        let filled = typed_lines.len();
        let room = CATEGORIES_MAX.saturating_sub(filled).min(EMPTY_LINES);
        typed_lines.resize_with(filled + room, Default::default);
    }
    let line = |(number, (code, months)): (usize, (String, String))| Line {
        number,
        categories: offered(t, &code),
        months: in_digits(t, &months),
    };
    Html::from_template(&Lines {
        name: LINES,
        category: CATEGORY,
        months: LINE_MONTHS,
        lines: (1..).zip(typed_lines).map(line).collect(),
        error: typed
            .problem_at(LINES)
            .map(|problem| t.html(&problem.message)),
        may_change,
        t,
    })
}

/// Retired ones too: complaints in them are kept as well.
fn offered(t: &Voice, chosen: &str) -> Vec<(String, String, bool)> {
    let all = t.format.terms.known(List::Categories).into_iter();
    all.map(|code| {
        let word = t.code(List::Categories.prefix(), &code);
        let is_chosen = code == chosen;
        (code, word, is_chosen)
    })
    .collect()
}

/// Digits as this reader writes them; what is no number stays as it was typed.
pub fn in_digits(t: &Voice, typed: &str) -> String {
    match latin_digits(typed.trim()).parse() {
        Ok(number) if (0..1000).contains(&number) => t.format.number(number),
        _ => typed.to_owned(),
    }
}

#[derive(Template)]
#[template(path = "retention/effect.html")]
struct Effect<'a> {
    t: &'a Voice,
    before: &'a Spread,
    after: &'a Spread,
    /// The last day of each of the coming years, with what runs out in it.
    years: Vec<(Date, i64, i64)>,
}

/// What the typed periods would do beside those that hold.
pub fn effect(t: &Voice, before: &Spread, after: &Spread, today: Date) -> Html {
    let counts = before.years.into_iter().zip(after.years);
    let years = coming(today).into_iter().zip(counts);
    Html::from_template(&Effect {
        t,
        before,
        after,
        years: years
            .map(|(day, (before, after))| (day, before, after))
            .collect(),
    })
}

#[derive(Template)]
#[template(path = "retention/due.html")]
struct Past<'a> {
    t: &'a Voice,
    due: &'a Due,
    next: Option<Date>,
    /// Whoever may see no case is told the number alone.
    may_see: bool,
    shown: usize,
}

impl Past<'_> {
    fn href(&self, kept: &Kept) -> String {
        self.t.href(&format!("/desk/{}", kept.reference))
    }
}

/// The cases past their period, or when the next one will be.
pub fn past(t: &Voice, due: &Due, next: Option<Date>, may_see: bool) -> Html {
    Html::from_template(&Past {
        t,
        due,
        next,
        may_see,
        shown: SHOWN_MAX,
    })
}
