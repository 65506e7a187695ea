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
mod tests {
    //! An authenticator made of `ring`'s signing half: what it writes is put together here by
    //! hand from the recommendation, not by the code under test.
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use ring::{
        rand::SystemRandom,
        signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair},
    };

    const CHALLENGE: &str = "c29tZSBjaGFsbGVuZ2U";

    fn site() -> Site {
        Site::of("https://complaints.ferry.example").unwrap()
    }

    fn encoded(bytes: impl AsRef<[u8]>) -> String {
        URL_SAFE_NO_PAD.encode(bytes)
    }

    fn client(kind: &str, challenge: &str, origin: &str, cross: bool) -> String {
        encoded(format!(
            r#"{{"type":"{kind}","challenge":"{challenge}","origin":"{origin}","crossOrigin":{cross},"other":1}}"#
        ))
    }

    enum Signer {
        P256(Box<EcdsaKeyPair>),
        Ed(Box<Ed25519KeyPair>),
    }

    impl Signer {
        fn p256() -> Signer {
            let random = SystemRandom::new();
            let kind = &ECDSA_P256_SHA256_ASN1_SIGNING;
            let document = EcdsaKeyPair::generate_pkcs8(kind, &random).unwrap();
            let pair = EcdsaKeyPair::from_pkcs8(kind, document.as_ref(), &random).unwrap();
            Signer::P256(Box::new(pair))
        }

        fn ed() -> Signer {
            let document = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
            Signer::Ed(Box::new(
                Ed25519KeyPair::from_pkcs8(document.as_ref()).unwrap(),
            ))
        }

        fn cose(&self) -> Vec<u8> {
            match self {
                // {1: 2, 3: -7, -1: 1, -2: x, -3: y}
                Signer::P256(pair) => {
                    let point = pair.public_key().as_ref();
                    let mut key = vec![0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32];
                    key.extend(&point[1..33]);
                    key.extend([0x22, 0x58, 32]);
                    key.extend(&point[33..65]);
                    key
                }
                // {1: 1, 3: -8, -1: 6, -2: x}
                Signer::Ed(pair) => {
                    let mut key = vec![0xa4, 1, 1, 3, 0x27, 0x20, 6, 0x21, 0x58, 32];
                    key.extend(pair.public_key().as_ref());
                    key
                }
            }
        }

        fn sign(&self, message: &[u8]) -> Vec<u8> {
            match self {
                Signer::P256(pair) => {
                    let signature = pair.sign(&SystemRandom::new(), message).unwrap();
                    signature.as_ref().to_vec()
                }
                Signer::Ed(pair) => pair.sign(message).as_ref().to_vec(),
            }
        }
    }

    fn data(host: &str, flags: u8, counter: u32, key: Option<&[u8]>) -> Vec<u8> {
        let mut data = Sha256::digest(host.as_bytes()).to_vec();
        data.push(flags);
        data.extend(counter.to_be_bytes());
        if let Some(key) = key {
            data.extend([0; 16]);
            data.extend([0, 4]);
            data.extend(b"key1");
            data.extend(key);
        }
        data
    }

    /// {"fmt": "none", "attStmt": {}, "authData": data}
    fn object(data: &[u8]) -> String {
        let mut object = vec![0xa3, 0x63];
        object.extend(b"fmt\x64none\x67attStmt\xa0\x68authData\x59");
        object.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
        object.extend(data);
        encoded(object)
    }

    const ORIGIN: &str = "https://complaints.ferry.example";
    const HOST: &str = "complaints.ferry.example";

    fn new_one(signer: &Signer) -> Kept {
        let fresh = Made {
            client_data: client("webauthn.create", CHALLENGE, ORIGIN, false),
            attestation_object: object(&data(HOST, 0x45, 0, Some(&signer.cose()))),
        };
        made(&site(), CHALLENGE, &fresh).unwrap()
    }

    fn answer(signer: &Signer, client_data: String, data: Vec<u8>) -> Answer {
        let hash = Sha256::digest(decoded(&client_data).unwrap());
        Answer {
            id: encoded("key1"),
            signature: encoded(signer.sign(&[data.as_slice(), hash.as_slice()].concat())),
            authenticator_data: encoded(data),
            client_data,
        }
    }

    #[test]
    fn a_passkey_answers_for_itself_whichever_curve_it_uses() {
        for signer in [Signer::p256(), Signer::ed()] {
            let kept = new_one(&signer);
            assert_eq!(kept.credential, encoded("key1"));
            let get = client("webauthn.get", CHALLENGE, ORIGIN, false);
            let right = answer(&signer, get, data(HOST, 0x05, 7, None));
            assert_eq!(answered(&site(), CHALLENGE, &kept, &right, true), Some(7));
        }
    }

    #[test]
    fn an_answer_for_another_place_time_or_key_is_none() {
        let signer = Signer::p256();
        let kept = Kept {
            counter: 6,
            ..new_one(&signer)
        };
        let get = |challenge, origin, cross| client("webauthn.get", challenge, origin, cross);
        let here = || get(CHALLENGE, ORIGIN, false);
        let wrong = [
            (
                "challenge",
                answer(
                    &signer,
                    get("b3RoZXI", ORIGIN, false),
                    data(HOST, 5, 7, None),
                ),
            ),
            (
                "origin",
                answer(
                    &signer,
                    get(CHALLENGE, "https://evil.example", false),
                    data(HOST, 5, 7, None),
                ),
            ),
            (
                "frame",
                answer(
                    &signer,
                    get(CHALLENGE, ORIGIN, true),
                    data(HOST, 5, 7, None),
                ),
            ),
            (
                "kind",
                answer(
                    &signer,
                    client("webauthn.create", CHALLENGE, ORIGIN, false),
                    data(HOST, 5, 7, None),
                ),
            ),
            (
                "host",
                answer(&signer, here(), data("ferry.example", 5, 7, None)),
            ),
            (
                "nobody there",
                answer(&signer, here(), data(HOST, 4, 7, None)),
            ),
            (
                "not verified",
                answer(&signer, here(), data(HOST, 1, 7, None)),
            ),
            (
                "a copy without being one that can be copied",
                answer(&signer, here(), data(HOST, 0x15, 7, None)),
            ),
            ("counter", answer(&signer, here(), data(HOST, 5, 6, None))),
            (
                "another key",
                answer(&Signer::p256(), here(), data(HOST, 5, 7, None)),
            ),
        ];
        for (why, answer) in &wrong {
            assert_eq!(
                answered(&site(), CHALLENGE, &kept, answer, true),
                None,
                "{why}"
            );
        }
        // The control, and a key that was only touched where that is enough.
        let right = answer(&signer, here(), data(HOST, 5, 7, None));
        assert_eq!(answered(&site(), CHALLENGE, &kept, &right, true), Some(7));
        let touched = answer(&signer, here(), data(HOST, 1, 7, None));
        assert_eq!(
            answered(&site(), CHALLENGE, &kept, &touched, false),
            Some(7)
        );
    }

    #[test]
    fn no_byte_of_an_answer_can_be_changed() {
        let signer = Signer::ed();
        let kept = new_one(&signer);
        let get = client("webauthn.get", CHALLENGE, ORIGIN, false);
        let right = answer(&signer, get, data(HOST, 0x05, 1, None));
        for part in 0..3 {
            let original = match part {
                0 => decoded(&right.client_data),
                1 => decoded(&right.authenticator_data),
                _ => decoded(&right.signature),
            };
            for at in 0..original.as_ref().unwrap().len() {
                let mut bytes = original.clone().unwrap();
                bytes[at] ^= 1;
                let mut changed = right.clone();
                match part {
                    0 => changed.client_data = encoded(&bytes),
                    1 => changed.authenticator_data = encoded(&bytes),
                    _ => changed.signature = encoded(&bytes),
                }
                let judged = answered(&site(), CHALLENGE, &kept, &changed, true);
                assert_eq!(judged, None, "part {part}, byte {at}");
            }
        }
    }

    #[test]
    fn a_key_that_nobody_can_read_is_not_taken() {
        let signer = Signer::p256();
        let made_of = |key: &[u8], flags| {
            let fresh = Made {
                client_data: client("webauthn.create", CHALLENGE, ORIGIN, false),
                attestation_object: object(&data(HOST, flags, 0, Some(key))),
            };
            made(&site(), CHALLENGE, &fresh)
        };
        let key = signer.cose();
        assert!(made_of(&key, 0x45).is_some(), "the control");
        assert_eq!(made_of(&key, 0x05), None, "no key is told of");
        for cut in 0..key.len() {
            assert_eq!(made_of(&key[..cut], 0x45), None, "{cut}");
        }
        let mut other = key.clone();
        other[4] = 0x25; // -6: nobody's algorithm here
        assert_eq!(made_of(&other, 0x45), None);
    }

    #[test]
    fn a_site_needs_a_name_and_a_connection_that_browsers_trust() {
        assert_eq!(Site::of("http://127.0.0.1:8080"), None);
        assert_eq!(Site::of("https://[2001:db8::1]"), None);
        assert_eq!(Site::of("http://ferry.example"), None);
        let local = Site::of("http://localhost:8080").unwrap();
        assert_eq!(
            (local.host.as_str(), local.origin.as_str()),
            ("localhost", "http://localhost:8080")
        );
        let named = Site::of("https://Complaints.Ferry.example:8443/").unwrap();
        assert_eq!(named.host, HOST);
        assert_eq!(named.origin, "https://complaints.ferry.example:8443");
    }
}
