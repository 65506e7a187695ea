//! Days that are not what their weekday says, in layers: the later layer
//! overrules the earlier. One bit a day answers the question asked most.

use jiff::civil::Date;
use std::sync::Arc;

/// A day with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedDay {
    pub day: Date,
    /// A holiday is not worked, a make-up day is.
    pub works: bool,
    pub name: Arc<str>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Days {
    /// In order of days; true: the organisation's own layer.
    named: Arc<Vec<(NamedDay, bool)>>,
    /// In order of years.
    years: Arc<Vec<Year>>,
}

/// A bit for each day of twelve months.
#[derive(Debug, Clone, PartialEq)]
struct Year {
    year: i16,
    named: [u32; 12],
    works: [u32; 12],
}

impl Days {
    /// Lays a layer over what is there.
    pub(super) fn lay(&mut self, layer: impl Iterator<Item = (NamedDay, bool)>) {
        let before = self.named.len();
        let mut named = self.named.as_ref().clone();
        named.extend(layer);
        if named.len() == before {
            return;
        }
        // The sort keeps the order of layers within a day; of those the last stays.
        named.reverse();
        named.sort_by_key(|(named, _)| named.day);
        named.dedup_by_key(|(named, _)| named.day);
        self.years = Arc::new(years(&named));
        self.named = Arc::new(named);
    }

    /// Is this day worked, if anything is said about it?
    pub(super) fn works(&self, day: Date) -> Option<bool> {
        let year = self.year(day.year())?;
        let month = usize::try_from(day.month() - 1).ok()?;
        let bit = 1_u32 << day.day();
        let named = year.named.get(month)? & bit != 0;
        named.then_some(year.works.get(month)? & bit != 0)
    }

    pub(super) fn named(&self, day: Date) -> Option<(&NamedDay, bool)> {
        self.works(day)?;
        let at = self
            .named
            .binary_search_by_key(&day, |(named, _)| named.day);
        self.named.get(at.ok()?).map(|(named, own)| (named, *own))
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (&NamedDay, bool)> {
        self.named.iter().map(|(named, own)| (named, *own))
    }

    fn year(&self, year: i16) -> Option<&Year> {
        let at = self.years.binary_search_by_key(&year, |it| it.year);
        self.years.get(at.ok()?)
    }
}

fn years(named: &[(NamedDay, bool)]) -> Vec<Year> {
    let mut years: Vec<Year> = Vec::new();
    for (it, _) in named {
        let year = it.day.year();
        if years.last().is_none_or(|last| last.year != year) {
            let (named, works) = ([0; 12], [0; 12]);
            years.push(Year { year, named, works });
        }
        let month = usize::try_from(it.day.month() - 1).unwrap_or_default();
        let bit = 1_u32 << it.day.day();
        let Some(last) = years.last_mut() else {
            continue;
        };
        if let (Some(named), Some(works)) = (last.named.get_mut(month), last.works.get_mut(month)) {
            *named |= bit;
            *works |= if it.works { bit } else { 0 };
        }
    }
    years
}
