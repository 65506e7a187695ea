//! From the five criteria of 7.5 to a priority: a pure function that anybody
//! can follow. It suggests; a person decides.

/// Low to critical: of a criterion, and of the priority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Level {
    #[default]
    Low,
    Medium,
    High,
    Critical,
}

impl Level {
    pub const ALL: [Level; 4] = [Level::Low, Level::Medium, Level::High, Level::Critical];

    pub const fn code(self) -> &'static str {
        match self {
            Level::Low => "low",
            Level::Medium => "medium",
            Level::High => "high",
            Level::Critical => "critical",
        }
    }

    pub fn from_code(code: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// Severity, safety implication, complexity, impact, and the need and
/// possibility of immediate action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Criteria {
    pub severity: Level,
    pub safety: bool,
    pub complexity: Level,
    pub impact: Level,
    pub immediate_needed: bool,
    pub immediate_possible: bool,
}

/// The highest of what each criterion asks for, so a worse criterion never
/// lowers the priority.
pub fn suggested(criteria: Criteria) -> Level {
    criteria
        .severity
        .max(criteria.impact)
        .max(for_complexity(criteria))
        .max(for_immediate_action(criteria))
        .max(for_safety(criteria))
}

/// What is intricate is not urgent by itself, but it takes long: start early.
fn for_complexity(criteria: Criteria) -> Level {
    if criteria.complexity >= Level::High {
        Level::Medium
    } else {
        Level::Low
    }
}

/// Where acting at once still helps, it cannot wait its turn.
fn for_immediate_action(criteria: Criteria) -> Level {
    match (criteria.immediate_needed, criteria.immediate_possible) {
        (true, true) => Level::High,
        (true, false) => Level::Medium,
        (false, _) => Level::Low,
    }
}

/// Never below high; with something to be done at once, nothing comes before it.
fn for_safety(criteria: Criteria) -> Level {
    match (criteria.safety, criteria.immediate_needed) {
        (true, true) => Level::Critical,
        (true, false) => Level::High,
        (false, _) => Level::Low,
    }
}
