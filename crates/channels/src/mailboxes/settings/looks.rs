//! How the last look into each mailbox went. Leaves no evidence: what arrived and what
//! was compared are facts, an afternoon without a line is none.

use redress_kernel::{Id, Instant};
use redress_store::{Error, Read, Tx, sql};

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// When it could last be opened.
    pub looked_at: Option<Instant>,
    /// How many messages the server counted then.
    pub on_server: Option<i64>,
    /// The code of what went wrong since; empty when nothing did.
    pub fault: String,
    pub fault_at: Option<Instant>,
}

pub fn look(reader: &mut impl Read, mailbox: Id) -> Result<Look, Error> {
    let query =
        sql("SELECT looked_at, on_server, fault, fault_at FROM mailbox_look WHERE mailbox = $1");
    let found = reader.one(&query.arg(mailbox), |row| {
        Ok(Look {
            looked_at: row.opt_instant(0)?,
            on_server: row.opt_int(1)?,
            fault: row.text(2)?,
            fault_at: row.opt_instant(3)?,
        })
    })?;
    Ok(found.unwrap_or_default())
}

/// Keeps it: the last success stays when the newest look failed.
pub fn looked(tx: &mut Tx, mailbox: Id, look: &Look) -> Result<(), Error> {
    let query = sql("INSERT INTO mailbox_look (mailbox, looked_at, on_server, fault, fault_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (mailbox) DO UPDATE SET looked_at = COALESCE(excluded.looked_at, mailbox_look.looked_at),
           on_server = COALESCE(excluded.on_server, mailbox_look.on_server),
           fault = excluded.fault, fault_at = excluded.fault_at");
    let query = query
        .arg(mailbox)
        .arg(look.looked_at)
        .arg(look.on_server)
        .arg(look.fault.as_str())
        .arg(look.fault_at);
    tx.execute(&query).map(|_| ())
}
