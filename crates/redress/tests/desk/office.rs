//! Blue Ferry Co. behind its real router: a database in a folder of its own,
//! people of each role, and requests as a browser or a program sends them.

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use http_body_util::BodyExt;
use redress::{house, serve};
use redress_complaint::{Complaint, House, house::Credential, record};
use redress_kernel::{Actor, By, Draft, Id, Instant, Lang, Organisation, Role, instant::Clock};
use redress_office::{
    NewPerson, SetUp, add_person,
    facts::{RelaySet, RoleGranted},
};
use redress_store::{Db, Error, Keys, Location, Read, Reader, Tx, sql};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};
use tempfile::TempDir;
use tower::ServiceExt;

/// A clock that the test turns.
#[derive(Clone)]
pub struct Hand(Arc<AtomicI64>);

impl Clock for Hand {
    fn now(&self) -> Instant {
        Instant::from_micros(self.0.load(Ordering::SeqCst))
    }
}

pub struct Ferry {
    pub house: House,
    pub app: Router,
    hand: Hand,
    _folder: TempDir,
}

pub const RIMA: &str = "rima@blueferry.example";
pub const ONA: &str = "ona@blueferry.example";
pub const AISTE: &str = "aiste@blueferry.example";
pub const BORIS: &str = "boris@blueferry.example";
pub const TOMAS: &str = "tomas@blueferry.example";
pub const JONAS: &str = "jonas@blueferry.example";

pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    pub headers: axum::http::HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    #[allow(dead_code, reason = "each test binary uses a part")]
    pub fn header(&self, name: &str) -> String {
        let value = self.headers.get(name);
        value.map_or_else(String::new, |value| value.to_str().unwrap().to_owned())
    }
}

impl Ferry {
    /// Monday 2 March 2026, 09:00 in Vilnius.
    pub async fn open() -> Ferry {
        let folder = tempfile::tempdir().unwrap();
        let at = Location::Sqlite(folder.path().join("redress.db"));
        Ferry::open_at(at, folder).await
    }

    /// The same house, in whatever database.
    pub async fn open_at(at: Location, folder: TempDir) -> Ferry {
        let start: Instant = "2026-03-02T07:00:00Z".parse().unwrap();
        let hand = Hand(Arc::new(AtomicI64::new(start.micros())));
        let keys = Keys::load_or_create(folder.path(), start).unwrap();
        let db = Db::open(&at, keys, house::wiring()).unwrap();
        db.write(move |tx| people(tx, start)).await.unwrap();
        let house = serve::open_house(db, Arc::new(hand.clone()), who_is, "http://127.0.0.1:8080");
        Ferry {
            app: serve::application(&house),
            house,
            hand,
            _folder: folder,
        }
    }

    pub fn later(&self, seconds: i64) {
        self.hand.0.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    pub async fn get(&self, who: &str, path: &str) -> Answer {
        self.send(who, Request::get(path), Body::empty()).await
    }

    pub async fn get_in(&self, who: &str, path: &str, language: &str) -> Answer {
        let request = Request::get(path).header(header::ACCEPT_LANGUAGE, language);
        self.send(who, request, Body::empty()).await
    }

    pub async fn post(&self, who: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = encoded(fields);
        let request =
            Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(who, request, Body::from(body)).await
    }

    pub async fn call(&self, who: &str, path: &str, json: &str, more: &[(&str, &str)]) -> Answer {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
        let request = more.iter().fold(request, |request, (name, value)| {
            request.header(*name, *value)
        });
        self.send(who, request, Body::from(json.to_owned())).await
    }

    /// A program's call by any method; no body where `json` is null.
    #[allow(dead_code, reason = "each test binary uses a part")]
    pub async fn ask(
        &self,
        who: &str,
        (method, path): (&str, &str),
        json: serde_json::Value,
        more: &[(&str, &str)],
    ) -> Answer {
        let request = Request::builder().method(method).uri(path);
        let request = more.iter().fold(request, |request, (name, value)| {
            request.header(*name, *value)
        });
        if json.is_null() {
            return self.send(who, request, Body::empty()).await;
        }
        let request = request.header(header::CONTENT_TYPE, "application/json");
        self.send(who, request, Body::from(json.to_string())).await
    }

    pub async fn upload(
        &self,
        who: &str,
        path: &str,
        fields: &[(&str, &str)],
        file: (&str, &str, &[u8]),
    ) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!(
                    "--xx\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
                )
                .bytes(),
            );
        }
        let (field, name, bytes) = file;
        let head = format!(
            "--xx\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\nContent-Type: image/png\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend(bytes);
        body.extend(b"\r\n--xx--\r\n");
        let request =
            Request::post(path).header(header::CONTENT_TYPE, "multipart/form-data; boundary=xx");
        self.send(who, request, Body::from(body)).await
    }

    async fn send(&self, who: &str, request: axum::http::request::Builder, body: Body) -> Answer {
        let mut request = request
            .header(header::AUTHORIZATION, format!("Bearer {who}"))
            .header("sec-fetch-site", "same-origin")
            .body(body)
            .unwrap();
        let english = axum::http::HeaderValue::from_static("en");
        let language = request.headers_mut().entry(header::ACCEPT_LANGUAGE);
        language.or_insert(english);
        let response = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let location = parts
            .headers
            .get(header::LOCATION)
            .map(|to| to.to_str().unwrap().to_owned());
        Answer {
            status: parts.status,
            location: location.unwrap_or_default(),
            headers: parts.headers,
            bytes: body.collect().await.unwrap().to_bytes().to_vec(),
        }
    }

    /// Ona takes a call; the reference of what she recorded.
    pub async fn call_of(&self, fields: &[(&str, &str)]) -> String {
        let given = [
            ("caller-language", "lt"),
            ("caller-story", "The ferry left at 8:50."),
            ("caller-name", "Rasa Jankauskienė"),
        ];
        let request = format!("r{}", self.house.new_id());
        let all: Vec<(&str, &str)> = given
            .into_iter()
            .filter(|(name, _)| !fields.iter().any(|(its, _)| its == name))
            .chain(fields.iter().copied())
            .chain([("request", request.as_str())])
            .collect();
        let answer = self.post(ONA, "/desk/new", &all).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        answer.location.split('/').nth(2).unwrap().to_owned()
    }

    pub async fn case(&self, reference: &str) -> Complaint {
        let reference = reference.to_owned();
        let find = move |reader: &mut Reader| -> Result<_, Error> {
            let id = record::id_of(reader, &reference)?.unwrap();
            Ok(record::find(reader, id)?.unwrap())
        };
        self.house.db.read(find).await.unwrap()
    }

    pub async fn person(&self, email: &str) -> Id {
        let email = email.to_owned();
        let find = move |reader: &mut Reader| -> Result<_, Error> {
            let query = sql("SELECT id FROM person WHERE email = $1").arg(email);
            Ok(reader.one(&query, |row| row.id(0))?.unwrap())
        };
        self.house.db.read(find).await.unwrap()
    }

    /// The complaint turns out to be about Boris.
    pub async fn concerns_boris(&self, reference: &str) {
        let boris = self.person(BORIS).await.to_string();
        let path = format!("/desk/{reference}/concern");
        let answer = self
            .post(TOMAS, &path, &[("concerned-colleague", &boris)])
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    }

    /// From the next request on an auditor and nothing else.
    pub async fn demote(&self, email: &str) {
        let (person, now) = (self.person(email).await, self.house.now());
        let role = RoleGranted {
            role: Role::Auditor,
            unit: None,
        };
        let change = move |tx: &mut Tx| -> Result<(), Error> {
            tx.record(Draft::of(person, &role), &By::system(now))
                .map(|_| ())
        };
        self.house.db.write(change).await.unwrap();
    }

    /// The jobs that are due, as the worker runs them.
    pub async fn work(&self) {
        for work in self.house.slices.iter().flat_map(|slice| slice.jobs) {
            if (work.ready)(&self.house) {
                serve::run_due(&self.house, work).await;
            }
        }
    }

    /// A colleague is given another role, or another unit.
    pub async fn has_role(&self, who: &str, role: Role, unit: Option<Id>) {
        let (now, email) = (self.house.now(), who.to_owned());
        let set = move |tx: &mut Tx| -> Result<(), Error> {
            let query = sql("SELECT id FROM person WHERE email = $1").arg(email);
            let id = tx.one(&query, |row| row.id(0))?.unwrap();
            let granted = RoleGranted { role, unit };
            tx.record(Draft::of(id, &granted), &By::system(now))
                .map(|_| ())
        };
        self.house.db.write(set).await.unwrap();
    }

    pub async fn relay(&self, port: u16) {
        let now = self.house.now();
        let relay = RelaySet {
            host: "127.0.0.1".into(),
            port,
            encryption: "none".into(),
            from: "care@blueferry.example".into(),
        };
        let set = move |tx: &mut Tx| -> Result<(), Error> {
            tx.record(Draft::of(Id::ORGANISATION, &relay), &By::system(now))
                .map(|_| ())
        };
        self.house.db.write(set).await.unwrap();
    }
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let plain = |text: &str| -> String {
        text.bytes()
            .map(|b| {
                if b.is_ascii_alphanumeric() {
                    char::from(b).to_string()
                } else {
                    format!("%{b:02X}")
                }
            })
            .collect()
    };
    fields
        .iter()
        .map(|(name, value)| format!("{}={}", plain(name), plain(value)))
        .collect::<Vec<_>>()
        .join("&")
}

fn people(tx: &mut Tx, at: Instant) -> Result<(), Error> {
    let organisation = Organisation {
        name: "Blue Ferry Co.".into(),
        time_zone: "Europe/Vilnius".into(),
        prefix: "BF".into(),
        ..Organisation::default()
    };
    let new = SetUp {
        organisation,
        admin_name: "Rima Admin".into(),
        admin_email: RIMA.into(),
        password_hash: None,
        language: None,
    };
    let owner = redress_office::setup(tx, new, at).map_err(|_| Error::Wrong("set-up".into()))?;
    let staff = [
        (ONA, "Ona Petrauskaitė", Role::Intake),
        (AISTE, "Aistė Mockutė", Role::Handler),
        (BORIS, "Boris Lane", Role::Handler),
        (TOMAS, "Tomas Kazlauskas", Role::Manager),
        (JONAS, "Jonas Auditor", Role::Auditor),
    ];
    for (email, name, role) in staff {
        let person = NewPerson {
            name: name.into(),
            email: email.into(),
            role,
            unit: None,
            language: Some(Lang::En),
        };
        add_person(
            tx,
            &person,
            &By {
                actor: owner,
                unit: None,
                at,
            },
        )
        .map_err(|_| Error::Wrong("person".into()))?;
    }
    Ok(())
}

/// In these tests a token is the address itself.
fn who_is(
    reader: &mut Reader,
    credential: &Credential,
    _: Instant,
) -> Result<Option<Actor>, Error> {
    let Credential::Bearer(email) = credential else {
        return Ok(None);
    };
    let query = sql("SELECT id, name, role, unit FROM person WHERE email = $1").arg(email.as_str());
    reader.one(&query, |row| {
        Ok(Actor {
            id: row.id(0)?,
            name: row.text(1)?,
            email: email.clone(),
            role: Role::from_name(&row.text(2)?).unwrap(),
            unit: row.opt_id(3)?,
            scope: None,
        })
    })
}
