//! An index for every list: each statement that the pages and the API ask is
//! explained by SQLite, and none may walk through a table that grows with the
//! number of complaints, or sort one.
//!
//! The pages are the house's own routes, so a new page is read without a change
//! here; what it asks for a person of each role counts.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods
)]

use axum::{Router, body::Body, http::Request};
use http_body_util::BodyExt;
use redress::{
    clock::DemoClock,
    demo,
    house::{routes, wiring},
    serve::{application, open_house},
};
use redress_channels::mailboxes::{Place, Raw, unproven};
use redress_complaint::{
    House,
    inbox::{Filter, Queue, list},
    routes::Permit,
};
use redress_kernel::{Actor, Instant, Role};
use redress_store::{Db, Error, Keys, Location, Read, Reader, sql, statements_asked};
use std::{collections::BTreeMap, path::Path, sync::Arc};
use tower::ServiceExt;

/// Tables with a handful of rows in any installation: reading them whole is fine.
const SMALL: &[&str] = &[
    "import_upload",
    "date_recount",
    "proof_run",
    "checkpoint_mail",
    "checkpoint_planned",
    "checkpoint_recipient",
    "checkpoint_sent",
    "mail_relay",
    "mailbox",
    "mailbox_look",
    "mail_reconciled",
    "migration",
    "one_time_link",
    "organisation",
    "password",
    "person",
    // Requests of two people, openings of cases, heads and competences: a few a week.
    "competence",
    "glass_opening",
    "second_request",
    "unit_head",
    "receipt_counter",
    "reminder_mail_off",
    "sample_choice",
    // At most 200 a certifier.
    "sampled_case",
    "schema_version",
    "secret_setting",
    "session",
    "sqlite_schema",
    "token",
    "unit",
    "unit_under",
    "visit",
    "webhook",
    "away",
    "sign_in_elsewhere",
];

/// Statements that walk through more than a page on purpose, each with its reason.
const ON_PURPOSE: &[(&str, &str)] = &[
    (
        "FROM complaint_tally",
        "a row for each unit, owner and due day of open cases: hundreds, whatever the number of cases",
    ),
    (
        "GROUP BY category",
        "administration counts the open cases of each category, over an index of the open ones alone",
    ),
    (
        "FROM obligation_tally",
        "a row for each kind of obligation, unit and due day of open cases: hundreds, whatever the number of cases",
    ),
    (
        "FROM complaint_subject s JOIN obligation o",
        "what the few cases about one person owe, found by their index",
    ),
    (
        "FROM figure_age",
        "a row for each day on which an open case was received, and unit: hundreds",
    ),
    (
        "JOIN complaint_subject s ON s.complaint = f.complaint WHERE s.person = $1",
        "the few cases about one person, found by their index, put into another order",
    ),
    (
        "AND due_at >= $1 AND due_at <= $2",
        "the cases of one day, found by their index, put into another order",
    ),
];

fn now() -> Instant {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

fn northfield(folder: &Path) -> House {
    let keys = Keys::create(folder, now()).unwrap();
    let db = Db::open(&Location::Sqlite(folder.to_owned()), keys, wiring()).unwrap();
    let clock = Arc::new(DemoClock::new(Some(now()), 1));
    let house = open_house(db, clock, redress_office::who_is, "http://localhost");
    demo::fill(&house, now(), demo::PASSWORD).unwrap();
    house
}

async fn ask(app: &Router, request: Request<Body>) -> (u16, String) {
    let answer = app.clone().oneshot(request).await.unwrap();
    let status = answer.status().as_u16();
    let cookie = answer
        .headers()
        .get("set-cookie")
        .and_then(|cookie| cookie.to_str().ok())
        .and_then(|cookie| cookie.split(';').next())
        .unwrap_or_default()
        .to_owned();
    // A stream of events never ends; its first statements have been asked by now.
    let endless = answer
        .headers()
        .get("content-type")
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/event-stream"));
    if !endless {
        let _ = answer.into_body().collect().await;
    }
    (status, cookie)
}

async fn sign_in(app: &Router, email: &str) -> String {
    let body = format!("email={email}&password={}", demo::PASSWORD);
    let request = Request::post("/sign-in")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap();
    let (status, cookie) = ask(app, request).await;
    assert_eq!(status, 303, "{email} signs in");
    cookie
}

/// Every address that can be read, with real names in the place of its parameters.
fn addresses(house: &House) -> Vec<String> {
    let reference: String = house
        .db
        .read_now(|reader| -> Result<_, Error> {
            let query = sql("SELECT reference FROM complaint ORDER BY received_at, id LIMIT 1");
            reader.one(&query, |row| row.text(0))
        })
        .unwrap()
        .expect("a complaint");
    let pages = routes().list;
    let mut found: Vec<String> = pages
        .iter()
        .filter(|route| route.method == "GET")
        .map(|route| filled(route.path, &reference))
        .collect();
    for queue in Queue::ALL {
        let name = queue.name();
        for rest in [
            "",
            "&sort=received",
            "&stage=investigating",
            "&channel=web",
            "&q=water",
        ] {
            found.push(format!("/desk?queue={name}{rest}"));
            found.push(format!("/api/v1/complaints?queue={name}{rest}"));
        }
    }
    let mail = ["show=machines", "show=reports", "show=dismissed"];
    for rest in mail {
        found.push(format!("/desk/mail?{rest}"));
        found.push(format!("/api/v1/mail?{rest}"));
    }
    let newer = "before=1772434800000000-0000000003e801010101010101010101";
    for rest in [
        "fate=reply",
        "mailbox=0000000003e801010101010101010101",
        "message=%3C1%40a%3E",
        newer,
    ] {
        for page in ["/desk/mail/ledger", "/admin/mailboxes/ledger"] {
            found.push(format!("{page}?{rest}"));
            found.push(format!("{page}?{rest}&fate=bounce&{newer}"));
        }
    }
    for rest in [
        "queue=overdue&obligation=update",
        "queue=today&obligation=assessment",
        "queue=all&obligation=response&on=2026-11-24&begun=no",
        "queue=mine&obligation=remedy",
        "obligation=update&q=water",
    ] {
        found.push(format!("/desk?{rest}"));
        found.push(format!("/api/v1/complaints?{rest}"));
    }
    found.extend(
        ["", "?stage=closed", "?sort=received", "?q=water"]
            .map(|rest| format!("/api/v1/complaints{rest}")),
    );
    found
}

fn filled(path: &str, reference: &str) -> String {
    path.split('/')
        .map(|part| match part {
            "{reference}" => reference,
            part if part.starts_with('{') => "01ARZ3NDEKTSV4RRFFQ69G5FAV",
            part => part,
        })
        .collect::<Vec<_>>()
        .join("/")
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_walks_through_a_table_that_grows() {
    let folder = tempfile::tempdir().unwrap();
    let house = northfield(folder.path());
    let app = application(&house);
    let before = statements_asked().len();
    for (_, _, email, _) in demo::PEOPLE {
        let cookie = sign_in(&app, email).await;
        for address in addresses(&house) {
            let request = Request::get(&address)
                .header("cookie", &cookie)
                .body(Body::empty())
                .unwrap();
            let (status, _) = ask(&app, request).await;
            assert!(status < 500, "{address} for {email}: {status}");
        }
    }
    tell_another_system(&app).await;
    mail_arrives(&house);
    somebody_of_a_unit_reads_long_lists(&house);
    let asked = statements_asked();
    assert!(asked.len() > before, "the pages asked nothing");
    assert!(
        asked
            .iter()
            .any(|text| text.contains("FROM complaint WHERE")),
        "the list was not read"
    );
    assert!(
        asked
            .iter()
            .any(|text| text.contains(" UNION ALL SELECT complaint.id")),
        "nobody of a unit read a long list"
    );
    let findings = walks(&folder.path().join("redress.db"), &asked);
    assert!(findings.is_empty(), "{}", findings.join("\n\n"));
}

/// Nobody of the demo is of a unit.
fn somebody_of_a_unit_reads_long_lists(house: &House) {
    let id = redress_kernel::Id::from_bytes([9; 16]);
    let manager = Actor {
        id,
        name: "Rasa".into(),
        email: "rasa@northfield.example".into(),
        role: Role::Manager,
        unit: Some(id),
        scope: None,
    };
    for queue in [Queue::All, Queue::Overdue, Queue::Today] {
        let filter = Filter {
            queue: Some(queue),
            limit: 51,
            ..Filter::default()
        };
        let end_of_today = now().plus_seconds(43_200);
        let read = |reader: &mut Reader| list(reader, &manager, &filter, now(), end_of_today);
        house.db.read_now(read).unwrap();
    }
}

/// Deciding asks the ledger, too: for limits, for letters, for the same message.
fn mail_arrives(house: &House) {
    let names = "To: complaints@northfield.example\r\nMessage-ID: <a@b.example>\r\n";
    let report = "Content-Type: multipart/report; report-type=delivery-status; boundary=r\r\n";
    let failed = "\r\n--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; rasa@example.lt\r\nAction: failed\r\nStatus: 5.1.1\r\n--r--\r\n";
    let letter = "References: <0000000003e801010101010101010101@northfield.example>\r\n";
    let messages = [
        format!("From: rasa@example.lt\r\n{names}\r\nThe water is brown.\r\n"),
        format!("Received: by b\r\nFrom: rasa@example.lt\r\n{names}\r\nThe water is brown.\r\n"),
        format!("From: rasa@example.lt\r\nAuto-Submitted: auto-replied\r\n{letter}\r\nAway.\r\n"),
        format!("From: MAILER-DAEMON@mx.example\r\n{report}{failed}"),
    ];
    let intake = redress::mail_in::intake(house, unproven());
    let raw = |(uid, text): (u32, String)| Raw {
        mailbox: redress_kernel::Id::from_bytes([5; 16]),
        place: Place {
            uid_validity: 1,
            uid,
        },
        size: text.len() as u64,
        arrived_at: Some(now()),
        whole: true,
        bytes: text.into_bytes(),
        salt: [1; 32],
    };
    let taken = intake.take((1..).zip(messages).map(raw).collect()).unwrap();
    assert_eq!(taken.len(), 4);
}

/// The demo has no webhook; its page is a page with lists all the same.
async fn tell_another_system(app: &Router) {
    let mut people = demo::PEOPLE.iter();
    let admin = people.find(|(_, _, _, role)| *role == redress_kernel::Role::Admin);
    let email = admin.expect("an administrator").2;
    let cookie = sign_in(app, email).await;
    let add = Request::post("/admin/webhooks")
        .header("cookie", &cookie)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(
            "webhook-address=https%3A%2F%2Fnowhere.invalid%2F",
        ))
        .unwrap();
    assert_eq!(ask(app, add).await.0, 200);
    let list = Request::get("/admin/webhooks").header("cookie", &cookie);
    let list = app.clone().oneshot(list.body(Body::empty()).unwrap()).await;
    let list = list
        .unwrap()
        .into_body()
        .collect()
        .await
        .unwrap()
        .to_bytes();
    let list = String::from_utf8_lossy(&list).into_owned();
    let rest = list
        .split("href=\"/admin/webhooks/")
        .nth(1)
        .expect("a webhook");
    let page = format!("/admin/webhooks/{}", rest.split('"').next().unwrap());
    let one = Request::get(&page).header("cookie", &cookie);
    assert_eq!(ask(app, one.body(Body::empty()).unwrap()).await.0, 200);
}

/// A public route is read too; this only pins that the loop above sees all of them.
#[test]
fn the_house_lists_its_pages() {
    let list = routes().list;
    assert!(list.iter().filter(|route| route.method == "GET").count() > 30);
    assert!(list.iter().any(|route| route.permit == Permit::Public));
}

/// Each statement that walks through or sorts what grows, with its plan.
fn walks(database: &Path, asked: &[String]) -> Vec<String> {
    let conn = rusqlite::Connection::open(database).unwrap();
    let mut findings = Vec::new();
    for text in asked.iter().filter(|text| is_read(text)) {
        if ON_PURPOSE.iter().any(|(part, _)| text.contains(part)) {
            continue;
        }
        let plan = plan(&conn, text);
        if plan.iter().any(|line| is_walk(line, text)) {
            findings.push(format!("{text}\n    {}", plan.join("\n    ")));
        }
    }
    findings
}

fn is_read(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    ["SELECT", "UPDATE", "DELETE", "WITH"].contains(&first)
}

fn plan(conn: &rusqlite::Connection, text: &str) -> Vec<String> {
    let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {text}")).unwrap();
    let nothing: Vec<Option<i64>> = vec![None; statement.parameter_count()];
    statement
        .query_map(rusqlite::params_from_iter(nothing), |row| row.get(3))
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

/// `SCAN complaint` walks through the table. In the order of an index or of the
/// key it is a list, which LIMIT ends; without LIMIT it is a walk again.
fn is_walk(line: &str, text: &str) -> bool {
    if line.contains("USE TEMP B-TREE FOR ORDER BY") {
        return tables(text).values().any(|table| grows(table)) && !text.contains(" IN (");
    }
    let Some(name) = line.strip_prefix("SCAN ") else {
        return false;
    };
    let name = name.split_whitespace().next().unwrap_or_default();
    let tables = tables(text);
    let table = tables.get(name).map_or(name, String::as_str);
    let ordered = text.contains("ORDER BY") && text.contains("LIMIT");
    grows(table) && !ordered
}

/// Rows that a statement is handed (`Sql::rows`): as many as one part of them.
const HANDED: &str = "v";

fn grows(table: &str) -> bool {
    let known = SMALL.contains(&table) || table == HANDED;
    !known && !table.starts_with('(') && !table.starts_with("CONSTANT")
}

/// Name or alias of each table in a statement.
fn tables(text: &str) -> BTreeMap<String, String> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c == ',' || c == ')')
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = BTreeMap::new();
    for (at, word) in words.iter().enumerate() {
        if !["FROM", "JOIN", "UPDATE"].contains(word) {
            continue;
        }
        let Some(table) = words.get(at + 1).filter(|table| !table.starts_with('(')) else {
            continue;
        };
        found.insert((*table).to_owned(), (*table).to_owned());
        if let Some(alias) = words.get(at + 2) {
            found.insert((*alias).to_owned(), (*table).to_owned());
        }
    }
    found
}

#[test]
fn a_list_without_an_index_is_found() {
    let folder = tempfile::tempdir().unwrap();
    northfield(folder.path());
    let planted = [
        "SELECT reference FROM complaint WHERE channel = $1".to_owned(),
        "SELECT c.reference FROM complaint c WHERE c.is_open = 1 ORDER BY c.subject, c.id LIMIT 50"
            .to_owned(),
        "SELECT reference FROM complaint ORDER BY received_at, id LIMIT 50".to_owned(),
        "SELECT name FROM person ORDER BY name LIMIT 10".to_owned(),
    ];
    let findings = walks(&folder.path().join("redress.db"), &planted);
    assert_eq!(findings.len(), 2, "{findings:#?}");
}
