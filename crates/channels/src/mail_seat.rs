//! What deciding has to know of a mailbox, asked by whoever decides later than the
//! machine that fetched: the unit, the language, and which addresses are our own.
//! Leaves no evidence.

use crate::mail::Seat;
use redress_complaint::house::organisation;
use redress_kernel::{Id, Lang};
use redress_mail::fate::Desk;
use redress_office::relay::sender;
use redress_store::{Error, Keys, Read, Tx, sql};

/// More mailboxes than there can be.
const MAILBOXES_MAX: i64 = 1000;

/// What our mailboxes know of themselves: by this, own letters and replies are known.
pub fn desk(reader: &mut impl Read, keys: &Keys) -> Result<Desk, Error> {
    let query =
        sql("SELECT address FROM mailbox WHERE closed_at IS NULL ORDER BY name, id LIMIT $1");
    let mut addresses = reader.rows(&query.arg(MAILBOXES_MAX), |row| row.text(0))?;
    let sender = sender(reader)?.map(|from| from.to_lowercase());
    addresses.extend(sender);
    addresses.dedup();
    Ok(Desk {
        addresses,
        prefix: organisation(reader)?.prefix,
        reply_key: Some(keys.derived("reply address")),
    })
}

/// Of a mailbox that was closed, too: what lay in it still goes to its unit.
pub fn seat(tx: &mut Tx, mailbox: Id) -> Result<Seat, Error> {
    let keys = tx.keys().clone();
    let query = sql("SELECT unit, language FROM mailbox WHERE id = $1").arg(mailbox);
    let kept = tx.one(&query, |row| Ok((row.opt_id(0)?, row.opt_text(1)?)))?;
    let (unit, language) = kept.unwrap_or_default();
    Ok(Seat {
        desk: desk(tx, &keys)?,
        unit,
        language: language.as_deref().and_then(Lang::from_tag),
    })
}
