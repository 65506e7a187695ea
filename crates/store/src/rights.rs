//! What the role with which the server signs in to PostgreSQL may do and never needs to:
//! whoever gets into the server gets no further than its role. Leaves no evidence.

use crate::{Db, Error, Location, Read, Reader, dialect::POSTGRES_RIGHTS, sql};

/// Rights and roles by their names; None where there is no role (SQLite is a file).
pub fn rights_too_many(db: &Db) -> Result<Option<Vec<String>>, Error> {
    let Location::Postgres(_) = db.location() else {
        return Ok(None);
    };
    let held = |reader: &mut Reader| reader.rows(&sql(POSTGRES_RIGHTS), |row| row.text(0));
    db.read_now(held).map(Some)
}
