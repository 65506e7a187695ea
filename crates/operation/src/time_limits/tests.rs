//! One grievance of a citizen in Seoul and one complaint under the own targets: what
//! moves their limits, who decides on more time, and what the letters say.

use super::*;
use crate::tests_support::*;
use redress_complaint::{
    Decided,
    clocks::pinned,
    facts::{Person, Received, ReceivedText},
};
use redress_kernel::{
    Actor, Instant, Lang, Organisation, Role, clock::Standing, organisation::InForce,
};

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

/// Blue Ferry works by these rules.
fn ferry(pack: &str, calendar: &str, kinds: &[&str]) -> Organisation {
    Organisation {
        packs: vec![InForce {
            pack: pack.into(),
            calendar: calendar.into(),
            kinds: kinds.iter().map(|kind| (*kind).to_owned()).collect(),
        }],
        external_body: "Consumer Board, 12 Harbour Street, www.board.example".into(),
        ..desk_of(aiste()).organisation
    }
}

fn desk(actor: Actor, organisation: &Organisation) -> Desk {
    Desk {
        organisation: organisation.clone(),
        ..desk_of(actor)
    }
}

fn story(organisation: &Organisation, language: Lang) -> Story {
    let mut received: Received = serde_json::from_value(serde_json::json!({
        "reference": "BF-26-0000-000", "year": 2026, "counter": 1, "channel": "web",
        "language": language.tag(), "received_at": hour(0).micros(),
        "due": {"response": hour(400).micros(), "update": hour(200).micros()},
    }))
    .unwrap();
    received.packs = pinned(organisation, received.received_at);
    let text = ReceivedText {
        description: "The ferry left early.".into(),
        complainant: Person {
            name: "Rasa Jankauskienė".into(),
            email: "rasa@example.org".into(),
            ..Person::default()
        },
        ..ReceivedText::default()
    };
    Story::default().says(received, text)
}

fn grievance() -> (Organisation, Story) {
    let organisation = ferry("kr-civil-petition", "KR", &["grievance"]);
    let story = story(&organisation, Lang::Ko);
    (organisation, story)
}

fn own_targets() -> (Organisation, Story) {
    let organisation = ferry("iso-10002", "GB-EAW", &[]);
    let story = story(&organisation, Lang::Lt);
    (organisation, story)
}

fn due(story: &Story, code: &str) -> redress_kernel::clock::Due {
    let (pack, clock) = code.split_once('/').unwrap();
    story.case().clock(pack, clock).unwrap().due.unwrap()
}

const GRIEVANCE: &str = "kr-civil-petition/grievance";
const RESPONSE: &str = "iso-10002/response";
const WHY: (&str, &str) = ("reason", "The log book of the ship is still at sea.");

fn step() -> &'static Verb {
    verb(VERBS, "limit-step")
}

fn extension() -> &'static Verb {
    verb(VERBS, "extension")
}

fn decision() -> &'static Verb {
    verb(VERBS, "extension-decision")
}

fn rope() -> (&'static str, &'static str) {
    ("asked", "Please send the ticket.")
}

#[test]
fn nothing_is_offered_where_no_rule_provides_it() {
    let plain = the_ferry_left_early();
    let desk = desk_of(aiste());
    assert_eq!(
        plain.no(step(), &desk, &[("limit-step", "admitted")]),
        "no-limit-step"
    );
    assert_eq!(
        plain.no(extension(), &desk, &[("limit", RESPONSE), WHY]),
        "nothing-to-extend"
    );
    let kind = ("complaint-kind", "iso-10002/general");
    assert_eq!(
        plain.no(verb(VERBS, "complaint-kind"), &desk, &[kind]),
        "no-kinds"
    );
    assert!(panel(&plain.case(), &desk.at()).is_empty());
}

#[test]
fn a_supplement_stops_the_limit_from_the_letter_to_the_answer_and_moves_the_date() {
    let (organisation, story) = grievance();
    let desk = desk(aiste(), &organisation);
    let before = due(&story, GRIEVANCE);
    let asks = [("limit-step", "supplement-asked"), rope()];
    assert_eq!(story.no(step(), &desk, &asks[..1]), "asked-what");
    let story = story.tells(step(), &desk, &asks);
    // Written and not sent: nothing stands still yet, and it cannot be over either.
    assert_eq!(due(&story, GRIEVANCE).standing, Standing::Running);
    let over = [("limit-step", "supplement-received")];
    assert_eq!(story.no(step(), &desk, &over), "step-unknown");
    let story = story.sent();
    assert!(matches!(
        due(&story, GRIEVANCE).standing,
        Standing::Stopped { .. }
    ));
    let rows = panel(&story.case(), &desk.at());
    assert!(rows.iter().any(|row| row.label == "row-limit-stands"));
    // Four days later it comes.
    let later = Desk {
        now: hour(24 * 4),
        ..desk_again(&desk)
    };
    let mut story = story.does(step(), &later, &over);
    let newest = story.0.last_mut().unwrap();
    newest.recorded_at = hour(24 * 4);
    let after = due(&story, GRIEVANCE);
    assert_eq!(after.standing, Standing::Running);
    assert!(after.due > before.due, "{} {}", after.due, before.due);
    assert!(redress_kernel::clock::adds_up(&after.steps).is_ok());
    assert!(story.case().open_pauses().is_empty());
}

fn desk_again(desk: &Desk) -> Desk {
    Desk {
        actor: desk.actor.clone(),
        now: desk.now,
        organisation: desk.organisation.clone(),
        colleagues: desk.colleagues.clone(),
        files: Vec::new(),
        others: std::collections::BTreeMap::new(),
        obstacles: Vec::new(),
    }
}

#[test]
fn a_letter_that_was_taken_back_stopped_nothing() {
    let (organisation, story) = grievance();
    let desk = desk(aiste(), &organisation);
    let story = story.tells(step(), &desk, &[("limit-step", "supplement-asked"), rope()]);
    let message = story.case().messages[0].id;
    let story = story.plain(redress_complaint::facts::MessageWithdrawn { message });
    assert_eq!(due(&story, GRIEVANCE).standing, Standing::Running);
    assert!(story.case().open_pauses().is_empty());
    // And it can be asked again.
    story.tells(step(), &desk, &[("limit-step", "supplement-asked"), rope()]);
}

#[test]
fn an_earlier_step_has_a_reason_and_lies_between_receipt_and_now() {
    let (organisation, story) = grievance();
    let desk = Desk {
        now: hour(48),
        ..desk(aiste(), &organisation)
    };
    let asked = ("limit-step", "expert-asked");
    let no = |at: &str, more: &[(&str, &str)]| {
        let typed: Vec<(&str, &str)> = [&[asked, ("step-at", at)], more].concat();
        story.no(step(), &desk, &typed)
    };
    assert_eq!(no("2026-03-01T12:00", &[WHY]), "step-before-receipt");
    assert_eq!(no("2026-03-09T12:00", &[WHY]), "step-in-the-future");
    assert_eq!(no("2026-03-03T12:00", &[]), "earlier-why");
    let story = story.clone().does(
        step(),
        &desk,
        &[asked, ("step-at", "2026-03-03T12:00"), WHY],
    );
    let pause = story.case().open_pauses()[0];
    assert_eq!(pause.since, Some(at("2026-03-03T10:00:00Z")));
    let over = [
        ("limit-step", "expert-answered"),
        ("step-at", "2026-03-03T11:00"),
        WHY,
    ];
    assert_eq!(story.no(step(), &desk, &over), "step-before-its-beginning");
}

#[test]
fn more_time_asked_by_a_handler_is_granted_by_a_manager_and_told() {
    let (organisation, story) = own_targets();
    let (handler, manager) = (desk(aiste(), &organisation), desk(tomas(), &organisation));
    let before = due(&story, RESPONSE);
    let story = story.does(extension(), &handler, &[("limit", RESPONSE), WHY]);
    assert_eq!(due(&story, RESPONSE).due, before.due);
    let rows = panel(&story.case(), &manager.at());
    assert_eq!(rows[0].label, "row-extension-asked");
    let again = story.no(extension(), &handler, &[("limit", RESPONSE), WHY]);
    assert_eq!(again, "extension-asked-already");
    let yes = [
        ("limit-asked", RESPONSE),
        ("granted", "yes"),
        ("decision-reason", "The log book is needed."),
    ];
    // The handler may not decide at all, and nobody decides on their own wish.
    assert_eq!(story.no(decision(), &handler, &yes), "role");
    let story = story.tells(decision(), &manager, &yes);
    let after = due(&story, RESPONSE);
    assert!(after.due > before.due);
    assert!(redress_kernel::clock::adds_up(&after.steps).is_ok());
    // Until the notice has left it is owed.
    assert_eq!(after.notices[0].sent, None);
    assert_eq!(after.notices[0].due, before.due);
    let rows = panel(&story.case(), &manager.at());
    assert!(rows.iter().any(|row| row.label == "row-notice-owed"));
    let story = story.sent();
    assert!(due(&story, RESPONSE).notices[0].in_time());
    let rows = panel(&story.case(), &manager.at());
    assert!(rows.iter().all(|row| row.label != "row-notice-owed"));
    // Our own target follows what was told.
    assert_eq!(story.case().due.response, Some(hour(400).max(after.due)));
}

#[test]
fn whoever_asked_never_decides_even_as_a_manager() {
    let (organisation, story) = own_targets();
    let story = story.does(
        extension(),
        &desk(aiste(), &organisation),
        &[("limit", RESPONSE), WHY],
    );
    let promoted = Actor {
        role: Role::Manager,
        ..aiste()
    };
    let yes = [
        ("limit-asked", RESPONSE),
        ("granted", "yes"),
        ("decision-reason", "I think so myself."),
    ];
    let no = story.no(decision(), &desk(promoted, &organisation), &yes);
    assert_eq!(no, "extension-by-somebody-else");
}

#[test]
fn a_refusal_leaves_the_date_and_can_be_asked_again() {
    let (organisation, story) = own_targets();
    let before = due(&story, RESPONSE);
    let handler = desk(aiste(), &organisation);
    let story = story.does(extension(), &handler, &[("limit", RESPONSE), WHY]);
    let no = [
        ("limit-asked", RESPONSE),
        ("granted", "no"),
        ("decision-reason", "The log book came this morning."),
    ];
    let story = story.does(decision(), &desk(tomas(), &organisation), &no);
    assert_eq!(due(&story, RESPONSE).due, before.due);
    story.does(extension(), &handler, &[("limit", RESPONSE), WHY]);
}

#[test]
fn the_rule_says_how_much_how_often_and_until_when() {
    let (organisation, story) = grievance();
    let manager = desk(tomas(), &organisation);
    let more = |by: &'static str| [("limit", GRIEVANCE), ("extend-by", by), WHY];
    assert_eq!(
        story.no(extension(), &manager, &more("8")),
        "extension-too-much"
    );
    let no_reason = [("limit", GRIEVANCE), ("extend-by", "7")];
    assert_eq!(story.no(extension(), &manager, &no_reason), "extension-why");
    let late = Desk {
        now: hour(24 * 60),
        ..desk(tomas(), &organisation)
    };
    assert_eq!(
        story.no(extension(), &late, &more("7")),
        "extension-too-late"
    );
    let story = story.tells(extension(), &manager, &more("7")).sent();
    assert_eq!(
        story.no(extension(), &manager, &more("7")),
        "extension-consent",
        "the second one only with their consent"
    );
    let agreed = [
        ("limit", GRIEVANCE),
        ("extend-by", "7"),
        ("consent", "phone"),
        WHY,
    ];
    let story = story.tells(extension(), &manager, &agreed).sent();
    assert_eq!(
        story.no(extension(), &manager, &more("7")),
        "nothing-to-extend"
    );
}

#[test]
fn an_extension_counts_for_its_own_clock_only() {
    let organisation = Organisation {
        packs: ["iso-10002", "uk-housing"]
            .map(|pack| InForce {
                pack: pack.into(),
                calendar: "GB-EAW".into(),
                kinds: Vec::new(),
            })
            .to_vec(),
        ..ferry("iso-10002", "GB-EAW", &[])
    };
    let story = story(&organisation, Lang::En);
    let all = |story: &Story| -> Vec<(String, Option<Instant>)> {
        let clocks = story.case().clocks().into_iter();
        clocks
            .map(|it| (it.code(), it.due.ok().map(|due| due.due)))
            .collect()
    };
    let before = all(&story);
    let manager = desk(tomas(), &organisation);
    let story = story.does(extension(), &manager, &[("limit", RESPONSE), WHY]);
    for (old, new) in before.iter().zip(all(&story)) {
        assert_eq!(old.0 == RESPONSE, old.1 != new.1, "{}", old.0);
    }
}

#[test]
fn the_top_decides_where_the_rule_wants_the_top() {
    let organisation = ferry("cn-bank", "CN", &["complex"]);
    let story = story(&organisation, Lang::ZhHans);
    let code = "cn-bank/complex";
    let handler = desk(aiste(), &organisation);
    let story = story.does(extension(), &handler, &[("limit", code), WHY]);
    let yes = [
        ("limit-asked", code),
        ("granted", "yes"),
        ("decision-reason", "The books are needed."),
    ];
    // Nobody holds the role: a manager of the whole organisation stands in.
    story
        .clone()
        .tells(decision(), &desk(tomas(), &organisation), &yes);
    // Somebody does: the manager is told who decides.
    let mut held = desk(tomas(), &organisation);
    let mut top = held.colleagues[0].clone();
    (top.id, top.role) = (
        redress_kernel::Id::from_bytes([99; 16]),
        Role::TopManagement,
    );
    held.colleagues.push(top);
    assert_eq!(story.no(decision(), &held, &yes), "extension-by-the-top");
}

#[test]
fn a_letter_without_what_the_rule_asks_for_is_not_sent() {
    let organisation = Organisation {
        external_body: String::new(),
        ..ferry("au-rg271", "AU", &["general"])
    };
    let story = story(&organisation, Lang::En);
    let manager = desk(tomas(), &organisation);
    let more = [("limit", "au-rg271/idr-response"), WHY];
    assert_eq!(
        story.no(extension(), &manager, &more),
        "outside-body-unnamed"
    );
    let named = ferry("au-rg271", "AU", &["general"]);
    story.tells(extension(), &desk(tomas(), &named), &more);
    // Korea wants it in writing.
    let (organisation, story) = grievance();
    let spoken = [("limit", GRIEVANCE), WHY, ("way", "in-person")];
    let no = story.no(extension(), &desk(tomas(), &organisation), &spoken);
    assert_eq!(no, "letter-in-writing");
}

#[test]
fn the_kind_of_a_complaint_makes_its_limits_certain() {
    let organisation = ferry("cn-bank", "CN", &[]);
    let story = story(&organisation, Lang::ZhHans);
    assert!(story.case().clocks().iter().all(|it| it.may_apply));
    let desk = desk(aiste(), &organisation);
    let kind = verb(VERBS, "complaint-kind");
    let unknown = [("complaint-kind", "cn-bank/hardship")];
    assert_eq!(story.no(kind, &desk, &unknown), "kind-unknown");
    let complex = [("complaint-kind", "cn-bank/complex")];
    let story = story.does(kind, &desk, &complex);
    let clocks = story.case().clocks();
    assert_eq!(clocks.len(), 1);
    assert!(!clocks[0].may_apply && clocks[0].counts);
    assert_eq!(story.no(kind, &desk, &complex), "kind-already");
}

#[test]
fn what_was_sent_to_us_later_counts_from_then() {
    let organisation = ferry("us-cfpb", "US", &[]);
    let story = story(&organisation, Lang::En);
    let code = "us-cfpb/response";
    let before = due(&story, code);
    let desk = Desk {
        now: hour(24 * 5),
        ..desk(aiste(), &organisation)
    };
    let sent = [
        ("limit-step", "sent-to-company"),
        ("step-at", "2026-03-05T12:00"),
        WHY,
    ];
    let story = story.does(step(), &desk, &sent);
    assert_eq!(due(&story, code).started, at("2026-03-05T10:00:00Z"));
    assert!(due(&story, code).due > before.due);
    assert_eq!(story.no(step(), &desk, &sent), "no-limit-step");
}

/// What the verb tells, in six languages.
fn letter(decided: Decided) -> String {
    in_six_languages(&decided.tell[0])
}

#[test]
fn the_notice_of_an_extension_says_why_until_when_and_where_else_to_turn() {
    let (organisation, story) = own_targets();
    let typed = [("limit", RESPONSE), WHY];
    let decided = story.tries(extension(), &desk(tomas(), &organisation), &typed);
    insta::assert_snapshot!(letter(decided.unwrap()));
}

#[test]
fn the_notice_with_the_right_to_turn_outside() {
    let organisation = ferry("au-rg271", "AU", &["general"]);
    let story = story(&organisation, Lang::Ko);
    let typed = [("limit", "au-rg271/idr-response"), WHY];
    let decided = story.tries(extension(), &desk(tomas(), &organisation), &typed);
    insta::assert_snapshot!(letter(decided.unwrap()));
}

#[test]
fn the_letter_that_asks_for_more_says_what_and_that_the_limit_stands_still() {
    let (organisation, story) = grievance();
    let typed = [("limit-step", "supplement-asked"), rope()];
    let decided = story.tries(step(), &desk(aiste(), &organisation), &typed);
    insta::assert_snapshot!(letter(decided.unwrap()));
}
