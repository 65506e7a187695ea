//! The facts of a case as somebody reads them who may not know everything: the personal
//! part of each is masked before the case is folded, so that whatever a room draws from
//! it, and a fact that is added later too, shows no more. Pure.

use super::mask::{Mask, masked};
use crate::{Complaint, facts::Person, record::CaseFacts, search::is_for_colleagues};
use redress_kernel::{Entry, Erasable, person::Sight};
use serde_json::{Map, Value};

/// Under these names stand people, in whichever fact.
const PEOPLE: [&str; 4] = ["complainant", "customer", "representative", "affected"];
/// Under these stand names and addresses by themselves.
const NAMED: [&str; 3] = ["to", "name", "from"];
/// The kinds whose names and addresses are those of whoever we write to.
const LETTERS: [&str; 3] = ["queued", "requeued", "message-received"];
/// Numbers, not words.
const NO_TEXT: &str = "file_salts";
/// What is told of colleagues that it is about.
const CONCERN: &str = "person-concern";

/// The mask over everybody outside whom this case names, by what they were called before
/// a correction too.
pub fn mask_of(case: &Complaint) -> Mask {
    Mask::of(case.people().chain(&case.former))
}

/// The case that these facts add up to for these eyes.
pub fn seen(facts: &CaseFacts, sight: Sight) -> Complaint {
    if sight == Sight::WHOLE {
        return Complaint {
            seen_with: Some(sight),
            ..facts.fold()
        };
    }
    let entries = as_told(&facts.entries, sight);
    let case = Complaint::fold_with(&entries, facts.recounts());
    let mut case = without_colleagues(Complaint {
        seen_with: Some(sight),
        ..case
    });
    // A file tells what the case is about, and its bytes no mask can lie over.
    if !sight.texts {
        case.files.clear();
    }
    case
}

/// The facts as these eyes may read them.
pub(super) fn as_told(entries: &[Entry], sight: Sight) -> Vec<Entry> {
    let read: Vec<Option<Value>> = entries.iter().map(personal).collect();
    let mask = known(entries, &read);
    let told = |(entry, personal): (&Entry, Option<Value>)| Entry {
        personal: match personal.and_then(|it| told(entry, it, &mask, sight)) {
            Some(text) => Erasable::Present(text),
            None if entry.personal.is_erased() => Erasable::Erased,
            None => Erasable::None,
        },
        ..entry.clone()
    };
    entries.iter().zip(read).map(told).collect()
}

fn personal(entry: &Entry) -> Option<Value> {
    serde_json::from_str(entry.personal.present()?).ok()
}

/// Every name and address that the facts ever knew, those that were corrected included.
fn known(entries: &[Entry], read: &[Option<Value>]) -> Mask {
    let mut mask = Mask::default();
    for (entry, personal) in entries.iter().zip(read) {
        let Some(Value::Object(personal)) = personal else {
            continue;
        };
        for name in PEOPLE {
            let person = personal.get(name).cloned().unwrap_or_default();
            let person: Person = serde_json::from_value(person).unwrap_or_default();
            mask.merge(Mask::of([&person]));
        }
        if LETTERS.contains(&entry.kind.as_str()) {
            letter(&mut mask, personal);
        }
    }
    mask.sorted()
}

/// To whom a letter went, or from whom it came: "Rasa <rasa@example.lt>".
fn letter(mask: &mut Mask, personal: &Map<String, Value>) {
    for value in NAMED.iter().filter_map(|name| personal.get(*name)) {
        for part in value.as_str().unwrap_or_default().split(['<', '>', '\n']) {
            match part.contains('@') {
                true => mask.whole(part),
                false => mask.name(part),
            }
        }
    }
}

/// What is left of a personal part; None: nothing.
fn told(entry: &Entry, personal: Value, mask: &Mask, sight: Sight) -> Option<String> {
    let Value::Object(mut personal) = personal else {
        return None;
    };
    let kind = entry.kind.as_str();
    let hidden = (!sight.notes && is_for_colleagues(kind))
        || (!sight.staff_concerned && kind.starts_with(CONCERN));
    if hidden || !sight.texts {
        personal.retain(|name, _| PEOPLE.contains(&name.as_str()));
    }
    let letter = LETTERS.contains(&kind);
    for (name, value) in &mut personal {
        match name.as_str() {
            NO_TEXT => {}
            name if PEOPLE.contains(&name) => *value = person(value, sight),
            name if letter && NAMED.contains(&name) && !sight.contact => whole(value),
            _ if !sight.identity => over(value, mask),
            _ => {}
        }
    }
    serde_json::to_string(&Value::Object(personal)).ok()
}

fn person(value: &Value, sight: Sight) -> Value {
    let Ok(person) = serde_json::from_value::<Person>(value.clone()) else {
        return Value::Null;
    };
    let shown = masked(&person, !sight.identity, !sight.contact);
    serde_json::to_value(shown).unwrap_or_default()
}

fn whole(value: &mut Value) {
    if value.as_str().is_some_and(|text| !text.is_empty()) {
        *value = Value::from(super::MASK);
    }
}

/// Every text, however deep.
fn over(value: &mut Value, mask: &Mask) {
    match value {
        Value::String(text) => *text = mask.over(text),
        Value::Array(all) => all.iter_mut().for_each(|one| over(one, mask)),
        Value::Object(all) => all.values_mut().for_each(|one| over(one, mask)),
        _ => {}
    }
}

/// For whom it is not to know which colleagues it is about, they are nowhere in it.
fn without_colleagues(mut case: Complaint) -> Complaint {
    if case.seen_with.is_some_and(|sight| sight.staff_concerned) {
        return case;
    }
    case.concerns.clear();
    case.unnamed.clear();
    case.timeline
        .retain(|moment| !moment.kind.starts_with(CONCERN));
    case
}
