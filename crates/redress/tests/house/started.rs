//! What the README tells a newcomer to type starts one program: as soon as a second
//! package makes a binary, `cargo run` asks which one, unless a package says it.

use crate::tree;
use crate::{found, nothing_found};
use std::fs::read_to_string;

struct Package {
    folder: String,
    manifest: String,
    has_main: bool,
}

fn packages() -> Vec<Package> {
    let folders = std::fs::read_dir(tree::root().join("crates")).unwrap();
    let folders = folders.map(|entry| entry.unwrap().path());
    let folders = folders.filter(|folder| folder.join("Cargo.toml").is_file());
    folders
        .map(|folder| Package {
            manifest: read_to_string(folder.join("Cargo.toml")).unwrap(),
            has_main: folder.join("src/main.rs").is_file(),
            folder: folder.file_name().unwrap().to_string_lossy().into_owned(),
        })
        .collect()
}

/// Cargo takes the one package that says `default-run`, or else the only binary.
fn undecided(packages: &[Package]) -> Vec<String> {
    let says = |one: &&Package| one.manifest.contains("\ndefault-run = ");
    let mut named: Vec<_> = packages.iter().filter(says).collect();
    if named.is_empty() {
        named = packages.iter().filter(|one| one.has_main).collect();
    }
    match named.as_slice() {
        [one] if one.folder == "redress" => vec![],
        _ => named.iter().map(|one| one.folder.clone()).collect(),
    }
}

#[test]
fn cargo_run_starts_the_product() {
    nothing_found(
        "Only crates/redress may say default-run, and it has to while another package makes a binary:",
        &undecided(&packages()),
    );
    for file in ["README.md", "scripts/run"] {
        let text = read_to_string(tree::root().join(file)).unwrap();
        assert!(text.contains("cargo run"), "{file} starts it otherwise now");
    }
}

#[test]
fn two_binaries_of_which_none_is_named_are_found() {
    let package = |folder: &str, more: &str| Package {
        folder: folder.to_owned(),
        manifest: format!("[package]\nname = \"{folder}\"{more}\n"),
        has_main: true,
    };
    let (product, verifier) = (package("redress", ""), package("verify", ""));
    found(&undecided(&[product, verifier]), &["redress", "verify"]);
    let said = package("redress", "\ndefault-run = \"redress\"");
    assert!(undecided(&[said, package("verify", "")]).is_empty());
}
