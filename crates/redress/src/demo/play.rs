//! Playing the stories: all steps of all complaints in the order of their times.

use super::{
    PEOPLE,
    stories::{Step, Story, Who, stories},
};
use crate::commands::Failure;
use redress_complaint::{
    Complaint, House,
    at::Colleague,
    case::MessageState,
    facts::{Acknowledged, MessageSent, Person},
    house::organisation,
    record::{Asked, Fault, find, perform},
};
use redress_kernel::{Actor, By, Draft, Id, Instant, Organisation, Role, fields::Fields};
use redress_office::{Fault as OfficeFault, NewPerson, SetUp, add_person, set_password, setup};
use redress_operation::receipt::{Arrival, NotReceived, receive};
use redress_store::{Error, Tx};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// One thing that happens in the play.
struct Scene {
    at: Instant,
    story: usize,
    step: Option<&'static Step>,
}

/// `password`: of every person in it.
pub fn fill(house: &House, now: Instant, password: &str) -> Result<(), Failure> {
    let begin = now.plus_seconds(-60 * DAY);
    let people = found(house, begin, password)?;
    let mut cases: Vec<Option<Id>> = vec![None; stories().count()];
    for scene in scenes(now) {
        let Some(story) = stories().nth(scene.story) else {
            continue;
        };
        let case = cases.get(scene.story).copied().flatten();
        let id = match (scene.step, case) {
            (None, _) => arrive(house, story, &people, scene.at)?,
            (Some(step), Some(id)) => {
                act(house, story, step, id, &people, scene.at)?;
                id
            }
            (Some(_), None) => continue,
        };
        if let Some(slot) = cases.get_mut(scene.story) {
            *slot = Some(id);
        }
        deliver(house, id, scene.at.plus_seconds(30))?;
    }
    Ok(())
}

/// Everything in the order of time; what would lie in the future has not happened.
fn scenes(now: Instant) -> Vec<Scene> {
    let mut scenes: Vec<Scene> = Vec::new();
    for (number, story) in stories().enumerate() {
        // Spread over the morning, so that no two things happen in the same second.
        let arrival = now.plus_seconds(-story.days_ago * DAY - 2 * HOUR - number as i64 * 337);
        scenes.push(Scene {
            at: arrival,
            story: number,
            step: None,
        });
        scenes.extend(story.steps.iter().map(|step| Scene {
            at: arrival.plus_seconds(step.after_hours * HOUR + number as i64 * 11),
            story: number,
            step: Some(step),
        }));
    }
    scenes.retain(|scene| scene.at < now);
    scenes.sort_by_key(|scene| scene.at);
    scenes
}

/// The organisation and a person of every role, with the demo's password.
fn found(
    house: &House,
    at: Instant,
    password: &str,
) -> Result<Vec<(&'static str, Colleague)>, Failure> {
    let hash = redress_office::password::hash(password, crate::clock::random());
    let organisation = Organisation {
        name: "Northfield Water".to_owned(),
        time_zone: "Europe/London".to_owned(),
        phone: "0800 555 014".to_owned(),
        email: "complaints@northfield.example".to_owned(),
        address: "Northfield Water, 1 Reservoir Road, Northfield NF1 2AB".to_owned(),
        external_body: "Water Ombudsman, www.water-ombudsman.example".to_owned(),
        sample: true,
        ..Organisation::default()
    };
    let people = house.db.write_now(move |tx| -> Result<_, OfficeFault> {
        let mut people = Vec::new();
        for (number, (key, name, email, role)) in PEOPLE.iter().enumerate() {
            let id = if number == 0 {
                setup(tx, owner(&organisation, name, email, hash.clone()), at)?
            } else {
                let new = NewPerson {
                    name: (*name).to_owned(),
                    email: (*email).to_owned(),
                    role: *role,
                    unit: None,
                    language: None,
                };
                let id = add_person(tx, &new, &By::system(at))?;
                hash.as_ref()
                    .map_or(Ok(()), |hash| set_password(tx, id, hash, &By::system(at)))?;
                id
            };
            people.push((
                *key,
                Colleague {
                    id,
                    name: (*name).to_owned(),
                    role: *role,
                    unit: None,
                },
            ));
        }
        Ok(people)
    })?;
    Ok(people)
}

fn owner(
    organisation: &Organisation,
    name: &str,
    email: &str,
    password_hash: Option<String>,
) -> SetUp {
    SetUp {
        organisation: organisation.clone(),
        admin_name: name.to_owned(),
        admin_email: email.to_owned(),
        password_hash,
        language: None,
    }
}

fn arrive(
    house: &House,
    story: &'static Story,
    people: &[(&'static str, Colleague)],
    at: Instant,
) -> Result<Id, Failure> {
    let person = Person {
        name: story.name.to_owned(),
        email: story.email.to_owned(),
        phone: story.phone.to_owned(),
        address: String::new(),
    };
    let by_staff = matches!(story.channel, "phone" | "in-person" | "letter" | "social");
    let actor = if by_staff {
        person_of(people, "intake")
    } else {
        Id::COMPLAINANT
    };
    let arrival = Arrival {
        channel: story.channel.to_owned(),
        language: story.lang,
        needs: story.needs.iter().map(|need| (*need).to_owned()).collect(),
        anonymous: person.is_empty(),
        danger: story.danger,
        category: Some(story.category.to_owned()),
        remedies_sought: story
            .remedies
            .iter()
            .map(|remedy| (*remedy).to_owned())
            .collect(),
        remedy_sought: story.wanted.to_owned(),
        subject: story.subject.to_owned(),
        description: story.text.to_owned(),
        complainant: person,
        ..Arrival::default()
    };
    let by = By {
        actor,
        unit: None,
        at,
    };
    let receipt = house
        .db
        .write_now(move |tx| receive(tx, arrival, &by))
        .map_err(|error| match error {
            NotReceived::Refused(refusal) => {
                Failure::Failed(format!("{}: {}", story.subject, refusal.code))
            }
            NotReceived::Store(error) => error.into(),
        })?;
    Ok(receipt.complaint)
}

fn act(
    house: &House,
    story: &Story,
    step: &'static Step,
    id: Id,
    people: &[(&'static str, Colleague)],
    at: Instant,
) -> Result<(), Failure> {
    let Some(verb) = house
        .slices
        .iter()
        .flat_map(|slice| slice.verbs)
        .find(|verb| verb.name == step.verb)
    else {
        return Err(Failure::Failed(format!(
            "the demo knows no verb {}",
            step.verb
        )));
    };
    let zone = house.db.read_now(organisation)?.zone();
    let day = at.date_in(&zone);
    let fields = Fields::from_pairs(step.fields.iter().map(|(name, value)| {
        let value = match (
            *name,
            value
                .strip_prefix('+')
                .and_then(|days| days.parse::<i64>().ok()),
        ) {
            (_, Some(days)) => at
                .plus_seconds(days * DAY)
                .date_in(&zone)
                .min(if step.verb == "remedy-delivery" {
                    day
                } else {
                    jiff::civil::Date::MAX
                })
                .to_string(),
            ("colleague", None) => person_of(people, value).to_string(),
            _ => (*value).to_owned(),
        };
        ((*name).to_owned(), value)
    }));
    let actor = actor_of(people, step.by);
    let asked = Asked {
        complaint: id,
        verb: *verb,
        fields,
        files: Vec::new(),
        seen: None,
        actor,
        now: at,
    };
    let inside = house.clone();
    house
        .db
        .write_now(move |tx| perform(tx, &inside, asked).map(|_| ()))
        .map_err(|fault| match fault {
            Fault::Refused(refusal, _) => Failure::Failed(format!(
                "{}, {}: {}",
                story.subject, step.verb, refusal.code
            )),
            other => Failure::Failed(format!("{}, {}: {other:?}", story.subject, step.verb)),
        })
}

/// What the relay would have done by now: every message that waits is sent.
fn deliver(house: &House, id: Id, at: Instant) -> Result<(), Failure> {
    house.db.write_now(move |tx| -> Result<(), Error> {
        let Some(case) = find(tx, id)? else {
            return Ok(());
        };
        let waiting: Vec<_> = case
            .messages
            .iter()
            .filter(|m| m.state == MessageState::Queued && m.way == "email")
            .cloned()
            .collect();
        for message in waiting {
            sent(tx, &case, message.id, &message.purpose, at)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn sent(
    tx: &mut Tx,
    case: &Complaint,
    message: Id,
    purpose: &str,
    at: Instant,
) -> Result<(), Error> {
    let by = By::system(at);
    tx.record(
        Draft::of(
            case.id,
            &MessageSent {
                message,
                way: "email".to_owned(),
            },
        ),
        &by,
    )?;
    if purpose == "acknowledgement" && case.acknowledged.is_none() {
        let fact = Acknowledged {
            way: "email".to_owned(),
            language: case.language,
            message: Some(message),
        };
        tx.record(Draft::of(case.id, &fact), &by)?;
    }
    redress_store::job::withdraw(tx, &format!("mail:{message}")).map(|_| ())
}

fn person_of(people: &[(&'static str, Colleague)], key: &str) -> Id {
    people
        .iter()
        .find(|(its, _)| *its == key)
        .map_or(Id::SYSTEM, |(_, person)| person.id)
}

fn actor_of(people: &[(&'static str, Colleague)], who: Who) -> Actor {
    let key = match who {
        Who::Handler | Who::Complainant => "handler",
        Who::OtherHandler => "other",
        Who::Manager => "manager",
    };
    let (name, role) = people
        .iter()
        .find(|(its, _)| *its == key)
        .map_or((String::new(), Role::Handler), |(_, p)| {
            (p.name.clone(), p.role)
        });
    Actor {
        id: person_of(people, key),
        name,
        email: String::new(),
        role,
        unit: None,
        scope: None,
    }
}
