//! What the organisation decided about itself: name, languages, calendar, office
//! address, where else a complainant can turn (7.1), and its target times (6.2).
//! Evidence: each version of it, whole, with who set it and when.

mod records;

pub use records::project;

use redress_complaint::Slice;
use redress_kernel::Action;

pub const SLICE: Slice = Slice {
    tables: &[("organisation", "id")],
    project: Some(project),
    ..Slice::new("office.organisation", "5.1")
};
