//! Passwords and the sessions that they open, as a browser meets them.

use super::*;

#[tokio::test]
async fn a_new_password_asks_for_the_old_one_and_ends_every_session() {
    let office = Office::set_up("192.0.50.1").await;
    let (here, there) = (
        office.sign_in(OWNER, PHRASE).await.cookie.unwrap(),
        office.sign_in(OWNER, PHRASE).await.cookie.unwrap(),
    );
    let change = |old: &str, new: &str| {
        format!(
            "old-password={}&password={}",
            old.replace(' ', "+"),
            new.replace(' ', "+")
        )
    };
    let path = "/desk/profile/password";
    let fresh = "a heron stands in the reeds";
    for wrong in [
        change("the boat left at dusk", fresh),
        change("", fresh),
        format!("password={}", fresh.replace(' ', "+")),
        change(PHRASE, "password1234"),
        change(PHRASE, "Rollercoaster2026"),
    ] {
        let refused = office.post(path, &here, &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(!refused.body.contains("heron"), "never written back");
    }
    assert_eq!(office.get("/admin", &there).await.status, StatusCode::OK);
    let changed = office.post(path, &here, &change(PHRASE, fresh)).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.body);
    for ended in [&here, &there] {
        let page = office.get("/admin", ended).await;
        assert!(page.to.starts_with("/sign-in"), "{}", page.status);
    }
    assert!(office.sign_in(OWNER, PHRASE).await.cookie.is_none());
    assert!(office.sign_in(OWNER, fresh).await.cookie.is_some());
}

#[tokio::test]
async fn an_open_session_is_no_place_to_try_passwords() {
    let office = Office::set_up("192.0.59.1").await;
    let here = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let (path, fresh) = ("/desk/profile/password", "a+heron+stands+in+the+reeds");
    let with = |old: &str| format!("old-password={old}&password={fresh}");
    for n in 0..4 {
        let wrong = with(&format!("the+boat+left+at+{n}"));
        let refused = office.post(path, &here, &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let right = with(&PHRASE.replace(' ', "+"));
    let early = office.post(path, &here, &right).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "it waits");
    assert!(
        office.sign_in(OWNER, PHRASE).await.cookie.is_some(),
        "not the door"
    );
    office.pass_seconds(2);
    let done = office.post(path, &here, &right).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
}

#[tokio::test]
async fn a_password_is_compared_as_it_was_typed_and_may_be_long() {
    let office = Office::set_up("192.0.51.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let long = format!("  The Heron {}Ž ", "waits in the reeds, ".repeat(20));
    assert!(long.chars().count() > 400);
    let hash = password::hash(&long, [9; 32]).unwrap();
    let by = By::system(office.house.now());
    let set = move |tx: &mut Tx| set_password(tx, jonas, &hash, &by);
    office.house.db.write(set).await.unwrap();
    let email = "jonas@ferry.example";
    let tries = [
        (long.trim().to_owned(), false),
        (long.to_lowercase(), false),
        (long.chars().take(72).collect(), false),
        (long.replace('Ž', "Z"), false),
        (long.clone(), true),
    ];
    for (typed, right) in tries {
        let coded = typed.replace('Ž', "%C5%BD").replace(',', "%2C");
        let entered = office.sign_in(email, &coded).await;
        assert_eq!(entered.cookie.is_some(), right, "{typed:?}");
        office.pass_seconds(70);
    }
}

#[tokio::test]
async fn each_sign_in_makes_another_token_and_ends_the_one_before() {
    let office = Office::set_up("192.0.52.1").await;
    let first = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let form = format!(
        "email={}&password={}",
        OWNER.replace('@', "%40"),
        PHRASE.replace(' ', "+")
    );
    let again = office.post("/sign-in", &first, &form).await;
    let second = again.cookie.unwrap();
    assert_ne!(first, second);
    // 256 bits as 43 characters.
    assert_eq!(second.split('=').nth(1).unwrap().len(), 43);
    assert!(
        office
            .get("/admin", &first)
            .await
            .to
            .starts_with("/sign-in")
    );
    assert_eq!(office.get("/admin", &second).await.status, StatusCode::OK);
    // A token that the browser brought along is not taken over (fixation).
    let planted = office.post("/sign-in", "session=planted", &form).await;
    assert_ne!(planted.cookie.unwrap(), "session=planted");
}

#[tokio::test]
async fn a_person_sees_and_ends_their_own_sessions_and_nobody_elses() {
    let office = Office::set_up("192.0.53.1").await;
    office.colleague("Jonas", Role::Handler).await;
    let email = "jonas@ferry.example";
    let here = office.sign_in(email, PHRASE).await.cookie.unwrap();
    let there = office.sign_in(email, PHRASE).await.cookie.unwrap();
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let page = office.get("/desk/profile", &here).await.body;
    let marks: Vec<&str> = page
        .split("name=\"session\" value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert!(!marks.is_empty(), "{page}");
    for mark in &marks {
        let form = format!("session={mark}");
        let path = "/desk/profile/sessions";
        let foreign = office.post(path, &admin, &form).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND, "not the owner's");
    }
    assert_eq!(
        office.get("/desk/profile", &there).await.status,
        StatusCode::OK
    );
    for mark in &marks {
        let form = format!("session={mark}");
        office.post("/desk/profile/sessions", &here, &form).await;
    }
    let gone = office.get("/desk/profile", &there).await;
    assert!(gone.to.starts_with("/sign-in"), "{}", gone.status);
}

#[tokio::test]
async fn the_fields_hide_what_is_typed_and_let_password_managers_help() {
    let office = Office::set_up("192.0.54.1").await;
    let page = office.get("/sign-in", "").await.body;
    let cookie = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let profile = office.get("/desk/profile", &cookie).await.body;
    assert!(page.contains("autocomplete=\"current-password\""), "{page}");
    assert!(profile.contains("autocomplete=\"new-password\""));
    for page in [page, profile] {
        let fields = page
            .split("<input")
            .skip(1)
            .filter_map(|it| it.split('>').next());
        for field in fields.filter(|it| it.contains("password\"")) {
            assert!(field.contains("type=\"password\""), "{field}");
            assert!(
                !field.contains("onpaste") && !field.contains("readonly"),
                "{field}"
            );
        }
    }
}

#[tokio::test]
async fn signing_in_leads_to_no_other_site_and_reads_nothing_from_the_address() {
    let office = Office::set_up("192.0.55.1").await;
    let (email, phrase) = (OWNER.replace('@', "%40"), PHRASE.replace(' ', "+"));
    for next in [
        "%2F%09%2Fevil.example",
        "%2F%2Fevil.example",
        "https%3A%2F%2Fevil.example",
    ] {
        let form = format!("email={email}&password={phrase}&next={next}");
        let entered = office.post("/sign-in", "", &form).await;
        assert_eq!(
            (entered.status, entered.to.as_str()),
            (StatusCode::SEE_OTHER, "/admin"),
            "{next}"
        );
    }
    let in_the_address = format!("/sign-in?email={email}&password={phrase}");
    let refused = office.post(&in_the_address, "", "").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Said twice, the first counts and the second does not replace it.
    let twice = format!("email={email}&password=nothing+of+the+kind&password={phrase}");
    assert!(office.post("/sign-in", "", &twice).await.cookie.is_none());
}

#[tokio::test]
async fn no_password_runs_out_and_every_page_lets_its_reader_leave() {
    let office = Office::set_up("192.0.58.1").await;
    office.pass_seconds(3 * 366 * 86_400);
    let cookie = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    for path in [
        "/admin",
        "/admin/people",
        "/admin/health",
        "/desk/profile",
        "/system/policy",
    ] {
        let page = office.get(path, &cookie).await;
        let leave = page.body.contains("action=\"/sign-out\"");
        assert!(
            page.status != StatusCode::OK || leave,
            "{path}: {}",
            page.body
        );
    }
    assert_eq!(office.get("/admin", &cookie).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_new_installation_knows_nobody_and_a_cookie_is_bound_and_taken_away() {
    let office = Office::at("http://127.0.0.1:8080", "192.0.56.1");
    for email in ["admin", "root@localhost", "admin@example.org", "sa"] {
        for phrase in ["admin", "password", ""] {
            assert!(office.sign_in(email, phrase).await.cookie.is_none());
            office.pass_seconds(70);
        }
    }
    let office = Office::set_up("192.0.57.1").await;
    let cookie = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let mut request = Request::post("/sign-out")
        .header(header::COOKIE, &cookie)
        .header("sec-fetch-site", "same-origin")
        .body(Body::empty())
        .unwrap();
    request.extensions_mut().insert(office.ip);
    let left = office.app.clone().oneshot(request).await.unwrap();
    assert_eq!(left.headers()["clear-site-data"], "\"cache\", \"storage\"");
    let taken = left.headers()[header::SET_COOKIE].to_str().unwrap();
    assert_eq!(taken, "session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
}
