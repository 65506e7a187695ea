//! Whether the owner wished for an installation with invented complaints.

use crate::facts::SampleChosen;
use redress_kernel::{Entry, Fact};
use redress_store::{Error, Read, Tx, sql};

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if entry.kind != SampleChosen::KIND {
        return Ok(());
    }
    let wanted = entry.read::<SampleChosen>()?.fact.wanted;
    let query = sql(
        "INSERT INTO sample_choice (id, wanted) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET wanted = excluded.wanted",
    );
    tx.execute(&query.arg(wanted)).map(|_| ())
}

pub fn sample_wanted(reader: &mut impl Read) -> Result<bool, Error> {
    Ok(reader
        .one(
            &sql("SELECT wanted FROM sample_choice WHERE id = 1"),
            |row| row.bool(0),
        )?
        .unwrap_or(false))
}
