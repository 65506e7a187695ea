//! The log tells of attempts so that somebody can look into them, and gives nobody away.

use super::*;
use redress::log::OneLine;
use std::{io::Write, sync::Mutex};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

async fn program_of(office: &Office, person: Id) -> String {
    let by = By::system(office.house.now());
    let write = move |tx: &mut Tx| -> Result<String, Fault> {
        let new = NewToken {
            person,
            name: "the sheet at the quay".into(),
            scope: None,
        };
        create_token(tx, &new, [8; 32], &by)
    };
    office.house.db.write(write).await.unwrap()
}

impl Office {
    async fn ask_with(&self, path: &str, token: &str) -> Answer {
        let request = Request::get(path).header("authorization", format!("Bearer {token}"));
        self.send(request.body(Body::empty()).unwrap()).await
    }
}

#[tokio::test]
async fn attempts_stand_in_the_log_with_numbers_and_without_what_was_typed() {
    let office = Office::set_up("192.0.60.77").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let token = program_of(&office, jonas).await;
    let jonas = jonas.to_string();
    let log = Log::default();
    let shown = log.clone();
    // A second listener: see the test of keys in the log.
    let _second = tracing::Dispatch::new(tracing_subscriber::registry());
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_writer(move || OneLine(shown.clone()))
        .with_max_level(tracing::Level::INFO)
        .finish();
    let listening = tracing::subscriber::set_default(subscriber);
    let email = "jonas@ferry.example";
    office.sign_in(email, "the heron waits").await;
    office
        .sign_in("nobody@ferry.example", "the heron waits")
        .await;
    let cookie = office.sign_in(email, PHRASE).await.cookie.unwrap();
    office.get("/admin/people", &cookie).await;
    office.get("/desk/BF-26-0000-000", &cookie).await;
    let foreign = Request::post("/desk/profile")
        .header(header::COOKIE, &cookie)
        .header("sec-fetch-site", "cross-site");
    office.send(foreign.body(Body::empty()).unwrap()).await;
    for _ in 0..3 {
        office.ask_with("/api/v1/complaints", &token).await;
    }
    office.pass_seconds(3600);
    let good = office.ask_with("/api/v1/complaints", &token).await;
    assert_eq!(good.status, StatusCode::OK, "{}", good.body);
    let wrong = office.ask_with("/api/v1/complaints", "rd_nothing").await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    drop(listening);
    let log = log.text();
    let lines = |parts: &[&str]| {
        let all = log
            .lines()
            .filter(|line| line.contains("redress::security"));
        all.filter(|line| parts.iter().all(|part| line.contains(part)))
            .count()
    };
    assert_eq!(lines(&["event=\"refused\"", jonas.as_str()]), 1, "{log}");
    assert_eq!(lines(&["event=\"refused\"", "unknown"]), 1, "{log}");
    assert_eq!(
        lines(&["event=\"in\"", jonas.as_str(), "password"]),
        1,
        "{log}"
    );
    assert_eq!(
        lines(&["forbidden", "/admin/people", jonas.as_str()]),
        1,
        "{log}"
    );
    assert_eq!(
        lines(&["not-found", "/desk/{reference}", jonas.as_str()]),
        1,
        "{log}"
    );
    assert_eq!(lines(&["cross-site"]), 1, "{log}");
    assert_eq!(
        lines(&["event=\"in\"", "by=\"token\"", jonas.as_str()]),
        2,
        "once an hour: {log}"
    );
    assert_eq!(lines(&["sign-in-needed"]), 1, "a bad one: {log}");
    for line in log.lines() {
        assert!(
            line.starts_with("20") && line.contains('Z'),
            "when, in UTC: {line}"
        );
    }
    let session = cookie.split('=').nth(1).unwrap();
    for secret in [
        email, "Jonas", "nobody@", "heron", "192.0.60", PHRASE, session, "BF-26", &token,
    ] {
        assert!(!log.contains(secret), "{secret} in {log}");
    }
}
