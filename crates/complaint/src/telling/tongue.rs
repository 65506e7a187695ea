//! Which words of a person go into a letter, and whether they seem to be written in
//! another language than the letter. A hint for the writer before anything is sent.

use crate::Complaint;
use redress_kernel::{fields::Fields, tongue};

/// Verbs whose words reach the complainant, with the fields that carry them.
pub const TOLD: [(&str, &str); 8] = [
    ("messages", "body"),
    ("update", "body"),
    ("delay", "reason"),
    ("extension", "reason"),
    ("limit-step", "asked"),
    ("decision", "summary"),
    ("finding", "finding-reason"),
    ("response", "promise"),
];

pub fn is_told(verb: &str) -> bool {
    TOLD.iter().any(|(its, _)| *its == verb)
}

/// Do the words typed so far seem to be in another language than the complainant's?
pub fn typed_seems_other(case: &Complaint, verb: &str, typed: &Fields) -> bool {
    TOLD.iter()
        .filter(|(its, _)| *its == verb)
        .any(|(_, field)| tongue::seems_other(typed.typed(field), case.language))
}

/// The decision's letter carries reasons and promises that were written earlier.
pub fn reasons_seem_other(case: &Complaint) -> bool {
    let reasons = case.issues.iter().map(|issue| &issue.reason);
    let promises = case.remedies.iter().map(|remedy| &remedy.text);
    reasons
        .chain(promises)
        .any(|text| tongue::seems_other(text, case.language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use redress_kernel::Lang;

    #[test]
    fn only_the_words_of_the_letter_are_looked_at() {
        let maryam = Complaint {
            language: Lang::Fa,
            ..Complaint::default()
        };
        let mut typed = Fields::default();
        typed.put("body", "The meter was read at the wrong house.");
        assert!(typed_seems_other(&maryam, "messages", &typed));
        assert!(
            !typed_seems_other(&maryam, "notes", &typed),
            "a note stays inside"
        );
        let hannah = Complaint::default();
        assert!(!typed_seems_other(&hannah, "messages", &typed));
    }
}
