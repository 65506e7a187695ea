//! `docs/security.md` gives figures, and says beside each in which file it stands as
//! what: a figure that the code has changed is found here.

use crate::tree;
use crate::{found, nothing_found};

const PAGE: &str = "docs/security.md";

/// The last two cells of a row are a path and what stands there, both in `code`.
fn stale(page: &str, text_of: impl Fn(&str) -> String) -> Vec<String> {
    let mut wrong = Vec::new();
    for row in page.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [.., path, code] = cells[..] else {
            continue;
        };
        let coded = |cell: &str| Some(cell.strip_prefix('`')?.strip_suffix('`')?.to_owned());
        if let (Some(path), Some(code)) = (coded(path), coded(code))
            && !text_of(&path).contains(&code)
        {
            wrong.push(format!("{path} does not say {code}"));
        }
    }
    wrong
}

fn rows(page: &str) -> usize {
    page.lines()
        .filter(|line| line.starts_with("| ") && line.ends_with("` |"))
        .count()
}

#[test]
fn the_page_says_what_the_code_says() {
    let read = |path: &str| std::fs::read_to_string(tree::root().join(path)).unwrap_or_default();
    let page = read(PAGE);
    assert!(rows(&page) >= 40, "{}", rows(&page));
    nothing_found(&format!("Write it anew in {PAGE}:"), &stale(&page, read));
}

#[test]
fn a_figure_that_has_changed_is_found() {
    let page = "| a file | 25 MB | `a.rs` | `MAX: u64 = 25` |\n| a name | short | `a.rs` | `NAME: u64 = 9` |\n| what | why |\n";
    let text = |_: &str| "const MAX: u64 = 25; const NAME: u64 = 8;".to_owned();
    found(&stale(page, text), &["NAME: u64 = 9"]);
    assert_eq!(rows(page), 2);
}
