//! When a new complaint waits until somebody confirms it (4.4, 7.2): the budgets of one
//! network and of everybody within an hour, and the signs of a program in the public
//! form. Over a budget nothing is refused and nothing is lost: it is stored, has its
//! reference, and stands where people see it and count it.

use serde::{Deserialize, Serialize};

/// What a budget can be set to at most.
pub const BUDGET_MAX: u32 = 1_000_000;
/// Whoever sends the form sooner than this after it was handed out has not read it.
pub const FORM_SECONDS_MIN: i64 = 3;
/// A form that lay open for longer says nothing about who fills it in.
pub const FORM_HOURS_MAX: i64 = 24;
/// A complaint with the signs of a program counts like so many.
pub const SUSPECT_WEIGHT: u32 = 5;

/// As the organisation decided it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct IntakeLimits {
    /// New complaints of one network within an hour.
    pub network_hour: u32,
    /// New complaints of everybody by the public form within an hour.
    pub all_hour: u32,
    /// New complaints of one person's programs within an hour; 0: as many as they like.
    pub programs_hour: u32,
    /// Megabytes of files of one network within a day.
    pub network_day_mb: u32,
    /// Letters within an hour that ask somebody to confirm.
    pub letters_hour: u32,
}

impl Default for IntakeLimits {
    fn default() -> IntakeLimits {
        IntakeLimits {
            network_hour: 30,
            all_hour: 2_000,
            programs_hour: 0,
            network_day_mb: 2_000,
            letters_hour: 60,
        }
    }
}

/// What the form noticed about whoever filled it in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Signs {
    /// A field that no person sees was filled in.
    pub trapped: bool,
    /// From handing out the form to sending it; None where nobody can say.
    pub seconds: Option<i64>,
}

impl Signs {
    /// How much a complaint with these signs takes of its network's budget. Haste alone
    /// confirms nothing: people paste what they wrote elsewhere.
    pub fn weight(&self) -> u32 {
        match self.seconds {
            Some(seconds) if seconds >= FORM_SECONDS_MIN => 1,
            _ => SUSPECT_WEIGHT,
        }
    }
}

/// What came within the hour, before this one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Came {
    /// From the same network; None where nobody knows from which network it comes.
    pub here: Option<u32>,
    pub in_all: u32,
}

impl IntakeLimits {
    pub fn is_default(&self) -> bool {
        *self == IntakeLimits::default()
    }

    /// Why somebody confirms it first: a code. None: it is a complaint like any other.
    pub fn waits(&self, signs: &Signs, came: &Came) -> Option<&'static str> {
        let over = |budget: u32, came: u32| came >= budget;
        match came {
            _ if signs.trapped => Some("trap"),
            Came {
                here: Some(here), ..
            } if over(self.network_hour, *here) => Some("network"),
            _ if over(self.all_hour, came.in_all) => Some("all"),
            _ => None,
        }
    }

    /// The same for a program with a token.
    pub fn program_waits(&self, came: u32) -> Option<&'static str> {
        (self.programs_hour > 0 && came >= self.programs_hour).then_some("programs")
    }

    /// From two thirds of its budget on a network is answered more slowly.
    pub fn slows(&self, came: &Came) -> bool {
        let from = (u64::from(self.network_hour) * 2).div_ceil(3);
        came.here.is_some_and(|here| u64::from(here) > from)
    }

    pub fn network_day_bytes(&self) -> u64 {
        u64::from(self.network_day_mb) * 1_000_000
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: fn() -> IntakeLimits = IntakeLimits::default;

    fn read(seconds: i64) -> Signs {
        Signs {
            trapped: false,
            seconds: Some(seconds),
        }
    }

    fn came(here: u32, in_all: u32) -> Came {
        Came {
            here: Some(here),
            in_all,
        }
    }

    #[test]
    fn twenty_people_of_one_library_pass_untouched_and_are_not_slowed() {
        for before in 0..20 {
            let came = came(before, before);
            assert_eq!(LIMITS().waits(&read(200), &came), None, "{before}");
            assert!(!LIMITS().slows(&came), "{before}");
        }
    }

    #[test]
    fn over_its_budget_a_network_waits_and_its_neighbour_does_not() {
        assert_eq!(LIMITS().waits(&read(60), &came(29, 29)), None);
        assert_eq!(LIMITS().waits(&read(60), &came(30, 30)), Some("network"));
        assert_eq!(LIMITS().waits(&read(60), &came(0, 30)), None);
        assert!(LIMITS().slows(&came(21, 21)), "first slower, then waiting");
    }

    #[test]
    fn over_the_budget_of_all_everybody_waits_also_whose_network_nobody_knows() {
        let unknown = Came {
            here: None,
            in_all: 2_000,
        };
        assert_eq!(LIMITS().waits(&read(60), &unknown), Some("all"));
        assert!(!LIMITS().slows(&unknown));
        let fewer = Came {
            in_all: 1_999,
            ..unknown
        };
        assert_eq!(LIMITS().waits(&read(60), &fewer), None);
    }

    #[test]
    fn haste_takes_more_of_the_budget_and_condemns_nobody() {
        assert_eq!(read(2).weight(), 5);
        assert_eq!(Signs::default().weight(), 5);
        assert_eq!(read(3).weight(), 1);
        assert_eq!(LIMITS().waits(&read(0), &came(0, 0)), None);
    }

    #[test]
    fn what_filled_in_the_hidden_field_waits_at_once() {
        let trapped = Signs {
            trapped: true,
            seconds: Some(500),
        };
        assert_eq!(LIMITS().waits(&trapped, &came(0, 0)), Some("trap"));
    }

    #[test]
    fn programs_have_no_budget_unless_somebody_sets_one() {
        assert_eq!(LIMITS().program_waits(1_000_000), None);
        let set = IntakeLimits {
            programs_hour: 10,
            ..LIMITS()
        };
        assert_eq!(set.program_waits(9), None);
        assert_eq!(set.program_waits(10), Some("programs"));
    }
}
