//! The notifications log (5.4.1, K49): how soon top management knew. Each figure says
//! over how many complaints it was taken; what nobody was told of is counted, not left
//! out.

use super::records::{Logged, SHOWN_MAX, log};
use askama::Template;
use axum::response::{IntoResponse, Response};
use redress_complaint::{desk::Seat, house::colleagues};
use redress_kernel::{Id, Instant};
use redress_web::{Html, Trouble, Voice};

/// Minutes from one moment to another over many complaints.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spread {
    pub n: usize,
    pub median: i64,
    pub p95: i64,
}

impl Spread {
    fn of(mut minutes: Vec<i64>) -> Spread {
        minutes.sort_unstable();
        let at = |share: usize| {
            // The smallest value that this share of all does not exceed.
            let rank = (minutes.len() * share).div_ceil(100).max(1);
            minutes.get(rank - 1).copied().unwrap_or_default()
        };
        Spread {
            n: minutes.len(),
            median: at(50),
            p95: at(95),
        }
    }
}

/// What the log comes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    /// K49: from receipt until the first mail had left, or somebody confirmed before.
    pub since_receipt: Spread,
    /// From the fact that made it significant.
    pub since_found: Spread,
    pub unconfirmed: usize,
    pub late: usize,
}

/// Whoever confirms knows, whichever way the word came.
fn known_at(one: &Logged) -> Option<Instant> {
    one.told_at.into_iter().chain(one.confirmed_at).min()
}

fn awaits(one: &Logged) -> bool {
    one.is_open && one.confirmed_at.is_none() && one.lifted_at.is_none()
}

pub fn sums(all: &[Logged], now: Instant) -> Sums {
    let minutes = |from: fn(&Logged) -> Instant| -> Vec<i64> {
        let known = all.iter().filter_map(|one| Some((one, known_at(one)?)));
        known
            .map(|(one, at)| at.seconds_since(from(one)).max(0) / 60)
            .collect()
    };
    let too_late = |one: &&Logged| one.late || (awaits(one) && one.confirm_by < now);
    Sums {
        since_receipt: Spread::of(minutes(|one| one.received_at)),
        since_found: Spread::of(minutes(|one| one.since)),
        unconfirmed: all.iter().filter(|one| awaits(one)).count(),
        late: all.iter().filter(too_late).count(),
    }
}

struct Line {
    href: String,
    reference: String,
    grounds: Vec<String>,
    since: Instant,
    told: Option<(Instant, String)>,
    confirmed: Option<(Instant, String)>,
    confirm_by: Instant,
    awaits: bool,
    late: bool,
    lifted: bool,
}

#[derive(Template)]
#[template(path = "significance/log.html")]
struct Page<'a> {
    t: &'a Voice,
    sums: Sums,
    lines: Vec<Line>,
    queue: String,
    shown: i64,
}

pub async fn page(seat: Seat) -> Response {
    match drawn(&seat).await {
        Ok(html) => html.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

async fn drawn(seat: &Seat) -> Result<Html, Trouble> {
    let read = seat.look(|reader, seat| Ok((log(reader, &seat.actor)?, colleagues(reader)?)));
    let (all, people) = read.await?;
    let t = seat.t();
    let name = |id: Id| {
        let found = people.iter().find(|one| one.id == id);
        found.map(|one| one.name.clone()).unwrap_or_default()
    };
    let line = |one: &Logged| Line {
        href: t.href(&format!("/desk/{}", one.reference)),
        reference: one.reference.clone(),
        grounds: one
            .grounds
            .iter()
            .map(|code| t.code("ground", code))
            .collect(),
        since: one.since,
        told: one
            .told_at
            .map(|at| (at, one.told.map(name).unwrap_or_default())),
        confirmed: one
            .confirmed_at
            .map(|at| (at, one.confirmed_by.map(name).unwrap_or_default())),
        confirm_by: one.confirm_by,
        awaits: awaits(one),
        late: one.late || (awaits(one) && one.confirm_by < seat.now),
        lifted: one.lifted_at.is_some(),
    };
    let body = Html::from_template(&Page {
        t,
        sums: sums(&all, seat.now),
        lines: all.iter().map(line).collect(),
        queue: t.href("/desk?queue=significant"),
        shown: SHOWN_MAX,
    });
    seat.board(&t.say("significance-log"), body).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(n: i64) -> Instant {
        Instant::from_micros(0).plus_seconds(n * 60)
    }

    fn one(told: Option<i64>, confirmed: Option<i64>) -> Logged {
        Logged {
            reference: String::new(),
            received_at: minute(0),
            grounds: Vec::new(),
            since: minute(10),
            confirm_by: minute(250),
            told_at: told.map(minute),
            told: None,
            confirmed_at: confirmed.map(minute),
            confirmed_by: None,
            late: false,
            lifted_at: None,
            is_open: true,
        }
    }

    #[test]
    fn the_median_is_over_those_that_were_told_and_the_rest_is_counted() {
        let log = [
            one(Some(12), Some(60)),
            one(Some(20), None),
            one(None, Some(40)),
            one(None, None),
        ];
        let sums = sums(&log, minute(100));
        let receipt = sums.since_receipt;
        assert_eq!((receipt.n, receipt.median, receipt.p95), (3, 20, 40));
        assert_eq!(sums.since_found.median, 10);
        assert_eq!((sums.unconfirmed, sums.late), (2, 0));
    }

    #[test]
    fn what_nobody_confirmed_in_time_is_late_while_it_waits() {
        let log = [one(Some(12), None), one(Some(12), Some(20))];
        assert_eq!(sums(&log, minute(251)).late, 1);
    }

    #[test]
    fn an_empty_log_says_nothing() {
        assert_eq!(sums(&[], minute(1)), Sums::default());
    }
}
