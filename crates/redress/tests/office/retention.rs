//! The page of retention periods: what is typed is checked, shown again and kept as a
//! fact; who may only look finds no button.

use super::*;

const PAGE: &str = "/admin/retention";

/// Where the first request of the queue is agreed to.
fn agreement_in(queue: &str) -> String {
    let end = queue.find("/agreement").expect("a request");
    let begin = queue[..end]
        .rfind("/desk/second-eyes/")
        .expect("its address");
    queue[begin..end + "/agreement".len()].to_owned()
}

#[tokio::test]
async fn periods_are_asked_for_by_administration_and_agreed_by_a_manager() {
    let office = Office::set_up("192.0.61.1").await;
    office.colleague("Rasa", Role::Manager).await;
    office.colleague("Jonas", Role::Handler).await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let rasa = office.sign_in("rasa@ferry.example", PHRASE).await;
    let rasa = rasa.cookie.unwrap();
    let jonas = office.sign_in("jonas@ferry.example", PHRASE).await;
    let jonas = jonas.cookie.unwrap();

    let delivered = office.get(PAGE, &admin).await.body;
    assert!(delivered.contains("value=\"60\"") && delivered.contains("value=\"12\""));
    let start = office.get("/admin", &admin).await.body;
    assert!(start.contains("Check it against your law"), "{start}");

    let form = "retention-complaint=84&retention-other=%DB%B6&retention-category=&retention-months=&retention-category=06&retention-months=120";
    for may_not in [&rasa, &jonas] {
        let refused = office.post(PAGE, may_not, form).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    }
    // One alone changes nothing: without a reason it is not even asked for.
    let alone = office.post(PAGE, &admin, form).await;
    assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
    // A reason that nobody would read to its end is found too long, and stays in the form.
    let longer = format!("{form}&second-reason={}", "why+".repeat(6_000));
    let longer = office.post(PAGE, &admin, &longer).await;
    assert_eq!(longer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(longer.body.contains("aria-describedby") && longer.body.contains("why why"));
    let form = format!("{form}&second-reason=The+law+says+seven+years.");
    let asked = office.post(PAGE, &admin, &form).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
    let unchanged = office.get(PAGE, &admin).await.body;
    assert!(!unchanged.contains("value=\"84\""), "{unchanged}");
    let queue = office.get("/desk/second-eyes", &rasa).await.body;
    assert!(queue.contains("The law says seven years."), "{queue}");
    let agree = agreement_in(&queue);
    let own = office.post(&agree, &admin, "").await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", own.body);
    let none = office.post(&agree, &jonas, "").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    let agreed = office.post(&agree, &rasa, "").await;
    assert_eq!(agreed.status, StatusCode::SEE_OTHER, "{}", agreed.body);
    let shown = office.get(PAGE, &admin).await.body;
    for value in ["value=\"84\"", "value=\"6\"", "value=\"120\""] {
        assert!(shown.contains(value), "{value}: {shown}");
    }
    assert!(shown.contains("<option value=\"06\" selected>"), "{shown}");
    let persian = office.get(&format!("{PAGE}?lang=fa"), &admin).await.body;
    assert!(persian.contains("value=\"۱۲۰\""), "{persian}");
    let start = office.get("/admin", &admin).await.body;
    assert!(!start.contains("Check it against your law"));

    let looked = office.get(PAGE, &rasa).await;
    assert_eq!(looked.status, StatusCode::OK);
    assert!(looked.body.contains("value=\"84\""), "{}", looked.body);
    assert!(!looked.body.contains("value=\"weigh\""), "{}", looked.body);
    assert_eq!(office.get(PAGE, &jonas).await.status, StatusCode::FORBIDDEN);
    let away = office.get(PAGE, "").await;
    assert!(away.to.starts_with("/sign-in?next="));
}

#[tokio::test]
async fn what_cannot_be_a_period_is_said_beside_it_and_nothing_is_lost() {
    let office = Office::set_up("192.0.62.1").await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let form = "retention-complaint=601&retention-other=12&retention-category=06&retention-months=&retention-category=01&retention-months=36";
    let wrong = office.post(PAGE, &admin, form).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for there in [
        "id=\"retention-complaint-err\"",
        "id=\"retention-lines-err\"",
        "value=\"601\"",
        "value=\"36\"",
        "<option value=\"06\" selected>",
    ] {
        assert!(wrong.body.contains(there), "{there}: {}", wrong.body);
    }
    let entries: Result<Vec<redress_kernel::Entry>, redress_store::Error> = office
        .house
        .db
        .read(|reader| redress_store::Read::entries(reader, Id::ORGANISATION))
        .await;
    let set = |entry: &&redress_kernel::Entry| entry.kind == "organisation-set";
    assert_eq!(entries.unwrap().iter().filter(set).count(), 1);
}
