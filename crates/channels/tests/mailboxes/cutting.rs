//! Exactly once, through a line that breaks all the time; and what happens without it.

use crate::{
    dovecot::{Dovecot, account},
    proxy::Proxy,
    world::{Watching, accounted_for, intake, mailbox, message},
};
use redress_mail::imap::{Account, Fault, Session};
use std::{
    collections::HashSet,
    sync::atomic::Ordering,
    time::{Duration, Instant},
};

/// 200 in CI; `REDRESS_IMAP_MAILS=10000` for the long one.
fn mails() -> u64 {
    let asked = std::env::var("REDRESS_IMAP_MAILS").ok();
    asked.and_then(|n| n.parse().ok()).unwrap_or(200)
}

/// So that a run has about three faults for ten messages.
fn mean(delivered: &[Vec<u8>]) -> usize {
    let bytes: usize = delivered.iter().map(Vec::len).sum();
    bytes * 10 / (4 * delivered.len())
}

fn through(port: u16, user: &str) -> Account {
    Account {
        patience: Duration::from_millis(300),
        ..account(user, port)
    }
}

#[test]
fn every_message_comes_through_a_line_that_breaks_exactly_once() {
    let Some(server) = Dovecot::shared() else {
        return;
    };
    let delivered: Vec<Vec<u8>> = (0..mails()).map(|number| message(number, 5)).collect();
    delivered
        .iter()
        .for_each(|bytes| server.deliver("cut", "INBOX", bytes));
    let proxy = Proxy::start(server.plain, 5, mean(&delivered));
    let folder = tempfile::tempdir().unwrap();
    let (intake, mailbox) = (
        intake(folder.path()),
        mailbox(1, through(proxy.port, "cut")),
    );
    let began = Instant::now();
    let watching = Watching::begin(&intake, &mailbox);
    watching.taken(mails());
    let took = began.elapsed();
    proxy.mended();
    watching.reconciled();
    drop(watching);
    accounted_for(&intake, &mailbox, &delivered);
    let faults = proxy.faults.load(Ordering::SeqCst) as u64;
    println!(
        "{} messages, {faults} faults in {} connections, {took:.1?}: each exactly once",
        mails(),
        proxy.connections.load(Ordering::SeqCst)
    );
    assert!(
        faults >= mails() * 3 / 10,
        "only {faults} faults: the line was too good"
    );
    // Nothing was changed on the server.
    assert!(
        server
            .files("cut", "INBOX")
            .iter()
            .all(|name| !name.contains('S'))
    );
}

#[test]
fn a_good_line_is_quick() {
    let Some(server) = Dovecot::shared() else {
        return;
    };
    let delivered: Vec<Vec<u8>> = (0..mails()).map(|number| message(number, 4)).collect();
    delivered
        .iter()
        .for_each(|bytes| server.deliver("quick", "INBOX", bytes));
    let folder = tempfile::tempdir().unwrap();
    let (intake, mailbox) = (
        intake(folder.path()),
        mailbox(1, account("quick", server.plain)),
    );
    let began = Instant::now();
    let watching = Watching::begin(&intake, &mailbox);
    watching.taken(mails());
    let took = began.elapsed();
    watching.reconciled();
    drop(watching);
    accounted_for(&intake, &mailbox, &delivered);
    println!(
        "{} messages in {took:.1?}: {:.0} a second",
        mails(),
        mails() as f64 / took.as_secs_f64()
    );
}

/// What tools often do: those that are not marked as seen, and mark them.
fn naive(account: &Account, marks_first: bool) -> Vec<Vec<u8>> {
    let mut stored = Vec::new();
    let mut visit = || -> Result<(), Fault> {
        let mut session = Session::open(account)?;
        session.select("INBOX")?;
        loop {
            let unseen = session.unseen()?;
            let some = &unseen[..unseen.len().min(10)];
            if some.is_empty() {
                return Ok(());
            }
            if marks_first {
                session.mark_seen(some)?;
            }
            let (fetched, ended) = session.first_pieces(some);
            stored.extend(fetched.into_iter().map(|one| one.bytes));
            ended?;
            session.mark_seen(some)?;
        }
    };
    while visit().is_err() {}
    stored
}

#[test]
fn without_the_ledger_the_same_line_loses_messages_and_doubles_them() {
    let Some(server) = Dovecot::shared() else {
        return;
    };
    let delivered: Vec<Vec<u8>> = (0..100).map(|number| message(number, 6)).collect();
    for user in ["first", "after"] {
        delivered
            .iter()
            .for_each(|bytes| server.deliver(user, "INBOX", bytes));
    }
    // Longer distances: ten messages at once never came through otherwise.
    let proxy = Proxy::start(server.plain, 6, 6 * mean(&delivered));
    let lost = naive(&through(proxy.port, "first"), true);
    let distinct: HashSet<_> = lost.iter().collect();
    assert!(
        distinct.len() < delivered.len(),
        "marked first and lost none: no control"
    );
    let doubled = naive(&through(proxy.port, "after"), false);
    let kinds: HashSet<_> = doubled.iter().collect();
    assert!(
        doubled.len() > kinds.len(),
        "marked after and doubled none: no control"
    );
    println!(
        "control, of 100: marked first {} lost; marked after {} doubled",
        delivered.len() - distinct.len(),
        doubled.len() - kinds.len()
    );
}
