//! Other periods need two people: what is kept for a shorter time is gone for ever. One
//! asks, another agrees, and then the periods are set as they were typed.

use super::decide::{FORM, accept, typed};
use crate::amend::amended;
use redress_complaint::{
    House,
    chapter::{Acting, Fault},
    house::organisation,
    second::{self, Request, SecondAct, Wish, ask},
};
use redress_kernel::{
    Action, Id, Organisation, Refusal,
    fields::{Field, Fields},
};
use redress_store::Tx;

pub const REASON: Field = second::REASON.required();

pub const PERIODS: SecondAct = SecondAct {
    name: "retention",
    decides: Action::ApproveSecond,
    form: FORM,
    done: set,
};

/// How an attempt went.
pub enum Asked {
    Request(Id),
    /// The same as before: nothing to agree to.
    Nothing,
    Wrong(Fields),
}

/// `fields`: the whole form, with the reason.
pub fn asked(tx: &mut Tx, mut fields: Fields, acting: &Acting) -> Result<Asked, Fault> {
    let before = organisation(tx)?;
    let mut as_typed = fields.clone();
    let Some((after, reason)) = second::with_reason(&mut fields, |it| accept(it, &before)) else {
        return Ok(Asked::Wrong(fields));
    };
    as_typed.take(REASON.name);
    if after == before {
        return Ok(Asked::Nothing);
    }
    let wish = Wish {
        complaint: None,
        concerns: None,
        reason,
        typed: as_typed,
    };
    ask(tx, &PERIODS, &wish, acting).map(Asked::Request)
}

fn set(tx: &mut Tx, _: &House, request: &Request, acting: &Acting) -> Result<(), Fault> {
    let mut fields = request.typed.clone();
    let change = |it: Organisation| accept(&mut fields, &it).ok_or(Refusal::new("not-possible"));
    Ok(amended(tx, change, &acting.by())?)
}

/// What holds, for a call that changes a part of it.
pub fn held(it: &Organisation) -> Fields {
    typed(it)
}
