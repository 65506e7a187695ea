//! Watching a mailbox for as long as we run: a round, then waiting for news; after a
//! fault again, later each time, without end.

use super::{
    batches::Begun,
    fetching::{Round, Stopped},
    ingest::Intake,
    mail::Mailbox,
    reconcile::Differences,
    records::{reconciled_at, validity},
    stop::Stop,
};
use redress_mail::imap::{Fault, Selected, Session, Woken};
use redress_store::Error;
use std::time::Duration;

const DAY_SECONDS: i64 = 86_400;

#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// After a first fault; then twice as long each time.
    pub again: Duration,
    pub again_most: Duration,
    /// After a fault that somebody has to mend: an account is locked by asking often.
    pub again_refused: Duration,
    /// How often a server without IDLE is asked.
    pub poll: Duration,
    /// A look without news, in case the server forgets to tell.
    pub look: Duration,
}

impl Default for Pace {
    fn default() -> Pace {
        Pace {
            again: Duration::from_secs(1),
            again_most: Duration::from_secs(5 * 60),
            again_refused: Duration::from_secs(10 * 60),
            poll: Duration::from_secs(60),
            look: Duration::from_secs(29 * 60),
        }
    }
}

/// What whoever watches may want to know: the page of the mailbox, the log.
#[derive(Debug)]
pub enum Event {
    Opened(Selected),
    /// The folder was looked through to its end.
    Looked,
    /// The server counts anew: every message is looked at again, and known again.
    Renumbered(Fault),
    /// So many new messages are in.
    Taken(u64),
    /// They are in, and the server would not mark or move them. The last word of each look
    /// for as long as it is so.
    Unmarked(Fault),
    Reconciled(Differences),
    Failed(Fault),
    /// Our own side: nothing is fetched until it stands again.
    NotKept(Error),
}

pub fn watch(
    intake: &Intake,
    mailbox: &Mailbox,
    pace: &Pace,
    stop: &Stop,
    tell: &mut dyn FnMut(Event),
) {
    let mut begun = Begun::default();
    let mut failed = 0;
    while !stop.asked() {
        let mut visit = Visit {
            intake,
            mailbox,
            pace,
            stop,
            tell: &mut *tell,
            taken: 0,
            behind: true,
        };
        let ended = visit.run(&mut begun);
        // Whoever gets on, if only by one message, is not failing.
        failed = if visit.taken > 0 { 0 } else { failed + 1 };
        let wait = match ended {
            Ok(()) | Err(Stopped::Asked) => return,
            Err(Stopped::Server(fault)) => {
                let wait = pace.after(&fault, failed);
                tell(Event::Failed(fault));
                wait
            }
            Err(Stopped::Store(error)) => {
                tell(Event::NotKept(error));
                pace.later(failed)
            }
        };
        if stop.within(wait) {
            return;
        }
    }
}

impl Pace {
    fn after(&self, fault: &Fault, failed: u32) -> Duration {
        match fault.needs_a_person() {
            true => self.again_refused,
            false => self.later(failed),
        }
    }

    fn later(&self, failed: u32) -> Duration {
        let doubled = self
            .again
            .saturating_mul(1 << failed.saturating_sub(1).min(16));
        doubled.min(self.again_most)
    }
}

struct Visit<'a> {
    intake: &'a Intake,
    mailbox: &'a Mailbox,
    pace: &'a Pace,
    stop: &'a Stop,
    tell: &'a mut dyn FnMut(Event),
    taken: u64,
    /// Messages that are in may be unmarked: after an earlier end, or a refusal.
    behind: bool,
}

impl Visit<'_> {
    /// Until we are to stop, or something goes wrong.
    fn run(&mut self, begun: &mut Begun) -> Result<(), Stopped> {
        let mut session = Session::open(&self.mailbox.account)?;
        let selected = session.select(&self.mailbox.folder)?;
        (self.tell)(Event::Opened(selected));
        self.renumbered(selected.uid_validity)?;
        while !self.stop.asked() {
            let unmarked = self.look(&mut session, selected, begun)?;
            self.behind = unmarked.is_some();
            // Told last: what is well otherwise does not take it back.
            if let Some(fault) = unmarked {
                (self.tell)(Event::Unmarked(fault));
            }
            if session.wait(self.pace.look, self.pace.poll, &|| self.stop.asked())?
                == Woken::Stopped
            {
                break;
            }
        }
        session.close();
        Ok(())
    }

    /// One look through the folder; what the server would not let us do with messages that
    /// are in. As long as there are such, each look tries them all again.
    fn look(
        &mut self,
        session: &mut Session,
        selected: Selected,
        begun: &mut Begun,
    ) -> Result<Option<Fault>, Stopped> {
        let behind = self.behind;
        let mut round = self.round(session, selected, begun);
        if behind {
            round.mark_earlier()?;
        }
        let fetched = round.news();
        let (taken, unmarked) = (round.taken, round.unmarked.take());
        self.got_on(taken);
        fetched?;
        (self.tell)(Event::Looked);
        if !self.is_due()? {
            return Ok(unmarked);
        }
        let mut round = self.round(session, selected, begun);
        let found = round.reconcile();
        let (taken, later) = (round.taken, round.unmarked.take());
        self.got_on(taken);
        (self.tell)(Event::Reconciled(found?));
        Ok(unmarked.or(later))
    }

    fn round<'a>(
        &'a self,
        session: &'a mut Session,
        selected: Selected,
        begun: &'a mut Begun,
    ) -> Round<'a> {
        Round {
            intake: self.intake,
            mailbox: self.mailbox,
            session,
            uid_validity: selected.uid_validity,
            begun,
            stop: self.stop,
            taken: 0,
            unmarked: None,
        }
    }

    fn got_on(&mut self, taken: u64) {
        self.taken += taken;
        if taken > 0 {
            (self.tell)(Event::Taken(taken));
        }
    }

    fn renumbered(&mut self, is: u32) -> Result<(), Stopped> {
        let id = self.mailbox.id;
        let was = self.intake.db.read_now(|reader| validity(reader, id))?;
        if let Some(was) = was.filter(|was| *was != is) {
            (self.tell)(Event::Renumbered(Fault::Renumbered(was, is)));
        }
        Ok(())
    }

    /// Once a day.
    fn is_due(&self) -> Result<bool, Error> {
        let id = self.mailbox.id;
        let last = self
            .intake
            .db
            .read_now(|reader| reconciled_at(reader, id))?;
        let now = self.intake.clock.now();
        Ok(last.is_none_or(|last| now.seconds_since(last) >= DAY_SECONDS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_is_down_is_asked_later_each_time_and_a_refused_login_seldom() {
        let pace = Pace::default();
        let waits: Vec<u64> = (1..=12)
            .map(|failed| pace.after(&Fault::Cut, failed).as_secs())
            .collect();
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
        assert_eq!(pace.after(&Fault::LoginRefused, 1).as_secs(), 600);
    }
}
