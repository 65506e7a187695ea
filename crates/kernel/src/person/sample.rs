//! A sample that anybody can draw again: the seed and the references decide, and
//! nobody's wish (certification, ISO 19011). Evidence: seed and cases in the journal.

use crate::Id;
use sha2::{Digest, Sha256};

/// A visitor looks at so many cases; more would be no sample.
pub const SAMPLE_MAX: usize = 200;

/// The `n` cases whose references, behind the seed and a line feed, have the smallest
/// SHA-256.
pub fn drawn(seed: &str, among: &[(Id, String)], n: usize) -> Vec<Id> {
    let mut all: Vec<([u8; 32], Id)> = among
        .iter()
        .map(|(id, reference)| (place(seed, reference), *id))
        .collect();
    all.sort();
    let some = all.into_iter().take(n.min(SAMPLE_MAX));
    some.map(|(_, id)| id).collect()
}

fn place(seed: &str, reference: &str) -> [u8; 32] {
    Sha256::digest(format!("{seed}\n{reference}")).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cases() -> Vec<(Id, String)> {
        (1..=40u8)
            .map(|n| (Id::from_bytes([n; 16]), format!("RD-26-{n:04}")))
            .collect()
    }

    #[test]
    fn the_same_seed_draws_the_same_cases_in_whatever_order_they_lie() {
        let mut turned = cases();
        turned.reverse();
        assert_eq!(drawn("a", &cases(), 7), drawn("a", &turned, 7));
        assert_ne!(drawn("a", &cases(), 7), drawn("b", &cases(), 7));
        assert_eq!(drawn("a", &cases(), 7).len(), 7);
    }

    #[test]
    fn whoever_is_drawn_first_is_drawn_with_more_too_and_nobody_twice() {
        let (few, many) = (drawn("a", &cases(), 5), drawn("a", &cases(), 90));
        assert_eq!(many.get(..5), Some(&few[..]));
        let mut all = many.clone();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 40);
    }
}
