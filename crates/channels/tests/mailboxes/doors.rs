//! Getting in, and every way of not getting in.

use crate::{
    dovecot::Dovecot,
    world::{Machine, Watching, intake, mailbox, message},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};
use redress_channels::mailboxes::Event;
use redress_kernel::instant::Clock;
use redress_mail::{
    Tls,
    imap::{Account, Certificate, Fault, Said, Secret, Session, trial},
};

struct Shown {
    authority: String,
    certificate: String,
    key: String,
}

/// Signed by an authority of the organisation's own.
fn certificate(name: &str, until: i32) -> Shown {
    let mut params = CertificateParams::new(vec![]).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let mut params = CertificateParams::new(vec![name.to_owned()]).unwrap();
    params.not_before = date_time_ymd(2020, 1, 1);
    params.not_after = date_time_ymd(until, 1, 1);
    let certificate = params.signed_by(&key, &authority).unwrap();
    Shown {
        authority: authority.pem(),
        certificate: certificate.pem(),
        key: key.serialize_pem(),
    }
}

fn asked(server: &Dovecot, tls: Tls, authority: Option<&str>) -> Result<u32, Fault> {
    let account = Account {
        port: if tls == Tls::Implicit {
            server.tls
        } else {
            server.plain
        },
        host: "localhost".into(),
        tls,
        authority: authority.map(str::to_owned),
        ..server.account("desk")
    };
    trial(&account, "INBOX").outcome.map(|found| found.messages)
}

#[test]
fn a_certificate_is_believed_or_the_reason_is_named() {
    let good = certificate("localhost", 2200);
    let Some(server) = Dovecot::showing(Some((&good.certificate, &good.key))) else {
        return;
    };
    server.deliver("desk", "INBOX", &message(1, 1));
    for tls in [Tls::Implicit, Tls::Starttls] {
        assert_eq!(asked(&server, tls, Some(&good.authority)), Ok(1), "{tls:?}");
        let unknown = Err(Fault::Certificate(Certificate::UnknownIssuer));
        assert_eq!(asked(&server, tls, None), unknown, "{tls:?}");
    }
    let old = certificate("localhost", 2021);
    let Some(server) = Dovecot::showing(Some((&old.certificate, &old.key))) else {
        return;
    };
    let expired = Err(Fault::Certificate(Certificate::Expired));
    assert_eq!(asked(&server, Tls::Implicit, Some(&old.authority)), expired);
    let other = certificate("mail.northfield.example", 2200);
    let Some(server) = Dovecot::showing(Some((&other.certificate, &other.key))) else {
        return;
    };
    let wrong = Err(Fault::Certificate(Certificate::OtherName));
    assert_eq!(asked(&server, Tls::Starttls, Some(&other.authority)), wrong);
}

#[test]
fn the_test_button_shows_what_was_said_and_no_secret() {
    let Some(server) = Dovecot::shared() else {
        return;
    };
    server.deliver("trial", "INBOX", &message(1, 1));
    let found = trial(&server.account("trial"), "INBOX");
    let outcome = found.outcome.unwrap();
    assert!(
        outcome.idle && outcome.moves && outcome.readable,
        "{outcome:?}"
    );
    let said = format!("{:?}", found.dialogue);
    assert!(
        said.contains("SELECT") && said.contains("LOGOUT") && said.contains("UIDVALIDITY"),
        "{said}"
    );
    assert!(found.dialogue.contains(&Said::Note("connected")));
    for hidden in ["ferry\"", "AHRyaWFsAGZlcnJ5", "Rasa", "rasa@"] {
        assert!(!said.contains(hidden), "{hidden} in {said}");
    }
    // Looking is all it did.
    assert!(
        server
            .files("trial", "INBOX")
            .iter()
            .all(|name| !name.contains('S'))
    );
    assert_eq!(
        trial(&server.account("trial"), "Nowhere").outcome,
        Err(Fault::NoFolder)
    );
}

#[test]
fn a_wrong_password_is_said_and_asked_for_again_later() {
    let Some(server) = Dovecot::shared() else {
        return;
    };
    let mut account = server.account("wrong");
    account.secret = Secret::Password("wrong horse".into());
    let shown = trial(&account, "INBOX");
    assert_eq!(shown.outcome, Err(Fault::LoginRefused));
    assert!(!format!("{:?}", shown.dialogue).contains("horse"));
    let folder = tempfile::tempdir().unwrap();
    let watching = Watching::begin(&intake(folder.path()), &mailbox(1, account));
    let fault = watching.until(|event| match event {
        Event::Failed(fault) => Some(fault.clone()),
        _ => None,
    });
    assert_eq!(fault, Fault::LoginRefused);
    assert!(fault.needs_a_person());
}

/// As an identity provider gives it (JWT), under the key of `scripts/imap`.
fn token(ends_in: i64) -> String {
    let now = Machine.now().micros() / 1_000_000;
    let head = URL_SAFE_NO_PAD.encode(r#"{"alg":"HS256","typ":"JWT"}"#);
    let says = format!(
        r#"{{"sub":"token","iat":{},"exp":{}}}"#,
        now - 10,
        now + ends_in
    );
    let signed = format!("{head}.{}", URL_SAFE_NO_PAD.encode(says));
    let key = b"a ferry that is late is still a ferry";
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(key).unwrap();
    mac.update(signed.as_bytes());
    let signature = URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes());
    format!("{signed}.{signature}")
}

#[test]
fn a_token_opens_the_mailbox_until_it_ends() {
    let Some(server) = Dovecot::shared() else {
        return;
    };
    server.deliver("token", "INBOX", &message(1, 1));
    let asked = |token: &str| {
        let secret = Secret::Token(token.to_owned());
        let account = Account {
            secret,
            ..server.account("token")
        };
        trial(&account, "INBOX")
    };
    let good = token(3600);
    let shown = asked(&good);
    assert_eq!(shown.outcome.map(|found| found.messages), Ok(1));
    let said = format!("{:?}", shown.dialogue);
    assert!(!said.contains(&good), "{said}");
    assert_eq!(asked(&token(-5)).outcome, Err(Fault::LoginRefused));
}

#[test]
fn a_server_that_goes_down_says_so() {
    let Some(server) = Dovecot::showing(None) else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let watching = Watching::begin(&intake(folder.path()), &mailbox(1, server.account("desk")));
    watching.reconciled();
    let gone = server.account("desk");
    server.stop();
    let fault = watching.until(|event| match event {
        Event::Failed(fault) => Some(fault.clone()),
        _ => None,
    });
    assert!(matches!(fault, Fault::Goodbye | Fault::Cut), "{fault:?}");
    drop(watching);
    assert_eq!(Session::open(&gone).err(), Some(Fault::NotReached));
}
