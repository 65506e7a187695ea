//! Cases that are searched, on SQLite always and on PostgreSQL when a throw-away
//! cluster is named in REDRESS_TEST_DATABASE_URL.

use redress::house::wiring;
use redress_complaint::{
    facts::{
        Assigned, ConcernText, Enclosed, FileNames, Noted, Person, PersonConcernNamed,
        Supplemented, SupplementedText, Text,
    },
    inbox::Filter,
    search::{self, Found},
};
use redress_kernel::{Actor, By, Draft, Fact, Id, Instant, Organisation, Role};
use redress_office::facts::UnitAdded;
use redress_operation::receipt::{Arrival, NotReceived, receive};
use redress_store::{Db, Error, Keys, Location, rebuild_check};
use std::sync::atomic::{AtomicU32, Ordering};

pub struct World {
    pub db: Db,
    _folder: tempfile::TempDir,
}

pub fn now() -> Instant {
    "2026-03-02T07:00:00Z".parse().unwrap()
}

/// The same story on every engine that is there.
pub fn everywhere(story: impl Fn(&World)) {
    let folder = tempfile::tempdir().unwrap();
    let at = Location::Sqlite(folder.path().to_owned());
    story(&World::open(&at, folder));
    let Ok(server) = std::env::var("REDRESS_TEST_DATABASE_URL") else {
        assert!(
            std::env::var("REDRESS_TESTS_MAY_SKIP").as_deref() != Ok("no"),
            "PostgreSQL is missing"
        );
        return eprintln!("SKIPPED, loudly: no PostgreSQL (REDRESS_TEST_DATABASE_URL)");
    };
    let at = Location::Postgres(database(&server));
    story(&World::open(&at, tempfile::tempdir().unwrap()));
}

fn database(server: &str) -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::SeqCst);
    let name = format!("search_{}_{number}", std::process::id());
    let mut client = postgres::Client::connect(server, postgres::NoTls).unwrap();
    client
        .batch_execute(&format!("CREATE DATABASE {name}"))
        .unwrap();
    let (start, _) = server.rsplit_once('/').unwrap();
    format!("{start}/{name}")
}

impl World {
    pub fn open(at: &Location, folder: tempfile::TempDir) -> World {
        let keys = Keys::load_or_create(folder.path(), now()).unwrap();
        let db = Db::open(at, keys, wiring()).unwrap();
        db.write_now(move |tx| -> Result<_, Error> {
            [1, 2].iter().try_for_each(|n: &u8| {
                let (id, name) = (Id::from_bytes([*n; 16]), format!("Pier {n}"));
                tx.record(Draft::of(id, &UnitAdded { name }), &By::system(now()))
                    .map(|_| ())
            })
        })
        .unwrap();
        World {
            db,
            _folder: folder,
        }
    }

    pub fn folder(&self) -> &std::path::Path {
        self._folder.path()
    }

    /// A letter that says this.
    pub fn says(&self, description: &str) -> Id {
        self.arrives(Arrival {
            description: description.to_owned(),
            ..Arrival::default()
        })
    }

    pub fn arrives(&self, arrival: Arrival) -> Id {
        let arrival = Arrival {
            channel: "letter".to_owned(),
            anonymous: arrival.complainant.is_empty(),
            ..arrival
        };
        let done = self.db.write_now(move |tx| -> Result<_, NotReceived> {
            receive(tx, arrival, &By::system(now()))
        });
        done.unwrap().complaint
    }

    pub fn from(&self, name: &str, description: &str) -> Id {
        self.arrives(Arrival {
            description: description.to_owned(),
            complainant: rasa(name),
            ..Arrival::default()
        })
    }

    /// The manager has it in hand, and so knows whose it is.
    pub fn given_to_manager(&self, case: Id) {
        let owner = Some(manager().id);
        self.tells(case, &Assigned { owner, unit: None });
    }

    pub fn record(&self, draft: Draft) -> i64 {
        let by = By {
            actor: Id::from_bytes([9; 16]),
            unit: None,
            at: now(),
        };
        let done = self
            .db
            .write_now(move |tx| -> Result<_, Error> { tx.record(draft, &by) });
        done.unwrap().seq
    }

    pub fn notes(&self, case: Id, text: &str) -> i64 {
        let text = Text {
            text: text.to_owned(),
        };
        self.record(Draft::with(case, &Noted::default(), &text))
    }

    pub fn sends_file(&self, case: Id, name: &str) -> i64 {
        let file = Id::from_bytes([7; 16]);
        let mut files = FileNames::default();
        files.file_names.insert(file, name.to_owned());
        let enclosed = Enclosed {
            file,
            commit: String::new(),
            media: "image/jpeg".to_owned(),
            bytes: 1,
        };
        let fact = Supplemented {
            files: vec![enclosed],
            channel: "web".to_owned(),
        };
        let text = SupplementedText {
            text: String::new(),
            files,
        };
        self.record(Draft::with(case, &fact, &text))
    }

    pub fn is_about(&self, case: Id, colleague: Id) {
        let fact = PersonConcernNamed {
            number: 1,
            colleague: Some(colleague),
        };
        let text = ConcernText {
            name: "Boris".to_owned(),
            text: "rude at the counter".to_owned(),
        };
        self.record(Draft::with(case, &fact, &text));
    }

    pub fn erases(&self, case: Id, seq: i64) {
        self.tells(
            case,
            &redress_complaint::facts::Erased {
                entries: vec![seq],
                basis: "request".to_owned(),
            },
        );
    }

    pub fn tells<F: Fact<Personal = ()>>(&self, case: Id, fact: &F) {
        self.record(Draft::of(case, fact));
    }

    pub fn finds(&self, viewer: &Actor, typed: &str) -> Found {
        self.page(viewer, typed, None, 25)
    }

    pub fn page(&self, viewer: &Actor, typed: &str, after: Option<i64>, limit: usize) -> Found {
        let label = |_: &str, code: &str| code.to_owned();
        let found = self.db.read_now(|reader| -> Result<_, Error> {
            let organisation = Organisation::default();
            let wanted = search::understand(reader, typed, &label, now(), &organisation)?;
            let page = search::Page {
                viewer,
                filter: &Filter::default(),
                after,
                limit,
                now: now(),
                end_of_today: now().plus_seconds(40_000),
            };
            search::find(reader, &wanted, &page)
        });
        found.unwrap()
    }

    /// The cases found, newest first.
    pub fn ids(&self, typed: &str) -> Vec<Id> {
        let found = self.finds(&manager(), typed);
        assert_eq!(found.count.min(25), found.hits.len(), "{typed}");
        found.hits.iter().map(|hit| hit.row.id).collect()
    }

    pub fn intact(&self) {
        assert_eq!(rebuild_check(&self.db).unwrap(), []);
    }
}

pub fn rasa(name: &str) -> Person {
    Person {
        name: name.to_owned(),
        email: "rasa@example.org".to_owned(),
        phone: "+370 612 34567".to_owned(),
        address: String::new(),
    }
}

pub fn manager() -> Actor {
    Actor {
        id: Id::from_bytes([8; 16]),
        name: String::new(),
        email: String::new(),
        role: Role::Manager,
        unit: None,
        scope: None,
    }
}
