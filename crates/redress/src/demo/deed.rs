//! One scene of the play, done in the writer's transaction by the verbs that the
//! desk and the follow-up page use.

use super::{
    founding::People,
    hours::in_office,
    records, rules,
    script::{Act, Script, Story},
};
use crate::commands::Failure;
use redress_complaint::{
    House, Verb,
    at::{Upload, enclosed},
    case::MessageState,
    door::upload,
    facts::{MessageReceived, MessageSent, MessageText, Person, Supplemented, SupplementedText},
    objectivity::declare_first,
    record::{Asked, Fault, find, keep, perform, perform_for_complainant},
};
use redress_framework::significance::notice;
use redress_kernel::{Actor, By, Draft, Id, Instant, calendar::Calendar, fields::Fields};
use redress_operation::receipt::{Arrival, NotReceived, receive};
use redress_store::{Error, Tx};
use std::{collections::BTreeMap, sync::Arc};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// Fields in which a colleague is named by key.
const COLLEAGUES: [&str; 4] = [
    "colleague",
    "concerned-colleague",
    "action-owner",
    "objective-owner",
];

const METER: &[u8] = include_bytes!("world/files/meter.png");
const BILL: &[u8] = include_bytes!("world/files/bill.pdf");

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    Arrives,
    /// The act at this place of the story.
    Act(usize),
    /// A message leaves the house: a mail by itself, a letter or a call by intake.
    Leaves(Id),
    /// The step at this place of a record of the management system.
    Kept(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scene {
    pub at: Instant,
    /// The number of the story, or of the record.
    pub story: usize,
    pub what: What,
}

/// Who and what has come on so far.
pub struct Stage {
    house: House,
    pub(super) script: Arc<Script>,
    pub(super) people: People,
    calendar: Calendar,
    cases: BTreeMap<usize, (Id, String)>,
    /// Records of the management system, by their numbers.
    pub(super) records: BTreeMap<usize, Id>,
    /// Messages that have their way out already.
    leaving: Vec<Id>,
}

impl Stage {
    pub fn new(house: House, script: Arc<Script>, people: People, calendar: Calendar) -> Stage {
        Stage {
            house,
            script,
            people,
            calendar,
            cases: BTreeMap::new(),
            records: BTreeMap::new(),
            leaving: Vec::new(),
        }
    }

    /// Plays it; what follows from it by itself.
    pub fn play(&mut self, tx: &mut Tx, scene: &Scene) -> Result<Vec<Scene>, Failure> {
        if let What::Kept(place) = scene.what {
            records::play(self, tx, scene, place)?;
            return Ok(Vec::new());
        }
        let script = self.script.clone();
        let Some(story) = script.stories.get(scene.story) else {
            return Ok(Vec::new());
        };
        match scene.what {
            What::Arrives => {
                let case = self.arrives(tx, story, scene.at)?;
                self.cases.insert(scene.story, case);
            }
            What::Act(place) => {
                let course = story.course(&script.acts).nth(place).flatten();
                let Some((act, _)) = course else {
                    return Ok(Vec::new());
                };
                self.acts(tx, story, scene, act)?;
            }
            What::Leaves(message) => self.leaves(tx, story, scene, message)?,
            What::Kept(_) => {}
        }
        self.tells_the_top(tx, scene)?;
        self.followed_by(tx, scene).map_err(Failure::from)
    }

    /// The mail of a significant complaint, as if a relay had taken it.
    fn tells_the_top(&self, tx: &mut Tx, scene: &Scene) -> Result<(), Error> {
        let (Some(id), Some(top)) = (self.case(scene.story), self.people.id("top")) else {
            return Ok(());
        };
        let case = notice::wanted(tx, id, top)?;
        match case.filter(|case| case.told.is_empty()) {
            Some(_) => notice::told(tx, id, top, scene.at),
            None => Ok(()),
        }
    }

    fn case(&self, story: usize) -> Option<Id> {
        self.cases.get(&story).map(|(id, _)| *id)
    }

    fn arrives(&self, tx: &mut Tx, story: &Story, at: Instant) -> Result<(Id, String), Failure> {
        let by_staff = match story.channel.as_str() {
            "phone" | "letter" | "social" | "staff" => "intake",
            "in-person" => "counter",
            _ => "",
        };
        let by = By {
            actor: self.people.id(by_staff).unwrap_or(Id::COMPLAINANT),
            unit: None,
            at,
        };
        let before = rules::in_force(tx, story.rules.as_deref(), at)?;
        let receipt = receive(tx, self.arrival(story, at), &by).map_err(|error| match error {
            NotReceived::Refused(refusal) => failed(story, "received", refusal.code),
            NotReceived::Store(error) => error.into(),
        })?;
        rules::as_before(tx, before, at)?;
        Ok((receipt.complaint, receipt.reference))
    }

    fn arrival(&self, story: &Story, at: Instant) -> Arrival {
        let person = Person {
            name: story.name.clone(),
            email: story.email.clone(),
            phone: story.phone.clone(),
            address: story.address.clone(),
        };
        Arrival {
            channel: story.channel.clone(),
            language: story.lang,
            needs: story.needs.clone(),
            anonymous: person.is_empty(),
            received_at: (story.late_days > 0).then(|| at.plus_seconds(-story.late_days * DAY)),
            late_reason: story.late_reason.clone(),
            danger: story.danger,
            category: Some(story.category.clone()),
            remedies_sought: story.remedies.clone(),
            remedy_sought: story.wanted.clone(),
            subject: story.subject.clone(),
            description: story.text.clone(),
            representative: self.representative(story),
            authority: story.authority.clone(),
            complainant: person,
            files: self.files(story.file.as_deref()),
            ..Arrival::default()
        }
    }

    /// Somebody acts for the complainant; answers go to them.
    fn representative(&self, story: &Story) -> Option<Person> {
        let name = story.representative.as_str();
        (!name.is_empty()).then(|| Person {
            name: name.to_owned(),
            email: story
                .words
                .get("representative_email")
                .cloned()
                .unwrap_or_default(),
            ..Person::default()
        })
    }

    fn files(&self, name: Option<&str>) -> Vec<Upload> {
        let bytes = match name {
            Some(name) if name.ends_with(".pdf") => BILL,
            Some(_) => METER,
            None => return Vec::new(),
        };
        let (id, salt) = (self.house.new_id(), (self.house.random)());
        let name = name.unwrap_or_default().to_owned();
        vec![upload(id, salt, name, bytes.to_vec())]
    }

    fn acts(&self, tx: &mut Tx, story: &Story, scene: &Scene, act: &Act) -> Result<(), Failure> {
        let Some(complaint) = self.case(scene.story) else {
            return Ok(());
        };
        if act.by == "complainant" {
            return self.complainant_acts(tx, story, scene, complaint, act);
        }
        let who = match act.by.as_str() {
            "owner" => story.owner.as_str(),
            key => key,
        };
        let nobody = || failed(story, &act.verb, "nobody of this name");
        let asked = Asked {
            complaint,
            verb: self.verb(story, act)?,
            fields: self.fields(story, act, scene.at)?,
            files: match act.verb.as_str() {
                "evidence" => self.files(Some("meter.png")),
                _ => Vec::new(),
            },
            seen: None,
            actor: self.people.actor(who).ok_or_else(nobody)?,
            now: scene.at,
        };
        declare_first(tx, &self.house, &asked)
            .and_then(|()| perform(tx, &self.house, asked))
            .map(|_| ())
            .map_err(|fault| refused(story, act, &fault))
    }

    fn verb(&self, story: &Story, act: &Act) -> Result<Verb, Failure> {
        let mut all = self.house.slices.iter().flat_map(|slice| slice.verbs);
        let verb = all.find(|verb| verb.name == act.verb).copied();
        verb.ok_or_else(|| failed(story, &act.verb, "no such verb"))
    }

    /// What they do on the follow-up page.
    fn complainant_acts(
        &self,
        tx: &mut Tx,
        story: &Story,
        scene: &Scene,
        case: Id,
        act: &Act,
    ) -> Result<(), Failure> {
        let fields = self.fields(story, act, scene.at)?;
        let draft = match act.verb.as_str() {
            "message" => wrote(case, story, &fields),
            "supplement" => {
                let files = self.files(Some("bill.pdf"));
                keep(tx, &files)?;
                supplemented(case, &files, &fields)
            }
            _ => {
                let verb = self.verb(story, act)?;
                let theirs = verb
                    .theirs
                    .ok_or_else(|| failed(story, verb.name, "not theirs"))?;
                return perform_for_complainant(tx, &self.house, case, theirs, fields, scene.at)
                    .map(|_| ())
                    .map_err(|fault| refused(story, act, &fault));
            }
        };
        tx.record(draft, &By::complainant(scene.at))?;
        Ok(())
    }

    fn fields(&self, story: &Story, act: &Act, at: Instant) -> Result<Fields, Failure> {
        let mut typed = Vec::new();
        for (name, value) in &act.fields {
            let Some(value) = self.said(story, value) else {
                continue;
            };
            let value = self.meant(name, &value, at);
            let value = value.ok_or_else(|| failed(story, &act.verb, name))?;
            typed.push((name.clone(), value));
        }
        let mut fields = Fields::from_pairs(typed);
        // The page's own check of kinds and limits, as for a form; what the
        // complainant writes is no verb of the desk.
        if let Ok(verb) = self.verb(story, act) {
            fields.check(verb.fields);
        }
        match fields.problems().first() {
            Some(problem) => Err(failed(story, &act.verb, &problem.field)),
            None => Ok(fields),
        }
    }

    /// `{word|otherwise}` is the word of the story or of its topic.
    fn said(&self, story: &Story, value: &str) -> Option<String> {
        let inside = value.strip_prefix('{').and_then(|v| v.strip_suffix('}'));
        let Some(inside) = inside else {
            return Some(value.to_owned());
        };
        let (name, otherwise) = inside.split_once('|').unwrap_or((inside, ""));
        let word = self.script.word(story, name).unwrap_or(otherwise);
        (!word.is_empty()).then(|| word.to_owned())
    }

    /// `+n` is a day, `~n` a moment so many days later, `@key` the reference of
    /// another story; colleagues go by their keys.
    pub(super) fn meant(&self, name: &str, value: &str, at: Instant) -> Option<String> {
        let days = |sign: char| {
            let days = value.strip_prefix(sign)?.parse::<i64>().ok()?;
            Some(at.plus_seconds(days * DAY))
        };
        if COLLEAGUES.contains(&name) {
            return self.people.id(value).map(|id| id.to_string());
        }
        if let Some(key) = value.strip_prefix('@') {
            let mut stories = self.script.stories.iter();
            let number = stories.position(|story| story.key == key)?;
            return self.cases.get(&number).map(|(_, its)| its.clone());
        }
        Some(match (days('+'), days('~')) {
            (Some(day), _) => day.date_in(&self.calendar.zone).to_string(),
            (_, Some(moment)) => moment.to_string(),
            _ => value.to_owned(),
        })
    }

    /// Messages that wait now and have no way out yet.
    fn followed_by(&mut self, tx: &mut Tx, scene: &Scene) -> Result<Vec<Scene>, Error> {
        let Some(id) = self.case(scene.story) else {
            return Ok(Vec::new());
        };
        let Some(case) = find(tx, id)? else {
            return Ok(Vec::new());
        };
        let mut next = Vec::new();
        for message in &case.messages {
            if message.state != MessageState::Queued || self.leaving.contains(&message.id) {
                continue;
            }
            let at = match message.way.as_str() {
                "letter" => in_office(scene.at.plus_seconds(22 * HOUR), &self.calendar),
                "phone" => in_office(scene.at.plus_seconds(4 * HOUR), &self.calendar),
                _ => scene.at.plus_seconds(30),
            };
            self.leaving.push(message.id);
            next.push(Scene {
                at,
                story: scene.story,
                what: What::Leaves(message.id),
            });
        }
        Ok(next)
    }

    fn leaves(
        &self,
        tx: &mut Tx,
        story: &Story,
        scene: &Scene,
        message: Id,
    ) -> Result<(), Failure> {
        let case = match self.case(scene.story) {
            Some(id) => find(tx, id)?,
            None => None,
        };
        let Some(case) = case else { return Ok(()) };
        let waiting = |m: &&redress_complaint::case::CaseMessage| {
            m.id == message && m.state == MessageState::Queued
        };
        let Some(waiting) = case.messages.iter().find(waiting) else {
            return Ok(());
        };
        if matches!(waiting.way.as_str(), "letter" | "phone") {
            return self.by_hand(tx, story, scene, case.id, message);
        }
        let sent = MessageSent {
            message,
            way: waiting.way.clone(),
        };
        went(tx, case.id, &sent, scene.at).map_err(Failure::from)
    }

    /// Intake posts the letter, or reads it out on the telephone.
    fn by_hand(
        &self,
        tx: &mut Tx,
        story: &Story,
        scene: &Scene,
        complaint: Id,
        message: Id,
    ) -> Result<(), Failure> {
        let act = Act {
            by: "intake".to_owned(),
            verb: "sent".to_owned(),
            after: 0,
            fields: BTreeMap::new(),
        };
        let nobody = || failed(story, "sent", "nobody of this name");
        let actor: Actor = self.people.actor(&act.by).ok_or_else(nobody)?;
        let asked = Asked {
            complaint,
            verb: self.verb(story, &act)?,
            fields: Fields::from_pairs([("message".to_owned(), message.to_string())]),
            files: Vec::new(),
            seen: None,
            actor,
            now: scene.at,
        };
        perform(tx, &self.house, asked)
            .map(|_| ())
            .map_err(|fault| refused(story, &act, &fault))
    }
}

/// What the relay would have done by now; that it acknowledges is heard by whoever listens.
fn went(tx: &mut Tx, case: Id, sent: &MessageSent, at: Instant) -> Result<(), Error> {
    let by = By::system(at);
    tx.record(Draft::of(case, sent), &by)?;
    let mail = format!("mail:{}", sent.message);
    let page = format!("portal:{}", sent.message);
    redress_store::job::withdraw(tx, &mail)?;
    redress_store::job::withdraw(tx, &page).map(|_| ())
}

fn wrote(case: Id, story: &Story, fields: &Fields) -> Draft {
    let record = MessageReceived {
        channel: "web".to_owned(),
        language: Some(story.lang),
        files: Vec::new(),
        mail: None,
    };
    let text = MessageText {
        text: fields.text("text"),
        ..MessageText::default()
    };
    Draft::with(case, &record, &text)
}

fn supplemented(case: Id, files: &[Upload], fields: &Fields) -> Draft {
    let (record, names) = enclosed(files);
    let fact = Supplemented {
        files: record,
        channel: "web".to_owned(),
    };
    let text = SupplementedText {
        text: fields.text("text"),
        files: names,
    };
    Draft::with(case, &fact, &text)
}

fn failed(story: &Story, verb: &str, why: &str) -> Failure {
    Failure::Failed(format!("{}, {verb}: {why}", story.key))
}

fn refused(story: &Story, act: &Act, fault: &Fault) -> Failure {
    match fault {
        Fault::Refused(refusal, _) => failed(story, &act.verb, refusal.code),
        other => failed(story, &act.verb, &format!("{other:?}")),
    }
}
