//! Withdrawing, on a page of its own that says what it means (R18). What follows
//! the room of closing decides. Evidence: theirs.

use super::{Act, Said};
use crate::tracking::follow::show;
use redress_complaint::{Complaint, record::Fault, record::perform_for_complainant, verb::Theirs};
use redress_kernel::fields::{Field, Fields, Kind, LONG_TEXT_MAX};
use redress_store::Tx;

pub const FIELDS: &[Field] = &[Field::new("withdraw-reason", Kind::Text(LONG_TEXT_MAX))];

pub const WITHDRAWAL: Act = Act {
    fields: FIELDS,
    check: |_| {},
    page: |on, case, fields| show::withdraw(on.visit, case, &fields),
    done,
};

fn done(tx: &mut Tx, case: &Complaint, said: &Said) -> Result<&'static str, Fault> {
    // A second press finds it withdrawn already: that is what was wanted.
    if case.withdrawn_at.is_none() {
        let mut fields = Fields::default();
        fields.put("channel", "web");
        fields.put("reason", said.fields.text("withdraw-reason"));
        perform_for_complainant(
            tx,
            &said.house,
            case.id,
            Theirs::Withdrawal,
            fields,
            said.now,
        )?;
    }
    Ok("withdrawn")
}
