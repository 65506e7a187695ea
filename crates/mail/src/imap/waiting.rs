//! Waiting for mail: IDLE where the server can (RFC 2177), renewed before it loses
//! patience; elsewhere a look every so often.

use super::{
    Fault, Session,
    reply::{Reply, Status},
};
use crate::Deadline;
use std::time::Duration;

/// Servers may hang up after 30 minutes of IDLE, and routers forget sooner.
const RENEWED: Duration = Duration::from_secs(9 * 60);
/// How soon we notice that we are to stop.
const BREATH: Duration = Duration::from_millis(250);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Woken {
    /// There is more in the folder than before.
    News,
    /// Nothing happened for as long as we meant to wait.
    Quiet,
    Stopped,
}

impl Session {
    /// Waits for news, at most for `at_most`; a server without IDLE is asked every `poll`.
    pub fn wait(
        &mut self,
        at_most: Duration,
        poll: Duration,
        stop: &dyn Fn() -> bool,
    ) -> Result<Woken, Fault> {
        let until = Deadline::after(at_most);
        loop {
            if std::mem::take(&mut self.news) {
                return Ok(Woken::News);
            }
            if stop() {
                return Ok(Woken::Stopped);
            }
            let Some(left) = until.left() else {
                return Ok(Woken::Quiet);
            };
            match self.can("IDLE") {
                true => self.idle(left.min(RENEWED), stop)?,
                false => self.look_after(left.min(poll), stop)?,
            }
        }
    }

    fn idle(&mut self, at_most: Duration, stop: &dyn Fn() -> bool) -> Result<(), Fault> {
        let tag = self.tag();
        let line = format!("{tag} IDLE");
        self.wire.say(&line, &line)?;
        match self.wire.hear()? {
            Reply::Go(_) => {}
            // It promised IDLE and does not do it: then a look now and then.
            Reply::Status { tag: Some(its), .. } if its == tag => {
                self.capabilities.retain(|can| can != "IDLE");
                return Ok(());
            }
            other => self.note(&other)?,
        }
        let until = Deadline::after(at_most);
        while let (false, false, Some(left)) = (self.news, stop(), until.left()) {
            if let Some(reply) = self.wire.hear_within(left.min(BREATH))? {
                self.note(&reply)?;
            }
        }
        self.wire.say("DONE", "DONE")?;
        self.until(&tag, "IDLE", |_, _| Ok(()))
    }

    fn note(&mut self, reply: &Reply) -> Result<(), Fault> {
        match reply {
            Reply::Exists(_) => {
                self.news = true;
                Ok(())
            }
            Reply::Status {
                tag: None,
                status: Status::Bye,
                ..
            } => Err(Fault::Goodbye),
            _ => Ok(()),
        }
    }

    fn look_after(&mut self, pause: Duration, stop: &dyn Fn() -> bool) -> Result<(), Fault> {
        let until = Deadline::after(pause);
        while let (false, Some(left)) = (stop(), until.left()) {
            // A server may speak unasked; hearing it is also how we notice its end.
            if let Some(reply) = self.wire.hear_within(left.min(BREATH))? {
                self.note(&reply)?;
            }
        }
        self.noop()
    }
}
