//! The rows of requests and holds, and which cases they are about.

use super::{
    cases::may_handle,
    erasure::CASES_MAX,
    facts::{
        ErasureApproved, ErasureAsked, ErasureCarriedOut, ErasureCleared, ErasureRefused,
        ErasureStopped, LegalHoldEnded, LegalHoldSet, RightsAnswered, RightsAsked, RightsClockSet,
        RightsExtended,
    },
    rights,
    taken_back::BASIS,
};
use redress_complaint::{
    inbox::Sight,
    record::{find, folded},
};
use redress_kernel::{Action, Actor, Entry, Fact, Id, Instant, Role, indicator::numbered};
use redress_store::{Error, Read, Row, Tx, sql};
use std::collections::{BTreeMap, BTreeSet};

/// Of one kind and state on one page.
pub const SHOWN_MAX: i64 = 50;
/// And so many of those that follow on imports that were taken back.
const OF_IMPORTS_SHOWN: i64 = 10;
/// Requests whose cases stand in one file of the log.
pub const FILE_MAX: i64 = 1000;
pub const ERASURE: &str = "erasure";
pub const HOLD: &str = "hold";

/// A request as a line of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub id: Id,
    pub kind: String,
    pub state: String,
    pub basis: String,
    pub n_cases: i64,
    pub asked_by: Id,
    pub asked_at: Instant,
    /// An instant of an erasure, a day as a number of everything else.
    pub due: Option<i64>,
    pub ended_at: Option<Instant>,
}

pub fn project(tx: &mut Tx, entry: &Entry) -> Result<(), Error> {
    let about = entry.about;
    match entry.kind.as_str() {
        ErasureAsked::KIND => {
            let fact = entry.read::<ErasureAsked>()?.fact;
            added(
                tx,
                entry,
                (ERASURE, "asked", &fact.basis),
                None,
                &fact.complaints,
            )
        }
        ErasureRefused::KIND => given_up(tx, entry, "refused"),
        ErasureStopped::KIND => given_up(tx, entry, "stopped"),
        ErasureApproved::KIND => {
            let due = entry.read::<ErasureApproved>()?.fact.due_at.micros();
            let query =
                sql("UPDATE data_request SET state = 'approved', due_at = $2 WHERE id = $1");
            tx.execute(&query.arg(about).arg(due)).map(|_| ())
        }
        ErasureCarriedOut::KIND => ended(tx, entry, "erased"),
        ErasureCleared::KIND if entry.read::<ErasureCleared>()?.fact.clear => {
            let query = sql("UPDATE data_request SET state = 'cleared' WHERE id = $1");
            tx.execute(&query.arg(about)).map(|_| ())
        }
        LegalHoldSet::KIND => {
            let fact = entry.read::<LegalHoldSet>()?.fact;
            let review = Some(numbered(fact.review_on));
            added(tx, entry, (HOLD, "set", ""), review, &fact.complaints)
        }
        LegalHoldEnded::KIND => ended(tx, entry, "ended"),
        RightsAsked::KIND => {
            let fact = entry.read::<RightsAsked>()?.fact;
            let due = Some(numbered(fact.due_on));
            added(tx, entry, (&fact.right, "open", ""), due, &fact.complaints)
        }
        RightsExtended::KIND => {
            let due = numbered(entry.read::<RightsExtended>()?.fact.due_on);
            let query = sql("UPDATE data_request SET due_at = $2 WHERE id = $1");
            tx.execute(&query.arg(about).arg(due)).map(|_| ())
        }
        RightsAnswered::KIND => ended(tx, entry, "answered"),
        RightsClockSet::KIND => clock_set(tx, entry.read::<RightsClockSet>()?.fact.days),
        _ => Ok(()),
    }
}

fn added(
    tx: &mut Tx,
    entry: &Entry,
    (kind, state, basis): (&str, &str, &str),
    due: Option<i64>,
    complaints: &[Id],
) -> Result<(), Error> {
    let query = sql(
        "INSERT INTO data_request (id, kind, state, basis, n_cases, asked_by, asked_at, due_at, ended_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL)",
    );
    let query = query.arg(entry.about).arg(kind).arg(state).arg(basis);
    let query = query.arg(complaints.len() as i64).arg(entry.actor);
    tx.execute(&query.arg(entry.recorded_at).arg(due))?;
    for complaint in complaints {
        let query = sql(
            "INSERT INTO data_request_case (complaint, request, kind, is_open) VALUES ($1, $2, $3, 1)
             ON CONFLICT (complaint, request) DO NOTHING",
        );
        tx.execute(&query.arg(*complaint).arg(entry.about).arg(kind))?;
    }
    Ok(())
}

/// Nothing came of it: it stands in no log of what was done.
fn given_up(tx: &mut Tx, entry: &Entry, state: &str) -> Result<(), Error> {
    ended(tx, entry, state)?;
    let query = sql("UPDATE data_request SET ended_at = NULL WHERE id = $1");
    tx.execute(&query.arg(entry.about)).map(|_| ())
}

fn ended(tx: &mut Tx, entry: &Entry, state: &str) -> Result<(), Error> {
    let query = sql("UPDATE data_request SET state = $2, ended_at = $3 WHERE id = $1");
    tx.execute(&query.arg(entry.about).arg(state).arg(entry.recorded_at))?;
    let query = sql("UPDATE data_request_case SET is_open = 0 WHERE request = $1");
    tx.execute(&query.arg(entry.about)).map(|_| ())
}

fn clock_set(tx: &mut Tx, days: u32) -> Result<(), Error> {
    let query = sql("INSERT INTO data_rights_clock (id, days) VALUES (1, $1)
         ON CONFLICT (id) DO UPDATE SET days = excluded.days");
    tx.execute(&query.arg(i64::from(days))).map(|_| ())
}

/// Within so many days a request is answered.
pub fn clock(reader: &mut impl Read) -> Result<u32, Error> {
    let query = sql("SELECT days FROM data_rights_clock WHERE id = 1");
    let days = reader.one(&query, |row| row.int(0))?;
    Ok(days
        .and_then(|days| u32::try_from(days).ok())
        .unwrap_or(rights::DAYS))
}

const LINE: &str = "SELECT id, kind, state, basis, n_cases, asked_by, asked_at, due_at, ended_at FROM data_request";

/// The newest first; what concerns a case that is hidden from this viewer is hidden with it.
pub fn listed(
    reader: &mut impl Read,
    viewer: &Actor,
    kinds: &[&str],
    state: &str,
) -> Result<Vec<Line>, Error> {
    let mut lines = Vec::new();
    for kind in kinds {
        // A large import that was taken back is many requests: they crowd out nobody's.
        for (of_imports, most) in [(false, SHOWN_MAX), (true, OF_IMPORTS_SHOWN)] {
            let query = sql(LINE)
                .push(" WHERE kind = ")
                .bind(*kind)
                .push(" AND state = ")
                .bind(state)
                .push(if of_imports {
                    " AND basis = "
                } else {
                    " AND basis <> "
                })
                .bind(BASIS)
                .push(" ORDER BY asked_at DESC, id DESC LIMIT ")
                .bind(most);
            lines.extend(reader.rows(&query, line)?);
        }
    }
    lines.sort_by_key(|line| std::cmp::Reverse((line.asked_at, line.id)));
    seen(reader, viewer, lines)
}

/// Erasures that were carried out, the newest first.
pub fn carried_out(reader: &mut impl Read, viewer: &Actor, limit: i64) -> Result<Vec<Line>, Error> {
    let query = sql(LINE)
        .push(" WHERE kind = 'erasure' AND ended_at > 0 ORDER BY ended_at DESC, id DESC LIMIT ")
        .bind(limit);
    let lines = reader.rows(&query, line)?;
    seen(reader, viewer, lines)
}

/// Erasures whose rows are gone while files may still hold them.
pub fn not_cleared(reader: &mut impl Read) -> Result<Vec<Id>, Error> {
    let query = sql(
        "SELECT id FROM data_request WHERE kind = 'erasure' AND state = 'erased' ORDER BY asked_at, id LIMIT 1000",
    );
    reader.rows(&query, |row| row.id(0))
}

fn line(row: &Row) -> Result<Line, Error> {
    Ok(Line {
        id: row.id(0)?,
        kind: row.text(1)?,
        state: row.text(2)?,
        basis: row.text(3)?,
        n_cases: row.int(4)?,
        asked_by: row.id(5)?,
        asked_at: row.instant(6)?,
        due: row.opt_int(7)?,
        ended_at: row.opt_instant(8)?,
    })
}

fn seen(reader: &mut impl Read, viewer: &Actor, lines: Vec<Line>) -> Result<Vec<Line>, Error> {
    let mut shown = Vec::with_capacity(lines.len());
    for line in lines {
        let cases = cases_of(reader, line.id)?;
        if !is_hidden(reader, viewer, &cases)? {
            shown.push(line);
        }
    }
    Ok(shown)
}

pub fn cases_of(reader: &mut impl Read, request: Id) -> Result<Vec<Id>, Error> {
    let query = sql(
        "SELECT complaint FROM data_request_case WHERE request = $1 ORDER BY complaint LIMIT 1000",
    );
    reader.rows(&query.arg(request), |row| row.id(0))
}

/// Is one of these cases hidden from this person? Whoever protects data sees a case
/// because somebody asked about it, and never one that they are complained about in.
/// What nobody confirmed is in no list, so it is asked about by itself.
pub fn is_hidden(reader: &mut impl Read, viewer: &Actor, cases: &[Id]) -> Result<bool, Error> {
    let sight = Sight::among(reader, viewer, &cases.iter().copied().collect())?;
    for id in cases.iter().filter(|id| !sight.is_listed(**id)) {
        let case = find(reader, *id)?;
        if case.is_some_and(|case| !may_handle(viewer, Action::SeeCase, &case)) {
            return Ok(true);
        }
    }
    if viewer.role != Role::Dpo {
        return Ok(cases.iter().any(|case| sight.hides(*case)));
    }
    for some in cases.chunks(100) {
        let query = sql("SELECT complaint FROM complaint_subject WHERE person = ")
            .bind(viewer.id)
            .push(" AND complaint IN (")
            .bind_all(some.iter().copied())
            .push(") ORDER BY complaint LIMIT 1");
        if reader.one(&query, |row| row.id(0))?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The open requests of this kind for each of these cases.
pub fn open_of(
    reader: &mut impl Read,
    kind: &str,
    cases: &[Id],
) -> Result<BTreeMap<Id, Id>, Error> {
    let mut found = BTreeMap::new();
    for some in cases.chunks(100) {
        let query = sql("SELECT complaint, request FROM data_request_case WHERE complaint IN (")
            .bind_all(some.iter().copied())
            .push(") AND kind = ")
            .bind(kind)
            .push(" AND is_open = 1 ORDER BY complaint, request LIMIT 10000");
        found.extend(reader.rows(&query, |row| Ok((row.id(0)?, row.id(1)?)))?);
    }
    Ok(found)
}

/// Every request and hold that was ever about one of these cases.
pub fn ever_about(reader: &mut impl Read, cases: &[Id]) -> Result<BTreeSet<Id>, Error> {
    let mut found = BTreeSet::new();
    for some in cases.chunks(100) {
        let query = sql("SELECT request FROM data_request_case WHERE complaint IN (")
            .bind_all(some.iter().copied())
            .push(") ORDER BY complaint, request LIMIT 10000");
        found.extend(reader.rows(&query, |row| row.id(0))?);
    }
    Ok(found)
}

/// The cases of a request in the disposal log: reference and category. Those that are in
/// no list, because their import was taken back or nobody confirmed them, are folded.
pub fn disposed(reader: &mut impl Read, request: Id) -> Result<Vec<(String, String)>, Error> {
    let query = sql(
        "SELECT d.complaint, c.reference, COALESCE(c.category, '') FROM data_request_case d
         LEFT JOIN complaint c ON c.id = d.complaint WHERE d.request = $1 ORDER BY d.complaint LIMIT 1000",
    );
    let rows = reader.rows(&query.arg(request), |row| {
        Ok((row.id(0)?, row.opt_text(1)?, row.text(2)?))
    })?;
    let unlisted = rows.iter().filter(|(_, reference, _)| reference.is_none());
    let unlisted: Vec<Id> = unlisted.map(|(id, _, _)| *id).collect();
    let mut known = BTreeMap::new();
    for some in unlisted.chunks(CASES_MAX) {
        let cases = folded(reader, some)?.into_iter();
        known.extend(cases.map(|case| (case.id, case)));
    }
    let told = |(id, reference, category): (Id, Option<String>, String)| {
        if let Some(reference) = reference {
            return Some((reference, category));
        }
        let case = known.get(&id)?;
        let category = case.first_category().unwrap_or_default().to_owned();
        Some((case.reference.clone(), category))
    };
    Ok(rows.into_iter().filter_map(told).collect())
}
