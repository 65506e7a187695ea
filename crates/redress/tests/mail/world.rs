//! A mailbox of Blue Ferry Co., and what comes of the messages that lie in it.

use crate::{
    engines::ferries,
    office::{Ferry, TOMAS},
};
use redress_channels::{
    mail::Seat,
    mailboxes::{
        Intake, Line, Place, Raw, Taken,
        facts::{MailboxAdded, MailboxTerms},
        line_at,
    },
    sorting::sort,
};
use redress_complaint::{Complaint, record::find};
use redress_kernel::{By, Draft, Id, Instant};
use redress_mail::{
    authentication::{Again, Verdict, noted, settled},
    fate::{Desk, reply_address},
};
use redress_office::facts::UnitAdded;
use redress_store::{Error, Read, Reader, Tx, rebuild_check, sql, verify};
use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

pub const ADDRESS: &str = "care@blueferry.example";
const KEY: [u8; 32] = [7; 32];
pub const MAILBOX: Id = Id::from_bytes([5; 16]);

pub struct Post {
    pub ferry: Ferry,
    intake: Intake,
    next: AtomicU32,
}

/// What the server of the mailbox noted; nobody signed these letters.
fn as_noted(raws: &[Raw]) -> Vec<Option<Verdict>> {
    let one = |raw: &Raw| {
        let noted = noted(&raw.bytes, "mx.blueferry.example")?;
        Some(settled(noted, Again::Unsigned))
    };
    raws.iter().map(one).collect()
}

fn seat(_: &mut Tx, _: Id) -> Result<Seat, Error> {
    Ok(Seat {
        desk: Desk {
            addresses: vec![ADDRESS.to_owned()],
            prefix: "BF".to_owned(),
            reply_key: Some(KEY),
        },
        ..Seat::default()
    })
}

/// The house on each engine, with its mailbox.
pub async fn posts() -> Vec<Post> {
    ferries().await.into_iter().map(Post::of).collect()
}

impl Post {
    pub fn of(ferry: Ferry) -> Post {
        let house = &ferry.house;
        let intake = Intake {
            db: (*house.db).clone(),
            clock: house.clock.clone(),
            random: house.random,
            sort: sort(seat),
            prove: Arc::new(as_noted),
        };
        Post {
            intake,
            ferry,
            next: AtomicU32::new(1),
        }
    }

    pub fn intake(&self) -> Intake {
        self.intake.clone()
    }

    pub fn unit(&self, id: Id, name: &str) {
        let (now, name) = (self.ferry.house.now(), name.to_owned());
        let write = move |tx: &mut Tx| {
            tx.record(Draft::of(id, &UnitAdded { name }), &By::system(now))
                .map(|_| ())
        };
        self.ferry.house.db.write_now(write).unwrap();
    }

    /// The mailbox as administration keeps it.
    pub fn mailbox(&self, id: Id, address: &str, unit: Option<Id>) {
        let terms = MailboxTerms {
            name: address.to_owned(),
            address: address.to_owned(),
            kind: "imap".to_owned(),
            unit,
            language: Some("lt".to_owned()),
            plus: true,
            active: true,
            ..MailboxTerms::default()
        };
        let now = self.ferry.house.now();
        let write = move |tx: &mut Tx| {
            tx.record(Draft::of(id, &MailboxAdded { terms }), &By::system(now))
                .map(|_| ())
        };
        self.ferry.house.db.write_now(write).unwrap();
    }

    /// The message lies in the mailbox and is fetched; its line in the ledger.
    pub fn arrives(&self, bytes: impl AsRef<[u8]>) -> Line {
        self.arrived_at(bytes, self.ferry.house.now())
    }

    pub fn arrived_at(&self, bytes: impl AsRef<[u8]>, at: Instant) -> Line {
        let place = Place {
            uid_validity: 1,
            uid: self.next.fetch_add(1, Ordering::SeqCst),
        };
        let raw = Raw {
            mailbox: MAILBOX,
            place,
            size: bytes.as_ref().len() as u64,
            arrived_at: Some(at),
            whole: true,
            bytes: bytes.as_ref().to_vec(),
            salt: (self.intake.random)(),
        };
        let taken = self.intake.take(vec![raw]).unwrap();
        assert!(matches!(taken[..], [Taken::New(_) | Taken::Copy(_)]));
        self.look(move |reader| line_at(reader, MAILBOX, place))
            .unwrap()
    }

    /// It becomes a complaint.
    pub fn complaint(&self, bytes: impl AsRef<[u8]>) -> Complaint {
        let line = self.arrives(bytes);
        self.case(
            line.complaint
                .unwrap_or_else(|| panic!("no complaint: {line:?}")),
        )
    }

    pub fn case(&self, id: Id) -> Complaint {
        self.look(move |reader| find(reader, id)).unwrap()
    }

    pub fn look<T: Send>(&self, read: impl FnOnce(&mut Reader) -> Result<T, Error> + Send) -> T {
        self.ferry.house.db.read_now(read).unwrap()
    }

    pub fn complaints(&self) -> i64 {
        let query = sql("SELECT COUNT(*) FROM complaint");
        self.look(|reader| reader.one(&query, |row| row.int(0)))
            .unwrap()
    }

    pub fn fate(&self, mail: Id) -> String {
        let query = sql("SELECT fate FROM mail_ledger WHERE id = $1").arg(mail);
        self.look(|reader| reader.one(&query, |row| row.text(0)))
            .unwrap()
    }

    pub fn complaint_of(&self, mail: Id) -> Option<Id> {
        let query = sql("SELECT complaint FROM mail_ledger WHERE id = $1").arg(mail);
        self.look(|reader| reader.one(&query, |row| row.opt_id(0)))
            .unwrap()
    }

    /// What was seen, as codes.
    pub fn reasons(&self, mail: Id) -> Vec<String> {
        let query = sql("SELECT reasons FROM mail_ledger WHERE id = $1").arg(mail);
        let all = self
            .look(|reader| reader.one(&query, |row| row.opened(0, "mail_ledger.reasons", mail)))
            .unwrap();
        let codes = all.lines().filter_map(|line| line.split('\t').next());
        codes.map(str::to_owned).collect()
    }

    /// The address under which answers to this case come back.
    pub fn reply_to(&self, case: Id) -> String {
        reply_address(ADDRESS, case, &KEY)
    }

    /// Tomas says why he has to know who wrote.
    pub async fn tomas_knows(&self, reference: &str) {
        let why = [
            ("identity-why", "check"),
            ("identity-reason", "What the message says."),
        ];
        let path = format!("/desk/{reference}/reveal");
        let done = self.ferry.post(TOMAS, &path, &why).await;
        assert!(done.status.is_redirection(), "{}", done.text());
    }

    pub async fn page(&self, path: &str) -> String {
        let answer = self.ferry.get(TOMAS, path).await;
        assert!(answer.status.is_success(), "{path}: {}", answer.text());
        answer.text()
    }

    /// The journal proves itself and every projection follows from it.
    pub fn stands(&self) {
        let keys = self.ferry.house.db.keys().verifiers();
        let verified = self.look(|reader| verify(reader, &keys, &[]));
        assert!(verified.ok, "{:?}", verified.first_bad);
        let differences = rebuild_check(&self.ferry.house.db).unwrap();
        assert!(differences.is_empty(), "{differences:?}");
    }
}

/// A message of Rasa's, with further fields.
pub fn from_rasa(number: u32, fields: &str, text: &str) -> String {
    mail_from("Rasa <rasa@example.lt>", number, fields, text)
}

pub fn mail_from(who: &str, number: u32, fields: &str, text: &str) -> String {
    let subject = match fields.contains("Subject:") {
        true => "",
        false => "Subject: The ferry left early\r\n",
    };
    let to = match fields.contains("To:") {
        true => String::new(),
        false => format!("To: {ADDRESS}\r\n"),
    };
    format!(
        "From: {who}\r\n{to}{subject}Message-ID: <{number}@example.lt>\r\nDate: Mon, 2 Mar 2026 08:50:00 +0200\r\n{fields}\r\n{text}\r\n"
    )
}
