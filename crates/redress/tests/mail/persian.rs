//! A conversation in Persian, from the first mail to the answer to our answer: it reads
//! from the right on the desk and in what leaves, and it stands in one thread. With
//! REDRESS_LETTERS_INTO the letters of both sides and the page are laid into that folder,
//! for whoever looks at them in a mail program.

use crate::{
    office::{AISTE, TOMAS},
    smtp_sink::{Message, SmtpSink},
    world::{ADDRESS, Post, posts},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use redress_channels::mailboxes::{
    Line, Place, Raw,
    facts::{MailboxAdded, MailboxTerms},
    line_at, unproven,
};
use redress_kernel::{By, Draft, Id, Lang};
use redress_mail::reading::read;
use redress_store::{Error, Tx};
use std::{path::PathBuf, time::Duration};

const MAILBOX: Id = Id::from_bytes([9; 16]);
const PATIENCE: Duration = Duration::from_secs(5);
const MARYAM: &str = "maryam@example.ir";
const FIRST: &str = "سلام،\r\nکشتی ساعت 9 صبح روز دوشنبه، 10 دقیقه زودتر حرکت کرد و ما در اسکله ماندیم. بلیت 2 نفر را خریده بودیم و پول آن را پس نداده‌اند. شماره بلیت BF-204 است.\r\nبا احترام، مریم کریمی";
const SAID: &str = "Blue Ferry Co. گرامی،\r\nممنون از پاسخ شما. کد بلیت BF-204 بود و من هنوز منتظر برگشت پول هستم.\r\nلطفاً به این نشانی بنویسید: maryam@example.ir";

/// As a mail program writes it: Persian in base64, with what it answers quoted below.
fn mail(number: u32, to: &str, fields: &str, text: &str) -> String {
    let coded = STANDARD.encode(text);
    let lines: Vec<&str> = coded
        .as_bytes()
        .chunks(76)
        .map(|line| std::str::from_utf8(line).unwrap())
        .collect();
    format!(
        "From: =?utf-8?B?{}?= <{MARYAM}>\r\nTo: {to}\r\n{fields}Message-ID: <{number}@example.ir>\r\nDate: Mon, 2 Mar 2026 09:0{number}:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n",
        STANDARD.encode("مریم کریمی"),
        lines.join("\r\n")
    )
}

fn subject(text: &str) -> String {
    format!("Subject: =?utf-8?B?{}?=\r\n", STANDARD.encode(text))
}

/// A mailbox as administration keeps it: letters lead back to it.
fn receives(post: &Post) {
    let at = post.ferry.house.now();
    let terms = MailboxTerms {
        address: ADDRESS.to_owned(),
        kind: "imap".to_owned(),
        plus: true,
        active: true,
        ..MailboxTerms::default()
    };
    let added = move |tx: &mut Tx| -> Result<(), Error> {
        let fact = Draft::of(MAILBOX, &MailboxAdded { terms });
        tx.record(fact, &By::system(at)).map(|_| ())
    };
    post.ferry.house.db.write_now(added).unwrap();
}

/// Fetched as the running server does it, with the seals of this house.
fn arrives(post: &Post, uid: u32, bytes: &str) -> Line {
    let place = Place {
        uid_validity: 1,
        uid,
    };
    let raw = Raw {
        mailbox: MAILBOX,
        place,
        size: bytes.len() as u64,
        arrived_at: Some(post.ferry.house.now()),
        whole: true,
        bytes: bytes.as_bytes().to_vec(),
        salt: [uid as u8; 32],
    };
    redress::mail_in::intake(&post.ferry.house, unproven())
        .take(vec![raw])
        .unwrap();
    post.look(move |reader| line_at(reader, MAILBOX, place))
        .unwrap()
}

/// The words of a letter as plain text, each line quoted.
fn quoted(letter: &Message) -> String {
    let text = read(letter.data.as_bytes()).text();
    let lines: Vec<String> = text.lines().map(|line| format!("> {line}")).collect();
    lines.join("\r\n")
}

fn lay(name: &str, text: &str) {
    if let Ok(folder) = std::env::var("REDRESS_LETTERS_INTO") {
        std::fs::write(PathBuf::from(folder).join(name), text).unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conversation_in_persian_reads_from_the_right_and_stays_one_thread() {
    for post in posts().await {
        let sink = SmtpSink::start();
        post.ferry.relay(sink.address.port()).await;
        receives(&post);
        let first = mail(1, ADDRESS, &subject("تأخیر کشتی"), FIRST);
        let line = arrives(&post, 1, &first);
        let case = post.case(line.complaint.unwrap());
        assert_eq!(case.language, Lang::Fa);
        post.ferry.work().await;
        let ours = sink.wait_for(1, PATIENCE).remove(0);
        from_the_right(&ours);

        post.ferry.later(600);
        let (id, back) = (
            ours.header("message-id").unwrap(),
            ours.header("reply-to").unwrap(),
        );
        let fields = format!(
            "{}In-Reply-To: {id}\r\nReferences: <1@example.ir> {id}\r\n",
            subject("پاسخ: شکایت شما")
        );
        let text = format!(
            "{SAID}\r\n\r\nدر تاریخ دوشنبه 2 مارس 2026 ساعت 9:00، Blue Ferry Co. نوشت:\r\n{}",
            quoted(&ours)
        );
        let answer = mail(2, &back, &fields, &text);
        let line = arrives(&post, 2, &answer);
        assert_eq!(
            (line.fate.as_str(), line.complaint),
            ("reply", Some(case.id))
        );
        let after = post.case(case.id);
        let said = after.messages.last().unwrap();
        assert_eq!(
            said.body.replace('\n', "\r\n"),
            SAID,
            "without what it quotes"
        );
        assert_eq!(said.language, Lang::Fa);

        let page = post
            .ferry
            .get_in(TOMAS, &format!("/desk/{}", case.reference), "fa")
            .await
            .text();
        let box_of = page
            .split("<article")
            .find(|its| its.contains("ممنون از پاسخ شما"))
            .unwrap();
        assert!(
            box_of.contains("lang=\"fa\" dir=\"rtl\""),
            "though its first letter is Latin: {box_of}"
        );
        assert!(page.contains("<html lang=\"fa\" dir=\"rtl\""));

        let typed = [
            (
                "body",
                "سلام خانم کریمی،\n\nپول 2 بلیت (BF-204) امروز برگشت داده شد.\n\nBlue Ferry Co.",
            ),
            ("request", "1"),
        ];
        let sent = post
            .ferry
            .post(AISTE, &format!("/desk/{}/messages", case.reference), &typed)
            .await;
        assert!(sent.status.is_redirection(), "{}", sent.text());
        post.ferry.later(30);
        post.ferry.work().await;
        let reply = sink.wait_for(2, PATIENCE).remove(1);
        from_the_right(&reply);
        assert_eq!(
            reply.header("in-reply-to").as_deref(),
            Some("<2@example.ir>")
        );
        assert_eq!(
            reply.header("references"),
            Some(format!("<1@example.ir> {id} <2@example.ir>"))
        );
        let all = [
            ("1.eml", first.as_str()),
            ("2.eml", &ours.data),
            ("3.eml", &answer),
            ("4.eml", &reply.data),
            ("case.html", &page),
        ];
        all.into_iter().for_each(|(name, text)| lay(name, text));
        post.stands();
    }
}

/// Both its bodies are Persian, and say so to a program that shows them.
fn from_the_right(letter: &Message) {
    assert_eq!(letter.header("content-language").as_deref(), Some("fa"));
    let bodies: Vec<String> = letter.data.split("\r\n--").map(body).collect();
    let html = bodies.iter().find(|its| its.contains("<html")).unwrap();
    assert!(html.contains("<html lang=\"fa\" dir=\"rtl\">"), "{html}");
    let plain = bodies
        .iter()
        .find(|its| !its.contains('<') && its.contains('ک'))
        .unwrap();
    // Programs guess the direction of a plain line by its first letter.
    let turned = |line: &&str| line.chars().any(|c| ('\u{600}'..'\u{700}').contains(&c));
    let latin = |line: &str| {
        line.chars()
            .find(|c| c.is_alphabetic() || *c == '\u{200f}' || *c == '\u{2066}' || *c == '\u{2068}')
            .is_some_and(|c| c.is_ascii_alphabetic())
    };
    let wrong: Vec<&str> = plain
        .lines()
        .filter(turned)
        .filter(|line| latin(line))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// Of one part in base64; of any other nothing.
fn body(part: &str) -> String {
    let coded = part
        .split_once("\r\n\r\n")
        .map(|(_, coded)| coded)
        .unwrap_or_default();
    let coded: String = coded.split_whitespace().collect();
    let bytes = STANDARD.decode(coded).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
