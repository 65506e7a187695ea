//! What somebody heard, as an arrival.

use super::project::STAFF;
use crate::reach::reach;
use redress_complaint::facts::Person;
use redress_kernel::{
    Actor, Lang, Organisation,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX, SHORT_TEXT_MAX},
    words::Message,
};
use redress_operation::receipt::Arrival;

/// As few as can be answered between two other things.
pub const FORM: &[Field] = &[
    Field::new("heard-story", Kind::Text(LONG_TEXT_MAX))
        .required()
        .hinted(),
    Field::new("heard-name", Kind::Line(SHORT_TEXT_MAX)).hinted(),
    Field::new("heard-reach", Kind::Line(SHORT_TEXT_MAX)).hinted(),
    Field::new("heard-language", Kind::Language).required(),
    Field::new("received-at", Kind::Moment).hinted(),
    Field::new("late-reason", Kind::Text(2_000)).hinted(),
];

/// Reads the checked form; None with a problem noted when something does not fit.
pub fn arrival(fields: &mut Fields, who: &Actor, organisation: &Organisation) -> Option<Arrival> {
    let Some((email, phone)) = reach(&fields.text("heard-reach")) else {
        fields.problem("heard-reach", Message::new("problem-caller-reach"));
        return None;
    };
    if !fields.problems().is_empty() {
        return None;
    }
    let complainant = Person {
        name: fields.text("heard-name"),
        email,
        phone,
        ..Person::default()
    };
    Some(Arrival {
        channel: STAFF.to_owned(),
        language: Lang::from_tag(&fields.text("heard-language")).unwrap_or_default(),
        anonymous: complainant.is_empty(),
        received_at: fields.moment("received-at", &organisation.zone()),
        late_reason: fields.text("late-reason"),
        unit: who.unit,
        description: fields.text("heard-story"),
        complainant,
        ..Arrival::default()
    })
}

/// The receipt names its own particulars; on this form they have other names.
pub fn ours(field: &str) -> &str {
    match field {
        "description" => "heard-story",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use redress_kernel::{Id, Role};

    fn driver() -> Actor {
        Actor {
            id: Id::from_bytes([7; 16]),
            name: "Jonas".into(),
            email: String::new(),
            role: Role::Staff,
            unit: Some(Id::from_bytes([9; 16])),
            scope: None,
        }
    }

    fn heard(pairs: &[(&str, &str)]) -> Option<Arrival> {
        let given = [
            ("heard-story", "The ramp was shut."),
            ("heard-language", "lt"),
        ];
        let pairs = given.iter().chain(pairs);
        let mut fields = Fields::from_pairs(pairs.map(|(n, v)| ((*n).to_owned(), (*v).to_owned())));
        arrival(&mut fields, &driver(), &Organisation::default())
    }

    #[test]
    fn what_a_driver_hears_arrives_for_their_unit_on_the_channel_staff() {
        let told = heard(&[("heard-reach", "rasa@example.org")]).unwrap();
        assert_eq!((told.channel.as_str(), told.unit), ("staff", driver().unit));
        assert_eq!(told.complainant.email, "rasa@example.org");
        assert!(!told.anonymous);
        assert!(heard(&[]).unwrap().anonymous);
        assert!(heard(&[("heard-reach", "her sister")]).is_none());
    }
}
