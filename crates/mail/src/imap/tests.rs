#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::{
    reply::{Item, Reply, Status},
    session::{arrived_at, set},
    *,
};
use crate::Tls;
use std::{
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    thread::JoinHandle,
    time::Duration,
};

/// A server that plays its part: each line of ours is answered with the next one of
/// its script, in which `TAG` is our tag; `CUT` hangs up, an empty answer is silence.
fn playing(
    greeting: &'static str,
    script: Vec<&'static str>,
) -> (Account, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let played = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
        let mut heard = Vec::new();
        stream.write_all(greeting.as_bytes()).unwrap();
        let mut tag = String::new();
        for answer in script {
            let Some(Ok(line)) = lines.next() else { break };
            if line.starts_with('r') {
                tag = line.split(' ').next().unwrap().to_owned();
            }
            heard.push(line);
            if answer == "CUT" {
                return heard;
            }
            stream
                .write_all(answer.replace("TAG", &tag).as_bytes())
                .unwrap();
        }
        heard.extend(lines.map_while(Result::ok));
        heard
    });
    let account = Account {
        host: "127.0.0.1".into(),
        port,
        tls: Tls::None,
        user: "desk".into(),
        secret: Secret::Password("let me in".into()),
        authority: None,
        patience: Duration::from_millis(300),
    };
    (account, played)
}

const HELLO: &str =
    "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN IDLE MOVE ] Ready – go ahead!\r\n";

fn fault(greeting: &'static str, script: Vec<&'static str>) -> Fault {
    let (account, _) = playing(greeting, script);
    Session::open(&account).err().expect("no session")
}

/// Signed in, with IDLE and MOVE; the script begins after that.
fn opened(script: Vec<&'static str>) -> Session {
    let script = [
        vec!["TAG OK [CAPABILITY IMAP4rev1 IDLE MOVE] in\r\n"],
        script,
    ]
    .concat();
    let (account, _) = playing(HELLO, script);
    Session::open(&account).unwrap()
}

fn read(line: &str) -> Reply {
    Reply::read(&[line.as_bytes().to_vec()], Vec::new())
}

#[test]
fn what_servers_really_say_is_understood() {
    assert_eq!(
        read("* CAPABILITY IMAP4rev1 IDLE  QUOTA "),
        Reply::Capability(vec!["IMAP4REV1".into(), "IDLE".into(), "QUOTA".into()])
    );
    assert_eq!(read("* SEARCH 3 1 2 "), Reply::Search(vec![3, 1, 2]));
    assert_eq!(read("* SEARCH"), Reply::Search(vec![]));
    assert_eq!(read("* 12 EXISTS"), Reply::Exists(12));
    // A space before the bracket, as imap.qq.com writes it.
    let item = Item {
        uid: Some(19436),
        ..Item::default()
    };
    assert_eq!(read("* 11487 FETCH (UID 19436 )"), Reply::Fetch(item));
    assert_eq!(
        read("* OK [UIDVALIDITY 1754171061] Uid epoch"),
        Reply::Status {
            tag: None,
            status: Status::Ok,
            code: vec!["UIDVALIDITY".into(), "1754171061".into()]
        }
    );
    for odd in [
        "",
        "*",
        "* ",
        "* FLAGS (\\Seen ",
        "* 1 FETCH",
        "* 1 FETCH (",
        "* 1 FETCH (UID",
        "* 99999999999999 EXISTS",
        "[COPYUID 124 10 233]",
        ")",
    ] {
        drop(read(odd));
    }
}

#[test]
fn a_message_stands_between_other_items() {
    let parts = [
        b"* 5 FETCH (FLAGS (\\Seen $Odd) BODY[]<0> {3}".to_vec(),
        b" UID 7 INTERNALDATE \" 7-Jul-2026 02:44:25 -0700\" RFC822.SIZE 3)".to_vec(),
    ];
    let Reply::Fetch(item) = Reply::read(&parts, vec![b"a)b".to_vec()]) else {
        panic!("no message")
    };
    assert_eq!(
        (item.uid, item.size, item.body),
        (Some(7), Some(3), Some(b"a)b".to_vec()))
    );
    let at = arrived_at(&item.arrived.unwrap()).unwrap();
    assert_eq!(at.to_string(), "2026-07-07T09:44:25Z");
}

#[test]
fn numbers_and_names_are_written_short_and_in_ascii() {
    assert_eq!(set(&[1, 2, 3, 7, 9, 10, u32::MAX]), "1:3,7,9:10,4294967295");
    assert_eq!(
        folder::encoded("Skundai & pagyrimai"),
        "Skundai &- pagyrimai"
    );
    assert_eq!(folder::encoded("台北"), "&U,BTFw-");
    assert_eq!(folder::encoded("Entwürfe"), "Entw&APw-rfe");
    assert_eq!(folder::quoted("a\"b\\"), Some("\"a\\\"b\\\\\"".into()));
    assert_eq!(folder::quoted("a\r\nb"), None);
}

#[test]
fn every_way_of_not_getting_in_has_its_name() {
    assert_eq!(fault("220 mail.example ESMTP\r\n", vec![]), Fault::NotImap);
    assert_eq!(fault("* BYE too many connections\r\n", vec![]), Fault::Busy);
    assert_eq!(fault("", vec![]), Fault::Slow);
    assert_eq!(
        fault(HELLO, vec!["TAG NO [AUTHENTICATIONFAILED] no\r\n"]),
        Fault::LoginRefused
    );
    assert_eq!(
        fault(HELLO, vec!["TAG NO [UNAVAILABLE] later\r\n"]),
        Fault::Busy
    );
    assert_eq!(fault(HELLO, vec!["CUT"]), Fault::Cut);
    assert_eq!(fault(HELLO, vec!["* BYE going down\r\n"]), Fault::Goodbye);
    assert_eq!(
        fault("* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] Hi\r\n", vec![]),
        Fault::NoWayIn
    );
}

#[test]
fn encryption_that_is_asked_for_is_never_gone_without() {
    let (account, heard) = playing(HELLO, vec!["TAG BAD unknown\r\n"]);
    let account = Account {
        tls: Tls::Starttls,
        ..account
    };
    assert_eq!(Session::open(&account).err(), Some(Fault::NoStarttls));
    assert!(
        !heard
            .join()
            .unwrap()
            .iter()
            .any(|line| line.contains("AUTH"))
    );
    let (account, _) = playing("* PREAUTH [CAPABILITY IMAP4rev1] Hi\r\n", vec![]);
    let account = Account {
        tls: Tls::Starttls,
        ..account
    };
    assert_eq!(Session::open(&account).err(), Some(Fault::NoStarttls));
    // What somebody between us adds in the clear is not taken for the server's word.
    let (account, _) = playing(HELLO, vec!["TAG OK go\r\n* CAPABILITY AUTH=PLAIN\r\n"]);
    let account = Account {
        tls: Tls::Starttls,
        ..account
    };
    assert_eq!(Session::open(&account).err(), Some(Fault::Senseless));
    let (account, _) = playing(HELLO, vec![]);
    let account = Account {
        tls: Tls::Implicit,
        ..account
    };
    assert_eq!(Session::open(&account).err(), Some(Fault::NotTls));
}

#[test]
fn nothing_is_said_in_the_clear_beyond_this_machine_or_to_the_clouds_keys() {
    let (account, _) = playing(HELLO, vec![]);
    for host in [
        "192.0.2.1",
        "169.254.169.254",
        "0.0.0.0",
        "::ffff:169.254.1.1",
    ] {
        let account = Account {
            host: host.into(),
            ..account.clone()
        };
        assert_eq!(
            Session::open(&account).err(),
            Some(Fault::OutOfBounds),
            "{host}"
        );
    }
    let away = Account {
        host: "169.254.169.254".into(),
        tls: Tls::Implicit,
        ..account
    };
    assert_eq!(Session::open(&away).err(), Some(Fault::OutOfBounds));
}

#[test]
fn a_token_is_shown_as_xoauth2_and_a_refused_one_is_explained_to_the_end() {
    let hello = "* OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2] Hi\r\n";
    let script = vec![
        "+ \r\n",
        "+ eyJzdGF0dXMiOiI0MDAifQ==\r\n",
        "TAG NO [AUTHENTICATIONFAILED] no\r\n",
    ];
    let (account, heard) = playing(hello, script);
    let account = Account {
        secret: Secret::Token("ya29.token".into()),
        ..account
    };
    let (fault, dialogue) = Session::heard(&account).err().unwrap();
    assert_eq!(fault, Fault::LoginRefused);
    let heard = heard.join().unwrap();
    use base64::Engine;
    let sent = base64::engine::general_purpose::STANDARD
        .decode(&heard[1])
        .unwrap();
    assert_eq!(sent, b"user=desk\x01auth=Bearer ya29.token\x01\x01");
    assert_eq!(heard[2], "");
    let said = format!("{:?}", dialogue.lines().collect::<Vec<_>>());
    assert!(
        !said.contains("ya29") && !said.contains(&heard[1]),
        "{said}"
    );
    assert!(said.contains("AUTHENTICATE XOAUTH2"), "{said}");
}

#[test]
fn the_dialogue_shows_everything_but_the_password_and_the_message() {
    let echo = "* OK your password is let me in, bGV0IG1lIGlu and AGRlc2sAbGV0IG1lIGlu\r\nTAG OK [CAPABILITY IMAP4rev1] in\r\n";
    let body = "* 1 FETCH (UID 1 BODY[]<0> \"Dear all\")\r\nTAG OK\r\n";
    let (account, _) = playing(HELLO, vec![echo, body]);
    let mut session = Session::open(&account).unwrap();
    let (pieces, ended) = session.first_pieces(&[1]);
    assert_eq!(
        (pieces[0].bytes.as_slice(), ended),
        (b"Dear all".as_slice(), Ok(()))
    );
    let said: Vec<String> = session
        .dialogue()
        .lines()
        .map(|said| format!("{said:?}"))
        .collect();
    let said = said.join("\n");
    assert!(
        !said.contains("let me in") && !said.contains("bGV0") && !said.contains("Dear"),
        "{said}"
    );
    assert!(
        said.contains("AUTHENTICATE PLAIN •••") && said.contains("BODY["),
        "{said}"
    );
}

#[test]
fn what_came_before_the_cut_is_kept() {
    let cut = "* 1 FETCH (UID 4 BODY[]<0> {5}\r\nfirst)\r\n* 2 FETCH (UID 5 BODY[]<0> {9}\r\nsec";
    let mut session = opened(vec![cut]);
    let (pieces, ended) = session.first_pieces(&[4, 5]);
    assert_eq!(pieces.len(), 1);
    assert_eq!(ended, Err(Fault::Slow));
}

#[test]
fn a_large_message_is_asked_for_piece_by_piece() {
    let first = format!(
        "* 1 FETCH (UID 4 BODY[]<0> {{1024}}\r\n{})\r\nTAG OK\r\n",
        "a".repeat(1024)
    )
    .leak();
    let last = "* 1 FETCH (UID 4 BODY[]<1024> {2}\r\nzz)\r\nTAG OK\r\n";
    let mut session = opened(vec![first, last, "TAG OK\r\n"]);
    let mut bytes = Vec::new();
    let four = listed(4, 1026);
    assert_eq!(session.rest(&four, &mut bytes, 1024, 10_000), Ok(true));
    assert_eq!(bytes.len(), 1026);
    let gone = session.rest(&listed(9, 1), &mut Vec::new(), 1024, 10_000);
    assert_eq!(gone, Ok(false));
    let mut session = opened(vec![first]);
    assert_eq!(
        session.rest(&four, &mut Vec::new(), 1024, 1000),
        Err(Fault::TooLarge(1024))
    );
    let mut session = opened(vec!["* 1 FETCH (UID 4 BODY[] {999999999}\r\n"]);
    assert_eq!(
        session.rest(&four, &mut Vec::new(), 1024, 1000),
        Err(Fault::Senseless)
    );
}

fn listed(uid: u32, size: u64) -> Listed {
    Listed {
        uid,
        size,
        arrived_at: None,
    }
}

/// What comes of a message that was listed with ten bytes.
fn of_ten(script: Vec<&'static str>) -> (Result<bool, Fault>, Vec<u8>) {
    let (mut session, mut bytes) = (opened(script), Vec::new());
    let ended = session.rest(&listed(4, 10), &mut bytes, 1024, 10_000);
    (ended, bytes)
}

#[test]
fn a_message_is_whole_when_all_that_was_listed_has_come_or_nothing_more_does() {
    let five = "* 1 FETCH (UID 4 BODY[]<0> {5}\r\nfirst)\r\nTAG OK\r\n";
    let rest = "* 1 FETCH (UID 4 BODY[]<5> {5}\r\n more)\r\nTAG OK\r\n";
    let nothing = "* 1 FETCH (UID 4 BODY[]<5> {0}\r\n)\r\nTAG OK\r\n";
    let nil = "* 1 FETCH (UID 4 BODY[] NIL)\r\nTAG OK\r\n";
    assert_eq!(of_ten(vec![five, rest]), (Ok(true), b"first more".to_vec()));
    // It is shorter than it was listed.
    assert_eq!(of_ten(vec![five, nothing]), (Ok(true), b"first".to_vec()));
    let refused = Err(Fault::Refused("UID FETCH"));
    for none in [
        nil,
        nothing,
        "* 1 FETCH (UID 4 FLAGS (\\Seen))\r\nTAG OK\r\n",
    ] {
        assert_eq!(of_ten(vec![none]), (refused.clone(), Vec::new()), "{none}");
    }
    // What came stays for the next time.
    assert_eq!(of_ten(vec![five, nil]), (refused, b"first".to_vec()));
    let told =
        "* 1 FETCH (UID 4 BODY[] {10}\r\nfirst more)\r\n* 1 FETCH (UID 4 FLAGS ())\r\nTAG OK\r\n";
    assert_eq!(of_ten(vec![told]), (Ok(true), b"first more".to_vec()));
    let mut session = opened(vec![nil]);
    assert_eq!(session.first_pieces(&[4]), (Vec::new(), Ok(())));
}

#[test]
fn waiting_ends_with_news_with_quiet_or_when_we_stop() {
    let go = || false;
    let mut session = opened(vec!["+ idling\r\n* 3 EXISTS\r\n", "TAG OK\r\n"]);
    assert_eq!(
        session.wait(Duration::from_secs(5), Duration::from_secs(5), &go),
        Ok(Woken::News)
    );
    let mut session = opened(vec!["+ idling\r\n", "TAG OK\r\n"]);
    assert_eq!(
        session.wait(Duration::from_millis(50), Duration::from_secs(5), &go),
        Ok(Woken::Quiet)
    );
    let mut session = opened(vec![]);
    assert_eq!(
        session.wait(Duration::from_secs(5), Duration::from_secs(5), &|| true),
        Ok(Woken::Stopped)
    );
    let mut session = opened(vec!["+ idling\r\n* BYE shutting down\r\n"]);
    assert_eq!(
        session.wait(Duration::from_secs(5), Duration::from_secs(5), &go),
        Err(Fault::Goodbye)
    );
    // It said IDLE and does not know it: we ask instead.
    let mut session = opened(vec!["TAG BAD what?\r\n", "* 4 EXISTS\r\nTAG OK\r\n"]);
    assert_eq!(
        session.wait(Duration::from_secs(5), Duration::from_millis(20), &go),
        Ok(Woken::News)
    );
}

#[test]
fn whatever_a_server_says_nothing_breaks() {
    // A small random generator of its own: the same bytes in every run.
    let mut state = 7_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) as usize
    };
    let words: [&[u8]; 20] = [
        b"*",
        b" ",
        b"1",
        b"FETCH",
        b"(",
        b")",
        b"UID",
        b"BODY[]<0>",
        b"\"",
        b"\\",
        b"{3}",
        b"[",
        b"]",
        b"OK",
        b"NIL",
        b"\xff",
        b"+",
        b"SEARCH",
        b"4294967296",
        b"r1",
    ];
    for _ in 0..20_000 {
        let line: Vec<u8> = (0..next() % 12)
            .flat_map(|_| words[next() % words.len()].to_vec())
            .collect();
        let literals = (0..next() % 3).map(|_| b"abc".to_vec()).collect();
        drop(Reply::read(&[line.clone(), line], literals));
    }
}
