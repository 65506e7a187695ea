//! Somebody else at whom colleagues sign in: a provider of OpenID Connect, as the
//! organisation named it. Its secret is not here: facts hold none.

use crate::person::Role;
use serde::{Deserialize, Serialize};

/// So many can be named.
pub const PROVIDERS_MAX: usize = 5;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provider {
    /// In addresses, and never changed.
    pub code: String,
    /// On the button.
    pub name: String,
    /// `https://login.example.org/tenant`, letter for letter as the provider writes itself.
    pub issuer: String,
    pub client: String,
    pub scopes: String,
    /// The claim that holds the e-mail address.
    pub email_claim: String,
    /// Addresses count also where the provider does not say that it checked them.
    #[serde(default)]
    pub trusts_email: bool,
    /// Whoever is in one of the groups below joins with their first sign-in.
    #[serde(default)]
    pub newcomers: bool,
    /// The claim that holds groups; empty: none is asked for.
    #[serde(default)]
    pub groups_claim: String,
    /// Which group comes in with which role; the first that fits.
    #[serde(default)]
    pub roles: Vec<(String, Role)>,
    /// Of how somebody showed there who they are (`acr`, `amr`), one of these is asked for;
    /// empty: nothing is, and one factor is believed.
    #[serde(default)]
    pub strengths: Vec<String>,
    /// How long ago they may have shown it there; 0: any time.
    #[serde(default)]
    pub minutes_max: u32,
}

impl Provider {
    /// The role with which somebody of these groups would join.
    pub fn role_of(&self, groups: &[String]) -> Option<Role> {
        let mut roles = self.roles.iter();
        let fits = roles.find(|(group, _)| groups.contains(group));
        fits.filter(|_| self.newcomers).map(|(_, role)| *role)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_group_that_fits_gives_the_role_and_only_where_newcomers_are_welcome() {
        let mut it = Provider {
            code: "ferry".into(),
            name: "Blue Ferry".into(),
            issuer: "https://login.ferry.example".into(),
            client: "redress".into(),
            scopes: "openid email".into(),
            email_claim: "email".into(),
            trusts_email: false,
            newcomers: true,
            groups_claim: "groups".into(),
            roles: vec![("care".into(), Role::Handler), ("all".into(), Role::Intake)],
            strengths: Vec::new(),
            minutes_max: 0,
        };
        let of = |it: &Provider, groups: &[&str]| {
            let groups: Vec<String> = groups.iter().map(|g| (*g).to_owned()).collect();
            it.role_of(&groups)
        };
        assert_eq!(of(&it, &["all", "care"]), Some(Role::Handler));
        assert_eq!(of(&it, &["deck"]), None);
        it.newcomers = false;
        assert_eq!(of(&it, &["care"]), None);
    }
}
