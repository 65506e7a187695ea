//! The row of an objective.

use super::{
    facts::{ObjectiveRetired, ObjectiveSet},
    goal::Objective,
};
use redress_kernel::{Entry, Fact, Id, indicator::numbered};
use redress_store::{Error, Read, Tx, sql};

/// More aims than this at once are none.
const OBJECTIVES_MAX: i64 = 100;

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let query = match entry.kind.as_str() {
        ObjectiveSet::KIND => {
            let fact = entry.read::<ObjectiveSet>()?.fact;
            sql("INSERT INTO objective (id, indicator, at_least, target, unit, owner, due_on, retired)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, 0)")
            .arg(entry.about)
            .arg(fact.indicator)
            .arg(fact.at_least)
            .arg(fact.target)
            .arg(fact.unit)
            .arg(fact.owner)
            .arg(numbered(fact.due_on))
        }
        ObjectiveRetired::KIND => {
            sql("UPDATE objective SET retired = 1 WHERE id = $1").arg(entry.about)
        }
        _ => return Ok(()),
    };
    tx.execute(&query).map(|_| ())
}

pub fn find(reader: &mut impl Read, id: Id) -> Result<Option<Objective>, Error> {
    Ok(Objective::fold(&reader.entries(id)?)?)
}

/// Those that hold, or those that were given up; what is due first on top.
pub fn listed(reader: &mut impl Read, retired: bool) -> Result<Vec<Objective>, Error> {
    let query = sql("SELECT id FROM objective WHERE retired = $1 ORDER BY due_on, id LIMIT $2");
    let ids = reader.rows(&query.arg(retired).arg(OBJECTIVES_MAX), |row| row.id(0))?;
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        found.extend(find(reader, id)?);
    }
    Ok(found)
}
