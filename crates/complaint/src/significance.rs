//! When a complaint becomes significant (5.4.1): the organisation's rule over a case,
//! and the fact that follows. Pure; what was found before, also if it was lifted since,
//! is not found again. The room of clause 5.4 keeps the evidence.

use crate::{Complaint, case::RemedyState, facts::SignificanceFound};
use redress_kernel::{Instant, Organisation, significance::Significance};

/// Grounds that hold now and were never known before.
pub fn new_grounds(c: &Complaint, rule: &Significance) -> Vec<&'static str> {
    let holding = [
        ("safety", endangers(c)),
        ("legal", is_legal(c, rule)),
        ("many-people", concerns_many(c, rule)),
        ("amount", is_dear(c, rule)),
    ];
    let new = holding.into_iter().filter(|(_, holds)| *holds);
    new.map(|(ground, _)| ground)
        .filter(|ground| c.is_open() && c.is_new_ground(ground))
        .collect()
}

/// Told at intake or found at the assessment (7.5).
fn endangers(c: &Complaint) -> bool {
    c.danger || c.assessment.as_ref().is_some_and(|it| it.safety)
}

fn is_legal(c: &Complaint, rule: &Significance) -> bool {
    let mut categories = c.issues.iter().filter_map(|it| it.category.as_ref());
    categories.any(|code| rule.categories.contains(code))
}

/// One cause behind many complaints, or one complaint that touches many.
fn concerns_many(c: &Complaint, rule: &Significance) -> bool {
    let people = usize::try_from(rule.people).unwrap_or(usize::MAX);
    let affected = c.assessment.as_ref().and_then(|it| it.people_affected);
    let members = c.members().count();
    (members > 0 && members + 1 >= people) || affected.is_some_and(|n| n >= rule.people)
}

fn is_dear(c: &Complaint, rule: &Significance) -> bool {
    let claimed = c.assessment.as_ref().and_then(|it| it.claimed.as_ref());
    let proposed = c
        .remedies
        .iter()
        .filter(|it| it.state != RemedyState::Cancelled);
    let proposed = proposed.filter_map(|it| it.amount.as_ref());
    claimed
        .into_iter()
        .chain(proposed)
        .any(|it| rule.is_large(it))
}

/// The fact that these grounds were found now.
pub fn found(
    grounds: Vec<String>,
    by_rule: bool,
    organisation: &Organisation,
    now: Instant,
) -> SignificanceFound {
    let safety = grounds.iter().any(|ground| ground == "safety");
    let rule = &organisation.significance;
    SignificanceFound {
        confirm_by: rule.confirm_by(safety, now, &organisation.calendar()),
        grounds,
        by_rule,
    }
}

/// What the rule says of this case now, if it says anything new.
pub fn found_by_rule(
    c: &Complaint,
    organisation: &Organisation,
    now: Instant,
) -> Option<SignificanceFound> {
    let new = new_grounds(c, &organisation.significance);
    let grounds: Vec<String> = new.into_iter().map(str::to_owned).collect();
    (!grounds.is_empty()).then(|| found(grounds, true, organisation, now))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::case::{Assessment, CaseLink, Closure, Issue};
    use redress_kernel::{Id, money::Money};

    fn rule() -> Significance {
        Significance {
            amounts: [("EUR".to_owned(), 500_000)].into(),
            people: 3,
            categories: vec!["26".to_owned()],
            ..Significance::default()
        }
    }

    fn assessed(assessment: Assessment) -> Complaint {
        Complaint {
            assessment: Some(assessment),
            ..Complaint::default()
        }
    }

    fn euro(minor: i64) -> Option<Money> {
        Some(Money {
            minor,
            currency: "EUR".to_owned(),
        })
    }

    fn leading(members: usize) -> Complaint {
        let link = CaseLink {
            to: Id::SYSTEM,
            reference: String::new(),
            kind: "leads".to_owned(),
        };
        Complaint {
            links: vec![link; members],
            ..Complaint::default()
        }
    }

    #[test]
    fn an_ordinary_complaint_is_not_significant() {
        let plain = assessed(Assessment {
            people_affected: Some(2),
            claimed: euro(499_999),
            ..Assessment::default()
        });
        assert_eq!(new_grounds(&plain, &rule()), [""; 0]);
        assert_eq!(new_grounds(&leading(1), &rule()), [""; 0]);
    }

    #[test]
    fn each_ground_is_found_by_what_brings_it_about() {
        let told = Complaint {
            danger: true,
            ..Complaint::default()
        };
        let found = assessed(Assessment {
            safety: true,
            ..Assessment::default()
        });
        let many = assessed(Assessment {
            people_affected: Some(3),
            ..Assessment::default()
        });
        let dear = assessed(Assessment {
            claimed: euro(500_000),
            ..Assessment::default()
        });
        let legal = Complaint {
            issues: vec![Issue {
                category: Some("26".to_owned()),
                ..Issue::default()
            }],
            ..Complaint::default()
        };
        let cases = [
            (told, "safety"),
            (found, "safety"),
            (many, "many-people"),
            (leading(2), "many-people"),
            (dear, "amount"),
            (legal, "legal"),
        ];
        for (case, ground) in cases {
            assert_eq!(new_grounds(&case, &rule()), [ground]);
        }
    }

    #[test]
    fn a_ground_that_was_known_is_not_found_twice_and_a_closed_case_is_left_alone() {
        let mut case = Complaint {
            danger: true,
            ..leading(2)
        };
        case.grounds_known.insert("safety".to_owned());
        assert_eq!(new_grounds(&case, &rule()), ["many-people"]);
        case.closed = Some(Closure::default());
        assert_eq!(new_grounds(&case, &rule()), [""; 0]);
    }

    #[test]
    fn danger_among_the_grounds_makes_the_clock_real() {
        let ferry = Organisation::default();
        // Saturday night.
        let now: Instant = "2026-11-21T22:00:00Z".parse().unwrap();
        let by = |ground: &str| found(vec![ground.to_owned()], true, &ferry, now).confirm_by;
        assert_eq!(by("safety"), now.plus_seconds(4 * 3600));
        assert_eq!(by("media"), "2026-11-23T13:00:00Z".parse().unwrap());
    }
}
