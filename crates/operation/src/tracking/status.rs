//! How a case stands, in plain words, for the follow-up page and the API: one
//! sentence, the steps with their dates, the next date, who looks after it.

use redress_complaint::{Complaint, Stage, case::RemedyState, facts::FindingRecorded};
use redress_kernel::{Fact, Id, Instant, Organisation, deadline, words::Message};

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

pub fn status(c: &Complaint, organisation: &Organisation) -> Status {
    Status {
        stage: c.stage(),
        sentence: stands(c),
        steps: steps(c, organisation),
        next: next(c, organisation),
        who: c.owner,
    }
}

/// How it stands, in one sentence. Who has said that they do not accept our answer
/// is not asked whether they do.
pub fn stands(c: &Complaint) -> Message {
    match c.stage() {
        Stage::Communicated if c.is_rejected() => Message::new("follow-stage-not-accepted"),
        Stage::Implementing if promises_nothing_more(c) => Message::new("follow-stage-accepted"),
        stage => sentence(stage),
    }
}

/// An answer may be accepted that promised nothing, or whose promises are kept by now.
fn promises_nothing_more(c: &Complaint) -> bool {
    c.remedies.iter().all(|remedy| remedy.state.is_settled())
}

/// They asked for the review and it has not begun: by then they hear from us.
pub fn review_heard_by(c: &Complaint, organisation: &Organisation) -> Option<Instant> {
    let waits = c.is_open() && c.open_review().is_none() && !c.is_reviewed();
    c.standing_answer()
        .filter(|answer| waits && !answer.accepted && answer.review_wanted)
        .map(|answer| {
            let kept = c.due.update.filter(|due| *due > answer.at);
            kept.unwrap_or_else(|| organisation.due(deadline::Step::Update, answer.at))
        })
}

/// `follow-stage-{stage}`: a whole sentence to the complainant.
pub fn sentence(stage: Stage) -> Message {
    Message::new(format!("follow-stage-{}", stage.name()))
}

/// `follow-next-{step}` with the last day in time. What the complainant waits
/// for: our own steps inside the office are no dates for them.
fn next(c: &Complaint, organisation: &Organisation) -> Option<(Message, Instant)> {
    let promised = promised_by(c, organisation).map(|due| (ahead("closure"), due));
    match c.next_target() {
        Some((deadline::Step::Acknowledgement, _)) => {
            c.due.response.map(|due| (ahead("response"), due))
        }
        Some((deadline::Step::Closure, due)) => promised.or(Some((ahead("closing"), due))),
        Some((step, due)) => Some((ahead(step.name()), due)),
        None => promised,
    }
}

/// The last day of what the answer that counts promised and is not settled: the day
/// that the letter names, not the one on which we mean to close.
fn promised_by(c: &Complaint, organisation: &Organisation) -> Option<Instant> {
    let counts = c.is_open() && c.open_review().is_none() && !c.is_rejected();
    c.standing_decision().filter(|_| counts)?;
    let open = c
        .remedies
        .iter()
        .filter(|remedy| !remedy.state.is_settled());
    let last = open.map(|remedy| remedy.due_on).max()?;
    Some(organisation.calendar().end_of(last))
}

fn ahead(step: &str) -> Message {
    Message::new(format!("follow-next-{step}"))
}

fn steps(c: &Complaint, organisation: &Organisation) -> Vec<Step> {
    let told: Vec<Instant> = c.decisions.iter().filter_map(|d| d.told_at).collect();
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
        done("investigated", looked_into(c, told.first().copied()), None),
        // The first answer was given, whatever became of it.
        done("answered", told.first().copied(), c.due.response),
    ];
    steps.extend(reviewed(c));
    steps.extend(referred(c));
    steps.extend(answered_anew(c, &told));
    if !told.is_empty() {
        steps.extend(put_right(c, organisation));
    }
    steps.push(done(
        "closed",
        c.closed.as_ref().map(|closure| closure.at),
        c.due.closure,
    ));
    in_order(steps)
}

/// A review that is asked for lies ahead before anybody has opened it.
fn reviewed(c: &Complaint) -> Option<Step> {
    let asked = || {
        let refused = c.standing_answer().filter(|answer| !answer.accepted);
        refused.filter(|answer| answer.review_wanted && c.is_open())
    };
    match c.reviews.last() {
        Some(review) => Some(done("reviewed", review.decided_at, review.due_at)),
        None => asked().map(|_| done("reviewed", None, None)),
    }
}

fn referred(c: &Complaint) -> Option<Step> {
    let referral = c.referrals.last()?;
    let decided = referral.outcome.is_some();
    let label = match decided {
        true => "external-decided",
        false => "external",
    };
    Some(done(label, decided.then_some(referral.referred_at), None))
}

/// After a review or a reopening another answer is owed, or has been given.
fn answered_anew(c: &Complaint, told: &[Instant]) -> Option<Step> {
    let owed = c.is_open() && c.standing_decision().is_none();
    match told {
        [] => None,
        _ if owed => Some(done("new-answer", None, c.due.response)),
        [_] => None,
        [.., newest] => Some(done("new-answer", Some(*newest), None)),
    }
}

/// What was promised stays a step when it is kept.
fn put_right(c: &Complaint, organisation: &Organisation) -> Option<Step> {
    let mut promised = c
        .remedies
        .iter()
        .filter(|remedy| remedy.state != RemedyState::Cancelled)
        .peekable();
    promised.peek()?;
    let settled = promised.all(|remedy| remedy.state.is_settled());
    let last_move = c.timeline.iter().rev().find(|m| m.kind == "remedy-moved");
    let at = last_move.filter(|_| settled).map(|m| m.recorded_at);
    Some(done("put-right", at, promised_by(c, organisation)))
}

/// Looked into: every issue has its finding. What led to the first answer stays so
/// when a review or a reopening asks for new findings.
fn looked_into(c: &Complaint, answered: Option<Instant>) -> Option<Instant> {
    let found = !c.issues.is_empty() && c.issues.iter().all(|issue| issue.finding.is_some());
    let counts = |at: Instant| answered.map_or(found, |answered| at <= answered);
    c.timeline
        .iter()
        .rev()
        .filter(|moment| moment.kind == FindingRecorded::KIND)
        .map(|moment| moment.recorded_at)
        .find(|at| counts(*at))
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
/// skipped on the way is no step any more. What is done stands as it happened.
fn in_order(mut steps: Vec<Step>) -> Vec<Step> {
    let last_done = steps
        .iter()
        .rposition(|step| step.progress == Progress::Done);
    let mut place = 0;
    steps.retain(|step| {
        place += 1;
        step.progress == Progress::Done || last_done.is_none_or(|last| place > last)
    });
    steps.sort_by_key(|step| (step.at.is_none(), step.at));
    if let Some(step) = steps
        .iter_mut()
        .find(|step| step.progress == Progress::Ahead)
    {
        step.progress = Progress::Now;
    }
    steps
}
