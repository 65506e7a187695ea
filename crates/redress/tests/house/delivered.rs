//! What is delivered beside the binary keeps to what its pages promise: the unit file for
//! systemd takes away what the server does not need, and every table that leaves goes
//! through the one place that makes cells harmless.

use crate::tree::{self, File};
use crate::{found, nothing_found};

const UNIT: &str = "packaging/redress.service";

/// Without one of these an attacker who runs code in the server has more than the server.
const TAKEN_AWAY: [&str; 16] = [
    "NoNewPrivileges=yes",
    "CapabilityBoundingSet=",
    "DynamicUser=yes",
    "ProtectSystem=strict",
    "ProtectHome=yes",
    "PrivateTmp=yes",
    "PrivateDevices=yes",
    "ProtectKernelTunables=yes",
    "ProtectKernelModules=yes",
    "ProtectControlGroups=yes",
    "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX",
    "RestrictNamespaces=yes",
    "MemoryDenyWriteExecute=yes",
    "SystemCallFilter=@system-service",
    "UMask=0077",
    "LimitCORE=0",
];

fn lacks(unit: &str) -> Vec<String> {
    let there = |wanted: &&&str| unit.lines().any(|line| line.trim() == **wanted);
    let missing = TAKEN_AWAY.iter().filter(|wanted| !there(wanted));
    missing.map(|wanted| format!("{UNIT}: {wanted}")).collect()
}

fn unit() -> String {
    std::fs::read_to_string(tree::root().join(UNIT)).unwrap_or_default()
}

#[test]
fn the_unit_file_takes_away_what_the_server_does_not_need() {
    nothing_found(
        "The service would have more than it needs:",
        &lacks(&unit()),
    );
    assert!(
        unit().contains("IPAddressDeny=any"),
        "it shows how addresses are limited"
    );
}

#[test]
fn a_unit_file_that_leaves_a_door_open_is_found() {
    let open = unit().replace("NoNewPrivileges=yes", "NoNewPrivileges=no");
    found(&lacks(&open), &["NoNewPrivileges=yes"]);
}

/// What packs any answer names the type and writes no cell.
const PACKS: &str = "crates/web/src/guard/compress.rs";

/// Files that answer with a table and do not ask `web::csv` about its cells.
fn unasked(sources: &[File]) -> Vec<String> {
    let answers = |file: &&File| {
        let served = file.text.contains("CONTENT_TYPE") && file.text.contains("text/csv");
        served && file.path != PACKS && file.path.contains("/src/") && !file.is_test()
    };
    let asks = |file: &&File| file.path == "crates/web/src/csv.rs" || file.text.contains("csv::");
    let found = sources.iter().filter(answers).filter(|file| !asks(file));
    found.map(|file| file.path.clone()).collect()
}

#[test]
fn every_table_that_leaves_has_harmless_cells() {
    nothing_found(
        "Write it with redress_web::csv, or ask `csv::harmless` for each cell:",
        &unasked(&tree::sources()),
    );
}

#[test]
fn a_planted_table_of_its_own_is_found() {
    let own = File::new(
        "crates/office/src/a/pages.rs",
        "([(header::CONTENT_TYPE, \"text/csv\")], names.join(\",\"))",
    );
    let asked = File::new(
        "crates/office/src/b/pages.rs",
        "use redress_web::csv::harmless; (CONTENT_TYPE, \"text/csv\")",
    );
    found(&unasked(&[own, asked]), &["office/src/a/pages.rs"]);
}

/// Where a script sets a member whose name it was told, or copies whatever an object has:
/// by these ways a stranger's JSON reaches the prototypes of all objects.
fn by_a_told_name(scripts: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    for script in scripts.iter().filter(|file| file.is("js")) {
        for (number, line) in script.text.lines().enumerate() {
            let copied =
                line.contains("__proto__") || line.contains(" in ") && line.contains("for (");
            if copied || sets_by_name(line) {
                findings.push(format!("{}:{}", script.path, number + 1));
            }
        }
    }
    findings
}

/// `object[name] = value`, where the name is neither a number nor a text of ours.
fn sets_by_name(line: &str) -> bool {
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('[') {
        let is_member = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ')'));
        let Some((name, behind)) = after.split_once(']') else {
            return false;
        };
        let told = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
        let set = behind.trim_start().strip_prefix('=');
        if is_member && told && set.is_some_and(|rest| !rest.starts_with(['=', '>'])) {
            return true;
        }
        rest = after;
    }
    false
}

#[test]
fn no_script_writes_by_a_name_that_it_was_told() {
    let mut scripts = tree::files("assets");
    scripts.extend(tree::files("crates/complaint/src/bundle"));
    assert!(scripts.iter().filter(|file| file.is("js")).count() > 6);
    nothing_found("Use a Map:", &by_a_told_name(&scripts));
}

#[test]
fn a_planted_write_by_name_is_found() {
    let bad = "kept[name] = value;\nfor (const name in told) read(name);\na.__proto__ = b;";
    let good = "row[0] = 1;\nif (kept[name] === value) go();\nconst [a] = b;";
    let script = |name: &str, text: &str| File::new(&format!("assets/js/{name}.js"), text);
    let planted = [script("bad", bad), script("good", good)];
    found(
        &by_a_told_name(&planted),
        &["bad.js:1", "bad.js:2", "bad.js:3"],
    );
}
