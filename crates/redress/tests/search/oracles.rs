//! Texts that nobody here wrote: the same sentences in traditional and simplified
//! characters, Persian, Korean. They lie beside the project and not in it; where
//! they are not, this says so.

use crate::world::{World, manager};
use redress_store::Location;
use std::collections::BTreeMap;

fn sentences(file: &str) -> Option<Vec<String>> {
    let Ok(folder) = std::env::var("REDRESS_SHARED_DATA") else {
        eprintln!("SKIPPED, loudly: no corpora (REDRESS_SHARED_DATA): {file}");
        return None;
    };
    let text = std::fs::read_to_string(format!("{folder}/text/ud/{file}")).unwrap();
    let lines = text
        .lines()
        .filter_map(|line| line.strip_prefix("# text = "));
    Some(lines.map(str::to_owned).collect())
}

fn sqlite() -> World {
    let folder = tempfile::tempdir().unwrap();
    World::open(&Location::Sqlite(folder.path().to_owned()), folder)
}

/// How many of the sentences lead to their twin when asked for whole.
fn led_to(stored: &[String], asked: &[String]) -> usize {
    let world = sqlite();
    let cases: Vec<_> = stored.iter().map(|text| world.says(text)).collect();
    let twin = |(text, case): (&String, _)| {
        let found = world.page(&manager(), text, None, 200);
        let there = found.hits.iter().any(|hit| hit.row.id == case);
        if !there {
            eprintln!("not found: {text}");
        }
        there
    };
    asked.iter().zip(cases).filter(|pair| twin(*pair)).count()
}

#[test]
fn traditional_and_simplified_find_each_other() {
    let (Some(traditional), Some(simplified)) = (
        sentences("zh_gsd-ud-dev.conllu"),
        sentences("zh_gsdsimp-ud-dev.conllu"),
    ) else {
        return;
    };
    assert_eq!((traditional.len(), simplified.len()), (500, 500));
    assert_eq!(led_to(&traditional, &simplified), 500);
    assert_eq!(led_to(&simplified, &traditional), 500);
}

#[test]
fn persian_rows_are_found_by_either_yeh_and_kaf() {
    let Some(persian) = sentences("fa_seraji-ud-test.conllu") else {
        return;
    };
    let arabic: Vec<String> = persian
        .iter()
        .map(|text| {
            text.replace('ی', "ي")
                .replace('ک', "ك")
                .replace('\u{200c}', "")
        })
        .collect();
    assert!(persian.len() >= 500 && persian != arabic);
    assert_eq!(led_to(&persian, &arabic), persian.len());
    assert_eq!(led_to(&arabic, &persian), persian.len());
}

#[test]
fn korean_and_lithuanian_are_found_by_any_word_of_theirs() {
    for file in ["ko_kaist-ud-dev.conllu", "lt_alksnis-ud-dev.conllu"] {
        let Some(texts) = sentences(file) else {
            return;
        };
        let texts: Vec<String> = texts.into_iter().take(300).collect();
        let world = sqlite();
        let cases: BTreeMap<_, _> = texts.iter().map(|text| (world.says(text), text)).collect();
        let mut asked = 0;
        for (case, text) in &cases {
            let word = text
                .split(|c: char| !c.is_alphanumeric())
                .max_by_key(|word| word.chars().count());
            let word = word.unwrap_or_default().to_uppercase();
            let found = world.page(&manager(), &word, None, 300);
            assert!(
                found.hits.iter().any(|hit| hit.row.id == *case),
                "{word}: {text}"
            );
            asked += 1;
        }
        assert_eq!(asked, cases.len());
    }
}
