//! kill -9 in the middle of fetching, again and again: the next one goes on.

use crate::{
    dovecot::{Dovecot, account},
    proxy::Dice,
    world::{Watching, accounted_for, intake, mailbox, message},
};
use redress_channels::mailboxes::{After, Event, Sorted, fate};
use std::{
    path::Path,
    process::{Command, Stdio},
    sync::{Arc, Condvar, Mutex},
    thread,
    time::Duration,
};

const MAILS: u64 = 400;

#[test]
fn a_process_that_is_killed_while_fetching_loses_and_doubles_nothing() {
    let Some(server) = Dovecot::shared() else {
        return;
    };
    let delivered: Vec<Vec<u8>> = (0..MAILS).map(|number| message(number, 7)).collect();
    delivered
        .iter()
        .for_each(|bytes| server.deliver("killed", "INBOX", bytes));
    let folder = tempfile::tempdir().unwrap();
    let mut dice = Dice(7);
    let mut in_the_middle = 0;
    for _ in 0..20 {
        let before = marked(&server);
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["killed::the_one_who_is_killed", "--exact", "--nocapture"])
            .env("REDRESS_IMAP_FETCHING", folder.path())
            .env("REDRESS_IMAP_PORT", server.plain.to_string())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut patience = 2000;
        while marked(&server) == before && patience > 0 {
            thread::sleep(Duration::from_millis(5));
            patience -= 1;
        }
        thread::sleep(Duration::from_millis(dice.below(150)));
        child.kill().unwrap();
        child.wait().unwrap();
        let after = marked(&server);
        assert!(after > before, "it fetched nothing");
        if after == MAILS as usize {
            break;
        }
        in_the_middle += 1;
    }
    let (intake, mut mailbox) = (intake(folder.path()), mailbox(1, server.account("killed")));
    mailbox.after = After::Seen;
    // The last one may have compared everything before it was killed.
    Watching::begin(&intake, &mailbox).until(|event| matches!(event, Event::Looked).then_some(()));
    accounted_for(&intake, &mailbox, &delivered);
    assert_eq!(marked(&server), MAILS as usize);
    println!("kill -9 in the middle {in_the_middle} times: each message exactly once");
    assert!(in_the_middle >= 3, "it was never killed in the middle");
}

fn marked(server: &Dovecot) -> usize {
    let files = server.files("killed", "INBOX");
    files.iter().filter(|name| name.ends_with('S')).count()
}

/// Not a test of its own: what the one above starts and kills.
#[test]
fn the_one_who_is_killed() {
    let Ok(folder) = std::env::var("REDRESS_IMAP_FETCHING") else {
        return;
    };
    let port = std::env::var("REDRESS_IMAP_PORT").unwrap().parse().unwrap();
    let mut intake = intake(Path::new(&folder));
    // Slow enough to be met in the middle.
    intake.sort = Arc::new(|_, _, _, _| {
        let never = (Mutex::new(()), Condvar::new());
        drop(
            never
                .1
                .wait_timeout(never.0.lock().unwrap(), Duration::from_millis(4)),
        );
        Ok(Sorted {
            fate: fate::UNSORTED,
            ..Sorted::default()
        })
    });
    let mut mailbox = mailbox(1, account("killed", port));
    mailbox.after = After::Seen;
    Watching::begin(&intake, &mailbox).until(|_| None::<()>);
}
