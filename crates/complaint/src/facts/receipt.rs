//! 7.2 Receipt: what arrives, by which door, and what was asked for.

use super::{assessment::Reason, people::Person, personal_fact, plain_fact};
use jiff::civil::Date;
use redress_kernel::{Id, Instant, Lang, calendar::Hours, organisation::Decreed, terms::List};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub const CHANNELS: &[&str] = &[
    "web",
    "email",
    "phone",
    "chat",
    "social",
    "letter",
    "in-person",
    "sms",
    "messenger",
    "staff",
];
pub const NEEDS: &[&str] = &["large-print", "braille", "audio", "interpreter"];
/// The default codes; what an organisation has is `Organisation::terms`.
pub const CATEGORIES: &[&str] = List::Categories.defaults();
pub const REMEDIES: &[&str] = List::Remedies.defaults();

/// Why a complaint is recorded on a later day when no reason was written:
/// another system had it first and handed it on.
pub const HANDED_ON: &str = "handed-on";

/// A file in evidence: its bytes are committed by a salted hash, its name and
/// salt lie in the personal part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enclosed {
    pub file: Id,
    /// Hexadecimal SHA-256 over the salt and the bytes.
    pub commit: String,
    /// Media type as recognised, for offering a preview; never trusted for serving.
    pub media: String,
    pub bytes: i64,
}

/// The erasable half of enclosed files, flattened into the personal part of their fact.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileNames {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub file_names: BTreeMap<Id, String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub file_salts: BTreeMap<Id, String>,
}

/// Due dates as computed at the moment of the fact, over the calendar in force then.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueDates {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acknowledgement: Option<Instant>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessment: Option<Instant>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub update: Option<Instant>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Instant>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closure: Option<Instant>,
}

/// A rule pack as it held on the day of receipt; the case keeps to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pinned {
    pub pack: String,
    /// Its version, by the first day on which that applied.
    pub version_from: Date,
    pub calendar: String,
    pub calendar_version: String,
    /// Which kinds of complaint come to us, where the pack tells them apart.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<String>,
    /// Days that the office had decided otherwise than the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<Decreed>,
    /// The office's own hours, where it had set some.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
}

/// It came in a flood or with the signs of a program: stored like every other, and in
/// no list, figure or notice until somebody confirms it (4.4).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unconfirmed {
    /// A code: "trap", "network", "all" or "programs".
    pub why: String,
    /// The complainant is asked by e-mail to confirm it themselves.
    #[serde(default)]
    pub asked: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Received {
    pub reference: String,
    /// The year of recording and the counter within it, from which the reference was made.
    pub year: i16,
    pub counter: u32,
    pub channel: String,
    pub language: Lang,
    #[serde(default)]
    pub needs: Vec<String>,
    #[serde(default)]
    pub anonymous: bool,
    /// First contact with any staff, as claimed; never later than recording (4.9).
    pub received_at: Instant,
    #[serde(default)]
    pub unit: Option<Id>,
    #[serde(default)]
    pub category: Option<String>,
    #[serde(default)]
    pub remedies_sought: Vec<String>,
    /// Answers to "is it still happening" and "is anybody in danger".
    #[serde(default)]
    pub continuing: Option<bool>,
    #[serde(default)]
    pub danger: bool,
    /// Ways in which the complainant can be reached: "email", "phone", "post".
    #[serde(default)]
    pub reachable: Vec<String>,
    pub due: DueDates,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub packs: Vec<Pinned>,
    #[serde(default)]
    pub files: Vec<Enclosed>,
    /// SHA-256 (hex) of the idempotency key: the same key is the same complaint.
    #[serde(default)]
    pub request: Option<String>,
    /// The identifier in the system it came from.
    #[serde(default)]
    pub external_id: Option<String>,
    /// Why it is recorded on a later day, where nobody wrote a reason: a code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_basis: Option<String>,
    /// Why nothing answers it by itself: a code. A person does (7.4).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unanswered: Option<String>,
    /// Somebody confirms first that it is a complaint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unconfirmed: Option<Unconfirmed>,
    /// The complaint from which it was split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split_from: Option<Id>,
    /// "own", or "imported" with the run.
    #[serde(default)]
    pub import: Option<Id>,
    /// The number of the access code; re-issuing raises it.
    #[serde(default = "one")]
    pub code_issue: u32,
}

fn one() -> u32 {
    1
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ReceivedText {
    #[serde(default)]
    pub subject: String,
    #[serde(default)]
    pub description: String,
    /// When it happened, in the complainant's words: a date or a guess (annex C).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub occurred: String,
    /// What went wrong with, in the complainant's words: product, service, order number.
    #[serde(default)]
    pub product: String,
    #[serde(default)]
    pub remedy_sought: String,
    #[serde(default)]
    pub complainant: Person,
    #[serde(default)]
    pub customer: Option<Person>,
    #[serde(default)]
    pub representative: Option<Person>,
    #[serde(default)]
    pub affected: Option<Person>,
    /// On what authority the representative acts.
    #[serde(default)]
    pub authority: String,
    /// Why it is recorded later than it was received.
    #[serde(default)]
    pub late_reason: String,
    #[serde(flatten)]
    pub files: FileNames,
}

personal_fact!(Received, "received", ReceivedText);

/// The complainant (or staff on their behalf) adds information or files.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Supplemented {
    #[serde(default)]
    pub files: Vec<Enclosed>,
    /// The door it came by.
    pub channel: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SupplementedText {
    #[serde(default)]
    pub text: String,
    #[serde(flatten)]
    pub files: FileNames,
}

personal_fact!(Supplemented, "supplemented", SupplementedText);

/// A correction of particulars: a later fact, the earlier one stays (4.9).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Corrected {
    #[serde(default)]
    pub language: Option<Lang>,
    #[serde(default)]
    pub needs: Option<Vec<String>>,
    #[serde(default)]
    pub unit: Option<Id>,
    #[serde(default)]
    pub reachable: Option<Vec<String>>,
    /// A new access code: the old one opens nothing any more.
    #[serde(default)]
    pub code_issue: Option<u32>,
}

/// None keeps what is there.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CorrectedText {
    #[serde(default)]
    pub subject: Option<String>,
    #[serde(default)]
    pub product: Option<String>,
    #[serde(default)]
    pub complainant: Option<Person>,
    #[serde(default)]
    pub customer: Option<Person>,
    #[serde(default)]
    pub representative: Option<Person>,
    #[serde(default)]
    pub affected: Option<Person>,
    #[serde(default)]
    pub authority: Option<String>,
    #[serde(default)]
    pub reason: String,
}

personal_fact!(Corrected, "corrected", CorrectedText);

/// Withdrawing is the complainant's own act (R18); staff record the medium.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct WithdrawnByComplainant {
    pub channel: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct WithdrawnText {
    #[serde(default)]
    pub reason: String,
}

personal_fact!(WithdrawnByComplainant, "withdrawn", WithdrawnText);

/// It is a complaint: from now on it counts, and its time runs from receipt.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    /// "desk", or "link": the complainant did it by the letter's link.
    pub how: String,
}

plain_fact!(Confirmed, "confirmed");

/// Somebody looked and decided that it is no complaint; confirming it later takes
/// that back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dismissed {}

personal_fact!(Dismissed, "dismissed", Reason);

/// Something that another system says happened: "forwarded", "public-response",
/// "message", "reply" or "note". Its date is the one claimed there.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportedHistory {
    pub what: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportedText {
    #[serde(default)]
    pub text: String,
    /// Who wrote it there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
}

personal_fact!(ImportedHistory, "imported-history", ImportedText);
