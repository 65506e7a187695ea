//! What may be reached: an address of the outside world over https. What points
//! inside the network is refused, unless whoever runs the server named that network
//! (`--webhooks-inside`): otherwise an administrator could make this server knock at
//! doors that only it can reach. Evidence: none.

use axum::http::Uri;
use redress_kernel::Network;
use std::net::IpAddr;

/// The longest address.
pub const ADDRESS_MAX: usize = 500;

/// Where nobody outside is: private, shared, loopback, link-local (the metadata of
/// clouds), documentation, multicast, reserved, and ways of writing IPv4 in IPv6.
const INSIDE: &[&str] = &[
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
    "::/96",
    "64:ff9b::/96",
    "64:ff9b:1::/48",
    "100::/64",
    "2001::/23",
    "2001:db8::/32",
    "2002::/16",
    "3fff::/20",
    "5f00::/16",
    "fc00::/7",
    "fe80::/10",
    "fec0::/10",
    "ff00::/8",
];

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub secure: bool,
    pub host: String,
    pub port: u16,
    /// Path and query.
    pub path: String,
}

/// Why an address cannot be used; each has its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    Unreadable,
    NotHttps,
    /// A name and password in an address are sent in the clear by some programs.
    Credentials,
    Inside,
}

impl Wrong {
    pub const fn name(self) -> &'static str {
        match self {
            Wrong::Unreadable => "unreadable",
            Wrong::NotHttps => "not-https",
            Wrong::Credentials => "credentials",
            Wrong::Inside => "inside",
        }
    }
}

impl Target {
    pub fn read(address: &str) -> Result<Target, Wrong> {
        let address = address.trim();
        if address.len() > ADDRESS_MAX || address.contains(['#', '\\']) {
            return Err(Wrong::Unreadable);
        }
        let uri: Uri = address.parse().map_err(|_| Wrong::Unreadable)?;
        let secure = match uri.scheme_str() {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(Wrong::Unreadable),
        };
        let authority = uri.authority().ok_or(Wrong::Unreadable)?;
        if authority.as_str().contains('@') {
            return Err(Wrong::Credentials);
        }
        let host = authority.host().trim_matches(['[', ']']).to_lowercase();
        if host.is_empty() {
            return Err(Wrong::Unreadable);
        }
        let port = authority.port_u16();
        Ok(Target {
            secure,
            host,
            port: port.unwrap_or(if secure { 443 } else { 80 }),
            path: uri
                .path_and_query()
                .map_or("/", |all| all.as_str())
                .to_owned(),
        })
    }

    /// `https://intranet.example:8443`
    pub fn origin(&self) -> String {
        let scheme = if self.secure { "https" } else { "http" };
        format!("{scheme}://{}", self.authority())
    }

    /// As the `Host` header says it.
    pub fn authority(&self) -> String {
        let host = match self.host.contains(':') {
            true => format!("[{}]", self.host),
            false => self.host.clone(),
        };
        match (self.secure, self.port) {
            (true, 443) | (false, 80) => host,
            (_, port) => format!("{host}:{port}"),
        }
    }

    /// Known without asking anybody: a number that lies inside, and the names that every
    /// machine gives itself or its neighbours.
    pub fn is_surely_inside(&self, trusted: &[Network]) -> bool {
        let name = self.host.trim_end_matches('.');
        let ip = match name {
            "localhost" => Some(IpAddr::from([127, 0, 0, 1])),
            _ => name.parse().ok(),
        };
        if let Some(ip) = ip {
            let named = trusted.iter().any(|network| network.holds(ip));
            return is_inside(ip) && !named;
        }
        let ends = [".localhost", ".local", ".internal", ".home.arpa"];
        trusted.is_empty() && ends.iter().any(|end| name.ends_with(end))
    }

    /// The one address to connect to. One forbidden answer spoils all the others: a
    /// name that answers with both is no mistake.
    pub fn pinned(&self, found: &[IpAddr], trusted: &[Network]) -> Result<IpAddr, Wrong> {
        let named = |ip: &IpAddr| trusted.iter().any(|network| network.holds(*ip));
        if found.iter().any(|ip| is_inside(*ip) && !named(ip)) {
            return Err(Wrong::Inside);
        }
        let first = found.first().copied().ok_or(Wrong::Unreadable)?;
        if !self.secure && !found.iter().all(named) {
            return Err(Wrong::NotHttps);
        }
        Ok(first)
    }
}

fn is_inside(ip: IpAddr) -> bool {
    let ip = ip.to_canonical();
    let inside = INSIDE.iter().filter_map(|text| Network::read(text));
    inside.into_iter().any(|network| network.holds(ip))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn pinned(address: &str, found: &[&str], trusted: &[&str]) -> Result<IpAddr, Wrong> {
        let found: Vec<IpAddr> = found.iter().map(|ip| ip.parse().unwrap()).collect();
        let trusted: Vec<Network> = trusted.iter().filter_map(|n| Network::read(n)).collect();
        Target::read(address)?.pinned(&found, &trusted)
    }

    #[test]
    fn every_network_in_the_list_can_be_read() {
        for text in INSIDE {
            assert!(Network::read(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_points_inside_is_refused_however_it_is_written() {
        for ip in [
            "127.0.0.1",
            "10.3.2.1",
            "169.254.169.254",
            "192.168.1.1",
            "100.64.0.1",
            "0.0.0.0",
            "::1",
            "::",
            "::ffff:10.0.0.1",
            "::7f00:1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "fe80::1",
            "fd00::1",
        ] {
            assert_eq!(
                pinned("https://a.example", &[ip], &[]),
                Err(Wrong::Inside),
                "{ip}"
            );
        }
        let both = ["93.184.215.14", "10.0.0.1"];
        assert_eq!(pinned("https://a.example", &both, &[]), Err(Wrong::Inside));
    }

    #[test]
    fn what_is_surely_inside_is_known_before_anything_is_sent() {
        let surely = |address: &str, trusted: &[&str]| {
            let trusted: Vec<Network> = trusted.iter().filter_map(|n| Network::read(n)).collect();
            Target::read(address).unwrap().is_surely_inside(&trusted)
        };
        for inside in [
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://169.254.169.254/latest",
            "https://LOCALHOST:8443/",
            "https://localhost./",
            "https://db.localhost/",
            "https://metadata.google.internal/",
        ] {
            assert!(surely(inside, &[]), "{inside}");
        }
        for outside in [
            "https://93.184.215.14/",
            "https://intranet.example/",
            "https://local/",
        ] {
            assert!(!surely(outside, &[]), "{outside}");
        }
        assert!(
            !surely("http://10.1.2.3/", &["10.1.0.0/16"]),
            "it was named"
        );
        assert!(surely("http://10.2.2.3/", &["10.1.0.0/16"]));
        assert!(!surely("https://localhost/", &["127.0.0.1"]));
        assert!(
            !surely("https://db.internal/", &["10.1.0.0/16"]),
            "asked when sending"
        );
    }

    #[test]
    fn the_world_is_reached_over_https_and_a_named_network_as_well_without() {
        let world = ["93.184.215.14"];
        assert!(pinned("https://a.example", &world, &[]).is_ok());
        assert_eq!(
            pinned("http://a.example", &world, &[]),
            Err(Wrong::NotHttps)
        );
        let inside = ["10.1.2.3"];
        assert!(pinned("http://a.example", &inside, &["10.1.0.0/16"]).is_ok());
        assert_eq!(
            pinned("http://a.example", &inside, &["10.2.0.0/16"]),
            Err(Wrong::Inside)
        );
    }

    #[test]
    fn an_address_is_read_once_and_said_back() {
        let target = Target::read("https://Hooks.Example:8443/in?key=1").unwrap();
        assert_eq!(target.origin(), "https://hooks.example:8443");
        assert_eq!(target.path, "/in?key=1");
        assert_eq!(
            Target::read("https://[2606:4700::1]/").unwrap().authority(),
            "[2606:4700::1]"
        );
        assert_eq!(
            Target::read("https://me:secret@a.example/"),
            Err(Wrong::Credentials)
        );
        for wrong in [
            "",
            "a.example",
            "ftp://a.example",
            "https://",
            "https://a b",
        ] {
            assert_eq!(Target::read(wrong), Err(Wrong::Unreadable), "{wrong}");
        }
    }
}
