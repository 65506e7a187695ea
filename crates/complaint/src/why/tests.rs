//! A date explains itself by being counted again; a person complained about is out.

use super::*;
use crate::at::Colleague;
use jiff::civil::date;
use redress_kernel::{Entry, Id, Instant, Organisation, Role, deadline::Step, journal::Erasable};

const RECEIVED: &str = "2026-03-06T08:00:00Z";

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn office() -> Organisation {
    let mut office = Organisation {
        time_zone: "Europe/Vilnius".to_owned(),
        closures: vec![date(2026, 3, 11)],
        ..Organisation::default()
    };
    let name = "Restoration of Independence".to_owned();
    office.closure_names.insert(date(2026, 3, 11), name);
    office
}

fn setting() -> Vec<Setting> {
    vec![Setting {
        seq: 3,
        organisation: office(),
    }]
}

fn entry(seq: i64, kind: &str, record: serde_json::Value) -> Entry {
    Entry {
        seq,
        id: Id::from_bytes([seq as u8; 16]),
        kind: kind.to_owned(),
        version: 1,
        about: Id::from_bytes([77; 16]),
        actor: Id::from_bytes([9; 16]),
        unit: None,
        recorded_at: at(RECEIVED),
        occurred_at: None,
        record: record.to_string(),
        personal: Erasable::Present("{}".to_owned()),
    }
}

fn received(response: Instant) -> Entry {
    let due = |step| office().due(step, at(RECEIVED)).micros();
    let record = serde_json::json!({
        "reference": "BF-26-004J-7KQ", "year": 2026, "counter": 4, "channel": "web", "language": "en",
        "received_at": at(RECEIVED).micros(),
        "due": {
            "acknowledgement": due(Step::Acknowledgement), "assessment": due(Step::Assessment),
            "update": due(Step::Update), "response": response.micros(),
        },
    });
    entry(10, "received", record)
}

const NO_RECOUNT: &[crate::case::recount::Recount] = &[];

#[test]
fn a_counted_date_names_its_entry_its_calendar_and_the_days_left_out() {
    let counted = office().due(Step::Response, at(RECEIVED));
    let found = dates(&[received(counted)], NO_RECOUNT, &setting());
    let answer = found.iter().find(|d| d.step == Step::Response).unwrap();
    let count = answer.count.as_ref().unwrap();
    assert_eq!((answer.origin.seq, count.setting, count.days), (10, 3, 20));
    assert_eq!(count.from, at(RECEIVED));
    let closed = Rest::Closure(Some("Restoration of Independence".to_owned()));
    assert!(count.skipped.contains(&(date(2026, 3, 11), closed)));
    assert!(count.skipped.contains(&(date(2026, 3, 7), Rest::Weekend)));
    assert!(
        !count
            .skipped
            .iter()
            .any(|(day, _)| *day == date(2026, 3, 9))
    );
}

#[test]
fn a_date_that_no_counting_gives_is_told_as_named() {
    let other = office().due(Step::Response, at("2026-03-19T08:00:00Z"));
    let found = dates(&[received(other)], NO_RECOUNT, &setting());
    let answer = found.iter().find(|d| d.step == Step::Response).unwrap();
    assert_eq!(answer.count, None);
    let first = found.first().unwrap();
    assert!(first.count.is_some(), "the others were counted");
}

/// Written on Tuesday, gone on Thursday.
fn letter(next_update: Option<Instant>, response_due: Option<Instant>) -> [Entry; 2] {
    let (message, written) = (Id::from_bytes([5; 16]), at("2026-03-17T08:00:00Z"));
    let queued = serde_json::json!({
        "message": message, "purpose": "update", "way": "email", "language": "en",
        "send_at": written.micros(), "next_update": next_update.map(Instant::micros),
        "response_due": response_due.map(Instant::micros),
    });
    let sent = serde_json::json!({ "message": message, "way": "email" });
    let [mut queued, mut sent] = [entry(11, "queued", queued), entry(12, "sent", sent)];
    queued.recorded_at = written;
    sent.recorded_at = at("2026-03-19T08:00:00Z");
    sent.personal = Erasable::None;
    [queued, sent]
}

#[test]
fn the_next_word_is_counted_from_the_letter_and_not_from_the_post() {
    let written = at("2026-03-17T08:00:00Z");
    let next = office().due(Step::Update, written);
    let [queued, sent] = letter(Some(next), None);
    let first = received(office().due(Step::Response, at(RECEIVED)));
    let found = dates(&[first, queued, sent], NO_RECOUNT, &setting());
    let update = found.iter().find(|d| d.step == Step::Update).unwrap();
    let count = update.count.as_ref().unwrap();
    assert_eq!((update.origin.seq, count.from), (12, written));
    assert_eq!(update.before.len(), 1, "the date before it is told too");
}

/// The letter lay in the print list while the office changed its calendar.
#[test]
fn the_next_word_is_counted_by_the_settings_of_the_day_on_which_it_was_written() {
    let written = at("2026-03-17T08:00:00Z");
    let next = office().due(Step::Update, written);
    let [queued, mut sent] = letter(Some(next), None);
    sent.seq = 14;
    let mut changed = setting();
    changed.push(Setting {
        seq: 13,
        organisation: Organisation {
            closures: vec![date(2026, 3, 18)],
            ..office()
        },
    });
    let first = received(office().due(Step::Response, at(RECEIVED)));
    let found = dates(&[first, queued, sent], NO_RECOUNT, &changed);
    let update = found.iter().find(|d| d.step == Step::Update).unwrap();
    let count = update.count.as_ref().unwrap();
    assert_eq!((update.origin.seq, count.setting), (14, 3));
}

/// A letter names a day, and is not sent; a recount comes to the same day.
#[test]
fn a_recount_that_comes_to_the_day_of_an_unsent_letter_is_a_count_all_the_same() {
    let sooner = Organisation {
        targets: redress_kernel::deadline::Targets {
            response: 15,
            ..office().targets
        },
        ..office()
    };
    let day = sooner.due(Step::Response, at(RECEIVED));
    let [queued, _] = letter(None, Some(day));
    let recounted_at = at("2026-03-18T08:00:00Z");
    let counting = sooner.counting();
    let recount = crate::case::recount::Recount::new(14, recounted_at, Id::SYSTEM, &counting);
    let mut settings = setting();
    settings.push(Setting {
        seq: 13,
        organisation: sooner,
    });
    let first = received(office().due(Step::Response, at(RECEIVED)));
    let found = dates(&[first, queued], &[recount], &settings);
    let answer = found.iter().find(|d| d.step == Step::Response).unwrap();
    let count = answer.count.as_ref().unwrap();
    assert_eq!(
        (answer.due, count.from, count.setting),
        (day, at(RECEIVED), 13)
    );
}

/// Accepted before any decision; then the office counts anew.
#[test]
fn the_closing_after_an_early_acceptance_is_counted_from_it_also_in_a_recount() {
    let accepted_at = at("2026-03-09T08:00:00Z");
    let record = serde_json::json!({
        "channel": "web", "closure_due": office().due(Step::Closure, accepted_at).micros(),
    });
    let mut accepted = entry(11, "accepted", record);
    accepted.recorded_at = accepted_at;
    let changed = Organisation {
        closures: vec![date(2026, 3, 11), date(2026, 3, 12)],
        ..office()
    };
    let counting = changed.counting();
    let recounted_at = at("2026-03-10T08:00:00Z");
    let recount = crate::case::recount::Recount::new(13, recounted_at, Id::SYSTEM, &counting);
    let mut settings = setting();
    settings.push(Setting {
        seq: 12,
        organisation: changed,
    });
    let first = received(office().due(Step::Response, at(RECEIVED)));
    let found = dates(&[first, accepted], &[recount], &settings);
    let closure = found.iter().find(|d| d.step == Step::Closure).unwrap();
    let count = closure.count.as_ref().unwrap();
    assert_eq!((count.from, count.setting), (accepted_at, 12));
}

#[test]
fn a_later_date_for_the_answer_in_a_letter_is_named_even_where_a_count_would_fit() {
    let later = office().due(Step::Response, at("2026-03-17T08:00:00Z"));
    let [queued, sent] = letter(None, Some(later));
    let first = received(office().due(Step::Response, at(RECEIVED)));
    let found = dates(&[first, queued, sent], NO_RECOUNT, &setting());
    let answer = found.iter().find(|d| d.step == Step::Response).unwrap();
    assert_eq!(
        (answer.due, answer.origin.seq, &answer.count),
        (later, 12, &None)
    );
}

#[test]
fn what_counts_it_follows_the_sums_and_says_why_not() {
    let (case, office) = (dates_of_a_duplicate(), office());
    let figures = figures(&case, &office, at("2026-03-20T08:00:00Z")).unwrap();
    let open = figures
        .all
        .iter()
        .find(|f| f.indicator.key == "open")
        .unwrap();
    assert!(open.counted, "work all the same");
    let of_period = figures.all.iter().filter(|f| !f.indicator.is_now());
    for figure in of_period {
        assert!(!figure.counted, "{}", figure.indicator.key);
        assert_eq!(figure.reason, Reason::NoComplaint);
    }
}

fn dates_of_a_duplicate() -> Complaint {
    let mut case = Complaint::fold(&[received(office().due(Step::Response, at(RECEIVED)))]);
    case.scope = Some(crate::case::Scope {
        scope: "duplicate".to_owned(),
        ..Default::default()
    });
    case
}

#[test]
fn settings_made_afterwards_explain_nothing() {
    let counted = office().due(Step::Response, at(RECEIVED));
    let later = vec![Setting {
        seq: 11,
        organisation: office(),
    }];
    let found = dates(&[received(counted)], NO_RECOUNT, &later);
    assert!(found.iter().all(|date| date.count.is_none()));
}

#[test]
fn who_sees_it_is_the_rule_of_the_lists_with_its_reason() {
    let (mine, other) = (Id::from_bytes([1; 16]), Id::from_bytes([2; 16]));
    let person = |n: u8, role, unit| Colleague {
        id: Id::from_bytes([n; 16]),
        name: format!("Person {n}"),
        role,
        unit,
    };
    let case = Complaint {
        unit: Some(mine),
        concerns: vec![crate::case::Concern {
            colleague: Some(Id::from_bytes([13; 16])),
            ..Default::default()
        }],
        ..Complaint::default()
    };
    let people = [
        person(11, Role::Handler, Some(mine)),
        person(12, Role::Handler, Some(other)),
        person(13, Role::Handler, Some(mine)),
        person(14, Role::Admin, None),
        person(15, Role::Manager, None),
    ];
    let found: Vec<_> = eyes(&case, &people)
        .iter()
        .map(|seer| (seer.colleague.name.clone(), seer.eye))
        .collect();
    let expected = [
        ("Person 15", Eye::Whole),
        ("Person 11", Eye::SameUnit),
        ("Person 13", Eye::Subject),
        ("Person 12", Eye::OtherUnit),
        ("Person 14", Eye::Role),
    ];
    let expected: Vec<_> = expected
        .iter()
        .map(|(name, eye)| ((*name).to_owned(), *eye))
        .collect();
    assert_eq!(found, expected);
}
