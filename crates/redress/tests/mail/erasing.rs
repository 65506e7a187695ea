//! What is erased of a case is erased of its messages, in every file of the database.

use crate::{
    office::Ferry,
    world::{Post, mail_from, posts},
};
use redress_complaint::facts::Erased;
use redress_kernel::{By, Draft, Id};
use redress_store::{Error, Location, Read, Tx, sql};

const CANARY: &str = "kanarelė-7391";
/// As the index of words holds it; what was written lies closed elsewhere.
const FOLDED: &str = "kanarele";
const ADDRESS: &str = "canary.7391@example.lt";

fn erase(post: &Post, case: Id) {
    let entries = post.look(|reader| reader.entries(case));
    let entries = entries
        .iter()
        .filter(|entry| entry.personal.present().is_some());
    let fact = Erased {
        entries: entries.map(|entry| entry.seq).collect(),
        basis: "request".to_owned(),
    };
    let now = post.ferry.house.now();
    let write = move |tx: &mut Tx| {
        tx.record(Draft::of(case, &fact), &By::system(now))
            .map(|_| ())
    };
    post.ferry.house.db.write_now(write).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_the_messages_is_left_when_their_case_is_erased() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    let kept = tempfile::tempdir().unwrap();
    let at = Location::Sqlite(path.clone());
    let post = Post::of(Ferry::open_at(at, kept).await);
    let who = format!("Canary <{ADDRESS}>");
    let new = mail_from(
        &who,
        1,
        "Message-ID: <canary.7391@mail.example>\r\n",
        &format!("I am {CANARY}."),
    );
    let line = post.arrives(&new);
    let case = line.complaint.unwrap();
    post.arrives(format!("Received: by another\r\n{new}"));
    post.arrives(&new);
    let to = format!("To: {}\r\n", post.reply_to(case));
    post.arrives(mail_from(&who, 2, &to, &format!("Again {CANARY}.")));
    let letter = post.case(case).messages[0].id;
    let bounce = format!(
        "From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered Mail\r\nMessage-ID: <b@mx>\r\n\r\n<{ADDRESS}>: 550 5.1.1 user unknown\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nMessage-ID: <{letter}@blueferry.example>\r\n"
    );
    assert_eq!(post.arrives(bounce).complaint, Some(case));
    assert!(found(&path) > 0, "the test can see the canary");
    erase(&post, case);
    post.stands();
    let write =
        |tx: &mut Tx| -> Result<(), Error> { tx.execute(&sql("DELETE FROM job")).map(|_| ()) };
    post.ferry.house.db.write_now(write).unwrap();
    let rows = post.look(|reader| {
        let query = sql("SELECT COUNT(*) FROM mail_ledger WHERE sender <> '' OR subject <> '' OR message_id <> ''");
        reader.one(&query, |row| row.int(0))
    });
    assert_eq!(rows, Some(0));
    drop(post);
    assert_eq!(found(&path), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_that_is_erased_is_erased_in_every_mailbox_that_it_came_to() {
    for post in posts().await {
        let line = post.arrives(mail_from("rasa@example.lt", 1, "", "It left at 8:50."));
        let case = line.complaint.unwrap();
        let to = format!("To: {}\r\n", post.reply_to(case));
        let who = format!("Canary <{ADDRESS}>");
        let reply = mail_from(&who, 2, &to, &format!("I am {CANARY}."));
        let second = format!("Received: by another\r\n{reply}");
        let fates = [&reply, &second, &second].map(|bytes| post.arrives(bytes).fate);
        assert_eq!(fates, ["reply", "copy", "copy"]);
        let other = mail_from(&who, 3, &to, "Something else.");
        assert_eq!(post.arrives(other).fate, "reply");
        let left = || {
            let query = sql("SELECT COUNT(*) FROM mail_ledger WHERE complaint = $1
                 AND (sender <> '' OR subject <> '' OR message_id <> '' OR file IS NOT NULL)");
            post.look(|reader| reader.one(&query.arg(case), |row| row.int(0)))
        };
        assert_eq!(
            left(),
            Some(4),
            "the complaint, two words, and the second mailbox"
        );
        let entries = post.look(|reader| reader.entries(case));
        let mut words = entries
            .iter()
            .filter(|entry| entry.kind == "message-received");
        let first = words.next().unwrap().seq;
        let fact = Erased {
            entries: vec![first],
            basis: "request".to_owned(),
        };
        let now = post.ferry.house.now();
        let write = move |tx: &mut Tx| {
            tx.record(Draft::of(case, &fact), &By::system(now))
                .map(|_| ())
        };
        post.ferry.house.db.write_now(write).unwrap();
        assert_eq!(left(), Some(2), "the complaint and the other word stand");
        post.stands();
    }
}

/// Files of the database in which the canary stands.
fn found(folder: &std::path::Path) -> usize {
    let has = |bytes: &[u8], text: &str| {
        bytes
            .windows(text.len())
            .any(|some| some == text.as_bytes())
    };
    let files = std::fs::read_dir(folder).unwrap().flatten();
    files
        .filter(|file| {
            let bytes = std::fs::read(file.path()).unwrap_or_default();
            [CANARY, FOLDED, ADDRESS].iter().any(|it| has(&bytes, it))
        })
        .count()
}
