//! The epochs go on: once a month a new one begins, the small keys are wrapped anew in
//! parts, and an epoch that ended long ago is destroyed once nothing is wrapped with it.
//! It can stop anywhere and goes on from there.

use super::{Key, keys};
use crate::{Db, Error, Read, Tx, sql};
use redress_kernel::{Id, Instant};

/// So many small keys are wrapped anew in one transaction.
const PART: i64 = 1000;

/// What a rotation did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rotated {
    /// The new epoch, where one began.
    pub began: Option<i64>,
    pub wrapped_anew: i64,
    /// Epochs whose keys are gone now.
    pub destroyed: Vec<i64>,
}

/// Is there anything to do? A look that costs next to nothing.
pub fn rotation_is_due(db: &Db, now: Instant) -> Result<bool, Error> {
    let keys = db.keys();
    if keys.epoch_is_over(now) || !keys.expired(now).is_empty() {
        return Ok(true);
    }
    let present = keys.present_epoch()?.0;
    db.read_now(move |reader| wrapped_before(reader, present))
}

/// Brings epochs and wrapped keys to where they belong at this time.
pub fn rotate(db: &Db, now: Instant) -> Result<Rotated, Error> {
    let keys = db.keys();
    keys.look_again()?;
    let mut done = Rotated::default();
    if keys.epoch_is_over(now) {
        keys.begin_epoch(now)?;
        done.began = Some(keys.present_epoch()?.0);
    }
    loop {
        let some = db.write_now(part)?;
        done.wrapped_anew += some;
        if some == 0 {
            break;
        }
    }
    let expired = keys.expired(now);
    if !expired.is_empty() {
        keys.destroy_epochs(&expired, now)?;
        done.destroyed = expired;
    }
    Ok(done)
}

/// The next keys that are wrapped with an older epoch; none when all are done.
fn part(tx: &mut Tx) -> Result<i64, Error> {
    let present = tx.keys().present_epoch()?;
    let query = sql(
        "SELECT about, epoch, wrapped FROM secret_key WHERE epoch < $1 \
         ORDER BY epoch, about LIMIT $2",
    );
    let rows = tx.rows(&query.arg(present.0).arg(PART), |row| {
        Ok((row.id(0)?, row.int(1)?, row.bytes(2)?))
    })?;
    for (about, epoch, wrapped) in &rows {
        anew(tx, *about, *epoch, wrapped, present)?;
    }
    Ok(i64::try_from(rows.len()).unwrap_or(PART))
}

fn anew(
    tx: &mut Tx,
    about: Id,
    epoch: i64,
    wrapped: &[u8],
    present: (i64, Key),
) -> Result<(), Error> {
    let old = tx.keys().epoch_key(epoch)?;
    let key = keys::unwrapped(&old, about, epoch, wrapped).ok_or_else(|| {
        Error::Keys(format!(
            "the wrapped key of {about} was changed: run redress verify"
        ))
    })?;
    let query = sql("UPDATE secret_key SET epoch = $2, wrapped = $3 WHERE about = $1")
        .arg(about)
        .arg(present.0)
        .arg(keys::wrap(&key, about, present)?);
    tx.execute(&query).map(|_| ())
}

fn wrapped_before(reader: &mut impl Read, present: i64) -> Result<bool, Error> {
    let older = sql("SELECT about FROM secret_key WHERE epoch < $1 ORDER BY epoch, about LIMIT 1");
    Ok(reader.one(&older.arg(present), |row| row.id(0))?.is_some())
}
