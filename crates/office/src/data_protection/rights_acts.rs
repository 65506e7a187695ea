//! What people do with a request about somebody's own data, inside the writer's
//! transaction. Evidence: one fact each.

use super::{
    acts::{SCOPES, named},
    facts::RightsClockSet,
    records::{clock, is_hidden},
    rights::{self, ANSWERS, CHECKS, DAYS_MAX, RIGHTS, Rights},
};
use redress_complaint::{
    chapter::{Acting, Fault},
    house::colleagues,
};
use redress_kernel::{
    Action, Draft, Id, Refusal, Role,
    fields::{Field, Fields, Kind},
};
use redress_store::{Error, Read, Tx};

const REASON: Kind = Kind::Text(2000);

pub const ASKING: &[Field] = &[
    Field::new("rights-right", Kind::Choice("rights-right", RIGHTS)).required(),
    Field::new("data-reference", Kind::Reference)
        .required()
        .hinted(),
    Field::new("erasure-scope", Kind::Choice("erasure-scope", SCOPES)).required(),
    Field::new("rights-received-on", Kind::Date)
        .required()
        .hinted(),
    Field::new("data-reason", REASON).required().hinted(),
];
pub const CHECKING: &[Field] = &[
    Field::new("rights-check", Kind::Choice("rights-check", CHECKS)).required(),
    Field::new("data-reason", REASON).hinted(),
];
pub const EXTENDING: &[Field] = &[
    Field::new("rights-due-on", Kind::Date).required(),
    Field::new("data-reason", REASON).required(),
];
pub const ANSWERING: &[Field] = &[
    Field::new("rights-answer", Kind::Choice("rights-answer", ANSWERS)).required(),
    Field::new("data-reason", REASON).required().hinted(),
];
pub const CLOCK: &[Field] = &[Field::new("rights-days", Kind::Number(1, DAYS_MAX))
    .required()
    .hinted()];

type Decide = fn(&Rights, &Fields) -> Result<Draft, Refusal>;

pub struct Act {
    pub name: &'static str,
    pub fields: &'static [Field],
    decide: Decide,
}

pub static ACTS: &[Act] = &[
    Act {
        name: "identity",
        fields: CHECKING,
        decide: |it, fields| it.checked(&fields.text("rights-check"), fields.text("data-reason")),
    },
    Act {
        name: "answer",
        fields: ANSWERING,
        decide: |it, fields| it.answered(&fields.text("rights-answer"), fields.text("data-reason")),
    },
    Act {
        name: "extension",
        fields: EXTENDING,
        decide: |it, fields| {
            let due_on = fields.date("rights-due-on").unwrap_or_default();
            it.extended_to(due_on, fields.text("data-reason"))
        },
    },
];

pub fn act_named(name: &str) -> Option<&'static Act> {
    ACTS.iter().find(|act| act.name == name)
}

impl Act {
    pub fn perform(
        &self,
        tx: &mut Tx,
        id: Id,
        fields: &Fields,
        acting: &Acting,
    ) -> Result<(), Fault> {
        let rights = find(tx, acting, id)?;
        in_their_place(tx, acting, &rights.complaints, None)?;
        tx.record((self.decide)(&rights, fields)?, &acting.by())?;
        Ok(())
    }
}

/// A manager acts in the place of whoever protects data, where nobody does: nobody who
/// may know these cases, and did not ask for this themselves.
pub fn in_their_place(
    reader: &mut impl Read,
    acting: &Acting,
    cases: &[Id],
    asker: Option<Id>,
) -> Result<(), Fault> {
    if acting.actor.role == Role::Dpo {
        return Ok(());
    }
    for one in colleagues(reader)? {
        let answers = one.role == Role::Dpo && asker != Some(one.id);
        if answers && !is_hidden(reader, &one.acting(), cases)? {
            return Err(Refusal::new("data-officer").with("name", one.name).into());
        }
    }
    Ok(())
}

pub fn find(reader: &mut impl Read, acting: &Acting, id: Id) -> Result<Rights, Fault> {
    let rights = Rights::fold(&reader.entries(id)?).map_err(Error::from)?;
    let rights = rights.ok_or(Fault::Hidden)?;
    match is_hidden(reader, acting.actor, &rights.complaints)? {
        true => Err(Fault::Hidden),
        false => Ok(rights),
    }
}

pub fn ask(tx: &mut Tx, fields: &Fields, acting: &Acting) -> Result<Id, Fault> {
    let cases = named(tx, fields, acting, Action::AnswerRights)?;
    let days = clock(tx)?;
    let id = tx.new_id(acting.now);
    let received_on = fields.date("rights-received-on").unwrap_or_default();
    let draft = rights::asked(
        id,
        &fields.text("rights-right"),
        cases.iter().map(|case| case.id).collect(),
        (received_on, acting.today()),
        days,
        fields.text("data-reason"),
    )?;
    tx.record(draft, &acting.by())?;
    Ok(id)
}

pub fn set_clock(tx: &mut Tx, fields: &Fields, acting: &Acting) -> Result<(), Fault> {
    in_their_place(tx, acting, &[], None)?;
    let days = fields
        .number("rights-days")
        .and_then(|days| u32::try_from(days).ok());
    let days = days.unwrap_or(rights::DAYS);
    if days != clock(tx)? {
        tx.record(
            Draft::of(Id::ORGANISATION, &RightsClockSet { days }),
            &acting.by(),
        )?;
    }
    Ok(())
}
