//! The network that a request came from: an office, a household, not one address.
//! Budgets count by it. What comes from this machine itself has no network: behind it
//! can stand a proxy that nobody named, and everybody would be one.

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::request::Parts,
};
use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Whence(Option<String>);

impl Whence {
    pub fn of(ip: Option<IpAddr>) -> Whence {
        let known = ip.map(|ip| ip.to_canonical());
        Whence(known.filter(|ip| !ip.is_loopback()).map(network))
    }

    /// None where nobody can say.
    pub fn network(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

/// The first three parts of four, or the first four of eight.
fn network(ip: IpAddr) -> String {
    match ip {
        IpAddr::V4(ip) => {
            let [a, b, c, _] = ip.octets();
            format!("{a}.{b}.{c}")
        }
        IpAddr::V6(ip) => {
            let [a, b, c, d, ..] = ip.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Whence {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Whence, Infallible> {
        let named = parts.extensions.get::<IpAddr>().copied();
        let socket = || {
            let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
            peer.map(|peer| peer.0.ip())
        };
        Ok(Whence::of(named.or_else(socket)))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn of(ip: &str) -> Option<String> {
        let whence = Whence::of(Some(ip.parse().unwrap()));
        whence.network().map(str::to_owned)
    }

    #[test]
    fn neighbours_share_a_network_and_this_machine_has_none() {
        assert_eq!(of("192.0.2.7"), of("192.0.2.250"));
        assert_ne!(of("192.0.2.7"), of("192.0.3.7"));
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_eq!(of("::ffff:192.0.2.7"), of("192.0.2.7"));
        assert_eq!((of("127.0.0.1"), of("::1")), (None, None));
        assert_eq!(Whence::of(None).network(), None);
    }
}
