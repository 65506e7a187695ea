#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
//! What becomes of the messages of a small world.

use super::*;
use crate::{message_id, reading::read};
use redress_kernel::reference::Reference;

const KEY: [u8; 32] = [7; 32];

fn desk() -> Desk {
    Desk {
        addresses: vec!["complaints@blueferry.example".to_owned()],
        prefix: "BF".to_owned(),
        reply_key: Some(KEY),
    }
}

fn of(head: &str, body: &str) -> Decided {
    let whole = format!(
        "From: Ann <ann@example.org>\nTo: complaints@blueferry.example\n{head}\n\n{body}\n"
    );
    fate(&read(whole.as_bytes()), &desk())
}

fn code(head: &str, body: &str) -> &'static str {
    of(head, body).fate.code()
}

#[test]
fn somebody_who_writes_is_a_new_complaint() {
    assert_eq!(code("Subject: Late ferry", "Three hours."), "new");
    assert_eq!(
        code(
            "Subject: Your automatic reply was rude\nAuto-Submitted: no",
            "x"
        ),
        "new"
    );
}

#[test]
fn machines_are_noted_and_never_answered() {
    for head in [
        "Auto-Submitted: auto-replied",
        "X-Auto-Response-Suppress: All",
        "Precedence: auto_reply",
        "Subject: Out of Office: back on Monday",
        "Subject: Automatinis atsakymas: atostogos",
        "Subject: 부재중 자동 회신",
        "Subject: 自動回覆：外出中",
        "Subject: 自动回复",
        "Subject: پاسخ خودکار: مرخصی",
        "Return-Path: <>",
    ] {
        let its = of(head, "I am away.");
        assert_eq!(its.fate, Fate::Automatic, "{head}");
        assert!(!its.fate.is_somebody() && !its.fate.may_be_answered());
        assert!(!its.reasons.is_empty());
    }
}

#[test]
fn a_list_is_bulk_unless_it_is_our_own_mailbox() {
    assert_eq!(code("List-Id: <news.example.org>", "x"), "bulk");
    assert_eq!(code("Precedence: bulk", "x"), "bulk");
    assert_eq!(
        code(
            "List-Id: <complaints.blueferry.example>\nPrecedence: list",
            "x"
        ),
        "new"
    );
}

#[test]
fn a_report_names_code_recipient_and_the_letter_that_came_back() {
    let body = "--x\nContent-Type: text/plain\n\nSorry.\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; Bob@Example.org\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 5.1.1 no such user\n--x\nContent-Type: text/rfc822-headers\n\nMessage-ID: <abc@blueferry.example>\n--x--";
    let its = of(
        "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
        body,
    );
    let Fate::BounceOf(all) = its.fate else {
        panic!("{its:?}")
    };
    let one = all.first().unwrap();
    assert_eq!(one.status.as_deref(), Some("5.1.1"));
    assert_eq!(one.recipient, "bob@example.org");
    assert_eq!(one.cause, Cause::NoSuchPerson);
    assert_eq!(one.original.as_deref(), Some("abc@blueferry.example"));
    assert!(one.is_final());
}

#[test]
fn a_report_in_prose_is_one_too() {
    let whole = b"From: MAILER-DAEMON@mx.example\nSubject: failure notice\n\nHi. This is the qmail-send program.\n\n<bob@example.org>:\n550 mailbox is full (#5.2.2)\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <abc@blueferry.example>\n";
    let its = fate(&read(whole), &desk());
    let Fate::BounceOf(all) = its.fate else {
        panic!("{its:?}")
    };
    let one = all.first().unwrap();
    assert_eq!(
        (one.status.as_deref(), one.cause),
        (Some("5.2.2"), Cause::MailboxFull)
    );
    assert_eq!(one.original.as_deref(), Some("abc@blueferry.example"));
}

#[test]
fn our_own_letters_that_come_back_are_a_loop() {
    let id = message_id(Id::from_bytes([3; 16]), "complaints@blueferry.example");
    assert_eq!(code(&format!("Message-ID: {id}"), "x"), "own-loop");
    let from = b"From: Complaints@BlueFerry.example\nSubject: x\n\nx";
    assert_eq!(fate(&read(from), &desk()).fate, Fate::OwnLoop);
}

#[test]
fn a_reply_is_known_by_its_address_or_by_the_letter_it_answers() {
    let case = Id::from_bytes([9; 16]);
    let address = reply_address("complaints@blueferry.example", case, &KEY);
    let its = of(&format!("Cc: {address}"), "x").fate;
    assert_eq!(its, Fate::ReplyTo(Thread::Address(case)));
    let letter = Id::from_bytes([3; 16]);
    let id = message_id(letter, "complaints@blueferry.example");
    let its = of(&format!("References: <x@y> {id}"), "x").fate;
    assert_eq!(its, Fate::ReplyTo(Thread::Letters(vec![letter])));
    let forged = address.replace("+cb", "+cc");
    assert_ne!(forged, address);
    assert_eq!(code(&format!("Cc: {forged}"), "x"), "new");
}

#[test]
fn a_quoted_reference_proves_nothing() {
    let reference = Reference::issue("BF", 2026, 5, b"key").to_string();
    let its = of(&format!("Subject: Re: {reference}"), "x").fate;
    assert_eq!(its, Fate::ClaimsToBelong(reference));
    assert_eq!(code("Subject: Re: BF-26-0000-000", "x"), "new");
}

#[test]
fn what_nobody_can_read_goes_to_a_person() {
    assert_eq!(fate(&read(b"\0\0"), &desk()).fate.code(), "unreadable");
}

#[test]
fn every_fate_and_reason_has_one_code() {
    let mut codes: Vec<&str> = Fate::CODES.into_iter().chain(Reason::CODES).collect();
    let count = codes.len();
    codes.sort_unstable();
    codes.dedup();
    // "unreadable" is both a fate and its reason.
    assert_eq!(codes.len(), count - 1);
}

#[test]
fn an_address_says_which_letter_a_report_is_about_and_cannot_be_made_up() {
    let letter = Id::from_bytes([0xa5; 16]);
    let address = bounce_address("complaints@blueferry.example", letter, &KEY);
    let (local, _) = address.split_once('@').unwrap();
    assert_eq!((local.len(), &local[..12]), (51, "complaints+m"));
    assert_eq!(bounced_message(&address, &KEY), Some(letter));
    assert_eq!(
        bounced_message(&format!("<{}>", address.to_uppercase()), &KEY),
        Some(letter)
    );
    for at in "complaints+m".len()..local.len() {
        let mut other: Vec<char> = address.chars().collect();
        other[at] = if other[at] == 'a' { 'b' } else { 'a' };
        let other: String = other.into_iter().collect();
        assert_eq!(bounced_message(&other, &KEY), None, "{other}");
    }
    assert_eq!(
        bounced_message(&address, &[8; 32]),
        None,
        "another office's key"
    );
    let reply = reply_address("complaints@blueferry.example", letter, &KEY);
    assert_eq!(bounced_message(&reply, &KEY), None, "a reply is no report");
}

#[test]
fn an_address_that_no_server_would_take_is_never_made() {
    let long = format!("{}@blueferry.example", "c".repeat(30));
    assert_eq!(reply_address(&long, Id::from_bytes([9; 16]), &KEY), long);
}

#[test]
fn a_letter_under_our_seal_is_a_loop_and_another_desks_is_automatic() {
    let letter = Id::from_bytes([3; 16]);
    let sealed = |automatic, key| format!("{LOOP}: {}", loop_seal(letter, automatic, key));
    let its = of(&sealed(false, &KEY), "x");
    assert_eq!((its.fate, its.reasons[0].code), (Fate::OwnLoop, "own-seal"));
    assert_eq!(code(&sealed(true, &KEY), "x"), "own-loop");
    assert_eq!(code(&sealed(true, &[8; 32]), "x"), "automatic");
    assert_eq!(
        code(&sealed(false, &[8; 32]), "x"),
        "new",
        "a person of another office wrote it"
    );
}
