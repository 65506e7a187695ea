//! The assessment: five criteria, the priority that follows, and why.

use super::suggestion::{Criteria, Level, suggested};
use redress_complaint::{
    Complaint, Decided,
    at::At,
    clocks::NoKind,
    facts::{Assessed, AssessedText, LEVELS, PRIORITIES, Reason, ScopeDecided},
};
use redress_kernel::{
    Draft, Refusal,
    fields::{Field, Fields, Kind},
    money::Money,
    words::Arg,
};

pub const FIELDS: &[Field] = &[
    Field::new("severity", Kind::Choice("severity", LEVELS)).required(),
    Field::new("safety", Kind::Tick).hinted(),
    Field::new("complexity", Kind::Choice("complexity", LEVELS)).required(),
    Field::new("impact", Kind::Choice("impact", LEVELS)).required(),
    // Only where a rule pack of this complaint tells kinds apart.
    Field::new("complaint-kind", Kind::Offered("complaint-kind")).hinted(),
    Field::new("people-affected", Kind::Number(1, 100_000_000)).hinted(),
    Field::new("amount-claimed", Kind::Amount).hinted(),
    Field::new("immediate-needed", Kind::Tick),
    Field::new("immediate-possible", Kind::Tick),
    Field::new("immediate-action", Kind::Text(4000)).hinted(),
    Field::new("priority", Kind::Choice("priority", PRIORITIES)).hinted(),
    Field::new("priority-reason", Kind::Text(4000)).hinted(),
    Field::new("rationale", Kind::Text(4000))
        .required()
        .hinted(),
];

/// What the assessor says about the complaint.
#[derive(Debug, Clone, Default)]
pub struct Assess {
    pub criteria: Criteria,
    /// None takes the suggestion.
    pub priority: Option<Level>,
    pub priority_reason: String,
    pub rationale: String,
    pub immediate_action: String,
    pub people_affected: Option<u32>,
    pub claimed: Option<Money>,
}

impl Assess {
    fn read(fields: &Fields, currency: &str) -> Result<Assess, Refusal> {
        let level = |name| Level::from_code(&fields.text(name));
        let people = fields.number("people-affected");
        Ok(Assess {
            criteria: Criteria {
                severity: level("severity").unwrap_or_default(),
                safety: fields.ticked("safety"),
                complexity: level("complexity").unwrap_or_default(),
                impact: level("impact").unwrap_or_default(),
                immediate_needed: fields.ticked("immediate-needed"),
                immediate_possible: fields.ticked("immediate-possible"),
            },
            priority: level("priority"),
            priority_reason: fields.text("priority-reason"),
            rationale: fields.text("rationale"),
            immediate_action: fields.text("immediate-action"),
            people_affected: people.and_then(|n| u32::try_from(n).ok()),
            claimed: claimed(fields, currency)?,
        })
    }
}

fn claimed(fields: &Fields, currency: &str) -> Result<Option<Money>, Refusal> {
    let Some(typed) = fields.optional("amount-claimed") else {
        return Ok(None);
    };
    match Money::read(&typed, currency).filter(|money| money.minor > 0) {
        Some(money) => Ok(Some(money)),
        None => Err(Refusal::new("amount-unread").at("amount-claimed")),
    }
}

/// Sets the priority of a complaint from the five criteria (7.5).
pub fn assess(form: Assess) -> Result<(Assessed, AssessedText), Refusal> {
    let criteria = form.criteria;
    let suggested = suggested(criteria);
    let priority = form.priority.unwrap_or(suggested);
    danger_is_met(&form)?;
    priority_is_explained(&form, priority, suggested)?;
    let assessed = Assessed {
        severity: criteria.severity.code().to_owned(),
        safety: criteria.safety,
        complexity: criteria.complexity.code().to_owned(),
        impact: criteria.impact.code().to_owned(),
        immediate_needed: criteria.immediate_needed,
        immediate_possible: criteria.immediate_possible,
        priority: priority.code().to_owned(),
        suggested: suggested.code().to_owned(),
        response_due: None,
        people_affected: form.people_affected,
        claimed: form.claimed,
    };
    let text = AssessedText {
        rationale: form.rationale,
        immediate_action: form.immediate_action,
        priority_reason: form.priority_reason,
    };
    Ok((assessed, text))
}

/// Where somebody is in danger and something has to be done at once, what is
/// done stands on file before anything else goes on (R22).
fn danger_is_met(form: &Assess) -> Result<(), Refusal> {
    let urgent = form.criteria.safety && form.criteria.immediate_needed;
    if urgent && form.immediate_action.is_empty() {
        return Err(Refusal::new("immediate-action-missing").at("immediate-action"));
    }
    Ok(())
}

fn priority_is_explained(form: &Assess, priority: Level, suggested: Level) -> Result<(), Refusal> {
    if form.criteria.safety && priority < Level::High {
        return Err(Refusal::new("priority-below-safety").at("priority"));
    }
    if priority != suggested && form.priority_reason.is_empty() {
        let suggested = Arg::Key(format!("priority-{}", suggested.code()));
        return Err(Refusal::new("priority-unexplained")
            .with("suggested", suggested)
            .at("priority-reason"));
    }
    Ok(())
}

pub fn decide(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let form = Assess::read(fields, &at.organisation.currency)?;
    let (assessed, text) = assess(form)?;
    let decided = Decided::fact(Draft::with(c.id, &assessed, &text));
    let decided = match kind(c, fields)? {
        Some(kind) => decided.and(kind),
        None => decided,
    };
    Ok(match c.scope {
        Some(_) => decided,
        // Assessing it as a complaint decides that it is one; the form says so.
        None => decided.and(taken_as_a_complaint(c, text.rationale)),
    })
}

/// Its time limits follow the kind; saying once more what is known changes nothing.
fn kind(c: &Complaint, fields: &Fields) -> Result<Option<Draft>, Refusal> {
    let Some(typed) = fields.optional("complaint-kind") else {
        return Ok(None);
    };
    match c.of_kind(&typed) {
        Ok(set) => Ok(Some(Draft::of(c.id, &set))),
        Err(NoKind::Said) => Ok(None),
        Err(NoKind::Unknown) => Err(Refusal::new("kind-unknown").at("complaint-kind")),
    }
}

fn taken_as_a_complaint(c: &Complaint, reason: String) -> Draft {
    let scope = ScopeDecided {
        scope: "complaint".to_owned(),
        duplicate_of: None,
    };
    Draft::with(c.id, &scope, &Reason { reason })
}
