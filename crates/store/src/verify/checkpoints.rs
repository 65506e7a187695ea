//! The checkpoints: numbered without gaps, each longer than the one before, each
//! signed by us and saying the root that the entries give.

use super::{Stop, bad, cores, unreadable};
use crate::{
    Read,
    note::{Checkpoint, Verifier},
    sql,
};
use redress_kernel::journal::tree::Edge;
use std::collections::VecDeque;

const PAGE: i64 = 4000;

pub(super) struct Checkpoints<'k> {
    keys: &'k [Verifier],
    page: VecDeque<Checkpoint>,
    from: Option<i64>,
    number: i64,
    /// Size of the newest checkpoint that has been reached.
    covered: i64,
}

struct Raw {
    number: i64,
    size: i64,
    note: String,
}

impl<'k> Checkpoints<'k> {
    pub fn new(keys: &'k [Verifier]) -> Checkpoints<'k> {
        Checkpoints {
            keys,
            page: VecDeque::new(),
            from: Some(i64::MIN),
            number: 0,
            covered: 0,
        }
    }

    /// Compares every checkpoint of this size with the tree.
    pub fn reached(&mut self, reader: &mut impl Read, edge: &Edge) -> Result<(), Stop> {
        self.fill(reader)?;
        let size = crate::journal::signed(edge.size());
        while let Some(checkpoint) = self.page.pop_front_if(|checkpoint| checkpoint.size <= size) {
            if checkpoint.size <= self.covered || checkpoint.size < size {
                return Err(bad(
                    checkpoint.size.max(0),
                    format!("checkpoint {} is out of order", checkpoint.number),
                ));
            }
            if checkpoint.root != edge.root() {
                return Err(bad(
                    self.covered,
                    format!(
                        "from here on it differs from checkpoint {}",
                        checkpoint.number
                    ),
                ));
            }
            self.covered = size;
            self.fill(reader)?;
        }
        Ok(())
    }

    pub fn end(&mut self, reader: &mut impl Read, size: i64) -> Result<(), Stop> {
        self.fill(reader)?;
        if let Some(checkpoint) = self.page.front() {
            return Err(bad(
                size,
                format!(
                    "checkpoint {} knows {} entries",
                    checkpoint.number, checkpoint.size
                ),
            ));
        }
        match self.covered == size {
            true => Ok(()),
            false => Err(bad(self.covered, "from here on no checkpoint is signed")),
        }
    }

    fn fill(&mut self, reader: &mut impl Read) -> Result<(), Stop> {
        let (true, Some(from)) = (self.page.is_empty(), self.from) else {
            return Ok(());
        };
        let query = sql(
            "SELECT number, size, note FROM journal_checkpoint WHERE number >= $1 ORDER BY number LIMIT $2",
        );
        let rows = reader.rows(&query.arg(from).arg(PAGE), |row| {
            Ok(Raw {
                number: row.int(0)?,
                size: row.int(1)?,
                note: row.text(2)?,
            })
        });
        let rows = rows.map_err(|error| unreadable(self.covered, error))?;
        self.from = rows.last().and_then(|raw| raw.number.checked_add(1));
        for opened in cores::map(rows, |raw| open(&raw, self.keys)) {
            let checkpoint = opened
                .map_err(|why| bad(self.covered, format!("checkpoint {}: {why}", self.number)))?;
            if checkpoint.number != self.number {
                return Err(bad(
                    self.covered,
                    format!("checkpoint {} is missing", self.number),
                ));
            }
            self.number += 1;
            self.page.push_back(checkpoint);
        }
        Ok(())
    }
}

fn open(raw: &Raw, keys: &[Verifier]) -> Result<Checkpoint, &'static str> {
    let checkpoint = Checkpoint::open_own(&raw.note, keys)?;
    match checkpoint.number == raw.number && checkpoint.size == raw.size {
        true => Ok(checkpoint),
        false => Err("its columns say something else than its note"),
    }
}
