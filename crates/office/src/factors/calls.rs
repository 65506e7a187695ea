//! The same setting for programs.

use super::decide::{REASON, REQUIRED, accept, typed};
use crate::setting::Setting;
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Taken},
    routes::Permit,
};
use redress_kernel::Action;
use redress_store::{Error, Look, Tx};
use serde_json::Value;

const PATH: &str = "/api/v1/second-factor";

static FACTORS: Setting = Setting {
    members: || {
        vec![
            Taken::field("required_for", REQUIRED),
            Taken::field("reason", REASON),
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
        .says("The roles whose people do not sign in without a second factor; the others may have one.")
        .answers(|| FACTORS.answers()),
    Call::does(
        PATH,
        Permit::Fresh(Action::ChangeSettings),
        Does::Change(changed, shown),
    )
    .says("Other roles. Whoever lacks a second factor then sets one up at the next sign-in. Administrators, data protection officers and representatives are let off with a reason alone.")
    .takes(|| FACTORS.takes())
    .answers(|| FACTORS.answers()),
];

fn shown(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    FACTORS.shown(look)
}

fn changed(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    FACTORS.changed(tx, ask)
}
