//! Who lets somebody in, gives them more, opens names or names another way to sign in: two
//! people where there are two, and where there is one it is done and said.

use super::*;
use redress_kernel::Entry;
use redress_store::{Error, Read, Reader, sql};

const PEOPLE: &str = "/admin/people";
const QUEUE: &str = "/desk/second-eyes";
const NIDA: &str = "name=Nida&email=nida%40ferry.example&role=handler&unit=&language=";

async fn requests(office: &Office, state: &'static str) -> Vec<Id> {
    let read = move |reader: &mut Reader| -> Result<Vec<Id>, Error> {
        let query =
            sql("SELECT id FROM second_request WHERE state = $1 ORDER BY asked_at, id LIMIT 50");
        reader.rows(&query.arg(state), |row| row.id(0))
    };
    office.house.db.read(read).await.unwrap()
}

async fn role_of(office: &Office, email: &'static str) -> Option<String> {
    let read = move |reader: &mut Reader| -> Result<Option<String>, Error> {
        let query = sql("SELECT role FROM person WHERE email = $1").arg(email);
        reader.one(&query, |row| row.text(0))
    };
    office.house.db.read(read).await.unwrap()
}

async fn cookie(office: &Office, email: &str) -> String {
    office.sign_in(email, PHRASE).await.cookie.unwrap()
}

#[tokio::test]
async fn nobody_lets_a_colleague_in_alone_where_somebody_else_could_look() {
    let office = Office::set_up("192.0.120.1").await;
    office.colleague("Rasa", Role::Representative).await;
    office.colleague("Tomas", Role::Manager).await;
    let admin = cookie(&office, OWNER).await;
    let why_missing = office.post(PEOPLE, &admin, NIDA).await;
    assert_eq!(why_missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        why_missing.body.contains("own-second-reason")
            || why_missing.body.contains("second-reason-err")
    );
    let form = format!("{NIDA}&second-reason=She+answers+the+telephone.");
    let asked = office.post(PEOPLE, &admin, &form).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
    assert!(!asked.body.contains("/welcome/"));
    assert_eq!(role_of(&office, "nida@ferry.example").await, None);
    let list = office.get(PEOPLE, &admin).await.body;
    assert!(list.contains("Wait for a second person") && list.contains("Nida"));
    let [request] = requests(&office, "open").await[..] else {
        panic!("one request")
    };
    let agree = format!("{QUEUE}/{request}/agreement");
    let own = office.post(&agree, &admin, "").await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", own.body);
    let manager = cookie(&office, "tomas@ferry.example").await;
    assert_eq!(
        office.post(&agree, &manager, "").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(role_of(&office, "nida@ferry.example").await, None);
    let rasa = cookie(&office, "rasa@ferry.example").await;
    let queue = office.get(QUEUE, &rasa).await.body;
    assert!(
        queue.contains("She answers the telephone.") && queue.contains("Handler"),
        "{queue}"
    );
    let agreed = office.post(&agree, &rasa, "").await;
    assert_eq!(agreed.status, StatusCode::SEE_OTHER, "{}", agreed.body);
    assert_eq!(
        role_of(&office, "nida@ferry.example").await.as_deref(),
        Some("handler")
    );
    // Nobody decided alone.
    assert!(
        office
            .get(QUEUE, &rasa)
            .await
            .body
            .contains("Nothing was decided by one person alone")
    );
}

#[tokio::test]
async fn an_office_with_one_administrator_goes_on_and_what_was_decided_alone_is_said() {
    let office = Office::set_up("192.0.121.1").await;
    office.colleague("Jonas", Role::Auditor).await;
    let admin = cookie(&office, OWNER).await;
    let invited = office.post(PEOPLE, &admin, NIDA).await;
    assert_eq!(invited.status, StatusCode::OK, "{}", invited.body);
    assert!(invited.body.contains("/welcome/"));
    assert_eq!(requests(&office, "alone").await.len(), 1);
    // Who audits reads it; a role that opens nothing is no matter for two.
    let staff = "name=Ona&email=ona%40ferry.example&role=staff&unit=&language=";
    office.post(PEOPLE, &admin, staff).await;
    assert_eq!(requests(&office, "alone").await.len(), 1);
    let auditor = cookie(&office, JONAS_AUDITS).await;
    let page = office.get(QUEUE, &auditor).await.body;
    assert!(
        page.contains("Decided by one person") && page.contains("Nida"),
        "{page}"
    );
    // Of those who were not asked and do not audit nobody does.
    office.colleague("Boris", Role::Handler).await;
    let handler = cookie(&office, "boris@ferry.example").await;
    assert!(
        !office
            .get(QUEUE, &handler)
            .await
            .body
            .contains("Decided by one person")
    );
}

const JONAS_AUDITS: &str = "jonas@ferry.example";

#[tokio::test]
async fn more_rights_wait_for_another_and_never_for_the_one_who_gets_them() {
    let office = Office::set_up("192.0.122.1").await;
    let rasa = office.colleague("Rasa", Role::Representative).await;
    let nida = office.colleague("Nida", Role::Intake).await;
    let admin = cookie(&office, OWNER).await;
    let form = "name=Nida&email=nida%40ferry.example&role=manager&unit=&second-reason=She+leads.";
    let page = format!("{PEOPLE}/{nida}");
    let asked = office.post(&page, &admin, form).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
    assert_eq!(
        role_of(&office, "nida@ferry.example").await.as_deref(),
        Some("intake")
    );
    let [request] = requests(&office, "open").await[..] else {
        panic!("one request")
    };
    let theirs = cookie(&office, "rasa@ferry.example").await;
    office
        .post(&format!("{QUEUE}/{request}/agreement"), &theirs, "")
        .await;
    assert_eq!(
        role_of(&office, "nida@ferry.example").await.as_deref(),
        Some("manager")
    );
    // Fewer rights wait for nobody.
    let less = "name=Nida&email=nida%40ferry.example&role=intake&unit=";
    office.post(&page, &admin, less).await;
    assert_eq!(
        role_of(&office, "nida@ferry.example").await.as_deref(),
        Some("intake")
    );
    // To be made an administrator is nothing that Rasa agrees to herself: nobody else is
    // there, so it is done by one and said.
    let more = "name=Rasa&email=rasa%40ferry.example&role=admin&unit=";
    let page = format!("{PEOPLE}/{rasa}");
    let done = office.post(&page, &admin, more).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert_eq!(
        role_of(&office, "rasa@ferry.example").await.as_deref(),
        Some("admin")
    );
    assert_eq!(requests(&office, "alone").await.len(), 1);
}

#[tokio::test]
async fn whom_a_request_is_about_neither_finds_it_nor_agrees_to_it() {
    let office = Office::set_up("192.0.123.1").await;
    let rasa = office.colleague("Rasa", Role::Representative).await;
    office.colleague("Jonas", Role::Admin).await;
    let admin = cookie(&office, OWNER).await;
    let more = "name=Rasa&email=rasa%40ferry.example&role=admin&unit=&second-reason=Jonas+leaves.";
    office.post(&format!("{PEOPLE}/{rasa}"), &admin, more).await;
    let [request] = requests(&office, "open").await[..] else {
        panic!("one request")
    };
    let theirs = cookie(&office, "rasa@ferry.example").await;
    assert!(
        !office
            .get(QUEUE, &theirs)
            .await
            .body
            .contains("Jonas leaves.")
    );
    let own = office
        .post(&format!("{QUEUE}/{request}/agreement"), &theirs, "")
        .await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", own.body);
    assert_eq!(
        role_of(&office, "rasa@ferry.example").await.as_deref(),
        Some("representative")
    );
    let jonas = cookie(&office, JONAS_AUDITS).await;
    office
        .post(&format!("{QUEUE}/{request}/agreement"), &jonas, "")
        .await;
    assert_eq!(
        role_of(&office, "rasa@ferry.example").await.as_deref(),
        Some("admin")
    );
}

async fn organisation_of(office: &Office) -> Organisation {
    let read = |reader: &mut Reader| redress_complaint::house::organisation(reader);
    office.house.db.read(read).await.unwrap()
}

const ORGANISATION: &str = "organisation-name=Blue+Ferry+Co.&time-zone=Europe%2FVilnius&reference-prefix=RD&languages=en&first-language=en&currency=EUR";

#[tokio::test]
async fn names_are_opened_to_everybody_by_two_and_closed_again_by_one() {
    let office = Office::set_up("192.0.124.1").await;
    office.colleague("Rasa", Role::Representative).await;
    let admin = cookie(&office, OWNER).await;
    let open = format!(
        "{ORGANISATION}&who-knows-names=open&office-phone=0800&second-reason=We+are+three."
    );
    let asked = office.post("/admin/organisation", &admin, &open).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
    let it = organisation_of(&office).await;
    assert!(!it.names_for_all());
    assert_eq!(it.phone, "0800", "the rest holds at once");
    let [request] = requests(&office, "open").await[..] else {
        panic!("one request")
    };
    let rasa = cookie(&office, "rasa@ferry.example").await;
    office
        .post(&format!("{QUEUE}/{request}/agreement"), &rasa, "")
        .await;
    assert!(organisation_of(&office).await.names_for_all());
    let close = format!("{ORGANISATION}&who-knows-names=need-to-know");
    office.post("/admin/organisation", &admin, &close).await;
    assert!(!organisation_of(&office).await.names_for_all());
}

#[tokio::test]
async fn another_way_to_sign_in_is_named_by_two_and_its_secret_travels_sealed() {
    let office = Office::set_up("192.0.125.1").await;
    office.colleague("Rasa", Role::Representative).await;
    let admin = cookie(&office, OWNER).await;
    let form = "provider-name=Blue+Ferry&provider-issuer=https%3A%2F%2Fid.ferry.example&provider-client=redress\
        &provider-secret=a+secret+of+the+test&provider-scopes=openid+email&provider-email-claim=email\
        &second-reason=One+password+for+all.";
    let asked = office.post("/admin/providers", &admin, form).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
    assert!(organisation_of(&office).await.providers.is_empty());
    let [request] = requests(&office, "open").await[..] else {
        panic!("one request")
    };
    let read = move |reader: &mut Reader| reader.entries(request);
    let entries: Vec<Entry> = office.house.db.read(read).await.unwrap();
    let text = entries[0].personal.present().cloned().unwrap();
    assert!(
        text.contains("second-sealed") && !text.contains("a secret of the test"),
        "{text}"
    );
    let rasa = cookie(&office, "rasa@ferry.example").await;
    let queue = office.get(QUEUE, &rasa).await.body;
    assert!(
        queue.contains("id.ferry.example") && !queue.contains("sealed1:"),
        "{queue}"
    );
    office
        .post(&format!("{QUEUE}/{request}/agreement"), &rasa, "")
        .await;
    assert_eq!(organisation_of(&office).await.providers.len(), 1);
    let one = office.get("/admin/providers/blue-ferry", &admin).await.body;
    assert!(one.contains("Leave this empty to keep it"), "{one}");
}

#[tokio::test]
async fn periods_and_the_rules_of_objectivity_ask_anew_who_it_is() {
    let office = Office::set_up("192.0.126.1").await;
    let admin = cookie(&office, OWNER).await;
    office.pass_seconds(301);
    for (path, form) in [
        (
            "/admin/retention",
            "retention-complaint=84&retention-other=6",
        ),
        ("/admin/objectivity", "declarations=person&glass-hours=4"),
    ] {
        let asked = office.post(path, &admin, form).await;
        assert!(
            asked.body.contains("Please show that it is you"),
            "{path}: {}",
            asked.status
        );
    }
    // The control: a setting that opens nothing does not ask.
    let plain = office.post("/admin/units", &admin, "name=Pier").await;
    assert!(
        !plain.body.contains("Please show that it is you"),
        "{}",
        plain.status
    );
}
