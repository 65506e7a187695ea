//! Complaints that belong together: related ones and groups, as links that can
//! be taken back, never by merging. Handlers set them; every linked complaint
//! keeps its own reference, dates, people and answer (R10, R15). Several matters in one
//! letter are split into two complaints (R23). A link stands in
//! both complaints, and each shows it to whoever may see the other one. Evidence:
//! who linked and who unlinked, and when.

mod group;
#[allow(clippy::module_inception, reason = "the noun of the folder")]
mod links;
mod listen;
mod split;
#[cfg(test)]
mod tests;

use redress_complaint::facts::{Linked, SplitOff, SplitUndone, Unlinked};
use redress_complaint::{Slice, Verb};
use redress_kernel::{Action, Fact};

pub const SLICE: Slice = Slice {
    verbs: VERBS,
    listen: Some(listen::both_sides),
    facts: &[
        Linked::KIND,
        Unlinked::KIND,
        SplitOff::KIND,
        SplitUndone::KIND,
    ],
    ..Slice::new("operation.links", "")
};

const VERBS: &[Verb] = &[
    Verb::new("link", Action::Link, links::LINK)
        .decides(links::link)
        .adding(),
    Verb::new("unlink", Action::Link, links::UNLINK)
        .ready(links::is_linked)
        .decides(links::unlink)
        .adding(),
    Verb::new("group-join", Action::Link, group::JOIN)
        .ready(group::is_free)
        .decides(group::join)
        .adding()
        .for_many()
        .taken_back_by(group::out_again),
    Verb::new("group-leave", Action::Link, &[])
        .ready(group::is_member)
        .decides(group::leave)
        .adding(),
    Verb::new("split", Action::Link, split::SPLIT)
        .ready(split::has_several)
        .decides(split::split),
    Verb::new("split-undo", Action::Link, split::UNDO)
        .ready(split::was_split)
        .decides(split::undo),
];
