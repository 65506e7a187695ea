//! How a mailbox stands, in words.

use super::{
    super::{
        health::{Expected, Finding, findings},
        records::{Standing, standing},
    },
    acts::secret_name,
    looks::{Look, look},
    records::{Kept, all},
};
use redress_complaint::health::{Line, State};
use redress_kernel::{Id, Instant, words::Message};
use redress_mail::imap::Fault;
use redress_office::secret;
use redress_store::{Error, Read, Reader, sql};

/// A mailbox that was added a moment ago has not been compared yet.
const PATIENCE_SECONDS: i64 = 2 * 86_400;

pub struct Standings {
    pub kept: Kept,
    pub look: Look,
    pub standing: Standing,
    pub compared: Option<Compared>,
    pub has_credential: bool,
}

impl Standings {
    /// Nothing was looked at and nothing came: nobody knows whether it works.
    pub fn is_untried(&self) -> bool {
        self.look.looked_at.is_none() && self.standing.newest_at.is_none()
    }
}

/// The server's numbers beside the ledger's, when they were last compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    pub at: Instant,
    pub on_server: i64,
    pub accounted: i64,
    pub gone: i64,
}

pub fn standings(reader: &mut impl Read, kept: Kept) -> Result<Standings, Error> {
    let has_credential = !kept.is_fetched() || secret(reader, &secret_name(kept.id))?.is_some();
    Ok(Standings {
        look: look(reader, kept.id)?,
        standing: standing(reader, kept.id)?,
        compared: compared(reader, kept.id)?,
        has_credential,
        kept,
    })
}

fn compared(reader: &mut impl Read, mailbox: Id) -> Result<Option<Compared>, Error> {
    let query = sql(
        "SELECT compared_at, on_server, accounted, gone FROM mail_reconciled WHERE mailbox = $1",
    );
    reader.one(&query.arg(mailbox), |row| {
        Ok(Compared {
            at: row.instant(0)?,
            on_server: row.int(1)?,
            accounted: row.int(2)?,
            gone: row.int(3)?,
        })
    })
}

impl Standings {
    /// What is wrong, the worst first; nothing is said of one that is switched off.
    pub fn findings(&self, now: Instant) -> Vec<(State, Message)> {
        if !self.kept.terms.active {
            return Vec::new();
        }
        let fault = Fault::named(&self.look.fault);
        let terms = &self.kept.terms;
        let until = terms.token_until.filter(|_| terms.way == "token");
        let expected = Expected {
            silent_days: terms.silent_days,
            token_until: until.map(end_of),
        };
        let mut standing = self.standing.clone();
        standing.newest_at = standing.newest_at.or(Some(self.kept.added_at));
        let young = now.seconds_since(self.kept.added_at) < PATIENCE_SECONDS;
        let compares = self.kept.is_fetched() && !(young && standing.reconciled_at.is_none());
        let found = findings(&standing, fault.as_ref(), &expected, now);
        let found = found
            .iter()
            .filter(|it| compares || **it != Finding::NotCompared);
        self.of_our_side().chain(found.map(said)).collect()
    }

    /// What no server says.
    fn of_our_side(&self) -> impl Iterator<Item = (State, Message)> {
        let none = !self.has_credential || self.look.fault == "no-credential";
        let fault = |code: &str| (State::Fail, Message::new(format!("mailbox-fault-{code}")));
        let own = match self.look.fault.as_str() {
            code @ ("not-kept" | "not-listening" | "ended") => Some(fault(code)),
            "unmarked" => Some((State::Warn, fault_said("unmarked"))),
            _ => None,
        };
        none.then(|| fault("no-credential")).into_iter().chain(own)
    }

    pub fn state(&self, now: Instant) -> State {
        let worst = self.findings(now).into_iter().map(|(state, _)| state);
        worst.min().unwrap_or(State::Ok)
    }
}

fn end_of(day: jiff::civil::Date) -> Instant {
    let next = day.tomorrow().unwrap_or(day);
    let midnight = next.to_zoned(jiff::tz::TimeZone::UTC);
    midnight.map_or(Instant::from_micros(0), |at| Instant::from(at.timestamp()))
}

fn said(finding: &Finding) -> (State, Message) {
    let of = |key: &str| Message::new(format!("mailbox-found-{key}"));
    match finding {
        Finding::Refused(fault) => (State::Fail, fault_said(fault.code())),
        Finding::Missed(n) => (State::Fail, of("missed").with("n", *n)),
        Finding::Unreadable(n) => (State::Warn, of("unreadable").with("n", *n)),
        Finding::Away(fault) => (State::Warn, fault_said(fault.code())),
        Finding::Silent(days) => (State::Warn, of("silent").with("n", *days)),
        Finding::NotCompared => (State::Warn, of("not-compared")),
        Finding::TokenEnds(0) => (State::Fail, of("token-ended")),
        Finding::TokenEnds(days) => (State::Warn, of("token-ends").with("n", *days)),
    }
}

pub fn fault_said(code: &str) -> Message {
    Message::new(format!("mailbox-fault-{code}"))
}

/// One line for all of them: the mailboxes that need somebody are named.
pub fn health(reader: &mut Reader, now: Instant) -> Result<Vec<Line>, Error> {
    let mut all = all(reader)?;
    all.retain(|kept| kept.terms.active);
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let count = all.len();
    let mut bad: Vec<(State, String)> = Vec::new();
    for kept in all {
        let name = kept.terms.name.clone();
        let state = standings(reader, kept)?.state(now);
        bad.extend((state != State::Ok).then_some((state, name)));
    }
    let worst = bad.iter().map(|(state, _)| *state).min();
    let names: Vec<&str> = bad.iter().map(|(_, name)| name.as_str()).collect();
    let line = match worst {
        None => Line::new("mailboxes", State::Ok, "health-mailboxes-ok").with("n", count),
        Some(state) => {
            let line = Line::new("mailboxes", state, "health-mailboxes-need");
            line.with("names", names.join(" · "))
        }
    };
    Ok(vec![line])
}
