//! Break-glass: somebody asks, with a reason, for a case that they do not find; a second
//! person who sees it agrees; it opens for some hours, to read and not to act, and shuts
//! by itself. Never for the person complained about: what they may know they are told.
//! The answer to asking is the same whether or not there is such a case.

use super::records::waiting_requests;
use crate::{
    House,
    chapter::{Acting, Fault},
    door::visible,
    facts::{GlassBroken, GlassClosed, Reason},
    house::{colleagues, organisation},
    record::{find, id_of},
    second::{REASON, Request, SecondAct, Wish, asked},
    slice::{Outcome, Work},
};
use redress_kernel::{
    Action, By, Draft, Entry, Id, Refusal,
    fields::{Field, Fields, Kind},
    person::granted,
};
use redress_store::{Error, Job, NewJob, Tx};

pub const FORM: &[Field] = &[
    Field::new("glass-reference", Kind::Line(40)).required(),
    REASON.required(),
];

pub const OPENING: SecondAct = SecondAct {
    name: "break-glass",
    decides: Action::ApproveSecond,
    form: FORM,
    done: open,
};

/// So many requests of one person can wait: guessing references gets nobody far.
const WAITING_MAX: i64 = 5;

pub fn ask(tx: &mut Tx, fields: &Fields, acting: &Acting) -> Result<(), Fault> {
    let reference = fields.text("glass-reference");
    if visible(tx, acting.actor, &reference, acting.now)?.is_some() {
        return Err(Refusal::new("glass-not-needed")
            .at("glass-reference")
            .into());
    }
    if waiting_requests(tx, OPENING.name, acting.actor.id)? >= WAITING_MAX {
        return Err(Refusal::new("glass-too-many")
            .with("max", WAITING_MAX)
            .into());
    }
    let complaint = match id_of(tx, &reference)? {
        Some(id) => find(tx, id)?.map(|case| case.id),
        None => None,
    };
    let wish = Wish {
        complaint,
        concerns: None,
        reason: fields.text(REASON.name),
        typed: Fields::from_pairs([("glass-reference".to_owned(), reference)]),
    };
    // Who could agree is asked as if it were about no case: the answer tells of none.
    let (id, mut all, asker) = (tx.new_id(acting.now), colleagues(tx)?, acting.actor.id);
    all.retain(|one| granted(one.role, Action::SeeCase));
    let draft = asked(id, &OPENING, &wish, asker, acting.now, None, &all)?;
    tx.record(draft, &acting.by())?;
    Ok(())
}

fn open(tx: &mut Tx, _: &House, request: &Request, acting: &Acting) -> Result<(), Fault> {
    let unknown = || Refusal::new("glass-no-such-complaint");
    let id = request.complaint.ok_or_else(unknown)?;
    let case = find(tx, id)?.ok_or_else(unknown)?;
    let all = colleagues(tx)?;
    let asker = all.iter().find(|one| one.id == request.asked_by);
    if !asker.is_some_and(|one| granted(one.role, Action::BreakGlass)) {
        return Err(Refusal::new("glass-nobody").into());
    }
    if case.about().subjects.contains(&request.asked_by) {
        return Err(Refusal::new("glass-about-them").into());
    }
    let hours = i64::from(organisation(tx)?.objectivity.glass_hours);
    let broken = GlassBroken {
        person: request.asked_by,
        request: request.id,
        until: acting.now.plus_seconds(hours * 3600),
    };
    let reason = Reason {
        reason: request.reason.clone(),
    };
    tx.record(Draft::with(id, &broken, &reason), &acting.by())?;
    Ok(())
}

const KIND: &str = "glass-shuts";

pub const WORK: Work = Work {
    kind: KIND,
    ready: |_| true,
    run,
};

/// An opening sets its own alarm.
pub fn alarm(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let fact = entry.read::<GlassBroken>()?.fact;
    tx.enqueue(NewJob {
        kind: KIND,
        key: format!("glass shuts {}", entry.seq),
        payload: format!("{} {}", entry.about, fact.person),
        run_at: fact.until,
        max_attempts: 20,
    })
}

fn run(house: &House, job: &Job) -> Outcome {
    let ids = job.payload.split_once(' ');
    let ids = ids.and_then(|(case, who)| Some((case.parse::<Id>().ok()?, who.parse::<Id>().ok()?)));
    let Some((case, person)) = ids else {
        return Outcome::Hopeless("payload".to_owned());
    };
    let by = By::system(house.now());
    match house.db.write_now(move |tx| shut(tx, case, person, &by)) {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Again(error.to_string()),
    }
}

/// One that was opened anew meanwhile has an alarm of its own.
fn shut(tx: &mut Tx, id: Id, person: Id, by: &By) -> Result<(), Error> {
    let over = find(tx, id)?.is_some_and(|case| {
        let mut open = case.opened_for.iter();
        open.any(|its| its.person == person && its.until <= by.at)
    });
    if over {
        tx.record(Draft::of(id, &GlassClosed { person }), by)?;
    }
    Ok(())
}
