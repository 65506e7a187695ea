//! Rasa Jankauskienė complains about a ferry; who reads what of her.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod at_random;

use super::{MASK, Mask, entries::as_told, reveal::REVEAL, stand_in::look};
use crate::{Complaint, at::At, case::NameShown, facts::*};
use redress_kernel::{
    Actor, Draft, Entry, Erasable, Fact, Id, Instant, Lang, Organisation, Role, fields::Fields,
    organisation::Names, person::Sight,
};
use std::collections::BTreeMap;

const NO_IDENTITY: Sight = Sight {
    identity: false,
    contact: false,
    ..Sight::WHOLE
};
const CASE: Id = Id::from_bytes([7; 16]);

fn aiste() -> Id {
    Id::from_bytes([101; 16])
}

fn jonas() -> Id {
    Id::from_bytes([102; 16])
}

fn at(hour: i64) -> Instant {
    let start: Instant = "2026-03-02T07:00:00Z".parse().unwrap();
    start.plus_seconds(hour * 3_600)
}

#[derive(Default)]
struct Story(Vec<Entry>);

impl Story {
    fn then(mut self, actor: Id, draft: Draft) -> Story {
        let seq = self.0.len() as i64;
        self.0.push(Entry {
            seq,
            id: Id::new(at(seq).micros(), [seq as u8; 10]),
            kind: draft.kind.to_owned(),
            version: draft.version,
            about: CASE,
            actor,
            unit: None,
            recorded_at: at(seq),
            occurred_at: None,
            record: draft.record.to_string(),
            personal: draft
                .personal
                .map_or(Erasable::None, |p| Erasable::Present(p.to_string())),
        });
        self
    }

    fn says<F: Fact>(self, actor: Id, fact: F, personal: F::Personal) -> Story {
        self.then(actor, Draft::with(CASE, &fact, &personal))
    }

    fn given_to(self, owner: Option<Id>) -> Story {
        self.then(jonas(), Draft::of(CASE, &Assigned { owner, unit: None }))
    }

    fn case(&self) -> Complaint {
        Complaint::fold(&self.0)
    }

    fn as_seen(&self, sight: Sight) -> Complaint {
        Complaint {
            seen_with: Some(sight),
            ..Complaint::fold(&as_told(&self.0, sight))
        }
    }
}

fn rasa() -> Person {
    Person {
        name: "Rasa Jankauskienė".into(),
        email: "rasa.j@example.lt".into(),
        phone: "+370 612 34567".into(),
        address: "Pilies g. 7\nVilnius".into(),
    }
}

fn received(channel: &str) -> Received {
    serde_json::from_value(serde_json::json!({
        "reference": "BF-26-0000-000", "year": 2026, "counter": 1, "channel": channel, "language": "lt",
        "received_at": at(0).micros(), "due": {},
    }))
    .unwrap()
}

fn told() -> ReceivedText {
    ReceivedText {
        subject: "The ferry left without Rasa".into(),
        description: "I am RASA JANKAUSKIENĖ, call 8 612 34567. It left at 8:50.".into(),
        complainant: rasa(),
        ..ReceivedText::default()
    }
}

fn the_ferry_left_early() -> Story {
    Story::default().says(Id::COMPLAINANT, received("web"), told())
}

fn letter() -> (MessageQueued, Letter) {
    let queued = MessageQueued {
        message: Id::from_bytes([9; 16]),
        purpose: "acknowledgement".into(),
        way: "email".into(),
        language: Lang::Lt,
        send_at: at(1),
        files: vec![],
        next_update: None,
        response_due: None,
        progress: false,
    };
    let letter = Letter {
        to: "rasa.j@example.lt".into(),
        name: "Rasa Jankauskienė".into(),
        subject: "We have your complaint".into(),
        body: "Dear Rasa Jankauskienė,\n\nwe have it.".into(),
        ..Letter::default()
    };
    (queued, letter)
}

/// Everything that a case says, in one text.
fn all_of(case: &Complaint) -> String {
    let people = [&case.complainant.name, &case.complainant.email];
    let people = people
        .into_iter()
        .chain([&case.complainant.phone, &case.complainant.address]);
    let people: Vec<&str> = people.map(String::as_str).collect();
    format!("{case:?} {}", people.join(" ")).to_lowercase()
}

const CANARIES: [&str; 6] = [
    "rasa",
    "jankausk",
    "rasa.j@example.lt",
    "612 34567",
    "61234567",
    "pilies",
];

#[test]
fn whoever_may_not_know_finds_her_nowhere_in_the_case() {
    let (queued, letter) = letter();
    let story = the_ferry_left_early()
        .says(Id::SYSTEM, queued, letter)
        .says(
            jonas(),
            Noted { mentioned: vec![] },
            Text {
                text: "Rasa rang again.".into(),
            },
        );
    let whole = all_of(&story.case());
    for canary in CANARIES.iter().filter(|it| **it != "61234567") {
        assert!(whole.contains(canary), "the control lacks {canary}");
    }
    let seen = story.as_seen(NO_IDENTITY);
    let masked = all_of(&seen);
    for canary in CANARIES {
        assert!(!masked.contains(canary), "{canary} in {masked}");
    }
    assert!(
        seen.description.ends_with("It left at 8:50."),
        "{}",
        seen.description
    );
    assert!(seen.is_masked());
    assert_eq!(
        seen.complainant.reachable(),
        ["email", "phone", "post"],
        "how, not where"
    );
    assert_eq!(seen.timeline.len(), 3, "nothing else is missing");
}

#[test]
fn a_name_that_was_corrected_later_is_masked_in_what_was_written_before() {
    let text = CorrectedText {
        complainant: Some(Person {
            name: "Rasa Petraitė".into(),
            ..rasa()
        }),
        ..CorrectedText::default()
    };
    let story = the_ferry_left_early().says(jonas(), Corrected::default(), text);
    let masked = all_of(&story.as_seen(NO_IDENTITY));
    assert!(
        !masked.contains("jankausk") && !masked.contains("petrait"),
        "{masked}"
    );
}

#[test]
fn a_visitor_reads_what_went_to_and_fro_and_no_note() {
    let note = Text {
        text: "I do not believe it.".into(),
    };
    let story = the_ferry_left_early().says(jonas(), Noted { mentioned: vec![] }, note);
    let visitor = Sight {
        texts: true,
        ..Sight::NOTHING
    };
    let seen = all_of(&story.as_seen(visitor));
    assert!(
        seen.contains("it left at 8:50") && !seen.contains("believe"),
        "{seen}"
    );
    let nothing = all_of(&story.as_seen(Sight::NOTHING));
    assert!(!nothing.contains("8:50"), "{nothing}");
}

#[test]
fn a_mask_lies_over_words_in_any_case_and_leaves_other_words() {
    let mask = Mask::of([&rasa()]);
    let over = |text: &str| mask.over(text);
    assert_eq!(over("Ponia Jankauskienė"), format!("Ponia {MASK}"));
    assert_eq!(
        over("Jankauskienės laiškas"),
        format!("{MASK}s laiškas"),
        "its endings too"
    );
    assert_eq!(over("rasa jankauskienė"), MASK);
    assert_eq!(over("RASA.J@example.LT!"), format!("{MASK}!"));
    assert_eq!(
        over("+370(612)345-67 after six"),
        format!("{MASK} after six")
    );
    assert_eq!(over("۸۶۱۲۳۴۵۶۷"), MASK, "in Persian digits");
    assert_eq!(
        over("the rasa of dew, Rasamala, 1234"),
        "the rasa of dew, ".to_owned() + MASK + "mala, 1234"
    );
    assert_eq!(Mask::of([&Person::default()]).over("Rasa"), "Rasa");
}

#[test]
fn names_without_spaces_are_masked_whole() {
    let person = Person {
        name: "김서연".into(),
        ..Person::default()
    };
    assert_eq!(
        Mask::of([&person]).over("안녕하세요, 김서연님"),
        format!("안녕하세요, {MASK}님")
    );
}

#[test]
fn being_given_the_case_shows_the_name_once_and_taking_it_down_for_a_day() {
    let story = Story::default()
        .says(jonas(), received("phone"), told())
        .given_to(Some(aiste()))
        .given_to(None)
        .given_to(Some(aiste()));
    let case = story.case();
    let shown: Vec<(Id, &str)> = case
        .shown
        .iter()
        .map(|it| (it.to, it.why.as_str()))
        .collect();
    assert_eq!(
        shown,
        [
            (jonas(), NameShown::RECORDED),
            (aiste(), NameShown::ASSIGNED)
        ]
    );
    assert_eq!(case.shown_now(at(3)), [jonas()]);
    assert!(case.shown_now(at(13)).is_empty());
    let web = the_ferry_left_early().case();
    assert!(web.shown.is_empty(), "nobody here took it down");
}

fn actor(id: Id) -> Actor {
    Actor {
        id,
        name: String::new(),
        email: String::new(),
        role: Role::Handler,
        unit: None,
        scope: None,
    }
}

/// What the verb says to this person, in this office, at this moment.
fn asked(
    case: &Complaint,
    who: Id,
    names: Names,
    now: Instant,
) -> Result<Vec<Draft>, &'static str> {
    let organisation = Organisation {
        names,
        ..Organisation::default()
    };
    let actor = actor(who);
    let at = At {
        actor: &actor,
        now,
        organisation: &organisation,
        colleagues: &[],
        files: &[],
        others: &BTreeMap::new(),
        obstacles: &[],
        competences: &crate::at::NO_COMPETENCES,
        ids: [Id::SYSTEM; 4],
    };
    let mut fields = Fields::default();
    fields.put("identity-why", "caller");
    fields.put("identity-reason", "She rings about the refund.");
    (REVEAL.ready)(case, &at).map_err(|_| "not ready")?;
    let decided = (REVEAL.decide)(case, &fields, &at).map_err(|_| "refused")?;
    Ok(decided.drafts)
}

#[test]
fn a_reason_shows_the_name_until_the_end_of_the_day_and_not_a_second_time() {
    let story = the_ferry_left_early();
    let drafts = asked(&story.case(), jonas(), Names::NeedToKnow, at(2)).unwrap();
    let story = drafts
        .into_iter()
        .fold(story, |story, draft| story.then(jonas(), draft));
    let case = story.case();
    let shown = case.shown.last().unwrap();
    assert_eq!(
        (shown.to, shown.why.as_str(), shown.role),
        (jonas(), "caller", Some(Role::Handler))
    );
    assert_eq!(shown.reason, "She rings about the refund.");
    assert_eq!(case.shown_now(at(3)), [jonas()]);
    assert_eq!(
        asked(&case, jonas(), Names::NeedToKnow, at(3)),
        Err("not ready")
    );
    assert!(
        asked(&case, jonas(), Names::NeedToKnow, at(30)).is_ok(),
        "the next day it is asked again"
    );
    assert!(!case.is_worked_on(), "to look is no work");
}

#[test]
fn who_knows_already_gives_no_reason() {
    let mine = the_ferry_left_early().given_to(Some(aiste())).case();
    assert_eq!(
        asked(&mine, aiste(), Names::NeedToKnow, at(2)),
        Err("not ready")
    );
    assert!(asked(&mine, jonas(), Names::NeedToKnow, at(2)).is_ok());
    assert_eq!(asked(&mine, jonas(), Names::Open, at(2)), Err("not ready"));
    let nameless = Story::default().says(Id::COMPLAINANT, received("web"), ReceivedText::default());
    assert_eq!(
        asked(&nameless.case(), jonas(), Names::NeedToKnow, at(2)),
        Err("not ready")
    );
}

#[test]
fn a_deputy_is_shown_what_they_do_not_know_and_nothing_is_to_be_taken_back() {
    let story = the_ferry_left_early().given_to(Some(aiste()));
    let deputy = actor(jonas());
    let known = story.as_seen(Sight::WHOLE);
    assert!(look(&known, &deputy, at(20)).is_none());
    let nameless = Story::default().says(Id::COMPLAINANT, received("web"), ReceivedText::default());
    assert!(look(&nameless.as_seen(NO_IDENTITY), &deputy, at(20)).is_none());
    let draft = look(&story.as_seen(NO_IDENTITY), &deputy, at(20)).unwrap();
    let case = story.then(jonas(), draft).case();
    let shown = case.shown.last().unwrap();
    assert_eq!(
        (shown.to, shown.why.as_str(), shown.until),
        (jonas(), NameShown::STANDS_IN, None)
    );
    assert!(case.shown_now(at(5)).is_empty(), "it ends with the absence");
    assert!(case.was_opened_in_place(jonas()) && !case.was_opened_in_place(aiste()));
}
