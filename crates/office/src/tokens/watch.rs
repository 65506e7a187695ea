//! That a program's token was good stands in the log: the first time in each hour, by the
//! token's and its person's number (decision 88). A line a call would be a record of work,
//! and so many that nobody looks. Leaves no evidence.

use super::records;
use crate::secret;
use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use redress_complaint::{House, house::Credential, routes::credential};
use redress_kernel::Instant;
use redress_store::Reader;
use redress_web::guard::SECURITY;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

const HOUR_SECONDS: i64 = 3600;
const REMEMBERED: usize = 10_000;

/// Which tokens stood in the log lately, by their hashes. Made once at the start.
#[derive(Clone, Default)]
pub struct Watched(Arc<Mutex<HashMap<String, Instant>>>);

impl Watched {
    fn is_noted(&self, hash: &str, now: Instant) -> bool {
        let noted = |all: &HashMap<String, Instant>| {
            let at = all.get(hash);
            at.is_some_and(|at| now.seconds_since(*at) < HOUR_SECONDS)
        };
        self.0.lock().is_ok_and(|all| noted(&all))
    }

    fn note(&self, hash: String, now: Instant) {
        if let Ok(mut all) = self.0.lock() {
            if all.len() >= REMEMBERED {
                all.clear();
            }
            all.insert(hash, now);
        }
    }
}

/// `axum::middleware::from_fn_with_state((house, watched), note_programs)`.
pub async fn note_programs(
    State((house, watched)): State<(House, Watched)>,
    request: Request,
    next: Next,
) -> Response {
    if let Some(Credential::Bearer(token)) = credential(request.headers(), false) {
        let (hash, now) = (secret::kept(&token), house.now());
        if !watched.is_noted(&hash, now) {
            look(&house, &watched, hash, now).await;
        }
    }
    next.run(request).await
}

/// Only good tokens are remembered: strangers cannot fill our memory with others.
async fn look(house: &House, watched: &Watched, hash: String, now: Instant) {
    let looked = hash.clone();
    let read = move |reader: &mut Reader| records::in_force(reader, &looked, now);
    let Ok(Some((token, person))) = house.db.read(read).await else {
        return;
    };
    watched.note(hash, now);
    let (token, person) = (token.to_string(), person.to_string());
    tracing::info!(target: SECURITY, event = "in", by = "token", token, person, "sign-in");
}
