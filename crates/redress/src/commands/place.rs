//! Opening an installation for a command.

use super::Failure;
use crate::{cli::Place, clock::MachineClock, house};
use redress_kernel::instant::Clock;
use redress_store::{Db, Keys, Location};

/// Opens (and at first makes) the database and its keys.
pub fn open(place: &Place) -> Result<Db, Failure> {
    std::fs::create_dir_all(&place.data)?;
    let keys = Keys::load_or_create(&place.data, MachineClock.now())?;
    Ok(Db::open(&location(place), keys, house::wiring())?)
}

pub fn location(place: &Place) -> Location {
    match &place.database {
        Some(url) => Location::Postgres(url.clone()),
        None => Location::Sqlite(place.data.clone()),
    }
}
