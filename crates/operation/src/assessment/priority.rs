//! Another priority by the same criteria: what comes to light later makes a case
//! more or less pressing. A new assessment, with its reason; the old one stays.

use super::suggestion::Level;
use redress_complaint::{
    Complaint, Decided,
    at::At,
    case::Assessment,
    facts::{Assessed, AssessedText, PRIORITIES},
    verb::{Back, while_open},
};
use redress_kernel::{
    Draft, Refusal,
    fields::{Field, Fields, Kind},
};

pub const FIELDS: &[Field] = &[
    Field::new("priority", Kind::Choice("priority", PRIORITIES)).required(),
    Field::new("priority-reason", Kind::Text(4000))
        .required()
        .hinted(),
];

/// The five criteria come first (7.5).
pub fn is_assessed(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    assessment(c).map(|_| ())
}

fn assessment(c: &Complaint) -> Result<&Assessment, Refusal> {
    c.assessment.as_ref().ok_or(Refusal::new("assess-first"))
}

pub fn decide(c: &Complaint, fields: &Fields, _: &At) -> Result<Decided, Refusal> {
    let known = assessment(c)?;
    let priority = fields.text("priority");
    if priority == known.priority {
        return Err(Refusal::new("priority-same").at("priority"));
    }
    let level = Level::from_code(&priority).unwrap_or_default();
    if known.safety && level < Level::High {
        return Err(Refusal::new("priority-below-safety").at("priority"));
    }
    let assessed = Assessed {
        severity: known.severity.clone(),
        safety: known.safety,
        complexity: known.complexity.clone(),
        impact: known.impact.clone(),
        immediate_needed: known.immediate_needed,
        immediate_possible: known.immediate_possible,
        priority,
        suggested: known.suggested.clone(),
        response_due: None,
        people_affected: known.people_affected,
        claimed: known.claimed.clone(),
    };
    let text = AssessedText {
        rationale: known.rationale.clone(),
        immediate_action: known.immediate_action.clone(),
        priority_reason: fields.text("priority-reason"),
    };
    Ok(Decided::fact(Draft::with(c.id, &assessed, &text)))
}

/// The priority before, for the reason that it had then.
pub fn as_before(c: &Complaint) -> Back {
    let typed = c.assessment.iter().flat_map(|known| {
        let reason = match known.priority_reason.as_str() {
            "" => known.rationale.clone(),
            reason => reason.to_owned(),
        };
        [
            ("priority", known.priority.clone()),
            ("priority-reason", reason),
        ]
    });
    ("priority", typed.collect())
}
