//! What people wrote is put between our own words by the voice alone (`t.bdi`,
//! `t.latin`, `t.in_lang`, `t.reference`): one place that takes directional
//! controls out. A template that writes its own `<bdi>` round a value goes past it.

use crate::tree::{self, File};
use crate::{found, nothing_found};

fn past_the_voice(files: &[File]) -> Vec<String> {
    let mut findings = Vec::new();
    let pages = |file: &&File| file.is("html") || (file.is("rs") && !file.is_test());
    for file in files.iter().filter(pages) {
        for (number, line) in file.text.lines().enumerate() {
            if line.contains(concat!("<bdi>", "{{")) {
                findings.push(format!("{}:{}", file.path, number + 1));
            }
        }
    }
    findings
}

#[test]
fn values_come_into_a_page_through_the_voice() {
    nothing_found(
        "Write {{ t.bdi(value) }} or one of its siblings:",
        &past_the_voice(&tree::files("crates")),
    );
}

#[test]
fn a_planted_value_of_its_own_is_found() {
    let files = [
        File::new(
            "crates/a/src/b.html",
            "<p>{{ t.bdi(name) }}</p>\n<p><bdi>{{ name }}</bdi></p>",
        ),
        File::new("crates/a/src/tests.rs", "<bdi>{{ name }}</bdi>"),
    ];
    found(&past_the_voice(&files), &["crates/a/src/b.html:2"]);
}
