//! The calendar files are drawn: head, years and days from lists, rules and decisions.

use super::{
    assert_drawn,
    compare::settled,
    decisions::{Decisions, decisions},
    draws_anew, folder,
    sources::{Says, Source, of},
    text,
};
use jiff::civil::Date;
use redress_packs::calendars;
use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// `calendars/heads.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heads {
    pub calendar: Vec<Head>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    pub id: String,
    pub version: String,
    pub titles: BTreeMap<String, String>,
    pub zone: String,
    pub weekend: Vec<String>,
    pub days_of: Option<String>,
    pub last_year: Option<i16>,
    /// The names of days are not English: `names.csv` has the English ones.
    #[serde(default)]
    pub own_names: bool,
    /// What stands as source behind an official and behind a computed year.
    pub official: Option<String>,
    pub computed: Option<String>,
}

pub fn heads() -> Vec<Head> {
    let heads: Heads = toml::from_str(&text(&folder().join("heads.toml"))).expect("heads");
    heads.calendar
}

/// Own name to English name, by calendar.
fn names() -> BTreeMap<(String, String), String> {
    let text = text(&folder().join("names.csv"));
    let rows = text.lines().skip(1).map(|line| {
        let parts: Vec<&str> = line.splitn(3, ',').collect();
        let [calendar, own, english] = parts[..] else {
            panic!("three columns, not: {line}");
        };
        ((calendar.to_owned(), own.to_owned()), english.to_owned())
    });
    rows.collect()
}

#[test]
fn the_calendars_are_what_lists_rules_and_decisions_give() {
    let (decisions, names) = (decisions(), names());
    let mut used = BTreeSet::new();
    for head in heads() {
        let drawn = drawn(&head, &decisions, &names, &mut used);
        keep_the_former(&head);
        assert_drawn(&folder().join(format!("{}.json", head.id)), &drawn);
    }
    let idle: Vec<_> = names.keys().filter(|name| !used.contains(*name)).collect();
    assert!(idle.is_empty(), "names of no day: {idle:?}");
}

/// A list that is drawn anew under a new version goes on lying in `former/`.
fn keep_the_former(head: &Head) {
    let known = calendars::known(&head.id).expect("a calendar");
    let version = &known.national.version;
    if !draws_anew() || *version == head.version {
        return;
    }
    let former = folder().join("former");
    std::fs::create_dir_all(&former).expect("a folder");
    let name = format!("{}@{version}.json", head.id);
    let delivered = text(&folder().join(format!("{}.json", head.id)));
    std::fs::write(former.join(&name), delivered).expect("the file can be written");
    eprintln!("list {name} in FORMER of calendars/mod.rs");
}

#[test]
fn heads_and_calendars_are_the_same_in_the_same_order() {
    let heads: Vec<String> = heads().into_iter().map(|head| head.id).collect();
    assert_eq!(heads, calendars::ids());
}

fn drawn(
    head: &Head,
    decisions: &Decisions,
    names: &BTreeMap<(String, String), String>,
    used: &mut BTreeSet<(String, String)>,
) -> String {
    let mut lines = vec![
        "{".to_owned(),
        format!("  \"id\": {},", json!(head.id)),
        format!("  \"version\": {},", json!(head.version)),
        format!("  \"titles\": {},", json!(head.titles)),
        format!("  \"zone\": {},", json!(head.zone)),
    ];
    if let Some(owner) = &head.days_of {
        lines.push(format!("  \"days_of\": {},", json!(owner)));
        lines.push(format!("  \"weekend\": {}", json!(head.weekend)));
        lines.push("}\n".to_owned());
        return lines.join("\n");
    }
    lines.push(format!("  \"weekend\": {},", json!(head.weekend)));
    lines.push("  \"years\": [".to_owned());
    let sources = of(&head.id, &folder().join("sources"), None);
    let years: Vec<String> = (2022..=head.last_year.expect("a last year"))
        .filter_map(|year| {
            let days = settled(&head.id, year, &sources, decisions)?;
            let mut english = |own: &str| named(head, own, names, used);
            Some(drawn_year(head, year, &sources, &days, &mut english))
        })
        .collect();
    lines.push(years.join(",\n"));
    lines.push("  ]\n}\n".to_owned());
    lines.join("\n")
}

/// English, and the country's own name where that is another.
fn named(
    head: &Head,
    own: &str,
    names: &BTreeMap<(String, String), String>,
    used: &mut BTreeSet<(String, String)>,
) -> (String, Option<String>) {
    if !head.own_names {
        return (own.to_owned(), None);
    }
    let english: Vec<&str> = own
        .split("; ")
        .map(|name| {
            let key = (head.id.clone(), name.to_owned());
            let english = names
                .get(&key)
                .unwrap_or_else(|| panic!("names.csv has no English name: {},{name}", head.id));
            used.insert(key);
            english.as_str()
        })
        .collect();
    (english.join("; "), Some(own.to_owned()))
}

fn drawn_year(
    head: &Head,
    year: i16,
    sources: &[Source; 4],
    days: &BTreeMap<Date, (Says, String)>,
    english: &mut dyn FnMut(&str) -> (String, Option<String>),
) -> String {
    let (confidence, source) = match sources[0].years.contains(&year) {
        true => ("official", head.official.as_ref()),
        false => ("computed", head.computed.as_ref()),
    };
    let source = source.unwrap_or_else(|| panic!("{}: no source for {year}", head.id));
    let mut lines = vec![
        "    {".to_owned(),
        format!("      \"year\": {year},"),
        format!("      \"confidence\": {},", json!(confidence)),
        format!("      \"source\": {},", json!(source)),
    ];
    let mut list = |key: &str, which: Says| {
        let rows: Vec<String> = days
            .iter()
            .filter(|(_, (says, _))| *says == which)
            .map(|(day, (_, own))| drawn_day(*day, english(own)))
            .collect();
        match rows.as_slice() {
            [] => format!("      \"{key}\": []"),
            rows => format!("      \"{key}\": [\n{}\n      ]", rows.join(",\n")),
        }
    };
    let off = list("days", Says::Off);
    if days.values().any(|(says, _)| *says == Says::Works) {
        lines.push(format!("{off},"));
        lines.push(list("make_up", Says::Works));
    } else {
        lines.push(off);
    }
    lines.push("    }".to_owned());
    lines.join("\n")
}

fn drawn_day(day: Date, (name, own): (String, Option<String>)) -> String {
    let own = own.map_or_else(String::new, |own| format!(", \"own\": {}", json!(own)));
    format!(
        "        {{ \"on\": \"{day}\", \"name\": {}{own} }}",
        json!(name)
    )
}
