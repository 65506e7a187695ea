//! The parts of the organisation as a tree: who belongs to a unit works for those
//! below it too (5.4). Leaves no evidence.

use crate::Id;
use std::collections::BTreeMap;

/// A chain longer than this goes round in a circle, which no decision lets happen.
const DEPTH_MAX: usize = 20;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnitTree {
    above: BTreeMap<Id, Id>,
}

impl UnitTree {
    /// Pairs of a unit and the one right above it.
    pub fn of(pairs: impl IntoIterator<Item = (Id, Id)>) -> UnitTree {
        UnitTree {
            above: pairs.into_iter().collect(),
        }
    }

    pub fn above(&self, unit: Id) -> Option<Id> {
        self.above.get(&unit).copied()
    }

    /// The unit itself, the one above it, and so on to the top.
    pub fn path(&self, unit: Id) -> Vec<Id> {
        std::iter::successors(Some(unit), |unit| self.above(*unit))
            .take(DEPTH_MAX)
            .collect()
    }

    /// Everything below the unit, without itself.
    pub fn below(&self, unit: Id) -> Vec<Id> {
        let units = self.above.keys().copied();
        let its = |one: &Id| *one != unit && self.path(*one).contains(&unit);
        units.filter(its).collect()
    }

    /// Every unit with each of those above it.
    pub fn pairs(&self) -> impl Iterator<Item = (Id, Id)> + '_ {
        let units = self.above.keys().copied();
        units.flat_map(|unit| {
            let above = self.path(unit).into_iter().skip(1);
            above.map(move |above| (above, unit))
        })
    }

    /// May this unit be put below that one? Not below itself, and not too deep.
    pub fn takes(&self, unit: Id, above: Id) -> bool {
        let path = self.path(above);
        let deepest = self.below(unit).len();
        !path.contains(&unit) && path.len() + deepest < DEPTH_MAX
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(n: u8) -> Id {
        Id::from_bytes([n; 16])
    }

    /// The north with its pier, and the berth of the pier; the south by itself.
    fn ferry() -> UnitTree {
        UnitTree::of([(unit(2), unit(1)), (unit(3), unit(2))])
    }

    #[test]
    fn a_path_leads_to_the_top_and_everything_below_is_found() {
        assert_eq!(ferry().path(unit(3)), [unit(3), unit(2), unit(1)]);
        assert_eq!(ferry().path(unit(9)), [unit(9)]);
        assert_eq!(ferry().below(unit(1)), [unit(2), unit(3)]);
        assert!(ferry().below(unit(3)).is_empty());
        let pairs: Vec<(Id, Id)> = ferry().pairs().collect();
        let right = [(unit(1), unit(2)), (unit(2), unit(3)), (unit(1), unit(3))];
        assert_eq!(pairs, right);
    }

    #[test]
    fn no_unit_comes_to_lie_below_itself() {
        assert!(!ferry().takes(unit(1), unit(3)));
        assert!(!ferry().takes(unit(1), unit(1)));
        assert!(ferry().takes(unit(3), unit(1)));
        assert!(ferry().takes(unit(4), unit(3)));
        // Facts that go round in a circle end all the same.
        let circle = UnitTree::of([(unit(1), unit(2)), (unit(2), unit(1))]);
        assert!(!circle.path(unit(1)).is_empty());
    }
}
