//! The row of a person, following their facts.

use crate::facts::{
    LanguagePreferred, PersonAdded, PersonDeactivated, PersonReactivated, PersonRenamed,
    RoleGranted,
};
use redress_complaint::facts::Erased;
use redress_kernel::{Entry, Erasable, Fact, Id};
use redress_store::{Error, Tx, sql};

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let person = entry.about;
    match entry.kind.as_str() {
        PersonAdded::KIND => added(tx, entry),
        PersonRenamed::KIND => renamed(tx, entry),
        RoleGranted::KIND => {
            let granted = entry.read::<RoleGranted>()?.fact;
            let query = sql("UPDATE person SET role = $2, unit = $3 WHERE id = $1");
            tx.execute(&query.arg(person).arg(granted.role.name()).arg(granted.unit))
                .map(|_| ())
        }
        PersonDeactivated::KIND => entry
            .read::<PersonDeactivated>()
            .map(|_| ())
            .map_err(Error::from)
            .and_then(|()| active(tx, person, 0)),
        PersonReactivated::KIND => entry
            .read::<PersonReactivated>()
            .map(|_| ())
            .map_err(Error::from)
            .and_then(|()| active(tx, person, 1)),
        LanguagePreferred::KIND => {
            let preferred = entry.read::<LanguagePreferred>()?.fact;
            let query = sql("UPDATE person SET language = $2 WHERE id = $1");
            tx.execute(&query.arg(person).arg(preferred.language.tag()))
                .map(|_| ())
        }
        Erased::KIND => erased(tx, person),
        _ => Ok(()),
    }
}

/// Of an erased fact the name is gone and the address free again.
fn added(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let known = entry.read::<PersonAdded>()?;
    let (name, email) = match known.personal {
        Erasable::Present(person) => (person.name, Some(person.email)),
        _ => (String::new(), None),
    };
    let query = sql(
        "INSERT INTO person (id, email, name, role, unit, language, active) VALUES ($1, $2, $3, $4, $5, $6, 1)",
    );
    let query = query
        .arg(entry.about)
        .arg(email)
        .arg(name)
        .arg(known.fact.role.name())
        .arg(known.fact.unit);
    tx.execute(&query.arg(known.fact.language.map(|lang| lang.tag().to_owned())))
        .map(|_| ())
}

fn renamed(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let Erasable::Present(person) = entry.read::<PersonRenamed>()?.personal else {
        return Ok(());
    };
    let query = sql("UPDATE person SET name = $2, email = $3 WHERE id = $1");
    tx.execute(&query.arg(entry.about).arg(person.name).arg(person.email))
        .map(|_| ())
}

fn active(tx: &mut Tx, person: Id, active: i64) -> Result<(), Error> {
    tx.execute(
        &sql("UPDATE person SET active = $2 WHERE id = $1")
            .arg(person)
            .arg(active),
    )
    .map(|_| ())
}

/// After an erasure about a person, the row says what is still written: a rebuild
/// must come to the same.
fn erased(tx: &mut Tx, person: Id) -> Result<(), Error> {
    use redress_store::Read;
    let known = tx.one(
        &sql("SELECT id FROM person WHERE id = $1").arg(person),
        |row| row.text(0),
    )?;
    if known.is_none() {
        return Ok(());
    }
    let left = tx.entries(person)?.iter().rev().find_map(name_in);
    let (name, email) = left.map_or((String::new(), None), |name| (name.name, Some(name.email)));
    let query = sql("UPDATE person SET name = $2, email = $3 WHERE id = $1");
    tx.execute(&query.arg(person).arg(name).arg(email))
        .map(|_| ())
}

fn name_in(entry: &Entry) -> Option<crate::facts::PersonName> {
    match entry.kind.as_str() {
        PersonAdded::KIND => entry.read::<PersonAdded>().ok()?.personal.into_present(),
        PersonRenamed::KIND => entry.read::<PersonRenamed>().ok()?.personal.into_present(),
        _ => None,
    }
}
