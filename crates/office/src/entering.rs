//! The last steps of every way in, whichever door somebody came by: who has a second
//! factor is asked for it, then a session begins. Leaves no evidence.

use crate::{
    factor_records::ways,
    fault::ours,
    records::{Purpose, end_session, keep_link},
    roster::Member,
    secret,
    session::{self, HALF_SECONDS, half_cookie},
};
use axum::{
    http::{HeaderMap, header::SET_COOKIE},
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::{House, menu::home, routes::form_urlencoded};
use redress_kernel::{Id, Instant};
use redress_store::{Error, Reader, Tx};
use redress_web::{Trouble, Visit};

/// The first step went well: in, or on to the second for whoever has one. `proved_at`:
/// when they last showed who they are, if that was all.
pub async fn enter(
    house: &House,
    headers: &HeaderMap,
    visit: &Visit,
    member: &Member,
    next: &str,
    proved_at: Instant,
) -> Result<Response, Trouble> {
    let person = member.id;
    let read = move |reader: &mut Reader| ways(reader, person);
    if house.db.read(read).await.map_err(ours)?.second() {
        return asked(house, visit, person, next).await;
    }
    let token = begin(house, headers, member, proved_at);
    let token = token.await.map_err(ours)?;
    Ok(welcomed(house, visit, member, &token, next))
}

/// On to the page that asks for the rest, with a token that is good for nothing else.
async fn asked(house: &House, visit: &Visit, person: Id, next: &str) -> Result<Response, Trouble> {
    let token = secret::token((house.random)());
    let (hash, ends) = (secret::kept(&token), house.now().plus_seconds(HALF_SECONDS));
    let write = move |tx: &mut Tx| keep_link(tx, &hash, Purpose::SecondStep, Some(person), ends);
    house.db.write(write).await.map_err(ours)?;
    let to = match local(next).filter(|next| !next.is_empty()) {
        Some(next) => format!("/sign-in/second?next={}", form_urlencoded(next)),
        None => "/sign-in/second".to_owned(),
    };
    let mut response = Redirect::to(&visit.voice().href(&to)).into_response();
    if let Some(cookie) = half_cookie(&token, session::transport(&house.base_url)) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// A new token at every sign-in; the one that the browser brought ends.
pub async fn begin(
    house: &House,
    headers: &HeaderMap,
    member: &Member,
    proved_at: Instant,
) -> Result<String, Error> {
    let (random, now, person) = ((house.random)(), house.now(), member.id);
    let before = session::token_in(headers, session::transport(&house.base_url));
    let before = before.map(|token| secret::kept(&token));
    let device = session::device(headers);
    let write = move |tx: &mut Tx| -> Result<String, Error> {
        if let Some(before) = &before {
            end_session(tx, before)?;
        }
        session::start_proved(tx, person, random, &device, (now, proved_at))
    };
    house.db.write(write).await
}

pub fn welcomed(
    house: &House,
    visit: &Visit,
    member: &Member,
    token: &str,
    next: &str,
) -> Response {
    let home = home(member.role);
    let to = local(next).filter(|next| !next.is_empty()).unwrap_or(home);
    let mut response = Redirect::to(&visit.voice().href(to)).into_response();
    if let Some(cookie) = session::cookie(token, session::transport(&house.base_url)) {
        response.headers_mut().insert(SET_COOKIE, cookie);
    }
    response
}

/// A path of our own; an address elsewhere would make us a stepping stone. Browsers
/// leave tabs and line ends out before they read an address: `/<tab>/evil.example`
/// is `//evil.example` to them.
pub fn local(next: &str) -> Option<&str> {
    let strange = |c: char| c == '\\' || c.is_control();
    let plain = next.starts_with('/') && !next.starts_with("//") && !next.contains(strange);
    plain.then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_our_own_are_gone_to_after_signing_in() {
        assert_eq!(local("/desk?queue=mine"), Some("/desk?queue=mine"));
        for elsewhere in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "desk",
            "/a\r\nb",
            "/\t/evil.example",
            "\t//evil.example",
            "/\u{b}/evil.example",
            "/desk\u{7f}",
        ] {
            assert_eq!(local(elsewhere), None, "{elsewhere}");
        }
    }
}
