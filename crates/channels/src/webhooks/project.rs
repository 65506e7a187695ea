//! The webhooks in force, from the journal.

use super::facts::{WebhookRemoved, WebhookSet};
use redress_kernel::{Entry, Fact};
use redress_store::{Error, Tx, sql};

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        WebhookSet::KIND => set(tx, entry, &entry.read::<WebhookSet>()?.fact),
        WebhookRemoved::KIND => {
            let removed = entry.read::<WebhookRemoved>()?.fact;
            tx.execute(&sql("DELETE FROM webhook WHERE id = $1").arg(removed.webhook))
                .map(|_| ())
        }
        _ => Ok(()),
    }
}

fn set(tx: &mut Tx, entry: &Entry, fact: &WebhookSet) -> Result<(), Error> {
    let query = sql("INSERT INTO webhook (id, origin, events, active, set_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, events = excluded.events, active = excluded.active");
    let query = query
        .arg(fact.webhook)
        .arg(fact.origin.as_str())
        .arg(fact.events.join(" "))
        .arg(fact.active);
    tx.execute(&query.arg(entry.recorded_at)).map(|_| ())
}
