//! Which cases a request is about: the one that was named, or all of the same person.

use super::{
    erasure::{CASES_MAX, Candidate, Held},
    hold::Hold,
    records::{ERASURE, HOLD, open_of},
};
use redress_complaint::{
    Complaint,
    facts::Person,
    record::{find, folded, id_of},
    search::{Like, similar},
};
use redress_kernel::{
    Action, Actor, Id, Role,
    person::{About, allow},
};
use redress_store::{Error, Read, sql};
use std::collections::BTreeMap;

/// So many unconfirmed cases are read at once.
const AT_ONCE: i64 = 200;

/// The case behind a reference. Whoever protects data sees no case until somebody asks
/// about its data; asking is what they do here, so it counts as asked. Nobody gets at a
/// case that is kept from them for another reason.
pub fn case_for(
    reader: &mut impl Read,
    actor: &Actor,
    action: Action,
    reference: &str,
) -> Result<Option<Complaint>, Error> {
    let Some(id) = id_of(reader, reference)? else {
        return Ok(None);
    };
    let case = find(reader, id)?;
    Ok(case.filter(|case| may_handle(actor, action, case)))
}

pub fn may_handle(actor: &Actor, action: Action, case: &Complaint) -> bool {
    let about = About {
        under_request: true,
        ..case.about()
    };
    allow(actor, action, Some(&about)).is_allowed()
}

/// All cases of whoever complained in this one: by e-mail address or telephone number,
/// never by a name alone. The case itself is among them.
pub fn of_the_same_person(
    reader: &mut impl Read,
    actor: &Actor,
    action: Action,
    case: Complaint,
) -> Result<Vec<Complaint>, Error> {
    let person = case.complainant.clone();
    let like = Like {
        email: &person.email,
        phone: &person.phone,
        except: Some(case.id),
        ..Like::default()
    };
    let mut all = vec![case];
    if person.email.is_empty() && person.phone.is_empty() {
        return Ok(all);
    }
    // They are looked for in the whole organisation; each is asked about by itself.
    let eyes = Actor {
        role: Role::Manager,
        unit: None,
        ..actor.clone()
    };
    for found in similar(reader, &eyes, &like, CASES_MAX)? {
        let other = find(reader, found.row.id)?;
        let same = |other: &Complaint| is_same(&person, &other.complainant);
        all.extend(other.filter(|other| same(other) && may_handle(actor, action, other)));
    }
    let mut after = String::new();
    while let Some(some) = unconfirmed_after(reader, &after)? {
        after = some.last().map(Id::to_string).unwrap_or_default();
        let theirs = |other: &Complaint| {
            let is_other = all.iter().all(|one| one.id != other.id);
            is_other && !other.annulled() && is_same(&person, &other.complainant)
        };
        let others = folded(reader, &some)?.into_iter();
        let others: Vec<Complaint> = others
            .filter(|other| theirs(other) && may_handle(actor, action, other))
            .collect();
        all.extend(others);
    }
    Ok(all)
}

/// The next of those that nobody confirmed: no index has their words.
fn unconfirmed_after(reader: &mut impl Read, after: &str) -> Result<Option<Vec<Id>>, Error> {
    let query =
        sql("SELECT complaint FROM unconfirmed WHERE complaint > $1 ORDER BY complaint LIMIT $2");
    let some = reader.rows(&query.arg(after).arg(AT_ONCE), |row| row.id(0))?;
    Ok((!some.is_empty()).then_some(some))
}

pub fn is_same(one: &Person, other: &Person) -> bool {
    let email = |person: &Person| person.email.trim().to_lowercase();
    let phone = |person: &Person| -> String {
        let digits: Vec<char> = person.phone.chars().filter(char::is_ascii_digit).collect();
        let last = digits.len().saturating_sub(8);
        digits.get(last..).unwrap_or_default().iter().collect()
    };
    let same = |a: String, b: String, least: usize| a.len() >= least && a == b;
    same(email(one), email(other), 3) || same(phone(one), phone(other), 6)
}

/// These cases, as asking and carrying out go by them.
pub fn candidates(
    reader: &mut impl Read,
    ids: &[Id],
    but: Option<Id>,
) -> Result<Vec<Candidate>, Error> {
    let holds = open_of(reader, HOLD, ids)?;
    let asked = open_of(reader, ERASURE, ids)?;
    let mut told: BTreeMap<Id, Held> = BTreeMap::new();
    for hold in holds.values() {
        if !told.contains_key(hold)
            && let Some(read) = Hold::fold(&reader.entries(*hold)?)?
        {
            let held = Held {
                name: read.words.name,
                review_on: read.review_on,
            };
            told.insert(*hold, held);
        }
    }
    let candidate = |case: Complaint| Candidate {
        id: case.id,
        held: holds.get(&case.id).and_then(|hold| told.get(hold)).cloned(),
        asked: asked
            .get(&case.id)
            .is_some_and(|request| Some(*request) != but),
        is_open: case.is_open() && !case.annulled(),
        reference: case.reference,
    };
    Ok(folded(reader, ids)?.into_iter().map(candidate).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(email: &str, phone: &str) -> Person {
        Person {
            name: "Rasa".to_owned(),
            email: email.to_owned(),
            phone: phone.to_owned(),
            ..Person::default()
        }
    }

    #[test]
    fn an_address_or_a_number_makes_the_same_person_and_a_name_never_does() {
        let rasa = person("Rasa@Example.lt ", "+370 612 34567");
        assert!(is_same(&rasa, &person("rasa@example.lt", "")));
        assert!(is_same(&rasa, &person("", "8 612 34567")));
        assert!(!is_same(&rasa, &person("", "")));
        assert!(!is_same(&person("", ""), &person("", "")));
        assert!(!is_same(
            &rasa,
            &person("jonas@example.lt", "+370 699 99999")
        ));
        assert!(!is_same(&person("", "112"), &person("", "112")));
    }
}
