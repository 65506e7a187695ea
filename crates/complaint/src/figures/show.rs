//! How a figure is said: its value, out of how many, how far it can be trusted, and
//! the address of its cases. One place for the board, the monitoring page, CSV and API.

use super::{Behind, Dimension};
use redress_kernel::{
    indicator::{Figure, Unit},
    words::Message,
};
use redress_web::{Html, Voice};

/// `93.1 %`, `74`, or a dash where too few cases lie behind a share.
pub fn value(t: &Voice, figure: &Figure) -> String {
    match (figure.indicator.unit, figure.share()) {
        (Unit::Complaints, _) => t.format.number(figure.counted),
        (Unit::Share, Some(share)) => t.format.percent(share, 1),
        (Unit::Share, None) => "–".to_owned(),
    }
}

/// For a program or a spreadsheet: digits and a point.
pub fn plain(figure: &Figure) -> String {
    match (figure.indicator.unit, figure.share()) {
        (Unit::Complaints, _) => figure.counted.to_string(),
        (Unit::Share, Some(share)) => format!("{share:.1}"),
        (Unit::Share, None) => String::new(),
    }
}

/// `27 of 29`.
pub fn fraction(t: &Voice, figure: &Figure) -> Option<Html> {
    let of = figure.of?;
    let said = t.tell("figures-fraction").with("counted", figure.counted);
    Some(said.with("of", of).html())
}

/// What a reader has to know before believing it.
pub fn warning(t: &Voice, figure: &Figure) -> Option<Html> {
    if figure.too_few() {
        return Some(Html::text(&t.say("figures-too-few")));
    }
    let (low, high) = figure.interval().filter(|_| figure.small_sample())?;
    let percent = |share| t.format.percent(share, 0);
    let said = t.tell("figures-small").with("low", percent(low));
    Some(said.with("high", percent(high)).html())
}

/// The cases counted; nothing where there are none.
pub fn cases(t: &Voice, figure: &Figure) -> Option<String> {
    let href = || t.href(&Behind::of(figure).href());
    (figure.counted > 0).then(href)
}

/// The cases of the denominator.
pub fn whole(t: &Voice, figure: &Figure) -> Option<String> {
    let of = figure.of.filter(|of| *of > 0)?;
    (of > 0).then(|| t.href(&Behind::of(figure).denominator().href()))
}

/// The cases of one part of a split figure.
pub fn part(t: &Voice, behind: Behind, by: Dimension, value: &str) -> String {
    let value = if value.is_empty() { "none" } else { value };
    t.href(&format!("{}&{}={value}", behind.href(), by.name()))
}

/// Definition, numerator and denominator in words.
pub fn definition(t: &Voice, figure: &Figure) -> Vec<Html> {
    let indicator = figure.indicator;
    let set = |key: &str, set: redress_kernel::indicator::Set, n: i64| {
        let message = Message::new(key).with("n", n);
        let name = redress_kernel::words::Arg::Key(format!("set-{}", set.name()));
        t.html(&message.with("set", name))
    };
    let mut said = vec![Html::text(&t.code("about", indicator.key))];
    if let (Some(of), Some(n)) = (indicator.of, figure.of) {
        said.push(set("figures-counted", indicator.counted, figure.counted));
        said.push(set("figures-counted-of", of, n));
    }
    said
}
