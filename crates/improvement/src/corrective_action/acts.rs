//! What can be done with a corrective action, inside the writer's transaction: what
//! the pages do, whoever stands behind them. Evidence: one fact each.

use super::{
    action::{CHECKING, CorrectiveAction, DOING, LINKING, PLANNING, State, opened},
    records::find,
};
use redress_complaint::{
    chapter::{Acting, Fault, colleagues_who_may},
    door::visible,
};
use redress_kernel::{
    Action, Draft, Id, Refusal,
    fields::{Field, Fields},
};
use redress_store::{Error, Tx};

/// Who may do any of it.
pub const ACTION: Action = Action::Correct;

/// What is typed to open one.
pub const OPENING: &[Field] = PLANNING;

type Decide = fn(&mut Tx, &CorrectiveAction, &Fields, &Acting) -> Result<Draft, Fault>;

pub struct Act {
    pub name: &'static str,
    pub fields: &'static [Field],
    /// In which state it is offered; None: in each.
    pub(super) state: Option<State>,
    decide: Decide,
}

pub static ACTS: &[Act] = &[
    Act {
        name: "done",
        fields: DOING,
        state: Some(State::Open),
        decide: |_, action, fields, _| Ok(action.done(fields)?),
    },
    Act {
        name: "effect",
        fields: CHECKING,
        state: Some(State::Done),
        decide: |_, action, fields, acting| {
            Ok(action.effect(fields, acting.actor.id, acting.today())?)
        },
    },
    Act {
        name: "plan",
        fields: PLANNING,
        state: Some(State::Open),
        decide: |tx, action, fields, acting| {
            Ok(action.planned(fields, &owners(tx)?, acting.today())?)
        },
    },
    Act {
        name: "link",
        fields: LINKING,
        state: None,
        decide: |tx, action, fields, acting| {
            let case = visible(
                tx,
                acting.actor,
                fields.typed("action-complaint"),
                acting.now,
            )?;
            let unknown = Refusal::new("no-such-complaint").at("action-complaint");
            Ok(action.linked(case.ok_or(unknown)?.id)?)
        },
    },
];

pub fn named(name: &str) -> Option<&'static Act> {
    ACTS.iter().find(|act| act.name == name)
}

pub fn open(tx: &mut Tx, fields: &Fields, acting: &Acting) -> Result<Id, Fault> {
    let id = tx.new_id(acting.now);
    let draft = opened(id, Vec::new(), fields, &owners(tx)?, acting.today())?;
    tx.record(draft, &acting.by())?;
    Ok(id)
}

impl Act {
    pub fn perform(
        &self,
        tx: &mut Tx,
        id: Id,
        fields: &Fields,
        acting: &Acting,
    ) -> Result<(), Fault> {
        let action = find(tx, acting.actor, id)?.ok_or(Fault::Hidden)?;
        let draft = (self.decide)(tx, &action, fields, acting)?;
        tx.record(draft, &acting.by())?;
        Ok(())
    }
}

fn owners(tx: &mut Tx) -> Result<Vec<Id>, Error> {
    let may = colleagues_who_may(tx, ACTION)?.into_iter();
    Ok(may.map(|(id, _)| id).collect())
}
