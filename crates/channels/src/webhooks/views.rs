//! What the pages of webhooks show, in words.

use super::records::{Delivery, Webhook};
use redress_kernel::words::Message;
use redress_web::{Html, Voice};

/// A webhook in the list.
pub struct Line {
    pub href: String,
    pub origin: Html,
    pub events: String,
    pub state: &'static str,
    pub failed: usize,
    pub since: Html,
}

/// A telling on its way, arrived, or not.
pub struct Row {
    pub id: String,
    pub event: String,
    /// The case; nothing for a test.
    pub reference: Html,
    pub created: Html,
    pub tried: Option<Html>,
    pub attempts: i64,
    pub state: String,
    pub outcome: Option<Html>,
}

pub fn line(t: &Voice, webhook: &Webhook, failed: usize) -> Line {
    Line {
        href: t.href(&format!("/admin/webhooks/{}", webhook.id)),
        origin: t.latin(&webhook.origin),
        events: match webhook.events.len() {
            0 => t.say("webhook-every-event").into_owned(),
            n => t.tell("webhook-some-events").with("n", n).plain(),
        },
        state: match webhook.active {
            true => "webhook-on",
            false => "webhook-off",
        },
        failed,
        since: t.moment_short(webhook.set_at),
    }
}

pub fn row(t: &Voice, delivery: &Delivery) -> Row {
    let telling = &delivery.telling;
    Row {
        id: delivery.id.to_string(),
        event: match telling.complaint {
            Some(_) => t.code("fact", &telling.event),
            None => t.say("webhook-test").into_owned(),
        },
        reference: match telling.reference.is_empty() {
            true => Html::default(),
            false => t.reference(&telling.reference),
        },
        created: t.moment_short(telling.at),
        tried: delivery.tried_at.map(|at| t.moment_short(at)),
        attempts: delivery.attempts,
        state: t.code("webhook-state", &delivery.state),
        outcome: outcome(t, &delivery.outcome),
    }
}

/// How the last attempt ended, and what to do about it.
pub fn outcome(t: &Voice, code: &str) -> Option<Html> {
    if code.is_empty() {
        return None;
    }
    let said = match code
        .strip_prefix("status ")
        .and_then(|n| n.parse::<i64>().ok())
    {
        // A number of the protocol, in its own digits.
        Some(status) => Message::new("webhook-outcome-status").with("status", status.to_string()),
        None => Message::new(format!("webhook-outcome-{code}")),
    };
    Some(t.html(&said))
}
