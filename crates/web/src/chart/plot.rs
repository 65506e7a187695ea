//! The drawing itself. x runs from the side where reading begins: for Persian it is
//! turned round by arithmetic, so that the first month stands rightmost.

use super::{Chart, KEYS, Point, Shape};
use crate::{Html, html::escaped};
use std::fmt::Write;

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 240.0;
/// Room for the numbers of the axis, and for the labels of rows.
const AXIS: f64 = 48.0;
const NAMES: f64 = 190.0;
const TOP: f64 = 20.0;
const FOOT: f64 = 28.0;
const ROW: f64 = 30.0;
/// Of a letter, on average, at the size of the stylesheet.
const LETTER: f64 = 7.2;
const NAME_LETTERS: usize = 24;
/// So wide a place to click is 24 px at the narrowest that a chart is drawn.
const TARGET: f64 = 28.0;

struct Canvas {
    text: String,
    rtl: bool,
}

/// Hidden from screen readers and keyboard: the table below says and links the same.
pub(super) fn svg(chart: &Chart, rtl: bool) -> Html {
    let mut canvas = Canvas {
        text: String::new(),
        rtl,
    };
    let height = match chart.shape {
        Shape::Rows => ROW * chart.labels.len() as f64 + 8.0,
        _ => HEIGHT,
    };
    match chart.shape {
        Shape::Bars => canvas.bars(chart),
        Shape::Rows => canvas.rows(chart),
        Shape::Lines => canvas.lines(chart),
    }
    Html::trusted(format!(
        "<svg viewBox=\"0 0 {WIDTH} {height}\" aria-hidden=\"true\" focusable=\"false\">{}</svg>",
        canvas.text
    ))
}

impl Canvas {
    /// From the side where reading begins.
    fn x(&self, x: f64) -> f64 {
        if self.rtl { WIDTH - x } else { x }
    }

    fn put(&mut self, part: std::fmt::Arguments) {
        // Writing into a String cannot fail.
        let _ = self.text.write_fmt(part);
    }

    /// A rectangle `from` the reading side, so many wide.
    fn rect(&mut self, class: &str, from: f64, width: f64, y: f64, height: f64) {
        let x = self.x(if self.rtl { from + width } else { from });
        self.put(format_args!(
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"1.5\"/>"
        ));
    }

    fn middle(&mut self, x: f64, y: f64, text: &str) {
        let x = self.x(x);
        let text = escaped(text);
        self.put(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"middle\">{text}</text>"
        ));
    }

    /// A number of the axis, towards the plot.
    fn axis(&mut self, y: f64, text: &str) {
        let (x, anchor) = (self.x(AXIS - 8.0), if self.rtl { "start" } else { "end" });
        let text = escaped(text);
        self.put(format_args!(
            "<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\" direction=\"ltr\">{text}</text>",
            y + 4.0
        ));
    }

    fn name(&mut self, y: f64, text: &str) {
        let direction = if self.rtl { "rtl" } else { "ltr" };
        let x = self.x(0.0);
        let text = escaped(&shortened(text));
        self.put(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"start\" direction=\"{direction}\">{text}</text>"
        ));
    }

    fn grid(&mut self, top: f64, rise: impl Fn(f64) -> String) {
        for part in [0.0, 0.5, 1.0] {
            let y = level(part);
            let (from, to) = (self.x(AXIS), self.x(WIDTH));
            self.put(format_args!(
                "<line class=\"grid\" x1=\"{from:.1}\" x2=\"{to:.1}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>"
            ));
            self.axis(y, &rise(part * top));
        }
    }

    fn linked(&mut self, point: &Point, said: &str, draw: impl FnOnce(&mut Canvas)) {
        let Some(href) = &point.href else {
            return draw(self);
        };
        let (href, said) = (escaped(href), escaped(said));
        self.put(format_args!("<a href=\"{href}\" tabindex=\"-1\">"));
        draw(self);
        self.put(format_args!("<title>{said}</title></a>"));
    }

    fn bars(&mut self, chart: &Chart) {
        let top = ceiling(highest(chart));
        self.grid(top, |value| shown_like(chart, value));
        let slot = (WIDTH - AXIS) / chart.labels.len().max(1) as f64;
        let bar = (slot * 0.82 / chart.series.len().max(1) as f64).min(36.0);
        let inset = (slot - bar * chart.series.len() as f64) / 2.0;
        for (at, label) in chart.labels.iter().enumerate() {
            let start = AXIS + slot * at as f64;
            for (series, key) in chart.series.iter().zip(KEYS) {
                let place = KEYS.iter().position(|its| *its == key).unwrap_or_default();
                let from = start + inset + bar * place as f64;
                let Some(point) = series.points.get(at) else {
                    continue;
                };
                let Some(value) = point.value else { continue };
                let y = level(value / top);
                let said = format!("{}: {}", label.long, point.shown);
                let share = slot / chart.series.len().max(1) as f64;
                self.linked(point, &said, |canvas| {
                    if point.href.is_some() {
                        let place = start + share * place as f64;
                        canvas.rect("hit", place, share, TOP, level(0.0) - TOP);
                    }
                    canvas.rect(key, from + 1.0, bar - 2.0, y, level(0.0) - y)
                });
                let fits = point.shown.chars().count() as f64 * LETTER <= bar + 10.0;
                if value > 0.0 && fits {
                    self.middle(from + bar / 2.0, y - 5.0, &point.shown);
                }
            }
            self.middle(start + slot / 2.0, HEIGHT - 8.0, &label.short);
        }
    }

    fn rows(&mut self, chart: &Chart) {
        let total = |at: usize| -> f64 {
            let values = chart.series.iter().filter_map(|s| s.points.get(at)?.value);
            values.sum()
        };
        let most = (0..chart.labels.len()).map(total).fold(1.0, f64::max);
        let room = WIDTH - NAMES - 60.0;
        for (at, label) in chart.labels.iter().enumerate() {
            let y = ROW * at as f64 + 4.0;
            self.name(y + 16.0, &label.short);
            let mut from = NAMES;
            for (series, key) in chart.series.iter().zip(KEYS) {
                let Some(point) = series.points.get(at) else {
                    continue;
                };
                let width = point.value.unwrap_or(0.0) / most * room;
                if width <= 0.0 {
                    continue;
                }
                let said = format!("{}, {}: {}", label.long, series.name, point.shown);
                // A sliver is no place to click: the table has its link.
                let wide = Point {
                    href: point.href.clone().filter(|_| width >= TARGET),
                    ..point.clone()
                };
                self.linked(&wide, &said, |canvas| {
                    if wide.href.is_some() {
                        canvas.rect("hit", from, width, y - 4.0, ROW);
                    }
                    canvas.rect(key, from, width, y, ROW - 10.0)
                });
                from += width;
            }
            let shown: Vec<&str> = chart
                .series
                .iter()
                .filter_map(|series| Some(series.points.get(at)?.shown.as_str()))
                .collect();
            self.after(from + 8.0, y + 16.0, &shown.join(" + "));
        }
    }

    /// Text that begins where a row ends.
    fn after(&mut self, x: f64, y: f64, text: &str) {
        let anchor = if self.rtl { "end" } else { "start" };
        let (x, text) = (self.x(x), escaped(text));
        self.put(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" direction=\"ltr\">{text}</text>"
        ));
    }

    fn lines(&mut self, chart: &Chart) {
        self.grid(100.0, |value| shown_like(chart, value));
        let slot = (WIDTH - AXIS) / chart.labels.len().max(1) as f64;
        let middle = |at: usize| AXIS + slot * (at as f64 + 0.5);
        for (series, key) in chart.series.iter().zip(KEYS) {
            let mut path = String::new();
            let mut pen_down = false;
            for (at, point) in series.points.iter().enumerate() {
                let Some(value) = point.value else {
                    pen_down = false;
                    continue;
                };
                let letter = if pen_down { 'L' } else { 'M' };
                let (x, y) = (self.x(middle(at)), level(value / 100.0));
                let _ = write!(path, "{letter}{x:.1} {y:.1}");
                pen_down = true;
            }
            self.put(format_args!("<path class=\"line {key}\" d=\"{path}\"/>"));
            for (at, point) in series.points.iter().enumerate() {
                let (Some(value), Some(label)) = (point.value, chart.labels.get(at)) else {
                    continue;
                };
                let said = format!("{}, {}: {}", label.long, series.name, point.shown);
                let (x, y) = (self.x(middle(at)), level(value / 100.0));
                self.linked(point, &said, |canvas| {
                    if point.href.is_some() {
                        let from = middle(at) - TARGET / 2.0;
                        canvas.rect("hit", from, TARGET, y - TARGET / 2.0, TARGET);
                    }
                    canvas.put(format_args!(
                        "<circle class=\"dot {key}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4.5\"/>"
                    ));
                });
            }
        }
        for (at, label) in chart.labels.iter().enumerate() {
            self.middle(middle(at), HEIGHT - 8.0, &label.short);
        }
    }
}

fn level(part: f64) -> f64 {
    let foot = HEIGHT - FOOT;
    foot - (foot - TOP) * part.clamp(0.0, 1.0)
}

fn highest(chart: &Chart) -> f64 {
    let points = chart.series.iter().flat_map(|series| &series.points);
    points.filter_map(|point| point.value).fold(0.0, f64::max)
}

/// The next even number that people read easily: 2, 4, 10, 20, 40, 60, 80, 100 ...
fn ceiling(value: f64) -> f64 {
    let mut scale = 1.0;
    loop {
        for step in [2.0, 4.0, 6.0, 8.0, 10.0] {
            if value <= step * scale {
                return step * scale;
            }
        }
        scale *= 10.0;
    }
}

/// A number of the axis in the digits of the points; shares carry their sign.
fn shown_like(chart: &Chart, value: f64) -> String {
    let shown = chart.series.iter().flat_map(|series| &series.points);
    let persian = shown
        .clone()
        .any(|point| point.shown.chars().any(|c| ('۰'..='۹').contains(&c)));
    let lang = if persian {
        redress_kernel::Lang::Fa
    } else {
        redress_kernel::Lang::En
    };
    let sign = shown
        .clone()
        .find_map(|point| point.shown.chars().rev().find(|c| matches!(c, '%' | '٪')));
    let number = crate::format::whole(value as i64, lang);
    sign.map_or(number.clone(), |sign| format!("{number}{sign}"))
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= NAME_LETTERS {
        return name.to_owned();
    }
    let start: String = name.chars().take(NAME_LETTERS - 1).collect();
    format!("{}…", start.trim_end())
}
