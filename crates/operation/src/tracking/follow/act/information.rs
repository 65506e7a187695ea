//! More information and files from the complainant. Evidence: the addition with
//! the salted commitments of its files. Pressing twice is done once.

use super::{Act, SAME_PRESS_SECONDS, Said, just_said};
use crate::tracking::follow::show::{self, Typed};
use redress_complaint::{
    Complaint,
    at::{Upload, enclosed},
    facts::{Supplemented, SupplementedText},
    record::{self, Fault},
};
use redress_kernel::{
    By, Draft, Instant, Refusal,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX},
};
use redress_store::Tx;

pub const FIELDS: &[Field] = &[
    Field::new("more-information", Kind::Text(LONG_TEXT_MAX)),
    Field::new("more-files", Kind::Files),
];

pub const INFORMATION: Act = Act {
    fields: FIELDS,
    check: |_| {},
    page: |on, case, information| {
        let typed = Typed {
            information,
            ..Typed::default()
        };
        show::status(on.house, on.visit, case, &typed)
    },
    done,
};

fn done(tx: &mut Tx, case: &Complaint, said: &Said) -> Result<&'static str, Fault> {
    let text = said.fields.text("more-information");
    let draft = information(case, &text, &said.files, said.now)
        .map_err(|refusal| Fault::Refused(refusal, Fields::default()))?;
    if let Some(draft) = draft {
        record::keep(tx, &said.files)?;
        tx.record(draft, &By::complainant(said.now))?;
    }
    Ok("information")
}

pub fn information(
    c: &Complaint,
    text: &str,
    files: &[Upload],
    now: Instant,
) -> Result<Option<Draft>, Refusal> {
    if text.is_empty() && files.is_empty() {
        return Err(Refusal::new("nothing-to-add").at("more-information"));
    }
    let known = |file: &Upload| {
        c.files.iter().any(|its| {
            its.name == file.name
                && its.bytes == file.bytes.len() as i64
                && now.seconds_since(its.at) < SAME_PRESS_SECONDS
        })
    };
    let again = (text.is_empty() || just_said(c, text, now)) && files.iter().all(known);
    if again {
        return Ok(None);
    }
    let (record, names) = enclosed(files);
    let fact = Supplemented {
        files: record,
        channel: "web".to_owned(),
    };
    let personal = SupplementedText {
        text: text.to_owned(),
        files: names,
    };
    Ok(Some(Draft::with(c.id, &fact, &personal)))
}
