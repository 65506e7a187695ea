//! Checkpoints as others read them: an independent implementation of C2SP signed
//! notes accepts ours, and our reader refuses what is not exactly ours.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
mod world;

use redress_store::{
    Read,
    note::{Checkpoint, Verifier},
};
use signed_note::{Note, StandardVerifier, VerifierList};
use world::*;

fn checkpoint(world: &World) -> String {
    world.record(received(1, "late"), 0);
    world.db.read_now(|r| r.checkpoint()).unwrap().unwrap()
}

#[test]
fn another_implementation_accepts_our_checkpoint_with_our_published_key() {
    let world = World::sqlite();
    let text = checkpoint(&world);
    let key = world.db.keys().verifier().text();
    let theirs = VerifierList::new(vec![Box::new(StandardVerifier::new(&key).unwrap())]);
    let note = Note::from_bytes(text.as_bytes()).unwrap();
    let (known, unknown) = note.verify(&theirs).unwrap();
    assert_eq!((known.len(), unknown.len()), (1, 0));
    let changed = text.replacen("\n2\n", "\n3\n", 1);
    assert_ne!(changed, text);
    assert!(
        Note::from_bytes(changed.as_bytes())
            .unwrap()
            .verify(&theirs)
            .is_err()
    );
}

#[test]
fn a_checkpoint_reads_back_and_a_witness_may_have_signed_it_too() {
    let world = World::sqlite();
    let text = checkpoint(&world);
    let keys = world.db.keys().verifiers();
    let read = Checkpoint::open(&text, &keys).unwrap();
    let head = world.db.read_now(|r| r.head()).unwrap();
    assert_eq!(
        (read.size, read.root, read.number),
        (head.size, head.root, 0)
    );
    let witnessed = format!("{text}\u{2014} witness.example AAAAAAAA\n");
    assert_eq!(Checkpoint::open(&witnessed, &keys), Ok(read));
}

#[test]
fn any_changed_byte_of_a_checkpoint_is_refused() {
    let world = World::sqlite();
    let text = checkpoint(&world);
    let keys = world.db.keys().verifiers();
    for place in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[place] ^= 1;
        if let Ok(changed) = String::from_utf8(bytes) {
            assert!(
                Checkpoint::open(&changed, &keys).is_err(),
                "byte {place} of\n{changed}"
            );
        }
    }
    for cut in 0..text.len() {
        assert!(
            text.get(..cut)
                .is_none_or(|part| Checkpoint::open(part, &keys).is_err()),
            "cut at {cut}"
        );
    }
}

#[test]
fn a_published_key_reads_back_and_a_mistyped_one_is_refused() {
    let key = World::sqlite().db.keys().verifier();
    assert_eq!(Verifier::read(&key.text()).unwrap(), key);
    assert!(Verifier::read(&key.text().replace('+', " ")).is_err());
    let mistyped = key.text().replacen("redress/", "redress-", 1);
    assert!(Verifier::read(&mistyped).is_err(), "the id covers the name");
}
