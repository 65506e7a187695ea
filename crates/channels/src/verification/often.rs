//! How often receipts may be checked: a check costs a signature and a few hashes, so
//! the limit keeps one network from taking the page away from the others. In memory,
//! forgotten with a restart.

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::request::Parts,
};
use redress_kernel::Instant;
use std::{
    collections::HashMap,
    convert::Infallible,
    net::{IpAddr, SocketAddr},
    sync::{Mutex, PoisonError},
};

pub const WINDOW_SECONDS: u64 = 60;
const PER_NETWORK: usize = 30;
const IN_ALL: usize = 600;

/// Checks of the present minute, by network.
#[derive(Default)]
pub struct Often(Mutex<Minute>);

#[derive(Default)]
struct Minute {
    number: i64,
    in_all: usize,
    by_network: HashMap<String, usize>,
}

impl Often {
    /// Counts one more, if there may be one more.
    pub fn admits(&self, whence: &Whence, now: Instant) -> bool {
        let number = now
            .micros()
            .div_euclid(WINDOW_SECONDS.cast_signed() * 1_000_000);
        let mut minute = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if minute.number != number {
            *minute = Minute {
                number,
                ..Minute::default()
            };
        }
        if minute.in_all >= IN_ALL {
            return false;
        }
        let its = minute.by_network.entry(whence.0.clone()).or_default();
        if *its >= PER_NETWORK {
            return false;
        }
        *its += 1;
        minute.in_all += 1;
        true
    }
}

/// The network that a request came from: an office, a household, not one address.
pub struct Whence(String);

impl<S: Send + Sync> FromRequestParts<S> for Whence {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Whence, Infallible> {
        let named = parts.extensions.get::<IpAddr>().copied();
        let socket = || {
            let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
            peer.map(|peer| peer.0.ip())
        };
        Ok(Whence(network(named.or_else(socket))))
    }
}

fn network(ip: Option<IpAddr>) -> String {
    match ip.map(|ip| ip.to_canonical()) {
        Some(IpAddr::V4(ip)) => {
            let [a, b, c, _] = ip.octets();
            format!("{a}.{b}.{c}")
        }
        Some(IpAddr::V6(ip)) => {
            let [a, b, c, d, ..] = ip.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_network_waits_and_another_does_not_and_in_all_there_is_an_end() {
        let (often, now) = (Often::default(), Instant::from_micros(0));
        let from = |name: String| Whence(name);
        let here = from("192.0.2".to_owned());
        assert!((0..PER_NETWORK).all(|_| often.admits(&here, now)));
        assert!(!often.admits(&here, now));
        assert!(often.admits(&from("198.51.100".to_owned()), now));
        let more = (0..IN_ALL).filter(|n| often.admits(&from(n.to_string()), now));
        assert_eq!(more.count(), IN_ALL - PER_NETWORK - 1);
        assert!(often.admits(&here, now.plus_seconds(60)));
    }
}
