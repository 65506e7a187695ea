//! What a person wants to be written to about, and how soon.

use redress_kernel::Id;
use redress_store::{Error, Read, Tx, sql};

/// A case became mine; the complainant of my case wrote; a colleague's note points to me.
pub const KINDS: [&str; 3] = ["assigned", "reply", MENTION];
/// Not of one's own cases alone.
pub const MENTION: &str = "mention";
/// A case was opened to somebody by two persons: told at once, and not chosen away.
pub const GLASS: &str = "glass";
/// A colleague asks for a second pair of eyes, and one could agree.
pub const SECOND: &str = "second";
/// Told to people who do not have the case.
pub const OF_OTHERS: [&str; 3] = [MENTION, GLASS, SECOND];
pub const PACES: &[&str] = &["none", "instant", "digest"];

/// Until somebody chooses: nobody is written to who did not ask for it, except by a
/// colleague who needs them.
const fn unsaid(needed: bool) -> &'static str {
    match needed {
        true => "instant",
        false => "none",
    }
}

pub fn pace(reader: &mut impl Read, person: Id, kind: &str) -> Result<&'static str, Error> {
    let query = sql("SELECT pace FROM notice_choice WHERE person = $1 AND kind = $2");
    let held = reader.one(&query.arg(person).arg(kind), |row| row.text(0))?;
    let known = held.and_then(|held| PACES.iter().find(|pace| **pace == held));
    Ok(known.copied().unwrap_or(unsaid(OF_OTHERS.contains(&kind))))
}

pub fn set(tx: &mut Tx, person: Id, kind: &str, pace: &str) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO notice_choice (person, kind, pace) VALUES ($1, $2, $3)
         ON CONFLICT (person, kind) DO UPDATE SET pace = excluded.pace",
    );
    tx.execute(&query.arg(person).arg(kind).arg(pace))
        .map(|_| ())
}
