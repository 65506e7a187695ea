//! A case as JSON: codes, RFC 3339 times, money in minor units.

use crate::{Complaint, case::*, facts::Person};
use jiff::tz::TimeZone;
use redress_kernel::{Instant, money::Money};
use serde_json::{Value, json};

/// `zone`: in which the days end on which remedies are due.
pub fn case_json(c: &Complaint, zone: &TimeZone) -> Value {
    json!({
        "id": c.id,
        "reference": c.reference,
        "version": c.version,
        "stage": c.stage().name(),
        "channel": c.channel,
        "language": c.language.tag(),
        "needs": c.needs,
        "unit": c.unit,
        "anonymous": c.anonymous,
        "received_at": time(c.received_at),
        "recorded_at": time(c.recorded_at),
        "external_id": c.external_id,
        "late_reason": c.late_reason,
        "late_basis": c.late_basis,
        "subject": c.subject,
        "description": c.description,
        "product": c.product,
        "remedy_sought": c.remedy_sought,
        "remedies_sought": c.remedies_sought,
        "complainant": person(c, &c.complainant),
        "customer": c.customer.as_ref().map(|it| person(c, it)),
        "representative": c.representative.as_ref().map(|it| person(c, it)),
        "affected_person": c.affected.as_ref().map(|it| person(c, it)),
        "identity": if c.is_masked() { "masked" } else { "shown" },
        "owner": c.owner,
        "significant": c.significant.as_ref().map(significant),
        "priority": c.assessment.as_ref().map(|a| a.priority.as_str()),
        "scope": c.scope.as_ref().map(|s| s.scope.as_str()),
        "waiting": c.waiting.as_ref().map(|w| w.on.as_str()),
        "needs_reply": c.needs_reply,
        "updates_by_mail": c.updates_stopped.is_none(),
        "due": due_json(c, zone),
        "acknowledged": c.acknowledged.as_ref().map(|a| json!({ "at": time(a.at), "way": a.way, "language": a.language.tag() })),
        "assessment": c.assessment.as_ref().map(assessment),
        "issues": c.issues.iter().map(issue).collect::<Vec<_>>(),
        "remedies": c.remedies.iter().map(remedy).collect::<Vec<_>>(),
        "decision": c.decision().map(decision),
        "answer": c.answer().map(|a| json!({ "accepted": a.accepted, "at": time(a.at), "reason": a.reason })),
        "reviews": c.reviews.iter().map(|r| json!({ "reviewer": r.reviewer, "opened_at": time(r.opened_at), "outcome": r.outcome })).collect::<Vec<_>>(),
        "referrals": c.referrals.iter().map(|r| json!({ "number": r.number, "body": r.body, "referred_at": time(r.referred_at), "outcome": r.outcome })).collect::<Vec<_>>(),
        "closed": c.closed.as_ref().map(|x| json!({ "at": time(x.at), "reason": x.reason, "corrective_action": x.corrective_action })),
        "messages": c.messages.iter().map(message).collect::<Vec<_>>(),
        "files": c.files.iter().map(|f| json!({ "id": f.id, "name": f.name, "media": f.media, "bytes": f.bytes })).collect::<Vec<_>>(),
        "links": c.links.iter().map(|l| json!({ "reference": l.reference, "kind": l.kind })).collect::<Vec<_>>(),
        "erased_entries": c.erased.iter().collect::<Vec<_>>(),
    })
}

/// The due dates of a case as in the answer to its creation.
pub fn due_json(c: &Complaint, zone: &TimeZone) -> Value {
    let next = c.next_due(zone);
    json!({
        "acknowledgement": c.due.acknowledgement.map(time),
        "assessment": c.due.assessment.map(time),
        "update": c.due.update.map(time),
        "response": c.due.response.map(time),
        "closure": c.due.closure.map(time),
        "next": next.map(|(what, at)| json!({ "step": what.code(), "at": time(at) })),
    })
}

pub fn time(at: Instant) -> String {
    at.to_string()
}

/// What may not be known has no value, so that no program takes a mask for a name.
fn person(c: &Complaint, p: &Person) -> Value {
    if c.is_masked() {
        return json!({ "name": null, "email": null, "phone": null, "address": null });
    }
    json!({ "name": p.name, "email": p.email, "phone": p.phone, "address": p.address })
}

fn assessment(a: &Assessment) -> Value {
    json!({
        "severity": a.severity, "safety": a.safety, "complexity": a.complexity, "impact": a.impact,
        "immediate_needed": a.immediate_needed, "immediate_possible": a.immediate_possible,
        "priority": a.priority, "people_affected": a.people_affected, "claimed": a.claimed.as_ref().map(money),
        "rationale": a.rationale, "by": a.by, "at": time(a.at),
    })
}

/// Why top management is told of it, and what it said (5.4.1).
fn significant(it: &Significant) -> Value {
    let said = |one: &Confirmation| json!({ "by": one.by, "at": time(one.at), "note": one.note });
    json!({
        "grounds": it.grounds, "since": time(it.since), "confirm_by": time(it.confirm_by),
        "confirmed_at": it.confirmed_at.map(time), "confirmed_by": it.confirmed_by,
        "confirmations": it.confirmations.iter().map(said).collect::<Vec<_>>(),
    })
}

fn money(m: &Money) -> Value {
    json!({ "minor": m.minor, "currency": m.currency })
}

fn issue(i: &Issue) -> Value {
    json!({
        "number": i.number, "title": i.title, "category": i.category, "product": i.product, "cause": i.cause,
        "finding": i.finding, "reason": i.reason, "outcome": i.outcome,
    })
}

fn remedy(r: &Remedy) -> Value {
    json!({
        "number": r.number, "issue": r.issue, "remedy": r.remedy, "state": r.state.name(), "due_on": r.due_on.to_string(),
        "amount": r.amount.as_ref().map(money),
        "approved_by": r.approved_by, "delivered_on": r.delivered_on.map(|d| d.to_string()),
    })
}

fn decision(d: &Decision) -> Value {
    json!({
        "cycle": d.cycle, "at": time(d.at), "by": d.by, "told_at": d.told_at.map(time), "summary": d.summary,
        "issues": d.issues.iter().map(|i| json!({ "issue": i.issue, "outcome": i.outcome, "remedies": i.remedies })).collect::<Vec<_>>(),
    })
}

fn message(m: &CaseMessage) -> Value {
    let state = match m.state {
        MessageState::Received => "received",
        MessageState::Queued => "queued",
        MessageState::Sent => "sent",
        MessageState::Withdrawn => "withdrawn",
        MessageState::Failed => "failed",
    };
    json!({
        "id": m.id, "incoming": m.incoming, "purpose": m.purpose, "way": m.way, "language": m.language.tag(),
        "subject": m.subject, "body": m.body, "state": state, "at": time(m.at),
    })
}
