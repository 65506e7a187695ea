//! Changes are found, all of them, by both; what is clean is called clean by both.

use crate::{
    chance::Chance,
    changes::{Changed, KINDS, Truth},
    judges::{python_is_there, python_proves, rust_proves},
    world::{World, write},
};
use redress_verify::Note;
use std::{collections::BTreeMap, fs, path::PathBuf};

/// Folders that lie on the disk at a time.
const AT_ONCE: usize = 250;

pub fn wanted() -> usize {
    let asked = std::env::var("REDRESS_TAMPER").ok();
    asked.and_then(|text| text.parse().ok()).unwrap_or(200)
}

pub fn seed() -> u64 {
    let asked = std::env::var("REDRESS_TAMPER_SEED").ok();
    asked
        .and_then(|text| text.parse().ok())
        .unwrap_or(20_261_122)
}

#[test]
fn both_verifiers_find_every_change_to_what_left_the_house() {
    let (mut world, mut chance) = (World::open(), Chance::from(seed()));
    world.grow(&mut chance, 40);
    let truth = Truth::of(&world);
    let python = python_is_there();
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    let mut left = wanted();
    while left > 0 {
        let folder = tempfile::tempdir().unwrap();
        let kept = folder.path().join("kept.txt");
        fs::write(&kept, truth.newest()).unwrap();
        let against = [("kept.txt".to_owned(), Note::read(truth.newest()).unwrap())];
        let mut changed: Vec<(&str, PathBuf)> = Vec::new();
        while changed.len() < left.min(AT_ONCE) {
            let kind = KINDS[chance.below(KINDS.len())];
            let path = folder.path().join(changed.len().to_string());
            match truth.change(kind, &mut chance) {
                Some(Changed::Folder(export)) => write(&export, &path),
                Some(Changed::Receipt(bytes)) => fs::write(&path, bytes).unwrap(),
                None => continue,
            }
            changed.push((kind, path));
        }
        for (kind, path) in &changed {
            let missed = rust_proves(path, &world.keys(), &against);
            assert!(!missed, "redress-verify missed a {kind}, seed {}", seed());
            *found.entry(kind).or_default() += 1;
        }
        let paths: Vec<PathBuf> = changed.iter().map(|(_, path)| path.clone()).collect();
        let key = world.keys()[0].text();
        let judged = if python {
            python_proves(&paths, &key, Some(&kept))
        } else {
            Vec::new()
        };
        for (missed, (kind, _)) in judged.into_iter().zip(&changed) {
            assert!(
                !missed,
                "the Python verifier missed a {kind}, seed {}",
                seed()
            );
        }
        left -= changed.len();
    }
    eprintln!(
        "seed {}: {} changes, all found: {found:?}",
        seed(),
        wanted()
    );
    assert!(wanted() < 200 || found.len() == KINDS.len(), "{found:?}");
}

#[test]
fn neither_alarms_on_a_journal_that_is_as_it_was() {
    let (mut world, mut chance) = (World::open(), Chance::from(seed() ^ 1));
    let python = python_is_there();
    let mut journals = 0;
    let mut earlier: Option<String> = None;
    while journals < wanted() / 10 {
        let folder = tempfile::tempdir().unwrap();
        let kept = folder.path().join("kept.txt");
        let mut paths = Vec::new();
        while paths.len() < (wanted() / 10 - journals).min(AT_ONCE) {
            let commits = 1 + chance.below(3);
            world.grow(&mut chance, commits);
            let path = folder.path().join(paths.len().to_string());
            match chance.in_ten(1) {
                true => fs::write(&path, world.receipt(0)).unwrap(),
                false => write(&world.export(chance.in_ten(5)), &path),
            }
            earlier.get_or_insert_with(|| world.notes()[0].1.clone());
            paths.push(path);
        }
        let note = earlier.clone().unwrap();
        fs::write(&kept, &note).unwrap();
        let against = [("kept.txt".to_owned(), Note::read(&note).unwrap())];
        for path in &paths {
            assert!(
                rust_proves(path, &world.keys(), &against),
                "false alarm, seed {}",
                seed()
            );
        }
        if python {
            let judged = python_proves(&paths, &world.keys()[0].text(), Some(&kept));
            assert!(
                judged.iter().all(|proved| *proved),
                "false alarm, seed {}",
                seed()
            );
        }
        journals += paths.len();
    }
    eprintln!("seed {}: {journals} clean journals, no alarm", seed());
}

/// What the tests write is what the command writes, letter by letter.
#[test]
fn the_commands_exports_are_these_and_are_proved_by_both() {
    let (mut world, mut chance) = (World::open(), Chance::from(7));
    world.grow(&mut chance, 30);
    let to = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    for (what, name, opened) in [
        ("all", "journal.jsonl", true),
        ("journal", "leaves.jsonl", false),
    ] {
        let path = to.path().join(what);
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_redress"))
            .arg("--data")
            .arg(world.dir.path())
            .args(["export", what])
            .arg(&path)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        assert_eq!(
            fs::read(path.join(name)).unwrap(),
            world.export(opened)[name]
        );
        paths.push(path);
    }
    assert!(
        paths
            .iter()
            .all(|path| rust_proves(path, &world.keys(), &[]))
    );
    if python_is_there() {
        let judged = python_proves(&paths, &world.keys()[0].text(), None);
        assert_eq!(judged, [true, true]);
    }
}
