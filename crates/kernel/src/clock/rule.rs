//! One time limit as a value: what starts it, how it is counted, what stops,
//! extends and satisfies it. Packs are read into these; the engine knows no law.

use super::FactKind;
use jiff::civil::Time;

#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    pub id: String,
    pub start: FactKind,
    /// Without the fact that starts it: counted from the expiry of this clock.
    pub start_otherwise: Option<String>,
    /// Each of these starts the period anew.
    pub restarts_by: Vec<FactKind>,
    pub amount: u32,
    pub unit: Unit,
    pub first_day: FirstDay,
    pub end_roll: Roll,
    /// What the law may allow where it was not read; never what we work by.
    pub end_roll_in_law: Option<Roll>,
    /// What comes later than this counts as received on the next working day.
    pub cut_off: Option<Time>,
    pub due_at: DueAt,
    pub paused_by: Vec<Pause>,
    pub extension: Option<Extension>,
    pub satisfied_by: Vec<FactKind>,
    /// After one of these nothing is owed any more.
    pub ended_by: Vec<FactKind>,
    /// A chance, not an obligation: when it passes, nothing is overdue.
    pub window: bool,
    /// Clocks that fall away when this one is satisfied in time.
    pub lifts: Vec<String>,
    pub whose: Whose,
    /// Who does this is another person than who did that.
    pub independent_of: Option<String>,
    pub warn_before: Vec<Lead>,
    pub escalate_to: Vec<Rung>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    CalendarDay,
    BusinessDay,
    WorkingHour,
    Week,
    Month,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FirstDay {
    Counted,
    NotCounted,
}

/// What happens when the last day is not worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Roll {
    None,
    NextBusinessDay,
    PreviousBusinessDay,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DueAt {
    EndOfDay,
    /// When the office closes on the last day.
    CloseOfBusiness,
    /// The very instant at which the hours are used up; for days, the time of day of the start.
    Instant,
}

/// While it lasts, nothing is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    pub from: FactKind,
    pub to: FactKind,
    pub days: PausedDays,
}

/// Which days of a pause are left out when days are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PausedDays {
    /// The day it begins, and all up to the day it ends, which is counted.
    #[default]
    FromFirst,
    /// Only whole days.
    Between,
    /// The day it begins, the day it ends and all between them.
    ThroughLast,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    pub amount: u32,
    pub unit: Unit,
    pub counted_from: CountedFrom,
    pub times: u32,
    pub approver: Level,
    pub reason: bool,
    /// From this extension on the complainant has to agree: 2 is the second.
    pub consent_from: Option<u32>,
    /// The notice that must go out before the period without the extension expires.
    pub notice: Option<FactKind>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CountedFrom {
    /// The amount is the whole period, from its start.
    Start,
    /// The amount follows after the period.
    Due,
}

/// Who may decide, and who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    Handler,
    Manager,
    TopManagement,
}

/// Whose limit it is: ours, or one that we only tell about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Whose {
    #[default]
    Organisation,
    Complainant,
    Authority,
}

/// A length of time before or after the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lead {
    Days(u32),
    BusinessDays(u32),
    WorkingHours(u32),
}

/// A step of the ladder: who is told, how long after expiry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rung {
    pub to: Level,
    pub after: Lead,
}

impl AsRef<Rule> for Rule {
    fn as_ref(&self) -> &Rule {
        self
    }
}

impl Rule {
    /// Counted from the day after receipt to the end of the last day, nothing more.
    pub fn new(id: &str, amount: u32, unit: Unit) -> Rule {
        Rule {
            id: id.to_owned(),
            start: FactKind::RECEIVED,
            start_otherwise: None,
            restarts_by: Vec::new(),
            amount,
            unit,
            first_day: FirstDay::NotCounted,
            end_roll: Roll::None,
            end_roll_in_law: None,
            cut_off: None,
            due_at: match unit {
                Unit::WorkingHour => DueAt::Instant,
                _ => DueAt::EndOfDay,
            },
            paused_by: Vec::new(),
            extension: None,
            satisfied_by: Vec::new(),
            ended_by: Vec::new(),
            window: false,
            lifts: Vec::new(),
            whose: Whose::Organisation,
            independent_of: None,
            warn_before: Vec::new(),
            escalate_to: Vec::new(),
        }
    }

    /// Does the answer depend on which days are worked?
    pub fn needs_calendar(&self) -> bool {
        matches!(self.unit, Unit::BusinessDay | Unit::WorkingHour)
            || self.end_roll != Roll::None
            || self.end_roll_in_law.is_some_and(|roll| roll != Roll::None)
            || self.cut_off.is_some()
            || self
                .extension
                .as_ref()
                .is_some_and(|it| matches!(it.unit, Unit::BusinessDay | Unit::WorkingHour))
    }
}

/// The words of packs and of the command line for these values.
macro_rules! words {
    ($type:ident { $($name:literal => $value:expr),+ $(,)? }) => {
        impl $type {
            pub const NAMES: &'static [&'static str] = &[$($name),+];

            pub fn named(name: &str) -> Option<$type> {
                match name {
                    $($name => Some($value),)+
                    _ => None,
                }
            }

            pub fn name(self) -> &'static str {
                match self {
                    $(it if it == $value => $name,)+
                    _ => "",
                }
            }
        }
    };
}

words!(Unit {
    "calendar-day" => Unit::CalendarDay,
    "business-day" => Unit::BusinessDay,
    "working-hour" => Unit::WorkingHour,
    "week" => Unit::Week,
    "month" => Unit::Month,
});
words!(FirstDay {
    "counted" => FirstDay::Counted,
    "not-counted" => FirstDay::NotCounted,
});
words!(Roll {
    "none" => Roll::None,
    "next-business-day" => Roll::NextBusinessDay,
    "previous-business-day" => Roll::PreviousBusinessDay,
});
words!(DueAt {
    "end-of-day" => DueAt::EndOfDay,
    "close-of-business" => DueAt::CloseOfBusiness,
    "instant" => DueAt::Instant,
});
words!(PausedDays {
    "from-first" => PausedDays::FromFirst,
    "between" => PausedDays::Between,
    "through-last" => PausedDays::ThroughLast,
});
words!(CountedFrom {
    "start" => CountedFrom::Start,
    "due" => CountedFrom::Due,
});
words!(Level {
    "handler" => Level::Handler,
    "manager" => Level::Manager,
    "top-management" => Level::TopManagement,
});
words!(Whose {
    "organisation" => Whose::Organisation,
    "complainant" => Whose::Complainant,
    "authority" => Whose::Authority,
});

impl Lead {
    /// `5d`, `2bd`, `4wh`.
    pub fn named(text: &str) -> Option<Lead> {
        let digits = text.find(|c: char| !c.is_ascii_digit())?;
        let (amount, unit) = text.split_at_checked(digits)?;
        let amount = amount.parse().ok().filter(|amount| *amount <= 3_650)?;
        Some(match unit {
            "d" => Lead::Days(amount),
            "bd" => Lead::BusinessDays(amount),
            "wh" => Lead::WorkingHours(amount),
            _ => return None,
        })
    }
}
