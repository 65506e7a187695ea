//! What the manager's page is made of, read at one moment: some twenty small sums,
//! the same number of statements whatever the number of complaints.

use crate::{
    at::Colleague,
    figures::{
        AGES, Asking, Counter, Counts, Dimension, Measured, drawn,
        queries::{months_less, open_less, split_less},
        records::{hidden, in_units},
    },
    house::{colleagues, units},
    inbox::{self, Load, Queue, workload},
    unconfirmed,
};
use redress_kernel::{
    Id,
    indicator::{Figure, Indicator, Part, Period, Set, View, numbered},
};
use redress_store::{Error, Read, sql};
use std::collections::BTreeMap;

/// Months in the charts.
const MONTHS: usize = 12;

pub struct Board {
    pub period: Period,
    pub received: Counts,
    pub closed: Counts,
    was_received: Counts,
    was_closed: Counts,
    /// The last twelve months up to the end of the period, by receipt and by closing.
    pub months: Vec<(Period, Counts, Counts)>,
    /// By receipt in the period.
    pub splits: Vec<(Dimension, BTreeMap<String, Counts>)>,
    /// Open now.
    pub open: Vec<(Dimension, BTreeMap<String, Counts>)>,
    /// Open now, in the order of `AGES`.
    pub ages: Vec<i64>,
    pub work: Vec<Load>,
    pub queues: inbox::Counts,
    /// In no figure: nobody has confirmed that they are complaints.
    pub unconfirmed: i64,
    pub colleagues: Vec<Colleague>,
    pub units: Vec<(Id, String)>,
}

impl Board {
    pub fn read(reader: &mut impl Read, period: Period, asking: &Asking) -> Result<Board, Error> {
        let hidden = hidden(reader, asking.viewer)?;
        let months = months(reader, period, asking, &hidden)?;
        let sum = |of: Period, view: View| {
            let mut all = Counts::default();
            let inside = months
                .iter()
                .filter(|(month, _, _)| of.contains(month.first()));
            inside.for_each(|(_, received, closed)| {
                let part = if view == View::Received {
                    received
                } else {
                    closed
                };
                all.add(part, 1);
            });
            all
        };
        let (mut splits, mut open) = (Vec::new(), Vec::new());
        for by in Dimension::ASKED {
            let counts = split_less(reader, View::Received, by, period, asking, &hidden)?;
            splits.push((by, counts));
            open.push((by, open_less(reader, by, asking, &hidden)?));
        }
        let before = period.before();
        Ok(Board {
            period,
            received: sum(period, View::Received),
            closed: sum(period, View::Closed),
            was_received: sum(before, View::Received),
            was_closed: sum(before, View::Closed),
            splits,
            open,
            ages: ages(reader, asking, &hidden)?,
            work: workload(reader, asking.viewer, asking.now)?,
            queues: inbox::counts(reader, asking.viewer, asking.now, asking.end_of_today)?,
            unconfirmed: unconfirmed::count(reader, asking.viewer, unconfirmed::WAITING)?,
            colleagues: colleagues(reader)?,
            units: units(reader)?
                .into_iter()
                .map(|unit| (unit.id, unit.name))
                .collect(),
            months: months.into_iter().rev().take(MONTHS).rev().collect(),
        })
    }

    pub fn figure(&self, indicator: &'static Indicator, view: View) -> Figure {
        let counts = match view {
            View::Received => &self.received,
            View::Closed => &self.closed,
        };
        let figure = drawn(indicator, view, self.period, counts);
        let queue = match indicator.counted {
            Set::Open => Queue::All,
            Set::Overdue => Queue::Overdue,
            _ => return figure,
        };
        Figure {
            counted: self.queues.of(queue),
            ..figure
        }
    }

    /// The same figure in the period before.
    pub fn before(&self, indicator: &'static Indicator, view: View) -> Figure {
        let counts = match view {
            View::Received => &self.was_received,
            View::Closed => &self.was_closed,
        };
        drawn(indicator, view, self.period.before(), counts)
    }

    pub fn open_in(&self, by: Dimension, value: &str) -> i64 {
        let counts = self.open.iter().find(|(its, _)| *its == by);
        counts
            .and_then(|(_, counts)| counts.get(value))
            .map_or(0, |counts| counts.get(Counter::Open))
    }
}

/// Twelve months, and as many before them as the period before reaches.
fn months(
    reader: &mut impl Read,
    period: Period,
    asking: &Asking,
    hidden: &[Measured],
) -> Result<Vec<(Period, Counts, Counts)>, Error> {
    let count = match period.part {
        Part::Year => MONTHS * 2,
        _ => MONTHS,
    };
    let all = period.months_up_to(count);
    let received = months_less(reader, View::Received, &all, asking, hidden)?;
    let closed = months_less(reader, View::Closed, &all, asking, hidden)?;
    let both = received.into_iter().zip(closed);
    Ok(all
        .into_iter()
        .zip(both)
        .map(|(month, (received, closed))| (month, received, closed))
        .collect())
}

/// How many open cases are of each age.
fn ages(reader: &mut impl Read, asking: &Asking, hidden: &[Measured]) -> Result<Vec<i64>, Error> {
    let mut query = sql("SELECT ");
    for (place, age) in AGES.iter().enumerate() {
        let (first, last) = age.days(asking.today);
        query = query
            .push(if place == 0 {
                "CAST(SUM(CASE WHEN received_on >= "
            } else {
                ", CAST(SUM(CASE WHEN received_on >= "
            })
            .bind(numbered(first))
            .push(" AND received_on <= ")
            .bind(numbered(last))
            .push(" THEN n ELSE 0 END) AS BIGINT)");
    }
    let query = in_units(
        query.push(" FROM figure_age WHERE n > 0"),
        asking.viewer,
        "unit",
    );
    let found = reader.one(&query, |row| {
        (0..AGES.len())
            .map(|place| Ok(row.opt_int(place)?.unwrap_or(0)))
            .collect::<Result<Vec<i64>, Error>>()
    })?;
    let mut ages = found.unwrap_or_else(|| vec![0; AGES.len()]);
    for m in hidden.iter().filter(|m| m.is_open) {
        for (age, n) in AGES.iter().zip(&mut ages) {
            let (first, last) = age.days(asking.today);
            let inside = (numbered(first)..=numbered(last)).contains(&m.received_on);
            *n -= i64::from(inside);
        }
    }
    Ok(ages)
}
