//! A mailbox comes in: what somebody wrote becomes complaints with their files, what
//! machines wrote stays outside with its fate, and every message is counted once.

use crate::{
    files::count,
    server::{blue_ferry, folder, told},
};
use redress_complaint::Complaint;
use redress_store::{Db, Keys, Location, Read, sql};
use serde_json::Value;
use std::path::Path;

/// Five messages: two people, one of them twice, a bounce and an absence.
fn mailbox() -> String {
    let from = "From x@y Mon Mar  2 09:00:00 2025\n";
    let late = "From: Rasa <rasa@example.lt>\nTo: help@blueferry.example\nSubject: Keltas\nDate: Mon, 2 Mar 2025 08:59:00 +0200\nMessage-ID: <1@example.lt>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nKeltas vėlavo tris valandas, niekas nieko nepaaiškino.\n--b\nContent-Type: image/png; name=bilietas.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b--\n";
    let korean = "From: kim@example.kr\nSubject: =?euc-kr?B?x9Gx2w==?=\nDate: Tue, 3 Mar 2025 08:59:00 +0900\n\n배가 세 시간 늦었는데 아무도 설명하지 않았습니다.\n";
    let bounce = "From: MAILER-DAEMON@mx.example\nSubject: Undelivered Mail\nMessage-ID: <2@mx>\n\n<bob@example.org>: 550 5.1.1 user unknown\n";
    let absent = "From: ann@example.org\nSubject: Out of office\nAuto-Submitted: auto-replied\nMessage-ID: <3@x>\n\nBack on Monday.\n";
    [late, korean, late, bounce, absent]
        .map(|message| format!("{from}{message}\n"))
        .concat()
}

fn open(data: &Path) -> Db {
    let keys = Keys::load_or_create(data, redress_kernel::Instant::from_micros(0)).unwrap();
    Db::open(
        &Location::Sqlite(data.to_owned()),
        keys,
        redress::house::wiring(),
    )
    .unwrap()
}

/// The case whose sender has this address, and the bytes of its files.
fn case_of(data: &Path, email: &str) -> (Complaint, Vec<Vec<u8>>) {
    let db = open(data);
    db.read_now(|reader| -> Result<_, redress_store::Error> {
        let ids = reader.rows(
            &sql("SELECT complaint FROM receipt_external ORDER BY external_id LIMIT 50"),
            |row| row.id(0),
        )?;
        for id in ids {
            let case = Complaint::fold(&reader.entries(id)?);
            if case.complainant.email == email {
                let mut bytes = Vec::new();
                for file in redress_store::export::file_ids(reader)? {
                    bytes.extend(reader.blob(file)?);
                }
                return Ok((case, bytes));
            }
        }
        panic!("nobody with {email}");
    })
    .unwrap()
}

fn import(data: &Path, more: &[&str]) -> Value {
    let file = data.join("old.mbox");
    std::fs::write(&file, mailbox()).unwrap();
    let mut args = vec!["--json", "import", "--format", "mbox"];
    args.extend(more);
    let file = file.to_str().unwrap().to_owned();
    args.push(&file);
    told(data, &args, "")
}

#[test]
fn a_mailbox_comes_in_once_and_every_message_is_accounted_for() {
    let data = folder("letters");
    blue_ferry(&data);
    let dry = import(&data, &["--dry-run"]);
    assert_eq!(count(&dry), (5, 2, 1, 2));
    let rejects = data.join("rejects.txt");
    let first = import(&data, &["--rejects", rejects.to_str().unwrap()]);
    assert_eq!(count(&first), (5, 2, 1, 2));
    let outside = std::fs::read_to_string(&rejects).unwrap();
    assert!(
        outside.contains("mail-bounce: 2@mx,mailer-daemon@mx.example")
            || outside.contains("mail-bounce: 2@mx,MAILER-DAEMON@mx.example"),
        "{outside}"
    );
    assert!(
        outside.contains("mail-automatic: 3@x,ann@example.org"),
        "{outside}"
    );
    assert_eq!(outside.lines().count(), 2);

    let (case, files) = case_of(&data, "rasa@example.lt");
    assert_eq!(case.received_at.to_string(), "2025-03-02T06:59:00Z");
    assert!(case.description.starts_with("Keltas vėlavo"));
    assert!(
        files.iter().any(|bytes| bytes == b"\x89PNG\r\n\x1a\n"),
        "the ticket is evidence"
    );
    assert!(
        files.iter().any(|bytes| bytes.starts_with(b"From: Rasa")),
        "and so is the message itself"
    );
    let (korean, _) = case_of(&data, "kim@example.kr");
    assert_eq!(
        (korean.language.tag(), korean.subject.as_str()),
        ("ko", "한글")
    );

    let again = import(&data, &[]);
    assert_eq!(count(&again), (5, 0, 3, 2));
}

#[test]
fn what_nobody_can_read_is_a_complaint_with_its_original() {
    let data = folder("sealed");
    blue_ferry(&data);
    let file = data.join("bomb.eml");
    let levels = (0..40_000)
        .map(|n| format!("Content-Type: multipart/mixed; boundary=\"b{n}\"\n\n--b{n}\n"));
    let bomb: String = std::iter::once("From: eve@example.org\nSubject: look\n".to_owned())
        .chain(levels)
        .collect();
    std::fs::write(&file, &bomb).unwrap();
    let args = [
        "--json",
        "import",
        "--format",
        "eml",
        file.to_str().unwrap(),
    ];
    assert_eq!(count(&told(&data, &args, "")), (1, 1, 0, 0));
    let (case, files) = case_of(&data, "eve@example.org");
    assert!(
        case.description.contains("message.eml"),
        "{}",
        case.description
    );
    assert_eq!(files.len(), 1);
    assert_eq!(files[0], bomb.as_bytes());
}
