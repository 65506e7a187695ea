//! Blue Ferry Co. with a tree of units and a complaint of each kind; who asks says so in
//! their token, so that a thousand people need no password.

use axum::{
    Router,
    body::Body,
    http::{Method, Request, header},
};
use http_body_util::BodyExt;
use redress::{
    house::wiring,
    serve::{application, open_house},
};
use redress_complaint::{
    facts::{Assigned, ConcernText, ConflictDeclared, LineDrawn, PersonConcernNamed, Reason},
    house::{Credential, WhoIs},
};
use redress_kernel::{Actor, By, Draft, Id, Instant, Organisation, Role, instant::Clock};
use redress_office::{
    Fault, SetUp,
    facts::{CasesSampled, UnitAdded, UnitPlaced},
    setup,
};
use redress_operation::receipt::{Arrival, receive};
use redress_store::{Db, Error, Keys, Location, Reader, Tx};
use std::{collections::BTreeMap, sync::Arc};
use tower::ServiceExt;

pub const PIER: Id = Id::from_bytes([1; 16]);
pub const EAST_PIER: Id = Id::from_bytes([2; 16]);
pub const HARBOUR: Id = Id::from_bytes([3; 16]);

/// Whom a complaint is about, who has one, who visits, and everybody else.
pub const BORIS: u8 = 10;
pub const JONAS: u8 = 11;
pub const VISITOR: u8 = 12;
pub const SOMEBODY: u8 = 13;
/// Who heads the unit of somebody complained about, and who declared a conflict.
pub const HEAD: u8 = 14;
pub const COUSIN: u8 = 15;

pub fn person(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

struct Morning;

impl Clock for Morning {
    fn now(&self) -> Instant {
        "2026-03-02T08:00:00Z".parse().unwrap()
    }
}

#[derive(Debug, Clone, Copy)]
pub struct Viewer {
    pub role: Role,
    pub unit: Option<Id>,
    pub person: u8,
}

impl Viewer {
    fn token(self) -> String {
        let unit = self.unit.map(|unit| unit.to_string()).unwrap_or_default();
        format!("{}.{unit}.{}", self.role.name(), self.person)
    }
}

/// Whoever the token names.
pub fn as_told(
    _: &mut Reader,
    credential: &Credential,
    _: Instant,
) -> Result<Option<Actor>, Error> {
    let Credential::Bearer(token) = credential else {
        return Ok(None);
    };
    let parts: Vec<&str> = token.split('.').collect();
    let [role, unit, number] = parts[..] else {
        return Ok(None);
    };
    Ok(Some(Actor {
        id: person(number.parse().unwrap()),
        name: "Somebody".to_owned(),
        email: String::new(),
        role: Role::from_name(role).unwrap(),
        unit: unit.parse().ok(),
        scope: None,
    }))
}

/// The fault that is planted: everybody's scope is everything.
pub fn without_scope(
    reader: &mut Reader,
    credential: &Credential,
    now: Instant,
) -> Result<Option<Actor>, Error> {
    Ok(as_told(reader, credential, now)?.map(|actor| Actor {
        id: person(99),
        unit: None,
        ..actor
    }))
}

pub struct World {
    app: Router,
    /// Reference by the name of the case; its story says `canary-` and the name.
    pub cases: BTreeMap<&'static str, String>,
    _folder: tempfile::TempDir,
}

/// Name, unit, whom it is about, who has it.
type Story = (&'static str, Option<Id>, Option<u8>, Option<u8>);
const STORIES: [Story; 9] = [
    ("pier", Some(PIER), None, None),
    ("east", Some(EAST_PIER), None, None),
    ("harbour", Some(HARBOUR), None, None),
    ("nowhere", None, None, None),
    ("about", Some(PIER), Some(BORIS), None),
    ("owned", Some(PIER), None, Some(JONAS)),
    ("sampled", Some(PIER), None, None),
    ("line", Some(PIER), None, None),
    ("conflict", Some(PIER), None, None),
];

impl World {
    pub fn opens(who_is: WhoIs) -> World {
        let folder = tempfile::tempdir().unwrap();
        let at = Location::Sqlite(folder.path().to_owned());
        let db = Db::open(&at, Keys::fresh(Morning.now()).unwrap(), wiring()).unwrap();
        let house = open_house(db, Arc::new(Morning), who_is, "http://127.0.0.1:8080");
        let cases = house.db.write_now(happens).unwrap();
        World {
            app: application(&house),
            cases,
            _folder: folder,
        }
    }

    /// Status and body; a stream is not read.
    pub async fn asks(&self, viewer: Option<Viewer>, method: &Method, path: &str) -> (u16, String) {
        let mut request = Request::builder()
            .method(method.clone())
            .uri(path)
            .header(header::HOST, "127.0.0.1:8080")
            .header("sec-fetch-site", "same-origin")
            .header(header::ACCEPT, "text/html");
        if let Some(viewer) = viewer {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", viewer.token()));
        }
        let answer = self
            .app
            .clone()
            .oneshot(request.body(Body::empty()).unwrap());
        let (parts, body) = answer.await.unwrap().into_parts();
        let media = parts.headers.get(header::CONTENT_TYPE);
        let endless = media.is_some_and(|it| it.as_bytes().starts_with(b"text/event-stream"));
        let body = match endless {
            true => String::new(),
            false => {
                let bytes = body.collect().await.unwrap().to_bytes();
                String::from_utf8_lossy(&bytes).into_owned()
            }
        };
        (parts.status.as_u16(), body)
    }
}

fn kept_apart(tx: &mut Tx, name: &str, case: Id, by: &By) -> Result<(), Fault> {
    match name {
        "line" => {
            let line = vec![person(HEAD)];
            tx.record(Draft::of(case, &LineDrawn { line }), by)?;
        }
        "conflict" => {
            let declared = ConflictDeclared { conflict: true };
            let theirs = By {
                actor: person(COUSIN),
                ..*by
            };
            tx.record(Draft::with(case, &declared, &Reason::default()), &theirs)?;
        }
        _ => {}
    }
    Ok(())
}

fn happens(tx: &mut Tx) -> Result<BTreeMap<&'static str, String>, Fault> {
    let by = By::system(Morning.now());
    let new = SetUp {
        organisation: Organisation::default(),
        admin_name: "Aiste Mockute".into(),
        admin_email: "aiste@ferry.example".into(),
        password_hash: None,
        language: None,
    };
    setup(tx, new, by.at)?;
    for (unit, name) in [(PIER, "Pier"), (EAST_PIER, "East"), (HARBOUR, "Harbour")] {
        let name = name.to_owned();
        tx.record(Draft::of(unit, &UnitAdded { name }), &by)?;
    }
    let above = Some(PIER);
    tx.record(Draft::of(EAST_PIER, &UnitPlaced { above }), &by)?;
    let mut cases = BTreeMap::new();
    for (name, unit, about, owner) in STORIES {
        let arrival = Arrival {
            channel: "phone".into(),
            description: format!("canary-{name} sang"),
            unit,
            ..Arrival::default()
        };
        let receipt = receive(tx, arrival, &by)
            .map_err(|_| "not received")
            .unwrap();
        let case = receipt.complaint;
        if let Some(colleague) = about.map(person) {
            let named = PersonConcernNamed {
                number: 1,
                colleague: Some(colleague),
            };
            tx.record(Draft::with(case, &named, &ConcernText::default()), &by)?;
        }
        let owner = owner.map(person);
        tx.record(Draft::of(case, &Assigned { owner, unit: None }), &by)?;
        kept_apart(tx, name, case, &by)?;
        if name == "sampled" {
            let sampled = CasesSampled {
                seed: String::new(),
                among: 0,
                cases: vec![case],
            };
            tx.record(Draft::of(person(VISITOR), &sampled), &by)?;
        }
        cases.insert(name, receipt.reference);
    }
    Ok(cases)
}
