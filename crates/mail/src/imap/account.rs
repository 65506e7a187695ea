//! Where a mailbox lies and how we show who we are.

use super::Fault;
use crate::Tls;
use std::{
    fmt,
    net::{IpAddr, SocketAddr, ToSocketAddrs},
    time::Duration,
};

/// Addresses of one name that are tried.
const ADDRESSES_MAX: usize = 4;

#[derive(Clone, PartialEq, Eq)]
pub enum Secret {
    Password(String),
    /// An access token of OAuth 2.0, for XOAUTH2.
    Token(String),
}

#[derive(Clone)]
pub struct Account {
    pub host: String,
    pub port: u16,
    pub tls: Tls,
    pub user: String,
    pub secret: Secret,
    /// Certificates (PEM) of an authority of the organisation's own, believed besides
    /// those of the world.
    pub authority: Option<String>,
    /// For connecting, for each answer, and for each piece of a message.
    pub patience: Duration,
}

/// Passwords and tokens stay out of every log.
impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Account({}:{})", self.host, self.port)
    }
}

impl Account {
    /// Looked up once; what is connected to is what was looked at.
    pub(super) fn addresses(&self) -> Result<Vec<SocketAddr>, Fault> {
        let found = (self.host.as_str(), self.port).to_socket_addrs();
        let found: Vec<SocketAddr> = found.map_err(|_| Fault::Unknown)?.collect();
        let (fit, unfit): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|at| self.may_reach(at.ip()));
        match (fit.is_empty(), unfit.first()) {
            (true, Some(_)) => Err(Fault::OutOfBounds),
            (true, None) => Err(Fault::Unknown),
            _ => Ok(fit.into_iter().take(ADDRESSES_MAX).collect()),
        }
    }

    /// Mail servers stand inside the network as often as outside; never among the
    /// link-local addresses, where clouds keep their keys. In the clear only on this
    /// machine.
    fn may_reach(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        let nowhere = match address {
            IpAddr::V4(v4) => v4.is_link_local() || v4.is_broadcast(),
            IpAddr::V6(v6) => v6.is_unicast_link_local(),
        };
        let open = self.tls == Tls::None && !address.is_loopback();
        !(nowhere || open || address.is_multicast() || address.is_unspecified())
    }
}
