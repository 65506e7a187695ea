//! How many of each kind are overdue or fall due on the next days, for one viewer;
//! the cases behind each number; and what a person was told and is still owed.

use crate::identity::Eyes;
use crate::inbox::{Queue, SUBJECT, in_units, is_tallied, seen_by};
use jiff::{ToSpan, civil::Date};
use redress_kernel::{Actor, Instant, calendar::Calendar};
use redress_store::{Error, Read, Reader, Sql, sql};
use std::collections::BTreeMap;

/// Today and the six days after it.
pub const DAYS: usize = 7;
/// More kinds than this are in no house.
const KINDS_MAX: i64 = 200;
/// More cases about one person than this would be another kind of problem.
const HIDDEN_MAX: usize = 10_000;

/// A day with its first and its last instant; of today, what is left of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub day: Date,
    pub from: Instant,
    pub to: Instant,
}

impl Span {
    /// What is left of this day at that moment.
    pub fn of(day: Date, now: Instant, calendar: &Calendar) -> Span {
        let first = calendar.first_of(day).unwrap_or(now);
        Span {
            day,
            from: first.max(now),
            to: calendar.end_of(day),
        }
    }

    fn holds(&self, at: Instant) -> bool {
        self.from <= at && at <= self.to
    }
}

/// Today first.
pub fn days_ahead(now: Instant, calendar: &Calendar) -> Vec<Span> {
    let today = now.date_in(&calendar.zone);
    (0..DAYS as i64)
        .filter_map(|n| today.checked_add(n.days()).ok())
        .map(|day| Span::of(day, now, calendar))
        .collect()
}

/// One kind of obligation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    pub code: String,
    pub overdue: i64,
    /// Due on each of the days.
    pub due: Vec<i64>,
    /// Of those, where nothing was done yet that leads to it.
    pub not_begun: Vec<i64>,
}

impl Line {
    pub fn nothing(code: &str, days: usize) -> Line {
        Line {
            code: code.to_owned(),
            overdue: 0,
            due: vec![0; days],
            not_begun: vec![0; days],
        }
    }

    pub fn is_empty(&self) -> bool {
        self.overdue == 0 && self.due.iter().all(|n| *n == 0)
    }

    fn take(&mut self, at: Instant, begun: bool, now: Instant, days: &[Span]) {
        if at < now {
            self.overdue -= 1;
        }
        let columns = self.due.iter_mut().zip(&mut self.not_begun);
        for (span, (due, not_begun)) in days.iter().zip(columns) {
            if span.holds(at) {
                *due -= 1;
                *not_begun -= i64::from(!begun);
            }
        }
    }
}

/// Only kinds of which there is something, in the order of their code.
pub fn ahead(
    reader: &mut impl Read,
    viewer: &Actor,
    now: Instant,
    days: &[Span],
) -> Result<Vec<Line>, Error> {
    let Some(last) = days.last().filter(|_| is_tallied(viewer)) else {
        return Ok(Vec::new());
    };
    let query = sums(now, days)
        .push(" FROM obligation_tally WHERE due_at <= ")
        .bind(last.to);
    let query = in_units(query, viewer, "unit")
        .push(" GROUP BY code ORDER BY code LIMIT ")
        .bind(KINDS_MAX);
    let count = days.len();
    let lines = reader.rows(&query, |row| {
        let column = |at: usize| row.opt_int(at).map(Option::unwrap_or_default);
        let columns =
            |from: usize| -> Result<Vec<i64>, Error> { (from..from + count).map(column).collect() };
        Ok(Line {
            code: row.text(0)?,
            overdue: column(1)?,
            due: columns(2)?,
            not_begun: columns(2 + count)?,
        })
    })?;
    let mut lines: BTreeMap<String, Line> = lines
        .into_iter()
        .map(|line| (line.code.clone(), line))
        .collect();
    for (code, at, begun) in hidden(reader, viewer, last.to)? {
        if let Some(line) = lines.get_mut(&code) {
            line.take(at, begun, now, days);
        }
    }
    Ok(lines.into_values().filter(|it| !it.is_empty()).collect())
}

fn sums(now: Instant, days: &[Span]) -> Sql {
    let over = |q: Sql| q.push(" THEN n ELSE 0 END) AS BIGINT)");
    let query = sql("SELECT code, CAST(SUM(CASE WHEN due_at < ").bind(now);
    let on = |query: Sql, span: &Span| {
        query
            .push(", CAST(SUM(CASE WHEN due_at >= ")
            .bind(span.from)
            .push(" AND due_at <= ")
            .bind(span.to)
    };
    let query = days
        .iter()
        .fold(over(query), |query, span| over(on(query, span)));
    days.iter().fold(query, |query, span| {
        over(on(query, span).push(" AND begun = 0"))
    })
}

/// What the cases owe in which the viewer is complained about.
fn hidden(
    reader: &mut impl Read,
    viewer: &Actor,
    to: Instant,
) -> Result<Vec<(String, Instant, bool)>, Error> {
    let query = sql(
        "SELECT o.code, o.until_at, o.begun FROM complaint_subject s JOIN obligation o ON o.complaint = s.complaint
              WHERE o.counted = 1 AND s.person = ",
    )
    .bind(viewer.id)
    .push(" AND o.until_at <= ")
    .bind(to);
    let query =
        in_units(query, viewer, "o.of_unit").push(" ORDER BY s.complaint, o.code, o.number");
    reader.all(query, HIDDEN_MAX, |row| {
        Ok((row.text(0)?, row.instant(1)?, row.int(2)? == 1))
    })
}

/// Which of the obligations of one kind are asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Owing {
    pub what: super::What,
    /// Falls due on this day.
    pub on: Option<Date>,
    /// The same as instants, once a calendar said so.
    pub within: Option<(Instant, Instant)>,
    /// Some(false): nothing was done yet that leads to it.
    pub begun: Option<bool>,
}

impl Owing {
    pub fn resolved(mut self, now: Instant, calendar: &Calendar) -> Owing {
        let span = self.on.map(|day| Span::of(day, now, calendar));
        self.within = span.map(|span| (span.from, span.to));
        self
    }

    /// ` AND ..` on the table `obligation` under the name `o`. A queue by date asks for
    /// the date of this obligation, not for the case's next one.
    pub fn among(&self, query: Sql, queue: Option<Queue>, now: Instant, today: Instant) -> Sql {
        let query = query
            .push(" AND o.counted = 1 AND o.code = ")
            .bind(self.what.code().as_ref());
        let query = match queue {
            Some(Queue::Overdue) => query.push(" AND o.until_at < ").bind(now),
            Some(Queue::Today) => query
                .push(" AND o.until_at >= ")
                .bind(now)
                .push(" AND o.until_at <= ")
                .bind(today),
            _ => query,
        };
        query
            .when(self.within, |q, (from, to)| {
                q.push(" AND o.until_at >= ")
                    .bind(from)
                    .push(" AND o.until_at <= ")
                    .bind(to)
            })
            .when(self.begun, |q, begun| {
                q.push(" AND o.begun = ").bind(i64::from(begun))
            })
    }
}

/// A reminder of something that is still owed.
#[derive(Debug, Clone, PartialEq)]
pub struct ToldMe {
    pub reference: String,
    pub subject: String,
    pub language: String,
    pub code: String,
    pub rung: String,
    pub due: Instant,
    pub told_at: Instant,
}

/// So many stand on the page, what is due first; the menu counts no further.
pub const TOLD_MAX: i64 = 100;

pub fn told_me(reader: &mut impl Read, viewer: &Actor, now: Instant) -> Result<Vec<ToldMe>, Error> {
    let query = sql("SELECT complaint.reference, complaint.subject, complaint.language, r.code, r.rung, r.until_at, r.told_at, complaint.id,
              complaint.owner, complaint.is_open, complaint.sensitive
              FROM reminder r JOIN complaint ON complaint.id = r.complaint WHERE r.person = ")
        .bind(viewer.id);
    let query = seen_by(query, viewer, "complaint")
        .push(" ORDER BY r.until_at, r.complaint LIMIT ")
        .bind(TOLD_MAX);
    let eyes = Eyes::of(reader, viewer, now)?;
    reader.rows(&query, |row| {
        let id = row.id(7)?;
        let sight = eyes.on(id, row.opt_id(8)?, row.int(9)? == 1, row.int(10)? == 1);
        Ok(ToldMe {
            reference: row.text(0)?,
            // What a sensitive case is about is for those alone who need it.
            subject: match sight.texts {
                true => row.opened(1, SUBJECT, id)?,
                false => String::new(),
            },
            language: row.text(2)?,
            code: row.text(3)?,
            rung: row.text(4)?,
            due: row.instant(5)?,
            told_at: row.instant(6)?,
        })
    })
}

/// How much this person was told of and is still owed; counted up to a page of it.
pub fn told_count(reader: &mut Reader, viewer: &Actor) -> Result<i64, Error> {
    let query = sql("SELECT COUNT(*) FROM (SELECT r.complaint FROM reminder r JOIN complaint ON complaint.id = r.complaint WHERE r.person = ")
        .bind(viewer.id);
    let query = seen_by(query, viewer, "complaint")
        .push(" ORDER BY r.until_at, r.complaint LIMIT ")
        .bind(TOLD_MAX)
        .push(") AS mine");
    Ok(reader.one(&query, |row| row.int(0))?.unwrap_or(0))
}
