//! Names for everybody who handles complaints, instead of for whoever has the case (4.10):
//! not by one person alone where another administrator or the representative is there.
//! Closing them again waits for nobody. Evidence: the request and its answer, or that one
//! person decided it, and the organisation's own fact.

use super::decide::NAMES;
use crate::amend::amended;
use redress_complaint::{
    House,
    chapter::{Acting, Fault},
    second::{Request, SecondAct, Wish, ask_unless_alone},
};
use redress_kernel::{Action, Id, Organisation, fields::Fields, organisation::Names};
use redress_store::Tx;

pub const OPENING: SecondAct = SecondAct {
    name: "names-open",
    decides: Action::ApproveAccess,
    form: &[],
    done: open,
};

/// What holds at once, and the request for the rest.
pub fn held_back(
    tx: &mut Tx,
    before: &Organisation,
    after: Organisation,
    reason: &str,
    acting: &Acting,
) -> Result<(Organisation, Option<Id>), Fault> {
    if before.names_for_all() || !after.names_for_all() {
        return Ok((after, None));
    }
    let typed = (NAMES.name.to_owned(), after.names.code().to_owned());
    let wish = Wish {
        complaint: None,
        concerns: None,
        reason: reason.to_owned(),
        typed: Fields::from_pairs([typed]),
    };
    let asked = ask_unless_alone(tx, &OPENING, &wish, acting)?;
    let names = match asked {
        Some(_) => before.names,
        None => after.names,
    };
    Ok((Organisation { names, ..after }, asked))
}

fn open(tx: &mut Tx, _: &House, request: &Request, acting: &Acting) -> Result<(), Fault> {
    let names = Names::from_code(request.typed.typed(NAMES.name));
    let names = names.ok_or(Fault::Hidden)?;
    let opened = |it: Organisation| Ok(Organisation { names, ..it });
    Ok(amended(tx, opened, &acting.by())?)
}
