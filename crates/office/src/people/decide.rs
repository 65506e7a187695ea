//! The decisions about people, pure: over the roster as it is now.

use crate::{
    facts::{PersonDeactivated, PersonName, PersonReactivated, RoleGranted},
    joining::name_of,
    roster::Member,
};
use redress_kernel::{Id, Refusal, Role};

/// None when nothing would change.
pub fn rename(
    member: &Member,
    name: &str,
    email: &str,
    roster: &[Member],
) -> Result<Option<PersonName>, Refusal> {
    let name = name_of(name, email, Some(member.id), roster)?;
    let same = name.name == member.name && name.email == member.email;
    Ok((!same).then_some(name))
}

/// Nobody gives themselves another role (four eyes), and the last administrator
/// stays one: otherwise nobody could ever change anything again.
pub fn change_role(
    member: &Member,
    role: Role,
    unit: Option<Id>,
    by: Id,
    roster: &[Member],
) -> Result<Option<RoleGranted>, Refusal> {
    if member.role == role && member.unit == unit {
        return Ok(None);
    }
    if member.id == by {
        return Err(Refusal::new("own-role").at("role"));
    }
    if role != Role::Admin && is_last_admin(member, roster) {
        return Err(Refusal::new("last-admin").at("role"));
    }
    Ok(Some(RoleGranted { role, unit }))
}

pub fn deactivate(
    member: &Member,
    by: Id,
    roster: &[Member],
) -> Result<PersonDeactivated, Refusal> {
    if !member.active {
        return Err(Refusal::new("inactive-already"));
    }
    if member.id == by {
        return Err(Refusal::new("own-deactivation"));
    }
    if is_last_admin(member, roster) {
        return Err(Refusal::new("last-admin"));
    }
    Ok(PersonDeactivated {})
}

pub fn reactivate(member: &Member) -> Result<PersonReactivated, Refusal> {
    if member.active {
        return Err(Refusal::new("active-already"));
    }
    Ok(PersonReactivated {})
}

fn is_last_admin(member: &Member, roster: &[Member]) -> bool {
    let is_admin = |one: &Member| one.active && one.role == Role::Admin;
    is_admin(member)
        && !roster
            .iter()
            .any(|other| other.id != member.id && is_admin(other))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn id(n: u8) -> Id {
        Id::new(1, [n; 10])
    }

    fn member(n: u8, name: &str, role: Role) -> Member {
        let email = format!("{}@ferry.example", name.to_lowercase());
        Member {
            id: id(n),
            name: name.into(),
            email,
            role,
            unit: None,
            language: None,
            active: true,
        }
    }

    fn ferry() -> Vec<Member> {
        vec![
            member(1, "Aiste", Role::Admin),
            member(2, "Jonas", Role::Handler),
            member(3, "Rasa", Role::Manager),
        ]
    }

    #[test]
    fn nobody_gives_themselves_another_role() {
        let ferry = ferry();
        let refused = change_role(&ferry[0], Role::Manager, None, id(1), &ferry);
        assert_eq!(refused.unwrap_err().code, "own-role");
        let granted = change_role(&ferry[1], Role::Manager, None, id(1), &ferry).unwrap();
        assert_eq!(
            granted,
            Some(RoleGranted {
                role: Role::Manager,
                unit: None
            })
        );
        assert_eq!(
            change_role(&ferry[1], Role::Handler, None, id(1), &ferry),
            Ok(None)
        );
    }

    #[test]
    fn the_last_administrator_stays() {
        let mut ferry = ferry();
        let gone = deactivate(&ferry[0], id(3), &ferry);
        assert_eq!(gone.unwrap_err().code, "last-admin");
        ferry.push(member(4, "Nora", Role::Admin));
        assert_eq!(
            deactivate(&ferry[0], id(4), &ferry),
            Ok(PersonDeactivated {})
        );
        assert_eq!(
            deactivate(&ferry[3], id(4), &ferry).unwrap_err().code,
            "own-deactivation"
        );
    }

    #[test]
    fn an_administrator_who_left_does_not_count_as_one() {
        let mut ferry = ferry();
        ferry.push(Member {
            active: false,
            ..member(4, "Nora", Role::Admin)
        });
        assert_eq!(
            deactivate(&ferry[0], id(3), &ferry).unwrap_err().code,
            "last-admin"
        );
        assert_eq!(reactivate(&ferry[3]), Ok(PersonReactivated {}));
        assert_eq!(reactivate(&ferry[1]).unwrap_err().code, "active-already");
    }
}
