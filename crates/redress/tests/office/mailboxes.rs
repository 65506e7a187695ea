//! Mailboxes in administration: kept with a secret that is never shown again, tried out
//! with the whole dialogue, closed; and the ledger that names what became of each
//! message, to each reader as far as they may know.

use super::*;
use redress::mail_in::{MailIn, seat};
use redress_channels::mailboxes::{
    Place, Raw, ingest,
    settings::{Look, all, at_last, desk, look, looked, receiving},
    unsorted,
};
use redress_store::{Read, sql};
use std::{
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    time::Duration,
};

const SECRET: &str = "the boat left at dawn";

/// An IMAP server of one folder with no message, who knows one password.
fn imap() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || answer(stream));
        }
    });
    port
}

fn answer(mut stream: std::net::TcpStream) {
    let _ = stream.write_all(b"* OK [CAPABILITY IMAP4rev1 IDLE] ready\r\n");
    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
    while let Some(Ok(line)) = lines.next() {
        let (tag, rest) = line.split_once(' ').unwrap_or(("*", ""));
        let verb = rest
            .split(' ')
            .next()
            .unwrap_or_default()
            .to_ascii_uppercase();
        let said = match verb.as_str() {
            "LOGIN" if rest.contains(SECRET) => format!("{tag} OK in\r\n"),
            "LOGIN" => format!("{tag} NO [AUTHENTICATIONFAILED] no\r\n"),
            "CAPABILITY" => format!("* CAPABILITY IMAP4rev1 IDLE\r\n{tag} OK\r\n"),
            "SELECT" if rest.contains("INBOX") => {
                format!("* 0 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n{tag} OK [READ-WRITE]\r\n")
            }
            "SELECT" => format!("{tag} NO no such folder\r\n"),
            "LOGOUT" => format!("* BYE\r\n{tag} OK\r\n"),
            _ => format!("{tag} OK\r\n"),
        };
        let _ = stream.write_all(said.as_bytes());
    }
}

fn form(port: u16, more: &[(&str, &str)]) -> String {
    let port = port.to_string();
    let usual = [
        ("mailbox-name", "Complaints"),
        ("mailbox-address", "care@ferry.example"),
        ("mailbox-kind", "imap"),
        ("mailbox-host", "127.0.0.1"),
        ("mailbox-port", port.as_str()),
        ("mailbox-security", "none"),
        ("mailbox-user", "care"),
        ("mailbox-secret", SECRET),
        ("mailbox-active", "1"),
    ];
    let kept = usual
        .iter()
        .filter(|(name, _)| !more.iter().any(|(its, _)| its == name));
    let pairs = kept.chain(more);
    let coded = |text: &str| {
        text.replace(' ', "+")
            .replace('@', "%40")
            .replace(':', "%3A")
    };
    let pairs: Vec<String> = pairs
        .map(|(name, value)| format!("{name}={}", coded(value)))
        .collect();
    pairs.join("&")
}

async fn added(office: &Office, admin: &str, form: &str) -> String {
    let answer = office.post("/admin/mailboxes/new", admin, form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let path = answer.to.split('?').next().unwrap();
    path.to_owned()
}

async fn admin(office: &Office) -> String {
    office.sign_in(OWNER, PHRASE).await.cookie.unwrap()
}

#[tokio::test]
async fn a_mailbox_is_kept_and_its_secret_is_never_shown_again() {
    let office = Office::set_up("192.0.71.1").await;
    let admin = admin(&office).await;
    let empty = office.get("/admin/mailboxes", &admin).await;
    assert!(empty.body.contains("No mailbox is read yet"));
    let lacks = form(993, &[("mailbox-secret", "")]);
    let lacks = office.post("/admin/mailboxes/new", &admin, &lacks).await;
    assert_eq!(lacks.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(lacks.body.contains("mailbox-secret-err"));
    let path = added(&office, &admin, &form(993, &[])).await;
    let twice = office
        .post("/admin/mailboxes/new", &admin, &form(993, &[]))
        .await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    for page in ["/admin/mailboxes", &path, "/admin/journal"] {
        let page = office.get(page, &admin).await.body;
        assert!(!page.contains(SECRET) && !page.contains("the+boat"));
    }
    let no = form(993, &[("mailbox-secret", ""), ("mailbox-name", "Letters")]);
    let changed = office.post(&path, &admin, &no).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.body);
    assert!(office.get(&path, &admin).await.body.contains("Letters"));
    let keys = office.db.keys().clone();
    office
        .db
        .read_now(|reader| -> Result<(), redress_store::Error> {
            let kept = all(reader)?.remove(0);
            let sealed = redress_office::secret(reader, &format!("mailbox {}", kept.id))?;
            assert!(!sealed.unwrap().contains("boat"), "sealed at rest");
            let with = redress_channels::mailboxes::settings::credential(reader, &keys, kept.id)?;
            assert_eq!(with.unwrap().secret, SECRET);
            let desk = desk(reader, &keys)?;
            assert_eq!(desk.addresses, ["care@ferry.example"]);
            assert!(desk.reply_key.is_some());
            assert_eq!(receiving(reader, None)?.unwrap().id, kept.id);
            for seq in 0..reader.size()? {
                let entry = reader.entry(seq)?.unwrap();
                assert!(!entry.record.contains("boat"), "in no fact");
            }
            Ok(())
        })
        .unwrap();
    let closed = office.post(&format!("{path}/closing"), &admin, "").await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER);
    assert_eq!(
        office.get(&path, &admin).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_test_button_shows_all_that_was_said_and_no_secret() {
    let office = Office::set_up("192.0.72.1").await;
    let admin = admin(&office).await;
    let path = added(&office, &admin, &form(imap(), &[])).await;
    let tried = office.post(&format!("{path}/test"), &admin, "").await;
    assert_eq!(tried.status, StatusCode::OK);
    for said in [
        "The folder opened. It is empty.",
        "SELECT",
        "UIDVALIDITY 7",
        "Connected",
    ] {
        assert!(tried.body.contains(said), "{said}: {}", tried.body);
    }
    assert!(!tried.body.contains(SECRET));
    let wrong = form(imap(), &[("mailbox-secret", "wrong")]);
    office.post(&path, &admin, &wrong).await;
    let tried = office.post(&format!("{path}/test"), &admin, "").await;
    assert!(tried.body.contains("does not take user name and password"));
    assert!(tried.body.contains("AUTHENTICATIONFAILED"));
}

#[tokio::test]
async fn what_is_wrong_with_a_mailbox_is_an_alarm_for_administrators() {
    let office = Office::set_up("192.0.73.1").await;
    let admin = admin(&office).await;
    let path = added(&office, &admin, &form(993, &[])).await;
    let health = office.get("/admin/health", &admin).await.body;
    assert!(health.contains("mailbox is read"), "well at first");
    let id: Id = path.rsplit('/').next().unwrap().parse().unwrap();
    let now = office.house.now();
    let fault = Look {
        fault: "login-refused".to_owned(),
        fault_at: Some(now),
        ..Look::default()
    };
    let note = move |tx: &mut Tx| looked(tx, id, &fault);
    office.db.write_now(note).unwrap();
    for page in ["/admin", "/admin/health"] {
        let page = office.get(page, &admin).await.body;
        assert!(page.contains("Mailboxes that need somebody"), "{page}");
    }
    let list = office.get("/admin/mailboxes", &admin).await.body;
    assert!(list.contains("does not take user name and password"));
    let well = Look {
        looked_at: Some(now),
        on_server: Some(3),
        ..Look::default()
    };
    office
        .db
        .write_now(move |tx: &mut Tx| looked(tx, id, &well))
        .unwrap();
    let health = office.get("/admin/health", &admin).await.body;
    assert!(!health.contains("Mailboxes that need somebody"));
    office.pass_seconds(4 * 86_400);
    let again = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let list = office.get("/admin/mailboxes", &again).await.body;
    assert!(list.contains("Nothing has arrived for"), "{list}");
    let kept = office.db.read_now(|reader| look(reader, id)).unwrap();
    assert_eq!((kept.on_server, kept.fault.as_str()), (Some(3), ""));
}

fn message(mailbox: Id, number: u8) -> Raw {
    let text = format!("Message-ID: <{number}@example.org>\r\nSubject: x\r\n\r\nhi\r\n");
    Raw {
        mailbox,
        place: Place {
            uid_validity: 0,
            uid: 0,
        },
        size: text.len() as u64,
        arrived_at: None,
        whole: true,
        bytes: text.into_bytes(),
        salt: [number; 32],
    }
}

#[tokio::test]
async fn the_ledger_names_every_message_and_tells_each_reader_what_they_may_know() {
    let office = Office::set_up("192.0.74.1").await;
    office.colleague("Jonas", Role::Handler).await;
    let admin = admin(&office).await;
    let path = added(&office, &admin, &form(993, &[])).await;
    let id: Id = path.rsplit('/').next().unwrap().parse().unwrap();
    let now = office.house.now();
    let write = move |tx: &mut Tx| -> Result<(), redress_store::Error> {
        for (later, number) in (0..60).chain([7]).enumerate() {
            let at = now.plus_seconds(later as i64);
            ingest(tx, &message(id, number), &unsorted(), at)?;
        }
        Ok(())
    };
    office.db.write_now(write).unwrap();
    let handler = office.sign_in("jonas@ferry.example", PHRASE).await;
    let handler = handler.cookie.unwrap();
    let page = office.get("/desk/mail/ledger", &handler).await.body;
    assert_eq!(
        page.matches("Nobody has looked at it yet").count(),
        50,
        "49, a copy, and the filter"
    );
    let older = page
        .split("?mailbox=")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let older = format!(
        "/desk/mail/ledger?mailbox={}",
        older.replace("&#38;", "&").replace("&amp;", "&")
    );
    let older = office.get(&older, &handler).await.body;
    assert!(older.contains("0@example.org"), "{older}");
    let copies = office
        .get("/desk/mail/ledger?fate=copy", &handler)
        .await
        .body;
    assert!(copies.contains("7@example.org") && !copies.contains("8@example.org"));
    let one = office
        .get("/desk/mail/ledger?message=%3C9%40example.org%3E", &handler)
        .await
        .body;
    assert!(one.contains("9@example.org") && !one.contains("8@example.org"));
    let page = office.get("/admin/mailboxes/ledger", &admin).await.body;
    assert!(page.contains("Nobody has looked at it yet") && !page.contains("example.org&#62;"));
    let refused = office.get("/desk/mail/ledger", &admin).await.status;
    assert_eq!(refused, StatusCode::FORBIDDEN);
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

#[tokio::test]
async fn older_lines_are_those_of_the_same_search_and_only_who_sorts_mail_opens_them() {
    let office = Office::set_up("192.0.79.9").await;
    office.colleague("Jonas", Role::Handler).await;
    office.colleague("Ula", Role::Auditor).await;
    let now = office.house.now();
    let id = Id::from_bytes([5; 16]);
    let write = move |tx: &mut Tx| -> Result<(), redress_store::Error> {
        for number in 0..60 {
            let mut raw = message(id, number);
            let text = String::from_utf8(raw.bytes).unwrap();
            let same = text.replace(&format!("<{number}@"), "<same@");
            raw.bytes = format!("{same}{number}").into_bytes();
            ingest(tx, &raw, &unsorted(), now)?;
        }
        ingest(tx, &message(id, 99), &unsorted(), now).map(|_| ())
    };
    office.db.write_now(write).unwrap();
    let asked = "/desk/mail/ledger?message=%3Csame%40example.org%3E";
    let signed = |who: &'static str| office.sign_in(who, PHRASE);
    let handler = signed("jonas@ferry.example").await.cookie.unwrap();
    let page = office.get(asked, &handler).await.body;
    let rest = page.split("?mailbox=").nth(1).expect("older lines");
    let older = rest.split('"').next().unwrap();
    let older = older.replace("&#38;", "&").replace("&amp;", "&");
    let older = format!("/desk/mail/ledger?mailbox={older}");
    let rest = office.get(&older, &handler).await.body;
    assert_eq!(rest.matches("<th scope=\"row\">").count(), 10, "{rest}");
    assert!(!rest.contains("99@example.org"));
    assert!(rest.contains("href=\"/desk/mail/0"), "{rest}");
    let auditor = signed("ula@ferry.example").await.cookie.unwrap();
    let page = office.get(asked, &auditor).await.body;
    assert!(page.contains("same@example.org") && !page.contains("href=\"/desk/mail/0"));
}

/// Says these lines and reads an answer to each; the codes of the answers.
#[expect(
    clippy::disallowed_methods,
    reason = "a port that opens tells nobody; it is asked again"
)]
fn speaks(port: u16, lines: &[&str]) -> Vec<String> {
    let mut stream = (0..100)
        .find_map(|_| {
            std::thread::sleep(Duration::from_millis(100));
            TcpStream::connect(("127.0.0.1", port)).ok()
        })
        .expect("the port is open soon");
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let heard = |reader: &mut BufReader<TcpStream>| loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if line.as_bytes().get(3) != Some(&b'-') {
            return line.get(..3).unwrap_or_default().to_owned();
        }
    };
    let mut codes = vec![heard(&mut reader)];
    for line in lines {
        stream.write_all(line.as_bytes()).unwrap();
        stream.write_all(b"\r\n").unwrap();
        codes.push(heard(&mut reader));
    }
    codes
}

fn fates(office: &Office) -> Vec<String> {
    let query = sql("SELECT fate FROM mail_ledger ORDER BY uid LIMIT 10");
    let read = |reader: &mut redress_store::Reader| -> Result<_, redress_store::Error> {
        reader.rows(&query, |row| row.text(0))
    };
    office.db.read_now(read).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_brings_mail_and_hears_250_when_it_is_kept() {
    let office = Office::set_up("192.0.75.1").await;
    let admin = admin(&office).await;
    let port = free_port();
    let receives = [("mailbox-kind", "lmtp"), ("mailbox-plus", "1")];
    added(&office, &admin, &form(port, &receives)).await;
    let running = MailIn::start(&office.house, None);
    let letter = "Message-ID: <1@example.org>\r\nSubject: late\r\n\r\nThe boat left.\r\n.";
    let lines = [
        "LHLO there.example",
        "MAIL FROM:<rasa@example.org>",
        "RCPT TO:<stranger@ferry.example>",
        "RCPT TO:<postmaster@elsewhere.example>",
        "RCPT TO:<care+c01@ferry.example>",
        "DATA",
        letter,
    ];
    let codes = speaks(port, &lines);
    assert_eq!(
        codes,
        ["220", "250", "250", "550", "550", "250", "354", "250"]
    );
    assert_eq!(fates(&office), ["new"], "kept before the answer");
    speaks(port, &lines);
    assert_eq!(
        fates(&office),
        ["new", "copy"],
        "the same, sent again, is known again"
    );
    let kept = office
        .db
        .read_now(|reader| -> Result<_, redress_store::Error> {
            let file = reader.one(&sql("SELECT file FROM mail_ledger WHERE uid = 1"), |row| {
                row.id(0)
            })?;
            reader.blob(file.unwrap())
        });
    let kept = String::from_utf8(kept.unwrap().unwrap()).unwrap();
    assert!(
        kept.starts_with("Return-Path: <rasa@example.org>\r\n"),
        "{kept}"
    );
    assert!(
        kept.contains("Delivered-To: care+c01@ferry.example\r\n") && kept.ends_with("left.\r\n")
    );
    drop(running);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_postmaster_can_be_written_to_and_a_person_reads_it() {
    let office = Office::set_up("192.0.78.1").await;
    let admin = admin(&office).await;
    let port = free_port();
    added(&office, &admin, &form(port, &[("mailbox-kind", "lmtp")])).await;
    let running = MailIn::start(&office.house, None);
    for to in ["postmaster", "Postmaster@ferry.example"] {
        let to_them = format!("RCPT TO:<{to}>");
        let letter = format!("Subject: to {to}\r\n\r\nYour server is slow.\r\n.");
        let lines = [
            "LHLO there.example",
            "MAIL FROM:<ann@example.org>",
            &to_them,
            "DATA",
            &letter,
        ];
        let codes = speaks(port, &lines);
        assert_eq!(codes, ["220", "250", "250", "250", "354", "250"], "{to}");
    }
    assert_eq!(fates(&office), ["quarantined", "quarantined"]);
    drop(running);
}

/// A connection, and the code with which it was greeted.
fn greeted(port: u16) -> (TcpStream, String) {
    let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let mut line = String::new();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    reader.read_line(&mut line).unwrap();
    (stream, line.get(..3).unwrap_or_default().to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_finds_no_place_is_told_to_come_again() {
    let office = Office::set_up("192.0.76.1").await;
    let admin = admin(&office).await;
    let port = free_port();
    added(&office, &admin, &form(port, &[("mailbox-kind", "smtp")])).await;
    let running = MailIn::start(&office.house, None);
    assert_eq!(speaks(port, &["QUIT"]), ["220", "221"]);
    let here: Vec<(TcpStream, String)> = (0..12).map(|_| greeted(port)).collect();
    let codes: Vec<&str> = here.iter().map(|(_, code)| code.as_str()).collect();
    let (seated, away) = codes.split_at(9);
    assert!(seated.iter().all(|code| *code == "220"), "{codes:?}");
    assert_eq!(away[1..], ["421", "421"], "{codes:?}");
    drop(running);
}

#[tokio::test]
async fn a_mailbox_that_was_closed_keeps_its_last_terms_for_what_was_fetched_before() {
    let office = Office::set_up("192.0.77.1").await;
    let admin = admin(&office).await;
    let named = [("mailbox-authserv", "mx.ferry.example")];
    let path = added(&office, &admin, &form(993, &named)).await;
    let id: Id = path.rsplit('/').next().unwrap().parse().unwrap();
    office.post(&format!("{path}/closing"), &admin, "").await;
    let last = office
        .db
        .write_now(move |tx: &mut Tx| Ok((seat(tx, id)?, at_last(tx, id)?)));
    let (seat, kept) = last.map_err(|error: redress_store::Error| error).unwrap();
    assert_eq!(kept.unwrap().authserv_id(), Some("mx.ferry.example"));
    assert!(seat.desk.reply_key.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn other_terms_of_a_mailbox_do_not_close_its_port() {
    let office = Office::set_up("192.0.78.1").await;
    let admin = admin(&office).await;
    let port = free_port();
    let path = added(&office, &admin, &form(port, &[("mailbox-kind", "lmtp")])).await;
    let running = MailIn::start(&office.house, None);
    speaks(port, &["QUIT"]);
    let (mut before, code) = greeted(port);
    assert_eq!(code, "220");
    let other = [
        ("mailbox-kind", "lmtp"),
        ("mailbox-address", "help@ferry.example"),
    ];
    let changed = office.post(&path, &admin, &form(port, &other)).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.body);
    let lines = [
        "LHLO there",
        "MAIL FROM:<a@b>",
        "RCPT TO:<help@ferry.example>",
    ];
    let known = (0..600).any(|_| speaks(port, &lines)[3] == "250");
    assert!(known, "the new address is taken soon");
    before.write_all(b"NOOP\r\n").unwrap();
    let mut line = String::new();
    BufReader::new(&before).read_line(&mut line).unwrap();
    assert_eq!(line.get(..3), Some("250"), "nobody hung up");
    drop(running);
}
