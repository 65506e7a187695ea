//! A token that is believed, and everything that one is not.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests"
)]

use super::{
    Keys, Unbelieved, believed,
    claims::Expected,
    decide::{blank, code_for, read},
    person::Named,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use redress_kernel::{Network, Role, fields::Fields, provider::Provider};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};

const NOW: i64 = 1_795_000_000;

/// A provider with one key of its own.
struct Signer(EcdsaKeyPair);

impl Signer {
    fn new() -> Signer {
        let random = SystemRandom::new();
        let kind = &ECDSA_P256_SHA256_FIXED_SIGNING;
        let document = EcdsaKeyPair::generate_pkcs8(kind, &random).unwrap();
        Signer(EcdsaKeyPair::from_pkcs8(kind, document.as_ref(), &random).unwrap())
    }

    fn keys(&self) -> Keys {
        let point = self.0.public_key().as_ref();
        let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let all = json!({ "keys": [{
            "kty": "EC", "crv": "P-256", "kid": "k1", "use": "sig",
            "x": text(&point[1..33]), "y": text(&point[33..65]),
        }] });
        Keys::read(all.to_string().as_bytes()).unwrap()
    }

    fn token(&self, header: &Value, claims: &Value) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(header), part(claims));
        let signature = self
            .0
            .sign(&SystemRandom::new(), signed.as_bytes())
            .unwrap();
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.as_ref()))
    }
}

fn header() -> Value {
    json!({ "alg": "ES256", "kid": "k1" })
}

fn claims() -> Value {
    json!({
        "iss": "https://login.ferry.example", "sub": "jonas-1", "aud": "redress",
        "exp": NOW + 300, "iat": NOW, "nonce": "n1", "email": "jonas@ferry.example",
    })
}

fn with(name: &str, value: Value) -> Value {
    let mut claims = claims();
    claims[name] = value;
    claims
}

fn expected() -> Expected<'static> {
    Expected {
        issuer: "https://login.ferry.example",
        client: "redress",
        nonce: "n1",
        now: NOW,
    }
}

fn why(signer: &Signer, header: &Value, claims: &Value) -> Result<String, Unbelieved> {
    let token = signer.token(header, claims);
    believed(&token, &signer.keys(), &expected()).map(|claims| claims.sub)
}

#[test]
fn a_token_signed_for_us_now_in_answer_to_us_is_believed() {
    let signer = Signer::new();
    assert_eq!(why(&signer, &header(), &claims()), Ok("jonas-1".into()));
    let several = with("aud", json!(["redress", "other"]));
    assert_eq!(why(&signer, &header(), &several), Err(Unbelieved::Audience));
    let mut ours = several;
    ours["azp"] = json!("redress");
    assert_eq!(why(&signer, &header(), &ours), Ok("jonas-1".into()));
    let unnamed = json!({ "alg": "ES256" });
    assert_eq!(why(&signer, &unnamed, &claims()), Ok("jonas-1".into()));
}

#[test]
fn whatever_is_not_so_is_named() {
    let signer = Signer::new();
    let refused = |name: &str, value: Value| why(&signer, &header(), &with(name, value)).err();
    for (name, value, why) in [
        ("iss", json!("https://other.example"), Unbelieved::Issuer),
        (
            "iss",
            json!("https://login.ferry.example/"),
            Unbelieved::Issuer,
        ),
        ("aud", json!("another"), Unbelieved::Audience),
        ("aud", json!([]), Unbelieved::Audience),
        ("azp", json!("another"), Unbelieved::Audience),
        ("exp", json!(NOW - 61), Unbelieved::Expired),
        ("iat", json!(NOW + 61), Unbelieved::Expired),
        ("nonce", json!("n2"), Unbelieved::Nonce),
        ("nonce", json!(null), Unbelieved::Nonce),
        ("sub", json!(""), Unbelieved::Unreadable),
        ("sub", json!("x".repeat(256)), Unbelieved::Unreadable),
        ("exp", json!("soon"), Unbelieved::Unreadable),
    ] {
        assert_eq!(refused(name, value.clone()), Some(why), "{name} {value}");
    }
}

#[test]
fn unsigned_or_signed_by_somebody_else_or_in_another_way_is_not_believed() {
    let (signer, stranger) = (Signer::new(), Signer::new());
    let keys = signer.keys();
    let judged = |token: &str| believed(token, &keys, &expected()).err();
    assert_eq!(
        judged(&stranger.token(&header(), &claims())),
        Some(Unbelieved::Signature)
    );
    for header in [
        json!({ "alg": "none" }),
        json!({ "alg": "None", "kid": "k1" }),
        json!({ "alg": "HS256", "kid": "k1" }),
        json!({ "alg": "RS256", "kid": "k1" }),
        json!({ "alg": "ES256", "kid": "k2" }),
        json!({ "alg": "ES256", "kid": "k1", "crit": ["exp"] }),
    ] {
        let token = signer.token(&header, &claims());
        assert_eq!(judged(&token), Some(Unbelieved::Signature), "{header}");
    }
    let whole = signer.token(&header(), &claims());
    let (signed, _) = whole.rsplit_once('.').unwrap();
    assert_eq!(judged(&format!("{signed}.")), Some(Unbelieved::Signature));
    let (head, rest) = whole.split_once('.').unwrap();
    let (_, signature) = rest.split_once('.').unwrap();
    let other = URL_SAFE_NO_PAD.encode(with("sub", json!("aiste-1")).to_string());
    let changed = format!("{head}.{other}.{signature}");
    assert_eq!(judged(&changed), Some(Unbelieved::Signature));
    for nonsense in ["", ".", "..", "a.b", "a.b.c", "a.b.c.d", "é.é.é"] {
        assert_eq!(judged(nonsense), Some(Unbelieved::Unreadable), "{nonsense}");
    }
}

fn filled(pairs: &[(&str, &str)]) -> Fields {
    let mut fields = blank();
    let given = [
        ("provider-name", "Blue Ferry"),
        ("provider-issuer", "https://login.ferry.example"),
        ("provider-client", "redress"),
    ];
    for (name, value) in given.iter().chain(pairs) {
        fields.take(name);
        fields.put(name, *value);
    }
    fields
}

fn accepted(pairs: &[(&str, &str)]) -> Option<Provider> {
    read(&mut filled(pairs), "blue-ferry".into(), &[])
}

#[test]
fn a_provider_lies_outside_and_newcomers_need_a_group() {
    assert!(accepted(&[]).is_some());
    for issuer in [
        "http://login.ferry.example",
        "https://127.0.0.1",
        "https://localhost",
        "https://metadata.google.internal",
        "login.ferry.example",
        "https://me:secret@login.ferry.example",
        "https://login.ferry.example?tenant=1",
    ] {
        assert_eq!(accepted(&[("provider-issuer", issuer)]), None, "{issuer}");
    }
    let here = [Network::read("127.0.0.0/8").unwrap()];
    let mut local = filled(&[("provider-issuer", "http://127.0.0.1:4000")]);
    assert!(read(&mut local, "x".into(), &here).is_some());
    assert_eq!(accepted(&[("provider-scopes", "email")]), None);
    assert_eq!(accepted(&[("provider-newcomers", "1")]), None);
    let groups = [
        ("provider-newcomers", "1"),
        ("provider-groups-claim", "groups"),
        ("provider-roles", "care = handler\n\nleads=auditor"),
    ];
    let it = accepted(&groups).unwrap();
    let leads = ("leads".to_owned(), Role::Auditor);
    assert_eq!(it.roles, [("care".to_owned(), Role::Handler), leads]);
    for wrong in [
        "care",
        "care = captain",
        "= handler",
        "x = complainant",
        "it = admin",
        "care = handler\nleads = manager",
        "law = dpo",
    ] {
        assert_eq!(accepted(&[("provider-roles", wrong)]), None, "{wrong}");
    }
}

#[test]
fn each_provider_has_a_word_of_its_own_in_addresses() {
    let one = accepted(&[]).unwrap();
    assert_eq!(code_for("Blue Ferry", &[]), "blue-ferry");
    assert_eq!(code_for("Blue Ferry", &[one]), "blue-ferry-2");
    assert_eq!(code_for("블루페리", &[]), "provider");
}

#[test]
fn an_address_counts_once_the_provider_checked_it_or_is_trusted_to() {
    let mut it = accepted(&[]).unwrap();
    let named = |it: &Provider, claims: Value| {
        let Value::Object(claims) = claims else {
            return None;
        };
        let named = Named::of(it, "jonas-1", &claims);
        named.counts(it).then_some(named.email)
    };
    let email = Some("jonas@ferry.example".to_owned());
    let with =
        |verified: Value| json!({ "email": " Jonas@Ferry.example", "email_verified": verified });
    assert_eq!(named(&it, with(json!(true))), email);
    assert_eq!(named(&it, with(json!("true"))), email);
    assert_eq!(named(&it, with(json!(false))), None);
    assert_eq!(named(&it, with(json!(null))), None);
    assert_eq!(named(&it, json!({ "email_verified": true })), None);
    it.trusts_email = true;
    assert_eq!(named(&it, with(json!(null))), email);
    assert_eq!(named(&it, with(json!(false))), None, "it says no");
    // What was checked is `email`; of another claim nothing is said.
    it.email_claim = "upn".into();
    let other = json!({ "upn": "jonas@ferry.example", "email_verified": true });
    assert_eq!(named(&it, other.clone()), email);
    it.trusts_email = false;
    assert_eq!(named(&it, other), None);
}

#[test]
fn how_strongly_and_how_lately_somebody_showed_who_they_are_is_held_against_what_is_asked() {
    let signer = Signer::new();
    let read = |claims: &Value| {
        let token = signer.token(&header(), claims);
        believed(&token, &signer.keys(), &expected()).unwrap()
    };
    let wanted = ["mfa".to_owned(), "urn:ferry:two".to_owned()];
    let strong = |name: &str, value: Value| read(&with(name, value)).is_strong(&wanted);
    assert!(strong("acr", json!("urn:ferry:two")));
    assert!(strong("amr", json!(["pwd", "mfa"])));
    for (name, value) in [
        ("acr", json!("urn:ferry:one")),
        ("acr", json!(["urn:ferry:two"])),
        ("acr", json!(null)),
        ("amr", json!(["pwd"])),
        ("amr", json!("mfa")),
        ("amr", json!([])),
        ("strength", json!("mfa")),
    ] {
        assert!(!strong(name, value.clone()), "{name} {value}");
    }
    assert!(read(&claims()).is_strong(&[]), "nothing is asked");
    let recent = |value: Value| read(&with("auth_time", value)).is_recent(60, NOW);
    assert!(recent(json!(NOW - 3_600)) && recent(json!(NOW)));
    assert!(
        !recent(json!(NOW - 3_661)),
        "an hour, and a minute for clocks"
    );
    assert!(!recent(json!(null)) && !recent(json!("now")) && !recent(json!(-1)));
    assert!(read(&claims()).is_recent(0, NOW), "whenever it was");
}

#[test]
fn what_is_asked_of_a_provider_is_shown_again_as_it_was_typed() {
    let it = accepted(&[
        ("provider-strength", " mfa  urn:ferry:two "),
        ("provider-minutes", "480"),
    ]);
    let it = it.unwrap();
    assert_eq!(it.strengths, ["mfa", "urn:ferry:two"]);
    assert_eq!(it.minutes_max, 480);
    let again = read(&mut super::decide::typed(&it), it.code.clone(), &[]);
    assert_eq!(again, Some(it));
    assert_eq!(accepted(&[]).unwrap().minutes_max, 0);
    for wrong in ["0", "1441", "soon"] {
        assert_eq!(accepted(&[("provider-minutes", wrong)]), None, "{wrong}");
    }
}
