//! Blue Ferry Co. answers Rasa Jankauskienė.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::letter::{Block, compose, lint};
use super::*;
use crate::tests_support::*;
use redress_complaint::{
    Stage,
    facts::{
        ConcernText, FindingRecorded, IssueAdded, IssueText, MessageWithdrawn, PersonConcernHeard,
        PersonConcernNamed, Reason, RemedyApproved, RemedyProposed, ReviewDecided, ReviewOpened,
        Text,
    },
    telling::Paragraph,
};
use redress_kernel::{Organisation, money::Money};

const SUMMARY: &[(&str, &str)] = &[(
    "summary",
    "The ferry left ten minutes early. We are sorry that you missed it.",
)];

fn decision() -> &'static Verb {
    verb(VERBS, "decision")
}

fn finding(issue: u32, code: &str) -> FindingRecorded {
    FindingRecorded {
        issue,
        finding: code.into(),
        cause: None,
    }
}

fn because(text: &str) -> Text {
    Text { text: text.into() }
}

fn found() -> Story {
    the_ferry_left_early().says(
        finding(1, "upheld"),
        because("The log of the harbour shows 8:50."),
    )
}

fn with_refund(story: Story) -> Story {
    let refund = RemedyProposed {
        number: 1,
        issue: 1,
        remedy: "14".into(),
        amount: Some(Money {
            minor: 1250,
            currency: "EUR".into(),
        }),
        due_on: day("2026-03-20"),
        needs_approval: true,
    };
    story.says(
        refund,
        because("The price of the crossing, to the card that you paid with."),
    )
}

/// Two points, one of them not upheld, and a refund that Tomas approved.
fn two_points() -> Story {
    let second = IssueText {
        title: "Nobody answered the telephone".into(),
        ..IssueText::default()
    };
    let story = found()
        .says(
            IssueAdded {
                number: 2,
                category: None,
            },
            second,
        )
        .says(
            finding(2, "not-upheld"),
            because("Your call was answered after four minutes."),
        );
    let tomas = tomas().id;
    let approval = redress_kernel::Draft::of(
        redress_kernel::Id::from_bytes(CASE),
        &RemedyApproved { number: 1 },
    );
    with_refund(story).then_by(tomas, approval)
}

fn organisation() -> Organisation {
    Organisation {
        phone: "+370 5 200 0000".into(),
        email: "skundai@blueferry.example".into(),
        external_body:
            "Valstybinė vartotojų teisių apsaugos tarnyba\nVilniaus g. 25, Vilnius\nwww.vvtat.lt"
                .into(),
        ..desk_of(aiste()).organisation
    }
}

fn desk() -> Desk {
    Desk {
        organisation: organisation(),
        ..desk_of(aiste())
    }
}

#[test]
fn a_decision_is_told_only_when_its_letter_has_left() {
    let queued = found().tells(decision(), &desk(), SUMMARY);
    assert_eq!(queued.case().stage(), Stage::Deciding);
    let told = queued.sent().case();
    assert_eq!(told.stage(), Stage::Communicated);
    assert!(told.standing_decision().unwrap().recourse_told);
}

#[test]
fn every_point_needs_its_finding_first() {
    let open = found().says(
        IssueAdded {
            number: 2,
            category: None,
        },
        IssueText::default(),
    );
    assert_eq!(
        open.no(decision(), &desk(), SUMMARY),
        "issue-without-finding"
    );
}

#[test]
fn a_sum_that_nobody_approved_holds_the_decision_back() {
    assert_eq!(
        with_refund(found()).no(decision(), &desk(), SUMMARY),
        "remedy-without-approval"
    );
    assert!(two_points().tries(decision(), &desk(), SUMMARY).is_ok());
}

#[test]
fn whoever_is_complained_about_is_heard_first_and_never_decides() {
    let named = found().says(
        PersonConcernNamed {
            number: 1,
            colleague: Some(boris().id),
        },
        ConcernText::default(),
    );
    assert_eq!(named.no(decision(), &desk(), SUMMARY), "person-not-heard");
    let boris = Desk {
        actor: boris(),
        ..desk()
    };
    // For him the case is not there; the decision's own guard stands behind that.
    assert_eq!(named.no(decision(), &boris, SUMMARY), "role");
    let lent = (decision().ready)(&named.case(), &boris.at());
    assert_eq!(
        lent.map_err(|refusal| refusal.code),
        Err("complained-about-yourself")
    );
    let heard = named.says(
        PersonConcernHeard {
            number: 1,
            declined: true,
        },
        ConcernText::default(),
    );
    assert!(heard.tries(decision(), &desk(), SUMMARY).is_ok());
}

#[test]
fn it_is_decided_once_unless_the_letter_was_taken_back_or_a_review_asks_again() {
    let queued = found().tells(decision(), &desk(), SUMMARY);
    assert_eq!(queued.no(decision(), &desk(), SUMMARY), "decided-already");
    let message = queued.case().decisions[0].message;
    let taken_back = queued.clone().plain(MessageWithdrawn { message });
    assert!(taken_back.tries(decision(), &desk(), SUMMARY).is_ok());

    let review = queued.sent().says(
        ReviewOpened {
            reviewer: tomas().id,
            due_at: None,
        },
        Reason::default(),
    );
    assert_eq!(review.no(decision(), &desk(), SUMMARY), "review-first");
    let changed = review.says(
        ReviewDecided {
            outcome: "changed".into(),
        },
        Reason::default(),
    );
    let reviewer = Desk {
        actor: tomas(),
        ..desk()
    };
    // The letter would repeat what the review has just overturned.
    assert_eq!(
        changed.no(decision(), &reviewer, SUMMARY),
        "issue-without-finding"
    );
    let found_anew = changed.says(
        finding(1, "partly"),
        because("The camera of the harbour shows 8:52."),
    );
    let second = found_anew
        .tells(decision(), &reviewer, SUMMARY)
        .sent()
        .case();
    assert_eq!(
        (second.decisions[1].cycle, second.decisions[1].by),
        (2, tomas().id)
    );
    assert_eq!(second.stage(), Stage::Communicated);
}

#[test]
fn a_finding_whose_reasons_are_empty_makes_no_letter() {
    let bare = the_ferry_left_early().says(finding(1, "upheld"), Text::default());
    assert_eq!(bare.no(decision(), &desk(), SUMMARY), "letter-incomplete");
}

#[test]
fn a_decision_goes_only_where_an_address_leads() {
    let by_mail = [SUMMARY, &[("way", "email")]].concat();
    assert_eq!(
        found().no(decision(), &desk(), &by_mail),
        "way-leads-nowhere"
    );
    assert!(
        found()
            .tries(
                decision(),
                &desk(),
                &[SUMMARY, &[("way", "phone")]].concat()
            )
            .is_ok()
    );
}

fn letter() -> Vec<Paragraph> {
    compose(
        &two_points().case(),
        &organisation(),
        "The ferry left early.",
        hour(400),
    )
}

#[test]
fn the_letter_has_every_block_and_the_check_misses_none_that_is_taken_out() {
    let case = two_points().case();
    assert_eq!(lint(&case, &letter()), []);
    let mut lost = Vec::new();
    for without in 0..letter().len() {
        let mut shorter = letter();
        shorter.remove(without);
        lost.extend(lint(&case, &shorter));
    }
    for block in [
        Block::Reference,
        Block::Finding(1),
        Block::Finding(2),
        Block::Reasons(1),
        Block::Reasons(2),
        Block::Remedy(1),
        Block::Answering,
        Block::Review,
        Block::External,
        Block::Contact,
    ] {
        assert!(lost.contains(&block), "{block:?} can be taken out unseen");
    }
}

#[test]
fn a_letter_of_another_complaint_does_not_pass_as_this_one() {
    let mut other = two_points().case();
    other.reference = "BF-26-1111-111".into();
    assert!(lint(&other, &letter()).contains(&Block::Reference));
}

#[test]
fn the_colleagues_concerned_are_told_and_somebody_unknown_is_not() {
    let decided = found().tells(decision(), &desk(), SUMMARY);
    let informed = verb(VERBS, "staff-informed");
    let boris = boris().id.to_string();
    assert!(
        decided
            .clone()
            .does(informed, &desk(), &[("colleague", &boris)])
            .case()
            .decisions[0]
            .staff_informed
    );
    let nobody = redress_kernel::Id::from_bytes([99; 16]).to_string();
    assert_eq!(
        decided.no(informed, &desk(), &[("colleague", &nobody)]),
        "colleague-unknown"
    );
    assert_eq!(
        found().no(informed, &desk(), &[("colleague", &boris)]),
        "no-decision-yet"
    );
}

#[test]
fn the_decision_letter() {
    insta::assert_snapshot!(in_six_languages(
        &two_points()
            .tries(decision(), &desk(), SUMMARY)
            .unwrap()
            .tell[0]
    ));
}
