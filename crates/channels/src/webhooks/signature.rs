//! How a telling proves where it comes from: Standard Webhooks, `v1`, HMAC-SHA-256
//! over `id.timestamp.body`. Evidence: none.

use base64::{Engine, engine::general_purpose::STANDARD};
use redress_kernel::reference::hmac_sha256;

const PREFIX: &str = "whsec_";

/// As it is shown once and kept: `whsec_` and 32 bytes in base 64.
pub fn secret_text(random: [u8; 32]) -> String {
    format!("{PREFIX}{}", STANDARD.encode(random))
}

/// The value of `webhook-signature`; None for a secret that is not one.
pub fn signed(secret: &str, id: &str, timestamp: i64, body: &str) -> Option<String> {
    let key = STANDARD.decode(secret.strip_prefix(PREFIX)?).ok()?;
    let head = format!("{id}.{timestamp}.");
    let mac = hmac_sha256(&key, &[head.as_bytes(), body.as_bytes()]);
    Some(format!("v1,{}", STANDARD.encode(mac)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// The example of the specification's own libraries.
    #[test]
    fn it_signs_as_the_specification_does() {
        let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        let id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
        let body = r#"{"test": 2432232314}"#;
        let signed = signed(secret, id, 1_614_265_330, body).unwrap();
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn a_secret_is_thirty_two_bytes_and_signs() {
        let secret = secret_text([7; 32]);
        assert_eq!(secret.len(), 6 + 44);
        assert!(signed(&secret, "a", 1, "b") != signed(&secret, "a", 2, "b"));
        assert_eq!(signed("no secret", "a", 1, "b"), None);
    }
}
