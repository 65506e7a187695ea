//! One complaint's way through clause 7, told through the API, on both engines.
//! The same run writes docs/one-complaint.md: journal lines with the code that
//! decides them. `UPDATE_GOLDEN=1` writes it anew; a stale page is a red test.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::print_stderr
)]

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode},
};
use redress::{
    clock,
    demo::PEOPLE,
    house::{SLICES, wiring},
    serve::{application, open_house},
};
use redress_complaint::{
    House,
    case::MessageState,
    facts::MessageSent,
    record::{find, id_of},
};
use redress_kernel::{By, Draft, Id, Instant, Organisation, instant::Clock};
use redress_office::{Fault, NewPerson, NewToken, SetUp, add_person, create_token, setup};
use redress_store::{Db, Error, Keys, Location, Read, rebuild_check, verify};
use serde_json::{Value, json};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};
use tower::ServiceExt;

/// A clock that the story moves: Monday 2 March 2026, nine o'clock in Vilnius.
struct StoryClock(AtomicI64);

impl Clock for StoryClock {
    fn now(&self) -> Instant {
        Instant::from_micros(self.0.load(Ordering::SeqCst))
    }
}

struct Office {
    house: House,
    app: Router,
    clock: Arc<StoryClock>,
    tokens: Vec<(&'static str, Id, String)>,
}

impl Office {
    fn open(at: &Location, keys: Keys) -> Office {
        let start: Instant = "2026-03-02T07:00:00Z".parse().unwrap();
        let clock = Arc::new(StoryClock(AtomicI64::new(start.micros())));
        let db = Db::open(at, keys, wiring()).unwrap();
        let house = open_house(
            db,
            clock.clone(),
            redress_office::who_is,
            "http://localhost",
        );
        let organisation = Organisation {
            name: "Blue Ferry Co.".into(),
            time_zone: "Europe/Vilnius".into(),
            prefix: "BF".into(),
            external_body: "Ferry Ombudsman".into(),
            ..Organisation::default()
        };
        let tokens = house
            .db
            .write_now(move |tx| -> Result<_, Fault> {
                let owner = SetUp {
                    organisation,
                    admin_name: "Sam".into(),
                    admin_email: "sam@ferry.example".into(),
                    password_hash: None,
                    language: None,
                };
                setup(tx, owner, start)?;
                let mut tokens = Vec::new();
                for (key, name, email, role) in PEOPLE.iter().skip(1) {
                    let new = NewPerson {
                        name: (*name).into(),
                        email: (*email).into(),
                        role: *role,
                        unit: None,
                        language: None,
                    };
                    let person = add_person(tx, &new, &By::system(start))?;
                    let token = NewToken {
                        person,
                        name: "journey".into(),
                        scope: None,
                    };
                    tokens.push((
                        *key,
                        person,
                        create_token(tx, &token, clock::random(), &By::system(start))?,
                    ));
                }
                Ok(tokens)
            })
            .unwrap();
        let app = application(&house);
        Office {
            house,
            app,
            clock,
            tokens,
        }
    }

    fn person(&self, who: &str) -> Id {
        self.tokens.iter().find(|(key, ..)| *key == who).unwrap().1
    }

    async fn call(&self, who: &str, method: &str, path: &str, body: Value) -> (StatusCode, Value) {
        let token = &self.tokens.iter().find(|(key, ..)| *key == who).unwrap().2;
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("authorization", format!("Bearer {token}"))
            .header("content-type", "application/json")
            .body(if body.is_null() {
                Body::empty()
            } else {
                Body::from(body.to_string())
            })
            .unwrap();
        let answer = self.app.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        let bytes = to_bytes(answer.into_body(), 1 << 20).await.unwrap();
        (
            status,
            serde_json::from_slice(&bytes).unwrap_or(Value::Null),
        )
    }

    /// The verb is done, and whatever it wrote to people is taken by the relay a minute later.
    async fn does(&self, who: &str, reference: &str, verb: &str, body: Value) -> Value {
        self.later(3600);
        let path = format!("/api/v1/complaints/{reference}/{verb}");
        let (status, case) = self.call(who, "POST", &path, body).await;
        assert_eq!(status, StatusCode::OK, "{verb}: {case}");
        self.deliver(reference);
        case
    }

    async fn refused(
        &self,
        who: &str,
        reference: &str,
        verb: &str,
        body: Value,
    ) -> (StatusCode, Value) {
        let path = format!("/api/v1/complaints/{reference}/{verb}");
        self.call(who, "POST", &path, body).await
    }

    fn later(&self, seconds: i64) {
        self.clock
            .0
            .fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    fn deliver(&self, reference: &str) {
        self.later(60);
        let (now, reference) = (self.clock.now(), reference.to_owned());
        self.house
            .db
            .write_now(move |tx| -> Result<(), Error> {
                let id = id_of(tx, &reference)?.unwrap();
                let case = find(tx, id)?.unwrap();
                for message in case
                    .messages
                    .iter()
                    .filter(|m| m.state == MessageState::Queued)
                {
                    let fact = MessageSent {
                        message: message.id,
                        way: message.way.clone(),
                    };
                    tx.record(Draft::of(id, &fact), &By::system(now))?;
                }
                Ok(())
            })
            .unwrap();
    }
}

/// The way of one complaint: upheld, answered, not accepted, reviewed by somebody
/// else, changed, accepted, put right, closed. Returns its reference.
async fn the_ferry_left_early(office: &Office) -> String {
    let body = json!({
        "channel": "phone", "subject": "The ferry left early", "description": "It left at 8:50, the timetable says 9:00.",
        "category": "06", "remedies_sought": ["14"],
        "complainant": { "name": "Rasa Jankauskienė", "email": "rasa@example.org", "language": "lt" },
    });
    let (status, receipt) = office
        .call("intake", "POST", "/api/v1/complaints", body)
        .await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
    let reference = receipt["reference"].as_str().unwrap().to_owned();
    assert!(reference.starts_with("BF-26-"));
    office.deliver(&reference);
    let r = reference.as_str();
    let (handler, manager) = (
        office.person("handler").to_string(),
        office.person("manager").to_string(),
    );

    office
        .does("handler", r, "assignment", json!({ "colleague": handler }))
        .await;
    // Nothing is investigated before it was assessed, and nothing decided before it was found out.
    let (status, refusal) = office
        .refused("handler", r, "decision", json!({ "summary": "No." }))
        .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{refusal}");
    let assessed = json!({ "severity": "medium", "complexity": "low", "impact": "low", "rationale": "One sailing, several passengers." });
    assert_eq!(
        office.does("handler", r, "assessment", assessed).await["stage"],
        "assessed"
    );
    let plan = json!({ "plan": "Read the log of the bridge.", "impartial": true });
    assert_eq!(
        office.does("handler", r, "investigation", plan).await["stage"],
        "investigating"
    );
    let finding = json!({ "issue": 1, "finding": "partly", "cause": "process", "finding-reason": "The log shows 8:55." });
    assert_eq!(
        office.does("handler", r, "finding", finding).await["stage"],
        "deciding"
    );
    let told = office
        .does(
            "handler",
            r,
            "decision",
            json!({ "summary": "The ferry left five minutes early. We are sorry." }),
        )
        .await;
    assert_eq!(told["issues"][0]["outcome"], "partly");

    let answer = json!({ "accepted": "no", "reason": "It was ten minutes.", "review-wanted": true, "channel": "email" });
    office.does("handler", r, "acceptance", answer).await;
    // Not accepted never means closed; and nobody reviews their own answer.
    let (status, _) = office
        .refused(
            "handler",
            r,
            "closure",
            json!({ "reason": "accepted", "corrective-action": "no" }),
        )
        .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let (status, _) = office
        .refused("handler", r, "review", json!({ "colleague": handler }))
        .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        office
            .does("handler", r, "review", json!({ "colleague": manager }))
            .await["stage"],
        "review"
    );
    let reviewed =
        json!({ "review-outcome": "changed", "reason": "The harbour's camera shows 8:50." });
    office.does("manager", r, "review-decision", reviewed).await;
    let finding = json!({ "issue": 1, "finding": "upheld", "cause": "process", "finding-reason": "The harbour's camera shows 8:50." });
    office
        .does(
            "manager",
            r,
            "investigation",
            json!({ "plan": "Look at the harbour's camera.", "impartial": true }),
        )
        .await;
    office.does("manager", r, "finding", finding).await;
    let remedy = json!({ "issue": 1, "remedy": "14", "amount": "25.00", "due-on": "2026-03-20", "promise": "We refund the fare." });
    office.does("handler", r, "response", remedy).await;
    office
        .does("manager", r, "remedy-approval", json!({ "remedy": 1 }))
        .await;
    office
        .does(
            "manager",
            r,
            "decision",
            json!({ "summary": "You are right. We refund the fare." }),
        )
        .await;
    office
        .does(
            "handler",
            r,
            "acceptance",
            json!({ "accepted": "yes", "channel": "phone" }),
        )
        .await;
    // A promise keeps the complaint open.
    let (status, refusal) = office
        .refused(
            "handler",
            r,
            "closure",
            json!({ "reason": "accepted", "corrective-action": "yes" }),
        )
        .await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{refusal}");
    office
        .does(
            "handler",
            r,
            "remedy-delivery",
            json!({ "remedy": 1, "delivered-on": "2026-03-02" }),
        )
        .await;
    office
        .does(
            "handler",
            r,
            "remedy-verification",
            json!({ "remedy": 1, "verified-with": "complainant", "put-right": "yes" }),
        )
        .await;
    office
        .does(
            "handler",
            r,
            "staff-informed",
            json!({ "colleague": handler }),
        )
        .await;
    let closed = office
        .does(
            "handler",
            r,
            "closure",
            json!({ "reason": "accepted", "corrective-action": "yes" }),
        )
        .await;
    assert_eq!(closed["stage"], "closed", "{closed}");
    reference
}

fn intact(house: &House) {
    let verifiers = house.db.keys().verifiers();
    let verified = house
        .db
        .read_now(move |reader| -> Result<_, Error> { verify(reader, &verifiers, &[]) })
        .unwrap();
    assert!(verified.ok, "{:?}", verified.first_bad);
    let differences = rebuild_check(&house.db).unwrap();
    assert!(differences.is_empty(), "{differences:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_complaint_walks_through_clause_seven() {
    let folder = tempfile::tempdir().unwrap();
    let keys = Keys::create(folder.path(), clock::MachineClock.now()).unwrap();
    let office = Office::open(&Location::Sqlite(folder.path().to_owned()), keys);
    let reference = the_ferry_left_early(&office).await;
    intact(&office.house);
    page::compare(&office.house, &reference);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_walk_on_postgresql() {
    let Ok(server) = std::env::var("REDRESS_TEST_DATABASE_URL") else {
        assert!(
            std::env::var("REDRESS_TESTS_MAY_SKIP").as_deref() != Ok("no"),
            "PostgreSQL is missing"
        );
        eprintln!("SKIPPED, loudly: no PostgreSQL (REDRESS_TEST_DATABASE_URL)");
        return;
    };
    let name = format!("journey_{}", std::process::id());
    let url = {
        let (server, name) = (server.clone(), name.clone());
        std::thread::spawn(move || database(&server, &name))
            .join()
            .unwrap()
    };
    let office = Office::open(
        &Location::Postgres(url),
        Keys::fresh(clock::MachineClock.now()).unwrap(),
    );
    the_ferry_left_early(&office).await;
    intact(&office.house);
}

/// A database of its own on the throw-away cluster.
fn database(server: &str, name: &str) -> String {
    let mut client = postgres::Client::connect(server, postgres::NoTls).unwrap();
    client
        .batch_execute(&format!("CREATE DATABASE {name}"))
        .unwrap();
    let (front, options) = server
        .split_once('?')
        .map_or((server, None), |(front, options)| (front, Some(options)));
    let at = front.rfind('/').unwrap();
    format!(
        "{}/{name}{}",
        &front[..at],
        options.map(|o| format!("?{o}")).unwrap_or_default()
    )
}

/// docs/one-complaint.md
mod page {
    use super::*;
    use std::fmt::Write;

    pub fn compare(house: &House, reference: &str) {
        let text = text(house, reference);
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/one-complaint.md");
        if std::env::var("UPDATE_GOLDEN").is_ok() {
            std::fs::write(file, &text).unwrap();
        }
        let kept = std::fs::read_to_string(file).unwrap_or_default();
        assert!(
            kept == text,
            "docs/one-complaint.md is stale: UPDATE_GOLDEN=1 cargo test --workspace --test journey"
        );
    }

    fn text(house: &House, reference: &str) -> String {
        let reference = reference.to_owned();
        let entries = house
            .db
            .read_now(move |reader| -> Result<_, Error> {
                let id = id_of(reader, &reference)?.unwrap();
                reader.entries(id)
            })
            .unwrap();
        let mut out = String::from(
            "# One complaint\n\nRasa complains by telephone that the ferry left early. This is her complaint as the journal has it,\n\
             written by the test that walks it ([crates/redress/tests/journey.rs](../crates/redress/tests/journey.rs)): each line is a fact,\n\
             the file beside it is the slice that decides it. Names and free text lie in the erasable half of each fact and are not shown.\n\n\
             | when (UTC) | fact | decided in | record |\n|---|---|---|---|\n",
        );
        for entry in entries {
            let record: Value = serde_json::from_str(&entry.record).unwrap();
            let _ = writeln!(
                out,
                "| {} | `{}` | {} | {} |",
                &entry.recorded_at.to_string()[..16],
                entry.kind,
                home(&entry.kind),
                said(&record)
            );
        }
        out.push_str("\nThe order of the standard is the order of the folders in [crates/operation/src](../crates/operation/src):\n\n");
        for slice in SLICES
            .iter()
            .filter(|slice| slice.name.starts_with("operation."))
        {
            let folder = slice.name.trim_start_matches("operation.");
            let verbs: Vec<String> = slice
                .verbs
                .iter()
                .map(|verb| format!("`{}`", verb.name))
                .collect();
            let clause = if slice.clause.is_empty() {
                "–"
            } else {
                slice.clause
            };
            let place = folder.replace('-', "_");
            let _ = writeln!(
                out,
                "- {clause} [{folder}](../crates/operation/src/{place}): {}",
                if verbs.is_empty() {
                    "no verbs".to_owned()
                } else {
                    verbs.join(", ")
                }
            );
        }
        out
    }

    /// Codes and amounts; identifiers, commitments and numbers that differ from run to run are left out.
    fn said(record: &Value) -> String {
        let keep = |key: &str, value: &Value| {
            let plain = value.is_string()
                || value.is_boolean()
                || value.as_i64().is_some_and(|n| n < 1_000_000);
            let hex = value.as_str().is_some_and(|text| {
                text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit())
            });
            plain
                && !hex
                && !matches!(
                    key,
                    "reference" | "request" | "year" | "counter" | "code_issue"
                )
        };
        let object = record.as_object().unwrap();
        let parts: Vec<String> = object
            .iter()
            .filter(|(key, value)| keep(key, value) && **value != json!(false))
            .map(|(key, value)| format!("{key} {}", value.to_string().replace('"', "")))
            .collect();
        parts.join(", ")
    }

    fn home(kind: &str) -> String {
        let slice = match kind {
            "received" => "receipt",
            "queued" | "sent" => return "[telling](../crates/complaint/src/telling)".to_owned(),
            "acknowledged" => "acknowledgement",
            "assessed" | "scope-decided" => "assessment",
            "assigned" => "assignment",
            "investigation-planned" | "finding-recorded" => "investigation",
            "remedy-proposed" | "remedy-approved" | "remedy-delivered" | "remedy-verified" => {
                "response"
            }
            "decided" | "staff-informed" => "decision",
            "accepted" | "not-accepted" | "review-opened" | "review-decided" | "closed" => {
                "closing"
            }
            other => panic!("no home for {other}"),
        };
        format!("[{slice}](../crates/operation/src/{slice})")
    }
}
