//! New mail is here at once, and what is done on the server is done afterwards.

use crate::{
    dovecot::Dovecot,
    scripted::{Quirk, Scripted, lying},
    world::{HURRIED, Watching, accounted_for, intake, mailbox, message},
};
use redress_channels::mailboxes::{After, Intake, Pace, Sorted, Stop, fate, numbers, watch};
use redress_store::Error;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

#[test]
fn a_new_message_is_told_of_by_the_server_and_waited_for_by_nobody() {
    let Some(server) = Dovecot::shared() else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let (intake, mailbox) = (intake(folder.path()), mailbox(1, server.account("idle")));
    server.deliver("idle", "INBOX", &message(0, 2));
    // Nobody looks by himself for as long as a test may last: only the server's word wakes.
    let pace = Pace {
        poll: Duration::from_secs(600),
        ..HURRIED
    };
    let watching = Watching::at(pace, &intake, &mailbox);
    watching.reconciled();
    let mut waits: Vec<Duration> = (1..6)
        .map(|number| {
            let began = Instant::now();
            server.deliver("idle", "INBOX", &message(number, 2));
            watching.taken(1);
            began.elapsed()
        })
        .collect();
    drop(watching);
    let delivered: Vec<Vec<u8>> = (0..6).map(|number| message(number, 2)).collect();
    accounted_for(&intake, &mailbox, &delivered);
    waits.sort();
    println!("from delivery to ledger by IDLE: {waits:.0?}");
}

#[test]
fn a_message_is_marked_or_moved_once_it_is_in_and_not_before() {
    let Some(server) = Dovecot::shared() else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let intake = intake(folder.path());
    let failing = Intake {
        sort: Arc::new(|_, _, _, _| Err(Error::Full)),
        ..intake.clone()
    };
    let mut seen = mailbox(1, server.account("seen"));
    seen.after = After::Seen;
    server.deliver("seen", "INBOX", &message(1, 3));
    let watching = Watching::begin(&failing, &seen);
    watching.until(|event| {
        matches!(
            event,
            redress_channels::mailboxes::Event::NotKept(Error::Full)
        )
        .then_some(())
    });
    drop(watching);
    assert!(!marked(&server), "marked and not in");
    let watching = Watching::begin(&intake, &seen);
    watching.reconciled();
    drop(watching);
    assert!(marked(&server));
    accounted_for(&intake, &seen, &[message(1, 3)]);

    let mut moved = mailbox(2, server.account("moved"));
    moved.after = After::Move("Sutvarkyti".into());
    server.deliver("moved", "INBOX", &message(2, 3));
    server.deliver("moved", "Sutvarkyti", &message(3, 3));
    let watching = Watching::begin(&intake, &moved);
    watching.reconciled();
    drop(watching);
    assert_eq!(server.files("moved", "INBOX").len(), 0);
    assert_eq!(server.files("moved", "Sutvarkyti").len(), 2);
}

fn marked(server: &Dovecot) -> bool {
    server
        .files("seen", "INBOX")
        .iter()
        .any(|name| name.ends_with('S'))
}

#[test]
fn a_message_that_cannot_be_decided_upon_holds_up_no_other() {
    let Some(server) = Dovecot::shared() else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let mut intake = intake(folder.path());
    intake.sort = Arc::new(|_, mail, _, _| match mail.message_id.as_str() {
        "<1.4@ferry.example>" => panic!("a message that nobody thought of"),
        "<2.4@ferry.example>" => Err(Error::Wrong("another one".into())),
        _ => Ok(Sorted {
            fate: fate::UNSORTED,
            ..Sorted::default()
        }),
    });
    let delivered: Vec<Vec<u8>> = (0..6).map(|number| message(number, 4)).collect();
    delivered
        .iter()
        .for_each(|bytes| server.deliver("odd", "INBOX", bytes));
    let mailbox = mailbox(1, server.account("odd"));
    let watching = Watching::begin(&intake, &mailbox);
    watching.taken(6);
    drop(watching);
    accounted_for(&intake, &mailbox, &delivered);
    let id = mailbox.id;
    let standing = intake
        .db
        .read_now(|reader| redress_channels::mailboxes::standing(reader, id))
        .unwrap();
    assert_eq!((standing.unreadable, standing.unsorted), (2, 4));
}

/// The server tells of it once, in the middle of a fetch, and is not asked again: nobody
/// looks without news for as long as this test lasts.
#[test]
fn a_message_that_arrives_while_another_is_fetched_does_not_wait_for_the_next_look() {
    let texts: Vec<Vec<u8>> = (0..4).map(|number| message(number, 13)).collect();
    let server = Scripted::start(vec![lying(1, &texts[0], Quirk::Good)]);
    server.folder().arriving = vec![lying(2, &texts[1], Quirk::Good)];
    let folder = tempfile::tempdir().unwrap();
    let (intake, mailbox) = (intake(folder.path()), mailbox(1, server.account()));
    let watching = Watching::begin(&intake, &mailbox);
    watching.taken(2);
    watching.reconciled();
    // And the same once it waits.
    let mut lying_there = server.folder();
    lying_there.arriving = vec![lying(4, &texts[3], Quirk::Good)];
    lying_there.lying.push(lying(3, &texts[2], Quirk::Good));
    drop(lying_there);
    watching.taken(2);
    drop(watching);
    accounted_for(&intake, &mailbox, &texts);
}

/// Whoever switches a mailbox off while hundreds are fetched is heard after this batch.
#[test]
fn a_round_ends_between_two_batches_when_we_are_to_stop() {
    let all = (1..=400).map(|uid| lying(uid, &message(uid.into(), 14), Quirk::Good));
    let server = Scripted::start(all.collect());
    let folder = tempfile::tempdir().unwrap();
    let (mut intake, mailbox) = (intake(folder.path()), mailbox(1, server.account()));
    let stop = Arc::new(Stop::default());
    let its = stop.clone();
    intake.sort = Arc::new(move |_, _, _, _| {
        its.now();
        Ok(Sorted {
            fate: fate::UNSORTED,
            ..Sorted::default()
        })
    });
    let mut told = Vec::new();
    watch(&intake, &mailbox, &HURRIED, &stop, &mut |event| {
        told.push(format!("{event:?}"));
    });
    let id = mailbox.id;
    let in_ledger = intake.db.read_now(|reader| numbers(reader, id, 7)).unwrap();
    assert_eq!(in_ledger.len(), 25, "the first batch");
    let failed = told.iter().any(|event| event.starts_with("Failed"));
    assert!(
        !failed && !told.iter().any(|event| event == "Looked"),
        "{told:?}"
    );
}
