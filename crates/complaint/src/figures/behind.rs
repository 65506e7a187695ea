//! The cases behind a figure, as a filter of the list: in its address, in its
//! statement. Every set of `kernel::indicator` is a condition here and a sum there.

use super::measured::NEVER_ON;
use jiff::{ToSpan, civil::Date, tz::TimeZone};
use redress_kernel::{
    Instant,
    indicator::{Figure, Indicator, Period, Set, View, named, numbered},
};
use redress_store::Sql;
use std::fmt;

/// Which cases: `figure=acknowledged-late.2026-11`, with `.closed` for the other
/// view and `.of` for the denominator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Behind {
    pub indicator: &'static Indicator,
    pub period: Period,
    pub view: View,
    pub denominator: bool,
}

impl Behind {
    pub fn of(figure: &Figure) -> Behind {
        Behind {
            indicator: figure.indicator,
            period: figure.period,
            view: figure.view,
            denominator: false,
        }
    }

    pub fn denominator(self) -> Behind {
        Behind {
            denominator: true,
            ..self
        }
    }

    pub fn read(text: &str) -> Option<Behind> {
        let mut parts = text.split('.');
        let indicator = named(parts.next()?)?;
        let period = Period::read(parts.next()?)?;
        let (mut view, mut denominator) = (View::Received, false);
        for part in parts {
            match part {
                "closed" => view = View::Closed,
                "of" if indicator.of.is_some() => denominator = true,
                _ => return None,
            }
        }
        Some(Behind {
            indicator,
            period,
            view,
            denominator,
        })
    }

    fn set(&self) -> Set {
        self.indicator
            .of
            .filter(|_| self.denominator)
            .unwrap_or(self.indicator.counted)
    }

    /// The address of the list; a state of today is a queue.
    pub fn href(&self) -> String {
        match self.set() {
            Set::Open => "/desk?queue=all".to_owned(),
            Set::Overdue => "/desk?queue=overdue".to_owned(),
            _ => format!("/desk?figure={self}"),
        }
    }

    /// ` AND ..` of a statement on `complaint`, as seen on this day.
    pub fn among(&self, query: Sql, today: i64) -> Sql {
        let (first, last) = (self.period.first(), self.period.last());
        let days = (numbered(first), numbered(last));
        let set = self.set();
        let query = match (self.view, is_noted(set)) {
            (View::Received, false) => {
                let (from, to) = about(first, last);
                let query = query
                    .push(" AND received_at >= ")
                    .bind(from)
                    .push(" AND received_at <= ")
                    .bind(to)
                    .push(" AND EXISTS (SELECT 1 FROM figure_case f WHERE f.complaint = complaint.id AND f.received_on >= ")
                    .bind(days.0)
                    .push(" AND f.received_on <= ");
                query.bind(days.1)
            }
            (View::Received, true) => {
                let query = query
                    .push(" AND complaint.id IN (SELECT f.complaint FROM figure_case f WHERE f.noted = 1 AND f.received_on >= ")
                    .bind(days.0)
                    .push(" AND f.received_on <= ");
                query.bind(days.1)
            }
            (View::Closed, _) => {
                let query = query
                    .push(" AND complaint.id IN (SELECT f.complaint FROM figure_case f WHERE f.closed_on > 0 AND f.closed_on >= ")
                    .bind(days.0)
                    .push(" AND f.closed_on <= ");
                query.bind(days.1)
            }
        };
        belongs(query.push(" AND f.counted = 1"), set, self.view, today).push(")")
    }
}

impl fmt::Display for Behind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.indicator.key, self.period)?;
        if self.view == View::Closed {
            f.write_str(".closed")?;
        }
        if self.denominator {
            f.write_str(".of")?;
        }
        Ok(())
    }
}

/// Few cases carry these, and an index of their own finds them.
const fn is_noted(set: Set) -> bool {
    matches!(
        set,
        Set::FirstContact
            | Set::WrongPriority
            | Set::Referred
            | Set::Repeated
            | Set::Improvement
            | Set::Reopened
    )
}

fn belongs(query: Sql, set: Set, view: View, today: i64) -> Sql {
    const ACKNOWLEDGE: [&str; 2] = ["f.acknowledge_on", "f.acknowledged_in_time"];
    const ANSWER: [&str; 2] = ["f.answer_on", "f.answered_in_time"];
    const RESOLVE: [&str; 2] = ["f.resolve_on", "f.resolved_in_time"];
    let promise = |query, columns, kept| promised(query, columns, kept, view, today);
    match set {
        Set::All => query,
        Set::AcknowledgementDue => promise(query, ACKNOWLEDGE, None),
        Set::AcknowledgedInTime => promise(query, ACKNOWLEDGE, Some(true)),
        Set::AcknowledgedLate => promise(query, ACKNOWLEDGE, Some(false)),
        Set::AnswerDue => promise(query, ANSWER, None),
        Set::AnsweredInTime => promise(query, ANSWER, Some(true)),
        Set::ResolutionDue => promise(query, RESOLVE, None),
        Set::ResolvedLate => promise(query, RESOLVE, Some(false)),
        Set::FirstContact => query.push(" AND f.first_contact = 1"),
        Set::Assessed => query.push(" AND f.assessed = 1"),
        Set::WrongPriority => query.push(" AND f.wrong_priority = 1"),
        Set::Referred => query.push(" AND f.referred = 1"),
        Set::Repeated => query.push(" AND f.repeated = 1"),
        Set::Improvement => query.push(" AND f.improvement = 1"),
        Set::Reopened => query.push(" AND f.reopened = 1"),
        Set::Open | Set::Overdue => query.push(" AND f.is_open = 1"),
    }
}

/// As `Measured::settled` and `Measured::counts` say it.
fn promised(
    query: Sql,
    [due_on, in_time]: [&'static str; 2],
    kept: Option<bool>,
    view: View,
    today: i64,
) -> Sql {
    let query = match view {
        View::Received => query
            .push(" AND ")
            .push(due_on)
            .push(" > ")
            .bind(NEVER_ON)
            .push(" AND ")
            .push(due_on)
            .push(" < ")
            .bind(today),
        View::Closed => query
            .push(" AND (")
            .push(in_time)
            .push(" = 1 OR (")
            .push(due_on)
            .push(" > ")
            .bind(NEVER_ON)
            .push(" AND ")
            .push(due_on)
            .push(" < f.closed_on))"),
    };
    query.when(kept, |q, kept| {
        q.push(" AND ").push(in_time).push(" = ").bind(kept)
    })
}

/// The instants between which these local days lie in any zone: the index by receipt
/// finds them, the day itself decides.
fn about(first: Date, last: Date) -> (Instant, Instant) {
    let at = |day: Date, days: i64| {
        let day = day.checked_add(days.days()).unwrap_or(day);
        let midnight = day.to_zoned(TimeZone::UTC);
        midnight.map_or(Instant::default(), |zoned| Instant::from(zoned.timestamp()))
    };
    (at(first, -1), at(last, 2))
}

/// How old an open complaint is, in days since its receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Age {
    /// As in an address; its words are `age-{code}`.
    pub code: &'static str,
    pub from: i64,
    pub to: Option<i64>,
}

pub static AGES: [Age; 5] = [
    Age::new("0-7", 0, Some(7)),
    Age::new("8-14", 8, Some(14)),
    Age::new("15-28", 15, Some(28)),
    Age::new("29-56", 29, Some(56)),
    Age::new("57", 57, None),
];

impl Age {
    const fn new(code: &'static str, from: i64, to: Option<i64>) -> Age {
        Age { code, from, to }
    }

    pub fn named(code: &str) -> Option<Age> {
        AGES.into_iter().find(|age| age.code == code)
    }

    /// First and last day of receipt, seen from today.
    pub fn days(self, today: Date) -> (Date, Date) {
        let back = |days: i64| today.checked_sub(days.days()).unwrap_or(Date::MIN);
        let first = self.to.map_or(Date::new(1900, 1, 1), |to| Ok(back(to)));
        let last = if self.from == 0 {
            // A receipt claimed for a later hour of today's date line is young, too.
            today.checked_add(2.days()).unwrap_or(today)
        } else {
            back(self.from)
        };
        (first.unwrap_or(Date::MIN), last)
    }

    pub fn among(self, query: Sql, today: Date) -> Sql {
        let (first, last) = self.days(today);
        let (from, to) = about(first, last);
        query
            .push(" AND received_at >= ")
            .bind(from)
            .push(" AND received_at <= ")
            .bind(to)
            .push(" AND EXISTS (SELECT 1 FROM figure_case f WHERE f.complaint = complaint.id AND f.received_on >= ")
            .bind(numbered(first))
            .push(" AND f.received_on <= ")
            .bind(numbered(last))
            .push(")")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_cases_behind_a_figure_have_an_address() {
        for text in ["received.2026-11", "acknowledged-late.1405-q3.closed.of"] {
            let behind = Behind::read(text).unwrap();
            assert_eq!(behind.to_string(), text);
            assert_eq!(behind.href(), format!("/desk?figure={text}"));
        }
        for text in [
            "",
            "received",
            "received.x",
            "nothing.2026",
            "received.2026.of",
            "received.2026.x",
        ] {
            assert_eq!(Behind::read(text), None, "{text}");
        }
    }

    #[test]
    fn every_day_belongs_to_one_age() {
        let today = date(2026, 11, 21);
        for back in 0..400 {
            let day = today.checked_sub(back.days()).unwrap();
            let ages = AGES.iter().filter(|age| {
                let (first, last) = age.days(today);
                first <= day && day <= last
            });
            assert_eq!(ages.count(), 1, "{day}");
        }
    }
}
