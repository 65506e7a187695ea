//! What a token may be narrowed to: a few names for what programs do, or a list
//! of actions.

use redress_kernel::Action;

/// The names that the page offers.
pub const SCOPES: &[&str] = &["all", "receive", "read"];

/// Without `SeeIdentity`: a program that only reads knows nobody's name. One that needs
/// names has them named: `see-desk,see-case,see-identity`.
const READ: &[Action] = &[
    Action::SeeDesk,
    Action::SeeCase,
    Action::SeeFigures,
    Action::SeeJournal,
];

/// `all`, `read`, `receive`, or actions with commas between them. None: a word that
/// is none of these, which must never quietly mean "all".
pub fn scope_named(scope: &str) -> Option<Option<Vec<Action>>> {
    match scope.trim() {
        "" | "all" => Some(None),
        "read" => Some(Some(READ.to_vec())),
        "receive" => Some(Some(vec![Action::Receive])),
        list => list
            .split(',')
            .map(|name| Action::from_name(name.trim()))
            .collect::<Option<Vec<_>>>()
            .map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_scope_is_never_everything() {
        assert_eq!(scope_named("all"), Some(None));
        assert_eq!(
            scope_named("receive, note"),
            Some(Some(vec![Action::Receive, Action::Note]))
        );
        assert_eq!(scope_named("reed"), None);
        assert_eq!(scope_named("receive,,note"), None);
    }
}
