//! Cases at Blue Ferry Co., told as facts.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::*;
use crate::facts::*;
use redress_kernel::{Draft, Entry, Erasable, Fact, Instant};

const AISTE: Id = Id::ORGANISATION;

fn at(hour: i64) -> Instant {
    let start: Instant = "2026-03-02T07:00:00Z".parse().unwrap();
    start.plus_seconds(hour * 3600)
}

/// A journal of one case: each fact an hour after the last.
#[derive(Default)]
struct Story(Vec<Entry>);

impl Story {
    fn then(mut self, draft: Draft) -> Story {
        let seq = self.0.len() as i64;
        self.0.push(Entry {
            seq,
            id: Id::new(at(seq).micros(), [seq as u8; 10]),
            kind: draft.kind.to_owned(),
            version: draft.version,
            about: Id::from_bytes([7; 16]),
            actor: AISTE,
            unit: None,
            recorded_at: at(seq),
            occurred_at: draft.occurred_at,
            record: draft.record.to_string(),
            personal: draft
                .personal
                .map_or(Erasable::None, |p| Erasable::Present(p.to_string())),
        });
        self
    }

    fn plain<F: Fact<Personal = ()>>(self, fact: F) -> Story {
        self.then(Draft::of(Id::from_bytes([7; 16]), &fact))
    }

    fn says<F: Fact>(self, fact: F, personal: F::Personal) -> Story {
        self.then(Draft::with(Id::from_bytes([7; 16]), &fact, &personal))
    }

    fn erased(mut self, seq: usize) -> Story {
        self.0[seq].personal = Erasable::Erased;
        self
    }

    fn case(&self) -> Complaint {
        Complaint::fold(&self.0)
    }
}

fn received() -> Received {
    serde_json::from_value(serde_json::json!({
        "reference": "BF-26-0000-000", "year": 2026, "counter": 1, "channel": "phone", "language": "lt",
        "received_at": at(0).micros(), "category": "06", "due": {"response": at(400).micros(), "update": at(200).micros()},
        "reachable": ["phone"],
    }))
    .unwrap()
}

fn the_ferry_left_early() -> Story {
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
    Story::default().says(received(), text)
}

fn decided(story: Story, message: Id) -> Story {
    let letter = MessageQueued {
        message,
        purpose: "decision".into(),
        way: "email".into(),
        language: Lang::Lt,
        send_at: at(9),
        files: vec![],
        next_update: None,
        response_due: None,
        progress: false,
    };
    let outcome = IssueOutcome {
        issue: 1,
        outcome: "upheld".into(),
        remedies: vec![],
    };
    story
        .says(
            FindingRecorded {
                issue: 1,
                finding: "upheld".into(),
                cause: Some("process".into()),
            },
            Text {
                text: "The log shows 8:50.".into(),
            },
        )
        .says(
            Decided {
                cycle: 1,
                issues: vec![outcome],
                message,
                recourse_told: true,
            },
            DecidedText::default(),
        )
        .says(letter, Letter::default())
}

#[test]
fn a_complaint_starts_as_received_with_its_first_issue() {
    let case = the_ferry_left_early().case();
    assert_eq!(case.stage(), Stage::Received);
    assert_eq!(case.issues.len(), 1);
    assert_eq!(case.issues[0].category.as_deref(), Some("06"));
    assert_eq!(case.complainant_name(), "Rasa Jankauskienė");
    assert_eq!(case.unreadable, 0);
}

#[test]
fn a_decision_is_communicated_when_its_letter_has_been_sent_and_not_before() {
    let letter = Id::from_bytes([1; 16]);
    let story = decided(the_ferry_left_early(), letter);
    assert_eq!(story.case().stage(), Stage::Deciding);
    let sent = story.plain(MessageSent {
        message: letter,
        way: "email".into(),
    });
    assert_eq!(sent.case().stage(), Stage::Communicated);
    assert_eq!(sent.case().issues[0].outcome.as_deref(), Some("upheld"));
}

#[test]
fn a_decision_letter_taken_back_is_no_decision() {
    let letter = Id::from_bytes([1; 16]);
    let case = decided(the_ferry_left_early(), letter)
        .plain(MessageWithdrawn { message: letter })
        .case();
    assert!(case.decision().is_none());
    assert_eq!(case.stage(), Stage::Deciding);
}

#[test]
fn whoever_declares_to_be_impartial_stays_on_record_when_another_takes_over() {
    let plan = |impartial| InvestigationPlanned {
        impartial,
        due_at: None,
    };
    let mut story = the_ferry_left_early().says(plan(true), Text::default());
    assert!(story.case().impartial.contains(&AISTE));
    let next = Id::from_bytes([9; 16]);
    story = story.says(plan(false), Text::default());
    story.0[2].actor = next;
    assert_eq!(story.case().plan.unwrap().by, next);
    assert_eq!(
        story.case().impartial.into_iter().collect::<Vec<_>>(),
        [AISTE]
    );
}

#[test]
fn not_accepting_leaves_the_complaint_open_and_a_review_takes_it_on() {
    let letter = Id::from_bytes([1; 16]);
    let told = decided(the_ferry_left_early(), letter).plain(MessageSent {
        message: letter,
        way: "email".into(),
    });
    let refused = told.says(
        NotAccepted {
            channel: "web".into(),
            review_wanted: true,
        },
        Reason {
            reason: "No apology.".into(),
        },
    );
    assert_eq!(refused.case().stage(), Stage::Communicated);
    assert!(refused.case().is_open());
    assert!(!refused.case().answer().unwrap().accepted);
    let review = refused.says(
        ReviewOpened {
            reviewer: Id::SYSTEM,
            due_at: None,
        },
        Reason::default(),
    );
    assert_eq!(review.case().stage(), Stage::Review);
    let changed = review.says(
        ReviewDecided {
            outcome: "changed".into(),
        },
        Reason::default(),
    );
    assert_eq!(
        changed.case().stage(),
        Stage::Deciding,
        "a changed outcome asks for a new answer"
    );
}

#[test]
fn a_message_from_the_complainant_ends_the_waiting_and_asks_for_a_reply() {
    let waiting = the_ferry_left_early().says(
        WaitingSet {
            on: Some("complainant".into()),
            until: None,
            ..WaitingSet::default()
        },
        Text::default(),
    );
    assert!(waiting.case().waiting.is_some());
    let answered = waiting.says(
        MessageReceived {
            channel: "web".into(),
            ..Default::default()
        },
        MessageText {
            text: "Here it is.".into(),
            ..Default::default()
        },
    );
    assert!(answered.case().waiting.is_none());
    assert!(answered.case().needs_reply);
}

#[test]
fn an_update_that_was_sent_moves_the_next_update_and_one_that_waits_does_not() {
    let letter = Id::from_bytes([2; 16]);
    let queued = MessageQueued {
        message: letter,
        purpose: "update".into(),
        way: "email".into(),
        language: Lang::Lt,
        send_at: at(2),
        files: vec![],
        next_update: Some(at(300)),
        response_due: None,
        progress: false,
    };
    let story = the_ferry_left_early().says(queued, Letter::default());
    assert_eq!(story.case().due.update, Some(at(200)));
    let sent = story.plain(MessageSent {
        message: letter,
        way: "email".into(),
    });
    assert_eq!(sent.case().due.update, Some(at(300)));
}

#[test]
fn erasing_takes_the_words_and_leaves_what_happened() {
    let letter = Id::from_bytes([1; 16]);
    let story = decided(the_ferry_left_early(), letter).plain(MessageSent {
        message: letter,
        way: "email".into(),
    });
    let before = story.case();
    let after = story.erased(0).erased(1).case();
    assert_eq!(
        (after.stage(), after.issues[0].finding.clone()),
        (before.stage(), before.issues[0].finding.clone())
    );
    assert_eq!(after.complainant_name(), "");
    assert_eq!(after.description, "");
    assert_eq!(after.erased.len(), 2);
}

#[test]
fn a_story_without_a_subject_is_called_by_its_beginning_up_to_a_whole_word() {
    let mut case = the_ferry_left_early().case();
    case.subject = String::new();
    case.description = format!(
        "\n  {}\nThe second line.",
        "The ferry left early. ".repeat(9)
    );
    let line = case.subject_line().into_owned();
    assert!(line.ends_with("early. The ferry…"), "{line}");
    assert!(line.chars().count() <= 120 && line.starts_with("The ferry"));
    case.description = "It left early.".to_owned();
    assert_eq!(case.subject_line(), "It left early.");
}

#[test]
fn an_entry_of_a_later_release_is_counted_and_hides_nothing() {
    let mut story = the_ferry_left_early();
    story.0.push(Entry {
        kind: "assessed".into(),
        record: "{\"new\":1}".into(),
        seq: 1,
        ..story.0[0].clone()
    });
    let case = story.case();
    assert_eq!(case.unreadable, 1);
    assert_eq!(case.subject_line(), "The ferry left early");
}

#[test]
fn what_two_persons_opened_ends_by_the_clock_and_what_is_sensitive_is_told() {
    let opened = OpenedFor {
        person: AISTE,
        at: at(1),
        until: at(5),
    };
    let case = Complaint {
        sensitive: true,
        opened_for: vec![opened],
        ..Complaint::default()
    };
    assert_eq!(case.about_at(at(4)).lifted, [AISTE]);
    assert!(case.about_at(at(5)).lifted.is_empty());
    assert!(case.about_at(at(5)).sensitive);
}
