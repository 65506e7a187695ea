//! 7.6 Investigation: plan, questions, evidence, interviews, a finding per issue.

use super::{
    personal_fact,
    receipt::{Enclosed, FileNames},
    work::Text,
};
use redress_kernel::Instant;
use serde::{Deserialize, Serialize};

pub const FINDINGS: &[&str] = &["upheld", "partly", "not-upheld", "no-finding"];

/// The plan: how deep, by whom, with which questions (commensurate with 7.5).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct InvestigationPlanned {
    /// The investigator declares to have no conflict of interest (4.7, R01).
    pub impartial: bool,
    #[serde(default)]
    pub due_at: Option<Instant>,
}
personal_fact!(InvestigationPlanned, "investigation-planned", Text);

/// A question to a department or a third party.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct QuestionAsked {
    pub number: u32,
    #[serde(default)]
    pub due_at: Option<Instant>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Question {
    #[serde(default)]
    pub to: String,
    #[serde(default)]
    pub text: String,
}
personal_fact!(QuestionAsked, "question-asked", Question);

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct QuestionAnswered {
    pub number: u32,
}
personal_fact!(QuestionAnswered, "question-answered", Text);

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct EvidenceFiled {
    #[serde(default)]
    pub files: Vec<Enclosed>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct EvidenceText {
    #[serde(default)]
    pub text: String,
    #[serde(flatten)]
    pub files: FileNames,
}
personal_fact!(EvidenceFiled, "evidence-filed", EvidenceText);

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct InterviewHeld {
    pub held_at: Instant,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Interview {
    #[serde(default)]
    pub with: String,
    #[serde(default)]
    pub text: String,
}
personal_fact!(InterviewHeld, "interview-held", Interview);

/// What was found on one issue, with its cause. A later finding supersedes an earlier one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FindingRecorded {
    pub issue: u32,
    pub finding: String,
    #[serde(default)]
    pub cause: Option<String>,
}
personal_fact!(FindingRecorded, "finding-recorded", Text);
