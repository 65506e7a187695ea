//! The office under simulation: a real house on a real store, a clock whose hands the
//! simulation moves, and a relay that mostly takes letters, sometimes not, sometimes
//! is down for days.

use axum::{
    Router,
    body::Body,
    http::{Request, header},
};
use http_body_util::BodyExt;
use redress::{house::wiring, post::OUTBOX, serve};
use redress_channels::outbox::{MAIL, Ways, send_mail};
use redress_complaint::{House, slice::Work};
use redress_kernel::{Actor, By, Id, Instant, Organisation, Role, instant::Clock};
use redress_mail::Post;
use redress_office::{
    Fault, NewPerson, NewToken, SetUp, add_person, create_token_until, password, set_password,
    setup,
};
use redress_store::{Db, Error, Keys, Location, sql};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
};
use tower::ServiceExt;

/// The first of them sets the organisation up.
const STAFF: [(&str, Role); 10] = [
    ("admin", Role::Admin),
    ("manager", Role::Manager),
    ("quality", Role::Manager),
    ("quick", Role::Handler),
    ("steady", Role::Handler),
    ("slow", Role::Handler),
    ("forgetful", Role::Handler),
    ("intake", Role::Intake),
    ("auditor", Role::Auditor),
    ("director", Role::TopManagement),
];

pub struct Office {
    pub house: House,
    pub app: Router,
    pub staff: BTreeMap<&'static str, Actor>,
    pub mail: PathBuf,
    tokens: BTreeMap<&'static str, String>,
    cookie: String,
    hands: Arc<Hands>,
    runtime: tokio::runtime::Runtime,
    _folder: tempfile::TempDir,
}

struct Hands(AtomicI64);

impl Clock for Hands {
    fn now(&self) -> Instant {
        Instant::from_micros(self.0.load(Ordering::SeqCst))
    }
}

/// Where the letters of each office go now, by its address: a job's handler is a plain
/// function and knows only its house.
static POSTS: Mutex<BTreeMap<String, Post>> = Mutex::new(BTreeMap::new());

static SENDS: Work = Work {
    kind: MAIL,
    ready: |_| true,
    run: |house, job| {
        let post = POSTS.lock().expect("posts").get(&house.base_url).cloned();
        let ways = Ways {
            post: post.expect("this office has a post"),
            receiving: None,
            key: *house.db.keys().code_key(),
        };
        send_mail(house, job, &ways)
    },
};

const PASSWORD: &str = "three years of an office";
const FROM: &str = "complaints@northfield.example";

impl Office {
    pub fn opens(at: Instant) -> Office {
        static OFFICES: AtomicU64 = AtomicU64::new(0);
        let folder = tempfile::tempdir().expect("a folder");
        let hands = Arc::new(Hands(AtomicI64::new(at.micros())));
        let keys = Keys::load_or_create(folder.path(), at).expect("keys");
        let place = Location::Sqlite(folder.path().to_owned());
        let db = Db::open(&place, keys, wiring()).expect("a database");
        let number = OFFICES.fetch_add(1, Ordering::SeqCst);
        let address = format!("https://office-{number}.example");
        let house = serve::open_house(db, hands.clone(), redress_office::who_is, &address);
        let mut office = Office {
            app: serve::application(&house),
            house,
            staff: BTreeMap::new(),
            mail: folder.path().join("mail"),
            tokens: BTreeMap::new(),
            cookie: String::new(),
            hands,
            runtime: tokio::runtime::Builder::new_multi_thread()
                .worker_threads(1)
                .enable_all()
                .build()
                .expect("a runtime"),
            _folder: folder,
        };
        office.post_is(true);
        office.sets_up(at);
        office
    }

    pub fn now(&self) -> Instant {
        self.hands.now()
    }

    /// Never back: time in an office only goes on.
    pub fn it_is(&self, at: Instant) {
        self.hands.0.fetch_max(at.micros(), Ordering::SeqCst);
    }

    /// Does the relay take letters from now on?
    pub fn post_is(&self, open: bool) {
        let folder = match open {
            true => self.mail.clone(),
            // Below a file there is no folder.
            false => self.mail.with_file_name("keys.toml").join("mail"),
        };
        let from = FROM.to_owned();
        let mut posts = POSTS.lock().expect("posts");
        posts.insert(self.house.base_url.clone(), Post::Folder { folder, from });
    }

    fn sets_up(&mut self, at: Instant) {
        let hash = password::hash(PASSWORD, (self.house.random)()).expect("a hash");
        let founded = self.house.db.write_now(move |tx| -> Result<_, Fault> {
            let mut people = Vec::new();
            for (number, (key, role)) in STAFF.iter().enumerate() {
                let id = match number {
                    0 => setup(tx, northfield(), at)?,
                    _ => add_person(tx, &person(key, *role), &By::system(at))?,
                };
                people.push((*key, id, *role));
                if *key == "manager" {
                    set_password(tx, id, &hash, &By::system(at))?;
                }
            }
            Ok(people)
        });
        for (key, id, role) in founded.expect("founded") {
            self.staff.insert(key, actor(key, id, role));
        }
        for key in ["admin", "manager"] {
            let token = self.token(key, at);
            self.tokens.insert(key, token);
        }
    }

    fn token(&self, key: &str, at: Instant) -> String {
        let new = NewToken {
            person: self.staff[key].id,
            name: "simulation".to_owned(),
            scope: None,
        };
        let random = (self.house.random)();
        let made = self.house.db.write_now(move |tx| -> Result<_, Fault> {
            // Longer than any simulation.
            let ends = at.plus_seconds(30 * 366 * 86_400);
            create_token_until(tx, &new, ends, random, &By::system(at))
        });
        made.expect("a token")
    }

    /// What the machine does by itself: lists follow a recount, people are reminded,
    /// what is due is sent.
    pub fn looks(&self) {
        self.carries_on();
        self.posts();
    }

    pub fn carries_on(&self) {
        for meanwhile in self.house.slices.iter().filter_map(|slice| slice.meanwhile) {
            let more = || meanwhile(&self.house).expect("carried on");
            assert!((0..1000).any(|_| !more()), "it never ends");
        }
    }

    pub fn posts(&self) {
        self.runtime.block_on(async {
            serve::run_due(&self.house, &SENDS).await;
            for work in OUTBOX.jobs.iter().filter(|work| work.kind != MAIL) {
                serve::run_due(&self.house, work).await;
            }
        });
    }

    /// A planted fault: rows that no fact changed.
    pub fn loses(&self, statement: &'static str) {
        let done = self
            .house
            .db
            .write_now(move |tx| -> Result<_, Error> { tx.execute(&sql(statement)) });
        assert!(done.expect("done") > 0, "{statement} changed nothing");
    }

    /// A request of a person's program, straight to the router.
    pub fn asks(&self, who: &str, method: &str, path: &str, body: Option<&Value>) -> (u16, String) {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "office.example")
            .header(
                header::AUTHORIZATION,
                format!("Bearer {}", self.tokens[who]),
            )
            .header(header::CONTENT_TYPE, "application/json");
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        let (status, _, body) = self.sends(request.body(body).expect("a request"));
        (status, body)
    }

    /// Status, cookie and body.
    fn sends(&self, request: Request<Body>) -> (u16, String, String) {
        self.runtime.block_on(async {
            let response = self.app.clone().oneshot(request).await.expect("an answer");
            let status = response.status().as_u16();
            let cookie = response.headers().get(header::SET_COOKIE);
            let cookie = cookie.and_then(|it| it.to_str().ok()).unwrap_or_default();
            let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
            let bytes = response.into_body().collect().await.expect("a body");
            let body = String::from_utf8_lossy(&bytes.to_bytes()).into_owned();
            (status, cookie, body)
        })
    }

    /// The manager signs in with a browser.
    pub fn signs_in(&mut self) {
        let request = self.browser("POST", "/sign-in");
        let typed = format!(
            "email=manager%40northfield.example&password={}",
            PASSWORD.replace(' ', "+")
        );
        let form = header::HeaderValue::from_static("application/x-www-form-urlencoded");
        let request = request
            .header(header::CONTENT_TYPE, form)
            .body(Body::from(typed));
        let (status, cookie, body) = self.sends(request.expect("a request"));
        assert!(status == 303 && !cookie.is_empty(), "{status}: {body}");
        self.cookie = cookie;
    }

    fn browser(&self, method: &str, path: &str) -> axum::http::request::Builder {
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "office.example")
            .header(header::ACCEPT, "text/html")
            .header(header::ACCEPT_LANGUAGE, "en")
            .header("sec-fetch-site", "same-origin")
            .header(header::COOKIE, &self.cookie)
    }

    /// A page as the manager sees it.
    pub fn page(&self, path: &str) -> String {
        let request = self.browser("GET", path).body(Body::empty());
        let (status, _, body) = self.sends(request.expect("a request"));
        assert_eq!(status, 200, "{path}: {body}");
        body
    }

    pub fn gets(&self, path: &str) -> Value {
        let (status, body) = self.asks("manager", "GET", path, None);
        assert_eq!(status, 200, "{path}: {body}");
        serde_json::from_str(&body).expect("JSON")
    }
}

fn northfield() -> SetUp {
    SetUp {
        organisation: Organisation {
            name: "Northfield Water".to_owned(),
            time_zone: "Europe/Vilnius".to_owned(),
            prefix: "NW".to_owned(),
            phone: "0800 555 014".to_owned(),
            external_body: "Water Ombudsman, 1 Harbour Street, www.water-ombudsman.example"
                .to_owned(),
            ..Organisation::default()
        },
        admin_name: "admin".to_owned(),
        admin_email: "admin@northfield.example".to_owned(),
        password_hash: None,
        language: None,
    }
}

fn person(key: &str, role: Role) -> NewPerson {
    NewPerson {
        name: key.to_owned(),
        email: format!("{key}@northfield.example"),
        role,
        unit: None,
        language: None,
    }
}

fn actor(key: &str, id: Id, role: Role) -> Actor {
    Actor {
        id,
        name: key.to_owned(),
        email: format!("{key}@northfield.example"),
        role,
        unit: None,
        scope: None,
    }
}
