//! Who may see which case, as part of a statement: the one rule that every list,
//! count, search and figure says with. It is `kernel::person::allow` for
//! `SeeCase` in SQL; a property test holds the two together. Leaves no evidence.

use redress_kernel::{Actor, Id};
use redress_store::{Error, Read, Sql, sql};
use std::collections::BTreeSet;

/// So many identifiers in one statement.
const ASKED_AT_ONCE: usize = 200;

/// Goes on with ` AND ...`, so that only cases remain which this viewer may see.
/// `alias` is the name under which the table `complaint` stands in the statement.
pub fn seen_by(query: Sql, viewer: &Actor, alias: &'static str) -> Sql {
    in_units(query, viewer, alias)
        .push(" AND NOT EXISTS (SELECT 1 FROM complaint_subject s WHERE s.complaint = ")
        .push(alias)
        .push(".id AND s.person = ")
        .bind(viewer.id)
        .push(")")
}

/// The half of the rule that tallies by unit can answer; what is taken off them
/// are the few cases about the viewer.
pub(crate) fn in_units(query: Sql, viewer: &Actor, alias: &'static str) -> Sql {
    // Routes ask for the permit before; a query that comes past them finds nothing.
    if !viewer.role.sees_cases() {
        return query.push(" AND 1 = 0");
    }
    query.when(viewer.unit, |q, unit| {
        q.push(" AND (")
            .push(alias)
            .push(".unit IS NULL OR ")
            .push(alias)
            .push(".unit = ")
            .bind(unit)
            .push(")")
    })
}

/// Those of these complaints that this viewer may see.
pub fn seen_among(
    reader: &mut impl Read,
    viewer: &Actor,
    ids: &BTreeSet<Id>,
) -> Result<BTreeSet<Id>, Error> {
    among(reader, ids, |query| seen_by(query, viewer, "complaint"))
}

fn among(
    reader: &mut impl Read,
    ids: &BTreeSet<Id>,
    narrowed: impl Fn(Sql) -> Sql,
) -> Result<BTreeSet<Id>, Error> {
    let mut found = BTreeSet::new();
    let all: Vec<Id> = ids.iter().copied().collect();
    for some in all.chunks(ASKED_AT_ONCE) {
        let query = sql("SELECT id FROM complaint WHERE id IN (").bind_all(some.iter().copied());
        let query = narrowed(query.push(")"))
            .push(" ORDER BY id LIMIT ")
            .bind(ASKED_AT_ONCE as i64);
        found.extend(reader.rows(&query, |row| row.id(0))?);
    }
    Ok(found)
}

/// Which of these identifiers are cases, and which of those this viewer may see.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Sight {
    cases: BTreeSet<Id>,
    seen: BTreeSet<Id>,
}

impl Sight {
    pub fn among(
        reader: &mut impl Read,
        viewer: &Actor,
        ids: &BTreeSet<Id>,
    ) -> Result<Sight, Error> {
        Ok(Sight {
            cases: among(reader, ids, |query| query)?,
            seen: seen_among(reader, viewer, ids)?,
        })
    }

    pub fn sees(&self, case: Id) -> bool {
        self.seen.contains(&case)
    }

    /// True for a case that this viewer may not know of.
    pub fn hides(&self, id: Id) -> bool {
        self.cases.contains(&id) && !self.seen.contains(&id)
    }
}
