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
use redress_complaint::figures::Asking;
use redress_complaint::{Complaint, House, Stage, facts::CHANNELS, facts::NEEDS, record::find};
use redress_kernel::{
    Action, Actor, Id, Instant, Lang, Role,
    indicator::{Period, Years, numbered},
    person::granted,
};
use redress_planning::objective;
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
        Role::TopManagement,
        Role::Handler,
        Role::Intake,
        Role::Auditor,
        Role::Representative,
        Role::Staff,
        Role::Certifier,
        Role::Consultant,
        Role::Dpo,
    ] {
        assert!(
            demo::PEOPLE.iter().any(|(_, _, _, its)| *its == role),
            "{role:?}"
        );
    }
    endings(&cases);
    beside_the_line(&cases, &house);
    kept(&house);
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
        c.next_due(&jiff::tz::TimeZone::UTC)
            .is_some_and(|(_, due)| due < now)
    });
    some("on time", &|c| {
        c.next_due(&jiff::tz::TimeZone::UTC)
            .is_some_and(|(_, due)| due > now)
    });
    some("a year ago", &|c| {
        now.seconds_since(c.received_at) > 340 * 86_400
    });
    some("extended, and told so", &|c| {
        let clocks = c.clocks();
        c.extensions.len() == 1
            && clocks.iter().all(|it| {
                it.due
                    .as_ref()
                    .is_ok_and(|due| due.notices.iter().any(|n| n.in_time()))
            })
    });
    some("standing still for a supplement", &|c| {
        c.open_pauses().iter().any(|it| it.since.is_some())
    });
    some("recorded late", &|c| !c.late_reason.is_empty());
    let future = |c: &Complaint| c.timeline.iter().any(|moment| moment.recorded_at > now);
    assert!(
        !cases.iter().any(future),
        "nothing has happened that lies ahead"
    );
}

/// What the management keeps beside the complaints, in each of its states.
fn kept(house: &House) {
    policy(house);
    objectives(house);
    corrective_actions(house);
}

fn rows<T: Send + 'static>(
    house: &House,
    query: &'static str,
    read: impl Fn(&redress_store::Row) -> Result<T, Error> + Send + 'static,
) -> Vec<T> {
    let rows = house
        .db
        .read_now(move |reader| -> Result<_, Error> { reader.rows(&sql(query), read) });
    rows.unwrap()
}

fn policy(house: &House) {
    let versions = rows(
        house,
        "SELECT v.number, v.state, COUNT(r.person) FROM policy_version v
         LEFT JOIN policy_reading r ON r.version = v.id
         GROUP BY v.number, v.state ORDER BY v.number LIMIT 10",
        |row| Ok((row.int(0)?, row.text(1)?, row.int(2)?)),
    );
    let handle = demo::PEOPLE
        .iter()
        .filter(|(_, _, _, role)| granted(*role, Action::SeeDesk) && !role.is_visitor());
    let all = i64::try_from(handle.count()).unwrap();
    let published = || "published".to_owned();
    assert_eq!(versions, [(1, published(), all), (2, published(), all - 2)]);
    let approved = rows(
        house,
        "SELECT kind, actor, about FROM journal_entry
         WHERE kind IN ('policy-drafted', 'policy-submitted', 'policy-approved')
         ORDER BY seq LIMIT 20",
        |row| Ok((row.text(0)?, row.id(1)?, row.id(2)?)),
    );
    for (_, by, version) in approved.iter().filter(|one| one.0 == "policy-approved") {
        let own = |one: &&(String, Id, Id)| one.0 != "policy-approved" && one.2 == *version;
        assert!(
            approved
                .iter()
                .filter(own)
                .all(|(_, author, _)| author != by)
        );
    }
    let script = Script::read().unwrap();
    for lang in Lang::ALL {
        let [first, second] = ["first", "second"].map(|edition| script.policy(lang, edition));
        let (first, second) = (first.unwrap(), second.unwrap());
        assert!(first != second && !second.contains('{'), "{}", lang.tag());
    }
}

fn objectives(house: &House) {
    let (now, manager) = (house.now(), manager());
    let stand = house.db.read_now(move |reader| -> Result<_, Error> {
        let organisation = redress_complaint::house::organisation(reader)?;
        let today = now.date_in(&organisation.zone());
        let month = Period::month_of(today, Years::Gregorian);
        let asking = Asking::new(&manager, now, &organisation);
        let mut stand = Vec::new();
        for one in objective::listed(reader, false)? {
            let figure = objective::standing(reader, &one, month, &asking)?;
            let met = objective::met(one.at_least, one.target, &figure);
            println!(
                "{} {} of {:?}: {met:?}",
                one.indicator.key, figure.counted, figure.of
            );
            stand.push(met);
        }
        Ok((stand, objective::listed(reader, true)?))
    });
    let (stand, given_up) = stand.unwrap();
    assert_eq!(stand.len(), 3);
    assert!(stand.contains(&Some(false)), "one is missed: {stand:?}");
    let [given_up] = &given_up[..] else {
        panic!("{} were given up", given_up.len())
    };
    assert!(
        given_up
            .retired
            .as_ref()
            .is_some_and(|(_, _, why)| !why.is_empty())
    );
}

fn manager() -> Actor {
    Actor {
        role: Role::Manager,
        ..Actor::complainant()
    }
}

fn corrective_actions(house: &House) {
    let today = numbered(house.now().date_in(&jiff::tz::TimeZone::UTC));
    let all = rows(
        house,
        "SELECT state, rounds, due_on FROM corrective_action ORDER BY state, due_on LIMIT 10",
        |row| Ok((row.text(0)?, row.int(1)?, row.int(2)?)),
    );
    let states: Vec<_> = all
        .iter()
        .map(|(state, rounds, due)| (state.as_str(), *rounds, state == "open" && *due < today))
        .collect();
    let wanted = [
        ("done", 1, false),
        ("effective", 1, false),
        ("open", 1, true),
        ("open", 2, false),
    ];
    assert_eq!(states, wanted);
    let unasked = rows(
        house,
        "SELECT c.reference FROM corrective_action_case a
         JOIN complaint c ON c.id = a.complaint
         JOIN figure_case f ON f.complaint = a.complaint
         WHERE f.improvement <> 1 ORDER BY c.reference LIMIT 50",
        |row| row.text(0),
    );
    assert_eq!(unasked, [""; 0], "each closing asked for it");
    let after = rows(
        house,
        "SELECT c.seq, a.seq FROM corrective_action_case l
         JOIN journal_entry c ON c.about = l.complaint AND c.kind = 'closed'
         JOIN journal_entry a ON a.about = l.action AND a.kind = 'corrective-action-linked'
         AND a.record LIKE '%' || l.complaint || '%' ORDER BY c.seq LIMIT 50",
        |row| Ok(row.int(0)? < row.int(1)?),
    );
    assert!(
        after.len() > 8 && after.iter().all(|after| *after),
        "{after:?}"
    );
    let waiting = rows(
        house,
        "SELECT f.complaint FROM figure_case f WHERE f.improvement = 1 AND NOT EXISTS
         (SELECT 1 FROM corrective_action_case a WHERE a.complaint = f.complaint)
         ORDER BY f.complaint LIMIT 100",
        |row| row.id(0),
    );
    assert!((1..=6).contains(&waiting.len()), "{} wait", waiting.len());
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
        kept(&house);
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
