//! The root key: printed once on paper, its public half in the key file. What is
//! closed to it (the second copy of the keys) a thief of the key file cannot open,
//! and neither can we.

use crate::{Error, random};
use curve25519_dalek::MontgomeryPoint;
use redress_kernel::{journal::leaf::hex, reference::hmac_sha256};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use sha2::{Digest, Sha256};
use std::fmt;

const GROUP: usize = 4;
const CHECK: usize = 4;

/// The half that stands on paper and nowhere else.
pub struct RootKey([u8; 32]);

/// It never shows itself in a log; `on_paper` is the one way out.
impl fmt::Debug for RootKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RootKey")
    }
}

impl RootKey {
    pub fn fresh() -> Result<RootKey, Error> {
        random::fill().map(RootKey)
    }

    /// Groups of four, the last of them a check of the others.
    pub fn on_paper(&self) -> String {
        let digits = hex(&self.0) + &self.check();
        let groups = digits.as_bytes().chunks(GROUP);
        let groups: Vec<String> = groups
            .map(|group| String::from_utf8_lossy(group).into_owned())
            .collect();
        groups.join("-")
    }

    fn check(&self) -> String {
        let sum = hex(&Sha256::digest(self.0));
        sum.chars().take(CHECK).collect()
    }

    /// As somebody types it from paper; None where a digit is wrong.
    pub fn typed(text: &str) -> Option<RootKey> {
        let digits: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
        let digits = digits.to_ascii_lowercase();
        let (key, check) = digits.split_at_checked(64)?;
        let key = RootKey(redress_kernel::journal::leaf::unhex(key)?);
        (key.check() == check).then_some(key)
    }

    pub fn public(&self) -> [u8; 32] {
        MontgomeryPoint::mul_base_clamped(self.0).to_bytes()
    }

    /// What was closed to the public half; None where it was to another, or changed.
    pub(super) fn open(&self, from: &[u8; 32], said: &str, bytes: &[u8]) -> Option<Vec<u8>> {
        let shared = MontgomeryPoint(*from).mul_clamped(self.0);
        let key = sealing(&shared, from, &self.public())?;
        let mut bytes = bytes.to_vec();
        let opened = key
            .open_in_place(nothing(), Aad::from(said.as_bytes()), &mut bytes)
            .ok()?;
        Some(opened.to_vec())
    }
}

/// Closes these bytes to the holder of the root key, bound to what is `said` in the
/// open beside them. Gives the key of this one closing and the closed bytes.
pub(super) fn close(
    to: &[u8; 32],
    said: impl FnOnce(&[u8; 32]) -> String,
    bytes: &[u8],
) -> Result<(String, Vec<u8>), Error> {
    let wrong = || Error::Keys("the second copy cannot be closed".into());
    let once: [u8; 32] = random::fill()?;
    let from = MontgomeryPoint::mul_base_clamped(once).to_bytes();
    let shared = MontgomeryPoint(*to).mul_clamped(once);
    let key = sealing(&shared, &from, to).ok_or_else(wrong)?;
    let (said, mut bytes) = (said(&from), bytes.to_vec());
    key.seal_in_place_append_tag(nothing(), Aad::from(said.as_bytes()), &mut bytes)
        .map_err(|_| wrong())?;
    Ok((said, bytes))
}

/// A key that is used once needs no nonce.
fn nothing() -> Nonce {
    Nonce::assume_unique_for_key([0; NONCE_LEN])
}

fn sealing(shared: &MontgomeryPoint, from: &[u8; 32], to: &[u8; 32]) -> Option<LessSafeKey> {
    let key = hmac_sha256(
        shared.as_bytes(),
        &[b"redress/root-key/1\n", from.as_slice(), to.as_slice()],
    );
    let key = UnboundKey::new(&CHACHA20_POLY1305, &key).ok()?;
    Some(LessSafeKey::new(key))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_closed_to_the_root_key_opens_with_the_paper_and_with_no_other() {
        let (ours, other) = (RootKey::fresh().unwrap(), RootKey::fresh().unwrap());
        let mut from = [0; 32];
        let (said, closed) = close(
            &ours.public(),
            |once| {
                from = *once;
                "epoch 1".to_owned()
            },
            b"the boat left at dawn",
        )
        .unwrap();
        let paper = RootKey::typed(&ours.on_paper().to_uppercase().replace('-', " ")).unwrap();
        let opened = paper.open(&from, &said, &closed);
        assert_eq!(opened.as_deref(), Some(&b"the boat left at dawn"[..]));
        assert_eq!(other.open(&from, &said, &closed), None);
        assert_eq!(paper.open(&from, "epoch 2", &closed), None);
    }

    #[test]
    fn a_digit_read_wrongly_from_paper_is_noticed() {
        let paper = RootKey::fresh().unwrap().on_paper();
        let first = if paper.starts_with('a') { "b" } else { "a" };
        let mut wrong = paper.clone();
        wrong.replace_range(0..1, first);
        assert!(RootKey::typed(&paper).is_some());
        assert!(RootKey::typed(&wrong).is_none());
        assert!(RootKey::typed("").is_none());
    }
}
