//! Reading how single cases count.

use super::measured::{Measured, Promise};
use crate::inbox;
use redress_kernel::{
    Action, Actor, Id,
    person::{Reach, scope},
};
use redress_store::{Error, Read, Row, Sql, Tx, sql};
use std::collections::HashMap;

/// More cases about one person than this would be another kind of problem.
pub const HIDDEN_MAX: usize = 10_000;

const COLUMNS: &str = "f.complaint, f.unit, f.category, f.channel, f.language, f.counted, f.is_open, f.received_on, f.received_span,
    f.closed_on, f.closed_span, f.acknowledge_on, f.acknowledged_in_time, f.answer_on, f.answered_in_time, f.resolve_on,
    f.resolved_in_time, f.first_contact, f.assessed, f.wrong_priority, f.referred, f.repeated, f.improvement, f.reopened
    FROM figure_case f ";

fn select() -> Sql {
    sql("SELECT ").push(COLUMNS)
}

pub fn on_file(reader: &mut impl Read, complaint: Id) -> Result<Option<Measured>, Error> {
    let query = select().push("WHERE f.complaint = ").bind(complaint);
    reader.one(&query, measured)
}

/// So many cases are asked about in one statement.
const AT_ONCE: usize = 50;

pub fn on_file_of(
    reader: &mut impl Read,
    complaints: &[Id],
) -> Result<HashMap<Id, Measured>, Error> {
    let mut all = HashMap::with_capacity(complaints.len());
    for some in complaints.chunks(AT_ONCE) {
        let query = select()
            .push("WHERE f.complaint IN (")
            .bind_padded(some, AT_ONCE)
            .push(") ORDER BY f.complaint");
        let with_id = |row: &Row| measured(row).map(|it| (it.complaint, it));
        all.extend(reader.all(query, AT_ONCE, with_id)?);
    }
    Ok(all)
}

/// Other dates move what was promised, and nothing else that is counted.
pub fn keep_promises(tx: &mut Tx, some: &[&Measured]) -> Result<(), Error> {
    let rows = some.iter().map(|m| {
        [
            m.complaint.into(),
            m.acknowledgement.due_on.into(),
            m.acknowledgement.in_time.into(),
            m.answer.due_on.into(),
            m.answer.in_time.into(),
            m.resolution.due_on.into(),
            m.resolution.in_time.into(),
        ]
    });
    let query = sql(
        "UPDATE figure_case SET acknowledge_on = v.column2, acknowledged_in_time = v.column3, answer_on = v.column4,
                answered_in_time = v.column5, resolve_on = v.column6, resolved_in_time = v.column7 FROM ",
    );
    let types = [
        "TEXT", "BIGINT", "BIGINT", "BIGINT", "BIGINT", "BIGINT", "BIGINT",
    ];
    let query = query.rows(types, rows);
    tx.execute(&query.push(" AS v WHERE figure_case.complaint = v.column1"))
        .map(|_| ())
}

/// The cases of this viewer's units that do not exist for this viewer, because they
/// are complained about in them.
pub fn hidden(reader: &mut impl Read, viewer: &Actor) -> Result<Vec<Measured>, Error> {
    let query = select()
        .push("JOIN complaint_subject s ON s.complaint = f.complaint WHERE s.person = ")
        .bind(viewer.id);
    let query = in_units(query, viewer, "f.unit").push(" ORDER BY s.complaint");
    reader.all(query, HIDDEN_MAX, measured)
}

/// Whoever belongs to a unit is told the sums of it, of those below it and of what
/// belongs to none (`inbox::sight` says the same of rows). A consultant is told sums
/// and sees no case behind them.
pub fn in_units(query: Sql, viewer: &Actor, column: &'static str) -> Sql {
    match scope(viewer).reach {
        Reach::Nothing if viewer.may(Action::SeeFigures) => match viewer.unit {
            Some(unit) => inbox::of_units(query, unit, column),
            None => query,
        },
        _ => inbox::in_units(query, viewer, column),
    }
}

fn measured(row: &Row) -> Result<Measured, Error> {
    let promise = |day, kept| -> Result<Promise, Error> {
        Ok(Promise {
            due_on: row.int(day)?,
            in_time: row.bool(kept)?,
        })
    };
    Ok(Measured {
        complaint: row.id(0)?,
        unit: row.text(1)?.parse().ok(),
        category: row.text(2)?,
        channel: row.text(3)?,
        language: row.text(4)?,
        counted: row.bool(5)?,
        is_open: row.bool(6)?,
        received_on: row.int(7)?,
        received_span: row.int(8)?,
        closed_on: row.int(9)?,
        closed_span: row.int(10)?,
        acknowledgement: promise(11, 12)?,
        answer: promise(13, 14)?,
        resolution: promise(15, 16)?,
        first_contact: row.bool(17)?,
        assessed: row.bool(18)?,
        wrong_priority: row.bool(19)?,
        referred: row.bool(20)?,
        repeated: row.bool(21)?,
        improvement: row.bool(22)?,
        reopened: row.bool(23)?,
    })
}
