//! Blue Ferry Co. in this process: a house on a folder of its own, a clock that
//! the test holds, and visitors who send requests straight to the router.
//!
//! Use: `#[path = "../support/ferry.rs"] mod ferry;` then `Ferry::opens()`.
#![allow(dead_code, reason = "each test binary uses a part")]

use axum::{
    Router,
    body::Body,
    http::{Request, header},
};
use http_body_util::BodyExt;
use redress::{house::wiring, serve};
use redress_complaint::{Complaint, House, record};
use redress_kernel::{Actor, Id, Instant, Organisation, Role, fields::Fields, instant::Clock};
use redress_office::{Fault, SetUp, setup};
use redress_store::{Db, Error, Keys, Location, Read, sql};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};
use tower::ServiceExt;

/// Monday morning in Vilnius.
pub const MORNING: &str = "2026-03-02T07:00:00Z";

pub struct Ferry {
    pub house: House,
    pub app: Router,
    clock: Arc<Hands>,
    _folder: tempfile::TempDir,
}

/// A clock whose hands are moved by the test.
struct Hands(AtomicI64);

impl Clock for Hands {
    fn now(&self) -> Instant {
        Instant::from_micros(self.0.load(Ordering::SeqCst))
    }
}

impl Ferry {
    pub fn opens() -> Ferry {
        let folder = tempfile::tempdir().expect("a folder");
        let start: Instant = MORNING.parse().expect("a time");
        let clock = Arc::new(Hands(AtomicI64::new(start.micros())));
        let keys = Keys::load_or_create(folder.path(), start).expect("keys");
        let at = Location::Sqlite(folder.path().to_owned());
        let db = Db::open(&at, keys, wiring()).expect("a database");
        let house = serve::open_house(
            db,
            clock.clone(),
            redress_office::who_is,
            "http://127.0.0.1:8080",
        );
        let ferry = Ferry {
            app: serve::application(&house),
            house,
            clock,
            _folder: folder,
        };
        ferry.sets_up(start);
        ferry
    }

    fn sets_up(&self, at: Instant) {
        let set_up = SetUp {
            organisation: Organisation {
                name: "Blue Ferry Co.".to_owned(),
                time_zone: "Europe/Vilnius".to_owned(),
                prefix: "BF".to_owned(),
                phone: "0800 555 014".to_owned(),
                external_body: "Passenger Ombudsman, 1 Harbour Street".to_owned(),
                ..Organisation::default()
            },
            admin_name: "Egle Kazlauske".to_owned(),
            admin_email: "egle@blueferry.example".to_owned(),
            password_hash: None,
            language: None,
        };
        let done = self
            .house
            .db
            .write_now(move |tx| -> Result<_, Fault> { setup(tx, set_up, at) });
        assert!(done.is_ok(), "Blue Ferry Co. is set up");
    }

    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    pub fn later(&self, seconds: i64) {
        self.clock
            .0
            .store(self.now().plus_seconds(seconds).micros(), Ordering::SeqCst);
    }

    /// How many complaints there are.
    pub fn complaints(&self) -> i64 {
        let query = sql("SELECT COUNT(*) FROM complaint");
        self.counted(query)
    }

    pub fn counted(&self, query: redress_store::Sql) -> i64 {
        let counted = self
            .house
            .db
            .read_now(|reader| -> Result<_, Error> { reader.one(&query, |row| row.int(0)) });
        counted.expect("it can be counted").expect("a number")
    }

    pub fn case(&self, reference: &str) -> Complaint {
        let found = self.house.db.read_now(|reader| -> Result<_, Error> {
            let id = record::id_of(reader, reference)?.expect("a known reference");
            record::find(reader, id)
        });
        found.expect("it can be read").expect("a complaint")
    }

    /// A colleague does one step of the handling by its verb.
    pub fn does(&self, reference: &str, verb: &str, typed: &[(&str, &str)]) {
        let verb = self
            .house
            .slices
            .iter()
            .flat_map(|slice| slice.verbs)
            .find(|its| its.name == verb)
            .copied()
            .unwrap_or_else(|| panic!("no verb {verb}"));
        let pairs = typed
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
        let mut fields = Fields::from_pairs(pairs);
        fields.check(verb.fields);
        assert!(fields.problems().is_empty(), "{:?}", fields.problems());
        let asked = record::Asked {
            complaint: self.case(reference).id,
            verb,
            fields,
            files: Vec::new(),
            seen: None,
            actor: handler(),
            now: self.now(),
        };
        let house = self.house.clone();
        let done = self
            .house
            .db
            .write_now(move |tx| record::perform(tx, &house, asked).map(|_| ()));
        assert!(done.is_ok(), "{}: {done:?}", verb.name);
    }

    /// Every file of the installation but the keys, byte by byte.
    pub fn bytes_on_disk(&self) -> Vec<u8> {
        let files = std::fs::read_dir(self._folder.path()).expect("a folder");
        let paths = files.flatten().map(|file| file.path());
        paths
            .filter(|path| path.is_file() && !path.ends_with("keys.toml"))
            .flat_map(|path| std::fs::read(path).expect("a file"))
            .collect()
    }

    pub fn visitor(&self, language: &'static str) -> Visitor {
        Visitor {
            app: self.app.clone(),
            language,
            cookie: String::new(),
            from: None,
        }
    }

    /// Somebody whose network is known, as behind a named proxy.
    pub fn visitor_from(&self, address: &str) -> Visitor {
        Visitor {
            from: Some(address.parse().expect("an address")),
            ..self.visitor("en")
        }
    }
}

pub fn handler() -> Actor {
    Actor {
        id: Id::from_bytes([9; 16]),
        name: "Jonas Petrauskas".to_owned(),
        email: "jonas@blueferry.example".to_owned(),
        role: Role::Manager,
        unit: None,
        scope: None,
    }
}

/// Somebody with a browser and without JavaScript.
pub struct Visitor {
    app: Router,
    language: &'static str,
    pub cookie: String,
    from: Option<std::net::IpAddr>,
}

#[derive(Debug)]
pub struct Page {
    pub status: u16,
    pub location: String,
    pub body: String,
}

impl Page {
    #[track_caller]
    pub fn has(&self, text: &str) -> &Page {
        assert!(self.body.contains(text), "no {text:?} in {}", self.body);
        self
    }

    #[track_caller]
    pub fn lacks(&self, text: &str) -> &Page {
        assert!(!self.body.contains(text), "{text:?} in {}", self.body);
        self
    }

    /// What stands between two texts.
    #[track_caller]
    pub fn between(&self, before: &str, after: &str) -> String {
        let rest = self
            .body
            .split_once(before)
            .unwrap_or_else(|| panic!("no {before:?} in {}", self.body))
            .1;
        rest.split_once(after).expect("its end").0.to_owned()
    }

    /// Where the form of this page goes.
    pub fn action(&self) -> String {
        self.between("<form method=\"post\" action=\"", "\"")
            .replace("&amp;", "&")
            .replace("&#38;", "&")
    }
}

impl Visitor {
    pub async fn get(&mut self, path: &str) -> Page {
        self.send(
            self.request("GET", path)
                .body(Body::empty())
                .expect("a request"),
        )
        .await
    }

    pub async fn post(&mut self, path: &str, typed: &[(&str, &str)]) -> Page {
        let body = typed
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect::<Vec<_>>()
            .join("&");
        let request = self
            .request("POST", path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body));
        self.send(request.expect("a request")).await
    }

    /// A form with files: `(field, file name, bytes)`.
    pub async fn post_files(
        &mut self,
        path: &str,
        typed: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Page {
        const EDGE: &str = "----blue-ferry";
        let mut body = Vec::new();
        for (name, value) in typed {
            body.extend(
                format!(
                    "--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
                )
                .into_bytes(),
            );
        }
        for (name, file, bytes) in files {
            body.extend(
                format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: image/jpeg\r\n\r\n")
                    .into_bytes(),
            );
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend(format!("--{EDGE}--\r\n").into_bytes());
        let media = format!("multipart/form-data; boundary={EDGE}");
        let request = self
            .request("POST", path)
            .header(header::CONTENT_TYPE, media)
            .body(Body::from(body));
        self.send(request.expect("a request")).await
    }

    fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let request = match self.from {
            Some(address) => Request::builder().extension(address),
            None => Request::builder(),
        };
        request
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1:8080")
            .header(header::ACCEPT, "text/html")
            .header(header::ACCEPT_LANGUAGE, self.language)
            .header("sec-fetch-site", "same-origin")
            .header(header::COOKIE, &self.cookie)
    }

    async fn send(&mut self, request: Request<Body>) -> Page {
        let response = self.app.clone().oneshot(request).await.expect("an answer");
        let text = |name: header::HeaderName| {
            let value = response.headers().get(name);
            value
                .and_then(|v| v.to_str().ok())
                .unwrap_or_default()
                .to_owned()
        };
        let (location, cookie) = (text(header::LOCATION), text(header::SET_COOKIE));
        if !cookie.is_empty() {
            self.cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        }
        let status = response.status().as_u16();
        let bytes = response
            .into_body()
            .collect()
            .await
            .expect("a body")
            .to_bytes();
        Page {
            status,
            location,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }
}

pub fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    text.bytes()
        .map(|byte| {
            if plain(byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}
