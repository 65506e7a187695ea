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
use redress_kernel::Network;
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
