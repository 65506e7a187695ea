//! The packs in force for programs.

use super::decide::{CALENDAR, KINDS, PACKS, accept, typed};
use crate::setting::Setting;
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Taken},
    clocks::{LOOKED_MAX, Would, rehearse},
    routes::Permit,
};
use redress_kernel::Action;
use redress_store::{Error, Look, Tx};
use serde_json::{Value, json};
use std::collections::BTreeMap;

static CLOCKS: Setting = Setting {
    members: || {
        vec![
            Taken::field("packs", PACKS),
            Taken::field("calendar", CALENDAR),
            Taken::field("kinds", KINDS),
        ]
    },
    held: typed,
    accept,
    own: &[],
    counts: false,
    weighs: Some(|tx, after, now| Ok(would(&rehearse(tx, after, now)?))),
};

pub const CALLS: &[Call] = &[
    Call::show("/api/v1/clocks", Permit::May(Action::SeeSettings), shown)
        .says("The rule packs that hold for complaints received from now on (6.2, 7.2).")
        .answers(|| CLOCKS.answers()),
    Call::does(
        "/api/v1/clocks",
        Permit::May(Action::ChangeSettings),
        Does::Change(changed, shown),
    )
    .says("Other packs; complaints that are there keep to those of their day of receipt. `calendar` is for a pack that has none of its own. With `preview` nothing is kept and `effect` says what they would have meant for the complaints that there are.")
    .takes(|| CLOCKS.takes())
    .answers(|| CLOCKS.answers()),
];

/// The same numbers as on the page, by pack.
fn would(all: &BTreeMap<String, Would>) -> Value {
    let one = |(pack, it): (&String, &Would)| {
        let counted = json!({
            "open": it.open, "open_late": it.open_late, "past": it.past, "past_late": it.past_late,
        });
        (pack.clone(), counted)
    };
    let packs: serde_json::Map<String, Value> = all.iter().map(one).collect();
    json!({ "looked_at_max": LOOKED_MAX, "packs": packs })
}

fn shown(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    CLOCKS.shown(look)
}

fn changed(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    CLOCKS.changed(tx, ask)
}
