//! The first page of administration follows what is recorded; a colleague is
//! invited by mail, and by hand where no mail goes.

use super::*;
use crate::smtp_sink::{Mood, SmtpSink};
use redress_kernel::Draft;
use redress_office::facts::RelaySet;

async fn signed_in(office: &Office) -> String {
    office.sign_in(OWNER, PHRASE).await.cookie.unwrap()
}

async fn relay(office: &Office, sink: &SmtpSink) {
    let set = RelaySet {
        host: "127.0.0.1".to_owned(),
        port: sink.address.port(),
        encryption: "none".to_owned(),
        from: "complaints@ferry.example".to_owned(),
    };
    let by = By::system(office.house.now());
    let write = move |tx: &mut Tx| -> Result<(), redress_store::Error> {
        let id = tx.new_id(by.at);
        tx.record(Draft::of(id, &set), &by).map(|_| ())
    };
    office.house.db.write(write).await.unwrap();
}

#[tokio::test]
async fn each_step_goes_as_soon_as_its_fact_is_there() {
    let office = Office::set_up("192.0.2.71").await;
    let cookie = signed_in(&office).await;
    let first = office.get("/admin", &cookie).await.body;
    assert!(
        first.contains("6 steps are left") || first.contains(">6</bdi> steps are left"),
        "{first}"
    );
    assert!(first.contains("Nobody handles complaints yet"));
    office.colleague("Jonas", Role::Handler).await;
    let now = office.house.now();
    let mark = move |tx: &mut Tx| redress_office::mark_backup(tx, now, 3);
    office.house.db.write(mark).await.unwrap();
    let then = office.get("/admin", &cookie).await.body;
    assert!(!then.contains("Nobody handles complaints yet"));
    assert!(!then.contains("There is no backup yet"));
    assert!(
        then.contains("No mail relay is set"),
        "what is not done stays"
    );
    let health = office.get("/admin/health", &cookie).await.body;
    assert!(
        health.contains("Made:"),
        "the backup is told on the health page"
    );
    office.pass_seconds(5 * 86_400);
    let cookie = signed_in(&office).await;
    let health = office.get("/admin/health", &cookie).await.body;
    assert!(
        health.contains("The last one was made:"),
        "an old backup is a warning"
    );
}

#[tokio::test]
async fn an_invitation_goes_by_mail_and_its_link_is_not_on_the_page() {
    let office = Office::set_up("192.0.2.72").await;
    let sink = SmtpSink::start();
    relay(&office, &sink).await;
    let cookie = signed_in(&office).await;
    let form = "name=Nida&email=nida%40ferry.example&role=handler&unit=&language=lt";
    let answer = office.post("/admin/people", &cookie, form).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert!(
        !answer.body.contains("/welcome/"),
        "a secret on a screen for nothing"
    );
    let letters = sink.messages();
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].to, ["nida@ferry.example"]);
    let plain = letters[0].part("text/plain");
    assert!(
        plain.contains("Kviečiame"),
        "in the language of the invited: {plain}"
    );
    let link = welcome_in(&plain);
    let used = office.post(&link, "", "password=the+gulls+were+loud").await;
    assert_eq!(used.status, StatusCode::SEE_OTHER, "{}", used.body);
    assert_eq!(
        office.get(&link, "").await.status,
        StatusCode::NOT_FOUND,
        "it works once"
    );
}

#[tokio::test]
async fn a_relay_that_does_not_take_it_leaves_the_link_to_hand_over() {
    let office = Office::set_up("192.0.2.73").await;
    let sink = SmtpSink::start();
    sink.set(Mood::Never);
    relay(&office, &sink).await;
    let cookie = signed_in(&office).await;
    let form = "name=Nida&email=nida%40ferry.example&role=handler&unit=&language=";
    let answer = office.post("/admin/people", &cookie, form).await;
    assert!(
        answer.body.contains("did not take the letter"),
        "{}",
        answer.body
    );
    let link = welcome_in(&answer.body);
    assert_eq!(office.get(&link, "").await.status, StatusCode::OK);
    let person = person_of(&office, &cookie).await;
    let page = office.get(&person, &cookie).await.body;
    assert!(page.contains("A link is out"));
    let revoked = office
        .post(&format!("{person}/link/revocation"), &cookie, "")
        .await;
    assert_eq!(revoked.status, StatusCode::SEE_OTHER);
    assert_eq!(
        office.get(&link, "").await.status,
        StatusCode::NOT_FOUND,
        "revoked"
    );
    let page = office.get(&person, &cookie).await.body;
    assert!(!page.contains("A link is out"));
}

#[tokio::test]
async fn an_invitation_runs_out_and_a_new_one_replaces_it() {
    let office = Office::set_up("192.0.2.74").await;
    let cookie = signed_in(&office).await;
    let form = "name=Nida&email=nida%40ferry.example&role=handler&unit=&language=";
    let first = welcome_in(&office.post("/admin/people", &cookie, form).await.body);
    let person = person_of(&office, &cookie).await;
    let second = office
        .post(&format!("{person}/link"), &cookie, "")
        .await
        .body;
    let second = welcome_in(&second);
    assert_eq!(
        office.get(&first, "").await.status,
        StatusCode::NOT_FOUND,
        "replaced"
    );
    assert_eq!(office.get(&second, "").await.status, StatusCode::OK);
    office.pass_seconds(8 * 86_400);
    assert_eq!(
        office.get(&second, "").await.status,
        StatusCode::NOT_FOUND,
        "run out"
    );
}

fn welcome_in(text: &str) -> String {
    let from = text.find("/welcome/").unwrap();
    let rest = &text[from..];
    let end = rest.find(|c: char| !(c.is_alphanumeric() || "/-_".contains(c)));
    rest[..end.unwrap_or(rest.len())].to_owned()
}

/// The page of Nida, from the list.
async fn person_of(office: &Office, cookie: &str) -> String {
    let list = office.get("/admin/people", cookie).await.body;
    let at = list.find("Nida").unwrap();
    let before = &list[..at];
    let from = before.rfind("/admin/people/").unwrap();
    let rest = &list[from..];
    rest[..rest.find(['"', '?']).unwrap()].to_owned()
}
