//! Files through the API: as parts of a form, within the limits of the pages.

use crate::office::{AISTE, Answer, Ferry, JONAS};
use axum::http::StatusCode;
use serde_json::Value;

async fn sends(
    ferry: &Ferry,
    who: &str,
    verb: &str,
    reference: &str,
    file: (&str, &str, &[u8]),
) -> Answer {
    let path = format!("/api/v1/complaints/{reference}/{verb}");
    let text = [("evidence-text", "The clock on the pier.")];
    let fields = if verb == "evidence" { &text[..] } else { &[] };
    ferry.upload(who, &path, fields, file).await
}

fn json(answer: &Answer) -> Value {
    serde_json::from_slice(&answer.bytes).unwrap()
}

#[tokio::test]
async fn a_program_files_evidence_as_a_person_does() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let photo: &[u8] = b"\x89PNG\r\n\x1a\n and so on";
    let done = sends(
        &ferry,
        AISTE,
        "evidence",
        &reference,
        ("files", "clock.png", photo),
    )
    .await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text());
    let file = json(&done)["files"][0].clone();
    assert_eq!(
        (&file["name"], &file["media"]),
        (&"clock.png".into(), &"image/png".into())
    );
    let path = format!("/desk/{reference}/files/{}", file["id"].as_str().unwrap());
    assert_eq!(ferry.get(AISTE, &path).await.bytes, photo);
}

#[tokio::test]
async fn what_a_page_refuses_a_program_is_refused_too() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let large = vec![b'x'; 26 * 1024 * 1024];
    for (verb, file) in [
        ("evidence", ("files", "film.mov", large.as_slice())),
        ("evidence", ("files", "empty.png", b"".as_slice())),
        ("evidence", ("colour", "clock.png", b"x".as_slice())),
        ("notes", ("files", "clock.png", b"x".as_slice())),
    ] {
        let no = sends(&ferry, AISTE, verb, &reference, file).await;
        assert_eq!(
            no.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{verb} {}",
            file.1
        );
        assert_eq!(no.headers["content-type"], "application/problem+json");
        let problems = json(&no)["errors"].to_string();
        assert!(problems.contains(&format!("\"{}\"", file.0)), "{problems}");
    }
    let read_only = sends(
        &ferry,
        JONAS,
        "evidence",
        &reference,
        ("files", "a.png", b"x"),
    )
    .await;
    assert_eq!(read_only.status, StatusCode::FORBIDDEN);
    let path = format!("/api/v1/complaints/{reference}");
    let case = json(&ferry.get(AISTE, &path).await);
    assert_eq!(case["files"], serde_json::json!([]), "nothing was kept");
}

#[tokio::test]
async fn the_description_tells_which_verbs_take_files() {
    let ferry = Ferry::open().await;
    let api = json(&ferry.get(AISTE, "/openapi.json").await);
    let content = |verb: &str| {
        let path = format!("/api/v1/complaints/{{reference}}/{verb}");
        api["paths"][&path]["post"]["requestBody"]["content"].clone()
    };
    let form = &content("evidence")["multipart/form-data"]["schema"]["properties"];
    assert_eq!(form["files"]["items"]["format"], "binary");
    assert_eq!(form["files"]["maxItems"], 10);
    assert!(content("evidence")["application/json"]["schema"]["properties"]["files"].is_null());
    assert!(content("notes")["multipart/form-data"].is_null());
}

#[tokio::test]
async fn a_file_whose_name_promises_something_else_is_shown_with_a_warning() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let warning = "does not fit what is in it";
    let photo = (
        "files",
        "clock.png",
        b"\x89PNG\r\n\x1a\n and so on".as_slice(),
    );
    sends(&ferry, AISTE, "evidence", &reference, photo).await;
    let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
    assert!(!page.contains(warning), "a picture is one");
    let program = (
        "files",
        "photo.jpg",
        b"MZ\x90\x00\xff\xfe a program".as_slice(),
    );
    sends(&ferry, AISTE, "evidence", &reference, program).await;
    let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
    assert!(page.contains(warning));
}
