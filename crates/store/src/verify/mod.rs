//! `verify`: is the journal what it was? Every row and column of every
//! `journal_*` table is recomputed from the entries themselves: commitments,
//! leaves, nodes, roots, signatures, and that nothing is erased but what a fact
//! says is erased. What it cannot know by itself is whether the newest entries
//! were cut off together with their checkpoint; for that it takes checkpoints
//! that have left the building (`against`).

mod checkpoints;
mod cores;
mod entries;
mod files;
mod nodes;

use crate::{
    Error, Read,
    note::{Checkpoint, Verifier},
};
use checkpoints::Checkpoints;
use entries::{Checked, Part};
use files::Files;
use nodes::Nodes;
use redress_kernel::journal::tree::{self, Edge, Hash};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadEntry {
    /// The first entry that is touched; the journal's length when one is missing.
    pub seq: i64,
    pub why: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    pub entries: i64,
    pub root: Hash,
    pub ok: bool,
    pub first_bad: Option<BadEntry>,
}

/// Why a check stopped: the journal is wrong, or could not be read at all.
enum Stop {
    Bad(BadEntry),
    Fault(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Stop {
        Stop::Fault(error)
    }
}

fn bad(seq: i64, why: impl Into<String>) -> Stop {
    Stop::Bad(BadEntry {
        seq,
        why: why.into(),
    })
}

/// A column that holds what none of ours can hold was not written by us.
fn unreadable(seq: i64, error: Error) -> Stop {
    match error {
        Error::Wrong(why) => bad(seq, format!("here or after it a row cannot be read: {why}")),
        error => Stop::Fault(error),
    }
}

/// `keys` may have signed this journal; `against` are checkpoints kept elsewhere.
pub fn verify(
    reader: &mut impl Read,
    keys: &[Verifier],
    against: &[String],
) -> Result<Verified, Error> {
    verify_watched(reader, keys, against, &mut |_| ())
}

/// The same, telling on the way how many entries it has gone through.
pub fn verify_watched(
    reader: &mut impl Read,
    keys: &[Verifier],
    against: &[String],
    watch: &mut dyn FnMut(i64),
) -> Result<Verified, Error> {
    let mut walk = Walk::default();
    let outcome = walk
        .all(reader, keys, watch)
        .and_then(|()| outside(reader, &walk.edge, keys, against));
    let first_bad = match outcome {
        Ok(()) => None,
        Err(Stop::Bad(bad)) => Some(bad),
        Err(Stop::Fault(error)) => return Err(error),
    };
    Ok(Verified {
        entries: walk.seq(),
        root: walk.edge.root(),
        ok: first_bad.is_none(),
        first_bad,
    })
}

/// What has been gone through so far.
#[derive(Default)]
struct Walk {
    edge: Edge,
    /// For every entry what is there of its personal part.
    parts: Vec<Part>,
    /// Which fact erased an entry.
    erased_by: BTreeMap<i64, i64>,
    files: Files,
}

impl Walk {
    fn seq(&self) -> i64 {
        crate::journal::signed(self.edge.size())
    }

    fn all(
        &mut self,
        reader: &mut impl Read,
        keys: &[Verifier],
        watch: &mut dyn FnMut(i64),
    ) -> Result<(), Stop> {
        let mut nodes = Nodes::default();
        let mut checkpoints = Checkpoints::new(keys);
        let mut from = i64::MIN;
        let has_closed = entries::has_closed(reader)?;
        loop {
            let page = entries::page(reader, from, has_closed)?;
            let Some(last) = page.last().map(|raw| raw.seq) else {
                break;
            };
            for checked in cores::map(page, entries::check) {
                self.entry(reader, checked, &mut nodes, &mut checkpoints)?;
            }
            watch(self.seq());
            let Some(next) = last.checked_add(1) else {
                break;
            };
            from = next;
        }
        nodes.end(reader, self.seq())?;
        checkpoints.end(reader, self.seq())?;
        self.erasures()?;
        self.files.check(reader, has_closed)
    }

    fn entry(
        &mut self,
        reader: &mut impl Read,
        checked: Checked,
        nodes: &mut Nodes,
        checkpoints: &mut Checkpoints,
    ) -> Result<(), Stop> {
        let expected = self.seq();
        if checked.seq != expected {
            return Err(bad(
                expected,
                format!("entry {} stands in its place", checked.seq),
            ));
        }
        let leaf = checked.leaf.map_err(|why| bad(expected, why))?;
        for (place, hash) in self.edge.append(leaf) {
            nodes.expect(reader, place, &hash, expected)?;
        }
        for erased in checked.erases {
            if erased < 0 || erased >= expected {
                return Err(bad(
                    expected,
                    format!("it erases entry {erased}, which is not before it"),
                ));
            }
            self.erased_by.insert(erased, expected);
        }
        self.parts.push(checked.personal);
        self.files.add(expected, checked.files);
        checkpoints.reached(reader, &self.edge)
    }

    /// An erased part needs a fact that says so, and the other way round.
    fn erasures(&self) -> Result<(), Stop> {
        for (seq, part) in (0..).zip(&self.parts) {
            match (part, self.erased_by.get(&seq)) {
                (Part::Gone, None) => {
                    return Err(bad(seq, "its personal part is gone and no fact erased it"));
                }
                (Part::There, Some(fact)) => {
                    return Err(bad(
                        seq,
                        format!("entry {fact} erased its personal part, which is there"),
                    ));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// Checkpoints that were kept outside: each must be the beginning of this journal.
fn outside(
    reader: &mut impl Read,
    edge: &Edge,
    keys: &[Verifier],
    against: &[String],
) -> Result<(), Stop> {
    let size = crate::journal::signed(edge.size());
    let mut agreed = 0;
    let mut opened = Vec::new();
    for note in against {
        let checkpoint = Checkpoint::open(note, keys);
        opened.push(checkpoint.map_err(|why| {
            bad(
                0,
                format!("a checkpoint from outside is not of this journal: {why}"),
            )
        })?);
    }
    opened.sort_by_key(|checkpoint| checkpoint.size);
    for checkpoint in opened {
        if checkpoint.size > size {
            return Err(bad(
                size,
                format!(
                    "a checkpoint from outside knows {} entries",
                    checkpoint.size
                ),
            ));
        }
        let stored = |place| crate::journal::node(&mut reader.conn().0, place);
        if tree::root_at(checkpoint.size.unsigned_abs(), stored)? != checkpoint.root {
            let why = format!(
                "from entry {agreed} on it differs from the checkpoint of size {}",
                checkpoint.size
            );
            return Err(bad(agreed, why));
        }
        agreed = checkpoint.size;
    }
    Ok(())
}
