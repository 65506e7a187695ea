//! A number, an address and an e-mail are written in whichever way, into whatever text:
//! nothing of them is left. What is looked for afterwards is read out of the masked text
//! in another way than the mask finds it.

use crate::{
    facts::Person,
    identity::{MASK, Mask},
};
use proptest::prelude::*;

const GAPS: [&str; 9] = ["", "", " ", "-", "\u{a0}", ".", " \n", "\u{200e}", ") "];
/// In front of the eight digits that stay the same.
const FRONTS: [&str; 6] = ["", "8", "0", "+370", "00370", "+370 (8) "];
/// The first digit of each script.
const SCRIPTS: [char; 4] = ['0', '۰', '٠', '０'];
const WORDS: [&str; 8] = [
    "The ferry",
    "left early,",
    "전화는",
    "电话",
    "تلفن",
    "skambinkite",
    "call",
    "(tel.)",
];

/// The digits of a text and nothing else, in Latin: a table of its own.
fn digits(text: &str) -> String {
    let latin = |c: char| {
        let first = SCRIPTS.into_iter().find(|zero| {
            let from = *zero as u32;
            (from..from + 10).contains(&(c as u32))
        });
        first.map(|zero| char::from_digit(c as u32 - zero as u32, 10).unwrap())
    };
    text.chars().filter_map(latin).collect()
}

fn in_script(number: &str, zero: char) -> String {
    let typed = |c: char| match c.to_digit(10) {
        Some(digit) => char::from_u32(zero as u32 + digit).unwrap(),
        None => c,
    };
    number.chars().map(typed).collect()
}

fn with_gaps(number: &str, gaps: &[usize]) -> String {
    let mut gaps = gaps.iter().cycle();
    let parts = number.chars().map(|c| {
        let gap = gaps.next().map_or("", |at| GAPS[at % GAPS.len()]);
        format!("{c}{gap}")
    });
    parts.collect::<String>().trim_end().to_owned()
}

fn with_phone(phone: &str) -> Mask {
    Mask::of([&Person {
        phone: phone.to_owned(),
        ..Person::default()
    }])
}

proptest! {
    #[test]
    fn a_known_number_is_masked_however_it_is_written(
        number in "[1-9][0-9]{7}",
        known_with in 0..FRONTS.len(),
        written_with in 0..FRONTS.len(),
        gaps in prop::collection::vec(0..GAPS.len(), 1..9),
        script in 0..SCRIPTS.len(),
        before in 0..WORDS.len(),
        after in 0..WORDS.len(),
        close in any::<bool>(),
    ) {
        let known = format!("{}{number}", FRONTS[known_with]);
        let written = format!("{}{}", FRONTS[written_with], with_gaps(&number, &gaps));
        let written = in_script(&written, SCRIPTS[script]);
        let gap = if close { "" } else { " " };
        let text = format!("{}{gap}{written}; {}", WORDS[before], WORDS[after]);
        prop_assert!(digits(&text).contains(&number), "the control: {text}");
        let masked = with_phone(&known).over(&text);
        prop_assert!(!digits(&masked).contains(&number), "{text:?} {masked:?}");
        prop_assert_eq!(digits(&masked), "", "nor a part of it: {:?}", masked);
        prop_assert!(masked.contains(MASK));
        let (first, last) = (WORDS[before], format!("; {}", WORDS[after]));
        prop_assert!(masked.starts_with(first) && masked.ends_with(&last), "{:?}", masked);
    }

    #[test]
    fn other_numbers_stay(number in "[1-9][0-9]{7}", text in "[a-zž 0-9.+/-]{0,60}") {
        prop_assume!(!digits(&text).contains(&number));
        prop_assert_eq!(with_phone(&number).over(&text), text);
    }

    #[test]
    fn a_known_address_is_masked_with_other_gaps_and_digits(
        street in "[A-ZŠŽ][a-zėų]{4,9}",
        house in 10..999u32,
        gaps in prop::collection::vec(prop::sample::select(vec![" ", "", ", ", "\n", "\u{a0}"]), 2),
        script in 0..SCRIPTS.len(),
        upper in any::<bool>(),
    ) {
        let person = Person {
            address: format!("{street} g. {house}\nKlaipėda"),
            ..Person::default()
        };
        let written = format!("{street}{}g.{}{}", gaps[0], gaps[1], in_script(&house.to_string(), SCRIPTS[script]));
        let written = if upper { written.to_uppercase() } else { written };
        let masked = Mask::of([&person]).over(&format!("I live at {written}. It rained."));
        prop_assert_eq!(digits(&masked), "", "{:?}", masked);
        prop_assert!(!masked.to_lowercase().contains(&street.to_lowercase()), "{:?}", masked);
        prop_assert!(masked.starts_with("I live at ") && masked.ends_with(". It rained."));
    }

    #[test]
    fn a_known_e_mail_is_masked_in_any_case(
        email in "[a-z]{3,8}[.][a-z]{1,5}@[a-z]{3,8}[.](org|lt)",
        upper in prop::collection::vec(any::<bool>(), 30),
    ) {
        let person = Person { email: email.clone(), ..Person::default() };
        let turn = |(c, upper): (char, &bool)| if *upper { c.to_ascii_uppercase() } else { c };
        let written: String = email.chars().zip(upper.iter().cycle()).map(turn).collect();
        let masked = Mask::of([&person]).over(&format!("<{written}>"));
        prop_assert_eq!(masked, format!("<{MASK}>"));
    }
}

#[test]
fn two_numbers_in_one_field_are_two() {
    let mask = with_phone("+370 612 34567 / 8 600 11111, ext. 12");
    assert_eq!(
        mask.over("8-612-34567 or 860011111"),
        format!("{MASK} or {MASK}")
    );
}

#[test]
fn another_house_of_the_street_stays() {
    let person = Person {
        address: "Pilies g. 7, Vilnius".to_owned(),
        ..Person::default()
    };
    let mask = Mask::of([&person]);
    assert_eq!(mask.over("At Pilies  g.7"), format!("At {MASK}"));
    assert_eq!(mask.over("PILIES G. 7\nVILNIUS!"), format!("{MASK}!"));
    assert_eq!(mask.over("At Pilies  g. 70"), "At Pilies  g. 70");
    assert_eq!(mask.over("In Vilnius"), "In Vilnius");
}

#[test]
fn a_date_beside_a_number_stays_and_a_longer_number_hides_nothing() {
    let mask = with_phone("8 612 34567");
    assert_eq!(
        mask.over("2026-03-02, 8 612 34567"),
        format!("2026-03-02, {MASK}")
    );
    assert_eq!(
        mask.over("LT99123456789061234567"),
        format!("LT991234567890{MASK}")
    );
}
