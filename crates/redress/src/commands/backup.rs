//! `redress backup` and `redress restore`.

use super::{Failure, keys::typed, open, place::location, say};
use crate::{
    cli::{Place, Restore},
    clock::MachineClock,
};
use redress_kernel::instant::Clock;
use redress_office::mark_backup;
use redress_store as store;
use serde_json::json;
use std::{path::Path, process::ExitCode};

pub fn backup(place: &Place, file: &Path) -> Result<ExitCode, Failure> {
    let db = open(place)?;
    let now = MachineClock.now();
    let made = store::backup(&db, file, now)?;
    let entries = made.entries;
    db.write_now(move |tx| mark_backup(tx, now, entries))?;
    let object =
        json!({ "file": file, "entries": made.entries, "root": made.root, "keys": made.keys });
    let sentence = format!(
        "{} holds {} journal entries. It opens only with the key file {} (keys.toml of this installation) or its second copy, which are not in it: keep them apart. It opens until its epoch is destroyed, 35 days after the epoch ended.",
        file.display(),
        made.entries,
        made.keys
    );
    say(place.json, &object, &sentence);
    Ok(ExitCode::SUCCESS)
}

pub fn restore(place: &Place, asked: Restore) -> Result<ExitCode, Failure> {
    let second = match (asked.copy, &asked.root) {
        (Some(copy), Some(root)) => Some((copy, typed(root)?)),
        _ => None,
    };
    let restored = store::restore(&store::Restore {
        file: asked.file,
        dir: place.data.clone(),
        to: location(place),
        keys: asked.keys,
        second,
        new_keys: asked.new_keys,
        now: MachineClock.now(),
    })?;
    if restored.codes_lost {
        // People are found by keyed hashes, and the key is another.
        store::rebuild(&open(place)?)?;
    }
    let object = json!({ "entries": restored.note.entries, "keys": restored.keys, "codes_lost": restored.codes_lost });
    let mut sentence = format!(
        "restored and verified: {} journal entries",
        restored.note.entries
    );
    if restored.codes_lost {
        sentence.push_str("\nWith new keys: every access code is a new one and people need to be told; passwords of mailboxes, relay and providers and authenticator apps are set again. What was closed under keys that were not given stays closed.");
    }
    say(place.json, &object, &sentence);
    Ok(ExitCode::SUCCESS)
}
