//! The national calendars that can be chosen, by their names; their words are
//! `holidays-{name}`.

/// No list, or one of those that are delivered.
pub const LISTS: &[&str] = &[
    NO_LIST,
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
pub const NO_LIST: &str = "none";
