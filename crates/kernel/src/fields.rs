//! What people type, read once at the door and believed inside. A verb
//! declares its fields; the page draws them, the API describes them, and both
//! doors read them here: one set of limits, one sentence per problem.

use crate::{
    Id, Instant,
    direction::straightened,
    refusal::Refusal,
    terms::{List, is_code},
    words::Message,
};
use jiff::civil::Date;
use std::{borrow::Cow, collections::BTreeMap};

/// The longest text of one field, in characters, unless the field says less.
pub const LONG_TEXT_MAX: usize = 20_000;
pub const SHORT_TEXT_MAX: usize = 300;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// One line, at most so many characters.
    Line(usize),
    /// Several lines, at most so many characters.
    Text(usize),
    /// One of these codes; the label of a code is the message `{prefix}-{code}`.
    Choice(&'static str, &'static [&'static str]),
    /// Any of these codes.
    Several(&'static str, &'static [&'static str]),
    /// A term of one of the organisation's own lists.
    Term(List),
    /// Any of its terms.
    Terms(List),
    /// Ticked or not.
    Tick,
    /// A question that has to be answered with yes or no: nothing is assumed.
    YesNo,
    /// A local date, `2026-11-20`.
    Date,
    /// A local date and time, or RFC 3339 through the API.
    Moment,
    /// An amount in the organisation's currency.
    Amount,
    /// A whole number between two bounds.
    Number(i64, i64),
    /// A colleague; the page offers those who may do it.
    Colleague,
    /// Any of the colleagues who may see this case.
    Colleagues,
    /// A unit of the organisation.
    Unit,
    /// One of the issues of this complaint, by its number.
    Issue,
    /// One of the remedies of this complaint, by its number.
    Remedy,
    /// One of the messages of this complaint that can still be acted on.
    Message,
    /// One of the codes that this complaint offers under this name.
    Offered(&'static str),
    /// The reference of another complaint.
    Reference,
    /// Files, up to ten of 25 MiB.
    Files,
    /// A language of the six.
    Language,
}

/// A field of a form. Its label is `field-{name}`, its hint (if the catalogue has
/// one) `field-{name}-hint`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Field {
    pub name: &'static str,
    pub kind: Kind,
    pub required: bool,
    pub hint: bool,
}

impl Field {
    pub const fn new(name: &'static str, kind: Kind) -> Field {
        Field {
            name,
            kind,
            required: false,
            hint: false,
        }
    }

    pub const fn required(mut self) -> Field {
        self.required = true;
        self
    }

    pub const fn hinted(mut self) -> Field {
        self.hint = true;
        self
    }
}

/// A sentence beside a field: `key` is in the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    pub field: String,
    pub message: Message,
}

/// The values of a form, by field name, with the problems met while reading them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fields {
    values: BTreeMap<String, Vec<String>>,
    problems: Vec<Problem>,
}

impl Fields {
    /// Line ends become `\n`, NUL is dropped (PostgreSQL stores none and no person types one).
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Fields {
        let mut fields = Fields::default();
        for (name, value) in pairs {
            fields.put(&name, value);
        }
        fields
    }

    pub fn put(&mut self, name: &str, value: impl Into<String>) {
        let value = value
            .into()
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .replace('\0', "");
        self.values.entry(name.to_owned()).or_default().push(value);
    }

    /// What turns the direction of writing ends with the value that holds it.
    pub fn straighten(&mut self) {
        for value in self.values.values_mut().flatten() {
            if let Cow::Owned(straight) = straightened(value) {
                *value = straight;
            }
        }
    }

    /// Takes a field away, with what was typed into it.
    pub fn take(&mut self, name: &str) -> Vec<String> {
        self.values.remove(name).unwrap_or_default()
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }

    /// As typed, for showing it again.
    pub fn typed(&self, name: &str) -> &str {
        self.values
            .get(name)
            .and_then(|all| all.first())
            .map_or("", String::as_str)
    }

    pub fn all(&self, name: &str) -> &[String] {
        self.values.get(name).map_or(&[], Vec::as_slice)
    }

    pub fn problem(&mut self, field: &str, message: Message) {
        self.problems.push(Problem {
            field: field.to_owned(),
            message,
        });
    }

    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    pub fn problem_at(&self, field: &str) -> Option<&Problem> {
        self.problems.iter().find(|problem| problem.field == field)
    }

    /// The value if nothing was wrong, or the refusal to carry on.
    pub fn checked<T>(self, value: T) -> Result<T, Fields> {
        if self.problems.is_empty() {
            Ok(value)
        } else {
            Err(self)
        }
    }

    /// Reads every declared field for its kind and limits; anything undeclared is a problem.
    pub fn check(&mut self, declared: &[Field]) {
        for field in declared {
            self.check_one(field);
        }
        let unknown: Vec<String> = self
            .values
            .keys()
            .filter(|name| !declared.iter().any(|field| field.name == *name))
            .cloned()
            .collect();
        for name in unknown {
            self.problem(&name, Message::new("problem-unknown-field"));
        }
    }

    fn check_one(&mut self, field: &Field) {
        let filled: Vec<String> = self
            .all(field.name)
            .iter()
            .filter(|v| !v.trim().is_empty())
            .cloned()
            .collect();
        if filled.is_empty() {
            if field.required {
                self.problem(field.name, Message::new(missing(field.kind)));
            }
            return;
        }
        if let Some(message) = filled.iter().find_map(|value| wrong(field.kind, value)) {
            self.problem(field.name, message);
        }
        let single = !matches!(
            field.kind,
            Kind::Several(..) | Kind::Terms(_) | Kind::Colleagues | Kind::Files
        );
        if single && filled.len() > 1 {
            self.problem(field.name, Message::new("problem-one-answer"));
        }
    }

    /// Trimmed text; empty when left empty.
    pub fn text(&self, name: &str) -> String {
        self.typed(name).trim().to_owned()
    }

    pub fn optional(&self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    pub fn ticked(&self, name: &str) -> bool {
        matches!(self.typed(name), "1" | "true" | "on" | "yes")
    }

    /// The answer to a yes-or-no question; None while it is open.
    pub fn yes(&self, name: &str) -> Option<bool> {
        yes(self.typed(name))
    }

    pub fn codes(&self, name: &str) -> Vec<String> {
        self.all(name)
            .iter()
            .filter(|code| !code.is_empty())
            .cloned()
            .collect()
    }

    pub fn number(&self, name: &str) -> Option<i64> {
        latin_digits(self.typed(name)).trim().parse().ok()
    }

    pub fn id(&self, name: &str) -> Option<Id> {
        self.typed(name).trim().parse().ok()
    }

    pub fn date(&self, name: &str) -> Option<Date> {
        latin_digits(self.typed(name)).trim().parse().ok()
    }

    /// RFC 3339, or a local date and time in `zone`.
    pub fn moment(&self, name: &str, zone: &jiff::tz::TimeZone) -> Option<Instant> {
        read_moment(self.typed(name), zone)
    }
}

pub fn read_moment(typed: &str, zone: &jiff::tz::TimeZone) -> Option<Instant> {
    let typed = latin_digits(typed.trim());
    if let Ok(at) = typed.parse::<Instant>() {
        return Some(at);
    }
    let local = typed
        .parse::<jiff::civil::DateTime>()
        .or_else(|_| {
            typed
                .parse::<Date>()
                .map(|day| day.to_datetime(jiff::civil::time(12, 0, 0, 0)))
        })
        .ok()?;
    local
        .to_zoned(zone.clone())
        .ok()
        .map(|zoned| Instant::from(zoned.timestamp()))
}

fn yes(typed: &str) -> Option<bool> {
    match typed.trim() {
        "yes" | "true" | "1" | "on" => Some(true),
        "no" | "false" | "0" => Some(false),
        _ => None,
    }
}

fn missing(kind: Kind) -> &'static str {
    match kind {
        Kind::Choice(..)
        | Kind::Several(..)
        | Kind::Term(_)
        | Kind::Terms(_)
        | Kind::Tick
        | Kind::YesNo
        | Kind::Colleague
        | Kind::Colleagues
        | Kind::Unit
        | Kind::Issue
        | Kind::Remedy
        | Kind::Message
        | Kind::Offered(_)
        | Kind::Language => "problem-choose",
        Kind::Files => "problem-no-file",
        _ => "problem-required",
    }
}

fn wrong(kind: Kind, value: &str) -> Option<Message> {
    let is = |right: bool, key: &str| (!right).then(|| Message::new(key));
    match kind {
        Kind::Line(max) | Kind::Text(max) => too_long(value, max),
        Kind::Choice(_, codes) | Kind::Several(_, codes) => {
            is(codes.contains(&value), "problem-choose")
        }
        // Which terms there are only the organisation knows: the decision asks it.
        Kind::Term(_) | Kind::Terms(_) => is(is_code(value), "problem-choose"),
        Kind::Tick => is(
            matches!(value, "1" | "true" | "on" | "yes" | "0" | "false"),
            "problem-choose",
        ),
        Kind::YesNo => is(yes(value).is_some(), "problem-choose"),
        Kind::Date => is(
            latin_digits(value).trim().parse::<Date>().is_ok(),
            "problem-date",
        ),
        Kind::Moment => is(
            read_moment(value, &jiff::tz::TimeZone::UTC).is_some(),
            "problem-date",
        ),
        Kind::Amount => is(
            crate::money::Money::read(value, "EUR").is_some(),
            "problem-amount",
        ),
        Kind::Number(low, high) => {
            let number = latin_digits(value).trim().parse::<i64>().ok();
            is(
                number.is_some_and(|n| (low..=high).contains(&n)),
                "problem-number",
            )
        }
        Kind::Colleague | Kind::Colleagues | Kind::Unit | Kind::Message => {
            is(value.trim().parse::<Id>().is_ok(), "problem-choose")
        }
        // Which of them the case offers, the decision asks.
        Kind::Offered(_) => is(value.split('/').all(is_code), "problem-choose"),
        Kind::Issue | Kind::Remedy => is(
            latin_digits(value).trim().parse::<u32>().is_ok(),
            "problem-choose",
        ),
        Kind::Reference => is(
            crate::reference::Reference::read(value).is_some(),
            "problem-reference",
        ),
        Kind::Language => is(crate::Lang::from_tag(value).is_some(), "problem-choose"),
        Kind::Files => None,
    }
}

fn too_long(value: &str, max: usize) -> Option<Message> {
    let length = value.chars().count();
    (length > max).then(|| {
        Message::new("problem-too-long")
            .with("max", max as i64)
            .with("length", length as i64)
    })
}

/// A refusal that names a field becomes a sentence beside it.
impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Problem {
        let message = Message {
            key: format!("refusal-{}", refusal.code),
            args: refusal.args,
        };
        Problem {
            field: refusal.field.unwrap_or_default().to_owned(),
            message,
        }
    }
}

/// Persian and Arabic digits as Latin ones; everything else as it was.
pub fn latin_digits(typed: &str) -> String {
    typed
        .chars()
        .map(|c| match c {
            '\u{6f0}'..='\u{6f9}' => char::from_digit(c as u32 - 0x6f0, 10).unwrap_or(c),
            '\u{660}'..='\u{669}' => char::from_digit(c as u32 - 0x660, 10).unwrap_or(c),
            '\u{ff10}'..='\u{ff19}' => char::from_digit(c as u32 - 0xff10, 10).unwrap_or(c),
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORM: &[Field] = &[
        Field::new("rationale", Kind::Text(10)).required(),
        Field::new("severity", Kind::Choice("severity", &["low", "high"])).required(),
    ];

    #[test]
    fn each_wrong_field_gets_its_own_sentence_and_keeps_what_was_typed() {
        let mut typed = Fields::from_pairs([
            ("rationale".into(), "much too long".into()),
            ("role".into(), "admin".into()),
        ]);
        typed.check(FORM);
        let problems: Vec<(&str, &str)> = typed
            .problems()
            .iter()
            .map(|p| (p.field.as_str(), p.message.key.as_str()))
            .collect();
        assert_eq!(
            problems,
            [
                ("rationale", "problem-too-long"),
                ("severity", "problem-choose"),
                ("role", "problem-unknown-field")
            ]
        );
        assert_eq!(typed.typed("rationale"), "much too long");
    }

    #[test]
    fn a_local_time_is_read_in_the_offices_zone() {
        let zone = jiff::tz::TimeZone::get("Asia/Tehran").unwrap_or(jiff::tz::TimeZone::UTC);
        let at = read_moment("۲۰۲۶-۱۱-۲۰T۱۲:۳۰", &zone).map(|at| at.to_string());
        assert_eq!(at.as_deref(), Some("2026-11-20T09:00:00Z"));
    }
}
