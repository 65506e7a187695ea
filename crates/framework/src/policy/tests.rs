#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
//! A version of the policy as a value: who may approve it, and what is left out.

use super::version::{State, Version, begun};
use jiff::civil::{Date, date};
use redress_kernel::{Id, Lang, fields::Fields};

const TODAY: Date = date(2026, 3, 2);

fn person(n: u8) -> Id {
    Id::new(1, [n; 10])
}

/// Written by Aistė in English.
fn version(state: State) -> Version {
    Version {
        id: Id::new(1, [5; 10]),
        number: 1,
        texts: [("en".to_owned(), "Every complaint is welcome.".to_owned())].into(),
        review_on: date(2027, 3, 2),
        state,
        authors: vec![person(1)],
        ..Version::default()
    }
}

#[test]
fn whoever_wrote_it_does_not_approve_it() {
    let submitted = version(State::Submitted);
    let own = submitted.approved(person(1)).unwrap_err();
    assert_eq!(own.code, "policy-approved-by-author");
    assert!(submitted.approved(person(2)).is_ok());
    let draft = version(State::Draft).approved(person(2)).unwrap_err();
    assert_eq!(draft.code, "policy-not-submitted");
}

#[test]
fn no_language_of_the_organisation_is_left_out() {
    let draft = version(State::Draft);
    assert!(draft.submitted(&[Lang::En]).is_ok());
    let refusal = draft.submitted(&[Lang::En, Lang::Lt]).unwrap_err();
    assert_eq!(refusal.code, "policy-language-missing");
    assert_eq!(
        draft.text(Lang::Fa),
        Some((Lang::En, "Every complaint is welcome."))
    );
}

#[test]
fn one_version_at_a_time_is_written_and_begins_with_the_last() {
    let last = version(State::Published);
    let id = Id::new(1, [6; 10]);
    let refusal = begun(id, Some(&last), true, TODAY).unwrap_err();
    assert_eq!(refusal.code, "policy-under-way");
    let draft = begun(id, Some(&last), false, TODAY).unwrap();
    assert_eq!(draft.record["number"], 2);
    assert_eq!(draft.record["texts"]["en"], "Every complaint is welcome.");
}

#[test]
fn what_is_published_is_neither_written_nor_published_again() {
    let published = version(State::Published);
    let code = published.published().unwrap_err().code;
    assert_eq!(code, "policy-published-already");
    let code = published
        .written(&Fields::default(), TODAY)
        .unwrap_err()
        .code;
    assert_eq!(code, "policy-published-already");
    let code = version(State::Submitted).published().unwrap_err().code;
    assert_eq!(code, "policy-waits-for-approval");
}

#[test]
fn it_is_read_while_it_is_in_force_and_once() {
    let published = version(State::Published);
    let old = published.read_by(person(3), false, false).unwrap_err();
    assert_eq!(old.code, "policy-not-in-force");
    let twice = published.read_by(person(3), true, true).unwrap_err();
    assert_eq!(twice.code, "policy-read-already");
    let draft = published.read_by(person(3), true, false).unwrap();
    assert_eq!(draft.about, person(3), "a fact about the person");
}

#[test]
fn its_review_lies_ahead() {
    let draft = version(State::Draft);
    let mut fields = Fields::default();
    fields.put("policy-review-on", "2026-03-02");
    let refusal = draft.written(&fields, TODAY).unwrap_err();
    assert_eq!(refusal.code, "policy-review-past");
}
