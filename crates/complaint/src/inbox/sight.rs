//! Who may see which case, as part of a statement: the one rule that every list,
//! count, search and figure says with. It is `kernel::person::allow` for
//! `SeeCase` in SQL; a property test holds the two together. Leaves no evidence.

use redress_kernel::{
    Actor, Id,
    person::{Reach, scope},
};
use redress_store::{Error, Read, Sql, sql};
use std::collections::BTreeSet;

/// So many identifiers in one statement.
const ASKED_AT_ONCE: usize = 200;

/// Goes on with ` AND ...`, so that only cases remain which this viewer may see.
/// `alias` is the name under which the table `complaint` stands in the statement.
pub fn seen_by(query: Sql, viewer: &Actor, alias: &'static str) -> Sql {
    within(query, viewer, alias)
        .push(" AND NOT EXISTS (SELECT 1 FROM complaint_subject s WHERE s.complaint = ")
        .push(alias)
        .push(".id AND s.person = ")
        .bind(viewer.id)
        .push(")")
}

/// A part of what somebody sees: the parts together are the rule, and none holds a case twice.
pub(crate) enum Part {
    Whole,
    Of(Id),
    OfNoUnit,
}

/// More units than this hold so much of the whole that it is read as one.
const PARTS_MAX: i64 = 40;

/// A long list in order is put together from the lists of the units somebody sees, each in
/// order by an index: as one statement over everything, the engine would read whatever
/// lies between the few cases of a small unit.
pub(crate) fn units_of(reader: &mut impl Read, viewer: &Actor) -> Result<Vec<Part>, Error> {
    let Reach::Under(unit) = scope(viewer).reach else {
        return Ok(vec![Part::Whole]);
    };
    let query = below(sql(""), unit)
        .push(" ORDER BY u.unit LIMIT ")
        .bind(PARTS_MAX + 1);
    let mut units: BTreeSet<Id> = reader.rows(&query, |row| row.id(0))?.into_iter().collect();
    units.insert(unit);
    if units.len() as i64 > PARTS_MAX {
        return Ok(vec![Part::Whole]);
    }
    let units = units.into_iter().map(Part::Of);
    Ok(std::iter::once(Part::OfNoUnit).chain(units).collect())
}

/// Goes on with ` AND ...`: the cases of this part which the viewer may see.
pub(crate) fn seen_in(query: Sql, viewer: &Actor, part: &Part) -> Sql {
    let query = match part {
        Part::Whole => query,
        Part::Of(unit) => query.push(" AND complaint.unit = ").bind(*unit),
        Part::OfNoUnit => query.push(" AND complaint.unit IS NULL"),
    };
    seen_by(query, viewer, "complaint")
}

/// The half of the rule that tallies by unit can answer; what is taken off them
/// are the few cases from which the viewer is kept apart.
pub(crate) fn within(query: Sql, viewer: &Actor, alias: &'static str) -> Sql {
    match scope(viewer).reach {
        // Routes ask for the permit before; a query that comes past them finds nothing.
        Reach::Nothing => query.push(" AND 1 = 0"),
        Reach::UnderRequest => query
            .push(" AND EXISTS (SELECT 1 FROM data_request_case r WHERE r.is_open = 1 AND r.kind <> 'hold' AND r.complaint = ")
            .push(alias)
            .push(".id)"),
        Reach::Everything => query,
        Reach::Under(unit) => below(
            query
                .push(" AND (")
                .push(alias)
                .push(".unit IS NULL OR ")
                .push(alias)
                .push(".unit = ")
                .bind(unit)
                .push(" OR ")
                .push(alias)
                .push(".unit IN ("),
            unit,
        )
        .push("))"),
        Reach::SampleOf(person) => query
            .push(" AND EXISTS (SELECT 1 FROM sampled_case v WHERE v.person = ")
            .bind(person)
            .push(" AND v.complaint = ")
            .push(alias)
            .push(".id)"),
    }
}

fn below(query: Sql, unit: Id) -> Sql {
    query
        .push("SELECT u.unit FROM unit_under u WHERE u.above = ")
        .bind(unit)
}

/// Can sums that are kept by unit answer this viewer? For a sample they cannot.
pub fn is_tallied(viewer: &Actor) -> bool {
    matches!(scope(viewer).reach, Reach::Everything | Reach::Under(_))
}

/// Goes on with ` AND ...`, for a table of sums that writes '' where a case is of no unit.
pub fn in_units(query: Sql, viewer: &Actor, column: &'static str) -> Sql {
    match scope(viewer).reach {
        Reach::Everything => query,
        Reach::Under(unit) => of_units(query, unit, column),
        _ => query.push(" AND 1 = 0"),
    }
}

/// The unit, those below it, and what belongs to none.
pub fn of_units(query: Sql, unit: Id, column: &'static str) -> Sql {
    let query = query.push(" AND ").push(column);
    let query = query
        .push(" IN (SELECT '' UNION ALL SELECT CAST(")
        .bind(unit);
    below(query.push(" AS TEXT) UNION ALL "), unit).push(")")
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

    /// False for what is no case, and for one that nobody confirmed: no list has it.
    pub fn is_listed(&self, id: Id) -> bool {
        self.cases.contains(&id)
    }

    /// True for a case that this viewer may not know of.
    pub fn hides(&self, id: Id) -> bool {
        self.cases.contains(&id) && !self.seen.contains(&id)
    }
}
