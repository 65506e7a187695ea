//! Blue Ferry Co. for tests of decisions: six people, a case told as facts, and
//! verbs done to it as the door would do them, without a database.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use jiff::civil::Date;
use redress_complaint::{
    Complaint, Decided, Verb,
    at::{At, Colleague, NO_COMPETENCES, Other, Upload},
    facts::{Letter, MessageQueued, MessageSent, Person, Received, ReceivedText},
    record::permitted,
    telling::{Telling, best_way, filled},
};
use redress_kernel::{
    Actor, Draft, Entry, Erasable, Fact, Id, Instant, Lang, Organisation, Refusal, Role,
    fields::{Fields, Problem},
};
use redress_web::{format::Format, words::Words};
use std::collections::BTreeMap;

pub const CASE: [u8; 16] = [7; 16];

/// The reference of another complaint of that year.
pub fn another() -> String {
    let key = [3; 32];
    let reference = redress_kernel::reference::Reference::issue("BF", 2026, 2, &key);
    reference.as_str().to_owned()
}

/// Hours after Monday 2 March 2026, 09:00 in Vilnius.
pub fn hour(hours: i64) -> Instant {
    let start: Instant = "2026-03-02T07:00:00Z".parse().unwrap();
    start.plus_seconds(hours * 3600)
}

fn person(number: u8, name: &str, role: Role) -> Actor {
    Actor {
        id: Id::from_bytes([number; 16]),
        name: name.to_owned(),
        email: format!("person{number}@blueferry.example"),
        role,
        unit: None,
        scope: None,
    }
}

pub fn ona() -> Actor {
    person(11, "Ona Petrauskaitė", Role::Intake)
}
/// Handles most of these cases.
pub fn aiste() -> Actor {
    person(12, "Aistė Mockutė", Role::Handler)
}
/// Handles complaints too, and is sometimes complained about.
pub fn boris() -> Actor {
    person(13, "Boris Lane", Role::Handler)
}
pub fn tomas() -> Actor {
    person(14, "Tomas Kazlauskas", Role::Manager)
}
pub fn jonas() -> Actor {
    person(15, "Jonas Auditor", Role::Auditor)
}
pub fn rima() -> Actor {
    person(16, "Rima Admin", Role::Admin)
}

/// What a decision is handed: who sits at the desk, when, with what enclosed.
pub struct Desk {
    pub actor: Actor,
    pub now: Instant,
    pub organisation: Organisation,
    pub colleagues: Vec<Colleague>,
    pub files: Vec<Upload>,
    pub others: BTreeMap<String, Other>,
    /// What other rooms say stands in the way of closing.
    pub obstacles: Vec<Refusal>,
}

pub fn desk_of(actor: Actor) -> Desk {
    let colleagues = [ona(), aiste(), boris(), tomas(), jonas(), rima()]
        .into_iter()
        .map(|person| Colleague {
            id: person.id,
            name: person.name,
            role: person.role,
            unit: person.unit,
        })
        .collect();
    let organisation = Organisation {
        name: "Blue Ferry Co.".into(),
        time_zone: "Europe/Vilnius".into(),
        prefix: "BF".into(),
        ..Organisation::default()
    };
    Desk {
        actor,
        now: hour(0),
        organisation,
        colleagues,
        files: Vec::new(),
        others: BTreeMap::new(),
        obstacles: Vec::new(),
    }
}

impl Desk {
    pub fn with_file(mut self, number: u8, name: &str) -> Desk {
        self.files.push(Upload {
            id: Id::from_bytes([number; 16]),
            name: name.to_owned(),
            media: "application/pdf".into(),
            bytes: b"%PDF".to_vec().into(),
            commit: "c0".into(),
            salt: "5a".into(),
        });
        self
    }

    /// Another complaint that the field `field` names.
    pub fn naming(mut self, field: &str, number: u8, reference: &str) -> Desk {
        let other = Other {
            id: Id::from_bytes([number; 16]),
            reference: reference.to_owned(),
            is_member: false,
            is_worked_on: false,
        };
        self.others.insert(field.to_owned(), other);
        self
    }

    pub fn at(&self) -> At<'_> {
        At {
            actor: &self.actor,
            now: self.now,
            organisation: &self.organisation,
            colleagues: &self.colleagues,
            competences: &NO_COMPETENCES,
            files: &self.files,
            others: &self.others,
            obstacles: &self.obstacles,
            ids: std::array::from_fn(|n| Id::new(self.now.micros(), [n as u8 + 1; 10])),
        }
    }
}

/// A verb that was not done.
#[derive(Debug, Clone, PartialEq)]
pub enum No {
    Permit,
    Fields(Vec<Problem>),
    Refused(Refusal),
}

impl No {
    /// The refusal's code, or the name of the first field with a problem.
    pub fn code(&self) -> &str {
        match self {
            No::Permit => "role",
            No::Fields(problems) => &problems[0].field,
            No::Refused(refusal) => refusal.code,
        }
    }
}

/// A journal of one case: each fact an hour after the last.
#[derive(Clone, Default)]
pub struct Story(pub Vec<Entry>);

/// A complaint by telephone, just received by Ona.
pub fn the_ferry_left_early() -> Story {
    let received: Received = serde_json::from_value(serde_json::json!({
        "reference": "BF-26-0000-000", "year": 2026, "counter": 1, "channel": "phone", "language": "lt",
        "received_at": hour(0).micros(), "category": "06", "reachable": ["phone"],
        "due": {"response": hour(400).micros(), "update": hour(200).micros()},
    }))
    .unwrap();
    let text = ReceivedText {
        subject: "The ferry left early".into(),
        description: "It left at 8:50, the timetable says 9:00.".into(),
        complainant: Person {
            name: "Rasa Jankauskienė".into(),
            phone: "+370 612 34567".into(),
            ..Person::default()
        },
        ..ReceivedText::default()
    };
    Story::default().says(received, text)
}

impl Story {
    pub fn case(&self) -> Complaint {
        Complaint::fold(&self.0)
    }

    pub fn then_by(mut self, actor: Id, draft: Draft) -> Story {
        let seq = self.0.len() as i64;
        self.0.push(Entry {
            seq,
            id: Id::new(hour(seq).micros(), [seq as u8; 10]),
            kind: draft.kind.to_owned(),
            version: draft.version,
            about: Id::from_bytes(CASE),
            actor,
            unit: None,
            recorded_at: hour(seq),
            occurred_at: draft.occurred_at,
            record: draft.record.to_string(),
            personal: draft
                .personal
                .map_or(Erasable::None, |p| Erasable::Present(p.to_string())),
        });
        self
    }

    /// A fact without words, recorded by Aistė.
    pub fn plain<F: Fact<Personal = ()>>(self, fact: F) -> Story {
        self.then_by(aiste().id, Draft::of(Id::from_bytes(CASE), &fact))
    }

    pub fn says<F: Fact>(self, fact: F, personal: F::Personal) -> Story {
        self.then_by(
            aiste().id,
            Draft::with(Id::from_bytes(CASE), &fact, &personal),
        )
    }

    /// The moment after the newest fact.
    pub fn now(&self) -> Instant {
        hour(self.0.len() as i64)
    }

    /// Does what the door does: permit, form, guard, decision; records nothing.
    pub fn tries(&self, verb: &Verb, desk: &Desk, typed: &[(&str, &str)]) -> Result<Decided, No> {
        let case = self.case();
        permitted(&desk.actor, verb.action, &case).map_err(|_| No::Permit)?;
        let desk = Desk {
            actor: desk.actor.clone(),
            now: self.now().max(desk.now),
            organisation: desk.organisation.clone(),
            colleagues: desk.colleagues.clone(),
            files: desk.files.clone(),
            others: desk.others.clone(),
            obstacles: desk.obstacles.clone(),
        };
        let pairs = typed
            .iter()
            .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()));
        let mut fields = Fields::from_pairs(pairs);
        fields.check(verb.fields);
        if !fields.problems().is_empty() {
            return Err(No::Fields(fields.problems().to_vec()));
        }
        verb.open_now(&case, &desk.at()).map_err(No::Refused)?;
        (verb.decide)(&case, &fields, &desk.at()).map_err(No::Refused)
    }

    /// Does the verb and records its facts (messages to people are left out).
    pub fn does(self, verb: &Verb, desk: &Desk, typed: &[(&str, &str)]) -> Story {
        let decided = self
            .tries(verb, desk, typed)
            .unwrap_or_else(|no| panic!("{} was refused: {no:?}", verb.name));
        decided
            .drafts
            .into_iter()
            .fold(self, |story, draft| story.then_by(desk.actor.id, draft))
    }

    /// Does the verb, records its facts and queues its message, as the door does.
    pub fn tells(self, verb: &Verb, desk: &Desk, typed: &[(&str, &str)]) -> Story {
        let decided = self
            .tries(verb, desk, typed)
            .unwrap_or_else(|no| panic!("{} was refused: {no:?}", verb.name));
        let record = |story: Story, draft| story.then_by(desk.actor.id, draft);
        let story = decided.drafts.into_iter().fold(self, record);
        decided.tell.into_iter().fold(story, |story, telling| {
            let queued = queued(&story.case(), &telling, story.now().max(desk.now));
            record(story, queued)
        })
    }

    /// The newest message leaves the house.
    pub fn sent(self) -> Story {
        let case = self.case();
        let message = case.messages.iter().rfind(|m| !m.incoming).unwrap();
        let sent = MessageSent {
            message: message.id,
            way: message.way.clone(),
        };
        self.then_by(Id::SYSTEM, Draft::of(case.id, &sent))
    }

    /// Why the verb is not done.
    pub fn no(&self, verb: &Verb, desk: &Desk, typed: &[(&str, &str)]) -> String {
        self.tries(verb, desk, typed)
            .expect_err("it was done")
            .code()
            .to_owned()
    }
}

fn queued(c: &Complaint, telling: &Telling, now: Instant) -> Draft {
    let person = c.correspondent();
    let way = telling.way.clone();
    let queued = MessageQueued {
        message: telling.message,
        purpose: telling.purpose.to_owned(),
        way: way.unwrap_or_else(|| best_way(person).to_owned()),
        language: c.language,
        send_at: now.plus_seconds(telling.undo_seconds),
        files: Vec::new(),
        next_update: telling.next_update,
        response_due: telling.response_due,
        progress: false,
    };
    Draft::with(c.id, &queued, &Letter::default())
}

/// A telling as its reader gets it, in each of the six languages, without the
/// invisible isolates (which are counted instead).
pub fn in_six_languages(telling: &Telling) -> String {
    Lang::ALL
        .map(|lang| {
            let format = Format::new(lang, desk_of(aiste()).organisation.zone());
            let say = |message: &_| Words::embedded().tell(lang, message, &format);
            let body = filled(
                &telling.body.plain(say),
                "7KQ2-MM4T-9XVA-C3WD",
                "https://complaints.blueferry.example/follow",
            );
            let text = format!("{}\n\n{body}", say(&telling.subject));
            let opened = text.matches(['\u{2066}', '\u{2068}']).count();
            assert_eq!(
                opened,
                text.matches('\u{2069}').count(),
                "isolates in {lang:?}"
            );
            assert!(
                !text.contains("letter-"),
                "a text is missing in {lang:?}: {text}"
            );
            format!("———— {} ————\n{}", lang.tag(), visible(&text))
        })
        .join("\n\n")
}

fn visible(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
        .collect()
}

/// A verb of a slice by its name.
pub fn verb<'a>(verbs: &'a [Verb], name: &str) -> &'a Verb {
    verbs
        .iter()
        .find(|verb| verb.name == name)
        .expect("no such verb")
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}
