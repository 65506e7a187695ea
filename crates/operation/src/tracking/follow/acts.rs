//! What the complainant does here themselves, as facts: a message, more
//! information, new details. Pure; pressing twice is done once.

use redress_complaint::{
    Complaint,
    at::{Upload, enclosed},
    facts::{
        Corrected, CorrectedText, MessageReceived, MessageText, NEEDS, Person, Supplemented,
        SupplementedText,
    },
};
use redress_kernel::{
    Draft, Instant, Lang, Refusal,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX, SHORT_TEXT_MAX},
};

pub const MESSAGE: &[Field] = &[Field::new("your-message", Kind::Text(LONG_TEXT_MAX))
    .required()
    .hinted()];

pub const INFORMATION: &[Field] = &[
    Field::new("more-information", Kind::Text(LONG_TEXT_MAX)),
    Field::new("more-files", Kind::Files),
];

pub const ANSWER: &[Field] = &[
    Field::new(
        "your-answer",
        Kind::Choice("your-answer", &["accept", "refuse"]),
    )
    .required(),
    Field::new("answer-reason", Kind::Text(LONG_TEXT_MAX)).hinted(),
    Field::new("ask-review", Kind::Tick).hinted(),
];

pub const WITHDRAW: &[Field] = &[Field::new("withdraw-reason", Kind::Text(LONG_TEXT_MAX))];

pub const DETAILS: &[Field] = &[
    Field::new("your-name", Kind::Line(SHORT_TEXT_MAX)),
    Field::new("your-email", Kind::Line(SHORT_TEXT_MAX)),
    Field::new("your-phone", Kind::Line(SHORT_TEXT_MAX)),
    Field::new("your-address", Kind::Text(1_000)),
    Field::new("reply-language", Kind::Language).required(),
    Field::new("your-needs", Kind::Several("need", NEEDS)),
];

/// So long the same words count as the same press.
const SAME_PRESS_SECONDS: i64 = 600;

/// None: these words came a moment ago and are on file.
pub fn message(c: &Complaint, text: &str, language: Lang, now: Instant) -> Option<Draft> {
    if said_just_now(c, text, now) {
        return None;
    }
    let record = MessageReceived {
        channel: "web".to_owned(),
        language: Some(language),
        files: Vec::new(),
    };
    let personal = MessageText {
        text: text.to_owned(),
        ..MessageText::default()
    };
    Some(Draft::with(c.id, &record, &personal))
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
    let again = (text.is_empty() || said_just_now(c, text, now)) && files.iter().all(known);
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

fn said_just_now(c: &Complaint, text: &str, now: Instant) -> bool {
    let theirs = |moment: &&redress_complaint::case::Moment| {
        matches!(moment.kind, "message-received" | "supplemented")
    };
    let newest = c.timeline.iter().rev().find(theirs);
    newest.is_some_and(|moment| {
        moment.text.trim() == text && now.seconds_since(moment.recorded_at) < SAME_PRESS_SECONDS
    })
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
