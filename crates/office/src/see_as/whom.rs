//! As whom somebody looks: a colleague, or a role in a unit. Pure.

use redress_complaint::at::Colleague;
use redress_kernel::{Actor, Id, Role};

/// Somebody of that role whom no complaint is about, who has none and declared nothing.
const NOBODY_YET: Id = Id::from_bytes([255; 16]);

/// None: nobody was named, or nobody of that name is there.
pub fn whom(
    person: Option<&str>,
    role: Option<&str>,
    unit: Option<&str>,
    colleagues: &[Colleague],
) -> Option<Actor> {
    let named = |text: &&str| !text.is_empty();
    if let Some(person) = person.filter(named) {
        let id: Id = person.parse().ok()?;
        let mut all = colleagues.iter();
        return all.find(|one| one.id == id).map(Colleague::acting);
    }
    let role = Role::from_name(role.filter(named)?)?;
    let unit = match unit.filter(named) {
        Some(unit) => Some(unit.parse().ok()?),
        None => None,
    };
    Some(
        Colleague {
            id: NOBODY_YET,
            name: String::new(),
            role,
            unit,
        }
        .acting(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colleague_is_named_by_their_identifier_and_a_role_by_its_name() {
        let ona = Colleague {
            id: Id::from_bytes([3; 16]),
            name: "Ona".into(),
            role: Role::Intake,
            unit: None,
        };
        let id = ona.id.to_string();
        let all = [ona];
        let found = whom(Some(&id), Some("manager"), None, &all);
        assert_eq!(found.map(|it| it.role), Some(Role::Intake));
        let found = whom(Some(""), Some("auditor"), Some(""), &all);
        assert_eq!(
            found.map(|it| (it.role, it.unit)),
            Some((Role::Auditor, None))
        );
        for (person, role) in [("ona", ""), ("", "king"), ("", "complainant"), ("", "")] {
            assert_eq!(whom(Some(person), Some(role), None, &all), None);
        }
    }
}
