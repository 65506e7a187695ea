//! What searching costs: `cargo run --release --example search -- 100000` fills a
//! folder of its own with that many complaints and tells microseconds of CPU for
//! each kind of question, and for what the index adds to a new complaint.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::disallowed_methods
)]

use redress::house::wiring;
use redress_complaint::{
    facts::Person,
    inbox::Filter,
    search::{Found, Like, Page, find, similar, understand},
};
use redress_kernel::{Actor, By, Id, Instant, Organisation, Role};
use redress_operation::receipt::{Arrival, NotReceived, receive};
use redress_store::{Db, Error, Keys, Location, Read, Reader, Tx, sql};
use std::time::Instant as Clock;

const WORDS: &[&str] = &[
    "meter",
    "bill",
    "water",
    "leak",
    "visit",
    "refund",
    "engineer",
    "kitchen",
    "letter",
    "answer",
    "wrong",
    "again",
    "monday",
    "phone",
    "waited",
    "hours",
    "charged",
    "twice",
    "account",
    "house",
    "vanduo",
    "sąskaita",
    "apmokėta",
    "laukiau",
    "قبض",
    "آب",
    "اشتباه",
    "پاسخ",
];

fn now() -> Instant {
    "2026-03-02T07:00:00Z".parse().unwrap()
}

/// A hundred words of a small vocabulary, and a few that hardly anybody else has.
fn story(n: u64) -> String {
    let mut seed = n.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed
    };
    let mut words: Vec<String> = (0..80)
        .map(|_| WORDS[(next() % WORDS.len() as u64) as usize].to_owned())
        .collect();
    words.extend((0..15).map(|_| format!("w{}", next() % 20_000)));
    words.push(format!("rare{}", n % 5_000));
    words.push("樓下漏水三週，管線老舊。".to_owned());
    words.join(" ")
}

fn arrive(tx: &mut Tx, n: u64) -> Result<(), NotReceived> {
    let arrival = Arrival {
        channel: "letter".to_owned(),
        description: story(n),
        complainant: Person {
            name: format!("Person {}", n % 30_000),
            email: format!("p{n}@example.org"),
            phone: format!("+370 6{:07}", n % 10_000_000),
            address: String::new(),
        },
        ..Arrival::default()
    };
    receive(tx, arrival, &By::system(now())).map(|_| ())
}

fn main() {
    let cases: u64 = std::env::args()
        .nth(1)
        .and_then(|n| n.parse().ok())
        .unwrap_or(10_000);
    let folder = tempfile::tempdir().unwrap();
    let at = match std::env::var("REDRESS_TEST_DATABASE_URL") {
        Ok(url) => Location::Postgres(url),
        Err(_) => Location::Sqlite(folder.path().to_owned()),
    };
    let keys = Keys::load_or_create(folder.path(), now()).unwrap();
    let db = Db::open(&at, keys, wiring()).unwrap();
    let began = Clock::now();
    for from in (0..cases).step_by(200) {
        db.write_now(move |tx| -> Result<(), NotReceived> {
            (from..(from + 200).min(cases)).try_for_each(|n| arrive(tx, n))
        })
        .unwrap();
    }
    let each = began.elapsed().as_micros() as u64 / cases.max(1);
    println!("{cases} complaints, {each} us each to receive in batches of 200");
    index_alone(&db, cases);
    for typed in [
        "rare77",
        "w123",
        "meter",
        "water leak",
        "\"water leak\"",
        "漏水",
        "水",
        "قبض",
        "from:\"person 77\"",
        "meter is:open",
        "meter is:closed",
        "nowhere",
    ] {
        ask(&db, typed);
    }
    likeness(&db);
}

/// What the rows of a new complaint cost by themselves, one commit each.
fn index_alone(db: &Db, cases: u64) {
    let began = Clock::now();
    let n = 200;
    for one in 0..n {
        let words = redress_text::pieces(&story(cases + one)).0.join(" ");
        let row = i64::MAX - 10_000 + one as i64;
        db.write_now(move |tx| -> Result<(), Error> {
            tx.index_words(row, &words);
            tx.forget_words(row, &words);
            tx.settle()
        })
        .unwrap();
    }
    let each = began.elapsed().as_micros() as u64 / n;
    println!("index and forget one text, a commit each: {each} us (wall)");
    let text = story(1);
    let began = Clock::now();
    let tokens: usize = (0..200).map(|_| redress_text::pieces(&text).0.len()).sum();
    let each = began.elapsed().as_nanos() as u64 / 200;
    println!(
        "analyse one text of {} bytes: {each} ns ({tokens})",
        text.len()
    );
}

fn manager() -> Actor {
    Actor {
        id: Id::from_bytes([8; 16]),
        name: String::new(),
        email: String::new(),
        role: Role::Manager,
        unit: None,
        scope: None,
    }
}

fn found(reader: &mut Reader, typed: &str) -> Result<Found, Error> {
    let label = |_: &str, code: &str| code.to_owned();
    let wanted = understand(reader, typed, &label, now(), &Organisation::default())?;
    let viewer = manager();
    let page = Page {
        viewer: &viewer,
        filter: &Filter::default(),
        after: None,
        limit: 20,
        now: now(),
        end_of_today: now(),
    };
    find(reader, &wanted, &page)
}

fn ask(db: &Db, typed: &str) {
    let times = 20;
    let first = db.read_now(|reader| found(reader, typed)).unwrap();
    let began = Clock::now();
    for _ in 0..times {
        db.read_now(|reader| found(reader, typed)).unwrap();
    }
    let each = began.elapsed().as_micros() as u64 / times;
    let more = if first.capped { "+" } else { "" };
    println!("{typed:24} {:6}{more:1} found {each:8} us", first.count);
}

fn likeness(db: &Db) {
    let text = story(77);
    let like = Like {
        words: &text,
        phone: "8 60000077",
        ..Like::default()
    };
    let began = Clock::now();
    let found = db
        .read_now(|reader| -> Result<_, Error> { similar(reader, &manager(), &like, 5) })
        .unwrap();
    println!(
        "similar: {} in {} us",
        found.len(),
        began.elapsed().as_micros()
    );
    let size = sql("SELECT COUNT(*) FROM search_row");
    let rows = db.read_now(|reader| -> Result<_, Error> { reader.one(&size, |row| row.int(0)) });
    println!("{} rows", rows.unwrap().unwrap_or_default());
}
