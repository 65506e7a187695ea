//! What page, call and demo do: the days of a visit and its sample, in the writer's
//! transaction. Evidence: a fact for each.

use super::{decide, records::among};
use crate::fault::Fault;
use redress_complaint::{house::organisation, inbox::seen_among, record::id_of};
use redress_kernel::{Actor, By, Draft, Id, Instant, Refusal, fields::Fields};
use redress_store::Tx;
use std::collections::BTreeSet;

/// The days, and a new sample where one was asked for.
pub fn set(
    tx: &mut Tx,
    actor: &Actor,
    person: Id,
    typed: &Fields,
    seed: String,
    now: Instant,
) -> Result<(), Fault> {
    let organisation = organisation(tx)?;
    let days = decide::days(typed, &organisation)?;
    let named = decide::named(typed);
    let size = typed.number("visit-size").unwrap_or_default();
    let sample = if !named.is_empty() {
        Some(decide::chosen(chosen(tx, actor, &named)?)?)
    } else if size > 0 {
        let since = typed.date("visit-since");
        let since = since.map(|day| organisation.calendar().end_of(day).plus_seconds(-86_400));
        Some(decide::by_lot(seed, &among(tx, actor, since)?, size)?)
    } else {
        None
    };
    let by = By {
        actor: actor.id,
        unit: actor.unit,
        at: now,
    };
    tx.record(Draft::of(person, &days), &by)?;
    if let Some(sample) = sample {
        tx.record(Draft::of(person, &sample), &by)?;
    }
    Ok(())
}

/// Nobody shows what they may not see themselves.
fn chosen(tx: &mut Tx, actor: &Actor, named: &[String]) -> Result<Vec<Id>, Fault> {
    let unknown = || Refusal::new("visit-case-unknown").at("visit-cases");
    let mut ids = Vec::new();
    for reference in named {
        ids.push(id_of(tx, reference)?.ok_or_else(unknown)?);
    }
    let seen = seen_among(tx, actor, &ids.iter().copied().collect::<BTreeSet<Id>>())?;
    match ids.iter().all(|id| seen.contains(id)) {
        true => Ok(ids),
        false => Err(unknown().into()),
    }
}
