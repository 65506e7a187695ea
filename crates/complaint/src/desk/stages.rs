//! The strip of clause 7 above a case: what is behind it, where it stands.

use crate::Complaint;
use redress_web::Voice;

pub struct Step {
    pub label: String,
    pub clause: &'static str,
    pub done: bool,
    pub current: bool,
}

/// Steps are named as such: "assessed" would say of a step ahead that it is done.
/// The first step that is not done is the current one; a closed case has none.
pub fn strip(t: &Voice, c: &Complaint) -> Vec<Step> {
    let steps = steps(c);
    let current = steps.iter().position(|(_, _, done)| !done);
    steps
        .into_iter()
        .enumerate()
        .map(|(place, (name, clause, done))| Step {
            label: t.say(name).into_owned(),
            clause,
            done,
            current: current == Some(place),
        })
        .collect()
}

/// The clause where the case stands; empty once it is closed.
pub fn current(c: &Complaint) -> &'static str {
    steps(c)
        .iter()
        .find(|(_, _, done)| !done)
        .map_or("", |(_, clause, _)| clause)
}

fn steps(c: &Complaint) -> [(&'static str, &'static str, bool); 8] {
    let found = !c.issues.is_empty() && c.issues.iter().all(|issue| issue.finding.is_some());
    let decided = c.decision().is_some() && !c.wants_new_answer();
    let told = c.told_decision().is_some() && !c.wants_new_answer();
    let closed = c.closed.is_some();
    [
        ("desk-step-receipt", "7.2", true),
        ("desk-step-tracking", "7.3", true),
        ("acknowledgement", "7.4", c.acknowledged.is_some() || closed),
        (
            "desk-step-assessment",
            "7.5",
            c.assessment.is_some() || closed,
        ),
        ("investigation", "7.6", found || told || closed),
        ("desk-step-response", "7.7", decided || closed),
        ("decision", "7.8", told || closed),
        ("desk-step-closing", "7.9", closed),
    ]
}
