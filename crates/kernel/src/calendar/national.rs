//! The working days of a country: a list with a version, and for each year
//! whether it is the official one. A year that nobody has listed warns, never fails.

use super::{Calendar, Hours, NamedDay, NoSuchZone, days::Days, zone};
use jiff::civil::Weekday;
use std::{collections::BTreeMap, sync::Arc};

#[derive(Debug, Clone, PartialEq)]
pub struct National {
    /// `KR`, `GB-EAW`, `EU-TARGET`.
    pub id: String,
    pub version: String,
    /// IANA name.
    pub zone: String,
    pub weekend: Vec<Weekday>,
    pub hours: Hours,
    pub years: BTreeMap<i16, Listed>,
    pub days: Vec<NamedDay>,
    pub source: String,
}

/// How a year's days came into the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Listed {
    /// As the state published them.
    Official,
    /// By the published rule, before or without a list.
    Computed,
}

impl National {
    pub fn calendar(&self) -> Result<Calendar, NoSuchZone> {
        let mut days = Days::default();
        days.lay(self.days.iter().map(|day| (day.clone(), false)));
        Ok(Calendar {
            zone: zone(&self.zone)?,
            weekend: self.weekend.iter().copied().collect(),
            hours: self.hours,
            days,
            national: Some(Arc::new(self.clone())),
        })
    }
}
