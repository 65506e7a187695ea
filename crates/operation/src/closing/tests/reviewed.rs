//! What a review changes: findings, whose case it is, and the next date.

use super::*;
use redress_complaint::facts::Assigned;

/// Otherwise the new letter would repeat what the review overturned.
#[test]
fn a_changed_answer_needs_its_findings_anew_and_a_confirmed_one_keeps_them() {
    let found = |story: Story| story.case().issues.iter().all(|i| i.finding.is_some());
    assert!(found(in_review()));
    assert!(found(reviewed("confirmed")));
    assert!(!found(reviewed("changed")));
    assert!(!found(reviewed("reinvestigate")));
}

#[test]
fn inside_the_house_a_complaint_is_reviewed_once() {
    let again = |story: Story| {
        story.no(
            of("review"),
            &desk_of(aiste()),
            &[("colleague", &to_tomas())],
        )
    };
    assert_eq!(again(in_review()), "review-open-already");
    assert_eq!(again(reviewed("confirmed")), "reviewed-already");
}

#[test]
fn whoever_reviews_has_the_case_until_the_review_is_decided() {
    let hers = Assigned {
        owner: Some(aiste().id),
        unit: None,
    };
    let given = rejected().plain(hers).does(
        of("review"),
        &desk_of(aiste()),
        &[("colleague", &to_tomas())],
    );
    assert_eq!(given.case().owner, Some(tomas().id));
    let typed = [
        ("review-outcome", "changed"),
        ("reason", "The log is clear."),
    ];
    let back = given.does(of("review-decision"), &desk_of(tomas()), &typed);
    assert_eq!(back.case().owner, Some(aiste().id));
}

/// Nothing that waits for us falls to the end of the list.
#[test]
fn a_refused_answer_a_review_and_a_reopened_case_have_a_next_date() {
    assert!(
        answered()
            .case()
            .next_due(&jiff::tz::TimeZone::UTC)
            .is_none()
    );
    assert!(
        in_review()
            .case()
            .next_due(&jiff::tz::TimeZone::UTC)
            .is_some()
    );
    assert!(
        reviewed("changed")
            .case()
            .next_due(&jiff::tz::TimeZone::UTC)
            .is_some()
    );
    let outside = [
        ("external-body", "Consumer office"),
        ("referred-by", "complainant"),
    ];
    let referred = rejected().does(of("referral"), &desk_of(aiste()), &outside);
    assert!(
        referred.case().next_due(&jiff::tz::TimeZone::UTC).is_none(),
        "they wait for somebody else"
    );
    let reopened = accepted()
        .does(
            of("closure"),
            &closing(&accepted(), desk_of(aiste()), &[]),
            &form("accepted", &[]),
        )
        .does(
            of("reopening"),
            &desk_of(aiste()),
            &[("reason", "The refund never came.")],
        );
    assert!(reopened.case().next_due(&jiff::tz::TimeZone::UTC).is_some());
}
