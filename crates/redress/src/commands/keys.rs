//! `redress keys`: the root key on paper, the second copy of the key file, the epochs.

use super::{Failure, open, say};
use crate::{
    cli::{KeysCommand, Place, Recover},
    clock::MachineClock,
};
use redress_kernel::instant::Clock;
use redress_store::{Keys, RootKey, SecondCopy, keys::FILE_NAME, rotate};
use serde_json::json;
use std::{
    io::Read,
    path::{Path, PathBuf},
    process::ExitCode,
};

pub fn run(place: &Place, asked: KeysCommand) -> Result<ExitCode, Failure> {
    match asked {
        KeysCommand::Root => root(place),
        KeysCommand::Copy { folder } => copy(place, &folder),
        KeysCommand::Rotate => epochs(place),
        KeysCommand::Recover(asked) => recover(place, &asked),
    }
}

/// What is said beside a root key, the one time it is shown.
pub const ON_PAPER: &str = "Write this root key down and keep it apart from this machine. It is shown this once and kept nowhere: it opens the second copy of the keys, and without the keys no backup opens.";

fn root(place: &Place) -> Result<ExitCode, Failure> {
    let keys = Keys::load(&place.data)?;
    let former = keys.has_root();
    let root = keys.new_root(MachineClock.now())?;
    let paper = root.on_paper();
    let mut sentence = format!("{ON_PAPER}\n\n{paper}");
    if former {
        sentence.push_str("\n\nThe former root key opens only copies written before; the present copy was written anew.");
    }
    if keys.second_copy() == SecondCopy::NoPlace {
        sentence.push_str("\n\nNow name the place of the second copy: redress keys copy FOLDER");
    }
    say(place.json, &json!({ "root_key": paper }), &sentence);
    Ok(ExitCode::SUCCESS)
}

fn copy(place: &Place, folder: &Path) -> Result<ExitCode, Failure> {
    if !folder.is_dir() {
        return Err(Failure::Usage(format!(
            "{} is no folder that is there: name a folder or mount on another disk",
            folder.display()
        )));
    }
    let keys = Keys::load(&place.data)?;
    let folder = std::fs::canonicalize(folder)?;
    let file = keys.keep_second(&folder, MachineClock.now())?;
    let sentence = format!(
        "The keys are copied to {}, closed to the root key. Redress writes the copy anew whenever a key begins or ends.",
        file.display()
    );
    say(place.json, &json!({ "copy": file }), &sentence);
    Ok(ExitCode::SUCCESS)
}

fn epochs(place: &Place) -> Result<ExitCode, Failure> {
    let db = open(place)?;
    let done = rotate(&db, MachineClock.now())?;
    let object = json!({ "began": done.began, "wrapped_anew": done.wrapped_anew, "destroyed": done.destroyed });
    let mut said = vec![match done.began {
        Some(number) => format!("Epoch {number} began."),
        None => "The present epoch goes on.".to_owned(),
    }];
    said.push(format!("Wrapped anew: {}.", done.wrapped_anew));
    if !done.destroyed.is_empty() {
        let all: Vec<String> = done.destroyed.iter().map(i64::to_string).collect();
        said.push(format!(
            "Destroyed: {}; backups of that time open no more.",
            all.join(", ")
        ));
    }
    say(place.json, &object, &said.join(" "));
    Ok(ExitCode::SUCCESS)
}

fn recover(place: &Place, asked: &Recover) -> Result<ExitCode, Failure> {
    let (copy, root) = (&asked.copy, typed(&asked.root)?);
    let mut keys = Keys::from_second(copy, &root)?;
    keys.put_in(&place.data)?;
    let file = place.data.join(FILE_NAME);
    let sentence = format!(
        "{} is back: the key file {}. Check with redress verify.",
        file.display(),
        keys.id()
    );
    say(place.json, &json!({ "keys": keys.id() }), &sentence);
    Ok(ExitCode::SUCCESS)
}

/// The root key from a file, or from what is typed (`-`): never from the command line,
/// which every process of the machine can read.
pub fn typed(from: &PathBuf) -> Result<RootKey, Failure> {
    let mut text = String::new();
    if from.as_os_str() == "-" {
        std::io::stdin().read_to_string(&mut text)?;
    } else {
        text = std::fs::read_to_string(from)?;
    }
    RootKey::typed(&text).ok_or_else(|| {
        Failure::Usage(
            "this is no root key: 68 letters and digits in groups of four, the last group checks the others".to_owned(),
        )
    })
}
