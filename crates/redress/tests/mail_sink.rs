//! The relay that other tests trust: it keeps what it took, and no more.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

#[path = "support/smtp_sink.rs"]
mod smtp_sink;

use smtp_sink::{Mood, SmtpSink};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

const LETTER: &str = "Subject: Your complaint\r\n RD-26\r\n\r\nDear Ann,\r\n..dots\r\n.";

/// Says each line and returns the code of the last answer ("" when hung up on).
fn send(sink: &SmtpSink) -> String {
    let stream = TcpStream::connect(sink.address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(5)))
        .unwrap();
    let mut answers = BufReader::new(stream.try_clone().unwrap()).lines();
    let mut stream = stream;
    let mut next = |sent: &str| {
        if !sent.is_empty() && stream.write_all(format!("{sent}\r\n").as_bytes()).is_err() {
            return String::new();
        }
        loop {
            match answers.next() {
                Some(Ok(line)) if line.as_bytes().get(3) == Some(&b'-') => {}
                Some(Ok(line)) => return line.chars().take(3).collect(),
                _ => return String::new(),
            }
        }
    };
    let mut last = next("");
    for line in [
        "EHLO test",
        "MAIL FROM:<office@ferry.example>",
        "RCPT TO:<ann@example.org>",
        "DATA",
        LETTER,
    ] {
        if last.starts_with(['2', '3']) {
            last = next(line);
        }
    }
    last
}

#[test]
fn a_willing_relay_keeps_the_letter_as_it_was_written() {
    let sink = SmtpSink::start();
    assert_eq!(send(&sink), "250");
    let kept = sink.wait_for(1, Duration::from_secs(5));
    assert_eq!(kept[0].from, "office@ferry.example");
    assert_eq!(kept[0].to, ["ann@example.org"]);
    assert_eq!(kept[0].header("subject").unwrap(), "Your complaint RD-26");
    assert!(
        kept[0].data.ends_with("\r\n.dots\r\n"),
        "{:?}",
        kept[0].data
    );
}

#[test]
fn an_unwilling_relay_says_so_and_keeps_nothing() {
    let sink = SmtpSink::start();
    for (mood, answer) in [
        (Mood::Later, "451"),
        (Mood::Never, "554"),
        (Mood::UnknownRecipient, "550"),
        (Mood::Closed, ""),
    ] {
        sink.set(mood);
        assert_eq!(send(&sink), answer, "{mood:?}");
    }
    assert_eq!(sink.messages(), []);
    sink.set(Mood::Willing);
    assert_eq!(send(&sink), "250", "it may change its mind");
}

#[test]
fn a_relay_that_hangs_up_has_the_letter_all_the_same() {
    let sink = SmtpSink::start();
    sink.set(Mood::HangsUpAfterData);
    assert_eq!(send(&sink), "");
    assert_eq!(sink.messages().len(), 1);
}
