//! The worker: takes what is due, gives it to the slice that knows how, and puts
//! off what did not work. A job is done at least once; its handler makes it once.

use redress_complaint::{
    House,
    slice::{Meanwhile, Outcome, Work},
};
use redress_store::{Error, Job, job};
use std::time::Duration;
use tokio::task::{JoinHandle, JoinSet};

const LEASE_SECONDS: i64 = 120;
const BATCH: i64 = 20;
/// How long a message can lie before somebody looks again.
const PAUSE: Duration = Duration::from_millis(250);
/// The longest pause between two attempts.
const BACKOFF_MAX_SECONDS: i64 = 3600;

/// Each kind has a loop of its own: a receiver that hangs holds up nobody's mail.
pub fn start(house: House) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut loops = JoinSet::new();
        loops.spawn(super::epochs::go_on(house.clone()));
        for slice in house.slices {
            for work in slice.jobs {
                loops.spawn(keep_doing(house.clone(), work, slice.jobs_at_once));
            }
            if let Some(meanwhile) = slice.meanwhile {
                loops.spawn(carry_on(house.clone(), meanwhile));
            }
        }
        while loops.join_next().await.is_some() {}
    })
}

async fn keep_doing(house: House, work: &'static Work, at_once: usize) {
    loop {
        if (work.ready)(&house) {
            done_side_by_side(&house, work, at_once).await;
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// After an error it is tried again, and not in a hurry.
const PAUSE_AFTER_ERROR: Duration = Duration::from_secs(5);

async fn carry_on(house: House, meanwhile: Meanwhile) {
    loop {
        let inside = house.clone();
        let done = tokio::task::spawn_blocking(move || meanwhile(&inside)).await;
        match done.unwrap_or(Err(Error::Panicked)) {
            Ok(true) => tokio::task::yield_now().await,
            Ok(false) => tokio::time::sleep(PAUSE).await,
            Err(error) => {
                tracing::error!(%error, "what is under way cannot be carried on");
                tokio::time::sleep(PAUSE_AFTER_ERROR).await;
            }
        }
    }
}

/// Everything of this kind that is due now, one after the other; for tests.
pub async fn run_due(house: &House, work: &'static Work) {
    done_side_by_side(house, work, 1).await;
}

async fn done_side_by_side(house: &House, work: &'static Work, at_once: usize) {
    let now = house.now();
    let due = house
        .db
        .read(move |reader| job::any_due(reader, work.kind, now))
        .await;
    if !matches!(due, Ok(true)) {
        return;
    }
    let claimed: Result<Vec<Job>, Error> = house
        .db
        .write(move |tx| job::claim(tx, work.kind, now, LEASE_SECONDS, BATCH))
        .await;
    match claimed {
        Ok(jobs) => {
            for some in jobs.chunks(at_once.max(1)) {
                let mut running = JoinSet::new();
                for job in some {
                    let (house, job) = (house.clone(), job.clone());
                    running.spawn(async move { run(&house, work, job).await });
                }
                while running.join_next().await.is_some() {}
            }
        }
        Err(error) => tracing::error!(%error, kind = work.kind, "jobs cannot be taken"),
    }
}

async fn run(house: &House, work: &'static Work, job: Job) {
    let (inside, its) = (house.clone(), job.clone());
    let outcome = tokio::task::spawn_blocking(move || (work.run)(&inside, &its)).await;
    let outcome =
        outcome.unwrap_or_else(|_| Outcome::Again("the handler stopped in the middle".to_owned()));
    let now = house.now();
    let kept: Result<bool, Error> = house
        .db
        .write(move |tx| match outcome {
            Outcome::Done => job::done(tx, &job),
            Outcome::Again(why) => {
                job::retry(tx, &job, now.plus_seconds(backoff(job.attempt)), &why)
            }
            Outcome::Hopeless(why) => job::give_up(tx, &job, &why),
        })
        .await;
    if let Err(error) = kept {
        tracing::error!(%error, kind = work.kind, "the end of a job cannot be kept");
    }
}

/// 15 s, 30 s, 1 min ... up to an hour.
fn backoff(attempt: i64) -> i64 {
    15i64
        .saturating_mul(1 << attempt.clamp(1, 20).saturating_sub(1))
        .min(BACKOFF_MAX_SECONDS)
}
