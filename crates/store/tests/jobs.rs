//! Jobs: done at least once, for one cause only, and never silently lost.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]
mod world;

use redress_kernel::Instant;
use redress_store::{Error, Job, NewJob, job};
use world::*;

fn at(seconds: i64) -> Instant {
    MORNING.plus_seconds(seconds)
}

fn enqueue(world: &World, key: &str, run_at: i64) {
    let job = NewJob {
        kind: "mail",
        key: key.to_owned(),
        payload: "p".into(),
        run_at: at(run_at),
        max_attempts: 2,
    };
    world.db.write_now(move |tx| tx.enqueue(job)).unwrap();
}

fn claim(world: &World, now: i64) -> Vec<Job> {
    world
        .db
        .write_now(move |tx| job::claim(tx, "mail", at(now), 30, 10))
        .unwrap()
}

#[test]
fn a_job_is_claimed_once_and_done_once() {
    for world in worlds() {
        enqueue(&world, "a", 0);
        enqueue(&world, "a", 0);
        enqueue(&world, "b", 60);
        assert_eq!(
            world
                .db
                .read_now(|r| job::waiting(r, "mail", at(0)))
                .unwrap(),
            job::Waiting {
                due: 1,
                later: 1,
                dead: 0
            }
        );
        let jobs = claim(&world, 0);
        assert_eq!(
            jobs.iter()
                .map(|job| (job.key.as_str(), job.attempt))
                .collect::<Vec<_>>(),
            [("a", 1)]
        );
        assert_eq!(claim(&world, 1), []);
        assert!(
            world
                .db
                .write_now(move |tx| job::done(tx, &jobs[0]))
                .unwrap()
        );
        enqueue(&world, "a", 0);
        assert_eq!(
            claim(&world, 50),
            [],
            "the same cause again changes nothing"
        );
        assert_eq!(world.db.read_now(job::next_due).unwrap(), Some(at(60)));
    }
}

#[test]
fn a_lease_that_ended_passes_the_job_on_and_the_late_worker_cannot_finish_it() {
    for world in worlds() {
        enqueue(&world, "a", 0);
        let stale = claim(&world, 0).remove(0);
        let fresh = claim(&world, 30).remove(0);
        assert_eq!(fresh.attempt, 2);
        assert!(!world.db.write_now(move |tx| job::done(tx, &stale)).unwrap());
        assert!(world.db.write_now(move |tx| job::done(tx, &fresh)).unwrap());
    }
}

#[test]
fn after_its_last_attempt_a_job_is_dead_counted_and_can_be_revived() {
    for world in worlds() {
        enqueue(&world, "a", 0);
        let first = claim(&world, 0).remove(0);
        assert!(
            world
                .db
                .write_now(move |tx| job::retry(tx, &first, at(100), "450"))
                .unwrap()
        );
        assert_eq!(claim(&world, 99), []);
        let last = claim(&world, 100).remove(0);
        assert!(
            world
                .db
                .write_now(move |tx| job::retry(tx, &last, at(200), "550"))
                .unwrap()
        );
        assert_eq!(claim(&world, 1000), []);
        assert_eq!(
            world
                .db
                .read_now(|r| job::waiting(r, "mail", at(0)))
                .unwrap()
                .dead,
            1
        );
        assert!(
            world
                .db
                .write_now(|tx| job::revive(tx, "a", at(300)))
                .unwrap()
        );
        assert_eq!(claim(&world, 300).len(), 1);
    }
}

#[test]
fn a_worker_that_died_on_the_last_attempt_leaves_a_dead_job() {
    for world in worlds() {
        enqueue(&world, "a", 0);
        claim(&world, 0);
        claim(&world, 30);
        assert_eq!(claim(&world, 60), []);
        assert_eq!(
            world
                .db
                .read_now(|r| job::waiting(r, "mail", at(60)))
                .unwrap()
                .dead,
            1
        );
    }
}

#[test]
fn a_job_of_a_refused_write_never_existed_and_one_not_begun_can_be_withdrawn() {
    for world in worlds() {
        let job = NewJob {
            kind: "mail",
            key: "a".into(),
            payload: "p".into(),
            run_at: at(0),
            max_attempts: 2,
        };
        let refused = world.db.write_now(move |tx| {
            tx.enqueue(job)?;
            Err::<(), _>(Error::Wrong("no".into()))
        });
        assert!(refused.is_err() && claim(&world, 0).is_empty());
        enqueue(&world, "b", 0);
        assert!(world.db.write_now(|tx| job::withdraw(tx, "b")).unwrap());
        enqueue(&world, "c", 0);
        claim(&world, 0);
        assert!(
            !world.db.write_now(|tx| job::withdraw(tx, "c")).unwrap(),
            "too late"
        );
    }
}
