//! Webhooks, their secrets, and what is being told to whom.

use super::{
    facts::{WebhookRemoved, WebhookSecretRenewed, WebhookSet},
    message::Telling,
    sending::KIND,
};
use redress_kernel::{By, Draft, Id, Instant};
use redress_office::{egress::Target, forget_secret, held, keep_sealed};
use redress_store::{Error, Keys, NewJob, Read, Row, Tx, sql};

/// So many webhooks can there be: each is a row written with every fact.
pub const WEBHOOKS_MAX: usize = 20;
/// Deliveries that the page of a webhook shows.
pub const SHOWN: i64 = 50;
/// Sent again with one press.
const RESENT_MAX: i64 = 500;
/// 15 s, 30 s, a minute ... then every hour: the last attempt is more than a day later.
const ATTEMPTS_MAX: u32 = 33;
/// What arrived is forgotten after a month.
const KEPT_SECONDS: i64 = 30 * 86_400;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    pub id: Id,
    pub origin: String,
    /// Empty: every event that is offered.
    pub events: Vec<String>,
    pub active: bool,
    pub set_at: Instant,
}

impl Webhook {
    pub fn wants(&self, event: &str) -> bool {
        self.active && (self.events.is_empty() || self.events.iter().any(|its| its == event))
    }
}

fn webhook(row: &Row) -> Result<Webhook, Error> {
    let events = row.text(2)?;
    Ok(Webhook {
        id: row.id(0)?,
        origin: row.text(1)?,
        events: events.split_whitespace().map(str::to_owned).collect(),
        active: row.bool(3)?,
        set_at: row.instant(4)?,
    })
}

pub fn webhooks(reader: &mut impl Read) -> Result<Vec<Webhook>, Error> {
    let query =
        sql("SELECT id, origin, events, active, set_at FROM webhook ORDER BY set_at, id LIMIT $1");
    reader.rows(&query.arg(WEBHOOKS_MAX as i64), webhook)
}

pub fn named(reader: &mut impl Read, id: Id) -> Result<Option<Webhook>, Error> {
    let query = sql("SELECT id, origin, events, active, set_at FROM webhook WHERE id = $1");
    reader.one(&query.arg(id), webhook)
}

fn name_of(part: &str, id: Id) -> String {
    format!("webhook-{part} {id}")
}

/// The whole address and the secret; None after a restore without the key file.
pub fn opened(
    reader: &mut impl Read,
    keys: &Keys,
    id: Id,
) -> Result<Option<(String, String)>, Error> {
    let address = held(reader, keys, &name_of("address", id))?.open();
    let key = held(reader, keys, &name_of("secret", id))?.open();
    Ok(address.zip(key))
}

pub fn set(
    tx: &mut Tx,
    webhook: &Webhook,
    address: &str,
    target: &Target,
    by: &By,
) -> Result<(), Error> {
    keep_sealed(tx, &name_of("address", webhook.id), address)?;
    let fact = WebhookSet {
        webhook: webhook.id,
        origin: target.origin(),
        events: webhook.events.clone(),
        active: webhook.active,
    };
    tx.record(Draft::of(Id::ORGANISATION, &fact), by)
        .map(|_| ())
}

/// A new one is no change of a secret that somebody holds.
pub fn keep_key(tx: &mut Tx, webhook: Id, key: &str, renewed: Option<&By>) -> Result<(), Error> {
    keep_sealed(tx, &name_of("secret", webhook), key)?;
    if let Some(by) = renewed {
        let fact = WebhookSecretRenewed { webhook };
        tx.record(Draft::of(Id::ORGANISATION, &fact), by)?;
    }
    Ok(())
}

pub fn remove(tx: &mut Tx, webhook: Id, by: &By) -> Result<(), Error> {
    forget_secret(tx, &name_of("address", webhook))?;
    forget_secret(tx, &name_of("secret", webhook))?;
    tx.execute(&sql("DELETE FROM webhook_delivery WHERE webhook = $1").arg(webhook))?;
    let fact = WebhookRemoved { webhook };
    tx.record(Draft::of(Id::ORGANISATION, &fact), by)
        .map(|_| ())
}

/// `waiting`, `sent` or `failed`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Also the `webhook-id`, the same at each attempt.
    pub id: Id,
    pub webhook: Id,
    pub telling: Telling,
    pub state: String,
    pub attempts: i64,
    pub tried_at: Option<Instant>,
    /// A code: how the last attempt ended.
    pub outcome: String,
}

const COLUMNS: &str = "SELECT id, webhook, event, complaint, reference, entry, state, attempts, created_at, tried_at, outcome
     FROM webhook_delivery ";

fn delivery(row: &Row) -> Result<Delivery, Error> {
    Ok(Delivery {
        id: row.id(0)?,
        webhook: row.id(1)?,
        telling: Telling {
            event: row.text(2)?,
            complaint: row.opt_id(3)?,
            reference: row.text(4)?,
            entry: row.int(5)?,
            at: row.instant(8)?,
        },
        state: row.text(6)?,
        attempts: row.int(7)?,
        tried_at: row.opt_instant(9)?,
        outcome: row.text(10)?,
    })
}

/// Queues a telling in the transaction of its fact.
pub fn queue(tx: &mut Tx, webhook: Id, telling: &Telling) -> Result<Id, Error> {
    let id = note(tx, webhook, telling)?;
    enqueue(tx, id, telling.at)?;
    Ok(id)
}

/// The row alone: a test is sent at once and not by a job.
pub fn note(tx: &mut Tx, webhook: Id, telling: &Telling) -> Result<Id, Error> {
    let id = tx.new_id(telling.at);
    let query = sql("INSERT INTO webhook_delivery (id, webhook, event, complaint, reference, entry, state, attempts,
           created_at, tried_at, outcome)
         VALUES ($1, $2, $3, $4, $5, $6, 'waiting', 0, $7, NULL, '')");
    let query = query
        .arg(id)
        .arg(webhook)
        .arg(telling.event.as_str())
        .arg(telling.complaint)
        .arg(telling.reference.as_str())
        .arg(telling.entry)
        .arg(telling.at);
    tx.execute(&query)?;
    Ok(id)
}

fn enqueue(tx: &mut Tx, delivery: Id, at: Instant) -> Result<(), Error> {
    tx.enqueue(NewJob {
        kind: KIND,
        key: format!("webhook {delivery} {}", at.micros()),
        payload: delivery.to_string(),
        run_at: at,
        max_attempts: ATTEMPTS_MAX,
    })
}

pub fn found(reader: &mut impl Read, id: Id) -> Result<Option<Delivery>, Error> {
    let query = sql(COLUMNS).push("WHERE id = ").bind(id);
    reader.one(&query, delivery)
}

/// The newest, whatever became of them.
pub fn newest(reader: &mut impl Read, webhook: Id) -> Result<Vec<Delivery>, Error> {
    let query = sql(COLUMNS).push("WHERE webhook = ").bind(webhook);
    let query = query
        .push(" ORDER BY created_at DESC, id DESC LIMIT ")
        .bind(SHOWN);
    reader.rows(&query, delivery)
}

/// Those that did not arrive and wait for somebody, the oldest first.
pub fn failed(reader: &mut impl Read, webhook: Id) -> Result<Vec<Delivery>, Error> {
    let query = sql(COLUMNS).push("WHERE webhook = ").bind(webhook);
    let query = query
        .push(" AND state = 'failed' ORDER BY created_at, id LIMIT ")
        .bind(RESENT_MAX);
    reader.rows(&query, delivery)
}

pub fn tried(tx: &mut Tx, id: Id, state: &str, outcome: &str, now: Instant) -> Result<(), Error> {
    let query = sql("UPDATE webhook_delivery SET state = $2, outcome = $3, tried_at = $4, attempts = attempts + 1
         WHERE id = $1 AND state = 'waiting'");
    tx.execute(&query.arg(id).arg(state).arg(outcome).arg(now))?;
    Ok(())
}

/// Forgets what arrived long ago.
pub fn sweep(tx: &mut Tx, webhook: Id, now: Instant) -> Result<(), Error> {
    let query = sql(
        "DELETE FROM webhook_delivery WHERE webhook = $1 AND state = 'sent' AND created_at < $2",
    );
    let query = query.arg(webhook).arg(now.plus_seconds(-KEPT_SECONDS));
    tx.execute(&query).map(|_| ())
}

/// Those that did not arrive get all their attempts again, with their old id: a
/// receiver that had one after all knows it again. How many there were.
pub fn resend(tx: &mut Tx, webhook: Id, one: Option<Id>, now: Instant) -> Result<usize, Error> {
    let mut all = failed(tx, webhook)?;
    all.retain(|delivery| one.is_none_or(|one| delivery.id == one));
    for delivery in &all {
        let query = sql(
            "UPDATE webhook_delivery SET state = 'waiting', outcome = '' WHERE id = $1 AND state = 'failed'",
        );
        tx.execute(&query.arg(delivery.id))?;
        enqueue(tx, delivery.id, now)?;
    }
    Ok(all.len())
}
