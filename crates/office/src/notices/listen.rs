//! When something happens that a colleague wants to know: it waits for their next letter,
//! and the letter is planned for a time at which the office is open.

use super::{
    choice::{GLASS, MENTION, SECOND, pace},
    waiting,
};
use crate::account_mail::{What, tell_of_request};
use redress_complaint::{
    at::Colleague,
    authority::sees,
    facts::{Assigned, GlassBroken, MessageReceived, Noted},
    house::{calendar, colleagues, organisation, stands_in_for},
    obligations::in_office_hours,
    record::find,
    second::{SecondAnswered, SecondAsked, SecondEnded, find as request_of, who_could},
};
use redress_kernel::{Entry, Fact, Id, Instant, Role, calendar::Calendar};
use redress_store::{Error, NewJob, Read, Tx, sql};

pub const MAIL: &str = "notice.mail";

/// What follows within this time goes into the same letter.
const GATHERED_SECONDS: i64 = 60;
/// A relay that fails for days is the concern of whoever runs the house.
const TRIES: u32 = 20;
/// No office is closed for longer.
const CLOSED_DAYS_MAX: usize = 60;

pub fn listen(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        Assigned::KIND => match entry.read::<Assigned>()?.fact.owner {
            Some(owner) if owner != entry.actor => both(tx, owner, "assigned", entry),
            _ => Ok(()),
        },
        MessageReceived::KIND => match owner(tx, entry.about)? {
            Some(owner) => both(tx, owner, "reply", entry),
            None => Ok(()),
        },
        Noted::KIND => {
            let mentioned = entry.read::<Noted>()?.fact.mentioned.into_iter();
            let mut others = mentioned.filter(|person| *person != entry.actor);
            others.try_for_each(|person| wanted(tx, person, MENTION, entry))
        }
        GlassBroken::KIND => {
            let opened_for = entry.read::<GlassBroken>()?.fact.person;
            let told = managing(tx, entry.about)?.into_iter();
            let mut told = told.filter(|one| *one != opened_for && *one != entry.actor);
            told.try_for_each(|person| wanted(tx, person, GLASS, entry))
        }
        SecondAsked::KIND => asked_for_eyes(tx, entry),
        SecondAnswered::KIND | SecondEnded::KIND => answered(tx, entry),
        _ => Ok(()),
    }
}

/// Who manages complaints and sees this one: the representative (5.4.2) and whoever
/// leads the whole organisation's handling.
fn managing(tx: &mut Tx, complaint: Id) -> Result<Vec<Id>, Error> {
    let Some(case) = find(tx, complaint)? else {
        return Ok(Vec::new());
    };
    let manages = |one: &Colleague| match one.role {
        Role::Representative => true,
        Role::Manager => one.unit.is_none(),
        _ => false,
    };
    let all = colleagues(tx)?.into_iter();
    let told = all.filter(|one| manages(one) && sees(&case, one));
    Ok(told.map(|one| one.id).collect())
}

/// Everybody who could agree: about a case in the letter that names it, about no case in
/// one that leads to the queue.
fn asked_for_eyes(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let asked = entry.read::<SecondAsked>()?.fact;
    let case = match asked.complaint {
        Some(complaint) => find(tx, complaint)?,
        None => None,
    };
    let all = colleagues(tx)?;
    let could = who_could(asked.decides, entry.actor, case.as_ref(), &all);
    let could = could.iter().map(|one| one.id);
    let could: Vec<Id> = could.filter(|id| Some(*id) != asked.concerns).collect();
    let mut could = could.into_iter();
    could.try_for_each(|person| match asked.complaint {
        Some(complaint) => wanted_of(tx, person, SECOND, complaint, entry),
        None if pace(tx, person, SECOND)? == "none" => Ok(()),
        None => tell_of_request(
            tx,
            person,
            What::SecondAsked,
            entry.about,
            entry.recorded_at,
        ),
    })
}

/// Whoever asked for what is about no case: a case says itself what became of it. What they
/// took back they know.
fn answered(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let Some(request) = request_of(tx, entry.about)? else {
        return Ok(());
    };
    if request.complaint.is_some() || request.asked_by == entry.actor {
        return Ok(());
    }
    let (asker, at) = (request.asked_by, entry.recorded_at);
    tell_of_request(tx, asker, What::SecondAnswered, entry.about, at)
}

/// The owner and whoever stands in for them today; the letter leaves out what its reader
/// may not see.
fn both(tx: &mut Tx, owner: Id, kind: &'static str, entry: &Entry) -> Result<(), Error> {
    wanted(tx, owner, kind, entry)?;
    let today = entry.recorded_at.date_in(&organisation(tx)?.zone());
    match stands_in_for(tx, owner, today)? {
        Some(away) if away.deputy != entry.actor => wanted(tx, away.deputy, kind, entry),
        _ => Ok(()),
    }
}

fn owner(tx: &mut Tx, complaint: Id) -> Result<Option<Id>, Error> {
    let query = sql("SELECT owner FROM complaint WHERE id = $1").arg(complaint);
    Ok(tx.one(&query, |row| row.opt_id(0))?.flatten())
}

fn wanted(tx: &mut Tx, person: Id, kind: &'static str, entry: &Entry) -> Result<(), Error> {
    wanted_of(tx, person, kind, entry.about, entry)
}

fn wanted_of(
    tx: &mut Tx,
    person: Id,
    kind: &'static str,
    complaint: Id,
    entry: &Entry,
) -> Result<(), Error> {
    let pace = pace(tx, person, kind)?;
    if pace == "none" {
        return Ok(());
    }
    let days = calendar(tx)?;
    let run_at = match pace {
        "instant" => open_at(&days, whole_minute(entry.recorded_at)),
        _ => next_morning(&days, entry.recorded_at),
    };
    waiting::add(tx, person, complaint, kind, entry.recorded_at)?;
    planned(tx, person, run_at)
}

fn planned(tx: &mut Tx, person: Id, run_at: Instant) -> Result<(), Error> {
    tx.enqueue(NewJob {
        kind: MAIL,
        key: format!("notice {person} {}", run_at.micros()),
        payload: person.to_string(),
        run_at,
        max_attempts: TRIES,
    })
}

/// The end of the minute that follows: one letter for whatever comes until then.
fn whole_minute(at: Instant) -> Instant {
    let step = GATHERED_SECONDS * 1_000_000;
    Instant::from_micros((at.micros() / step + 2) * step)
}

fn open_at(days: &Calendar, at: Instant) -> Instant {
    match in_office_hours(days, at) {
        true => at,
        false => opening(days, at, 0),
    }
}

fn next_morning(days: &Calendar, at: Instant) -> Instant {
    opening(days, at, 1)
}

/// The first opening behind `at`, on the day itself or `from` days later.
fn opening(days: &Calendar, at: Instant, from: usize) -> Instant {
    let Some(today) = days.local(at).map(|local| local.date()) else {
        return at;
    };
    let later = std::iter::successors(Some(today), |day| day.tomorrow().ok());
    let opens = later
        .skip(from)
        .take(CLOSED_DAYS_MAX)
        .filter(|day| days.works_on(*day))
        .filter_map(|day| days.opens_on(day).or_else(|| days.first_of(day)));
    opens.into_iter().find(|opens| *opens > at).unwrap_or(at)
}

/// What did not fit into one letter follows in another.
pub fn next(tx: &mut Tx, person: Id, now: Instant) -> Result<(), Error> {
    let days = calendar(tx)?;
    let run_at = open_at(&days, whole_minute(now));
    planned(tx, person, run_at)
}
