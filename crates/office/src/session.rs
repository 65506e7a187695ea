//! Being signed in: the cookie, how the connection has to be protected for it,
//! and the start of a session. Opaque tokens, never a claim that the browser
//! keeps: what was revoked is revoked with the next request.

use crate::{
    records::{Session, keep_session, sweep_sessions},
    secret,
};
use axum::http::{
    HeaderMap, HeaderValue,
    header::{COOKIE, USER_AGENT},
};
use redress_kernel::{Id, Instant};
use redress_store::{Error, Tx};

/// Under HTTPS; the prefix makes browsers refuse it from anywhere else.
const SECURE_NAME: &str = "__Host-session";
/// On http and loopback, where `__Host-` and Secure cannot be had.
const LOCAL_NAME: &str = "session";

/// How people reach us, as far as it matters for a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    Https,
    /// http, but it never leaves this machine.
    Loopback,
    /// http over a network: anybody on the way could read a password.
    Open,
}

pub fn transport(base_url: &str) -> Transport {
    if base_url.starts_with("https://") {
        return Transport::Https;
    }
    let rest = base_url.strip_prefix("http://").unwrap_or(base_url);
    let authority = rest.split('/').next().unwrap_or_default();
    let host = match authority.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    };
    let loopback = host == "localhost"
        || host
            .parse::<std::net::IpAddr>()
            .is_ok_and(|ip| ip.is_loopback());
    if loopback {
        Transport::Loopback
    } else {
        Transport::Open
    }
}

/// The session token that the browser sent. Over HTTPS the unprotected name does
/// not count: another host of the same domain could have planted it.
pub fn token_in(headers: &HeaderMap, transport: Transport) -> Option<String> {
    let name = name(transport);
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(its, _)| *its == name)
        .map(|(_, token)| token.to_owned())
}

const fn name(transport: Transport) -> &'static str {
    match transport {
        Transport::Https => SECURE_NAME,
        _ => LOCAL_NAME,
    }
}

pub fn cookie(token: &str, transport: Transport) -> Option<HeaderValue> {
    let secure = if transport == Transport::Https {
        "; Secure"
    } else {
        ""
    };
    HeaderValue::from_str(&format!(
        "{}={token}; Path=/; HttpOnly; SameSite=Lax{secure}",
        name(transport)
    ))
    .ok()
}

pub fn gone_cookie(transport: Transport) -> Option<HeaderValue> {
    let secure = if transport == Transport::Https {
        "; Secure"
    } else {
        ""
    };
    HeaderValue::from_str(&format!(
        "{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{secure}",
        name(transport)
    ))
    .ok()
}

/// Starts a session and returns its token; it exists nowhere else.
pub fn start(
    tx: &mut Tx,
    person: Id,
    random: [u8; 32],
    device: &str,
    now: Instant,
) -> Result<String, Error> {
    sweep_sessions(tx, now)?;
    let token = secret::token(random);
    let session = Session {
        id: tx.new_id(now),
        person,
        started_at: now,
        seen_at: now,
        device: device
            .chars()
            .filter(|c| !c.is_control())
            .take(200)
            .collect(),
    };
    keep_session(tx, &secret::kept(&token), &session)?;
    Ok(token)
}

/// How the browser calls itself; only its owner ever sees it.
pub fn device(headers: &HeaderMap) -> String {
    headers
        .get(USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn sent(cookie: &str) -> HeaderMap {
        HeaderMap::from_iter([(COOKIE, HeaderValue::from_str(cookie).unwrap())])
    }

    #[test]
    fn only_this_machine_or_https_is_good_enough_for_a_password() {
        for (url, expected) in [
            ("https://complaints.ferry.example", Transport::Https),
            ("http://127.0.0.1:8080", Transport::Loopback),
            ("http://[::1]:8080", Transport::Loopback),
            ("http://localhost:8080/", Transport::Loopback),
            ("http://0.0.0.0:8080", Transport::Open),
            ("http://ferry.example", Transport::Open),
            ("http://127.0.0.1.evil.example", Transport::Open),
            ("http://localhost.evil.example", Transport::Open),
        ] {
            assert_eq!(transport(url), expected, "{url}");
        }
    }

    #[test]
    fn over_https_a_planted_cookie_does_not_count() {
        assert_eq!(
            token_in(&sent("a=b; __Host-session=x"), Transport::Https).as_deref(),
            Some("x")
        );
        assert_eq!(token_in(&sent("session=x"), Transport::Https), None);
        assert_eq!(
            token_in(&sent("session=x"), Transport::Loopback).as_deref(),
            Some("x")
        );
        assert_eq!(
            cookie("x", Transport::Https).unwrap(),
            "__Host-session=x; Path=/; HttpOnly; SameSite=Lax; Secure"
        );
        assert!(
            !cookie("x", Transport::Loopback)
                .unwrap()
                .to_str()
                .unwrap()
                .contains("Secure")
        );
    }
}
