#![allow(clippy::unwrap_used)]
//! A corrective action as a value: who may say that it works, and what goes on.

use super::{
    action::{CorrectiveAction, State, opened},
    facts::{CorrectiveActionDone, CorrectiveActionOpened, EffectChecked, Plan, Words},
};
use jiff::civil::{Date, date};
use redress_kernel::{Draft, Entry, Erasable, Fact, Id, Instant, fields::Fields};

const TODAY: Date = date(2026, 3, 2);

fn person(n: u8) -> Id {
    Id::new(1, [n; 10])
}

fn typed(pairs: &[(&str, &str)]) -> Fields {
    Fields::from_pairs(
        pairs
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned())),
    )
}

fn entry(draft: &Draft, seq: i64, actor: Id) -> Entry {
    Entry {
        seq,
        id: Id::new(1, [9; 10]),
        kind: draft.kind.to_owned(),
        version: draft.version,
        about: draft.about,
        actor,
        unit: None,
        recorded_at: Instant::from_micros(1),
        occurred_at: None,
        record: draft.record.to_string(),
        personal: draft
            .personal
            .as_ref()
            .map_or(Erasable::None, |value| Erasable::Present(value.to_string())),
    }
}

/// Jonas owns it, Rasa carried it out.
fn carried_out() -> Vec<Entry> {
    let opened = CorrectiveActionOpened {
        complaints: vec![Id::new(1, [7; 10])],
        owner: person(1),
        due_on: date(2026, 3, 20),
    };
    let plan = Plan {
        title: "Ferries leave early".into(),
        cause: "The clock on board is fast".into(),
        plan: "Set it by radio".into(),
    };
    let action = Id::new(1, [5; 10]);
    let done = Draft::with(action, &CorrectiveActionDone {}, &Words::default());
    vec![
        entry(&Draft::with(action, &opened, &plan), 0, person(1)),
        entry(&done, 1, person(2)),
    ]
}

fn folded(entries: &[Entry]) -> CorrectiveAction {
    CorrectiveAction::fold(entries).unwrap().unwrap()
}

#[test]
fn whoever_owns_it_or_carried_it_out_never_says_that_it_works() {
    let action = folded(&carried_out());
    let works = typed(&[("action-works", "yes"), ("action-effect", "none since")]);
    for own in [person(1), person(2)] {
        let refusal = action.effect(&works, own, TODAY).unwrap_err();
        assert_eq!(refusal.code, "effect-checked-by-owner");
    }
    assert!(action.effect(&works, person(3), TODAY).is_ok());
}

#[test]
fn what_does_not_work_goes_on_until_a_new_day() {
    let mut entries = carried_out();
    let action = folded(&entries);
    let fails = typed(&[("action-works", "no"), ("action-effect", "two more")]);
    let refusal = action.effect(&fails, person(3), TODAY).unwrap_err();
    assert_eq!(refusal.code, "effect-without-date");
    let fails = typed(&[
        ("action-works", "no"),
        ("action-effect", "two more"),
        ("action-due-again", "2026-04-10"),
    ]);
    let draft = action.effect(&fails, person(3), TODAY).unwrap();
    assert_eq!(draft.kind, EffectChecked::KIND);
    entries.push(entry(&draft, 2, person(3)));
    let action = folded(&entries);
    assert_eq!((action.state, action.rounds), (State::Open, 2));
    assert_eq!(action.due_on, date(2026, 4, 10));
    assert!(!action.is_overdue(date(2026, 4, 10)) && action.is_overdue(date(2026, 4, 11)));
}

#[test]
fn nothing_is_carried_out_without_a_cause_and_nothing_is_due_yesterday() {
    let owners = [person(1)];
    let fields = |due: &'static str| {
        let owner = person(1).to_string();
        let mut fields = typed(&[("action-title", "Ferries leave early"), ("action-due", due)]);
        fields.put("action-owner", owner);
        fields
    };
    let id = Id::new(1, [5; 10]);
    let late = opened(id, Vec::new(), &fields("2026-03-01"), &owners, TODAY);
    assert_eq!(late.unwrap_err().code, "action-due-past");
    let stranger = opened(id, Vec::new(), &fields("2026-03-02"), &[], TODAY);
    assert_eq!(stranger.unwrap_err().code, "colleague-unknown");
    let draft = opened(id, Vec::new(), &fields("2026-03-02"), &owners, TODAY).unwrap();
    let action = folded(&[entry(&draft, 0, person(1))]);
    let done = typed(&[("action-done", "told everybody")]);
    assert_eq!(action.done(&done).unwrap_err().code, "action-without-cause");
    let works = typed(&[("action-works", "yes")]);
    let early = action.effect(&works, person(3), TODAY).unwrap_err();
    assert_eq!(early.code, "action-not-done");
}

#[test]
fn a_complaint_is_linked_once() {
    let action = folded(&carried_out());
    let again = action.linked(Id::new(1, [7; 10])).unwrap_err();
    assert_eq!(again.code, "action-linked-already");
    assert!(action.linked(Id::new(1, [8; 10])).is_ok());
}
