//! The table of who was shown a name: a row for each showing, without a word of what was
//! written as its reason; that is read from its entry by those who may.

use crate::{
    case::NameShown,
    facts::{Annulled, Assigned, IdentityShown, Received},
    inbox::seen_by,
    record::newest,
};
use redress_kernel::{Actor, Entry, Id, Instant, Role};
use redress_store::{Error, Read, Row, Sql, Tx, sql};

/// Rows of one page.
pub const PAGE: i64 = 50;
/// Rows of one table that is taken along.
pub const TABLE_MAX: i64 = 10_000;

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if entry.is::<Annulled>() {
        let query = sql("DELETE FROM identity_shown WHERE complaint = $1").arg(entry.about);
        return tx.execute(&query).map(|_| ());
    }
    if !(entry.is::<Received>() || entry.is::<Assigned>() || entry.is::<IdentityShown>()) {
        return Ok(());
    }
    let case = newest(tx, entry)?;
    let last = case.shown.last().filter(|it| it.seq == entry.seq).cloned();
    tx.memo.keep(case.id, case);
    last.map_or(Ok(()), |it| insert(tx, entry.about, &it))
}

fn insert(tx: &mut Tx, complaint: Id, it: &NameShown) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO identity_shown (seq, person, role, complaint, why, shown_at, until_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    );
    let query = query
        .arg(it.seq)
        .arg(it.to)
        .arg(it.role.map_or("", Role::name))
        .arg(complaint)
        .arg(it.why.as_str())
        .arg(it.at);
    let until = it.until.map_or(0, Instant::micros);
    tx.execute(&query.arg(until)).map(|_| ())
}

/// One showing, as the list has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub seq: i64,
    pub person: Id,
    pub role: Option<Role>,
    pub complaint: Id,
    pub reference: String,
    pub why: String,
    pub at: Instant,
    pub until: Option<Instant>,
}

/// None in a field: no restriction by it.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub person: Option<Id>,
    pub reference: Option<String>,
    pub why: Option<String>,
    /// Those alone who gave a reason, and not who had the case.
    pub reasoned: bool,
    /// The page goes on below this entry.
    pub below: Option<i64>,
}

/// The newest first, as far as this person may know of the cases.
pub fn listed(
    reader: &mut impl Read,
    viewer: &Actor,
    wanted: &Wanted,
    most: i64,
) -> Result<Vec<Line>, Error> {
    let query = sql(
        "SELECT i.seq, i.person, i.role, c.id, c.reference, i.why, i.shown_at, i.until_at
         FROM identity_shown i JOIN complaint c ON c.id = i.complaint WHERE i.seq > 0",
    );
    let query = narrowed(overseen(query, viewer), wanted)
        .push(" ORDER BY i.seq DESC LIMIT ")
        .bind(most.clamp(1, TABLE_MAX));
    reader.rows(&query, line)
}

/// Whoever looks after the rights of persons reads who looked, without the cases
/// themselves; nobody reads it of a case that is about them.
fn overseen(query: Sql, viewer: &Actor) -> Sql {
    match viewer.role {
        Role::Dpo => query
            .push(" AND NOT EXISTS (SELECT 1 FROM complaint_subject s WHERE s.complaint = c.id AND s.person = ")
            .bind(viewer.id)
            .push(")"),
        _ => seen_by(query, viewer, "c"),
    }
}

fn narrowed(query: Sql, wanted: &Wanted) -> Sql {
    query
        .when(wanted.person, |q, person| {
            q.push(" AND i.person = ").bind(person)
        })
        .when(wanted.reference.clone(), |q, reference| {
            q.push(" AND c.reference = ").bind(reference)
        })
        .when(wanted.why.clone(), |q, why| {
            q.push(" AND i.why = ").bind(why)
        })
        .when(wanted.reasoned.then_some(()), |q, ()| {
            q.push(" AND i.until_at > 0 AND i.why <> 'recorded'")
        })
        .when(wanted.below, |q, below| q.push(" AND i.seq < ").bind(below))
}

fn line(row: &Row) -> Result<Line, Error> {
    Ok(Line {
        seq: row.int(0)?,
        person: row.id(1)?,
        role: Role::from_name(&row.text(2)?),
        complaint: row.id(3)?,
        reference: row.text(4)?,
        why: row.text(5)?,
        at: row.instant(6)?,
        until: Some(row.instant(7)?).filter(|until| until.micros() > 0),
    })
}
