//! Figures for one viewer: the sums over the viewer's units, less the few cases that
//! are hidden from this viewer, so that a figure and the list behind it agree.

use super::{
    counts::{Counter, Counts, FIRST_PROMISE, WIDTH},
    dimension::Dimension,
    measured::Measured,
    records::{hidden, in_units},
};
use crate::inbox::{self, Queue};
use jiff::civil::Date;
use redress_kernel::{
    Actor, Instant, Organisation,
    indicator::{Figure, Indicator, Period, Set, View, numbered},
};
use redress_store::{Error, Read, Row, Sql, sql};
use std::collections::BTreeMap;

/// Rows of one split: more values than this are no split any more.
const VALUES_MAX: i64 = 5000;

const SUMS: &str = "CAST(SUM(counted) AS BIGINT), CAST(SUM(is_open) AS BIGINT), CAST(SUM(first_contact) AS BIGINT),
    CAST(SUM(assessed) AS BIGINT), CAST(SUM(wrong_priority) AS BIGINT), CAST(SUM(referred) AS BIGINT),
    CAST(SUM(repeated) AS BIGINT), CAST(SUM(improvement) AS BIGINT), CAST(SUM(reopened) AS BIGINT), ";
const PROMISES: &str = "CAST(SUM(acknowledgement_due) AS BIGINT), CAST(SUM(acknowledged_in_time) AS BIGINT),
    CAST(SUM(answer_due) AS BIGINT), CAST(SUM(answered_in_time) AS BIGINT), CAST(SUM(resolution_due) AS BIGINT),
    CAST(SUM(resolved_in_time) AS BIGINT)";

/// Who asks, and when: what is not due yet counts neither way.
#[derive(Clone, Copy)]
pub struct Asking<'a> {
    pub viewer: &'a Actor,
    pub now: Instant,
    pub end_of_today: Instant,
    /// The organisation's local day.
    pub today: Date,
}

impl<'a> Asking<'a> {
    pub fn new(viewer: &'a Actor, now: Instant, organisation: &Organisation) -> Asking<'a> {
        let calendar = organisation.calendar();
        let today = now.date_in(&calendar.zone);
        Asking {
            viewer,
            now,
            end_of_today: calendar.end_of(today),
            today,
        }
    }
}

/// One figure by receipt, the view that leaving cases open cannot improve.
pub fn figure(
    reader: &mut impl Read,
    indicator: &'static Indicator,
    period: Period,
    asking: &Asking,
) -> Result<Figure, Error> {
    figure_in(reader, indicator, View::Received, period, asking)
}

pub fn figure_in(
    reader: &mut impl Read,
    indicator: &'static Indicator,
    view: View,
    period: Period,
    asking: &Asking,
) -> Result<Figure, Error> {
    let counts = match indicator.counted {
        Set::Overdue => return overdue(reader, indicator, period, asking),
        Set::Open => open(reader, Dimension::All, asking)?,
        _ => split(reader, view, Dimension::All, period, asking)?,
    };
    let counts = counts.values().next().copied().unwrap_or_default();
    Ok(drawn(indicator, view, period, &counts))
}

/// The figure for each value that occurs.
pub fn by(
    reader: &mut impl Read,
    indicator: &'static Indicator,
    view: View,
    by: Dimension,
    period: Period,
    asking: &Asking,
) -> Result<Vec<(String, Figure)>, Error> {
    let counts = if indicator.counted == Set::Open {
        open(reader, by, asking)?
    } else {
        split(reader, view, by, period, asking)?
    };
    let drawn = |(value, counts)| (value, drawn(indicator, view, period, &counts));
    Ok(counts.into_iter().map(drawn).collect())
}

/// What the counts say of this indicator.
pub fn drawn(indicator: &'static Indicator, view: View, period: Period, counts: &Counts) -> Figure {
    Figure {
        indicator,
        view,
        period,
        counted: counts.of(indicator.counted),
        of: indicator.of.map(|of| counts.of(of)),
    }
}

/// The queue of the desk says what is overdue: the figure is its number.
fn overdue(
    reader: &mut impl Read,
    indicator: &'static Indicator,
    period: Period,
    asking: &Asking,
) -> Result<Figure, Error> {
    let counts = inbox::counts(reader, asking.viewer, asking.now, asking.end_of_today)?;
    let counted = counts.of(Queue::Overdue);
    let nothing = drawn(indicator, View::Received, period, &Counts::default());
    Ok(Figure { counted, ..nothing })
}

/// All counts of a period, split; not split, there is one value, the empty one.
pub fn split(
    reader: &mut impl Read,
    view: View,
    by: Dimension,
    period: Period,
    asking: &Asking,
) -> Result<BTreeMap<String, Counts>, Error> {
    let hidden = hidden(reader, asking.viewer)?;
    split_less(reader, view, by, period, asking, &hidden)
}

/// For a page that asks several times: the hidden cases are read once.
pub(super) fn split_less(
    reader: &mut impl Read,
    view: View,
    by: Dimension,
    period: Period,
    asking: &Asking,
    hidden: &[Measured],
) -> Result<BTreeMap<String, Counts>, Error> {
    let column = if by == Dimension::Unit {
        "unit"
    } else {
        "value"
    };
    let spans = (numbered(period.first()), numbered(period.last()));
    let mut counts = grouped(reader, column, text, view, by, spans, asking)?;
    for m in hidden {
        if (spans.0..=spans.1).contains(&m.span(view)) {
            let less = m.counts(view, numbered(asking.today));
            counts.entry(by.split(m)).or_default().add(&less, -1);
        }
    }
    counts.retain(|_, counts| !counts.is_zero());
    Ok(counts)
}

/// The counts of each of these months, which follow one another.
pub fn months(
    reader: &mut impl Read,
    view: View,
    months: &[Period],
    asking: &Asking,
) -> Result<Vec<Counts>, Error> {
    let hidden = hidden(reader, asking.viewer)?;
    months_less(reader, view, months, asking, &hidden)
}

pub(super) fn months_less(
    reader: &mut impl Read,
    view: View,
    months: &[Period],
    asking: &Asking,
    hidden: &[Measured],
) -> Result<Vec<Counts>, Error> {
    let (Some(first), Some(last)) = (months.first(), months.last()) else {
        return Ok(Vec::new());
    };
    let spans = (numbered(first.first()), numbered(last.last()));
    let mut counts = grouped(reader, "span", number, view, Dimension::All, spans, asking)?;
    for m in hidden {
        if let Some(counts) = counts.get_mut(&m.span(view)) {
            counts.add(&m.counts(view, numbered(asking.today)), -1);
        }
    }
    let sum = |month: &Period| {
        let (first, last) = (numbered(month.first()), numbered(month.last()));
        let mut all = Counts::default();
        counts
            .range(first..=last)
            .for_each(|(_, part)| all.add(part, 1));
        all
    };
    Ok(months.iter().map(sum).collect())
}

/// How many are open now, split.
pub fn open(
    reader: &mut impl Read,
    by: Dimension,
    asking: &Asking,
) -> Result<BTreeMap<String, Counts>, Error> {
    let hidden = hidden(reader, asking.viewer)?;
    open_less(reader, by, asking, &hidden)
}

pub(super) fn open_less(
    reader: &mut impl Read,
    by: Dimension,
    asking: &Asking,
    hidden: &[Measured],
) -> Result<BTreeMap<String, Counts>, Error> {
    let column = if by == Dimension::Unit {
        "unit"
    } else {
        "value"
    };
    let query = sql("SELECT ")
        .push(column)
        .push(", CAST(SUM(is_open) AS BIGINT) FROM figure_count WHERE is_open > 0 AND dimension = ")
        .bind(by.column());
    let query = in_units(query, asking.viewer, "unit");
    let query = query
        .push(" GROUP BY ")
        .push(column)
        .push(" ORDER BY 1 LIMIT ")
        .bind(VALUES_MAX);
    let rows = reader.rows(&query, |row| {
        let mut counts = Counts::default();
        counts.put(Counter::Open, row.int(1)?);
        Ok((row.text(0)?, counts))
    })?;
    let mut counts: BTreeMap<String, Counts> = rows.into_iter().collect();
    for m in hidden.iter().filter(|m| m.is_open) {
        let mut one = Counts::default();
        one.set(Counter::Open, true);
        counts.entry(by.split(m)).or_default().add(&one, -1);
    }
    counts.retain(|_, counts| !counts.is_zero());
    Ok(counts)
}

fn text(row: &Row) -> Result<String, Error> {
    row.text(0)
}

fn number(row: &Row) -> Result<i64, Error> {
    row.int(0)
}

/// Sums by one column, less what is not due yet; hidden cases are still in it.
fn grouped<K: Ord>(
    reader: &mut impl Read,
    column: &'static str,
    key: fn(&Row) -> Result<K, Error>,
    view: View,
    by: Dimension,
    spans: (i64, i64),
    asking: &Asking,
) -> Result<BTreeMap<K, Counts>, Error> {
    let query = sql("SELECT ")
        .push(column)
        .push(", ")
        .push(SUMS)
        .push(PROMISES)
        .push(" FROM figure_count WHERE view = ")
        .bind(view.name())
        .push(" AND dimension = ")
        .bind(by.column());
    let query = finished(query, column, spans, asking);
    let rows = reader.rows(&query, |row| Ok((key(row)?, counts(row, 0)?)))?;
    let mut found: BTreeMap<K, Counts> = rows.into_iter().collect();
    if view == View::Received {
        let query = sql("SELECT ")
            .push(column)
            .push(", ")
            .push(PROMISES)
            .push(" FROM figure_pending WHERE dimension = ")
            .bind(by.column())
            .push(" AND due_on >= ")
            .bind(numbered(asking.today));
        let query = finished(query, column, spans, asking);
        for (key, part) in
            reader.rows(&query, |row| Ok((key(row)?, counts(row, FIRST_PROMISE)?)))?
        {
            if let Some(counts) = found.get_mut(&key) {
                counts.add(&part, -1);
            }
        }
    }
    Ok(found)
}

fn finished(query: Sql, column: &'static str, spans: (i64, i64), asking: &Asking) -> Sql {
    let query = query
        .push(" AND span >= ")
        .bind(spans.0)
        .push(" AND span <= ")
        .bind(spans.1);
    in_units(query, asking.viewer, "unit")
        .push(" GROUP BY ")
        .push(column)
        .push(" ORDER BY 1 LIMIT ")
        .bind(VALUES_MAX)
}

/// The counters from this one on, as they stand in a row behind its first column.
fn counts(row: &Row, from: usize) -> Result<Counts, Error> {
    let mut counts = Counts::default();
    for (place, slot) in counts.0.iter_mut().enumerate().take(WIDTH).skip(from) {
        *slot = row.int(place - from + 1)?;
    }
    Ok(counts)
}
