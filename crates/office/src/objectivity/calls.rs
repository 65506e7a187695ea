//! The rules for programs.

use super::decide::{DECLARATIONS, HOURS, NEEDS, accept, typed};
use crate::setting::Setting;
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Taken},
    routes::Permit,
};
use redress_kernel::Action;
use redress_store::{Error, Look, Tx};
use serde_json::Value;

const PATH: &str = "/api/v1/objectivity";

static RULES: Setting = Setting {
    members: || {
        vec![
            Taken::field("declarations", DECLARATIONS),
            Taken::field("glass_hours", HOURS),
            Taken::field("competence_needs", NEEDS),
        ]
    },
    held: typed,
    accept,
    own: &[],
    counts: false,
    weighs: None,
};

pub const CALLS: &[Call] = &[
    Call::show(PATH, Permit::May(Action::SeeSettings), shown)
        .says("When somebody declares to have no conflict of interest, how long a case that two persons opened stays open, and which categories ask for a competence (4.7, 4.14).")
        .answers(|| RULES.answers()),
    Call::does(
        PATH,
        Permit::Fresh(Action::ChangeSettings),
        Does::Change(changed, shown),
    )
    .says("Other rules; they hold for acts from now on.")
    .takes(|| RULES.takes())
    .answers(|| RULES.answers()),
];

fn shown(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    RULES.shown(look)
}

fn changed(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    RULES.changed(tx, ask)
}
