//! `redress import`: rows in batches of one transaction each, so that a stop in
//! the middle loses nothing and a second run goes on where the first one ended.

use super::{Failure, open, say};
use crate::{
    cli::{Import, Place},
    clock::MachineClock,
};
use csv::{ReaderBuilder, StringRecord};
use indicatif::{ProgressBar, ProgressStyle};
use redress_channels::import::{Coming, Reject, Rows, cfpb, row_is_here, take_row};
use redress_complaint::house::organisation;
use redress_kernel::{By, Id, instant::Clock};
use redress_operation::receipt::NotReceived;
use redress_store::{Db, Error};
use serde_json::json;
use std::{collections::HashSet, fs::File, io::Write, path::Path, process::ExitCode};

/// Rows in one commit.
const BATCH: usize = 50;

pub fn run(place: &Place, asked: Import) -> Result<ExitCode, Failure> {
    if asked.format != "cfpb" {
        return Err(Failure::Usage(format!(
            "the format {} is not known; known: cfpb",
            asked.format
        )));
    }
    let db = open(place)?;
    let mut total = Rows::default();
    let mut rejects = asked.rejects.as_deref().map(File::create).transpose()?;
    for file in &asked.files {
        let rows = import_file(&db, file, asked.dry_run)?;
        write_rejects(rejects.as_mut(), file, &rows.rejected)?;
        total.rows += rows.rows;
        total.imported += rows.imported;
        total.duplicates += rows.duplicates;
        total.rejected.extend(rows.rejected);
    }
    let object = json!({
        "rows": total.rows, "imported": total.imported, "duplicates": total.duplicates,
        "rejected": total.rejected.len(), "dry_run": asked.dry_run,
    });
    let sentence = format!(
        "{} rows: {} imported, {} duplicates, {} rejected{}",
        total.rows,
        total.imported,
        total.duplicates,
        total.rejected.len(),
        if asked.dry_run {
            " (dry run: nothing was recorded)"
        } else {
            ""
        }
    );
    say(place.json, &object, &sentence);
    Ok(ExitCode::SUCCESS)
}

fn import_file(db: &Db, file: &Path, dry_run: bool) -> Result<Rows, Failure> {
    let zone = db.read_now(|reader| organisation(reader).map(|o| o.zone()))?;
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .from_reader(File::open(file)?);
    let header = reader
        .headers()
        .map_err(|error| unreadable(file, &error))?
        .clone();
    let columns = cfpb::Columns::read(&header).map_err(|missing| {
        Failure::Usage(format!(
            "{}: columns missing: {}",
            file.display(),
            missing.join(", ")
        ))
    })?;
    let bar = progress(file)?;
    let run = Id::new(MachineClock.now().micros(), ten());
    let (mut rows, mut batch, mut seen) = (Rows::default(), Vec::new(), HashSet::new());
    let mut record = StringRecord::new();
    loop {
        let line = reader.position().line();
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {
                rows.rows += 1;
                match cfpb::read(&columns, &record, &zone, run, header.len()) {
                    Ok(coming) => batch.push((line, coming)),
                    Err(why) => rows.rejected.push(Reject {
                        line,
                        why: why.to_owned(),
                    }),
                }
            }
            Err(error) => {
                rows.rows += 1;
                rows.rejected.push(Reject {
                    line,
                    why: word_for(&error).to_owned(),
                });
            }
        }
        bar.set_position(reader.position().byte());
        if batch.len() >= BATCH {
            take(
                db,
                std::mem::take(&mut batch),
                dry_run,
                &mut rows,
                &mut seen,
            )?;
        }
    }
    take(db, batch, dry_run, &mut rows, &mut seen)?;
    bar.finish();
    Ok(rows)
}

/// One commit for the batch; a row that is refused by the rules joins the rejects.
fn take(
    db: &Db,
    batch: Vec<(u64, Coming)>,
    dry_run: bool,
    rows: &mut Rows,
    seen: &mut HashSet<String>,
) -> Result<(), Failure> {
    if dry_run {
        return count(db, &batch, rows, seen);
    }
    let by = By::system(MachineClock.now());
    let outcomes = db.write_now(move |tx| -> Result<Vec<Result<bool, Reject>>, Error> {
        let mut outcomes = Vec::new();
        for (line, coming) in batch {
            outcomes.push(match take_row(tx, coming, &by) {
                Ok(new) => Ok(new),
                Err(NotReceived::Refused(refusal)) => Err(Reject {
                    line,
                    why: refusal.code.to_owned(),
                }),
                Err(NotReceived::Store(error)) => return Err(error),
            });
        }
        Ok(outcomes)
    })?;
    for outcome in outcomes {
        match outcome {
            Ok(true) => rows.imported += 1,
            Ok(false) => rows.duplicates += 1,
            Err(reject) => rows.rejected.push(reject),
        }
    }
    Ok(())
}

fn count(
    db: &Db,
    batch: &[(u64, Coming)],
    rows: &mut Rows,
    seen: &mut HashSet<String>,
) -> Result<(), Failure> {
    for (_, coming) in batch {
        let id = coming.arrival.external_id.clone().unwrap_or_default();
        let known = {
            let id = id.clone();
            db.read_now(move |reader| row_is_here(reader, &id))?
        };
        if known || !seen.insert(id) {
            rows.duplicates += 1
        } else {
            rows.imported += 1
        }
    }
    Ok(())
}

fn write_rejects(out: Option<&mut File>, file: &Path, rejected: &[Reject]) -> Result<(), Failure> {
    let Some(out) = out else { return Ok(()) };
    for reject in rejected {
        writeln!(out, "{}:{}: {}", file.display(), reject.line, reject.why)?;
    }
    Ok(())
}

fn progress(file: &Path) -> Result<ProgressBar, Failure> {
    let bar = ProgressBar::new(File::open(file)?.metadata()?.len());
    let style = ProgressStyle::with_template("{bar:30} {percent}% of {total_bytes}, {eta} left")
        .map_err(|error| Failure::Failed(error.to_string()))?;
    Ok(bar.with_style(style))
}

fn unreadable(file: &Path, error: &csv::Error) -> Failure {
    Failure::Failed(format!(
        "{} cannot be read: {}",
        file.display(),
        word_for(error)
    ))
}

/// csv's own text quotes positions only, but a word is easier to count.
fn word_for(error: &csv::Error) -> &'static str {
    match error.kind() {
        csv::ErrorKind::Io(_) => "file-unreadable",
        csv::ErrorKind::Utf8 { .. } => "not-utf-8",
        csv::ErrorKind::UnequalLengths { .. } => "wrong-number-of-columns",
        _ => "row-unreadable",
    }
}

fn ten() -> [u8; 10] {
    let mut ten = [0; 10];
    ten.iter_mut()
        .zip(crate::clock::random())
        .for_each(|(to, from)| *to = from);
    ten
}
