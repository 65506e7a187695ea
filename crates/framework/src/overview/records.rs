//! The count of facts by kind.

use redress_kernel::{Entry, Instant};
use redress_store::{Error, Read, Sums, Tx, sql};
use std::collections::BTreeMap;

/// More kinds of facts than this no house has.
const KINDS_MAX: i64 = 1000;

/// How many facts of a kind, and when the newest was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    pub n: i64,
    pub newest_at: Instant,
}

static EVIDENCE: Sums = Sums {
    table: "evidence_count",
    keys: &["kind"],
    counts: &["n"],
    newest: Some("newest_at"),
};

/// The journal's times never go back: the entry at hand is the newest of its kind.
pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let key = vec![entry.kind.as_str().into()];
    tx.add_at(&EVIDENCE, key, vec![1], entry.recorded_at);
    Ok(())
}

pub fn counted(reader: &mut impl Read) -> Result<BTreeMap<String, Counted>, Error> {
    let query = sql("SELECT kind, n, newest_at FROM evidence_count ORDER BY kind LIMIT $1");
    let rows = reader.rows(&query.arg(KINDS_MAX), |row| {
        let counted = Counted {
            n: row.int(1)?,
            newest_at: row.instant(2)?,
        };
        Ok((row.text(0)?, counted))
    })?;
    Ok(rows.into_iter().collect())
}
