//! Which sessions were noted as used lately, and what their people chose for themselves, so
//! that not every page asks. One for the process; whoever changes something about
//! themselves has it looked up anew.

use redress_kernel::{Instant, Lang};
use redress_web::request::Taste;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

const EVERY_SECONDS: i64 = 60;
const REMEMBERED: usize = 10_000;
/// Which sessions were noted lately, and their languages. Made once at the start.
#[derive(Clone, Default)]
pub struct Kept(Arc<Mutex<HashMap<String, Seen>>>);

#[derive(Clone, Copy)]
pub(crate) struct Seen {
    pub at: Instant,
    pub language: Option<Lang>,
    pub taste: Taste,
    /// Only the page on second factors is open to them.
    pub limited: bool,
}

impl Kept {
    pub fn new() -> Kept {
        Kept::default()
    }

    pub(crate) fn fresh(&self, hash: &str, now: Instant) -> Option<Seen> {
        let kept = self.0.lock().ok()?;
        kept.get(hash)
            .copied()
            .filter(|seen| now.seconds_since(seen.at) < EVERY_SECONDS)
    }

    pub(crate) fn note(&self, hash: &str, seen: Seen) {
        if let Ok(mut kept) = self.0.lock() {
            if kept.len() >= REMEMBERED {
                kept.clear();
            }
            kept.insert(hash.to_owned(), seen);
        }
    }

    /// The person changed something about themselves: look again.
    pub fn forget_all(&self) {
        if let Ok(mut kept) = self.0.lock() {
            kept.clear();
        }
    }
}
