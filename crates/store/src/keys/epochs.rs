//! Epoch keys. Each wraps the small keys of cases and persons for a month; the file
//! keeps it 35 days longer, and then nothing that was wrapped with it, and no backup
//! that was made under it, opens any more: that is how an erasure reaches copies
//! that nobody finds.

use super::Keys;
use crate::{Error, random};
use redress_kernel::Instant;
use std::{
    path::PathBuf,
    sync::{PoisonError, RwLockReadGuard},
};

/// So long one epoch lasts.
pub const EPOCH_DAYS: i64 = 30;
/// So long after its end its key is still there, for backups made under it.
pub const DESTROYED_AFTER_DAYS: i64 = 35;

const DAY: i64 = 86_400;

#[derive(Clone, PartialEq, Eq)]
pub struct Epoch {
    pub number: i64,
    pub began: Instant,
    pub ended: Option<Instant>,
    pub(super) key: [u8; 32],
}

impl Epoch {
    fn is_expired(&self, now: Instant) -> bool {
        self.ended
            .is_some_and(|ended| now >= ended.plus_seconds(DESTROYED_AFTER_DAYS * DAY))
    }
}

/// The part of the key file that changes.
#[derive(Clone, Default)]
pub(super) struct Kept {
    /// Oldest first; the last one is the present one.
    pub epochs: Vec<Epoch>,
    /// The public half of the root key: what is closed to it only paper opens.
    pub root: Option<[u8; 32]>,
    /// The folder of the second copy.
    pub second: Option<PathBuf>,
}

impl Kept {
    pub fn first(now: Instant) -> Result<Kept, Error> {
        let mut kept = Kept::default();
        kept.begin(now)?;
        Ok(kept)
    }

    /// The next epoch; the one before ends with it.
    pub fn begin(&mut self, now: Instant) -> Result<(), Error> {
        let number = self.epochs.last().map_or(1, |last| last.number + 1);
        if let Some(last) = self.epochs.last_mut() {
            last.ended.get_or_insert(now);
        }
        self.epochs.push(Epoch {
            number,
            began: now,
            ended: None,
            key: random::fill()?,
        });
        Ok(())
    }
}

impl Keys {
    pub(super) fn kept(&self) -> RwLockReadGuard<'_, Kept> {
        self.kept.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn epochs(&self) -> Vec<Epoch> {
        self.kept().epochs.clone()
    }

    /// The epoch that new keys are wrapped with.
    pub(crate) fn present_epoch(&self) -> Result<(i64, [u8; 32]), Error> {
        let kept = self.kept();
        let present = kept.epochs.last().map(|epoch| (epoch.number, epoch.key));
        present.ok_or_else(|| Error::Keys("the key file has no epoch key".into()))
    }

    /// The key of this epoch; the file is read again where another process may have
    /// begun one.
    pub(crate) fn epoch_key(&self, number: i64) -> Result<[u8; 32], Error> {
        if let Some(key) = self.held(number) {
            return Ok(key);
        }
        self.look_again()?;
        self.held(number).ok_or_else(|| self.without(number))
    }

    fn held(&self, number: i64) -> Option<[u8; 32]> {
        let kept = self.kept();
        let found = kept.epochs.iter().find(|epoch| epoch.number == number);
        found.map(|epoch| epoch.key)
    }

    /// Why an epoch cannot be opened, and what to do.
    pub(crate) fn without(&self, number: i64) -> Error {
        let kept = self.kept();
        let oldest = kept.epochs.first().map_or(i64::MAX, |epoch| epoch.number);
        Error::Keys(match number < oldest {
            true => format!(
                "epoch {number} has expired: its key was destroyed {DESTROYED_AFTER_DAYS} days after it ended, \
                 so that what was erased since stays erased; take a newer backup"
            ),
            false => format!(
                "the key of epoch {number} is missing from this key file: it is older than what it is to open; \
                 take the newest key file, or the second copy with the root key"
            ),
        })
    }

    /// Is it time for another epoch?
    pub(crate) fn epoch_is_over(&self, now: Instant) -> bool {
        let kept = self.kept();
        let over = |epoch: &Epoch| now >= epoch.began.plus_seconds(EPOCH_DAYS * DAY);
        kept.epochs.last().is_none_or(over)
    }

    /// Ended so long ago that its key is to go.
    pub(crate) fn expired(&self, now: Instant) -> Vec<i64> {
        let kept = self.kept();
        let gone = kept.epochs.iter().filter(|epoch| epoch.is_expired(now));
        gone.map(|epoch| epoch.number).collect()
    }

    /// A new epoch, in the file and in its second copy before anything is wrapped
    /// with it.
    pub(crate) fn begin_epoch(&self, now: Instant) -> Result<(), Error> {
        self.change_with_copy(now, |kept| kept.begin(now))
    }

    pub(crate) fn destroy_epochs(&self, numbers: &[i64], now: Instant) -> Result<(), Error> {
        let done = self.change_with_copy(now, |kept| {
            kept.epochs.retain(|epoch| !numbers.contains(&epoch.number));
            Ok(())
        });
        self.forget_opened();
        done
    }
}
