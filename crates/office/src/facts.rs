//! What the office records about itself: who works here with which role, its
//! units, what the organisation decided about itself, the mail relay, tokens.
//! Responsibility and authority (5.4) and resources (6.4) are proved by these.
//! Names and addresses of people are the personal half and can be erased; an
//! organisation is no person. Secrets (password hashes, sessions, the relay's
//! password) are no evidence and never lie here: see `records`.
//!
//! Each version has its golden file in `tests/golden`.

use jiff::civil::Date;
use redress_kernel::{Action, Fact, Id, Lang, Organisation, Role};
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
    OrganisationSet, "organisation-set", ();
    RelaySet, "relay-set", ();
    RelayRemoved, "relay-removed", ();
    SampleChosen, "sample-chosen", ();
    ReminderMailsSet, "reminder-mails-set", ();
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
