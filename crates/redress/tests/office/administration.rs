//! The pages of administration: who sees them, in which languages, what they change.

use super::*;

#[tokio::test]
async fn every_page_of_administration_is_for_the_roles_that_were_agreed() {
    let office = Office::set_up("192.0.8.1").await;
    office.colleague("Rasa", Role::Manager).await;
    office.colleague("Jonas", Role::Handler).await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let manager = office
        .sign_in("rasa@ferry.example", PHRASE)
        .await
        .cookie
        .unwrap();
    let handler = office
        .sign_in("jonas@ferry.example", PHRASE)
        .await
        .cookie
        .unwrap();
    for page in [
        "",
        "/organisation",
        "/people",
        "/units",
        "/targets",
        "/categories",
        "/portal",
        "/journal",
        "/calendar",
        "/retention",
        "/objectivity",
        "/remedies",
        "/mail",
        "/checkpoints",
        "/webhooks",
        "/mailboxes",
        "/mailboxes/ledger",
        "/health",
    ] {
        let path = format!("/admin{page}");
        assert_eq!(
            office.get(&path, &admin).await.status,
            StatusCode::OK,
            "{path}"
        );
        assert_eq!(
            office.get(&path, &manager).await.status,
            StatusCode::OK,
            "{path}"
        );
        assert_eq!(
            office.get(&path, &handler).await.status,
            StatusCode::FORBIDDEN,
            "{path}"
        );
        assert!(
            office.get(&path, "").await.to.starts_with("/sign-in?next="),
            "{path}"
        );
    }
    assert_eq!(
        office.get("/admin/tokens", &manager).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        office
            .post("/admin/units", &manager, "unit-name=Nida")
            .await
            .status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        office
            .post("/admin/units", &admin, "unit-name=Nida")
            .await
            .status,
        StatusCode::SEE_OTHER
    );
    assert!(
        office
            .get("/admin/units", &manager)
            .await
            .body
            .contains("Nida")
    );
}

#[tokio::test]
async fn every_page_speaks_six_languages_and_brings_no_key_to_light() {
    let office = Office::set_up("192.0.9.1").await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let pages = [
        "/sign-in",
        "/admin",
        "/admin/organisation",
        "/admin/people",
        "/admin/people/new",
        "/admin/units",
        "/admin/targets",
        "/admin/categories",
        "/admin/portal",
        "/admin/journal",
        "/admin/journal/0",
        "/admin/calendar",
        "/admin/public-holidays",
        "/admin/retention",
        "/admin/objectivity",
        "/desk/second-eyes",
        "/admin/sample",
        "/admin/clocks",
        "/admin/categories/06",
        "/admin/remedies",
        "/admin/mail",
        "/admin/tokens",
        "/admin/webhooks",
        "/admin/mailboxes",
        "/admin/mailboxes/new",
        "/admin/mailboxes/ledger",
        "/admin/health",
        "/desk/profile",
        "/setup/organisation",
        "/setup/mail",
        "/setup/sample",
        "/setup/done",
    ];
    for page in pages {
        for lang in ["en", "ko", "zh-Hant", "zh-Hans", "lt", "fa"] {
            let shown = office.get(&format!("{page}?lang={lang}"), &admin).await;
            assert_eq!(shown.status, StatusCode::OK, "{page} {lang}");
            assert!(
                shown.body.contains(&format!("<html lang=\"{lang}\"")),
                "{page} {lang}"
            );
            assert_eq!(shown.body.matches("<h1").count(), 1, "{page} {lang}");
            assert!(
                !shown.body.contains("style=\"") && !shown.body.contains("<script>"),
                "{page}"
            );
            for prefix in [
                ">field-",
                ">office-",
                ">setup-",
                ">health-",
                ">relay-",
                ">retention-",
                ">person-",
                ">token-",
                ">profile-",
                ">weekday-",
                ">problem-",
            ] {
                assert!(
                    !shown.body.contains(prefix),
                    "{page} {lang} shows a key: {prefix}: {}",
                    shown
                        .body
                        .split(prefix)
                        .nth(1)
                        .unwrap_or_default()
                        .split('<')
                        .next()
                        .unwrap_or_default()
                );
            }
        }
    }
}

#[tokio::test]
async fn changes_to_the_organisation_are_facts_and_stand_at_once() {
    let office = Office::set_up("192.0.10.1").await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let wrong = office.post("/admin/targets", &admin, "target-acknowledgement=1&target-assessment=9&target-update=10&target-response=5&target-closure=5").await;
    assert!(
        wrong.status == StatusCode::UNPROCESSABLE_ENTITY
            && wrong.body.contains("id=\"target-response-err\"")
    );
    let set = office.post("/admin/targets", &admin, "target-acknowledgement=1&target-assessment=%DB%B3&target-update=10&target-response=15&target-closure=5").await;
    assert_eq!(set.status, StatusCode::SEE_OTHER);
    assert!(
        office
            .get("/admin/targets", &admin)
            .await
            .body
            .contains("value=\"3\"")
    );
    let entries = office
        .house
        .db
        .read(|reader| redress_store::Read::entries(reader, Id::ORGANISATION))
        .await;
    let entries: Vec<redress_kernel::Entry> = entries
        .map_err(|error: redress_store::Error| error)
        .unwrap();
    assert_eq!(
        entries
            .iter()
            .filter(|entry| entry.kind == "organisation-set")
            .count(),
        2
    );
}

#[tokio::test]
async fn the_relays_password_is_in_no_page_and_in_no_fact() {
    let office = Office::set_up("192.0.11.1").await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let form = "relay-host=127.0.0.1&relay-port=1&relay-encryption=none&relay-from=care%40ferry.example&relay-user=care&relay-password=s3cret-of-the-relay";
    let set = office.post("/admin/mail", &admin, form).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.body);
    let page = office.get("/admin/mail", &admin).await.body;
    assert!(page.contains("care@ferry.example") && !page.contains("s3cret"));
    let entries: Result<Vec<redress_kernel::Entry>, redress_store::Error> = office
        .house
        .db
        .read(|reader| redress_store::Read::entries(reader, Id::ORGANISATION))
        .await;
    let entries = entries.unwrap();
    assert!(entries.iter().any(|entry| entry.kind == "relay-set"));
    assert!(entries.iter().all(|entry| !entry.record.contains("s3cret")));
    // Nobody listens on port 1: the test letter says so beside its field.
    let tried = office
        .post("/admin/mail/test", &admin, "test-to=aiste%40ferry.example")
        .await;
    assert!(
        tried.status == StatusCode::UNPROCESSABLE_ENTITY && tried.body.contains("does not answer"),
        "{}",
        tried.body
    );
    let said = tried.body.contains("What was said") && tried.body.contains("(127.0.0.1:1)");
    assert!(said && !tried.body.contains("s3cret"), "{}", tried.body);
}

#[tokio::test]
async fn a_way_that_is_switched_off_is_hidden_everywhere_and_own_words_are_previewed_first() {
    let office = Office::set_up("192.0.50.1").await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    assert!(
        office
            .get("/", "")
            .await
            .body
            .contains("href=\"/complain\"")
    );
    let nothing = office.post("/admin/portal", &admin, "opening-hours=").await;
    assert!(
        nothing.status == StatusCode::UNPROCESSABLE_ENTITY
            && nothing.body.contains("ways-offered-err")
    );
    let form = "ways-offered=phone&ways-offered=email&opening-hours=mon-fri+09:00-17:00&introduction-lt=Sveiki+atvyk%C4%99";
    let preview = office
        .post("/admin/portal", &admin, &format!("{form}&act=weigh"))
        .await;
    assert!(
        preview.status == StatusCode::OK && preview.body.contains("Missing in this language"),
        "{}",
        preview.body
    );
    assert!(
        office
            .get("/", "")
            .await
            .body
            .contains("href=\"/complain\""),
        "a preview saves nothing"
    );
    let saved = office.post("/admin/portal", &admin, form).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    for page in ["/", "/how", "/follow"] {
        assert!(
            !office
                .get(page, "")
                .await
                .body
                .contains("href=\"/complain\""),
            "{page}"
        );
    }
    assert_eq!(office.get("/complain", "").await.to, "/#ways");
    let home = office.get("/?lang=lt", "").await.body;
    assert!(
        home.contains("Sveiki atvykę") && home.contains("09:00"),
        "{home}"
    );
}
