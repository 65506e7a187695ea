//! A message from the complainant. Evidence: the message as received. Pressing
//! twice is done once.

use super::{Act, Said, just_said};
use crate::tracking::follow::show::{self, Typed};
use redress_complaint::{
    Complaint,
    facts::{MessageReceived, MessageText},
    record::Fault,
};
use redress_kernel::{
    By, Draft, Instant, Lang,
    fields::{Field, Kind, LONG_TEXT_MAX},
};
use redress_store::Tx;

pub const FIELDS: &[Field] = &[Field::new("your-message", Kind::Text(LONG_TEXT_MAX))
    .required()
    .hinted()];

pub const MESSAGE: Act = Act {
    fields: FIELDS,
    check: |_| {},
    page: |on, case, message| {
        let typed = Typed {
            message,
            ..Typed::default()
        };
        show::status(on.house, on.visit, case, &typed)
    },
    done,
};

fn done(tx: &mut Tx, case: &Complaint, said: &Said) -> Result<&'static str, Fault> {
    let text = said.fields.text("your-message");
    if let Some(draft) = message(case, &text, said.language, said.now) {
        tx.record(draft, &By::complainant(said.now))?;
    }
    Ok("message")
}

/// None: these words came a moment ago and are on file.
pub fn message(c: &Complaint, text: &str, language: Lang, now: Instant) -> Option<Draft> {
    if just_said(c, text, now) {
        return None;
    }
    let record = MessageReceived {
        channel: "web".to_owned(),
        language: Some(language),
        files: Vec::new(),
        mail: None,
    };
    let personal = MessageText {
        text: text.to_owned(),
        ..MessageText::default()
    };
    Some(Draft::with(c.id, &record, &personal))
}
