//! The complainant's word on our answer: accepts it, or does not and perhaps asks
//! for the review (7.9). What follows the room of closing decides. Evidence: theirs.

use super::{Act, Said};
use crate::tracking::follow::show::{self, Typed};
use redress_complaint::{Complaint, record::Fault, record::perform_for_complainant, verb::Theirs};
use redress_kernel::fields::{Field, Fields, Kind, LONG_TEXT_MAX};
use redress_store::Tx;

const FIELDS: &[Field] = &[
    Field::new(
        "your-answer",
        Kind::Choice("your-answer", &["accept", "refuse"]),
    )
    .required(),
    Field::new("answer-reason", Kind::Text(LONG_TEXT_MAX)).hinted(),
    Field::new(ASK_REVIEW, Kind::Tick).hinted(),
];

const ASK_REVIEW: &str = "ask-review";

/// Whose complaint has been reviewed is not offered what does not exist: there is no
/// second review in the house, only the way outside.
pub fn asked(case: &Complaint) -> Vec<Field> {
    let offered = |field: &&Field| field.name != ASK_REVIEW || !case.is_reviewed();
    FIELDS.iter().filter(offered).copied().collect()
}

pub const ANSWER: Act = Act {
    fields: FIELDS,
    check: |_| {},
    page: |on, case, answer| {
        let typed = Typed {
            answer,
            ..Typed::default()
        };
        show::status(on.house, on.visit, case, &typed)
    },
    done,
};

fn done(tx: &mut Tx, case: &Complaint, said: &Said) -> Result<&'static str, Fault> {
    let accepted = said.fields.typed("your-answer") == "accept";
    let mut fields = Fields::default();
    fields.put("channel", "web");
    fields.put("accepted", if accepted { "yes" } else { "no" });
    fields.put("reason", said.fields.text("answer-reason"));
    if said.fields.ticked(ASK_REVIEW) && !accepted && !case.is_reviewed() {
        fields.put("review-wanted", "1");
    }
    perform_for_complainant(tx, &said.house, case.id, Theirs::Answer, fields, said.now)?;
    Ok(if accepted { "accepted" } else { "not-accepted" })
}
