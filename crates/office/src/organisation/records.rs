//! The one row of the organisation.

use crate::facts::OrganisationSet;
use redress_kernel::{Entry, Fact};
use redress_store::{Error, Tx, sql};

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if entry.kind != OrganisationSet::KIND {
        return Ok(());
    }
    let set = entry.read::<OrganisationSet>()?.fact;
    let body = serde_json::to_string(&set.organisation)
        .map_err(|_| Error::Wrong("an organisation is no JSON".into()))?;
    let query = sql(
        "INSERT INTO organisation (id, version, body) VALUES (1, $1, $2)
         ON CONFLICT (id) DO UPDATE SET version = excluded.version, body = excluded.body",
    );
    tx.execute(&query.arg(entry.seq).arg(body)).map(|_| ())
}
