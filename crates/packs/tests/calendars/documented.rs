//! `docs/calendars.md` shows what is known; its tables are drawn from the data.

use super::{
    assert_drawn,
    decisions::{decisions, reasons},
    text,
};
use redress_packs::calendars::{self, Confidence, Known};
use std::{collections::BTreeMap, path::Path};

#[test]
fn the_guide_shows_the_years_the_decisions_and_the_reasons_that_there_are() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/calendars.md");
    let guide = text(&path);
    let drawn = between(&guide, "years", &years());
    let drawn = between(&drawn, "decisions", &counted());
    assert_drawn(&path, &drawn);
}

/// Puts a table between `<!-- name -->` and `<!-- end name -->`.
fn between(guide: &str, name: &str, table: &str) -> String {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- end {name} -->"));
    let (before, rest) = guide.split_once(&begin).expect("where the table begins");
    let (_, after) = rest.split_once(&end).expect("where the table ends");
    format!("{before}{begin}{table}{end}{after}")
}

fn years() -> String {
    let columns: Vec<i16> = (2022..=2035).collect();
    let mut lines = vec![
        format!(
            "| calendar | version | {} |",
            columns
                .iter()
                .map(i16::to_string)
                .collect::<Vec<_>>()
                .join(" | ")
        ),
        format!("|---|---|{}", "---|".repeat(columns.len())),
    ];
    for known in calendars::all() {
        let cells: Vec<_> = columns.iter().map(|year| letter(known, *year)).collect();
        lines.push(format!(
            "| {} | {} | {} |",
            known.national.id,
            known.national.version,
            cells.join(" | ")
        ));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn letter(known: &Known, year: i16) -> &'static str {
    match known.confidence(year) {
        Confidence::Official => "O",
        Confidence::Computed => "c",
        Confidence::None => "–",
    }
}

fn counted() -> String {
    let mut counts: BTreeMap<(String, String), [usize; 3]> = BTreeMap::new();
    for decision in decisions().0 {
        let count = counts
            .entry((decision.calendar, decision.reason))
            .or_default();
        count[decision.decided as usize] += 1;
    }
    let reasons = reasons();
    let mut lines = vec![
        "| calendar | days | off | worked weekend | ordinary | why |".to_owned(),
        "|---|---|---|---|---|---|".to_owned(),
    ];
    for ((calendar, reason), [off, works, plain]) in counts {
        let why = &reasons[&reason];
        let all = off + works + plain;
        lines.push(format!(
            "| {calendar} | {all} | {off} | {works} | {plain} | {why} |"
        ));
    }
    lines.push(String::new());
    lines.join("\n")
}
