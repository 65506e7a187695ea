//! Mails as they leave the house: in each language, plain and as HTML; in one thread
//! with what the complainant wrote; without a sender only where they answer a mail.

use crate::engines::ferries;
use crate::office::{AISTE, Ferry};
use crate::smtp_sink::SmtpSink;
use redress_channels::mailboxes::facts::{MailboxAdded, MailboxTerms};
use redress_kernel::{By, Draft, Id, Instant, Lang};
use redress_mail::{
    fate::{Desk, Fate, Thread, bounced_message, fate},
    reading::read,
};
use redress_store::{Error, Tx, sql};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(5);
const THEIRS: &str = "<CAF=first@mail.example.org>";

/// Drawn anew in each run, so replaced in what is compared.
async fn steady(ferry: &Ferry, reference: &str, text: &str) -> String {
    let case = ferry.case(reference).await;
    let keys = ferry.house.db.keys();
    let code = redress_kernel::reference::access_code(keys.code_key(), case.id, case.code_issue);
    text.replace(reference, "BF-26-REFE-RNC")
        .replace(&code, "CODE-CODE-CODE-CODE")
        .replace(['\u{2066}', '\u{2068}'], "⟨")
        .replace('\u{2069}', "⟩")
        .replace('\u{200f}', "⇐")
}

#[tokio::test(flavor = "multi_thread")]
async fn an_acknowledgement_reads_well_in_six_languages_plain_and_as_html() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    ferry.relay(sink.address.port()).await;
    let mut shown = Vec::new();
    for lang in Lang::ALL {
        let known = [
            ("caller-language", lang.tag()),
            ("caller-reach", "rasa@example.org"),
        ];
        let reference = ferry.call_of(&known).await;
        ferry.work().await;
        let mails = sink.wait_for(shown.len() + 1, PATIENCE);
        let mail = mails.last().unwrap();
        let subject = read(mail.data.as_bytes()).subject;
        let (plain, html) = (mail.part("text/plain"), mail.part("text/html"));
        assert!(html.contains(&format!(
            "<html lang=\"{}\" dir=\"{}\">",
            lang.tag(),
            lang.dir()
        )));
        assert!(
            !html.contains("src=") && !html.contains("style=\""),
            "{html}"
        );
        let whole = format!("———— {} ————\n{subject}\n\n{plain}\n\n{html}", lang.tag());
        shown.push(steady(&ferry, &reference, &whole).await);
        let proof = read(mail.data.as_bytes()).parts.pop().unwrap();
        assert_eq!(proof.name, format!("{reference}.tlog-proof"));
        let text = String::from_utf8(proof.bytes.whole().to_vec()).unwrap();
        let keys = ferry.house.db.keys().verifiers();
        let (leaf, _) = redress_store::check_proof(&text, &keys).unwrap();
        assert!(
            text.len() <= 2048 && leaf.contains("\"received\""),
            "{leaf}"
        );
    }
    insta::assert_snapshot!(shown.join("\n\n"));
}

/// As the ledger has it when a mail became this complaint, or joined it.
async fn mail_came(ferry: &Ferry, case: Id, name: &str, fate: &str) {
    let (at, id) = (ferry.house.now(), ferry.house.new_id());
    let (name, fate) = (name.to_owned(), fate.to_owned());
    let line = move |tx: &mut Tx| -> Result<(), Error> {
        let insert = sql("INSERT INTO mail_ledger (id, mailbox, uid_validity, uid, content, message_id, bytes, fate, complaint, entry, recorded_at)
             VALUES ($1, $2, 1, $3, $4, $5, 10, $6, $7, 1, $8)");
        let insert = insert
            .arg(id)
            .arg(Id::ORGANISATION)
            .arg(name.bytes().map(i64::from).sum::<i64>())
            .arg(id);
        tx.execute(&insert.arg(name).arg(fate).arg(case).arg(at))
            .map(|_| ())
    };
    ferry.house.db.write(line).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mailed_complaint_is_answered_by_nobody_in_its_own_thread() {
    for ferry in ferries().await {
        answered_in_its_thread(&ferry).await;
    }
}

async fn answered_in_its_thread(ferry: &Ferry) {
    let sink = SmtpSink::start();
    let reference = ferry.call_of(&[("caller-reach", "rasa@example.org")]).await;
    let case = ferry.case(&reference).await.id;
    mail_came(ferry, case, THEIRS, "new").await;
    ferry.relay(sink.address.port()).await;
    ferry.work().await;
    let answer = sink.wait_for(1, PATIENCE).remove(0);
    assert_eq!(answer.from, "", "nobody can answer the answer");
    assert_eq!(answer.asked, ["", ""], "and nobody gets a report");
    assert_eq!(
        answer.header("auto-submitted").as_deref(),
        Some("auto-replied")
    );
    assert_eq!(answer.header("in-reply-to").as_deref(), Some(THEIRS));
    ferry.later(60);
    mail_came(ferry, case, "<second@mail.example.org>", "reply").await;
    mail_came(ferry, case, "<ooo@mail.example.org>", "automatic").await;
    ferry.later(60);
    let typed = [("body", "We looked at it."), ("request", "1")];
    ferry
        .post(AISTE, &format!("/desk/{reference}/messages"), &typed)
        .await;
    ferry.later(30);
    ferry.work().await;
    let reply = sink.wait_for(2, PATIENCE).remove(1);
    let ours = answer.header("message-id").unwrap();
    let references = format!("{THEIRS} {ours} <second@mail.example.org>");
    assert_eq!(reply.header("references"), Some(references));
    assert_eq!(
        reply.header("in-reply-to").as_deref(),
        Some("<second@mail.example.org>")
    );
    assert_eq!(reply.header("auto-submitted").as_deref(), Some("no"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_answers_no_mail_has_a_sender_and_asks_for_reports() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    ferry.relay(sink.address.port()).await;
    ferry
        .call_of(&[("caller-reach", "rasa+ferry@example.org")])
        .await;
    ferry.work().await;
    let mail = sink.wait_for(1, PATIENCE).remove(0);
    assert_eq!(mail.from, "care@blueferry.example");
    let id = mail.header("message-id").unwrap();
    let name = id.trim_matches(['<', '>']);
    assert_eq!(mail.asked[0], format!("RET=HDRS ENVID={name}"));
    assert_eq!(
        mail.asked[1],
        "NOTIFY=FAILURE,DELAY ORCPT=rfc822;rasa+2Bferry@example.org"
    );
    let seal = mail.header("x-redress-loop").unwrap();
    assert!(seal.ends_with("; automatic") && !mail.data.contains("\r\nPrecedence:"));
    let when: Instant = read(mail.data.as_bytes()).date.unwrap();
    assert_eq!(
        when.micros() / 1_000_000,
        ferry.house.now().micros() / 1_000_000
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn once_a_mailbox_receives_answers_lead_to_the_case_and_reports_to_the_letter() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    ferry.relay(sink.address.port()).await;
    let (mailbox, at) = (ferry.house.new_id(), ferry.house.now());
    let terms = MailboxTerms {
        address: "complaints@blueferry.example".into(),
        kind: "imap".into(),
        plus: true,
        active: true,
        ..MailboxTerms::default()
    };
    let added = move |tx: &mut Tx| -> Result<(), Error> {
        let fact = Draft::of(mailbox, &MailboxAdded { terms });
        tx.record(fact, &By::system(at)).map(|_| ())
    };
    ferry.house.db.write(added).await.unwrap();
    let reference = ferry.call_of(&[("caller-reach", "rasa@example.org")]).await;
    ferry.work().await;
    let mail = sink.wait_for(1, PATIENCE).remove(0);
    let case = ferry.case(&reference).await;
    let key = ferry.house.db.keys().derived("reply address");
    assert_eq!(bounced_message(&mail.from, &key), Some(case.messages[0].id));
    let answer = format!(
        "From: rasa@example.org\r\nTo: {}\r\nSubject: Re\r\n\r\nThank you.",
        mail.header("reply-to").unwrap()
    );
    let desk = Desk {
        reply_key: Some(key),
        ..Desk::default()
    };
    let its = fate(&read(answer.as_bytes()), &desk).fate;
    assert_eq!(its, Fate::ReplyTo(Thread::Address(case.id)));
}
