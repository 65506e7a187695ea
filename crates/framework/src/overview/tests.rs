#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
//! The map follows the manifests: a room that nobody heard of appears in it.

use super::{map::map, records::Counted};
use redress_complaint::Slice;
use redress_kernel::Instant;
use std::collections::BTreeMap;

static AUDIT: Slice = Slice {
    facts: &["audit-planned", "finding-raised"],
    also: &["4.13"],
    ..Slice::new("improvement.audit", "8.5")
};

fn counted(n: i64, at: i64) -> Counted {
    Counted {
        n,
        newest_at: Instant::from_micros(at),
    }
}

#[test]
fn a_new_room_stands_at_its_clauses_with_its_evidence() {
    let counts = BTreeMap::from([
        ("audit-planned".to_owned(), counted(2, 50)),
        ("finding-raised".to_owned(), counted(5, 40)),
        ("received".to_owned(), counted(900, 60)),
    ]);
    let chapters = map(&[&AUDIT], &counts);
    let clauses: Vec<_> = chapters
        .iter()
        .flat_map(|chapter| &chapter.clauses)
        .collect();
    let of = |number: &str| {
        *clauses
            .iter()
            .find(|clause| clause.number == number)
            .unwrap()
    };
    for number in ["8.5", "4.13"] {
        assert_eq!(of(number).rooms[0].name, "improvement.audit");
        assert_eq!(of(number).facts(), 7);
        assert_eq!(of(number).newest_at(), Some(Instant::from_micros(50)));
    }
    assert!(of("7.2").rooms.is_empty() && of("7.2").newest_at().is_none());
    assert_eq!(
        clauses.len(),
        39,
        "fifteen principles and twenty-four clauses"
    );
}

#[test]
fn a_room_without_a_fact_is_there_and_its_evidence_is_not() {
    let chapters = map(&[&AUDIT], &BTreeMap::new());
    let audit = chapters
        .last()
        .unwrap()
        .clauses
        .iter()
        .find(|c| c.number == "8.5")
        .unwrap();
    assert_eq!((audit.rooms.len(), audit.facts()), (1, 0));
}
