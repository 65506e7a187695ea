//! The same message in another folder, and a mailbox whose numbers begin anew.

use crate::{
    dovecot::Dovecot,
    world::{Watching, accounted_for, intake, mailbox, message, stands},
};
use redress_channels::mailboxes::{Event, by_message_id, numbers, validity};
use redress_mail::imap::Fault;

#[test]
fn the_same_message_in_two_folders_is_one_message_and_a_copy() {
    let Some(server) = Dovecot::shared() else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let intake = intake(folder.path());
    let (inbox, mut other) = (
        mailbox(1, server.account("copies")),
        mailbox(2, server.account("copies")),
    );
    other.folder = "Skundai ir pagyrimai".into();
    server.deliver("copies", "INBOX", &message(1, 1));
    server.deliver("copies", "INBOX", &message(2, 1));
    server.deliver("copies", "Skundai ir pagyrimai", &message(1, 1));
    for each in [&inbox, &other] {
        Watching::begin(&intake, each).reconciled();
    }
    let lines = intake
        .db
        .read_now(|reader| by_message_id(reader, "<1.1@ferry.example>"))
        .unwrap();
    let [copy, first] = lines.as_slice() else {
        panic!("{lines:?}")
    };
    assert_eq!((copy.mailbox, copy.fate.as_str()), (other.id, "copy"));
    assert_eq!((copy.same_as, copy.file), (Some(first.mail), None));
    assert_eq!((first.mailbox, first.same_as), (inbox.id, None));
    stands(&intake);
}

#[test]
fn a_mailbox_that_counts_anew_is_read_again_and_known_again() {
    let Some(server) = Dovecot::shared() else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let (intake, mailbox) = (intake(folder.path()), mailbox(1, server.account("anew")));
    let delivered: Vec<Vec<u8>> = (0..5).map(|number| message(number, 1)).collect();
    delivered
        .iter()
        .for_each(|bytes| server.deliver("anew", "INBOX", bytes));
    Watching::begin(&intake, &mailbox).reconciled();
    accounted_for(&intake, &mailbox, &delivered);
    let was = intake
        .db
        .read_now(|reader| validity(reader, mailbox.id))
        .unwrap()
        .unwrap();
    server.renumber("anew");
    server.deliver("anew", "INBOX", &message(9, 1));
    let watching = Watching::begin(&intake, &mailbox);
    let fault = watching.until(|event| match event {
        Event::Renumbered(fault) => Some(fault.clone()),
        _ => None,
    });
    let Fault::Renumbered(before, now) = fault else {
        panic!("{fault:?}")
    };
    assert!(before == was && now != was);
    watching.taken(6);
    drop(watching);
    // Six lines more, of which one is new and five are copies.
    let id = mailbox.id;
    let (again, of_first) = intake
        .db
        .read_now(|reader| {
            Ok::<_, redress_store::Error>((
                numbers(reader, id, now)?,
                by_message_id(reader, "<1.1@ferry.example>")?,
            ))
        })
        .unwrap();
    assert_eq!(again.len(), 6);
    assert_eq!(of_first.len(), 2);
    assert!(
        of_first
            .iter()
            .any(|line| line.fate == "copy" && line.place.uid_validity == now)
    );
    let new = intake
        .db
        .read_now(|reader| by_message_id(reader, "<9.1@ferry.example>"))
        .unwrap();
    assert_eq!(new[0].fate, "unsorted");
    stands(&intake);
}
