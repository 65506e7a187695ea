//! The two verifiers, asked about the same folders and receipts.

use redress_verify::{Key, Note, Receipt, folder};
use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::Command,
};

pub const SCRIPT: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../docs/verify/redress_verify.py"
);

/// False, said loudly, where this machine cannot ask the second one.
pub fn python_is_there() -> bool {
    let runs = |program: &str, option: &str| {
        let output = Command::new(program).arg(option).output();
        output.is_ok_and(|output| output.status.success())
    };
    let there = runs("python3", "--version") && runs("openssl", "version");
    if !there {
        assert!(
            std::env::var("REDRESS_TESTS_MAY_SKIP").as_deref() != Ok("no"),
            "python3 and openssl are needed"
        );
        eprintln!("\n*** SKIPPED: the Python verifier needs python3 and openssl ***\n");
    }
    there
}

/// Is it as it was, says `redress-verify`?
pub fn rust_proves(path: &Path, keys: &[Key], against: &[(String, Note)]) -> bool {
    if path.is_dir() {
        return folder::check(path, Some(keys), against).is_ok();
    }
    let receipt = Receipt::read(&std::fs::read(path).unwrap());
    receipt.is_ok_and(|receipt| receipt.check(keys).is_ok())
}

/// The same of many at once, says the Python verifier.
pub fn python_proves(paths: &[PathBuf], key: &str, against: Option<&Path>) -> Vec<bool> {
    let mut command = Command::new("python3");
    command.args(["-I", SCRIPT, "--json", "--key", key]);
    against.into_iter().for_each(|file| {
        command.arg("--against").arg(file);
    });
    let output = command.args(paths).output().unwrap();
    let (told, wrong) = (
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(
        output.status.code() != Some(2) && wrong.is_empty(),
        "{wrong}"
    );
    let answers = told
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let proved: Vec<bool> = answers.map(|answer| answer["proved"] == true).collect();
    assert_eq!(proved.len(), paths.len());
    assert_eq!(output.status.success(), proved.iter().all(|proved| *proved));
    proved
}
