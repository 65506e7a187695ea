//! What is to be said of a mailbox, as `doctor` and its page say it: the worst first.

use super::records::Standing;
use redress_kernel::Instant;
use redress_mail::imap::Fault;

const DAY_SECONDS: i64 = 86_400;
/// A token is asked for anew before it ends.
const TOKEN_WARNED_SECONDS: i64 = 7 * DAY_SECONDS;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// Somebody has to change a setting before anything is fetched again.
    Refused(Fault),
    /// Messages lay on the server that the ledger did not have; they were fetched then.
    Missed(i64),
    /// Kept for a person to read.
    Unreadable(i64),
    /// The server is away for now; we go on trying.
    Away(Fault),
    /// Nothing has arrived for so many days.
    Silent(i64),
    /// The comparison of this day is overdue.
    NotCompared,
    /// The token ends in so many days; 0 when it has ended.
    TokenEnds(i64),
}

/// How a mailbox is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Expected {
    /// Days without a message after which somebody should wonder.
    pub silent_days: i64,
    pub token_until: Option<Instant>,
}

/// `fault`: how the last visit, or a trial just now, ended.
pub fn findings(
    standing: &Standing,
    fault: Option<&Fault>,
    expected: &Expected,
    now: Instant,
) -> Vec<Finding> {
    let refused = fault.filter(|fault| fault.needs_a_person());
    let away = fault.filter(|fault| !fault.needs_a_person());
    let since = |at: Option<Instant>| at.map(|at| now.seconds_since(at));
    let silent = since(standing.newest_at).map(|seconds| seconds / DAY_SECONDS);
    let compared = since(standing.reconciled_at);
    let token = expected.token_until.map(|until| until.seconds_since(now));
    let all = [
        refused.cloned().map(Finding::Refused),
        (standing.missing > 0).then_some(Finding::Missed(standing.missing)),
        (standing.unreadable > 0).then_some(Finding::Unreadable(standing.unreadable)),
        away.cloned().map(Finding::Away),
        token
            .filter(|left| *left < TOKEN_WARNED_SECONDS)
            .map(|left| Finding::TokenEnds(left.max(0) / DAY_SECONDS)),
        silent
            .filter(|days| *days >= expected.silent_days)
            .map(Finding::Silent),
        compared
            .is_none_or(|seconds| seconds >= 2 * DAY_SECONDS)
            .then_some(Finding::NotCompared),
    ];
    all.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant::from_micros(1_800_000_000_000_000);

    fn at(days_ago: i64) -> Option<Instant> {
        Some(NOW.plus_seconds(-days_ago * DAY_SECONDS))
    }

    #[test]
    fn a_mailbox_in_order_has_nothing_to_say() {
        let standing = Standing {
            newest_at: at(1),
            reconciled_at: at(1),
            unsorted: 7,
            ..Standing::default()
        };
        let expected = Expected {
            silent_days: 3,
            token_until: Some(NOW.plus_seconds(30 * DAY_SECONDS)),
        };
        assert_eq!(findings(&standing, None, &expected, NOW), []);
    }

    #[test]
    fn what_is_wrong_is_named_the_worst_first() {
        let standing = Standing {
            newest_at: at(4),
            reconciled_at: at(2),
            missing: 2,
            unreadable: 1,
            ..Standing::default()
        };
        let expected = Expected {
            silent_days: 3,
            token_until: Some(NOW.plus_seconds(-1)),
        };
        assert_eq!(
            findings(&standing, Some(&Fault::LoginRefused), &expected, NOW),
            [
                Finding::Refused(Fault::LoginRefused),
                Finding::Missed(2),
                Finding::Unreadable(1),
                Finding::TokenEnds(0),
                Finding::Silent(4),
                Finding::NotCompared,
            ]
        );
        let away = findings(&standing, Some(&Fault::Cut), &expected, NOW);
        assert!(away.contains(&Finding::Away(Fault::Cut)));
    }
}
