//! THE list: every slice once, in the order of the standard and then of the menu; what is projected,
//! who listens to what, which jobs run. All cause and effect on one screen.

use redress_complaint::{Slice, routes::Routes};
use redress_kernel::Entry;
use redress_store::{Error, Tx, Wiring};

pub static SLICES: &[&Slice] = &[
    // the complaint itself
    &redress_complaint::inbox::SLICE,
    &redress_complaint::obligations::SLICE,
    &redress_complaint::objectivity::SLICE,
    &redress_complaint::figures::SLICE,
    &redress_complaint::search::SLICE,
    &redress_complaint::api::SLICE,
    &redress_complaint::desk::SLICE,
    &redress_complaint::bulk::SLICE,
    &redress_complaint::related::SLICE,
    &redress_complaint::why::SLICE,
    &redress_complaint::bundle::SLICE,
    &redress_complaint::second::SLICE,
    &redress_complaint::views::SLICE,
    &redress_complaint::texts::SLICE,
    &redress_complaint::door::SLICE,
    &redress_complaint::calls::SLICE,
    &redress_complaint::live::SLICE,
    &redress_complaint::composing::SLICE,
    &redress_complaint::unconfirmed::SLICE,
    &redress_complaint::palette::SLICE,
    // clause 5
    &redress_framework::overview::SLICE,
    &redress_framework::policy::SLICE,
    &crate::post::SIGNIFICANCE,
    // clause 6
    &redress_planning::objective::SLICE,
    // clause 7
    &redress_operation::receipt::SLICE,
    &redress_operation::tracking::SLICE,
    &redress_operation::time_limits::SLICE,
    &redress_operation::acknowledgement::SLICE,
    &redress_operation::assessment::SLICE,
    &redress_operation::investigation::SLICE,
    &redress_operation::concern::SLICE,
    &redress_operation::conflict::SLICE,
    &redress_operation::response::SLICE,
    &redress_operation::decision::SLICE,
    &redress_operation::closing::SLICE,
    // the work around it
    &redress_operation::messages::SLICE,
    &redress_operation::assignment::SLICE,
    &redress_operation::notes::SLICE,
    &redress_operation::links::SLICE,
    &redress_complaint::identity::SLICE,
    // clause 8
    &redress_improvement::monitoring::SLICE,
    &redress_improvement::corrective_action::SLICE,
    // channels
    &redress_channels::how::SLICE,
    &redress_channels::web_form::SLICE,
    &redress_channels::verification::SLICE,
    &redress_channels::api::SLICE,
    &redress_channels::phone::SLICE,
    &redress_channels::heard::SLICE,
    &redress_channels::mailboxes::SLICE,
    &redress_channels::sorting::SLICE,
    &crate::post::OUTBOX,
    &crate::openapi::SLICE,
    // the office behind it
    &redress_office::start::SLICE,
    &redress_office::organisation::SLICE,
    &redress_office::calendar::SLICE,
    &redress_office::holidays::SLICE,
    &redress_office::clocks::SLICE,
    &redress_office::significant::SLICE,
    &crate::post::REMINDERS,
    &crate::post::NOTICES,
    &redress_office::retention::SLICE,
    &redress_office::data_protection::SLICE,
    &redress_office::bulk_export::SLICE,
    &redress_office::portal::SLICE,
    &redress_office::lists::SLICE,
    &redress_office::people::SLICE,
    &redress_office::units::SLICE,
    &redress_office::objectivity::SLICE,
    &redress_office::visits::SLICE,
    &redress_office::see_as::SLICE,
    &crate::post::SIGN_IN,
    &redress_office::factors::SLICE,
    &redress_office::recovery::SLICE,
    &redress_office::single_sign_on::SLICE,
    &redress_office::standing_in::SLICE,
    &redress_office::tokens::SLICE,
    &redress_channels::webhooks::SLICE,
    &redress_office::relay::SLICE,
    &redress_office::mail_limits::SLICE,
    &crate::post::CHECKPOINTS,
    &redress_office::intake_limits::SLICE,
    &redress_channels::import::SLICE,
    &redress_office::setup::SLICE,
    &redress_office::sample::SLICE,
    &redress_office::health::SLICE,
    &redress_office::journal::SLICE,
];

/// What the store calls for every recorded fact.
pub fn wiring() -> Wiring {
    let projections = SLICES
        .iter()
        .flat_map(|slice| slice.tables.iter().copied())
        .collect();
    Wiring {
        project,
        listen,
        close,
        projections,
    }
}

fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    SLICES
        .iter()
        .filter_map(|slice| slice.project)
        .try_for_each(|project| project(tx, entry))
}

/// What an earlier release left open, a slice after the other.
fn close(tx: &mut Tx) -> Result<i64, Error> {
    for close in SLICES.iter().filter_map(|slice| slice.close_open) {
        let some = close(tx)?;
        if some > 0 {
            return Ok(some);
        }
    }
    Ok(0)
}

fn listen(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    SLICES
        .iter()
        .filter_map(|slice| slice.listen)
        .try_for_each(|listen| listen(tx, entry))
}

/// Every route of the house with its permit.
pub fn routes() -> Routes {
    SLICES.iter().fold(Routes::default(), |routes, slice| {
        let routes = routes.calls(slice.calls);
        match slice.pages {
            Some(pages) => pages(routes),
            None => routes,
        }
    })
}
