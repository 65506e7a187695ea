//! Who may import whom: the drawing in ARCHITECTURE.md against every Cargo.toml.
//! Cargo refuses what is not declared; this refuses what is not drawn.

use crate::tree::{self, File};
use crate::{found, nothing_found};
use std::collections::{BTreeMap, BTreeSet};

type Drawing = BTreeMap<String, BTreeSet<String>>;

/// Reads the block fenced with ```imports: `web <- kernel`, one crate a line.
pub fn drawing(architecture: &str) -> Drawing {
    architecture
        .lines()
        .skip_while(|line| line.trim() != "```imports")
        .skip(1)
        .take_while(|line| line.trim() != "```")
        .filter_map(|line| line.split_once("<-"))
        .map(|(name, rooms)| {
            let rooms = rooms.split_whitespace().map(str::to_owned);
            (name.trim().to_owned(), rooms.collect())
        })
        .collect()
}

/// The rooms that a manifest names, for building and for testing alike.
fn rooms(manifest: &str) -> BTreeSet<String> {
    let manifest: toml::Table = toml::from_str(manifest).unwrap();
    ["dependencies", "dev-dependencies", "build-dependencies"]
        .iter()
        .filter_map(|section| manifest.get(*section)?.as_table())
        .flat_map(|section| section.keys())
        .filter_map(|name| name.strip_prefix("redress-"))
        .map(str::to_owned)
        .collect()
}

fn compare(drawing: &Drawing, manifests: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    let mut built = BTreeSet::new();
    for file in manifests {
        let name = file.path.split('/').nth(1).unwrap().to_owned();
        built.insert(name.clone());
        let Some(allowed) = drawing.get(&name) else {
            findings.push(format!("{name} is not in the drawing"));
            continue;
        };
        for room in rooms(&file.text) {
            if !allowed.contains(&room) && !allowed.contains("everything") {
                findings.push(format!("{name} imports {room}, which is not drawn"));
            }
        }
    }
    for name in drawing.keys().filter(|name| !built.contains(*name)) {
        findings.push(format!("{name} is drawn and not built"));
    }
    findings
}

#[test]
fn the_crates_import_each_other_as_drawn() {
    let architecture = std::fs::read_to_string(tree::root().join("ARCHITECTURE.md")).unwrap();
    let mut manifests = tree::files("crates");
    manifests.retain(|file| file.path.ends_with("/Cargo.toml"));
    assert!(manifests.len() >= 9, "the crates were not found");
    nothing_found(
        "ARCHITECTURE.md and the Cargo.toml files differ:",
        &compare(&drawing(&architecture), &manifests),
    );
}

/// What outsiders read whole: hashing, signatures and their spelling, and nothing else.
const VERIFIER: [&str; 4] = ["base64", "ed25519-dalek", "serde_json", "sha2"];

#[test]
fn the_outsiders_verifier_brings_four_libraries_and_nothing_of_the_server() {
    let manifest = std::fs::read_to_string(tree::root().join("crates/verify/Cargo.toml")).unwrap();
    let manifest: toml::Table = toml::from_str(&manifest).unwrap();
    let named: Vec<&String> = manifest["dependencies"]
        .as_table()
        .unwrap()
        .keys()
        .collect();
    assert_eq!(named, VERIFIER);
    assert!(!manifest.contains_key("build-dependencies"));
}

#[test]
fn an_undrawn_import_is_found() {
    let drawing =
        drawing("text\n```imports\nkernel <-\nweb <- kernel\npaper <- kernel\n```\nstore <- web");
    let manifests = [
        File::new("crates/kernel/Cargo.toml", "[dependencies]\nserde = \"1\""),
        File::new(
            "crates/web/Cargo.toml",
            "[dependencies]\nredress-kernel = \"1\"\n[dev-dependencies]\nredress-store = \"1\"",
        ),
        File::new("crates/mail/Cargo.toml", ""),
    ];
    found(
        &compare(&drawing, &manifests),
        &[
            "web imports store",
            "mail is not in the drawing",
            "paper is drawn and not built",
        ],
    );
}
