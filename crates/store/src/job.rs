//! Work that follows a commit: mails, deadlines, imports. A job is enqueued in
//! the transaction that caused it and done at least once, under a lease; its key
//! makes it happen for one cause only. Not evidence, not journalled.

use crate::{Error, Read, Row, conn::Conn, sql, tx::Tx};
use redress_kernel::Instant;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewJob {
    pub kind: &'static str,
    /// What this is done for; the same key again changes nothing.
    pub key: String,
    /// Identifiers, not texts: what a job needs it reads when it runs.
    pub payload: String,
    pub run_at: Instant,
    pub max_attempts: u32,
}

/// A job in somebody's hands until its lease ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub kind: String,
    pub key: String,
    pub payload: String,
    pub run_at: Instant,
    /// This attempt's number, from 1. It is also the fence: a worker that comes
    /// back after its lease cannot finish what another has taken over.
    pub attempt: i64,
    pub max_attempts: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Waiting {
    pub due: i64,
    pub later: i64,
    pub dead: i64,
}

pub(crate) fn enqueue(conn: &mut Conn, new: NewJob) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO job (key, kind, payload, state, run_at, attempts, max_attempts, locked_until, last_error) \
         VALUES ($1, $2, $3, 'waiting', $4, 0, $5, NULL, NULL) ON CONFLICT (key) DO NOTHING",
    );
    conn.execute(
        &query
            .arg(new.key)
            .arg(new.kind)
            .arg(new.payload)
            .arg(new.run_at)
            .arg(new.max_attempts),
    )?;
    Ok(())
}

/// Is a job of this kind due? A look that costs no write.
pub fn any_due(reader: &mut impl Read, kind: &str, now: Instant) -> Result<bool, Error> {
    let due = sql(
        "SELECT key FROM job WHERE kind = $1 AND state = 'waiting' AND run_at <= $2 \
         AND (locked_until IS NULL OR locked_until <= $2) ORDER BY run_at, key LIMIT 1",
    );
    Ok(reader
        .one(&due.arg(kind).arg(now), |row| row.text(0))?
        .is_some())
}

/// Takes up to `limit` jobs of this kind that are due, oldest first, for
/// `lease_seconds`. A lease that ended without `done` or `retry` counts as an
/// attempt that failed. A kind that nobody can do now is not taken at all: mail
/// without a relay waits without attempts.
pub fn claim(
    tx: &mut Tx,
    kind: &str,
    now: Instant,
    lease_seconds: i64,
    limit: i64,
) -> Result<Vec<Job>, Error> {
    bury(tx, now)?;
    let due = sql(
        "SELECT kind, key, payload, run_at, attempts + 1, max_attempts FROM job \
         WHERE kind = $1 AND state = 'waiting' AND run_at <= $2 AND (locked_until IS NULL OR locked_until <= $2) \
         ORDER BY run_at, key LIMIT $3",
    );
    let jobs = tx.rows(&due.arg(kind).arg(now).arg(limit), job)?;
    for job in &jobs {
        let take = sql("UPDATE job SET attempts = $2, locked_until = $3 WHERE key = $1");
        tx.execute(
            &take
                .arg(&job.key)
                .arg(job.attempt)
                .arg(now.plus_seconds(lease_seconds)),
        )?;
    }
    Ok(jobs)
}

fn job(row: &Row) -> Result<Job, Error> {
    Ok(Job {
        kind: row.text(0)?,
        key: row.text(1)?,
        payload: row.text(2)?,
        run_at: row.instant(3)?,
        attempt: row.int(4)?,
        max_attempts: row.int(5)?,
    })
}

/// A worker that died on its last attempt leaves a dead job, not a silent one.
fn bury(tx: &mut Tx, now: Instant) -> Result<(), Error> {
    let query = sql(
        "UPDATE job SET state = 'dead', locked_until = NULL, last_error = 'the lease ended' \
         WHERE state = 'waiting' AND attempts >= max_attempts AND locked_until <= $1",
    );
    tx.execute(&query.arg(now)).map(|_| ())
}

/// False when the lease was lost to somebody else meanwhile.
pub fn done(tx: &mut Tx, job: &Job) -> Result<bool, Error> {
    let query = sql(
        "UPDATE job SET state = 'done', payload = '', locked_until = NULL, last_error = NULL \
         WHERE key = $1 AND attempts = $2 AND state = 'waiting'",
    );
    Ok(tx.execute(&query.arg(&job.key).arg(job.attempt))? == 1)
}

/// Puts the job off until `at`, or declares it dead after its last attempt.
/// `error` is for the operator: a code or a server's answer, no personal data.
pub fn retry(tx: &mut Tx, job: &Job, at: Instant, error: &str) -> Result<bool, Error> {
    let query = sql(
        "UPDATE job SET state = $3, run_at = $4, locked_until = NULL, last_error = $5 \
         WHERE key = $1 AND attempts = $2 AND state = 'waiting'",
    );
    let state = if job.attempt >= job.max_attempts {
        "dead"
    } else {
        "waiting"
    };
    let query = query
        .arg(&job.key)
        .arg(job.attempt)
        .arg(state)
        .arg(at)
        .arg(error);
    Ok(tx.execute(&query)? == 1)
}

/// No use in trying again: dead at once, for somebody to look at.
pub fn give_up(tx: &mut Tx, job: &Job, error: &str) -> Result<bool, Error> {
    let query = sql(
        "UPDATE job SET state = 'dead', locked_until = NULL, last_error = $3 \
         WHERE key = $1 AND attempts = $2 AND state = 'waiting'",
    );
    Ok(tx.execute(&query.arg(&job.key).arg(job.attempt).arg(error))? == 1)
}

/// A dead job gets all its attempts again.
pub fn revive(tx: &mut Tx, key: &str, at: Instant) -> Result<bool, Error> {
    let query = sql(
        "UPDATE job SET state = 'waiting', attempts = 0, run_at = $2 WHERE key = $1 AND state = 'dead'",
    );
    Ok(tx.execute(&query.arg(key).arg(at))? == 1)
}

/// Takes a job back that has not begun; false when it is too late.
pub fn withdraw(tx: &mut Tx, key: &str) -> Result<bool, Error> {
    let query =
        sql("DELETE FROM job WHERE key = $1 AND state = 'waiting' AND locked_until IS NULL");
    Ok(tx.execute(&query.arg(key))? == 1)
}

pub fn waiting(reader: &mut impl Read, kind: &str, now: Instant) -> Result<Waiting, Error> {
    let query = sql(
        "SELECT COALESCE(CAST(SUM(CASE WHEN state = 'waiting' AND run_at <= $2 THEN 1 ELSE 0 END) AS BIGINT), 0), \
         COALESCE(CAST(SUM(CASE WHEN state = 'waiting' AND run_at > $2 THEN 1 ELSE 0 END) AS BIGINT), 0), \
         COALESCE(CAST(SUM(CASE WHEN state = 'dead' THEN 1 ELSE 0 END) AS BIGINT), 0) FROM job WHERE kind = $1",
    );
    let counted = reader.one(&query.arg(kind).arg(now), |row| {
        Ok(Waiting {
            due: row.int(0)?,
            later: row.int(1)?,
            dead: row.int(2)?,
        })
    })?;
    Ok(counted.unwrap_or_default())
}

/// When the next job falls due; workers sleep until then.
pub fn next_due(reader: &mut impl Read) -> Result<Option<Instant>, Error> {
    let query = sql("SELECT MIN(run_at) FROM job WHERE state = 'waiting' AND locked_until IS NULL");
    Ok(reader.one(&query, |row| row.opt_instant(0))?.flatten())
}
