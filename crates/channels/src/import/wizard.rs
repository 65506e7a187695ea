//! What the import wizard does behind its pages: looking through an upload, the
//! dry run, and the import and its undoing as jobs. A job takes a slice and makes
//! way for the next, so mail does not wait; a stop goes on where it ended.

use super::{
    plan::{Format, Plan},
    reading::{Item, letters_header},
    run::{self, Counts, Reject},
    source::{Kind, Source, batch},
    survey::survey,
    table::{Table, Unreadable},
    undo::{self as undoing_rows, NotUndone},
    upload::{self, NewUpload, Settings, Step, Upload},
};
use redress_complaint::{
    House,
    house::organisation,
    slice::{Outcome, Work},
};
use redress_kernel::{Actor, By, Id, Instant};
use redress_store::{Error, Job, NewJob, Read, Tx};
use std::collections::HashSet;

/// Rows in one commit, and commits in one job.
const BATCH: usize = 100;
const SLICE: usize = 20;
/// Rejected rows that a dry run shows.
const SHOWN: usize = 200;

pub const WORK: Work = Work {
    kind: "import",
    ready: |_| true,
    run: work,
};
pub const UNDOING: Work = Work {
    kind: "import-undo",
    ready: |_| true,
    run: undoing,
};

/// Looks an upload through and keeps it.
pub fn receive(
    house: &House,
    actor: &Actor,
    name: String,
    format: Format,
    bytes: Vec<u8>,
) -> Result<Result<Id, Unreadable>, Error> {
    let id = house.new_id();
    let new = match looked_through(id, actor, name, format, bytes) {
        Ok(new) => new,
        Err(unreadable) => return Ok(Err(unreadable)),
    };
    let now = house.now();
    house.db.write_now(move |tx| upload::keep(tx, new, now))?;
    Ok(Ok(id))
}

fn looked_through(
    id: Id,
    actor: &Actor,
    name: String,
    format: Format,
    bytes: Vec<u8>,
) -> Result<NewUpload, Unreadable> {
    let source = Source::bytes(bytes)?.as_format(format);
    let (seen, header) = match source.kind {
        Kind::Tickets => (None, Vec::new()),
        Kind::Letters => (None, letters_header()),
        Kind::Table => {
            let header = Table::<super::source::Bytes>::open(source.open()?)?.header();
            (Some(survey(source.open()?)?), header)
        }
    };
    Ok(NewUpload {
        id,
        name,
        person: actor.id,
        format,
        rows: seen.as_ref().map_or(0, |seen| seen.rows),
        settings: Settings {
            unit: actor.unit,
            ..Settings::default()
        },
        survey: seen,
        source,
        header,
    })
}

/// Reads the whole file with these choices and records nothing but the outcome.
pub fn check(house: &House, upload: &Upload, settings: Settings) -> Result<(), Error> {
    let upload = Upload {
        settings,
        ..upload.clone()
    };
    let now = house.now();
    let (counts, rejects) = house.db.read_now(|reader| -> Result<_, Error> {
        let organisation = organisation(reader)?;
        let (mut rows, _) = opened(reader, &upload, Id::SYSTEM, now)?;
        let (mut counts, mut rejects, mut seen) = (Counts::default(), Vec::new(), HashSet::new());
        loop {
            let items: Vec<Item> = batch(rows.as_mut(), BATCH);
            if items.is_empty() {
                return Ok((counts, rejects));
            }
            let batch = run::dry_run(reader, items, &organisation, now, &mut seen)?;
            counts.add(&batch);
            let room = SHOWN.saturating_sub(rejects.len());
            rejects.extend(batch.rejects.into_iter().take(room));
        }
    })?;
    let (id, settings) = (upload.id, upload.settings);
    house
        .db
        .write_now(move |tx| upload::checked(tx, id, &settings, counts, &rejects, now))
}

type Opened = (Box<dyn super::source::Reading + Send>, Source);

fn opened(reader: &mut impl Read, upload: &Upload, run: Id, now: Instant) -> Result<Opened, Error> {
    let organisation = organisation(reader)?;
    let source = upload::source(reader, upload)?;
    let unclear = |_| Error::Wrong("an upload was started before it was clear".to_owned());
    let plan: Plan = upload::plan(upload, source.kind, &organisation).map_err(unclear)?;
    let plan = plan.at(now, own_address(reader)?);
    let rows = source
        .read(&plan, run)
        .map_err(|_| Error::Wrong("an upload cannot be read any more".to_owned()))?;
    Ok((rows, source))
}

/// The address that we write from: what it wrote is ours.
pub fn own_address(reader: &mut impl Read) -> Result<Option<String>, Error> {
    redress_office::relay::sender(reader)
}

/// Begins the import and hands it to the worker. False when it runs already.
pub fn start(tx: &mut Tx, upload: &Upload, by: &By) -> Result<bool, Error> {
    if !upload::start(tx, upload.id, by.at)? {
        return Ok(false);
    }
    let dates = upload.settings.dates.as_deref();
    let file = (upload.file.as_str(), upload.bytes);
    run::begin_as(
        tx,
        upload.id,
        upload.format.name(),
        &upload.name,
        file,
        dates,
        by,
    )?;
    next(tx, upload.id, 0, by.at)?;
    Ok(true)
}

fn next(tx: &mut Tx, id: Id, position: i64, at: Instant) -> Result<(), Error> {
    tx.enqueue(NewJob {
        kind: WORK.kind,
        key: format!("import:{id}:{position}"),
        payload: id.to_string(),
        run_at: at,
        max_attempts: 10,
    })
}

fn work(house: &House, job: &Job) -> Outcome {
    match slice(house, job) {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Again(error.to_string()),
    }
}

/// Some commits of the import, from where the last slice ended.
fn slice(house: &House, job: &Job) -> Result<(), Error> {
    let Ok(id) = job.payload.parse::<Id>() else {
        return Ok(());
    };
    let Some(upload) = house
        .db
        .read_now(move |reader| upload::upload(reader, id))?
    else {
        return Ok(());
    };
    if upload.step != Step::Running {
        return Ok(());
    }
    let now = house.now();
    let (mut rows, _) = house
        .db
        .read_now(|reader| opened(reader, &upload, id, now))?;
    let mut position = upload.position;
    let passed = usize::try_from(position).unwrap_or(usize::MAX);
    rows.by_ref().take(passed).for_each(drop);
    for _ in 0..SLICE {
        let items: Vec<Item> = batch(rows.as_mut(), BATCH);
        let (n, by) = (items.len(), by(house, &upload));
        let on = match n {
            0 => false,
            _ => house
                .db
                .write_now(move |tx| one_commit(tx, id, position, items, &by))?,
        };
        if !on {
            return house.db.write_now(move |tx| finish(tx, id, &by));
        }
        position += n as i64;
    }
    let now = house.now();
    house.db.write_now(move |tx| next(tx, id, position, now))
}

fn by(house: &House, upload: &Upload) -> By {
    By {
        actor: upload.person,
        unit: upload.settings.unit,
        at: house.now(),
    }
}

/// The rows and how far we are, in one transaction: a stop between them cannot be.
fn one_commit(tx: &mut Tx, id: Id, from: i64, items: Vec<Item>, by: &By) -> Result<bool, Error> {
    let Some(batch) = run::take(tx, id, items, by)? else {
        return Ok(false);
    };
    if upload::advance(tx, id, from, &batch)? {
        return Ok(true);
    }
    Err(Error::Wrong(
        "another worker went on with this import".to_owned(),
    ))
}

fn finish(tx: &mut Tx, id: Id, by: &By) -> Result<(), Error> {
    if let Some(upload) = upload::upload(tx, id)? {
        run::end(tx, id, upload.counts, by)?;
    }
    upload::finish(tx, id)
}

/// Undoing begins with the click; the worker does the rest.
pub fn undo(tx: &mut Tx, run: Id, by: &By) -> Result<(), NotUndone> {
    undoing_rows::begin(tx, run, by)?;
    upload::finish(tx, run)?;
    go_on_undoing(tx, run, by.actor, 0, by.at)?;
    Ok(())
}

fn go_on_undoing(tx: &mut Tx, run: Id, actor: Id, round: i64, at: Instant) -> Result<(), Error> {
    tx.enqueue(NewJob {
        kind: UNDOING.kind,
        key: format!("import-undo:{run}:{round}"),
        payload: format!("{run} {actor} {round}"),
        run_at: at,
        max_attempts: 10,
    })
}

fn undoing(house: &House, job: &Job) -> Outcome {
    let mut parts = job.payload.split(' ');
    let mut id = || parts.next().and_then(|part| part.parse::<Id>().ok());
    let (Some(run), Some(actor)) = (id(), id()) else {
        return Outcome::Hopeless("the job names no import".to_owned());
    };
    let round = parts
        .next()
        .and_then(|part| part.parse().ok())
        .unwrap_or(0i64);
    match undo_slice(house, run, actor, round) {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Again(error.to_string()),
    }
}

fn undo_slice(house: &House, run: Id, actor: Id, round: i64) -> Result<(), Error> {
    for _ in 0..SLICE {
        let by = By {
            actor,
            unit: None,
            at: house.now(),
        };
        if !house
            .db
            .write_now(move |tx| undoing_rows::undo_step(tx, run, &by))?
        {
            return Ok(());
        }
    }
    let now = house.now();
    house
        .db
        .write_now(move |tx| go_on_undoing(tx, run, actor, round + 1, now))
}

/// What a page shows of the rows that stay outside.
pub fn shown(reader: &mut impl Read, id: Id) -> Result<Vec<Reject>, Error> {
    upload::rejects(reader, id, 0, SHOWN as i64)
}
