//! A small world: a database that knows the ledger alone, messages of every kind, and
//! somebody who watches.

use crate::proxy::Dice;
use redress_channels::mailboxes::{
    After, Event, Intake, Mailbox, Pace, Place, SLICE, Stop, line_at, numbers, unproven, unsorted,
    validity, watch,
};
use redress_kernel::{Id, Instant, instant::Clock};
use redress_mail::imap::Account;
use redress_store::{Db, Keys, Location, Read, Wiring, rebuild_check, verify};
use std::{
    collections::HashMap,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    thread::JoinHandle,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

pub struct Machine;

impl Clock for Machine {
    fn now(&self) -> Instant {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        Instant::from_micros(since.as_micros() as i64)
    }
}

pub fn wiring() -> Wiring {
    Wiring {
        project: SLICE.project.unwrap(),
        listen: |_, _| Ok(()),
        close: |_| Ok(0),
        projections: SLICE.tables.to_vec(),
    }
}

pub fn random() -> [u8; 32] {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let mut dice = Dice(NEXT.fetch_add(1, Ordering::SeqCst) ^ u64::from(std::process::id()) << 32);
    let mut bytes = [0; 32];
    bytes
        .chunks_mut(8)
        .for_each(|eight| eight.copy_from_slice(&dice.roll().to_le_bytes()));
    bytes
}

pub fn intake(folder: &Path) -> Intake {
    let keys = Keys::load_or_create(folder, Machine.now()).unwrap();
    let at = Location::Sqlite(folder.to_owned());
    Intake {
        db: Db::open(&at, keys, wiring()).unwrap(),
        clock: Arc::new(Machine),
        random,
        sort: unsorted(),
        prove: unproven(),
    }
}

pub fn mailbox(number: u8, account: Account) -> Mailbox {
    Mailbox {
        id: Id::from_bytes([number; 16]),
        account,
        folder: "INBOX".into(),
        after: After::Leave,
        largest: 64 << 20,
    }
}

/// Never waits long.
pub const HURRIED: Pace = Pace {
    again: Duration::from_millis(1),
    again_most: Duration::from_millis(50),
    again_refused: Duration::from_millis(50),
    poll: Duration::from_millis(100),
    look: Duration::from_secs(600),
};

/// After a fault it does nothing more for as long as a test may last.
pub const PATIENT: Pace = Pace {
    again: Duration::from_secs(600),
    again_most: Duration::from_secs(600),
    ..HURRIED
};

/// After a fault it comes back at once, however often.
pub const RESTLESS: Pace = Pace {
    again_most: Duration::from_millis(1),
    ..HURRIED
};

/// Somebody watches a mailbox in another thread until this is dropped.
pub struct Watching {
    pub events: mpsc::Receiver<Event>,
    stop: Arc<Stop>,
    thread: Option<JoinHandle<()>>,
}

impl Watching {
    pub fn begin(intake: &Intake, mailbox: &Mailbox) -> Watching {
        Watching::at(HURRIED, intake, mailbox)
    }

    pub fn at(pace: Pace, intake: &Intake, mailbox: &Mailbox) -> Watching {
        let stop = Arc::new(Stop::default());
        let (tell, events) = mpsc::channel();
        let (intake, mailbox, stopped) = (intake.clone(), mailbox.clone(), stop.clone());
        let thread = std::thread::spawn(move || {
            let mut tell = |event| drop(tell.send(event));
            watch(&intake, &mailbox, &pace, &stopped, &mut tell);
        });
        Watching {
            events,
            stop,
            thread: Some(thread),
        }
    }

    /// The next event that this finds what it looks for in.
    pub fn until<T>(&self, mut found: impl FnMut(&Event) -> Option<T>) -> T {
        let mut others = Vec::new();
        loop {
            let event = self.events.recv_timeout(Duration::from_secs(120));
            let event = event.unwrap_or_else(|_| panic!("nothing came; before: {others:?}"));
            match found(&event) {
                Some(it) => return it,
                None => others.push(event),
            }
        }
    }

    /// Until so many new messages are in.
    pub fn taken(&self, wanted: u64) {
        let mut taken = 0;
        self.until(|event| {
            if let Event::Taken(more) = event {
                taken += more;
            }
            (taken >= wanted).then_some(())
        });
        assert_eq!(taken, wanted);
    }

    pub fn reconciled(&self) {
        self.until(|event| matches!(event, Event::Reconciled(_)).then_some(()));
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.stop.now();
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

/// A message like those that come: another one for every number.
pub fn message(number: u64, seed: u64) -> Vec<u8> {
    let mut dice = Dice(seed.wrapping_mul(31).wrapping_add(number));
    let mut text = format!("Received: from ferry.example by mail.example; id {number}\r\n");
    match number % 10 {
        // No name of its own; or one that many have.
        3 => {}
        4 => text.push_str("Message-ID: <always@the.same>\r\n"),
        _ => text.push_str(&format!("Message-ID: <{number}.{seed}@ferry.example>\r\n")),
    }
    text.push_str("From: Rasa <rasa@example.lt>\r\nTo: desk@blueferry.example\r\nSubject: ");
    text.push_str(
        [
            "Vėlavo keltas",
            "선박 지연",
            "船班延誤",
            "تأخیر کشتی",
            "OK [UIDVALIDITY 7]",
        ][dice.below(5) as usize],
    );
    text.push_str("\r\n\r\n");
    let mut bytes = text.into_bytes();
    if number.is_multiple_of(11) {
        // What could be taken for the protocol.
        bytes.extend_from_slice(
            b")\r\nr3 OK done\r\n* BYE {17}\r\n.\r\n* 1 FETCH (UID 1 BODY[] {3}\r\n",
        );
    }
    for _ in 0..dice.below(90) + 5 {
        let word = dice.roll();
        bytes.extend_from_slice(format!("{word:x} žodžiai, {word:b}\r\n").as_bytes());
    }
    bytes
}

/// Every message is in the ledger once, byte for byte; the journal stands, and the
/// ledger can be made of it again.
pub fn accounted_for(intake: &Intake, mailbox: &Mailbox, delivered: &[Vec<u8>]) {
    let mut wanted: HashMap<&[u8], i32> = HashMap::new();
    for bytes in delivered {
        *wanted.entry(bytes).or_default() += 1;
    }
    let id = mailbox.id;
    intake
        .db
        .read_now(|reader| {
            let numbering = validity(reader, id)?.unwrap();
            let all = numbers(reader, id, numbering)?;
            assert_eq!(all.len(), delivered.len(), "lines in the ledger");
            for uid in all {
                let place = Place {
                    uid_validity: numbering,
                    uid,
                };
                let line = line_at(reader, id, place)?.unwrap();
                let bytes = reader.blob(line.file.expect("kept"))?.unwrap();
                let left = wanted
                    .get_mut(bytes.as_slice())
                    .expect("a message that was delivered");
                *left -= 1;
                assert_eq!(*left, 0, "taken in twice");
            }
            Ok::<(), redress_store::Error>(())
        })
        .unwrap();
    assert!(wanted.values().all(|left| *left == 0), "one is missing");
    stands(intake);
}

pub fn stands(intake: &Intake) {
    let keys = intake.db.keys().verifiers();
    let verified = intake.db.read_now(|reader| verify(reader, &keys, &[]));
    assert!(verified.unwrap().ok);
    let differences = rebuild_check(&intake.db).unwrap();
    assert!(differences.is_empty(), "{differences:?}");
}
