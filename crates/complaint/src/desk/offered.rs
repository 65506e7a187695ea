//! What fields of kind `Offered` have to choose from in this case: steps that a limit
//! heeds, limits that may run longer, kinds that a pack tells apart.

use super::dates::titled;
use crate::{Complaint, Verb, case::Extension, clocks::Clock, facts::WAYS};
use redress_kernel::fields::{Field, Kind};
use redress_web::Voice;

pub(super) type Offered = (&'static str, String, String);

pub(super) fn of(t: &Voice, case: &Complaint, verb: &Verb) -> Vec<Offered> {
    let names = verb.fields.iter().filter_map(|field| match field.kind {
        Kind::Offered(name) => Some((field.name, name)),
        _ => None,
    });
    names
        .flat_map(|(_, name)| {
            let all = choices(t, case, name);
            all.into_iter()
                .map(move |(code, label)| (name, code, label))
        })
        .collect()
}

/// The verb's fields, without those that this case has nothing to choose for.
pub(super) fn fields(verb: &Verb, offered: &[Offered]) -> Vec<Field> {
    let empty = |field: &Field| match field.kind {
        Kind::Offered(name) => !field.required && !offered.iter().any(|(its, ..)| *its == name),
        _ => false,
    };
    let all = verb.fields.iter().copied();
    all.filter(|field| !empty(field)).collect()
}

/// How the complainant agreed, where the next extension of some limit asks for it.
fn consents(t: &Voice, case: &Complaint) -> Vec<(String, String)> {
    let mut limits = case.extendable().into_iter();
    match limits.any(|it| it.clock.rule.asks_consent(case.taken(&it))) {
        true => WAYS
            .iter()
            .map(|way| ((*way).to_owned(), t.code("way", way)))
            .collect(),
        false => Vec::new(),
    }
}

fn choices(t: &Voice, case: &Complaint, name: &str) -> Vec<(String, String)> {
    match name {
        "limit-step" => {
            let steps = case.steps_offered().into_iter();
            steps
                .map(|it| (it.name().to_owned(), t.code("clock-fact", it.name())))
                .collect()
        }
        "limit" => case.extendable().iter().map(|it| limit(t, it)).collect(),
        "limit-asked" => case.asked_extensions().map(|it| asked(t, it)).collect(),
        "complaint-kind" => kinds(t, case),
        "consent" => consents(t, case),
        _ => Vec::new(),
    }
}

fn limit(t: &Voice, clock: &Clock) -> (String, String) {
    let lang = t.lang();
    let title = format!(
        "{} – {}",
        clock.clock.title.get(lang),
        clock.pack.title.get(lang)
    );
    (clock.code(), title)
}

fn asked(t: &Voice, asked: &Extension) -> (String, String) {
    let code = format!("{}/{}", asked.pack, asked.clock);
    let title = titled(t, &code).unwrap_or_else(|| code.clone());
    (code, title)
}

/// Two packs can call their kinds alike: then each says whose it is.
fn kinds(t: &Voice, case: &Complaint) -> Vec<(String, String)> {
    let all = case.kinds_offered();
    let first = all.first().map(|(pack, ..)| pack.id.as_str());
    let several = all.iter().any(|(pack, ..)| Some(pack.id.as_str()) != first);
    let label = |pack: &redress_packs::pack::Pack, kind: &str| {
        let kind = t.code("pack-kind", kind);
        match several {
            true => format!("{kind} – {}", pack.title.get(t.lang())),
            false => kind,
        }
    };
    all.into_iter()
        .map(|(pack, kind, _)| (format!("{}/{kind}", pack.id), label(pack, kind)))
        .collect()
}
