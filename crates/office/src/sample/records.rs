//! Whether the owner wished for an installation with invented complaints.

use crate::facts::SampleChosen;
use redress_kernel::{Entry, Fact};
use redress_store::{Error, Tx, sql};

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
