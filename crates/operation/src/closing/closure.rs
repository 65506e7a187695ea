//! Closing and reopening. A complaint is closed for a reason that its facts bear
//! out, and only when nothing stands in the way; a manager may close all the same
//! with a reason of their own, but never over a complainant who does not accept
//! and still has a way to go.

use super::letter;
use redress_complaint::{
    Complaint, Decided,
    at::At,
    case::MessageState,
    facts::{Closed, Reason, Reopened},
    verb::while_open,
};
use redress_kernel::{Action, Draft, Instant, Refusal, deadline::Step, fields::Fields, words::Arg};

/// No manager's word goes over these: the complainant still has a way to go.
const NEVER_OVERRIDDEN: &[&str] = &[
    "close-recourse-open",
    "close-review-open",
    "close-referral-open",
];

const TOO_EARLY: &str = "close-too-early-for-silence";

/// Reasons after which somebody is asked how they found the handling (8.3).
const FOLLOWED_UP: &[&str] = &[
    "resolved-early",
    "accepted",
    "accepted-external",
    "rejected-exhausted",
];

/// Is a follow-up called for after a closing for this reason?
pub fn is_followed_up(reason: &str) -> bool {
    FOLLOWED_UP.contains(&reason)
}

/// What this room knows to stand in the way; the other rooms add theirs.
pub fn obstacles(c: &Complaint) -> Vec<Refusal> {
    let mut found = Vec::new();
    let mut blocked = |yes: bool, code| {
        if yes {
            found.push(Refusal::new(code));
        }
    };
    let withdrawn = c.withdrawn_at.is_some();
    blocked(c.open_review().is_some() && !withdrawn, "close-review-open");
    blocked(
        c.open_referral().is_some() && !withdrawn,
        "close-referral-open",
    );
    let rejected = c.is_rejected() && c.recourse_ended.is_none() && !withdrawn;
    blocked(rejected, "close-recourse-open");
    if !c.needs_no_decision() {
        let told = c.standing_decision();
        blocked(told.is_none(), "close-decision-not-told");
        blocked(
            told.is_some_and(|d| !d.recourse_told),
            "close-recourse-not-told",
        );
    }
    found
}

pub fn close(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    while_open(c, at)?;
    let reason = fields.text("reason");
    let body = fields.text("body");
    let standing = overridden(c, &reason, &body, fields, at)?;
    let closed = Closed {
        corrective_action: fields.yes("corrective-action").unwrap_or(false),
        overridden: standing.iter().map(|its| its.code.to_owned()).collect(),
        overridden_about: standing.iter().map(about).collect(),
        follow_up_at: follow_up(c, &reason, fields, at)?,
        reason,
    };
    let telling = letter::closed(c, at, &closed, &body);
    let words = fields.optional("override-reason").unwrap_or(body);
    let draft = Draft::with(c.id, &closed, &Reason { reason: words });
    Ok(Decided::fact(draft).telling(telling))
}

/// What a sentence names: a number or a key, never a person's words.
fn about(refusal: &Refusal) -> Option<String> {
    refusal.args.iter().find_map(|(_, arg)| match arg {
        Arg::Number(number) => Some(number.to_string()),
        Arg::Key(key) => Some(key.clone()),
        _ => None,
    })
}

/// What stood in the way, when a manager closes all the same.
/// A reason that the facts do not bear out is no obstacle but an untruth, and
/// nobody's word makes it one.
fn overridden(
    c: &Complaint,
    reason: &str,
    body: &str,
    fields: &Fields,
    at: &At,
) -> Result<Vec<Refusal>, Refusal> {
    let mut standing: Vec<Refusal> = at.obstacles.to_vec();
    let unfit = borne_out(c, reason, body, at).err();
    let (early, untrue): (Option<Refusal>, Option<Refusal>) = match unfit {
        Some(refusal) if refusal.code == TOO_EARLY => (Some(refusal), None),
        other => (None, other),
    };
    standing.extend(early);
    let never = |refusal: &&Refusal| NEVER_OVERRIDDEN.contains(&refusal.code);
    if let Some(hard) = standing.iter().find(never) {
        return Err(hard.clone());
    }
    if !fields.ticked("override") {
        return standing
            .into_iter()
            .chain(untrue)
            .next()
            .map_or(Ok(Vec::new()), Err);
    }
    if let Some(untrue) = untrue {
        return Err(untrue);
    }
    may_override(&standing, fields, at)?;
    Ok(standing)
}

fn may_override(standing: &[Refusal], fields: &Fields, at: &At) -> Result<(), Refusal> {
    if standing.is_empty() {
        return Ok(());
    }
    if !at.actor.may(Action::Approve) {
        return Err(Refusal::new("override-needs-manager").at("override"));
    }
    match fields.text("override-reason").is_empty() {
        true => Err(Refusal::new("override-needs-reason").at("override-reason")),
        false => Ok(()),
    }
}

/// Does the case bear out the reason it is closed for?
fn borne_out(c: &Complaint, reason: &str, body: &str, at: &At) -> Result<(), Refusal> {
    let scope = c.scope.as_ref().map_or("", |scope| scope.scope.as_str());
    let right = match reason {
        "accepted" => c.is_accepted() && c.standing_decision().is_some(),
        "resolved-early" => c.is_accepted(),
        "accepted-external" => c.referrals.iter().any(|r| r.outcome.is_some()),
        "rejected-exhausted" => c.recourse_ended.is_some(),
        "no-response" => return silent(c, at),
        "withdrawn" => c.withdrawn_at.is_some(),
        "not-a-complaint" => scope == "enquiry",
        "out-of-scope" | "forwarded" => return sent_elsewhere(scope, body),
        "duplicate" => scope == "duplicate",
        "anonymous-completed" => c.anonymous && c.standing_decision().is_some(),
        _ => false,
    };
    right
        .then_some(())
        .ok_or(Refusal::new("close-reason-not-borne-out").at("reason"))
}

/// Silence is no acceptance (R19): asked again after the answer, and time to reply.
fn silent(c: &Complaint, at: &At) -> Result<(), Refusal> {
    let told_at = c.standing_decision().and_then(|decision| decision.told_at);
    let Some(told_at) = told_at.filter(|_| c.standing_answer().is_none()) else {
        return Err(Refusal::new("close-reason-not-borne-out").at("reason"));
    };
    let asked_again = c
        .messages
        .iter()
        .any(|m| !m.incoming && m.state == MessageState::Sent && m.at > told_at);
    let time_to_reply = at.now > at.organisation.due(Step::Update, told_at);
    match asked_again && time_to_reply {
        true => Ok(()),
        false => Err(Refusal::new(TOO_EARLY).at("reason")),
    }
}

/// Whoever is sent elsewhere is told where (R12, R13).
fn sent_elsewhere(scope: &str, body: &str) -> Result<(), Refusal> {
    match (scope, body.is_empty()) {
        ("out-of-scope", false) => Ok(()),
        ("out-of-scope", true) => Err(Refusal::new("close-say-where").at("body")),
        _ => Err(Refusal::new("close-reason-not-borne-out").at("reason")),
    }
}

/// The satisfaction call-back (8.3): as typed, else ten working days from now if
/// somebody can be reached.
fn follow_up(
    c: &Complaint,
    reason: &str,
    fields: &Fields,
    at: &At,
) -> Result<Option<Instant>, Refusal> {
    let Some(day) = fields.date("follow-up-on") else {
        let reachable = !c.correspondent().reachable().is_empty();
        let wanted = is_followed_up(reason) && reachable && !c.imported;
        return Ok(wanted.then(|| at.organisation.due(Step::Update, at.now)));
    };
    let due = at.organisation.calendar().end_of(day);
    match due > at.now {
        true => Ok(Some(due)),
        false => Err(Refusal::new("follow-up-in-the-past").at("follow-up-on")),
    }
}

pub fn is_closed(c: &Complaint, _: &At) -> Result<(), Refusal> {
    match c.is_open() {
        true => Err(Refusal::new("open-already")),
        false => Ok(()),
    }
}

/// New evidence, a remedy that did not come, a decision overturned (R17).
pub fn reopen(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let response = at.organisation.due(Step::Response, at.now);
    let reopened = Reopened {
        cycle: c.cycle + 1,
        response_due: Some(response),
        update_due: Some(at.organisation.due(Step::Update, at.now)),
    };
    let reason = Reason {
        reason: fields.text("reason"),
    };
    Ok(Decided::fact(Draft::with(c.id, &reopened, &reason))
        .telling(letter::reopened(c, at, response)))
}
