//! The tokens in force. Outside the journal, which holds only that they were made.

use redress_kernel::{Action, Id, Instant};
use redress_store::{Error, Read, Tx, sql};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub id: Id,
    pub person: Id,
    pub name: String,
    pub scope: Option<Vec<Action>>,
    pub created_at: Instant,
    /// None: made before tokens had an end.
    pub ends_at: Option<Instant>,
}

pub(super) fn keep(
    tx: &mut Tx,
    id: Id,
    hash: &str,
    person: Id,
    name: &str,
    scope: Option<&[Action]>,
    (at, ends): (Instant, Instant),
) -> Result<(), Error> {
    let scope = scope.map(|all| {
        all.iter()
            .map(|action| action.name())
            .collect::<Vec<_>>()
            .join(",")
    });
    let query = sql(
        "INSERT INTO token (id, hash, person, name, scope, created_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    );
    tx.execute(
        &query
            .arg(id)
            .arg(hash)
            .arg(person)
            .arg(name)
            .arg(scope)
            .arg(at)
            .arg(ends),
    )
    .map(|_| ())
}

/// A person, and what their token was narrowed to.
type Holder = (Id, Option<Vec<Action>>);

/// The person and the narrowed rights behind a token's hash.
pub(super) fn holder(
    reader: &mut impl Read,
    hash: &str,
    now: Instant,
) -> Result<Option<Holder>, Error> {
    let query = sql(
        "SELECT person, scope FROM token WHERE hash = $1 AND (ends_at IS NULL OR ends_at > $2)",
    );
    reader.one(&query.arg(hash).arg(now), |row| {
        Ok((row.id(0)?, row.opt_text(1)?.map(|scope| actions(&scope))))
    })
}

/// Which token has this hash, and whose it is.
pub(super) fn in_force(
    reader: &mut impl Read,
    hash: &str,
    now: Instant,
) -> Result<Option<(Id, Id)>, Error> {
    let query =
        sql("SELECT id, person FROM token WHERE hash = $1 AND (ends_at IS NULL OR ends_at > $2)");
    reader.one(&query.arg(hash).arg(now), |row| {
        Ok((row.id(0)?, row.id(1)?))
    })
}

/// Every token in force, newest first.
pub fn tokens(reader: &mut impl Read) -> Result<Vec<Token>, Error> {
    let query = sql(
        "SELECT id, person, name, scope, created_at, ends_at FROM token ORDER BY created_at DESC, id LIMIT 500",
    );
    reader.rows(&query, |row| {
        Ok(Token {
            id: row.id(0)?,
            person: row.id(1)?,
            name: row.text(2)?,
            scope: row.opt_text(3)?.map(|scope| actions(&scope)),
            created_at: row.instant(4)?,
            ends_at: row.opt_instant(5)?,
        })
    })
}

/// An action that this release does not know grants nothing.
fn actions(scope: &str) -> Vec<Action> {
    scope.split(',').filter_map(Action::from_name).collect()
}

/// Whose token it was.
pub(super) fn forget(tx: &mut Tx, id: Id) -> Result<Option<Id>, Error> {
    let person = tx.one(
        &sql("SELECT person FROM token WHERE id = $1").arg(id),
        |row| row.id(0),
    )?;
    tx.execute(&sql("DELETE FROM token WHERE id = $1").arg(id))?;
    Ok(person)
}

pub(super) fn forget_of(tx: &mut Tx, person: Id) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM token WHERE person = $1").arg(person))
        .map(|_| ())
}
