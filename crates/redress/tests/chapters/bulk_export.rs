//! Many complaints in one file: Tomas asks, Rima gives it free, Tomas fetches it within a
//! day. Nobody else does, nobody alone, and every name that left says so in its complaint.

use crate::{
    done, ferries,
    office::{AISTE, Answer, Ferry, RIMA, TOMAS},
    page, refused,
    smtp_sink::SmtpSink,
};
use axum::http::StatusCode;
use redress_kernel::{Id, Role};
use redress_store::{Error, Read, Reader, rebuild_check, sql};
use serde_json::{Value, json};

const PAGE: &str = "/system/exports";
const CALL: &str = "/api/v1/exports";
const QUEUE: &str = "/desk/second-eyes";
const DAY: i64 = 86_400;
const NAME: &str = "Rasa Jankauskienė";

async fn asks(ferry: &Ferry, names: &str) -> Answer {
    let form = [
        ("export-from", "2026-03-01"),
        ("export-to", "2026-03-31"),
        ("export-names", names),
        ("second-reason", "The ombudsman asks for March."),
    ];
    ferry.post(TOMAS, PAGE, &form).await
}

/// The newest request of this kind.
async fn request(ferry: &Ferry) -> Id {
    let read = |reader: &mut Reader| -> Result<Option<Id>, Error> {
        let query = sql(
            "SELECT id FROM second_request WHERE act = 'bulk-export' ORDER BY asked_at DESC, id DESC LIMIT 1",
        );
        reader.one(&query, |row| row.id(0))
    };
    ferry.house.db.read(read).await.unwrap().expect("a request")
}

async fn kinds(ferry: &Ferry, about: Id) -> Vec<String> {
    let read = move |reader: &mut Reader| reader.entries(about);
    let entries = ferry.house.db.read(read).await.unwrap();
    entries.into_iter().map(|entry| entry.kind).collect()
}

async fn answers(ferry: &Ferry, who: &str, request: Id, answer: &str) -> Answer {
    ferry
        .post(who, &format!("{QUEUE}/{request}/{answer}"), &[])
        .await
}

async fn fetches(ferry: &Ferry, who: &str, request: Id) -> Answer {
    ferry
        .post(who, &format!("{PAGE}/{request}/file"), &[])
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn one_asks_another_gives_it_free_and_whoever_asked_fetches_it_within_a_day() {
    for ferry in ferries().await {
        let reference = ferry.call_of(&[]).await;
        done(asks(&ferry, "with").await);
        let request = request(&ferry).await;
        // Not before somebody agreed, not by agreeing oneself, and by no handler.
        refused(
            fetches(&ferry, TOMAS, request).await,
            "Nobody has agreed yet",
        );
        refused(
            answers(&ferry, TOMAS, request, "agreement").await,
            "You asked for this yourself",
        );
        let handler = answers(&ferry, AISTE, request, "agreement").await;
        assert_eq!(handler.status, StatusCode::NOT_FOUND);
        assert!(
            page(&ferry, TOMAS, PAGE)
                .await
                .contains("Waits for a second person")
        );
        let queue = page(&ferry, RIMA, QUEUE).await;
        assert!(queue.contains("The ombudsman asks for March."), "{queue}");
        done(answers(&ferry, RIMA, request, "agreement").await);
        // Whoever agreed fetches nothing: it is not theirs.
        let theirs = fetches(&ferry, RIMA, request).await;
        assert_eq!(theirs.status, StatusCode::FORBIDDEN);
        let file = fetches(&ferry, TOMAS, request).await;
        assert_eq!(file.status, StatusCode::OK, "{}", file.text());
        assert!(file.header("content-disposition").contains(".csv"));
        let text = file.text();
        assert!(text.contains(&reference) && text.contains(NAME), "{text}");
        assert_eq!(
            kinds(&ferry, request).await,
            [
                "second-asked",
                "second-answered",
                "bulk-export-released",
                "bulk-export-taken"
            ]
        );
        // The complaint says who was shown the name, and shows it to nobody for it.
        let case = ferry.case(&reference).await;
        let shown = case.shown.last().unwrap();
        assert_eq!(
            (shown.why.as_str(), shown.to),
            ("exported", ferry.person(TOMAS).await)
        );
        assert!(
            case.shown_now(ferry.house.now())
                .iter()
                .all(|id| *id != shown.to)
        );
        assert!(rebuild_check(&ferry.house.db).unwrap().is_empty());
        ferry.later(DAY);
        refused(
            fetches(&ferry, TOMAS, request).await,
            "The day to fetch it is over",
        );
        assert!(page(&ferry, TOMAS, PAGE).await.contains("Its day is over"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_names_no_name_leaves_and_what_is_hidden_from_the_asker_is_not_in_it() {
    for ferry in ferries().await {
        let told = [(
            "caller-story",
            "I am Rasa Jankauskienė. The ferry left at 8:50.",
        )];
        let seen = ferry.call_of(&told).await;
        let hidden = ferry.call_of(&[]).await;
        let conflict = [("conflict-reason", "Rasa is my sister-in-law.")];
        done(
            ferry
                .post(TOMAS, &format!("/desk/{hidden}/conflict"), &conflict)
                .await,
        );
        done(asks(&ferry, "without").await);
        let request = request(&ferry).await;
        done(answers(&ferry, RIMA, request, "agreement").await);
        let text = fetches(&ferry, TOMAS, request).await.text();
        assert!(text.contains(&seen) && text.contains("8:50"), "{text}");
        assert!(!text.contains(&hidden), "{text}");
        assert!(!text.contains("Jankauskien"), "{text}");
        let shown = ferry.case(&seen).await.shown;
        assert!(shown.iter().all(|it| it.why != "exported"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_refused_or_ran_out_is_a_fact_and_fetched_by_nobody() {
    let ferry = Ferry::open().await;
    ferry.call_of(&[]).await;
    done(asks(&ferry, "with").await);
    let first = request(&ferry).await;
    done(answers(&ferry, RIMA, first, "refusal").await);
    refused(fetches(&ferry, TOMAS, first).await, "was not given free");
    assert_eq!(
        kinds(&ferry, first).await,
        ["second-asked", "second-answered"]
    );
    ferry.later(60);
    done(asks(&ferry, "with").await);
    let second = request(&ferry).await;
    ferry.later(8 * DAY);
    ferry.work().await;
    refused(
        answers(&ferry, RIMA, second, "agreement").await,
        "answered or has ended",
    );
    refused(fetches(&ferry, TOMAS, second).await, "was not given free");
    assert_eq!(
        kinds(&ferry, second).await,
        ["second-asked", "second-ended"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_else_could_agree_nothing_leaves_and_nothing_is_not_asked_for() {
    let ferry = Ferry::open().await;
    refused(asks(&ferry, "with").await, "No complaint that you may see");
    ferry.call_of(&[]).await;
    ferry.has_role(RIMA, Role::Staff, None).await;
    refused(asks(&ferry, "with").await, "invite a second person");
    let handler = ferry.post(AISTE, PAGE, &[]).await;
    assert_eq!(handler.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_could_agree_is_written_to_and_then_whoever_asked() {
    let ferry = Ferry::open().await;
    let sink = SmtpSink::start();
    ferry.call_of(&[]).await;
    ferry.work().await;
    ferry.relay(sink.address.port()).await;
    done(asks(&ferry, "without").await);
    ferry.work().await;
    let to = |n: usize| sink.messages().get(n).map(|letter| letter.to.clone());
    assert_eq!(to(0), Some(vec![RIMA.to_owned()]));
    let first = sink.messages().remove(0).part("text/plain");
    assert!(
        first.contains("second pair of eyes") && first.contains(QUEUE),
        "{first}"
    );
    assert!(
        !first.contains("ombudsman"),
        "a letter leads there and says nothing else: {first}"
    );
    let request = request(&ferry).await;
    done(answers(&ferry, RIMA, request, "refusal").await);
    ferry.work().await;
    assert_eq!(to(1), Some(vec![TOMAS.to_owned()]));
    assert_eq!(sink.messages().len(), 2);
}

async fn called(ferry: &Ferry, path: &str, body: Value) -> (StatusCode, Value) {
    let answer = ferry.ask(TOMAS, ("POST", path), body, &[]).await;
    let value = serde_json::from_slice(&answer.bytes).unwrap_or_default();
    (answer.status, value)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_asks_and_fetches_in_parts_and_gives_nothing_free() {
    for ferry in ferries().await {
        let mut references = Vec::new();
        for _ in 0..52 {
            references.push(ferry.call_of(&[]).await);
        }
        let wish = json!({
            "from": "2026-03-01", "to": "2026-03-02", "names": "with", "reason": "For the ombudsman.",
        });
        let (status, made) = called(&ferry, CALL, wish).await;
        assert_eq!(
            (status, &made["state"]),
            (StatusCode::CREATED, &json!("open")),
            "{made}"
        );
        let id: Id = made["id"].as_str().unwrap().parse().unwrap();
        let items = format!("{CALL}/{id}/items");
        let (early, _) = called(&ferry, &items, Value::Null).await;
        assert_eq!(early, StatusCode::UNPROCESSABLE_ENTITY);
        done(answers(&ferry, RIMA, id, "agreement").await);
        let (status, first) = called(&ferry, &items, Value::Null).await;
        assert_eq!(status, StatusCode::OK, "{first}");
        let next = first["next"].as_str().expect("more follows");
        let (_, second) = called(&ferry, &format!("{items}?after={next}"), Value::Null).await;
        assert_eq!(second["next"], Value::Null, "{second}");
        let parts = [&first, &second].into_iter();
        let mut fetched: Vec<String> = parts
            .flat_map(|part| part["items"].as_array().unwrap())
            .map(|item| item["reference"].as_str().unwrap().to_owned())
            .collect();
        fetched.sort();
        references.sort();
        assert_eq!(fetched, references);
        assert_eq!(second["fetched"], 1, "one fetching, in two parts");
        assert!(
            second["items"][0]["name"]
                .as_str()
                .unwrap()
                .contains("Rasa")
        );
    }
}
