//! The caps for programs.

use super::decide::{ADDRESS, DAYS, HOUR, NEW, REPLIES, accept, typed};
use crate::setting::Setting;
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Taken},
    routes::Permit,
};
use redress_kernel::Action;
use redress_store::{Error, Look, Tx};
use serde_json::Value;

const PATH: &str = "/api/v1/mail-limits";

static LIMITS: Setting = Setting {
    members: || {
        vec![
            Taken::field("new_a_day", NEW),
            Taken::field("replies_a_day", REPLIES),
            Taken::field("answers_an_address", ADDRESS),
            Taken::field("answers_an_hour", HOUR),
            Taken::field("days_old", DAYS),
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
        .says("How much e-mail of one sender becomes complaints without a person, and how many automatic answers leave within an hour (7.2, 7.4).")
        .answers(|| LIMITS.answers()),
    Call::does(
        PATH,
        Permit::May(Action::ChangeSettings),
        Does::Change(changed, shown),
    )
    .says("Other caps; they hold for messages that arrive from now on.")
    .takes(|| LIMITS.takes())
    .answers(|| LIMITS.answers()),
];

fn shown(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    LIMITS.shown(look)
}

fn changed(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    LIMITS.changed(tx, ask)
}
