//! Which machines a mail server that somebody named may be. It stands inside the network
//! as often as outside, so the networks that webhooks are held against are no measure
//! here; but never among the link-local addresses, where clouds keep their keys, and in
//! the clear on this machine alone. Looked up once: what is connected to is what was
//! looked at. Leaves no evidence.

use std::net::{IpAddr, SocketAddr, ToSocketAddrs};

/// A name with more addresses has one that answers among the first.
const ADDRESSES_MAX: usize = 4;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreached {
    /// The name leads nowhere.
    Unknown,
    /// It leads where no mail server may be.
    OutOfBounds,
}

/// Where this name leads, as far as it may be reached; `open` says that nothing is
/// encrypted from the beginning or before anything is said.
pub fn addresses(host: &str, port: u16, open: bool) -> Result<Vec<SocketAddr>, Unreached> {
    let found = (host, port).to_socket_addrs();
    let found: Vec<SocketAddr> = found.map_err(|_| Unreached::Unknown)?.collect();
    let (fit, unfit): (Vec<_>, Vec<_>) = found.into_iter().partition(|at| may_be(at.ip(), open));
    match (fit.is_empty(), unfit.first()) {
        (true, Some(_)) => Err(Unreached::OutOfBounds),
        (true, None) => Err(Unreached::Unknown),
        _ => Ok(fit.into_iter().take(ADDRESSES_MAX).collect()),
    }
}

fn may_be(address: IpAddr, open: bool) -> bool {
    let address = address.to_canonical();
    let nowhere = match address {
        IpAddr::V4(v4) => v4.is_link_local() || v4.is_broadcast(),
        IpAddr::V6(v6) => v6.is_unicast_link_local(),
    };
    let open = open && !address.is_loopback();
    !(nowhere || open || address.is_multicast() || address.is_unspecified())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(host: &str, open: bool) -> Result<usize, Unreached> {
        addresses(host, 25, open).map(|all| all.len())
    }

    #[test]
    fn where_clouds_keep_their_keys_no_mail_server_is_looked_for() {
        for host in [
            "169.254.169.254",
            "::ffff:169.254.169.254",
            "fe80::1",
            "0.0.0.0",
            "::",
            "224.0.0.1",
            "ff02::1",
            "255.255.255.255",
        ] {
            assert_eq!(asked(host, false), Err(Unreached::OutOfBounds), "{host}");
        }
        for host in ["127.0.0.1", "::1", "10.3.2.1", "fd00::1", "192.0.2.1"] {
            assert_eq!(asked(host, false), Ok(1), "{host}");
        }
    }

    #[test]
    fn in_the_clear_it_is_on_this_machine_or_nowhere() {
        assert_eq!(asked("127.0.0.1", true), Ok(1));
        for host in ["10.3.2.1", "192.0.2.1", "fd00::1"] {
            assert_eq!(asked(host, true), Err(Unreached::OutOfBounds), "{host}");
        }
    }
}
