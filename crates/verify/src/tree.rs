//! The tree of RFC 6962 over the leaves: growing leaf by leaf, and the way from one
//! leaf up to a root.

use sha2::{Digest, Sha256};

pub type Hash = [u8; 32];

pub fn leaf_hash(leaf: &[u8]) -> Hash {
    Sha256::new()
        .chain_update([0])
        .chain_update(leaf)
        .finalize()
        .into()
}

fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Sha256::new()
        .chain_update([1])
        .chain_update(left)
        .chain_update(right)
        .finalize()
        .into()
}

/// A tree that grows at its right end: the roots of its complete parts, tallest first.
#[derive(Default)]
pub struct Growing {
    size: u64,
    parts: Vec<Hash>,
}

impl Growing {
    pub fn size(&self) -> u64 {
        self.size
    }

    pub fn add(&mut self, leaf: Hash) {
        let mut hash = leaf;
        // Every complete part as tall as the new one becomes its left half.
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.parts.pop() {
                hash = node_hash(&left, &hash);
            }
        }
        self.parts.push(hash);
        self.size += 1;
    }

    pub fn root(&self) -> Hash {
        let from_the_right = self.parts.iter().rev().copied();
        from_the_right
            .reduce(|right, left| node_hash(&left, &right))
            .unwrap_or_else(|| Sha256::digest([]).into())
    }
}

/// The root to which this path leads from the leaf at `index` among `size` (RFC 9162,
/// 2.1.3.2). None where a path of this length belongs to no such leaf.
pub fn root_from(index: u64, size: u64, leaf: Hash, path: &[Hash]) -> Option<Hash> {
    if index >= size {
        return None;
    }
    let (mut place, mut last, mut hash) = (index, size - 1, leaf);
    for sibling in path {
        if last == 0 {
            return None;
        }
        if place & 1 == 1 || place == last {
            hash = node_hash(sibling, &hash);
            while place & 1 == 0 && place != 0 {
                place >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(&hash, sibling);
        }
        place >>= 1;
        last >>= 1;
    }
    (last == 0).then_some(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6962, 2.1, taken literally.
    fn by_definition(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Sha256::digest([]).into(),
            [one] => *one,
            many => {
                let (left, right) = many.split_at(many.len().next_power_of_two() / 2);
                node_hash(&by_definition(left), &by_definition(right))
            }
        }
    }

    fn path(leaves: &[Hash], index: usize) -> Vec<Hash> {
        if leaves.len() < 2 {
            return Vec::new();
        }
        let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
        let (mut inner, sibling) = match index < left.len() {
            true => (path(left, index), by_definition(right)),
            false => (path(right, index - left.len()), by_definition(left)),
        };
        inner.push(sibling);
        inner
    }

    #[test]
    fn every_size_has_the_root_of_the_definition_and_every_leaf_its_way_up() {
        let leaves: Vec<Hash> = (0..70u8).map(|n| leaf_hash(&[n])).collect();
        let mut tree = Growing::default();
        for size in 0..leaves.len() {
            let some: Vec<Hash> = leaves.iter().take(size).copied().collect();
            assert_eq!(tree.root(), by_definition(&some), "{size}");
            for (index, leaf) in some.iter().enumerate() {
                let (place, all, way) = (index as u64, size as u64, path(&some, index));
                let found = root_from(place, all, *leaf, &way);
                assert_eq!(found, Some(tree.root()), "{index} of {size}");
                assert_ne!(root_from(place, all, leaf_hash(b"x"), &way), found);
                let longer = [&way[..], &[*leaf]].concat();
                assert_eq!(root_from(place, all, *leaf, &longer), None);
                assert_eq!(root_from(all, all, *leaf, &way), None);
            }
            leaves
                .iter()
                .skip(size)
                .take(1)
                .for_each(|leaf| tree.add(*leaf));
        }
    }
}
