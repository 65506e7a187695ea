//! What has to be clear before a file is imported: columns, equal headers that
//! disagree, the order of dates. All files are looked through first; one that is
//! not clear stops the command with nothing recorded.

use super::Failure;
use crate::cli::Import;
use redress_channels::import::{
    Choices, Format, Kind, Plan, Source, Unclear,
    columns::{Chosen, FIELDS, WrongChoice},
    dates::{Order, Told},
    survey::{Survey, survey},
    table::Unreadable,
};
use redress_kernel::{Instant, Organisation};
use std::path::{Path, PathBuf};

pub struct Prepared {
    pub path: PathBuf,
    pub source: Source,
    pub plan: Plan,
    pub dates: Option<Order>,
}

pub fn prepared(
    asked: &Import,
    format: Format,
    organisation: &Organisation,
    (now, address): (Instant, Option<String>),
) -> Result<Vec<Prepared>, Failure> {
    let choices = choices(asked)?;
    let all = asked.files.iter().map(|path| {
        let prepared = one(path, format, &choices, organisation)?;
        let plan = prepared.plan.at(now, address.clone());
        Ok(Prepared { plan, ..prepared })
    });
    all.collect()
}

fn choices(asked: &Import) -> Result<Choices, Failure> {
    let dates = match asked.dates.as_deref() {
        None => None,
        Some(name) => Some(Order::from_name(name).ok_or_else(|| {
            Failure::Usage(format!("--dates {name} is not known; known: dmy, mdy, ymd"))
        })?),
    };
    let columns = asked
        .map
        .as_deref()
        .map(chosen)
        .transpose()?
        .unwrap_or_default();
    Ok(Choices { columns, dates })
}

fn chosen(path: &Path) -> Result<Chosen, Failure> {
    let text = std::fs::read_to_string(path)?;
    toml::from_str(&text).map_err(|error| {
        Failure::Usage(format!(
            "{} is no list of field = \"Column\": {}",
            path.display(),
            error.message()
        ))
    })
}

fn one(
    path: &Path,
    format: Format,
    choices: &Choices,
    organisation: &Organisation,
) -> Result<Prepared, Failure> {
    let source = Source::file(path).map_err(|error| unreadable(path, &error))?;
    let source = source.as_format(format);
    if !source.fits(format) {
        return Err(Failure::Usage(format!(
            "{} is JSON; the format {} is a table",
            path.display(),
            format.name()
        )));
    }
    let plan = match source.kind {
        Kind::Tickets | Kind::Letters => Plan::of_tickets(format, organisation, None),
        Kind::Table => {
            let survey = survey(source.open()?).map_err(|error| unreadable(path, &error))?;
            Plan::of_table(format, &survey, choices, organisation, None)
                .map_err(|unclear| Failure::Usage(sentences(path, &survey, &unclear)))?
        }
    };
    Ok(Prepared {
        path: path.to_owned(),
        source,
        plan,
        dates: choices.dates,
    })
}

fn sentences(path: &Path, survey: &Survey, unclear: &[Unclear]) -> String {
    let lines: Vec<String> = unclear.iter().map(|what| sentence(survey, what)).collect();
    format!(
        "{}: {}\nNothing was imported.",
        path.display(),
        lines.join("\n")
    )
}

fn sentence(survey: &Survey, unclear: &Unclear) -> String {
    let labels = || {
        let all: Vec<String> = survey
            .columns
            .iter()
            .map(|seen| seen.column.label())
            .collect();
        all.join(", ")
    };
    match unclear {
        Unclear::Choice(WrongChoice::Field(field)) => {
            format!(
                "--map: there is no field {field}; known: {}",
                FIELDS.join(", ")
            )
        }
        Unclear::Choice(WrongChoice::Column(column)) => {
            format!(
                "--map: there is no column \"{column}\"; columns: {}",
                labels()
            )
        }
        Unclear::Missing(field) => format!(
            "columns missing: none of them is known to hold {field}; name it with --map, {field} = \"...\"; columns: {}",
            labels()
        ),
        Unclear::Twins {
            field,
            name,
            labels,
            rows,
        } => format!(
            "\"{name}\" stands {} times ({}) and the columns differ in {rows} of {} rows; choose one with --map: {}",
            labels.len(),
            labels.join(", "),
            survey.rows,
            labels
                .iter()
                .map(|label| format!("{field} = \"{label}\""))
                .collect::<Vec<_>>()
                .join(" or ")
        ),
        Unclear::Dates { label, told, .. } => format!(
            "the dates in \"{label}\" can {}; choose with --dates dmy, mdy or ymd",
            match told {
                Told::Mixed => "not all be read in one order of day and month",
                _ => "be read in more than one order of day and month",
            }
        ),
    }
}

pub fn unreadable(path: &Path, error: &Unreadable) -> Failure {
    let why = match error {
        Unreadable::Io(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Failure::Failed(format!("{}: there is no such file", path.display()));
        }
        Unreadable::Io(error) => error.to_string(),
        Unreadable::Encoding => "it is not UTF-8; save it as CSV in UTF-8, or as XLSX".to_owned(),
        Unreadable::Empty => "it holds no table".to_owned(),
    };
    Failure::Failed(format!("{} cannot be read: {why}", path.display()))
}
