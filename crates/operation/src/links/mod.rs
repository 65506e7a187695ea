//! Complaints that belong together: related ones and groups, as links that can
//! be taken back, never by merging. Handlers set them; every linked complaint
//! keeps its own reference, dates, people and answer (R10, R15).

#[allow(clippy::module_inception, reason = "the noun of the folder")]
mod links;
#[cfg(test)]
mod tests;

use redress_complaint::{
    Complaint, Slice, Verb,
    at::At,
    case::CaseLink,
    panel::{Row, Shown},
};
use redress_kernel::{
    Action,
    words::{Arg, Message},
};

pub const SLICE: Slice = Slice {
    verbs: VERBS,
    panel: Some(panel),
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
];

fn panel(c: &Complaint, _: &At) -> Vec<Row> {
    if c.links.is_empty() {
        return Vec::new();
    }
    let links = c.links.iter().map(line).collect();
    vec![Row::new("row-links", Shown::List(links))]
}

fn line(link: &CaseLink) -> Shown {
    let message = Message::new("link-line")
        .with("reference", Arg::Latin(link.reference.clone()))
        .with("kind", Arg::Key(format!("link-{}", link.kind)));
    Shown::Said(message)
}
