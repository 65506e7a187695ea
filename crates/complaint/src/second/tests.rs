//! Two people of Blue Ferry Co. do together what one alone should not.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::{Complaint, at::Colleague, case::Concern};
use redress_kernel::{By, Draft, Entry, Erasable, Id, Instant, Role, fields::Fields};

const NOON: Instant = Instant::from_micros(1_772_434_800_000_000);

static CLOSING: SecondAct = SecondAct {
    name: "abusive-closing",
    decides: Action::ApproveSecond,
    form: &[],
    done: |_, _, _, _| Ok(()),
};

fn id(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

fn one(n: u8, role: Role) -> Colleague {
    Colleague {
        id: id(n),
        name: format!("Colleague {n}"),
        role,
        unit: None,
    }
}

fn wish() -> Wish {
    Wish {
        complaint: None,
        concerns: None,
        reason: "Forty letters a day, each with a threat.".to_owned(),
        typed: Fields::from_pairs([("body".to_owned(), "We close it.".to_owned())]),
    }
}

fn drafted(colleagues: &[Colleague]) -> Result<Draft, &'static str> {
    asked(id(9), &CLOSING, &wish(), id(1), NOON, None, colleagues).map_err(|no| no.code)
}

fn entry(seq: i64, draft: Draft, by: Id) -> Entry {
    Entry {
        seq,
        id: id(200),
        kind: draft.kind.to_owned(),
        version: draft.version,
        about: draft.about,
        actor: by,
        unit: None,
        recorded_at: NOON,
        occurred_at: None,
        record: draft.record.to_string(),
        personal: draft
            .personal
            .map_or(Erasable::None, |text| Erasable::Present(text.to_string())),
    }
}

fn waiting() -> Request {
    let ferry = [one(1, Role::Handler), one(2, Role::Manager)];
    let first = entry(1, drafted(&ferry).unwrap(), id(1));
    Request::fold(&[first]).unwrap().unwrap()
}

#[test]
fn whoever_asks_is_not_the_second_person_and_somebody_who_may_is_needed() {
    assert_eq!(
        drafted(&[one(1, Role::Manager)]).unwrap_err(),
        "second-nobody"
    );
    let handlers = [one(1, Role::Manager), one(2, Role::Handler)];
    assert_eq!(drafted(&handlers).unwrap_err(), "second-nobody");
    assert!(drafted(&[one(1, Role::Handler), one(2, Role::Manager)]).is_ok());
}

#[test]
fn whoever_is_complained_about_is_nobodys_second_person_in_that_complaint() {
    let concern = Concern {
        colleague: Some(id(2)),
        ..Concern::default()
    };
    let case = Complaint {
        concerns: vec![concern],
        ..Complaint::default()
    };
    let ferry = [
        one(1, Role::Handler),
        one(2, Role::Manager),
        one(3, Role::Manager),
    ];
    let could = |case| -> Vec<Id> {
        let all = who_could(Action::ApproveSecond, id(1), case, &ferry);
        all.iter().map(|one| one.id).collect()
    };
    assert_eq!(could(None), [id(2), id(3)]);
    assert_eq!(could(Some(&case)), [id(3)]);
}

#[test]
fn a_request_says_why_and_keeps_what_was_typed() {
    let no_reason = Wish {
        reason: "  ".to_owned(),
        ..wish()
    };
    let ferry = [one(2, Role::Manager)];
    let no = asked(id(9), &CLOSING, &no_reason, id(1), NOON, None, &ferry);
    assert_eq!(no.unwrap_err().code, "second-reason");
    let request = waiting();
    assert_eq!(request.typed.text("body"), "We close it.");
    assert_eq!(request.reason, wish().reason);
    assert_eq!(request.asked_by, id(1));
}

#[test]
fn it_is_answered_by_another_within_a_week_and_once() {
    let request = waiting();
    let later = |seconds| NOON.plus_seconds(seconds);
    let no = |by, at| request.answerable(id(by), at).map_err(|no| no.code);
    assert_eq!(no(1, NOON), Err("second-own"));
    assert_eq!(no(2, later(ENDS_AFTER_SECONDS - 1)), Ok(()));
    assert_eq!(no(2, later(ENDS_AFTER_SECONDS)), Err("second-over"));
    let answered = Draft::with(
        request.id,
        &SecondAnswered { agreed: true },
        &SecondText::default(),
    );
    let ferry = [one(2, Role::Manager)];
    let entries = [
        entry(1, drafted(&ferry).unwrap(), id(1)),
        entry(2, answered, id(2)),
    ];
    let done = Request::fold(&entries).unwrap().unwrap();
    assert_eq!(done.state, State::Agreed);
    assert_eq!(
        done.answerable(id(3), NOON).unwrap_err().code,
        "second-over"
    );
}

#[test]
fn only_whoever_asked_takes_it_back_and_only_while_it_waits() {
    let request = waiting();
    let no = |by| {
        request
            .can_be_taken_back(id(by), NOON)
            .map_err(|no| no.code)
    };
    assert_eq!(no(1), Ok(()));
    assert_eq!(no(2), Err("second-not-yours"));
    let by = By::system(NOON);
    let ended = SecondEnded {
        why: "time".to_owned(),
    };
    let ferry = [one(2, Role::Manager)];
    let entries = [
        entry(1, drafted(&ferry).unwrap(), id(1)),
        entry(2, Draft::of(request.id, &ended), by.actor),
    ];
    let over = Request::fold(&entries).unwrap().unwrap();
    assert_eq!(over.state, State::Expired);
    assert_eq!(
        over.can_be_taken_back(id(1), NOON).unwrap_err().code,
        "second-over"
    );
}

#[test]
fn whose_access_it_is_about_is_nobodys_second_person_in_it() {
    let about = Wish {
        concerns: Some(id(2)),
        ..wish()
    };
    let two = [one(1, Role::Manager), one(2, Role::Manager)];
    let ask = |all: &[Colleague]| asked(id(9), &CLOSING, &about, id(1), NOON, None, all);
    assert_eq!(ask(&two).unwrap_err().code, "second-nobody");
    let three = [&two[..], &[one(3, Role::Manager)]].concat();
    let request = Request::fold(&[entry(1, ask(&three).unwrap(), id(1))]);
    let request = request.unwrap().unwrap();
    let no = |by| request.answerable(id(by), NOON).map_err(|no| no.code);
    assert_eq!(no(2), Err("second-concerns-you"));
    assert_eq!(no(3), Ok(()));
}

#[test]
fn what_one_person_decided_alone_says_so_and_waits_for_nobody() {
    let alone = SecondAlone {
        act: "newcomer".to_owned(),
        decides: Action::ApproveAccess,
        concerns: Some(id(2)),
    };
    let draft = Draft::with(id(9), &alone, &SecondText::default());
    let request = Request::fold(&[entry(1, draft, id(1))]).unwrap().unwrap();
    assert_eq!((request.state, request.asked_by), (State::Alone, id(1)));
    assert_eq!(
        request.answerable(id(3), NOON).unwrap_err().code,
        "second-over"
    );
    assert_eq!(
        request.can_be_taken_back(id(1), NOON).unwrap_err().code,
        "second-over"
    );
}

/// Lines are added and never changed.
const GOLDEN: &str = include_str!("../../tests/golden/second.tsv");

#[test]
fn what_was_asked_years_ago_is_read_and_written_alike() {
    fn again<F: serde::de::DeserializeOwned + serde::Serialize>(text: &str) -> String {
        let fact: F = serde_json::from_str(text).unwrap();
        serde_json::to_value(&fact).unwrap().to_string()
    }
    for line in GOLDEN.lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        let (kind, record, personal) = (parts[0], parts[2], parts[3]);
        let read = match kind {
            SecondAsked::KIND => again::<SecondAsked>(record),
            SecondAlone::KIND => again::<SecondAlone>(record),
            SecondAnswered::KIND => again::<SecondAnswered>(record),
            _ => again::<SecondEnded>(record),
        };
        assert_eq!(read, record, "{kind}");
        if !personal.is_empty() {
            assert_eq!(again::<SecondText>(personal), personal, "{kind}");
        }
    }
}
