//! Closing as abusive (R07): never by one person alone. Whoever has the case asks, with the
//! reason and the words to the complainant; a second person agrees, and then it is
//! closed. The conduct is what it is closed for: what was complained about was looked at
//! on its merits, and a complainant who does not accept still has their way to go.

use super::letter;
use redress_complaint::{
    Complaint, Decided, House,
    at::At,
    chapter::{Acting, Fault},
    facts::{Closed, Reason},
    record::carry_out,
    second::{self, Request, SecondAct, Wish, asked},
    verb::while_open,
};
use redress_kernel::{
    Action, Draft, Refusal,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX},
};
use redress_store::Tx;

pub const REASON: &str = "abusive";

pub const FIELDS: &[Field] = &[
    second::REASON.required(),
    Field::new("body", Kind::Text(LONG_TEXT_MAX))
        .required()
        .hinted(),
];

pub const CLOSING: SecondAct = SecondAct {
    name: "abusive-closing",
    decides: Action::ApproveSecond,
    form: FIELDS,
    done: close,
};

/// What no agreement of two goes over: the complainant's way is not at its end, or
/// somebody owes them something.
const IN_THE_WAY: &[&str] = &[
    "close-recourse-open",
    "close-review-open",
    "close-referral-open",
];

pub fn can_ask(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    let hard = |refusal: &&Refusal| IN_THE_WAY.contains(&refusal.code);
    match at.obstacles.iter().find(hard) {
        Some(refusal) => Err(refusal.clone()),
        None => Ok(()),
    }
}

/// The request is a fact of its own; nothing happens to the case yet.
pub fn ask(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let wish = Wish {
        complaint: Some(c.id),
        concerns: None,
        reason: fields.text(second::REASON.name),
        typed: Fields::from_pairs([("body".to_owned(), fields.text("body"))]),
    };
    let (id, asker) = (at.ids[3], at.actor.id);
    let draft = asked(id, &CLOSING, &wish, asker, at.now, Some(c), at.colleagues)?;
    Ok(Decided::fact(draft))
}

fn close(tx: &mut Tx, house: &House, request: &Request, acting: &Acting) -> Result<(), Fault> {
    let id = request.complaint.ok_or(Fault::Hidden)?;
    let (body, reason) = (request.typed.text("body"), request.reason.clone());
    carry_out(tx, house, id, acting, |c, at| {
        can_ask(c, at)?;
        Ok(closed(c, &body, reason, at))
    })
}

fn closed(c: &Complaint, body: &str, reason: String, at: &At) -> Decided {
    let standing = at.obstacles.iter().map(|its| its.code.to_owned());
    let closed = Closed {
        reason: REASON.to_owned(),
        overridden: standing.collect(),
        ..Closed::default()
    };
    let telling = letter::closed(c, at, &closed, body);
    Decided::fact(Draft::with(c.id, &closed, &Reason { reason })).telling(telling)
}
