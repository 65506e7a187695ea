//! A case taken along as one page: readable and provable without us, by the outsiders'
//! verifiers; a changed letter is named; what complainants wrote stays text; who took it
//! along stands in the case.

use crate::{
    judges::{python_is_there, python_proves},
    office::{AISTE, BORIS, Ferry, JONAS, TOMAS},
};
use axum::http::StatusCode;
use redress_verify::{Key, page};

const HOSTILE: &str = "</script><script>alert(1)</script><!-- \u{202e}&amp;";

async fn taken(ferry: &Ferry, who: &str, reference: &str, typed: &[(&str, &str)]) -> String {
    let path = format!("/desk/{reference}/bundle");
    let file = ferry.post(who, &path, typed).await;
    assert_eq!(file.status, StatusCode::OK, "{}", file.text());
    let name = file.header("content-disposition");
    assert!(name.contains(&format!("{reference}.html")), "{name}");
    file.text()
}

/// Tomas has the case in hand: names and texts leave the house with whoever knows them.
async fn his(ferry: &Ferry, typed: &[(&str, &str)]) -> String {
    let reference = ferry.call_of(typed).await;
    let path = format!("/desk/{reference}/take");
    let taken = ferry.post(TOMAS, &path, &[]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    reference
}

const WHOLE: &[(&str, &str)] = &[("bundle-language", "lt"), ("bundle-opened", "1")];

fn keys(ferry: &Ferry) -> Vec<Key> {
    let keys = ferry.house.db.keys().verifiers();
    let read = keys.iter().map(|key| Key::read(&key.text()).unwrap());
    read.collect()
}

/// What both verifiers say; Python is asked where it is there.
fn proved(ferry: &Ferry, html: &str) -> Result<u64, (u64, String)> {
    let ours = page::check(html.as_bytes(), Some(&keys(ferry)), &[]);
    if python_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.html");
        std::fs::write(&path, html).unwrap();
        let theirs = python_proves(&[path], &keys(ferry)[0].text(), None);
        assert_eq!(theirs, [ours.is_ok()], "both say the same: {ours:?}");
    }
    ours.map(|told| told.entries)
        .map_err(|found| (found.entry, found.why))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_is_proved_by_both_verifiers_and_says_that_it_was_made() {
    let ferry = Ferry::open().await;
    let reference = his(&ferry, &[("caller-story", HOSTILE)]).await;
    let form = ferry.get(TOMAS, &format!("/desk/{reference}/bundle")).await;
    assert!(form.text().contains("name=\"bundle-opened\""));
    let html = taken(&ferry, TOMAS, &reference, WHOLE).await;
    assert!(html.starts_with("<!doctype html>") && html.contains("lang=\"lt\""));
    assert!(
        html.contains(&reference) && html.contains("Išsinešta"),
        "it tells of itself"
    );
    let entries = proved(&ferry, &html).unwrap();
    assert!(
        entries >= 3,
        "received, acknowledged, taken along: {entries}"
    );
    // The page without its addressees: nothing of the world is asked.
    for word in ["http://", "https://", "src=", "href="] {
        assert!(!html.contains(word), "{word}");
    }
    let page = ferry.get(TOMAS, &format!("/desk/{reference}")).await.text();
    assert!(page.contains("Taken along with its proof"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_complainant_wrote_is_text_in_it_and_never_markup() {
    let ferry = Ferry::open().await;
    let reference = his(&ferry, &[("caller-story", HOSTILE)]).await;
    let html = taken(&ferry, TOMAS, &reference, WHOLE).await;
    assert!(!html.contains("<script>alert") && !html.contains("<!-- "));
    assert_eq!(html.matches("<script").count(), 2, "the data and the check");
    assert!(html.contains("&lt;script&gt;alert(1)"));
    let policy = html
        .split("Content-Security-Policy\" content=\"")
        .nth(1)
        .unwrap();
    let policy = policy.split('"').next().unwrap().replace("&#39;", "'");
    assert!(
        policy.starts_with("default-src 'none'") && !policy.contains("unsafe"),
        "{policy}"
    );
    assert!(proved(&ferry, &html).is_ok());
}

/// The negative control: each change is named, where it is of an entry with its number.
#[tokio::test(flavor = "multi_thread")]
async fn a_changed_letter_is_found_where_it_is() {
    let ferry = Ferry::open().await;
    let reference = his(&ferry, &[("caller-story", "The ferry left at 8:50.")]).await;
    let html = taken(&ferry, TOMAS, &reference, WHOLE).await;
    assert!(proved(&ferry, &html).is_ok());
    let (shown, data) = html.split_once("id=\"bundle\">").unwrap();
    let joined = |shown: String, data: String| format!("{shown}id=\"bundle\">{data}");
    let in_page = joined(shown.replacen("at 8:50.", "at 8:40.", 1), data.to_owned());
    let in_data = joined(shown.to_owned(), data.replacen("at 8:50.", "at 8:40.", 1));
    let hidden = joined(shown.replacen("<dd ", "<p ", 1), data.to_owned());
    let received = proved(&ferry, &in_page).unwrap_err();
    assert!(received.1.contains("shows"), "{received:?}");
    assert!(proved(&ferry, &in_data).unwrap_err().1.contains("Opened"));
    assert_eq!(
        proved(&ferry, &hidden).unwrap_err().0,
        received.0,
        "a row that was taken away"
    );
    let moved = html.replacen("\\nindex ", "\\nindex 1", 1);
    let cut = html.replacen("id=\"bundle\"", "id=\"other\"", 1);
    let head = html.replacen("\"checkpoint\":\"redress", "\"checkpoint\":\"Redress", 1);
    for changed in [moved, cut, head, html[..html.len() / 2].to_owned()] {
        if changed != html {
            assert!(proved(&ferry, &changed).is_err());
        }
    }
    let (year, rest) = reference
        .split_once('-')
        .unwrap()
        .1
        .split_once('-')
        .unwrap();
    let other = reference.replace(rest, "0000-000");
    assert!(year.len() == 2 && other != reference);
    let renamed = html.replace(&reference, &other);
    assert!(
        proved(&ferry, &renamed).is_err(),
        "another complaint's name"
    );
    // A line that is no JSON any more is named, and harms no other.
    let broken = html.replacen("{\"entry\":", "{\"entry\"", 1);
    assert_ne!(broken, html);
    assert_eq!(proved(&ferry, &broken).unwrap_err().0, received.0);
    let twice = html.replacen("<li id=\"e-", "<li id=\"e-0\"></li><li id=\"e-", 1);
    assert!(proved(&ferry, &twice).is_err(), "an entry that was put in");
}

/// So many letters changed at random, in the data and in what is shown of it.
const CHANGES: usize = 120;

#[tokio::test(flavor = "multi_thread")]
async fn both_verifiers_find_every_letter_that_is_changed_at_random() {
    let ferry = Ferry::open().await;
    let reference = his(&ferry, &[("caller-story", HOSTILE)]).await;
    let html = taken(&ferry, TOMAS, &reference, WHOLE).await;
    let data = html.find("id=\"bundle\">").unwrap();
    let lines = data + html[data..].find('\n').unwrap() + 1;
    let end = lines + html[lines..].find("</script>").unwrap();
    let values = html.match_indices("<bdi>").map(|(at, _)| at + 5);
    let values: Vec<usize> = values
        .filter(|at| html[..*at].ends_with("dir=\"auto\"><bdi>"))
        .collect();
    let (mut state, mut paths) = (20_261_122_u64, Vec::new());
    let mut below = |most: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % most
    };
    let folder = tempfile::tempdir().unwrap();
    while paths.len() < CHANGES {
        let at = match below(4) {
            0 => values[below(values.len())],
            _ => lines + below(end - lines),
        };
        let mut bytes = html.clone().into_bytes();
        let other = b'A' + below(26) as u8;
        if !bytes[at].is_ascii_alphanumeric() || bytes[at] == other {
            continue;
        }
        bytes[at] = other;
        let found = page::check(&bytes, Some(&keys(&ferry)), &[]);
        let around =
            String::from_utf8_lossy(&bytes[at.saturating_sub(30)..(at + 30).min(bytes.len())])
                .into_owned();
        assert!(
            found.is_err(),
            "redress-verify missed the letter at {at}: {around}"
        );
        let path = folder.path().join(paths.len().to_string());
        std::fs::write(&path, bytes).unwrap();
        paths.push(path);
    }
    if python_is_there() {
        let proved = python_proves(&paths, &keys(&ferry)[0].text(), None);
        let missed: Vec<usize> = (0..CHANGES).filter(|n| proved[*n]).collect();
        assert!(missed.is_empty(), "the Python verifier missed {missed:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_auditor_gets_it_without_names_and_texts_and_a_handler_not_at_all() {
    let ferry = Ferry::open().await;
    let reference = ferry
        .call_of(&[("caller-story", "The ferry left at 8:50.")])
        .await;
    let path = format!("/desk/{reference}/bundle");
    let form = ferry.get(JONAS, &path).await.text();
    assert!(!form.contains("bundle-opened") && form.contains("without names and texts"));
    let html = taken(&ferry, JONAS, &reference, WHOLE).await;
    assert!(!html.contains("8:50"), "ticked all the same");
    assert!(proved(&ferry, &html).unwrap() >= 3);
    let manager = taken(&ferry, TOMAS, &reference, WHOLE).await;
    assert!(!manager.contains("8:50"), "nor who has not the case");
    for who in [AISTE, BORIS] {
        assert_eq!(
            ferry.get(who, &path).await.status,
            StatusCode::FORBIDDEN,
            "{who}"
        );
        let made = ferry.post(who, &path, WHOLE).await;
        assert_eq!(made.status, StatusCode::FORBIDDEN, "{who}");
    }
    let none = ferry
        .post(TOMAS, "/desk/BF-26-0000-000/bundle", WHOLE)
        .await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
    assert!(!page.contains(&path));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_is_drawn_in_six_languages_without_a_word_left_over() {
    let ferry = Ferry::open().await;
    let reference = his(&ferry, &[]).await;
    for tag in ["en", "ko", "zh-Hant", "zh-Hans", "lt", "fa"] {
        let typed = [("bundle-language", tag), ("bundle-opened", "1")];
        let html = taken(&ferry, TOMAS, &reference, &typed).await;
        assert!(html.contains(&format!("<html lang=\"{tag}\"")), "{tag}");
        for key in [">bundle-", ">timeline-", ">desk-"] {
            assert!(!html.contains(key), "{tag}: {key}");
        }
        assert!(proved(&ferry, &html).is_ok(), "{tag}");
    }
}
