//! The RFC 6962 tree over the leaves. Hashes of complete subtrees are stored in
//! the order in which they come into being (as Go's checksum database does), so
//! appending reads about log2(n) of them and every proof can be made from them.

pub use super::leaf::Hash;
use sha2::{Digest, Sha256};

pub fn leaf_hash(bytes: &[u8]) -> Hash {
    Sha256::new()
        .chain_update([0])
        .chain_update(bytes)
        .finalize()
        .into()
}

pub fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Sha256::new()
        .chain_update([1])
        .chain_update(left)
        .chain_update(right)
        .finalize()
        .into()
}

/// The root of no leaves at all.
pub fn empty_root() -> Hash {
    Sha256::digest([]).into()
}

/// Where the hash of the `n`-th complete subtree of height `level` is stored.
pub fn stored_at(level: u32, n: u64) -> u64 {
    let mut first = n;
    for _ in 0..level {
        first = 2 * first + 1;
    }
    let mut place = 0;
    while first > 0 {
        place += first;
        first >>= 1;
    }
    place + u64::from(level)
}

/// How many hashes are stored for a tree of this size.
pub fn stored_count(size: u64) -> u64 {
    match size.checked_sub(1) {
        None => 0,
        Some(last) => stored_at(0, last) + 1 + u64::from(last.trailing_ones()),
    }
}

/// The right edge of the tree: the roots of its complete subtrees, tallest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Edge {
    size: u64,
    peaks: Vec<Hash>,
}

impl Edge {
    pub fn load<E>(size: u64, mut stored: impl FnMut(u64) -> Result<Hash, E>) -> Result<Edge, E> {
        let levels = (0..64).rev().filter(|level| size >> level & 1 == 1);
        let peaks = levels.map(|level| stored(stored_at(level, (size >> level) - 1)));
        Ok(Edge {
            size,
            peaks: peaks.collect::<Result<_, E>>()?,
        })
    }

    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds a leaf; gives back the hashes to store, with their places.
    pub fn append(&mut self, leaf: Hash) -> Vec<(u64, Hash)> {
        let mut place = stored_count(self.size);
        let mut hash = leaf;
        let mut new = vec![(place, hash)];
        for _ in 0..self.size.trailing_ones() {
            let Some(left) = self.peaks.pop() else { break };
            hash = node_hash(&left, &hash);
            place += 1;
            new.push((place, hash));
        }
        self.peaks.push(hash);
        self.size += 1;
        new
    }

    pub fn root(&self) -> Hash {
        let from_the_right = self.peaks.iter().rev().copied();
        from_the_right
            .reduce(|right, left| node_hash(&left, &right))
            .unwrap_or_else(empty_root)
    }
}

/// The largest power of two below `size`; where RFC 6962 splits a tree.
fn split(size: u64) -> u64 {
    1 << (63 - (size - 1).leading_zeros())
}

/// The hash over the leaves `from..to`, where `from..` begins a subtree of the tree.
fn range_hash<E>(
    from: u64,
    to: u64,
    stored: &mut impl FnMut(u64) -> Result<Hash, E>,
) -> Result<Hash, E> {
    let size = to - from;
    if size == 0 {
        return Ok(empty_root());
    }
    if size.is_power_of_two() {
        let level = size.trailing_zeros();
        return stored(stored_at(level, from >> level));
    }
    let middle = from + split(size);
    let left = range_hash(from, middle, stored)?;
    Ok(node_hash(&left, &range_hash(middle, to, stored)?))
}

pub fn root_at<E>(size: u64, mut stored: impl FnMut(u64) -> Result<Hash, E>) -> Result<Hash, E> {
    range_hash(0, size, &mut stored)
}

/// Proof that leaf `index` is in the tree of `size` leaves, nearest sibling first.
pub fn inclusion_proof<E>(
    index: u64,
    size: u64,
    mut stored: impl FnMut(u64) -> Result<Hash, E>,
) -> Result<Vec<Hash>, E> {
    let (mut from, mut to) = (0, size);
    let mut proof = Vec::new();
    while index < size && to - from > 1 {
        let middle = from + split(to - from);
        if index < middle {
            proof.push(range_hash(middle, to, &mut stored)?);
            to = middle;
        } else {
            proof.push(range_hash(from, middle, &mut stored)?);
            from = middle;
        }
    }
    proof.reverse();
    Ok(proof)
}

/// Proof that the tree of `old` leaves is the beginning of the tree of `new` leaves.
pub fn consistency_proof<E>(
    old: u64,
    new: u64,
    mut stored: impl FnMut(u64) -> Result<Hash, E>,
) -> Result<Vec<Hash>, E> {
    let (mut from, mut to) = (0, new);
    let mut proof = Vec::new();
    if old == 0 || old >= new {
        return Ok(proof);
    }
    while old != to {
        let middle = from + split(to - from);
        if old <= middle {
            proof.push(range_hash(middle, to, &mut stored)?);
            to = middle;
        } else {
            proof.push(range_hash(from, middle, &mut stored)?);
            from = middle;
        }
    }
    // The old tree's own root is known to whoever asks, unless it had to be split.
    if from != 0 {
        proof.push(range_hash(from, to, &mut stored)?);
    }
    proof.reverse();
    Ok(proof)
}

/// RFC 9162, 2.1.3.2.
pub fn proves_inclusion(index: u64, size: u64, leaf: &Hash, proof: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut place, mut last) = (index, size - 1);
    let mut hash = *leaf;
    for sibling in proof {
        if last == 0 {
            return false;
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
    last == 0 && hash == *root
}

/// RFC 9162, 2.1.4.2.
pub fn proves_consistency(
    old: u64,
    new: u64,
    old_root: &Hash,
    new_root: &Hash,
    proof: &[Hash],
) -> bool {
    if old > new || old == 0 {
        return old == 0 && *old_root == empty_root() && proof.is_empty();
    }
    if old == new {
        return proof.is_empty() && old_root == new_root;
    }
    let whole = old.is_power_of_two().then_some(old_root);
    let mut path = whole.into_iter().chain(proof);
    let Some(first) = path.next() else {
        return false;
    };
    let (mut place, mut last) = (old - 1, new - 1);
    while place & 1 == 1 {
        place >>= 1;
        last >>= 1;
    }
    let (mut before, mut after) = (*first, *first);
    for sibling in path {
        if last == 0 {
            return false;
        }
        if place & 1 == 1 || place == last {
            before = node_hash(sibling, &before);
            after = node_hash(sibling, &after);
            while place & 1 == 0 && place != 0 {
                place >>= 1;
                last >>= 1;
            }
        } else {
            after = node_hash(&after, sibling);
        }
        place >>= 1;
        last >>= 1;
    }
    last == 0 && before == *old_root && after == *new_root
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use std::convert::Infallible;

    fn leaves(size: u64) -> Vec<Hash> {
        (0..size).map(|n| leaf_hash(&n.to_be_bytes())).collect()
    }

    fn grown(size: u64) -> (Edge, Vec<Hash>) {
        let (mut edge, mut stored) = (Edge::default(), Vec::new());
        for leaf in leaves(size) {
            for (place, hash) in edge.append(leaf) {
                assert_eq!(place, stored.len() as u64, "stored without gaps");
                stored.push(hash);
            }
        }
        (edge, stored)
    }

    fn read(stored: &[Hash]) -> impl FnMut(u64) -> Result<Hash, Infallible> + '_ {
        |place| Ok(stored[place as usize])
    }

    /// The definition of RFC 6962, 2.1, taken literally.
    fn by_definition(leaves: &[Hash]) -> Hash {
        match leaves.len() {
            0 => empty_root(),
            1 => leaves[0],
            n => {
                let (left, right) = leaves.split_at(split(n as u64) as usize);
                node_hash(&by_definition(left), &by_definition(right))
            }
        }
    }

    #[test]
    fn the_root_is_that_of_rfc_6962_for_every_size() {
        for size in 0..130 {
            let (edge, stored) = grown(size);
            let root = by_definition(&leaves(size));
            assert_eq!(edge.root(), root);
            assert_eq!(root_at(size, read(&stored)).unwrap(), root);
            assert_eq!(stored.len() as u64, stored_count(size));
            assert_eq!(Edge::load(size, read(&stored)).unwrap(), edge);
        }
    }

    #[test]
    fn every_leaf_can_be_proved_and_no_other_in_its_place() {
        for size in 1..70 {
            let (edge, stored) = grown(size);
            for index in 0..size {
                let proof = inclusion_proof(index, size, read(&stored)).unwrap();
                let leaf = leaves(size)[index as usize];
                assert!(proves_inclusion(index, size, &leaf, &proof, &edge.root()));
                assert!(!proves_inclusion(
                    index,
                    size,
                    &leaf_hash(b"another"),
                    &proof,
                    &edge.root()
                ));
                assert!(!proves_inclusion(
                    index + 1,
                    size,
                    &leaf,
                    &proof,
                    &edge.root()
                ));
                assert!(!proves_inclusion(
                    index,
                    size,
                    &leaf,
                    &[&proof[..], &[leaf]].concat(),
                    &edge.root()
                ));
            }
        }
    }

    #[test]
    fn every_earlier_tree_can_be_proved_to_be_the_beginning() {
        let (_, stored) = grown(70);
        for new in 0..70 {
            for old in 0..=new {
                let roots = [old, new].map(|size| root_at(size, read(&stored)).unwrap());
                let proof = consistency_proof(old, new, read(&stored)).unwrap();
                assert!(
                    proves_consistency(old, new, &roots[0], &roots[1], &proof),
                    "{old} of {new}"
                );
                assert!(!proves_consistency(
                    old,
                    new,
                    &leaf_hash(b"another"),
                    &roots[1],
                    &proof
                ));
                assert!(
                    old == 0
                        || !proves_consistency(old, new, &roots[0], &leaf_hash(b"another"), &proof)
                );
            }
        }
    }
}
