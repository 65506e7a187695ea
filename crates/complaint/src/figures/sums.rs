//! Where a case is counted: by view, dimension and span, among what is pending, and
//! by its age. What it counted before is taken off, what it counts now is put on.

use super::{
    counts::{Counts, FIRST_PROMISE},
    dimension::Dimension,
    measured::{Measured, NEVER_ON},
};
use redress_kernel::indicator::View;
use redress_store::{Sums, Tx, Value};

/// A place where a case is counted, and what it adds there. `of` is the view's name
/// in the sums and the due day among the pending.
#[derive(Debug, PartialEq)]
struct Cell<K> {
    of: K,
    dimension: &'static str,
    span: i64,
    value: String,
    unit: String,
    counts: Counts,
}

/// What so many cases change that go from one to the other, place by place; nothing
/// where nothing did.
fn changes<K: PartialEq + Copy>(
    before: Option<&Measured>,
    after: Option<&Measured>,
    n: i64,
    parts: impl Fn(&Measured) -> Vec<(K, i64, Counts)>,
) -> Vec<Cell<K>> {
    let mut cells: Vec<Cell<K>> = Vec::with_capacity(12);
    for (m, times) in [(after, n), (before, -n)] {
        let Some(m) = m else { continue };
        let unit = m.unit_text();
        for (of, span, counts) in parts(m) {
            for dimension in Dimension::KEPT {
                let value = dimension.value(m);
                let same = |cell: &&mut Cell<K>| {
                    cell.of == of
                        && cell.dimension == dimension.column()
                        && cell.span == span
                        && cell.value == value
                        && cell.unit == unit
                };
                if let Some(cell) = cells.iter_mut().find(same) {
                    cell.counts.add(&counts, times);
                    continue;
                }
                let mut changed = Counts::default();
                changed.add(&counts, times);
                cells.push(Cell {
                    of,
                    dimension: dimension.column(),
                    span,
                    value: value.to_owned(),
                    unit: unit.clone(),
                    counts: changed,
                });
            }
        }
    }
    cells.retain(|cell| !cell.counts.is_zero());
    cells
}

const PROMISES: &[&str] = &[
    "acknowledgement_due",
    "acknowledged_in_time",
    "answer_due",
    "answered_in_time",
    "resolution_due",
    "resolved_in_time",
];

static SETTLED: Sums = Sums {
    table: "figure_count",
    keys: &["view", "dimension", "span", "value", "unit"],
    counts: &[
        "counted",
        "is_open",
        "first_contact",
        "assessed",
        "wrong_priority",
        "referred",
        "repeated",
        "improvement",
        "reopened",
        "acknowledgement_due",
        "acknowledged_in_time",
        "answer_due",
        "answered_in_time",
        "resolution_due",
        "resolved_in_time",
    ],
    newest: None,
};

pub fn sums(tx: &mut Tx, before: Option<&Measured>, after: Option<&Measured>, n: i64) {
    if before
        .zip(after)
        .is_some_and(|(was, is)| settled_alike(was, is))
    {
        return;
    }
    let views = |m: &Measured| -> Vec<(&'static str, i64, Counts)> {
        View::ALL
            .into_iter()
            .map(|view| (view.name(), m.span(view), m.settled(view)))
            .filter(|(_, span, _)| *span != NEVER_ON)
            .collect()
    };
    for cell in changes(before, after, n, views) {
        let mut key = vec![cell.of.into()];
        key.extend(cell.place());
        tx.add(&SETTLED, key, cell.counts.0.to_vec());
    }
}

/// Another agreed day alone moves no settled sum: it is what a recount mostly does.
fn settled_alike(was: &Measured, is: &Measured) -> bool {
    let place = |m: &Measured| (m.unit, m.received_span, m.closed_span);
    let same = |by: Dimension| by.value(was) == by.value(is);
    place(was) == place(is)
        && Dimension::KEPT.into_iter().all(same)
        && View::ALL
            .into_iter()
            .all(|view| was.settled(view) == is.settled(view))
}

static PENDING: Sums = Sums {
    table: "figure_pending",
    keys: &["due_on", "dimension", "span", "value", "unit"],
    counts: PROMISES,
    newest: None,
};

pub fn pending(tx: &mut Tx, before: Option<&Measured>, after: Option<&Measured>, n: i64) {
    let days = |m: &Measured| -> Vec<(i64, i64, Counts)> {
        let pending = m.pending().into_iter();
        pending
            .map(|(due_on, part)| (due_on, m.received_span, part))
            .collect()
    };
    for cell in changes(before, after, n, days) {
        let mut key = vec![cell.of.into()];
        key.extend(cell.place());
        let promises = cell.counts.0.into_iter().skip(FIRST_PROMISE);
        tx.add(&PENDING, key, promises.collect());
    }
}

impl<K> Cell<K> {
    fn place(&self) -> [Value; 4] {
        [
            self.dimension.into(),
            self.span.into(),
            self.value.as_str().into(),
            self.unit.as_str().into(),
        ]
    }
}

static AGES: Sums = Sums {
    table: "figure_age",
    keys: &["received_on", "unit"],
    counts: &["n"],
    newest: None,
};

pub fn ages(tx: &mut Tx, before: Option<&Measured>, after: Option<&Measured>, n: i64) {
    let place = |m: &Measured| m.is_open.then(|| (m.received_on, m.unit_text()));
    let (was, is) = (before.and_then(place), after.and_then(place));
    if was == is {
        return;
    }
    for (place, n) in [(was, -n), (is, n)] {
        let Some((day, unit)) = place else { continue };
        tx.add(&AGES, vec![day.into(), unit.into()], vec![n]);
    }
}
