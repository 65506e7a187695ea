//! The way of a mail when a mail server stands before us: what somebody writes comes
//! through Postfix to our door, our letters leave through it, and the report that it
//! writes when one cannot be delivered comes back to the sealed address of that letter.

use crate::{
    postfix::Postfix,
    server::{free_port, redress},
    smtp_sink::{Message, Mood, SmtpSink},
    speaking::{PATIENCE, hand_over},
    world::Office,
};
use redress_complaint::{case::MessageState, facts::Person};
use redress_kernel::Id;
use redress_operation::receipt::{Arrival, receive};
use redress_store::{Error, Read, sql};
use std::{
    path::Path,
    process::{Child, Stdio},
};

fn letter(number: u32, from: &str, to: &str, text: &str) -> Vec<u8> {
    format!(
        "From: {from}\r\nTo: {to}\r\nSubject: The ferry left early\r\nMessage-ID: <{number}@example.lt>\r\nDate: Mon, 2 Mar 2026 08:50:00 +0200\r\n\r\n{text}\r\n"
    )
    .into_bytes()
}

/// The real binary, gone when this is dropped.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// It offers TLS on its doors.
fn serving(data: &Path) -> Serving {
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let (certificate, key) = (data.join("cert.pem"), data.join("key.pem"));
    std::fs::write(&certificate, made.cert.pem()).unwrap();
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    let (addr, tls) = (free_port().to_string(), [certificate, key]);
    let mut command = redress(data, &["serve", "--listen", &addr]);
    command
        .args(["--base-url", &format!("https://{addr}"), "--tls"])
        .args(tls);
    Serving(command.stdout(Stdio::null()).spawn().unwrap())
}

/// Somebody told us by telephone, and gave an address that is nobody's.
fn told_by_telephone(office: &Office) -> Id {
    let complainant = Person {
        name: "Ona".into(),
        email: "ona@elsewhere.example".into(),
        ..Person::default()
    };
    let arrival = Arrival {
        channel: "phone".into(),
        description: "It left at 8:50.".into(),
        complainant,
        ..Arrival::default()
    };
    office.write(move |tx, by| {
        assert!(receive(tx, arrival, by).is_ok());
        Ok(())
    });
    let newest = sql("SELECT id FROM complaint ORDER BY recorded_at DESC, id LIMIT 1");
    office
        .look(|reader| -> Result<_, Error> { reader.one(&newest, |row| row.id(0)) })
        .unwrap()
}

fn sent_to<'a>(all: &'a [Message], who: &str) -> Vec<&'a Message> {
    all.iter().filter(|its| its.to == [who]).collect()
}

#[test]
fn mail_comes_and_goes_through_a_mail_server_and_its_report_comes_back() {
    let world = SmtpSink::start();
    let [smtp, lmtp] = [free_port().port(), free_port().port()];
    let Some(postfix) = Postfix::start(smtp, lmtp, world.address.port()) else {
        return;
    };
    let office = Office::open("relayed");
    office.relay(postfix.port);
    office.door(1, "smtp", "care@blueferry.example", smtp);
    office.door(2, "lmtp", "letters@blueferry.example", lmtp);

    world.set(Mood::UnknownRecipient);
    let phoned = told_by_telephone(&office);
    let _server = serving(&office.data);
    let report = office.message(1);
    assert_eq!(
        (report.fate.as_str(), report.complaint),
        ("bounce", Some(phoned))
    );
    let case = office.case(phoned);
    assert_eq!(case.messages[0].state, MessageState::Failed);
    assert!(case.acknowledged.is_none(), "it told nobody anything");
    assert!(case.came_back("ona@elsewhere.example").is_some());

    world.set(Mood::Willing);
    let rasa = letter(
        1,
        "Rasa <rasa@example.lt>",
        "care@blueferry.example",
        "It left early.",
    );
    hand_over(
        postfix.port,
        "EHLO",
        "rasa@example.lt",
        &["care@blueferry.example"],
        &rasa,
    );
    let line = office.message(2);
    assert_eq!(line.fate, "new", "{:?}", office.ledger());
    let case = line.complaint.unwrap();
    let answers = world.wait_for(1, PATIENCE);
    let [answer] = sent_to(&answers, "rasa@example.lt")[..] else {
        panic!("{answers:?}")
    };
    assert_eq!(
        answer.from, "",
        "it answers a mail: nobody can answer it by machine"
    );
    assert!(answer.header("subject").is_some());
    assert_eq!(
        answer.header("in-reply-to").as_deref(),
        Some("<1@example.lt>")
    );

    let back = answer.header("reply-to").unwrap();
    let back = back
        .rsplit('<')
        .next()
        .unwrap()
        .trim_end_matches('>')
        .to_owned();
    assert!(
        back.starts_with("care+") && back.ends_with("@blueferry.example"),
        "{back}"
    );
    let again = letter(2, "Rasa <rasa@example.lt>", &back, "And my money?");
    hand_over(postfix.port, "EHLO", "rasa@example.lt", &[&back], &again);
    let line = office.message(3);
    assert_eq!((line.fate.as_str(), line.complaint), ("reply", Some(case)));
    assert_eq!(
        office.case(case).messages.last().unwrap().body,
        "And my money?"
    );

    let other = letter(
        3,
        "Jonas <jonas@example.lt>",
        "letters@blueferry.example",
        "The quay is wet.",
    );
    hand_over(
        postfix.port,
        "EHLO",
        "jonas@example.lt",
        &["letters@blueferry.example"],
        &other,
    );
    assert_eq!(office.message(4).fate, "new");
    let log = postfix.log();
    let encrypted = log
        .matches("TLS connection established to 127.0.0.1")
        .count();
    assert!(encrypted >= 2, "to both doors: {log}");
}
