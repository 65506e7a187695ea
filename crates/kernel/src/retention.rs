//! How long the personal part of a closed complaint is kept (8.1): so many calendar
//! months after its closing, by what the assessment took it for, and where the
//! organisation says so by its problem category. Nothing is erased by a period:
//! people decide what becomes of a case whose period has run out.

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Fifty years; what has to stay longer belongs into an archive.
pub const MONTHS_MAX: u32 = 600;
/// Periods of single categories; more of them nobody reads.
pub const CATEGORIES_MAX: usize = 40;

/// As the organisation decided it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Retention {
    pub complaint_months: u32,
    /// Enquiries, duplicates and what is out of scope.
    pub other_months: u32,
    /// In place of the first, for complaints of these categories.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub category_months: BTreeMap<String, u32>,
}

impl Default for Retention {
    fn default() -> Retention {
        Retention {
            complaint_months: 60,
            other_months: 12,
            category_months: BTreeMap::new(),
        }
    }
}

/// Which of the periods holds for a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis<'a> {
    Complaint,
    Category(&'a str),
    /// No complaint of its own.
    Other,
}

impl Basis<'_> {
    pub const fn name(self) -> &'static str {
        match self {
            Basis::Complaint => "complaint",
            Basis::Category(_) => "category",
            Basis::Other => "other",
        }
    }
}

impl Retention {
    pub fn is_default(&self) -> bool {
        *self == Retention::default()
    }

    pub fn basis<'a>(&self, is_complaint: bool, category: Option<&'a str>) -> Basis<'a> {
        match category {
            _ if !is_complaint => Basis::Other,
            Some(code) if self.category_months.contains_key(code) => Basis::Category(code),
            _ => Basis::Complaint,
        }
    }

    /// Every period that there is, the general ones first.
    pub fn bases(&self) -> Vec<Basis<'_>> {
        let categories = self.category_months.keys();
        [Basis::Complaint, Basis::Other]
            .into_iter()
            .chain(categories.map(|code| Basis::Category(code)))
            .collect()
    }

    pub fn months(&self, basis: Basis) -> u32 {
        match basis {
            Basis::Complaint => self.complaint_months,
            Basis::Category(code) => {
                let own = self.category_months.get(code).copied();
                own.unwrap_or(self.complaint_months)
            }
            Basis::Other => self.other_months,
        }
    }

    /// The last day on which a case closed on this day is kept.
    pub fn keep_until(&self, closed_on: Date, basis: Basis) -> Date {
        later(closed_on, self.months(basis))
    }

    /// The last day of closing whose period is over on `today`: what was closed until
    /// then has run out, what was closed after it has not.
    pub fn run_out(&self, today: Date, basis: Basis) -> Date {
        let over = |closed_on: Date| self.keep_until(closed_on, basis) < today;
        let months = i64::from(self.months(basis));
        let mut day = today.checked_sub(months.months()).unwrap_or(Date::MIN);
        // Months end on different days: at most the last three of one differ.
        while !over(day) && day > Date::MIN {
            day = day.yesterday().unwrap_or(Date::MIN);
        }
        while let Some(next) = day.tomorrow().ok().filter(|next| over(*next)) {
            day = next;
        }
        day
    }
}

/// The same day so many months on; a month that has no such day ends sooner.
fn later(day: Date, months: u32) -> Date {
    day.checked_add(i64::from(months).months())
        .unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn ferry() -> Retention {
        Retention {
            category_months: BTreeMap::from([("06".to_owned(), 120)]),
            ..Retention::default()
        }
    }

    #[test]
    fn a_complaint_is_kept_for_years_an_enquiry_for_one_and_a_category_as_it_was_decided() {
        let closed = date(2026, 11, 21);
        let until = |is_complaint, category| {
            let periods = ferry();
            periods.keep_until(closed, periods.basis(is_complaint, category))
        };
        assert_eq!(until(true, None), date(2031, 11, 21));
        assert_eq!(until(true, Some("01")), date(2031, 11, 21));
        assert_eq!(until(true, Some("06")), date(2036, 11, 21));
        assert_eq!(
            until(false, Some("06")),
            date(2027, 11, 21),
            "an enquiry about it is no complaint of that category"
        );
    }

    #[test]
    fn a_month_without_that_day_ends_with_its_own_last() {
        let months = |complaint_months| Retention {
            complaint_months,
            ..Retention::default()
        };
        let until = |day, n| months(n).keep_until(day, Basis::Complaint);
        assert_eq!(until(date(2026, 1, 31), 1), date(2026, 2, 28));
        assert_eq!(until(date(2026, 8, 31), 6), date(2027, 2, 28));
        assert_eq!(until(date(2024, 2, 29), 12), date(2025, 2, 28));
        assert_eq!(until(date(2024, 2, 29), 48), date(2028, 2, 29));
        assert_eq!(until(date(9999, 12, 1), MONTHS_MAX), Date::MAX);
    }

    #[test]
    fn what_was_closed_up_to_the_boundary_has_run_out_and_nothing_after_it() {
        for months in [1, 2, 5, 12, 13, 59, 600] {
            let periods = Retention {
                complaint_months: months,
                ..Retention::default()
            };
            let mut today = date(2027, 12, 20);
            while today < date(2028, 4, 5) {
                let last = periods.run_out(today, Basis::Complaint);
                let next = last.tomorrow().unwrap_or(Date::MAX);
                let until = |day| periods.keep_until(day, Basis::Complaint);
                assert!(until(last) < today, "{today} {months}: {last}");
                assert!(until(next) >= today, "{today} {months}: {next}");
                today = today.tomorrow().unwrap_or(Date::MAX);
            }
        }
    }

    #[test]
    fn on_its_last_day_it_is_still_kept() {
        let periods = Retention::default();
        let closed = date(2026, 3, 2);
        let last = periods.keep_until(closed, Basis::Other);
        assert_eq!(last, date(2027, 3, 2));
        assert!(periods.run_out(last, Basis::Other) < closed);
        assert_eq!(periods.run_out(date(2027, 3, 3), Basis::Other), closed);
    }

    #[test]
    fn settings_of_before_read_as_they_were_delivered() {
        let read: Option<Retention> = serde_json::from_str("{}").ok();
        assert_eq!(read, Some(Retention::default()));
        let written = serde_json::to_string(&ferry()).unwrap_or_default();
        assert_eq!(serde_json::from_str(&written).ok(), Some(ferry()));
    }
}
