//! The job: case by case, each in a write of its own that also marks it done, so
//! that a worker that dies in the middle does nothing twice.

use super::records::{self, Item, Run};
use crate::{
    Complaint, House,
    door::verb_named,
    house::colleagues,
    record::{Asked, Fault, id_of, perform},
    slice::{Outcome, Work},
};
use redress_kernel::{
    Actor, Id, Instant, Lang,
    fields::{Fields, Problem},
    words::Message,
};
use redress_store::{Error, Job, NewJob, Tx};
use redress_web::Voice;
use std::collections::BTreeMap;

const KIND: &str = "bulk";

pub const WORK: Work = Work {
    kind: KIND,
    ready: |_| true,
    run,
};

pub fn job(id: Id, now: Instant) -> NewJob {
    NewJob {
        kind: KIND,
        key: format!("bulk {id}"),
        payload: id.to_string(),
        run_at: now,
        max_attempts: 10,
    }
}

fn run(house: &House, job: &Job) -> Outcome {
    let Ok(id) = job.payload.parse::<Id>() else {
        return Outcome::Hopeless("payload".to_owned());
    };
    match work(house, id) {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Again(error.to_string()),
    }
}

fn work(house: &House, id: Id) -> Result<(), Error> {
    let Some(run) = house.db.read_now(|reader| records::run(reader, id))? else {
        return Ok(());
    };
    while let Some(item) = house.db.read_now(|reader| records::next(reader, id))? {
        one(house, &run, item)?;
    }
    let now = house.now();
    house.db.write_now(move |tx| records::finish(tx, id, now))
}

fn one(house: &House, run: &Run, item: Item) -> Result<(), Error> {
    let (id, place) = (run.id, item.place);
    match act(house, run, item) {
        Ok(()) => Ok(()),
        Err(Fault::Store(error)) => Err(error),
        Err(fault) => {
            let why = sentences(house, &reason(fault));
            house
                .db
                .write_now(move |tx| records::failed(tx, id, place, &why))
        }
    }
}

/// The verb of the run, or the one that takes this case's part of it back.
fn act(house: &House, run: &Run, item: Item) -> Result<(), Fault> {
    let (name, fields) = match item.typed {
        Some((verb, fields)) => (verb, fields),
        None => (run.verb.clone(), run.fields.clone()),
    };
    let verb = verb_named(house.slices, &name).ok_or(Fault::Hidden)?;
    let (id, person, place, now) = (run.id, run.person, item.place, house.now());
    let (reference, seen, inside) = (item.reference, item.seen, house.clone());
    house.db.write_now(move |tx| {
        let complaint = id_of(tx, &reference)?.ok_or(Fault::Hidden)?;
        let actor = still_there(tx, person)?.ok_or(Fault::Hidden)?;
        let before = version(tx, complaint)?;
        let mut fields = fields;
        fields.check(verb.fields);
        if !fields.problems().is_empty() {
            return Err(Fault::Invalid(fields));
        }
        let asked = Asked {
            complaint,
            verb,
            fields,
            files: Vec::new(),
            seen,
            actor,
            now,
        };
        let done = perform(tx, &inside, asked)?;
        if records::done(tx, id, place, before, done.case.version)? {
            Ok(())
        } else {
            // Another worker was faster: what this one did is rolled back.
            Err(Fault::Store(Error::Busy))
        }
    })
}

/// The person as they are now: a role changed or taken away counts at once.
fn still_there(tx: &mut Tx, person: Id) -> Result<Option<Actor>, Error> {
    let found = colleagues(tx)?.into_iter().find(|c| c.id == person);
    Ok(found.map(|colleague| Actor {
        id: colleague.id,
        name: colleague.name,
        email: String::new(),
        role: colleague.role,
        unit: colleague.unit,
        scope: None,
    }))
}

fn version(tx: &mut Tx, complaint: Id) -> Result<i64, Fault> {
    let case: Option<Complaint> = crate::record::find(tx, complaint)?;
    Ok(case.ok_or(Fault::Hidden)?.version)
}

/// Why this one was not done, as the person is told.
fn reason(fault: Fault) -> Message {
    match fault {
        Fault::Hidden => Message::new("bulk-gone"),
        Fault::Denied(_) => Message::new("bulk-denied"),
        Fault::Changed { .. } => Message::new("bulk-changed"),
        Fault::Refused(refusal, _) => Problem::from(refusal).message,
        Fault::Invalid(fields) => first(&fields),
        Fault::Store(_) => Message::new("bulk-gone"),
    }
}

fn first(fields: &Fields) -> Message {
    let problem = fields.problems().first();
    problem.map_or(Message::new("bulk-gone"), |problem| problem.message.clone())
}

/// In every language: who looks at the result may have changed theirs.
fn sentences(house: &House, why: &Message) -> BTreeMap<String, String> {
    let organisation = house
        .db
        .read_now(crate::house::organisation)
        .unwrap_or_default();
    Lang::ALL
        .into_iter()
        .map(|lang| {
            let said = Voice::of(lang, &organisation).text(why);
            (lang.tag().to_owned(), said)
        })
        .collect()
}
