//! What the office records about itself: who works here with which role, its
//! units, what the organisation decided about itself, the mail relay, tokens.
//! Responsibility and authority (5.4) and resources (6.4) are proved by these.
//! Names and addresses of people are the personal half and can be erased; an
//! organisation is no person. Secrets (password hashes, sessions, the relay's
//! password) are no evidence and never lie here: see `records`.
//!
//! Each version has its golden file in `tests/golden`.

use jiff::civil::Date;
use redress_kernel::{Action, Fact, Id, Instant, Lang, Organisation, Role};
use serde::{Deserialize, Serialize};

macro_rules! facts {
    ($($fact:ident, $kind:literal, $personal:ty;)+) => {
        $(impl Fact for $fact {
            const KIND: &'static str = $kind;
            type Personal = $personal;
        })+

        /// Every kind in this file.
        pub const KINDS: &[&str] = &[$($kind),+];
    };
}

facts! {
    PersonAdded, "person-added", PersonName;
    PersonRenamed, "person-renamed", PersonName;
    RoleGranted, "role-granted", ();
    PersonDeactivated, "person-deactivated", ();
    PersonReactivated, "person-reactivated", ();
    LanguagePreferred, "language-preferred", ();
    PasswordSet, "password-set", ();
    TokenCreated, "token-created", TokenName;
    TokenRevoked, "token-revoked", ();
    UnitAdded, "unit-added", ();
    UnitRenamed, "unit-renamed", ();
    UnitPlaced, "unit-placed", ();
    VisitSet, "visit-set", ();
    CasesSampled, "cases-sampled", ();
    OrganisationSet, "organisation-set", ();
    RelaySet, "relay-set", ();
    RelayRemoved, "relay-removed", ();
    SampleChosen, "sample-chosen", ();
    ReminderMailsSet, "reminder-mails-set", ();
    CheckpointMailSet, "checkpoint-mail-set", CheckpointAddresses;
    FactorAdded, "factor-added", ();
    FactorRemoved, "factor-removed", ();
    RecoveryCodesMade, "recovery-codes-made", ();
    SessionsEnded, "sessions-ended", ();
    RecoveryGranted, "recovery-granted", ();
    FactorsReset, "factors-reset", ();
    AwaySet, "away-set", ();
    AwayEnded, "away-ended", ();
}

/// Somebody can work here from now on. Subject: the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PersonAdded {
    pub role: Role,
    /// None: the whole organisation.
    #[serde(default)]
    pub unit: Option<Id>,
    #[serde(default)]
    pub language: Option<Lang>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonName {
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub email: String,
}

/// Name or address as they are from now on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PersonRenamed {}

/// Role and unit as they are from now on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RoleGranted {
    pub role: Role,
    #[serde(default)]
    pub unit: Option<Id>,
}

/// They can do nothing any more; their sessions and tokens ended with this.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PersonDeactivated {}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PersonReactivated {}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LanguagePreferred {
    pub language: Lang,
}

/// To whom no reminder is mailed; what is told stands in the desk all the same.
/// Subject: the organisation.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ReminderMailsSet {
    /// To nobody at all.
    pub off: bool,
    #[serde(default)]
    pub without: Vec<Id>,
}

/// That a password was set, never which.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PasswordSet {}

/// A person has one more means to prove who they are: `authenticator` or `passkey`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FactorAdded {
    pub factor: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FactorRemoved {
    pub factor: String,
}

/// The earlier codes on paper are worth nothing from now on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecoveryCodesMade {}

/// By somebody else: every browser of this person was signed out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SessionsEnded {}

/// A second person looked who it is and gave them a way to start anew.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecoveryGranted {
    /// How: `in-person`, `called-back`, `video`, `vouched`, `command-line`.
    pub checked: String,
}

/// They started anew: every second factor of before is gone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FactorsReset {}

/// A program may act for this person. Subject: the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TokenCreated {
    pub token: Id,
    /// None: everything that the person may do.
    #[serde(default)]
    pub scope: Option<Vec<Action>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TokenName {
    #[serde(default)]
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TokenRevoked {
    pub token: Id,
}

/// Subject: the unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitAdded {
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitRenamed {
    pub name: String,
}

/// Below which unit it lies from now on: whoever belongs to that one works for both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitPlaced {
    /// None: right below the whole organisation.
    #[serde(default)]
    pub above: Option<Id>,
}

/// From which day to which somebody from outside can come in. Subject: the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VisitSet {
    pub first_day: Date,
    pub last_day: Date,
    /// The first and the last instant of these days, in the organisation's zone.
    pub from_at: Instant,
    pub until_at: Instant,
}

/// The cases that they see from now on, and how these came to be the ones. Subject: the
/// person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CasesSampled {
    /// Draws the same cases again; empty: somebody chose them.
    #[serde(default)]
    pub seed: String,
    /// Out of how many they were drawn.
    #[serde(default)]
    pub among: i64,
    pub cases: Vec<Id>,
}

/// The whole of it each time: what held on a day can be read from one entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrganisationSet {
    pub organisation: Organisation,
}

/// Through which relay mail leaves. The password lies outside the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RelaySet {
    pub host: String,
    pub port: u16,
    /// `implicit` (from the first byte), `starttls`, or `none` (loopback only).
    pub encryption: String,
    pub from: String,
}

/// Mail waits from now on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RelayRemoved {}

/// Whether the owner wants to look round with invented complaints first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SampleChosen {
    pub wanted: bool,
}

/// To whom outside the house the newest checkpoint is mailed from now on. Subject: the
/// organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckpointMailSet {
    pub active: bool,
    /// Of the organisation's day.
    pub hour: u8,
    pub language: Lang,
    /// Each has its address in the personal part, in the same place.
    #[serde(default)]
    pub recipients: Vec<Id>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckpointAddresses {
    #[serde(default)]
    pub addresses: Vec<String>,
}

/// Somebody else stands in on these days, the first and the last included. Subject: the
/// person. Why they are away is nobody's business here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AwaySet {
    pub from: Date,
    pub until: Date,
    pub deputy: Id,
}

/// Back earlier than said, or not away at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AwayEnded {}
