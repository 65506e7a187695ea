//! What can happen to an export besides being asked for and answered. Subject: the request.

use redress_kernel::{Fact, Instant};
use serde::{Deserialize, Serialize};

/// A second person agreed: whoever asked can fetch it until then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BulkExportReleased {
    pub until: Instant,
}

/// It left the house: written before the first line does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BulkExportTaken {
    pub cases: i64,
    /// With name and contact.
    pub names: bool,
}

impl Fact for BulkExportReleased {
    const KIND: &'static str = "bulk-export-released";
    type Personal = ();
}

impl Fact for BulkExportTaken {
    const KIND: &'static str = "bulk-export-taken";
    type Personal = ();
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    /// Lines are added and never changed.
    const GOLDEN: &str = include_str!("../../tests/golden/bulk-export.tsv");

    #[test]
    fn what_was_recorded_years_ago_is_read_and_written_alike() {
        fn again<F: serde::de::DeserializeOwned + Serialize>(text: &str) -> String {
            let fact: F = serde_json::from_str(text).unwrap();
            serde_json::to_value(&fact).unwrap().to_string()
        }
        let mut read = 0;
        for line in GOLDEN.lines() {
            let parts: Vec<&str> = line.split('\t').collect();
            let written = match parts[0] {
                BulkExportReleased::KIND => again::<BulkExportReleased>(parts[2]),
                _ => again::<BulkExportTaken>(parts[2]),
            };
            assert_eq!(written, parts[2], "{}", parts[0]);
            read += 1;
        }
        assert_eq!(read, 2);
    }
}
