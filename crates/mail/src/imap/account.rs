//! Where a mailbox lies and how we show who we are.

use super::Fault;
use crate::{
    Tls,
    reach::{Unreached, addresses},
};
use std::{fmt, net::SocketAddr, time::Duration};

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
    /// Certificates (PEM) of an authority of the organisation's own, believed in place
    /// of those of the world.
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
        let open = self.tls == Tls::None;
        addresses(&self.host, self.port, open).map_err(|why| match why {
            Unreached::Unknown => Fault::Unknown,
            Unreached::OutOfBounds => Fault::OutOfBounds,
        })
    }
}
