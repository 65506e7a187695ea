use crate::office::{AISTE, BORIS, Ferry, JONAS, ONA, TOMAS};
use axum::http::StatusCode;

/// No key of the catalogue may reach a reader.
#[track_caller]
pub fn only_words(html: &str) {
    for start in [
        ">desk-",
        ">timeline-",
        ">evidence-",
        ">slice-",
        ">verb-",
        ">row-",
        ">field-",
        ">refusal-",
        ">phone-",
        ">outbox-",
        ">stage-",
        ">way-",
        ">purpose-",
        ">need-",
        ">problem-",
        ">remedy-",
        ">channel-",
    ] {
        if let Some(at) = html.find(start) {
            panic!(
                "a key instead of words: {}",
                &html[at..html.len().min(at + 80)]
            );
        }
    }
}

#[tokio::test]
async fn the_case_page_offers_what_this_person_may_do_now() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
    for verb in ["messages", "notes", "call", "assessment", "assignment"] {
        assert!(
            page.contains(&format!("action=\"/desk/{reference}/{verb}\"")),
            "{verb}"
        );
    }
    assert!(page.contains("The ferry left at 8:50."));
    assert_eq!(page.matches("<h1").count(), 1);
    assert_eq!(page.matches("<main").count(), 1);
    let auditor = ferry.get(JONAS, &format!("/desk/{reference}")).await.text();
    let forms = auditor.split("method=\"post\" action=\"/desk/").skip(1);
    let forms = forms.filter_map(|form| form.split(['"', '?']).next()?.rsplit('/').next());
    for verb in forms {
        assert!(
            ["no-conflict", "conflict"].contains(&verb),
            "an auditor reads, and says so if it concerns them: {verb}"
        );
    }
    assert!(auditor.contains("The ferry left at 8:50."));
}

#[tokio::test]
async fn the_page_speaks_six_languages_without_a_key() {
    let ferry = Ferry::open().await;
    let reference = ferry
        .call_of(&[
            ("caller-reach", "rasa@example.org"),
            ("caller-needs", "large-print"),
        ])
        .await;
    ferry
        .post(
            AISTE,
            &format!("/desk/{reference}/notes"),
            &[("text", "She sounded tired.")],
        )
        .await;
    for n in 0..12 {
        ferry
            .call_of(&[("caller-story", &format!("Story number {n}."))])
            .await;
    }
    for lang in ["en", "ko", "zh-Hant", "zh-Hans", "lt", "fa"] {
        let page = ferry
            .get(TOMAS, &format!("/desk/{reference}?lang={lang}"))
            .await
            .text();
        only_words(&page);
        // Persian takes two bytes a letter; the rail names every room of the house.
        assert!(page.len() < 60_000, "{lang}: {} bytes", page.len());
    }
}

#[tokio::test]
async fn a_long_form_is_one_link_away() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
    let link = page
        .split("<p class=\"verb\"><a href=\"")
        .nth(1)
        .expect("a long form")
        .split('"')
        .next()
        .unwrap();
    let verb = link.split("#v-").nth(1).unwrap().to_owned();
    assert!(!page.contains(&format!("action=\"/desk/{reference}/{verb}\"")));
    let opened = ferry
        .get(AISTE, &link.replace("&#38;", "&").replace("&#61;", "="))
        .await
        .text();
    assert!(opened.contains(&format!("id=\"v-{verb}\" open>")), "{link}");
    let address = ferry.get(AISTE, &format!("/desk/{reference}/{verb}")).await;
    assert_eq!(
        address.location,
        format!("/desk/{reference}?open={verb}#v-{verb}")
    );
}

/// `cargo test --test desk how_long -- --ignored --nocapture`
#[tokio::test]
#[ignore = "a look at the clock, not a check"]
async fn how_long_pages_take() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[("caller-reach", "rasa@example.org")]).await;
    for n in 0..30 {
        ferry
            .call_of(&[("caller-story", &format!("Story number {n}."))])
            .await;
    }
    for n in 0..8 {
        ferry
            .post(
                AISTE,
                &format!("/desk/{reference}/messages"),
                &[("body", "A word."), ("request", &n.to_string())],
            )
            .await;
    }
    for path in [format!("/desk/{reference}"), "/desk?queue=all".to_owned()] {
        let mut took = Vec::new();
        for _ in 0..100 {
            let timing = ferry.get(AISTE, &path).await.headers["server-timing"]
                .to_str()
                .unwrap()
                .to_owned();
            let app = timing
                .split("app;dur=")
                .nth(1)
                .unwrap()
                .split(',')
                .next()
                .unwrap()
                .parse::<f64>()
                .unwrap();
            took.push(app);
        }
        took.sort_by(f64::total_cmp);
        eprintln!(
            "{path}: app;dur least {} ms, median {} ms",
            took[0], took[50]
        );
    }
}

#[tokio::test]
async fn a_note_is_recorded_once_however_often_it_is_sent() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let path = format!("/desk/{reference}/notes");
    let note = [
        ("text", "She sounded tired."),
        ("request", "one"),
        ("seen", "0"),
    ];
    let answer = ferry.post(AISTE, &path, &note).await;
    assert_eq!(answer.location, format!("/desk/{reference}?done=notes"));
    assert_eq!(
        ferry.post(AISTE, &path, &note).await.status,
        StatusCode::SEE_OTHER
    );
    let page = ferry.get(AISTE, &answer.location).await.text();
    assert_eq!(page.matches("She sounded tired.").count(), 1);
    ferry
        .post(
            AISTE,
            &path,
            &[("text", "She sounded tired."), ("request", "two")],
        )
        .await;
    assert_eq!(
        ferry
            .get(AISTE, &answer.location)
            .await
            .text()
            .matches("She sounded tired.")
            .count(),
        2
    );
}

#[tokio::test]
async fn a_form_with_a_problem_comes_back_open_with_what_was_typed() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let answer = ferry
        .post(
            AISTE,
            &format!("/desk/{reference}/assessment"),
            &[("rationale", "Half a thought <b>")],
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    assert!(
        page.contains("<details class=\"verb\" id=\"v-assessment\" open>"),
        "{page}"
    );
    assert!(page.contains("role=\"alert\"") && page.contains("href=\"#assessment-severity\""));
    assert!(
        page.contains("Half a thought &#60;b&#62;") || page.contains("Half a thought &lt;b&gt;")
    );
}

#[tokio::test]
async fn a_refusal_says_how_to_go_on() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
    assert!(
        page.contains("<span class=\"t\">Initial assessment</span>")
            && page.contains("<span class=\"t\">Closing</span>"),
        "a step ahead is not called done"
    );
    assert!(
        page.contains("class=\"not-yet\""),
        "what is not possible yet is listed with its reason"
    );
    let answer = ferry
        .post(AISTE, &format!("/desk/{reference}/undo"), &[])
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("role=\"alert\""));
    only_words(&answer.text());
}

#[tokio::test]
async fn when_a_colleague_was_faster_both_texts_are_shown() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let seen = seen(&ferry, &reference).await;
    ferry
        .post(
            BORIS,
            &format!("/desk/{reference}/notes"),
            &[("text", "I rang her meanwhile.")],
        )
        .await;
    let aiste = [
        ("waiting-on", "complainant"),
        ("waiting-text", "My own words"),
        ("seen", seen.as_str()),
    ];
    let answer = ferry
        .post(AISTE, &format!("/desk/{reference}/waiting"), &aiste)
        .await;
    assert_eq!(answer.status, StatusCode::CONFLICT, "{}", answer.text());
    let page = answer.text();
    assert!(page.contains("This complaint changed while you typed"));
    assert!(
        !page.contains("A colleague changed"),
        "it may have been the complainant, or this person in another window"
    );
    assert!(
        page.matches("I rang her meanwhile.").count() >= 2,
        "in the timeline and in what happened since"
    );
    assert!(page.contains("My own words"));
    let again = self::seen_in(&page);
    let aiste = [
        ("waiting-on", "complainant"),
        ("waiting-text", "My own words"),
        ("seen", again.as_str()),
    ];
    assert_eq!(
        ferry
            .post(AISTE, &format!("/desk/{reference}/waiting"), &aiste)
            .await
            .status,
        StatusCode::SEE_OTHER
    );
}

async fn seen(ferry: &Ferry, reference: &str) -> String {
    seen_in(&ferry.get(AISTE, &format!("/desk/{reference}")).await.text())
}

fn seen_in(page: &str) -> String {
    page.split("name=\"seen\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn the_person_complained_about_cannot_find_the_case() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
    let option = page
        .split("Boris Lane</option>")
        .next()
        .unwrap()
        .rsplit("value=\"")
        .next()
        .unwrap();
    let boris = option.split('"').next().unwrap().to_owned();
    let named = [
        ("concerned-colleague", boris.as_str()),
        ("concerned-name", "Boris"),
        ("account", "He shouted."),
    ];
    let verb = page
        .split("name=\"concerned-colleague\"")
        .next()
        .unwrap()
        .rsplit("action=\"")
        .next()
        .unwrap();
    let path = verb.split('"').next().unwrap().to_owned();
    let done = ferry.post(AISTE, &path, &named[..2]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    for path in [
        format!("/desk/{reference}"),
        format!("/desk/{reference}/receipt"),
        format!("/desk/{reference}/files/{boris}"),
    ] {
        assert_eq!(
            ferry.get(BORIS, &path).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    assert_eq!(
        ferry
            .post(BORIS, &format!("/desk/{reference}/notes"), &[("text", "x")])
            .await
            .status,
        StatusCode::NOT_FOUND
    );
    assert!(
        !ferry
            .get(BORIS, "/desk?queue=all")
            .await
            .text()
            .contains(&reference)
    );
    assert_eq!(
        ferry.get(TOMAS, &format!("/desk/{reference}")).await.status,
        StatusCode::OK,
        "others still see it"
    );
    nor_through_the_api(&ferry, &reference).await;
}

/// Boris is made a manager, who may read the journal: still not this case, nor a
/// link that names it. Tomas, a manager too, reads all of it.
async fn nor_through_the_api(ferry: &Ferry, reference: &str) {
    let other = ferry
        .call_of(&[("caller-story", "The deck was wet.")])
        .await;
    let link = [("other-complaint", reference), ("link-kind", "related")];
    let linked = ferry
        .post(TOMAS, &format!("/desk/{other}/link"), &link)
        .await;
    assert_eq!(linked.status, StatusCode::SEE_OTHER, "{}", linked.text());
    // She is found by her name by whoever has the case.
    ferry
        .post(TOMAS, &format!("/desk/{reference}/take"), &[])
        .await;
    let path = format!("/api/v1/complaints/{reference}");
    let id = json(&ferry.get(TOMAS, &path).await)["id"].clone();
    let id = id.as_str().unwrap();
    ferry
        .has_role(BORIS, redress_kernel::Role::Manager, None)
        .await;
    for path in [
        "/api/v1/journal?limit=200".to_owned(),
        "/api/v1/complaints".to_owned(),
        "/api/v1/complaints?q=Rasa".to_owned(),
        format!("/api/v1/complaints?q={reference}"),
    ] {
        let (his, hers) = (
            ferry.get(BORIS, &path).await,
            ferry.get(TOMAS, &path).await.text(),
        );
        assert_eq!(his.status, StatusCode::OK, "{path}");
        assert!(hers.contains(reference), "{path}: {hers}");
        for trace in [reference, id] {
            assert!(!his.text().contains(trace), "{path}: {}", his.text());
        }
    }
    for path in [
        format!("/api/v1/complaints/{reference}"),
        format!("/api/v1/complaints/{reference}/receipt"),
    ] {
        let (his, hers) = (ferry.get(BORIS, &path).await, ferry.get(TOMAS, &path).await);
        assert_eq!(his.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(hers.status, StatusCode::OK, "{path}");
    }
    let feed = json(&ferry.get(BORIS, "/api/v1/journal?limit=200").await);
    let theirs: Vec<&str> = feed["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|item| item["record"]["reference"].as_str())
        .collect();
    assert_eq!(theirs, [other.as_str()], "the other case is in his feed");
}

fn json(answer: &crate::office::Answer) -> serde_json::Value {
    serde_json::from_slice(&answer.bytes).unwrap()
}

#[tokio::test]
async fn what_a_role_may_not_do_is_denied_and_what_is_not_there_is_hidden() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let denied = ferry
        .post(JONAS, &format!("/desk/{reference}/notes"), &[("text", "x")])
        .await;
    assert_eq!(denied.status, StatusCode::FORBIDDEN);
    for path in [
        "/desk/BF-26-0000-000".to_owned(),
        format!("/desk/{reference}/files/zz"),
    ] {
        assert_eq!(ferry.get(AISTE, &path).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(
        ferry
            .post(AISTE, &format!("/desk/{reference}/nonsense"), &[])
            .await
            .status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_file_comes_back_as_a_download_and_never_as_a_page() {
    let ferry = Ferry::open().await;
    let call = [
        ("caller-language", "en"),
        ("caller-story", "See the photo."),
        ("request", "f"),
    ];
    let html = b"<html><script>alert(1)</script>".as_slice();
    let answer = ferry
        .upload(
            ONA,
            "/desk/new",
            &call,
            ("caller-papers", "deck photo.html", html),
        )
        .await;
    let reference = answer.location.split('/').nth(2).unwrap().to_owned();
    let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
    let path = page
        .split(&format!("/desk/{reference}/files/"))
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let file = ferry
        .get(AISTE, &format!("/desk/{reference}/files/{path}"))
        .await;
    assert_eq!(file.bytes, html);
    assert_eq!(file.headers["content-type"], "application/octet-stream");
    assert!(
        file.headers["content-disposition"]
            .to_str()
            .unwrap()
            .starts_with("attachment;")
    );
    assert!(
        file.headers["content-security-policy"]
            .to_str()
            .unwrap()
            .contains("sandbox")
    );
    let other = ferry.call_of(&[]).await;
    assert_eq!(
        ferry
            .get(AISTE, &format!("/desk/{other}/files/{path}"))
            .await
            .status,
        StatusCode::NOT_FOUND,
        "by its own case alone"
    );
}

#[tokio::test]
async fn a_program_that_says_it_is_a_picture_is_filed_as_what_it_is() {
    let ferry = Ferry::open().await;
    let call = [
        ("caller-language", "en"),
        ("caller-story", "See the photo."),
        ("request", "f"),
    ];
    // The form's part says image/png.
    let file = (
        "caller-papers",
        "photo.png",
        b"MZ\x90\x00\xff\xfe".as_slice(),
    );
    let answer = ferry.upload(ONA, "/desk/new", &call, file).await;
    let reference = answer.location.split('/').nth(2).unwrap();
    let path = format!("/api/v1/complaints/{reference}");
    let case = json(&ferry.get(AISTE, &path).await);
    assert_eq!(case["files"][0]["media"], "application/octet-stream");
}

#[tokio::test]
async fn a_program_does_the_same_verbs() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let path = |verb: &str| format!("/api/v1/complaints/{reference}/{verb}");
    let done = ferry
        .call(
            AISTE,
            &path("notes"),
            r#"{"text":"By a program."}"#,
            &[("idempotency-key", "k1")],
        )
        .await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text());
    assert_eq!(
        serde_json::from_slice::<serde_json::Value>(&done.bytes).unwrap()["reference"],
        reference.as_str()
    );
    ferry
        .call(
            AISTE,
            &path("notes"),
            r#"{"text":"By a program."}"#,
            &[("idempotency-key", "k1")],
        )
        .await;
    let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
    assert_eq!(page.matches("By a program.").count(), 1);
    let wrong = ferry
        .call(
            AISTE,
            &path("assessment"),
            r#"{"severity":"huge","colour":"red"}"#,
            &[],
        )
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.headers["content-type"], "application/problem+json");
    let errors =
        serde_json::from_slice::<serde_json::Value>(&wrong.bytes).unwrap()["errors"].to_string();
    assert!(
        errors.contains("severity") && errors.contains("colour"),
        "{errors}"
    );
    let stale = ferry
        .call(
            AISTE,
            &path("waiting"),
            r#"{"waiting-on":"complainant"}"#,
            &[("if-match", "\"1\"")],
        )
        .await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.text());
    let hidden = ferry
        .call(
            AISTE,
            "/api/v1/complaints/BF-26-0000-000/notes",
            r#"{"text":"x"}"#,
            &[],
        )
        .await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND);
}
