//! The decisions about second factors, pure: who has to have one, and which of one's own
//! may go.

use crate::{factor_records::Ways, roster::ROLES};
use redress_kernel::{
    Organisation, Refusal, Role,
    fields::{Field, Fields, Kind},
    organisation::KEYS_TO_THE_HOUSE,
    words::Message,
};

pub const REQUIRED: Field = Field::new("second-factor-for", Kind::Several("role", ROLES)).hinted();
/// On record with each version of the setting.
pub const REASON: Field = Field::new("second-factor-reason", Kind::Text(500)).hinted();

/// Nobody ticked: everybody may have one and nobody has to. Whoever holds the keys to the
/// house is let off with a reason alone.
pub fn accept(fields: &mut Fields, before: &Organisation) -> Option<Organisation> {
    fields.check(&[REQUIRED, REASON]);
    let wanted = fields.codes(REQUIRED.name);
    let second_factor: Vec<Role> = Role::ALL
        .into_iter()
        .filter(|role| wanted.iter().any(|name| name == role.name()))
        .collect();
    let lacks = |role: &Role| !second_factor.contains(role);
    let let_off = |role: &Role| lacks(role) && before.second_factor.contains(role);
    let reason = fields.text(REASON.name);
    if reason.is_empty() && KEYS_TO_THE_HOUSE.iter().any(let_off) {
        fields.problem(REASON.name, Message::new("problem-second-factor-reason"));
    }
    let needed = KEYS_TO_THE_HOUSE.iter().any(lacks);
    let it = Organisation {
        second_factor_reason: if needed { reason } else { String::new() },
        second_factor,
        ..before.clone()
    };
    fields.problems().is_empty().then_some(it)
}

pub fn typed(it: &Organisation) -> Fields {
    let mut fields = Fields::default();
    for role in &it.second_factor {
        fields.put(REQUIRED.name, role.name());
    }
    if !it.second_factor_reason.is_empty() {
        fields.put(REASON.name, it.second_factor_reason.as_str());
    }
    fields
}

/// `left`: what would be there without it. Whose role asks for one keeps one.
pub fn may_go(left: &Ways, role: Role, it: &Organisation) -> Result<(), Refusal> {
    match left.second() || !it.second_factor.contains(&role) {
        true => Ok(()),
        false => Err(Refusal::new("last-factor")),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_shown_is_read_again_and_nobody_is_asked_at_first() {
        let it = Organisation::default();
        assert!(it.second_factor.is_empty());
        let mut fields = Fields::default();
        fields.put(REQUIRED.name, "admin");
        fields.put(REQUIRED.name, "handler");
        fields.put(REQUIRED.name, "dpo");
        let asked = accept(&mut fields, &it).unwrap();
        assert_eq!(asked.second_factor, [Role::Handler, Role::Admin, Role::Dpo]);
        assert_eq!(accept(&mut typed(&asked), &it), Some(asked.clone()));
        let mut none = Fields::default();
        none.put(REASON.name, "Two people, one room, no telephones.");
        let without = accept(&mut none, &asked).unwrap();
        assert!(without.second_factor.is_empty());
        assert_eq!(accept(&mut typed(&without), &without), Some(without));
    }

    #[test]
    fn whoever_holds_the_keys_is_let_off_with_a_reason_and_others_without() {
        let ticked = |roles: &[Role], reason: &str| {
            let mut fields = Fields::default();
            for role in roles {
                fields.put(REQUIRED.name, role.name());
            }
            fields.put(REASON.name, reason);
            fields
        };
        let before = Organisation {
            second_factor: vec![Role::Handler, Role::Representative, Role::Admin, Role::Dpo],
            ..Organisation::default()
        };
        let mut silent = ticked(&[Role::Handler, Role::Admin, Role::Dpo], "");
        assert_eq!(accept(&mut silent, &before), None);
        assert!(silent.problem_at(REASON.name).is_some());
        let mut said = ticked(&[Role::Admin], "Her key is on its way.");
        let after = accept(&mut said, &before).unwrap();
        assert_eq!(after.second_factor, [Role::Admin]);
        assert_eq!(after.second_factor_reason, "Her key is on its way.");
        let all = accept(&mut ticked(&KEYS_TO_THE_HOUSE, "Not any more."), &after);
        assert_eq!(
            all.unwrap().second_factor_reason,
            "",
            "there is nothing to give a reason for"
        );
    }

    #[test]
    fn whose_role_asks_for_a_factor_keeps_one() {
        let mut it = Organisation::default();
        let (none, one) = (
            Ways::default(),
            Ways {
                authenticator: true,
                ..Ways::default()
            },
        );
        assert_eq!(may_go(&none, Role::Admin, &it), Ok(()));
        it.second_factor = vec![Role::Admin];
        assert_eq!(
            may_go(&none, Role::Admin, &it).unwrap_err().code,
            "last-factor"
        );
        assert_eq!(may_go(&one, Role::Admin, &it), Ok(()));
        assert_eq!(may_go(&none, Role::Handler, &it), Ok(()));
        // Codes on paper stand in for a factor and are none.
        let paper = Ways {
            codes: 10,
            ..Ways::default()
        };
        assert!(may_go(&paper, Role::Admin, &it).is_err());
    }
}
