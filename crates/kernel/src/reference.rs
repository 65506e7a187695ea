//! The reference that people say on the phone: `RD-26-004J-7KQ`. Prefix, year
//! of recording, seven Crockford base-32 characters: six carry a 30-bit number,
//! the seventh checks. The number is a per-year counter through a keyed
//! permutation: never twice, and telling nothing about volume.

use hmac::{Hmac, KeyInit, Mac, digest::Key};
use sha2::{Digest, Sha256};
use std::fmt;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const HALF: u32 = 15;
const MASK: u32 = (1 << HALF) - 1;

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reference(String);

impl Reference {
    /// `counter`: the how-many-th complaint of that year, below 2^30; `key` from the key file.
    pub fn issue(prefix: &str, year: i16, counter: u32, key: &[u8]) -> Reference {
        let number = permute(counter & ((1 << 30) - 1), year, key);
        let body: String = (0..6)
            .rev()
            .map(|place| letter(number >> (5 * place)))
            .collect();
        let year = year.rem_euclid(100);
        let check = letter(check_value(prefix, year, &body));
        let (front, back) = body.split_at(4);
        Reference(format!("{prefix}-{year:02}-{front}-{back}{check}"))
    }

    /// Forgives case, spaces, missing hyphens, o/i/l and Persian or Arabic digits.
    /// None when it cannot be a reference (the check character included).
    pub fn read(typed: &str) -> Option<Reference> {
        let plain: String = crate::fields::latin_digits(typed)
            .to_uppercase()
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect();
        let at = plain.len().checked_sub(9)?;
        let (prefix, rest) = plain.split_at_checked(at)?;
        let (year, code) = rest.split_at_checked(2)?;
        let year_digits: String = year.chars().map(forgive).collect();
        let year: i16 = year_digits.parse().ok()?;
        let code: String = code.chars().map(forgive).collect();
        let (body, check) = code.split_at_checked(6)?;
        let right = letter(check_value(prefix, year, body)).to_string() == check;
        let known = code.bytes().all(|c| ALPHABET.contains(&c)) && (2..=4).contains(&prefix.len());
        let (front, back) = body.split_at_checked(4)?;
        (right && known).then(|| Reference(format!("{prefix}-{year:02}-{front}-{back}{check}")))
    }

    /// A reference that was issued before and lies in a fact.
    pub fn recorded(text: impl Into<String>) -> Reference {
        Reference(text.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn letter(value: u32) -> char {
    ALPHABET
        .get((value & 31) as usize)
        .copied()
        .map_or('0', char::from)
}

fn forgive(c: char) -> char {
    match c {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

/// A weighted sum modulo 31 over everything before it: one wrong or two exchanged characters show.
fn check_value(prefix: &str, year: i16, body: &str) -> u32 {
    let all = format!("{prefix}{year:02}{body}");
    all.bytes()
        .zip(2u32..)
        .map(|(byte, weight)| u32::from(byte) * weight)
        .sum::<u32>()
        % 31
}

/// A four-round Feistel network over 30 bits: a permutation for every key.
fn permute(counter: u32, year: i16, key: &[u8]) -> u32 {
    let (mut left, mut right) = (counter >> HALF, counter & MASK);
    for round in 0..4u8 {
        (left, right) = (right, left ^ (keyed(round, year, right, key) & MASK));
    }
    (left << HALF) | right
}

fn keyed(round: u8, year: i16, half: u32, key: &[u8]) -> u32 {
    let mac = hmac_sha256(key, &[&[round], &year.to_be_bytes(), &half.to_be_bytes()]);
    mac.iter()
        .take(4)
        .fold(0, |all, byte| (all << 8) | u32::from(*byte))
}

/// HMAC-SHA-256 over the parts one after another.
pub fn hmac_sha256(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    hmac_sha256_fed(key, |mac| parts.iter().for_each(|part| mac(part)))
}

/// Of what is fed to it, a piece at a time.
pub fn hmac_sha256_fed(key: &[u8], feed: impl FnOnce(&mut dyn FnMut(&[u8]))) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new(&block_of(key));
    feed(&mut |piece| mac.update(piece));
    mac.finalize().into_bytes().into()
}

/// A key as RFC 2104 fills it up to a block: a longer one is hashed first. So a key of any
/// length is one, and nothing can fail.
fn block_of(key: &[u8]) -> Key<Hmac<Sha256>> {
    let mut block = Key::<Hmac<Sha256>>::default();
    let hashed = Sha256::digest(key);
    let key = if key.len() > block.len() {
        &hashed
    } else {
        key
    };
    block.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
    block
}

/// The access code: 80 bits of HMAC(code key, complaint id, issue number), as 16
/// Crockford characters in groups of four. Derived, never stored: a replayed
/// POST and a reprint show the same code, and a copied database opens no case.
pub fn access_code(key: &[u8], complaint: crate::Id, issue: u32) -> String {
    let mac = hmac_sha256(key, &[&complaint.bytes(), &issue.to_be_bytes()]);
    let bits = mac
        .iter()
        .take(10)
        .fold(0u128, |all, byte| (all << 8) | u128::from(*byte));
    let letters: Vec<char> = (0..16)
        .rev()
        .map(|place| letter(((bits >> (5 * place)) & 31) as u32))
        .collect();
    letters
        .chunks(4)
        .map(|group| group.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join("-")
}

/// Compares what was typed with the code, in constant time, forgiving as for references.
pub fn access_code_matches(typed: &str, code: &str) -> bool {
    use subtle::ConstantTimeEq;
    let plain = |text: &str| -> String {
        let upper = crate::fields::latin_digits(text).to_uppercase();
        upper
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(forgive)
            .collect()
    };
    plain(typed).as_bytes().ct_eq(plain(code).as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn references_never_repeat_and_tell_nothing_about_volume() {
        let all: HashSet<String> = (0..50_000)
            .map(|n| Reference::issue("RD", 2026, n, b"key").to_string())
            .collect();
        assert_eq!(all.len(), 50_000);
        assert_ne!(
            Reference::issue("RD", 2026, 0, b"key"),
            Reference::issue("RD", 2026, 0, b"other")
        );
    }

    #[test]
    fn a_reference_is_read_as_people_type_it() {
        let reference = Reference::issue("RD", 2026, 7, b"key");
        let loose = reference
            .as_str()
            .to_lowercase()
            .replace('-', " ")
            .replace('0', "o")
            .replace('1', "l");
        assert_eq!(Reference::read(&loose), Some(reference.clone()));
        let persian: String = reference
            .as_str()
            .chars()
            .map(|c| {
                c.to_digit(10)
                    .and_then(|d| char::from_u32(0x6f0 + d))
                    .unwrap_or(c)
            })
            .collect();
        assert_eq!(Reference::read(&persian), Some(reference));
        assert_eq!(Reference::read(""), None);
        assert_eq!(Reference::read("RD-26-004J-7K"), None);
        assert_eq!(Reference::read("𝒳𝒳-26-004J-7KQ"), None);
    }

    #[test]
    fn a_mistyped_character_is_noticed() {
        let reference = Reference::issue("RD", 2026, 12_345, b"key").to_string();
        let swapped = |from: char, to: char| reference.replacen(from, &to.to_string(), 1);
        let last_body = reference.chars().nth(6).unwrap_or('0');
        let other = if last_body == '7' { '9' } else { '7' };
        assert_eq!(Reference::read(&swapped(last_body, other)), None);
    }

    #[test]
    fn an_access_code_is_forgiving_and_belongs_to_one_issue_number() {
        let code = access_code(b"key", crate::Id::from_bytes([9; 16]), 1);
        assert_eq!(code.len(), 19);
        assert!(access_code_matches(
            &code.to_lowercase().replace('-', " "),
            &code
        ));
        assert!(!access_code_matches(
            &access_code(b"key", crate::Id::from_bytes([9; 16]), 2),
            &code
        ));
    }
}
