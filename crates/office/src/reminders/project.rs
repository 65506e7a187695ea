//! The setting as rows: nobody's letters (`*`), or those of single people.

use crate::facts::ReminderMailsSet;
use redress_kernel::Entry;
use redress_store::{Error, Tx, sql};

/// In the place of a person: everybody.
pub const ALL: &str = "*";

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    if !entry.is::<ReminderMailsSet>() {
        return Ok(());
    }
    let set = entry.read::<ReminderMailsSet>()?.fact;
    tx.execute(&sql("DELETE FROM reminder_mail_off"))?;
    let all = set.off.then(|| ALL.to_owned());
    let single = set.without.iter().map(ToString::to_string);
    for who in all.into_iter().chain(single) {
        let query =
            sql("INSERT INTO reminder_mail_off (who) VALUES ($1) ON CONFLICT (who) DO NOTHING");
        tx.execute(&query.arg(who))?;
    }
    Ok(())
}
