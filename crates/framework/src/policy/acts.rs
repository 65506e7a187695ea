//! What can be done with a version of the policy, inside the writer's transaction:
//! what the pages do, whoever stands behind them. Evidence: one fact each.

use super::{
    records::{current, find, has_read, versions},
    version::{RETURNING, State, Version, begun, writing},
};
use jiff::ToSpan;
use redress_complaint::chapter::{Acting, Fault};
use redress_kernel::{
    Action, Draft, Id, Lang,
    fields::{Field, Fields},
};
use redress_store::Tx;

pub struct Act {
    /// The last part of its address.
    pub name: &'static str,
    pub action: Action,
    /// The sentence that stands above the page afterwards: `chapter-done-{done}`.
    pub(super) done: &'static str,
    /// What is typed; the text has a field for each language of the organisation.
    pub fields: fn(&[Lang]) -> Vec<Field>,
    decide: fn(&mut Tx, &Version, &Fields, &Acting) -> Result<Draft, Fault>,
}

const NOTHING: fn(&[Lang]) -> Vec<Field> = |_| Vec::new();

pub static TEXT: Act = Act {
    name: "text",
    action: Action::WritePolicy,
    done: "policy-text",
    fields: writing,
    decide: |_, version, fields, acting| Ok(version.written(fields, acting.today())?),
};

pub static SUBMISSION: Act = Act {
    name: "submission",
    action: Action::WritePolicy,
    done: "policy-submission",
    fields: NOTHING,
    decide: |_, version, _, acting| Ok(version.submitted(&acting.organisation.languages)?),
};

pub static RETURN: Act = Act {
    name: "return",
    action: Action::ApprovePolicy,
    done: "policy-return",
    fields: |_| RETURNING.to_vec(),
    decide: |_, version, fields, _| Ok(version.returned(fields)?),
};

pub static APPROVAL: Act = Act {
    name: "approval",
    action: Action::ApprovePolicy,
    done: "policy-approval",
    fields: NOTHING,
    decide: |_, version, _, acting| Ok(version.approved(acting.actor.id)?),
};

pub static PUBLICATION: Act = Act {
    name: "publication",
    action: Action::ApprovePolicy,
    done: "policy-publication",
    fields: NOTHING,
    decide: |_, version, _, _| Ok(version.published()?),
};

pub static READING: Act = Act {
    name: "reading",
    action: Action::SeeDesk,
    done: "policy-read",
    fields: NOTHING,
    decide: |tx, version, _, acting| {
        let reader = acting.actor.id;
        let is_current = current(tx)? == Some(version.id);
        let already = has_read(tx, version.id, reader)?;
        Ok(version.read_by(reader, is_current, already)?)
    },
};

pub fn named(name: &str) -> Option<&'static Act> {
    let all = [
        &TEXT,
        &SUBMISSION,
        &RETURN,
        &APPROVAL,
        &PUBLICATION,
        &READING,
    ];
    all.into_iter().find(|act| act.name == name)
}

/// A new version with the text of the last; its review is a year away until the text
/// says otherwise.
pub fn begin(tx: &mut Tx, acting: &Acting) -> Result<Id, Fault> {
    let all = versions(tx)?;
    let under_way = all.iter().any(|line| line.state != State::Published);
    let last = match all.first() {
        Some(line) => find(tx, line.id)?,
        None => None,
    };
    let id = tx.new_id(acting.now);
    let in_a_year = acting.today().saturating_add(1.year());
    let draft = begun(id, last.as_ref(), under_way, in_a_year)?;
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
        let version = find(tx, id)?.ok_or(Fault::Hidden)?;
        let draft = (self.decide)(tx, &version, fields, acting)?;
        tx.record(draft, &acting.by())?;
        Ok(())
    }
}
