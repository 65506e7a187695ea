//! The ledger alone, on both engines: a place once, the same bytes once, and what
//! erasing leaves.

use crate::world::{Machine, intake, random, stands, wiring};
use redress_channels::mail::MailSorted;
use redress_channels::mailboxes::{
    Intake, Place, Raw, Taken, by_message_id, line_at, numbers, unproven, unsorted,
};
use redress_kernel::{By, Draft, Id, instant::Clock};
use redress_store::{Db, Error, Keys, Location, Read};
use std::sync::Arc;

const INBOX: Id = Id::from_bytes([1; 16]);
const OTHER: Id = Id::from_bytes([2; 16]);
const TEXT: &[u8] = b"Message-ID: <a@b>\r\nSubject: late again\r\n\r\nThe ferry.\r\n";

fn raw(mailbox: Id, uid_validity: u32, uid: u32, bytes: &[u8]) -> Raw {
    Raw {
        mailbox,
        place: Place { uid_validity, uid },
        size: bytes.len() as u64,
        arrived_at: Some("2026-03-02T07:00:00Z".parse().unwrap()),
        whole: true,
        bytes: bytes.to_vec(),
        salt: random(),
    }
}

fn one(intake: &Intake, raw: Raw) -> Taken {
    intake.take(vec![raw]).unwrap()[0]
}

fn once_and_no_more(intake: &Intake) {
    let Taken::New(first) = one(intake, raw(INBOX, 7, 1, TEXT)) else {
        panic!("not new")
    };
    assert_eq!(
        one(intake, raw(INBOX, 7, 1, b"whatever")),
        Taken::Known(first)
    );
    // Another folder, new numbers, other ends of lines: the same message.
    let text = String::from_utf8(TEXT.to_vec())
        .unwrap()
        .replace("\r\n", "\n");
    for again in [
        raw(OTHER, 7, 1, TEXT),
        raw(INBOX, 8, 1, TEXT),
        raw(INBOX, 8, 2, text.as_bytes()),
    ] {
        let place = again.place;
        let mailbox = again.mailbox;
        assert!(matches!(one(intake, again), Taken::Copy(_)));
        let line = intake
            .db
            .read_now(|reader| line_at(reader, mailbox, place))
            .unwrap()
            .unwrap();
        assert_eq!(
            (line.fate.as_str(), line.same_as, line.file),
            ("copy", Some(first), None)
        );
    }
    // The same name and another text is another message.
    let other = one(
        intake,
        raw(
            INBOX,
            7,
            4_000_000_000,
            b"Message-ID: <a@b>\r\n\r\nAnother one",
        ),
    );
    assert!(matches!(other, Taken::New(_)));
    // Twice in one batch.
    let twice = vec![
        raw(OTHER, 7, 5, b"twice"),
        raw(OTHER, 7, 5, b"twice"),
        raw(OTHER, 7, 6, b"twice"),
    ];
    let taken = intake.take(twice).unwrap();
    assert!(matches!(taken.as_slice(), [Taken::New(a), Taken::Known(b), Taken::Copy(_)] if a == b));
    let lines = intake
        .db
        .read_now(|reader| by_message_id(reader, "<a@b>"))
        .unwrap();
    assert_eq!(lines.len(), 5);
    let known = intake
        .db
        .read_now(|reader| numbers(reader, INBOX, 7))
        .unwrap();
    assert_eq!(known, [1, 4_000_000_000]);
}

fn erased_and_still_known(intake: &Intake) {
    let place = Place {
        uid_validity: 7,
        uid: 1,
    };
    let at = |intake: &Intake| {
        intake
            .db
            .read_now(|reader| line_at(reader, INBOX, place))
            .unwrap()
            .unwrap()
    };
    let line = at(intake);
    let (mail, file) = (line.mail, line.file.unwrap());
    let by = By::system(Machine.now());
    let complaint = Id::from_bytes([9; 16]);
    intake
        .db
        .write_now(move |tx| {
            let fact = MailSorted {
                fate: "complaint".into(),
                complaint: Some(complaint),
            };
            tx.record(Draft::of(mail, &fact), &by)?;
            let entries: Vec<i64> = tx.entries(mail)?.iter().map(|entry| entry.seq).collect();
            tx.erase(mail, &entries, "asked-for", &by)
        })
        .unwrap();
    let line = at(intake);
    assert_eq!(
        (line.fate.as_str(), line.complaint),
        ("complaint", Some(complaint))
    );
    assert_eq!((line.message_id.as_str(), line.file), ("", None));
    assert_eq!(
        intake.db.read_now(|reader| reader.blob(file)).unwrap(),
        None
    );
    // What was erased does not come back because the server still has it.
    assert!(matches!(
        one(intake, raw(INBOX, 9, 1, TEXT)),
        Taken::Copy(_)
    ));
    stands(intake);
}

#[test]
fn a_message_is_in_the_ledger_once_and_what_is_erased_stays_known() {
    let folder = tempfile::tempdir().unwrap();
    let intake = intake(folder.path());
    once_and_no_more(&intake);
    erased_and_still_known(&intake);
}

#[test]
fn the_same_on_postgresql() {
    let Ok(server) = std::env::var("REDRESS_TEST_DATABASE_URL") else {
        assert!(
            std::env::var("REDRESS_TESTS_MAY_SKIP").as_deref() != Ok("no"),
            "PostgreSQL is missing"
        );
        eprintln!("SKIPPED, loudly: no PostgreSQL (REDRESS_TEST_DATABASE_URL)");
        return;
    };
    let name = format!("mailboxes_{}", std::process::id());
    let mut client = postgres::Client::connect(&server, postgres::NoTls).unwrap();
    client
        .batch_execute(&format!("CREATE DATABASE {name}"))
        .unwrap();
    let (before, _) = server.rsplit_once('/').unwrap();
    let at = Location::Postgres(format!("{before}/{name}"));
    let intake = Intake {
        db: Db::open(&at, Keys::fresh(Machine.now()).unwrap(), wiring()).unwrap(),
        clock: Arc::new(Machine),
        random,
        sort: unsorted(),
        prove: unproven(),
    };
    once_and_no_more(&intake);
    erased_and_still_known(&intake);
}

/// Where the database refuses, nothing is half kept.
#[test]
fn a_full_disk_keeps_nothing_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let mut intake = intake(folder.path());
    intake.sort = Arc::new(|_, _, _, _| Err(Error::Full));
    assert_eq!(intake.take(vec![raw(INBOX, 7, 1, TEXT)]), Err(Error::Full));
    let known = intake
        .db
        .read_now(|reader| numbers(reader, INBOX, 7))
        .unwrap();
    assert!(known.is_empty());
}
