//! Charts as SVG in the page: bars, stacked rows and lines, drawn by arithmetic,
//! so that Persian reads them from the right; without script and without a style
//! of their own. Beside each stands one sentence and a table of the same numbers:
//! the table is what a screen reader and a keyboard get, with the links.

mod plot;
#[cfg(test)]
mod tests;

use crate::{Html, Voice};
use askama::Template;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Upright, the series side by side.
    Bars,
    /// A row for each label, the series one behind the other.
    Rows,
    /// Over time, against a hundred.
    Lines,
}

#[derive(Debug, Clone)]
pub struct Chart {
    /// Of the figure in its page.
    pub id: &'static str,
    pub title: String,
    /// What the chart shows, said once in words.
    pub sentence: Html,
    pub shape: Shape,
    /// What the labels are: the head of the table's first column.
    pub heading: String,
    pub labels: Vec<Label>,
    pub series: Vec<Series>,
    /// Where the same table is to be had as CSV.
    pub csv: Option<String>,
}

#[derive(Debug, Clone)]
pub struct Label {
    /// Under the bar.
    pub short: String,
    /// In the table.
    pub long: String,
}

#[derive(Debug, Clone)]
pub struct Series {
    pub name: String,
    pub points: Vec<Point>,
}

#[derive(Debug, Clone, Default)]
pub struct Point {
    /// None: nothing can be said, and nothing is drawn.
    pub value: Option<f64>,
    /// As the reader's language writes it; the same at the bar and in the table.
    pub shown: String,
    /// The cases behind it.
    pub href: Option<String>,
}

impl Series {
    pub fn new(name: impl Into<String>, points: Vec<Point>) -> Series {
        Series {
            name: name.into(),
            points,
        }
    }
}

impl Point {
    pub fn new(value: Option<f64>, shown: impl Into<String>) -> Point {
        Point {
            value,
            shown: shown.into(),
            href: None,
        }
    }

    /// A link only where there is something behind it.
    pub fn leads_to(mut self, href: String) -> Point {
        self.href = self.value.filter(|value| *value > 0.0).map(|_| href);
        self
    }
}

#[derive(Template)]
#[template(path = "chart/chart.html")]
struct Drawn<'a> {
    t: &'a Voice,
    chart: &'a Chart,
    svg: Html,
    keys: Vec<(&'static str, &'a str)>,
    rows: Vec<(&'a str, Vec<&'a Point>)>,
}

impl Drawn<'_> {
    /// Where no point leads anywhere, the keyboard needs a stop to scroll by.
    fn leads(&self) -> bool {
        let mut points = self.rows.iter().flat_map(|(_, points)| points);
        points.any(|point| point.href.is_some())
    }
}

/// The classes of the series, in their order.
const KEYS: [&str; 3] = ["a", "b", "c"];

impl Chart {
    pub fn draw(&self, t: &Voice) -> Html {
        let names = self.series.iter().map(|series| series.name.as_str());
        let points = |at: usize| -> Vec<&Point> {
            let of =
                |series: &'_ Series| -> Option<usize> { (at < series.points.len()).then_some(at) };
            self.series
                .iter()
                .filter_map(|series| of(series).and_then(|at| series.points.get(at)))
                .collect()
        };
        let rows = self.labels.iter().enumerate();
        Html::from_template(&Drawn {
            t,
            chart: self,
            svg: plot::svg(self, t.dir() == "rtl"),
            keys: KEYS.into_iter().zip(names).collect(),
            rows: rows
                .map(|(at, label)| (label.long.as_str(), points(at)))
                .collect(),
        })
    }
}
