//! The newest checkpoint goes to people outside the house: once a day when something was
//! recorded, once a week when nothing was, and its file holds against the journal.

use super::*;
use crate::smtp_sink::{Message, SmtpSink};
use redress::serve::run_due;
use redress_complaint::slice::Work;
use redress_office::checkpoints::{MAIL, plan};
use redress_store::{Read, note::Checkpoint};

const DAY: i64 = 86_400;
const FORM: &str = "checkpoint-addresses=audit%40north.example%0D%0Acert%40body.example\
    &checkpoint-hour=9&checkpoint-language=lt";

async fn with_relay(office: &Office, sink: &SmtpSink) -> String {
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let form = format!(
        "relay-host=127.0.0.1&relay-port={}&relay-encryption=none&relay-from=care%40ferry.example",
        sink.address.port()
    );
    let set = office.post("/admin/mail", &admin, &form).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.body);
    admin
}

/// What a server does meanwhile.
async fn works(office: &Office) {
    let house = office.house.clone();
    let planned = tokio::task::spawn_blocking(move || while plan(&house).unwrap() {});
    planned.await.unwrap();
    let mut all = redress::house::SLICES.iter().flat_map(|slice| slice.jobs);
    let work: &'static Work = all.find(|work| work.kind == MAIL).unwrap();
    run_due(&office.house, work).await;
}

fn file(letter: &Message) -> String {
    letter.part("text/plain")
}

#[tokio::test(flavor = "multi_thread")]
async fn outsiders_get_the_newest_checkpoint_once_a_day_while_something_is_recorded() {
    let office = Office::set_up("192.0.124.1").await;
    let sink = SmtpSink::start();
    let admin = with_relay(&office, &sink).await;
    let page = office.get("/admin/checkpoints", &admin).await.body;
    assert!(page.contains("Nobody outside the organisation"), "{page}");
    let set = office.post("/admin/checkpoints", &admin, FORM).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.body);
    works(&office).await;
    assert!(sink.messages().is_empty(), "08:00, and the hour is 9");
    office.pass_seconds(3600);
    works(&office).await;
    works(&office).await;
    let letters = sink.messages();
    let mut to: Vec<&str> = letters.iter().map(|one| one.to[0].as_str()).collect();
    to.sort_unstable();
    assert_eq!(
        to,
        ["audit@north.example", "cert@body.example"],
        "each once"
    );
    let text = file(&letters[0]);
    assert!(
        text.contains("kontrolinis taškas"),
        "in their language: {text}"
    );
    let note = office
        .db
        .read_now(|reader| reader.checkpoint())
        .unwrap()
        .unwrap();
    assert!(text.contains(note.lines().nth(2).unwrap()), "{text}");
    assert!(letters[0].data.contains("checkpoint-"), "as a file too");
    // An hour without a click ends a session.
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let page = office.get("/admin/checkpoints", &admin).await.body;
    assert!(
        page.contains("Last sent") && !page.contains("nothing sent yet"),
        "{page}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_week_without_a_change_is_said_once_and_a_stop_is_undone() {
    let office = Office::set_up("192.0.124.2").await;
    let sink = SmtpSink::start();
    let admin = with_relay(&office, &sink).await;
    let one = "checkpoint-addresses=audit%40north.example&checkpoint-hour=0&checkpoint-language=en";
    office.post("/admin/checkpoints", &admin, one).await;
    works(&office).await;
    assert_eq!(sink.messages().len(), 1);
    for _ in 0..6 {
        office.pass_seconds(DAY);
        works(&office).await;
    }
    assert_eq!(sink.messages().len(), 1, "nothing was recorded");
    office.pass_seconds(DAY);
    works(&office).await;
    let letters = sink.messages();
    assert_eq!(letters.len(), 2);
    assert!(file(&letters[1]).contains("Nothing was recorded"));
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let stopped = office.post("/admin/checkpoints/stop", &admin, "").await;
    assert_eq!(stopped.status, StatusCode::SEE_OTHER);
    let page = office.get("/admin/checkpoints", &admin).await.body;
    assert!(
        page.contains("audit@north.example") && page.contains("Start again"),
        "{page}"
    );
    office.pass_seconds(DAY);
    works(&office).await;
    assert_eq!(sink.messages().len(), 2, "stopped");
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    office.post("/admin/checkpoints/resume", &admin, "").await;
    works(&office).await;
    assert_eq!(
        sink.messages().len(),
        3,
        "stopping and starting were recorded"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_holds_against_the_journal_and_an_older_state_does_not() {
    let office = Office::set_up("192.0.124.3").await;
    let keys = office.db.keys().verifiers();
    let note = office
        .db
        .read_now(|reader| reader.checkpoint())
        .unwrap()
        .unwrap();
    let kept = Checkpoint::open(&note, &keys).unwrap();
    let holds = |size: i64, root| {
        office
            .db
            .read_now(move |reader| redress_store::continues(reader, size, &root))
            .unwrap()
    };
    assert!(holds(kept.size, kept.root));
    assert!(
        !holds(kept.size + 1, kept.root),
        "a state that is not there yet"
    );
    assert!(!holds(kept.size, [7; 32]), "another journal");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_administrators_name_outsiders_and_a_slip_is_refused_beside_its_field() {
    let office = Office::set_up("192.0.124.4").await;
    office.colleague("Jonas", Role::Manager).await;
    let manager = office
        .sign_in("jonas@ferry.example", PHRASE)
        .await
        .cookie
        .unwrap();
    let refused = office.post("/admin/checkpoints", &manager, FORM).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let slip = FORM.replace("%40body", "");
    let refused = office.post("/admin/checkpoints", &admin, &slip).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.body.contains("checkpoint-addresses-err"),
        "{}",
        refused.body
    );
    let entries = office
        .db
        .read_now(|reader| Read::entries_from(reader, 0, 200));
    for entry in entries.unwrap() {
        assert!(!entry.record.contains("north.example"), "{}", entry.record);
    }
}
