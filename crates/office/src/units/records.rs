//! The row of a unit, and every unit with those above it.

use crate::facts::{UnitAdded, UnitPlaced, UnitRenamed};
use redress_complaint::house::unit_tree;
use redress_kernel::{Entry, Fact, Id};
use redress_store::{Error, Tx, sql};

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let query = match entry.kind.as_str() {
        UnitAdded::KIND => sql("INSERT INTO unit (id, name) VALUES ($1, $2)")
            .arg(entry.about)
            .arg(entry.read::<UnitAdded>()?.fact.name),
        UnitRenamed::KIND => sql("UPDATE unit SET name = $2 WHERE id = $1")
            .arg(entry.about)
            .arg(entry.read::<UnitRenamed>()?.fact.name),
        UnitPlaced::KIND => return placed(tx, entry.about, entry.read::<UnitPlaced>()?.fact.above),
        _ => return Ok(()),
    };
    tx.execute(&query).map(|_| ())
}

/// A unit takes all that lies below it along; there are few, so all pairs are new.
fn placed(tx: &mut Tx, unit: Id, above: Option<Id>) -> Result<(), Error> {
    let query = sql("UPDATE unit SET above = $2 WHERE id = $1");
    tx.execute(&query.arg(unit).arg(above))?;
    tx.execute(&sql("DELETE FROM unit_under"))?;
    for (above, unit) in unit_tree(tx)?.pairs() {
        let query = sql("INSERT INTO unit_under (above, unit) VALUES ($1, $2)");
        tx.execute(&query.arg(above).arg(unit))?;
    }
    Ok(())
}
