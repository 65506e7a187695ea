//! Random tokens that let somebody in: what is handed out, and what is kept of it.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// 256 bits as 43 characters that fit into a cookie, a header and an address.
pub fn token(random: [u8; 32]) -> String {
    URL_SAFE_NO_PAD.encode(random)
}

/// What the database keeps. One round is enough: nobody guesses 256 bits.
pub fn kept(token: &str) -> String {
    Sha256::digest(token.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copied_database_holds_no_token() {
        let handed_out = token([7; 32]);
        assert_eq!(handed_out.len(), 43);
        assert_ne!(kept(&handed_out), handed_out);
        assert_eq!(kept(&handed_out), kept(&handed_out));
        assert_ne!(kept(&handed_out), kept(&token([8; 32])));
    }
}
