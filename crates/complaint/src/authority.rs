//! Who stands at the top (5.4.1): whoever holds the role of top management or, where
//! nobody does who could act, a manager of the whole organisation in their place.
//! Told of significant complaints, and asked where a rule wants that level.

use crate::{Complaint, at::Colleague};
use redress_kernel::{Action, Actor, Id, Role, person::allow};

/// Whom this case concerns at the top; never a person complained about. Empty where
/// nobody could be told: the house has to be put in order then.
pub fn at_the_top(c: &Complaint, colleagues: &[Colleague]) -> Vec<Id> {
    let named = |is: fn(&Colleague) -> bool| -> Vec<Id> {
        let all = colleagues.iter().filter(|one| is(one) && sees(c, one));
        all.map(|one| one.id).collect()
    };
    match named(holds) {
        none if none.is_empty() => named(deputises),
        some => some,
    }
}

/// May this colleague see the case? Never a person complained about. Whoever visits
/// looks and is told nothing.
pub fn sees(c: &Complaint, colleague: &Colleague) -> bool {
    !colleague.role.is_visitor()
        && allow(&colleague.acting(), Action::SeeCase, Some(&c.about())).is_allowed()
}

/// May this person speak for the top in this case?
pub fn stands_at_top(actor: &Actor, c: &Complaint, colleagues: &[Colleague]) -> bool {
    at_the_top(c, colleagues).contains(&actor.id)
}

/// Does anybody hold the role at all?
pub fn somebody_holds(colleagues: &[Colleague]) -> bool {
    colleagues.iter().any(holds)
}

/// Is there a manager of the whole organisation?
pub fn somebody_deputises(colleagues: &[Colleague]) -> bool {
    colleagues.iter().any(deputises)
}

fn holds(one: &Colleague) -> bool {
    one.role == Role::TopManagement
}

/// Of the whole organisation: no manager of one unit speaks for all, and the complaints
/// management representative does (5.4.2).
fn deputises(one: &Colleague) -> bool {
    one.role == Role::Representative || (one.role == Role::Manager && one.unit.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Concern;

    fn id(n: u8) -> Id {
        Id::new(1, [n; 10])
    }

    fn one(n: u8, role: Role, unit: Option<u8>) -> Colleague {
        Colleague {
            id: id(n),
            name: String::new(),
            role,
            unit: unit.map(id),
        }
    }

    fn ferry() -> Vec<Colleague> {
        vec![
            one(1, Role::Manager, None),
            one(2, Role::Manager, Some(9)),
            one(3, Role::Handler, None),
        ]
    }

    #[test]
    fn a_manager_of_the_whole_organisation_stands_in_where_nobody_holds_the_role() {
        let c = Complaint::default();
        assert_eq!(at_the_top(&c, &ferry()), [id(1)]);
        let mut ferry = ferry();
        ferry.push(one(4, Role::TopManagement, None));
        assert!(somebody_holds(&ferry));
        assert_eq!(at_the_top(&c, &ferry), [id(4)]);
    }

    #[test]
    fn whoever_is_complained_about_is_never_told_and_somebody_else_is() {
        let mut ferry = ferry();
        ferry.push(one(4, Role::TopManagement, None));
        let concern = Concern {
            colleague: Some(id(4)),
            ..Concern::default()
        };
        let c = Complaint {
            concerns: vec![concern],
            ..Complaint::default()
        };
        assert_eq!(at_the_top(&c, &ferry), [id(1)]);
    }

    #[test]
    fn top_management_of_one_unit_hears_of_no_other() {
        let mut ferry = ferry();
        ferry.push(one(4, Role::TopManagement, Some(8)));
        let c = Complaint {
            unit: Some(id(9)),
            ..Complaint::default()
        };
        assert_eq!(at_the_top(&c, &ferry), [id(1)]);
    }
}
