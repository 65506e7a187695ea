//! The texts in progress: one for each person, case and form.

use redress_kernel::{Id, Instant, fields::Fields};
use redress_store::{Error, Read, Tx, sql};

const KEPT_SECONDS: i64 = 30 * 86_400;

/// A form as it was left.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    pub verb: String,
    pub fields: Fields,
    pub saved_at: Instant,
}

/// Closed under the key of its case: erased with it, readable only in this place.
fn column(person: Id, verb: &str) -> String {
    format!("composer_text.fields {person} {verb}")
}

/// What this person has in progress on this case.
pub fn texts(reader: &mut impl Read, person: Id, complaint: Id) -> Result<Vec<Text>, Error> {
    let query = sql("SELECT verb, fields, saved_at FROM composer_text
         WHERE person = $1 AND complaint = $2 ORDER BY verb LIMIT 100");
    reader.rows(&query.arg(person).arg(complaint), |row| {
        let verb = row.text(0)?;
        let fields = row.opened(1, &column(person, &verb), complaint)?;
        let pairs: Vec<(String, String)> = serde_json::from_str(&fields).unwrap_or_default();
        Ok(Text {
            verb,
            fields: Fields::from_pairs(pairs),
            saved_at: row.instant(2)?,
        })
    })
}

/// Keeps the newest; what nobody touched for a month is swept on the way.
pub fn keep(
    tx: &mut Tx,
    person: Id,
    complaint: Id,
    verb: &str,
    pairs: &[(String, String)],
    now: Instant,
) -> Result<(), Error> {
    tx.execute(
        &sql("DELETE FROM composer_text WHERE saved_at < $1").arg(now.plus_seconds(-KEPT_SECONDS)),
    )?;
    let fields = serde_json::to_string(pairs).unwrap_or_default();
    let fields = tx.close(&column(person, verb), complaint, &fields)?;
    tx.execute(
        &sql("INSERT INTO composer_text (person, complaint, verb, fields, saved_at) VALUES ($1, $2, $3, $4, $5)
              ON CONFLICT (person, complaint, verb) DO UPDATE SET fields = excluded.fields, saved_at = excluded.saved_at")
            .arg(person)
            .arg(complaint)
            .arg(verb)
            .arg(fields)
            .arg(now),
    )
    .map(|_| ())
}

/// Sent, or emptied by hand.
pub fn forget(tx: &mut Tx, person: Id, complaint: Id, verb: &str) -> Result<(), Error> {
    let query = sql("DELETE FROM composer_text WHERE person = $1 AND complaint = $2 AND verb = $3");
    tx.execute(&query.arg(person).arg(complaint).arg(verb))
        .map(|_| ())
}

pub fn forget_about(tx: &mut Tx, complaint: Id) -> Result<(), Error> {
    tx.execute(&sql("DELETE FROM composer_text WHERE complaint = $1").arg(complaint))
        .map(|_| ())
}
