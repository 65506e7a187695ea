//! Challenges for passkeys. A page hands one out without writing anything down: it
//! carries its end and a seal that only this house's keys make, for one purpose and one
//! person. When it is answered it is noted as spent, so it counts once.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use redress_kernel::{Id, Instant, reference::hmac_sha256};
use redress_store::Keys;
use subtle::ConstantTimeEq;

/// Long enough to find the key in the drawer.
pub const SECONDS: i64 = 10 * 60;
const NONCE: usize = 16;
const PURPOSE: &str = "challenges of passkeys";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// Whoever answers is the person.
    SignIn,
    /// This person, who is known already, proves it.
    Proof(Id),
    /// A new passkey of this person.
    Adding(Id),
}

impl For {
    fn bytes(self) -> Vec<u8> {
        let (kind, person) = match self {
            For::SignIn => (1, None),
            For::Proof(person) => (2, Some(person)),
            For::Adding(person) => (3, Some(person)),
        };
        let person = person.map(Id::bytes).unwrap_or_default();
        [&[kind], person.as_slice()].concat()
    }
}

pub fn made(keys: &Keys, what: For, random: [u8; 32], now: Instant) -> String {
    let nonce: Vec<u8> = random.into_iter().take(NONCE).collect();
    let ends = now.plus_seconds(SECONDS).micros().to_be_bytes();
    let seal = seal(keys, what, &nonce, &ends);
    URL_SAFE_NO_PAD.encode([nonce.as_slice(), &ends, &seal].concat())
}

/// Until when this challenge of ours counts; None: none of ours, of another purpose, or over.
pub fn ends(keys: &Keys, what: For, challenge: &str, now: Instant) -> Option<Instant> {
    let bytes = URL_SAFE_NO_PAD.decode(challenge).ok()?;
    let (nonce, rest) = bytes.split_at_checked(NONCE)?;
    let (ends, its) = rest.split_first_chunk::<8>()?;
    let right: bool = seal(keys, what, nonce, ends).as_slice().ct_eq(its).into();
    let ends = Instant::from_micros(i64::from_be_bytes(*ends));
    (right && now < ends).then_some(ends)
}

fn seal(keys: &Keys, what: For, nonce: &[u8], ends: &[u8]) -> [u8; 32] {
    hmac_sha256(&keys.derived(PURPOSE), &[&what.bytes(), nonce, ends])
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_challenge_is_for_one_purpose_one_person_and_ten_minutes() {
        let now = Instant::from_micros(1_000_000);
        let (keys, others) = (Keys::fresh(now).unwrap(), Keys::fresh(now).unwrap());
        let (jonas, rasa) = (Id::new(1, [1; 10]), Id::new(1, [2; 10]));
        let challenge = made(&keys, For::Proof(jonas), [7; 32], now);
        let until = ends(&keys, For::Proof(jonas), &challenge, now);
        assert_eq!(until, Some(now.plus_seconds(SECONDS)));
        for what in [For::SignIn, For::Proof(rasa), For::Adding(jonas)] {
            assert_eq!(ends(&keys, what, &challenge, now), None, "{what:?}");
        }
        assert_eq!(ends(&others, For::Proof(jonas), &challenge, now), None);
        let late = now.plus_seconds(SECONDS);
        assert_eq!(ends(&keys, For::Proof(jonas), &challenge, late), None);
        assert_eq!(ends(&keys, For::Proof(jonas), "", now), None);
        let longer = challenge.replace(challenge.get(22..24).unwrap(), "zz");
        assert_eq!(ends(&keys, For::Proof(jonas), &longer, now), None);
    }
}
