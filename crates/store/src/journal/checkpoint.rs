//! One signed checkpoint for every commit that made the journal longer, in the
//! same transaction: a journal without its newest checkpoint cannot exist.

use super::{append::End, signed};
use crate::{Error, conn::Conn, keys::Keys, note::Checkpoint, sql};

pub(crate) fn sign(conn: &mut Conn, end: &End, keys: &Keys) -> Result<(), Error> {
    let last = sql("SELECT number FROM journal_checkpoint ORDER BY number DESC LIMIT 1");
    let number = conn
        .one(&last, |row| row.int(0))?
        .map_or(0, |number| number + 1);
    let checkpoint = Checkpoint {
        origin: keys.origin().to_owned(),
        number,
        size: signed(end.edge.size()),
        root: end.edge.root(),
    };
    let query = sql("INSERT INTO journal_checkpoint (number, size, note) VALUES ($1, $2, $3)");
    let note = checkpoint.sign(keys.signing());
    conn.execute(&query.arg(number).arg(checkpoint.size).arg(note))?;
    Ok(())
}
