#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::*;
use crate::Format;
use jiff::tz::TimeZone;
use redress_kernel::Lang;

fn months(t: &Voice, values: &[i64]) -> Chart {
    let points = values.iter().map(|n| {
        Point::new(Some(*n as f64), t.format.number(*n)).leads_to(format!("/desk?month={n}&x=1"))
    });
    Chart {
        id: "c",
        title: "Received".into(),
        sentence: Html::text("Rose."),
        shape: Shape::Bars,
        heading: "Month".into(),
        labels: (1..=values.len())
            .map(|n| Label {
                short: format!("M{n}"),
                long: format!("Month {n}"),
            })
            .collect(),
        series: vec![Series::new("Received", points.collect())],
        csv: None,
    }
}

fn voice(lang: Lang) -> Voice {
    Voice::new(Format::new(lang, TimeZone::UTC))
}

/// The `x` of every bar, in the order of the months.
fn places(html: &str) -> Vec<f64> {
    html.split("<rect class=\"a\" x=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().parse().unwrap())
        .collect()
}

#[test]
fn the_first_month_is_leftmost_in_english_and_rightmost_in_persian() {
    let (en, fa) = (voice(Lang::En), voice(Lang::Fa));
    let english = places(months(&en, &[3, 5, 4]).draw(&en).as_str());
    let persian = places(months(&fa, &[3, 5, 4]).draw(&fa).as_str());
    assert!(
        english.windows(2).all(|pair| pair[0] < pair[1]),
        "{english:?}"
    );
    assert!(
        persian.windows(2).all(|pair| pair[0] > pair[1]),
        "{persian:?}"
    );
}

#[test]
fn the_table_has_the_numbers_and_links_of_the_bars() {
    let fa = voice(Lang::Fa);
    let drawn = months(&fa, &[38, 74]).draw(&fa).into_string();
    assert_eq!(
        drawn.matches("<a href=\"/desk?month=74&#38;x=1\"").count()
            + drawn.matches("<a href=\"/desk?month=74&amp;x=1\"").count(),
        2,
        "{drawn}"
    );
    assert_eq!(
        drawn.matches("۷۴").count(),
        3,
        "bar, its title, table: {drawn}"
    );
    assert!(
        !drawn.contains("style="),
        "the content security policy allows none"
    );
}

#[test]
fn nothing_known_draws_nothing_and_breaks_the_line() {
    let en = voice(Lang::En);
    let mut chart = months(&en, &[50, 0, 70]);
    chart.shape = Shape::Lines;
    chart.series[0].points[1] = Point::new(None, "–");
    let drawn = chart.draw(&en).into_string();
    assert_eq!(drawn.matches("<circle").count(), 2);
    let path = drawn
        .split(" d=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    assert_eq!(path.matches('M').count(), 2, "two pieces: {path}");
}

#[test]
fn a_chart_of_nothing_still_stands() {
    let en = voice(Lang::En);
    let drawn = months(&en, &[]).draw(&en).into_string();
    assert!(drawn.contains("<svg") && !drawn.contains("NaN") && !drawn.contains("inf"));
    let zero = months(&en, &[0, 0]).draw(&en).into_string();
    assert!(!zero.contains("NaN") && !zero.contains("<a href"), "{zero}");
}
