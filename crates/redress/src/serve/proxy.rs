//! Forwarded headers count only when they come from a named proxy; from anybody
//! else they are taken off before a handler could believe them.

use super::listen::Peer;
use axum::{
    Router,
    extract::{ConnectInfo, Request},
    http::HeaderName,
    middleware::{Next, from_fn},
    response::Response,
};
use std::{net::IpAddr, sync::Arc};

const FORWARDED: [&str; 4] = [
    "x-forwarded-for",
    "x-forwarded-proto",
    "x-forwarded-host",
    "forwarded",
];

/// Leaves with the request, as an `IpAddr`, where it really comes from.
pub fn behind(app: Router, trusted: &[String]) -> Router {
    let trusted: Arc<[Network]> = trusted
        .iter()
        .filter_map(|text| Network::read(text))
        .collect();
    app.layer(from_fn(move |request: Request, next: Next| {
        believe(trusted.clone(), request, next)
    }))
}

async fn believe(trusted: Arc<[Network]>, mut request: Request, next: Next) -> Response {
    let peer = request
        .extensions()
        .get::<ConnectInfo<Peer>>()
        .map(|info| info.0.0.ip());
    if let Some(peer) = peer {
        let named = trusted.iter().any(|network| network.holds(peer));
        let client = if named {
            forwarded(&request).unwrap_or(peer)
        } else {
            peer
        };
        let mut speaks_for_others = false;
        if !named {
            for name in FORWARDED {
                let taken = request.headers_mut().remove(HeaderName::from_static(name));
                speaks_for_others |= taken.is_some();
            }
        }
        // On this machine somebody that nobody named passes requests on: from where
        // they come is not known, and it is not from here.
        if !(speaks_for_others && peer.to_canonical().is_loopback()) {
            request.extensions_mut().insert::<IpAddr>(client);
        }
    }
    next.run(request).await
}

/// The last address in the list is the one that our proxy saw itself.
fn forwarded(request: &Request) -> Option<IpAddr> {
    let header = request.headers().get("x-forwarded-for")?.to_str().ok()?;
    header.rsplit(',').next()?.trim().parse().ok()
}

/// `10.0.0.0/8`, `fd00::/8`, or one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    base: IpAddr,
    bits: u8,
}

impl Network {
    pub fn read(text: &str) -> Option<Network> {
        let (base, bits) = text
            .split_once('/')
            .map_or((text, None), |(base, bits)| (base, Some(bits)));
        let base: IpAddr = base.trim().parse().ok()?;
        let most = if base.is_ipv4() { 32 } else { 128 };
        let bits = bits.map_or(Some(most), |bits| bits.trim().parse().ok())?;
        (bits <= most).then_some(Network { base, bits })
    }

    fn holds(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        match (self.base, address) {
            (IpAddr::V4(base), IpAddr::V4(it)) => {
                same(base.to_bits().into(), it.to_bits().into(), self.bits, 32)
            }
            (IpAddr::V6(base), IpAddr::V6(it)) => {
                same(base.to_bits(), it.to_bits(), self.bits, 128)
            }
            _ => false,
        }
    }
}

fn same(one: u128, other: u128, bits: u8, of: u32) -> bool {
    let shift = of - u32::from(bits);
    shift >= of || (one >> shift) == (other >> shift)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_network_holds_its_own_addresses_only() {
        let ours = Network::read("10.1.0.0/16").unwrap();
        assert!(ours.holds("10.1.200.7".parse().unwrap()));
        assert!(ours.holds("::ffff:10.1.200.7".parse().unwrap()));
        assert!(!ours.holds("10.2.0.1".parse().unwrap()));
        assert!(Network::read("::1").unwrap().holds("::1".parse().unwrap()));
        assert!(
            Network::read("0.0.0.0/0")
                .unwrap()
                .holds("8.8.8.8".parse().unwrap())
        );
        assert_eq!(Network::read("10.1.0.0/64"), None);
        assert_eq!(Network::read("somewhere"), None);
    }
}
