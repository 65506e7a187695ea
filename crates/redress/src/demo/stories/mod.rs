//! A dozen complaints at Northfield Water, in six languages and in every stage,
//! told as what happened on which day. Nobody in them exists.

mod first;
mod second;

use redress_kernel::Lang;

/// One complaint: how it arrived and what was done about it.
pub struct Story {
    pub lang: Lang,
    pub channel: &'static str,
    pub name: &'static str,
    /// E-mail address, telephone number, or nothing.
    pub email: &'static str,
    pub phone: &'static str,
    pub subject: &'static str,
    pub text: &'static str,
    pub wanted: &'static str,
    pub category: &'static str,
    pub remedies: &'static [&'static str],
    pub needs: &'static [&'static str],
    pub danger: bool,
    /// Days before now on which it arrived.
    pub days_ago: i64,
    pub steps: &'static [Step],
}

/// What somebody did, so many hours after receipt.
pub struct Step {
    pub after_hours: i64,
    pub by: Who,
    pub verb: &'static str,
    pub fields: &'static [(&'static str, &'static str)],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Handler,
    OtherHandler,
    Manager,
    Complainant,
}

const fn step(
    after_hours: i64,
    by: Who,
    verb: &'static str,
    fields: &'static [(&'static str, &'static str)],
) -> Step {
    Step {
        after_hours,
        by,
        verb,
        fields,
    }
}

use Who::{Complainant, Handler, Manager, OtherHandler};

const TAKE: Step = step(2, Handler, "assignment", &[("colleague", "handler")]);
const ASSESS: Step = step(
    3,
    Handler,
    "assessment",
    &[
        ("severity", "medium"),
        ("complexity", "low"),
        ("impact", "medium"),
        (
            "rationale",
            "One household, several days, no risk to health. A visit is enough to find the cause.",
        ),
    ],
);
const PLAN: Step = step(
    20,
    Handler,
    "investigation",
    &[
        (
            "plan",
            "Read the visit log, ask Field Operations, look at the meter data of the last 30 days.",
        ),
        ("impartial", "1"),
    ],
);
const ASK: Step = step(
    21,
    Handler,
    "question",
    &[
        ("question-to", "Field Operations"),
        (
            "question",
            "Was work order WO-48213 closed with a visit? Please send the log.",
        ),
    ],
);

/// All of them, in no order; the play sorts what happens by its time.
pub fn stories() -> impl Iterator<Item = &'static Story> {
    first::STORIES.iter().chain(second::STORIES)
}
