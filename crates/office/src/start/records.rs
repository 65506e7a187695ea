//! What the steps are computed from, read in one go.

use super::next::Found;
use crate::{records::last_backup, roster::members};
use redress_complaint::house::organisation;
use redress_store::{Error, Read, sql};

pub fn found(reader: &mut impl Read) -> Result<Found, Error> {
    let active = members(reader)?.into_iter().filter(|member| member.active);
    let roles = active.map(|member| member.role).collect();
    let relay = reader.one(&sql("SELECT host FROM mail_relay WHERE id = 1"), |row| {
        row.text(0)
    })?;
    // Whether, not which: an administrator sees no complaint.
    let any = sql("SELECT year FROM receipt_counter ORDER BY year LIMIT 1");
    let tried = reader.one(&any, |row| row.int(0))?.is_some();
    Ok(Found {
        organisation: organisation(reader)?,
        roles,
        relay,
        tried,
        backup: last_backup(reader)?,
    })
}
