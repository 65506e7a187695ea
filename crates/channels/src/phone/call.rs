//! What somebody tells us, as an arrival.

use crate::reach::reach;
use redress_complaint::{
    at::Upload,
    facts::{NEEDS, Person},
};
use redress_kernel::{
    Actor, Lang, Organisation,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX, SHORT_TEXT_MAX},
    terms::List,
    words::Message,
};
use redress_operation::receipt::Arrival;

/// Channels that a person records by hand.
pub const BY_HAND: &[&str] = &[
    "phone",
    "in-person",
    "letter",
    "email",
    "chat",
    "social",
    "sms",
    "messenger",
    "staff",
];

/// The six, in the order of speech.
pub const FIRST: &[Field] = &[
    Field::new("caller-name", Kind::Line(SHORT_TEXT_MAX)).hinted(),
    Field::new("caller-reach", Kind::Line(SHORT_TEXT_MAX)).hinted(),
    Field::new("caller-language", Kind::Language).required(),
    Field::new("caller-story", Kind::Text(LONG_TEXT_MAX))
        .required()
        .hinted(),
    Field::new("caller-wish", Kind::Text(2_000)),
    Field::new("received-at", Kind::Moment).hinted(),
];

/// Offered where there are units, to whoever works for the whole organisation.
pub const UNIT: Field = Field::new("caller-unit", Kind::Unit).hinted();

/// Behind "more", for whoever has them at hand.
pub const DETAILS: &[Field] = &[
    Field::new("late-reason", Kind::Text(2_000)).hinted(),
    Field::new("caller-channel", Kind::Choice("channel", BY_HAND)),
    UNIT,
    Field::new("caller-address", Kind::Text(1_000)),
    Field::new("caller-product", Kind::Line(SHORT_TEXT_MAX)),
    Field::new("category", Kind::Term(List::Categories)),
    Field::new("caller-needs", Kind::Several("need", NEEDS)),
    Field::new("caller-danger", Kind::Tick),
    Field::new("caller-represents", Kind::Line(SHORT_TEXT_MAX)).hinted(),
    Field::new("caller-authority", Kind::Line(SHORT_TEXT_MAX)),
    Field::new("caller-papers", Kind::Files),
];

/// Reads the checked form; None with a problem noted when something does not fit.
pub fn arrival(
    fields: &mut Fields,
    files: Vec<Upload>,
    actor: &Actor,
    organisation: &Organisation,
) -> Option<Arrival> {
    let caller = caller(fields);
    let language = Lang::from_tag(&fields.text("caller-language"));
    if !fields.problems().is_empty() {
        return None;
    }
    let represented = fields.optional("caller-represents").map(|name| Person {
        name,
        ..Person::default()
    });
    // Who calls for somebody else is the representative; the complaint is that person's.
    let (complainant, representative) = match represented {
        Some(person) => (person, Some(caller)),
        None => (caller, None),
    };
    Some(Arrival {
        channel: fields
            .optional("caller-channel")
            .unwrap_or_else(|| "phone".to_owned()),
        language: language.unwrap_or_default(),
        needs: fields.codes("caller-needs"),
        anonymous: complainant.is_empty() && representative.is_none(),
        received_at: fields.moment("received-at", &organisation.zone()),
        late_reason: fields.text("late-reason"),
        unit: actor.unit.or(fields.id(UNIT.name)),
        category: fields.optional("category"),
        remedy_sought: fields.text("caller-wish"),
        danger: fields.ticked("caller-danger"),
        description: fields.text("caller-story"),
        product: fields.text("caller-product"),
        complainant,
        representative,
        authority: fields.text("caller-authority"),
        files,
        ..Arrival::default()
    })
}

fn caller(fields: &mut Fields) -> Person {
    let (email, phone) = match reach(&fields.text("caller-reach")) {
        Some(reach) => reach,
        None => {
            fields.problem("caller-reach", Message::new("problem-caller-reach"));
            Default::default()
        }
    };
    Person {
        name: fields.text("caller-name"),
        email,
        phone,
        address: fields.text("caller-address"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use redress_kernel::{Id, Role};

    fn ona() -> Actor {
        let (name, email) = ("Ona".to_owned(), "ona@blueferry.example".to_owned());
        Actor {
            id: Id::SYSTEM,
            name,
            email,
            role: Role::Intake,
            unit: None,
            scope: None,
        }
    }

    fn typed(pairs: &[(&str, &str)]) -> Fields {
        let given = [
            ("caller-language", "fa"),
            ("caller-story", "The ferry left early."),
        ];
        Fields::from_pairs(
            given
                .iter()
                .chain(pairs)
                .map(|(n, v)| ((*n).to_owned(), (*v).to_owned())),
        )
    }

    fn told(pairs: &[(&str, &str)]) -> Option<Arrival> {
        arrival(
            &mut typed(pairs),
            Vec::new(),
            &ona(),
            &Organisation::default(),
        )
    }

    #[test]
    fn one_field_takes_a_number_in_persian_digits_or_an_address() {
        assert_eq!(
            told(&[("caller-reach", "۰۲۱-۵۵۵۰۱۴")])
                .unwrap()
                .complainant
                .phone,
            "021-555014"
        );
        assert_eq!(
            told(&[("caller-reach", "m@example.org")])
                .unwrap()
                .complainant
                .email,
            "m@example.org"
        );
        assert!(told(&[("caller-reach", "call my sister")]).is_none());
    }

    #[test]
    fn who_says_nothing_of_themselves_is_anonymous() {
        assert!(told(&[]).unwrap().anonymous);
        assert!(!told(&[("caller-name", "Rasa")]).unwrap().anonymous);
    }

    #[test]
    fn a_daughter_who_calls_for_her_father_represents_him() {
        let arrival = told(&[
            ("caller-name", "Rasa"),
            ("caller-represents", "Jonas"),
            ("caller-reach", "861234567"),
        ])
        .unwrap();
        assert_eq!(arrival.complainant.name, "Jonas");
        let rasa = arrival.representative.unwrap();
        assert_eq!(
            (rasa.name.as_str(), rasa.phone.as_str()),
            ("Rasa", "861234567")
        );
    }
}
