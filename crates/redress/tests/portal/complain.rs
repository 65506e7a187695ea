//! From the first word to the receipt.

use super::{LANGUAGES, REACH, STORY, complains, ferry::Ferry, keys};

#[tokio::test]
async fn four_steps_make_one_complaint_with_a_reference_a_code_and_dates() {
    let ferry = Ferry::opens();
    let mut rasa = ferry.visitor("en");
    let (draft, done) = complains(&mut rasa, REACH).await;
    let (reference, code) = keys(&done);
    assert!(reference.starts_with("BF-26-"), "{reference}");
    assert_eq!(code.len(), 19);
    done.has("rasa@example.org").has("Passenger Ombudsman");
    let case = ferry.case(&reference);
    assert_eq!(case.description, "The ferry left ten minutes early.");
    assert_eq!(case.complainant.name, "Rasa Jankauskienė");
    assert_eq!(case.remedies_sought, ["17"]);
    assert_eq!(case.continuing, Some(false));
    assert_eq!(case.reachable, ["email"]);
    let receipt = rasa.get(&format!("{draft}/receipt?large=1")).await;
    receipt
        .has(&reference)
        .has(&code)
        .has("paper large")
        .has("The ferry left ten minutes early.");
}

#[tokio::test]
async fn the_printed_receipt_proves_when_the_complaint_was_in_the_journal() {
    let ferry = Ferry::opens();
    for (tag, _) in LANGUAGES {
        let mut rasa = ferry.visitor(tag);
        let (draft, done) = complains(&mut rasa, REACH).await;
        let sheet = rasa.get(&format!("{draft}/receipt")).await;
        assert!(sheet.body.len() < 60_000);
        let file = rasa.get(&format!("{draft}/proof")).await;
        let keys = ferry.house.db.keys().verifiers();
        let (leaf, checkpoint) = redress_store::check_proof(&file.body, &keys).unwrap();
        // What is on paper is what is in the file, and it is this complaint.
        let note = file.body.split_once("\n\n").unwrap().1;
        let hash = redress_kernel::journal::tree::leaf_hash(leaf.as_bytes());
        let mark = redress_kernel::journal::leaf::hex(&hash[..16]);
        sheet
            .has(note.lines().nth(2).unwrap())
            .has(&checkpoint.origin)
            .has(&mark)
            .has(&format!("href=\"{draft}/proof"))
            .lacks(">proof-");
        assert!(!file.body.contains("ten minutes early") && !leaf.contains("Rasa"));
        let case = ferry.case(&keys_of(&done));
        assert!(leaf.contains(&case.id.to_string()));
    }
    let nobody = ferry
        .visitor("en")
        .get("/complain/00000000000000000000000000/proof")
        .await;
    assert_eq!(nobody.status, 410);
}

fn keys_of(done: &super::Page) -> String {
    keys(done).0
}

#[tokio::test]
async fn pressing_twice_and_going_back_shows_the_same_confirmation() {
    let ferry = Ferry::opens();
    let mut rasa = ferry.visitor("en");
    let (draft, first) = complains(&mut rasa, REACH).await;
    let again = rasa.post(&format!("{draft}/4"), &[]).await;
    assert_eq!(again.location, format!("{draft}/done"));
    let back = rasa.post(&format!("{draft}/1"), STORY).await;
    assert_eq!(back.location, format!("{draft}/done"));
    let second = rasa.get(&format!("{draft}/done")).await;
    assert_eq!(keys(&first), keys(&second));
    assert_eq!(ferry.complaints(), 1);
    // Another form is another complaint.
    complains(&mut rasa, REACH).await;
    assert_eq!(ferry.complaints(), 2);
}

#[tokio::test]
async fn two_presses_at_the_same_moment_make_one_complaint() {
    let ferry = Ferry::opens();
    let mut rasa = ferry.visitor("en");
    let draft = rasa
        .get("/complain")
        .await
        .action()
        .trim_end_matches("/1")
        .to_owned();
    rasa.post(&format!("{draft}/1"), STORY).await;
    rasa.post(&format!("{draft}/3"), REACH).await;
    let (mut one, mut other) = (ferry.visitor("en"), ferry.visitor("en"));
    let send = format!("{draft}/4");
    let (a, b) = tokio::join!(one.post(&send, &[]), other.post(&send, &[]));
    assert_eq!(
        (a.location, b.location),
        (format!("{draft}/done"), format!("{draft}/done"))
    );
    assert_eq!(ferry.complaints(), 1);
}

#[tokio::test]
async fn each_step_is_kept_for_another_day_and_another_device() {
    let ferry = Ferry::opens();
    let mut phone = ferry.visitor("en");
    let draft = phone
        .get("/complain")
        .await
        .action()
        .trim_end_matches("/1")
        .to_owned();
    let later = phone
        .post(
            &format!("{draft}/1"),
            &[("story", "Half a story"), ("later", "1")],
        )
        .await;
    assert_eq!(later.location, format!("{draft}/later"));
    let page = phone.get(&later.location).await;
    page.has(&format!("http://127.0.0.1:8080{draft}/1"))
        .has("1 April 2026");
    ferry.later(29 * 86_400);
    let mut laptop = ferry.visitor("en");
    laptop.get(&format!("{draft}/1")).await.has("Half a story");
}

#[tokio::test]
async fn files_stay_with_the_draft_and_become_evidence() {
    let ferry = Ferry::opens();
    let mut rasa = ferry.visitor("en");
    let draft = rasa
        .get("/complain")
        .await
        .action()
        .trim_end_matches("/1")
        .to_owned();
    let files: &[(&str, &str, &[u8])] = &[
        ("enclosures", "quay.jpg", b"a picture"),
        ("enclosures", "ticket.jpg", b"another"),
    ];
    let moved = rasa.post_files(&format!("{draft}/1"), STORY, files).await;
    assert_eq!(moved.status, 303);
    let page = rasa.get(&format!("{draft}/1")).await;
    page.has("quay.jpg").has("ticket.jpg");
    let ticket = page.between("quay.jpg", "ticket.jpg");
    assert!(ticket.contains("name=\"remove\""));
    let all: Vec<&str> = page
        .body
        .split("name=\"remove\" value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let [_, second] = all.as_slice() else {
        panic!("two files, not {all:?}")
    };
    let removed = rasa
        .post(
            &format!("{draft}/1"),
            &[STORY[0], STORY[1], ("remove", second)],
        )
        .await;
    assert_eq!(removed.location, format!("{draft}/1#enclosures"));
    rasa.post(&format!("{draft}/3"), REACH).await;
    rasa.post(&format!("{draft}/4"), &[]).await;
    let (reference, _) = keys(&rasa.get(&format!("{draft}/done")).await);
    let case = ferry.case(&reference);
    let names: Vec<&str> = case.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["quay.jpg"]);
    assert_eq!(
        ferry.counted(redress_store::sql("SELECT COUNT(*) FROM draft_file")),
        0
    );
}

#[tokio::test]
async fn whoever_acts_for_another_person_is_the_representative() {
    let ferry = Ferry::opens();
    let mut rasa = ferry.visitor("lt");
    let about = &[
        REACH[0],
        REACH[1],
        ("acting-for", "Ona Jankauskienė"),
        ("acting-authority", "Dukra"),
    ];
    let (_, done) = complains(&mut rasa, about).await;
    let case = ferry.case(&keys(&done).0);
    assert_eq!(case.complainant.name, "Ona Jankauskienė");
    assert_eq!(
        case.representative.as_ref().map(|p| p.name.as_str()),
        Some("Rasa Jankauskienė")
    );
    assert_eq!(case.reachable, ["email"]);
    assert_eq!(case.language.tag(), "lt");
}

#[tokio::test]
async fn nobody_has_to_say_who_they_are_and_the_page_is_their_acknowledgement() {
    let ferry = Ferry::opens();
    let mut somebody = ferry.visitor("en");
    let about = &[
        ("your-name", "Typed and thought better of"),
        ("stay-anonymous", "1"),
    ];
    let (_, done) = complains(&mut somebody, about).await;
    done.has("This page is your acknowledgement");
    let case = ferry.case(&keys(&done).0);
    assert!(case.anonymous && case.complainant.is_empty());
    assert_eq!(
        case.acknowledged.map(|made| made.way).as_deref(),
        Some("shown")
    );
}

#[tokio::test]
async fn the_check_shows_every_answer_and_asks_about_a_slip_in_the_address() {
    let ferry = Ferry::opens();
    let mut rasa = ferry.visitor("en");
    let draft = rasa
        .get("/complain")
        .await
        .action()
        .trim_end_matches("/1")
        .to_owned();
    rasa.post(&format!("{draft}/1"), STORY).await;
    rasa.post(
        &format!("{draft}/3"),
        &[
            ("your-email", "rasa@gmial.com"),
            ("your-phone", "۰۲۱-۵۵۵۰۱۴"),
        ],
    )
    .await;
    let check = rasa.get(&format!("{draft}/4")).await;
    check
        .has("rasa@gmail.com")
        .has("۰۲۱-۵۵۵۰۱۴")
        .lacks("021-555014")
        .has("The ferry left ten minutes early.")
        .has(&format!("{draft}/1?from=check"));
    let changed = rasa
        .post(
            &format!("{draft}/1?from=check"),
            &[("story", "It left early."), ("still-happening", "no")],
        )
        .await;
    assert_eq!(changed.location, format!("{draft}/4"));
    rasa.get(&format!("{draft}/4")).await.has("It left early.");
}

#[tokio::test]
async fn the_whole_way_speaks_the_language_that_was_chosen() {
    let ferry = Ferry::opens();
    for (tag, _) in LANGUAGES {
        let mut visitor = ferry.visitor("de");
        let first = visitor.get(&format!("/complain?lang={tag}")).await;
        assert_eq!(first.status, 200);
        first.has(&format!("<html lang=\"{tag}\""));
        let mut place = first.action();
        for answers in [STORY, &[], REACH, &[]] {
            let moved = visitor.post(&place, answers).await;
            assert_eq!(moved.status, 303, "{tag} {place}");
            place = moved.location;
        }
        let done = visitor.get(&place).await;
        done.has(&format!("<html lang=\"{tag}\"")).lacks("portal-");
        assert_eq!(ferry.case(&keys(&done).0).language.tag(), tag);
    }
}

#[tokio::test]
async fn a_persian_reader_gets_solar_dates_and_persian_digits() {
    let ferry = Ferry::opens();
    let mut maryam = ferry.visitor("fa");
    let (_, done) = complains(&mut maryam, REACH).await;
    // Wednesday 4 March 2026, two working days on.
    done.has("dir=\"rtl\"").has("چهارشنبه ۱۳ اسفند ۱۴۰۴");
}

#[tokio::test]
async fn the_access_code_is_for_the_browser_that_sent_and_for_two_hours() {
    let ferry = Ferry::opens();
    let mut rasa = ferry.visitor("en");
    let (draft, done) = complains(&mut rasa, REACH).await;
    let (reference, code) = keys(&done);
    done.has("two hours");
    ferry.later(301);
    let mut stranger = ferry.visitor("en");
    for place in ["done", "receipt", "proof"] {
        let seen = stranger.get(&format!("{draft}/{place}")).await;
        assert_eq!(seen.status, 200, "{place}");
        seen.has(&reference)
            .has("we send you a new code")
            .lacks(&code)
            .lacks("rasa@example.org")
            .lacks("ten minutes early");
    }
    // Sending again, or opening the steps, makes no sender of anybody.
    for place in ["4", "1"] {
        stranger.post(&format!("{draft}/{place}"), STORY).await;
        stranger.get(&format!("{draft}/{place}")).await;
    }
    stranger.get(&format!("{draft}/done")).await.lacks(&code);
    rasa.get(&format!("{draft}/done")).await.has(&code);
    rasa.get(&format!("{draft}/receipt")).await.has(&code);
    ferry.later(2 * 60 * 60);
    rasa.get(&format!("{draft}/done"))
        .await
        .has(&reference)
        .lacks(&code);
}

#[tokio::test]
async fn the_receipt_leads_to_the_follow_up_page_and_no_further() {
    let ferry = Ferry::opens();
    for (tag, _) in LANGUAGES {
        let mut rasa = ferry.visitor(tag);
        let (draft, _) = complains(&mut rasa, REACH).await;
        let sheet = rasa.get(&format!("{draft}/receipt")).await;
        let told = rasa.get("/follow").await.between("<h1>", "</h1>");
        let file = rasa.get(&format!("{draft}/proof")).await.body;
        let keys = ferry.house.db.keys().verifiers();
        let (leaf, _) = redress_store::check_proof(&file, &keys).unwrap();
        let hash = redress_kernel::journal::tree::leaf_hash(leaf.as_bytes());
        let mark = redress_kernel::journal::leaf::hex(&hash[..16]);
        // The door, and behind the fragment, which no browser sends, the entry's mark.
        let address = format!("{}/follow?lang={tag}#{mark}", ferry.house.base_url);
        let drawn = redress_web::qr(&address, "").into_string();
        let picture = drawn.rsplit(" d=").next().unwrap();
        sheet
            .has("class=\"qr\" role=\"img\" aria-label=")
            .has(picture)
            .has(&format!("{}/follow<", ferry.house.base_url))
            .has(&told);
    }
}
