//! What goes wrong on the way: nothing typed is lost, nothing is a dead end.

use super::{LANGUAGES, REACH, STORY, complains, ferry::Ferry, keys};
use redress_store::sql;

#[tokio::test]
async fn an_empty_step_comes_back_in_the_readers_language_with_what_was_typed() {
    let ferry = Ferry::opens();
    for (tag, problem) in LANGUAGES {
        let mut visitor = ferry.visitor(tag);
        let draft = visitor
            .get("/complain")
            .await
            .action()
            .trim_end_matches("/1")
            .to_owned();
        let step = visitor
            .post(
                &format!("{draft}/1"),
                &[("happened-when", "<b>gestern</b>")],
            )
            .await;
        assert_eq!(step.status, 422, "{tag}");
        step.has(problem)
            .has("href=\"#story\"")
            .has("href=\"#still-happening\"")
            .has("aria-invalid=\"true\"");
        step.has("&#60;b&#62;gestern").lacks("<b>gestern");
        visitor.post(&format!("{draft}/1"), STORY).await;
        let step = visitor
            .post(
                &format!("{draft}/3"),
                &[("your-name", "Rasa"), ("your-email", "rasa at home")],
            )
            .await;
        assert_eq!(step.status, 422, "{tag}");
        step.has(problem)
            .has("value=\"rasa at home\"")
            .has("href=\"#your-email\"");
        let step = visitor
            .post(&format!("{draft}/3"), &[("your-name", "Rasa")])
            .await;
        assert_eq!(step.status, 422, "{tag}");
        // The step was kept although it was not right yet.
        visitor
            .get(&format!("{draft}/3"))
            .await
            .has("value=\"Rasa\"");
    }
    assert_eq!(ferry.complaints(), 0);
}

#[tokio::test]
async fn a_refused_field_is_counted_by_rule_without_its_content() {
    let ferry = Ferry::opens();
    let mut visitor = ferry.visitor("en");
    let draft = visitor
        .get("/complain")
        .await
        .action()
        .trim_end_matches("/1")
        .to_owned();
    for _ in 0..3 {
        visitor
            .post(
                &format!("{draft}/1"),
                &[("still-happening", "my card is 4111")],
            )
            .await;
    }
    let story = sql(
        "SELECT n FROM form_failure WHERE form = 'happened' AND field = 'story' AND rule = 'problem-required' AND day = '2026-03-02'",
    );
    assert_eq!(ferry.counted(story), 3);
    assert_eq!(
        ferry.counted(sql(
            "SELECT COUNT(*) FROM form_failure WHERE field NOT IN ('story', 'still-happening')"
        )),
        0
    );
}

#[tokio::test]
async fn a_form_that_rested_too_long_says_so_and_keeps_what_just_came() {
    let ferry = Ferry::opens();
    let mut rasa = ferry.visitor("en");
    let draft = rasa
        .get("/complain")
        .await
        .action()
        .trim_end_matches("/1")
        .to_owned();
    rasa.post(&format!("{draft}/1"), STORY).await;
    ferry.later(31 * 86_400);
    let gone = rasa.get(&format!("{draft}/2")).await;
    assert_eq!(gone.status, 410);
    gone.lacks("ten minutes early");
    let kept = rasa.post(&format!("{draft}/3"), REACH).await;
    assert_eq!(kept.status, 410);
    kept.has("rasa@example.org").has(&format!("{draft}/1"));
    // It goes on from there and loses nothing more.
    rasa.post(&format!("{draft}/1"), STORY).await;
    rasa.get(&format!("{draft}/4"))
        .await
        .has("rasa@example.org");
}

#[tokio::test]
async fn a_complaint_sent_long_ago_is_safe_whatever_is_done_with_its_old_form() {
    let ferry = Ferry::opens();
    let mut rasa = ferry.visitor("en");
    let (draft, done) = complains(&mut rasa, REACH).await;
    let (reference, code) = keys(&done);
    ferry.later(31 * 86_400);
    // The way to the access code has closed; every old address answers kindly.
    for place in ["done", "receipt", "proof", "later", "2", "4"] {
        let old = rasa.get(&format!("{draft}/{place}")).await;
        assert_eq!(old.status, 410, "{place}");
        old.has("/follow").lacks(&code).lacks("ten minutes early");
    }
    let sent = rasa.post(&format!("{draft}/4"), &[]).await;
    assert_eq!(sent.status, 410, "the back button, a month later");
    sent.lacks(&code);
    assert_eq!(ferry.complaints(), 1);
    let case = ferry.case(&reference);
    assert_eq!(case.description, "The ferry left ten minutes early.");
    // A second story typed into the old address becomes a complaint of its own.
    let second = [
        ("story", "Now the gangway was locked."),
        ("still-happening", "no"),
    ];
    let kept = rasa.post(&format!("{draft}/1"), &second).await;
    assert_eq!(kept.status, 410);
    kept.has("Now the gangway was locked.");
    let fresh = kept.between("<a class=\"btn\" href=\"/complain/", "/1");
    assert!(
        !draft.contains(&fresh),
        "one key makes one complaint for ever"
    );
    let fresh = format!("/complain/{fresh}");
    rasa.get(&format!("{fresh}/1"))
        .await
        .has("Now the gangway was locked.");
    rasa.post(&format!("{fresh}/1"), &second).await;
    rasa.post(&format!("{fresh}/3"), REACH).await;
    let sent = rasa.post(&format!("{fresh}/4"), &[]).await;
    assert_eq!(sent.location, format!("{fresh}/done"));
    let done = rasa.get(&sent.location).await;
    assert_ne!(keys(&done).0, reference);
    assert_eq!(
        ferry.case(&keys(&done).0).description,
        "Now the gangway was locked."
    );
    assert_eq!(ferry.complaints(), 2);
}

#[tokio::test]
async fn the_files_of_a_form_that_rested_too_long_do_not_come_back() {
    let ferry = Ferry::opens();
    let mut rasa = ferry.visitor("en");
    let first = rasa.get("/complain").await.action();
    let photo: &[(&str, &str, &[u8])] = &[("enclosures", "deck.jpg", b"fine")];
    rasa.post_files(&first, STORY, photo).await;
    ferry.later(31 * 86_400);
    let draft = first.trim_end_matches("/1");
    rasa.post(&first, STORY).await;
    rasa.get(&format!("{draft}/1")).await.lacks("deck.jpg");
    assert_eq!(ferry.counted(sql("SELECT COUNT(*) FROM draft_file")), 0);
}

#[tokio::test]
async fn sending_before_everything_is_answered_leads_to_the_open_question() {
    let ferry = Ferry::opens();
    let mut rasa = ferry.visitor("en");
    let draft = rasa
        .get("/complain")
        .await
        .action()
        .trim_end_matches("/1")
        .to_owned();
    rasa.post(&format!("{draft}/1"), STORY).await;
    let sent = rasa.post(&format!("{draft}/4"), &[]).await;
    assert_eq!(sent.location, format!("{draft}/3?problems=1"));
    rasa.get(&sent.location)
        .await
        .has("Give us one way to reach you");
    assert_eq!(ferry.complaints(), 0);
}

#[tokio::test]
async fn unknown_fields_and_a_program_that_fills_the_trap_still_make_a_complaint() {
    let ferry = Ferry::opens();
    let mut visitor = ferry.visitor("en");
    let about = &[
        REACH[0],
        REACH[1],
        ("website", "http://spam.example"),
        ("role", "admin"),
    ];
    let (_, done) = complains(&mut visitor, about).await;
    assert_eq!(
        ferry.case(&keys(&done).0).complainant.email,
        "rasa@example.org"
    );
    assert_eq!(
        ferry.counted(sql("SELECT n FROM form_failure WHERE field = 'website'")),
        1
    );
}

#[tokio::test]
async fn hostile_text_is_shown_as_text_and_cannot_turn_its_neighbours_round() {
    let ferry = Ferry::opens();
    let mut visitor = ferry.visitor("en");
    let long = "x".repeat(20_000);
    let hostile = [
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "a\u{202e}b\0c",
        "' OR 1=1 --",
        "=cmd|' /C calc'!A0",
        "👩‍👩‍👧 李 \u{200f}علی",
        long.as_str(),
    ];
    for text in hostile {
        let draft = visitor
            .get("/complain")
            .await
            .action()
            .trim_end_matches("/1")
            .to_owned();
        let moved = visitor
            .post(
                &format!("{draft}/1"),
                &[("story", text), ("still-happening", "yes")],
            )
            .await;
        assert_eq!(moved.status, 303);
        visitor
            .post(
                &format!("{draft}/3"),
                &[
                    ("your-name", text.get(..20).unwrap_or(text)),
                    ("your-email", "rasa@example.org"),
                ],
            )
            .await;
        let check = visitor.get(&format!("{draft}/4")).await;
        check.lacks("<script>alert").lacks("\0");
        let sent = visitor.post(&format!("{draft}/4"), &[]).await;
        assert_eq!(sent.status, 303);
        let receipt = visitor.get(&format!("{draft}/receipt")).await;
        assert_eq!(receipt.status, 200);
        receipt.lacks("<script>alert");
    }
    let draft = visitor.get("/complain").await.action();
    let refused = visitor
        .post(
            &draft,
            &[("story", &"x".repeat(20_001)), ("still-happening", "yes")],
        )
        .await;
    assert_eq!(refused.status, 422);
}

#[tokio::test]
async fn files_too_large_or_empty_are_named_and_the_rest_is_kept() {
    let ferry = Ferry::opens();
    let mut visitor = ferry.visitor("en");
    let draft = visitor.get("/complain").await.action();
    let big = vec![b'x'; 26 * 1024 * 1024];
    let files: &[(&str, &str, &[u8])] = &[
        ("enclosures", "empty.jpg", b""),
        ("enclosures", "film.mov", &big),
        ("enclosures", "ok.jpg", b"fine"),
    ];
    let page = visitor.post_files(&draft, STORY, files).await;
    assert_eq!(page.status, 422);
    page.has("film.mov")
        .has("empty.jpg")
        .has("ok.jpg")
        .has("The ferry left ten minutes early.");
    let many: Vec<(&str, &str, &[u8])> = (0..12)
        .map(|_| ("enclosures", "one.jpg", b"1".as_slice()))
        .collect();
    let page = visitor.post_files(&draft, STORY, &many).await;
    assert_eq!(page.status, 422);
    assert_eq!(ferry.counted(sql("SELECT COUNT(*) FROM draft_file")), 10);
}

#[tokio::test]
async fn addresses_that_nobody_gave_out_are_not_found() {
    let ferry = Ferry::opens();
    let mut visitor = ferry.visitor("en");
    for path in [
        "/complain/short/1",
        "/complain/00000000000000000000000000/9",
        "/complain/00000000000000000000000000'/1",
    ] {
        assert_eq!(visitor.get(path).await.status, 404, "{path}");
    }
    assert_eq!(
        visitor
            .get("/complain/00000000000000000000000000/done")
            .await
            .status,
        410
    );
}
