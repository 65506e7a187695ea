//! The messages of other projects through the whole intake: every one is accounted for,
//! no report and no automatic answer becomes a complaint or is answered, and the house
//! stands. A part of them always; all of them with `cargo xtask check --shared`.

use crate::{office::Ferry, world::Post};
use redress_channels::mailboxes::Line;
use redress_mail::reading::read;
use redress_store::{Read, sql};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

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

/// By what it says of itself: a report, or an automatic answer.
fn machine(bytes: &[u8]) -> (bool, bool) {
    let message = read(bytes);
    let word = |name: &str| message.field(name).unwrap_or_default().to_lowercase();
    let report = word("content-type").starts_with("multipart/report");
    (report, word("auto-submitted").starts_with("auto"))
}

/// What came of all of them.
#[derive(Default)]
struct Tally {
    files: i64,
    reports: u32,
    automatic: u32,
    fates: BTreeMap<String, u32>,
    wrong: Vec<PathBuf>,
}

impl Tally {
    fn note(&mut self, path: PathBuf, machine: (bool, bool), line: &Line) {
        self.files += 1;
        self.reports += u32::from(machine.0);
        self.automatic += u32::from(machine.1);
        *self.fates.entry(line.fate.clone()).or_default() += 1;
        // Neither a complaint of its own nor a word in one: so it counts nowhere, and
        // nothing that could answer it is ever recorded.
        if (machine.0 || machine.1) && line.complaint.is_some() {
            self.wrong.push(path);
        }
    }
}

fn through(post: &Post, folder: &Path) -> Tally {
    let mut tally = Tally::default();
    for path in ["mail", "replies"]
        .iter()
        .flat_map(|its| files(&folder.join(its)))
    {
        let bytes = std::fs::read(&path).unwrap();
        // So that caps of one sender do not hide what would have happened.
        post.ferry.later(61);
        let line = post.arrives(&bytes);
        tally.note(path, machine(&bytes), &line);
    }
    tally
}

fn counted(post: &Post, query: &'static str) -> i64 {
    let count = post.look(|reader| reader.one(&sql(query), |row| row.int(0)));
    count.unwrap()
}

async fn accounted_for(folder: &Path) -> Tally {
    let post = Post::of(Ferry::open().await);
    let tally = through(&post, folder);
    assert!(tally.wrong.is_empty(), "{:?}", tally.wrong);
    let lines = counted(&post, "SELECT COUNT(*) FROM mail_ledger WHERE fate <> ''");
    assert_eq!(lines, tally.files, "a line each");
    let lost = "SELECT COUNT(*) FROM mail_ledger WHERE fate IN ('unreadable', 'unsorted') AND complaint IS NULL";
    assert_eq!(counted(&post, lost), 0, "failed");
    // Whoever was answered had opened a complaint, and was answered once.
    let answered = counted(&post, "SELECT COUNT(*) FROM mail_letter");
    let opened = "SELECT COUNT(*) FROM mail_ledger AS its JOIN mail_letter AS answer ON answer.complaint = its.complaint
        WHERE its.fate IN ('new', 'claims-to-belong') AND answer.recipient <> ''";
    assert_eq!(counted(&post, opened), answered);
    println!(
        "{} files, {} reports, {} automatic answers, {} complaints, {answered} answered; {:?}",
        tally.files,
        tally.reports,
        tally.automatic,
        post.complaints(),
        tally.fates
    );
    post.stands();
    tally
}

#[tokio::test(flavor = "multi_thread")]
async fn every_message_of_others_is_accounted_for_and_no_machine_is_answered() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../mail/tests/samples");
    let tally = accounted_for(&samples).await;
    assert!(tally.reports >= 40 && tally.automatic >= 8);
    let Ok(shared) = std::env::var("REDRESS_SHARED_DATA") else {
        eprintln!("SKIPPED, loudly: REDRESS_SHARED_DATA is not set (cargo xtask check --shared)");
        return;
    };
    let tally = accounted_for(Path::new(&shared)).await;
    assert!(
        tally.reports >= 481 && tally.automatic >= 253,
        "{}",
        tally.automatic
    );
}
