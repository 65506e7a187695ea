//! Being signed in: the cookie, how the connection has to be protected for it,
//! and the start of a session. Opaque tokens, never a claim that the browser
//! keeps: what was revoked is revoked with the next request.

use crate::{
    account_mail, device, factor_records,
    records::{Session, keep_session, sweep_sessions},
    roster::member,
    secret,
};
use axum::http::{
    HeaderMap, HeaderValue,
    header::{COOKIE, USER_AGENT},
};
use redress_complaint::house::organisation;
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
    cookie_in(headers, name(transport))
}

fn cookie_in(headers: &HeaderMap, name: &str) -> Option<String> {
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
    written(name(transport), token, None, transport)
}

fn written(
    name: &str,
    value: &str,
    seconds: Option<i64>,
    transport: Transport,
) -> Option<HeaderValue> {
    let lives = seconds.map_or_else(String::new, |seconds| format!(" Max-Age={seconds};"));
    let secure = match transport {
        Transport::Https => "; Secure",
        _ => "",
    };
    HeaderValue::from_str(&format!(
        "{name}={value}; Path=/;{lives} HttpOnly; SameSite=Lax{secure}"
    ))
    .ok()
}

pub fn gone_cookie(transport: Transport) -> Option<HeaderValue> {
    written(name(transport), "", Some(0), transport)
}

/// Where the browser keeps that the password was right, until the second step is done.
const SECURE_HALF: &str = "__Host-half";
const LOCAL_HALF: &str = "half";
/// Long enough to find the telephone.
pub const HALF_SECONDS: i64 = 10 * 60;

const fn half_name(transport: Transport) -> &'static str {
    match transport {
        Transport::Https => SECURE_HALF,
        _ => LOCAL_HALF,
    }
}

pub fn half_cookie(token: &str, transport: Transport) -> Option<HeaderValue> {
    written(half_name(transport), token, Some(HALF_SECONDS), transport)
}

pub fn gone_half_cookie(transport: Transport) -> Option<HeaderValue> {
    written(half_name(transport), "", Some(0), transport)
}

pub fn half_in(headers: &HeaderMap, transport: Transport) -> Option<String> {
    cookie_in(headers, half_name(transport))
}

/// The request goes on with the token that its session has now.
pub fn carry(headers: &mut HeaderMap, token: &str, transport: Transport) {
    if let Ok(value) = HeaderValue::from_str(&format!("{}={token}", name(transport))) {
        headers.insert(COOKIE, value);
    }
}

/// How old a proof of who somebody is may be.
pub const FRESH_SECONDS: i64 = 5 * 60;

/// A clock that was set back proves nothing.
pub fn is_fresh(proved_at: Instant, now: Instant) -> bool {
    (0..=FRESH_SECONDS).contains(&now.seconds_since(proved_at))
}

/// Starts the session of somebody who showed just now who they are, and returns its
/// token; it exists nowhere else.
pub fn start(
    tx: &mut Tx,
    person: Id,
    random: [u8; 32],
    device: &str,
    now: Instant,
) -> Result<String, Error> {
    start_proved(tx, person, random, device, (now, now))
}

/// The same for somebody who showed it at another time, or never to us.
pub fn start_proved(
    tx: &mut Tx,
    person: Id,
    random: [u8; 32],
    device: &str,
    (now, proved_at): (Instant, Instant),
) -> Result<String, Error> {
    sweep_sessions(tx, now)?;
    let token = secret::token(random);
    told_of_device(tx, person, device, now)?;
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
        proved_at,
        limited: lacks_second_factor(tx, person)?,
    };
    keep_session(tx, &secret::kept(&token), &session)?;
    Ok(token)
}

/// Their role asks for a second factor and they have none yet: they are let in to set
/// one up and for nothing else.
fn lacks_second_factor(tx: &mut Tx, person: Id) -> Result<bool, Error> {
    let asked = organisation(tx)?.second_factor;
    let role = member(tx, person)?.map(|member| member.role);
    let needs = role.is_some_and(|role| asked.contains(&role));
    Ok(needs && !factor_records::ways(tx, person)?.second())
}

/// A kind of browser that this person never used before is told to them by mail; the
/// very first one is no news.
fn told_of_device(tx: &mut Tx, person: Id, agent: &str, now: Instant) -> Result<(), Error> {
    let device = device::words(agent);
    let knows_others = factor_records::knows_devices(tx, person)?;
    let is_new = factor_records::note_device(tx, person, &device)?;
    match is_new && knows_others {
        true => account_mail::tell(tx, person, account_mail::What::Device, now),
        false => Ok(()),
    }
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
    fn a_proof_is_fresh_for_five_minutes_and_never_from_the_future() {
        let at = Instant::from_micros(1_000_000_000);
        for (seconds, fresh) in [(0, true), (300, true), (301, false), (-1, false)] {
            assert_eq!(is_fresh(at, at.plus_seconds(seconds)), fresh, "{seconds}");
        }
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
