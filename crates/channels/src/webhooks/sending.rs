//! One telling on its way: the row says whether it is still wanted, the attempt is
//! signed anew, and what came of it is kept beside it.

use super::{
    post::{NotTaken, Parcel, post},
    records::{Delivery, found, named, opened, sweep, tried},
    signature::signed,
};
use redress_complaint::{House, house::organisation, slice::Outcome};
use redress_kernel::{Id, Instant};
use redress_office::egress::Target;
use redress_store::{Error, Job, Reader, Tx};

pub const KIND: &str = "webhook.deliver";

/// What is known before the line is open.
enum Ready {
    Parcel(Delivery, Box<Parcel>),
    /// Removed, or sent by somebody else meanwhile.
    Nothing,
    /// It cannot be tried: switched off, or its secret is gone.
    Never(Id, &'static str),
}

/// The job. Runs on a thread of its own.
pub fn deliver(house: &House, job: &Job) -> Outcome {
    let Ok(id) = job.payload.parse::<Id>() else {
        return Outcome::Hopeless("the job names no delivery".to_owned());
    };
    let last = job.attempt >= job.max_attempts;
    match attempt(house, id, last) {
        Ok(Tried::NotTaken(NotTaken::Gone)) => Outcome::Hopeless("gone".to_owned()),
        Ok(Tried::NotTaken(why)) => Outcome::Again(why.code()),
        Ok(_) => Outcome::Done,
        Err(error) => Outcome::Again(error.to_string()),
    }
}

/// What came of one attempt.
pub enum Tried {
    Taken,
    NotTaken(NotTaken),
    /// Not sent, and nobody tries again by himself; the code of the reason.
    Never(&'static str),
    /// Nothing was to be sent any more.
    Nothing,
}

/// Tries once and keeps what came of it; `last` says that nobody tries again.
pub fn attempt(house: &House, id: Id, last: bool) -> Result<Tried, Error> {
    let now = house.now();
    let inside = house.clone();
    let ready = house
        .db
        .read_now(move |reader| ready(reader, &inside, id, now))?;
    let (delivery, parcel) = match ready {
        Ready::Parcel(delivery, parcel) => (delivery, parcel),
        Ready::Nothing => return Ok(Tried::Nothing),
        Ready::Never(id, why) => {
            house
                .db
                .write_now(move |tx| tried(tx, id, "failed", why, now))?;
            return Ok(Tried::Never(why));
        }
    };
    let taken = tokio::runtime::Handle::current().block_on(post(*parcel, &house.inside));
    let why = taken.err();
    let over = last || why == Some(NotTaken::Gone);
    let (state, outcome) = match why {
        None => ("sent", String::new()),
        Some(why) if over => ("failed", why.code()),
        Some(why) => ("waiting", why.code()),
    };
    let at = house.now();
    house
        .db
        .write_now(move |tx: &mut Tx| -> Result<(), Error> {
            tried(tx, id, state, &outcome, at)?;
            sweep(tx, delivery.webhook, at)
        })?;
    Ok(why.map_or(Tried::Taken, Tried::NotTaken))
}

fn ready(reader: &mut Reader, house: &House, id: Id, now: Instant) -> Result<Ready, Error> {
    let Some(delivery) = found(reader, id)?.filter(|delivery| delivery.state == "waiting") else {
        return Ok(Ready::Nothing);
    };
    let Some(webhook) = named(reader, delivery.webhook)? else {
        return Ok(Ready::Nothing);
    };
    if !webhook.active && delivery.telling.complaint.is_some() {
        return Ok(Ready::Never(id, "off"));
    }
    // What the banner of a sample says is true of webhooks as well.
    if organisation(reader)?.sample {
        return Ok(Ready::Never(id, "sample"));
    }
    let Some((address, secret)) = opened(reader, house.db.keys(), delivery.webhook)? else {
        return Ok(Ready::Never(id, "sealed"));
    };
    let (Ok(target), seconds) = (Target::read(&address), now.micros() / 1_000_000) else {
        return Ok(Ready::Never(id, "unreadable"));
    };
    let body = delivery.telling.body(&house.base_url);
    let Some(signature) = signed(&secret, &id.to_string(), seconds, &body) else {
        return Ok(Ready::Never(id, "sealed"));
    };
    let headers = [
        ("webhook-id", id.to_string()),
        ("webhook-timestamp", seconds.to_string()),
        ("webhook-signature", signature),
    ];
    let parcel = Parcel {
        target,
        headers,
        body,
    };
    Ok(Ready::Parcel(delivery, Box::new(parcel)))
}
