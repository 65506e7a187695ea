//! Rebuilding: a replay of the journal comes to the same tables, also after
//! random writes, refusals and erasures; a table that was touched is named.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
mod world;

use proptest::prelude::*;
use redress_store::{Error, Read, rebuild, rebuild_check, sql};
use world::*;

#[test]
fn a_touched_projection_is_named_and_a_rebuild_mends_it() {
    for world in worlds() {
        world.record(received(1, "late"), 0);
        world.record(received(2, "cold"), 0);
        assert_eq!(rebuild_check(&world.db).unwrap(), []);
        world.db.write_now(|tx| {
            tx.execute(&sql("UPDATE ferry SET facts = 9, text = 'a long and private text' WHERE id = $1").arg(complaint(1)))?;
            tx.execute(&sql("DELETE FROM ferry WHERE id = $1").arg(complaint(2)))?;
            tx.execute(&sql("INSERT INTO ferry (id, facts, text) VALUES ('zzz', 1, NULL)"))
        }).unwrap();
        let found = rebuild_check(&world.db).unwrap();
        assert_eq!(found.len(), 3);
        assert_eq!(found[0].live.as_deref(), Some("facts=9 text=(text of 23)"));
        assert_eq!(
            (found[1].key.as_str(), found[1].live.as_deref()),
            (complaint(2).to_string().as_str(), None)
        );
        assert_eq!(
            (found[2].key.as_str(), found[2].rebuilt.as_deref()),
            ("zzz", None)
        );
        rebuild(&world.db).unwrap();
        assert_eq!(rebuild_check(&world.db).unwrap(), []);
    }
}

#[test]
fn listeners_stay_silent_and_nothing_is_journalled_by_a_rebuild() {
    for world in worlds() {
        world.record(received(1, "late"), 0);
        let before = world.db.read_now(|r| r.head()).unwrap();
        rebuild(&world.db).unwrap();
        assert_eq!(world.db.read_now(|r| r.head()).unwrap(), before);
        assert!(world.verify(&[]).ok);
    }
}

#[derive(Debug, Clone)]
enum Act {
    Receive(u8, String),
    Note(u8),
    Refuse(u8),
    Panic(u8),
    /// Erases every n-th entry there is about this complaint.
    Erase(u8, usize),
    Together(Vec<u8>),
}

fn act() -> impl Strategy<Value = Act> {
    let who = 1..6u8;
    prop_oneof![
        4 => (who.clone(), ".{0,40}").prop_map(|(n, text)| Act::Receive(n, text)),
        3 => who.clone().prop_map(Act::Note),
        1 => who.clone().prop_map(Act::Refuse),
        1 => who.clone().prop_map(Act::Panic),
        2 => (who.clone(), 1..4usize).prop_map(|(n, step)| Act::Erase(n, step)),
        1 => prop::collection::vec(who, 1..6).prop_map(Act::Together),
    ]
}

fn carry_out(world: &World, act: Act, at: i64) {
    let by = by(at);
    match act {
        Act::Receive(n, text) => drop(world.record(received(n, &text), at)),
        Act::Note(n) => drop(world.record(noted(n), at)),
        Act::Refuse(n) => {
            let refused = world.db.write_now(move |tx| {
                tx.record(received(n, "refused"), &by)?;
                Err::<(), _>(Error::Wrong("no".into()))
            });
            assert!(refused.is_err());
        }
        Act::Panic(n) => {
            let panicked = world.db.write_now::<(), Error>(move |tx| {
                tx.record(received(n, "panics"), &by)?;
                panic!("on purpose")
            });
            assert_eq!(panicked, Err(Error::Panicked));
        }
        Act::Erase(n, step) => {
            world
                .db
                .write_now(move |tx| {
                    let named: Vec<i64> = tx
                        .entries(complaint(n))?
                        .iter()
                        .step_by(step)
                        .map(|entry| entry.seq)
                        .collect();
                    tx.erase(complaint(n), &named, "request", &by)
                })
                .unwrap();
        }
        Act::Together(all) => {
            world
                .db
                .write_now(move |tx| {
                    all.into_iter()
                        .try_for_each(|n| tx.record(noted(n), &by).map(|_| ()))
                })
                .unwrap();
        }
    }
}

fn check(world: &World, acts: Vec<Act>) {
    let before = world.db.read_now(|r| r.checkpoint()).unwrap();
    for (at, act) in acts.into_iter().enumerate() {
        carry_out(world, act, at as i64);
    }
    let verified = world.verify(&before.into_iter().collect::<Vec<_>>());
    assert!(verified.ok, "{verified:?}");
    assert_eq!(rebuild_check(&world.db).unwrap(), []);
    let open = world.db.at_rest().1;
    assert_eq!(open, 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_happened_the_journal_verifies_and_a_replay_gives_the_same_tables(acts in prop::collection::vec(act(), 1..40)) {
        for world in worlds() {
            check(&world, acts.clone());
        }
    }
}
