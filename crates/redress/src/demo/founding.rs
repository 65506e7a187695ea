//! Northfield Water itself: the organisation, its units and its people.

use crate::commands::Failure;
use redress_complaint::{House, at::Colleague};
use redress_kernel::{Actor, By, Id, Instant, Organisation, Role};
use redress_office::{Fault, NewPerson, SetUp, add_person, set_password, setup};

pub const PASSWORD: &str = "northfield-demo-2026";

/// A person of the demo: their key in the stories, name, e-mail and role.
/// The first of them sets the organisation up.
pub const PEOPLE: &[(&str, &str, &str, Role)] = &[
    ("admin", "Sam Lee", "admin@northfield.example", Role::Admin),
    (
        "handler",
        "Jonas Petrauskas",
        "handler@northfield.example",
        Role::Handler,
    ),
    (
        "other",
        "Aiste Mockute",
        "aiste@northfield.example",
        Role::Handler,
    ),
    (
        "third",
        "Noor Rahimi",
        "noor@northfield.example",
        Role::Handler,
    ),
    (
        "manager",
        "Grace Adeyemi",
        "manager@northfield.example",
        Role::Manager,
    ),
    (
        "quality",
        "Daniel Osei",
        "daniel@northfield.example",
        Role::Manager,
    ),
    (
        "top",
        "Helen Carter",
        "top-management@northfield.example",
        Role::TopManagement,
    ),
    (
        "intake",
        "Minji Park",
        "intake@northfield.example",
        Role::Intake,
    ),
    (
        "counter",
        "Yi-Ting Chen",
        "yiting@northfield.example",
        Role::Intake,
    ),
    (
        "auditor",
        "Ruth Weiss",
        "auditor@northfield.example",
        Role::Auditor,
    ),
    (
        "representative",
        "Leila Moradi",
        "representative@northfield.example",
        Role::Representative,
    ),
    (
        "staff",
        "Tom Baker",
        "staff@northfield.example",
        Role::Staff,
    ),
    (
        "certifier",
        "Vaiva Stonkute",
        "certifier@northfield.example",
        Role::Certifier,
    ),
    (
        "consultant",
        "Marc Dubois",
        "consultant@northfield.example",
        Role::Consultant,
    ),
    ("dpo", "Ines Alves", "dpo@northfield.example", Role::Dpo),
];

/// The people who were founded, by their keys.
#[derive(Clone)]
pub struct People(Vec<(&'static str, Colleague)>);

impl People {
    pub fn id(&self, key: &str) -> Option<Id> {
        let mut all = self.0.iter();
        all.find(|(its, _)| *its == key)
            .map(|(_, person)| person.id)
    }

    pub fn actor(&self, key: &str) -> Option<Actor> {
        let (_, person) = self.0.iter().find(|(its, _)| *its == key)?;
        Some(Actor {
            id: person.id,
            name: person.name.clone(),
            email: String::new(),
            role: person.role,
            unit: person.unit,
            scope: None,
        })
    }
}

/// The organisation and a person of every role, all with this password.
pub fn found(house: &House, at: Instant, password: &str) -> Result<People, Failure> {
    let hash = redress_office::password::hash(password, crate::clock::random());
    let people = house.db.write_now(move |tx| -> Result<_, Fault> {
        let mut people = Vec::new();
        for (number, (key, name, email, role)) in PEOPLE.iter().enumerate() {
            let id = if number == 0 {
                setup(tx, owner(name, email, hash.clone()), at)?
            } else {
                let id = add_person(tx, &person(name, email, *role), &By::system(at))?;
                hash.as_ref()
                    .map_or(Ok(()), |hash| set_password(tx, id, hash, &By::system(at)))?;
                id
            };
            people.push((*key, colleague(id, name, *role)));
        }
        Ok(people)
    })?;
    Ok(People(people))
}

fn person(name: &str, email: &str, role: Role) -> NewPerson {
    NewPerson {
        name: name.to_owned(),
        email: email.to_owned(),
        role,
        unit: None,
        language: None,
    }
}

fn colleague(id: Id, name: &str, role: Role) -> Colleague {
    Colleague {
        id,
        name: name.to_owned(),
        role,
        unit: None,
    }
}

fn owner(name: &str, email: &str, password_hash: Option<String>) -> SetUp {
    SetUp {
        organisation: northfield(),
        admin_name: name.to_owned(),
        admin_email: email.to_owned(),
        password_hash,
        language: None,
    }
}

fn northfield() -> Organisation {
    Organisation {
        name: "Northfield Water".to_owned(),
        time_zone: "Europe/London".to_owned(),
        phone: "0800 555 014".to_owned(),
        email: "complaints@northfield.example".to_owned(),
        address: "Northfield Water, 1 Reservoir Road, Northfield NF1 2AB".to_owned(),
        external_body: "Water Ombudsman, www.water-ombudsman.example".to_owned(),
        sample: true,
        ..Organisation::default()
    }
}
