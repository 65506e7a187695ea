//! Who somebody is in the handling of complaints (5.4). Leaves no evidence.

use super::{Action, granted};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    Intake,
    Handler,
    Manager,
    /// Answers for the organisation (5.4.1): reads, and is told what is significant.
    TopManagement,
    Auditor,
    Admin,
    /// The complaints management representative (5.4.2): the whole organisation.
    Representative,
    /// Everybody who may hear a complaint (5.4.5): passes it on and sees none.
    Staff,
    /// From outside, for some days: a sample of cases, and nobody's identity.
    Certifier,
    /// From outside: how the system is run, and no case.
    Consultant,
    /// Looks after the rights of the persons whose data is kept.
    Dpo,
    /// Whoever holds the access code. Granted nothing: theirs are the verbs whose
    /// manifest says so. Nobody is given this role, and no fact can hold it.
    #[serde(skip)]
    Complainant,
}

impl Role {
    /// Those that a person can be given.
    pub const ALL: [Role; 11] = [
        Role::Intake,
        Role::Handler,
        Role::Manager,
        Role::TopManagement,
        Role::Auditor,
        Role::Admin,
        Role::Representative,
        Role::Staff,
        Role::Certifier,
        Role::Consultant,
        Role::Dpo,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Role::Intake => "intake",
            Role::Handler => "handler",
            Role::Manager => "manager",
            Role::TopManagement => "top-management",
            Role::Auditor => "auditor",
            Role::Admin => "admin",
            Role::Representative => "representative",
            Role::Staff => "staff",
            Role::Certifier => "certifier",
            Role::Consultant => "consultant",
            Role::Dpo => "dpo",
            Role::Complainant => "complainant",
        }
    }

    /// Whoever may see no case is led to no list of them either.
    pub fn sees_cases(self) -> bool {
        granted(self, Action::SeeCase)
    }

    /// Comes in on the days alone for which somebody let them in.
    pub const fn is_visitor(self) -> bool {
        matches!(self, Role::Certifier)
    }

    pub fn from_name(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }
}
