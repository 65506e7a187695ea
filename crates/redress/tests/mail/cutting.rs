//! Exactly once with deciding in it: messages through a line that breaks all the time
//! become complaints of the whole house, each one complaint.

use crate::{
    dovecot::{Dovecot, account},
    office::Ferry,
    proxy::Proxy,
    world::{Post, mail_from},
};
use redress_channels::mailboxes::{After, Event, Mailbox, Pace, Stop, numbers, validity, watch};
use redress_kernel::Id;
use redress_mail::imap::Account;
use redress_store::{Read, sql};
use std::{
    sync::{Arc, atomic::Ordering, mpsc},
    time::{Duration, Instant},
};

/// 60 in CI; `REDRESS_IMAP_MAILS=10000` for the long one.
fn mails() -> u32 {
    let asked = std::env::var("REDRESS_IMAP_MAILS").ok();
    asked.and_then(|n| n.parse().ok()).unwrap_or(60)
}

fn message(number: u32) -> Vec<u8> {
    let who = format!("Somebody <s{number}@example.org>");
    let lines: String = (0..number % 60 + 5)
        .map(|line| format!("{number}.{line} keltas vėlavo, pinigų negrąžino\r\n"))
        .collect();
    mail_from(
        &who,
        number,
        "Content-Type: text/plain; charset=utf-8\r\n",
        &lines,
    )
    .into_bytes()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_message_through_a_line_that_breaks_becomes_one_complaint() {
    let Some(server) = Dovecot::shared() else {
        return;
    };
    let delivered: Vec<Vec<u8>> = (0..mails()).map(message).collect();
    delivered
        .iter()
        .for_each(|bytes| server.deliver("sorted", "INBOX", bytes));
    let mean = delivered.iter().map(Vec::len).sum::<usize>() * 10 / (4 * delivered.len());
    let proxy = Proxy::start(server.plain, 7, mean);
    let post = Post::of(Ferry::open().await);
    let mailbox = Mailbox {
        id: Id::from_bytes([5; 16]),
        account: Account {
            patience: Duration::from_millis(300),
            ..account("sorted", proxy.port)
        },
        folder: "INBOX".into(),
        after: After::Leave,
        largest: 64 << 20,
    };
    let began = Instant::now();
    fetched(&post, &mailbox);
    let took = began.elapsed();
    let (lines, cases) = post.look(|reader| {
        let numbering = validity(reader, mailbox.id)?.unwrap();
        let lines = numbers(reader, mailbox.id, numbering)?.len();
        let query = sql("SELECT COUNT(*) FROM (SELECT DISTINCT complaint FROM mail_ledger WHERE fate = 'new') AS its");
        Ok((lines, reader.one(&query, |row| row.int(0))?))
    });
    assert_eq!((lines as u32, cases), (mails(), Some(i64::from(mails()))));
    assert_eq!(post.complaints(), i64::from(mails()));
    let faults = proxy.faults.load(Ordering::SeqCst);
    println!(
        "{} messages, {faults} faults, {took:.1?}: each one complaint",
        mails()
    );
    assert!(faults as u32 >= mails() * 3 / 10, "only {faults} faults");
    post.stands();
}

/// Watches until every message is in.
fn fetched(post: &Post, mailbox: &Mailbox) {
    let hurried = Pace {
        again: Duration::from_millis(1),
        again_most: Duration::from_millis(50),
        again_refused: Duration::from_millis(50),
        poll: Duration::from_millis(100),
        look: Duration::from_secs(600),
    };
    let (stop, (tell, events)) = (Arc::new(Stop::default()), mpsc::channel());
    let (intake, its, stopped) = (post.intake(), mailbox.clone(), stop.clone());
    let thread = std::thread::spawn(move || {
        watch(&intake, &its, &hurried, &stopped, &mut |event| {
            drop(tell.send(event))
        });
    });
    let mut taken = 0;
    while taken < u64::from(mails()) {
        match events.recv_timeout(Duration::from_secs(300)) {
            Ok(Event::Taken(more)) => taken += more,
            Ok(Event::NotKept(error)) => panic!("{error}"),
            Ok(_) => {}
            Err(error) => panic!("{taken} taken, then {error}"),
        }
    }
    stop.now();
    drop(thread.join());
}
