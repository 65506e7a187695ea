//! Writing: what is answered is durable, what is refused leaves no trace.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
mod world;

use redress_kernel::Id;
use redress_store::{Error, Read, sql};
use world::*;

#[test]
fn a_fact_is_found_again_with_what_followed_from_it() {
    let world = World::sqlite();
    let entry = world.record(received(1, "the ferry left early"), 0);
    let facts = world.db.read_now(move |r| r.entries(entry.about)).unwrap();
    assert_eq!(
        facts.iter().map(|f| f.kind.as_str()).collect::<Vec<_>>(),
        ["received", "acknowledged"]
    );
    assert_eq!(facts[0], entry);
    let text = world
        .db
        .read_now(|r| r.one(&sql("SELECT text FROM ferry"), |row| row.text(0)))
        .unwrap();
    assert_eq!(text.as_deref(), Some("the ferry left early"));
}

#[test]
fn a_refused_write_leaves_no_trace_and_its_neighbours_stand() {
    let world = World::sqlite();
    world.record(received(1, "kept"), 0);
    let refused = world.db.write_now(|tx| {
        tx.record(received(2, "refused"), &by(1))?;
        Err::<(), _>(Error::Wrong("no".into()))
    });
    assert_eq!(refused, Err(Error::Wrong("no".into())));
    let panicked = world.db.write_now::<(), Error>(|tx| {
        tx.record(received(3, "panics"), &by(1))?;
        panic!("on purpose")
    });
    assert_eq!(panicked, Err(Error::Panicked));
    world.record(received(4, "kept too"), 2);
    let sizes = world.db.read_now(|r| {
        Ok::<_, Error>((
            r.size()?,
            r.entries(complaint(2))?.len(),
            r.entries(complaint(3))?.len(),
        ))
    });
    assert_eq!(sizes.unwrap(), (4, 0, 0));
}

#[test]
fn a_clock_set_back_does_not_make_a_later_fact_look_earlier() {
    for world in worlds() {
        world.record(received(1, "first"), 100);
        let entry = world.record(noted(1), -3600);
        assert_eq!(entry.recorded_at, MORNING.plus_seconds(100));
    }
}

#[test]
fn a_connection_never_rests_inside_a_transaction_whatever_happened_in_it() {
    for world in worlds() {
        let _ = world.db.read_now::<(), Error>(|_| panic!("on purpose"));
        let _ = world
            .db
            .read_now(|r| r.one(&sql("SELECT nothing FROM nowhere"), |row| row.int(0)));
        let refused = world.db.read_now(|r| {
            r.rows(
                &sql("INSERT INTO blob (id, bytes) VALUES ('a', $1) RETURNING id").arg(vec![1u8]),
                |row| row.text(0),
            )
        });
        assert!(refused.is_err(), "a reader cannot write");
        std::thread::scope(|scope| {
            for _ in 0..12 {
                scope.spawn(|| assert_eq!(world.db.read_now(|r| r.head()).unwrap().size, 0));
            }
        });
        let (resting, inside) = world.db.at_rest();
        assert!(
            (1..=8).contains(&resting) && inside == 0,
            "{resting} at rest, {inside} in a transaction"
        );
        world.record(received(1, "seen at once"), 0);
        assert_eq!(world.db.read_now(|r| r.head()).unwrap().size, 2);
    }
}

#[test]
fn many_at_once_share_commits_and_each_gets_its_own_answer() {
    for world in worlds() {
        let answers: Vec<_> = std::thread::scope(|scope| {
            let writing: Vec<_> = (0..8i64)
                .map(|thread| {
                    let db = world.db.clone();
                    scope.spawn(move || {
                        (0..25)
                            .map(|n| {
                                db.write_now(move |tx| {
                                    let entry = tx.record(noted(1), &by(n))?;
                                    if (n + thread) % 5 == 0 {
                                        Err(Error::Wrong("no".into()))
                                    } else {
                                        Ok(entry.seq)
                                    }
                                })
                            })
                            .collect::<Vec<_>>()
                    })
                })
                .collect();
            writing
                .into_iter()
                .flat_map(|thread| thread.join().unwrap())
                .collect()
        });
        let mut kept: Vec<i64> = answers
            .iter()
            .filter_map(|answer| answer.clone().ok())
            .collect();
        kept.sort();
        assert_eq!(kept, (0..160).collect::<Vec<_>>(), "no gap, none twice");
        let verified = world.verify(&[]);
        assert!(verified.ok && verified.entries == 160, "{verified:?}");
        let commits = world.db.read_now(|r| {
            r.one(&sql("SELECT COUNT(*) FROM journal_checkpoint"), |row| {
                row.int(0)
            })
        });
        assert!(commits.unwrap().unwrap() <= 160);
    }
}

#[test]
fn two_processes_write_the_same_journal() {
    for world in worlds() {
        let keys = redress_store::Keys::load(world.dir.path()).unwrap();
        let other =
            redress_store::Db::open_with(world.db.location(), keys, wiring(), MIGRATIONS).unwrap();
        std::thread::scope(|scope| {
            for db in [&world.db, &other] {
                scope.spawn(move || {
                    (0..40).for_each(|n| {
                        drop(db.write_now(move |tx| tx.record(noted(2), &by(n))).unwrap())
                    })
                });
            }
        });
        let verified = world.verify(&[]);
        assert!(verified.ok && verified.entries == 80, "{verified:?}");
    }
}

#[test]
fn a_write_once_begun_ends_though_nobody_waits_for_it() {
    for world in worlds() {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .unwrap();
        let db = world.db.clone();
        runtime.block_on(async move {
            let (begun, told) = tokio::sync::oneshot::channel();
            let writing = tokio::spawn(async move {
                db.write(move |tx| {
                    begun.send(()).unwrap();
                    tx.record(received(1, "hung up"), &by(0))
                })
                .await
            });
            told.await.unwrap();
            writing.abort();
        });
        assert_eq!(world.record(noted(1), 1).seq, 2);
    }
}

#[test]
fn asynchronous_and_blocking_calls_answer_alike_inside_a_runtime() {
    for world in worlds() {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async move {
            let entry = world
                .db
                .write(|tx| tx.record(received(1, "late"), &by(0)))
                .await
                .unwrap();
            let found = world.db.read(move |r| r.entry(entry.seq)).await.unwrap();
            assert_eq!(found.as_ref(), Some(&entry));
            assert_eq!(
                world.db.read_now(move |r| r.entry(entry.seq)).unwrap(),
                found
            );
            let panicked = world.db.read::<(), Error>(|_| panic!("on purpose")).await;
            assert_eq!(panicked, Err(Error::Panicked));
            drop(world);
        });
    }
}

#[test]
fn a_memo_lives_as_long_as_its_closure() {
    let world = World::sqlite();
    world
        .db
        .write_now(|tx| {
            tx.memo.keep(complaint(1), 7u8);
            assert_eq!(tx.memo.get::<u8>(complaint(1)), Some(&7));
            Ok::<_, Error>(())
        })
        .unwrap();
    world
        .db
        .write_now(|tx| {
            assert_eq!(tx.memo.take::<u8>(complaint(1)), None);
            Ok::<_, Error>(())
        })
        .unwrap();
}

#[test]
fn every_fact_can_be_proved_to_its_complainant() {
    for world in worlds() {
        for number in 1..=9 {
            world.record(received(number, "late"), 0);
        }
        let keys = world.db.keys().verifiers();
        for seq in 0..18 {
            let proof = world
                .db
                .read_now(|r| redress_store::proof(r, seq))
                .unwrap()
                .unwrap();
            let (leaf, checkpoint) = redress_store::check_proof(&proof.text(&keys), &keys).unwrap();
            assert_eq!((leaf, checkpoint.size), (proof.leaf.clone(), 18));
            let forged = redress_store::Proof {
                leaf: proof.leaf.replace("\"seq\":", "\"seq\":1"),
                ..proof
            };
            assert!(redress_store::check_proof(&forged.text(&keys), &keys).is_err());
        }
        assert_eq!(
            world.db.read_now(|r| redress_store::proof(r, 18)).unwrap(),
            None
        );
    }
}

#[test]
fn a_receipt_from_a_journal_of_a_million_entries_is_at_most_two_kilobytes() {
    let world = World::sqlite();
    let mut draft = received(1, "late").occurred(MORNING);
    draft.kind = "acknowledged";
    let mut by = by(0);
    by.unit = Some(Id::ORGANISATION);
    world.db.write_now(move |tx| tx.record(draft, &by)).unwrap();
    let keys = world.db.keys().verifiers();
    let proof = world.db.read_now(|r| redress_store::proof(r, 0)).unwrap();
    let mut proof = proof.unwrap();
    let short = proof.text(&keys);
    assert!(short.contains(&proof.checkpoint));
    // Six digits more in each number, and twenty hashes on the way up.
    proof.leaf.push_str("123456");
    proof.index = 999_999;
    proof.path = vec![[7; 32]; 20];
    let long = proof.text(&keys).len() + 2 * 6;
    assert!(long <= 2048, "{long} bytes");
}

#[test]
fn a_statement_is_built_with_its_values_in_any_order() {
    for world in worlds() {
        let built = sql("SELECT ")
            .bind(1)
            .push(" + ")
            .bind(2i64)
            .when(Some(3u32), |q, n| q.push(" + ").bind(n))
            .when(None::<i64>, |q, n| q.bind(n));
        assert_eq!(
            world
                .db
                .read_now(move |r| r.one(&built, |row| row.int(0)))
                .unwrap(),
            Some(6)
        );
        let mixed = sql("SELECT $2, $1, $2, $3")
            .arg("one")
            .arg("two")
            .arg(None::<i64>);
        let row = world.db.read_now(move |r| {
            r.one(&mixed, |row| {
                Ok((row.text(0)?, row.text(1)?, row.text(2)?, row.opt_int(3)?))
            })
        });
        assert_eq!(
            row.unwrap(),
            Some(("two".into(), "one".into(), "two".into(), None))
        );
        assert!(matches!(
            world
                .db
                .read_now(|r| r.one(&sql("SELECT $1"), |row| row.int(0))),
            Err(Error::Wrong(_))
        ));
    }
}

#[test]
fn a_file_of_any_length_comes_back_byte_for_byte_and_goes_with_what_was_refused() {
    for world in worlds() {
        for (number, length) in [0, 1, (256 << 10) - 1, 256 << 10, 3_000_001]
            .into_iter()
            .enumerate()
        {
            let bytes: Vec<u8> = (0..length).map(|n: u32| (n % 251) as u8).collect();
            let (id, put) = (complaint(number as u8), bytes.clone());
            world.db.write_now(move |tx| tx.put_blob(id, &put)).unwrap();
            let found = world.db.read_now(move |r| r.blob(id)).unwrap();
            assert!(found == Some(bytes), "{length}");
        }
        let other = complaint(99);
        let refused = world.db.write_now(move |tx| {
            tx.put_blob(other, &[7; 1 << 20])?;
            assert_eq!(tx.blob(other)?.map(|bytes| bytes.len()), Some(1 << 20));
            Err::<(), _>(Error::Wrong("no".into()))
        });
        assert_eq!(refused, Err(Error::Wrong("no".into())));
        assert_eq!(world.db.read_now(move |r| r.blob(other)).unwrap(), None);
    }
}
