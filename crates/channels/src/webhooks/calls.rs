//! Webhooks for programs. The secret is told once, in the answer to the call that made
//! it; the path of an address can be a key and is never told.

use super::{
    acts::{self, Place},
    pages::{ACTIVE, ADDRESS, EVENTS_FIELD as CHOSEN},
    records::{Delivery, Webhook, failed, named, newest, opened, resend, webhooks},
    sending::{Tried, attempt},
    signature::secret_text,
};
use redress_complaint::{
    House,
    calls::{Ask, Call, Does, Done, Fault, Shape, Taken, Told, joined},
    routes::Permit,
};
use redress_kernel::{Action, Id, Refusal, fields::Fields};
use redress_store::{Error, Look, Tx};
use serde_json::{Map, Value, json};

const SEE: Permit = Permit::May(Action::SeeSettings);
const CHANGE: Permit = Permit::May(Action::ChangeSettings);
const ALL: &str = "/api/v1/webhooks";
const ONE: &str = "/api/v1/webhooks/{webhook}";

const DELIVERY: &str = "delivery";

pub const CALLS: &[Call] = &[
    Call::show(ALL, SEE, all)
        .of_a_list()
        .says("Who is told what.")
        .answers(webhook),
    Call::does(ALL, CHANGE, Does::Make(add, one))
        .says("Another system is told from now on; `secret` is in this answer and never again.")
        .takes(|| {
            vec![
                Taken::field("address", ADDRESS.required()),
                Taken::field("events", CHOSEN),
            ]
        })
        .answers(secret),
    Call::show(ONE, SEE, one)
        .says("One webhook.")
        .answers(webhook),
    Call::does(ONE, CHANGE, Does::Change(change, one))
        .says("Another address, other events, on or off.")
        .takes(|| {
            vec![
                Taken::field("address", ADDRESS),
                Taken::field("events", CHOSEN),
                Taken::field("active", ACTIVE),
            ]
        })
        .answers(webhook),
    Call::does(ONE, CHANGE, Does::Remove(remove, one))
        .says("Nothing is told any more; what waits is forgotten."),
    Call::does(
        "/api/v1/webhooks/{webhook}/secret",
        CHANGE,
        Does::Act(renew, one),
    )
    .says("A new secret, in this answer and never again; the old one signs nothing more.")
    .answers(secret),
    Call::does(
        "/api/v1/webhooks/{webhook}/test",
        CHANGE,
        Does::Act(test, one),
    )
    .says("Sends a test now; `test` says what came of it.")
    .answers(|| with(Told::new("test", Shape::Text))),
    Call::show("/api/v1/webhooks/{webhook}/deliveries", SEE, deliveries)
        .of_a_list()
        .says("The newest tellings of this webhook.")
        .answers(delivery)
        .asks(&[(
            "state",
            "`failed`: what did not arrive and waits for somebody, the oldest first.",
        )]),
    Call::does(
        "/api/v1/webhooks/{webhook}/resend",
        CHANGE,
        Does::Act(again, one),
    )
    .says("What did not arrive is tried again, one `delivery` or all; `resent` is how many.")
    .takes(|| {
        let id = || json!({ "type": "string", "pattern": "^[0-9a-f]{32}$" });
        vec![Taken::value(DELIVERY, id)]
    })
    .answers(|| with(Told::new("resent", Shape::Number))),
];

fn webhook() -> Vec<Told> {
    vec![
        Told::new("id", Shape::Id),
        Told::new("origin", Shape::Text),
        Told::new("events", Shape::Texts),
        Told::new("active", Shape::Yes),
        Told::new("set_at", Shape::Time),
        Told::new("ready", Shape::Yes).sometimes(),
    ]
}

fn with(told: Told) -> Vec<Told> {
    let mut all = webhook();
    all.push(told.sometimes());
    all
}

fn secret() -> Vec<Told> {
    with(Told::new("secret", Shape::Text))
}

fn delivery() -> Vec<Told> {
    vec![
        Told::new("id", Shape::Id),
        Told::new("event", Shape::Text),
        Told::new("reference", Shape::TextOrNone),
        Told::new("entry", Shape::NumberOrNone),
        Told::new("state", Shape::Text),
        Told::new("attempts", Shape::Number),
        Told::new("created_at", Shape::Time),
        Told::new("tried_at", Shape::TimeOrNone),
        Told::new("outcome", Shape::TextOrNone),
    ]
}

fn told(webhook: &Webhook) -> Value {
    json!({
        "id": webhook.id, "origin": webhook.origin, "events": webhook.events, "active": webhook.active,
        "set_at": webhook.set_at.to_string(),
    })
}

fn all(look: &mut Look, _: &Ask) -> Result<Option<Value>, Error> {
    Ok(Some(webhooks(look)?.iter().map(told).collect()))
}

fn one(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let Some(webhook) = ask.id().map(|id| named(look, id)).transpose()?.flatten() else {
        return Ok(None);
    };
    // After a restore without its keys neither address nor secret is there.
    let ready = opened(look, ask.house.db.keys(), webhook.id)?.is_some();
    Ok(Some(joined(told(&webhook), json!({ "ready": ready }))))
}

fn deliveries(look: &mut Look, ask: &Ask) -> Result<Option<Value>, Error> {
    let Some(webhook) = ask.id().map(|id| named(look, id)).transpose()?.flatten() else {
        return Ok(None);
    };
    let all = match ask.visit.query("state") {
        Some("failed") => failed(look, webhook.id)?,
        _ => newest(look, webhook.id)?,
    };
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let told = |one: &Delivery| {
        let telling = &one.telling;
        json!({
            "id": one.id, "event": telling.event, "reference": some(&telling.reference),
            "entry": telling.complaint.map(|_| telling.entry), "state": one.state, "attempts": one.attempts,
            "created_at": telling.at.to_string(), "tried_at": one.tried_at.map(|at| at.to_string()),
            "outcome": some(&one.outcome),
        })
    };
    Ok(Some(all.iter().map(told).collect()))
}

fn id(ask: &Ask) -> Result<Id, Fault> {
    ask.id().ok_or(Fault::Hidden)
}

fn done(there: bool, done: Done) -> Result<Done, Fault> {
    match there {
        true => Ok(done),
        false => Err(Fault::Hidden),
    }
}

fn place(fields: &mut Fields, ask: &Ask) -> Result<Place, Fault> {
    let target = acts::target(fields, ADDRESS.name, &ask.house);
    let target = target.ok_or_else(|| Fault::Wrong(fields.clone()))?;
    let address = fields.text(ADDRESS.name);
    Ok(Place { address, target })
}

fn add(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let mut fields = ask.fields().clone();
    let place = place(&mut fields, ask)?;
    let secret = secret_text((ask.house.random)());
    let made = acts::add(tx, &place, fields.codes(CHOSEN.name), &secret, &ask.by())?;
    let made = made.ok_or(Refusal::new("webhooks-too-many"))?;
    Ok(Done::made(made).with("secret", secret))
}

fn change(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let webhook = named(tx, id(ask)?)?.ok_or(Fault::Hidden)?;
    let mut held = Fields::default();
    let events = webhook.events.iter();
    events.for_each(|event| held.put(CHOSEN.name, event.as_str()));
    held.put(ACTIVE.name, if webhook.active { "1" } else { "0" });
    let mut fields = ask.over(held);
    let other = match fields.typed(ADDRESS.name).is_empty() {
        true => None,
        false => Some(place(&mut fields, ask)?),
    };
    if other.is_none() && opened(tx, ask.house.db.keys(), webhook.id)?.is_none() {
        let lost = Refusal::new("webhook-address-needed").at(ADDRESS.name);
        return Err(lost.into());
    }
    let set = (fields.codes(CHOSEN.name), fields.ticked(ACTIVE.name));
    done(
        acts::change(tx, webhook.id, other, set, &ask.by())?,
        Done::same(),
    )
}

fn remove(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    done(acts::remove(tx, id(ask)?, &ask.by())?, Done::same())
}

fn renew(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let secret = secret_text((ask.house.random)());
    let there = acts::renew(tx, id(ask)?, &secret, &ask.by())?;
    done(there, Done::same().with("secret", secret))
}

fn test(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let delivery = acts::test(tx, id(ask)?, ask.now)?.ok_or(Fault::Hidden)?;
    let house = ask.house.clone();
    Ok(Done::same().then(Box::new(move || tested(&house, delivery))))
}

fn tested(house: &House, delivery: Id) -> Map<String, Value> {
    let code = match attempt(house, delivery, true) {
        Ok(Tried::Taken) => "taken".to_owned(),
        Ok(Tried::NotTaken(why)) => why.code(),
        Ok(Tried::Never(code)) => code.to_owned(),
        Ok(Tried::Nothing) | Err(_) => "not-tried".to_owned(),
    };
    Map::from_iter([("test".to_owned(), code.into())])
}

fn again(tx: &mut Tx, ask: &Ask) -> Result<Done, Fault> {
    let id = named(tx, id(ask)?)?.ok_or(Fault::Hidden)?.id;
    let wrong = || Refusal::new("call-shape").at(DELIVERY);
    let one = ask.line(DELIVERY, 32)?;
    let one = one
        .map(|one| one.parse().map_err(|_| wrong()))
        .transpose()?;
    let resent = resend(tx, id, one, ask.now)?;
    Ok(Done::same().with("resent", resent))
}
