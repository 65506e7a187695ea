//! Passwords that leaked somewhere and that guessers therefore try: a list made once by
//! `scripts/leaked-passwords` and looked up here, so that nobody outside is asked
//! (decision 129). Kept are the first bytes of each one's SHA-256, sorted: what people
//! once chose can be compared and not read.

use sha2::{Digest, Sha256};

static LEAKED: &[u8] = include_bytes!("leaked_passwords.bin");

/// Of a hash: with fifty thousand in the list, one good password in five thousand
/// million is taken for a leaked one.
const BYTES: usize = 6;

/// As it was typed, without signs around it, without digits either, with its disguise
/// taken off, and its letters alone; what is found has to be half of the password at least.
pub fn is_leaked(password: &str) -> bool {
    let typed = password.to_lowercase();
    let unsigned = typed.trim_matches(|c: char| !c.is_alphanumeric());
    let core = typed.trim_matches(|c: char| !c.is_alphabetic());
    let bare: String = core.chars().map(unmasked).collect();
    let letters: String = typed.chars().filter(|c| c.is_alphabetic()).collect();
    let enough = |form: &str| form.chars().count() * 2 >= typed.chars().count();
    [typed.as_str(), unsigned, core, &bare, &letters]
        .into_iter()
        .any(|form| enough(form) && is_listed(form))
}

/// The letter that a sign stands for in a disguise.
pub fn unmasked(sign: char) -> char {
    match sign {
        '@' | '4' => 'a',
        '0' => 'o',
        '$' | '5' => 's',
        '1' | '!' => 'i',
        '3' => 'e',
        '7' => 't',
        other => other,
    }
}

fn is_listed(form: &str) -> bool {
    let hash = Sha256::digest(form.as_bytes());
    let (marks, _) = LEAKED.as_chunks::<BYTES>();
    hash.first_chunk::<BYTES>()
        .is_some_and(|mark| marks.binary_search(mark).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From the head of the list to its tail, none of them a run or made of few signs.
    const LEAKED_ONES: [&str; 10] = [
        "sonyericsson",
        "PolniyPizdec0211",
        "finalfantasy",
        "jamesbond007",
        "cosmopolitan",
        "rollercoaster",
        "Frederikshavn",
        "electrician1",
        "4815162342lost",
        "einstein@2010",
    ];

    #[test]
    fn the_list_is_whole_and_in_order() {
        let (marks, rest) = LEAKED.as_chunks::<BYTES>();
        assert!(rest.is_empty());
        assert!(marks.is_sorted_by(|a, b| a < b));
        assert!(marks.len() > 48_000, "{}", marks.len());
    }

    #[test]
    fn a_password_that_leaked_is_known_again_in_every_disguise() {
        for leaked in LEAKED_ONES {
            assert!(is_leaked(leaked), "{leaked}");
            assert!(is_leaked(&leaked.to_uppercase()), "{leaked} in capitals");
            assert!(is_leaked(&format!("{leaked}!")), "{leaked} and a sign");
        }
        for dressed in [
            "F1nalF4nta$y",
            "R0ll3rc0a$ter!",
            "final-fantasy-7",
            "2026Cosmopolitan!!",
            "Elephant2026!",
            "Cr1stina1984!!",
        ] {
            assert!(is_leaked(dressed), "{dressed}");
        }
    }

    /// The control: it is the list that refuses, and only what stands in it.
    #[test]
    fn what_never_leaked_is_not_in_the_list() {
        for good in [
            "the boat left at dawn",
            "Rytas prie jūros 7",
            "새벽에 떠난 빨간 배 한 척",
            "horses-in-blue-batteries",
            "finalfantosy",
            "rollercoastle",
            "Gt7#pQ9!zR4x",
            "elephant 48291 73625 90417",
        ] {
            assert!(!is_leaked(good), "{good}");
        }
    }
}
