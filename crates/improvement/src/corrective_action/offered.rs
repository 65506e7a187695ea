//! What this room brings to the case page: the verb that opens an action out of the
//! complaint, and the actions that came from it.

use super::{
    action::{PLANNING, State, opened},
    pages::LIST,
    records::of_case,
};
use redress_complaint::{
    Complaint, Decided, Verb,
    at::At,
    panel::{Row, Shown},
};
use redress_kernel::{Action, Actor, Id, Refusal, fields::Fields, person::granted, words::Message};
use redress_store::{Error, Reader};

/// A closed complaint can still teach something.
pub const OPENING: Verb = Verb::new("corrective-action", Action::Correct, PLANNING)
    .ready(|_, _| Ok(()))
    .decides(open)
    .adding();

fn open(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let may = at
        .colleagues
        .iter()
        .filter(|one| granted(one.role, Action::Correct));
    let owners: Vec<Id> = may.map(|colleague| colleague.id).collect();
    let today = at.now.date_in(&at.organisation.zone());
    let draft = opened(at.ids[0], vec![c.id], fields, &owners, today)?;
    Ok(Decided::fact(draft))
}

pub fn on_file(reader: &mut Reader, viewer: &Actor, case: Id) -> Result<Vec<Row>, Error> {
    if !viewer.may(Action::SeeSystem) {
        return Ok(Vec::new());
    }
    let lines = of_case(reader, viewer, case)?.into_iter();
    let row = |line: super::records::Line| {
        let state = Message::new(format!("action-state-{}", line.state.name()));
        let link = Shown::Link {
            text: line.title,
            href: format!("{LIST}/{}", line.id),
        };
        let shown = match line.state {
            State::Open => vec![link, Shown::Said(state), Shown::Person(line.owner)],
            _ => vec![link, Shown::Said(state)],
        };
        Row::new("row-action", Shown::List(shown))
    };
    Ok(lines.map(row).collect())
}
