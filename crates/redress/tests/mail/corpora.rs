//! The messages of other projects through the whole intake: every one is accounted for,
//! no report and no automatic answer becomes a complaint or is answered, and the house
//! stands. `cargo xtask check --shared`.

use crate::{office::Ferry, world::Post};
use redress_mail::reading::read;
use redress_store::{Read, sql};
use std::path::{Path, PathBuf};

fn files(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).unwrap().flatten() {
            let path = entry.path();
            match path.is_dir() {
                true => open.push(path),
                false => found.push(path),
            }
        }
    }
    found.sort();
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn every_message_of_the_corpora_is_accounted_for_and_no_machine_is_answered() {
    let Ok(shared) = std::env::var("REDRESS_SHARED_DATA") else {
        eprintln!("SKIPPED, loudly: REDRESS_SHARED_DATA is not set (cargo xtask check --shared)");
        return;
    };
    let post = Post::of(Ferry::open().await);
    let (mut machines, mut wrong, mut all) = (0, Vec::new(), 0);
    for path in files(&Path::new(&shared).join("mail")) {
        let bytes = std::fs::read(&path).unwrap();
        let message = read(&bytes);
        let word = |name: &str| message.field(name).unwrap_or_default().to_lowercase();
        let machine = word("content-type").starts_with("multipart/report")
            || word("auto-submitted").starts_with("auto");
        all += 1;
        machines += u32::from(machine);
        // So that caps of one sender do not hide what would have happened.
        post.ferry.later(61);
        let line = post.arrives(&bytes);
        if machine && line.complaint.is_some() {
            wrong.push(path);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
    let counted = |query: &'static str| {
        post.look(|reader| reader.one(&sql(query), |row| row.int(0)))
            .unwrap()
    };
    let lines = counted("SELECT COUNT(*) FROM mail_ledger");
    let unsorted =
        counted("SELECT COUNT(*) FROM mail_ledger WHERE fate = 'unreadable' AND complaint IS NULL");
    println!(
        "{all} messages, {machines} of machines, {} complaints, {unsorted} failed",
        post.complaints()
    );
    assert_eq!((lines, unsorted), (all, 0));
    post.stands();
}
