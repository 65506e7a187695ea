//! What the journal keeps of webhooks: to whom what is told, since when, by whose
//! decision. Only the origin of an address; the rest of it can be a secret.

use redress_kernel::{Fact, Id};
use serde::{Deserialize, Serialize};

/// A webhook as it is from now on. Subject: the organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WebhookSet {
    pub webhook: Id,
    /// `https://intranet.example:8443`
    pub origin: String,
    /// Kinds of facts; empty means every one that is offered.
    #[serde(default)]
    pub events: Vec<String>,
    pub active: bool,
}

impl Fact for WebhookSet {
    const KIND: &'static str = "webhook-set";
    type Personal = ();
}

/// It signs with another secret from now on, never with which.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WebhookSecretRenewed {
    pub webhook: Id,
}

impl Fact for WebhookSecretRenewed {
    const KIND: &'static str = "webhook-secret-renewed";
    type Personal = ();
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WebhookRemoved {
    pub webhook: Id,
}

impl Fact for WebhookRemoved {
    const KIND: &'static str = "webhook-removed";
    type Personal = ();
}
