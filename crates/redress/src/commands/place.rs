//! Opening an installation for a command.

use super::Failure;
use crate::{cli::Place, clock::MachineClock, house};
use redress_complaint::house::organisation;
use redress_kernel::{
    Organisation,
    calendar::{NoSuchZone, zone},
    instant::Clock,
};
use redress_store::{Db, Error, Keys, Location, keys::FILE_NAME};

/// Opens (and at first makes) the database and its keys.
pub fn open(place: &Place) -> Result<Db, Failure> {
    std::fs::create_dir_all(&place.data)?;
    let database = place.data.join("redress.db");
    if place.database.is_none() && database.exists() && !place.data.join(FILE_NAME).exists() {
        return Err(Failure::Failed(format!(
            "the key file {} is gone; without it no name opens and nothing is signed. Put it back, or bring it back from its second copy: redress keys recover --copy FILE --root -",
            place.data.join(FILE_NAME).display()
        )));
    }
    let keys = Keys::load_or_create(&place.data, MachineClock.now());
    let keys = keys.map_err(|error| where_it_lies(place, error))?;
    let db = Db::open(&location(place), keys, house::wiring());
    let db = db.map_err(|error| where_it_lies(place, error))?;
    known_zone(&db.read_now(organisation)?)?;
    Ok(db)
}

/// A disk that refuses names no file: say which folder, and who has to be let in.
fn where_it_lies(place: &Place, error: Error) -> Failure {
    if place.database.is_some() {
        return error.into();
    }
    match error {
        Error::Storage(why) if is_locked_out(&why) => Failure::Failed(format!(
            "the storage failed in {}: {why}. The account that runs Redress must be able to write in this folder and to every file in it",
            place.data.display()
        )),
        Error::Full => Failure::Failed(format!(
            "the disk of {} is full; nothing was lost. Make room and start again; a release that takes over what an earlier one wrote needs room for two more copies of the database",
            place.data.display()
        )),
        error => error.into(),
    }
}

/// As systems and SQLite say it.
fn is_locked_out(why: &str) -> bool {
    let words = ["ermission denied", "readonly", "ead-only", "unable to open"];
    words.iter().any(|word| why.contains(word))
}

/// Without the data of its zone every day would silently be one of UTC.
fn known_zone(organisation: &Organisation) -> Result<(), Failure> {
    let unknown = |no: NoSuchZone| {
        Failure::Failed(format!(
            "this machine has no data for the time zone {}; install the time zone database (tzdata)",
            no.0
        ))
    };
    zone(&organisation.time_zone).map(|_| ()).map_err(unknown)
}

pub fn location(place: &Place) -> Location {
    match &place.database {
        Some(url) => Location::Postgres(url.clone()),
        None => Location::Sqlite(place.data.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_without_data_stops_every_command_and_says_what_to_install() {
        let of = |time_zone: &str| Organisation {
            time_zone: time_zone.to_owned(),
            ..Organisation::default()
        };
        assert!(known_zone(&of("Europe/Vilnius")).is_ok());
        let Err(Failure::Failed(why)) = known_zone(&of("Mars/Olympus")) else {
            panic!("it is refused");
        };
        assert!(why.contains("Mars/Olympus") && why.contains("tzdata"));
    }
}
