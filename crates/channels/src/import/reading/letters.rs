//! E-mail messages as complaints: what somebody wrote comes in with its sender, its
//! day and its files, the original always among them. What a machine wrote stays
//! outside with its fate; what nobody can read comes in for manual reading.

use super::{
    Item,
    mailbox::{Letter, Mailbox},
};
use crate::{
    import::{
        Coming, Loose, Past,
        plan::{Format, Plan},
    },
    mail_content::{
        FILES_MAX, ORIGINAL, cut, described, external_id, person, received_at, said_in, short,
        voice,
    },
};
use redress_kernel::{Id, Instant, words::Message as Sentence};
use redress_mail::{
    fate::{Decided, Fate, Reason, fate},
    reading::{Flaw, Message, read},
};
use redress_operation::receipt::Arrival;
use redress_web::Voice;
use std::io::Read;

pub struct Letters<R: Read> {
    mailbox: Mailbox<R>,
    plan: Plan,
    run: Id,
    ended: bool,
}

/// What stands in the table of messages that stay outside.
pub fn letters_header() -> Vec<String> {
    ["Message-ID", "From", "Date", "Subject", "Seen"]
        .map(str::to_owned)
        .to_vec()
}

impl<R: Read> Letters<R> {
    pub fn open(source: R, plan: Plan, run: Id) -> Letters<R> {
        Letters {
            mailbox: Mailbox::new(source),
            plan,
            run,
            ended: false,
        }
    }

    pub fn bytes(&self) -> u64 {
        self.mailbox.bytes()
    }

    pub fn header() -> Vec<String> {
        letters_header()
    }
}

impl<R: Read> Iterator for Letters<R> {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        if self.ended {
            return None;
        }
        let letter = match self.plan.format {
            Format::Eml => self.mailbox.whole(),
            _ => self.mailbox.next(),
        };
        self.ended = self.plan.format == Format::Eml || letter.is_err();
        match letter {
            Ok(letter) => letter.map(|letter| item(letter, &self.plan, self.run)),
            Err(_) => Some(Item {
                line: 0,
                row: Err("file-unreadable"),
                raw: String::new(),
            }),
        }
    }
}

fn item(letter: Letter, plan: &Plan, run: Id) -> Item {
    let message = read(&letter.bytes);
    let decided = fate(&message, &plan.desk);
    let outside = match &decided.fate {
        _ if letter.cut => Some("mail-too-large"),
        Fate::BounceOf(_) => Some("mail-bounce"),
        Fate::Automatic => Some("mail-automatic"),
        Fate::Bulk => Some("mail-bulk"),
        Fate::OwnLoop => Some("mail-own-loop"),
        Fate::New | Fate::ReplyTo(_) | Fate::ClaimsToBelong(_) | Fate::Unreadable(_) => None,
    };
    let raw = outside.map(|_| ledger(&message, &decided.reasons));
    let line = letter.line;
    let row = match outside {
        Some(why) => Err(why),
        None => Ok(Box::new(coming(
            letter.bytes,
            &message,
            &decided,
            plan,
            run,
        ))),
    };
    Item {
        line,
        row,
        raw: raw.unwrap_or_default(),
    }
}

/// One line of a table: which message, and in what it was seen.
fn ledger(message: &Message, reasons: &[Reason]) -> String {
    let seen = reasons.iter().map(|reason| match reason.seen.as_str() {
        "" => reason.code.to_owned(),
        seen => format!("{}: {seen}", reason.code),
    });
    let from = message
        .from
        .as_ref()
        .map_or("", |from| from.address.as_str());
    let date = received_at(message, None).map_or(String::new(), |at| at.to_string());
    let fields = [
        message.id.clone().unwrap_or_default(),
        from.to_owned(),
        date,
        message.subject.chars().take(200).collect(),
        seen.collect::<Vec<_>>().join("; "),
    ];
    let mut out = csv::Writer::from_writer(Vec::new());
    let written = out.write_record(&fields);
    debug_assert!(written.is_ok(), "a line in memory can be written");
    let bytes = out.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).trim_end().to_owned()
}

fn coming(bytes: Vec<u8>, message: &Message, decided: &Decided, plan: &Plan, run: Id) -> Coming {
    let text = message.text();
    let language = said_in(message, &text).unwrap_or(plan.language);
    let t = voice(plan.language);
    let received_at = received_at(message, plan.now);
    let mut description = described(message, &text, t);
    let complainant = person(message, &plan.desk.addresses, &mut description);
    let subject = short(&message.subject, &mut description);
    let arrival = Arrival {
        channel: "email".to_owned(),
        language,
        anonymous: complainant.is_empty(),
        received_at,
        late_reason: plan.format.name().to_uppercase(),
        subject,
        description: cut(description),
        complainant,
        external_id: Some(external_id(message, &bytes)),
        import: Some(run),
        unit: plan.unit,
        ..Arrival::default()
    };
    let at = received_at.or(plan.now).unwrap_or(Instant::from_micros(0));
    Coming {
        history: notes(message, decided, t, at),
        files: files(bytes, message),
        arrival,
    }
}

/// For the staff: to which case it says it belongs, and how it was read.
fn notes(message: &Message, decided: &Decided, t: &Voice, at: Instant) -> Vec<Past> {
    let mut said = Vec::new();
    if let Fate::ClaimsToBelong(reference) = &decided.fate {
        let claim = Sentence::new("import-mail-claims").with("reference", reference.as_str());
        said.push(t.text(&claim));
    }
    if let Fate::ReplyTo(_) = &decided.fate {
        said.push(t.say("import-mail-reply").into_owned());
    }
    let flaws = message
        .flaws
        .iter()
        .filter(|flaw| !matches!(flaw, Flaw::NoDate | Flaw::Outlook));
    said.extend(flaws.map(|flaw| t.code("mail-flaw", flaw.code())));
    if said.is_empty() {
        return Vec::new();
    }
    vec![Past::Comment {
        at,
        what: "note",
        text: said.join("\n"),
        author: String::new(),
    }]
}

/// The original first, then what came along.
fn files(bytes: Vec<u8>, message: &Message) -> Vec<Loose> {
    let original = Loose {
        name: ORIGINAL.to_owned(),
        bytes,
    };
    let parts = message.parts.iter().take(FILES_MAX).map(|part| Loose {
        name: part.name.clone(),
        bytes: part.bytes.whole().into_owned(),
    });
    std::iter::once(original).chain(parts).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{Fate, Flaw};
    use crate::import::{Coming, Past, read_text};
    use redress_kernel::Lang;
    use redress_mail::reading::Unreadable;

    fn one(text: &str) -> Result<Box<Coming>, &'static str> {
        read_text("eml", text).remove(0)
    }

    const LATE: &str = "Received: from x by mx; Tue, 3 Mar 2026 09:00:05 +0200\nFrom: Rasa <rasa@example.lt>\nSubject: Keltas\nDate: Mon, 2 Mar 2026 08:59:00 +0200\nMessage-ID: <1@example.lt>\n\nKeltas vėlavo, niekas nieko nepaaiškino, pinigų negrąžino.\n";

    #[test]
    fn a_message_becomes_a_complaint_of_its_sender_on_the_day_it_arrived() {
        let coming = one(LATE).unwrap();
        let arrival = &coming.arrival;
        assert_eq!(
            (arrival.channel.as_str(), arrival.language.tag()),
            ("email", "lt")
        );
        assert_eq!(arrival.complainant.email, "rasa@example.lt");
        assert_eq!(
            arrival.received_at.unwrap().to_string(),
            "2026-03-03T07:00:05Z"
        );
        assert!(arrival.external_id.as_deref().unwrap().starts_with("mail:"));
        assert_eq!(coming.files.first().unwrap().name, "message.eml");
        assert_eq!(coming.files.first().unwrap().bytes, LATE.as_bytes());
    }

    #[test]
    fn what_a_machine_wrote_stays_outside_with_its_fate() {
        let why = |text: &str| one(text).map(|_| ()).unwrap_err();
        assert_eq!(
            why("From: a@b.c\nAuto-Submitted: auto-replied\n\nx"),
            "mail-automatic"
        );
        assert_eq!(why("From: a@b.c\nList-Id: <x.y>\n\nx"), "mail-bulk");
        assert_eq!(
            why("From: MAILER-DAEMON@b.c\nSubject: Undelivered Mail\n\n<x@y.z>: user unknown"),
            "mail-bounce"
        );
    }

    #[test]
    fn what_nobody_can_read_comes_in_whole() {
        let coming = one("\u{1}\u{2}\u{3}").unwrap();
        assert!(coming.arrival.anonymous && !coming.arrival.description.is_empty());
        assert_eq!(coming.files.first().unwrap().bytes, b"\x01\x02\x03");
    }

    #[test]
    fn one_identifier_over_two_texts_is_two_complaints_and_a_copy_is_none() {
        let id = |text: &str| one(text).unwrap().arrival.external_id;
        let other = LATE.replace("vėlavo", "neatplaukė");
        let copy = format!("Received: from elsewhere; Tue, 3 Mar 2026 10:00:05 +0200\n{LATE}");
        assert_ne!(id(LATE), id(&other));
        assert_eq!(id(LATE), id(&copy));
    }

    #[test]
    fn every_fate_and_flaw_has_its_words_in_six_languages() {
        let fates = Fate::CODES
            .into_iter()
            .map(|code| format!("mail-fate-{code}"));
        let flaws = Flaw::ALL.map(|flaw| format!("mail-flaw-{}", flaw.code()));
        let whys = Unreadable::ALL.map(|why| format!("mail-unreadable-{}", why.code()));
        for key in fates.chain(flaws).chain(whys) {
            for lang in Lang::ALL {
                assert!(
                    redress_web::Words::embedded().has(lang, &key),
                    "{key} {}",
                    lang.tag()
                );
            }
        }
    }

    #[test]
    fn flaws_are_noted_for_the_staff_and_not_for_the_sender() {
        let coming =
            one("From: a@b.c\nContent-Type: multipart/mixed; boundary=x\n\nno such boundary\n")
                .unwrap();
        assert!(matches!(
            coming.history.as_slice(),
            [Past::Comment { what: "note", .. }]
        ));
    }
}
