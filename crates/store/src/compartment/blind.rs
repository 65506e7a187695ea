//! Finding people without keeping their names in the open: an index holds, instead of a
//! word of a name or an address, 128 bits of its HMAC under a key of that field. Equal
//! words look equal and nothing more can be read of them without the key file; a part
//! of a word finds nothing, as in the rest of the search.

use crate::Keys;
use redress_kernel::reference::hmac_sha256;
use std::fmt;

/// Each field has a key of its own: an address that is also a name does not show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    Name,
    Sender,
    Email,
    Phone,
    Address,
    Message,
}

impl Field {
    pub const ALL: [Field; 6] = [
        Field::Name,
        Field::Sender,
        Field::Email,
        Field::Phone,
        Field::Address,
        Field::Message,
    ];

    fn name(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::Sender => "sender",
            Field::Email => "email",
            Field::Phone => "phone",
            Field::Address => "address",
            Field::Message => "message",
        }
    }

    /// How its tokens begin: no word of a text looks like one.
    fn mark(self) -> char {
        match self {
            Field::Name => 'n',
            Field::Sender => 's',
            Field::Email => 'e',
            Field::Phone => 'p',
            Field::Address => 'a',
            Field::Message => 'm',
        }
    }
}

/// The keys of the fields.
#[derive(Clone)]
pub struct Blind([[u8; 32]; 6]);

impl fmt::Debug for Blind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Blind")
    }
}

const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl Blind {
    pub fn of(keys: &Keys) -> Blind {
        Blind(Field::ALL.map(|field| keys.derived(&format!("blind index {}", field.name()))))
    }

    /// The token that stands for this normalised value; nothing stays nothing.
    pub fn token(&self, field: Field, value: &str) -> String {
        if value.is_empty() {
            return String::new();
        }
        let place = Field::ALL.iter().position(|one| *one == field);
        let key = place.and_then(|place| self.0.get(place));
        let key = key.copied().unwrap_or_default();
        let mac = hmac_sha256(&key, &[value.as_bytes()]);
        let bits = mac
            .first_chunk::<16>()
            .map_or(0, |it| u128::from_be_bytes(*it));
        let mut token = String::with_capacity(29);
        token.push_str("b_");
        token.push(field.mark());
        for place in (0..26).rev() {
            let letter = usize::try_from((bits >> (place * 5)) & 31).unwrap_or_default();
            token.push(LETTERS.get(letter).copied().map_or('0', char::from));
        }
        token
    }

    /// An e-mail address: its letters' case counts nowhere that we know.
    pub fn email(&self, address: &str) -> String {
        self.token(Field::Email, &address.trim().to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use redress_kernel::Instant;

    #[test]
    fn equal_values_look_equal_in_one_field_of_one_house_and_nowhere_else() {
        let now = Instant::from_micros(1);
        let (ours, others) = (Keys::fresh(now).unwrap(), Keys::fresh(now).unwrap());
        let (ours, others) = (Blind::of(&ours), Blind::of(&others));
        let token = ours.token(Field::Name, "rasa");
        assert_eq!(token, ours.token(Field::Name, "rasa"));
        assert_eq!(token.len(), 29);
        assert!(
            token
                .bytes()
                .all(|c| c.is_ascii_alphanumeric() || c == b'_')
        );
        for other in [
            ours.token(Field::Name, "rasą"),
            ours.token(Field::Email, "rasa"),
            others.token(Field::Name, "rasa"),
        ] {
            assert_ne!(token, other);
        }
        assert_eq!(
            ours.email(" Rasa@Ferry.example "),
            ours.email("rasa@ferry.example")
        );
        assert_eq!(ours.token(Field::Name, ""), "");
    }
}
