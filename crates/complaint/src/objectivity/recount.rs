//! Violations of objectivity, counted anew from the journal alone: every act on a case by
//! somebody who was kept apart from it when they did it. What the house refuses cannot
//! happen; this looks whether it did.

use super::records::ever_kept_apart;
use crate::Complaint;
use redress_kernel::{Entry, Id, Instant};
use redress_store::{Error, Read};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    pub complaint: Id,
    pub seq: i64,
    pub person: Id,
    pub at: Instant,
}

/// Of so many cases at once the entries are read.
const AT_ONCE: usize = 100;

/// What was found in all cases from which somebody was ever kept apart.
pub fn violations(reader: &mut impl Read) -> Result<Vec<Violation>, Error> {
    let cases = ever_kept_apart(reader)?;
    let mut found = Vec::new();
    for some in cases.chunks(AT_ONCE) {
        let mut entries = reader.entries_of(some)?;
        entries.sort_by_key(|entry| (entry.about, entry.seq));
        for its in entries.chunk_by(|one, other| one.about == other.about) {
            found.extend(violations_in(its));
        }
    }
    Ok(found)
}

/// One case, fact by fact: was whoever recorded it kept apart just before?
pub fn violations_in(entries: &[Entry]) -> Vec<Violation> {
    let mut case = Complaint::default();
    let mut found = Vec::new();
    for entry in entries {
        if case.kept_apart().contains(&entry.actor) {
            found.push(Violation {
                complaint: entry.about,
                seq: entry.seq,
                person: entry.actor,
                at: entry.recorded_at,
            });
        }
        case.apply(entry);
    }
    found
}
