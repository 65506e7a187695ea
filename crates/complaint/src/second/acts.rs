//! Asking, agreeing, refusing, taking back: inside the writer's transaction. Evidence:
//! one fact each, and on agreement whatever the act itself records.

use super::{
    SecondAct,
    facts::{SecondAlone, SecondAnswered, SecondAsked, SecondEnded, SecondText},
    records::{find, open_about, waiting_of},
    request::{ENDS_AFTER_SECONDS, Request},
};
use crate::{
    Complaint, House,
    at::Colleague,
    chapter::{Acting, Fault},
    house::colleagues,
    objectivity::OPENING,
    record::{self, permitted_at},
};
use redress_kernel::{
    Action, Draft, Id, Instant, Refusal,
    fields::Fields,
    person::{allow, granted},
};
use redress_store::{Error, Read, Tx};

/// What somebody asks for.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    pub complaint: Option<Id>,
    /// Whose access it would change: they do not agree to it.
    pub concerns: Option<Id>,
    pub reason: String,
    pub typed: Fields,
}

/// Who else could agree: granted it, not the one who asks, and with the complaint
/// before their eyes if there is one.
pub fn who_could<'a>(
    decides: Action,
    asker: Id,
    case: Option<&Complaint>,
    colleagues: &'a [Colleague],
) -> Vec<&'a Colleague> {
    let about = case.map(Complaint::about);
    let could = |one: &&Colleague| {
        let free = || {
            about
                .as_ref()
                .is_none_or(|about| may_agree(one, decides, about))
        };
        one.id != asker && granted(one.role, decides) && free()
    };
    colleagues.iter().filter(could).collect()
}

fn may_agree(one: &Colleague, decides: Action, about: &redress_kernel::person::About) -> bool {
    allow(&one.acting(), decides, Some(about)).is_allowed()
}

/// The request as a fact, for a verb that decides without a database. Refused where
/// nobody else could agree: then a second person is invited first.
pub fn asked(
    id: Id,
    act: &SecondAct,
    wish: &Wish,
    asker: Id,
    now: Instant,
    case: Option<&Complaint>,
    colleagues: &[Colleague],
) -> Result<Draft, Refusal> {
    if wish.reason.trim().is_empty() {
        return Err(Refusal::new("second-reason").at(super::REASON.name));
    }
    let could = who_could(act.decides, asker, case, colleagues);
    if could.iter().all(|one| Some(one.id) == wish.concerns) {
        return Err(Refusal::new("second-nobody"));
    }
    let fact = SecondAsked {
        act: act.name.to_owned(),
        decides: act.decides,
        complaint: wish.complaint,
        ends_at: now.plus_seconds(ENDS_AFTER_SECONDS),
        concerns: wish.concerns,
    };
    Ok(Draft::with(id, &fact, &text(wish)))
}

fn text(wish: &Wish) -> SecondText {
    let names: Vec<&str> = wish.typed.names().collect();
    let typed = names.into_iter().map(|name| {
        let values = wish.typed.all(name).to_vec();
        (name.to_owned(), values)
    });
    SecondText {
        reason: wish.reason.trim().to_owned(),
        typed: typed.collect(),
    }
}

/// Is there anybody besides the one who asks, and the one whom it is about?
pub fn somebody_could(
    reader: &mut impl Read,
    decides: Action,
    asker: Id,
    concerns: Option<Id>,
) -> Result<bool, Error> {
    let all = colleagues(reader)?;
    let could = who_could(decides, asker, None, &all);
    Ok(could.iter().any(|one| Some(one.id) != concerns))
}

/// For what an office of one person has to get done as well: asks where somebody else
/// could agree. None: nobody could, which is noted for whoever looks later, and the
/// caller does it now.
pub fn ask_unless_alone(
    tx: &mut Tx,
    act: &SecondAct,
    wish: &Wish,
    acting: &Acting,
) -> Result<Option<Id>, Fault> {
    let (asker, id) = (acting.actor.id, tx.new_id(acting.now));
    if !somebody_could(tx, act.decides, asker, wish.concerns)? {
        let alone = SecondAlone {
            act: act.name.to_owned(),
            decides: act.decides,
            concerns: wish.concerns,
        };
        tx.record(Draft::with(id, &alone, &text(wish)), &acting.by())?;
        return Ok(None);
    }
    if waiting_of(tx, act.name, asker)? >= WAITING_MAX {
        return Err(Refusal::new("second-too-many")
            .with("max", WAITING_MAX)
            .into());
    }
    let colleagues = colleagues(tx)?;
    let draft = asked(id, act, wish, asker, acting.now, None, &colleagues)?;
    tx.record(draft, &acting.by())?;
    Ok(Some(id))
}

/// So many requests of one kind can wait that one person asked for.
const WAITING_MAX: i64 = 50;

/// Asks for it. One open request for the same thing is enough.
pub fn ask(tx: &mut Tx, act: &SecondAct, wish: &Wish, acting: &Acting) -> Result<Id, Fault> {
    if open_about(tx, act.name, wish.complaint, acting.actor.id)?.is_some() {
        return Err(Refusal::new("second-asked-already").into());
    }
    let case = wish.complaint.map(|id| record::find(tx, id)).transpose()?;
    let case = case.flatten();
    let colleagues = colleagues(tx)?;
    let id = tx.new_id(acting.now);
    let asker = acting.actor.id;
    let draft = asked(id, act, wish, asker, acting.now, case.as_ref(), &colleagues)?;
    tx.record(draft, &acting.by())?;
    Ok(id)
}

/// How somebody answers, by the last part of the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Agreement,
    Refusal,
    Withdrawal,
}

impl Answer {
    pub fn named(name: &str) -> Option<Answer> {
        match name {
            "agreement" => Some(Answer::Agreement),
            "refusal" => Some(Answer::Refusal),
            "withdrawal" => Some(Answer::Withdrawal),
            _ => None,
        }
    }
}

pub fn answer(
    tx: &mut Tx,
    house: &House,
    id: Id,
    answer: Answer,
    reason: &str,
    acting: &Acting,
) -> Result<(), Fault> {
    let request = find(tx, id)?.ok_or(Fault::Hidden)?;
    match answer {
        Answer::Withdrawal => taken_back(tx, &request, acting),
        Answer::Agreement => agreed(tx, house, &request, reason, acting),
        Answer::Refusal => refused(tx, &request, reason, acting),
    }
}

fn taken_back(tx: &mut Tx, request: &Request, acting: &Acting) -> Result<(), Fault> {
    if request.asked_by != acting.actor.id {
        return Err(Fault::Hidden);
    }
    request.can_be_taken_back(acting.actor.id, acting.now)?;
    let ended = SecondEnded {
        why: "taken-back".to_owned(),
    };
    tx.record(Draft::of(request.id, &ended), &acting.by())?;
    Ok(())
}

/// Whoever may not agree does not learn that there is such a request.
fn may_answer(tx: &mut Tx, request: &Request, acting: &Acting) -> Result<(), Fault> {
    if !acting.actor.may(request.decides) {
        return Err(Fault::Hidden);
    }
    if let Some(complaint) = request.complaint {
        let case = record::find(tx, complaint)?.ok_or(Fault::Hidden)?;
        permitted_at(acting.actor, request.decides, &case, acting.now)
            .map_err(|_| Fault::Hidden)?;
    }
    Ok(request.answerable(acting.actor.id, acting.now)?)
}

/// What somebody asked for is theirs as well: they still work here, and meanwhile nothing
/// keeps them apart from the case. That two persons open one is for those who are.
fn stands(tx: &mut Tx, request: &Request) -> Result<(), Fault> {
    let colleagues = colleagues(tx)?;
    if !colleagues.iter().any(|one| one.id == request.asked_by) {
        return Err(Refusal::new("second-asker-left").into());
    }
    let case = match request.complaint {
        Some(id) if request.act != OPENING.name => record::find(tx, id)?,
        _ => None,
    };
    match case.is_some_and(|case| case.kept_apart().contains(&request.asked_by)) {
        true => Err(Refusal::new("second-asker-apart").into()),
        false => Ok(()),
    }
}

fn agreed(
    tx: &mut Tx,
    house: &House,
    request: &Request,
    reason: &str,
    acting: &Acting,
) -> Result<(), Fault> {
    may_answer(tx, request, acting)?;
    stands(tx, request)?;
    let all = house.slices.iter().flat_map(|slice| slice.second);
    let act = all.into_iter().find(|act| act.name == request.act);
    let act = act.ok_or(Fault::Hidden)?;
    tx.record(answered(request, true, reason), &acting.by())?;
    (act.done)(tx, house, request, acting)
}

fn refused(tx: &mut Tx, request: &Request, reason: &str, acting: &Acting) -> Result<(), Fault> {
    may_answer(tx, request, acting)?;
    tx.record(answered(request, false, reason), &acting.by())?;
    Ok(())
}

fn answered(request: &Request, agreed: bool, reason: &str) -> Draft {
    let text = SecondText {
        reason: reason.trim().to_owned(),
        ..SecondText::default()
    };
    Draft::with(request.id, &SecondAnswered { agreed }, &text)
}
