//! The page and its table as CSV.

use askama::Template;
use axum::response::{IntoResponse, Response};
use redress_complaint::{
    desk::Seat,
    figures::{Asking, Counts, Dimension, board, drawn, printed, show, split},
    inbox::{self, Queue},
};
use redress_kernel::indicator::{Figure, Indicator, Period, Set, View, annex_h};
use redress_store::{Error, Read};
use redress_web::{Html, Trouble, Voice, csv::download};

/// Both views of the period and of the one before.
struct Monitored {
    period: Period,
    /// In the order of `View::ALL`.
    now: [Counts; 2],
    before: [Counts; 2],
    overdue: i64,
}

impl Monitored {
    fn read(reader: &mut impl Read, period: Period, asking: &Asking) -> Result<Monitored, Error> {
        let mut whole = |view, period| -> Result<Counts, Error> {
            let all = split(reader, view, Dimension::All, period, asking)?;
            Ok(all.values().next().copied().unwrap_or_default())
        };
        let before = period.before();
        let now = [whole(View::Received, period)?, whole(View::Closed, period)?];
        let before = [whole(View::Received, before)?, whole(View::Closed, before)?];
        let queues = inbox::counts(reader, asking.viewer, asking.now, asking.end_of_today)?;
        Ok(Monitored {
            period,
            now,
            before,
            overdue: queues.of(Queue::Overdue),
        })
    }

    /// The figure of the period and of the period before.
    fn figures(&self, indicator: &'static Indicator, view: View) -> [Figure; 2] {
        let at = |counts: &[Counts; 2]| match view {
            View::Received => counts[0],
            View::Closed => counts[1],
        };
        [
            drawn(indicator, view, self.period, &at(&self.now)),
            drawn(indicator, view, self.period.before(), &at(&self.before)),
        ]
    }
}

struct Cell {
    label: Option<String>,
    value: String,
    href: Option<String>,
    fraction: Option<Html>,
    whole: Option<String>,
    warning: Option<Html>,
    before: String,
}

struct Row {
    place: i64,
    name: String,
    clause: Html,
    definition: Vec<Html>,
    cells: Vec<Cell>,
}

#[derive(Template)]
#[template(path = "monitoring/monitoring.html")]
struct Page<'a> {
    t: &'a Voice,
    heading: String,
    before: String,
    period: Html,
    rows: Vec<Row>,
    overdue: i64,
    csv: String,
    printed: Html,
}

pub async fn page(seat: Seat) -> Response {
    match drawn_page(&seat).await {
        Ok(html) => html.into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

async fn read(seat: &Seat) -> Result<Monitored, Trouble> {
    let period = board::period(seat);
    seat.look(move |reader, seat| {
        let asking = Asking::new(&seat.actor, seat.now, &seat.visit.organisation);
        Monitored::read(reader, period, &asking)
    })
    .await
}

async fn drawn_page(seat: &Seat) -> Result<Html, Trouble> {
    let t = seat.t();
    let found = read(seat).await?;
    let body = Html::from_template(&Page {
        t,
        heading: t.format.period(found.period),
        before: t.format.period(found.period.before()),
        period: board::period_form(seat, found.period),
        rows: annex_h()
            .map(|indicator| row(t, &found, indicator))
            .collect(),
        overdue: found.overdue,
        csv: t.href(&format!(
            "/system/monitoring/table.csv?period={}",
            found.period
        )),
        printed: printed::foot(seat).await?,
    });
    seat.board(&t.say("monitoring"), body).await
}

fn row(t: &Voice, found: &Monitored, indicator: &'static Indicator) -> Row {
    let [received, _] = found.figures(indicator, View::Received);
    Row {
        place: i64::from(indicator.annex_h.unwrap_or_default()),
        name: t.code("indicator", indicator.key),
        clause: t.latin(indicator.clause),
        definition: show::definition(t, &received),
        cells: View::ALL
            .into_iter()
            .map(|view| cell(t, view, found.figures(indicator, view)))
            .collect(),
    }
}

fn cell(t: &Voice, view: View, [now, before]: [Figure; 2]) -> Cell {
    // "Received", asked of what was closed, is the number of closings.
    let closings = view == View::Closed && now.indicator.counted == Set::All;
    Cell {
        label: closings.then(|| t.say("figures-closed").into_owned()),
        value: show::value(t, &now),
        href: show::cases(t, &now),
        fraction: show::fraction(t, &now),
        whole: show::whole(t, &now),
        warning: show::warning(t, &now),
        before: show::value(t, &before),
    }
}

pub async fn table(seat: Seat) -> Response {
    match read(&seat).await {
        Ok(found) => {
            let name = format!("monitoring-{}", found.period);
            download(&name, &rows(seat.t(), &found))
        }
        Err(trouble) => trouble.into_response(),
    }
}

fn rows(t: &Voice, found: &Monitored) -> Vec<Vec<String>> {
    let mut heads = vec![t.say("monitoring-figure").into_owned()];
    for view in ["monitoring-received", "monitoring-closed"] {
        let view = t.say(view);
        for part in [
            t.format.period(found.period),
            t.say("figures-numerator").into_owned(),
            t.say("figures-denominator").into_owned(),
            t.format.period(found.period.before()),
        ] {
            heads.push(format!("{view}: {part}"));
        }
    }
    let row = |indicator: &'static Indicator| {
        let mut row = vec![t.code("indicator", indicator.key)];
        for view in View::ALL {
            let [now, before] = found.figures(indicator, view);
            row.push(show::plain(&now));
            row.push(now.counted.to_string());
            row.push(now.of.map(|of| of.to_string()).unwrap_or_default());
            row.push(show::plain(&before));
        }
        row
    };
    std::iter::once(heads).chain(annex_h().map(row)).collect()
}
