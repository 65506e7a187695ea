//! The way back: reference and code, what stands there, and what can be done there.

use super::{REACH, complains, ferry::Ferry, keys, opened};

#[tokio::test]
async fn a_wrong_reference_and_a_wrong_code_get_the_same_answer() {
    let ferry = Ferry::opens();
    let mut rasa = ferry.visitor("en");
    let (_, done) = complains(&mut rasa, REACH).await;
    let (reference, code) = keys(&done);
    let mut tried = Vec::new();
    // A browser that knows nothing of the complaint.
    let mut rasa = ferry.visitor("en");
    for (reference, code) in [
        (reference.as_str(), "0000-0000-0000-0000"),
        ("BF-26-0000-000", code.as_str()),
        ("nonsense", code.as_str()),
        (reference.as_str(), ""),
    ] {
        let page = rasa
            .post(
                "/follow",
                &[("your-reference", reference), ("access-code", code)],
            )
            .await;
        assert_eq!(page.status, 422);
        assert!(rasa.cookie.is_empty());
        let same = page
            .body
            .replace(&format!("value=\"{reference}\""), "value=\"\"")
            .replace(&format!("value=\"{code}\""), "value=\"\"");
        tried.push(same);
    }
    assert_eq!(tried[0], tried[1]);
    assert_eq!(tried[0], tried[2]);
    assert_ne!(tried[0], tried[3], "an empty field is another sentence");
    assert_eq!(rasa.get("/follow/case").await.location, "/follow");
}

#[tokio::test]
async fn the_code_that_opens_a_case_is_kept_in_no_file() {
    let ferry = Ferry::opens();
    let mut rasa = ferry.visitor("en");
    let (_, done) = complains(&mut rasa, REACH).await;
    let (reference, code) = keys(&done);
    let opened = [("your-reference", &*reference), ("access-code", &*code)];
    assert_eq!(rasa.post("/follow", &opened).await.status, 303);
    let disk = ferry.bytes_on_disk();
    let holds = |text: &str| disk.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(holds(&reference), "the control: the reference is there");
    for spelt in [code.clone(), code.replace('-', ""), code.to_lowercase()] {
        assert!(!holds(&spelt), "{spelt}");
    }
}

#[tokio::test]
async fn typed_as_people_type_it_opens_the_case() {
    let ferry = Ferry::opens();
    let mut rasa = ferry.visitor("en");
    let (_, done) = complains(&mut rasa, REACH).await;
    let (reference, code) = keys(&done);
    let (loose, spaced) = (
        reference.to_lowercase().replace('-', " "),
        code.to_lowercase().replace('-', ""),
    );
    let inside = rasa
        .post(
            "/follow",
            &[("your-reference", &loose), ("access-code", &spaced)],
        )
        .await;
    assert_eq!(inside.location, "/follow/case");
    let page = rasa.get("/follow/case").await;
    page.has(&reference)
        .has("aria-current=\"step\"")
        .has("What you told us")
        .has("The ferry left ten minutes early.")
        .lacks(&code);
}

#[tokio::test]
async fn after_five_wrong_codes_the_page_asks_to_wait_or_call_even_with_the_right_one() {
    let ferry = Ferry::opens();
    let mut rasa = ferry.visitor("en");
    let (_, done) = complains(&mut rasa, REACH).await;
    let (reference, code) = keys(&done);
    let mut said = Vec::new();
    for _ in 0..5 {
        let wrong = [("your-reference", &*reference), ("access-code", "0000")];
        said.push(rasa.post("/follow", &wrong).await);
    }
    said[0]
        .has("more times")
        .has("id=\"your-reference-err\"")
        .has("id=\"access-code-err\"");
    said[3].has("more time,");
    said[4].has("wait a quarter of an hour before you try again");
    let right = [
        ("your-reference", reference.as_str()),
        ("access-code", code.as_str()),
    ];
    let wait = rasa.post("/follow", &right).await;
    assert_eq!(wait.status, 429);
    wait.has("0800 555 014");
    ferry.later(901);
    assert_eq!(rasa.post("/follow", &right).await.status, 303);
}

#[tokio::test]
async fn a_session_ends_after_half_an_hour_and_when_it_is_left() {
    let ferry = Ferry::opens();
    let (mut rasa, _) = opened(&ferry).await;
    ferry.later(1_799);
    assert_eq!(rasa.get("/follow/case").await.status, 200);
    ferry.later(1_799);
    assert_eq!(
        rasa.get("/follow/case").await.status,
        200,
        "each look is another half hour"
    );
    ferry.later(1_801);
    assert_eq!(rasa.get("/follow/case").await.location, "/follow");
    let (mut rasa, _) = opened(&ferry).await;
    rasa.post("/follow/leave", &[]).await;
    assert_eq!(rasa.get("/follow/case").await.location, "/follow");
}

#[tokio::test]
async fn a_message_sent_twice_is_there_once_and_asks_for_a_reply() {
    let ferry = Ferry::opens();
    let (mut rasa, reference) = opened(&ferry).await;
    assert_eq!(rasa.post("/follow/case/message", &[]).await.status, 422);
    for _ in 0..2 {
        let sent = rasa
            .post(
                "/follow/case/message",
                &[("your-message", "It left early again.")],
            )
            .await;
        assert_eq!(sent.location, "/follow/case?done=message");
    }
    let case = ferry.case(&reference);
    assert_eq!(
        case.messages
            .iter()
            .filter(|message| message.incoming)
            .count(),
        1
    );
    assert!(case.needs_reply);
    rasa.get("/follow/case?done=message")
        .await
        .has("We have your message")
        .has("It left early again.");
    ferry.later(601);
    rasa.post(
        "/follow/case/message",
        &[("your-message", "It left early again.")],
    )
    .await;
    let again = ferry
        .case(&reference)
        .messages
        .iter()
        .filter(|message| message.incoming)
        .count();
    assert_eq!(again, 2, "the same words another time are another message");
}

#[tokio::test]
async fn information_and_files_are_added_and_only_own_files_can_be_fetched() {
    let ferry = Ferry::opens();
    let (mut rasa, reference) = opened(&ferry).await;
    assert_eq!(rasa.post("/follow/case/information", &[]).await.status, 422);
    let files: &[(&str, &str, &[u8])] = &[("more-files", "ticket.jpg", b"a ticket")];
    for _ in 0..2 {
        let added = rasa
            .post_files(
                "/follow/case/information",
                &[("more-information", "My ticket.")],
                files,
            )
            .await;
        assert_eq!(added.location, "/follow/case?done=information");
    }
    let case = ferry.case(&reference);
    assert_eq!(case.files.len(), 1);
    let file = case.files[0].id;
    assert_eq!(
        rasa.get(&format!("/follow/case/file/{file}")).await.body,
        "a ticket"
    );
    let mut stranger = ferry.visitor("en");
    assert_eq!(
        stranger
            .get(&format!("/follow/case/file/{file}"))
            .await
            .location,
        "/follow"
    );
    assert_eq!(
        rasa.get(&format!("/follow/case/file/{}", case.id))
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn details_are_corrected_and_a_later_letter_goes_to_the_new_address() {
    let ferry = Ferry::opens();
    let (mut rasa, reference) = opened(&ferry).await;
    rasa.get("/follow/case/details")
        .await
        .has("value=\"rasa@example.org\"");
    let typed = [
        ("your-name", "Rasa"),
        ("your-phone", "+370 612 34567"),
        ("reply-language", "lt"),
        ("your-needs", "large-print"),
    ];
    let saved = rasa.post("/follow/case/details", &typed).await;
    assert_eq!(saved.location, "/follow/case?done=details");
    let case = ferry.case(&reference);
    assert_eq!(case.correspondent().email, "");
    assert_eq!(case.reachable, ["phone"]);
    assert_eq!(case.language.tag(), "lt");
    assert_eq!(case.needs, ["large-print"]);
}

#[tokio::test]
async fn withdrawing_asks_once_more_and_happens_once() {
    let ferry = Ferry::opens();
    let (mut rasa, reference) = opened(&ferry).await;
    rasa.get("/follow/case/withdraw")
        .await
        .has("Withdraw your complaint?");
    assert!(ferry.case(&reference).withdrawn_at.is_none());
    for _ in 0..2 {
        let gone = rasa
            .post(
                "/follow/case/withdraw",
                &[("withdraw-reason", "It was settled on board.")],
            )
            .await;
        assert_eq!(gone.location, "/follow/case?done=withdrawn");
    }
    let case = ferry.case(&reference);
    assert!(case.withdrawn_at.is_some());
    assert_eq!(
        case.timeline
            .iter()
            .filter(|moment| moment.kind == "withdrawn")
            .count(),
        1
    );
    rasa.get("/follow/case")
        .await
        .lacks("/follow/case/withdraw");
}

#[tokio::test]
async fn nobody_can_answer_before_there_is_an_answer() {
    let ferry = Ferry::opens();
    let (mut rasa, reference) = opened(&ferry).await;
    rasa.get("/follow/case").await.lacks("/follow/case/answer");
    let early = rasa
        .post("/follow/case/answer", &[("your-answer", "refuse")])
        .await;
    assert_eq!(early.status, 422);
    assert!(ferry.case(&reference).answers.is_empty());
}

#[tokio::test]
async fn every_public_page_answers_in_every_language_without_a_cookie() {
    let ferry = Ferry::opens();
    let mut visitor = ferry.visitor("de");
    for path in ["/", "/how", "/complain", "/follow"] {
        for (tag, _) in super::LANGUAGES {
            let page = visitor.get(&format!("{path}?lang={tag}")).await;
            assert_eq!(page.status, 200, "{path} {tag}");
            page.has(&format!("<html lang=\"{tag}\""))
                .lacks("home-")
                .lacks("how-days");
            assert_eq!(page.body.matches("<h1").count(), 1, "{path} {tag}");
        }
    }
}

/// Jonas looks into it and answers Rasa to her face.
fn answered(ferry: &Ferry, reference: &str) {
    let does = |verb, typed: &[(&str, &str)]| ferry.does(reference, verb, typed);
    does(
        "assessment",
        &[
            ("severity", "low"),
            ("complexity", "low"),
            ("impact", "low"),
            ("rationale", "One passenger, one crossing."),
        ],
    );
    does(
        "scope",
        &[("scope", "complaint"), ("reason", "An answer is expected.")],
    );
    does(
        "investigation",
        &[("plan", "Read the log book."), ("impartial", "1")],
    );
    let finding = [
        ("issue", "1"),
        ("finding", "not-upheld"),
        ("finding-reason", "The log book says 9:00."),
    ];
    does("finding", &finding);
    does(
        "decision",
        &[
            ("summary", "The ferry left at 9:00, as the timetable says."),
            ("way", "in-person"),
        ],
    );
}

#[tokio::test]
async fn not_accepting_keeps_the_complaint_open_and_asks_for_the_review() {
    let ferry = Ferry::opens();
    let (mut rasa, reference) = opened(&ferry).await;
    answered(&ferry, &reference);
    let page = rasa.get("/follow/case").await;
    page.has(&format!("<bdi dir=\"ltr\" class=\"nb\">{reference}</bdi>"))
        .has("Do you accept our answer?")
        .has("The ferry left at 9:00, as the timetable says.")
        .has("Passenger Ombudsman");
    let place = |text: &str| page.body.find(text).expect("it is on the page");
    assert!(
        place("<h2>Our answer of ") < place("Do you accept our answer?")
            && place("Do you accept our answer?") < place("id=\"messages\""),
        "first what we say, then what they say to it"
    );
    assert_eq!(rasa.post("/follow/case/answer", &[]).await.status, 422);
    let typed = [
        ("your-answer", "refuse"),
        ("answer-reason", "I have a photo of the clock."),
        ("ask-review", "1"),
    ];
    let said = rasa.post("/follow/case/answer", &typed).await;
    assert_eq!(said.location, "/follow/case?done=not-accepted");
    let case = ferry.case(&reference);
    assert!(case.is_open());
    let answer = case.answers.last().expect("her answer");
    assert!(!answer.accepted && answer.review_wanted);
    assert_eq!(
        (answer.channel.as_str(), answer.reason.as_str()),
        ("web", "I have a photo of the clock.")
    );
    rasa.get("/follow/case")
        .await
        .lacks("Do you accept our answer?")
        .lacks("Please tell us whether you accept it")
        .has("You did not accept our answer. Your complaint stays open.")
        .has("I have a photo of the clock.")
        .has("You asked for a review. You hear from us by")
        .has("Passenger Ombudsman");
}

#[tokio::test]
async fn accepting_is_her_own_act_and_leads_on_to_closing() {
    let ferry = Ferry::opens();
    let (mut rasa, reference) = opened(&ferry).await;
    answered(&ferry, &reference);
    let said = rasa
        .post("/follow/case/answer", &[("your-answer", "accept")])
        .await;
    assert_eq!(said.location, "/follow/case?done=accepted");
    let case = ferry.case(&reference);
    assert!(case.is_accepted() && case.is_open());
    let fact = case
        .timeline
        .iter()
        .find(|moment| moment.kind == "accepted");
    assert_eq!(
        fact.map(|moment| moment.actor),
        Some(redress_kernel::Id::COMPLAINANT)
    );
}

#[tokio::test]
async fn progress_updates_by_mail_are_stopped_and_wanted_again_on_the_page() {
    let ferry = Ferry::opens();
    let (mut rasa, reference) = opened(&ferry).await;
    rasa.get("/follow/case").await.has("value=\"stop\"");
    for (said, done, stopped) in [
        ("stop", "updates-stopped", true),
        ("again", "updates-again", false),
    ] {
        let moved = rasa
            .post("/follow/case/updates", &[("updates", said)])
            .await;
        assert_eq!(moved.location, format!("/follow/case?done={done}"));
        assert_eq!(ferry.case(&reference).updates_stopped.is_some(), stopped);
        rasa.get(&moved.location).await.has("role=\"status\"");
    }
    let nothing = rasa.post("/follow/case/updates", &[]).await;
    assert_eq!(nothing.status, 422);
}

#[tokio::test]
async fn the_receipt_is_small_proves_the_complaint_and_says_nothing_of_it() {
    let ferry = Ferry::opens();
    let (mut rasa, reference) = opened(&ferry).await;
    rasa.get("/follow/case")
        .await
        .has("href=\"/follow/case/receipt\"")
        .has("href=\"/follow/case/opened\"");
    let receipt = rasa.get("/follow/case/receipt").await.body;
    let keys = ferry.house.db.keys().verifiers();
    let (leaf, checkpoint) = redress_store::check_proof(&receipt, &keys).unwrap();
    let case = ferry.case(&reference);
    assert!(leaf.contains(&case.id.to_string()) && checkpoint.size > 0);
    assert!(receipt.len() <= 2048, "{} bytes", receipt.len());
    // With what opens it: word for word what was told.
    let file = rasa.get("/follow/case/opened").await.body;
    let file: serde_json::Value = serde_json::from_str(&file).unwrap();
    assert_eq!(file["leaf"], leaf.as_str());
    let personal = file["personal"]["text"].as_str().unwrap();
    assert!(personal.contains("ten minutes early"));
    let mut stranger = ferry.visitor("en");
    for path in ["/follow/case/receipt", "/follow/case/opened"] {
        assert_eq!(stranger.get(path).await.location, "/follow");
    }
}
