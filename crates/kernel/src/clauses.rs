//! The clauses of ISO 10002:2018 by number, as a map of the management system needs
//! them. Numbers only: titles are our own words (`clause-8-7`), the standard's text
//! is not ours to print.

/// Chapters 4 to 8, each with its clauses in order.
pub const CHAPTERS: [(&str, &[&str]); 5] = [
    (
        "4",
        &[
            "4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8", "4.9", "4.10", "4.11", "4.12",
            "4.13", "4.14", "4.15",
        ],
    ),
    ("5", &["5.1", "5.2", "5.3", "5.4"]),
    ("6", &["6.1", "6.2", "6.3", "6.4"]),
    (
        "7",
        &[
            "7.1", "7.2", "7.3", "7.4", "7.5", "7.6", "7.7", "7.8", "7.9",
        ],
    ),
    ("8", &["8.1", "8.2", "8.3", "8.4", "8.5", "8.6", "8.7"]),
];

pub fn is_known(clause: &str) -> bool {
    CHAPTERS
        .iter()
        .any(|(chapter, clauses)| *chapter == clause || clauses.contains(&clause))
}

/// `clause-8-7`: the message that names it.
pub fn title_key(clause: &str) -> String {
    format!("clause-{}", clause.replace('.', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_is_known_by_its_number_and_nothing_else_is() {
        assert!(is_known("7.9") && is_known("4.15") && is_known("8"));
        assert!(!is_known("7.10") && !is_known("9.1") && !is_known(""));
        assert_eq!(title_key("4.10"), "clause-4-10");
    }
}
