//! The organisation and its target times for programs. The logo is given on the page.

use super::decide::{
    ADDRESS, CURRENCY, EMAIL, EXTERNAL, FIRST_LANGUAGE, LANGUAGES, NAME, NAMES, PHONE, PREFIX, ROC,
    TARGETS, WHOLE, ZONE, accept, accept_targets, typed, typed_targets,
};
use super::names::held_back;
use crate::setting::Setting;
use redress_complaint::{
    calls::{Ask, Call, Does, Done, Fault, Taken},
    routes::Permit,
    second::REASON,
};
use redress_kernel::{Action, Organisation, fields::Fields};
use redress_store::{Error, Look, Tx};
use serde_json::Value;

const SEE: Permit = Permit::May(Action::SeeSettings);
const CHANGE: Permit = Permit::May(Action::ChangeSettings);

static ORGANISATION: Setting = Setting {
    members: || {
        vec![
            Taken::field("name", NAME),
            Taken::field("time_zone", ZONE),
            Taken::field("prefix", PREFIX),
            Taken::field("languages", LANGUAGES),
            Taken::field("phone", PHONE),
            Taken::field("email", EMAIL),
            Taken::field("address", ADDRESS),
            Taken::field("outside_body", EXTERNAL),
            Taken::field("currency", CURRENCY),
            Taken::field("roc_years", ROC),
            Taken::field("names", NAMES),
        ]
    },
    held,
    accept: |fields, before| {
        the_first_leads(fields);
        accept(fields, WHOLE, before)
    },
    own: &[],
    counts: false,
    weighs: None,
};

static TIMES: Setting = Setting {
    members: || {
        let names = [
            "acknowledgement",
            "assessment",
            "update",
            "response",
            "closure",
        ];
        let pairs = names.into_iter().zip(TARGETS);
        pairs
            .map(|(name, field)| Taken::field(name, *field))
            .collect()
    },
    held: typed_targets,
    accept: accept_targets,
    own: &[],
    counts: true,
    weighs: None,
};

pub const CALLS: &[Call] = &[
    Call::show("/api/v1/organisation", SEE, shown)
        .says("What the organisation says of itself; the first of its languages leads.")
        .answers(|| ORGANISATION.answers()),
    Call::does("/api/v1/organisation", CHANGE, Does::Change(changed, shown))
        .says("What it says from now on; members that are left out stay. `names` `open` waits for another administrator or the representative where there is one (`reason`; `second`: the request).")
        .takes(|| {
            let mut all = ORGANISATION.takes();
            all.push(Taken::field("reason", REASON));
            all
        })
        .answers(|| ORGANISATION.answers()),
    Call::show("/api/v1/targets", SEE, targets)
        .says("Target times of each step in working days (6.2).")
        .answers(|| TIMES.answers()),
    Call::does("/api/v1/targets", CHANGE, Does::Change(promised, targets))
        .says("Other target times, for complaints from now on or with `apply` `open` for open ones too; with `preview` nothing is changed and `effect` says what would be.")
        .takes(|| TIMES.takes())
        .answers(|| TIMES.answers()),
];

/// The page shows days without work, too; they are the calendar's.
fn held(it: &Organisation) -> Fields {
    let mut fields = typed(it);
    fields.take("weekend");
    fields
}

fn the_first_leads(fields: &mut Fields) {
    let first = fields.typed(LANGUAGES.name).to_owned();
    if !first.is_empty() {
        fields.take(FIRST_LANGUAGE.name);
        fields.put(FIRST_LANGUAGE.name, first);
    }
}

fn shown(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    ORGANISATION.shown(look)
}

fn changed(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let reason = ask.fields().text(REASON.name);
    ORGANISATION.changed_unless(tx, ask, |tx, before, after| {
        let (after, waits) = held_back(tx, before, after, &reason, &ask.acting())?;
        let done = waits.map(|id| Done::same().with("second", id.to_string()));
        Ok((after, done.unwrap_or_default()))
    })
}

fn targets(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    TIMES.shown(look)
}

fn promised(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    TIMES.changed(tx, ask)
}
