//! Lists and sums follow a recount of dates in parts, while the office goes on
//! working: wherever it stands, a rebuild comes to the same rows, and in the end
//! each row says what its case says.

use crate::world::{Dice, World, at, organisation, worlds};
use jiff::civil::date;
use proptest::prelude::*;
use redress_complaint::{
    facts::{Closed, Noted, RecountFinished, RecountFollowed, Reopened},
    inbox::recount::{begin_with, further, running},
    record,
};
use redress_kernel::{
    By, Draft, Fact, Id, Instant, Organisation, deadline::Targets, organisation::Counting,
};
use redress_operation::receipt::{Arrival, receive};
use redress_store::{Error, Read, Tx, rebuild, rebuild_check, sql};
use std::sync::Mutex;

fn counting(response: u32) -> Counting {
    let office = Organisation {
        closures: (1..28).map(|day| date(2026, 12, day)).collect(),
        targets: Targets {
            acknowledgement: 3,
            assessment: 7,
            response,
            ..Targets::default()
        },
        ..organisation()
    };
    office.counting()
}

const NOW: &str = "2026-12-24T21:30:00Z";

fn decide(world: &World, response: u32) {
    let write =
        move |tx: &mut Tx| begin_with(tx, Some(counting(response)), 0, &By::system(at(NOW)));
    world.db.write_now(write).unwrap();
}

/// One part further; false: all have followed.
fn one_part(world: &World) -> bool {
    further(&world.db, 7, 1, &|| at(NOW)).unwrap();
    world.db.read_now(running).unwrap().is_some()
}

/// What the office does meanwhile.
fn work_goes_on(world: &World, dice: &mut Dice, known: &[Id]) {
    let case = known[dice.of(known.len() as u64) as usize];
    let kind = dice.of(4);
    let write = move |tx: &mut Tx| -> Result<(), Error> {
        let by = By::system(at(NOW));
        let closed = record::find(tx, case)?.is_some_and(|case| !case.is_open());
        let draft = match (kind, closed) {
            (0, _) => {
                let arrival = Arrival {
                    channel: "phone".into(),
                    description: "It left early again.".into(),
                    received_at: Some(at("2026-02-01T08:00:00Z")),
                    late_reason: "found in a drawer".into(),
                    ..Arrival::default()
                };
                assert!(receive(tx, arrival, &by).is_ok());
                return Ok(());
            }
            (1, _) => Draft::with(case, &Noted::default(), &Default::default()),
            (_, true) => Draft::with(
                case,
                &Reopened {
                    cycle: 2,
                    response_due: Some(by.at.plus_seconds(86_400)),
                    update_due: None,
                },
                &Default::default(),
            ),
            (_, false) => Draft::with(
                case,
                &Closed {
                    reason: "accepted".into(),
                    ..Closed::default()
                },
                &Default::default(),
            ),
        };
        tx.record(draft, &by).map(|_| ())
    };
    world.db.write_now(write).unwrap();
}

fn every_row_says_what_its_case_says(world: &World) {
    let wrong: Vec<Id> = world
        .db
        .read_now(|reader| -> Result<_, Error> {
            let rows = sql("SELECT id, due_at FROM complaint ORDER BY id LIMIT 100000");
            let rows = reader.rows(&rows, |row| Ok((row.id(0)?, row.int(1)?)))?;
            let mut wrong = Vec::new();
            for (id, due_at) in rows {
                let case = record::find(reader, id)?.expect("a case");
                let due = case
                    .next_due(&organisation().zone())
                    .map_or(i64::MAX, |(_, at)| at.micros());
                wrong.extend((due != due_at).then_some(id));
            }
            Ok(wrong)
        })
        .unwrap();
    assert_eq!(wrong, []);
}

fn kinds(world: &World) -> Vec<String> {
    let read = |reader: &mut redress_store::Reader| reader.entries(Id::ORGANISATION);
    let entries = world.db.read_now(read).unwrap();
    entries.into_iter().map(|entry| entry.kind).collect()
}

/// The year, a recount that follows part by part, and work in between.
fn lives_through_a_recount(world: &World, seed: u64, complaints: usize, checked: usize) {
    let known = world.lives(seed, complaints);
    let mut dice = Dice(seed | 1);
    decide(world, 40);
    let mut parts = 1;
    while one_part(world) {
        work_goes_on(world, &mut dice, &known);
        parts += 1;
        if parts % checked == 0 {
            assert_eq!(rebuild_check(&world.db).unwrap(), [], "behind part {parts}");
        }
        assert!(parts < 200, "it never ends");
    }
    every_row_says_what_its_case_says(world);
    assert_eq!(rebuild_check(&world.db).unwrap(), []);
}

#[test]
fn rows_follow_part_by_part_on_both_engines_and_a_rebuild_agrees_at_each() {
    for world in worlds("following") {
        lives_through_a_recount(&world, 4712, 60, 3);
        let kinds = kinds(&world);
        let parts = kinds.iter().filter(|it| *it == RecountFollowed::KIND);
        assert!(parts.count() > 3, "{kinds:?}");
        assert_eq!(
            kinds.last().map(String::as_str),
            Some(RecountFinished::KIND)
        );
        rebuild(&world.db).unwrap();
        every_row_says_what_its_case_says(&world);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_meanwhile_a_recount_is_what_a_rebuild_gives(seed in any::<u64>(), complaints in 15usize..40) {
        let world = World::sqlite();
        lives_through_a_recount(&world, seed, complaints, 2);
    }
}

/// Between a reader's look at a part and its write the office works on.
#[test]
fn what_happens_between_the_look_and_the_write_of_a_part_is_not_lost() {
    for world in worlds("overtaken") {
        let known = world.lives(4713, 60);
        let dice = Mutex::new(Dice(4713));
        decide(&world, 40);
        let works = || {
            let mut dice = dice.lock().unwrap();
            for _ in 0..1 + dice.of(4) {
                work_goes_on(&world, &mut dice, &known);
            }
            at(NOW)
        };
        assert!((0..100).any(|_| !further(&world.db, 7, 3, &works).unwrap()));
        every_row_says_what_its_case_says(&world);
        assert_eq!(rebuild_check(&world.db).unwrap(), []);
    }
}

#[test]
fn a_second_recount_takes_over_from_one_that_has_not_ended() {
    let world = World::sqlite();
    world.lives(31, 50);
    decide(&world, 40);
    assert!(one_part(&world));
    let first = world.db.read_now(running).unwrap().unwrap();
    decide(&world, 10);
    let second = world.db.read_now(running).unwrap().unwrap();
    assert!(second.recount > first.recount && second.sums.looked == 0);
    assert_eq!(rebuild_check(&world.db).unwrap(), []);
    while one_part(&world) {}
    every_row_says_what_its_case_says(&world);
    assert_eq!(rebuild_check(&world.db).unwrap(), []);
    let finished = kinds(&world).into_iter();
    assert_eq!(
        finished
            .filter(|kind| kind == RecountFinished::KIND)
            .count(),
        1
    );
}

/// The lists are not right yet, and say so, whoever takes over.
#[test]
fn new_hours_take_the_dates_along_that_were_still_to_follow() {
    let hours = |world: &World| {
        let write = |tx: &mut Tx| begin_with(tx, None, 0, &By::system(at(NOW)));
        world.db.write_now(write).unwrap();
        world.db.read_now(running).unwrap().unwrap().moves_dates
    };
    for world in worlds("hours") {
        world.lives(32, 50);
        assert!(!hours(&world), "no date moves with the hours alone");
        decide(&world, 40);
        assert!(one_part(&world));
        assert!(hours(&world), "dates were still to follow");
        assert_eq!(rebuild_check(&world.db).unwrap(), []);
        while one_part(&world) {}
        every_row_says_what_its_case_says(&world);
        assert!(!hours(&world), "all had followed");
    }
}

#[test]
fn the_parts_add_up_to_what_is_said_at_the_end() {
    let world = World::sqlite();
    world.lives(77, 40);
    decide(&world, 40);
    while one_part(&world) {}
    let entries = world
        .db
        .read_now(|reader| reader.entries(Id::ORGANISATION))
        .unwrap();
    let of = |kind: &'static str| entries.iter().filter(move |entry| entry.kind == kind);
    let parts: Vec<RecountFollowed> = of(RecountFollowed::KIND)
        .map(|entry| entry.read::<RecountFollowed>().unwrap().fact)
        .collect();
    let end = of(RecountFinished::KIND).next().unwrap();
    let end = end.read::<RecountFinished>().unwrap().fact;
    let sum = |of: fn(&RecountFollowed) -> i64| parts.iter().map(of).sum::<i64>();
    assert_eq!(sum(|it| it.sums.looked), end.sums.looked);
    assert_eq!(sum(|it| it.sums.moved), end.sums.moved);
    assert!(end.sums.moved > 0 && end.sums.digest.len() == 64);
    assert_eq!(parts.last().unwrap().sums.digest, end.sums.digest);
}

/// The control: a row that did not follow is found.
#[test]
fn a_row_that_was_left_behind_is_found() {
    let world = World::sqlite();
    world.lives(5, 30);
    decide(&world, 40);
    while one_part(&world) {}
    let left: Instant = at(NOW);
    world
        .db
        .write_now(move |tx| {
            let query = sql("UPDATE complaint SET due_at = $1 WHERE id = (SELECT MIN(id) FROM complaint WHERE is_open = 1)");
            tx.execute(&query.arg(left))
        })
        .unwrap();
    assert!(!rebuild_check(&world.db).unwrap().is_empty());
}
