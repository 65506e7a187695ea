//! Blue Ferry Co. with its mailboxes, behind the real binary: what is in its database is
//! read from outside while it runs.

use crate::{
    server::{blue_ferry, folder},
    speaking::PATIENCE,
};
use redress::{clock::MachineClock, house::wiring};
use redress_channels::mailboxes::facts::{MailboxAdded, MailboxTerms};
use redress_complaint::{Complaint, record::find};
use redress_kernel::{By, Draft, Id, Instant, instant::Clock};
use redress_office::facts::RelaySet;
use redress_store::{Db, Error, Keys, Location, Read, Reader, Tx, sql};
use std::{
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

pub struct Office {
    pub data: PathBuf,
    pub db: Db,
}

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub fate: String,
    pub complaint: Option<Id>,
    pub bytes: i64,
}

impl Office {
    pub fn open(name: &str) -> Office {
        let data = folder(name);
        blue_ferry(&data);
        Office {
            db: opened(&data),
            data,
        }
    }

    pub fn now(&self) -> Instant {
        MachineClock.now()
    }

    pub fn write(&self, write: impl FnOnce(&mut Tx, &By) -> Result<(), Error> + Send + 'static) {
        let by = By::system(self.now());
        self.db.write_now(move |tx| write(tx, &by)).unwrap();
    }

    pub fn relay(&self, port: u16) {
        let relay = RelaySet {
            host: "127.0.0.1".into(),
            port,
            encryption: "none".into(),
            from: "care@blueferry.example".into(),
        };
        self.write(move |tx, by| {
            tx.record(Draft::of(Id::ORGANISATION, &relay), by)
                .map(|_| ())
        });
    }

    /// A port on which mail for this address is brought.
    pub fn door(&self, number: u8, kind: &str, address: &str, port: u16) {
        let terms = MailboxTerms {
            name: format!("{number} {address}"),
            address: address.to_owned(),
            kind: kind.to_owned(),
            host: "127.0.0.1".to_owned(),
            port,
            security: "none".to_owned(),
            poll_seconds: 60,
            silent_days: 3,
            plus: true,
            active: true,
            ..MailboxTerms::default()
        };
        let id = Id::from_bytes([number; 16]);
        self.write(move |tx, by| {
            tx.record(Draft::of(id, &MailboxAdded { terms }), by)
                .map(|_| ())
        });
    }

    pub fn look<T: Send>(&self, read: impl FnOnce(&mut Reader) -> Result<T, Error> + Send) -> T {
        self.db.read_now(read).unwrap()
    }

    pub fn case(&self, id: Id) -> Complaint {
        self.look(move |reader| find(reader, id)).unwrap()
    }

    /// The ledger, the oldest line first.
    pub fn ledger(&self) -> Vec<Line> {
        let query = sql(
            "SELECT fate, complaint, bytes FROM mail_ledger ORDER BY recorded_at, id LIMIT 1000",
        );
        self.look(|reader| {
            reader.rows(&query, |row| {
                Ok(Line {
                    fate: row.text(0)?,
                    complaint: row.opt_id(1)?,
                    bytes: row.int(2)?,
                })
            })
        })
    }

    /// Waits until this is found.
    pub fn until<T>(&self, what: &str, mut found: impl FnMut(&Office) -> Option<T>) -> T {
        for _ in 0..PATIENCE.as_millis() / 50 {
            if let Some(it) = found(self) {
                return it;
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("{what}: {:?}", self.ledger());
    }

    /// Waits for the message of this number, from 1 on.
    pub fn message(&self, number: usize) -> Line {
        self.until("a message", |office| {
            office.ledger().get(number - 1).cloned()
        })
    }
}

fn opened(data: &Path) -> Db {
    let keys = Keys::load_or_create(data, MachineClock.now()).unwrap();
    Db::open(&Location::Sqlite(data.to_owned()), keys, wiring()).unwrap()
}
