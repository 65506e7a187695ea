//! What a role may do at all: who could be asked or chosen. Of somebody who acts,
//! `Actor::may` is asked. Leaves no evidence.

use super::{Action, Role};
use Action::*;

/// The administrator runs the system and sees no case.
pub fn granted(role: Role, action: Action) -> bool {
    match role {
        Role::Intake => of_intake(action),
        Role::Handler => of_handlers(action),
        Role::Manager => of_managers(action),
        Role::Representative => of_managers(action) || action == ApproveAccess,
        Role::TopManagement => of_the_top(action),
        Role::Auditor => of_auditors(action),
        Role::Admin => of_administrators(action),
        Role::Staff => matches!(action, ReportHeard),
        // Each sees less than these words say: a sample, nobody's identity; no case at all.
        Role::Certifier => matches!(action, SeeDesk | SeeCase | SeeSystem),
        Role::Consultant => matches!(action, SeeFigures | SeeSystem),
        Role::Dpo => of_data_protection(action),
        Role::Complainant => false,
    }
}

fn of_intake(action: Action) -> bool {
    matches!(
        action,
        SeeDesk
            | SeeCase
            | Receive
            | CorrectDetails
            | Acknowledge
            | Note
            | MarkSignificant
            | Withdraw
            | SeeIdentity
            | Reveal
            | DeclareConflict
            | ReportHeard
    )
}

fn of_handlers(action: Action) -> bool {
    of_intake(action)
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
                | BreakGlass
        )
}

fn of_managers(action: Action) -> bool {
    of_handlers(action)
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
                | SeeAs
                | DrawSample
                | AskErasure
                // In the place of whoever protects data, where nobody holds that role.
                | DecideErasure
                | AnswerRights
                | ExportBulk
                | ApproveSecond
        )
}

fn of_the_top(action: Action) -> bool {
    matches!(
        action,
        SeeDesk
            | SeeCase
            | SeeFigures
            | SeeSystem
            | MarkSignificant
            | ConfirmSignificance
            | GrantExtension
            | DeclareConflict
            | BreakGlass
            | ReportHeard
            | ApproveSecond
    )
}

fn of_auditors(action: Action) -> bool {
    matches!(
        action,
        SeeDesk | SeeCase | SeeFigures | SeeSystem | SeeJournal | DeclareConflict | ReportHeard
    )
}

fn of_administrators(action: Action) -> bool {
    matches!(
        action,
        SeeSettings
            | ChangeSettings
            | ManagePeople
            | SeeJournal
            | Import
            | ReportHeard
            | SeeAs
            | ApproveSecond
            | ApproveAccess
    )
}

fn of_data_protection(action: Action) -> bool {
    matches!(
        action,
        SeeDesk
            | SeeCase
            | SeeSystem
            | SeeJournal
            | SeeIdentity
            | Reveal
            | DeclareConflict
            | ReportHeard
            | Erase
            | AskErasure
            | DecideErasure
            | AnswerRights
            | ApproveSecond
    )
}
