//! The days of a visit and its sample, decided: pure, over what was typed and what
//! could be drawn from.

use crate::facts::{CasesSampled, VisitSet};
use redress_kernel::{
    Id, Organisation, Refusal,
    fields::{Field, Fields, Kind},
    person::{SAMPLE_MAX, drawn},
};

/// Longer than this is no visit: the people of the organisation have other roles.
const DAYS_MAX: i32 = 92;

pub const FORM: &[Field] = &[
    Field::new("visit-first", Kind::Date).required(),
    Field::new("visit-last", Kind::Date).required().hinted(),
    Field::new("visit-size", Kind::Number(0, SAMPLE_MAX as i64)).hinted(),
    Field::new("visit-since", Kind::Date).hinted(),
    Field::new("visit-cases", Kind::Text(8_000)).hinted(),
];

pub fn days(fields: &Fields, organisation: &Organisation) -> Result<VisitSet, Refusal> {
    let missing = |field| Refusal::new("visit-days-needed").at(field);
    let first_day = fields.date("visit-first").ok_or(missing("visit-first"))?;
    let last_day = fields.date("visit-last").ok_or(missing("visit-last"))?;
    if last_day < first_day {
        return Err(Refusal::new("visit-ends-first").at("visit-last"));
    }
    if (last_day - first_day).get_days() >= DAYS_MAX {
        return Err(Refusal::new("visit-too-long").at("visit-last"));
    }
    let calendar = organisation.calendar();
    let eve = first_day
        .yesterday()
        .map_err(|_| Refusal::new("visit-days-needed").at("visit-first"))?;
    Ok(VisitSet {
        first_day,
        last_day,
        from_at: calendar.end_of(eve),
        until_at: calendar.end_of(last_day),
    })
}

/// What was typed as references, one after the other.
pub fn named(fields: &Fields) -> Vec<String> {
    let text = fields.text("visit-cases");
    let parts = text.split(|c: char| c.is_whitespace() || c == ',' || c == ';');
    parts
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Chosen by somebody: an office may show what a certifier asks for by name.
pub fn chosen(cases: Vec<Id>) -> Result<CasesSampled, Refusal> {
    if cases.len() > SAMPLE_MAX {
        return Err(Refusal::new("visit-sample-large").at("visit-cases"));
    }
    Ok(CasesSampled {
        seed: String::new(),
        among: 0,
        cases,
    })
}

/// By the seed: nobody picks.
pub fn by_lot(seed: String, among: &[(Id, String)], size: i64) -> Result<CasesSampled, Refusal> {
    if among.is_empty() {
        return Err(Refusal::new("visit-nothing-to-draw").at("visit-since"));
    }
    Ok(CasesSampled {
        cases: drawn(&seed, among, usize::try_from(size).unwrap_or_default()),
        among: among.len() as i64,
        seed,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn typed(first: &str, last: &str) -> Fields {
        let pairs = [("visit-first", first), ("visit-last", last)];
        Fields::from_pairs(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())))
    }

    fn refused(first: &str, last: &str) -> &'static str {
        let organisation = Organisation::default();
        days(&typed(first, last), &organisation).unwrap_err().code
    }

    #[test]
    fn a_visit_lasts_from_the_beginning_of_its_first_day_to_the_end_of_its_last() {
        let organisation = Organisation::default();
        let visit = days(&typed("2026-03-02", "2026-03-02"), &organisation).unwrap();
        let seconds = (visit.until_at.micros() - visit.from_at.micros()) / 1_000_000;
        assert_eq!(seconds, 24 * 3600);
    }

    #[test]
    fn nobody_visits_backwards_or_for_ever() {
        assert_eq!(refused("2026-03-02", "2026-03-01"), "visit-ends-first");
        assert_eq!(refused("2026-01-01", "2026-12-31"), "visit-too-long");
        assert_eq!(refused("", "2026-12-31"), "visit-days-needed");
    }

    #[test]
    fn nothing_is_drawn_from_nothing_and_a_whole_archive_is_no_sample() {
        let none = by_lot("5eed".into(), &[], 5).unwrap_err();
        assert_eq!(none.code, "visit-nothing-to-draw");
        let all = (0..=200u8).map(|n| Id::from_bytes([n; 16])).collect();
        assert_eq!(chosen(all).unwrap_err().code, "visit-sample-large");
    }
}
