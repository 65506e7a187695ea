#![allow(clippy::unwrap_used)]

use super::*;
use axum::body::Body;
use redress_kernel::Lang;

async fn sent(media: &str, body: impl Into<Body>) -> Result<Sent, Trouble> {
    let request = Request::builder()
        .uri("/complain")
        .header(CONTENT_TYPE, media)
        .body(body.into())
        .unwrap();
    Sent::from_request(request, &()).await
}

fn part(name: &str, file: Option<&str>, body: &str) -> String {
    let file = file.map_or(String::new(), |file| {
        format!("; filename=\"{file}\"\r\nContent-Type: image/jpeg")
    });
    format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{body}\r\n")
}

const MULTIPART: &str = "multipart/form-data; boundary=x";

#[tokio::test]
async fn a_form_says_its_language_and_keeps_every_value() {
    let body = "lang=fa&description=a%0D%0Ab&issue=1&issue=2";
    let sent = sent("application/x-www-form-urlencoded", body)
        .await
        .unwrap();
    assert_eq!(sent.visit.lang, Lang::Fa);
    assert_eq!(sent.fields.text("description"), "a\nb");
    assert_eq!(sent.fields.codes("issue"), ["1", "2"]);
    assert_eq!(sent.fields.all("lang").len(), 0);
}

#[tokio::test]
async fn what_was_coded_twice_is_decoded_once() {
    let form = sent(
        "application/x-www-form-urlencoded",
        "story=%253Cscript%253E%2526lt%253B",
    );
    assert_eq!(
        form.await.unwrap().fields.text("story"),
        "%3Cscript%3E%26lt%3B"
    );
    let json = sent("application/json", r#"{"story":"\\u003cscript%3E&lt;"}"#);
    assert_eq!(
        json.await.unwrap().fields.text("story"),
        "\\u003cscript%3E&lt;"
    );
}

#[tokio::test]
async fn files_arrive_with_the_name_a_person_knows() {
    let body = part("description", None, "text")
        + &part("files", Some("C:\\photos\\meter.jpg"), "jpeg")
        + &part("files", Some(""), "")
        + "--x--\r\n";
    let sent = sent(MULTIPART, body).await.unwrap();
    let names: Vec<&str> = sent
        .files_of("files")
        .map(|file| file.name.as_str())
        .collect();
    assert_eq!(names, ["meter.jpg"]);
    assert_eq!(sent.fields.text("description"), "text");
    assert!(sent.fields.problems().is_empty());
}

#[tokio::test]
async fn an_empty_file_an_eleventh_file_and_a_huge_file_are_sentences() {
    let mut body: String = (0..10)
        .map(|n| part("files", Some(&format!("{n}.jpg")), "x"))
        .collect();
    body += &part("files", Some("nothing.jpg"), "");
    body += &part("files", Some("eleven.jpg"), "x");
    body += &part("files", Some("huge.jpg"), &"x".repeat(FILE_MAX + 1));
    body += "--x--\r\n";
    let request = Request::post("/complain")
        .header(CONTENT_TYPE, MULTIPART)
        .body(Body::from(body))
        .unwrap();
    let app = axum::Router::new()
        .route(
            "/complain",
            axum::routing::post(|sent: Sent| async move {
                sent.fields
                    .problems()
                    .iter()
                    .map(|problem| problem.message.key.clone())
                    .collect::<Vec<_>>()
                    .join(" ")
            }),
        )
        .layer(axum::extract::DefaultBodyLimit::max(300 << 20));
    let answer = tower::ServiceExt::oneshot(app, request).await.unwrap();
    let text = axum::body::to_bytes(answer.into_body(), 10_000)
        .await
        .unwrap();
    assert_eq!(
        &text[..],
        b"problem-file-empty problem-files-many problem-file-large"
    );
}

#[tokio::test]
async fn broken_bodies_are_told_apart_from_our_own_faults() {
    assert!(matches!(
        sent("application/json", "{").await.err(),
        Some(Trouble::NotJson { line: 1, .. })
    ));
    assert!(matches!(
        sent("text/csv", "a,b").await.err(),
        Some(Trouble::MediaType)
    ));
    let long = "a".repeat(FORM_MAX + 1);
    let answer = sent("application/x-www-form-urlencoded", long).await.err();
    assert!(matches!(answer, Some(Trouble::TooLarge)));
}

/// A body that is not there at the first look and whole at the second, as the network gives it.
struct Between {
    looks: u32,
    whole: Option<String>,
}

impl tokio_stream::Stream for Between {
    type Item = Result<String, std::convert::Infallible>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        self.looks += 1;
        if self.looks == 1 {
            cx.waker().wake_by_ref();
            return std::task::Poll::Pending;
        }
        std::task::Poll::Ready(self.whole.take().map(Ok))
    }
}

fn between_two_looks() -> Body {
    Body::from_stream(Between {
        looks: 0,
        whole: Some(part("description", None, "text") + "--x--\r\n"),
    })
}

#[tokio::test]
async fn a_form_that_arrives_between_two_looks_is_read_whole() {
    let sent = sent(MULTIPART, between_two_looks()).await.unwrap();
    assert_eq!(sent.fields.text("description"), "text");
}

/// The control: when the library has mended itself, `begun` can go.
#[tokio::test]
async fn without_waiting_for_its_beginning_the_same_form_is_called_incomplete() {
    let request = Request::builder()
        .header(CONTENT_TYPE, MULTIPART)
        .body(between_two_looks())
        .unwrap();
    let mut parts = Multipart::from_request(request, &()).await.unwrap();
    assert!(parts.next_field().await.is_err());
}
