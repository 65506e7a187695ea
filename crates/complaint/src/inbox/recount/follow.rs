//! The rows follow. A reader folds a part, counts it and compares while the writer writes
//! what differs in the part before it; the writer works out again only what changed in
//! between. Nobody waits long: a part is one short write among the others, and the reader
//! stands back behind every page that somebody asks for.

use super::{Differing, Row, Running, Waiting, next, rows, running};
use crate::{
    House,
    facts::{DatesRecounted, Followed, Place, RecountFinished, RecountFollowed},
    house::settings,
};
use redress_kernel::{By, Draft, Id, Instant, journal::leaf::hex, organisation::Counting};
use redress_store::{Db, Error, Read, Tx, sql, stand_back};
use sha2::{Digest, Sha256};
use std::{collections::HashMap, sync::mpsc};

/// So many cases follow in one write.
pub const PART: i64 = 500;
/// After so many parts whoever drives it looks whether the server is to end.
const PARTS_AT_ONCE: usize = 16;

/// Decides that all open cases are counted anew. A small office sees its lists
/// right with the same write.
pub fn begin(tx: &mut Tx, counting: Counting, by: &By) -> Result<(), Error> {
    begin_with(tx, Some(counting), PART, by)
}

/// The office opens at other times: dates stay, what is to be told moves.
pub fn begin_hours(tx: &mut Tx, by: &By) -> Result<(), Error> {
    begin_with(tx, None, PART, by)
}

/// The same where fewer open cases than `at_once` follow with it. Without a counting no
/// date moves.
pub fn begin_with(
    tx: &mut Tx,
    counting: Option<Counting>,
    at_once: i64,
    by: &By,
) -> Result<(), Error> {
    tx.settle()?;
    let open = open_now(tx)?;
    let fact = DatesRecounted {
        counting,
        open,
        moved: None,
        overdue: None,
    };
    let recount = tx.record(Draft::of(Id::ORGANISATION, &fact), by)?.seq;
    match open < at_once {
        true => {
            let part = prepared(tx, recount, None, at_once)?;
            follows(tx, part, by).map(|_| ())
        }
        false => Ok(()),
    }
}

fn open_now(reader: &mut impl Read) -> Result<i64, Error> {
    let query =
        sql("SELECT COALESCE(CAST(SUM(n) AS BIGINT), 0) FROM complaint_tally WHERE owner = '*'");
    Ok(reader.one(&query, |row| row.int(0))?.unwrap_or(0))
}

/// Goes on with the recount that runs, some parts further; false: none runs.
pub fn carry_on(house: &House) -> Result<bool, Error> {
    further(&house.db, PART, PARTS_AT_ONCE, &|| house.now())
}

/// So many parts of that size further.
pub fn further(
    db: &Db,
    size: i64,
    parts: usize,
    now: &(dyn Fn() -> Instant + Sync),
) -> Result<bool, Error> {
    let Some(running) = db.read_now(running)? else {
        return Ok(false);
    };
    std::thread::scope(|scope| {
        let (hand, handed) = mpsc::sync_channel(1);
        scope.spawn(move || reads_ahead(db, &running, size, parts, &hand));
        for part in handed {
            let (part, by) = (part?, By::system(now()));
            if !db.write_now(move |tx| follows(tx, part, &by))? {
                break;
            }
        }
        Ok(true)
    })
}

/// Looks at one part after the other, until the last or until nobody takes them.
fn reads_ahead(
    db: &Db,
    running: &Running,
    size: i64,
    parts: usize,
    hand: &mpsc::SyncSender<Result<Part, Error>>,
) {
    stand_back();
    let (recount, mut after) = (running.recount, running.place);
    for _ in 0..parts {
        let part = db.read_now(|reader| prepared(reader, recount, after, size));
        let to = part.as_ref().ok().filter(|it| !it.is_last).map(|it| it.to);
        if hand.send(part).is_err() {
            return;
        }
        let Some(to) = to else { return };
        after = to;
    }
}

/// What a reader worked out for the next cases, and what it did that by.
struct Part {
    recount: i64,
    after: Option<Place>,
    to: Option<Place>,
    is_last: bool,
    /// The organisation's settings: hours and zone are theirs.
    settings: String,
    /// The version of each case, and its next date.
    known: HashMap<Id, (i64, Option<Instant>)>,
    differing: Differing,
}

fn prepared(
    reader: &mut impl Read,
    recount: i64,
    after: Option<Place>,
    size: i64,
) -> Result<Part, Error> {
    let rows = next(reader, after, size)?;
    let versions = rows.iter().map(|row| (row.id, (row.version, None)));
    let mut part = Part {
        recount,
        after,
        to: rows.last().map(Row::place),
        is_last: (rows.len() as i64) < size,
        settings: settings(reader)?,
        known: versions.collect(),
        differing: Differing::default(),
    };
    let ids: Vec<Id> = rows.iter().map(|row| row.id).collect();
    part.works_out(reader, &ids)?;
    Ok(part)
}

impl Part {
    fn works_out(&mut self, reader: &mut impl Read, ids: &[Id]) -> Result<(), Error> {
        let known = &mut self.known;
        let differing = Differing::of(reader, ids, |id, due_at| {
            known.entry(id).or_default().1 = due_at;
        })?;
        self.differing.extend(differing);
        Ok(())
    }

    /// What happened since a reader looked is worked out again, and what left is left out.
    fn caught_up(&mut self, tx: &mut Tx, rows: &[Row]) -> Result<(), Error> {
        let same = settings(tx)? == self.settings;
        let version = |row: &Row| self.known.get(&row.id).map(|(version, _)| *version);
        let stands = |row: &&Row| same && version(row) == Some(row.version);
        let (standing, moved): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(stands);
        if standing.len() < self.known.len() {
            let standing = standing.iter().map(|row| row.id).collect();
            self.differing.keep_only(&standing);
        }
        let moved: Vec<Id> = moved.into_iter().map(|row| row.id).collect();
        self.works_out(tx, &moved)
    }
}

/// Records that this part follows, and behind the last one what it came to. False
/// when the recount meanwhile stands elsewhere: then the part is nothing to it.
fn follows(tx: &mut Tx, part: Part, by: &By) -> Result<bool, Error> {
    let running = running(tx)?.filter(|it| it.recount == part.recount && it.place == part.after);
    let Some(mut running) = running else {
        return Ok(false);
    };
    let (recount, after, is_last) = (part.recount, part.after, part.is_last);
    if let Some(to) = part.to {
        let sums = counted(tx, part, to, &running.sums.digest, by.at)?;
        running.sums.add(&sums);
        let fact = RecountFollowed {
            recount,
            after,
            to,
            sums,
        };
        tx.record(Draft::of(Id::ORGANISATION, &fact), by)?;
    }
    if is_last {
        let sums = running.sums;
        let fact = RecountFinished { recount, sums };
        tx.record(Draft::of(Id::ORGANISATION, &fact), by)?;
    }
    Ok(true)
}

/// What this part comes to. What it changes is left where the projections find it.
fn counted(
    tx: &mut Tx,
    mut part: Part,
    to: Place,
    digest: &str,
    now: Instant,
) -> Result<Followed, Error> {
    let rows = rows(tx, part.after, to)?;
    part.caught_up(tx, &rows)?;
    let mut sums = Followed::default();
    let mut hash = Sha256::new();
    hash.update(digest);
    for row in rows {
        let due_at = part.known.get(&row.id).and_then(|(_, due_at)| *due_at);
        sums.looked += 1;
        if due_at != row.due_at {
            sums.moved += 1;
            let late = |at: Option<Instant>| at.is_some_and(|at| at < now);
            sums.overdue += i64::from(late(due_at) && !late(row.due_at));
            hash.update(moved_line(&row, due_at));
        }
    }
    sums.digest = hex(hash.finalize().as_slice());
    let (place, differing) = ((part.recount, to), part.differing);
    tx.memo.keep(Id::ORGANISATION, Waiting { place, differing });
    Ok(sums)
}

/// As the digest counts it: reference, the next date before and now, or a dash.
fn moved_line(row: &Row, due_at: Option<Instant>) -> String {
    let said = |at: Option<Instant>| at.map_or_else(|| "-".to_owned(), |at| at.to_string());
    format!("{} {} {}\n", row.reference, said(row.due_at), said(due_at))
}

impl Followed {
    fn add(&mut self, part: &Followed) {
        self.looked += part.looked;
        self.moved += part.moved;
        self.overdue += part.overdue;
        self.digest.clone_from(&part.digest);
    }
}
