//! How long the personal part of a closed case is kept (8.1): computed from its
//! facts and from the periods that hold now, and stored nowhere.

use super::Complaint;
use jiff::{civil::Date, tz::TimeZone};
use redress_kernel::retention::{Basis, Retention};

/// What the assessment took for no complaint of its own.
const NO_COMPLAINT: &[&str] = &["enquiry", "out-of-scope", "duplicate"];

impl Complaint {
    /// Nobody said otherwise: a complaint.
    pub fn is_complaint(&self) -> bool {
        let scope = self.scope.as_ref().map(|scope| scope.scope.as_str());
        let dismissed = self.is_unconfirmed() && !self.is_open();
        !dismissed && !scope.is_some_and(|scope| NO_COMPLAINT.contains(&scope))
    }

    /// The category of its first point, by which lists and figures know it too.
    pub fn first_category(&self) -> Option<&str> {
        self.issues.first()?.category.as_deref()
    }

    pub fn kept_by(&self, periods: &Retention) -> Basis<'_> {
        periods.basis(self.is_complaint(), self.first_category())
    }

    /// The last day on which it is kept; None while it is open.
    pub fn kept_until(&self, periods: &Retention, zone: &TimeZone) -> Option<Date> {
        let closed_on = self.closed.as_ref()?.at.date_in(zone);
        Some(periods.keep_until(closed_on, self.kept_by(periods)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{Closure, Issue, Scope};
    use jiff::civil::date;

    fn closed(scope: Option<&str>) -> Complaint {
        Complaint {
            closed: Some(Closure {
                at: "2026-03-02T22:30:00Z".parse().unwrap_or_default(),
                ..Closure::default()
            }),
            scope: scope.map(|scope| Scope {
                scope: scope.to_owned(),
                ..Scope::default()
            }),
            issues: vec![Issue {
                category: Some("06".to_owned()),
                ..Issue::default()
            }],
            ..Complaint::default()
        }
    }

    #[test]
    fn the_period_begins_with_the_offices_day_of_closing() {
        let periods = Retention::default();
        let vilnius = TimeZone::get("Europe/Vilnius").unwrap_or(TimeZone::UTC);
        let until = |zone: &TimeZone| closed(None).kept_until(&periods, zone);
        assert_eq!(until(&TimeZone::UTC), Some(date(2031, 3, 2)));
        assert_eq!(until(&vilnius), Some(date(2031, 3, 3)));
        let open = Complaint::default();
        assert_eq!(open.kept_until(&periods, &vilnius), None);
    }

    #[test]
    fn what_was_assessed_as_no_complaint_goes_sooner_whatever_its_category() {
        let mut periods = Retention::default();
        periods.category_months.insert("06".to_owned(), 120);
        let by = |scope| closed(scope).kept_by(&periods).name();
        assert_eq!(by(None), "category");
        assert_eq!(by(Some("complaint")), "category");
        for scope in NO_COMPLAINT {
            assert_eq!(by(Some(scope)), "other", "{scope}");
        }
    }
}
