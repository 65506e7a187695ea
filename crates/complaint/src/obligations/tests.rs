//! What Blue Ferry Co. owes, over stories and over random histories.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::*;
use crate::{Complaint, facts::*};
use proptest::prelude::*;
use redress_kernel::{Draft, Entry, Erasable, Fact, Id, Lang, clock::Occasion, clock::Reminder};

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn ferry() -> Organisation {
    Organisation {
        time_zone: "Europe/Vilnius".into(),
        ..Organisation::default()
    }
}

fn days() -> Calendar {
    ferry().calendar()
}

/// The journal of one case.
#[derive(Default, Clone)]
struct Story(Vec<Entry>);

const CASE: Id = Id::from_bytes([7; 16]);

impl Story {
    fn then<F: Fact>(mut self, when: &str, fact: F) -> Story
    where
        F::Personal: Default,
    {
        self.add(at(when), fact);
        self
    }

    fn add<F: Fact>(&mut self, when: Instant, fact: F)
    where
        F::Personal: Default,
    {
        let draft = Draft::with(CASE, &fact, &F::Personal::default());
        let seq = self.0.len() as i64;
        self.0.push(Entry {
            seq,
            id: Id::new(when.micros(), [seq as u8; 10]),
            kind: draft.kind.to_owned(),
            version: draft.version,
            about: CASE,
            actor: Id::ORGANISATION,
            unit: None,
            recorded_at: when,
            occurred_at: None,
            record: draft.record.to_string(),
            personal: Erasable::None,
        });
    }

    fn case(&self) -> Complaint {
        Complaint::fold(&self.0)
    }

    fn owed(&self, what: What) -> Vec<Obligation> {
        let all = self.case().obligations(&ferry()).into_iter();
        all.filter(|it| it.what == what).collect()
    }
}

fn received(from: Instant) -> Received {
    let due = |step| Some(ferry().due(step, from).micros());
    serde_json::from_value(serde_json::json!({
        "reference": "BF-26-0000-000", "year": 2026, "counter": 1, "channel": "phone", "language": "lt",
        "received_at": from.micros(), "reachable": ["phone"],
        "due": {"acknowledgement": due(Step::Acknowledgement), "assessment": due(Step::Assessment),
                "update": due(Step::Update), "response": due(Step::Response)},
    }))
    .unwrap()
}

/// Received on Monday morning, the second of March, at nine in Vilnius.
fn monday() -> Story {
    let nine = "2026-03-02T07:00:00Z";
    Story::default().then(nine, received(at(nine)))
}

fn acknowledged() -> Acknowledged {
    Acknowledged {
        way: "told".into(),
        language: Lang::En,
        message: None,
    }
}

fn remedy(number: u32) -> RemedyProposed {
    RemedyProposed {
        number,
        issue: 1,
        remedy: "17".into(),
        amount: None,
        due_on: jiff::civil::date(2026, 3, 20),
        needs_approval: false,
    }
}

#[test]
fn a_new_complaint_owes_four_things_of_ours() {
    let all = monday().case().obligations(&ferry());
    let open: Vec<_> = all.iter().map(|it| (it.what, it.standing)).collect();
    let expected = [
        What::Acknowledgement,
        What::Assessment,
        What::Update,
        What::Response,
    ];
    assert_eq!(open, expected.map(|what| (what, Standing::Open)));
}

#[test]
fn what_was_done_is_met_with_the_instant_and_whether_it_was_in_time() {
    let in_time = monday().then("2026-03-02T08:00:00Z", acknowledged());
    let late = monday().then("2026-03-05T08:00:00Z", acknowledged());
    let standing = |story: Story| story.owed(What::Acknowledgement)[0].standing;
    assert_eq!(
        standing(in_time),
        Standing::Met {
            at: at("2026-03-02T08:00:00Z"),
            in_time: true
        }
    );
    assert_eq!(
        standing(late),
        Standing::Met {
            at: at("2026-03-05T08:00:00Z"),
            in_time: false
        }
    );
}

#[test]
fn each_promised_remedy_is_owed_until_it_is_delivered_and_again_when_it_was_not_right() {
    let story = monday()
        .then("2026-03-03T08:00:00Z", remedy(1))
        .then("2026-03-03T08:00:00Z", remedy(2))
        .then(
            "2026-03-19T08:00:00Z",
            RemedyDelivered {
                number: 1,
                delivered_on: jiff::civil::date(2026, 3, 19),
            },
        );
    let both = story.owed(What::Remedy);
    assert!(matches!(
        both[0].standing,
        Standing::Met { in_time: true, .. }
    ));
    assert!(both[1].is_open() && both[1].is_missed(at("2026-03-21T08:00:00Z")));
    assert!(
        !both[1].is_missed(at("2026-03-20T21:59:00Z")),
        "all its day is in time"
    );
    let failed = story.then(
        "2026-03-23T08:00:00Z",
        RemedyVerified {
            number: 1,
            with: "complainant".into(),
            right: false,
        },
    );
    assert!(failed.owed(What::Remedy)[0].is_open());
}

#[test]
fn a_review_takes_the_place_of_the_answer_until_it_is_decided() {
    let due = at("2026-04-20T20:59:59.999999Z");
    let opened = monday().then(
        "2026-03-10T08:00:00Z",
        ReviewOpened {
            reviewer: Id::SYSTEM,
            due_at: Some(due),
        },
    );
    let review = &opened.owed(What::Review)[0];
    assert_eq!((review.due, review.standing), (Some(due), Standing::Open));
    let decided = opened.then(
        "2026-03-12T08:00:00Z",
        ReviewDecided {
            outcome: "changed".into(),
        },
    );
    assert!(!decided.owed(What::Review)[0].is_open());
    assert!(
        decided.owed(What::Response)[0].is_open(),
        "a new answer is owed"
    );
}

#[test]
fn closing_ends_what_is_left() {
    let closed = monday().then("2026-03-04T08:00:00Z", Closed::default());
    let ended = Standing::Ended {
        at: at("2026-03-04T08:00:00Z"),
    };
    let all = closed.case().obligations(&ferry());
    assert_eq!(all.len(), 4);
    assert!(all.iter().all(|it| it.standing == ended), "{all:#?}");
}

fn rung(when: &str, occasion: Occasion) -> Reminder {
    let at = at(when);
    Reminder { at, occasion }
}

#[test]
fn the_acknowledgement_is_warned_of_four_office_hours_before_and_climbs_a_level_a_working_day() {
    let owed = &monday().owed(What::Acknowledgement)[0];
    // Due at the end of Tuesday; the office is open from nine to five.
    assert_eq!(
        owed.rungs(&days()),
        [
            rung("2026-03-03T11:00:00Z", Occasion::Warning),
            rung("2026-03-04T07:00:00Z", Occasion::Missed(Level::Handler)),
            rung("2026-03-05T07:00:00Z", Occasion::Missed(Level::Manager)),
            rung(
                "2026-03-06T07:00:00Z",
                Occasion::Missed(Level::TopManagement)
            ),
        ]
    );
}

fn told(story: &Story, rung: &str, skipped: &[&str]) -> Reminded {
    let owed = &story.owed(What::Acknowledgement)[0];
    Reminded {
        obligation: "acknowledgement".into(),
        due: owed.due.unwrap(),
        rung: rung.into(),
        to: vec![CASE],
        skipped: skipped.iter().map(|it| (*it).to_owned()).collect(),
        ..Reminded::default()
    }
}

fn left(story: &Story) -> Vec<Occasion> {
    let (case, owed) = (story.case(), &story.owed(What::Acknowledgement)[0]);
    let all = untold(owed, &case, &days()).into_iter();
    all.map(|it| it.occasion).collect()
}

#[test]
fn what_was_told_or_passed_over_is_not_told_again() {
    let story = monday();
    let fact = told(&story, "warning", &[]);
    let warned = story.clone().then("2026-03-03T11:00:00Z", fact);
    assert_eq!(
        left(&warned),
        [Level::Handler, Level::Manager, Level::TopManagement].map(Occasion::Missed)
    );
    let fact = told(&story, "manager", &["warning", "handler"]);
    let climbed = story.then("2026-03-05T11:00:00Z", fact);
    assert_eq!(left(&climbed), [Occasion::Missed(Level::TopManagement)]);
}

#[test]
fn another_end_is_told_anew() {
    let story = monday();
    let fact = Reminded {
        due: at("2026-03-01T21:59:59Z"),
        ..told(&story, "top-management", &["warning", "handler", "manager"])
    };
    let elsewhere = story.then("2026-03-02T08:00:00Z", fact);
    assert_eq!(left(&elsewhere).len(), 4);
}

#[test]
fn after_a_long_stop_the_highest_that_has_passed_is_told_and_the_others_are_named() {
    let (case, owed) = (monday().case(), monday().owed(What::Acknowledgement));
    let all = untold(&owed[0], &case, &days());
    let (highest, others) = passed(&all, at("2026-03-05T12:00:00Z"), None).unwrap();
    assert_eq!(highest.occasion, Occasion::Missed(Level::Manager));
    let others: Vec<_> = others.iter().map(|it| it.occasion).collect();
    assert_eq!(
        others,
        [Occasion::Warning, Occasion::Missed(Level::Handler)]
    );
    assert_eq!(passed(&all, at("2026-03-03T10:59:59Z"), None), None);
}

#[test]
fn an_obligation_is_named_by_its_code_and_no_other_word_is_one() {
    for what in What::OWN {
        assert_eq!(What::named(&what.code()), Some(what));
    }
    let limit = What::named("uk-fca-disp/final-response").unwrap();
    assert_eq!(limit.code(), "uk-fca-disp/final-response");
    assert_eq!(What::named("uk-fca-disp/tea"), None);
    assert_eq!(What::named("tea"), None);
}

/// Some fact out of all that may happen, picked by a number.
fn happens(story: &mut Story, pick: u8, when: Instant) {
    let letter = Id::from_bytes([pick % 4; 16]);
    let due = Some(when.plus_seconds(86_400 * 7));
    match pick % 16 {
        0 => story.add(when, acknowledged()),
        1 => {
            let fact = serde_json::json!({"severity": "low", "safety": false, "complexity": "low", "impact": "low",
                "immediate_needed": false, "immediate_possible": false, "priority": "low", "suggested": "low"});
            let fact: Assessed = serde_json::from_value(fact).unwrap();
            story.add(when, fact);
        }
        2 | 3 => {
            let fact = MessageQueued {
                message: letter,
                purpose: if pick.is_multiple_of(2) {
                    "update"
                } else {
                    "decision"
                }
                .into(),
                way: "email".into(),
                language: Lang::Lt,
                send_at: when,
                files: vec![],
                next_update: due,
                response_due: None,
                progress: false,
            };
            story.add(when, fact);
        }
        4 | 5 => {
            let way = "email".into();
            story.add(
                when,
                MessageSent {
                    message: letter,
                    way,
                },
            );
        }
        6 => {
            let fact = Decided {
                cycle: 1,
                issues: vec![],
                message: letter,
                recourse_told: true,
            };
            story.add(when, fact);
        }
        7 => {
            let channel = "phone".into();
            story.add(
                when,
                Accepted {
                    channel,
                    closure_due: due,
                },
            );
        }
        8 => story.add(when, NotAccepted::default()),
        9 => {
            let reviewer = Id::SYSTEM;
            story.add(
                when,
                ReviewOpened {
                    reviewer,
                    due_at: due,
                },
            );
        }
        10 => {
            let outcome = if pick > 100 { "confirmed" } else { "changed" }.into();
            story.add(when, ReviewDecided { outcome });
        }
        11 => story.add(when, remedy(u32::from(pick % 3) + 1)),
        12 => {
            let number = u32::from(pick % 3) + 1;
            let delivered_on = jiff::civil::date(2026, 4, 1);
            story.add(
                when,
                RemedyDelivered {
                    number,
                    delivered_on,
                },
            );
        }
        13 => {
            let number = u32::from(pick % 3) + 1;
            let with = "evidence".into();
            let right = pick > 100;
            story.add(
                when,
                RemedyVerified {
                    number,
                    with,
                    right,
                },
            );
        }
        14 => story.add(when, Closed::default()),
        _ => {
            let fact = Reopened {
                cycle: 2,
                response_due: due,
                update_due: due,
            };
            story.add(when, fact);
        }
    }
}

/// Which kinds of facts may meet an obligation or end it: said here once more, by hand.
fn may_end(what: What) -> &'static [&'static str] {
    match what {
        What::Acknowledgement => &["acknowledged", "closed"],
        What::Assessment => &["assessed", "sent", "closed"],
        What::Update | What::Response => &["sent", "closed"],
        What::Closure => &["closed"],
        What::Review => &["review-decided", "closed"],
        What::Remedy => &["remedy-delivered", "remedy-cancelled", "closed"],
        _ => &[],
    }
}

/// What facts alone say was promised: the word of each fact, said once more.
fn promised(story: &Story) -> Vec<What> {
    let mut all = Vec::new();
    for entry in &story.0 {
        all.extend_from_slice(match entry.kind.as_str() {
            "received" => &[
                What::Acknowledgement,
                What::Assessment,
                What::Update,
                What::Response,
            ][..],
            "accepted" => &[What::Closure][..],
            "review-opened" => &[What::Review][..],
            "remedy-proposed" => &[What::Remedy][..],
            _ => &[][..],
        });
    }
    all
}

proptest! {
    /// No obligation is ever without a fact that met or ended it, or an open end.
    #[test]
    fn nothing_that_was_promised_is_ever_lost(picks in prop::collection::vec(0u8..=255, 0..24)) {
        let start = at("2026-03-02T07:00:00Z");
        let mut story = Story::default();
        story.add(start, received(start));
        for (step, pick) in picks.iter().enumerate() {
            happens(&mut story, *pick, start.plus_seconds(step as i64 * 50_000));
            let case = story.case();
            let owed = case.obligations(&ferry());
            for what in promised(&story) {
                // A reopening takes the date of closing back: nothing was accepted then.
                let taken_back = what == What::Closure && case.due.closure.is_none();
                prop_assert!(taken_back || owed.iter().any(|it| it.what == what), "{what:?}");
            }
            for it in &owed {
                if it.is_open() {
                    prop_assert!(it.due.is_some() && case.is_open(), "{it:?}");
                    prop_assert_eq!(it.rungs(&days()).is_empty(), false);
                    continue;
                }
                let ended = story.0.iter().any(|e| may_end(it.what).contains(&e.kind.as_str()));
                prop_assert!(ended, "{it:?} ended by nothing");
            }
            // The list of cases and the list of obligations never contradict each other.
            let open = owed.iter().filter(|it| it.is_open() && it.ours);
            let first = open.filter_map(|it| it.due).min();
            let next = case.next_due(&days().zone).map(|(_, at)| at);
            prop_assert_eq!(first, next, "{:#?}", owed);
        }
    }
}
