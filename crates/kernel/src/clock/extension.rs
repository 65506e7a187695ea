//! Extensions: granted within limits, by whom the rule names, with a reason and
//! a notice that goes out before the period expires. One that does not hold
//! leaves the date where it was, and says why.

use super::{
    CountedFrom, Due, Extension, FactKind, Fault, FirstDay, Happened, Level, Rule, Standing, Step,
    Story,
    count::{self, Count, End, Leg},
};
use crate::Instant;

/// The notice of an extension, a clock of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice {
    pub kind: FactKind,
    /// Before the period without the extension expires.
    pub due: Instant,
    pub sent: Option<Instant>,
}

impl Notice {
    pub fn in_time(&self) -> bool {
        self.sent.is_some_and(|sent| sent <= self.due)
    }
}

/// Why an extension does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoExtension {
    NotProvided,
    /// The period had expired.
    TooLate,
    /// It was extended as often as the rule allows.
    TooMany {
        times: u32,
    },
    TooMuch {
        amount: u32,
    },
    NotApproved {
        approver: Level,
    },
    NoReason,
    /// This one needs the consent of the complainant.
    NoConsent,
}

/// An extension as somebody asks for it.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    pub by: Level,
    pub reason: &'a str,
    pub amount: u32,
    pub at: Instant,
    /// The complainant agreed.
    pub consent: bool,
}

impl Rule {
    /// Has the complainant to agree to the next extension, after so many?
    pub fn asks_consent(&self, taken: u32) -> bool {
        let from = self.extension.as_ref().and_then(|it| it.consent_from);
        from.is_some_and(|from| taken + 1 >= from)
    }

    /// May this be granted? `taken`: how often it was extended; `due`: as it stands.
    pub fn may_extend(&self, ask: &Ask<'_>, taken: u32, due: &Due) -> Result<(), NoExtension> {
        let extension = self.extension.as_ref().ok_or(NoExtension::NotProvided)?;
        if ask.by < extension.approver {
            return Err(NoExtension::NotApproved {
                approver: extension.approver,
            });
        }
        if extension.reason && ask.reason.trim().is_empty() {
            return Err(NoExtension::NoReason);
        }
        // While it stands still it cannot expire.
        let stopped = matches!(due.standing, Standing::Stopped { .. });
        let late = ask.at > due.due && !stopped;
        holds(extension, ask.amount, taken, late)?;
        match self.asks_consent(taken) && !ask.consent {
            true => Err(NoExtension::NoConsent),
            false => Ok(()),
        }
    }
}

fn holds(extension: &Extension, amount: u32, taken: u32, late: bool) -> Result<(), NoExtension> {
    let Extension {
        times,
        amount: most,
        ..
    } = *extension;
    if late {
        return Err(NoExtension::TooLate);
    }
    if taken >= times {
        return Err(NoExtension::TooMany { times });
    }
    if amount > most {
        return Err(NoExtension::TooMuch { amount: most });
    }
    Ok(())
}

/// Where the period ends with the extensions that hold.
#[allow(clippy::too_many_arguments, reason = "the whole state of one count")]
pub(super) fn extended(
    rule: &Rule,
    extension: &Extension,
    story: &Story,
    from: End,
    end: End,
    begins: usize,
    count: &mut Count<'_>,
    notices: &mut Vec<Notice>,
) -> Result<End, Fault> {
    let mut end = end;
    let mut taken = 0;
    let granted = story
        .facts
        .iter()
        .filter(|it| it.kind == FactKind::EXTENDED);
    let granted = granted.filter(|it| it.at >= story.at && it.concerns(&rule.id));
    for fact in granted {
        let (due, _) = count::settled(rule, end, from.day, story.at, count.calendar, None)?;
        let amount = fact.amount.unwrap_or(extension.amount);
        let late = fact.at > due && !count.stands_still(due);
        if let Err(because) = holds(extension, amount, taken, late) {
            let at = fact.at;
            count.steps.push(Step::NotExtended { at, because });
            continue;
        }
        taken += 1;
        end = longer(rule, extension, fact, amount, from, end, begins, count)?;
        if let Some(kind) = extension.notice {
            let sent = notice(rule, story, fact, kind);
            notices.push(Notice { kind, due, sent });
        }
    }
    Ok(end)
}

/// When its notice went out. That of an extension of this one clock tells what was
/// granted, so it follows the grant; where nobody said which clock was meant, any
/// notice since the start is taken for it.
fn notice(rule: &Rule, story: &Story, granted: &Happened, kind: FactKind) -> Option<Instant> {
    let since = match granted.of {
        Some(_) => granted.at,
        None => story.at,
    };
    let mut told = story.facts.iter().filter(|it| it.kind == kind);
    let told = told.find(|it| it.at >= since && it.concerns(&rule.id));
    told.map(|it| it.at)
}

#[allow(clippy::too_many_arguments, reason = "the whole state of one count")]
fn longer(
    rule: &Rule,
    extension: &Extension,
    fact: &Happened,
    amount: u32,
    from: End,
    end: End,
    begins: usize,
    count: &mut Count<'_>,
) -> Result<End, Fault> {
    let (starts, first_day) = match extension.counted_from {
        CountedFrom::Start => {
            // The longer period takes the place of the shorter.
            count.steps.truncate(begins);
            (from, rule.first_day)
        }
        CountedFrom::Due => (end, FirstDay::NotCounted),
    };
    count.steps.push(Step::Extended {
        at: fact.at,
        amount,
        unit: extension.unit,
        from: extension.counted_from,
    });
    let unit = extension.unit;
    let leg = Leg {
        amount,
        unit,
        first_day,
    };
    count.leg(&leg, starts)
}
