//! What a server does not give out whole is not taken for the message.

use crate::{
    scripted::{Lying, Quirk, Scripted, lying},
    world::{PATIENT, RESTLESS, Watching, accounted_for, intake, mailbox, message, stands},
};
use redress_channels::mailboxes::{After, Event, Intake, Line, Mailbox, Place, line_at};
use redress_kernel::Id;
use redress_store::{Read, Reader, sql};

fn of(quirks: &[Quirk]) -> (Scripted, Vec<Vec<u8>>) {
    let texts: Vec<Vec<u8>> = (0..quirks.len() as u64).map(|n| message(n, 12)).collect();
    let all: Vec<Lying> = (1..)
        .zip(texts.iter().zip(quirks))
        .map(|(uid, (text, quirk))| lying(uid, text, *quirk))
        .collect();
    (Scripted::start(all), texts)
}

fn ledger_line(intake: &Intake, mailbox: &Mailbox, uid: u32) -> Option<Line> {
    let (id, uid_validity) = (mailbox.id, 7);
    let place = Place { uid_validity, uid };
    let found = intake.db.read_now(|reader| line_at(reader, id, place));
    found.unwrap()
}

fn kept(intake: &Intake, line: &Line) -> Vec<u8> {
    let file = line.file.unwrap();
    let bytes = intake.db.read_now(|reader| reader.blob(file));
    bytes.unwrap().unwrap()
}

#[test]
fn a_message_that_comes_in_short_pieces_is_asked_for_to_its_end() {
    let short = [
        Quirk::Good,
        Quirk::Short(700),
        Quirk::Short(70),
        Quirk::Good,
    ];
    let (server, texts) = of(&short);
    let folder = tempfile::tempdir().unwrap();
    let (intake, mailbox) = (intake(folder.path()), mailbox(1, server.account()));
    let watching = Watching::begin(&intake, &mailbox);
    watching.taken(4);
    drop(watching);
    accounted_for(&intake, &mailbox, &texts);
}

/// NIL, or no bytes, and the next day the text: nothing was taken in or marked meanwhile.
#[test]
fn no_text_is_no_message() {
    for quirk in [Quirk::Nil, Quirk::Empty] {
        let (server, texts) = of(&[Quirk::Good, quirk, quirk, Quirk::Good]);
        let folder = tempfile::tempdir().unwrap();
        let (intake, mut mailbox) = (intake(folder.path()), mailbox(1, server.account()));
        mailbox.after = After::Seen;
        let watching = Watching::at(PATIENT, &intake, &mailbox);
        watching.until(|event| matches!(event, Event::Failed(_)).then_some(()));
        drop(watching);
        for uid in [2, 3] {
            assert!(ledger_line(&intake, &mailbox, uid).is_none(), "{quirk:?}");
        }
        let mut folder = server.folder();
        let seen: Vec<bool> = folder.lying.iter().map(|one| one.seen).collect();
        assert_eq!(seen, [true, false, false, false], "{quirk:?}");
        folder
            .lying
            .iter_mut()
            .for_each(|one| one.quirk = Quirk::Good);
        drop(folder);
        let watching = Watching::begin(&intake, &mailbox);
        watching.taken(3);
        drop(watching);
        accounted_for(&intake, &mailbox, &texts);
    }
}

/// One that is never given out is written down, and holds up none after it.
#[test]
fn a_message_that_is_not_given_out_is_left_to_a_person_and_the_next_ones_come() {
    for quirk in [Quirk::Refused, Quirk::Nil, Quirk::Unlisted, Quirk::HangsUp] {
        let (server, texts) = of(&[Quirk::Good, quirk, Quirk::Good, Quirk::Good]);
        let folder = tempfile::tempdir().unwrap();
        let (intake, mut mailbox) = (intake(folder.path()), mailbox(1, server.account()));
        mailbox.after = After::Seen;
        let watching = Watching::at(RESTLESS, &intake, &mailbox);
        watching.taken(4);
        watching.until(|event| matches!(event, Event::Looked).then_some(()));
        drop(watching);
        let line = ledger_line(&intake, &mailbox, 2).unwrap();
        assert_eq!(line.fate, "unreadable", "{quirk:?}");
        assert_eq!(reasons(&intake, line.mail), "not-given\t", "{quirk:?}");
        assert!(kept(&intake, &line).is_empty());
        for uid in [1, 3, 4] {
            let line = ledger_line(&intake, &mailbox, uid).unwrap();
            assert_eq!(kept(&intake, &line), texts[uid as usize - 1], "{quirk:?}");
        }
        let seen: Vec<bool> = server.folder().lying.iter().map(|one| one.seen).collect();
        assert_eq!(seen, [true, false, true, true], "{quirk:?}");
        stands(&intake);
    }
}

fn reasons(intake: &Intake, mail: Id) -> String {
    let query = sql("SELECT reasons FROM mail_ledger WHERE id = $1").arg(mail);
    let read =
        |reader: &mut Reader| reader.one(&query, |row| row.opened(0, "mail_ledger.reasons", mail));
    intake.db.read_now(read).unwrap().unwrap()
}

#[test]
fn empty_messages_are_no_copies_of_one_another() {
    let server = Scripted::start(vec![lying(1, b"", Quirk::Good), lying(2, b"", Quirk::Good)]);
    let folder = tempfile::tempdir().unwrap();
    let (intake, mailbox) = (intake(folder.path()), mailbox(1, server.account()));
    let watching = Watching::begin(&intake, &mailbox);
    watching.taken(2);
    drop(watching);
    for uid in [1, 2] {
        let line = ledger_line(&intake, &mailbox, uid).unwrap();
        assert_eq!((line.same_as, line.bytes), (None, 0));
        assert!(kept(&intake, &line).is_empty());
    }
}

#[test]
fn what_could_not_be_marked_is_the_last_word_until_it_is() {
    let texts: Vec<Vec<u8>> = (0..3).map(|number| message(number, 15)).collect();
    let server = Scripted::start(vec![lying(1, &texts[0], Quirk::Good)]);
    server.folder().marks_refused = true;
    let folder = tempfile::tempdir().unwrap();
    let (intake, mut mailbox) = (intake(folder.path()), mailbox(1, server.account()));
    mailbox.after = After::Seen;
    let watching = Watching::begin(&intake, &mailbox);
    // The first look compares, too: nothing of it may come after.
    let mut before = Vec::new();
    watching.until(|event| {
        before.push(format!("{event:?}"));
        matches!(event, Event::Unmarked(_)).then_some(())
    });
    assert!(before.iter().any(|event| event == "Looked"), "{before:?}");
    assert!(before.iter().any(|event| event.starts_with("Reconciled")));
    for (uid, well) in [(2, false), (3, true)] {
        let mut folder = server.folder();
        folder.marks_refused = !well;
        let text = &texts[uid as usize - 1];
        folder.lying.push(lying(uid, text, Quirk::Good));
        drop(folder);
        watching.until(|event| matches!(event, Event::Looked).then_some(()));
        if !well {
            watching.until(|event| matches!(event, Event::Unmarked(_)).then_some(()));
        }
    }
    // Also those that had to wait.
    assert!(server.folder().lying.iter().all(|one| one.seen));
    drop(watching);
}
