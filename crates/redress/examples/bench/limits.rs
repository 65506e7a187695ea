//! What the house asks of itself, and a table for people of what was measured: the
//! report on standard output is for machines.

use serde_json::{Map, Value};

/// A figure of the report, what it may come to, and whether it may at most or at least.
struct Limit {
    name: &'static str,
    may: May,
}

#[derive(Clone, Copy)]
enum May {
    AtMost(f64),
    AtLeast(f64),
}

const fn most(name: &'static str, limit: f64) -> Limit {
    let may = May::AtMost(limit);
    Limit { name, may }
}

/// A desk page takes half a millisecond of one core at a hundred thousand complaints,
/// a complaint 0.4; a million cases are recounted in a minute, and nobody waits twice
/// as long for the inbox meanwhile. A scope adds a tenth to it at most. Ten thousand messages are in within a minute.
const LIMITS: &[Limit] = &[
    most("inbox_cpu_ms", 0.5),
    most("inbox_all_cpu_ms", 0.5),
    most("inbox_of_a_unit_to_all", 1.1),
    most("case_cpu_ms", 0.5),
    most("figures_cpu_ms", 0.5),
    most("monitoring_cpu_ms", 0.5),
    most("search_rare_cpu_ms", 0.5),
    most("search_common_cpu_ms", 0.5),
    most("search_phrase_cpu_ms", 0.5),
    most("labels_50_open_us", 60.0),
    most("create_cpu_ms", 0.4),
    most("recount_per_million_s", 60.0),
    most("inbox_p95_during_to_idle", 2.0),
    most("one_day_recount_per_million_s", 60.0),
    most("one_day_inbox_p95_during_to_idle", 2.0),
    most("ingest_10000_s", 60.0),
    most("ingest_peak_mib", 128.0),
    most("flood_genuine_p99_ms", 5_000.0),
    most("flood_lost", 0.0),
    Limit {
        name: "create_to_floor",
        may: May::AtLeast(0.5),
    },
];

/// One clock, whatever it counts.
const CLOCK_US: f64 = 5.0;

fn limit_of(name: &str) -> Option<May> {
    if name.starts_with("clock_us_") {
        return Some(May::AtMost(CLOCK_US));
    }
    let limit = LIMITS.iter().find(|it| it.name == name)?;
    Some(limit.may)
}

/// The bare statements that a figure is compared with, where there are any.
fn floor_of(name: &str) -> Option<&'static str> {
    match name {
        "inbox_cpu_ms" => Some("floor_inbox_read_ms"),
        "create_per_s_32_clients" => Some("floor_create_per_s_32_a_commit"),
        _ => None,
    }
}

/// Name, figure, limit, ratio to the floor, and whether it holds.
pub fn table(report: &Map<String, Value>) -> String {
    let head = line("", "measured", "limit", "to floor", "");
    let rows = report.iter().map(|(name, value)| {
        let is = value.as_f64().unwrap_or_default();
        let (limit, holds) = match limit_of(name) {
            None => (String::new(), ""),
            Some(May::AtMost(limit)) => (format!("<= {limit}"), said(is <= limit)),
            Some(May::AtLeast(limit)) => (format!(">= {limit}"), said(is >= limit)),
        };
        let floor = floor_of(name).and_then(|floor| report.get(floor)?.as_f64());
        let ratio = floor.filter(|floor| *floor > 0.0);
        let ratio = ratio.map_or_else(String::new, |floor| format!("{:.2}", is / floor));
        line(name, &is.to_string(), &limit, &ratio, holds)
    });
    std::iter::once(head).chain(rows).collect()
}

fn said(holds: bool) -> &'static str {
    if holds { "ok" } else { "MISS" }
}

fn line(name: &str, is: &str, limit: &str, ratio: &str, holds: &str) -> String {
    let line = format!("{name:<34}{is:>12}  {limit:<9}{ratio:>9}  {holds}");
    format!("{}\n", line.trim_end())
}
