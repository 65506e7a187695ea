//! Blue Ferry Co. is set up, invites people, signs in and out: over the whole
//! application with its own database, as a browser without JavaScript does it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use http_body_util::BodyExt;
use redress::{clock, house::wiring, serve::{application, open_house}};
use redress_complaint::House;
use redress_kernel::{By, Id, Instant, Organisation, Role, instant::Clock};
use redress_office::{Fault, NewPerson, NewToken, SetUp, add_person, create_token, invite, password, set_password, setup, setup_link};
use redress_store::{Db, Keys, Location, Tx};
use std::{
    net::IpAddr,
    sync::{Arc, atomic::{AtomicI64, Ordering}},
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
        let folder = tempfile::tempdir().unwrap();
        let start: Instant = "2026-11-20T08:00:00Z".parse().unwrap();
        let db = Db::open(&Location::Sqlite(folder.path().to_owned()), Keys::fresh(start).unwrap(), wiring()).unwrap();
        let hands = Arc::new(Hands(AtomicI64::new(start.micros())));
        let house = open_house(db.clone(), hands.clone(), redress_office::who_is, base_url);
        Office { app: application(&house), house, db, hands, ip: ip.parse().unwrap(), _folder: folder }
    }

    /// With an owner and an organisation, as `redress setup` makes them.
    async fn set_up(ip: &str) -> Office {
        let office = Office::at("http://127.0.0.1:8080", ip);
        let new = SetUp {
            organisation: Organisation { name: "Blue Ferry Co.".into(), ..Organisation::default() },
            admin_name: "Aiste Mockute".into(),
            admin_email: OWNER.into(),
            password_hash: password::hash(PHRASE, [1; 32]),
            language: None,
        };
        let now = office.house.now();
        office.house.db.write(move |tx: &mut Tx| setup(tx, new, now)).await.unwrap();
        office
    }

    fn pass_seconds(&self, seconds: i64) {
        self.hands.0.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    async fn get(&self, path: &str, cookie: &str) -> Answer {
        self.send(Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap()).await
    }

    async fn post(&self, path: &str, cookie: &str, form: &str) -> Answer {
        let request = Request::post(path)
            .header(header::COOKIE, cookie)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    async fn send(&self, mut request: Request<Body>) -> Answer {
        request.extensions_mut().insert(self.ip);
        let response = self.app.clone().oneshot(request).await.unwrap();
        let text = |name: header::HeaderName| {
            response.headers().get(name).map(|value| value.to_str().unwrap().to_owned())
        };
        let set = text(header::SET_COOKIE);
        let (status, to, wait) = (response.status(), text(header::LOCATION).unwrap_or_default(), text(header::RETRY_AFTER));
        let cookie = set.map(|set| set.split(';').next().unwrap().to_owned());
        let body = response.into_body().collect().await.unwrap().to_bytes();
        Answer { status, to, cookie, body: String::from_utf8_lossy(&body).into_owned(), wait }
    }

    async fn sign_in(&self, email: &str, phrase: &str) -> Answer {
        let form = format!("email={}&password={}", email.replace('@', "%40"), phrase.replace(' ', "+"));
        self.post("/sign-in", "", &form).await
    }

    /// A colleague with a password, and their id.
    async fn colleague(&self, name: &str, role: Role) -> Id {
        let new = NewPerson { name: name.into(), email: format!("{}@ferry.example", name.to_lowercase()), role, unit: None, language: None };
        let (hash, by) = (password::hash(PHRASE, [2; 32]).unwrap(), By::system(self.house.now()));
        let write = move |tx: &mut Tx| -> Result<Id, Fault> {
            let person = add_person(tx, &new, &by)?;
            set_password(tx, person, &hash, &by)?;
            Ok(person)
        };
        self.house.db.write(write).await.unwrap()
    }
}

#[tokio::test]
async fn the_first_start_leads_from_the_printed_link_to_administration() {
    let office = Office::at("http://127.0.0.1:8080", "192.0.2.1");
    let now = office.house.now();
    let link = office.house.db.write(move |tx: &mut Tx| setup_link(tx, clock::random(), now)).await.unwrap().unwrap();
    assert_eq!(office.get("/setup/of-somebody-else", "").await.status, StatusCode::NOT_FOUND);
    assert!(office.get(&link, "").await.body.contains("Who looks after this system?"));

    let weak = office.post(&link, "", "name=Aiste+Mockute&email=aiste%40ferry.example&password=aistemockute2026").await;
    assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(weak.body.contains("easy to guess") && weak.body.contains("value=\"Aiste Mockute\""));
    assert!(!weak.body.contains("aistemockute2026"), "a password came back into a page");

    let owner = office.post(&link, "", "name=Aiste+Mockute&email=Aiste%40Ferry.example&password=the+boat+left+at+dawn").await;
    assert_eq!((owner.status, owner.to.as_str()), (StatusCode::SEE_OTHER, "/setup/organisation"));
    let cookie = owner.cookie.unwrap();
    assert_eq!(office.get(&link, "").await.status, StatusCode::NOT_FOUND, "the link works once");

    assert!(office.get("/setup/organisation", &cookie).await.body.contains("Europe/Vilnius"));
    let form = "organisation-name=Blue+Ferry+Co.&time-zone=Europe%2FVilnius&reference-prefix=bf&languages=lt&languages=en&first-language=lt&weekend=sat&weekend=sun&office-phone=0800+555+014";
    let set = office.post("/setup/organisation", &cookie, form).await;
    assert_eq!((set.status, set.to.as_str()), (StatusCode::SEE_OTHER, "/setup/mail"), "{}", set.body);
    assert_eq!(office.get("/setup/mail", &cookie).await.status, StatusCode::OK);
    assert_eq!(office.get("/setup/sample", &cookie).await.status, StatusCode::OK);
    assert_eq!(office.post("/setup/sample", &cookie, "sample=no").await.to, "/setup/done");
    assert!(office.get("/setup/done", &cookie).await.body.contains("/admin/people/new"));
    assert!(office.get("/admin", &cookie).await.body.contains("Blue Ferry Co."));

    let again = office.house.db.write(move |tx: &mut Tx| setup_link(tx, clock::random(), now)).await.unwrap();
    assert_eq!(again, None, "a house that is set up prints no link");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_get_one_and_the_same_page() {
    let office = Office::set_up("192.0.3.1").await;
    let wrong = office.sign_in(OWNER, "the boat left at dusk").await;
    let unknown = office.sign_in("nobody@ferry.example", PHRASE).await;
    assert_eq!((wrong.status, unknown.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
    assert_eq!(wrong.body.replace(OWNER, ""), unknown.body.replace("nobody@ferry.example", ""));
    assert!(wrong.cookie.is_none() && wrong.body.contains(OWNER) && !wrong.body.contains("at dusk"));
}

#[tokio::test]
async fn guessing_gets_slower_and_the_owner_still_comes_in() {
    let office = Office::set_up("192.0.4.1").await;
    for _ in 0..4 {
        assert_eq!(office.sign_in(OWNER, "wrong wrong wrong").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let slowed = office.sign_in(OWNER, PHRASE).await;
    assert_eq!((slowed.status, slowed.wait.as_deref()), (StatusCode::TOO_MANY_REQUESTS, Some("1")));
    office.pass_seconds(1);
    let entered = office.sign_in(OWNER, PHRASE).await;
    assert_eq!((entered.status, entered.to.as_str()), (StatusCode::SEE_OTHER, "/admin"));
}

#[tokio::test]
async fn a_session_ends_by_itself_by_signing_out_and_by_leaving() {
    let office = Office::set_up("192.0.5.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let cookie = office.sign_in("jonas@ferry.example", PHRASE).await.cookie.unwrap();
    assert_eq!(office.get("/desk/profile", &cookie).await.status, StatusCode::OK);

    // Used every twenty minutes it lives; left alone for half an hour it does not.
    for _ in 0..3 {
        office.pass_seconds(20 * 60);
        assert_eq!(office.get("/desk/profile", &cookie).await.status, StatusCode::OK);
    }
    office.pass_seconds(31 * 60);
    assert!(office.get("/desk/profile", &cookie).await.to.starts_with("/sign-in"));

    let cookie = office.sign_in("jonas@ferry.example", PHRASE).await.cookie.unwrap();
    assert_eq!(office.post("/sign-out", &cookie, "").await.to, "/sign-in");
    assert!(office.get("/desk/profile", &cookie).await.to.starts_with("/sign-in"));

    let cookie = office.sign_in("jonas@ferry.example", PHRASE).await.cookie.unwrap();
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let gone = office.post(&format!("/admin/people/{jonas}/deactivation"), &admin, "").await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.body);
    assert!(office.get("/desk/profile", &cookie).await.to.starts_with("/sign-in"));
    assert_eq!(office.sign_in("jonas@ferry.example", PHRASE).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn twelve_hours_are_the_end_however_busy_the_day() {
    let office = Office::set_up("192.0.6.1").await;
    let cookie = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    for _ in 0..35 {
        office.pass_seconds(20 * 60);
        assert_eq!(office.get("/admin", &cookie).await.status, StatusCode::OK);
    }
    office.pass_seconds(20 * 60);
    assert!(office.get("/admin", &cookie).await.to.starts_with("/sign-in"));
}

#[tokio::test]
async fn an_invited_colleague_sets_a_password_once_and_comes_in() {
    let office = Office::set_up("192.0.7.1").await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let form = "name=%EA%B9%80%EC%84%9C%EC%97%B0&email=seoyeon%40ferry.example&role=manager&unit=&language=ko";
    let invited = office.post("/admin/people", &admin, form).await;
    let start = invited.body.find("/welcome/").unwrap_or_else(|| panic!("{}", invited.body));
    let link: String = invited.body[start..].chars().take_while(|c| !matches!(c, '<' | '"')).collect();
    assert!(office.get(&link, "").await.body.contains("김서연"));

    let short = office.post(&link, "", "password=short").await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    let set = office.post(&link, "", "password=%EC%83%88%EB%B2%BD%EC%97%90+%EB%96%A0%EB%82%9C+%EB%B9%A8%EA%B0%84+%EB%B0%B0+%ED%95%9C+%EC%B2%99").await;
    assert_eq!((set.status, set.to.as_str()), (StatusCode::SEE_OTHER, "/desk"), "{}", set.body);
    assert_eq!(office.get(&link, "").await.status, StatusCode::NOT_FOUND);
    // She chose Korean, so the desk speaks it.
    assert!(office.get("/desk/profile", &set.cookie.unwrap()).await.body.contains("lang=\"ko\" dir=\"ltr\""));
    let twice = office.post("/admin/people", &admin, &form.replace("seoyeon", "SEOYEON")).await;
    assert!(twice.status == StatusCode::UNPROCESSABLE_ENTITY && twice.body.contains("has this address already"));
}

#[tokio::test]
async fn every_page_of_administration_is_for_the_roles_that_were_agreed() {
    let office = Office::set_up("192.0.8.1").await;
    office.colleague("Rasa", Role::Manager).await;
    office.colleague("Jonas", Role::Handler).await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let manager = office.sign_in("rasa@ferry.example", PHRASE).await.cookie.unwrap();
    let handler = office.sign_in("jonas@ferry.example", PHRASE).await.cookie.unwrap();
    for page in ["", "/organisation", "/people", "/units", "/targets", "/mail", "/health"] {
        let path = format!("/admin{page}");
        assert_eq!(office.get(&path, &admin).await.status, StatusCode::OK, "{path}");
        assert_eq!(office.get(&path, &manager).await.status, StatusCode::OK, "{path}");
        assert_eq!(office.get(&path, &handler).await.status, StatusCode::FORBIDDEN, "{path}");
        assert!(office.get(&path, "").await.to.starts_with("/sign-in?next="), "{path}");
    }
    assert_eq!(office.get("/admin/tokens", &manager).await.status, StatusCode::FORBIDDEN);
    assert_eq!(office.post("/admin/units", &manager, "unit-name=Nida").await.status, StatusCode::FORBIDDEN);
    assert_eq!(office.post("/admin/units", &admin, "unit-name=Nida").await.status, StatusCode::SEE_OTHER);
    assert!(office.get("/admin/units", &manager).await.body.contains("Nida"));
}

#[tokio::test]
async fn every_page_speaks_six_languages_and_brings_no_key_to_light() {
    let office = Office::set_up("192.0.9.1").await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let pages = ["/sign-in", "/admin", "/admin/organisation", "/admin/people", "/admin/people/new", "/admin/units", "/admin/targets",
        "/admin/mail", "/admin/tokens", "/admin/health", "/desk/profile", "/setup/organisation", "/setup/mail", "/setup/sample", "/setup/done"];
    for page in pages {
        for lang in ["en", "ko", "zh-Hant", "zh-Hans", "lt", "fa"] {
            let shown = office.get(&format!("{page}?lang={lang}"), &admin).await;
            assert_eq!(shown.status, StatusCode::OK, "{page} {lang}");
            assert!(shown.body.contains(&format!("<html lang=\"{lang}\"")), "{page} {lang}");
            assert_eq!(shown.body.matches("<h1").count(), 1, "{page} {lang}");
            assert!(!shown.body.contains("style=\"") && !shown.body.contains("<script"), "{page}");
            for prefix in [">field-", ">office-", ">setup-", ">health-", ">relay-", ">person-", ">token-", ">profile-", ">weekday-", ">problem-"] {
                assert!(!shown.body.contains(prefix), "{page} {lang} shows a key: {prefix}");
            }
        }
    }
}

#[tokio::test]
async fn changes_to_the_organisation_are_facts_and_stand_at_once() {
    let office = Office::set_up("192.0.10.1").await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let wrong = office.post("/admin/targets", &admin, "target-acknowledgement=1&target-assessment=9&target-update=10&target-response=5&target-closure=5").await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("id=\"target-response-err\""));
    let set = office.post("/admin/targets", &admin, "target-acknowledgement=1&target-assessment=%DB%B3&target-update=10&target-response=15&target-closure=5").await;
    assert_eq!(set.status, StatusCode::SEE_OTHER);
    assert!(office.get("/admin/targets", &admin).await.body.contains("value=\"3\""));
    let entries = office.house.db.read(|reader| redress_store::Read::entries(reader, Id::ORGANISATION)).await;
    let entries: Vec<redress_kernel::Entry> = entries.map_err(|error: redress_store::Error| error).unwrap();
    assert_eq!(entries.iter().filter(|entry| entry.kind == "organisation-set").count(), 2);
}

#[tokio::test]
async fn the_relays_password_is_in_no_page_and_in_no_fact() {
    let office = Office::set_up("192.0.11.1").await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let form = "relay-host=127.0.0.1&relay-port=1&relay-encryption=none&relay-from=care%40ferry.example&relay-user=care&relay-password=s3cret-of-the-relay";
    let set = office.post("/admin/mail", &admin, form).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.body);
    let page = office.get("/admin/mail", &admin).await.body;
    assert!(page.contains("care@ferry.example") && !page.contains("s3cret"));
    let entries: Result<Vec<redress_kernel::Entry>, redress_store::Error> =
        office.house.db.read(|reader| redress_store::Read::entries(reader, Id::ORGANISATION)).await;
    let entries = entries.unwrap();
    assert!(entries.iter().any(|entry| entry.kind == "relay-set"));
    assert!(entries.iter().all(|entry| !entry.record.contains("s3cret")));
    // Nobody listens on port 1: the test letter says so beside its field.
    let tried = office.post("/admin/mail/test", &admin, "test-to=aiste%40ferry.example").await;
    assert!(tried.status == StatusCode::UNPROCESSABLE_ENTITY && tried.body.contains("does not answer"), "{}", tried.body);
}

#[tokio::test]
async fn a_program_may_do_what_its_token_was_narrowed_to_until_it_ends() {
    let office = Office::set_up("192.0.12.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let by = By::system(office.house.now());
    let new = NewToken { person: jonas, name: "counter".into(), scope: Some(vec![redress_kernel::Action::Receive]) };
    let token = office.house.db.write(move |tx: &mut Tx| create_token(tx, &new, clock::random(), &by)).await.unwrap();
    let ask = |token: String| {
        let request = Request::get("/api/v1/complaints").header(header::AUTHORIZATION, format!("Bearer {token}"));
        office.send(request.body(Body::empty()).unwrap())
    };
    assert_eq!(ask(token.clone()).await.status, StatusCode::FORBIDDEN, "a token for receiving reads no list");
    assert_eq!(ask("rd_made-up".into()).await.status, StatusCode::UNAUTHORIZED);
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    let page = office.get("/admin/tokens", &admin).await.body;
    let start = page.find("/admin/tokens/").unwrap();
    let path: String = page[start..].chars().take_while(|c| *c != '"').collect();
    assert_eq!(office.post(&path, &admin, "").await.status, StatusCode::SEE_OTHER);
    assert_eq!(ask(token).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn over_an_open_network_nobody_is_let_type_a_password() {
    let office = Office::at("http://0.0.0.0:8080", "192.0.13.1");
    let page = office.get("/sign-in", "").await.body;
    assert!(page.contains("--tls") && !page.contains("type=\"password\""));
    assert_eq!(office.sign_in(OWNER, PHRASE).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn over_https_the_cookie_is_bound_to_this_host() {
    let office = Office::at("https://complaints.ferry.example", "192.0.14.1");
    let (now, by) = (office.house.now(), By::system(office.house.now()));
    let new = NewPerson { name: "Nora".into(), email: "nora@ferry.example".into(), role: Role::Admin, unit: None, language: None };
    let write = move |tx: &mut Tx| -> Result<String, Fault> {
        let person = add_person(tx, &new, &by)?;
        Ok(invite(tx, person, clock::random(), now)?)
    };
    let link = office.house.db.write(write).await.unwrap();
    let set = office.post(&link, "", "password=the+boat+left+at+dawn").await;
    assert!(set.cookie.unwrap().starts_with("__Host-session="));
}

/// What lies in the tables comes from facts alone: a rebuild finds nothing to change.
#[tokio::test]
async fn after_a_day_at_the_office_a_rebuild_changes_nothing() {
    let office = Office::set_up("192.0.15.1").await;
    let jonas = office.colleague("Jonas", Role::Handler).await;
    let admin = office.sign_in(OWNER, PHRASE).await.cookie.unwrap();
    office.post("/admin/units", &admin, "unit-name=Nida").await;
    let changed = office.post(&format!("/admin/people/{jonas}"), &admin, "name=Jonas+P&email=jonas%40ferry.example&role=manager&unit=").await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.body);
    office.post(&format!("/admin/people/{jonas}/deactivation"), &admin, "").await;
    office.post(&format!("/admin/people/{jonas}/reactivation"), &admin, "").await;
    office.post("/desk/profile", &admin, "language=lt").await;
    let own = office.post(&format!("/admin/people/{jonas}"), &admin, "name=&email=jonas%40ferry.example&role=manager&unit=").await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
    let differences = redress_store::rebuild_check(&office.db).unwrap();
    assert!(differences.is_empty(), "{differences:?}");
}
