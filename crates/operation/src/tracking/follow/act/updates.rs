//! Progress updates by e-mail, wanted or not: on the complainant's own page, and by the
//! link in each update. Evidence: `updates-by-mail`, once for each change.

use super::{Act, Said};
use crate::tracking::follow::show::{self, Typed};
use redress_complaint::{Complaint, facts::UpdatesByMail, record::Fault};
use redress_kernel::{
    By, Draft, Instant,
    fields::{Field, Kind},
};
use redress_store::Tx;

pub const FIELDS: &[Field] = &[Field::new(
    "updates",
    Kind::Choice("follow-updates", &["stop", "again"]),
)
.required()];

pub const UPDATES: Act = Act {
    fields: FIELDS,
    check: |_| {},
    page: |on, case, _| show::status(on.house, on.visit, case, &Typed::default()),
    done,
};

fn done(tx: &mut Tx, case: &Complaint, said: &Said) -> Result<&'static str, Fault> {
    let wanted = said.fields.typed("updates") == "again";
    choose(tx, case, wanted, "follow", said.now)?;
    Ok(match wanted {
        true => "updates-again",
        false => "updates-stopped",
    })
}

/// Pressing twice is done once.
pub fn choose(
    tx: &mut Tx,
    case: &Complaint,
    wanted: bool,
    through: &str,
    now: Instant,
) -> Result<(), Fault> {
    if let Some(fact) = chosen(case, wanted, through) {
        tx.record(Draft::of(case.id, &fact), &By::complainant(now))?;
    }
    Ok(())
}

/// None: it is so already.
pub fn chosen(case: &Complaint, wanted: bool, through: &str) -> Option<UpdatesByMail> {
    (case.updates_stopped.is_none() != wanted).then(|| UpdatesByMail {
        wanted,
        through: through.to_owned(),
    })
}
