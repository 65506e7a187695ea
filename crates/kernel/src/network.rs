//! A network of addresses, as whoever runs the server names one: `10.0.0.0/8`,
//! `fd00::/8`, or one address.

use std::net::IpAddr;

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

    pub fn holds(&self, address: IpAddr) -> bool {
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
