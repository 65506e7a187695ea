//! A slice's manifest: everything the rest of the house needs to know of it.
//! Menus, panels, evidence, closing guards, permissions and the import of tables
//! are loops over these; slices never import one another.

use crate::{
    Complaint, House,
    at::At,
    menu::Place,
    panel::{Evidence, Row},
    routes::Routes,
    verb::Verb,
};
use redress_kernel::{Entry, Refusal};
use redress_store::{Error, Job, Tx};

/// What is done when a fact has been recorded, in the same transaction.
pub type Follow = fn(&mut Tx, &Entry) -> Result<(), Error>;

pub struct Slice {
    /// `operation.acknowledgement`: also the name of its translation files.
    pub name: &'static str,
    /// Of ISO 10002:2018; empty for rooms that the standard does not ask for.
    pub clause: &'static str,
    /// The tables that this slice's `project` alone writes, with their key columns.
    pub tables: &'static [(&'static str, &'static str)],
    pub verbs: &'static [Verb],
    /// What its panel on the case page shows besides the verbs.
    pub panel: Option<fn(&Complaint, &At) -> Vec<Row>>,
    pub evidence: &'static [Evidence],
    /// What still stands in the way of closing, as far as this room knows.
    pub before_closing: Option<fn(&Complaint) -> Vec<Refusal>>,
    pub project: Option<Follow>,
    /// Appends facts and jobs when a fact is new; does not run during a rebuild.
    pub listen: Option<Follow>,
    pub pages: Option<fn(Routes) -> Routes>,
    /// Where its pages stand in the menus.
    pub places: &'static [Place],
    pub jobs: &'static [Work],
    /// How many of its jobs are done side by side; one where order matters.
    pub jobs_at_once: usize,
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
    pub const fn new(name: &'static str, clause: &'static str) -> Slice {
        Slice {
            name,
            clause,
            tables: &[],
            verbs: &[],
            panel: None,
            evidence: &[],
            before_closing: None,
            project: None,
            listen: None,
            pages: None,
            places: &[],
            jobs: &[],
            jobs_at_once: 1,
        }
    }
}
