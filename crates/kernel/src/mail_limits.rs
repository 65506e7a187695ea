//! How much e-mail is taken for complaints and answered by itself (7.2, 7.4): caps for
//! one sender, a brake on automatic answers, and the age from which a message that is
//! found in a mailbox is history. Over a cap nothing is refused and nothing is lost:
//! a person looks first.

use serde::{Deserialize, Serialize};

/// What a cap can be set to at most.
pub const CAP_MAX: u32 = 100_000;

/// As the organisation decided it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MailLimits {
    /// New complaints of one address within a day.
    pub new_a_day: u32,
    /// Replies of one address within a day.
    pub replies_a_day: u32,
    /// Automatic answers to one address within an hour: two machines that answer each
    /// other stop after so many.
    pub answers_an_address: u32,
    /// Automatic answers to everybody within an hour.
    pub answers_an_hour: u32,
    /// A message that arrived so many days before we fetched it is history.
    pub days_old: u32,
}

impl Default for MailLimits {
    fn default() -> MailLimits {
        MailLimits {
            new_a_day: 10,
            replies_a_day: 50,
            answers_an_address: 1,
            answers_an_hour: 300,
            days_old: 30,
        }
    }
}

/// What went before, as far as the limits ask.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Before {
    /// New complaints of this address since yesterday.
    pub new: u32,
    pub replies: u32,
    /// Automatic answers to this address in the last hour.
    pub answers_here: u32,
    pub answers_in_all: u32,
    pub days_old: i64,
}

/// What may become of a message without a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    Open,
    /// It becomes a complaint; its acknowledgement waits for a person, and why.
    Unanswered(&'static str),
    /// A person decides what it is, and why.
    Quarantine(&'static str),
}

impl MailLimits {
    pub fn is_default(&self) -> bool {
        *self == MailLimits::default()
    }

    /// For a message that would become a complaint.
    pub fn for_new(&self, before: &Before) -> Gate {
        match before {
            _ if before.days_old >= i64::from(self.days_old) => Gate::Quarantine("old"),
            _ if before.new >= self.new_a_day => Gate::Quarantine("sender-cap"),
            _ if before.answers_here >= self.answers_an_address => {
                Gate::Unanswered("answered-lately")
            }
            _ if before.answers_in_all >= self.answers_an_hour => Gate::Unanswered("answers-cap"),
            _ => Gate::Open,
        }
    }

    /// For a message that would join a case; nothing answers it by itself.
    pub fn for_reply(&self, before: &Before) -> Gate {
        match before.replies >= self.replies_a_day {
            true => Gate::Quarantine("sender-cap"),
            false => Gate::Open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: fn() -> MailLimits = MailLimits::default;

    #[test]
    fn the_first_message_of_somebody_is_taken_and_answered() {
        assert_eq!(LIMITS().for_new(&Before::default()), Gate::Open);
        assert_eq!(LIMITS().for_reply(&Before::default()), Gate::Open);
    }

    #[test]
    fn whoever_was_answered_within_the_hour_is_not_answered_again_by_a_machine() {
        let before = Before {
            answers_here: 1,
            ..Before::default()
        };
        assert_eq!(
            LIMITS().for_new(&before),
            Gate::Unanswered("answered-lately")
        );
    }

    #[test]
    fn too_many_answers_in_all_hold_the_next_one_and_refuse_no_complaint() {
        let before = Before {
            answers_in_all: 300,
            ..Before::default()
        };
        assert_eq!(LIMITS().for_new(&before), Gate::Unanswered("answers-cap"));
    }

    #[test]
    fn over_the_cap_of_its_sender_and_from_another_time_a_person_looks_first() {
        let flood = Before {
            new: 10,
            replies: 50,
            ..Before::default()
        };
        assert_eq!(LIMITS().for_new(&flood), Gate::Quarantine("sender-cap"));
        assert_eq!(LIMITS().for_reply(&flood), Gate::Quarantine("sender-cap"));
        let old = Before {
            days_old: 30,
            ..Before::default()
        };
        assert_eq!(LIMITS().for_new(&old), Gate::Quarantine("old"));
        let last_week = Before {
            days_old: 29,
            ..Before::default()
        };
        assert_eq!(LIMITS().for_new(&last_week), Gate::Open);
    }
}
