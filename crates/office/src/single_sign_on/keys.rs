//! The keys with which a provider signs, as it publishes them (RFC 7517). Two kinds are
//! known: RSA with SHA-256 and the curve P-256; a token that names another, or none at
//! all, is signed by nobody. Pure.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;

/// A provider has a handful.
const KEYS_MAX: usize = 50;

#[derive(Debug, Clone, Default, Deserialize)]
pub struct Keys {
    keys: Vec<Key>,
}

/// What else a key says of itself is not read.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Key {
    kty: String,
    kid: Option<String>,
    #[serde(rename = "use")]
    used_for: Option<String>,
    crv: String,
    n: String,
    e: String,
    x: String,
    y: String,
}

impl Keys {
    pub fn read(body: &[u8]) -> Option<Keys> {
        serde_json::from_slice(body).ok()
    }

    /// Did one of these keys sign this, by this algorithm? A key that is named has to be
    /// the one; where none is named, any of its kind may be.
    pub fn signed(&self, alg: &str, kid: Option<&str>, message: &[u8], signature: &[u8]) -> bool {
        let named = |key: &&Key| kid.is_none_or(|kid| key.kid.as_deref() == Some(kid));
        let for_it = |key: &&Key| key.used_for.as_deref().is_none_or(|used| used == "sig");
        let mut keys = self.keys.iter().take(KEYS_MAX).filter(named).filter(for_it);
        keys.any(|key| key.signed(alg, message, signature))
    }
}

impl Key {
    fn signed(&self, alg: &str, message: &[u8], signature: &[u8]) -> bool {
        let done = match (alg, self.kty.as_str()) {
            ("RS256", "RSA") => self.by_rsa(message, signature),
            ("ES256", "EC") if self.crv == "P-256" => self.by_curve(message, signature),
            _ => None,
        };
        done.is_some()
    }

    fn by_rsa(&self, message: &[u8], signature: &[u8]) -> Option<()> {
        let key = RsaPublicKeyComponents {
            n: bytes(&self.n)?,
            e: bytes(&self.e)?,
        };
        key.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
            .ok()
    }

    /// The point as it is written in full: 4, x, y.
    fn by_curve(&self, message: &[u8], signature: &[u8]) -> Option<()> {
        let (x, y) = (bytes(&self.x)?, bytes(&self.y)?);
        if (x.len(), y.len()) != (32, 32) {
            return None;
        }
        let point = [&[4u8][..], &x, &y].concat();
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point)
            .verify(message, signature)
            .ok()
    }
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}
