//! Roles, actions, and the one pure decision about who may do what.
//! Deny by default; what a person may not see is hidden (404), what they may
//! see and not do is refused (403) with the role that could.

use crate::Id;
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
    /// Whoever holds the access code. Granted nothing: theirs are the verbs whose
    /// manifest says so. Nobody is given this role, and no fact can hold it.
    #[serde(skip)]
    Complainant,
}

impl Role {
    /// Those that a person can be given.
    pub const ALL: [Role; 6] = [
        Role::Intake,
        Role::Handler,
        Role::Manager,
        Role::TopManagement,
        Role::Auditor,
        Role::Admin,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Role::Intake => "intake",
            Role::Handler => "handler",
            Role::Manager => "manager",
            Role::TopManagement => "top-management",
            Role::Auditor => "auditor",
            Role::Admin => "admin",
            Role::Complainant => "complainant",
        }
    }

    /// Whoever may see no case is told no sum of them either.
    pub fn sees_cases(self) -> bool {
        granted(self, Action::SeeCase)
    }

    pub fn from_name(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// A signed-in person, or the bearer of their token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    pub id: Id,
    pub name: String,
    pub email: String,
    pub role: Role,
    /// None: the whole organisation.
    pub unit: Option<Id>,
    /// Actions a token was narrowed to; None: all that the person may do.
    pub scope: Option<Vec<Action>>,
}

impl Actor {
    /// May this person do that at all, with the token they hold? Where there is a
    /// case, `allow` asks about it too.
    pub fn may(&self, action: Action) -> bool {
        let narrowed = self.scope.as_ref();
        granted(self.role, action) && narrowed.is_none_or(|scope| scope.contains(&action))
    }

    /// Whoever acts through the public pages with a reference and its code.
    pub fn complainant() -> Actor {
        Actor {
            id: Id::COMPLAINANT,
            name: String::new(),
            email: String::new(),
            role: Role::Complainant,
            unit: None,
            scope: None,
        }
    }
}

/// Everything that a person can do, as a closed list: the golden file
/// `role x action` shows each row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    SeeDesk,
    SeeCase,
    Receive,
    CorrectDetails,
    Acknowledge,
    Assess,
    Assign,
    Note,
    Reply,
    Update,
    Investigate,
    Propose,
    Approve,
    Deliver,
    Decide,
    RecordAcceptance,
    Review,
    Refer,
    Close,
    Reopen,
    Link,
    MarkSignificant,
    ConfirmSignificance,
    /// More time for a limit of a rule pack, as far as its rule leaves it to them.
    GrantExtension,
    Withdraw,
    Erase,
    SeeFigures,
    SeeSystem,
    WritePolicy,
    ApprovePolicy,
    SetObjective,
    Correct,
    SeeJournal,
    SeeSettings,
    ChangeSettings,
    ManagePeople,
    Import,
}

impl Action {
    pub const ALL: [Action; 37] = [
        Action::SeeDesk,
        Action::SeeCase,
        Action::Receive,
        Action::CorrectDetails,
        Action::Acknowledge,
        Action::Assess,
        Action::Assign,
        Action::Note,
        Action::Reply,
        Action::Update,
        Action::Investigate,
        Action::Propose,
        Action::Approve,
        Action::Deliver,
        Action::Decide,
        Action::RecordAcceptance,
        Action::Review,
        Action::Refer,
        Action::Close,
        Action::Reopen,
        Action::Link,
        Action::MarkSignificant,
        Action::ConfirmSignificance,
        Action::GrantExtension,
        Action::Withdraw,
        Action::Erase,
        Action::SeeFigures,
        Action::SeeSystem,
        Action::WritePolicy,
        Action::ApprovePolicy,
        Action::SetObjective,
        Action::Correct,
        Action::SeeJournal,
        Action::SeeSettings,
        Action::ChangeSettings,
        Action::ManagePeople,
        Action::Import,
    ];

    pub fn name(self) -> String {
        serde_json::to_value(self)
            .ok()
            .and_then(|v| v.as_str().map(str::to_owned))
            .unwrap_or_default()
    }

    pub fn from_name(name: &str) -> Option<Action> {
        Action::ALL.into_iter().find(|action| action.name() == name)
    }
}

/// What the decision needs to know of the thing acted on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    pub unit: Option<Id>,
    /// People complained about: they cannot find the case anywhere.
    pub subjects: Vec<Id>,
    /// Who decided, investigated or approved so far; none of them may review (R04).
    pub decided_by: Vec<Id>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Allow,
    /// May see it, may not do it.
    Deny,
    /// May not know that it exists.
    Hide,
}

/// The one decision. `about` is None for actions that concern no case.
pub fn allow(actor: &Actor, action: Action, about: Option<&About>) -> Verdict {
    if about.is_some_and(|about| hidden_from(actor, about)) {
        return Verdict::Hide;
    }
    if !actor.may(action) {
        return if about.is_some() && !granted(actor.role, Action::SeeCase) {
            Verdict::Hide
        } else {
            Verdict::Deny
        };
    }
    match (action, about) {
        // Objectivity (4.7, annex G): a review is never by whom the first answer came from.
        (Action::Review, Some(about)) if about.decided_by.contains(&actor.id) => Verdict::Deny,
        _ => Verdict::Allow,
    }
}

fn hidden_from(actor: &Actor, about: &About) -> bool {
    about.subjects.contains(&actor.id)
        || matches!((actor.unit, about.unit), (Some(mine), Some(its)) if mine != its)
}

/// What a role may do at all: who could be asked or chosen. Of somebody who acts,
/// `Actor::may` is asked. The administrator runs the system and sees no case.
pub fn granted(role: Role, action: Action) -> bool {
    use Action::*;
    match role {
        Role::Intake => matches!(
            action,
            SeeDesk
                | SeeCase
                | Receive
                | CorrectDetails
                | Acknowledge
                | Note
                | MarkSignificant
                | Withdraw
        ),
        Role::Handler => {
            granted(Role::Intake, action)
                || matches!(
                    action,
                    Assess
                        | Assign
                        | Reply
                        | Update
                        | Investigate
                        | Propose
                        | Deliver
                        | Decide
                        | RecordAcceptance
                        | Refer
                        | Close
                        | Reopen
                        | Link
                        | Review
                        | SeeSystem
                        | WritePolicy
                        | Correct
                )
        }
        Role::Manager => {
            granted(Role::Handler, action)
                || matches!(
                    action,
                    Approve
                        | GrantExtension
                        // In the place of top management, where nobody holds that role.
                        | ConfirmSignificance
                        | ApprovePolicy
                        | SetObjective
                        | Erase
                        | SeeFigures
                        | SeeJournal
                        | SeeSettings
                        | Import
                )
        }
        Role::TopManagement => matches!(
            action,
            SeeDesk
                | SeeCase
                | SeeFigures
                | SeeSystem
                | MarkSignificant
                | ConfirmSignificance
                | GrantExtension
        ),
        Role::Auditor => {
            matches!(
                action,
                SeeDesk | SeeCase | SeeFigures | SeeSystem | SeeJournal
            )
        }
        Role::Admin => matches!(
            action,
            SeeSettings | ChangeSettings | ManagePeople | SeeJournal | Import
        ),
        Role::Complainant => false,
    }
}
