//! Secrets that the database has to hold and a copy of it must not give away: sealed
//! with a key that comes of the key file, each under its own name (decision 77). What
//! was sealed with other keys, or moved under another name, opens no more. Leaves no
//! evidence: secrets stand in no fact.

use crate::{Error, Keys, random};
use base64::{Engine, engine::general_purpose::STANDARD};
use redress_kernel::reference::hmac_sha256;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

pub(crate) const BEGINS: &str = "sealed1:";
/// How sealed bytes end: no picture and no document does.
const ENDS: &[u8] = b"\x00sealed bytes 1";
const PURPOSE: &str = "sealed settings";

/// Is this a sealed text, whoever could open it?
pub fn is_sealed(text: &str) -> bool {
    text.starts_with(BEGINS)
}

impl Keys {
    /// A key for one purpose, which says nothing about those for others.
    pub fn derived(&self, purpose: &str) -> [u8; 32] {
        hmac_sha256(
            self.code_key(),
            &[b"redress/derived/1\n", purpose.as_bytes()],
        )
    }

    pub fn seal(&self, name: &str, secret: &str) -> Result<String, Error> {
        let wrong = || Error::Keys("a secret cannot be sealed".to_owned());
        let nonce: [u8; NONCE_LEN] = random::fill()?;
        let mut bytes = secret.as_bytes().to_vec();
        self.sealing()
            .ok_or_else(wrong)?
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(name.as_bytes()),
                &mut bytes,
            )
            .map_err(|_| wrong())?;
        let whole = [nonce.as_slice(), &bytes].concat();
        Ok(format!("{BEGINS}{}", STANDARD.encode(whole)))
    }

    /// None where it was sealed with other keys, under another name, or changed.
    pub fn unseal(&self, name: &str, sealed: &str) -> Option<String> {
        let whole = STANDARD.decode(sealed.strip_prefix(BEGINS)?).ok()?;
        let (nonce, bytes) = whole.split_at_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let mut bytes = bytes.to_vec();
        let opened = self
            .sealing()?
            .open_in_place(nonce, Aad::from(name.as_bytes()), &mut bytes)
            .ok()?;
        String::from_utf8(opened.to_vec()).ok()
    }

    /// The bytes of a file, sealed where they lie in memory: what is needed to open them
    /// stands behind them.
    pub fn seal_bytes(&self, name: &str, mut bytes: Vec<u8>) -> Result<Vec<u8>, Error> {
        let wrong = || Error::Keys("a file cannot be sealed".to_owned());
        let nonce: [u8; NONCE_LEN] = random::fill()?;
        self.sealing()
            .ok_or_else(wrong)?
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(name.as_bytes()),
                &mut bytes,
            )
            .map_err(|_| wrong())?;
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(ENDS);
        Ok(bytes)
    }

    /// None where they were sealed with other keys, under another name, or changed. What
    /// an earlier version left open is given as it is.
    pub fn unseal_bytes(&self, name: &str, mut bytes: Vec<u8>) -> Option<Vec<u8>> {
        let Some(whole) = bytes.strip_suffix(ENDS) else {
            return Some(bytes);
        };
        let (body, nonce) = whole.split_last_chunk::<NONCE_LEN>()?;
        let (nonce, length) = (*nonce, body.len());
        bytes.truncate(length);
        let opened = self
            .sealing()?
            .open_in_place(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(name.as_bytes()),
                &mut bytes,
            )
            .ok()?
            .len();
        bytes.truncate(opened);
        Some(bytes)
    }

    fn sealing(&self) -> Option<LessSafeKey> {
        let key = UnboundKey::new(&CHACHA20_POLY1305, &self.derived(PURPOSE)).ok()?;
        Some(LessSafeKey::new(key))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use redress_kernel::Instant;

    #[test]
    fn a_secret_opens_with_its_keys_under_its_name_and_never_else() {
        let now = Instant::from_micros(1);
        let (ours, others) = (Keys::fresh(now).unwrap(), Keys::fresh(now).unwrap());
        let sealed = ours.seal("mailbox 1", "the boat left at dawn").unwrap();
        assert!(!sealed.contains("boat"));
        let open = |keys: &Keys, name: &str, sealed: &str| keys.unseal(name, sealed);
        let secret = Some("the boat left at dawn".to_owned());
        assert_eq!(open(&ours, "mailbox 1", &sealed), secret);
        assert_eq!(open(&ours, "mailbox 2", &sealed), None);
        assert_eq!(open(&others, "mailbox 1", &sealed), None);
        let mut changed = sealed.clone();
        let last = if changed.ends_with('A') { "B" } else { "A" };
        changed.replace_range(20..21, last);
        assert!(changed == sealed || open(&ours, "mailbox 1", &changed).is_none());
        assert_eq!(open(&ours, "mailbox 1", "the boat"), None);
        let again = ours.seal("mailbox 1", "the boat left at dawn").unwrap();
        assert_ne!(again, sealed, "equal secrets do not look equal");
    }

    #[test]
    fn a_file_opens_with_its_keys_under_its_name_and_an_open_one_is_given_as_it_is() {
        let keys = Keys::fresh(Instant::from_micros(1)).unwrap();
        let sealed = keys.seal_bytes("draft 1", b"a ticket".to_vec()).unwrap();
        assert!(!sealed.windows(6).any(|window| window == b"ticket"));
        let opened = keys.unseal_bytes("draft 1", sealed.clone());
        assert_eq!(opened.as_deref(), Some(&b"a ticket"[..]));
        assert_eq!(keys.unseal_bytes("draft 2", sealed.clone()), None);
        let mut changed = sealed;
        changed[2] ^= 1;
        assert_eq!(keys.unseal_bytes("draft 1", changed), None);
        let open = keys.unseal_bytes("draft 1", b"of before".to_vec());
        assert_eq!(open.as_deref(), Some(&b"of before"[..]));
    }

    #[test]
    fn a_key_for_one_purpose_is_no_key_for_another() {
        let keys = Keys::fresh(Instant::from_micros(1)).unwrap();
        assert_eq!(keys.derived("a"), keys.derived("a"));
        assert_ne!(keys.derived("a"), keys.derived("b"));
        assert_ne!(&keys.derived("a"), keys.code_key());
    }
}
