//! Passkeys (WebAuthn level 3): what a new one says of itself, and whether an answer is
//! its own. Pure: site, challenge and what the browser sent come in. Only what is needed
//! without attestation is here, because which make of key somebody owns is not ours to
//! ask (decision 116). The signatures are checked by `ring`.

use crate::cbor::{self, Value};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents,
    UnparsedPublicKey,
};
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// What is told to the browser as `pubKeyCredParams`, by preference.
pub const ALGORITHMS: [i64; 3] = [ES256, EDDSA, RS256];
const ES256: i64 = -7;
const EDDSA: i64 = -8;
const RS256: i64 = -257;

const PRESENT: u8 = 1;
const VERIFIED: u8 = 1 << 2;
const MAY_BE_BACKED_UP: u8 = 1 << 3;
const IS_BACKED_UP: u8 = 1 << 4;
const HAS_KEY: u8 = 1 << 6;
/// CTAP says 1023 bytes at most.
const CREDENTIAL_MAX: usize = 1023;

/// Whose passkeys these are: the host, and the address that pages have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    pub host: String,
    pub origin: String,
}

impl Site {
    /// None where browsers offer no passkeys: over plain http (this machine's own name
    /// apart), and where the address is a number.
    pub fn of(base_url: &str) -> Option<Site> {
        let (scheme, rest) = base_url.split_once("://")?;
        let authority = rest.split('/').next()?;
        let host = authority.split(':').next()?.to_ascii_lowercase();
        let named = host.ends_with(|c: char| c.is_ascii_alphabetic()) && !host.starts_with('[');
        let safe = scheme == "https" || host == "localhost";
        (named && safe).then(|| Site {
            host,
            origin: format!("{scheme}://{}", authority.to_ascii_lowercase()),
        })
    }
}

/// A new passkey, as the page's script hands it in; all in base64url.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Made {
    #[serde(rename = "clientDataJSON")]
    pub client_data: String,
    pub attestation_object: String,
}

/// An answer to a challenge.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    pub id: String,
    #[serde(rename = "clientDataJSON")]
    pub client_data: String,
    pub authenticator_data: String,
    pub signature: String,
}

/// What is kept of a passkey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its name among all keys, base64url.
    pub credential: String,
    /// COSE, base64url.
    pub public_key: String,
    pub counter: u32,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
}

/// The challenge that a browser says it answers; whether it is ours, the caller knows.
pub fn challenge_in(client_data: &str) -> Option<String> {
    let data: ClientData = serde_json::from_slice(&decoded(client_data)?).ok()?;
    Some(data.challenge)
}

/// A passkey was made here, for this challenge (7.1 of the recommendation).
pub fn made(site: &Site, challenge: &str, made: &Made) -> Option<Kept> {
    said(site, "webauthn.create", challenge, &made.client_data)?;
    let object = decoded(&made.attestation_object)?;
    let object = cbor::whole(&object)?;
    let bytes = object.text("authData")?.bytes()?;
    let told = Told::read(site, bytes)?;
    let (credential, key) = told.key?;
    PublicKey::read(&key)?;
    Some(Kept {
        credential,
        public_key: URL_SAFE_NO_PAD.encode(key),
        counter: told.counter,
    })
}

/// The answer is of this key, at this site, to this challenge; the new counter (7.2).
/// `verified`: the key must have made sure of its person, by a finger or a PIN.
pub fn answered(
    site: &Site,
    challenge: &str,
    key: &Kept,
    answer: &Answer,
    verified: bool,
) -> Option<u32> {
    said(site, "webauthn.get", challenge, &answer.client_data)?;
    let data = decoded(&answer.authenticator_data)?;
    let told = Told::read(site, &data)?;
    if verified && told.flags & VERIFIED == 0 {
        return None;
    }
    // A counter that does not grow: somebody copied the key.
    if (told.counter > 0 || key.counter > 0) && told.counter <= key.counter {
        return None;
    }
    let client = Sha256::digest(decoded(&answer.client_data)?);
    let signed = [data.as_slice(), client.as_slice()].concat();
    let public = decoded(&key.public_key)?;
    PublicKey::read(&public)?.signed(&signed, &decoded(&answer.signature)?)?;
    Some(told.counter)
}

fn said(site: &Site, kind: &str, challenge: &str, client_data: &str) -> Option<()> {
    let data: ClientData = serde_json::from_slice(&decoded(client_data)?).ok()?;
    let ours = data.kind == kind
        && data.challenge == challenge
        && data.origin == site.origin
        && !data.cross_origin;
    ours.then_some(())
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok()
}

/// Authenticator data (6.1): for which site, what was made sure of, the counter, and the
/// key with its name where it is new.
struct Told {
    flags: u8,
    counter: u32,
    key: Option<(String, Vec<u8>)>,
}

impl Told {
    fn read(site: &Site, bytes: &[u8]) -> Option<Told> {
        let (host, rest) = bytes.split_at_checked(32)?;
        let (flags, rest) = rest.split_first()?;
        let (counter, rest) = rest.split_first_chunk::<4>()?;
        let ours = host == Sha256::digest(site.host.as_bytes()).as_slice();
        let copied = flags & IS_BACKED_UP != 0 && flags & MAY_BE_BACKED_UP == 0;
        if !ours || flags & PRESENT == 0 || copied {
            return None;
        }
        let key = match flags & HAS_KEY {
            0 => None,
            _ => Some(new_key(rest)?),
        };
        Some(Told {
            flags: *flags,
            counter: u32::from_be_bytes(*counter),
            key,
        })
    }
}

/// Make (ignored), length, name, key; extensions may follow.
fn new_key(bytes: &[u8]) -> Option<(String, Vec<u8>)> {
    let (_, rest) = bytes.split_at_checked(16)?;
    let (length, rest) = rest.split_first_chunk::<2>()?;
    let length = usize::from(u16::from_be_bytes(*length));
    let (name, rest) = rest.split_at_checked(length)?;
    let (_, after) = cbor::first(rest)?;
    let key = rest.get(..rest.len() - after.len())?;
    let fits = (1..=CREDENTIAL_MAX).contains(&length);
    fits.then(|| (URL_SAFE_NO_PAD.encode(name), key.to_vec()))
}

/// A COSE key of one of the three algorithms (RFC 9053).
enum PublicKey {
    P256(Vec<u8>),
    Ed25519(Vec<u8>),
    Rsa { n: Vec<u8>, e: Vec<u8> },
}

impl PublicKey {
    fn read(bytes: &[u8]) -> Option<PublicKey> {
        let key = cbor::whole(bytes)?;
        let number = |at| key.number(at).and_then(Value::int);
        let part = |at| key.number(at).and_then(Value::bytes);
        let of = |at, length| part(at).filter(|bytes| bytes.len() == length);
        match (number(1)?, number(3)?) {
            (2, ES256) if number(-1) == Some(1) => {
                Some(PublicKey::P256([&[4], of(-2, 32)?, of(-3, 32)?].concat()))
            }
            (1, EDDSA) if number(-1) == Some(6) => Some(PublicKey::Ed25519(of(-2, 32)?.to_vec())),
            (3, RS256) => Some(PublicKey::Rsa {
                n: part(-1)?.to_vec(),
                e: part(-2)?.to_vec(),
            }),
            _ => None,
        }
    }

    fn signed(&self, message: &[u8], signature: &[u8]) -> Option<()> {
        let right = match self {
            PublicKey::P256(point) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(message, signature)
            }
            PublicKey::Ed25519(key) => {
                UnparsedPublicKey::new(&ED25519, key).verify(message, signature)
            }
            PublicKey::Rsa { n, e } => RsaPublicKeyComponents { n, e }.verify(
                &RSA_PKCS1_2048_8192_SHA256,
                message,
                signature,
            ),
        };
        right.ok()
    }
}

#[cfg(test)]
#[path = "passkey_tests.rs"]
mod tests;
