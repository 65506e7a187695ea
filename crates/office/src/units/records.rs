//! The row of a unit.

use crate::facts::{UnitAdded, UnitRenamed};
use redress_kernel::{Entry, Fact};
use redress_store::{Error, Tx, sql};

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let query = match entry.kind.as_str() {
        UnitAdded::KIND => sql("INSERT INTO unit (id, name) VALUES ($1, $2)")
            .arg(entry.about)
            .arg(entry.read::<UnitAdded>()?.fact.name),
        UnitRenamed::KIND => sql("UPDATE unit SET name = $2 WHERE id = $1")
            .arg(entry.about)
            .arg(entry.read::<UnitRenamed>()?.fact.name),
        _ => return Ok(()),
    };
    tx.execute(&query).map(|_| ())
}
