//! A file that was uploaded and waits to be imported: what was found in it, what
//! was chosen, how far it is. No evidence; its bytes go when it is in.

use super::{
    columns::Chosen,
    dates::Order,
    plan::{Choices, Format, Plan, Unclear},
    run::{Batch, Counts, Reject},
    source::{Kind, Source},
    survey::Survey,
};
use redress_kernel::{Id, Instant, Organisation};
use redress_store::{Error, Read, Row, Tx, sql};
use serde::{Deserialize, Serialize};

/// Unused files and rejected rows are thrown away after this many seconds.
const KEPT_SECONDS: i64 = 30 * 86_400;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Waits for choices.
    New,
    Running,
    Done,
}

impl Step {
    const fn name(self) -> &'static str {
        match self {
            Step::New => "new",
            Step::Running => "running",
            Step::Done => "done",
        }
    }
}

/// What was chosen for this file, as it lies in its row.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    #[serde(default)]
    pub columns: Chosen,
    #[serde(default)]
    pub dates: Option<String>,
    #[serde(default)]
    pub unit: Option<Id>,
}

impl Settings {
    pub fn choices(&self) -> Choices {
        Choices {
            columns: self.columns.clone(),
            dates: self.dates.as_deref().and_then(Order::from_name),
        }
    }
}

#[derive(Debug, Clone)]
pub struct Upload {
    pub id: Id,
    pub name: String,
    pub person: Id,
    pub format: Format,
    pub step: Step,
    /// None: an export whose layout says everything.
    pub survey: Option<Survey>,
    pub settings: Settings,
    /// What a dry run came to.
    pub dry: Option<Counts>,
    pub header: Vec<String>,
    pub total: i64,
    /// Rows that are behind us.
    pub position: i64,
    pub counts: Counts,
    pub started_at: Option<Instant>,
    pub file: String,
    pub bytes: u64,
}

/// A file as it arrived, looked through.
pub struct NewUpload {
    pub id: Id,
    pub name: String,
    pub person: Id,
    pub format: Format,
    pub source: Source,
    pub survey: Option<Survey>,
    pub settings: Settings,
    pub header: Vec<String>,
    pub rows: u64,
}

pub fn keep(tx: &mut Tx, new: NewUpload, now: Instant) -> Result<(), Error> {
    sweep(tx, now)?;
    let file = new.source.hash.clone();
    let content = new
        .source
        .into_bytes()
        .map_err(|_| Error::Wrong("the upload is gone".to_owned()))?;
    // Names and stories of people lie in it: sealed like a form that is not sent yet.
    let (name, keys) = (sealed_as(new.id), tx.keys().clone());
    let size = whole(content.len() as u64);
    let content = keys.seal_bytes(&name, content)?;
    let survey = new.survey.map(|survey| json(&survey)).unwrap_or_default();
    let query = sql(
        "INSERT INTO import_upload (id, name, person, used_at, format, file, state, survey, choices, dry, header,
           total, position, imported, duplicates, rejected, started_at, content, size)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', $10, $11, 0, 0, 0, 0, $12, $13, $14)",
    );
    let query = query
        .arg(new.id)
        .arg(keys.seal(&name, &new.name)?)
        .arg(new.person)
        .arg(now)
        .arg(new.format.name())
        .arg(file)
        .arg(Step::New.name())
        .arg(keys.seal(&name, &survey)?)
        .arg(keys.seal(&name, &json(&new.settings))?)
        .arg(json(&new.header))
        .arg(whole(new.rows))
        .arg(None::<Instant>)
        .arg(content.as_slice())
        .arg(size);
    tx.execute(&query).map(|_| ())
}

/// What is sealed of an upload belongs to it and to no other.
fn sealed_as(id: Id) -> String {
    format!("import {id}")
}

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn whole(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// What nobody used for a month is thrown away, with the rows that stayed outside.
fn sweep(tx: &mut Tx, now: Instant) -> Result<(), Error> {
    let old = now.plus_seconds(-KEPT_SECONDS);
    tx.execute(
        &sql("DELETE FROM import_reject WHERE upload IN (SELECT id FROM import_upload WHERE used_at < $1)").arg(old),
    )?;
    tx.execute(&sql("DELETE FROM import_upload WHERE used_at < $1").arg(old))
        .map(|_| ())
}

const UPLOAD: &str = "SELECT id, name, person, format, state, survey, choices, dry, header, total, position, imported,
       duplicates, rejected, started_at, file, size FROM import_upload ";

fn row(row: &Row) -> Result<Upload, Error> {
    let state = row.text(4)?;
    let position = row.int(10)?;
    let n = |place: usize| row.int(place).map(i64::unsigned_abs);
    // What was sealed with other keys, before a restore, stays closed: the list goes on.
    let sealed = sealed_as(row.id(0)?);
    let opened = |place: usize| row.unsealed(place, &sealed).ok();
    Ok(Upload {
        id: row.id(0)?,
        name: opened(1).unwrap_or_else(|| "\u{fffd}".to_owned()),
        person: row.id(2)?,
        format: Format::from_name(&row.text(3)?).unwrap_or(Format::Csv),
        step: [Step::New, Step::Running, Step::Done]
            .into_iter()
            .find(|step| step.name() == state)
            .unwrap_or(Step::Done),
        survey: opened(5).and_then(|text| serde_json::from_str(&text).ok()),
        settings: opened(6)
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default(),
        dry: serde_json::from_str(&row.text(7)?).ok(),
        header: serde_json::from_str(&row.text(8)?).unwrap_or_default(),
        total: row.int(9)?,
        position,
        counts: Counts {
            rows: position.unsigned_abs(),
            imported: n(11)?,
            duplicates: n(12)?,
            rejected: n(13)?,
        },
        started_at: row.opt_instant(14)?,
        file: row.text(15)?,
        bytes: n(16)?,
    })
}

pub fn upload(reader: &mut impl Read, id: Id) -> Result<Option<Upload>, Error> {
    reader.one(&sql(UPLOAD).push("WHERE id = ").bind(id), row)
}

/// Files that wait for choices, the newest first.
pub fn waiting(reader: &mut impl Read) -> Result<Vec<Upload>, Error> {
    let query = sql(UPLOAD).push("WHERE state = 'new' ORDER BY used_at DESC, id LIMIT 20");
    reader.rows(&query, row)
}

pub fn source(reader: &mut impl Read, upload: &Upload) -> Result<Source, Error> {
    let query = sql("SELECT content FROM import_upload WHERE id = $1").arg(upload.id);
    let sealed = sealed_as(upload.id);
    let content = reader.one(&query, |row| row.unsealed_bytes(0, &sealed))?;
    let content = content.unwrap_or_default();
    let source = Source::held(content, upload.file.clone());
    source
        .map(|source| source.as_format(upload.format))
        .map_err(|_| Error::Wrong("an upload cannot be read any more".to_owned()))
}

pub fn plan(
    upload: &Upload,
    kind: Kind,
    organisation: &Organisation,
) -> Result<Plan, Vec<Unclear>> {
    let unit = upload.settings.unit;
    match (&upload.survey, kind) {
        (Some(survey), Kind::Table) => {
            let choices = upload.settings.choices();
            Plan::of_table(upload.format, survey, &choices, organisation, unit)
        }
        _ => Ok(Plan::of_tickets(upload.format, organisation, unit)),
    }
}

/// The choices and what a dry run with them came to.
pub fn checked(
    tx: &mut Tx,
    id: Id,
    settings: &Settings,
    dry: Counts,
    rejects: &[Reject],
    now: Instant,
) -> Result<(), Error> {
    let query = sql(
        "UPDATE import_upload SET choices = $2, dry = $3, total = $4, used_at = $5 WHERE id = $1 AND state = 'new'",
    );
    let settings = tx.keys().seal(&sealed_as(id), &json(settings))?;
    let query = query
        .arg(id)
        .arg(settings)
        .arg(json(&dry))
        .arg(whole(dry.rows))
        .arg(now);
    if tx.execute(&query)? == 0 {
        return Ok(());
    }
    forget_rejects(tx, id)?;
    keep_rejects(tx, id, rejects)
}

/// False when it runs already.
pub fn start(tx: &mut Tx, id: Id, now: Instant) -> Result<bool, Error> {
    let query = sql(
        "UPDATE import_upload SET state = 'running', started_at = $2, used_at = $2, position = 0 WHERE id = $1 AND state = 'new'",
    );
    let started = tx.execute(&query.arg(id).arg(now))? == 1;
    if started {
        forget_rejects(tx, id)?;
    }
    Ok(started)
}

/// False when another worker was here meanwhile: what this one did is undone with it.
pub fn advance(tx: &mut Tx, id: Id, from: i64, batch: &Batch) -> Result<bool, Error> {
    let n = batch.imported + batch.duplicates + batch.rejects.len() as u64;
    let query = sql(
        "UPDATE import_upload SET position = position + $3, imported = imported + $4, duplicates = duplicates + $5,
           rejected = rejected + $6 WHERE id = $1 AND position = $2 AND state = 'running'",
    );
    let query = query
        .arg(id)
        .arg(from)
        .arg(whole(n))
        .arg(whole(batch.imported))
        .arg(whole(batch.duplicates))
        .arg(whole(batch.rejects.len() as u64));
    if tx.execute(&query)? == 0 {
        return Ok(false);
    }
    keep_rejects(tx, id, &batch.rejects)?;
    Ok(true)
}

/// It is in, or was stopped: the bytes are not needed any more.
pub fn finish(tx: &mut Tx, id: Id) -> Result<(), Error> {
    let query = sql("UPDATE import_upload SET state = 'done', content = $2 WHERE id = $1");
    tx.execute(&query.arg(id).arg(&[][..])).map(|_| ())
}

/// What is left here of an import that was taken back: names of columns, samples of its
/// rows, and the rows that stayed outside.
pub fn forget(tx: &mut Tx, run: Id) -> Result<(), Error> {
    forget_rejects(tx, run)?;
    let query = sql("DELETE FROM import_upload WHERE id = $1 AND state = 'done'");
    tx.execute(&query.arg(run)).map(|_| ())
}

/// Throws a file away that was not imported.
pub fn discard(tx: &mut Tx, id: Id) -> Result<bool, Error> {
    let query = sql("DELETE FROM import_upload WHERE id = $1 AND state = 'new'").arg(id);
    let gone = tx.execute(&query)? == 1;
    if gone {
        forget_rejects(tx, id)?;
    }
    Ok(gone)
}

fn keep_rejects(tx: &mut Tx, id: Id, rejects: &[Reject]) -> Result<(), Error> {
    for reject in rejects {
        let raw = tx.keys().seal(&sealed_as(id), &reject.raw)?;
        let query = sql(
            "INSERT INTO import_reject (upload, line, why, raw) VALUES ($1, $2, $3, $4)
                         ON CONFLICT (upload, line) DO NOTHING",
        );
        let query = query.arg(id).arg(whole(reject.line));
        tx.execute(&query.arg(reject.why.as_str()).arg(raw))?;
    }
    Ok(())
}

fn forget_rejects(tx: &mut Tx, id: Id) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM import_reject WHERE upload = $1").arg(id))
        .map(|_| ())
}

/// Rows that stay outside, in the order of the file, behind this line.
pub fn rejects(
    reader: &mut impl Read,
    id: Id,
    after: i64,
    limit: i64,
) -> Result<Vec<Reject>, Error> {
    let query = sql(
        "SELECT line, why, raw FROM import_reject WHERE upload = $1 AND line > $2 ORDER BY line LIMIT $3",
    );
    let sealed = sealed_as(id);
    reader.rows(&query.arg(id).arg(after).arg(limit), |row| {
        Ok(Reject {
            line: row.int(0)?.unsigned_abs(),
            why: row.text(1)?,
            raw: row.unsealed(2, &sealed)?,
        })
    })
}
