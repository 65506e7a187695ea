//! Every fact of clause 7, by noun. A fact's struct is its `record` (codes,
//! identifiers, instants, amounts: kept to the end of retention); its `Personal`
//! type holds names, contact and free text, and can be erased.
//!
//! A field added later gets `#[serde(default)]` or a new `VERSION` with `upgrade`.

mod assessment;
mod closing;
mod decision;
mod export;
mod identity;
mod investigation;
mod limits;
mod objectivity;
mod people;
mod receipt;
mod recount;
mod remedy;
mod reminding;
mod significance;
mod telling;
mod work;

pub use assessment::*;
pub use closing::*;
pub use decision::*;
pub use export::*;
pub use identity::*;
pub use investigation::*;
pub use limits::*;
pub use objectivity::*;
pub use people::*;
pub use receipt::*;
pub use recount::*;
pub use remedy::*;
pub use reminding::*;
pub use significance::*;
pub use telling::*;
pub use work::*;

use redress_kernel::journal::{Entry, Fact, Known, Unreadable};
use serde_json::Value;

/// Declares the closed list of what can happen to a complaint.
macro_rules! happenings {
    ($($fact:ident),+ $(,)?) => {
        /// A fact of this complaint, read from its entry.
        #[derive(Debug, Clone)]
        #[allow(clippy::large_enum_variant, reason = "read one at a time and folded at once, never kept in a list")]
        pub enum Happened {
            $($fact(Known<$fact>),)+
            /// A kind that another room records about the same subject.
            Other,
        }

        impl Happened {
            /// The kinds in this list: every one is about a complaint, and projections
            /// of complaints look at no other.
            pub const KINDS: &'static [&'static str] = &[$($fact::KIND),+];

            /// The newest version of each, in the same order.
            pub const VERSIONS: &'static [u16] = &[$($fact::VERSION),+];

            /// Both parts as this release would write them, for the golden files; None
            /// for a kind of another room.
            pub fn again(entry: &Entry) -> Result<Option<(Value, Value)>, Unreadable> {
                match entry.kind.as_str() {
                    $($fact::KIND => entry.read::<$fact>().map(|known| {
                        let record = serde_json::to_value(&known.fact).unwrap_or_default();
                        let personal = serde_json::to_value(known.personal.present());
                        Some((record, personal.unwrap_or_default()))
                    }),)+
                    _ => Ok(None),
                }
            }

            pub fn read(entry: &Entry) -> Result<Happened, Unreadable> {
                match entry.kind.as_str() {
                    $($fact::KIND => entry.read::<$fact>().map(Happened::$fact),)+
                    _ => Ok(Happened::Other),
                }
            }
        }
    };
}

happenings! {
    Received, Confirmed, Dismissed, ImportedHistory, Supplemented, Corrected, WithdrawnByComplainant,
    Acknowledged,
    Assessed, ScopeDecided, SensitivitySet, IssueAdded, IssueSet,
    SignificanceFound, SignificanceConfirmed, SignificanceLifted, ColleagueTold,
    Assigned, Noted, CallLogged, WaitingSet, Linked, Unlinked, SplitOff, SplitUndone,
    PersonConcernNamed, PersonConcernUnnamed, PersonConcernTold, PersonConcernHeard, PersonConcernInformed,
    LineDrawn, ConflictDeclared, ConflictLifted, GlassBroken, GlassClosed,
    InvestigationPlanned, QuestionAsked, QuestionAnswered, EvidenceFiled, InterviewHeld, FindingRecorded,
    RemedyProposed, RemedyApproved, RemedyDelivered, RemedyVerified, RemedyCancelled,
    Decided, StaffInformed,
    Accepted, NotAccepted, ReviewOpened, ReviewDecided, Referred, ReferralDecided, RecourseEnded, Closed, Reopened,
    MessageQueued, MessageSent, MessageWithdrawn, MessageFailed, MessageRequeued, MessageBounced, MessageReceived,
    UpdatesByMail,
    Reminded,
    LimitMoved, ExtensionAsked, ExtensionRefused, Extended, KindsSet,
    IdentityShown,
    Erased, Annulled,
    CaseExported,
}

/// A fact without a personal part.
macro_rules! plain_fact {
    ($fact:ident, $kind:literal) => {
        impl redress_kernel::Fact for $fact {
            const KIND: &'static str = $kind;
            type Personal = ();
        }
    };
}
/// A fact whose free text lies in `$personal`.
macro_rules! personal_fact {
    ($fact:ident, $kind:literal, $personal:ty) => {
        impl redress_kernel::Fact for $fact {
            const KIND: &'static str = $kind;
            type Personal = $personal;
        }
    };
}
pub(crate) use {personal_fact, plain_fact};
