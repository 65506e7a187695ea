//! The packs that come along with the program.

use super::{Pack, read};
use std::sync::LazyLock;

macro_rules! shelf {
    ($($id:literal),+ $(,)?) => {
        /// Our own targets first.
        pub const IDS: &[&str] = &[$($id),+];

        /// Their files: id and text.
        pub const FILES: &[(&str, &str)] = &[
            $(($id, include_str!(concat!("../../rules/", $id, ".toml")))),+
        ];
    };
}

shelf![
    "iso-10002",
    "uk-fca-disp",
    "eu-psd2",
    "lt-consumer",
    "lt-bank",
    "au-rg271",
    "us-cfpb",
    "kr-civil-petition",
    "cn-bank",
    "cn-samr",
    "tw-consumer",
    "tw-financial",
    "uk-housing",
    "ir-executive",
];

/// All of them; a test holds that each can be read.
pub fn packs() -> &'static [Pack] {
    static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| {
        let read = FILES.iter().map(|(id, text)| read(id, text));
        read.filter_map(Result::ok).collect()
    });
    &PACKS
}

pub fn pack(id: &str) -> Option<&'static Pack> {
    packs().iter().find(|pack| pack.id == id)
}
