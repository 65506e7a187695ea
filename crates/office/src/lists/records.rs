//! How many complaints a category stands in: what a retirement would touch.

use redress_kernel::terms::List;
use redress_store::{Error, Read, sql};
use std::collections::BTreeMap;

/// Open complaints by the category of their first point; remedies are not counted,
/// for no list of cases holds them.
pub fn in_use(reader: &mut impl Read, list: List) -> Result<BTreeMap<String, i64>, Error> {
    if list == List::Remedies {
        return Ok(BTreeMap::new());
    }
    let query = sql(
        "SELECT category, COUNT(*) FROM complaint WHERE is_open = 1 AND category IS NOT NULL
         GROUP BY category ORDER BY category LIMIT 200",
    );
    let rows = reader.rows(&query, |row| Ok((row.text(0)?, row.int(1)?)))?;
    Ok(rows.into_iter().collect())
}
