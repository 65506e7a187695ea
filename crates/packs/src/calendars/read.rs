//! A calendar file is read strictly: an unknown key, a day out of its year or out of
//! order, a name that is missing is refused with file, line and what was expected.

use super::{
    digest::digest,
    known::{Confidence, Known, ListedYear},
};
use jiff::civil::{Date, Weekday};
use redress_kernel::{
    Lang,
    calendar::{Hours, Listed, NamedDay, National, weekday},
};
use serde::Deserialize;
use std::{collections::BTreeMap, fmt, sync::Arc};

const BYTES_MAX: usize = 1_000_000;

/// Why a file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub file: String,
    pub line: usize,
    pub expected: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.expected)
    }
}

impl std::error::Error for Fault {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    version: String,
    titles: BTreeMap<String, String>,
    zone: String,
    weekend: Vec<String>,
    /// Takes years and days from this calendar, which was read before.
    days_of: Option<String>,
    #[serde(default)]
    years: Vec<FileYear>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileYear {
    year: i16,
    confidence: String,
    source: String,
    days: Vec<FileDay>,
    #[serde(default)]
    make_up: Vec<FileDay>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileDay {
    on: String,
    name: String,
    /// In the language of the country, where that is not English.
    own: Option<String>,
}

/// Reads one file; `before` are the calendars whose days it may borrow.
pub fn read(file: &str, text: &str, before: &[Known]) -> Result<Known, Fault> {
    let page = Page { file, text };
    if text.len() > BYTES_MAX {
        return Err(page.fault(1, format!("at most {BYTES_MAX} bytes")));
    }
    let parsed: File =
        serde_json::from_str(text).map_err(|error| page.fault(error.line(), error.to_string()))?;
    let (years, days) = match &parsed.days_of {
        Some(owner) => borrowed(owner, before)
            .ok_or_else(|| page.at("days_of", format!("a calendar read before, not {owner}")))?,
        None => listed(&page, &parsed.years)?,
    };
    check_titles(&page, &parsed.titles)?;
    let national = National {
        weekend: weekend(&page, &parsed.weekend)?,
        years: years.iter().filter_map(as_listed).collect(),
        source: sources(&years),
        id: parsed.id,
        version: parsed.version,
        zone: parsed.zone,
        hours: Hours::default(),
        days,
    };
    Ok(Known {
        digest: digest(&national),
        titles: parsed.titles,
        years,
        national,
    })
}

type Listing = (BTreeMap<i16, ListedYear>, Vec<NamedDay>);

fn borrowed(owner: &str, before: &[Known]) -> Option<Listing> {
    let mut latest = before.iter().rev();
    let owner = latest.find(|known| known.national.id == owner)?;
    Some((owner.years.clone(), owner.national.days.clone()))
}

fn listed(page: &Page, years: &[FileYear]) -> Result<Listing, Fault> {
    let mut listing = BTreeMap::new();
    let mut days = Vec::new();
    for year in years {
        let number = year.year;
        let confidence = match year.confidence.as_str() {
            "official" => Confidence::Official,
            "computed" => Confidence::Computed,
            "none" => continue,
            other => return Err(page.at(other, "official, computed or none")),
        };
        let source = year.source.clone();
        let known = ListedYear { confidence, source };
        if listing.insert(number, known).is_some() {
            return Err(page.at(&format!("\"year\": {number}"), "each year once"));
        }
        let mut of_year = Vec::new();
        for (listed, works) in [(&year.days, false), (&year.make_up, true)] {
            for day in listed {
                of_year.push(named(page, number, day, works)?);
            }
        }
        of_year.sort_by_key(|day| day.day);
        days.extend(of_year);
    }
    days.sort_by_key(|day: &NamedDay| day.day);
    match days.windows(2).find_map(twice) {
        Some(day) => Err(page.at(&day.to_string(), format!("{day} once"))),
        None => Ok((listing, days)),
    }
}

fn twice(pair: &[NamedDay]) -> Option<Date> {
    match pair {
        [a, b] if a.day == b.day => Some(a.day),
        _ => None,
    }
}

fn named(page: &Page, year: i16, day: &FileDay, works: bool) -> Result<NamedDay, Fault> {
    let on: Date = day
        .on
        .parse()
        .map_err(|_| page.at(&day.on, format!("a day as {year}-05-01, not {}", day.on)))?;
    if on.year() != year {
        return Err(page.at(&day.on, format!("a day of {year}, not {on}")));
    }
    if day.name.trim().is_empty() || day.own.as_ref().is_some_and(|own| own.trim().is_empty()) {
        return Err(page.at(&day.on, format!("a reason for {on}")));
    }
    let name = match &day.own {
        Some(own) => format!("{} · {own}", day.name),
        None => day.name.clone(),
    };
    let name = Arc::from(name);
    Ok(NamedDay {
        day: on,
        works,
        name,
    })
}

fn check_titles(page: &Page, titles: &BTreeMap<String, String>) -> Result<(), Fault> {
    let has = |tag: &str| titles.get(tag).is_some_and(|title| !title.is_empty());
    match Lang::ALL.iter().find(|lang| !has(lang.tag())) {
        Some(lang) => Err(page.at("titles", format!("a title in {}", lang.tag()))),
        None => Ok(()),
    }
}

fn weekend(page: &Page, names: &[String]) -> Result<Vec<Weekday>, Fault> {
    let read = |name: &String| {
        weekday(name).ok_or_else(|| page.at(name, format!("a weekday as sat, not {name}")))
    };
    names.iter().map(read).collect()
}

fn as_listed((year, listed): (&i16, &ListedYear)) -> Option<(i16, Listed)> {
    Some((*year, listed.confidence.listed()?))
}

/// Each source once, in the order of years.
fn sources(years: &BTreeMap<i16, ListedYear>) -> String {
    let mut sources: Vec<&str> = years.values().map(|year| year.source.as_str()).collect();
    sources.dedup();
    sources.join("; ")
}

struct Page<'a> {
    file: &'a str,
    text: &'a str,
}

impl Page<'_> {
    fn fault(&self, line: usize, expected: impl Into<String>) -> Fault {
        Fault {
            file: self.file.to_owned(),
            line,
            expected: expected.into(),
        }
    }

    /// The line on which this stands last: of two equal days the second is the fault.
    fn at(&self, what: &str, expected: impl Into<String>) -> Fault {
        let lines = self.text.lines().enumerate();
        let last = lines.filter(|(_, line)| line.contains(what)).last();
        self.fault(last.map_or(1, |(index, _)| index + 1), expected)
    }
}
