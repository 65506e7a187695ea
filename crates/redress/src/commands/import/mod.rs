//! `redress import`: rows in batches of one transaction each, so that a stop in
//! the middle loses nothing and a second run goes on where the first one ended.
//! What is not clear is asked before anything is recorded.

mod asked;
mod undone;

use super::{Failure, open, say};
use crate::{
    cli::{Import, Place},
    clock::MachineClock,
};
use asked::{Prepared, prepared};
use indicatif::{ProgressBar, ProgressStyle};
use redress_channels::import::{
    Batch, Counts, Format, Item, Reject, batch, begin, dry_run, end, own_address, take,
};
use redress_complaint::house::organisation;
use redress_kernel::{By, Id, Organisation, instant::Clock};
use redress_store::{Db, Error};
use serde_json::json;
use std::{
    collections::HashSet,
    fs::File,
    io::{BufWriter, Write},
    path::Path,
    process::ExitCode,
    time::Duration,
};

/// Rows in one commit: few enough that other writers wait for milliseconds.
const BATCH: usize = 100;

pub fn run(place: &Place, asked: Import) -> Result<ExitCode, Failure> {
    if let Some(run) = &asked.undo {
        return undone::undo_import(place, run);
    }
    if asked.list {
        return undone::list(place);
    }
    let name = asked.format.clone().unwrap_or_default();
    if name == "redress" {
        return super::export::import_all(place, &asked.files);
    }
    let Some(format) = Format::from_name(&name) else {
        return Err(Failure::Usage(format!(
            "the format {name} is not known; known: cfpb, csv, xlsx, zendesk, freshdesk, eml, mbox, redress"
        )));
    };
    let db = open(place)?;
    let organisation = db.read_now(organisation)?;
    let here = (MachineClock.now(), db.read_now(own_address)?);
    let files = prepared(&asked, format, &organisation, here)?;
    let mut rejects = asked
        .rejects
        .as_deref()
        .map(File::create)
        .transpose()?
        .map(BufWriter::new);
    let (mut total, mut runs) = (Counts::default(), Vec::new());
    for file in &files {
        let job = Job {
            db: &db,
            organisation: &organisation,
            format,
            dry_run: asked.dry_run,
        };
        let (counts, run) = job.import(file, rejects.as_mut())?;
        total.rows += counts.rows;
        total.imported += counts.imported;
        total.duplicates += counts.duplicates;
        total.rejected += counts.rejected;
        runs.extend(run.map(|run| run.to_string()));
    }
    if let Some(mut rejects) = rejects {
        rejects.flush()?;
    }
    tell(place, &total, &runs, asked.dry_run);
    Ok(ExitCode::SUCCESS)
}

fn tell(place: &Place, total: &Counts, runs: &[String], dry_run: bool) {
    let object = json!({
        "rows": total.rows, "imported": total.imported, "duplicates": total.duplicates,
        "rejected": total.rejected, "dry_run": dry_run, "imports": runs,
    });
    let mut sentence = format!(
        "{} rows: {} imported, {} duplicates, {} rejected",
        total.rows, total.imported, total.duplicates, total.rejected
    );
    match dry_run {
        true => sentence.push_str(" (dry run: nothing was recorded)"),
        false => sentence.push_str(&format!(
            "\nTo undo: redress import --undo {}",
            runs.join(" ")
        )),
    }
    say(place.json, &object, &sentence);
}

/// One file into one database.
struct Job<'a> {
    db: &'a Db,
    organisation: &'a Organisation,
    format: Format,
    dry_run: bool,
}

impl Job<'_> {
    fn import(
        &self,
        file: &Prepared,
        mut rejects: Option<&mut BufWriter<File>>,
    ) -> Result<(Counts, Option<Id>), Failure> {
        let run = match self.dry_run {
            true => None,
            false => Some(self.begin(file)?),
        };
        let mut rows = file
            .source
            .read(&file.plan, run.unwrap_or(Id::SYSTEM))
            .map_err(|error| asked::unreadable(&file.path, &error))?;
        let (mut counts, mut seen) = (Counts::default(), HashSet::new());
        let bar = progress(file.source.size)?;
        loop {
            let items: Vec<Item> = batch(rows.as_mut(), BATCH);
            if items.is_empty() {
                break;
            }
            let batch = match run {
                Some(run) => self.take(run, items)?,
                None => self.count(items, &mut seen)?,
            };
            counts.add(&batch);
            if let Some(out) = rejects.as_deref_mut() {
                write_rejects(out, &file.path, self.format, &batch.rejects)?;
            }
            bar.set_position(rows.bytes());
            make_way();
        }
        bar.finish();
        if let Some(run) = run {
            let by = By::system(MachineClock.now());
            self.db.write_now(move |tx| end(tx, run, counts, &by))?;
        }
        Ok((counts, run))
    }

    fn begin(&self, file: &Prepared) -> Result<Id, Failure> {
        let (source, dates, format) = (file.source.clone(), file.dates, self.format);
        let name = file
            .path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let by = By::system(MachineClock.now());
        Ok(self.db.write_now(move |tx| {
            let dates = dates.map(|order| order.name());
            begin(tx, format.name(), &name, &source, dates, &by)
        })?)
    }

    fn take(&self, run: Id, items: Vec<Item>) -> Result<Batch, Failure> {
        let by = By::system(MachineClock.now());
        let taken: Option<Batch> = self
            .db
            .write_now(move |tx| -> Result<_, Error> { take(tx, run, items, &by) })?;
        taken.ok_or_else(|| Failure::Failed("the import was undone while it ran".to_owned()))
    }

    fn count(&self, items: Vec<Item>, seen: &mut HashSet<String>) -> Result<Batch, Failure> {
        let now = MachineClock.now();
        Ok(self
            .db
            .read_now(|reader| dry_run(reader, items, self.organisation, now, seen))?)
    }
}

/// Other processes wait for the database between two commits: whoever serves comes in here.
#[allow(
    clippy::disallowed_methods,
    reason = "a command on a thread of its own: the pause is what hands the lock on"
)]
fn make_way() {
    std::thread::sleep(Duration::from_millis(3));
}

/// A message that stays outside is named: who wrote it, when, and why it is no complaint.
fn write_rejects(
    out: &mut impl Write,
    file: &Path,
    format: Format,
    rejects: &[Reject],
) -> Result<(), Failure> {
    for reject in rejects {
        write!(out, "{}:{}: {}", file.display(), reject.line, reject.why)?;
        match format.is_mail() {
            true => writeln!(out, ": {}", reject.raw.trim_end())?,
            false => writeln!(out)?,
        }
    }
    Ok(())
}

fn progress(size: u64) -> Result<ProgressBar, Failure> {
    let bar = ProgressBar::new(size);
    let style = ProgressStyle::with_template("{bar:30} {percent}% of {total_bytes}, {eta} left")
        .map_err(|error| Failure::Failed(error.to_string()))?;
    Ok(bar.with_style(style))
}
