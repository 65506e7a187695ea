//! What can be done with a webhook, inside the writer's transaction: what the pages do
//! and what programs do. Evidence: each setting, renewal and removal is a fact.

use super::{
    message::{TEST, Telling},
    records::{
        WEBHOOKS_MAX, Webhook, keep_key, named, note, opened, remove as forget, set, webhooks,
    },
};
use redress_complaint::House;
use redress_kernel::{By, Id, Instant, fields::Fields, words::Message};
use redress_office::egress::{Target, Wrong};
use redress_store::{Error, Tx};

/// What was typed as an address; a problem stands beside it. A number or a name that
/// is always inside is refused now; where other names point is asked when something is
/// sent: names move.
pub fn target(fields: &mut Fields, name: &str, house: &House) -> Option<Target> {
    let read = Target::read(fields.typed(name)).and_then(|target| {
        if target.is_surely_inside(&house.inside) {
            return Err(Wrong::Inside);
        }
        match target.secure || !house.inside.is_empty() {
            true => Ok(target),
            false => Err(Wrong::NotHttps),
        }
    });
    read.map_err(|wrong| {
        let key = match wrong {
            // The sentence that an attempt to send gets as well.
            Wrong::Inside => "webhook-outcome-inside".to_owned(),
            wrong => format!("problem-webhook-{}", wrong.name()),
        };
        fields.problem(name, Message::new(key));
    })
    .ok()
}

/// An address as it was typed, and as it was understood.
pub struct Place {
    pub address: String,
    pub target: Target,
}

/// None: there are as many as there can be.
pub fn add(
    tx: &mut Tx,
    place: &Place,
    events: Vec<String>,
    secret: &str,
    by: &By,
) -> Result<Option<Id>, Error> {
    if webhooks(tx)?.len() >= WEBHOOKS_MAX {
        return Ok(None);
    }
    let webhook = Webhook {
        id: tx.new_id(by.at),
        origin: place.target.origin(),
        events,
        active: true,
        set_at: by.at,
    };
    keep_key(tx, webhook.id, secret, None)?;
    set(tx, &webhook, &place.address, &place.target, by)?;
    Ok(Some(webhook.id))
}

/// False: there is none, or its address is lost and none was given.
pub fn change(
    tx: &mut Tx,
    id: Id,
    other: Option<Place>,
    (events, active): (Vec<String>, bool),
    by: &By,
) -> Result<bool, Error> {
    let keys = tx.keys().clone();
    let (Some(webhook), on_file) = (named(tx, id)?, opened(tx, &keys, id)?) else {
        return Ok(false);
    };
    let held = || {
        let (address, _) = on_file?;
        let target = Target::read(&address).ok()?;
        Some(Place { address, target })
    };
    let Some(place) = other.or_else(held) else {
        return Ok(false);
    };
    let webhook = Webhook {
        events,
        active,
        ..webhook
    };
    set(tx, &webhook, &place.address, &place.target, by).map(|()| true)
}

/// A telling about nothing, noted to be sent at once.
pub fn test(tx: &mut Tx, id: Id, now: Instant) -> Result<Option<Id>, Error> {
    let telling = Telling {
        event: TEST.to_owned(),
        complaint: None,
        reference: String::new(),
        entry: 0,
        at: now,
    };
    match named(tx, id)? {
        Some(_) => note(tx, id, &telling).map(Some),
        None => Ok(None),
    }
}

pub fn renew(tx: &mut Tx, id: Id, secret: &str, by: &By) -> Result<bool, Error> {
    match named(tx, id)? {
        Some(_) => keep_key(tx, id, secret, Some(by)).map(|()| true),
        None => Ok(false),
    }
}

pub fn remove(tx: &mut Tx, id: Id, by: &By) -> Result<bool, Error> {
    match named(tx, id)? {
        Some(_) => forget(tx, id, by).map(|()| true),
        None => Ok(false),
    }
}
