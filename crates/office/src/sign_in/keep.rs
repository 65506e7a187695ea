//! Keeps a session alive while it is used, and lets every page speak the language
//! that its person chose. A layer round all routes; it writes at most once a
//! minute for each session, and never stands in the way of a page.

use super::taste;
use crate::{
    lately::{Kept, Seen},
    records, roster, secret, session,
};
use axum::{
    extract::{Request, State},
    http::Method,
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::House;
use redress_kernel::Instant;
use redress_store::{Error, Reader, Tx};
use redress_web::request::{Preference, QUIET};

/// The stream of an open page opens by itself, too.
const STREAM: &str = "/desk/live";

/// `axum::middleware::from_fn_with_state((house, kept), keep_session)`.
pub async fn keep_session(
    State((house, kept)): State<(House, Kept)>,
    mut request: Request,
    next: Next,
) -> Response {
    let transport = session::transport(&house.base_url);
    if let Some(token) = session::token_in(request.headers(), transport) {
        let quiet = request.headers().contains_key(QUIET) || request.uri().path() == STREAM;
        let seen = seen(&house, &kept, secret::kept(&token), quiet).await;
        if let Some(seen) = seen {
            request.extensions_mut().insert(seen.taste);
        }
        if seen.is_some_and(|seen| seen.limited) && is_elsewhere(&request) {
            return Redirect::to("/desk/profile/factors").into_response();
        }
        if let Some(language) = seen.and_then(|seen| seen.language) {
            request.extensions_mut().insert(Preference(language));
        }
    }
    request.extensions_mut().insert(kept);
    next.run(request).await
}

/// A page of the desk or of administration other than those on oneself: led to what has
/// to be set up first. What is sent from elsewhere is refused by the permits.
fn is_elsewhere(request: &Request) -> bool {
    let path = request.uri().path();
    let inside = ["/desk", "/admin", "/system"]
        .iter()
        .any(|area| path == *area || path.starts_with(&format!("{area}/")));
    let own = ["/desk/profile", "/desk/prove"];
    request.method() == Method::GET && inside && !own.iter().any(|page| path.starts_with(page))
}

/// `quiet`: a script fetched by itself what had changed. Nobody is at the keyboard,
/// so the session grows as old as if the page lay there still.
async fn seen(house: &House, kept: &Kept, hash: String, quiet: bool) -> Option<Seen> {
    let now = house.now();
    if let Some(seen) = kept.fresh(&hash, now) {
        return Some(seen);
    }
    let looked = hash.clone();
    let known = house
        .db
        .read(move |reader: &mut Reader| chosen(reader, &looked, now))
        .await;
    let seen = known.ok().flatten()?;
    if quiet {
        return Some(seen);
    }
    kept.note(&hash, seen);
    let writing = house
        .db
        .write(move |tx: &mut Tx| records::session_seen(tx, &hash, now))
        .await;
    // A full disk must not sign anybody out: the page goes on, the note comes later.
    if let Err(error) = writing {
        tracing::warn!(%error, "a session could not be noted as used");
    }
    Some(seen)
}

/// What the person of this session chose for themselves; None: no such session.
fn chosen(reader: &mut Reader, hash: &str, now: Instant) -> Result<Option<Seen>, Error> {
    let Some(session) = records::session(reader, hash, now)? else {
        return Ok(None);
    };
    let member = roster::member(reader, session.person)?.filter(|member| member.active);
    let taste = taste::of(reader, session.person)?;
    Ok(member.map(|member| Seen {
        at: now,
        language: member.language,
        taste,
        limited: session.limited,
    }))
}
