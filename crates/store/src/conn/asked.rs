//! Which statements this process asked, for the test that reads their query
//! plans. Debug builds only: a release keeps and counts nothing.

use std::{
    collections::BTreeSet,
    sync::{Mutex, PoisonError},
};

static ASKED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

pub(crate) fn note(text: &str) {
    let mut asked = ASKED.lock().unwrap_or_else(PoisonError::into_inner);
    if !asked.contains(text) {
        asked.insert(text.to_owned());
    }
}

/// Every different text that this process has sent to SQLite so far, without its values.
pub fn statements_asked() -> Vec<String> {
    let asked = ASKED.lock().unwrap_or_else(PoisonError::into_inner);
    asked.iter().cloned().collect()
}
