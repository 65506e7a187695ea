//! The budgets for programs.

use super::decide::{ALL, FILES, LETTERS, NETWORK, PROGRAMS, accept, typed};
use crate::setting::Setting;
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Taken},
    routes::Permit,
};
use redress_kernel::Action;
use redress_store::{Error, Look, Tx};
use serde_json::Value;

const PATH: &str = "/api/v1/intake-limits";

static LIMITS: Setting = Setting {
    members: || {
        vec![
            Taken::field("network_hour", NETWORK),
            Taken::field("all_hour", ALL),
            Taken::field("programs_hour", PROGRAMS),
            Taken::field("network_day_mb", FILES),
            Taken::field("letters_hour", LETTERS),
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
        .says("How many new complaints of one network, of everybody and of one person's programs come in within an hour before somebody confirms them first (4.4, 7.2).")
        .answers(|| LIMITS.answers()),
    Call::does(
        PATH,
        Permit::May(Action::ChangeSettings),
        Does::Change(changed, shown),
    )
    .says("Other budgets; they hold for what arrives from now on.")
    .takes(|| LIMITS.takes())
    .answers(|| LIMITS.answers()),
];

fn shown(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    LIMITS.shown(look)
}

fn changed(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    LIMITS.changed(tx, ask)
}
