//! Who is told (5.3, 4.3): whoever has the case, then the managers of its unit, then
//! those at the top. Whoever leads the nearest unit above comes first, and the complaints
//! management representative where nobody leads. Where nobody stands on a level, the next one above is told; a
//! person complained about never is.

use crate::{Complaint, at::Colleague, authority::at_the_top};
use redress_kernel::{Action, Id, Role, clock::Level, person::allow};

const LEVELS: [Level; 3] = [Level::Handler, Level::Manager, Level::TopManagement];

/// Empty only where nobody may see the case at all.
pub fn told_to(case: &Complaint, level: Level, colleagues: &[Colleague]) -> Vec<Id> {
    let from = LEVELS.into_iter().filter(|it| *it >= level);
    let mut found = from.map(|level| on(case, level, colleagues));
    found.find(|people| !people.is_empty()).unwrap_or_default()
}

fn on(case: &Complaint, level: Level, colleagues: &[Colleague]) -> Vec<Id> {
    let may: Vec<&Colleague> = colleagues.iter().filter(|it| sees(it, case)).collect();
    let of = |fits: &dyn Fn(&Colleague) -> bool| -> Vec<Id> {
        may.iter().filter(|it| fits(it)).map(|it| it.id).collect()
    };
    let leads = |it: &Colleague| it.role == Role::Manager;
    let speaks_for_all = |it: &Colleague| it.role == Role::Representative;
    match level {
        Level::Handler => of(&|it| Some(it.id) == case.owner),
        Level::Manager => {
            // The nearest above it who leads.
            let path = case.unit_path().into_iter();
            let led = path.map(|unit| of(&|it| leads(it) && it.unit == Some(unit)));
            let of_all = std::iter::once_with(|| of(&|it| leads(it) && it.unit.is_none()));
            let mut all = led.chain(of_all);
            let found = all.find(|people| !people.is_empty());
            found.unwrap_or_else(|| of(&speaks_for_all))
        }
        Level::TopManagement => at_the_top(case, colleagues),
    }
}

fn sees(colleague: &Colleague, case: &Complaint) -> bool {
    allow(&colleague.acting(), Action::SeeCase, Some(&case.about())).is_allowed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Concern;

    fn person(n: u8, role: Role, unit: Option<Id>) -> Colleague {
        Colleague {
            id: Id::from_bytes([n; 16]),
            name: format!("Colleague {n}"),
            role,
            unit,
        }
    }

    const PIER: Id = Id::from_bytes([101; 16]);
    const HARBOUR: Id = Id::from_bytes([102; 16]);

    fn ferry() -> Vec<Colleague> {
        vec![
            person(1, Role::Handler, Some(PIER)),
            person(2, Role::Manager, Some(PIER)),
            person(3, Role::Manager, None),
            person(4, Role::Manager, Some(HARBOUR)),
            person(5, Role::Admin, None),
        ]
    }

    fn case(owner: Option<u8>, about: &[u8]) -> Complaint {
        let concern = |n: &u8| Concern {
            colleague: Some(Id::from_bytes([*n; 16])),
            ..Concern::default()
        };
        Complaint {
            unit: Some(PIER),
            owner: owner.map(|n| Id::from_bytes([n; 16])),
            concerns: about.iter().map(concern).collect(),
            ..Complaint::default()
        }
    }

    fn who(case: &Complaint, level: Level) -> Vec<u8> {
        let told = told_to(case, level, &ferry()).into_iter();
        told.filter_map(|id| id.bytes().first().copied()).collect()
    }

    #[test]
    fn the_handler_first_then_the_units_managers_then_the_top() {
        let case = case(Some(1), &[]);
        assert_eq!(who(&case, Level::Handler), [1]);
        assert_eq!(who(&case, Level::Manager), [2]);
        assert_eq!(who(&case, Level::TopManagement), [3]);
    }

    #[test]
    fn what_nobody_has_is_told_to_the_managers_of_its_unit() {
        assert_eq!(who(&case(None, &[]), Level::Handler), [2]);
    }

    #[test]
    fn whoever_is_complained_about_is_never_told_and_the_next_above_is() {
        let case = case(Some(1), &[1, 2]);
        for level in LEVELS {
            assert_eq!(who(&case, level), [3]);
        }
    }
}
