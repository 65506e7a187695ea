//! The four steps and what each asks. Only two answers and one way to reach the
//! person are asked for; everything else may stay empty (annex C).

use redress_complaint::facts::NEEDS;
use redress_kernel::{
    fields::{Field, Kind, LONG_TEXT_MAX, SHORT_TEXT_MAX},
    terms::List,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Happened,
    PuttingRight,
    AboutYou,
    Check,
}

pub const HAPPENED: &[Field] = &[
    Field::new("story", Kind::Text(LONG_TEXT_MAX))
        .required()
        .hinted(),
    Field::new(
        "still-happening",
        Kind::Choice("continuing", &["yes", "no", "unsure"]),
    )
    .required(),
    Field::new("danger-now", Kind::Tick).hinted(),
    Field::new("happened-when", Kind::Line(SHORT_TEXT_MAX)).hinted(),
    Field::new("enclosures", Kind::Files),
];

pub const PUTTING_RIGHT: &[Field] = &[
    Field::new("wished", Kind::Terms(List::Remedies)),
    Field::new("wished-text", Kind::Text(LONG_TEXT_MAX)).hinted(),
    Field::new("bought", Kind::Line(SHORT_TEXT_MAX)).hinted(),
];

/// The ways to the person. Each name begins as the browser's own: it fills them in.
pub const REACH: &[Field] = &[
    Field::new("your-name", Kind::Line(SHORT_TEXT_MAX)).hinted(),
    Field::new("your-email", Kind::Line(SHORT_TEXT_MAX)),
    Field::new("your-phone", Kind::Line(SHORT_TEXT_MAX)),
    Field::new("your-address", Kind::Text(1_000)),
];

pub const UNNAMED: &[Field] = &[Field::new("stay-anonymous", Kind::Tick).hinted()];

pub const SUPPORT: &[Field] = &[
    Field::new("reply-language", Kind::Language),
    Field::new("your-needs", Kind::Several("need", NEEDS)),
];

pub const ACTING: &[Field] = &[
    Field::new("acting-for", Kind::Line(SHORT_TEXT_MAX)).hinted(),
    Field::new("acting-authority", Kind::Text(1_000)).hinted(),
];

/// No person sees it; what fills it in is a program. Counted, and never refused: the
/// complaint waits for somebody to confirm it.
pub const TRAP: &str = "website";

impl Step {
    pub const ALL: [Step; 4] = [
        Step::Happened,
        Step::PuttingRight,
        Step::AboutYou,
        Step::Check,
    ];

    pub const fn number(self) -> u8 {
        match self {
            Step::Happened => 1,
            Step::PuttingRight => 2,
            Step::AboutYou => 3,
            Step::Check => 4,
        }
    }

    pub fn read(number: &str) -> Option<Step> {
        Step::ALL
            .into_iter()
            .find(|step| step.number().to_string() == number)
    }

    pub fn next(self) -> Option<Step> {
        Step::ALL.into_iter().find(|step| *step > self)
    }

    pub fn before(self) -> Option<Step> {
        Step::ALL.into_iter().rev().find(|step| *step < self)
    }

    /// The keys of its words: `portal-{name}`, `portal-{name}-title`, `portal-{name}-lead`.
    pub const fn name(self) -> &'static str {
        match self {
            Step::Happened => "happened",
            Step::PuttingRight => "putting-right",
            Step::AboutYou => "about-you",
            Step::Check => "check",
        }
    }

    pub fn fields(self) -> Vec<Field> {
        let groups: &[&[Field]] = match self {
            Step::Happened => &[HAPPENED],
            Step::PuttingRight => &[PUTTING_RIGHT],
            Step::AboutYou => &[REACH, UNNAMED, SUPPORT, ACTING],
            Step::Check => &[],
        };
        groups.concat()
    }
}
