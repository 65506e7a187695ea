//! The tree against an independent implementation of RFC 6962: the same roots
//! and, byte for byte, the same proofs; theirs accepts ours and ours theirs.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use proptest::prelude::*;
use redress_kernel::journal::tree::*;
use sha2::Sha256;
use std::convert::Infallible;

type Theirs = MemoryBackedTree<Sha256, Vec<u8>>;

/// Both trees over the same leaves; ours with its stored hashes.
fn both(leaves: &[Vec<u8>]) -> (Theirs, Edge, Vec<Hash>) {
    let (mut theirs, mut edge, mut stored) = (Theirs::new(), Edge::default(), Vec::new());
    for leaf in leaves {
        theirs.push(leaf.clone());
        stored.extend(
            edge.append(leaf_hash(leaf))
                .into_iter()
                .map(|(_, hash)| hash),
        );
    }
    (theirs, edge, stored)
}

fn read(stored: &[Hash]) -> impl FnMut(u64) -> Result<Hash, Infallible> + '_ {
    |place| Ok(stored[place as usize])
}

fn split(bytes: &[u8]) -> Vec<Hash> {
    bytes
        .chunks(32)
        .map(|hash| hash.try_into().unwrap())
        .collect()
}

#[test]
fn roots_agree_at_every_size() {
    let leaves: Vec<Vec<u8>> = (0..300u32).map(|n| n.to_le_bytes().to_vec()).collect();
    let (mut theirs, mut edge) = (Theirs::new(), Edge::default());
    for leaf in leaves {
        edge.append(leaf_hash(&leaf));
        theirs.push(leaf);
        assert_eq!(edge.root()[..], theirs.root().as_bytes()[..]);
    }
}

proptest! {
    #[test]
    fn proofs_agree_byte_for_byte(
        leaves in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 1..200),
        index in any::<prop::sample::Index>(),
        old in any::<prop::sample::Index>(),
    ) {
        let (theirs, edge, stored) = both(&leaves);
        let (size, index, old) = (leaves.len(), index.index(leaves.len()), 1 + old.index(leaves.len()));
        let root = theirs.root();
        prop_assert_eq!(&edge.root()[..], &root.as_bytes()[..]);

        let inclusion = inclusion_proof(index as u64, size as u64, read(&stored)).unwrap();
        let given = split(theirs.prove_inclusion(index).as_bytes());
        prop_assert_eq!(&inclusion, &given);
        prop_assert!(proves_inclusion(index as u64, size as u64, &leaf_hash(&leaves[index]), &given, &edge.root()));

        let before = root_at(old as u64, read(&stored)).unwrap();
        let consistency = consistency_proof(old as u64, size as u64, read(&stored)).unwrap();
        if old < size {
            let given = split(theirs.prove_consistency(size - old).as_bytes());
            prop_assert_eq!(&consistency, &given);
        }
        prop_assert!(proves_consistency(old as u64, size as u64, &before, &edge.root(), &consistency));
    }

    #[test]
    fn no_proof_survives_a_changed_bit(
        size in 2..100u64,
        index in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        bit in 0..256usize,
    ) {
        let leaves: Vec<Vec<u8>> = (0..size).map(|n| n.to_le_bytes().to_vec()).collect();
        let (_, edge, stored) = both(&leaves);
        let index = index.index(size as usize);
        let mut proof = inclusion_proof(index as u64, size, read(&stored)).unwrap();
        let place = place.index(proof.len());
        proof[place][bit / 8] ^= 1 << (bit % 8);
        prop_assert!(!proves_inclusion(index as u64, size, &leaf_hash(&leaves[index]), &proof, &edge.root()));
    }
}
