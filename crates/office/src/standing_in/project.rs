//! Who is away, from when to when, and who stands in: one row a person.

use crate::facts::{AwayEnded, AwaySet, PersonDeactivated};
use redress_kernel::{Entry, Fact, Id};
use redress_store::{Error, Tx, sql};

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    match entry.kind.as_str() {
        AwaySet::KIND => keep(tx, entry.about, &entry.read::<AwaySet>()?.fact),
        AwayEnded::KIND => forget(tx, entry.about),
        // Whoever left is not away, and stands in for nobody.
        PersonDeactivated::KIND => {
            forget(tx, entry.about)?;
            let query = sql("DELETE FROM away WHERE deputy = $1");
            tx.execute(&query.arg(entry.about)).map(|_| ())
        }
        _ => Ok(()),
    }
}

fn keep(tx: &mut Tx, person: Id, away: &AwaySet) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO away (person, from_on, until_on, deputy) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person) DO UPDATE SET from_on = excluded.from_on,
           until_on = excluded.until_on, deputy = excluded.deputy",
    );
    let query = query
        .arg(person)
        .arg(away.from.to_string())
        .arg(away.until.to_string());
    tx.execute(&query.arg(away.deputy)).map(|_| ())
}

fn forget(tx: &mut Tx, person: Id) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM away WHERE person = $1").arg(person))
        .map(|_| ())
}
