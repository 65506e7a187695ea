//! Blue Ferry Co. over a year of random but believable histories, on SQLite and,
//! where there is one, on PostgreSQL.

use redress::house::wiring;
use redress_complaint::facts::*;
use redress_kernel::{
    Actor, By, Draft, Fact, Id, Instant, Lang, Organisation, Role, deadline::Step,
};
use redress_office::{Fault, SetUp, facts::UnitAdded, setup};
use redress_operation::receipt::{Arrival, receive};
use redress_store::{Db, Error, Keys, Location, Tx};

pub const DAY: i64 = 86_400;

pub fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

pub fn organisation() -> Organisation {
    Organisation {
        name: "Blue Ferry Co.".into(),
        time_zone: "Europe/Vilnius".into(),
        ..Organisation::default()
    }
}

pub fn person(n: u8, unit: Option<Id>) -> Actor {
    Actor {
        id: Id::from_bytes([n; 16]),
        name: format!("Colleague {n}"),
        email: String::new(),
        role: Role::Manager,
        unit,
        scope: None,
    }
}

pub const UNITS: [u8; 2] = [101, 102];

pub fn unit(n: usize) -> Id {
    Id::from_bytes([UNITS[n % 2]; 16])
}

pub struct World {
    pub db: Db,
    _folder: tempfile::TempDir,
}

/// SQLite always; PostgreSQL when there is a throw-away cluster to use.
pub fn worlds(name: &str) -> Vec<World> {
    let mut worlds = vec![World::sqlite()];
    match std::env::var("REDRESS_TEST_DATABASE_URL") {
        Ok(cluster) => worlds.push(World::postgres(cluster, name)),
        Err(_) => {
            assert!(
                std::env::var("REDRESS_TESTS_MAY_SKIP").as_deref() != Ok("no"),
                "PostgreSQL is missing"
            );
            eprintln!("SKIPPED, loudly: no PostgreSQL (REDRESS_TEST_DATABASE_URL)");
        }
    }
    worlds
}

impl World {
    pub fn sqlite() -> World {
        let folder = tempfile::tempdir().unwrap();
        let at = Location::Sqlite(folder.path().to_owned());
        World::opened(folder, at)
    }

    fn postgres(cluster: String, name: &str) -> World {
        let name = format!("figures_{name}_{}", std::process::id());
        let (server, _) = cluster.rsplit_once('/').unwrap();
        let url = format!("{server}/{name}");
        let made = std::thread::spawn(move || {
            let mut client = postgres::Client::connect(&cluster, postgres::NoTls).unwrap();
            client
                .batch_execute(&format!("CREATE DATABASE {name}"))
                .unwrap();
        });
        made.join().unwrap();
        World::opened(tempfile::tempdir().unwrap(), Location::Postgres(url))
    }

    fn opened(folder: tempfile::TempDir, place: Location) -> World {
        let began = at("2025-09-01T06:00:00Z");
        let keys = Keys::create(folder.path(), began).unwrap();
        let db = Db::open(&place, keys, wiring()).unwrap();
        let set_up = SetUp {
            organisation: organisation(),
            admin_name: "Egle".into(),
            admin_email: "egle@blueferry.example".into(),
            password_hash: None,
            language: None,
        };
        db.write_now(move |tx| -> Result<_, Fault> { setup(tx, set_up, began) })
            .unwrap();
        db.write_now(move |tx| -> Result<_, Error> {
            (0..UNITS.len()).map(unit).try_for_each(|id| {
                let name = format!("Pier {id}");
                tx.record(Draft::of(id, &UnitAdded { name }), &By::system(began))
                    .map(|_| ())
            })
        })
        .unwrap();
        World {
            db,
            _folder: folder,
        }
    }

    /// A year of complaints; the same seed gives the same year.
    pub fn lives(&self, seed: u64, complaints: usize) -> Vec<Id> {
        let mut dice = Dice(seed | 1);
        let mut known = Vec::new();
        for _ in 0..complaints {
            let start = at("2025-12-20T07:00:00Z").plus_seconds(dice.of(330) as i64 * DAY);
            let start = start.plus_seconds(dice.of(86_400) as i64);
            let earlier = known.clone();
            let mut own = Dice(dice.next());
            let id = self
                .db
                .write_now(move |tx| -> Result<Id, Error> {
                    history(tx, &mut own, start, &earlier)
                })
                .unwrap();
            known.push(id);
        }
        known
    }
}

/// A small generator: what proptest shrinks is its seed and the number of complaints.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 24) | 1
    }

    pub fn of(&mut self, sides: u64) -> u64 {
        (self.next() >> 8) % sides
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.of(all.len() as u64) as usize]
    }
}

fn history(tx: &mut Tx, dice: &mut Dice, start: Instant, earlier: &[Id]) -> Result<Id, Error> {
    let mut now = start;
    let by = |now| By {
        actor: Id::from_bytes([7; 16]),
        unit: None,
        at: now,
    };
    let imported = dice.of(6) == 0;
    let arrival = Arrival {
        channel: (*dice.pick(&["web", "phone", "email", "letter"])).into(),
        language: *dice.pick(&Lang::ALL),
        category: (dice.of(5) > 0).then(|| (*dice.pick(&["03", "06", "19"])).to_owned()),
        unit: (dice.of(3) > 0).then(|| unit(dice.of(2) as usize)),
        description: "The ferry left early.".into(),
        received_at: (dice.of(4) == 0).then(|| start.plus_seconds(-(dice.of(40) as i64) * DAY)),
        late_reason: "found in a drawer".into(),
        import: imported.then_some(Id::from_bytes([5; 16])),
        complainant: Person {
            phone: if dice.of(5) == 0 {
                String::new()
            } else {
                "+370 612 34567".into()
            },
            ..Person::default()
        },
        ..Arrival::default()
    };
    let Ok(receipt) = receive(tx, arrival, &by(now)) else {
        panic!("it is received");
    };
    let id = receipt.complaint;
    for step in 0..dice.of(14) {
        now = now.plus_seconds(dice.of(6) as i64 * DAY + dice.of(50_000) as i64);
        let draft = happening(dice, id, step, now, earlier);
        let draft = match dice.of(5) {
            0 => draft.occurred(now.plus_seconds(-(dice.of(10) as i64) * DAY)),
            _ => draft,
        };
        tx.record(draft, &by(now))?;
        if dice.of(12) == 0 {
            tx.erase(id, &[receipt.opening.seq], "request", &by(now))?;
        }
    }
    Ok(id)
}

fn happening(dice: &mut Dice, id: Id, step: u64, now: Instant, earlier: &[Id]) -> Draft {
    fn plain<F: Fact>(id: Id, fact: F) -> Draft
    where
        F::Personal: Default,
    {
        Draft::with(id, &fact, &F::Personal::default())
    }
    let letter = Id::from_bytes([(step as u8) / 2 + 1; 16]);
    match dice.of(18) {
        0 | 1 => plain(
            id,
            Acknowledged {
                way: "told".into(),
                language: Lang::En,
                message: None,
            },
        ),
        2 | 3 => {
            let level = (*dice.pick(&["low", "medium", "high"])).to_owned();
            let fact = Assessed {
                severity: level.clone(),
                safety: false,
                complexity: level.clone(),
                impact: level.clone(),
                immediate_needed: false,
                immediate_possible: false,
                priority: level.clone(),
                suggested: level,
                response_due: (dice.of(2) == 0).then(|| organisation().due(Step::Response, now)),
                people_affected: None,
                claimed: None,
            };
            plain(id, fact)
        }
        4 => {
            let scope = *dice.pick(&["complaint", "enquiry", "duplicate", "out-of-scope"]);
            plain(
                id,
                ScopeDecided {
                    scope: scope.into(),
                    duplicate_of: None,
                },
            )
        }
        5 => {
            let category = Some((*dice.pick(&["03", "06", "34"])).to_owned());
            plain(
                id,
                IssueSet {
                    number: 1,
                    category,
                    cause: None,
                },
            )
        }
        6 => {
            let to = unit(dice.of(2) as usize);
            plain(
                id,
                Assigned {
                    owner: Some(Id::from_bytes([3; 16])),
                    unit: Some(to),
                },
            )
        }
        7 => {
            let decided = Decided {
                cycle: 1,
                issues: vec![],
                message: letter,
                recourse_told: true,
            };
            plain(id, decided)
        }
        8 | 9 => plain(
            id,
            MessageSent {
                message: letter,
                way: "email".into(),
            },
        ),
        10 => {
            let closure_due = Some(organisation().due(Step::Closure, now));
            plain(
                id,
                Accepted {
                    channel: "phone".into(),
                    closure_due,
                },
            )
        }
        11 => plain(
            id,
            Referred {
                number: 1,
                by: "complainant".into(),
            },
        ),
        12 | 13 => {
            let reason = *dice.pick(&["accepted", "resolved-early", "withdrawn"]);
            let corrective_action = dice.of(3) == 0;
            plain(
                id,
                Closed {
                    reason: reason.into(),
                    corrective_action,
                    ..Closed::default()
                },
            )
        }
        14 => {
            let response_due = Some(organisation().due(Step::Response, now));
            plain(
                id,
                Reopened {
                    cycle: 2,
                    response_due,
                    update_due: None,
                },
            )
        }
        15 => {
            let colleague = Some(Id::from_bytes([dice.of(2) as u8 + 8; 16]));
            plain(
                id,
                PersonConcernNamed {
                    number: 1,
                    colleague,
                },
            )
        }
        16 => plain(
            id,
            Annulled {
                import: Id::from_bytes([5; 16]),
            },
        ),
        _ => match earlier {
            [] => plain(id, Noted::default()),
            all => {
                let to = *dice.pick(all);
                plain(
                    id,
                    Linked {
                        to,
                        reference: "BF-26-0000-000".into(),
                        kind: "related".into(),
                    },
                )
            }
        },
    }
}
