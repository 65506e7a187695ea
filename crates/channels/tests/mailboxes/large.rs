//! A large message comes in pieces, over several connections where it must; one that is
//! too large is accounted for and stays where it is.

use crate::{
    dovecot::{Dovecot, account},
    proxy::Proxy,
    world::{Watching, accounted_for, intake, mailbox, message, stands},
};
use redress_channels::mailboxes::{After, Event, Place, line_at, numbers, validity};
use redress_store::Read;
use std::{sync::atomic::Ordering, time::Duration};

fn with_pictures(megabytes: usize) -> Vec<u8> {
    let mut bytes = message(1, 8);
    let line = [b'A'; 76];
    while bytes.len() < megabytes << 20 {
        bytes.extend_from_slice(&line);
        bytes.extend_from_slice(format!("{:08}\r\n", bytes.len()).as_bytes());
    }
    bytes
}

#[test]
fn a_message_of_thirty_megabytes_comes_through_a_line_that_breaks_every_four() {
    let Some(server) = Dovecot::shared() else {
        return;
    };
    let delivered = [message(2, 8), with_pictures(30), message(3, 8)];
    delivered
        .iter()
        .for_each(|bytes| server.deliver("large", "INBOX", bytes));
    let proxy = Proxy::start(server.plain, 8, 4 << 20);
    let folder = tempfile::tempdir().unwrap();
    let mut through = account("large", proxy.port);
    through.patience = Duration::from_secs(2);
    let (intake, mailbox) = (intake(folder.path()), mailbox(1, through));
    let watching = Watching::begin(&intake, &mailbox);
    watching.taken(3);
    drop(watching);
    accounted_for(&intake, &mailbox, &delivered);
    let faults = proxy.faults.load(Ordering::SeqCst);
    println!("30 MB came over {faults} faults");
    assert!(faults >= 2);
}

#[test]
fn a_message_that_is_too_large_is_accounted_for_and_stays_on_the_server() {
    let Some(server) = Dovecot::shared() else {
        return;
    };
    let (large, small) = (with_pictures(3), message(4, 8));
    server.deliver("larger", "INBOX", &large);
    server.deliver("larger", "INBOX", &small);
    let folder = tempfile::tempdir().unwrap();
    let (intake, mut mailbox) = (intake(folder.path()), mailbox(1, server.account("larger")));
    mailbox.largest = 2 << 20;
    mailbox.after = After::Move("Sutvarkyti".into());
    server.deliver("larger", "Sutvarkyti", &message(5, 8));
    let watching = Watching::begin(&intake, &mailbox);
    watching.taken(2);
    watching.reconciled();
    drop(watching);
    // Also the next one who comes leaves it.
    let watching = Watching::begin(&intake, &mailbox);
    watching.until(|event| matches!(event, Event::Looked).then_some(()));
    drop(watching);
    assert_eq!(
        server.files("larger", "INBOX").len(),
        1,
        "what is not whole"
    );
    assert_eq!(server.files("larger", "Sutvarkyti").len(), 2);
    let id = mailbox.id;
    intake
        .db
        .read_now(|reader| {
            let uid_validity = validity(reader, id)?.unwrap();
            let all = numbers(reader, id, uid_validity)?;
            let line = line_at(
                reader,
                id,
                Place {
                    uid_validity,
                    uid: all[0],
                },
            )?
            .unwrap();
            assert_eq!(
                (line.fate.as_str(), line.bytes),
                ("too-large", large.len() as i64)
            );
            assert_eq!(line.message_id, "<1.8@ferry.example>");
            let beginning = reader.blob(line.file.unwrap())?.unwrap();
            assert!(beginning.len() <= 64 << 10 && large.starts_with(&beginning));
            Ok::<(), redress_store::Error>(())
        })
        .unwrap();
    stands(&intake);
}
