//! Coming in, staying, leaving; people and programs.

use super::*;

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_get_one_and_the_same_page() {
    let office = Office::set_up("192.0.3.1").await;
    let wrong = office.sign_in(OWNER, "the boat left at dusk").await;
    let unknown = office.sign_in("nobody@ferry.example", PHRASE).await;
    assert_eq!(
        (wrong.status, unknown.status),
        (
            StatusCode::UNPROCESSABLE_ENTITY,
            StatusCode::UNPROCESSABLE_ENTITY
        )
    );
    assert_eq!(
        wrong.body.replace(OWNER, ""),
        unknown.body.replace("nobody@ferry.example", "")
    );
    assert!(
        wrong.cookie.is_none() && wrong.body.contains(OWNER) && !wrong.body.contains("at dusk")
    );
}

#[tokio::test]
async fn guessing_gets_slower_and_the_owner_still_comes_in() {
    let office = Office::set_up("192.0.4.1").await;
    for _ in 0..4 {
        assert_eq!(
            office.sign_in(OWNER, "wrong wrong wrong").await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
    }
    let slowed = office.sign_in(OWNER, PHRASE).await;
    assert_eq!(
        (slowed.status, slowed.wait.as_deref()),
        (StatusCode::TOO_MANY_REQUESTS, Some("1"))
    );
    office.pass_seconds(1);
    let entered = office.sign_in(OWNER, PHRASE).await;
    assert_eq!(
        (entered.status, entered.to.as_str()),
        (StatusCode::SEE_OTHER, "/admin")
    );
}

#[tokio::test]
async fn a_session_ends_by_itself_by_signing_out_and_by_leaving() {
    let office = Office::set_up("192.0.5.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let cookie = office
        .sign_in("jonas@ferry.example", PHRASE)
        .await
        .cookie
        .unwrap();
    assert_eq!(
        office.get("/desk/profile", &cookie).await.status,
        StatusCode::OK
    );

    // Used every twenty minutes it lives; left alone for half an hour it does not.
    for _ in 0..3 {
        office.pass_seconds(20 * 60);
        assert_eq!(
            office.get("/desk/profile", &cookie).await.status,
            StatusCode::OK
        );
    }
    office.pass_seconds(31 * 60);
    assert!(
        office
            .get("/desk/profile", &cookie)
            .await
            .to
            .starts_with("/sign-in")
    );

    let cookie = office
        .sign_in("jonas@ferry.example", PHRASE)
        .await
        .cookie
        .unwrap();
    assert_eq!(office.post("/sign-out", &cookie, "").await.to, "/sign-in");
    assert!(
        office
            .get("/desk/profile", &cookie)
            .await
            .to
            .starts_with("/sign-in")
    );

    let cookie = office
        .sign_in("jonas@ferry.example", PHRASE)
        .await
        .cookie
        .unwrap();
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let gone = office
        .post(&format!("/admin/people/{jonas}/deactivation"), &admin, "")
        .await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.body);
    assert!(
        office
            .get("/desk/profile", &cookie)
            .await
            .to
            .starts_with("/sign-in")
    );
    assert_eq!(
        office.sign_in("jonas@ferry.example", PHRASE).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[tokio::test]
async fn twelve_hours_are_the_end_however_busy_the_day() {
    let office = Office::set_up("192.0.6.1").await;
    let cookie = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    for _ in 0..35 {
        office.pass_seconds(20 * 60);
        assert_eq!(office.get("/admin", &cookie).await.status, StatusCode::OK);
    }
    office.pass_seconds(20 * 60);
    assert!(
        office
            .get("/admin", &cookie)
            .await
            .to
            .starts_with("/sign-in")
    );
}

#[tokio::test]
async fn a_program_may_do_what_its_token_was_narrowed_to_until_it_ends() {
    let office = Office::set_up("192.0.12.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let by = By::system(office.house.now());
    let new = NewToken {
        person: jonas,
        name: "counter".into(),
        scope: Some(vec![redress_kernel::Action::Receive]),
    };
    let token = office
        .house
        .db
        .write(move |tx: &mut Tx| create_token(tx, &new, clock::random(), &by))
        .await
        .unwrap();
    let ask = |token: String| {
        let request = Request::get("/api/v1/complaints")
            .header(header::AUTHORIZATION, format!("Bearer {token}"));
        office.send(request.body(Body::empty()).unwrap())
    };
    assert_eq!(
        ask(token.clone()).await.status,
        StatusCode::FORBIDDEN,
        "a token for receiving reads no list"
    );
    assert_eq!(
        ask("rd_made-up".into()).await.status,
        StatusCode::UNAUTHORIZED
    );
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let page = office.get("/admin/tokens", &admin).await.body;
    let start = page.find("/admin/tokens/").unwrap();
    let path: String = page[start..].chars().take_while(|c| *c != '"').collect();
    assert_eq!(
        office.post(&path, &admin, "").await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(ask(token).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn over_an_open_network_nobody_is_let_type_a_password() {
    let office = Office::at("http://0.0.0.0:8080", "192.0.13.1");
    let page = office.get("/sign-in", "").await.body;
    assert!(page.contains("--tls") && !page.contains("type=\"password\""));
    assert_eq!(
        office.sign_in(OWNER, PHRASE).await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn over_https_the_cookie_is_bound_to_this_host() {
    let office = Office::at("https://complaints.ferry.example", "192.0.14.1");
    let (now, by) = (office.house.now(), By::system(office.house.now()));
    let new = NewPerson {
        name: "Nora".into(),
        email: "nora@ferry.example".into(),
        role: Role::Admin,
        unit: None,
        language: None,
    };
    let write = move |tx: &mut Tx| -> Result<String, Fault> {
        let person = add_person(tx, &new, &by)?;
        Ok(invite(tx, person, clock::random(), now)?)
    };
    let link = office.house.db.write(write).await.unwrap();
    let set = office
        .post(&link, "", "password=the+boat+left+at+dawn")
        .await;
    assert!(set.cookie.unwrap().starts_with("__Host-session="));
}
