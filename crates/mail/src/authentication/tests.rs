#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
use super::*;
use mail_auth::{
    common::{crypto::Ed25519Key, headers::HeaderWriter},
    dkim::DkimSigner,
};
use std::{
    collections::BTreeMap,
    net::{Ipv4Addr, SocketAddr, UdpSocket},
};

#[test]
fn only_the_topmost_line_of_our_own_server_counts() {
    let raw = b"Received: by mx\r\nAuthentication-Results: mx.ferry.example;\r\n dkim=pass header.d=example.org;\r\n spf=softfail; dmarc=pass (p=none; nothing) header.from=example.org\r\nAuthentication-Results: mx.ferry.example; dmarc=fail\r\nSubject: x\r\n\r\nAuthentication-Results: mx.ferry.example; spf=pass";
    let verdict = noted(raw, "mx.ferry.example").unwrap();
    let seen = Verdict::of(Passed::No, Passed::Yes, Passed::Yes);
    assert_eq!(verdict, seen.about("example.org").signed_by("example.org"));
    assert!(verdict.proves("rasa@Example.ORG") && !verdict.proves("rasa@example.net"));
    assert!(!verdict.proves("example.org") && !verdict.proves(""));
    assert_eq!(noted(raw, "mx.other.example"), None);
    assert_eq!(noted(raw, ""), None);
    let forged =
        b"Authentication-Results: mx.other.example; x=y (mx.ferry.example; dmarc=pass)\r\n\r\n";
    assert_eq!(noted(forged, "mx.ferry.example"), None);
    let above = b"Authentication-Results: mx.ferry.example; dmarc=none\r\nAuthentication-Results: mx.ferry.example; dmarc=pass\r\n\r\n";
    assert_eq!(
        noted(above, "mx.ferry.example").unwrap().dmarc,
        Passed::Unchecked
    );
    let about_nobody = b"Authentication-Results: mx.ferry.example; dmarc=pass\r\n\r\n";
    let verdict = noted(about_nobody, "mx.ferry.example").unwrap();
    assert!(
        !verdict.proves("rasa@example.org"),
        "for which domain, it does not say"
    );
}

#[test]
fn what_we_note_is_what_we_read() {
    for dmarc in [Passed::Yes, Passed::No, Passed::Unknown, Passed::Unchecked] {
        let verdict = Verdict::of(Passed::Yes, Passed::No, dmarc).about("example.org");
        let raw = format!("{}Subject: x\r\n\r\nhi", verdict.header("desk.example"));
        assert_eq!(noted(raw.as_bytes(), "desk.example"), Some(verdict));
    }
}

/// A name server of our own: TXT records by name, nothing else exists.
fn names(records: &[(&str, &str)]) -> SocketAddr {
    let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let at = socket.local_addr().unwrap();
    let known: BTreeMap<String, String> = records
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect();
    std::thread::spawn(move || {
        let mut asked = [0; 1500];
        while let Ok((n, from)) = socket.recv_from(&mut asked) {
            let _ = socket.send_to(&answer(&asked[..n], &known), from);
        }
    });
    at
}

fn answer(asked: &[u8], known: &BTreeMap<String, String>) -> Vec<u8> {
    let (mut name, mut at) = (String::new(), 12);
    while asked[at] != 0 {
        let end = at + 1 + usize::from(asked[at]);
        name.push_str(&String::from_utf8_lossy(&asked[at + 1..end]).to_lowercase());
        name.push('.');
        at = end;
    }
    let is_txt = asked[at + 1..at + 3] == [0, 16];
    let text = known.get(name.trim_end_matches('.')).filter(|_| is_txt);
    let code = if text.is_some() { 0x80 } else { 0x83 };
    let count = u8::from(text.is_some());
    let mut reply = vec![asked[0], asked[1], 0x81, code, 0, 1, 0, count, 0, 0, 0, 0];
    reply.extend_from_slice(&asked[12..at + 5]);
    if let Some(text) = text {
        let length = u16::try_from(text.len() + 1).unwrap().to_be_bytes();
        reply.extend_from_slice(&[0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60]);
        reply.extend_from_slice(&length);
        reply.push(u8::try_from(text.len()).unwrap());
        reply.extend_from_slice(text.as_bytes());
    }
    reply
}

const SEED: [u8; 32] = [7; 32];

fn key() -> Ed25519Key {
    // PKCS#8, version 1, around the seed (RFC 8410).
    let head = [
        0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20,
    ];
    Ed25519Key::from_pkcs8_maybe_unchecked_der(&[head.as_slice(), &SEED].concat()).unwrap()
}

fn zone() -> SocketAddr {
    use base64::{Engine, engine::general_purpose::STANDARD};
    let public = format!(
        "v=DKIM1; k=ed25519; p={}",
        STANDARD.encode(key().public_key())
    );
    names(&[
        ("s1._domainkey.example.org", &public),
        ("example.org", "v=spf1 ip4:192.0.2.1 -all"),
        ("_dmarc.example.org", "v=DMARC1; p=reject"),
        ("r1._domainkey.example.org", SHORT_KEY),
    ])
}

const LETTER: &str = "From: Rasa <rasa@example.org>\r\nTo: care@ferry.example\r\nSubject: late\r\nDate: Sun, 22 Nov 2026 08:00:00 +0000\r\nMessage-ID: <1@example.org>\r\n\r\nThe boat left without us.\r\n";

fn signed() -> String {
    let signer = DkimSigner::from_key(key())
        .domain("example.org")
        .selector("s1");
    let signature = signer
        .headers(["From", "To", "Subject"])
        .sign(LETTER.as_bytes());
    format!("{}{LETTER}", signature.unwrap().to_header())
}

/// Of RSA with 1,024 bits, and the same letter signed with it; its private half is gone.
const SHORT_KEY: &str = "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCi6lZBKU367ePkSEG7DOZrytpQ+KO1uT6Rmae1HUg6maCozFmHb+buoJKLOppLPjEqSdSnWu5CY1A0M09PMIvo+lfhxurDIsn2L03wEwL9uY7cZLahBPf3ArGoflNU3mi6+hLcG9/YqlCrI5tYfLovdPTjzeRKYeh9qlKrjbNkGwIDAQAB";
const SHORT: &str = "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=r1; h=From:To:Subject; bh=2QtyOn3rRm/AfFYpbVFpECmBHY1Fq3Is1UnkpzU3yBU=; b=dUgYWuqjlLMS83ddUtq/6dPQWmIePoyMUhyCuzMw48CGtjtEH6eFN7gY0jbTMTxU4LeqFht2lvsWiLzVCE7o5+lTEaLuQwkM0dhAHjk8KPFF6S2LDqlZioJ+/dewn9Alv/nLFqgzDr5aLkG5wLe/Gd2TBzH5XdmjFdAm2F2Ies8=\r\n";

#[tokio::test]
async fn a_signature_with_a_short_key_is_called_weak_and_proves_nobody() {
    let checker = Checker::asking(zone()).unwrap();
    let raw = format!("{SHORT}{LETTER}");
    let verdict = checker
        .brought(raw.as_bytes(), by([203, 0, 113, 9]), "desk")
        .await;
    assert_eq!((verdict.dkim, verdict.dmarc), (Passed::Weak, Passed::Weak));
    assert!(!verdict.proves("rasa@example.org"));
    // What its own server brings is proven by that.
    let verdict = checker
        .brought(raw.as_bytes(), by([192, 0, 2, 1]), "desk")
        .await;
    assert!(verdict.proves("rasa@example.org"));
    let changed = raw.replace("without us", "with us");
    let verdict = checker
        .brought(changed.as_bytes(), by([203, 0, 113, 9]), "desk")
        .await;
    assert_eq!(verdict.dkim, Passed::No, "weak and wrong is wrong");
    let noted = format!("{NOTED}{raw}");
    let verdict = checker
        .fetched(noted.as_bytes(), "mx.ferry.example", LONG)
        .await;
    assert_eq!(verdict.dmarc, Passed::Weak);
}

fn by(ip: [u8; 4]) -> Bringer<'static> {
    Bringer {
        ip: ip.into(),
        hello: "mail.example.org",
        from: "rasa@example.org",
    }
}

#[tokio::test]
async fn a_message_is_proven_by_its_signature_or_by_its_server() {
    let checker = Checker::asking(zone()).unwrap();
    let name = "desk.ferry.example";
    let brought = |raw: String, ip| {
        let checker = checker.clone();
        async move { checker.brought(raw.as_bytes(), by(ip), name).await }
    };
    let (theirs, other) = ([192, 0, 2, 1], [203, 0, 113, 9]);
    let (yes, no) = (Passed::Yes, Passed::No);
    let plain = || LETTER.to_owned();
    let about = |spf, dkim, dmarc| Verdict::of(spf, dkim, dmarc).about("example.org");
    let none = Passed::Unchecked;
    assert_eq!(brought(plain(), theirs).await, about(yes, none, yes));
    let signed_by_her = about(no, yes, yes).signed_by("example.org");
    assert_eq!(brought(signed(), other).await, signed_by_her);
    assert_eq!(brought(plain(), other).await, about(no, none, no));
    let changed = signed().replace("without us", "with us");
    assert_eq!(brought(changed, other).await, about(no, no, no));
}

#[tokio::test]
async fn a_message_with_more_signatures_than_anybody_needs_is_not_checked() {
    let checker = Checker::asking(zone()).unwrap();
    let head = signed().replace(LETTER, "");
    let with = |count: usize, before: &str| format!("{before}{}{LETTER}", head.repeat(count));
    let brought = |raw: String| {
        let checker = checker.clone();
        async move {
            checker
                .brought(raw.as_bytes(), by([192, 0, 2, 1]), "desk")
                .await
        }
    };
    let proves = |verdict: Verdict| verdict.proves("rasa@example.org");
    assert!(proves(brought(with(10, "")).await));
    let unknown = Verdict::of(Passed::Unknown, Passed::Unknown, Passed::Unknown);
    assert_eq!(brought(with(11, "")).await, unknown);
    // A line of blanks goes on with the field above it.
    assert_eq!(brought(with(11, "X-A: b\r\n \r\n")).await, unknown);
    // What only speaks of signatures is none.
    let spoken = "X-A: b\r\n dkim-signature: c\r\n".repeat(20);
    assert!(proves(brought(with(1, &spoken)).await));
}

/// As the server of the mailbox writes it above a message.
const NOTED: &str = "Authentication-Results: mx.ferry.example; spf=fail; dkim=pass header.d=example.org; dmarc=pass header.from=example.org\r\n";
const LONG: std::time::Duration = std::time::Duration::from_secs(20);

async fn proven(checker: &Checker, raw: &str) -> bool {
    let verdict = checker
        .fetched(raw.as_bytes(), "mx.ferry.example", LONG)
        .await;
    verdict.proves("rasa@example.org")
}

#[tokio::test]
async fn a_server_that_fetched_mail_lay_on_is_believed_and_its_signatures_checked_again() {
    let checker = Checker::asking(zone()).unwrap();
    let good = format!("{NOTED}{}", signed());
    assert!(proven(&checker, &good).await);
    assert!(!proven(&checker, &good.replace("without us", "with us")).await);
    assert!(
        !proven(&checker, &format!("{NOTED}{LETTER}")).await,
        "it is not signed"
    );
    let unnamed = checker.fetched(good.as_bytes(), "", LONG).await;
    assert_eq!(unnamed, Verdict::default());
}

#[tokio::test]
async fn a_signature_of_somebody_else_proves_nothing_about_the_sender() {
    let checker = Checker::asking(zone()).unwrap();
    let forged = format!("{NOTED}{}", signed())
        .replace("header.from=example.org", "header.from=victim.example");
    let verdict = checker
        .fetched(forged.as_bytes(), "mx.ferry.example", LONG)
        .await;
    assert!(!verdict.proves("rasa@victim.example"), "{verdict:?}");
    assert!(!verdict.proves("rasa@example.org"));
}

#[tokio::test]
async fn name_servers_that_do_not_answer_prove_nothing_and_hold_nothing() {
    let silent = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let checker = Checker::asking(silent.local_addr().unwrap()).unwrap();
    let raw = format!("{NOTED}{}", signed());
    let soon = std::time::Duration::from_millis(20);
    let verdict = checker
        .fetched(raw.as_bytes(), "mx.ferry.example", soon)
        .await;
    assert_eq!(
        (verdict.dkim, verdict.dmarc),
        (Passed::Unknown, Passed::Unknown)
    );
    let by_spf = raw.replace("spf=fail", "spf=pass");
    let verdict = checker
        .fetched(by_spf.as_bytes(), "mx.ferry.example", soon)
        .await;
    assert!(
        verdict.proves("rasa@example.org"),
        "SPF was noted and stands"
    );
}
