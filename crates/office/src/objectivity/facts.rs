//! Who heads a unit, and who is competent for what.

use jiff::civil::Date;
use redress_kernel::{Fact, Id};
use serde::{Deserialize, Serialize};

/// Subject: the unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitHeadSet {
    /// None: nobody heads it.
    #[serde(default)]
    pub head: Option<Id>,
}

/// Subject: the person. Said anew, the newest last day holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CompetenceHeld {
    pub competence: String,
    /// The last day on which it counts; None: for good.
    #[serde(default)]
    pub until: Option<Date>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CompetenceEnded {
    pub competence: String,
}

impl Fact for UnitHeadSet {
    const KIND: &'static str = "unit-head-set";
    type Personal = ();
}

impl Fact for CompetenceHeld {
    const KIND: &'static str = "competence-held";
    type Personal = ();
}

impl Fact for CompetenceEnded {
    const KIND: &'static str = "competence-ended";
    type Personal = ();
}
