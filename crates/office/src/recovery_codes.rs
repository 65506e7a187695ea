//! Ten codes on paper for the day on which the telephone is gone. Each has 120 random
//! bits and works once; of each the database keeps a hash, which one round makes well
//! enough: nobody guesses 120 bits.

use crate::secret;
use redress_kernel::fields::latin_digits;

pub const HOW_MANY: usize = 10;
const LETTERS: usize = 24;
/// Crockford's letters: none that looks like a digit.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// One code of chance, as it is printed.
pub fn made(random: [u8; 32]) -> String {
    let letters = random.iter().take(LETTERS).map(|byte| {
        let at = usize::from(byte & 31);
        ALPHABET.get(at).copied().map_or('0', char::from)
    });
    let letters: Vec<char> = letters.collect();
    let groups = letters.chunks(4).map(|group| group.iter().collect());
    groups.collect::<Vec<String>>().join("-")
}

/// What the database keeps of a code, printed or typed: case, spaces and letters that
/// look like digits are forgiven. None: it is none of ours.
pub fn kept(typed: &str) -> Option<String> {
    let plain: String = latin_digits(typed)
        .to_uppercase()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| match c {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    (plain.len() == LETTERS).then(|| secret::kept(&plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = made([9; 32]);
        assert_eq!(code, "9999-9999-9999-9999-9999-9999");
        let mixed = made(std::array::from_fn(|n| n as u8));
        assert_eq!(mixed, "0123-4567-89AB-CDEF-GHJK-MNPQ");
        let typed = "o123 4567 89ab cdef ghjk mnpq";
        assert!(kept(typed).is_some());
        assert_eq!(kept(typed), kept(&mixed));
        assert_ne!(kept(&mixed), kept(&code));
        assert_eq!(kept("123456"), None);
        assert!(!kept(&mixed).unwrap_or_default().contains("0123"));
    }
}
