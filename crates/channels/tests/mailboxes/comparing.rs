//! The comparison once a day: what the ledger should ever have missed is named, and
//! fetched.

use crate::{
    dovecot::Dovecot,
    world::{Watching, accounted_for, intake, mailbox, message, random},
};
use redress_channels::mailboxes::{Event, Place, Raw, standing};
use redress_mail::imap::trial;

#[test]
fn a_gap_in_the_ledger_is_named_and_filled() {
    let Some(server) = Dovecot::shared() else {
        return;
    };
    let delivered: Vec<Vec<u8>> = (0..5).map(|number| message(number, 9)).collect();
    delivered
        .iter()
        .for_each(|bytes| server.deliver("gap", "INBOX", bytes));
    let folder = tempfile::tempdir().unwrap();
    let (intake, mailbox) = (intake(folder.path()), mailbox(1, server.account("gap")));
    // Somehow only the newest is in: going on from there would never see the others.
    let uid_validity = trial(&mailbox.account, "INBOX")
        .outcome
        .unwrap()
        .uid_validity;
    let newest = Raw {
        mailbox: mailbox.id,
        place: Place {
            uid_validity,
            uid: 5,
        },
        size: delivered[4].len() as u64,
        arrived_at: None,
        whole: true,
        bytes: delivered[4].clone(),
        salt: random(),
    };
    intake.take(vec![newest]).unwrap();
    let watching = Watching::begin(&intake, &mailbox);
    let found = watching.until(|event| match event {
        Event::Reconciled(found) => Some(found.clone()),
        _ => None,
    });
    drop(watching);
    assert_eq!(found.missing, [1, 2, 3, 4]);
    assert_eq!((found.accounted, found.gone), (1, 0));
    accounted_for(&intake, &mailbox, &delivered);
    let id = mailbox.id;
    let standing = intake.db.read_now(|reader| standing(reader, id)).unwrap();
    assert_eq!(standing.missing, 4);
    assert!(standing.reconciled_at.is_some());
    // Compared today: the next visit does not do it again.
    let watching = Watching::begin(&intake, &mailbox);
    server.deliver("gap", "INBOX", &message(7, 9));
    let compared = watching.until(|event| match event {
        Event::Reconciled(_) => Some(true),
        Event::Taken(1) => Some(false),
        _ => None,
    });
    assert!(!compared);
}
