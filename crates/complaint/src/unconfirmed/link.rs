//! The address in the letter that asks "was it you?": it names the complaint under a seal
//! of ours, and nobody. Only the letter holds it – the follow-up page does not – so that
//! whoever uses it reads what comes to that address. Leaves no evidence itself.

use redress_kernel::{Id, journal::leaf::hex, reference::hmac_sha256};

const SEALED_AS: &[u8] = b"redress confirmation";
const SEAL_BYTES: usize = 16;
/// An identifier in hexadecimal.
const ID_SIGNS: usize = 32;

/// `key`: the code key, which lies in no database.
pub fn token(key: &[u8], complaint: Id) -> String {
    format!("{complaint}{}", seal(key, complaint))
}

/// Which complaint the token is about; None where we did not make it.
pub fn named(key: &[u8], token: &str) -> Option<Id> {
    let (id, sealed) = token.split_at_checked(ID_SIGNS)?;
    let id: Id = id.parse().ok()?;
    // MACs of both take the same time to compare, whichever letter differs.
    let blind = |seal: &str| hmac_sha256(key, &[b"redress seal compared", seal.as_bytes()]);
    (blind(sealed) == blind(&seal(key, id))).then_some(id)
}

/// Where the letter leads, in its own language.
pub fn page(base_url: &str, key: &[u8], complaint: Id, language: &str) -> String {
    let token = token(key, complaint);
    format!("{base_url}/confirm/{token}?lang={language}")
}

fn seal(key: &[u8], complaint: Id) -> String {
    let mac = hmac_sha256(key, &[SEALED_AS, &complaint.bytes()]);
    hex(mac.get(..SEAL_BYTES).unwrap_or(&mac))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_the_letters_own_token_names_its_complaint() {
        let (one, other) = (Id::from_bytes([7; 16]), Id::from_bytes([8; 16]));
        let mine = token(b"key", one);
        assert_eq!(named(b"key", &mine), Some(one));
        assert_eq!(named(b"another key", &mine), None);
        let mixed = format!("{}{}", &mine[..ID_SIGNS], &token(b"key", other)[ID_SIGNS..]);
        assert_eq!(named(b"key", &mixed), None);
        let updates = crate::telling::stopping::token(b"key", one);
        assert_eq!(named(b"key", &updates), None, "another letter's link");
    }
}
