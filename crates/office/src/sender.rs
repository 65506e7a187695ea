//! From whom our letters are, as the relay in force has it; without one nothing leaves.
//! What several rooms ask. Leaves no evidence.

use redress_store::{Error, Read, sql};

/// The address that letters are from.
pub fn sender(reader: &mut impl Read) -> Result<Option<String>, Error> {
    let query = sql("SELECT sender FROM mail_relay WHERE id = 1");
    reader.one(&query, |row| row.text(0))
}
