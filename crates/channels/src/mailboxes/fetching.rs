//! Fetching: list what is new, bring it over in batches, take each batch in, and only
//! then change anything on the server. What came whole before a cut is taken in; what
//! came in part goes on from there in the next session.

use super::{
    batches::{Begun, batches},
    facts::MailboxReconciled,
    ingest::{Intake, Taken},
    mail::{After, Mailbox, Place, Raw},
    reconcile::{Differences, differences},
    records::{highest, numbers, partial},
    stop::Stop,
};
use redress_kernel::{By, Draft, Id};
use redress_mail::imap::{Fault, Listed, Session};
use redress_store::Error;

/// Numbers that are asked for at once; more where they are sparse. A long list would
/// have to come through before the first message does.
const WINDOW: u32 = 256;
/// When all are compared.
const WINDOW_WIDE: u32 = 1 << 16;
/// Messages that are listed with one command: few at first, then twice as many.
const LISTED_FIRST: usize = 25;
const LISTED_MAX: usize = 200;
/// Named in the record of a comparison.
const MISSING_NAMED: usize = 1000;

/// Why a round ended early.
#[derive(Debug)]
pub enum Stopped {
    Server(Fault),
    Store(Error),
    /// We were asked to stop: the mailbox was switched off, or we end.
    Asked,
}

impl From<Fault> for Stopped {
    fn from(fault: Fault) -> Stopped {
        Stopped::Server(fault)
    }
}

impl From<Error> for Stopped {
    fn from(error: Error) -> Stopped {
        Stopped::Store(error)
    }
}

/// A session with a folder open.
pub struct Round<'a> {
    pub intake: &'a Intake,
    pub mailbox: &'a Mailbox,
    pub session: &'a mut Session,
    pub uid_validity: u32,
    pub begun: &'a mut Begun,
    pub stop: &'a Stop,
    /// New messages that were taken in.
    pub taken: u64,
    /// What the server would not let us do with messages that are in.
    pub unmarked: Option<Fault>,
}

impl Round<'_> {
    /// Everything with a higher number than the ledger knows, and than it knew meanwhile:
    /// what arrives while we fetch is told of in the middle of our own commands.
    pub fn news(&mut self) -> Result<(), Stopped> {
        let (id, validity) = (self.mailbox.id, self.uid_validity);
        let mut top = self
            .intake
            .db
            .read_now(|reader| highest(reader, id, validity))?;
        while let Some(last) = self.session.last()?.filter(|last| *last > top) {
            self.between(top, last)?;
            top = last;
        }
        Ok(())
    }

    /// Those after `top` up to `last`.
    fn between(&mut self, top: u32, last: u32) -> Result<(), Stopped> {
        let (mut next, mut width) = (top.checked_add(1), WINDOW);
        while let Some(first) = next.filter(|first| *first <= last) {
            let end = first.saturating_add(width - 1).min(last);
            self.go_on()?;
            let uids = self.session.between(first, end)?;
            let sparse = uids.len() < WINDOW as usize / 4;
            width = if sparse {
                width.saturating_mul(2)
            } else {
                WINDOW
            };
            self.fetch(&uids)?;
            next = end.checked_add(1);
        }
        Ok(())
    }

    /// Every number on the server up to this one.
    fn up_to(&mut self, last: u32) -> Result<Vec<u32>, Stopped> {
        let (mut all, mut next) = (Vec::new(), Some(1));
        while let Some(first) = next.filter(|first| *first <= last) {
            self.go_on()?;
            let end = first.saturating_add(WINDOW_WIDE - 1).min(last);
            all.extend(self.session.between(first, end)?);
            next = end.checked_add(1);
        }
        Ok(all)
    }

    /// Between two batches: whoever switches a mailbox off does not wait for thousands.
    fn go_on(&self) -> Result<(), Stopped> {
        match self.stop.asked() {
            true => Err(Stopped::Asked),
            false => Ok(()),
        }
    }

    fn fetch(&mut self, uids: &[u32]) -> Result<(), Stopped> {
        let (mut rest, mut at_once) = (uids, LISTED_FIRST);
        while !rest.is_empty() {
            let (some, later) = rest.split_at(at_once.min(rest.len()));
            let listed = self.listed(some)?;
            for batch in batches(&listed) {
                self.go_on()?;
                self.bring(&batch)?;
            }
            (rest, at_once) = (later, (at_once * 2).min(LISTED_MAX));
        }
        Ok(())
    }

    /// One of which the server does not even say the size is asked for all the same.
    fn listed(&mut self, uids: &[u32]) -> Result<Vec<Listed>, Fault> {
        match self.session.listed(uids) {
            Err(Fault::Refused(_)) => {}
            listed => return listed,
        }
        let mut all = Vec::new();
        for uid in uids {
            match self.session.listed(&[*uid]) {
                Err(Fault::Refused(_)) => all.push(Listed::of_no_size(*uid)),
                one => all.extend(one?),
            }
        }
        Ok(all)
    }

    pub(super) fn place(&self, uid: u32) -> Place {
        Place {
            uid_validity: self.uid_validity,
            uid,
        }
    }

    /// In the ledger first; then, and only then, marked or moved on the server. What is
    /// not kept whole stays as it lies: there alone is the rest of it.
    pub(super) fn take(&mut self, raws: Vec<Raw>) -> Result<(), Stopped> {
        if raws.is_empty() {
            return Ok(());
        }
        let kept = raws.iter().filter(|raw| raw.whole);
        let uids: Vec<u32> = kept.map(|raw| raw.place.uid).collect();
        let taken = self.intake.take(raws)?;
        self.taken += taken
            .iter()
            .filter(|taken| !matches!(taken, Taken::Known(_)))
            .count() as u64;
        self.mark(&uids)
    }

    fn mark(&mut self, uids: &[u32]) -> Result<(), Stopped> {
        let done = match &self.mailbox.after {
            _ if uids.is_empty() => Ok(()),
            After::Leave => Ok(()),
            After::Seen => self.session.mark_seen(uids),
            After::Move(folder) => self.session.move_to(uids, folder),
        };
        match done {
            // They are in; that they stay unmarked must not stop the next ones.
            Err(fault @ (Fault::Refused(_) | Fault::NoFolder)) => {
                self.unmarked = Some(fault);
                Ok(())
            }
            done => Ok(done?),
        }
    }

    /// What was taken in just before an earlier end, and never marked.
    pub fn mark_earlier(&mut self) -> Result<(), Stopped> {
        if self.mailbox.after == After::Leave {
            return Ok(());
        }
        let known = self.ledger()?;
        let last = known.last().copied().unwrap_or_default();
        let there = match &self.mailbox.after {
            After::Seen => self.session.unseen()?,
            _ => self.up_to(last)?,
        };
        let (id, validity) = (self.mailbox.id, self.uid_validity);
        let db = &self.intake.db;
        let partial = db.read_now(|reader| partial(reader, id, validity))?;
        let both: Vec<u32> = there
            .into_iter()
            .filter(|uid| known.binary_search(uid).is_ok() && partial.binary_search(uid).is_err())
            .collect();
        self.mark(&both)
    }

    /// Compares all numbers, fetches what is missing, and records what was found.
    pub fn reconcile(&mut self) -> Result<Differences, Stopped> {
        let known = self.ledger()?;
        // What came since the last look is news, and missing nowhere.
        let last = known.last().copied().unwrap_or_default();
        let server = self.up_to(last)?;
        let found = differences(&server, &known);
        self.fetch(&found.missing)?;
        let fact = MailboxReconciled {
            mailbox: self.mailbox.id,
            uid_validity: self.uid_validity,
            on_server: whole(server.len()),
            accounted: whole(found.accounted),
            missing: found.missing.iter().take(MISSING_NAMED).copied().collect(),
            gone: whole(found.gone),
        };
        let by = By::system(self.intake.clock.now());
        self.intake
            .db
            .write_now(move |tx| tx.record(Draft::of(Id::ORGANISATION, &fact), &by))?;
        Ok(found)
    }

    fn ledger(&self) -> Result<Vec<u32>, Error> {
        let (id, validity) = (self.mailbox.id, self.uid_validity);
        self.intake
            .db
            .read_now(|reader| numbers(reader, id, validity))
    }
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
