#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
//! Messages of a small world, read.

use super::*;

const COMPLAINT: &str = "Received: from a by mx.blueferry.example; Mon, 2 Mar 2026 09:00:05 +0200\r\nFrom: =?utf-8?Q?Rasa_Petrauskien=C4=97?= <rasa@example.lt>\r\nTo: \"Blue Ferry\" <complaints@blueferry.example>\r\nCc: ombuds@example.lt\r\nSubject: Pavėluotas keltas\r\nDate: Mon, 2 Mar 2026 08:59:00 +0200\r\nMessage-ID: <1@example.lt>\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\nContent-Type: text/plain; charset=windows-1257\r\n\r\nKeltas vëlavo.\r\n--y\r\nContent-Type: text/html\r\n\r\n<p>other\r\n--y--\r\n--x\r\nContent-Type: image/png; name=bilietas.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--x--\r\n";

/// As Latin-1 bytes, but for the subject which is UTF-8.
fn bytes(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    for sign in text.chars() {
        match u8::try_from(u32::from(sign)) {
            Ok(byte) => out.push(byte),
            Err(_) => out.extend_from_slice(sign.to_string().as_bytes()),
        }
    }
    out
}

#[test]
fn a_complaint_is_read_with_who_when_and_what_came_along() {
    let message = read(&bytes(COMPLAINT));
    assert_eq!(message.from.as_ref().unwrap().name, "Rasa Petrauskienė");
    assert_eq!(message.from.unwrap().address, "rasa@example.lt");
    assert_eq!(message.to.len(), 2);
    assert_eq!(message.subject, "Pavėluotas keltas");
    assert_eq!(
        message.received.unwrap().to_string(),
        "2026-03-02T07:00:05Z"
    );
    assert_eq!(message.id.as_deref(), Some("1@example.lt"));
    assert_eq!(message.texts.len(), 1);
    assert_eq!(message.texts[0].content.trim(), "Keltas vėlavo.");
    assert_eq!(message.parts[0].name, "bilietas.png");
    assert_eq!(*message.parts[0].bytes.whole(), *b"\x89PNG\r\n\x1a\n");
    assert_eq!(message.unreadable, None);
}

#[test]
fn what_is_no_message_says_so() {
    assert_eq!(read(b"").unreadable, Some(Unreadable::Empty));
    assert_eq!(
        read(b"\x89PNG\r\n\x1a\n\0\0").unreadable,
        Some(Unreadable::NotAMessage)
    );
    assert_eq!(
        read(b"hello there\nhow: are you").unreadable,
        Some(Unreadable::NotAMessage)
    );
}

#[test]
fn a_bomb_is_sealed_and_its_sender_is_still_known() {
    let levels = (0..40_000)
        .map(|n| format!("Content-Type: multipart/mixed; boundary=\"b{n}\"\n\n--b{n}\n"));
    let bomb: String = std::iter::once("From: eve@example.org\nSubject: look\n".to_owned())
        .chain(levels)
        .collect();
    let message = read(bomb.as_bytes());
    assert_eq!(message.unreadable, Some(Unreadable::TooDeep));
    assert!(message.unreadable.unwrap().is_sealed());
    assert_eq!(message.from.unwrap().address, "eve@example.org");
    let nest = format!(
        "From: e@example.org\n{}",
        "Content-Type: message/rfc822\n\n".repeat(100_000)
    );
    assert_eq!(
        read(nest.as_bytes()).unreadable,
        None,
        "kept as one attached message"
    );
}

#[test]
fn an_attached_message_is_kept_whole_and_speaks_where_nothing_else_does() {
    let message = read(b"From: a@b.c\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: message/rfc822\n\nFrom: d@e.f\nSubject: The ferry\n\nIt was late.\n--x--\n");
    assert_eq!(message.text(), "It was late.");
    assert_eq!(message.parts[0].name, "The ferry.eml");
    assert!(message.parts[0].bytes.whole().starts_with(b"From: d@e.f"));
}

#[test]
fn a_text_that_only_points_to_its_html_is_not_what_was_said() {
    let message = read(b"From: a@b.c\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nYour reader cannot show HTML.\n--x\nContent-Type: text/html\n\n<p>The ferry to the island was three hours late and nobody told us why</p>\n--x--\n");
    assert!(message.text().starts_with("The ferry"));
    assert!(message.texts[0].from_html);
}

#[test]
fn of_texts_without_end_the_beginning_is_read_and_said_to_be_cut() {
    let one = format!(
        "--x\nContent-Type: text/plain\n\n{}\n",
        "so late ".repeat(200_000)
    );
    let many = format!(
        "From: a@b.c\nContent-Type: multipart/mixed; boundary=x\n\n{}--x--\n",
        one.repeat(20)
    );
    let message = read(many.as_bytes());
    assert!(message.text().len() < 5 << 20, "{}", message.text().len());
    assert!(message.flaws.contains(&Flaw::TextCut));
    let coded = "c28gbGF0ZSAg".repeat(1_000_000);
    let long = format!("From: a@b.c\nContent-Transfer-Encoding: base64\n\n{coded}\n");
    let message = read(long.as_bytes());
    assert!(message.text().starts_with("so late  so late"));
    assert!(message.flaws.contains(&Flaw::TextCut));
}

#[test]
fn what_is_said_in_a_message_in_a_message_in_a_message_is_found_and_no_deeper() {
    let within = |inner: &str| format!("From: a@b.c\nContent-Type: message/rfc822\n\n{inner}");
    let said = "From: d@e.f\nSubject: The ferry\n\nIt was late.\n";
    let three = within(&within(&within(said)));
    assert_eq!(read(three.as_bytes()).text(), "It was late.");
    assert_eq!(read(within(&three).as_bytes()).text(), "");
    assert_eq!(
        id(b"From: a@b.c\nMessage-ID: <1@b.c>\n\nx"),
        Some("1@b.c".to_owned())
    );
}
