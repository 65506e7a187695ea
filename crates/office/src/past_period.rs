//! Closed cases by the periods that hold: those past theirs, the next one, and what
//! other periods would do.

use jiff::{ToSpan, civil::Date};
use redress_complaint::inbox::seen_by;
use redress_kernel::{
    Actor, Id, Instant,
    calendar::Calendar,
    retention::{Basis, Retention},
};
use redress_store::{Error, Read, Row, Sql, sql};

/// Beyond this a count is told as more than so many.
pub const COUNT_MAX: usize = 1_000;
/// So many are shown, those that ran out first.
pub const SHOWN_MAX: usize = 50;
/// An effect is told for so many years from today, each by itself.
pub const YEARS: usize = 5;

/// Where a closed case stands: in the list of all, or, never confirmed and put aside,
/// in that of the unconfirmed ones.
const TABLES: [&str; 2] = [
    "complaint",
    "(SELECT complaint AS id, reference, unit FROM unconfirmed)",
];

/// With which periods, in which office, on which of its days, for whom.
pub struct Asking<'a> {
    pub periods: &'a Retention,
    pub calendar: &'a Calendar,
    pub today: Date,
    /// Whoever may see cases is told of those that they may see; administration, which
    /// sees none, is told numbers of all.
    pub viewer: Option<&'a Actor>,
}

impl Asking<'_> {
    /// The last instant of closing whose period is over on this day.
    fn end(&self, day: Date, basis: Basis) -> Instant {
        self.calendar.end_of(self.periods.run_out(day, basis))
    }

    fn kept(&self, row: &Row, basis: Basis) -> Result<Kept, Error> {
        let closed_on = row.instant(1)?.date_in(&self.calendar.zone);
        Ok(Kept {
            id: row.id(2)?,
            reference: row.text(0)?,
            closed_on,
            until: self.periods.keep_until(closed_on, basis),
        })
    }

    /// The closed cases of this period which this person may know of, out of this table.
    fn of(&self, basis: Basis, table: &'static str) -> Sql {
        let query =
            sql("SELECT complaint.reference, k.closed_at, k.complaint FROM kept_complaint k JOIN ")
                .push(table)
                .push(" complaint ON complaint.id = k.complaint WHERE ");
        let query = among(query, self.periods, basis);
        query.when(self.viewer, |query, viewer| {
            seen_by(query, viewer, "complaint")
        })
    }
}

fn places<'a>(asking: &Asking<'a>) -> impl Iterator<Item = (Basis<'a>, &'static str)> {
    let bases = asking.periods.bases().into_iter();
    bases.flat_map(|basis| TABLES.map(|table| (basis, table)))
}

/// The cases for which this period holds.
fn among(query: Sql, periods: &Retention, basis: Basis) -> Sql {
    match basis {
        Basis::Other => query.push("k.is_complaint = 0"),
        Basis::Category(code) => query
            .push("k.is_complaint = 1 AND k.category = ")
            .bind(code),
        Basis::Complaint if periods.category_months.is_empty() => query.push("k.is_complaint = 1"),
        Basis::Complaint => query
            .push("k.is_complaint = 1 AND k.category NOT IN (")
            .bind_all(periods.category_months.keys().map(String::as_str))
            .push(")"),
    }
}

/// A closed case with its last day.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    pub id: Id,
    pub reference: String,
    pub closed_on: Date,
    pub until: Date,
}

/// Cases past their period.
#[derive(Debug, Default, PartialEq)]
pub struct Due {
    pub n: usize,
    pub more: bool,
    pub first: Vec<Kept>,
}

pub fn due(reader: &mut impl Read, asking: &Asking) -> Result<Due, Error> {
    let mut all = Vec::new();
    for (basis, table) in places(asking) {
        let query = asking
            .of(basis, table)
            .push(" AND k.closed_at <= ")
            .bind(asking.end(asking.today, basis))
            .push(" ORDER BY k.closed_at, k.complaint LIMIT ")
            .bind(COUNT_MAX as i64 + 1);
        all.extend(reader.rows(&query, |row| asking.kept(row, basis))?);
    }
    all.sort_by(|a, b| (a.until, &a.reference).cmp(&(b.until, &b.reference)));
    Ok(Due {
        n: all.len().min(COUNT_MAX),
        more: all.len() > COUNT_MAX,
        first: all.into_iter().take(SHOWN_MAX).collect(),
    })
}

/// The day with which the next period ends, while none has run out.
pub fn next(reader: &mut impl Read, asking: &Asking) -> Result<Option<Date>, Error> {
    let mut next: Option<Date> = None;
    for (basis, table) in places(asking) {
        let query = asking
            .of(basis, table)
            .push(" AND k.closed_at > ")
            .bind(asking.end(asking.today, basis))
            .push(" ORDER BY k.closed_at, k.complaint LIMIT 1");
        let found = reader.one(&query, |row| asking.kept(row, basis))?;
        next = found.map(|kept| kept.until).into_iter().chain(next).min();
    }
    Ok(next)
}

/// How many closed cases run out when.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spread {
    pub now: i64,
    /// In each of the coming years, counted from today.
    pub years: [i64; YEARS],
    pub later: i64,
}

impl Spread {
    pub fn closed(&self) -> i64 {
        self.now + self.years.iter().sum::<i64>() + self.later
    }

    /// From the counts up to each boundary and that of all.
    fn add(&mut self, up_to: &[i64], all: i64) {
        let mut before = 0;
        let places = std::iter::once(&mut self.now).chain(&mut self.years);
        for (place, n) in places.zip(up_to) {
            *place += n - before;
            before = *n;
        }
        self.later += all - before;
    }
}

/// The last day of each of the coming years.
pub fn coming(today: Date) -> [Date; YEARS] {
    std::array::from_fn(|years| {
        let years = i64::try_from(years + 1).unwrap_or_default();
        today.checked_add(years.years()).unwrap_or(Date::MAX)
    })
}

/// Counted over all closed cases, once a period.
pub fn spread(reader: &mut impl Read, asking: &Asking) -> Result<Spread, Error> {
    let mut spread = Spread::default();
    for basis in asking.periods.bases() {
        let mut query = sql("SELECT COUNT(*)");
        // A period that ends with a year's last day is over on the next one.
        let next = |day: Date| day.tomorrow().unwrap_or(day);
        for day in std::iter::once(asking.today).chain(coming(asking.today).map(next)) {
            query = query
                .push(", CAST(COALESCE(SUM(CASE WHEN k.closed_at <= ")
                .bind(asking.end(day, basis))
                .push(" THEN 1 ELSE 0 END), 0) AS BIGINT)");
        }
        let query = among(
            query.push(" FROM kept_complaint k WHERE "),
            asking.periods,
            basis,
        );
        let counted = reader.one(&query, |row| {
            let up_to: Result<Vec<i64>, Error> = (1..=YEARS + 1).map(|at| row.int(at)).collect();
            Ok((row.int(0)?, up_to?))
        })?;
        let (all, up_to) = counted.unwrap_or_default();
        spread.add(&up_to, all);
    }
    Ok(spread)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn counts_up_to_each_boundary_become_what_falls_between_them() {
        let mut spread = Spread::default();
        spread.add(&[2, 2, 5, 5, 5, 9], 10);
        spread.add(&[1, 1, 1, 1, 1, 1], 1);
        let expected = Spread {
            now: 3,
            years: [0, 3, 0, 0, 4],
            later: 1,
        };
        assert_eq!((spread, spread.closed()), (expected, 11));
    }

    #[test]
    fn years_are_counted_from_today_on_a_leap_day_too() {
        let days = coming(date(2028, 2, 29));
        assert_eq!(days.first(), Some(&date(2029, 2, 28)));
        assert_eq!(days.get(3), Some(&date(2032, 2, 29)));
        assert_eq!(days.last(), Some(&date(2033, 2, 28)));
    }
}
