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
