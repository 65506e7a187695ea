//! Who may see which case is said twice: by `kernel::person::allow` on a folded
//! case, and by `inbox::seen_by` in the statements. At random the two agree, for
//! every list and every count, on both engines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::print_stderr
)]

use proptest::prelude::*;
use redress::{house::wiring, serve::open_house};
use redress_channels::{
    mailboxes::{
        facts::{MailTaken, MailText},
        ledger,
    },
    outbox::{count_unsent, unsent},
    sorting::{count_of, of_fates},
};
use redress_complaint::{
    Complaint, House,
    facts::{
        Assigned, Closed, ConcernText, ConflictDeclared, Letter, LineDrawn, MessageQueued,
        PersonConcernNamed, Reason, Text, WaitingSet,
    },
    inbox::{Filter, Queue, Sight, counts, list},
    record::find,
};
use redress_kernel::{
    Action, Actor, By, Draft, Id, Instant, Lang, Role, instant::Clock, person::allow,
};
use redress_office::facts::{CasesSampled, UnitAdded, UnitPlaced};
use redress_operation::receipt::{Arrival, receive};
use redress_store::{Db, Error, Keys, Location, Reader, Tx};
use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

struct Noon;

impl Clock for Noon {
    fn now(&self) -> Instant {
        "2026-03-02T10:00:00Z".parse().unwrap()
    }
}

/// Four colleagues and three units; number 0 stands for nobody and for no unit.
fn person(n: u8) -> Id {
    Id::from_bytes([100 + n; 16])
}

fn unit(n: u8) -> Option<Id> {
    (n > 0).then(|| Id::from_bytes([200 + n; 16]))
}

/// What is drawn for a case.
#[derive(Debug, Clone)]
struct Drawn {
    unit: u8,
    owner: u8,
    about: Vec<u8>,
    /// In the line above somebody, and with a conflict of interest.
    line: Vec<u8>,
    conflicts: Vec<u8>,
    waiting: bool,
    closed: bool,
    /// Received so many days ago: some of them are overdue.
    days: i64,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let some = || prop::collection::vec(1u8..5, 0..3);
    let apart = (some(), some(), some());
    (0u8..4, 0u8..5, apart, any::<bool>(), 0u8..5, 0i64..3).prop_map(
        |(unit, owner, (about, line, conflicts), waiting, closed, days)| Drawn {
            unit,
            owner,
            about,
            line,
            conflicts,
            waiting,
            closed: closed == 0,
            days,
        },
    )
}

fn house(at: &Location, keys: Keys) -> House {
    let db = Db::open(at, keys, wiring()).unwrap();
    db.write_now(|tx| -> Result<_, Error> {
        let by = By::system(Noon.now().plus_seconds(-400 * 86_400));
        for id in (1..=9u8).filter_map(unit) {
            let name = format!("Pier {id}");
            tx.record(Draft::of(id, &UnitAdded { name }), &by)?;
        }
        // The second lies below the first, and the third below the second.
        for (below, above) in [(2, 1), (3, 2)] {
            let (id, above) = (unit(below).unwrap(), unit(above));
            tx.record(Draft::of(id, &UnitPlaced { above }), &by)?;
        }
        Ok(())
    })
    .unwrap();
    open_house(
        db,
        Arc::new(Noon),
        redress_office::who_is,
        "http://localhost",
    )
}

/// Receives a case and does to it what was drawn; its id.
fn happens(house: &House, drawn: &Drawn) -> Id {
    let (drawn, now) = (drawn.clone(), Noon.now().plus_seconds(-drawn.days * 86_400));
    let done = house.db.write_now(move |tx| -> Result<Id, Error> {
        let by = By::system(now);
        let arrival = Arrival {
            channel: "phone".into(),
            description: "The ferry left early.".into(),
            unit: unit(drawn.unit),
            ..Arrival::default()
        };
        let case = receive(tx, arrival, &by)
            .map_err(|_| "not received")
            .unwrap()
            .complaint;
        for (number, colleague) in (1..).zip(&drawn.about) {
            let named = PersonConcernNamed {
                number,
                colleague: Some(person(*colleague)),
            };
            tx.record(Draft::with(case, &named, &ConcernText::default()), &by)?;
        }
        kept_apart(tx, case, &drawn, &by)?;
        let assigned = Assigned {
            owner: Some(drawn.owner).filter(|n| *n > 0).map(person),
            unit: None,
        };
        tx.record(Draft::of(case, &assigned), &by)?;
        let letter = MessageQueued {
            message: tx.new_id(now),
            purpose: "reply".into(),
            way: "letter".into(),
            language: Lang::En,
            send_at: now,
            files: Vec::new(),
            next_update: None,
            response_due: None,
            progress: false,
        };
        tx.record(Draft::with(case, &letter, &Letter::default()), &by)?;
        machine_answers(tx, case, &by)?;
        if drawn.waiting {
            let waiting = WaitingSet {
                on: Some("internal".into()),
                until: None,
                ..WaitingSet::default()
            };
            tx.record(Draft::with(case, &waiting, &Text::default()), &by)?;
        }
        if drawn.closed {
            tx.record(
                Draft::with(case, &Closed::default(), &Reason::default()),
                &by,
            )?;
        }
        Ok(case)
    });
    done.unwrap()
}

/// The line above, and each conflict as its person declares it.
fn kept_apart(tx: &mut Tx, case: Id, drawn: &Drawn, by: &By) -> Result<(), Error> {
    let line = drawn.line.iter().copied().map(person).collect();
    tx.record(Draft::of(case, &LineDrawn { line }), by)?;
    for colleague in &drawn.conflicts {
        let theirs = By {
            actor: person(*colleague),
            ..*by
        };
        let declared = ConflictDeclared { conflict: true };
        tx.record(Draft::with(case, &declared, &Reason::default()), &theirs)?;
    }
    Ok(())
}

/// An automatic answer about this case, which belongs to no case; it calls itself by it.
fn machine_answers(tx: &mut Tx, case: Id, by: &By) -> Result<(), Error> {
    static NUMBER: AtomicU32 = AtomicU32::new(1);
    let uid = NUMBER.fetch_add(1, Ordering::SeqCst);
    let taken = MailTaken {
        mailbox: person(0),
        uid_validity: 1,
        uid,
        content: uid.to_string(),
        says: String::new(),
        bytes: 1,
        arrived_at: None,
        fate: "automatic".into(),
        reasons: Vec::new(),
        complaint: None,
        concerns: Some(case),
        looked_for: true,
        same_as: None,
        files: Vec::new(),
        partial: false,
        checks: None,
    };
    let text = MailText {
        message_id: case.to_string(),
        ..MailText::default()
    };
    let mail = tx.new_id(by.at);
    tx.record(Draft::with(mail, &taken, &text), by).map(|_| ())
}

fn viewers() -> impl Iterator<Item = Actor> {
    let places = (1u8..5).flat_map(|n| (0u8..4).map(move |unit| (n, unit)));
    places.flat_map(|(n, its)| {
        Role::ALL.map(|role| Actor {
            id: person(n),
            name: String::new(),
            email: String::new(),
            role,
            unit: unit(its),
            scope: None,
        })
    })
}

fn in_queue(c: &Complaint, queue: Queue, viewer: &Actor, now: Instant, tonight: Instant) -> bool {
    let due = c.next_due(&jiff::tz::TimeZone::UTC).map(|(_, at)| at);
    c.is_open()
        && match queue {
            Queue::All => true,
            Queue::Mine => c.owner == Some(viewer.id),
            Queue::Unassigned => c.owner.is_none(),
            Queue::Waiting => c.waiting.is_some(),
            Queue::Significant => c.significant.is_some(),
            Queue::Overdue => due.is_some_and(|due| due < now),
            Queue::Today => due.is_some_and(|due| now <= due && due <= tonight),
        }
}

/// Lists, counts, the outbox and single questions against the rule on folded cases.
fn agree(house: &House, ids: &BTreeSet<Id>) {
    let now = Noon.now();
    let tonight = now.plus_seconds(12 * 3600);
    let ids = ids.clone();
    house
        .db
        .read_now(move |reader| -> Result<_, Error> {
            let mut cases = Vec::new();
            for id in &ids {
                cases.push(find(reader, *id)?.expect("it was received"));
            }
            for viewer in viewers() {
                let may =
                    |c: &&Complaint| allow(&viewer, Action::SeeCase, Some(&c.about())).is_allowed();
                let seen: Vec<&Complaint> = cases.iter().filter(may).collect();
                let counted = counts(reader, &viewer, now, tonight)?;
                for queue in [None].into_iter().chain(Queue::ALL.map(Some)) {
                    let filter = Filter {
                        queue,
                        limit: 200,
                        ..Filter::default()
                    };
                    let listed: BTreeSet<Id> = list(reader, &viewer, &filter, now, tonight)?
                        .iter()
                        .map(|row| row.id)
                        .collect();
                    let right: BTreeSet<Id> = seen
                        .iter()
                        .filter(|c| queue.is_none_or(|q| in_queue(c, q, &viewer, now, tonight)))
                        .map(|c| c.id)
                        .collect();
                    assert_eq!(listed, right, "{queue:?} of {viewer:?}");
                    if let Some(queue) = queue {
                        assert_eq!(
                            counted.of(queue),
                            right.len() as i64,
                            "{queue:?} of {viewer:?}"
                        );
                    }
                }
                let letters = unsent(reader, &viewer)?;
                let counted = count_unsent(reader, &viewer)?;
                assert_eq!(counted, letters.len() as i64, "the rail of {viewer:?}");
                let letters: BTreeSet<String> =
                    letters.into_iter().map(|letter| letter.reference).collect();
                let references = seen.iter().map(|c| c.reference.clone()).collect();
                assert_eq!(letters, references, "the outbox of {viewer:?}");
                mails_agree(reader, &viewer, &seen)?;
                let sight = Sight::among(reader, &viewer, &ids)?;
                for case in &cases {
                    let visible = may(&case);
                    assert_eq!(
                        (sight.sees(case.id), sight.hides(case.id)),
                        (visible, !visible)
                    );
                }
            }
            Ok(())
        })
        .unwrap();
}

/// The list of messages, their count and the ledger: what speaks of a case is seen by
/// whoever sees the case.
fn mails_agree(reader: &mut Reader, viewer: &Actor, seen: &[&Complaint]) -> Result<(), Error> {
    let right: BTreeSet<String> = seen.iter().map(|c| c.id.to_string()).collect();
    let listed = of_fates(reader, &["automatic"], viewer)?;
    let listed: BTreeSet<String> = listed.into_iter().map(|it| it.message_id).collect();
    assert_eq!(listed, right, "the messages of {viewer:?}");
    let counted = count_of(reader, &["automatic"], viewer)?;
    assert_eq!(counted, right.len() as i64, "the rail of {viewer:?}");
    let (lines, _) = ledger::lines(reader, Some(viewer), &ledger::Filter::default())?;
    assert_eq!(lines.len(), right.len().min(50), "the ledger of {viewer:?}");
    // A Message-ID is often made of somebody's address.
    let knows = viewer.may(Action::SeeIdentity);
    let shown = |id: &String| {
        if knows {
            right.contains(id)
        } else {
            id.is_empty()
        }
    };
    assert!(lines.iter().all(|line| shown(&line.message_id)));
    Ok(())
}

/// Each of the four, as a certifier, has every so manieth case in a sample.
fn drawn_for_visitors(house: &House, ids: &BTreeSet<Id>) {
    for n in 1u8..5 {
        let every = usize::from(n) + 1;
        let cases = ids.iter().copied().step_by(every).take(20).collect();
        let sampled = CasesSampled {
            seed: String::new(),
            among: 0,
            cases,
        };
        let by = By::system(Noon.now());
        let done = house.db.write_now(move |tx| -> Result<_, Error> {
            tx.record(Draft::of(person(n), &sampled), &by).map(|_| ())
        });
        done.unwrap();
    }
}

fn at_random(house: &House, rounds: u32, cases: usize) {
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(rounds));
    let known = std::cell::RefCell::new(BTreeSet::new());
    runner
        .run(&prop::collection::vec(drawn(), cases), |all| {
            let mut known = known.borrow_mut();
            known.extend(all.iter().map(|drawn| happens(house, drawn)));
            drawn_for_visitors(house, &known);
            agree(house, &known);
            Ok(())
        })
        .unwrap();
}

#[test]
fn lists_and_counts_hold_what_the_rule_allows() {
    let folder = tempfile::tempdir().unwrap();
    let keys = Keys::create(folder.path(), Noon.now()).unwrap();
    let house = house(&Location::Sqlite(folder.path().to_owned()), keys);
    at_random(&house, 6, 12);
}

#[test]
fn and_they_hold_the_same_on_postgresql() {
    let Ok(server) = std::env::var("REDRESS_TEST_DATABASE_URL") else {
        assert!(
            std::env::var("REDRESS_TESTS_MAY_SKIP").as_deref() != Ok("no"),
            "PostgreSQL is missing"
        );
        eprintln!("SKIPPED, loudly: no PostgreSQL (REDRESS_TEST_DATABASE_URL)");
        return;
    };
    let url = database(&server, &format!("sight_{}", std::process::id()));
    let house = house(&Location::Postgres(url), Keys::fresh(Noon.now()).unwrap());
    at_random(&house, 2, 12);
}

/// A database of its own on the throw-away cluster.
fn database(server: &str, name: &str) -> String {
    let mut client = postgres::Client::connect(server, postgres::NoTls).unwrap();
    client
        .batch_execute(&format!("CREATE DATABASE {name}"))
        .unwrap();
    let (front, options) = server
        .split_once('?')
        .map_or((server, None), |(front, options)| (front, Some(options)));
    let at = front.rfind('/').unwrap();
    format!(
        "{}/{name}{}",
        &front[..at],
        options.map(|o| format!("?{o}")).unwrap_or_default()
    )
}
