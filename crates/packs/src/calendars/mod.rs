//! The working days of countries, as versioned data with their sources: one file a
//! calendar in `calendars/*.json`, drawn up from official lists, computed sources and
//! the rules in `rules/`; where these disagree, `calendars/decisions.csv` says how it
//! was decided and why. A year that no list covers warns, it never fails.

mod digest;
mod known;
mod read;
pub mod rules;

pub use known::{Confidence, Doubt, Known, ListedYear};
pub use read::{Fault, read};

use redress_kernel::calendar::National;
use std::sync::LazyLock;

macro_rules! shelf {
    ($($id:literal),+ $(,)?) => {
        /// In the order in which they are offered.
        pub const IDS: [&str; 13] = [$($id),+];

        /// File name and text; a calendar that borrows its days stands after their owner.
        const FILES: [(&str, &str); 13] = [
            $((
                concat!($id, ".json"),
                include_str!(concat!("../../calendars/", $id, ".json")),
            )),+
        ];
    };
}

shelf![
    "KR",
    "TW",
    "CN",
    "LT",
    "IR",
    "IR-thu-fri",
    "GB-EAW",
    "GB-SCT",
    "GB-NIR",
    "US",
    "AU",
    "EU-TARGET",
    "HK",
];

/// The names of all calendars, in the order in which they are offered.
pub fn ids() -> &'static [&'static str] {
    &IDS
}

/// Every calendar with its sources, in the order of [`ids`].
pub fn all() -> &'static [Known] {
    static ALL: LazyLock<Vec<Known>> = LazyLock::new(|| {
        let mut known: Vec<Known> = Vec::new();
        for (file, text) in FILES {
            // A test reads them all; what could not be read would be missing by name.
            known.extend(read(file, text, &known).ok());
        }
        known
    });
    &ALL
}

pub fn known(id: &str) -> Option<&'static Known> {
    all().iter().find(|known| known.national.id == id)
}

/// Versions that are in force no more, each as it was delivered: a complaint that is
/// pinned to one is counted over it for ever. An earlier version stands before a later.
pub const FORMER: &[(&str, &str)] = &[];

pub fn former() -> &'static [Known] {
    static READ: LazyLock<Vec<Known>> = LazyLock::new(|| {
        let mut known: Vec<Known> = Vec::new();
        for (file, text) in FORMER {
            known.extend(read(file, text, &known).ok());
        }
        known
    });
    &READ
}

/// This calendar as it was in that version, in force or not any more.
pub fn version(id: &str, version: &str) -> Option<&'static National> {
    version_among(all().iter().chain(former()), id, version)
}

/// The same among the calendars of a shelf.
pub fn version_among<'a>(
    shelf: impl IntoIterator<Item = &'a Known>,
    id: &str,
    version: &str,
) -> Option<&'a National> {
    let mut lists = shelf.into_iter().map(|known| &known.national);
    lists.find(|list| list.id == id && list.version == version)
}

/// The list of days that the kernel counts over.
pub fn national(id: &str) -> Option<&'static National> {
    known(id).map(|known| &known.national)
}

#[cfg(test)]
mod tests;
