//! A slice's manifest: everything the rest of the house needs to know of it.
//! Menus, panels, evidence, closing guards, permissions and the import of tables
//! are loops over these; slices never import one another.

use crate::{
    Complaint, House,
    at::At,
    calls::Call,
    health::Health,
    menu::Place,
    panel::{Evidence, Row},
    routes::Routes,
    second::SecondAct,
    verb::Verb,
};
use redress_kernel::{Actor, Entry, Id, Refusal};
use redress_store::{Error, Job, Reader, Tx};

/// What is done when a fact has been recorded, in the same transaction.
pub type Follow = fn(&mut Tx, &Entry) -> Result<(), Error>;

/// What a room keeps about this complaint, as far as this person may know it.
pub type OnFile = fn(&mut Reader, &Actor, Id) -> Result<Vec<Row>, Error>;

pub struct Slice {
    /// `operation.acknowledgement`: also the name of its translation files.
    pub name: &'static str,
    /// Of ISO 10002:2018; empty for rooms that the standard does not ask for.
    pub clause: &'static str,
    /// Further clauses that it serves; mostly principles of clause 4.
    pub also: &'static [&'static str],
    /// The kinds of facts that are its evidence, each claimed by one room alone:
    /// the map of clauses, the journal's filter and whoever audits loop over these.
    pub facts: &'static [&'static str],
    /// The tables that this slice's `project` alone writes, with their key columns.
    pub tables: &'static [(&'static str, &'static str)],
    pub verbs: &'static [Verb],
    /// What its panel on the case page shows besides the verbs.
    pub panel: Option<fn(&Complaint, &At) -> Vec<Row>>,
    /// Lines that it adds to its panel from tables of its own: what it keeps about a
    /// complaint without being a part of it.
    pub on_file: Option<OnFile>,
    pub evidence: &'static [Evidence],
    /// What still stands in the way of closing, as far as this room knows.
    pub before_closing: Option<fn(&Complaint) -> Vec<Refusal>>,
    pub project: Option<Follow>,
    /// Appends facts and jobs when a fact is new; does not run during a rebuild.
    pub listen: Option<Follow>,
    pub pages: Option<fn(Routes) -> Routes>,
    /// Where its pages stand in the menus.
    pub places: &'static [Place],
    /// What a program reads and changes of it: routes and description come from these.
    pub calls: &'static [Call],
    /// A page that the portal links to while there is something to read on it.
    pub public: Option<Public>,
    /// What two people do: one asks, another agrees.
    pub second: &'static [SecondAct],
    pub jobs: &'static [Work],
    /// How many of its jobs are done side by side; one where order matters.
    pub jobs_at_once: usize,
    /// What the server carries on with by itself while it runs, whoever began it.
    pub meanwhile: Option<Meanwhile>,
    /// Closes the next rows that an earlier release left open in tables of this slice
    /// that no fact made; how many there were.
    pub close_open: Option<CloseOpen>,
    /// What can go wrong here, for the health page and `doctor`.
    pub health: Option<Health>,
}

/// Does a little of what is under way, on a thread of its own; true: there is more.
pub type Meanwhile = fn(&House) -> Result<bool, Error>;

/// In the writer's transaction, a part at a time.
pub type CloseOpen = fn(&mut Tx) -> Result<i64, Error>;

/// A page for everybody, offered on the portal's home page and on "how we handle
/// complaints".
#[derive(Clone, Copy)]
pub struct Public {
    pub path: &'static str,
    /// The message key of its name.
    pub word: &'static str,
    /// Is there anything to read? A link to an empty page is worse than none.
    pub there: fn(&mut Reader) -> Result<bool, Error>,
}

/// A kind of job that this slice does after a commit.
#[derive(Clone, Copy)]
pub struct Work {
    pub kind: &'static str,
    /// Can it be done at all now? Mail without a relay waits without an attempt.
    pub ready: fn(&House) -> bool,
    /// Runs on a thread of its own; may take its time. It records what came of it
    /// itself, in a write that also checks that it is still wanted.
    pub run: fn(&House, &Job) -> Outcome,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// Again later, with a backoff that grows by the attempt. The text is for the
    /// operator: a code, no personal data.
    Again(String),
    /// No use in trying again.
    Hopeless(String),
}

impl Slice {
    /// Does it serve this clause, in the first place or besides?
    pub fn serves(&self, clause: &str) -> bool {
        self.clause == clause || self.also.contains(&clause)
    }

    pub const fn new(name: &'static str, clause: &'static str) -> Slice {
        Slice {
            name,
            clause,
            also: &[],
            facts: &[],
            tables: &[],
            verbs: &[],
            panel: None,
            on_file: None,
            evidence: &[],
            before_closing: None,
            project: None,
            listen: None,
            pages: None,
            places: &[],
            calls: &[],
            public: None,
            second: &[],
            jobs: &[],
            jobs_at_once: 1,
            meanwhile: None,
            close_open: None,
            health: None,
        }
    }
}
