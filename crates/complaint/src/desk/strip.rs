//! The time limits of a case as a strip: one line for each, from its start to its end,
//! drawn on one scale by arithmetic, so that Persian reads it from the right. Where it
//! stood still, how far it was extended, when we are warned, what met it, and now.
//! Words stand beside the drawing and not in it: they stay readable at 320 px and on
//! paper. The table below says the same to whoever does not see it.

use super::case::Room;
use crate::{case::Outcome, clocks::Clock, why::limits};
use askama::Template;
use redress_kernel::{
    Instant,
    clock::{Due, Standing, Step},
    words::{Arg, Message},
};
use redress_web::{Html, Voice};
use std::fmt::Write;

/// Units from the first start to the last end.
const WIDTH: f64 = 1000.0;
/// Room before the first mark and behind the last.
const EDGE: f64 = 12.0;

#[derive(Template)]
#[template(path = "desk/strip.html")]
struct Strip<'a> {
    t: &'a Voice,
    rows: Vec<Row>,
    from: Html,
    to: Html,
    keys: Vec<(&'static str, &'static str)>,
}

struct Row {
    title: String,
    pack: String,
    until: Html,
    svg: Html,
    started: Html,
    warnings: Vec<Html>,
    stood: Vec<Html>,
    extended: Vec<Html>,
    due: Html,
    state: Html,
}

/// Nothing where no limit of a pack has begun.
pub(super) fn strip(room: &Room) -> Html {
    let clocks = room.case.clocks();
    let begun: Vec<(&Clock, &Due)> = clocks
        .iter()
        .filter_map(|clock| Some((clock, clock.due.as_ref().ok()?)))
        .collect();
    let Some(scale) = Scale::over(room, &begun) else {
        return Html::default();
    };
    let t = room.t();
    let rows: Vec<Row> = begun
        .iter()
        .map(|(clock, due)| row(room, clock, due, &scale))
        .collect();
    let is = |class: &str| rows.iter().any(|row| row.svg.as_str().contains(class));
    let keys = [
        ("pause", "strip-stood"),
        ("more", "strip-extended"),
        ("warning", "strip-warning"),
        ("met", "strip-met"),
        ("now", "strip-now"),
    ];
    Html::from_template(&Strip {
        t,
        from: t.short(scale.first.date_in(&t.format.zone)),
        to: t.short(scale.last.date_in(&t.format.zone)),
        keys: keys
            .into_iter()
            .filter(|(class, _)| is(&format!("\"{class}\"")))
            .collect(),
        rows,
    })
}

fn row(room: &Room, clock: &Clock, due: &Due, scale: &Scale) -> Row {
    let t = room.t();
    let lang = t.lang();
    let moments = |all: Vec<Instant>| all.into_iter().map(|at| t.moment_short(at)).collect();
    let state = match limits::state(clock) {
        Some((_, said)) => t.html(&said),
        None if due.due < room.seat.now => Html::text(&t.say("strip-over")),
        None => Html::text(&t.say("strip-runs")),
    };
    Row {
        title: clock.clock.title.get(lang).to_owned(),
        pack: clock.pack.title.get(lang).to_owned(),
        until: t.html(&Message::new("strip-until").with("day", Arg::Date(due.due_on))),
        svg: drawn(room, clock, due, scale),
        started: t.moment_short(due.started),
        warnings: moments(clock.warnings()),
        stood: stood(due)
            .into_iter()
            .map(|(from, to)| match to {
                Some(to) => t
                    .tell("strip-from-to")
                    .with("from", from)
                    .with("to", to)
                    .html(),
                None => t.tell("strip-since").with("from", from).html(),
            })
            .collect(),
        extended: extensions(room, clock)
            .into_iter()
            .map(|(from, to)| {
                t.tell("strip-from-to")
                    .with("from", from)
                    .with("to", to)
                    .html()
            })
            .collect(),
        due: t.long(due.due_on),
        state,
    }
}

/// One scale for all lines of this case.
struct Scale {
    first: Instant,
    last: Instant,
    rtl: bool,
}

impl Scale {
    fn over(room: &Room, begun: &[(&Clock, &Due)]) -> Option<Scale> {
        let first = begun.iter().map(|(_, due)| due.started).min()?;
        let ends = begun.iter().map(|(_, due)| due.due);
        let acts = begun.iter().filter_map(|(_, due)| end_of(&due.standing));
        let now = room.case.is_open().then_some(room.seat.now);
        let last = ends.chain(acts).chain(now).max()?;
        let rtl = room.t().dir() == "rtl";
        (last > first).then_some(Scale { first, last, rtl })
    }

    fn x(&self, at: Instant) -> f64 {
        let all = self.last.micros() - self.first.micros();
        let part = (at.micros() - self.first.micros()) as f64 / all as f64;
        let x = EDGE + part.clamp(0.0, 1.0) * (WIDTH - 2.0 * EDGE);
        if self.rtl { WIDTH - x } else { x }
    }
}

const fn end_of(standing: &Standing) -> Option<Instant> {
    match standing {
        Standing::Satisfied { at, .. }
        | Standing::Ended { at, .. }
        | Standing::Lifted { at, .. } => Some(*at),
        Standing::Running | Standing::Stopped { .. } => None,
    }
}

/// When it stood still.
fn stood(due: &Due) -> Vec<(Instant, Option<Instant>)> {
    let steps = due.steps.iter().filter_map(|step| match step {
        Step::Stopped { from, to, .. } => Some((*from, *to)),
        _ => None,
    });
    steps.collect()
}

/// From the former end to the later one.
fn extensions(room: &Room, clock: &Clock) -> Vec<(Instant, Instant)> {
    let all = room.case.extensions.iter();
    let mine = all.filter(|it| it.is_of(&clock.pack.id, &clock.clock.id));
    mine.filter_map(|it| match it.outcome {
        Outcome::Granted { from, to, .. } => Some((from, to)),
        _ => None,
    })
    .collect()
}

/// Hidden from screen readers: the table says the same.
fn drawn(room: &Room, clock: &Clock, due: &Due, scale: &Scale) -> Html {
    let mut line = Line {
        text: String::new(),
        scale,
    };
    let now = room.seat.now;
    let missed = clock.is_missed(now);
    line.bar(
        if missed { "run late" } else { "run" },
        due.started,
        due.due,
    );
    for (from, to) in extensions(room, clock) {
        line.bar("more", from, to);
    }
    for (from, to) in stood(due) {
        line.bar("pause", from, to.unwrap_or(now.max(from)));
    }
    for at in clock.warnings() {
        line.mark("warning", at, 4.0, 14.0);
    }
    line.mark(if missed { "due late" } else { "due" }, due.due, 1.0, 19.0);
    if let Standing::Satisfied { at, .. } = due.standing {
        line.mark("met", at, 1.0, 19.0);
    }
    if room.case.is_open() {
        line.mark("now", now, 0.0, 20.0);
    }
    Html::trusted(format!(
        "<svg viewBox=\"0 0 {WIDTH} 20\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">{}</svg>",
        line.text
    ))
}

struct Line<'a> {
    text: String,
    scale: &'a Scale,
}

impl Line<'_> {
    fn bar(&mut self, class: &str, from: Instant, to: Instant) {
        let (a, b) = (self.scale.x(from), self.scale.x(to));
        let (x, width) = (a.min(b), (a - b).abs());
        // Writing into a String cannot fail.
        let _ = write!(
            self.text,
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"6\" width=\"{width:.1}\" height=\"8\"/>"
        );
    }

    /// As thick on a telephone as on paper: the stroke is not stretched.
    fn mark(&mut self, class: &str, at: Instant, top: f64, foot: f64) {
        let x = self.scale.x(at);
        let _ = write!(
            self.text,
            "<line class=\"{class}\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{top}\" y2=\"{foot}\" vector-effect=\"non-scaling-stroke\"/>"
        );
    }
}
