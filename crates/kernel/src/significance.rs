//! When a complaint is significant by the organisation's own rule, and how soon top
//! management says that it knows (5.4.1). Danger to people always is one.

use crate::{
    Instant,
    calendar::Calendar,
    clock::{FactKind, Happened, Rule, Unit, due},
    money::Money,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A working week; what may wait longer is not significant.
pub const HOURS_MAX: u32 = 40;
pub const PEOPLE_MAX: u32 = 1_000_000;
/// More currencies nobody watches.
pub const AMOUNTS_MAX: usize = 20;

/// As the organisation decided it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Significance {
    /// Minor units by currency, claimed or proposed: at or above it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub amounts: BTreeMap<String, i64>,
    /// So many complaints with one cause, or so many people affected by one.
    pub people: u32,
    /// Of the problem categories those that are a legal matter.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
    /// Working hours until top management confirms.
    pub confirm_hours: u32,
    /// Hours on the clock of the wall where people are in danger.
    pub safety_hours: u32,
}

impl Default for Significance {
    fn default() -> Significance {
        Significance {
            amounts: BTreeMap::new(),
            people: 10,
            categories: Vec::new(),
            confirm_hours: 4,
            safety_hours: 4,
        }
    }
}

impl Significance {
    pub fn is_default(&self) -> bool {
        *self == Significance::default()
    }

    pub fn is_large(&self, amount: &Money) -> bool {
        let from = self.amounts.get(&amount.currency);
        from.is_some_and(|from| amount.minor >= *from)
    }

    /// Danger does not wait for the office to open.
    pub fn confirm_by(&self, safety: bool, from: Instant, calendar: &Calendar) -> Instant {
        let real = |hours: u32| from.plus_seconds(i64::from(hours) * 3600);
        if safety {
            return real(self.safety_hours);
        }
        let rule = Rule::new("confirmation", self.confirm_hours, Unit::WorkingHour);
        let happened = [Happened::new(FactKind::RECEIVED, from)];
        // A calendar that never works: then the hours that pass.
        due(&rule, &happened, calendar).map_or(real(self.confirm_hours), |due| due.due)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::Organisation;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn danger_is_confirmed_by_the_clock_and_all_else_by_office_hours() {
        let rule = Significance::default();
        let office = Organisation::default().calendar();
        // Friday, an hour before the office closes.
        let friday = at("2026-11-20T16:00:00Z");
        let by = |safety| rule.confirm_by(safety, friday, &office);
        assert_eq!(by(true), at("2026-11-20T20:00:00Z"));
        assert_eq!(by(false), at("2026-11-23T12:00:00Z"));
    }

    #[test]
    fn an_office_that_never_opens_confirms_by_the_clock() {
        let rule = Significance::default();
        let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let shut = Organisation {
            weekend: days.map(str::to_owned).to_vec(),
            ..Organisation::default()
        };
        let now = at("2026-11-20T16:00:00Z");
        let by = rule.confirm_by(false, now, &shut.calendar());
        assert_eq!(by, at("2026-11-20T20:00:00Z"));
    }

    #[test]
    fn an_amount_is_large_in_its_own_currency_alone() {
        let rule = Significance {
            amounts: [("EUR".to_owned(), 500_000)].into(),
            ..Significance::default()
        };
        let money = |minor, currency: &str| Money {
            minor,
            currency: currency.to_owned(),
        };
        assert!(rule.is_large(&money(500_000, "EUR")));
        assert!(!rule.is_large(&money(499_999, "EUR")));
        assert!(!rule.is_large(&money(500_000_000, "KRW")));
    }
}
