//! `redress pack check FILE`: is this a pack? What is wrong is told with its
//! line; no installation is read or touched.

use super::{Failure, say};
use crate::cli::Place;
use redress_packs::pack::{Problem, read};
use serde_json::{Value, json};
use std::{fmt::Write as _, path::Path, process::ExitCode};

pub fn check(place: &Place, file: &Path) -> Result<ExitCode, Failure> {
    let name = file.display().to_string();
    let bytes = std::fs::read(file)
        .map_err(|error| Failure::Usage(format!("{name} cannot be read: {error}")))?;
    let (pack, problems) = match as_text(&name, &bytes).and_then(|text| read(&name, text)) {
        Ok(pack) => {
            let missed = pack.check().into_iter().map(|it| Problem {
                file: name.clone(),
                line: it.line,
                what: it.to_string(),
            });
            let problems = missed.collect();
            (Some(pack), problems)
        }
        Err(problems) => (None, problems),
    };
    let mut answer = json!({
        "ok": problems.is_empty(),
        "problems": problems.iter().map(object).collect::<Vec<_>>(),
    });
    let mut words = String::new();
    for problem in &problems {
        let _ = writeln!(words, "{problem}");
    }
    match &pack {
        Some(pack) => {
            let (cases, wrong) = (pack.golden.len(), problems.len());
            let clocks = pack.clock_ids();
            if let Some(answer) = answer.as_object_mut() {
                answer.insert("id".to_owned(), pack.id.clone().into());
                answer.insert("versions".to_owned(), pack.versions.len().into());
                answer.insert("golden".to_owned(), cases.into());
                answer.insert("clocks".to_owned(), json!(clocks));
            }
            let _ = write!(
                words,
                "{}: {} clocks, {} golden cases right",
                pack.id,
                clocks.len(),
                cases - wrong
            );
            if wrong > 0 {
                let _ = write!(words, ", {wrong} wrong");
            }
        }
        None => {
            let _ = write!(words, "{name}: not a pack, {} found", problems.len());
        }
    }
    say(place.json, &answer, &words);
    Ok(match problems.is_empty() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

fn as_text<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a str, Vec<Problem>> {
    std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.iter().take(error.valid_up_to());
        vec![Problem {
            file: name.to_owned(),
            line: 1 + good.filter(|byte| **byte == b'\n').count(),
            what: "not text in UTF-8; expected TOML".to_owned(),
        }]
    })
}

fn object(problem: &Problem) -> Value {
    json!({"file": problem.file, "line": problem.line, "what": problem.what})
}
