//! The parts of a complaint. Each carries its own evidence: who, when, what.

use crate::facts::{IssueOutcome, Reminded};
use jiff::civil::Date;
use redress_kernel::{Id, Instant, Lang, Role, clock, money::Money};

/// One point of the complaint with its category, cause, finding and outcome.
#[derive(Debug, Clone, Default)]
pub struct Issue {
    pub number: u32,
    pub title: String,
    pub product: String,
    pub category: Option<String>,
    pub cause: Option<String>,
    pub finding: Option<String>,
    pub reason: String,
    pub found_by: Option<Id>,
    /// As told with the decision.
    pub outcome: Option<String>,
}

#[derive(Debug, Clone)]
pub struct AckMade {
    pub way: String,
    pub at: Instant,
    pub by: Id,
    pub language: Lang,
    /// The letter that carried it.
    pub message: Option<Id>,
}

/// An address from which a letter came back.
#[derive(Debug, Clone)]
pub struct Undeliverable {
    pub address: String,
    pub cause: String,
    pub at: Instant,
}

#[derive(Debug, Clone, Default)]
pub struct Assessment {
    pub severity: String,
    pub safety: bool,
    pub complexity: String,
    pub impact: String,
    pub immediate_needed: bool,
    pub immediate_possible: bool,
    pub priority: String,
    pub suggested: String,
    pub rationale: String,
    pub immediate_action: String,
    pub priority_reason: String,
    pub people_affected: Option<u32>,
    pub claimed: Option<Money>,
    pub by: Id,
    pub at: Instant,
}

#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// "complaint", "enquiry", "out-of-scope" or "duplicate".
    pub scope: String,
    pub duplicate_of: Option<Id>,
    pub reason: String,
    pub by: Id,
    pub at: Instant,
}

#[derive(Debug, Clone, Default)]
pub struct Waiting {
    pub on: String,
    pub until: Option<Instant>,
    pub text: String,
    pub since: Instant,
    /// Out of its owner's list until the date or a word from the complainant.
    pub aside: bool,
    /// The fact that set it.
    pub seq: i64,
}

/// The region of a person complained about (annex D): named, told, heard, informed.
#[derive(Debug, Clone, Default)]
pub struct Concern {
    pub number: u32,
    pub colleague: Option<Id>,
    pub name: String,
    pub told_at: Option<Instant>,
    pub heard_at: Option<Instant>,
    pub declined: bool,
    pub account: String,
    pub informed_at: Option<Instant>,
}

/// Somebody with an interest of their own in the case, as they declared it.
#[derive(Debug, Clone, Default)]
pub struct Conflict {
    pub person: Id,
    pub at: Instant,
    pub reason: String,
}

/// Somebody kept apart from the case for whom two persons opened it, until then.
#[derive(Debug, Clone, Default)]
pub struct OpenedFor {
    pub person: Id,
    pub at: Instant,
    pub until: Instant,
}

/// Somebody who was named by mistake, and why it was one.
#[derive(Debug, Clone, Default)]
pub struct Unnamed {
    pub number: u32,
    pub colleague: Option<Id>,
    pub name: String,
    pub reason: String,
    pub at: Instant,
}

#[derive(Debug, Clone, Default)]
pub struct Plan {
    pub text: String,
    pub by: Id,
    pub at: Instant,
    pub due_at: Option<Instant>,
}

#[derive(Debug, Clone, Default)]
pub struct AskedQuestion {
    pub number: u32,
    pub to: String,
    pub text: String,
    pub due_at: Option<Instant>,
    pub asked_at: Instant,
    pub answer: Option<(Instant, String)>,
}

#[derive(Debug, Clone, Default)]
pub struct HeldInterview {
    pub with: String,
    pub held_at: Instant,
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RemedyState {
    #[default]
    Proposed,
    Approved,
    Delivered,
    /// Verified as put right.
    Verified,
    /// Verified and found not right: it counts as not delivered.
    Failed,
    Cancelled,
}

impl RemedyState {
    pub const fn name(self) -> &'static str {
        match self {
            RemedyState::Proposed => "proposed",
            RemedyState::Approved => "approved",
            RemedyState::Delivered => "delivered",
            RemedyState::Verified => "verified",
            RemedyState::Failed => "failed",
            RemedyState::Cancelled => "cancelled",
        }
    }

    /// Nothing is promised any more.
    pub const fn is_settled(self) -> bool {
        matches!(self, RemedyState::Verified | RemedyState::Cancelled)
    }
}

#[derive(Debug, Clone)]
pub struct Remedy {
    pub number: u32,
    pub issue: u32,
    pub remedy: String,
    pub amount: Option<Money>,
    pub due_on: Date,
    pub needs_approval: bool,
    pub state: RemedyState,
    pub text: String,
    pub proposed_by: Id,
    pub approved_by: Option<Id>,
    pub delivered_on: Option<Date>,
    pub verified_with: Option<String>,
}

#[derive(Debug, Clone, Default)]
pub struct Decision {
    pub cycle: u32,
    pub issues: Vec<IssueOutcome>,
    pub message: Id,
    pub recourse_told: bool,
    pub summary: String,
    pub by: Id,
    /// Who had the case in hand then.
    pub owner: Option<Id>,
    pub at: Instant,
    /// When the letter reached the transport (or the page, or the ear).
    pub told_at: Option<Instant>,
    /// Its letter was withdrawn inside the undo window.
    pub taken_back: bool,
    pub staff_informed: bool,
}

/// The complainant's answer to a decision.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    pub accepted: bool,
    pub review_wanted: bool,
    pub reason: String,
    pub channel: String,
    pub at: Instant,
}

#[derive(Debug, Clone, Default)]
pub struct Review {
    pub reviewer: Id,
    /// Who had the case when it was given away, and gets it back.
    pub given_by_owner: Option<Id>,
    pub opened_at: Instant,
    pub due_at: Option<Instant>,
    pub outcome: Option<String>,
    pub reason: String,
    pub decided_at: Option<Instant>,
}

#[derive(Debug, Clone, Default)]
pub struct ReferralCase {
    pub number: u32,
    pub body: String,
    pub by: String,
    pub referred_at: Instant,
    pub outcome: Option<String>,
    pub text: String,
}

#[derive(Debug, Clone, Default)]
pub struct Closure {
    pub reason: String,
    pub text: String,
    pub corrective_action: bool,
    /// Code of what stood in the way, and what it is about.
    pub overridden: Vec<(String, Option<String>)>,
    pub follow_up_at: Option<Instant>,
    pub by: Id,
    pub at: Instant,
}

/// What happened first and stays so, whatever a reopening or a review changes
/// afterwards: an answer that came late was late (8.4).
#[derive(Debug, Clone, Default)]
pub struct Firsts {
    pub priority: Option<String>,
    /// The first decision told, or the first closing without one.
    pub answered: Option<Kept>,
    /// The first closing, against the date agreed for it.
    pub closed: Option<Kept>,
    pub closed_by: Id,
    pub close_reason: String,
    /// Some closing asked for corrective action (8.2).
    pub corrective_action: bool,
}

/// When something was done, and by when it was to be done as agreed at that moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Kept {
    pub at: Instant,
    pub due: Option<Instant>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MessageState {
    /// Came in.
    Received,
    #[default]
    Queued,
    Sent,
    Withdrawn,
    Failed,
}

#[derive(Debug, Clone, Default)]
pub struct CaseMessage {
    pub id: Id,
    pub seq: i64,
    pub incoming: bool,
    pub purpose: String,
    pub way: String,
    pub language: Lang,
    pub to: String,
    pub name: String,
    pub subject: String,
    pub body: String,
    pub state: MessageState,
    pub send_at: Instant,
    pub at: Instant,
    pub by: Id,
    pub files: Vec<Id>,
    pub next_update: Option<Instant>,
    pub response_due: Option<Instant>,
    /// It reports how the case stands and nothing else.
    pub progress: bool,
    pub erased: bool,
}

/// A step that the clock of some pack heeds, as somebody recorded it.
#[derive(Debug, Clone)]
pub struct LimitStep {
    pub step: clock::FactKind,
    /// None while the letter that does it has not left.
    pub at: Option<Instant>,
    pub by: Id,
    pub message: Option<Id>,
    /// The letter was taken back.
    pub undone: bool,
}

/// More time for one clock: asked for, granted or refused.
#[derive(Debug, Clone)]
pub struct Extension {
    pub pack: &'static str,
    pub clock: &'static str,
    pub amount: u32,
    pub reason: String,
    /// Who asked, where another has to decide.
    pub asked_by: Option<Id>,
    pub asked_at: Instant,
    /// By which way the complainant agreed, where the rule asks for it.
    pub consent: Option<String>,
    pub outcome: Outcome,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Asked,
    Refused {
        at: Instant,
        by: Id,
        reason: String,
    },
    Granted {
        at: Instant,
        by: Id,
        from: Instant,
        to: Instant,
        /// The notice; it is owed as long as it has not left.
        message: Option<Id>,
    },
}

impl Extension {
    pub fn is_open(&self) -> bool {
        self.outcome == Outcome::Asked
    }

    pub fn is_of(&self, pack: &str, clock: &str) -> bool {
        self.pack == pack && self.clock == clock
    }
}

/// Points that became a complaint of their own, as they were here.
#[derive(Debug, Clone)]
pub struct SplitPart {
    pub into: Id,
    pub issues: Vec<Issue>,
}

#[derive(Debug, Clone, Default)]
pub struct CaseFile {
    pub id: Id,
    pub name: String,
    pub media: String,
    pub bytes: i64,
    pub at: Instant,
    /// From the complainant, or filed as evidence by staff.
    pub from_complainant: bool,
    pub erased: bool,
}

#[derive(Debug, Clone, Default)]
pub struct CaseLink {
    pub to: Id,
    pub reference: String,
    pub kind: String,
}

/// Somebody to whom the name of the complainant was shown, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct NameShown {
    pub to: Id,
    /// What they were then, where the fact says it.
    pub role: Option<Role>,
    /// `ASSIGNED`, `RECORDED`, `EXPORTED`, `STANDS_IN`, or one of `facts::WHY_SHOWN`.
    pub why: String,
    /// In their words.
    pub reason: String,
    pub at: Instant,
    /// None: while they have the open case.
    pub until: Option<Instant>,
    /// The fact that says it.
    pub seq: i64,
}

impl NameShown {
    /// The case was given to them.
    pub const ASSIGNED: &str = "assigned";
    /// They took it down.
    pub const RECORDED: &str = "recorded";
    /// It left in a file with many others, which two people had agreed on.
    pub const EXPORTED: &str = "exported";
    /// They opened it in the place of whoever has it and is away.
    pub const STANDS_IN: &str = "stands-in";
}

/// A reminder as it was told, and when.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reminding {
    pub at: Instant,
    pub fact: Reminded,
}
