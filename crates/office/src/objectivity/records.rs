//! The rows of heads and competences.

use super::facts::{CompetenceEnded, CompetenceHeld, UnitHeadSet};
use redress_complaint::house::{PEOPLE_MAX, UNITS_MAX};
use redress_kernel::{Entry, Fact, Id};
use redress_store::{Error, Read, Tx, sql};
use std::collections::BTreeMap;

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let query = match entry.kind.as_str() {
        UnitHeadSet::KIND => match entry.read::<UnitHeadSet>()?.fact.head {
            Some(head) => sql("INSERT INTO unit_head (unit, head) VALUES ($1, $2)
                 ON CONFLICT (unit) DO UPDATE SET head = excluded.head")
            .arg(entry.about)
            .arg(head),
            None => sql("DELETE FROM unit_head WHERE unit = $1").arg(entry.about),
        },
        CompetenceHeld::KIND => {
            let held = entry.read::<CompetenceHeld>()?.fact;
            sql(
                "INSERT INTO competence (person, competence, until_on) VALUES ($1, $2, $3)
                 ON CONFLICT (person, competence) DO UPDATE SET until_on = excluded.until_on",
            )
            .arg(entry.about)
            .arg(held.competence)
            .arg(held.until.map(|day| day.to_string()))
        }
        CompetenceEnded::KIND => {
            let ended = entry.read::<CompetenceEnded>()?.fact;
            sql("DELETE FROM competence WHERE person = $1 AND competence = $2")
                .arg(entry.about)
                .arg(ended.competence)
        }
        _ => return Ok(()),
    };
    tx.execute(&query).map(|_| ())
}

pub fn heads(reader: &mut impl Read) -> Result<BTreeMap<Id, Id>, Error> {
    let query = sql("SELECT unit, head FROM unit_head ORDER BY unit");
    let rows = reader.all(query, UNITS_MAX, |row| Ok((row.id(0)?, row.id(1)?)))?;
    Ok(rows.into_iter().collect())
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub person: Id,
    pub competence: String,
    /// The last day, as it was written.
    pub until: Option<String>,
}

pub fn competences(reader: &mut impl Read) -> Result<Vec<Held>, Error> {
    let query =
        sql("SELECT person, competence, until_on FROM competence ORDER BY person, competence");
    reader.all(query, PEOPLE_MAX, |row| {
        Ok(Held {
            person: row.id(0)?,
            competence: row.text(1)?,
            until: row.opt_text(2)?,
        })
    })
}
