//! What may be received: within the limits that were named before, with codes
//! that exist, never from the future, and from an earlier day only with a reason
//! or with what stands for one (4.9, R30). Evidence: reason and basis in the fact.

use super::Arrival;
use redress_complaint::facts::{CHANNELS, NEEDS};
use redress_kernel::{
    Instant, Organisation, Refusal,
    fields::{LONG_TEXT_MAX, SHORT_TEXT_MAX},
    terms::{List, Terms},
};

/// What another system kept, or an e-mail says, is as long as it is; nobody can shorten it now.
const IMPORTED_TEXT_MAX: usize = 200_000;
/// For clocks that disagree; what lies within is recorded as now.
const TOLERANCE_SECONDS: i64 = 60;

/// The first contact: as claimed, or now.
pub fn claimed(
    arrival: &Arrival,
    organisation: &Organisation,
    now: Instant,
) -> Result<Instant, Refusal> {
    let Some(claimed) = arrival.received_at else {
        return Ok(now);
    };
    if claimed > now.plus_seconds(TOLERANCE_SECONDS) {
        return Err(Refusal::new("received-in-the-future").at("received-at"));
    }
    let explained = has_reason(arrival) || arrival.late_basis.is_some();
    if is_late(arrival, organisation, now) && !explained {
        return Err(Refusal::new("late-reason-needed").at("late-reason"));
    }
    Ok(claimed.min(now))
}

/// The code that stands for a reason, where one is needed and nobody wrote it.
pub fn late_basis(arrival: &Arrival, organisation: &Organisation, now: Instant) -> Option<String> {
    let needed = is_late(arrival, organisation, now) && !has_reason(arrival);
    arrival.late_basis.filter(|_| needed).map(str::to_owned)
}

/// Received on an earlier day than it is recorded.
fn is_late(arrival: &Arrival, organisation: &Organisation, now: Instant) -> bool {
    let day = |at: Instant| at.date_in(&organisation.zone());
    arrival.received_at.is_some_and(|at| day(at) < day(now))
}

fn has_reason(arrival: &Arrival) -> bool {
    !arrival.late_reason.trim().is_empty()
}

pub fn within_limits(arrival: &Arrival, terms: &Terms) -> Result<(), Refusal> {
    if !CHANNELS.contains(&arrival.channel.as_str()) {
        return Err(Refusal::new("unknown-channel").at("channel"));
    }
    if arrival.description.trim().is_empty() {
        return Err(Refusal::new("description-needed").at("description"));
    }
    short_enough(arrival)?;
    all_known(arrival, terms)
}

fn short_enough(arrival: &Arrival) -> Result<(), Refusal> {
    let who = &arrival.complainant;
    let short = [
        ("subject", &arrival.subject),
        ("product", &arrival.product),
        ("complainant.name", &who.name),
        ("complainant.email", &who.email),
        ("complainant.phone", &who.phone),
    ];
    let long = [
        ("description", &arrival.description),
        ("remedy-sought", &arrival.remedy_sought),
        ("late-reason", &arrival.late_reason),
    ];
    let written = arrival.import.is_some() || arrival.original.is_some();
    let long_max = match written {
        true => IMPORTED_TEXT_MAX,
        false => LONG_TEXT_MAX,
    };
    no_longer(&short, SHORT_TEXT_MAX)?;
    no_longer(&long, long_max)
}

fn no_longer(texts: &[(&'static str, &String)], max: usize) -> Result<(), Refusal> {
    match texts.iter().find(|(_, text)| text.chars().count() > max) {
        Some((field, _)) => Err(Refusal::new("text-too-long").with("max", max).at(field)),
        None => Ok(()),
    }
}

fn all_known(arrival: &Arrival, terms: &Terms) -> Result<(), Refusal> {
    // What another system kept, or somebody ticked yesterday and sends today, may
    // have been retired since: it is readable still.
    let kept = arrival.import.is_some() || arrival.channel == "web";
    let listed = |list: List, codes: &[String]| {
        codes.iter().all(|code| match kept {
            true => terms.knows(list, code),
            false => terms.offers(list, code),
        })
    };
    let needs = arrival.needs.iter();
    if needs.clone().all(|need| NEEDS.contains(&need.as_str()))
        && listed(List::Categories, arrival.category.as_slice())
        && listed(List::Remedies, &arrival.remedies_sought)
    {
        Ok(())
    } else {
        Err(Refusal::new("unknown-code"))
    }
}
