//! 5.4.1 Significant complaints: what endangers people, the law, the good name or a
//! great many is told to top management within hours, and somebody there says that
//! they know. Found by rule or by anybody's judgement (5.4.5). Evidence: the grounds,
//! who was told when, and each confirmation with what was decided.

use redress_complaint::{
    Slice,
    facts::{ColleagueTold, SignificanceConfirmed, SignificanceFound, SignificanceLifted},
};
use redress_kernel::Fact;

pub const SLICE: Slice = Slice {
    facts: &[
        SignificanceFound::KIND,
        SignificanceConfirmed::KIND,
        SignificanceLifted::KIND,
        ColleagueTold::KIND,
    ],
    ..Slice::new("framework.significance", "5.4")
};
