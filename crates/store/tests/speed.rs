//! What a write, a read and a check cost. Printed, not judged: run it by name,
//! `cargo test --workspace --test speed -- --ignored --nocapture`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods
)]
mod world;

use redress_store::{Db, Error, Keys, Location, Read, Wiring, rebuild_check, verify};
use world::*;

/// Processor time of this process: the machine's other work does not count.
struct Cpu(i64);

impl Cpu {
    fn now() -> Cpu {
        let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
        let fields: Vec<i64> = stat
            .rsplit(')')
            .next()
            .unwrap_or_default()
            .split_whitespace()
            .filter_map(|f| f.parse().ok())
            .collect();
        Cpu(fields.iter().skip(10).take(2).sum())
    }

    /// In microseconds; the kernel counts in hundredths of a second.
    fn spent(&self) -> f64 {
        (Cpu::now().0 - self.0) as f64 * 10_000.0
    }
}

const FACTS: u32 = 100_000;

#[test]
#[ignore = "a measurement"]
fn what_it_costs() {
    let dir = tempfile::tempdir().unwrap();
    let db = Db::open(
        &Location::Sqlite(dir.path().into()),
        Keys::fresh(MORNING).unwrap(),
        Wiring::none(),
    )
    .unwrap();
    let text = "The ferry left ten minutes early and nobody at the quay knew why. ".repeat(8);
    let told = |what: &str, count: u32, since: Cpu| {
        println!(
            "{what}: {:.1} us of processor each",
            since.spent() / f64::from(count)
        )
    };

    let since = Cpu::now();
    for batch in 0..FACTS / 1000 {
        let text = text.clone();
        db.write_now(move |tx| {
            (0..1000).try_for_each(|n| {
                tx.record(received((n % 250) as u8, &text), &by(i64::from(batch)))
                    .map(|_| ())
            })
        })
        .unwrap();
    }
    told("a fact, a thousand to a commit", FACTS, since);

    let since = Cpu::now();
    for n in 0..2000 {
        let text = text.clone();
        db.write_now(move |tx| {
            tx.record(received(251, &text), &by(n))?;
            tx.record(noted(252), &by(n))?;
            tx.record(noted(253), &by(n))
        })
        .unwrap();
    }
    told(
        "three facts in a commit of their own, one after another",
        2000,
        since,
    );

    let since = Cpu::now();
    std::thread::scope(|scope| {
        for _ in 0..16 {
            let (db, text) = (db.clone(), text.clone());
            scope.spawn(move || {
                for n in 0..500 {
                    let text = text.clone();
                    db.write_now(move |tx| {
                        tx.record(received(254, &text), &by(n))?;
                        tx.record(noted(254), &by(n))?;
                        tx.record(noted(254), &by(n))
                    })
                    .unwrap();
                }
            });
        }
    });
    told("three facts, sixteen writers at once", 8000, since);

    let since = Cpu::now();
    (0..50_000).for_each(|n| drop(db.read_now(move |r| r.entry(n)).unwrap()));
    told("a point read", 50_000, since);

    let keys = db.keys().verifiers();
    let since = Cpu::now();
    let verified = db.read_now(|r| verify(r, &keys, &[])).unwrap();
    assert!(verified.ok);
    told("verify", verified.entries as u32, since);

    let since = Cpu::now();
    assert_eq!(rebuild_check(&db).unwrap(), []);
    told(
        "rebuild --check without projections",
        verified.entries as u32,
        since,
    );
    let size = std::fs::metadata(dir.path().join("redress.db"))
        .unwrap()
        .len();
    println!(
        "{} bytes a fact on the disk, text of {} included",
        size / verified.entries as u64,
        text.len()
    );
    let _ = Error::Full;
}
