//! The pier of Blue Ferry Co. lies below the harbour; each has a head.
#![allow(clippy::unwrap_used)]

use super::*;
use redress_kernel::{Id, person::UnitTree};

fn id(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

const PIER: u8 = 101;
const HARBOUR: u8 = 102;
const OFFICE: u8 = 103;

fn ferry() -> UnitTree {
    UnitTree::of([(id(PIER), id(HARBOUR))])
}

fn heads() -> Heads {
    [(PIER, 1), (HARBOUR, 2), (OFFICE, 3)]
        .map(|(unit, head)| (id(unit), id(head)))
        .into()
}

fn line(about: &[(u8, Option<u8>)]) -> Vec<Id> {
    let about: Vec<_> = about
        .iter()
        .map(|(person, unit)| (id(*person), unit.map(id)))
        .collect();
    line_above(&about, &ferry(), &heads())
}

#[test]
fn the_line_is_the_heads_of_the_unit_and_of_all_above_it() {
    assert_eq!(line(&[(9, Some(PIER))]), [id(1), id(2)]);
    assert_eq!(line(&[(9, Some(HARBOUR))]), [id(2)]);
    assert_eq!(line(&[(9, Some(OFFICE))]), [id(3)]);
    assert!(line(&[(9, None)]).is_empty());
    assert!(line(&[]).is_empty());
}

#[test]
fn nobody_stands_in_their_own_line_and_the_lines_of_two_are_one() {
    assert_eq!(line(&[(1, Some(PIER))]), [id(2)]);
    assert_eq!(
        line(&[(9, Some(PIER)), (8, Some(OFFICE))]),
        [id(1), id(2), id(3)]
    );
}

#[test]
fn a_unit_without_a_head_is_passed_over() {
    let mut heads = heads();
    heads.remove(&id(PIER));
    let about = [(id(9), Some(id(PIER)))];
    assert_eq!(line_above(&about, &ferry(), &heads), [id(2)]);
}
