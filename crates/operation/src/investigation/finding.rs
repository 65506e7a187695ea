//! A finding per point, with its reason and its cause: what the decision letter
//! answers (R23, R24) and what improvement starts from (8.2).

use redress_complaint::{
    Complaint, Decided,
    at::At,
    case::Issue,
    facts::{CAUSES, FINDINGS, FindingRecorded, Text},
};
use redress_kernel::{
    Draft, Refusal,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX},
};

pub const FIELDS: &[Field] = &[
    Field::new("issue", Kind::Issue).required(),
    Field::new("finding", Kind::Choice("outcome", FINDINGS)).required(),
    Field::new("cause", Kind::Choice("cause", CAUSES)).hinted(),
    Field::new("finding-reason", Kind::Text(LONG_TEXT_MAX))
        .required()
        .hinted(),
];

pub fn decide(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let issue = fields.number("issue").and_then(|n| u32::try_from(n).ok());
    let found = FindingRecorded {
        issue: issue.unwrap_or_default(),
        finding: fields.text("finding"),
        cause: fields.optional("cause"),
    };
    let found = find(c, found, at)?;
    let text = Text {
        text: fields.text("finding-reason"),
    };
    Ok(Decided::fact(Draft::with(c.id, &found, &text)))
}

/// May this be found on that point, by this person, now?
pub fn find(c: &Complaint, found: FindingRecorded, at: &At) -> Result<FindingRecorded, Refusal> {
    let unknown = Refusal::new("issue-unknown").at("issue");
    let issue = c.issue(found.issue).ok_or(unknown)?;
    if is_a_judgement(&found.finding) {
        declared_impartial(c, at)?;
    }
    if is_in_favour(&found.finding) {
        heard(c)?;
        cause_is_known(issue, &found)?;
    }
    Ok(found)
}

/// What was put right at once, without judging who was right, needs no plan.
fn is_a_judgement(finding: &str) -> bool {
    finding != "no-finding"
}

fn is_in_favour(finding: &str) -> bool {
    matches!(finding, "upheld" | "partly")
}

/// R01: whoever judges has declared to have no conflict of interest.
fn declared_impartial(c: &Complaint, at: &At) -> Result<(), Refusal> {
    match c.plan {
        None => Err(Refusal::new("plan-first")),
        Some(_) if !c.impartial.contains(&at.actor.id) => Err(Refusal::new("declare-first")),
        Some(_) => Ok(()),
    }
}

/// R02: nobody is found at fault unheard. Who chose not to answer was heard.
fn heard(c: &Complaint) -> Result<(), Refusal> {
    let untold = c.concerns.iter().any(|concern| concern.told_at.is_none());
    let unheard = c.concerns.iter().any(|concern| concern.heard_at.is_none());
    if untold || unheard {
        return Err(Refusal::new("hear-first"));
    }
    Ok(())
}

fn cause_is_known(issue: &Issue, found: &FindingRecorded) -> Result<(), Refusal> {
    if found.cause.is_none() && issue.cause.is_none() {
        return Err(Refusal::new("cause-missing").at("cause"));
    }
    Ok(())
}

/// Is there still something to find out in this case?
pub fn is_called_for(c: &Complaint) -> bool {
    let complaint = c.scope.as_ref().is_none_or(|s| s.scope == "complaint");
    complaint && c.withdrawn_at.is_none()
}

/// Every point has its finding or outcome, and its cause where it was upheld (7.9, 8.2).
pub fn before_closing(c: &Complaint) -> Vec<Refusal> {
    if !is_called_for(c) {
        return Vec::new();
    }
    let open = c.issues.iter().filter(|issue| result(c, issue).is_none());
    let uncoded = c.issues.iter().filter(|issue| lacks_cause(c, issue));
    let of = |code, issue: &Issue| Refusal::new(code).with("number", i64::from(issue.number));
    open.map(|issue| of("close-issue-open", issue))
        .chain(uncoded.map(|issue| of("close-cause-missing", issue)))
        .collect()
}

pub fn lacks_cause(c: &Complaint, issue: &Issue) -> bool {
    issue.cause.is_none() && result(c, issue).is_some_and(is_in_favour)
}

/// What came out on this point: the outcome as decided in this round, or else the finding.
pub fn result<'a>(c: &'a Complaint, issue: &'a Issue) -> Option<&'a str> {
    let decided = c
        .decision()
        .filter(|decision| decision.cycle == c.cycle)
        .and_then(|decision| decision.issues.iter().find(|o| o.issue == issue.number))
        .map(|outcome| outcome.outcome.as_str());
    decided.or(issue.finding.as_deref())
}
