//! What an open complaint still owes, so that none of it can be forgotten (7.2 to
//! 7.9, 4.3): each obligation with its end, how it stands, and who is told before
//! and after it. What is owed follows from the facts; here is one list of it, a row
//! for each open one, and the reminders. Evidence: `reminded`, with whom and when.

mod board;
mod kinds;
mod limits;
mod owed;
mod people;
mod project;
mod queries;
mod records;
mod round;
mod rungs;
#[cfg(test)]
mod tests;

pub use board::{name_in, named_by};
pub use people::told_to;
pub(crate) use project::{Owing as Owes, days, differing};
pub use queries::{Line, Owing, Span, ToldMe, ahead, days_ahead, told_me};
pub use records::{MAILED_MAX, Owed, ToMail, owed_by, told_in_round};
pub use round::{MAIL, in_office_hours, round};
pub use rungs::{next, passed, untold};

use crate::{
    facts::Reminded,
    menu::{Area, Place},
    slice::Slice,
};
use redress_kernel::{
    Action, Fact, Instant, Organisation,
    calendar::Calendar,
    clock::{Level, Rule},
    deadline::Step,
};
use std::borrow::Cow;

pub const SLICE: Slice = Slice {
    tables: &[
        ("obligation", "complaint, code, number"),
        ("obligation_tally", "code, unit, begun, due_at"),
        ("reminder", "complaint, code, number, person"),
    ],
    project: Some(project::project),
    facts: &[Reminded::KIND],
    meanwhile: Some(round),
    pages: Some(board::pages),
    calls: board::CALLS,
    places: &[
        Place::new(Area::Desk, board::PATH, "deadlines", Action::SeeDesk)
            .counting(queries::told_count),
    ],
    also: &["4.3", "7.2"],
    ..Slice::new("complaint.obligations", "7.3")
};

/// What is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    Acknowledgement,
    Assessment,
    Update,
    Response,
    Closure,
    Review,
    Remedy,
    Confirmation,
    /// The word to the complainant that belongs to an extension.
    Notice,
    Limit {
        pack: &'static str,
        clock: &'static str,
    },
}

impl What {
    /// Those that are no limit of a pack, in the order in which a complaint meets them.
    pub const OWN: [What; 9] = [
        What::Acknowledgement,
        What::Assessment,
        What::Confirmation,
        What::Update,
        What::Notice,
        What::Response,
        What::Remedy,
        What::Review,
        What::Closure,
    ];

    /// As in addresses and facts: `update`, or `uk-fca-disp/final-response`.
    pub fn code(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            What::Acknowledgement => "acknowledgement",
            What::Assessment => "assessment",
            What::Update => "update",
            What::Response => "response",
            What::Closure => "closure",
            What::Review => "review",
            What::Remedy => "remedy",
            What::Confirmation => "confirmation",
            What::Notice => "notice",
            What::Limit { pack, clock } => {
                return Cow::Owned(format!("{pack}/{clock}"));
            }
        })
    }

    /// One of our own target times: a list tells it by its date alone.
    pub fn is_target(self) -> bool {
        Step::ALL.into_iter().any(|step| What::from(step) == self)
    }

    /// What this code names, if there is such an obligation.
    pub fn named(code: &str) -> Option<What> {
        if let Some(own) = What::OWN.into_iter().find(|it| it.code() == code) {
            return Some(own);
        }
        let (pack, clock) = code.split_once('/')?;
        let pack = redress_packs::pack::pack(pack)?;
        let clock = pack.versions.iter().find_map(|it| it.clock(clock))?;
        Some(What::Limit {
            pack: pack.id.as_str(),
            clock: clock.id.as_str(),
        })
    }
}

impl From<Step> for What {
    fn from(step: Step) -> What {
        match step {
            Step::Acknowledgement => What::Acknowledgement,
            Step::Assessment => What::Assessment,
            Step::Update => What::Update,
            Step::Response => What::Response,
            Step::Closure => What::Closure,
        }
    }
}

/// One thing that is owed, or was.
#[derive(Debug, Clone)]
pub struct Obligation {
    pub what: What,
    /// Which of several of a kind: the number of the remedy; 0 where there is one.
    pub number: u32,
    pub started: Instant,
    /// The last instant in time; None while nobody can say.
    pub due: Option<Instant>,
    pub standing: Standing,
    /// False: the time of somebody else, of which we only warn.
    pub ours: bool,
    /// Who has to do it, and is warned.
    pub by: Level,
    /// From which warnings and ladder come.
    rule: Option<&'static Rule>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Owed; missed as soon as its end has passed.
    Open,
    /// Owed, and its time stands still.
    Stopped {
        since: Instant,
    },
    Met {
        at: Instant,
        in_time: bool,
    },
    /// Nothing is owed any more.
    Ended {
        at: Instant,
    },
}

impl Obligation {
    pub fn is_open(&self) -> bool {
        matches!(self.standing, Standing::Open | Standing::Stopped { .. })
    }

    /// Still owed, and its end has passed.
    pub fn is_missed(&self, now: Instant) -> bool {
        self.ours && self.standing == Standing::Open && self.due.is_some_and(|due| due < now)
    }
}

impl crate::Complaint {
    /// Everything that this complaint owes or owed, in the order of its way through
    /// the house, then the limits of its packs.
    pub fn obligations(&self, organisation: &Organisation) -> Vec<Obligation> {
        self.owed(&organisation.calendar())
    }

    /// The same over working days that are laid out already.
    pub fn owed(&self, calendar: &Calendar) -> Vec<Obligation> {
        let mut all = Vec::with_capacity(8);
        self.owed_targets(&mut all);
        self.owed_promises(calendar, &mut all);
        self.owed_limits(&mut all);
        all
    }
}
