//! Time limits of packs on one small complaint of Northfield Bank, received on the
//! day before Christmas.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::{
    case::{Moment, recount::Recount},
    facts::{Closed, DueDates, MessageQueued, MessageSent, Received},
    obligations::What,
};
use redress_kernel::{
    Draft, Entry, Erasable, Fact, Id, Lang, Organisation,
    calendar::NamedDay,
    clock::adds_up,
    organisation::{Decreed, InForce, InUse},
};
use redress_packs::calendars;

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

const CASE: Id = Id::from_bytes([7; 16]);

fn bank(pack: &str, calendar: &str, kinds: &[&str]) -> Organisation {
    Organisation {
        time_zone: "Europe/London".into(),
        packs: vec![InForce {
            pack: pack.into(),
            calendar: calendar.into(),
            kinds: kinds.iter().map(|kind| (*kind).to_owned()).collect(),
        }],
        ..Organisation::default()
    }
}

struct Story(Vec<Entry>);

impl Story {
    fn at(bank: &Organisation, received_at: &str) -> Story {
        let mut received: Received = serde_json::from_value(serde_json::json!({
            "reference": "NB-26-004J-7KQ", "year": 2026, "counter": 1, "channel": "web", "language": "en",
            "received_at": at(received_at).micros(), "due": {},
        }))
        .unwrap();
        received.packs = pinned(bank, received.received_at);
        Story(Vec::new()).then(received_at, Draft::of(CASE, &Plain(received)))
    }

    fn then(mut self, when: &str, draft: Draft) -> Story {
        let seq = self.0.len() as i64;
        self.0.push(Entry {
            seq,
            id: Id::new(at(when).micros(), [seq as u8; 10]),
            kind: draft.kind.to_owned(),
            version: draft.version,
            about: CASE,
            actor: Id::SYSTEM,
            unit: None,
            recorded_at: at(when),
            occurred_at: draft.occurred_at,
            record: draft.record.to_string(),
            personal: match draft.kind {
                "sent" => Erasable::None,
                _ => Erasable::Present("{}".into()),
            },
        });
        self
    }

    /// A letter of this purpose that leaves an hour after it was written.
    fn letter(self, when: &str, purpose: &str) -> Story {
        let queued = MessageQueued {
            message: CASE,
            purpose: purpose.into(),
            way: "email".into(),
            language: Lang::En,
            send_at: at(when),
            files: Vec::new(),
            next_update: None,
            response_due: None,
            progress: false,
        };
        let sent = MessageSent {
            message: CASE,
            way: "email".into(),
        };
        self.then(when, Draft::of(CASE, &Plain(queued)))
            .then(when, Draft::of(CASE, &sent))
    }

    fn case(&self) -> Complaint {
        Complaint::fold(&self.0)
    }
}

/// The record half alone.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
struct Plain<T>(T);

impl<T: Fact> Fact for Plain<T> {
    const KIND: &'static str = T::KIND;
    type Personal = ();
}

fn clock<'a>(all: &'a [Clock], id: &str) -> &'a Clock {
    all.iter().find(|it| it.clock.id == id).unwrap()
}

#[test]
fn a_complaint_keeps_to_the_version_of_its_day_of_receipt() {
    let fca = bank("uk-fca-disp", "GB-EAW", &[]);
    let before = pinned(&fca, at("2026-05-31T12:00:00Z"));
    let after = pinned(&fca, at("2026-06-01T12:00:00Z"));
    assert_ne!(before[0].version_from, after[0].version_from);
    assert_eq!(after[0].calendar, "GB-EAW");
    assert!(pinned(&fca, at("1990-01-01T12:00:00Z")).is_empty());
    assert!(pinned(&Organisation::default(), at("2026-06-01T12:00:00Z")).is_empty());
}

#[test]
fn the_next_date_is_the_earliest_of_own_targets_and_time_limits() {
    let story = Story::at(&bank("uk-fca-disp", "GB-EAW", &[]), "2026-12-24T10:00:00Z");
    let mut case = story.case();
    // One business day after Christmas Eve, over Christmas, the weekend and the
    // substitute for Boxing Day.
    let (what, due) = case.next_due(&jiff::tz::TimeZone::UTC).unwrap();
    assert_eq!(what.code(), "uk-fca-disp/acknowledgement");
    assert_eq!(due.to_string(), "2026-12-29T23:59:59.999999Z");
    let own = at("2026-12-28T23:59:59Z");
    case.due = DueDates {
        acknowledgement: Some(own),
        ..DueDates::default()
    };
    assert_eq!(
        case.next_due(&jiff::tz::TimeZone::UTC),
        Some((What::Acknowledgement, own))
    );
}

#[test]
fn the_answer_satisfies_and_nothing_is_awaited_any_more() {
    let story = Story::at(&bank("lt-consumer", "LT", &[]), "2026-11-02T10:00:00Z");
    assert_eq!(
        story
            .case()
            .next_due(&jiff::tz::TimeZone::UTC)
            .unwrap()
            .0
            .code(),
        "lt-consumer/reply"
    );
    let story = story.letter("2026-11-10T10:00:00Z", "decision");
    let case = story.case();
    assert_eq!(case.next_due(&jiff::tz::TimeZone::UTC), None);
    let all = case.clocks();
    let reply = clock(&all, "reply").due.as_ref().unwrap();
    assert!(matches!(
        reply.standing,
        Standing::Satisfied { in_time: true, .. }
    ));
    // What the authority has to keep is told and is never ours.
    assert!(!clock(&all, "authority-decision").counts);
}

#[test]
fn an_answer_after_the_limit_is_late_for_ever() {
    let story = Story::at(&bank("lt-consumer", "LT", &[]), "2026-11-02T10:00:00Z");
    let case = story.letter("2026-11-20T10:00:00Z", "decision").case();
    let all = case.clocks();
    assert!(clock(&all, "reply").is_missed(at("2026-11-21T10:00:00Z")));
}

#[test]
fn waiting_alone_stops_no_clock_and_closing_ends_all() {
    let story = Story::at(
        &bank("kr-civil-petition", "KR", &["grievance"]),
        "2026-12-14T01:00:00Z",
    );
    let waits = crate::facts::WaitingSet {
        on: Some("complainant".into()),
        ..crate::facts::WaitingSet::default()
    };
    let story = story.then("2026-12-15T01:00:00Z", Draft::of(CASE, &Plain(waits)));
    let all = story.case().clocks();
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].due.as_ref().unwrap().standing, Standing::Running);
    let closed: Closed =
        serde_json::from_value(serde_json::json!({ "reason": "resolved" })).unwrap();
    let case = story
        .then("2026-12-16T01:00:00Z", Draft::of(CASE, &Plain(closed)))
        .case();
    assert_eq!(case.next_due(&jiff::tz::TimeZone::UTC), None);
    let all = case.clocks();
    let standing = &all[0].due.as_ref().unwrap().standing;
    assert!(matches!(standing, Standing::Ended { .. }));
}

#[test]
fn a_limit_for_another_kind_may_apply_and_overdues_nobody_beside_a_certain_one() {
    let story = Story::at(&bank("uk-fca-disp", "GB-EAW", &[]), "2026-12-24T10:00:00Z");
    let all = story.case().clocks();
    let (general, payment) = (
        clock(&all, "final-response"),
        clock(&all, "payment-response"),
    );
    assert!(general.counts && !general.may_apply);
    assert!(payment.may_apply && !payment.counts);
    // An institution for payments says so once, and its limit counts.
    let paying = bank("uk-fca-disp", "GB-EAW", &["payment-services"]);
    let all = Story::at(&paying, "2026-12-24T10:00:00Z").case().clocks();
    assert!(clock(&all, "payment-response").counts);
    assert!(all.iter().all(|it| it.clock.id != "final-response"));
}

#[test]
fn where_only_uncertain_limits_lead_to_the_answer_the_earliest_counts() {
    let story = Story::at(&bank("cn-bank", "CN", &[]), "2026-11-02T01:00:00Z");
    let all = story.case().clocks();
    let counts: Vec<&str> = all
        .iter()
        .filter(|it| it.counts)
        .map(|it| it.clock.id.as_str())
        .collect();
    assert_eq!(counts, ["simple"]);
    assert!(clock(&all, "simple").may_apply);
    assert_eq!(
        story
            .case()
            .next_due(&jiff::tz::TimeZone::UTC)
            .unwrap()
            .0
            .code(),
        "cn-bank/simple"
    );
}

#[test]
fn a_chance_to_settle_early_is_never_overdue() {
    let all = Story::at(&bank("uk-fca-disp", "GB-EAW", &[]), "2026-12-24T10:00:00Z")
        .case()
        .clocks();
    let window = clock(&all, "summary-resolution");
    assert!(!window.counts && !window.is_missed(at("2027-12-24T10:00:00Z")));
}

#[test]
fn every_day_of_every_pack_is_explained_and_adds_up() {
    for pack in redress_packs::pack::packs() {
        let calendar = pack.calendar.as_deref().unwrap_or("LT");
        let story = Story::at(&bank(&pack.id, calendar, &[]), "2026-11-02T10:00:00Z");
        let story = story.letter("2026-11-10T10:00:00Z", "delay");
        let all = story.case().clocks();
        assert!(!all.is_empty(), "{}", pack.id);
        for clock in &all {
            let Ok(due) = &clock.due else { continue };
            assert_eq!(
                adds_up(&due.steps),
                Ok(()),
                "{} {}",
                pack.id,
                clock.clock.id
            );
            // Folding loses no day: the lines cover what the steps cover.
            let days = |step: &clock::Step| {
                matches!(
                    step,
                    clock::Step::Counted { .. } | clock::Step::Skipped { .. }
                )
            };
            let one = due.steps.iter().filter(|step| days(step)).count() as i32;
            let lines = crate::why::limits::lines(clock);
            let said =
                |said: &str| !matches!(said, "clock-worked" | "clock-computed" | "clock-unlisted");
            let spans = lines
                .iter()
                .filter(|line| said(&line.said.key))
                .filter_map(|line| line.days);
            let all: i32 = spans
                .map(|(first, last)| (last - first).get_days() + 1)
                .sum();
            assert_eq!(one, all, "{} {}", pack.id, clock.clock.id);
        }
    }
}

#[test]
fn a_complaint_of_before_there_were_packs_has_no_limits() {
    let story = Story::at(&Organisation::default(), "2026-12-24T10:00:00Z");
    assert!(!story.0[0].record.contains("packs"));
    let case = story.case();
    assert_eq!((case.clocks().len(), case.happened.len()), (0, 0));
}

/// What the office decided about a list, as every open case reads it.
fn decided(seq: i64, days: &[(&str, bool)]) -> Recount {
    let decreed = |(day, works): &(&str, bool)| Decreed {
        day: day.parse().unwrap(),
        works: *works,
        name: "By decree".into(),
    };
    let office = Organisation {
        national: vec![InUse {
            calendar: "GB-EAW".into(),
            version: calendars::national("GB-EAW").unwrap().version.clone(),
            days: days.iter().map(decreed).collect(),
        }],
        ..Organisation::default()
    };
    Recount::new(
        seq,
        at("2026-12-24T12:00:00Z"),
        Id::SYSTEM,
        &office.counting(),
    )
}

fn acknowledge_by(case: &Complaint) -> String {
    let clocks = case.clocks();
    let due = clock(&clocks, "acknowledgement").due.clone().unwrap();
    due.due_on.to_string()
}

#[test]
fn a_sudden_holiday_moves_the_running_limit_and_an_added_working_day_shortens_it() {
    let story = Story::at(&bank("uk-fca-disp", "GB-EAW", &[]), "2026-12-24T10:00:00Z");
    let as_listed = story.case();
    assert_eq!(acknowledge_by(&as_listed), "2026-12-29");
    let off = decided(9, &[("2026-12-29", false)]);
    let case = Complaint::fold_with(&story.0, std::slice::from_ref(&off));
    assert_eq!(acknowledge_by(&case), "2026-12-30");
    let lines = |case: &Complaint| {
        let told = |line: &&Moment| line.kind == "dates-recounted";
        case.timeline.iter().filter(told).count()
    };
    assert_eq!(lines(&case), 1);
    let clocks = case.clocks();
    let limit = clock(&clocks, "acknowledgement");
    assert_eq!(limit.relisted.as_ref().map(|it| it.seq), Some(9));
    assert!(adds_up(&limit.due.as_ref().unwrap().steps).is_ok());
    // A day that is worked after all, and then the list as it is again.
    let worked = decided(10, &[("2026-12-26", true)]);
    let case = Complaint::fold_with(&story.0, &[off.clone(), worked]);
    assert_eq!(acknowledge_by(&case), "2026-12-26");
    let case = Complaint::fold_with(&story.0, &[off, decided(11, &[])]);
    assert_eq!(acknowledge_by(&case), "2026-12-29");
    // A day that touches no limit of this case leaves no line in it.
    let (counted, far) = (decided(8, &[]), decided(9, &[("2030-01-02", false)]));
    let before = Complaint::fold_with(&story.0, std::slice::from_ref(&counted));
    let after = Complaint::fold_with(&story.0, &[counted, far]);
    assert_eq!(lines(&after), lines(&before));
}

#[test]
fn what_is_received_after_the_decision_is_pinned_to_it_and_what_is_closed_keeps_its_limit() {
    let mut northfield = bank("uk-fca-disp", "GB-EAW", &[]);
    northfield.national = vec![InUse {
        calendar: "GB-EAW".into(),
        version: calendars::national("GB-EAW").unwrap().version.clone(),
        days: vec![Decreed {
            day: "2026-12-29".parse().unwrap(),
            works: false,
            name: "By decree".into(),
        }],
    }];
    let after = Story::at(&northfield, "2026-12-24T10:00:00Z").case();
    assert_eq!(acknowledge_by(&after), "2026-12-30");

    let story = Story::at(&bank("uk-fca-disp", "GB-EAW", &[]), "2026-12-24T10:00:00Z").then(
        "2026-12-24T11:00:00Z",
        Draft::of(CASE, &Plain(Closed::default())),
    );
    let case = Complaint::fold_with(&story.0, &[decided(9, &[("2026-12-29", false)])]);
    assert_eq!(case.packs, story.case().packs);
}

/// A later release: a day more in the list, under a new version; the former one stays.
#[test]
fn an_old_case_keeps_its_dates_when_a_release_has_another_list() {
    let pack = redress_packs::pack::pack("uk-fca-disp").unwrap();
    let former = calendars::known("GB-EAW").unwrap().clone();
    let mut newer = former.clone();
    newer.national.version = "2027-01-01".into();
    newer.national.days.push(NamedDay {
        day: "2026-12-29".parse().unwrap(),
        works: false,
        name: "State funeral".into(),
    });
    let shelf = [newer, former.clone()];
    let case = Story::at(&bank("uk-fca-disp", "GB-EAW", &[]), "2026-12-24T10:00:00Z").case();
    let pin = &case.packs[0];
    assert_eq!(pin.calendar_version, former.national.version);
    let rule = &clock(&case.clocks(), "acknowledgement").clock.rule;
    let due = |version: &str| {
        let list = calendars::version_among(&shelf, &pin.calendar, version).unwrap();
        let calendar = over::over(pack, list, &pin.days, None).unwrap();
        let due = clock::due(rule, &case.happened, &calendar).unwrap();
        due.due_on.to_string()
    };
    assert_eq!(due(&pin.calendar_version), acknowledge_by(&case));
    assert_eq!(due("2027-01-01"), "2026-12-30");
    assert!(calendars::version_among(&shelf, "GB-EAW", "1999-01-01").is_none());
}
