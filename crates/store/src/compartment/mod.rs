//! What identifies people is kept closed: under a random key of its case or person,
//! which lies in the main database wrapped by the present epoch's key. Whoever holds a
//! copy of the database and not the key file reads no name; whoever deletes the small
//! key has erased what it closed, in every copy, once the epoch is gone (decision 109).
//!
//! What is closed is bound to its column and to what it is about: exchanged between
//! rows or columns it opens no more.

mod blind;
mod chunks;
mod keys;
mod moving;
mod rotation;

pub use blind::{Blind, Field};
pub(crate) use chunks::{close_stream, closed_length, open_stream};
pub(crate) use keys::{Held, WRAPPED, forget, forget_what_is_empty, key_for, key_of, take_away};
pub use moving::is_moving_in;
pub(crate) use moving::move_in;
pub use rotation::{Rotated, rotate, rotation_is_due};

use crate::Error;
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use redress_kernel::{Id, journal::tree::Hash, reference::hmac_sha256};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

pub(crate) type Key = [u8; 32];

/// How a closed text begins in a column of texts: as nobody types one.
pub(crate) const BEGINS: &str = "\u{1}closed1:";
/// Shown for what cannot be opened; the log says which.
pub(crate) const UNREADABLE: &str = "\u{fffd}";

/// Where something closed belongs: its column, its row, what it is about.
pub(crate) fn place(column: &str, row: &str, about: Id) -> String {
    format!("{column}\n{row}\n{about}")
}

/// The nonce follows from the text: what is projected twice is twice the same, and no
/// nonce ever serves two texts.
pub(crate) fn close(key: &Key, place: &str, plain: &[u8]) -> Result<Vec<u8>, Error> {
    let wrong = || Error::Keys("it cannot be closed".to_owned());
    let mac = hmac_sha256(key, &[b"redress/nonce/1\n", place.as_bytes(), b"\0", plain]);
    let nonce: [u8; NONCE_LEN] = *mac.first_chunk().ok_or_else(wrong)?;
    let mut bytes = Vec::with_capacity(NONCE_LEN + plain.len() + 16);
    bytes.extend_from_slice(&nonce);
    let mut body = plain.to_vec();
    cipher(key)
        .ok_or_else(wrong)?
        .seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(place.as_bytes()),
            &mut body,
        )
        .map_err(|_| wrong())?;
    bytes.append(&mut body);
    Ok(bytes)
}

/// None where it was closed with another key, in another place, or changed.
pub(crate) fn open(key: &Key, place: &str, closed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, body) = closed.split_at_checked(NONCE_LEN)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let mut body = body.to_vec();
    let opened = cipher(key)?
        .open_in_place(nonce, Aad::from(place.as_bytes()), &mut body)
        .ok()?
        .len();
    body.truncate(opened);
    Some(body)
}

pub(crate) fn cipher(key: &Key) -> Option<LessSafeKey> {
    let key = UnboundKey::new(&CHACHA20_POLY1305, key).ok()?;
    Some(LessSafeKey::new(key))
}

/// A label: a short text in a column of its row. Nothing stays nothing.
pub(crate) fn close_label(key: &Key, column: &str, about: Id, text: &str) -> Result<String, Error> {
    let place = place(column, "", about);
    let closed = close(key, &place, text.as_bytes())?;
    Ok(format!("{BEGINS}{}", STANDARD_NO_PAD.encode(closed)))
}

pub(crate) fn open_label(key: &Key, column: &str, about: Id, closed: &str) -> Option<String> {
    let bytes = STANDARD_NO_PAD.decode(closed.strip_prefix(BEGINS)?).ok()?;
    String::from_utf8(open(key, &place(column, "", about), &bytes)?).ok()
}

/// The personal part of an entry lies closed together with its salt.
pub(crate) fn close_part(
    key: &Key,
    entry: Id,
    about: Id,
    salt: &Hash,
    text: &str,
) -> Result<Vec<u8>, Error> {
    let plain = [salt.as_slice(), text.as_bytes()].concat();
    close(key, &part_place(entry, about), &plain)
}

pub(crate) fn open_part(key: &Key, entry: Id, about: Id, closed: &[u8]) -> Option<(Hash, String)> {
    let plain = open(key, &part_place(entry, about), closed)?;
    let (salt, text) = plain.split_first_chunk::<32>()?;
    Some((*salt, String::from_utf8(text.to_vec()).ok()?))
}

fn part_place(entry: Id, about: Id) -> String {
    place("journal_entry.sealed", &entry.to_string(), about)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn id(number: u8) -> Id {
        Id::new(1, [number; 10])
    }

    const NAME: &str = "complaint.complainant";

    #[test]
    fn a_name_opens_in_its_own_row_and_column_and_nowhere_else() {
        let key = [7; 32];
        let closed = close_label(&key, NAME, id(1), "Rasa Ferry-Goer").unwrap();
        assert!(!closed.contains("Rasa"));
        let open = |key: &Key, column: &str, about| open_label(key, column, about, &closed);
        assert_eq!(open(&key, NAME, id(1)).as_deref(), Some("Rasa Ferry-Goer"));
        assert_eq!(open(&key, NAME, id(2)), None, "another row");
        assert_eq!(open(&key, "mail_ledger.subject", id(1)), None);
        assert_eq!(open(&[8; 32], NAME, id(1)), None, "another key");
        assert_eq!(open_label(&key, NAME, id(1), "Rasa"), None);
    }

    #[test]
    fn every_changed_bit_of_a_closed_part_is_noticed() {
        let (key, salt) = ([7; 32], [9; 32]);
        let closed = close_part(&key, id(3), id(1), &salt, "the boat left at dawn").unwrap();
        let opened = open_part(&key, id(3), id(1), &closed).unwrap();
        assert_eq!(opened, (salt, "the boat left at dawn".to_owned()));
        assert_eq!(open_part(&key, id(4), id(1), &closed), None);
        for bit in 0..closed.len() * 8 {
            let mut changed = closed.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(open_part(&key, id(3), id(1), &changed), None, "bit {bit}");
        }
        assert_eq!(open_part(&key, id(3), id(1), &closed[..20]), None);
    }

    #[test]
    fn the_same_text_closed_again_is_the_same_and_another_shares_no_nonce() {
        let key = [7; 32];
        let one = |text: &str| close(&key, "place", text.as_bytes()).unwrap();
        assert_eq!(one("late"), one("late"), "a rebuild comes to the same rows");
        assert_ne!(one("late")[..NONCE_LEN], one("lost")[..NONCE_LEN]);
    }
}
