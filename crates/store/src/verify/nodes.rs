//! The stored hashes, in step with the tree that grows from the entries.

use super::{Stop, bad, unreadable};
use crate::{Read, journal::signed, sql};
use redress_kernel::journal::tree::Hash;
use std::collections::VecDeque;

const PAGE: i64 = 4000;

pub(super) struct Nodes {
    page: VecDeque<(i64, Vec<u8>)>,
    /// None after the last page.
    from: Option<i64>,
}

impl Default for Nodes {
    fn default() -> Nodes {
        Nodes {
            page: VecDeque::new(),
            from: Some(i64::MIN),
        }
    }
}

impl Nodes {
    pub fn expect(
        &mut self,
        reader: &mut impl Read,
        place: u64,
        hash: &Hash,
        seq: i64,
    ) -> Result<(), Stop> {
        match self.next(reader, seq)? {
            Some((found, bytes)) if found == signed(place) && bytes == hash => Ok(()),
            Some((found, _)) if found == signed(place) => Err(bad(
                seq,
                format!("it does not fit node {place} of the tree"),
            )),
            _ => Err(bad(seq, format!("node {place} of the tree is missing"))),
        }
    }

    pub fn end(&mut self, reader: &mut impl Read, seq: i64) -> Result<(), Stop> {
        match self.next(reader, seq)? {
            None => Ok(()),
            Some((place, _)) => Err(bad(seq, format!("node {place} belongs to no entry"))),
        }
    }

    fn next(&mut self, reader: &mut impl Read, seq: i64) -> Result<Option<(i64, Vec<u8>)>, Stop> {
        if self.page.is_empty()
            && let Some(from) = self.from
        {
            let query = sql(
                "SELECT place, hash FROM journal_node WHERE place >= $1 ORDER BY place LIMIT $2",
            );
            let rows = reader.rows(&query.arg(from).arg(PAGE), |row| {
                Ok((row.int(0)?, row.bytes(1)?))
            });
            let rows = rows.map_err(|error| unreadable(seq, error))?;
            self.from = rows.last().and_then(|(place, _)| place.checked_add(1));
            self.page = rows.into();
        }
        Ok(self.page.pop_front())
    }
}
