//! An internal note: a fact of its own kind, so that it can never become a reply. It can
//! point to colleagues, ticked in the list or named in the text (`@Aistė Mockutė`, or the
//! first name where only one has it): they hear of it as they chose, and only who may see
//! the case. Evidence: whom it points to.

use redress_complaint::{
    Complaint, Decided,
    at::{At, Colleague},
    authority::sees,
    facts::{Noted, Text},
};
use redress_kernel::{
    Draft, Id, Refusal,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX},
};

const TELL: &str = "tell";

pub const FIELDS: &[Field] = &[
    Field::new("text", Kind::Text(LONG_TEXT_MAX)).required(),
    Field::new(TELL, Kind::Colleagues).hinted(),
];

/// A note to more people than this is a letter to everybody.
const MENTIONED_MAX: usize = 20;

pub fn decide(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let text = Text {
        text: fields.text("text"),
    };
    let mut mentioned = ticked(c, fields, at)?;
    for id in named(&text.text, at.colleagues) {
        let sees = at.colleague(id).is_some_and(|one| sees(c, one));
        if sees && !mentioned.contains(&id) {
            mentioned.push(id);
        }
    }
    mentioned.retain(|id| *id != at.actor.id);
    if mentioned.len() > MENTIONED_MAX {
        let many = Refusal::new("mentions-too-many").with("max", MENTIONED_MAX as i64);
        return Err(many.at(TELL));
    }
    Ok(Decided::fact(Draft::with(
        c.id,
        &Noted { mentioned },
        &text,
    )))
}

/// Who is ticked and may not see the case is refused and not left out in silence.
fn ticked(c: &Complaint, fields: &Fields, at: &At) -> Result<Vec<Id>, Refusal> {
    let no = || Refusal::new("mention-sees-not").at(TELL);
    let ids = fields.codes(TELL).into_iter().map(|id| id.parse::<Id>());
    ids.map(|id| {
        let one = id.ok().and_then(|id| at.colleague(id));
        one.filter(|one| sees(c, one))
            .map(|one| one.id)
            .ok_or_else(no)
    })
    .collect()
}

/// Whom the text names behind an `@`; what fits nobody, or two people, names nobody.
fn named(text: &str, colleagues: &[Colleague]) -> Vec<Id> {
    let behind = text.split('@').skip(1);
    behind
        .filter_map(|rest| one(&rest.to_lowercase(), colleagues))
        .collect()
}

/// The longest name counts: `@Wang Min` is not Wang.
fn one(rest: &str, colleagues: &[Colleague]) -> Option<Id> {
    let whole = |one: &Colleague| one.name.trim().to_lowercase();
    let first = |one: &Colleague| {
        let name = whole(one);
        name.split_whitespace()
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    longest(rest, colleagues, whole).or_else(|| longest(rest, colleagues, first))
}

fn longest(
    rest: &str,
    colleagues: &[Colleague],
    name: impl Fn(&Colleague) -> String,
) -> Option<Id> {
    let all = colleagues.iter().map(|one| (name(one), one.id));
    let mut fits: Vec<(String, Id)> = all.filter(|(name, _)| begins(rest, name)).collect();
    fits.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    match fits.as_slice() {
        [(name, _), (other, _), ..] if name == other => None,
        [(_, id), ..] => Some(*id),
        [] => None,
    }
}

/// A name ends where its letters end; in scripts without spaces anything may follow.
fn begins(rest: &str, name: &str) -> bool {
    let after = rest.strip_prefix(name).filter(|_| !name.is_empty());
    after.is_some_and(|after| {
        let next = after.chars().next();
        next.is_none_or(|sign| !sign.is_alphanumeric() || has_no_spaces(sign))
    })
}

/// Chinese and Japanese signs, and Hangul, whose particles stand behind names.
fn has_no_spaces(sign: char) -> bool {
    matches!(sign, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use redress_kernel::Role;

    fn staff(names: &[&str]) -> Vec<Colleague> {
        let all = names.iter().zip(1u8..);
        all.map(|(name, n)| Colleague {
            id: Id::from_bytes([n; 16]),
            name: (*name).to_owned(),
            role: Role::Handler,
            unit: None,
        })
        .collect()
    }

    fn told(text: &str, names: &[&str]) -> Vec<u8> {
        let ids = named(text, &staff(names));
        ids.iter()
            .filter_map(|id| id.bytes().first().copied())
            .collect()
    }

    #[test]
    fn a_colleague_is_named_by_the_whole_name_or_by_a_first_name_that_is_theirs_alone() {
        let ferry = [
            "Aistė Mockutė",
            "Boris Lane",
            "Boris Lang",
            "王明",
            "王明明",
            "김민수",
        ];
        assert_eq!(told("@aistė mockutė, please look", &ferry), [1]);
        assert_eq!(told("for @Aistė: ask the crew", &ferry), [1]);
        assert_eq!(told("@Boris Lang and @Aistė", &ferry), [3, 1]);
        assert!(told("@Boris knows", &ferry).is_empty(), "two are called so");
        assert_eq!(told("请@王明明看一下", &ferry), [5]);
        assert_eq!(told("请@王明看一下", &ferry), [4]);
        assert_eq!(told("@김민수님 확인", &ferry), [6]);
        assert!(told("write to rasa@aistemail.example", &["Aiste"]).is_empty());
        assert!(told("@", &ferry).is_empty() && told("no sign", &ferry).is_empty());
    }
}
