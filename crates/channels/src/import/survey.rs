//! The first look through a whole file, nothing recorded: how many rows, samples
//! of each column, what its dates say about their order, and whether columns of
//! the same name agree.

use super::{
    dates::{Order, Told, Votes, day},
    table::{Column, Row, Table, Unreadable},
};
use serde::{Deserialize, Serialize};
use std::io::Read;

const SAMPLES: usize = 3;
const SAMPLE_MAX: usize = 80;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Seen {
    pub column: Column,
    /// A few different values from the top of the file, cut short.
    pub samples: Vec<String>,
    pub filled: u64,
    pub dates: Votes,
}

/// Two columns of one name.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Twins {
    pub first: usize,
    pub other: usize,
    /// Rows in which they differ as text.
    text: u64,
    /// Rows in which they differ, read as dates in these two orders.
    as_dates: [[u64; 3]; 3],
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Survey {
    pub rows: u64,
    pub columns: Vec<Seen>,
    pub twins: Vec<Twins>,
}

pub fn survey<R: Read>(source: R) -> Result<Survey, Unreadable> {
    let mut table = Table::<R>::open(source)?;
    let mut survey = Survey::of(&table.columns);
    while let Some((_, row)) = table.next_row() {
        survey.rows += 1;
        let Row::Fields(fields) = row else { continue };
        for (seen, value) in survey.columns.iter_mut().zip(fields) {
            seen.see(value);
        }
        for twins in &mut survey.twins {
            let value = |at| fields.get(at).unwrap_or_default().trim();
            twins.compare(value(twins.first), value(twins.other));
        }
    }
    Ok(survey)
}

impl Survey {
    fn of(columns: &[Column]) -> Survey {
        let seen = columns.iter().map(|column| Seen {
            column: column.clone(),
            samples: Vec::new(),
            filled: 0,
            dates: Votes::default(),
        });
        let twins = columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.nth > 1);
        let twins = twins.filter_map(|(other, column)| {
            let first = columns.iter().position(|its| its.name == column.name)?;
            Some(Twins {
                first,
                other,
                text: 0,
                as_dates: [[0; 3]; 3],
            })
        });
        Survey {
            rows: 0,
            twins: twins.collect(),
            columns: seen.collect(),
        }
    }

    pub fn columns(&self) -> Vec<Column> {
        self.columns
            .iter()
            .map(|seen| seen.column.clone())
            .collect()
    }

    /// The order of dates in this column: by its values, or as chosen where they do
    /// not tell.
    pub fn order(&self, at: usize, chosen: Option<Order>) -> Result<Order, Told> {
        let told = self
            .columns
            .get(at)
            .map_or(Told::By(Order::Ymd), |seen| seen.dates.tell());
        match (told, chosen) {
            // A choice is meant; where the year stands first it changes nothing.
            (_, Some(order)) => Ok(order),
            (Told::By(order), None) => Ok(order),
            (unclear, None) => Err(unclear),
        }
    }

    /// In how many rows columns of this one's name say something else.
    pub fn disagreement(&self, at: usize, chosen: Option<Order>) -> u64 {
        let its = self
            .twins
            .iter()
            .filter(|twins| twins.first == at || twins.other == at);
        its.map(|twins| self.differ(twins, chosen))
            .max()
            .unwrap_or(0)
    }

    fn differ(&self, twins: &Twins, chosen: Option<Order>) -> u64 {
        let votes = |at: usize| self.columns.get(at).map(|seen| &seen.dates);
        let dates =
            [twins.first, twins.other].map(|at| votes(at).is_some_and(Votes::looks_like_dates));
        let order = |at| self.order(at, chosen).ok();
        match (dates, order(twins.first), order(twins.other)) {
            ([true, true], Some(a), Some(b)) => twins
                .as_dates
                .get(a as usize)
                .and_then(|line| line.get(b as usize))
                .copied()
                .unwrap_or(twins.text),
            _ => twins.text,
        }
    }
}

impl Seen {
    fn see(&mut self, value: &str) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        self.filled += 1;
        self.dates.count(value);
        if self.samples.len() < SAMPLES {
            let sample: String = value.split_whitespace().collect::<Vec<_>>().join(" ");
            let sample: String = sample.chars().take(SAMPLE_MAX).collect();
            if !self.samples.contains(&sample) {
                self.samples.push(sample);
            }
        }
    }
}

impl Twins {
    fn compare(&mut self, first: &str, other: &str) {
        if first == other {
            return;
        }
        self.text += 1;
        let days = |text: &str| Order::ALL.map(|order| day(text, order));
        let (mine, its) = (days(first), days(other));
        for (line, a) in self.as_dates.iter_mut().zip(mine) {
            for (n, b) in line.iter_mut().zip(its) {
                *n += u64::from(a.is_none() || b.is_none() || a != b);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn twins_are_compared_as_dates_not_as_text() {
        let text =
            "Date,x,Date\n07/13/2016,a,7/13/2016\n03/01/2014,b,01/03/2014\n02/14/2016,,2/14/2016\n";
        let survey = survey(text.as_bytes()).unwrap();
        assert_eq!(survey.rows, 3);
        assert_eq!(survey.disagreement(0, None), 1);
        assert_eq!(survey.disagreement(2, None), 1);
        assert_eq!(survey.disagreement(1, None), 0);
        assert_eq!(survey.columns[1].samples, ["a", "b"]);
    }

    #[test]
    fn an_order_that_nobody_can_tell_is_asked_for() {
        let survey = survey("Date,x\n1/2/2020,a\n3/4/2020,b\n".as_bytes()).unwrap();
        assert_eq!(survey.order(0, None), Err(Told::Ambiguous));
        assert_eq!(survey.order(0, Some(Order::Dmy)), Ok(Order::Dmy));
    }
}
