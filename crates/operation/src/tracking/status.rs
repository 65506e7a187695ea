//! How a case stands, in plain words, for the follow-up page and the API: one
//! sentence, the steps with their dates, the next date, who looks after it.

use redress_complaint::{Complaint, Stage, facts::FindingRecorded};
use redress_kernel::{Fact, Id, Instant, deadline, words::Message};

#[derive(Debug, Clone, PartialEq)]
pub struct Status {
    pub stage: Stage,
    /// The stage as a sentence.
    pub sentence: Message,
    pub steps: Vec<Step>,
    /// What comes next, with its last day; none on a closed case.
    pub next: Option<(Message, Instant)>,
    /// The colleague who has the case.
    pub who: Option<Id>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub label: Message,
    pub progress: Progress,
    /// When it was done.
    pub at: Option<Instant>,
    /// By when it is due, while it is not done.
    pub due: Option<Instant>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    Done,
    Now,
    Ahead,
}

pub fn status(c: &Complaint) -> Status {
    Status {
        stage: c.stage(),
        sentence: sentence(c.stage()),
        steps: steps(c),
        next: next(c),
        who: c.owner,
    }
}

/// `follow-stage-{stage}`: a whole sentence to the complainant.
pub fn sentence(stage: Stage) -> Message {
    Message::new(format!("follow-stage-{}", stage.name()))
}

/// `follow-next-{step}` with the last day in time. What the complainant waits
/// for: our own steps inside the office are no dates for them.
fn next(c: &Complaint) -> Option<(Message, Instant)> {
    let (step, due) = c.next_due()?;
    let step = match step {
        deadline::Step::Acknowledgement => {
            return c.due.response.map(|due| (ahead("response"), due));
        }
        other => other,
    };
    Some((ahead(step.name()), due))
}

fn ahead(step: &str) -> Message {
    Message::new(format!("follow-next-{step}"))
}

fn steps(c: &Complaint) -> Vec<Step> {
    let answered = c.standing_decision().and_then(|decision| decision.told_at);
    let mut steps = vec![
        done("received", Some(c.received_at), None),
        done(
            "acknowledged",
            c.acknowledged.as_ref().map(|a| a.at),
            c.due.acknowledgement,
        ),
        done(
            "assessed",
            c.assessment.as_ref().map(|a| a.at),
            c.due.assessment,
        ),
        done("investigated", looked_into(c), None),
        done("answered", answered, c.due.response),
    ];
    if let Some(review) = c.reviews.last() {
        steps.push(done("reviewed", review.decided_at, review.due_at));
    }
    if let Some(referral) = c.referrals.last() {
        let label = match referral.outcome {
            Some(_) => "external-decided",
            None => "external",
        };
        steps.push(done(
            label,
            referral.outcome.as_ref().map(|_| referral.referred_at),
            None,
        ));
    }
    if c.remedies.iter().any(|remedy| !remedy.state.is_settled()) && answered.is_some() {
        steps.push(done("put-right", None, None));
    }
    steps.push(done(
        "closed",
        c.closed.as_ref().map(|closure| closure.at),
        c.due.closure,
    ));
    mark_now(&mut steps);
    steps
}

/// Looked into: every issue has its finding, or an answer made one unnecessary.
fn looked_into(c: &Complaint) -> Option<Instant> {
    let found = !c.issues.is_empty() && c.issues.iter().all(|issue| issue.finding.is_some());
    let last_finding = c
        .timeline
        .iter()
        .rev()
        .find(|m| m.kind == FindingRecorded::KIND);
    last_finding
        .filter(|_| found)
        .map(|moment| moment.recorded_at)
}

fn done(label: &str, at: Option<Instant>, due: Option<Instant>) -> Step {
    let progress = if at.is_some() {
        Progress::Done
    } else {
        Progress::Ahead
    };
    Step {
        label: Message::new(format!("follow-step-{label}")),
        progress,
        at,
        due: due.filter(|_| at.is_none()),
    }
}

/// The step under way is the first not done behind the last done one; what was
/// skipped on the way is no step any more.
fn mark_now(steps: &mut Vec<Step>) {
    let last_done = steps
        .iter()
        .rposition(|step| step.progress == Progress::Done);
    let mut place = 0;
    steps.retain(|step| {
        place += 1;
        step.progress == Progress::Done || last_done.is_none_or(|last| place > last)
    });
    if let Some(step) = steps
        .iter_mut()
        .find(|step| step.progress == Progress::Ahead)
    {
        step.progress = Progress::Now;
    }
}
