//! The names of a list's page, opened: what is closed costs over what lies there.

use redress::house::wiring;
use redress_complaint::inbox::COMPLAINANT;
use redress_kernel::Id;
use redress_store::{Db, Error, Keys, Location, Read, sql};
use serde_json::json;
use std::{path::Path, time::Instant};

const PAGE: i64 = 50;
const TIMES: u32 = 2_000;

/// Microseconds that the fifty labels of a page take together, keys at hand.
pub fn measure(folder: &Path, report: &mut serde_json::Map<String, serde_json::Value>) {
    let keys = Keys::load(folder).unwrap();
    let db = Db::open(&Location::Sqlite(folder.to_owned()), keys, wiring()).unwrap();
    let (closed, opened) = db
        .read_now(|reader| -> Result<_, Error> {
            let page = sql("SELECT id, complainant FROM complaint ORDER BY due_at, id LIMIT $1");
            let ids = reader.rows(&page.clone().arg(PAGE), |row| row.id(0))?;
            assert_eq!(ids.len() as i64, PAGE, "a whole page of labels");
            let mut took = [0.0; 2];
            for (place, open) in [false, true].into_iter().enumerate() {
                reader.rows(&page.clone().arg(PAGE), |row| label(row, open))?;
                let began = Instant::now();
                for _ in 0..TIMES {
                    reader.rows(&page.clone().arg(PAGE), |row| label(row, open))?;
                }
                took[place] = began.elapsed().as_secs_f64() * 1e6 / f64::from(TIMES);
            }
            Ok((took[0], took[1]))
        })
        .unwrap();
    report.insert(
        "labels_50_open_us".into(),
        json!((opened - closed).max(0.0).round()),
    );
}

fn label(row: &redress_store::Row, open: bool) -> Result<usize, Error> {
    let id: Id = row.id(0)?;
    match open {
        true => row.opened(1, COMPLAINANT, id).map(|name| name.len()),
        false => row.value(1).map(|_| 0),
    }
}
