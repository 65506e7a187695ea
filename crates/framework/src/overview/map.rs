//! The map as a value: the clauses, the manifests, the counts. Nothing in it is
//! written down twice.

use super::records::Counted;
use redress_complaint::Slice;
use redress_kernel::{Instant, clauses::CHAPTERS};
use std::collections::BTreeMap;

pub struct Chapter {
    pub number: &'static str,
    pub clauses: Vec<Clause>,
}

/// One clause with the rooms that serve it and the evidence that they left.
pub struct Clause {
    pub number: &'static str,
    pub rooms: Vec<&'static Slice>,
    /// Kinds of which there is at least one fact.
    pub kinds: Vec<(&'static str, Counted)>,
}

impl Clause {
    pub fn facts(&self) -> i64 {
        self.kinds.iter().map(|(_, counted)| counted.n).sum()
    }

    pub fn newest_at(&self) -> Option<Instant> {
        self.kinds
            .iter()
            .map(|(_, counted)| counted.newest_at)
            .max()
    }
}

pub fn map(slices: &[&'static Slice], counted: &BTreeMap<String, Counted>) -> Vec<Chapter> {
    let clause = |number: &&'static str| clause(number, slices, counted);
    CHAPTERS
        .iter()
        .map(|(number, clauses)| Chapter {
            number,
            clauses: clauses.iter().map(clause).collect(),
        })
        .collect()
}

fn clause(
    number: &'static str,
    slices: &[&'static Slice],
    counted: &BTreeMap<String, Counted>,
) -> Clause {
    let serving = slices.iter().copied().filter(|slice| slice.serves(number));
    let rooms: Vec<&'static Slice> = serving.collect();
    let kinds = rooms.iter().flat_map(|slice| slice.facts.iter().copied());
    let kinds = kinds.filter_map(|kind| Some((kind, *counted.get(kind)?)));
    Clause {
        number,
        kinds: kinds.collect(),
        rooms,
    }
}
