//! The lists of the organisation: whatever offers or names a category reads them.

use super::*;
use serde_json::{Value, json};

async fn api(office: &Office, token: &str, body: Value) -> Answer {
    let request = Request::post("/api/v1/complaints")
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header(header::CONTENT_TYPE, "application/json");
    office
        .send(request.body(Body::from(body.to_string())).unwrap())
        .await
}

async fn token_of(office: &Office, person: Id) -> String {
    let new = NewToken {
        person,
        name: "ferry app".into(),
        scope: None,
    };
    let (random, by) = ((office.house.random)(), By::system(office.house.now()));
    office
        .house
        .db
        .write(move |tx: &mut Tx| create_token(tx, &new, random, &by))
        .await
        .unwrap()
}

/// The list as its page shows it, with one category taken off.
fn without(code: &str) -> String {
    let codes = (1..=35).map(|n| format!("{n:02}"));
    let parts: Vec<String> = codes
        .enumerate()
        .map(|(at, its)| {
            let offered = if its == code {
                String::new()
            } else {
                format!("&offered={its}")
            };
            format!("place-{its}={}{offered}", at + 1)
        })
        .collect();
    parts.join("&")
}

#[tokio::test]
async fn own_words_stand_wherever_a_category_is_named_and_a_retired_one_stays_readable() {
    let office = Office::set_up("192.0.40.1").await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let desk = office
        .sign_in("jonas@ferry.example", PHRASE)
        .await
        .cookie
        .unwrap();
    let token = token_of(&office, jonas).await;
    let late =
        json!({ "channel": "phone", "description": "The ferry left early.", "category": "06" });

    let worded = office
        .post(
            "/admin/categories/06",
            &admin,
            "word-en=Rude+crew&word-lt=Grubi+%C4%AFgula",
        )
        .await;
    assert_eq!(worded.status, StatusCode::SEE_OTHER, "{}", worded.body);
    assert_eq!(
        api(&office, &token, late.clone()).await.status,
        StatusCode::CREATED
    );
    let list = office.get("/desk?queue=all&category=06", &desk).await.body;
    assert!(list.contains("Rude crew") && !list.contains("Poor service"));
    let list = office
        .get("/desk?queue=all&category=06&lang=lt", &desk)
        .await
        .body;
    assert!(list.contains("Grubi įgula"));
    // A language without an own word has ours.
    let list = office
        .get("/desk?queue=all&category=06&lang=ko", &desk)
        .await
        .body;
    assert!(list.contains("서비스 불량"));

    let retired = office
        .post("/admin/categories", &admin, &without("06"))
        .await;
    assert_eq!(retired.status, StatusCode::SEE_OTHER, "{}", retired.body);
    assert_eq!(
        api(&office, &token, late).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let form = office.get("/desk/new", &desk).await.body;
    assert!(!form.contains("Rude crew") && form.contains("Faulty product"));
    let list = office.get("/desk?queue=all&category=06", &desk).await.body;
    assert!(list.contains("Rude crew"), "retired and still found");
    let described: Value =
        serde_json::from_str(&office.get("/openapi.json", "").await.body).unwrap();
    let codes =
        &described["components"]["schemas"]["NewComplaint"]["properties"]["category"]["enum"];
    assert!(
        !codes.as_array().unwrap().contains(&json!("06")) && codes.as_array().unwrap().len() == 34
    );
}

#[tokio::test]
async fn an_own_category_and_an_own_remedy_are_offered_from_now_on() {
    let office = Office::set_up("192.0.41.1").await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let token = token_of(&office, jonas).await;
    let jetty =
        json!({ "channel": "phone", "description": "The jetty is wet.", "category": "jetty" });
    assert_eq!(
        api(&office, &token, jetty.clone()).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let wrong = office
        .post(
            "/admin/categories/new",
            &admin,
            "term-code=06&word-en=Jetty",
        )
        .await;
    assert!(
        wrong.status == StatusCode::UNPROCESSABLE_ENTITY
            && wrong.body.contains("id=\"term-code-err\"")
    );
    let added = office
        .post(
            "/admin/categories/new",
            &admin,
            "term-code=jetty&word-en=The+jetty",
        )
        .await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    assert_eq!(
        api(&office, &token, jetty).await.status,
        StatusCode::CREATED
    );
    let page = office.get("/admin/categories", &admin).await.body;
    assert!(
        page.contains("The jetty") && page.contains("한국어"),
        "missing languages are named"
    );
    let added = office
        .post(
            "/admin/remedies/new",
            &admin,
            "term-code=free-trip&word-en=A+free+trip",
        )
        .await;
    assert_eq!(added.status, StatusCode::SEE_OTHER);
    assert!(office.get("/complain", "").await.body.len() > 100);
    let changes = office
        .house
        .db
        .read(|reader| redress_store::Read::entries(reader, Id::ORGANISATION))
        .await;
    let changes: Vec<redress_kernel::Entry> = changes
        .map_err(|error: redress_store::Error| error)
        .unwrap();
    assert_eq!(changes.len(), 3, "each change is a fact");
}

#[tokio::test]
async fn a_manager_may_look_at_the_lists_and_not_change_them() {
    let office = Office::set_up("192.0.42.1").await;
    office.colleague("Rasa", Role::Manager).await;
    let manager = office
        .sign_in("rasa@ferry.example", PHRASE)
        .await
        .cookie
        .unwrap();
    assert_eq!(
        office.get("/admin/categories", &manager).await.status,
        StatusCode::OK
    );
    let tried = office
        .post("/admin/categories/06", &manager, "word-en=Crew")
        .await;
    assert_eq!(tried.status, StatusCode::FORBIDDEN);
    assert_eq!(
        office.get("/admin/categories/99", &manager).await.status,
        StatusCode::NOT_FOUND
    );
}
