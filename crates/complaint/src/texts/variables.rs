//! Variables of a text, and what they stand for in one case. They are written as
//! {name}, in Latin letters in every language, so that a text can be moved
//! between languages without losing them.

use crate::{Complaint, at::Colleague, identity::MASK};
use redress_kernel::{Actor, Lang, Organisation, Refusal, words::Arg};
use redress_web::Voice;

/// Every variable there is, in the order in which pages list them.
pub const VARIABLES: &[&str] = &[
    "name",
    "reference",
    "subject",
    "received",
    "due",
    "handler",
    "organisation",
    "phone",
];

/// The first variable of ours that still stands open in a text about to be sent.
/// Braces around anything else are somebody's own words.
pub fn left_open(text: &str) -> Option<&'static str> {
    let open = |variable: &&&'static str| text.contains(&format!("{{{variable}}}"));
    VARIABLES.iter().find(open).copied()
}

/// Nothing leaves the house with a gap in it: the sentence names what is missing.
pub fn nothing_open(text: &str, field: &'static str) -> Result<(), Refusal> {
    match left_open(text) {
        None => Ok(()),
        Some(name) => Err(Refusal::new("text-variable-open")
            .with("variable", Arg::Latin(format!("{{{name}}}")))
            .at(field)),
    }
}

/// The first thing in braces that looks like a variable and is none.
pub fn unknown(text: &str) -> Option<String> {
    let mut pieces = text.split('{').skip(1);
    pieces.find_map(|piece| {
        let (inside, _) = piece.split_once('}')?;
        let looks = !inside.is_empty()
            && inside.len() <= 40
            && inside
                .chars()
                .all(|c| c.is_ascii_lowercase() || c == '_' || c == '-');
        (looks && !VARIABLES.contains(&inside)).then(|| inside.to_owned())
    })
}

/// What the variables stand for; None where the case has nothing to put there.
pub struct Values(Vec<(&'static str, Option<String>)>);

impl Values {
    pub fn of(
        case: &Complaint,
        organisation: &Organisation,
        colleagues: &[Colleague],
        writer: &Actor,
    ) -> Values {
        let format = Voice::of(case.language, organisation).format;
        let handler = case
            .owner
            .and_then(|id| colleagues.iter().find(|colleague| colleague.id == id))
            .map_or(writer.name.as_str(), |owner| owner.name.as_str());
        let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let day = |at: redress_kernel::Instant| format.long(format.day(at));
        Values(vec![
            // A mask is no name to write to somebody.
            (
                "name",
                given(&case.correspondent().name).filter(|_| !case.is_masked()),
            ),
            ("reference", given(&case.reference)),
            (
                "subject",
                given(&case.subject_line()).filter(|it| !it.contains(MASK)),
            ),
            ("received", Some(day(case.received_at))),
            ("due", case.due.response.map(day)),
            ("handler", given(handler)),
            ("organisation", given(&organisation.name)),
            ("phone", given(&organisation.phone)),
        ])
    }

    /// Something to look at, for a text that is being written.
    pub fn sample(
        lang: Lang,
        organisation: &Organisation,
        today: redress_kernel::Instant,
    ) -> Values {
        let format = Voice::of(lang, organisation).format;
        let day = format.long(format.day(today));
        let text = |text: &str| Some(text.to_owned());
        Values(vec![
            ("name", text("Rasa Jankauskienė")),
            ("reference", text("RD-26-004J-7KQ")),
            ("subject", text("…")),
            ("received", Some(day.clone())),
            ("due", Some(day)),
            ("handler", text("Aistė Mockutė")),
            ("organisation", Some(organisation.name.clone())),
            ("phone", text(&organisation.phone)),
        ])
    }

    /// The text with everything put in that there is; what is missing stays open.
    pub fn fill(&self, text: &str) -> Filled {
        let mut filled = text.to_owned();
        let mut missing = Vec::new();
        for (name, value) in &self.0 {
            let variable = format!("{{{name}}}");
            match value {
                _ if !filled.contains(&variable) => {}
                Some(value) => filled = filled.replace(&variable, &closed(value)),
                None => missing.push(*name),
            }
        }
        Filled {
            text: filled,
            missing,
        }
    }
}

/// A value that is itself written with braces stays a value.
fn closed(value: &str) -> String {
    value.replace(['{', '}'], "")
}

#[derive(Debug, PartialEq, Eq)]
pub struct Filled {
    pub text: String,
    pub missing: Vec<&'static str>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values() -> Values {
        Values(vec![
            ("name", Some("Maryam {due} Karimi".to_owned())),
            ("due", None),
            ("phone", None),
        ])
    }

    #[test]
    fn what_is_known_is_put_in_and_what_is_missing_stays_open_and_is_named() {
        let filled = values().fill("{name}: by {due}.");
        assert_eq!(filled.text, "Maryam due Karimi: by {due}.");
        assert_eq!(filled.missing, ["due"], "the phone is not asked for");
        assert_eq!(left_open(&filled.text), Some("due"));
    }

    #[test]
    fn braces_of_ones_own_are_no_variable() {
        assert_eq!(left_open("The form {see annex} says {x}."), None);
        assert_eq!(
            unknown("Dear {naem}, {Name}, {see annex}"),
            Some("naem".to_owned())
        );
        assert_eq!(unknown("Dear {name}, {}"), None);
    }
}
