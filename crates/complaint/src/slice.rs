//! A slice's manifest: everything the rest of the house needs to know of it.
//! Menus, panels, evidence, closing guards, permissions and the import of tables
//! are loops over these; slices never import one another.

use crate::{Complaint, at::At, panel::{Evidence, Row}, routes::Routes, verb::Verb};
use redress_kernel::{Entry, Refusal};
use redress_store::{Error, Tx};

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
    pub project: Option<fn(&mut Tx, &Entry) -> Result<(), Error>>,
    /// Appends facts and jobs when a fact is new; does not run during a rebuild.
    pub listen: Option<fn(&mut Tx, &Entry) -> Result<(), Error>>,
    pub pages: Option<fn(Routes) -> Routes>,
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
        }
    }
}
