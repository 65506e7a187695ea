//! The national calendars that can be chosen, by their names; their words are
//! `holidays-{name}`.

use redress_packs::calendars::IDS;

pub const NO_LIST: &str = "none";
/// No list, or one of those that are delivered.
pub const LISTS: &[&str] = &with_none();

const fn with_none() -> [&'static str; IDS.len() + 1] {
    let mut all = [NO_LIST; IDS.len() + 1];
    if let Some((_, delivered)) = all.split_first_mut() {
        delivered.copy_from_slice(&IDS);
    }
    all
}
