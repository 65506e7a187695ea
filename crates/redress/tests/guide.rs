//! The examples of docs/guide/api.md, run one after the other in one shell against
//! the real binary; what the page says that they print has to be printed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "tests"
)]

#[allow(dead_code)]
#[path = "support/http.rs"]
mod http;
#[allow(dead_code)]
#[path = "support/server.rs"]
mod server;

use server::{Server, blue_ferry, folder, free_port, token_of};
use std::process::Command;

const GUIDE: &str = include_str!("../../../docs/guide/api.md");
/// Between the outputs of two examples.
const EDGE: &str = "== the next example ==";

struct Example {
    commands: String,
    /// What it prints; empty where the page does not say.
    prints: Vec<String>,
}

/// Each block of `sh`, with the block of `text` that follows it.
fn examples(page: &str) -> Vec<Example> {
    let mut found: Vec<Example> = Vec::new();
    let mut blocks = page.split("\n```").skip(1);
    while let (Some(block), _) = (blocks.next(), blocks.next()) {
        let (language, text) = block.split_once('\n').unwrap_or((block, ""));
        match language {
            "sh" => found.push(Example {
                commands: text.to_owned(),
                prints: Vec::new(),
            }),
            "text" => {
                let lines = text.lines().map(str::to_owned);
                found.last_mut().unwrap().prints.extend(lines);
            }
            other => panic!("a block of {other:?} is neither run nor compared"),
        }
    }
    found
}

/// Every line, in order; "…" stands for anything in between.
fn lacks(printed: &str, lines: &[String]) -> Option<String> {
    let mut rest = printed;
    for part in lines.iter().flat_map(|line| line.split('…')) {
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return Some(format!("{part:?} is not in {rest:?}")),
        }
    }
    None
}

#[test]
fn every_example_of_the_guide_runs_and_prints_what_it_says() {
    let data = folder("guide");
    let token = blue_ferry(&data);
    let addr = free_port();
    let _server = Server::start(&data, addr);
    let examples = examples(GUIDE);
    assert!(examples.len() > 10, "the page has its examples");
    let said = examples.iter().filter(|example| !example.prints.is_empty());
    assert_eq!(said.count(), examples.len(), "each says what it prints");
    let commands: Vec<&str> = examples.iter().map(|e| e.commands.as_str()).collect();
    let script = commands.join(&format!("\necho '{EDGE}'\n"));
    let work = folder("guide-work");
    let output = Command::new("bash")
        .args(["-euo", "pipefail", "-c", &script])
        .current_dir(&work)
        .env("REDRESS", format!("http://{addr}"))
        .env("TOKEN", token)
        .env("ADMIN", token_of(&data, "sam@ferry.example"))
        .output()
        .expect("bash");
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}\n{printed}");
    for (example, printed) in examples.iter().zip(printed.split(EDGE)) {
        if let Some(missing) = lacks(printed, &example.prints) {
            panic!("{}\n{missing}", example.commands);
        }
    }
}

#[test]
fn an_example_that_prints_something_else_is_found() {
    let page = "\n```sh\necho 201\n```\n\n```text\n20…1\n200\n```\n";
    let example = &examples(page)[0];
    assert_eq!(example.commands.trim(), "echo 201");
    assert_eq!(lacks("201\n200", &example.prints), None);
    assert!(lacks("201\n", &example.prints).is_some());
    assert!(lacks("200\n201", &example.prints).is_some());
}
