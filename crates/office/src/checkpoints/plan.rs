//! When the hour has come: a job for each who is due a letter. Each day is planned once,
//! whoever looks at the clock first; a day on which nothing ran is not made up for,
//! because the next letter covers it.

use super::{
    decide::due,
    records::{held, last, plan_made, planned},
};
use redress_complaint::{
    House,
    house::{calendar, organisation},
};
use redress_kernel::Instant;
use redress_store::{Error, NewJob, Read, Tx};

pub const MAIL: &str = "checkpoint.mail";
/// A relay that is down for some hours; tomorrow there is another letter.
const TRIES: u32 = 8;

/// True: letters were planned.
pub fn plan(house: &House) -> Result<bool, Error> {
    let now = house.now();
    let day = house.db.read_now(move |reader| day_due(reader, now))?;
    match day {
        Some(day) => house.db.write_now(move |tx| planned_for(tx, &day, now)),
        None => Ok(false),
    }
}

/// The office's day, if its hour has come and nobody has planned it yet.
fn day_due(reader: &mut impl Read, now: Instant) -> Result<Option<String>, Error> {
    let held = held(reader)?;
    if !held.active || held.recipients.is_empty() {
        return Ok(None);
    }
    let Some(local) = calendar(reader)?.local(now) else {
        return Ok(None);
    };
    let day = local.date().to_string();
    let comes = u8::try_from(local.hour()).is_ok_and(|hour| hour >= held.hour);
    let done = planned(reader)?.is_some_and(|planned| planned >= day);
    // What the banner of a sample says is true of these letters too.
    let sample = comes && !done && organisation(reader)?.sample;
    Ok((comes && !done && !sample).then_some(day))
}

fn planned_for(tx: &mut Tx, day: &str, now: Instant) -> Result<bool, Error> {
    if day_due(tx, now)?.as_deref() != Some(day) {
        return Ok(false);
    }
    plan_made(tx, day)?;
    let (size, mut some) = (tx.size()?, false);
    for one in held(tx)?.recipients {
        if due(last(tx, one.id)?, size, now).is_none() {
            continue;
        }
        tx.enqueue(NewJob {
            kind: MAIL,
            key: format!("checkpoint {} {day}", one.id),
            payload: one.id.to_string(),
            run_at: now,
            max_attempts: TRIES,
        })?;
        some = true;
    }
    Ok(some)
}
