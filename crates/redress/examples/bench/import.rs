//! A whole file by the command, into an empty installation: the wall time that
//! somebody waits for it, and the CPU it takes.

use serde_json::{Map, Value, json};
use std::{
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

pub fn time(binary: &Path, file: &Path, report: &mut Map<String, Value>) {
    let folder = tempfile::tempdir().unwrap();
    run(
        binary,
        folder.path(),
        &[
            "setup",
            "--org",
            "Blue Ferry Co.",
            "--admin",
            "sam@ferry.example",
        ],
    );
    let began = Instant::now();
    let said = run(
        binary,
        folder.path(),
        &[
            "--json",
            "import",
            "--format",
            "cfpb",
            &file.to_string_lossy(),
        ],
    );
    let seconds = (began.elapsed().as_secs_f64() * 100.0).round() / 100.0;
    report.insert("import_s".into(), json!(seconds));
    report.insert("import_said".into(), said);
}

/// What the command says in its last line, an object if it is asked for one.
pub fn run(binary: &Path, data: &Path, words: &[&str]) -> Value {
    let output = Command::new(binary)
        .arg("--data")
        .arg(data)
        .args(words)
        .stderr(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "{words:?}");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let last = text.lines().last().unwrap_or_default();
    serde_json::from_str(last).unwrap_or(Value::Null)
}
