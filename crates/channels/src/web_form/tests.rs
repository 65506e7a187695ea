//! Answers as people give them.
#![allow(clippy::unwrap_used, reason = "tests")]

use super::{
    arrival::arrival,
    draft::{Answers, Draft, Key},
    rules,
    steps::Step,
};
use redress_kernel::{Instant, Lang, fields::Fields};

fn typed(pairs: &[(&str, &str)]) -> Fields {
    let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Fields::from_pairs(pairs.iter().map(own))
}

fn problems(step: Step, pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut fields = rules::read(step, &typed(pairs));
    rules::check(step, &mut fields);
    let problem = |p: &redress_kernel::fields::Problem| (p.field.clone(), p.message.key.clone());
    fields.problems().iter().map(problem).collect()
}

#[test]
fn addresses_of_every_script_are_welcome_and_what_cannot_arrive_is_asked_again() {
    for fine in [
        "rasa@example.org",
        "김@예시.한국",
        "a+b@x.museum",
        "o'neil@example.ie",
    ] {
        assert!(rules::could_be_email(fine), "{fine}");
    }
    for wrong in [
        "rasa",
        "@example.org",
        "rasa@",
        "rasa@home",
        "ra sa@example.org",
        "a@b@example.org",
        "<a@example.org>",
        "a@example..org",
    ] {
        assert!(!rules::could_be_email(wrong), "{wrong}");
    }
}

#[test]
fn one_way_to_reach_somebody_is_enough_whichever_it_is() {
    for way in [
        ("your-email", "r@example.org"),
        ("your-phone", "۰۲۱-۵۵۵۰۱۴, after six"),
        ("your-address", "1 Quay Street"),
        ("stay-anonymous", "1"),
    ] {
        assert_eq!(problems(Step::AboutYou, &[way]), [], "{way:?}");
    }
    let none = problems(Step::AboutYou, &[("your-name", "Rasa")]);
    assert_eq!(
        none,
        [("your-email".to_owned(), "portal-reach-missing".to_owned())]
    );
}

#[test]
fn a_number_stays_as_it_was_typed() {
    let fields = rules::read(Step::AboutYou, &typed(&[("your-phone", "۰۲۱-۵۵۵۰۱۴")]));
    assert_eq!(fields.typed("your-phone"), "۰۲۱-۵۵۵۰۱۴");
}

#[test]
fn a_field_that_was_never_drawn_is_not_read() {
    let fields = rules::read(
        Step::PuttingRight,
        &typed(&[("bought", "Ticket 7"), ("role", "admin")]),
    );
    assert_eq!(fields.names().collect::<Vec<_>>(), ["bought"]);
}

#[test]
fn emptying_a_field_empties_it_in_the_draft() {
    let mut answers = Answers::default();
    answers.put(&typed(&[("bought", "Ticket 7")]), ["bought", "wished-text"]);
    answers.put(&typed(&[("bought", "  ")]), ["bought", "wished-text"]);
    assert_eq!(answers, Answers::default());
}

#[test]
fn a_name_given_before_choosing_to_stay_anonymous_is_not_handed_on() {
    let mut draft = Draft::default();
    let about = [
        ("your-name", "Rasa"),
        ("your-phone", "0800"),
        ("stay-anonymous", "1"),
    ];
    draft.answers.put(
        &typed(&about),
        ["your-name", "your-phone", "stay-anonymous"],
    );
    let arrived = arrival(&draft, &Key::new([7; 32]), Lang::Lt, Vec::new());
    assert!(arrived.anonymous);
    assert_eq!(
        (
            arrived.complainant.name.as_str(),
            arrived.complainant.phone.as_str()
        ),
        ("", "0800")
    );
    assert_eq!(arrived.language, Lang::Lt);
}

#[test]
fn a_key_is_read_back_as_it_was_made_and_its_hash_tells_nothing() {
    let key = Key::new(std::array::from_fn(|n| (n * 37) as u8));
    assert_eq!(Key::read(key.as_str()), Some(key.clone()));
    assert_eq!(key.as_str().len(), 26);
    assert!(!key.hash().contains(key.as_str()));
    for wrong in [
        "",
        "ILO",
        "0000000000000000000000000O",
        "000000000000000000000000000",
    ] {
        assert_eq!(Key::read(wrong), None, "{wrong}");
    }
}

#[test]
fn a_draft_rests_thirty_days() {
    let draft = Draft {
        used_at: Instant::from_micros(0),
        ..Draft::default()
    };
    let day = |n: i64| Instant::from_micros(0).plus_seconds(n * 86_400);
    assert!(!draft.is_gone(day(30)));
    assert!(draft.is_gone(day(30).plus_seconds(1)));
}
