//! The decisions about second factors, pure: who has to have one, and which of one's own
//! may go.

use crate::{factor_records::Ways, roster::ROLES};
use redress_kernel::{
    Organisation, Refusal, Role,
    fields::{Field, Fields, Kind},
};

pub const REQUIRED: Field = Field::new("second-factor-for", Kind::Several("role", ROLES)).hinted();

/// Nobody ticked: everybody may have one and nobody has to.
pub fn accept(fields: &mut Fields, before: &Organisation) -> Option<Organisation> {
    fields.check(&[REQUIRED]);
    let wanted = fields.codes(REQUIRED.name);
    let second_factor = Role::ALL
        .into_iter()
        .filter(|role| wanted.iter().any(|name| name == role.name()))
        .collect();
    let it = Organisation {
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
        assert_eq!(accept(&mut Fields::default(), &asked), Some(it));
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
