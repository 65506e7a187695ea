//! What others wrote and we ship: named in a bill of materials, compared with the
//! advisories that are known. Both read files alone and ask nobody: the bill is made
//! of `cargo metadata` and `Cargo.lock`, the advisories lie in a folder.

mod advisories;
mod lock;
mod sbom;

use crate::{Failure, Outcome, root};
use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// `cargo xtask sbom [FILE]`: CycloneDX, to standard output without a file.
pub fn sbom(options: &[String]) -> Outcome {
    let file = match options {
        [] => None,
        [file] => Some(PathBuf::from(file)),
        _ => return Err(Failure::Use("sbom takes one file and nothing else".into())),
    };
    let bill = sbom::document(&metadata()?, &locked()?).map_err(Failure::Step)?;
    let text = serde_json::to_string_pretty(&bill).map_err(step)? + "\n";
    match file {
        Some(file) => std::fs::write(&file, text).map_err(step),
        None => {
            print!("{text}");
            Ok(())
        }
    }
}

/// `cargo xtask audit [FOLDER]`: the folder is a copy of RustSec's advisory database.
pub fn audit(options: &[String]) -> Outcome {
    let folder = match options {
        [] => crate::shared_data()?.join("advisory-db"),
        [folder] => PathBuf::from(folder),
        _ => return Err(Failure::Use("audit takes one folder".into())),
    };
    audited(&folder)
}

pub fn audited(folder: &Path) -> Outcome {
    let looked = advisories::look(folder, &locked()?).map_err(Failure::Step)?;
    for finding in &looked.findings {
        println!("{finding}");
    }
    println!("{}", looked.summary());
    match looked.findings.iter().any(|finding| finding.counts()) {
        true => Err(Failure::Step(
            "a version that an advisory names is in Cargo.lock".to_owned(),
        )),
        false => Ok(()),
    }
}

fn locked() -> Result<Vec<lock::Locked>, Failure> {
    let text = std::fs::read_to_string(root().join("Cargo.lock")).map_err(step)?;
    lock::read(&text).map_err(Failure::Step)
}

/// For the platform that releases are built on; nothing is fetched.
fn metadata() -> Result<Value, Failure> {
    let mut cargo = Command::new("cargo");
    cargo.args(["metadata", "--locked", "--format-version", "1"]);
    cargo.args(["--filter-platform", "x86_64-unknown-linux-gnu"]);
    let output = cargo.current_dir(root()).output().map_err(step)?;
    match output.status.success() {
        true => serde_json::from_slice(&output.stdout).map_err(step),
        false => Err(Failure::Step(
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )),
    }
}

fn step(error: impl std::fmt::Display) -> Failure {
    Failure::Step(error.to_string())
}
