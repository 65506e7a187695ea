//! The world of the demo: everything that Redress can tell occurs in it, and all of
//! it was recorded so that the journal proves itself and replays to the same tables.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::print_stdout
)]

use redress::{
    clock::DemoClock,
    demo::{self, script::Script},
    house::wiring,
    serve::open_house,
};
use redress_complaint::{Complaint, House, Stage, facts::CHANNELS, facts::NEEDS, record::find};
use redress_kernel::{Id, Instant, Lang, Role};
use redress_store::{Db, Error, Keys, Location, Read, rebuild_check, sql, verify};
use std::{collections::BTreeSet, sync::Arc};

fn northfield(folder: &std::path::Path, at: &str) -> House {
    let now: Instant = at.parse().unwrap();
    let keys = Keys::create(folder, now).unwrap();
    let db = Db::open(&Location::Sqlite(folder.to_owned()), keys, wiring()).unwrap();
    let clock = Arc::new(DemoClock::new(Some(now), 1));
    let house = open_house(db, clock, redress_office::who_is, "http://localhost");
    let begun = std::time::Instant::now();
    demo::fill(&house, now, demo::PASSWORD).unwrap_or_else(|failure| panic!("{failure:?}"));
    println!("the world stood after {:?}", begun.elapsed());
    house
}

fn cases(house: &House) -> Vec<Complaint> {
    let read = house.db.read_now(|reader| -> Result<_, Error> {
        let query = sql("SELECT id FROM complaint ORDER BY received_at, id LIMIT 1000");
        let ids: Vec<Id> = reader.rows(&query, |row| row.id(0))?;
        ids.into_iter()
            .filter_map(|id| find(reader, id).transpose())
            .collect()
    });
    read.unwrap()
}

/// The families of annex E by their codes.
const FAMILIES: [(&str, std::ops::RangeInclusive<u8>); 8] = [
    ("delivery", 1..=4),
    ("product and service", 5..=9),
    ("refusal", 10..=12),
    ("selling and information", 13..=16),
    ("price", 17..=20),
    ("contract", 21..=29),
    ("money and promises", 30..=32),
    ("bill and handling", 33..=35),
];

fn all_of<'a>(cases: &'a [Complaint], of: impl Fn(&'a Complaint) -> &'a str) -> BTreeSet<&'a str> {
    cases.iter().map(of).collect()
}

fn missing<'a>(wanted: impl IntoIterator<Item = &'a str>, found: &BTreeSet<&str>) -> Vec<&'a str> {
    let absent = |name: &&str| !found.contains(name);
    wanted.into_iter().filter(absent).collect()
}

#[test]
fn everything_occurs_and_the_journal_bears_it_out() {
    let folder = tempfile::tempdir().unwrap();
    let house = northfield(folder.path(), "2026-11-21T12:00:00Z");
    let cases = cases(&house);
    assert!(cases.len() >= 60, "{} complaints", cases.len());
    let nothing: [&str; 0] = [];
    let stages = all_of(&cases, |c| c.stage().name());
    assert_eq!(missing(Stage::ALL.map(Stage::name), &stages), nothing);
    let channels = all_of(&cases, |c| &c.channel);
    assert_eq!(missing(CHANNELS.iter().copied(), &channels), nothing);
    let languages = all_of(&cases, |c| c.language.tag());
    assert_eq!(missing(Lang::ALL.map(Lang::tag), &languages), nothing);
    let needs: BTreeSet<&str> = cases
        .iter()
        .flat_map(|c| &c.needs)
        .map(String::as_str)
        .collect();
    assert_eq!(missing(NEEDS.iter().copied(), &needs), nothing);
    for (family, codes) in FAMILIES {
        let of_it = |c: &Complaint| {
            let mut all = c
                .issues
                .iter()
                .filter_map(|issue| issue.category.as_deref());
            all.any(|code| code.parse().is_ok_and(|code| codes.contains(&code)))
        };
        assert!(cases.iter().any(of_it), "{family}");
    }
    for role in [
        Role::Admin,
        Role::Manager,
        Role::Handler,
        Role::Intake,
        Role::Auditor,
    ] {
        assert!(
            demo::PEOPLE.iter().any(|(_, _, _, its)| *its == role),
            "{role:?}"
        );
    }
    endings(&cases);
    beside_the_line(&cases, &house);
    intact(&house);
}

/// Every way in which a complaint ends.
fn endings(cases: &[Complaint]) {
    let ended = cases.iter().filter_map(|c| c.closed.as_ref());
    let reasons: BTreeSet<&str> = ended.map(|closure| closure.reason.as_str()).collect();
    let wanted = [
        "resolved-early",
        "accepted",
        "accepted-external",
        "rejected-exhausted",
        "no-response",
        "withdrawn",
        "not-a-complaint",
        "out-of-scope",
        "duplicate",
        "anonymous-completed",
    ];
    assert_eq!(missing(wanted, &reasons), [""; 0]);
}

/// What runs beside the stages, and time that was kept or not.
fn beside_the_line(cases: &[Complaint], house: &House) {
    let now = house.now();
    let some = |what: &str, is: &dyn Fn(&Complaint) -> bool| {
        assert!(cases.iter().any(is), "nowhere: {what}");
    };
    some("anonymous", &|c| c.anonymous);
    some("representative", &|c| c.representative.is_some());
    some("enclosed file", &|c| !c.files.is_empty());
    some("group", &|c| c.members().next().is_some());
    some("put aside", &|c| {
        c.waiting.as_ref().is_some_and(|w| w.aside)
    });
    some("two points", &|c| c.issues.len() > 1);
    some("person complained about", &|c| !c.concerns.is_empty());
    some("both ways", &|c| {
        let came = c.messages.iter().any(|m| m.incoming);
        came && c
            .messages
            .iter()
            .any(|m| !m.incoming && m.purpose == "reply")
    });
    some("remedy with a sum", &|c| {
        c.remedies.iter().any(|r| r.amount.is_some())
    });
    some("overdue", &|c| {
        c.next_due().is_some_and(|(_, due)| due < now)
    });
    some("on time", &|c| {
        c.next_due().is_some_and(|(_, due)| due > now)
    });
    some("a year ago", &|c| {
        now.seconds_since(c.received_at) > 340 * 86_400
    });
    some("recorded late", &|c| !c.late_reason.is_empty());
    let future = |c: &Complaint| c.timeline.iter().any(|moment| moment.recorded_at > now);
    assert!(
        !cases.iter().any(future),
        "nothing has happened that lies ahead"
    );
}

fn intact(house: &House) {
    let verifiers = house.db.keys().verifiers();
    let verified = house
        .db
        .read_now(move |reader| -> Result<_, Error> { verify(reader, &verifiers, &[]) })
        .unwrap();
    assert!(verified.ok, "{:?}", verified.first_bad);
    let differences = rebuild_check(&house.db).unwrap();
    assert!(differences.is_empty(), "{differences:?}");
}

/// Whatever day it is: a weekend, a night, the turn of the year, summer time.
#[test]
fn the_world_begins_at_any_moment() {
    for at in ["2027-01-01T00:10:00Z", "2026-03-29T01:30:00Z"] {
        let folder = tempfile::tempdir().unwrap();
        let house = northfield(folder.path(), at);
        let cases = cases(&house);
        assert!(cases.len() >= 60, "{} complaints at {at}", cases.len());
        assert!(cases.iter().all(|c| c.recorded_at <= house.now()));
    }
}

/// What nobody reads was written for nothing, and what is asked for is there.
#[test]
fn every_word_of_a_story_is_said_by_one_of_its_acts() {
    let script = Script::read().unwrap();
    for story in &script.stories {
        let mut said: BTreeSet<&str> =
            ["representative_email", "severity", "complexity", "impact"].into();
        for planned in story.course(&script.acts) {
            let (act, _) = planned.unwrap_or_else(|| panic!("{}: {}", story.key, story.acts));
            for value in act.fields.values() {
                let inside = value.strip_prefix('{').and_then(|v| v.strip_suffix('}'));
                let Some((name, otherwise)) = inside.map(|v| v.split_once('|').unwrap_or((v, "")))
                else {
                    continue;
                };
                said.insert(name);
                let there = script.word(story, name).is_some() || !otherwise.is_empty();
                let may_be_empty = ["amount", "note", "thanks"].contains(&name);
                assert!(
                    there || may_be_empty,
                    "{}: {} wants {name}",
                    story.key,
                    act.verb
                );
            }
        }
        let unsaid: Vec<&String> = story
            .words
            .keys()
            .filter(|word| !said.contains(word.as_str()))
            .collect();
        assert!(unsaid.is_empty(), "{}: {unsaid:?}", story.key);
    }
}
