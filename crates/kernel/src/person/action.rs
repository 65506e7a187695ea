//! Everything that a person can do, as a closed list: the golden file
//! `role x action` shows each row. Leaves no evidence.

use serde::{Deserialize, Serialize};

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
    /// Name and contact of the complainant, as far as `Sight` goes with the case.
    SeeIdentity,
    /// See an identity that is masked, with a reason that is kept.
    Reveal,
    /// Say that one has, or has not, an interest in a case.
    DeclareConflict,
    /// Ask for a case that one is kept apart from; somebody else decides.
    BreakGlass,
    /// Pass on a complaint that one heard (5.4.5).
    ReportHeard,
    /// Look at lists and pages as another role would see them.
    SeeAs,
    AskErasure,
    DecideErasure,
    /// Access and rectification: what is kept about a person, told or put right.
    AnswerRights,
    /// Let a certifier in for some days, with a sample of cases.
    DrawSample,
    /// Many cases in one file.
    ExportBulk,
    /// Be the second pair of eyes for what another person asked for.
    ApproveSecond,
    /// Be the second pair of eyes where somebody is let in, or sees more from now on.
    ApproveAccess,
}

impl Action {
    pub const ALL: [Action; 50] = [
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
        Action::SeeIdentity,
        Action::Reveal,
        Action::DeclareConflict,
        Action::BreakGlass,
        Action::ReportHeard,
        Action::SeeAs,
        Action::AskErasure,
        Action::DecideErasure,
        Action::AnswerRights,
        Action::DrawSample,
        Action::ExportBulk,
        Action::ApproveSecond,
        Action::ApproveAccess,
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
