//! The complainant keeps name, addresses, language and needs right. Evidence: the
//! correction; the earlier particulars stay in theirs.

use super::{Act, Said};
use crate::tracking::follow::show;
use redress_complaint::{
    Complaint,
    facts::{Corrected, CorrectedText, NEEDS, Person},
    record::Fault,
};
use redress_kernel::{
    By, Draft, Lang,
    fields::{Field, Fields, Kind, SHORT_TEXT_MAX},
    words::Message,
};
use redress_store::Tx;

pub const FIELDS: &[Field] = &[
    Field::new("your-name", Kind::Line(SHORT_TEXT_MAX)),
    Field::new("your-email", Kind::Line(SHORT_TEXT_MAX)),
    Field::new("your-phone", Kind::Line(SHORT_TEXT_MAX)),
    Field::new("your-address", Kind::Text(1_000)),
    Field::new("reply-language", Kind::Language).required(),
    Field::new("your-needs", Kind::Several("need", NEEDS)),
];

pub const DETAILS: Act = Act {
    fields: FIELDS,
    check: |fields| {
        let email = fields.optional("your-email");
        if email.is_some_and(|email| !email.contains('@')) {
            fields.problem("your-email", Message::new("err-email"));
        }
    },
    page: |on, case, fields| show::details(on.visit, case, &fields),
    done,
};

fn done(tx: &mut Tx, case: &Complaint, said: &Said) -> Result<&'static str, Fault> {
    if let Some(draft) = details(case, &said.fields) {
        tx.record(draft, &By::complainant(said.now))?;
    }
    Ok("details")
}

/// The details of whoever writes with us; None when nothing has changed.
pub fn details(c: &Complaint, fields: &Fields) -> Option<Draft> {
    let person = Person {
        name: fields.text("your-name"),
        email: fields.text("your-email"),
        phone: fields.text("your-phone"),
        address: fields.text("your-address"),
    };
    let language = Lang::from_tag(fields.typed("reply-language")).unwrap_or(c.language);
    let needs = fields.codes("your-needs");
    if person == *c.correspondent() && language == c.language && needs == c.needs {
        return None;
    }
    let record = Corrected {
        language: Some(language),
        needs: Some(needs),
        reachable: Some(person.reachable()),
        ..Corrected::default()
    };
    Some(Draft::with(c.id, &record, &whose(c, person)))
}

fn whose(c: &Complaint, person: Person) -> CorrectedText {
    let represented = c
        .representative
        .as_ref()
        .is_some_and(|representative| !representative.is_empty());
    if represented {
        CorrectedText {
            representative: Some(person),
            ..CorrectedText::default()
        }
    } else {
        CorrectedText {
            complainant: Some(person),
            ..CorrectedText::default()
        }
    }
}

/// The details as they are, for the form.
pub fn known_details(c: &Complaint) -> Fields {
    let person = c.correspondent();
    let mut fields = Fields::default();
    for (name, value) in [
        ("your-name", &person.name),
        ("your-email", &person.email),
        ("your-phone", &person.phone),
        ("your-address", &person.address),
    ] {
        fields.put(name, value.as_str());
    }
    fields.put("reply-language", c.language.tag());
    c.needs
        .iter()
        .for_each(|need| fields.put("your-needs", need.as_str()));
    fields
}
