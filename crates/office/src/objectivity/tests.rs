//! The rules of Blue Ferry Co. as they are typed, and facts as they were written.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{
    decide::{NEEDS, accept, typed},
    *,
};
use redress_kernel::{Organisation, fields::Fields, objectivity::Declarations};

fn with_needs(needs: &str) -> (Fields, Option<Organisation>) {
    let before = Organisation::default();
    let mut fields = typed(&before);
    fields.take(NEEDS.name);
    fields.put(NEEDS.name, needs);
    let it = accept(&mut fields, &before);
    (fields, it)
}

#[test]
fn what_is_shown_is_read_again() {
    let (_, it) = with_needs("06: Safety on board\n\n 01：Fares ");
    let it = it.unwrap();
    assert_eq!(it.objectivity.needs["06"], "Safety on board");
    assert_eq!(it.objectivity.needs["01"], "Fares");
    assert_eq!(it.objectivity.declarations, Declarations::Person);
    assert_eq!(accept(&mut typed(&it), &it).as_ref(), Some(&it));
}

#[test]
fn a_line_that_names_no_category_or_no_competence_is_said_with_its_number() {
    for wrong in ["06", "06:", "99: Safety", "Safety"] {
        let (fields, it) = with_needs(&format!("01: Fares\n{wrong}"));
        assert_eq!(it, None, "{wrong}");
        let problem = &fields.problem_at(NEEDS.name).unwrap().message;
        assert_eq!(problem.key, "problem-competence-line", "{wrong}");
    }
}

/// Lines are added and never changed.
const GOLDEN: &str = include_str!("../../tests/golden/objectivity.tsv");

#[test]
fn what_was_recorded_years_ago_is_read_and_written_alike() {
    fn again<F: serde::de::DeserializeOwned + serde::Serialize>(text: &str) -> String {
        let fact: F = serde_json::from_str(text).unwrap();
        serde_json::to_value(&fact).unwrap().to_string()
    }
    for line in GOLDEN.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let (kind, record) = (parts[0], parts[2]);
        let read = match kind {
            UnitHeadSet::KIND => again::<UnitHeadSet>(record),
            CompetenceHeld::KIND => again::<CompetenceHeld>(record),
            _ => again::<CompetenceEnded>(record),
        };
        assert_eq!(read, record, "{kind}");
    }
}
