//! The stage is derived from the facts: a short main lifecycle. Waiting,
//! remedies, referral and the person complained about run beside it.

use super::Complaint;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Stage {
    #[default]
    Received,
    Acknowledged,
    Assessed,
    Investigating,
    Deciding,
    Communicated,
    Implementing,
    Review,
    External,
    Closed,
    Reopened,
}

impl Stage {
    pub const ALL: [Stage; 11] = [
        Stage::Received,
        Stage::Acknowledged,
        Stage::Assessed,
        Stage::Investigating,
        Stage::Deciding,
        Stage::Communicated,
        Stage::Implementing,
        Stage::Review,
        Stage::External,
        Stage::Closed,
        Stage::Reopened,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Stage::Received => "received",
            Stage::Acknowledged => "acknowledged",
            Stage::Assessed => "assessed",
            Stage::Investigating => "investigating",
            Stage::Deciding => "deciding",
            Stage::Communicated => "communicated",
            Stage::Implementing => "implementing",
            Stage::Review => "review",
            Stage::External => "external",
            Stage::Closed => "closed",
            Stage::Reopened => "reopened",
        }
    }

    pub fn from_name(name: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.name() == name)
    }
}

pub fn stage(c: &Complaint) -> Stage {
    if c.closed.is_some() {
        return Stage::Closed;
    }
    if c.open_review().is_some() {
        return Stage::Review;
    }
    if c.open_referral().is_some() {
        return Stage::External;
    }
    answered(c).unwrap_or_else(|| under_way(c))
}

/// Communicated and after: only once the letter has reached its transport, and
/// only while no reopening or review asks for a new answer.
fn answered(c: &Complaint) -> Option<Stage> {
    let decision = c.told_decision()?;
    if c.reopened_at.is_some_and(|at| decision.at < at) || c.wants_new_answer() {
        return None;
    }
    Some(match c.answer() {
        Some(answer) if answer.accepted => Stage::Implementing,
        _ => Stage::Communicated,
    })
}

fn under_way(c: &Complaint) -> Stage {
    let every_issue_found =
        !c.issues.is_empty() && c.issues.iter().all(|issue| issue.finding.is_some());
    if c.reopened_at.is_some() && !c.worked_on_since_reopening() {
        return Stage::Reopened;
    }
    if every_issue_found || c.decision().is_some() {
        return Stage::Deciding;
    }
    if c.plan.is_some() || !c.questions.is_empty() || !c.interviews.is_empty() {
        return Stage::Investigating;
    }
    match (&c.assessment, &c.acknowledged) {
        (Some(_), _) => Stage::Assessed,
        (None, Some(_)) => Stage::Acknowledged,
        (None, None) => Stage::Received,
    }
}

impl Complaint {
    /// A review said "investigate again" or changed the outcome, and no new decision followed.
    pub fn wants_new_answer(&self) -> bool {
        let decided = self.decision().map(|d| d.at);
        self.reviews.iter().any(|review| {
            review
                .outcome
                .as_deref()
                .is_some_and(|outcome| outcome != "confirmed")
                && review.decided_at > decided
        })
    }

    fn worked_on_since_reopening(&self) -> bool {
        let Some(reopened) = self.reopened_at else {
            return true;
        };
        let planned = self.plan.as_ref().is_some_and(|plan| plan.at > reopened);
        planned || self.decision().is_some_and(|d| d.at > reopened)
    }
}
