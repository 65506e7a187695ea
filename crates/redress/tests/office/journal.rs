//! The journal page: who sees what of it, the check with its answer, the export.

use super::*;
use redress::serve::run_due;
use redress_kernel::Draft;
use redress_store::sql;
use serde_json::Value;

async fn checked(office: &Office, cookie: &str) {
    let asked = office.post("/admin/journal/check", cookie, "").await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER);
    let work = office
        .house
        .slices
        .iter()
        .flat_map(|slice| slice.jobs)
        .find(|work| work.kind == "journal.check")
        .unwrap();
    run_due(&office.house, work).await;
}

#[tokio::test]
async fn the_chain_is_checked_from_the_page_and_a_changed_entry_is_named_with_what_to_do() {
    let office = Office::set_up("192.0.45.1").await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let page = office.get("/admin/journal", &admin).await.body;
    assert!(
        page.contains("has not been checked")
            && page.contains("Person added")
            && page.contains("redress")
    );
    checked(&office, &admin).await;
    let page = office.get("/admin/journal", &admin).await.body;
    assert!(page.contains("Journal intact"), "{page}");

    // Somebody with the file at hand makes the owner a handler.
    let forged = office
        .house
        .db
        .write(|tx: &mut Tx| {
            tx.execute(&sql("UPDATE journal_entry SET record = REPLACE(record, 'admin', 'intake') WHERE kind = 'person-added'"))
        })
        .await;
    assert_eq!(
        forged.map_err(|error: redress_store::Error| error).unwrap(),
        1
    );
    office.pass_seconds(5);
    checked(&office, &admin).await;
    let page = office.get("/admin/journal", &admin).await.body;
    assert!(
        page.contains("is not as it was recorded") && page.contains("first entry that differs: 0"),
        "{page}"
    );
    assert!(page.contains("Change nothing") && page.contains("redress verify"));
    let health = office.get("/admin/health", &admin).await.body;
    assert!(health.contains("not as it was recorded"), "{health}");
}

#[tokio::test]
async fn an_entry_is_explained_and_exported_with_its_proof_and_without_names() {
    let office = Office::set_up("192.0.46.1").await;
    office.colleague("Jonas", Role::Handler).await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let entry = office.get("/admin/journal/0", &admin).await;
    assert_eq!(entry.status, StatusCode::OK);
    assert!(
        entry.body.contains("Person added") && entry.body.contains("signed checkpoint over"),
        "{}",
        entry.body
    );
    let page = office
        .get("/admin/journal?kind=person-added", &admin)
        .await
        .body;
    assert!(page.matches("/admin/journal/").count() >= 2);
    let export = office
        .get("/admin/journal/export?kind=person-added", &admin)
        .await
        .body;
    let lines: Vec<Value> = export
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines[0]["entries"], 2);
    assert!(lines[0]["checkpoint"].as_str().unwrap().contains("redress"));
    assert!(lines[1]["proof"].is_array() && lines[1]["record_salt"].is_string());
    for text in [&entry.body, &export, &page] {
        assert!(
            !text.contains("jonas@") && !text.contains("Jonas"),
            "{text}"
        );
    }
    assert_eq!(
        office.get("/admin/journal/99999", &admin).await.status,
        StatusCode::NOT_FOUND
    );
    let nothing = office
        .get("/admin/journal?case=BF-26-0000-000", &admin)
        .await
        .body;
    assert!(nothing.contains("Nothing was recorded like this"));
}

#[tokio::test]
async fn an_auditor_reads_the_journal_and_a_handler_does_not() {
    let office = Office::set_up("192.0.47.1").await;
    office.colleague("Vida", Role::Auditor).await;
    office.colleague("Jonas", Role::Handler).await;
    let auditor = office
        .sign_in("vida@ferry.example", PHRASE)
        .await
        .cookie
        .unwrap();
    let handler = office
        .sign_in("jonas@ferry.example", PHRASE)
        .await
        .cookie
        .unwrap();
    assert_eq!(
        office.get("/admin/journal", &auditor).await.status,
        StatusCode::OK
    );
    assert_eq!(
        office.get("/admin/journal", &handler).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        office.get("/admin/journal/export", &handler).await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn a_date_leads_to_the_entries_of_its_day() {
    let office = Office::set_up("192.0.48.1").await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    office.pass_seconds(3 * 86_400);
    let by = By::system(office.house.now());
    let later = move |tx: &mut Tx| -> Result<(), redress_store::Error> {
        let id = tx.new_id(by.at);
        let unit = redress_office::facts::UnitAdded {
            name: "Nida".into(),
        };
        tx.record(Draft::of(id, &unit), &by).map(|_| ())
    };
    office.house.db.write(later).await.unwrap();
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap_or(admin);
    let first = office
        .get("/admin/journal?from=2026-11-20&until=2026-11-20", &admin)
        .await
        .body;
    let last = office
        .get("/admin/journal?from=2026-11-23", &admin)
        .await
        .body;
    assert!(first.contains("<td>Person added</td>") && !first.contains("<td>Unit added</td>"));
    assert!(!last.contains("<td>Person added</td>") && last.contains("<td>Unit added</td>"));
}

#[tokio::test]
async fn an_administrator_finds_no_fact_of_a_case_and_a_manager_does() {
    let office = Office::set_up("192.0.49.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    office.colleague("Rasa", Role::Manager).await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let manager = office
        .sign_in("rasa@ferry.example", PHRASE)
        .await
        .cookie
        .unwrap();
    let new = NewToken {
        person: jonas,
        name: "ferry app".into(),
        scope: None,
    };
    let (random, by) = ((office.house.random)(), By::system(office.house.now()));
    let token = office
        .house
        .db
        .write(move |tx: &mut Tx| create_token(tx, &new, random, &by))
        .await
        .unwrap();
    let request = Request::post("/api/v1/complaints")
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header(header::CONTENT_TYPE, "application/json");
    let body = "{\"channel\":\"phone\",\"description\":\"Left early.\"}";
    let made: Value = serde_json::from_str(
        &office
            .send(request.body(Body::from(body)).unwrap())
            .await
            .body,
    )
    .unwrap();
    let reference = made["reference"].as_str().unwrap();
    let seq = made["receipt"]["entry"].as_i64().unwrap();

    let seen = office
        .get(&format!("/admin/journal?case={reference}"), &manager)
        .await
        .body;
    assert!(
        seen.contains("<td>Complaint received</td>") && seen.contains(reference),
        "{seen}"
    );
    assert_eq!(
        office
            .get(&format!("/admin/journal/{seq}"), &manager)
            .await
            .status,
        StatusCode::OK
    );
    let hidden = office.get("/admin/journal", &admin).await.body;
    assert!(!hidden.contains("Complaint received") && !hidden.contains(reference));
    assert_eq!(
        office
            .get(&format!("/admin/journal/{seq}"), &admin)
            .await
            .status,
        StatusCode::NOT_FOUND
    );
    let export = office.get("/admin/journal/export", &admin).await.body;
    assert!(!export.contains(reference) && !export.contains("\"received\""));
}
