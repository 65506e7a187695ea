//! What must not slip through: a file's own claim, a key in the log, settings that
//! cannot be read.

use super::{REACH, STORY, complains, ferry::Ferry, keys, opened};
use redress_store::{Error, sql};
use std::{
    io::Write,
    sync::{Arc, Mutex},
};
use tracing_subscriber::fmt::MakeWriter;

const PROGRAM: &[u8] = b"MZ\x90\x00\xff\xfe a program";

#[tokio::test]
async fn a_program_that_calls_itself_a_picture_is_filed_as_what_it_is() {
    let ferry = Ferry::opens();
    // Through the form, where it rests in a draft first. Each part says image/jpeg.
    let mut rasa = ferry.visitor("en");
    let draft = rasa.get("/complain").await.action();
    let draft = draft.trim_end_matches("/1");
    let photo: &[(&str, &str, &[u8])] = &[("enclosures", "photo.jpg", PROGRAM)];
    rasa.post_files(&format!("{draft}/1"), STORY, photo).await;
    rasa.post(&format!("{draft}/3"), REACH).await;
    rasa.post(&format!("{draft}/4"), &[]).await;
    let (by_form, _) = keys(&rasa.get(&format!("{draft}/done")).await);
    // And through the follow-up page.
    let (mut visitor, by_follow) = opened(&ferry).await;
    let more: &[(&str, &str, &[u8])] = &[("more-files", "photo.jpg", PROGRAM)];
    let sent = visitor
        .post_files("/follow/case/information", &[], more)
        .await;
    assert_eq!(sent.status, 303);
    for reference in [by_form, by_follow] {
        let case = ferry.case(&reference);
        assert_eq!(case.files[0].name, "photo.jpg");
        assert_eq!(case.files[0].media, "application/octet-stream");
    }
}

/// A log that can be read afterwards.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Log;

    fn make_writer(&'a self) -> Log {
        self.clone()
    }
}

fn breaks(ferry: &Ferry, statement: &'static str) {
    let broken = ferry
        .house
        .db
        .write_now(move |tx| -> Result<_, Error> { tx.execute(&sql(statement)) });
    assert!(broken.is_ok(), "{statement}: {broken:?}");
}

#[tokio::test]
async fn an_address_that_is_a_key_is_never_in_the_log() {
    let ferry = Ferry::opens();
    let mut visitor = ferry.visitor("en");
    let draft = visitor.get("/complain").await.action();
    let draft = draft.trim_end_matches("/1").to_owned();
    breaks(&ferry, "ALTER TABLE draft RENAME TO draft_gone");
    breaks(
        &ferry,
        "ALTER TABLE one_time_link RENAME TO one_time_link_gone",
    );
    let log = Log::default();
    // While only one listener exists, a line of the log that another test's thread comes
    // to first counts as wanted by nobody, for good. A second one ends that.
    let _second = tracing::Dispatch::new(tracing_subscriber::registry());
    let subscriber = tracing_subscriber::fmt()
        .with_writer(log.clone())
        .with_max_level(tracing::Level::TRACE)
        .finish();
    let listening = tracing::subscriber::set_default(subscriber);
    let (welcome, set_up) = ("w3lc0mek3y".repeat(4), "s3tupk3y00".repeat(4));
    for path in [
        format!("/welcome/{welcome}"),
        format!("/setup/{set_up}"),
        format!("{draft}/2"),
        format!("/nowhere/{welcome}"),
    ] {
        let page = visitor.get(&path).await;
        assert!(page.status >= 400, "{path}: {}", page.status);
    }
    drop(listening);
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("a request failed"), "{log}");
    assert!(
        log.contains("/welcome/{token}"),
        "the route is named: {log}"
    );
    let draft = draft.rsplit('/').next().unwrap();
    for key in [welcome.as_str(), set_up.as_str(), draft] {
        assert!(!log.contains(key), "{key} in {log}");
    }
}

#[tokio::test]
async fn settings_that_cannot_be_read_stop_receiving_and_are_no_default() {
    let ferry = Ferry::opens();
    let mut rasa = ferry.visitor("en");
    let (draft, _) = complains(&mut rasa, REACH).await;
    assert_eq!(ferry.complaints(), 1);
    breaks(&ferry, "UPDATE organisation SET body = '{\"prefix\": 7}'");
    let refused = rasa.get(&format!("{draft}/receipt")).await;
    assert_eq!(refused.status, 500);
    refused.has("went wrong on our side");
    let received = ferry.house.db.write_now(|tx| -> Result<_, Error> {
        let arrival = redress_operation::receipt::Arrival {
            channel: "phone".into(),
            description: "The ferry left early.".into(),
            ..Default::default()
        };
        let by = redress_kernel::By::system("2026-03-02T08:00:00Z".parse().unwrap());
        Ok(redress_operation::receipt::receive(tx, arrival, &by).is_ok())
    });
    assert_eq!(
        received,
        Ok(false),
        "no reference of another prefix, no due date of another zone"
    );
    assert_eq!(ferry.complaints(), 1);
    // What needs no settings still answers.
    assert_eq!(rasa.get("/healthz").await.status, 200);
}
