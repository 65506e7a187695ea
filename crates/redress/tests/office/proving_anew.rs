//! What a borrowed or copied session is not enough for: whoever does it has shown within
//! the last five minutes that it is they. And the ends of sessions, from outside.

use super::second_factor::{JONAS, digits};
use super::*;

/// The hidden fields of the page that asks, as a form sends them.
fn carried(page: &str) -> String {
    let fields = page.split("<input type=\"hidden\" name=\"").skip(1);
    let pair = |field: &str| {
        let (name, rest) = field.split_once("\" value=\"").unwrap();
        let value = rest.split_once('"').unwrap().0.replace("&#38;", "&");
        let escaped: String = value.bytes().map(|byte| format!("%{byte:02X}")).collect();
        format!("{name}={escaped}")
    };
    fields.map(pair).collect::<Vec<_>>().join("&")
}

const PROOF: &str = "proof-password=the+boat+left+at+dawn";

#[tokio::test]
async fn after_five_minutes_another_role_asks_who_it_is_and_loses_nothing() {
    let office = Office::set_up("192.0.80.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let path = format!("/admin/people/{jonas}");
    let form = "name=Jonas+%26+sons&email=jonas%40ferry.example&role=manager&unit=";
    office.pass_seconds(301);
    let asked = office.post(&path, &admin, form).await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    assert!(asked.body.contains("type=\"password\"") && asked.body.contains("role"));
    assert!(asked.cookie.is_none());
    let role = office.get(&path, &admin).await.body;
    assert!(!role.contains("sons"), "nothing has happened yet");

    let kept = carried(&asked.body);
    let wrong = format!("{kept}&proof-password=the+boat+left+at+dusk");
    let wrong = office.post(&path, &admin, &wrong).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(carried(&wrong.body), kept, "and nothing typed is lost");
    assert!(!wrong.body.contains("at dusk"));

    let done = office.post(&path, &admin, &format!("{kept}&{PROOF}")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let renewed = done.cookie.unwrap();
    assert_ne!(renewed, admin, "the token is another one");
    assert!(
        office
            .get("/admin", &admin)
            .await
            .to
            .starts_with("/sign-in"),
        "a copy is worth nothing"
    );
    let page = office.get(&path, &renewed).await.body;
    assert!(
        page.contains("Jonas &#38; sons") || page.contains("Jonas &amp; sons"),
        "{page}"
    );
    // Fresh now: the next act asks nothing.
    let end = office
        .post(&format!("{path}/deactivation"), &renewed, "")
        .await;
    assert_eq!(end.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn whoever_has_a_second_factor_does_not_prove_with_the_password() {
    let office = Office::set_up("192.0.81.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let (key, _) = office.takes_a_telephone(&admin).await;
    office.pass_seconds(301);
    let path = format!("/admin/people/{jonas}/deactivation");
    let asked = office.post(&path, &admin, "").await;
    assert!(asked.body.contains("one-time-code") && !asked.body.contains("type=\"password\""));
    let password = office.post(&path, &admin, PROOF).await;
    assert_eq!(password.status, StatusCode::FORBIDDEN, "asked as before");
    let code = digits(&key, office.house.now());
    let done = office
        .post(&path, &admin, &format!("proof-code={code}"))
        .await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
}

#[tokio::test]
async fn a_browsers_cookie_at_the_interface_for_programs_is_no_way_round() {
    let office = Office::set_up("192.0.82.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    office.pass_seconds(301);
    let path = format!("/api/v1/people/{jonas}/deactivation");
    let refused = office.post(&path, &admin, "").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("prove-anew"), "{}", refused.body);
    // The control: a token of the same person has nobody who could be asked.
    let owner = office
        .asked("SELECT id FROM person WHERE role = 'admin' ORDER BY id LIMIT 1")
        .await;
    let new = NewToken {
        person: owner[0].parse().unwrap(),
        name: "counter".into(),
        scope: None,
    };
    let by = By::system(office.house.now());
    let make = move |tx: &mut Tx| create_token(tx, &new, clock::random(), &by);
    let token = office.house.db.write(make).await.unwrap();
    let request = Request::post(&path)
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header("idempotency-key", "once");
    let done = office.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
}

#[tokio::test]
async fn a_page_that_asks_for_a_proof_is_reached_after_it() {
    let office = Office::set_up("192.0.83.1").await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    office.post("/desk/profile/authenticator", &admin, "").await;
    office.pass_seconds(301);
    let led = office.get("/desk/profile/authenticator", &admin).await;
    assert_eq!(led.to, "/desk/prove?next=/desk/profile/authenticator");
    let page = office.get(&led.to, &admin).await;
    assert_eq!(page.status, StatusCode::OK);
    let form = format!("{}&{PROOF}", carried(&page.body));
    let done = office.post("/desk/prove", &admin, &form).await;
    assert_eq!(done.to, "/desk/profile/authenticator", "{}", done.body);
    let page = office.get(&done.to, &done.cookie.unwrap()).await;
    assert!(page.body.contains("<svg class=\"qr\""));
    // No stepping stone.
    let form = format!("next=%2F%2Fevil.example&{PROOF}");
    let fresh = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    assert_eq!(
        office.post("/desk/prove", &fresh, &form).await.to,
        "/desk/profile"
    );
}

#[tokio::test]
async fn a_copied_cookie_is_worth_nothing_after_signing_out() {
    let office = Office::set_up("192.0.84.1").await;
    let cookie = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let stolen = cookie.clone();
    office.post("/sign-out", &cookie, "").await;
    assert!(
        office
            .get("/admin", &stolen)
            .await
            .to
            .starts_with("/sign-in")
    );
    let act = office
        .post("/desk/profile/sessions/others", &stolen, PROOF)
        .await;
    assert!(
        act.to.starts_with("/sign-in"),
        "{} {}",
        act.status,
        act.body
    );
}

#[tokio::test]
async fn all_other_sessions_end_at_once_and_an_administrator_ends_somebodys() {
    let office = Office::set_up("192.0.85.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let (here, there, third) = (
        office.sign_in(JONAS, PHRASE).await.cookie.unwrap(),
        office.sign_in(JONAS, PHRASE).await.cookie.unwrap(),
        office.sign_in(JONAS, PHRASE).await.cookie.unwrap(),
    );
    let path = "/desk/profile/sessions/others";
    office.pass_seconds(301);
    let asked = office.post(path, &here, "").await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN, "who is it?");
    let ended = office.post(path, &here, PROOF).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.body);
    let here = ended.cookie.unwrap();
    for gone in [&there, &third] {
        assert!(
            office
                .get("/desk/profile", gone)
                .await
                .to
                .starts_with("/sign-in")
        );
    }
    assert_eq!(
        office.get("/desk/profile", &here).await.status,
        StatusCode::OK
    );

    let path = format!("/admin/people/{jonas}/sessions");
    let own = office.post(&path, &here, "").await;
    assert_eq!(own.status, StatusCode::FORBIDDEN, "a handler ends nobody's");
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let done = office.post(&path, &admin, "").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert!(
        office
            .get("/desk/profile", &here)
            .await
            .to
            .starts_with("/sign-in")
    );
    assert_eq!(
        office.get("/admin", &admin).await.status,
        StatusCode::OK,
        "and no other's"
    );
}

#[tokio::test]
async fn another_role_counts_from_the_next_request_on() {
    let office = Office::set_up("192.0.86.1").await;
    let jonas = office.colleague("Jonas", Role::Admin).await;
    let theirs = office.sign_in(JONAS, PHRASE).await.cookie.unwrap();
    assert_eq!(
        office.get("/admin/tokens", &theirs).await.status,
        StatusCode::OK
    );
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let form = "name=Jonas&email=jonas%40ferry.example&role=handler&unit=";
    office
        .post(&format!("/admin/people/{jonas}"), &admin, form)
        .await;
    let ended = office.get("/admin/tokens", &theirs).await;
    assert!(ended.to.starts_with("/sign-in"), "{}", ended.status);
    let theirs = office.sign_in(JONAS, PHRASE).await.cookie.unwrap();
    assert_eq!(
        office.get("/admin/tokens", &theirs).await.status,
        StatusCode::FORBIDDEN
    );
    // Whoever changes no role stays where they are, and so does whoever gave it.
    let form = "name=Jonas+P&email=jonas%40ferry.example&role=handler&unit=";
    office
        .post(&format!("/admin/people/{jonas}"), &admin, form)
        .await;
    for (path, stays) in [("/desk/profile", &theirs), ("/admin", &admin)] {
        assert_eq!(office.get(path, stays).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_verb_that_is_written_with_escapes_asks_as_well() {
    let office = Office::set_up("192.0.87.1").await;
    office.colleague("Jonas", Role::Handler).await;
    let cookie = office.sign_in(JONAS, PHRASE).await.cookie.unwrap();
    office.pass_seconds(301);
    for (verb, asks) in [("reveal", true), ("rev%65al", true), ("note", false)] {
        let path = format!("/desk/RD-26-0001-000/{verb}");
        let answer = office.post(&path, &cookie, "").await;
        let asked = answer.body.contains("Please show that it is you");
        assert_eq!(asked, asks, "{verb}: {} {}", answer.status, answer.body);
    }
}

#[tokio::test]
async fn a_program_adds_no_key_and_ends_no_session_of_its_person() {
    let office = Office::set_up("192.0.88.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let new = NewToken {
        person: jonas,
        name: "counter".into(),
        scope: None,
    };
    let by = By::system(office.house.now());
    let make = move |tx: &mut Tx| create_token(tx, &new, clock::random(), &by);
    let bearer = format!("Bearer {}", office.house.db.write(make).await.unwrap());
    let ask = |method: &str, path: &str| {
        let request = Request::builder().method(method).uri(path);
        let request = request.header(header::AUTHORIZATION, &bearer);
        office.send(request.body(Body::empty()).unwrap())
    };
    for path in [
        "/desk/profile/passkeys",
        "/desk/profile/authenticator",
        "/desk/profile/recovery-codes",
        "/desk/profile/sessions/others",
    ] {
        let refused = ask("POST", path).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}");
    }
    // The control: its person's own page is open to it.
    assert_eq!(ask("GET", "/desk/profile").await.status, StatusCode::OK);
}
