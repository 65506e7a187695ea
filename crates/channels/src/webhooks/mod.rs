//! Webhooks: other systems are told that something happened to a complaint, without
//! personal data, signed by the Standard Webhooks specification. A telling is queued
//! in the transaction of its fact, so none is lost; what cannot be delivered for a
//! day waits for somebody. Evidence: who decided to tell whom what, since when.

mod acts;
mod calls;
pub mod facts;
mod listen;
mod message;
mod pages;
mod post;
mod project;
mod records;
mod sending;
mod signature;
mod views;

pub use message::{EVENTS, Telling};
pub use post::{NotTaken, TIMEOUT};
pub use records::{Delivery, Webhook};
pub use sending::KIND;
pub use signature::{secret_text, signed};

use redress_complaint::{
    Slice,
    menu::{Area, Place, Section},
    routes::{Permit, Routes},
    slice::Work,
};
use redress_kernel::{Action, Fact};

pub const SLICE: Slice = Slice {
    tables: &[("webhook", "id")],
    facts: &[
        facts::WebhookSet::KIND,
        facts::WebhookSecretRenewed::KIND,
        facts::WebhookRemoved::KIND,
    ],
    project: Some(project::project),
    listen: Some(listen::listen),
    pages: Some(routes),
    calls: calls::CALLS,
    places: &[Place::new(
        Area::Admin(Section::System),
        "/admin/webhooks",
        "office-webhooks",
        Action::SeeSettings,
    )],
    jobs: &[Work {
        kind: KIND,
        ready: |_| true,
        run: sending::deliver,
    }],
    jobs_at_once: 8,
    ..Slice::new("channels.webhooks", "")
};

fn routes(routes: Routes) -> Routes {
    let (see, change) = (
        Permit::May(Action::SeeSettings),
        Permit::May(Action::ChangeSettings),
    );
    routes
        .get("/admin/webhooks", see, pages::list)
        .post("/admin/webhooks", change, pages::add)
        .get("/admin/webhooks/{webhook}", see, pages::one)
        .post("/admin/webhooks/{webhook}", change, pages::change)
        .post("/admin/webhooks/{webhook}/test", change, pages::test)
        .post("/admin/webhooks/{webhook}/secret", change, pages::renew)
        .post("/admin/webhooks/{webhook}/resend", change, pages::resend)
        .post("/admin/webhooks/{webhook}/removal", change, pages::remove)
}
