//! Blue Ferry Co.: somebody reports, the director confirms, another ground comes up.

#![allow(clippy::unwrap_used)]

use super::{significance::*, unconfirmed};
use redress_complaint::{
    Complaint, Decided,
    at::{At, Colleague, NO_COMPETENCES},
    case::Concern,
    facts::{GROUNDS, Received},
};
use redress_kernel::{
    Actor, Entry, Erasable, Id, Instant, Organisation, Refusal, Role, fields::Fields,
};
use std::collections::BTreeMap;

const CASE: [u8; 16] = [7; 16];

fn actor(n: u8, role: Role) -> Actor {
    Actor {
        id: Id::from_bytes([n; 16]),
        name: String::new(),
        email: String::new(),
        role,
        unit: None,
        scope: None,
    }
}

fn ona() -> Actor {
    actor(1, Role::Intake)
}

fn tomas() -> Actor {
    actor(2, Role::Manager)
}

fn ruta() -> Actor {
    actor(3, Role::TopManagement)
}

/// Hours after Monday 09:00 in the office's zone.
fn hour(hours: i64) -> Instant {
    let monday: Instant = "2026-03-02T09:00:00Z".parse().unwrap();
    monday.plus_seconds(hours * 3600)
}

struct Desk {
    organisation: Organisation,
    people: Vec<Colleague>,
    entries: Vec<Entry>,
}

impl Desk {
    fn with(people: &[Actor]) -> Desk {
        let colleague = |one: &Actor| Colleague {
            id: one.id,
            name: String::new(),
            role: one.role,
            unit: one.unit,
        };
        let mut desk = Desk {
            organisation: Organisation::default(),
            people: people.iter().map(colleague).collect(),
            entries: Vec::new(),
        };
        let received = serde_json::json!({
            "reference": "BF-26-004J-7KQ", "year": 2026, "counter": 1, "channel": "web",
            "language": "en", "received_at": hour(0), "due": {},
        });
        desk.keep("received", received.to_string(), String::new(), &ona(), 0);
        desk
    }

    fn keep(&mut self, kind: &str, record: String, personal: String, by: &Actor, hours: i64) {
        let seq = self.entries.len() as i64 + 1;
        self.entries.push(Entry {
            seq,
            id: Id::from_bytes([9; 16]),
            kind: kind.to_owned(),
            version: 1,
            about: Id::from_bytes(CASE),
            actor: by.id,
            unit: None,
            recorded_at: hour(hours),
            occurred_at: None,
            record,
            personal: match personal.as_str() {
                "" => Erasable::None,
                _ => Erasable::Present(personal),
            },
        });
    }

    fn case(&self) -> Complaint {
        Complaint::fold(&self.entries)
    }

    fn at<T>(&self, by: &Actor, hours: i64, see: impl FnOnce(&Complaint, &At) -> T) -> T {
        let others = BTreeMap::new();
        let at = At {
            actor: by,
            now: hour(hours),
            organisation: &self.organisation,
            colleagues: &self.people,
            competences: &NO_COMPETENCES,
            files: &[],
            others: &others,
            obstacles: &[],
            ids: [Id::SYSTEM; 4],
        };
        see(&self.case(), &at)
    }

    fn does(
        &mut self,
        by: &Actor,
        hours: i64,
        ready: fn(&Complaint, &At) -> Result<(), Refusal>,
        decide: fn(&Complaint, &Fields, &At) -> Result<Decided, Refusal>,
        typed: &[(&str, &str)],
    ) -> Result<(), &'static str> {
        let mut fields = Fields::default();
        typed
            .iter()
            .for_each(|(name, value)| fields.put(name, *value));
        let decided = self.at(by, hours, |c, at| {
            ready(c, at)?;
            decide(c, &fields, at)
        });
        for draft in decided.map_err(|refusal| refusal.code)?.drafts {
            let personal = draft.personal.map(|it| it.to_string()).unwrap_or_default();
            self.keep(draft.kind, draft.record.to_string(), personal, by, hours);
        }
        Ok(())
    }

    fn reports(&mut self, by: &Actor, hours: i64, ground: &str) -> Result<(), &'static str> {
        let why = [
            ("grounds", ground),
            ("significance-reason", "A reporter rang."),
        ];
        self.does(by, hours, |_, _| Ok(()), report, &why)
    }

    fn confirms(&mut self, by: &Actor, hours: i64) -> Result<(), &'static str> {
        let note = [("significance-note", "I call the paper.")];
        self.does(by, hours, to_confirm, confirm, &note)
    }

    fn lifts(&mut self, by: &Actor, hours: i64) -> Result<(), &'static str> {
        let why = [("lifting-reason", "It was another ferry.")];
        self.does(by, hours, is_theirs, lift, &why)
    }
}

#[test]
fn a_reported_complaint_is_confirmed_within_office_hours() {
    let mut desk = Desk::with(&[ona(), tomas(), ruta()]);
    desk.reports(&ona(), 6, "media").unwrap();
    let it = desk.case().significant.unwrap();
    assert_eq!(
        (it.grounds.as_slice(), it.since),
        (&["media".to_owned()][..], hour(6))
    );
    // Three in the afternoon and four working hours: eleven the next day.
    assert_eq!(it.confirm_by, hour(26));
    assert_eq!(unconfirmed(&desk.case()).len(), 1);
    desk.confirms(&ruta(), 7).unwrap();
    let case = desk.case();
    let it = case.significant.as_ref().unwrap();
    assert_eq!(
        (it.confirmed_at, it.confirmed_by),
        (Some(hour(7)), Some(ruta().id))
    );
    assert!(case.significance_unconfirmed().is_none() && unconfirmed(&case).is_empty());
    assert_eq!(desk.confirms(&ruta(), 8), Err("confirmed-already"));
}

#[test]
fn a_ground_that_stands_is_not_reported_twice() {
    let mut desk = Desk::with(&[ona(), ruta()]);
    assert_eq!(desk.confirms(&ruta(), 0), Err("not-significant"));
    desk.reports(&ona(), 0, "media").unwrap();
    assert_eq!(desk.reports(&ona(), 1, "media"), Err("significant-already"));
}

#[test]
fn a_new_ground_on_a_confirmed_one_asks_again() {
    let mut desk = Desk::with(&[ona(), ruta()]);
    desk.reports(&ona(), 0, "media").unwrap();
    desk.confirms(&ruta(), 1).unwrap();
    desk.reports(&ona(), 2, "regulator").unwrap();
    let it = desk.case().significant.unwrap();
    assert_eq!(it.grounds, ["media", "regulator"]);
    assert_eq!(
        (it.since, it.asked_at, it.confirmed_at),
        (hour(0), hour(2), None)
    );
    desk.confirms(&ruta(), 3).unwrap();
    assert_eq!(desk.case().significant.unwrap().confirmations.len(), 2);
}

#[test]
fn until_it_is_confirmed_the_nearer_moment_holds() {
    let mut desk = Desk::with(&[ona(), ruta()]);
    desk.reports(&ona(), 0, "safety").unwrap();
    desk.reports(&ona(), 3, "media").unwrap();
    assert_eq!(desk.case().significant.unwrap().confirm_by, hour(4));
}

#[test]
fn a_manager_confirms_only_where_nobody_holds_the_role() {
    let mut desk = Desk::with(&[ona(), tomas(), ruta()]);
    desk.reports(&ona(), 0, "legal").unwrap();
    assert_eq!(desk.confirms(&tomas(), 1), Err("top-management-confirms"));
    assert_eq!(desk.lifts(&tomas(), 1), Err("top-management-confirms"));
    desk.people.retain(|one| one.role != Role::TopManagement);
    desk.confirms(&tomas(), 2).unwrap();
}

#[test]
fn several_may_confirm_and_each_once() {
    let other = actor(4, Role::TopManagement);
    let mut desk = Desk::with(&[ona(), ruta(), other.clone()]);
    desk.reports(&ona(), 0, "amount").unwrap();
    desk.confirms(&ruta(), 1).unwrap();
    desk.confirms(&other, 2).unwrap();
    let it = desk.case().significant.unwrap();
    assert_eq!(
        (it.confirmed_at, it.confirmations.len()),
        (Some(hour(1)), 2)
    );
}

#[test]
fn what_was_lifted_is_known_and_a_person_can_report_it_again() {
    let mut desk = Desk::with(&[ona(), ruta()]);
    desk.reports(&ona(), 0, "safety").unwrap();
    desk.lifts(&ruta(), 1).unwrap();
    let case = desk.case();
    assert!(case.significant.is_none());
    assert!(!case.is_new_ground("safety"), "no rule finds it again");
    desk.reports(&ona(), 2, "safety").unwrap();
    assert_eq!(desk.case().significant.unwrap().since, hour(2));
}

#[test]
fn whoever_is_complained_about_does_not_confirm() {
    let desk = Desk::with(&[ona(), tomas(), ruta()]);
    let mut case = desk.case();
    case.concerns.push(Concern {
        colleague: Some(ruta().id),
        ..Concern::default()
    });
    let top = redress_complaint::authority::at_the_top(&case, &desk.people);
    assert_eq!(top, [tomas().id]);
}

#[test]
fn the_story_begins_with_a_received_complaint() {
    let entry = Desk::with(&[]).entries.remove(0);
    assert!(entry.read::<Received>().is_ok());
    assert_eq!(GROUNDS.len(), 6);
}
