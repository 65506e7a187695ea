//! The proof that an entry is in the journal: its leaf, the hashes beside its
//! path, and the signed checkpoint over the tree that they lead to.

use super::{append, node, page};
use crate::{Error, conn::Conn, sql};
use redress_kernel::journal::{leaf::hex, tree};

/// All that an outsider needs besides the public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inclusion {
    /// Canonical JSON of the leaf; no personal data in it.
    pub leaf: String,
    /// Leaves under the checkpoint.
    pub size: i64,
    /// Hexadecimal, nearest sibling first.
    pub hashes: Vec<String>,
    /// A C2SP signed note.
    pub checkpoint: String,
}

pub(crate) fn inclusion(conn: &mut Conn, seq: i64) -> Result<Option<Inclusion>, Error> {
    let newest = sql("SELECT size, note FROM journal_checkpoint ORDER BY number DESC LIMIT 1");
    let newest = conn.one(&newest, |row| Ok((row.int(0)?, row.text(1)?)))?;
    let Some((size, checkpoint)) = newest.filter(|(size, _)| seq < *size) else {
        return Ok(None);
    };
    let commitments =
        sql("SELECT record_commitment, personal_commitment FROM journal_entry WHERE seq = $1")
            .arg(seq);
    let commitments = conn.one(&commitments, |row| Ok((row.bytes(0)?, row.opt_bytes(1)?)))?;
    let entry = page(conn, seq, 1)?
        .into_iter()
        .find(|entry| entry.seq == seq);
    let (Some(entry), Some((record, personal))) = (entry, commitments) else {
        return Ok(None);
    };
    let wrong = |_| {
        Error::Storage(format!(
            "the commitments of entry {seq} have the wrong length"
        ))
    };
    let record = record.try_into().map_err(wrong)?;
    let personal = personal
        .map(|bytes| bytes.try_into().map_err(wrong))
        .transpose()?;
    let leaf = append::leaf(&entry, record, personal).text();
    let proof = tree::inclusion_proof(seq.unsigned_abs(), size.unsigned_abs(), |place| {
        node(conn, place)
    })?;
    Ok(Some(Inclusion {
        leaf,
        size,
        hashes: proof.iter().map(|hash| hex(hash)).collect(),
        checkpoint,
    }))
}
