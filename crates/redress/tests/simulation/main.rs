//! A seeded simulation: years of an office in seconds, with people who forget, fall
//! ill, refuse and go silent. After each day whatever is owed lies ahead, was met by a
//! fact, or stands in the list of what is overdue; in the end every date explains itself.
//! `cargo xtask simulate` runs it for three years, with any seed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::disallowed_types
)]

mod book;
mod check;
mod crowd;
mod days;
mod dice;
mod explained;
mod fates;
mod ledger;
mod limits;
mod office;
mod play;
mod step;
mod troupe;

use explained::Told;
use fates::Fates;
use ledger::Ledger;
use play::{Play, Scale};
use redress_store::{Error, rebuild_check, verify};
use serde_json::Value;

const PACKS: [&str; 13] = [
    "lt-consumer",
    "lt-bank",
    "eu-psd2",
    "uk-fca-disp",
    "uk-housing",
    "au-rg271",
    "us-cfpb",
    "kr-civil-petition",
    "cn-bank",
    "cn-samr",
    "tw-consumer",
    "tw-financial",
    "ir-executive",
];

/// So many faults are told; the first says enough.
const TOLD: usize = 12;

fn asked<T: std::str::FromStr>(name: &str, otherwise: T) -> T {
    let value = std::env::var(format!("REDRESS_SIMULATE_{name}"));
    match value {
        Ok(text) => text
            .parse()
            .unwrap_or_else(|_| panic!("{name} takes a number, not {text}")),
        Err(_) => otherwise,
    }
}

fn scale() -> Scale {
    let packs = std::env::var("REDRESS_SIMULATE_PACKS").unwrap_or_else(|_| PACKS.join(","));
    let years: f64 = asked("YEARS", 0.5);
    Scale {
        seed: asked("SEED", 1),
        days: (years * 365.25) as i64,
        complaints: asked("COMPLAINTS", 60),
        packs: packs
            .split(',')
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
            .collect(),
    }
}

#[test]
fn no_obligation_is_ever_without_a_fact_or_an_overdue_entry() {
    let first = scale();
    for seed in first.seed..first.seed + asked("SEEDS", 1_u64) {
        goes_well(&Scale {
            seed,
            ..first.clone()
        });
    }
}

fn goes_well(scale: &Scale) {
    let begun = std::time::Instant::now();
    let (mut play, mut ledger) = lived(scale);
    println!(
        "{}",
        summary(scale, &play, &ledger, begun.elapsed().as_secs_f64())
    );
    println!("  obligations: {}", Fates::of(&play, &ledger));
    let begun = std::time::Instant::now();
    let found = every_date_explained(&mut play, &mut ledger);
    assert!(found.is_empty(), "{}", told(scale, &found));
    let explained = begun.elapsed().as_secs_f64();
    intact(&play);
    let proved = begun.elapsed().as_secs_f64() - explained;
    println!(
        "  every date explained in {explained:.1} s, journal proved and replayed in {proved:.1} s"
    );
}

/// Day by day to the end, compared after each.
fn lived(scale: &Scale) -> (Play, Ledger) {
    let (mut play, mut ledger) = (Play::begins(scale), Ledger::default());
    ledger.reads(&play.office);
    for day in 0..scale.days {
        play.day(day, &mut ledger);
        let found = check::today(&play.office, &mut ledger);
        assert!(found.is_empty(), "{}", told(scale, &found));
    }
    (play, ledger)
}

fn every_date_explained(play: &mut Play, ledger: &mut Ledger) -> Vec<String> {
    play.office.signs_in();
    check::count(ledger);
    let zone = ledger.days().zone.clone();
    let open = check::list(&play.office, "all");
    let all = ledger.books.values().filter(|book| !book.annulled);
    all.flat_map(|book| Told::of(&play.office, &book.reference).flaws(book, &open, &zone))
        .collect()
}

/// Somebody takes a date out of the list: the obligation has no entry any more.
#[test]
fn an_obligation_without_its_entry_is_noticed() {
    let lost = "UPDATE complaint SET due_at = 9223372036854775807 WHERE is_open = 1";
    assert!(is_noticed(&few_weeks(), |play, day| {
        if day == 30 {
            play.office.loses(lost);
        }
    }));
}

fn is_noticed(scale: &Scale, mut spoils: impl FnMut(&mut Play, i64)) -> bool {
    let (mut play, mut ledger) = (Play::begins(scale), Ledger::default());
    ledger.reads(&play.office);
    (0..scale.days).any(|day| {
        spoils(&mut play, day);
        play.day(day, &mut ledger);
        !check::today(&play.office, &mut ledger).is_empty()
    })
}

#[test]
fn an_obligation_without_its_row_is_noticed() {
    let lost = "DELETE FROM obligation WHERE code = 'response'";
    assert!(is_noticed(&few_weeks(), |play, day| {
        if day == 30 {
            play.office.loses(lost);
        }
    }));
}

/// Whom to remind is looked for every day; once it is not, or a row forgets it.
#[test]
fn a_round_that_leaves_out_a_day_and_a_reminder_that_is_lost_are_noticed() {
    if redress_complaint::obligations::SLICE.meanwhile.is_none() {
        println!("SKIPPED, loudly: nobody is reminded yet");
        return;
    }
    assert!(!is_noticed(&few_weeks(), |_, _| ()));
    // A Thursday: on each day something falls due.
    assert!(is_noticed(&few_weeks(), |play, _| play.blind_on = Some(31)));
    let lost = "UPDATE obligation SET next_at = NULL, next_rung = NULL, wakes_at = NULL";
    assert!(is_noticed(&few_weeks(), |play, day| {
        if day == 29 {
            play.office.loses(lost);
        }
    }));
}

fn few_weeks() -> Scale {
    Scale {
        seed: 4,
        days: 40,
        complaints: 40,
        packs: Vec::new(),
    }
}

/// The explanations of a few weeks, each with one thing wrong in it.
#[test]
fn an_explanation_that_does_not_add_up_is_noticed() {
    let packs = ["lt-consumer", "eu-psd2"].map(str::to_owned).to_vec();
    let scale = Scale {
        seed: 9,
        days: 60,
        complaints: 20,
        packs,
    };
    let (mut play, mut ledger) = lived(&scale);
    assert_eq!(every_date_explained(&mut play, &mut ledger), [""; 0]);
    let zone = ledger.days().zone.clone();
    let open = check::list(&play.office, "all");
    let (mut tried, mut limits) = (0, 0);
    for book in ledger.books.values().filter(|book| book.is_open()) {
        let flawed = |spoil: fn(&mut Value) -> bool| {
            let mut told = Told::of(&play.office, &book.reference);
            let spoilt = spoil(&mut told.why);
            assert!(
                !spoilt || !told.flaws(book, &open, &zone).is_empty(),
                "{}",
                told.why
            );
            usize::from(spoilt)
        };
        tried += flawed(a_day_left_out_is_missing) + flawed(one_day_more);
        limits += flawed(a_line_is_missing) + flawed(another_last_line);
    }
    assert!(tried > 10 && limits > 5, "{tried} {limits}");
}

fn a_day_left_out_is_missing(why: &mut Value) -> bool {
    let skipped = why
        .pointer_mut("/dates/0/count/skipped")
        .and_then(Value::as_array_mut);
    skipped.is_some_and(|skipped| skipped.pop().is_some())
}

fn one_day_more(why: &mut Value) -> bool {
    let Some(days) = why.pointer_mut("/dates/1/count/working_days") else {
        return false;
    };
    *days = Value::from(days.as_i64().unwrap_or_default() + 1);
    true
}

fn explanation(why: &mut Value) -> Option<&mut Vec<Value>> {
    let lines = why.pointer_mut("/clocks/0/explanation")?.as_array_mut()?;
    (lines.len() > 4).then_some(lines)
}

fn a_line_is_missing(why: &mut Value) -> bool {
    explanation(why).map(|lines| lines.remove(3)).is_some()
}

fn another_last_line(why: &mut Value) -> bool {
    let Some(lines) = explanation(why) else {
        return false;
    };
    let last = lines.iter_mut().find(|it| {
        it.as_str()
            .is_some_and(|it| it.starts_with("In time until"))
    });
    let Some(last) = last else { return false };
    *last = Value::from("In time until \u{2068}1 January 2020, 09:00 (Vilnius)\u{2069}");
    true
}

fn told(scale: &Scale, found: &[String]) -> String {
    let some = found
        .iter()
        .take(TOLD)
        .cloned()
        .collect::<Vec<_>>()
        .join("\n  ");
    format!("seed {}, {} faults:\n  {some}", scale.seed, found.len())
}

fn summary(scale: &Scale, play: &Play, ledger: &Ledger, seconds: f64) -> String {
    let of = |kind: &str| ledger.kinds.get(kind).copied().unwrap_or_default();
    format!(
        "seed {}: {} days, {} complaints, {} facts, {} closed, {} reopened, {} annulled; \
         {} letters left, {} did not; {} recounts; {:.1} s\n  done {:?}\n  refused {:?}",
        scale.seed,
        scale.days,
        ledger.books.len(),
        ledger.facts(),
        of("closed"),
        of("reopened"),
        of("annulled"),
        of("sent"),
        of("send-failed"),
        of("dates-recounted"),
        seconds,
        play.troupe.done,
        play.troupe.refused,
    )
}

/// The journal proves itself and replays to the same tables.
fn intact(play: &Play) {
    let db = &play.office.house.db;
    let verifiers = db.keys().verifiers();
    let verified =
        db.read_now(move |reader| -> Result<_, Error> { verify(reader, &verifiers, &[]) });
    let verified = verified.expect("verified");
    assert!(verified.ok, "{:?}", verified.first_bad);
    let differences = rebuild_check(db).expect("compared");
    assert!(differences.is_empty(), "{differences:?}");
}
