//! 5.4.1 Significant complaints: what endangers people, the law, the good name or a
//! great many is told to top management within hours, and somebody there says that
//! they know. Found by rule or by anybody's judgement (5.4.5). Evidence: the grounds,
//! who was told when, and each confirmation with what was decided.

mod listen;
mod log;
pub mod notice;
mod panel;
mod records;
#[allow(clippy::module_inception, reason = "the noun of the folder")]
mod significance;
#[cfg(test)]
mod tests;

use panel::{EVIDENCE, panel};
use redress_complaint::{
    Complaint, Slice, Verb,
    facts::{ColleagueTold, SignificanceConfirmed, SignificanceFound, SignificanceLifted},
    menu::{Area, Place},
    routes::{Permit, Routes},
};
use redress_kernel::{Action, Fact, Refusal};

pub const SLICE: Slice = Slice {
    verbs: VERBS,
    evidence: EVIDENCE,
    panel: Some(panel),
    listen: Some(listen::listen),
    before_closing: Some(unconfirmed),
    project: Some(records::project),
    tables: &[("significance_log", "complaint")],
    pages: Some(routes),
    places: &[Place::new(
        Area::System,
        LOG,
        "significance-log",
        Action::SeeFigures,
    )],
    facts: &[
        SignificanceFound::KIND,
        SignificanceConfirmed::KIND,
        SignificanceLifted::KIND,
        ColleagueTold::KIND,
    ],
    ..Slice::new("framework.significance", "5.4")
};

/// Who was told when, and when it was confirmed.
const LOG: &str = "/system/significant";

fn routes(routes: Routes) -> Routes {
    routes.get(LOG, Permit::May(Action::SeeFigures), log::page)
}

const VERBS: &[Verb] = &[
    Verb::new(
        "significance-confirmation",
        Action::ConfirmSignificance,
        significance::CONFIRMING,
    )
    .ready(significance::to_confirm)
    .decides(significance::confirm),
    Verb::new(
        "significant",
        Action::MarkSignificant,
        significance::REPORTING,
    )
    .decides(significance::report)
    .adding(),
    Verb::new(
        "significance-lifting",
        Action::ConfirmSignificance,
        significance::LIFTING,
    )
    .ready(significance::is_theirs)
    .decides(significance::lift),
];

/// Nobody closes it behind the back of those who answer for it.
fn unconfirmed(c: &Complaint) -> Vec<Refusal> {
    let asked = c.significance_unconfirmed();
    let stands = |_| Refusal::new("close-significance-unconfirmed");
    asked.map(stands).into_iter().collect()
}
