//! What a case does not tell of itself and a permission asks: how the units lie to
//! one another, and in whose sample it is. Read beside the fold, never kept by it.

use crate::house::PEOPLE_MAX;
use redress_kernel::{Id, person::UnitTree};
use redress_store::{Error, Read, sql};
use std::sync::Arc;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Around {
    pub units: Arc<UnitTree>,
    /// People from outside whose sample it is in.
    pub sampled: Vec<Id>,
    /// Somebody asked about the data in it, and is not answered yet.
    pub under_request: bool,
}

/// Around one case; None: around those of which no sample is asked.
pub fn around(reader: &mut impl Read, case: Option<Id>) -> Result<Around, Error> {
    let query = sql("SELECT id, above FROM unit WHERE above IS NOT NULL
         UNION ALL SELECT person, NULL FROM sampled_case WHERE complaint = $1
         UNION ALL SELECT request, request FROM data_request_case WHERE complaint = $1 AND is_open = 1 AND kind <> 'hold'
         ORDER BY 1");
    let case = case.map(|id| id.to_string()).unwrap_or_default();
    let rows = reader.all(query.arg(case), PEOPLE_MAX, |row| {
        Ok((row.id(0)?, row.opt_id(1)?))
    })?;
    // No unit lies above itself: what seems to is a request.
    let is_request = |(id, above): &(Id, Option<Id>)| *above == Some(*id);
    let units = rows
        .iter()
        .filter(|row| !is_request(row))
        .filter_map(|(unit, above)| Some((*unit, (*above)?)));
    Ok(Around {
        units: Arc::new(UnitTree::of(units)),
        sampled: rows
            .iter()
            .filter(|(_, above)| above.is_none())
            .map(|(person, _)| *person)
            .collect(),
        under_request: rows.iter().any(is_request),
    })
}
