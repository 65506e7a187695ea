//! From the printed link to a colleague at work, and what a rebuild says of it.

use super::*;

#[tokio::test]
async fn the_first_start_leads_from_the_printed_link_to_administration() {
    let office = Office::at("http://127.0.0.1:8080", "192.0.2.1");
    let now = office.house.now();
    let link = office
        .house
        .db
        .write(move |tx: &mut Tx| setup_link(tx, clock::random(), now))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        office.get("/setup/of-somebody-else", "").await.status,
        StatusCode::NOT_FOUND
    );
    assert!(
        office
            .get(&link, "")
            .await
            .body
            .contains("Who looks after this system?")
    );

    let weak = office
        .post(
            &link,
            "",
            "name=Aiste+Mockute&email=aiste%40ferry.example&password=aistemockute2026",
        )
        .await;
    assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(weak.body.contains("easy to guess") && weak.body.contains("value=\"Aiste Mockute\""));
    assert!(
        !weak.body.contains("aistemockute2026"),
        "a password came back into a page"
    );

    let owner = office
        .post(
            &link,
            "",
            "name=Aiste+Mockute&email=Aiste%40Ferry.example&password=the+boat+left+at+dawn",
        )
        .await;
    assert_eq!(
        (owner.status, owner.to.as_str()),
        (StatusCode::SEE_OTHER, "/setup/organisation")
    );
    let cookie = owner.cookie.unwrap();
    assert_eq!(
        office.get(&link, "").await.status,
        StatusCode::NOT_FOUND,
        "the link works once"
    );

    assert!(
        office
            .get("/setup/organisation", &cookie)
            .await
            .body
            .contains("Europe/Vilnius")
    );
    let form = "organisation-name=Blue+Ferry+Co.&time-zone=Europe%2FVilnius&reference-prefix=bf&languages=lt&languages=en&first-language=lt&weekend=sat&weekend=sun&office-phone=0800+555+014";
    let set = office.post("/setup/organisation", &cookie, form).await;
    assert_eq!(
        (set.status, set.to.as_str()),
        (StatusCode::SEE_OTHER, "/setup/mail"),
        "{}",
        set.body
    );
    let calendar = office.get("/admin/calendar", &cookie).await.body;
    assert!(
        calendar.contains("value=\"LT\" selected"),
        "the time zone proposed the holidays: {calendar}"
    );
    assert_eq!(
        office.get("/setup/mail", &cookie).await.status,
        StatusCode::OK
    );
    assert_eq!(
        office.get("/setup/sample", &cookie).await.status,
        StatusCode::OK
    );
    assert_eq!(
        office.post("/setup/sample", &cookie, "sample=no").await.to,
        "/setup/done"
    );
    assert!(
        office
            .get("/setup/done", &cookie)
            .await
            .body
            .contains("/admin/people/new")
    );
    assert!(
        office
            .get("/admin", &cookie)
            .await
            .body
            .contains("Blue Ferry Co.")
    );

    let again = office
        .house
        .db
        .write(move |tx: &mut Tx| setup_link(tx, clock::random(), now))
        .await
        .unwrap();
    assert_eq!(again, None, "a house that is set up prints no link");
    owner_has_to_have_a_second_factor(&office, &cookie).await;
}

/// The set-up itself goes on; from the next sign-in on the owner is asked for one, unless
/// the house says why not.
async fn owner_has_to_have_a_second_factor(office: &Office, set_up_in: &str) {
    let again = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    for page in ["/desk", "/admin", "/admin/people"] {
        let led = office.get(page, &again).await;
        assert_eq!(led.to, "/desk/profile/factors", "{page}: {}", led.status);
    }
    let path = "/admin/second-factor";
    let shown = office.get(path, set_up_in).await.body;
    for role in ["admin", "dpo", "representative"] {
        assert!(
            shown.contains(&format!("value=\"{role}\" checked")),
            "{shown}"
        );
    }
    let refused = office.post(path, set_up_in, "second-factor-for=dpo").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("Please say why"), "{}", refused.body);
    let with =
        "second-factor-for=dpo&second-factor-for=representative&second-factor-reason=One+room";
    let let_off = office.post(path, set_up_in, with).await;
    assert_eq!(let_off.status, StatusCode::SEE_OTHER, "{}", let_off.body);
    let free = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    assert_eq!(office.get("/admin", &free).await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_invited_colleague_sets_a_password_once_and_comes_in() {
    let office = Office::set_up("192.0.7.1").await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let form = "name=%EA%B9%80%EC%84%9C%EC%97%B0&email=seoyeon%40ferry.example&role=manager&unit=&language=ko";
    let invited = office.post("/admin/people", &admin, form).await;
    let start = invited
        .body
        .find("/welcome/")
        .unwrap_or_else(|| panic!("{}", invited.body));
    let link: String = invited.body[start..]
        .chars()
        .take_while(|c| !matches!(c, '<' | '"'))
        .collect();
    assert!(office.get(&link, "").await.body.contains("김서연"));

    let short = office.post(&link, "", "password=short").await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    let set = office.post(&link, "", "password=%EC%83%88%EB%B2%BD%EC%97%90+%EB%96%A0%EB%82%9C+%EB%B9%A8%EA%B0%84+%EB%B0%B0+%ED%95%9C+%EC%B2%99").await;
    assert_eq!(
        (set.status, set.to.as_str()),
        (StatusCode::SEE_OTHER, "/desk"),
        "{}",
        set.body
    );
    assert_eq!(office.get(&link, "").await.status, StatusCode::NOT_FOUND);
    // She chose Korean, so the desk speaks it.
    assert!(
        office
            .get("/desk/profile", &set.cookie.unwrap())
            .await
            .body
            .contains("lang=\"ko\" dir=\"ltr\"")
    );
    let twice = office
        .post("/admin/people", &admin, &form.replace("seoyeon", "SEOYEON"))
        .await;
    assert!(
        twice.status == StatusCode::UNPROCESSABLE_ENTITY
            && twice.body.contains("has this address already")
    );
}

/// What lies in the tables comes from facts alone: a rebuild finds nothing to change.
#[tokio::test]
async fn after_a_day_at_the_office_a_rebuild_changes_nothing() {
    let office = Office::set_up("192.0.15.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    office.post("/admin/units", &admin, "unit-name=Nida").await;
    let changed = office
        .post(
            &format!("/admin/people/{jonas}"),
            &admin,
            "name=Jonas+P&email=jonas%40ferry.example&role=manager&unit=",
        )
        .await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.body);
    office
        .post(&format!("/admin/people/{jonas}/deactivation"), &admin, "")
        .await;
    office
        .post(&format!("/admin/people/{jonas}/reactivation"), &admin, "")
        .await;
    office.post("/desk/profile", &admin, "language=lt").await;
    let own = office
        .post(
            &format!("/admin/people/{jonas}"),
            &admin,
            "name=&email=jonas%40ferry.example&role=manager&unit=",
        )
        .await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
    let differences = redress_store::rebuild_check(&office.db).unwrap();
    assert!(differences.is_empty(), "{differences:?}");
}
