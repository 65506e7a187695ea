//! The same for programs: messages that are no complaint, and what is decided on them.

use super::{
    acts::{self, Fault as No},
    message::suggestion,
    pages::fates_of,
    records::{Looked, of_fates, one as looked},
};
use crate::mail_checked::verdict_of;
use redress_complaint::{
    Complaint,
    calls::{Ask, Call, Does, Done, Fault, Shape, Taken, Told, joined},
    identity::{mask_of, sight_of},
    record::{find, permitted},
    routes::Permit,
};
use redress_kernel::{
    Action, Id,
    fields::{Field, Kind},
    person::Sight,
};
use redress_mail::authentication::Verdict;
use redress_store::{Error, Look, Tx};
use serde_json::{Value, json};

const MAY: Permit = Permit::May(Action::Receive);
const ONE: &str = "/api/v1/mail/{mail}";
const OTHER: Field = Field::new("other-complaint", Kind::Line(40)).required();

pub const CALLS: &[Call] = &[
    Call::show("/api/v1/mail", MAY, all)
        .of_a_list()
        .says("Messages that became no complaint and belong to no case, the newest first.")
        .answers(message)
        .asks(&[(
            "show",
            "`waiting` (nobody has decided, the default), `machines`, `reports` or `dismissed`.",
        )]),
    Call::show(ONE, MAY, one)
        .says("One message: what it became and why.")
        .answers(message),
    Call::does(
        "/api/v1/mail/{mail}/complaint",
        MAY,
        Does::Act(complaint, one),
    )
    .says("It is a complaint; `complaint` names it.")
    .answers(message),
    Call::does("/api/v1/mail/{mail}/join", MAY, Does::Act(join, one))
        .says("It belongs to this case.")
        .takes(|| vec![Taken::field("reference", OTHER)])
        .answers(message),
    Call::does(
        "/api/v1/mail/{mail}/dismissal",
        MAY,
        Does::Act(dismiss, one),
    )
    .says("It is no complaint.")
    .answers(message),
    Call::does("/api/v1/mail/{mail}/undo", MAY, Does::Act(undo, one))
        .says("That it is no complaint was wrong: it waits as before.")
        .answers(message),
];

fn message() -> Vec<Told> {
    vec![
        Told::new("id", Shape::Id),
        Told::new("fate", Shape::Text),
        Told::new("reasons", Shape::Objects),
        Told::new("suggestion", Shape::Text),
        Told::new("from", Shape::TextOrNone),
        Told::new("subject", Shape::Text),
        Told::new("bytes", Shape::Number),
        Told::new("arrived_at", Shape::TimeOrNone),
        Told::new("recorded_at", Shape::Time),
        Told::new("complaint", Shape::TextOrNone),
        Told::new("checked", Shape::Any).sometimes(),
    ]
}

/// Codes: how each check ended, and the domains that they are about.
fn checked(verdict: &Verdict) -> Value {
    json!({
        "spf": verdict.spf.code(), "dkim": verdict.dkim.code(), "dmarc": verdict.dmarc.code(),
        "domain": verdict.from, "signer": verdict.signer,
    })
}

fn told(it: &Looked, reference: Option<String>) -> Value {
    let reasons = it.reasons.iter();
    let reasons = reasons.map(|(code, seen)| json!({ "code": code, "seen": seen }));
    json!({
        "id": it.mail, "fate": it.fate, "reasons": reasons.collect::<Vec<_>>(),
        "suggestion": suggestion(&it.fate), "from": it.sender, "subject": it.subject,
        "bytes": it.bytes, "arrived_at": it.arrived_at.map(|at| at.to_string()),
        "recorded_at": it.recorded_at.to_string(), "complaint": reference,
    })
}

/// Without whom it came from: this caller may not know. What a sensitive case is about
/// is for those alone who need it.
fn told_masked(it: &Looked, case: &Complaint, sight: Sight) -> Value {
    let without = Looked {
        subject: match sight.texts {
            true => mask_of(case).over(&it.subject),
            false => String::new(),
        },
        reasons: Vec::new(),
        ..it.clone()
    };
    let from = json!({ "from": null });
    joined(told(&without, Some(case.reference.clone())), from)
}

fn all(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let Some(fates) = fates_of(ask.visit.query("show").unwrap_or("waiting")) else {
        return Ok(None);
    };
    let all = of_fates(look, fates, &ask.actor)?;
    Ok(Some(all.iter().map(|it| told(it, None)).collect()))
}

fn one(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let it = ask.id().map(|id| looked(look, id, &ask.actor));
    let it = it.transpose()?.flatten();
    let Some(it) = it else { return Ok(None) };
    let verdict = verdict_of(look, it.mail)?.as_ref().map(checked);
    let more = json!({ "checked": verdict });
    let Some(id) = it.complaint else {
        return Ok(Some(joined(told(&it, None), more)));
    };
    // Whose case somebody may not see, its messages they may not read.
    let case = find(look, id)?;
    let case = case.filter(|case| permitted(&ask.actor, Action::SeeCase, case).is_ok());
    let Some(case) = case else { return Ok(None) };
    let sight = sight_of(look, &ask.actor, &case, ask.now)?;
    let it = match sight.identity {
        true => told(&it, Some(case.reference)),
        false => told_masked(&it, &case, sight),
    };
    Ok(Some(joined(it, more)))
}

fn named(ask: &Ask) -> Result<Id, Fault> {
    ask.id().ok_or(Fault::Hidden)
}

impl From<No> for Fault {
    fn from(no: No) -> Fault {
        match no {
            No::Hidden => Fault::Hidden,
            No::Refused(refusal) => Fault::Refused(refusal),
            No::Store(error) => Fault::Store(error),
        }
    }
}

fn complaint(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    acts::complaint(tx, named(ask)?, &ask.actor, &ask.by())?;
    Ok(Done::same())
}

fn join(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let reference = ask.fields().text(OTHER.name);
    acts::join(tx, named(ask)?, &reference, &ask.actor, &ask.by())?;
    Ok(Done::same())
}

fn dismiss(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    acts::dismiss(tx, named(ask)?, &ask.actor, &ask.by())?;
    Ok(Done::same())
}

fn undo(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    acts::undo(tx, named(ask)?, &ask.actor, &ask.by())?;
    Ok(Done::same())
}
