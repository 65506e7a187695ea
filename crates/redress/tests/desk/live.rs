//! The part of the desk that lives in the browser, as its server side: the stream,
//! who else reads, texts in progress, what comes after sending, the palette.
use crate::office::{AISTE, BORIS, Ferry, JONAS, ONA, TOMAS};
use axum::{
    body::{Body, HttpBody},
    http::{Request, StatusCode, header},
    response::Response,
};
use std::time::Duration;
use tower::ServiceExt;

/// An open stream, read event by event.
struct Stream(Body);

impl Stream {
    async fn open(ferry: &Ferry, who: &str, query: &str) -> Stream {
        let answer = opened(ferry, who, query).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/event-stream");
        let mut stream = Stream(answer.into_body());
        assert!(stream.next().await.unwrap().contains("event: live"));
        stream
    }

    /// The next lines; None when the stream has ended.
    async fn next(&mut self) -> Option<String> {
        let body = &mut self.0;
        let frame = std::future::poll_fn(|cx| std::pin::Pin::new(&mut *body).poll_frame(cx));
        let frame = tokio::time::timeout(Duration::from_secs(10), frame);
        let data = frame.await.expect("something within ten seconds")?;
        let data = data.unwrap().into_data().unwrap();
        Some(String::from_utf8_lossy(&data).into_owned())
    }

    async fn until(&mut self, event: &str) {
        while let Some(lines) = self.next().await {
            if lines.contains(event) {
                return;
            }
        }
        panic!("the stream ended before {event}");
    }

    async fn silent_for(&mut self, millis: u64) -> bool {
        let body = &mut self.0;
        let frame = std::future::poll_fn(|cx| std::pin::Pin::new(&mut *body).poll_frame(cx));
        tokio::time::timeout(Duration::from_millis(millis), frame)
            .await
            .is_err()
    }
}

async fn opened(ferry: &Ferry, who: &str, query: &str) -> Response {
    let request = Request::get(format!("/desk/live{query}"))
        .header(header::AUTHORIZATION, format!("Bearer {who}"))
        .header(header::ACCEPT, "text/event-stream")
        .body(Body::empty())
        .unwrap();
    ferry.app.clone().oneshot(request).await.unwrap()
}

async fn note(ferry: &Ferry, who: &str, reference: &str) {
    let path = format!("/desk/{reference}/notes");
    let answer = ferry.post(who, &path, &[("text", "Rang her.")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_listens_without_a_session_is_told_so_and_led_nowhere() {
    let ferry = Ferry::open().await;
    let answer = opened(&ferry, "nobody", "").await;
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_names_what_changed_and_says_nothing_else() {
    let ferry = Ferry::open().await;
    let (mine, other) = (ferry.call_of(&[]).await, ferry.call_of(&[]).await);
    ferry.later(60);
    let mut stream = Stream::open(&ferry, AISTE, &format!("?case={mine}")).await;
    note(&ferry, BORIS, &other).await;
    let told = stream.next().await.unwrap();
    assert_eq!(
        told, "event: list\ndata: 1\n\n",
        "another case is a change of the list"
    );
    note(&ferry, BORIS, &mine).await;
    stream.until("event: case").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happened_while_the_page_was_loading_is_told_at_once() {
    let ferry = Ferry::open().await;
    let written = ferry.house.now().micros();
    ferry.later(30);
    ferry.call_of(&[]).await;
    let answer = opened(&ferry, AISTE, &format!("?at={written}")).await;
    let first = Stream(answer.into_body()).next().await.unwrap();
    assert!(first.contains("event: list"), "{first}");
    ferry.later(30);
    let now = ferry.house.now().micros();
    let answer = opened(&ferry, AISTE, &format!("?at={now}")).await;
    let first = Stream(answer.into_body()).next().await.unwrap();
    assert!(!first.contains("event: list"), "{first}");
}

#[tokio::test(flavor = "multi_thread")]
async fn colleagues_on_the_same_case_know_of_one_another() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let here = format!("/desk/{reference}/here");
    let mut aiste = Stream::open(&ferry, AISTE, &format!("?case={reference}")).await;
    assert_eq!(ferry.get(AISTE, &here).await.text().trim(), "");
    let boris = Stream::open(&ferry, BORIS, &format!("?case={reference}")).await;
    aiste.until("event: here").await;
    let told = ferry.get(AISTE, &here).await.text();
    assert!(
        told.contains("Boris Lane</bdi> is reading this too"),
        "{told}"
    );
    drop(boris);
    aiste.until("event: here").await;
    assert_eq!(
        ferry.get(AISTE, &here).await.text().trim(),
        "",
        "he closed his page"
    );
    let entries = ferry.case(&reference).await.timeline.len();
    assert_eq!(
        entries,
        ferry.case(&reference).await.timeline.len(),
        "reading is no fact"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_about_a_hidden_case_is_a_stream_about_nothing() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    ferry.concerns_boris(&reference).await;
    ferry.later(60);
    let mut boris = Stream::open(&ferry, BORIS, &format!("?case={reference}")).await;
    note(&ferry, AISTE, &reference).await;
    boris.until("event: list").await;
    assert!(boris.silent_for(1200).await, "no word of the case");
    assert_eq!(
        ferry
            .get(BORIS, &format!("/desk/{reference}/here"))
            .await
            .status,
        StatusCode::NOT_FOUND
    );
    let aiste = ferry.get(AISTE, &format!("/desk/{reference}/here")).await;
    assert!(!aiste.text().contains("Boris"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_no_longer_is_cut_off() {
    let ferry = Ferry::open().await;
    let mut demoted = Stream::open(&ferry, BORIS, "").await;
    let _stays = Stream::open(&ferry, AISTE, "").await;
    ferry.demote(BORIS).await;
    while let Some(lines) = demoted.next().await {
        assert!(!lines.contains("case"), "{lines}");
    }
    assert_eq!(ferry.house.live.listening(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_comes_to_concern_its_reader_ends_their_stream() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    ferry.later(60);
    let mut boris = Stream::open(&ferry, BORIS, &format!("?case={reference}")).await;
    ferry.concerns_boris(&reference).await;
    let mut told = String::new();
    while let Some(lines) = boris.next().await {
        told.push_str(&lines);
    }
    assert!(!told.contains("event: case"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn streams_end_when_the_server_stops() {
    let ferry = Ferry::open().await;
    let mut stream = Stream::open(&ferry, AISTE, "").await;
    ferry.house.live.close();
    while stream.next().await.is_some() {}
    assert_eq!(
        opened(&ferry, AISTE, "").await.status(),
        StatusCode::SERVICE_UNAVAILABLE
    );
}

#[tokio::test]
async fn whoever_asks_for_a_page_gets_an_answer_that_ends() {
    let ferry = Ferry::open().await;
    let answer = ferry.get(AISTE, "/desk/live").await;
    assert!(answer.text().contains("event: live"));
    assert_eq!(ferry.house.live.listening(), 0);
}

async fn keep(ferry: &Ferry, who: &str, reference: &str, fields: &[(&str, &str)]) -> String {
    let path = format!("/desk/{reference}/composing");
    let answer = ferry.post(who, &path, fields).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    answer.text()
}

#[tokio::test]
async fn a_text_in_progress_waits_for_its_writer_alone_until_it_is_sent() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[("caller-reach", "rasa@example.org")]).await;
    let page = format!("/desk/{reference}");
    let said = keep(
        &ferry,
        AISTE,
        &reference,
        &[("verb", "messages"), ("body", "Dear Rasa, we")],
    )
    .await;
    assert!(said.contains("Saved") && said.contains("09:00"), "{said}");
    let mine = ferry.get(AISTE, &page).await.text();
    assert!(
        mine.contains("Dear Rasa, we</textarea>") && mine.contains("Saved "),
        "{mine}"
    );
    assert!(
        !ferry
            .get(BORIS, &page)
            .await
            .text()
            .contains("Dear Rasa, we")
    );
    keep(
        &ferry,
        AISTE,
        &reference,
        &[("verb", "notes"), ("text", "Ask the crew")],
    )
    .await;
    let sent = [("body", "Dear Rasa, we are sorry."), ("request", "q1")];
    let answer = ferry.post(AISTE, &format!("{page}/messages"), &sent).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let after = ferry.get(AISTE, &page).await.text();
    assert!(
        !after.contains("Dear Rasa, we</textarea>") && after.contains("Ask the crew</textarea>")
    );
    // A save that was on its way while the letter went does not bring it back.
    keep(
        &ferry,
        AISTE,
        &reference,
        &[
            ("verb", "messages"),
            ("body", "Dear Rasa, we"),
            ("request", "q1"),
        ],
    )
    .await;
    assert!(
        !ferry
            .get(AISTE, &page)
            .await
            .text()
            .contains("Dear Rasa, we</textarea>")
    );
}

#[tokio::test]
async fn a_refused_text_stays_and_an_emptied_one_goes() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let page = format!("/desk/{reference}");
    keep(
        &ferry,
        AISTE,
        &reference,
        &[("verb", "waiting"), ("waiting-text", "for the crew")],
    )
    .await;
    let refused = ferry
        .post(
            AISTE,
            &format!("{page}/waiting"),
            &[("waiting-text", "for the crew")],
        )
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        ferry
            .get(AISTE, &format!("{page}?open=waiting"))
            .await
            .text()
            .contains("for the crew")
    );
    keep(
        &ferry,
        AISTE,
        &reference,
        &[("verb", "waiting"), ("waiting-text", "")],
    )
    .await;
    assert!(
        !ferry
            .get(AISTE, &format!("{page}?open=waiting"))
            .await
            .text()
            .contains("for the crew")
    );
}

#[tokio::test]
async fn texts_in_progress_are_refused_where_the_verb_would_be() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let path = format!("/desk/{reference}/composing");
    for (who, verb, status) in [
        (JONAS, "messages", StatusCode::FORBIDDEN),
        (AISTE, "no-such-verb", StatusCode::NOT_FOUND),
    ] {
        let answer = ferry
            .post(who, &path, &[("verb", verb), ("body", "x")])
            .await;
        assert_eq!(answer.status, status, "{who} {verb}");
    }
    let hidden = ferry
        .post(
            AISTE,
            "/desk/BF-26-0000-000/composing",
            &[("verb", "messages")],
        )
        .await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND);
    let long = "x".repeat(300_000);
    let answer = ferry
        .post(AISTE, &path, &[("verb", "messages"), ("body", &long)])
        .await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn two_who_answer_at_once_both_keep_their_words() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[("caller-reach", "rasa@example.org")]).await;
    let path = format!("/desk/{reference}/messages");
    let seen = ferry.case(&reference).await.version.to_string();
    let first = [
        ("body", "We are sorry for the delay."),
        ("seen", seen.as_str()),
    ];
    assert_eq!(
        ferry.post(BORIS, &path, &first).await.status,
        StatusCode::SEE_OTHER
    );
    let second = [
        ("body", "We are sorry for the wet deck."),
        ("seen", seen.as_str()),
    ];
    let answer = ferry.post(AISTE, &path, &second).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let page = answer.text();
    assert!(page.contains("We are sorry for the wet deck.</textarea>"));
    assert!(
        page.contains("We are sorry for the <del>delay.</del><ins>wet deck.</ins>"),
        "{page}"
    );
    assert_eq!(
        ferry
            .case(&reference)
            .await
            .messages
            .iter()
            .filter(|m| m.purpose == "reply")
            .count(),
        1
    );
}

#[tokio::test]
async fn after_sending_the_next_case_of_the_same_list_opens_for_whoever_likes_that() {
    let ferry = Ferry::open().await;
    let mut all = Vec::new();
    for n in 0..3 {
        let story = format!("Story number {n}.");
        all.push(
            ferry
                .call_of(&[
                    ("caller-story", &story),
                    ("caller-reach", "rasa@example.org"),
                ])
                .await,
        );
        ferry.later(1);
    }
    // The newest first: 2, 1, 0.
    let page = ferry
        .get(AISTE, &format!("/desk/{}?queue=all&sort=received", all[1]))
        .await
        .text();
    let next = format!(
        "rel=\"next\" href=\"/desk/{}?queue=all&#38;sort=received\"",
        all[0]
    );
    let prev = format!(
        "rel=\"prev\" href=\"/desk/{}?queue=all&#38;sort=received\"",
        all[2]
    );
    assert!(page.contains(&next) && page.contains(&prev), "{page}");
    assert!(page.contains(&format!("name=\"next\" value=\"{}\"", all[0])));
    let path = format!("/desk/{}/messages?queue=all&sort=received", all[1]);
    let stays = ferry
        .post(AISTE, &path, &[("body", "Dear Rasa"), ("next", &all[0])])
        .await;
    assert_eq!(
        stays.location,
        format!("/desk/{}?done=messages&queue=all&sort=received", all[1])
    );
    // Who chose "next" is led on, and can still take the letter back from there.
    let on = format!(
        "/desk/{}?done=messages&of={}&queue=all&sort=received",
        all[0], all[1]
    );
    let page = ferry.get(AISTE, &on).await.text();
    assert!(
        page.contains(&format!("action=\"/desk/{}/undo", all[1])),
        "{page}"
    );
    assert!(page.contains("The reply is on its way") && page.contains("Story number 0."));
}

#[tokio::test]
async fn further_down_a_long_list_the_next_case_is_known_too() {
    let ferry = Ferry::open().await;
    let mut all = Vec::new();
    for _ in 0..14 {
        all.push(ferry.call_of(&[]).await);
        ferry.later(1);
    }
    let page = ferry
        .get(AISTE, &format!("/desk/{}?queue=all&sort=received", all[1]))
        .await
        .text();
    assert!(
        page.contains(&format!("rel=\"next\" href=\"/desk/{}?", all[0])),
        "beyond the ten rows beside it"
    );
    let last = ferry
        .get(AISTE, &format!("/desk/{}?queue=all&sort=received", all[0]))
        .await
        .text();
    assert!(
        !last.contains("rel=\"next\" href=\"/desk/BF"),
        "the last has none"
    );
}

#[tokio::test]
async fn the_palette_offers_what_may_be_done_and_what_may_be_seen() {
    let ferry = Ferry::open().await;
    let reference = ferry.call_of(&[]).await;
    let ask = |query: &str| format!("/desk/palette?case={reference}&{query}");
    let found = ferry.get(AISTE, &ask("what=reply")).await.text();
    assert!(
        found.contains(&format!("/desk/{reference}?open=messages#v-messages")),
        "{found}"
    );
    let korean = ferry
        .get(AISTE, &ask("what=%EB%AF%B8%EB%B0%B0%EC%A0%95"))
        .await
        .text();
    assert!(
        korean.contains("queue=unassigned"),
        "미배정, at an English desk: {korean}"
    );
    let reads = ferry.get(JONAS, &ask("what=reply")).await.text();
    assert!(
        !reads.contains("open=messages"),
        "an auditor writes to nobody"
    );
    ferry
        .post(TOMAS, &format!("/desk/{reference}/take"), &[])
        .await;
    assert!(
        ferry
            .get(TOMAS, &ask("what=jankauskiene"))
            .await
            .text()
            .contains(&reference)
    );
    ferry.concerns_boris(&reference).await;
    for query in [
        "what=jankauskiene",
        "what=reply",
        &format!("what={reference}"),
        &format!("recent={reference}"),
    ] {
        let hidden = ferry.get(BORIS, &ask(query)).await.text();
        // What was typed stands there again, as words to search for; the case does not.
        let case = format!("data-href=\"/desk/{reference}");
        assert!(!hidden.contains(&case), "{query}: {hidden}");
        assert!(!hidden.contains("Jankauskien"), "{query}: {hidden}");
    }
    let sheet = ferry.get(ONA, "/desk/keys?lang=ko").await.text();
    assert!(sheet.contains("<dialog id=\"palette\"") && sheet.contains("단축키"));
}

#[tokio::test]
async fn a_script_gets_the_part_that_it_asks_for() {
    let ferry = Ferry::open().await;
    let reference = ferry
        .call_of(&[("caller-story", "The deck was wet.")])
        .await;
    let part = |path: String, part: &'static str| {
        let request = Request::get(path)
            .header(header::AUTHORIZATION, format!("Bearer {AISTE}"))
            .header("redress-part", part)
            .body(Body::empty())
            .unwrap();
        let app = ferry.app.clone();
        async move {
            let answer = app.oneshot(request).await.unwrap();
            let bytes = axum::body::to_bytes(answer.into_body(), 1 << 20)
                .await
                .unwrap();
            String::from_utf8_lossy(&bytes).into_owned()
        }
    };
    let main = part(format!("/desk/{reference}?queue=all"), "main").await;
    assert!(
        main.contains("<main") && !main.contains("class=\"row"),
        "{main}"
    );
    assert!(!main.contains("<link") && main.contains("class=\"rail\""));
    let list = part("/desk?queue=all".to_owned(), "list").await;
    assert!(
        list.contains("class=\"row") && !list.contains("class=\"overview\""),
        "{list}"
    );
}
