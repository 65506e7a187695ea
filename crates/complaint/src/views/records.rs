//! Views as they lie in their table. A deleted one can be taken back for a day.

use super::{OWN_MAX, SHOWN_MAX};
use redress_kernel::{Id, Instant};
use redress_store::{Error, Read, Row, Tx, sql};

const KEPT_SECONDS: i64 = 86_400;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    pub id: Id,
    pub owner: Id,
    pub name: String,
    /// The list's own query string.
    pub list: String,
    pub shared: bool,
}

/// Shared views stand under nobody's name.
fn audience(view: &View) -> String {
    match view.shared {
        true => String::new(),
        false => view.owner.to_string(),
    }
}

const VIEW: &str = "SELECT id, owner, name, list, audience FROM saved_view ";

/// What this person's rail shows: own ones and shared ones, by name.
pub fn shown(reader: &mut impl Read, person: Id) -> Result<Vec<View>, Error> {
    let query = sql(VIEW)
        .push("WHERE audience IN ('', ")
        .bind(person)
        .push(") AND deleted_at IS NULL ORDER BY name, id LIMIT ")
        .bind(SHOWN_MAX);
    reader.rows(&query, view)
}

/// What this person can change.
pub fn owned(reader: &mut impl Read, person: Id) -> Result<Vec<View>, Error> {
    let query = sql(VIEW)
        .push("WHERE owner = ")
        .bind(person)
        .push(" AND deleted_at IS NULL ORDER BY name, id LIMIT ")
        .bind(OWN_MAX);
    reader.rows(&query, view)
}

pub fn own(reader: &mut impl Read, person: Id, id: Id) -> Result<Option<View>, Error> {
    let query = sql(VIEW)
        .push("WHERE id = ")
        .bind(id)
        .push(" AND owner = ")
        .bind(person);
    reader.one(&query, view)
}

fn view(row: &Row) -> Result<View, Error> {
    Ok(View {
        id: row.id(0)?,
        owner: row.id(1)?,
        name: row.text(2)?,
        list: row.text(3)?,
        shared: row.text(4)?.is_empty(),
    })
}

pub fn add(tx: &mut Tx, view: &View, now: Instant) -> Result<(), Error> {
    let old = now.plus_seconds(-KEPT_SECONDS);
    tx.execute(&sql("DELETE FROM saved_view WHERE deleted_at < $1").arg(old))?;
    tx.execute(
        &sql("INSERT INTO saved_view (id, owner, name, list, audience, saved_at) VALUES ($1, $2, $3, $4, $5, $6)")
            .arg(view.id)
            .arg(view.owner)
            .arg(view.name.as_str())
            .arg(view.list.as_str())
            .arg(audience(view))
            .arg(now),
    )?;
    Ok(())
}

/// False when it is not there, or not this person's.
pub fn change(tx: &mut Tx, view: &View) -> Result<bool, Error> {
    let query = sql(
        "UPDATE saved_view SET name = $3, audience = $4 WHERE id = $1 AND owner = $2 AND deleted_at IS NULL",
    );
    let query = query
        .arg(view.id)
        .arg(view.owner)
        .arg(view.name.as_str())
        .arg(audience(view));
    Ok(tx.execute(&query)? == 1)
}

pub fn delete(tx: &mut Tx, person: Id, id: Id, now: Option<Instant>) -> Result<bool, Error> {
    let query = sql("UPDATE saved_view SET deleted_at = $3 WHERE id = $1 AND owner = $2");
    let query = query.arg(id).arg(person).arg(now.map(Instant::micros));
    Ok(tx.execute(&query)? == 1)
}
