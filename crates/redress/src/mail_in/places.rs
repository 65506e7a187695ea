//! Who may be here at once: so many connections, so many of one network, and one message
//! that is large.

use std::{
    collections::BTreeMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Arc, Mutex, PoisonError},
};

/// Connections at once, on all ports together, and from one network.
const CONNECTIONS_MAX: usize = 50;
const FROM_ONE_MAX: usize = 10;
/// Large messages at once: each is held whole, twice or three times while it is kept.
const LARGE_MAX: usize = 1;

/// How many are here, and from where.
#[derive(Default)]
pub struct Places {
    here: Mutex<BTreeMap<IpAddr, usize>>,
    large: Mutex<usize>,
}

/// A place that is given back by itself.
pub struct Seat(Arc<Places>, IpAddr);
pub struct Room(Arc<Places>);

impl Places {
    pub fn seat(self: &Arc<Places>, from: IpAddr) -> Option<Seat> {
        let from = network(from);
        let mut here = self.here.lock().unwrap_or_else(PoisonError::into_inner);
        let (all, its) = (here.values().sum::<usize>(), here.get(&from).copied());
        let fits = all < CONNECTIONS_MAX && its.unwrap_or_default() < FROM_ONE_MAX;
        if fits {
            *here.entry(from).or_default() += 1;
        }
        fits.then(|| Seat(self.clone(), from))
    }

    pub fn room(self: &Arc<Places>) -> Option<Room> {
        let mut large = self.large.lock().unwrap_or_else(PoisonError::into_inner);
        let fits = *large < LARGE_MAX;
        *large += usize::from(fits);
        fits.then(|| Room(self.clone()))
    }
}

/// Whoever has one address of IPv6 has all of its /64.
fn network(from: IpAddr) -> IpAddr {
    match from.to_canonical() {
        IpAddr::V6(v6) => {
            let bits = v6.to_bits() & (u128::MAX << 64);
            IpAddr::V6(Ipv6Addr::from_bits(bits))
        }
        v4 => v4,
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut here = self.0.here.lock().unwrap_or_else(PoisonError::into_inner);
        let left = here.get(&self.1).map_or(0, |n| n.saturating_sub(1));
        match left {
            0 => here.remove(&self.1),
            left => here.insert(self.1, left),
        };
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let mut large = self.0.large.lock().unwrap_or_else(PoisonError::into_inner);
        *large = large.saturating_sub(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seats(places: &Arc<Places>, from: &[String]) -> Vec<Seat> {
        let from = from.iter().map(|ip| ip.parse().unwrap());
        from.filter_map(|ip| places.seat(ip)).collect()
    }

    #[test]
    fn one_network_takes_ten_places_however_many_addresses_it_has() {
        let places = Arc::default();
        let of = |pattern: &str| -> Vec<String> {
            let hosts = (1..=20).map(|n| pattern.replace('N', &n.to_string()));
            hosts.collect()
        };
        let same = vec!["192.0.2.7".to_owned(); 20];
        let first = seats(&places, &same);
        assert_eq!(first.len(), 10);
        let second = seats(&places, &of("2001:db8:1:2:N::1"));
        assert_eq!(second.len(), 10, "one /64");
        let third = seats(&places, &of("2001:db8:9:N::1"));
        assert_eq!(third.len(), 20, "twenty of them");
        let fourth = seats(&places, &of("198.51.100.N"));
        assert_eq!(fourth.len(), 10, "fifty in all");
        drop(first);
        assert_eq!(seats(&places, &same).len(), 10);
    }

    #[test]
    fn an_address_of_ipv4_is_the_same_however_it_is_written() {
        let places = Arc::default();
        let _ten = seats(&places, &vec!["192.0.2.7".to_owned(); 10]);
        assert!(places.seat("::ffff:192.0.2.7".parse().unwrap()).is_none());
        assert!(places.seat("::ffff:192.0.2.8".parse().unwrap()).is_some());
    }
}
