//! What an explanation is made from: the entries of the case, those of the
//! organisation's settings, and who works here.

use super::{Setting, Why, dates, eyes, figures, kept, promises};
use crate::{
    House,
    at::Colleague,
    case::around::around,
    door::our_fault,
    house::{colleagues, organisation},
    record::facts_of,
};
use redress_kernel::{Id, Instant, Organisation, words::Arg};
use redress_store::{Error, Read, sql};
use redress_web::Trouble;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Names of staff by their identifier, those who left included.
#[derive(Debug, Default)]
pub struct People(BTreeMap<Id, String>);

impl People {
    /// The system and complainants have no name here.
    pub fn name(&self, id: Id) -> Arg {
        match self.0.get(&id).filter(|name| !name.is_empty()) {
            Some(name) => Arg::Text(name.clone()),
            None if id == Id::SYSTEM => Arg::Key("journal-by-system".to_owned()),
            None if id == Id::COMPLAINANT => Arg::Key("journal-by-complainant".to_owned()),
            None => Arg::Key("journal-by-somebody".to_owned()),
        }
    }
}

/// As the `organisation-set` fact of the office writes it.
#[derive(Deserialize)]
struct Set {
    organisation: Organisation,
}

pub fn explained(reader: &mut impl Read, id: Id, now: Instant) -> Result<Why, Error> {
    let facts = facts_of(reader, id)?;
    let mut case = facts.fold();
    case.around = around(reader, Some(id))?;
    case.opened_for.retain(|its| now < its.until);
    let (settings, colleagues) = (settings(reader)?, colleagues(reader)?);
    let office = organisation(reader)?;
    Ok(Why {
        dates: dates(&facts.entries, facts.recounts(), &settings),
        promises: promises(&facts.entries, facts.recounts(), &office.zone()),
        clocks: case.clocks(),
        kept: kept(&case, &office, &settings),
        eyes: eyes(&case, &colleagues),
        figures: figures(&case, &office, now),
        people: people(reader, &colleagues)?,
        case,
    })
}

fn settings(reader: &mut impl Read) -> Result<Vec<Setting>, Error> {
    let entries = reader.entries(Id::ORGANISATION)?;
    let set = entries
        .iter()
        .filter(|entry| entry.kind == "organisation-set");
    Ok(set
        .filter_map(|entry| {
            let set: Set = serde_json::from_str(&entry.record).ok()?;
            Some(Setting {
                seq: entry.seq,
                organisation: set.organisation,
            })
        })
        .collect())
}

/// Everybody who works or worked here, by name.
pub(crate) fn people(reader: &mut impl Read, colleagues: &[Colleague]) -> Result<People, Error> {
    let left = sql("SELECT id, name FROM person WHERE active = 0 ORDER BY id LIMIT 1000");
    let left = reader.rows(&left, |row| Ok((row.id(0)?, row.text(1)?)))?;
    let here = colleagues.iter().map(|one| (one.id, one.name.clone()));
    Ok(People(here.chain(left).collect()))
}

/// Whoever may not know which colleagues it is about does not learn it from who is kept
/// apart, nor from why somebody looked.
fn without_colleagues(mut why: Why) -> Why {
    if !why.case.seen_with.is_some_and(|its| its.staff_concerned) {
        why.eyes.retain(|seer| !seer.eye.tells_of_colleagues());
        for its in &mut why.case.shown {
            its.reason.clear();
        }
    }
    why
}

/// The explanation of a case that this person may see.
pub(super) async fn asked(
    house: &House,
    actor: &redress_kernel::Actor,
    reference: String,
) -> Result<Why, Trouble> {
    let (actor, now) = (actor.clone(), house.now());
    let read = house.db.read(move |reader| -> Result<_, Error> {
        match crate::door::visible(reader, &actor, &reference, now)? {
            // The reasons that people gave may name whom it is about.
            Some(case) => {
                let mut why = explained(reader, case.id, now)?;
                why.case = case;
                Ok(Some(without_colleagues(why)))
            }
            None => Ok(None),
        }
    });
    let why = read.await.map_err(|error| our_fault(&error))?;
    why.ok_or(Trouble::NotFound)
}
