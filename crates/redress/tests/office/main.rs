//! Blue Ferry Co. is set up, invites people, signs in and out: over the whole
//! application with its own database, as a browser without JavaScript does it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod administration;
mod checkpoints;
mod clocks;
mod dates;
mod elsewhere;
mod first_start;
mod guarded;
mod hours;
mod journal;
mod lists;
mod mailboxes;
mod matrix;
mod passwords;
mod proving_anew;
mod recovery;
mod retention;
mod sealed;
mod second_factor;
mod signing_in;
#[path = "../support/smtp_sink.rs"]
mod smtp_sink;
mod start;
mod time_limits;
mod two_people;
mod visitors;
mod watched;
mod webhooks;

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use http_body_util::BodyExt;
use redress::{
    clock,
    house::wiring,
    serve::{application, open_house_beside},
};
use redress_complaint::House;
use redress_kernel::{By, Id, Instant, Organisation, Role, instant::Clock};
use redress_office::{
    Fault, NewPerson, NewToken, SetUp, add_person, create_token, invite, password, set_password,
    setup, setup_link,
};
use redress_store::{Db, Keys, Location, Tx};
use std::{
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};
use tower::ServiceExt;

const OWNER: &str = "aiste@ferry.example";
const PHRASE: &str = "the boat left at dawn";

/// A clock that the test turns.
struct Hands(AtomicI64);

impl Clock for Hands {
    fn now(&self) -> Instant {
        Instant::from_micros(self.0.load(Ordering::SeqCst))
    }
}

struct Office {
    app: Router,
    house: House,
    db: Db,
    hands: Arc<Hands>,
    /// Where this office's people sit; each test has its own, because failures are
    /// remembered for the whole process.
    ip: IpAddr,
    _folder: tempfile::TempDir,
}

struct Answer {
    status: StatusCode,
    to: String,
    cookie: Option<String>,
    body: String,
    wait: Option<String>,
}

impl Office {
    fn at(base_url: &str, ip: &str) -> Office {
        Office::at_beside(base_url, ip, Vec::new())
    }

    fn at_beside(base_url: &str, ip: &str, inside: Vec<redress_kernel::Network>) -> Office {
        let folder = tempfile::tempdir().unwrap();
        let start: Instant = "2026-11-20T08:00:00Z".parse().unwrap();
        let db = Db::open(
            &Location::Sqlite(folder.path().to_owned()),
            Keys::fresh(start).unwrap(),
            wiring(),
        )
        .unwrap();
        let hands = Arc::new(Hands(AtomicI64::new(start.micros())));
        let who_is = redress_office::who_is;
        let house = open_house_beside(db.clone(), hands.clone(), who_is, base_url, inside);
        Office {
            app: application(&house),
            house,
            db,
            hands,
            ip: ip.parse().unwrap(),
            _folder: folder,
        }
    }

    /// With an owner and an organisation, as `redress setup` makes them.
    async fn set_up(ip: &str) -> Office {
        Office::beside(ip, Vec::new()).await
    }

    /// The same beside networks of its own that webhooks may reach.
    async fn beside(ip: &str, inside: Vec<redress_kernel::Network>) -> Office {
        let office = Office::at_beside("http://127.0.0.1:8080", ip, inside);
        let new = SetUp {
            organisation: Organisation {
                name: "Blue Ferry Co.".into(),
                ..Organisation::default()
            },
            admin_name: "Aiste Mockute".into(),
            admin_email: OWNER.into(),
            password_hash: password::hash(PHRASE, [1; 32]),
            language: None,
        };
        let now = office.house.now();
        office
            .house
            .db
            .write(move |tx: &mut Tx| setup(tx, new, now))
            .await
            .unwrap();
        office
    }

    fn pass_seconds(&self, seconds: i64) {
        self.hands
            .0
            .fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    async fn get(&self, path: &str, cookie: &str) -> Answer {
        self.send(
            Request::get(path)
                .header(header::COOKIE, cookie)
                .body(Body::empty())
                .unwrap(),
        )
        .await
    }

    async fn post(&self, path: &str, cookie: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header(header::COOKIE, cookie)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(form.to_owned())).unwrap())
            .await
    }

    async fn send(&self, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(self.ip);
        let response = self.app.clone().oneshot(request).await.unwrap();
        let text = |name: header::HeaderName| {
            response
                .headers()
                .get(name)
                .map(|value| value.to_str().unwrap().to_owned())
        };
        let set = text(header::SET_COOKIE);
        let (status, to, wait) = (
            response.status(),
            text(header::LOCATION).unwrap_or_default(),
            text(header::RETRY_AFTER),
        );
        let cookie = set.map(|set| set.split(';').next().unwrap().to_owned());
        let body = response.into_body().collect().await.unwrap().to_bytes();
        Answer {
            status,
            to,
            cookie,
            body: String::from_utf8_lossy(&body).into_owned(),
            wait,
        }
    }

    async fn sign_in(&self, email: &str, phrase: &str) -> Answer {
        let form = format!(
            "email={}&password={}",
            email.replace('@', "%40"),
            phrase.replace(' ', "+")
        );
        self.post("/sign-in", "", &form).await
    }

    /// A colleague with a password, and their id.
    async fn colleague(&self, name: &str, role: Role) -> Id {
        let new = NewPerson {
            name: name.into(),
            email: format!("{}@ferry.example", name.to_lowercase()),
            role,
            unit: None,
            language: None,
        };
        let (hash, by) = (
            password::hash(PHRASE, [2; 32]).unwrap(),
            By::system(self.house.now()),
        );
        let write = move |tx: &mut Tx| -> Result<Id, Fault> {
            let person = add_person(tx, &new, &by)?;
            set_password(tx, person, &hash, &by)?;
            Ok(person)
        };
        self.house.db.write(write).await.unwrap()
    }
}
