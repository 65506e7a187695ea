//! What is typed, read onto what held before; and when somebody is due a letter. Pure.

use super::records::{Held, Recipient};
use redress_kernel::{
    Id, Instant, Lang,
    fields::{Field, Fields, Kind},
    words::Message,
};
use std::collections::BTreeSet;

/// More than these are a newsletter.
const RECIPIENTS_MAX: usize = 10;
const ADDRESS_MAX: usize = 254;
/// Where nothing changed, silence would look like a letter that was lost.
const UNCHANGED_SECONDS: i64 = 7 * 86_400;
/// The clock of the office and the hour of the plan are never quite the same.
const SLACK_SECONDS: i64 = 3_600;

pub const ADDRESSES: Field = Field::new("checkpoint-addresses", Kind::Text(3_000)).hinted();
pub const HOUR: Field = Field::new("checkpoint-hour", Kind::Number(0, 23))
    .required()
    .hinted();
pub const LANGUAGE: Field = Field::new("checkpoint-language", Kind::Language).required();
pub const FORM: &[Field] = &[ADDRESSES, HOUR, LANGUAGE];

pub fn typed(held: &Held) -> Fields {
    let mut fields = Fields::default();
    let addresses: Vec<&str> = held
        .recipients
        .iter()
        .map(|one| one.address.as_str())
        .collect();
    fields.put(ADDRESSES.name, addresses.join("\n"));
    fields.put(HOUR.name, held.hour.to_string());
    fields.put(LANGUAGE.name, held.language.tag());
    fields
}

/// An address keeps its identifier while it stays on the list: what it was sent before
/// is known of it.
pub fn accept(fields: &mut Fields, before: &Held, mut fresh: impl FnMut() -> Id) -> Option<Held> {
    fields.check(FORM);
    let addresses = addresses(&fields.text(ADDRESSES.name));
    if addresses.len() > RECIPIENTS_MAX {
        let many = Message::new("problem-checkpoint-many").with("n", RECIPIENTS_MAX);
        fields.problem(ADDRESSES.name, many);
    }
    if addresses.iter().any(|address| !is_address(address)) {
        fields.problem(ADDRESSES.name, Message::new("refusal-email-wrong"));
    }
    let hour = fields
        .number(HOUR.name)
        .and_then(|hour| u8::try_from(hour).ok());
    let language = Lang::from_tag(fields.typed(LANGUAGE.name));
    if !fields.problems().is_empty() {
        return None;
    }
    let known = |address: &str| before.recipients.iter().find(|one| one.address == address);
    let recipients = addresses.into_iter().map(|address| Recipient {
        id: known(&address).map_or_else(&mut fresh, |one| one.id),
        address,
    });
    Some(Held {
        active: true,
        hour: hour?,
        language: language?,
        recipients: recipients.collect(),
    })
}

/// One a line, each once.
fn addresses(typed: &str) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let lines = typed.split(['\n', ',', ';']).map(str::trim);
    let some = lines.filter(|line| !line.is_empty()).map(str::to_owned);
    some.filter(|line| seen.insert(line.to_lowercase()))
        .collect()
}

fn is_address(typed: &str) -> bool {
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | '"');
    typed.len() <= ADDRESS_MAX
        && typed.chars().all(plain)
        && typed.split_once('@').is_some_and(|(user, host)| {
            !user.is_empty() && host.contains('.') && !host.contains('@')
        })
}

/// What somebody was sent last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    /// Entries under the checkpoint.
    pub size: i64,
    pub at: Instant,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// The journal has grown since.
    Newer,
    /// It has not, and a week has passed.
    Unchanged,
}

pub fn due(last: Option<Sent>, size: i64, now: Instant) -> Option<Due> {
    match last {
        None => Some(Due::Newer),
        Some(last) if last.size != size => Some(Due::Newer),
        Some(last) if now.seconds_since(last.at) >= UNCHANGED_SECONDS - SLACK_SECONDS => {
            Some(Due::Unchanged)
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn form(addresses: &str, hour: &str) -> Fields {
        Fields::from_pairs(
            [
                (ADDRESSES.name, addresses),
                (HOUR.name, hour),
                (LANGUAGE.name, "fa"),
            ]
            .map(|(name, value)| (name.to_owned(), value.to_owned())),
        )
    }

    fn accepted(addresses: &str, before: &Held) -> Option<Held> {
        let mut n = 0;
        let fresh = || {
            n += 1;
            Id::new(9, [n; 10])
        };
        accept(&mut form(addresses, "6"), before, fresh)
    }

    #[test]
    fn an_address_keeps_its_identifier_and_stands_once() {
        let first = accepted("audit@north.example\n\nCERT@body.example", &Held::default()).unwrap();
        assert_eq!(first.recipients.len(), 2);
        assert_eq!(
            (first.hour, first.language, first.active),
            (6, Lang::Fa, true)
        );
        let again = accepted(
            "new@body.example, audit@north.example; audit@NORTH.example",
            &first,
        )
        .unwrap();
        assert_eq!(again.recipients.len(), 2);
        assert_eq!(
            again.recipients.get(1).unwrap().id,
            first.recipients.first().unwrap().id
        );
        assert_eq!(
            accept(&mut typed(&first), &first, || Id::SYSTEM),
            Some(first.clone())
        );
    }

    #[test]
    fn what_is_no_address_is_refused_beside_its_field() {
        for wrong in [
            "audit",
            "a b@c.example",
            "a@b",
            "a@b@c.example",
            "\"a\"@b.example",
            "<a@b.example>",
        ] {
            let mut fields = form(wrong, "6");
            assert_eq!(
                accept(&mut fields, &Held::default(), || Id::SYSTEM),
                None,
                "{wrong}"
            );
            assert!(fields.problem_at(ADDRESSES.name).is_some(), "{wrong}");
        }
        let many: Vec<String> = (0..11).map(|n| format!("a{n}@b.example")).collect();
        assert_eq!(accepted(&many.join("\n"), &Held::default()), None);
        let mut late = form("", "24");
        assert_eq!(accept(&mut late, &Held::default(), || Id::SYSTEM), None);
    }

    #[test]
    fn a_letter_is_due_when_something_was_recorded_or_a_week_has_passed() {
        let start = Instant::from_micros(1_772_434_800_000_000);
        let last = Some(Sent {
            size: 40,
            at: start,
        });
        let after = |days: i64| start.plus_seconds(days * 86_400);
        assert_eq!(due(None, 0, start), Some(Due::Newer));
        assert_eq!(due(last, 41, after(1)), Some(Due::Newer));
        assert_eq!(
            due(last, 39, after(1)),
            Some(Due::Newer),
            "a shorter one is told all the more"
        );
        assert_eq!(due(last, 40, after(1)), None);
        assert_eq!(due(last, 40, after(6)), None);
        assert_eq!(due(last, 40, after(7)), Some(Due::Unchanged));
    }
}
