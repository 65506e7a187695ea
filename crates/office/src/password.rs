//! Passwords: which ones we take, and how they are kept. Length is what counts;
//! nothing is asked about capitals and digits, and nothing expires. What is
//! refused is what everybody tries first: passwords that leaked, common words, the names
//! of this place, runs and repetitions, however they are dressed up with digits.

use crate::leaked::{is_leaked, unmasked};
use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use redress_kernel::Refusal;
use std::sync::OnceLock;
use tokio::sync::Semaphore;

pub const MIN: usize = 12;
/// More than anybody types; a limit all the same, because hashing reads it all.
pub const MAX: usize = 500;

/// 19 MiB, two passes, one lane (docs/decisions): OWASP's figure for small machines.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// Two at a time in the whole process: a crowd at the door waits, memory does not grow.
static HASHING: Semaphore = Semaphore::const_new(2);

/// `context`: names that a guesser tries here (the organisation, the person, their address).
pub fn acceptable(password: &str, context: &[&str]) -> Result<(), Refusal> {
    let length = password.chars().count();
    if length < MIN {
        return Err(Refusal::new("password-short")
            .with("min", MIN)
            .at("password"));
    }
    if length > MAX {
        return Err(Refusal::new("password-long")
            .with("max", MAX)
            .at("password"));
    }
    let easy = is_common(password)
        || is_leaked(password)
        || is_made_of(password, context)
        || has_little_in_it(password);
    if easy {
        return Err(Refusal::new("password-common").at("password"));
    }
    Ok(())
}

/// The words that leak lists begin with, and the ones of long common passwords.
const COMMON: &str = include_str!("common_passwords.txt");

fn is_common(password: &str) -> bool {
    let words: Vec<&str> = COMMON.lines().filter(|line| !line.is_empty()).collect();
    let lower = password.to_lowercase();
    words.contains(&lower.as_str())
        || undressed(password)
            .iter()
            .any(|form| consists_of(form, &words))
}

fn is_made_of(password: &str, context: &[&str]) -> bool {
    let names: Vec<String> = context
        .iter()
        .flat_map(|name| name.split(|c: char| !c.is_alphanumeric()))
        .map(str::to_lowercase)
        .filter(|name| name.chars().count() >= 3)
        .collect();
    let ours = ["redress", "complaint", "complaints"];
    let words: Vec<&str> = names
        .iter()
        .map(String::as_str)
        .chain(ours)
        .chain(COMMON.lines())
        .collect();
    undressed(password)
        .iter()
        .any(|form| consists_of(form, &words))
}

/// What is left of a password without digits and signs, and without its disguise
/// (`P4$$w0rd2026!` is `password`).
fn undressed(text: &str) -> [String; 2] {
    let lower = text.to_lowercase();
    let letters = lower.chars().filter(|c| c.is_alphabetic()).collect();
    let unmasked = lower
        .trim_matches(|c: char| !c.is_alphabetic())
        .chars()
        .map(unmasked);
    [letters, unmasked.filter(|c| c.is_alphabetic()).collect()]
}

/// Nothing but these words, one after another.
fn consists_of(text: &str, words: &[&str]) -> bool {
    let letters = || {
        words
            .iter()
            .filter(|word| !word.is_empty() && word.chars().all(char::is_alphabetic))
    };
    if text.is_empty() {
        return false;
    }
    let mut reached = vec![false; text.len() + 1];
    if let Some(first) = reached.first_mut() {
        *first = true;
    }
    for start in 0..text.len() {
        if !reached.get(start).copied().unwrap_or(false) {
            continue;
        }
        for word in letters() {
            if text
                .get(start..)
                .is_some_and(|rest| rest.starts_with(*word))
                && let Some(end) = reached.get_mut(start + word.len())
            {
                *end = true;
            }
        }
    }
    reached.last().copied().unwrap_or(false)
}

/// `aaaaaaaaaaaa`, `abcabcabcabc`, `123456789012`, `qwertyuiop12`: fewer than five
/// different signs, one piece repeated, or neighbours in a row.
fn has_little_in_it(password: &str) -> bool {
    let signs: Vec<char> = password.to_lowercase().chars().collect();
    let mut different = signs.clone();
    different.sort_unstable();
    different.dedup();
    let repeats = (1..=signs.len() / 2)
        .any(|piece| signs.chunks(piece).all(|chunk| signs.starts_with(chunk)));
    let steps = signs
        .windows(2)
        .filter(|pair| matches!(pair, [a, b] if are_neighbours(*a, *b)))
        .count();
    different.len() < 5 || repeats || steps + 2 >= signs.len()
}

fn are_neighbours(a: char, b: char) -> bool {
    const ROWS: [&str; 5] = [
        "1234567890",
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "abcdefghijklmnopqrstuvwxyz",
    ];
    let place = |row: &str, sign: char| row.chars().position(|c| c == sign);
    ROWS.iter().any(
        |row| matches!((place(row, a), place(row, b)), (Some(x), Some(y)) if x.abs_diff(y) == 1),
    )
}

/// The work takes tens of milliseconds: call it where blocking is allowed.
pub fn hash(password: &str, salt: [u8; 32]) -> Option<String> {
    let salt: Vec<u8> = salt.into_iter().take(16).collect();
    let hash: PasswordHash = hasher()?
        .hash_password_with_salt(password.as_bytes(), &salt)
        .ok()?;
    Some(hash.to_string())
}

/// Compares in the same time, whether there is a person behind it or not.
pub fn matches(password: &str, kept: Option<&str>) -> bool {
    let kept = kept.map_or_else(nobodys, str::to_owned);
    let Ok(hash) = PasswordHash::new(&kept) else {
        return false;
    };
    hasher().is_some_and(|hasher| hasher.verify_password(password.as_bytes(), &hash).is_ok())
}

fn hasher() -> Option<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The hash of a password that nobody has.
fn nobodys() -> String {
    static NOBODYS: OnceLock<String> = OnceLock::new();
    NOBODYS
        .get_or_init(|| hash("nobody signs in with this", [1; 32]).unwrap_or_default())
        .clone()
}

/// Hashes off the threads that answer requests, two at a time.
pub async fn hash_soon(password: String, salt: [u8; 32]) -> Option<String> {
    let _place = HASHING.acquire().await.ok()?;
    tokio::task::spawn_blocking(move || hash(&password, salt))
        .await
        .ok()
        .flatten()
}

pub async fn matches_soon(password: String, kept: Option<String>) -> bool {
    let Ok(_place) = HASHING.acquire().await else {
        return false;
    };
    let compared = tokio::task::spawn_blocking(move || {
        let known = kept.is_some();
        matches(&password, kept.as_deref()) && known
    });
    compared.await.unwrap_or(false)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const HERE: &[&str] = &["Blue Ferry Co.", "Jonas Petrauskas", "jonas@ferry.example"];

    fn code(password: &str) -> Result<(), &'static str> {
        acceptable(password, HERE).map_err(|refusal| refusal.code)
    }

    #[test]
    fn a_sentence_is_a_good_password_in_any_script() {
        for good in [
            "the boat left at dawn",
            "Rytas prie jūros 7",
            "قایق صبح زود رفت",
            "새벽에 떠난 빨간 배 한 척",
            "horses-in-blue-batteries",
        ] {
            assert_eq!(code(good), Ok(()), "{good}");
        }
    }

    #[test]
    fn what_everybody_tries_first_is_refused_in_every_disguise() {
        let common = [
            "password1234",
            "P4$$w0rd2026!",
            "qwertyuiop12",
            "123456789012",
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "Welcome2026!",
            "blueferry2026",
            "JonasPetrauskas1",
            "ferry-ferry-ferry",
            "adminadmin123",
            "redress12345",
            "F1nalF4nta$y",
            "PolniyPizdec0211!",
        ];
        for password in common {
            assert_eq!(code(password), Err("password-common"), "{password}");
        }
    }

    #[test]
    fn too_short_is_said_with_the_number() {
        assert_eq!(code("eleven char"), Err("password-short"));
        assert_eq!(code(&"long enough? ".repeat(40)), Err("password-long"));
        assert_eq!(code(&format!("{}x!y", "a1b2 c3d4, ".repeat(15))), Ok(()));
    }

    #[test]
    fn a_hash_knows_its_password_and_its_cost() {
        let kept = hash("the boat left at dawn", [3; 32]).unwrap();
        assert!(
            kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{kept}"
        );
        assert!(matches("the boat left at dawn", Some(&kept)));
        assert!(!matches("the boat left at dusk", Some(&kept)));
        assert!(!matches("the boat left at dawn", None));
    }
}
