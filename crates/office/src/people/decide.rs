//! The decisions about people, pure: over the roster as it is now.

use crate::{
    facts::{PersonDeactivated, PersonName, PersonReactivated, RoleGranted},
    joining::name_of,
    roster::Member,
};
use redress_kernel::{Action, Id, Refusal, Role, person::granted};

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

/// Does this role open something that the person had not before: another act, or cases of
/// another unit? A role that opens neither cases nor administration opens nothing.
pub fn opens_more(before: Option<(Role, Option<Id>)>, after: (Role, Option<Id>)) -> bool {
    let (role, unit) = after;
    if !granted(role, Action::SeeCase) && !granted(role, Action::ManagePeople) {
        return false;
    }
    let Some((had, of)) = before else {
        return true;
    };
    let mut all = Action::ALL.into_iter();
    let gains = all.any(|action| granted(role, action) && !granted(had, action));
    // Whoever belongs to no unit has all of them.
    gains || (of.is_some() && of != unit)
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
    fn a_role_opens_more_or_takes_away() {
        let (pier, yard) = (Some(id(50)), Some(id(51)));
        let opens = |before, after| opens_more(before, after);
        assert!(opens(None, (Role::Handler, pier)) && opens(None, (Role::Admin, None)));
        assert!(
            !opens(None, (Role::Staff, None)),
            "they report what they heard"
        );
        assert!(opens(Some((Role::Intake, pier)), (Role::Handler, pier)));
        assert!(!opens(Some((Role::Manager, pier)), (Role::Intake, pier)));
        assert!(opens(Some((Role::Admin, None)), (Role::Handler, None)));
        assert!(opens(Some((Role::Handler, pier)), (Role::Handler, None)));
        assert!(opens(Some((Role::Handler, pier)), (Role::Handler, yard)));
        assert!(!opens(Some((Role::Handler, None)), (Role::Handler, pier)));
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
