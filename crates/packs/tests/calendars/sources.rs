//! What each source says about each day of a calendar.

use jiff::{ToSpan, civil::Date};
use redress_packs::calendars::rules;
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// Years in which sources are compared.
pub const COMPARED: std::ops::RangeInclusive<i16> = 2022..=2028;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Says {
    Off,
    /// Worked although it is a day of the weekend.
    Works,
    /// Nothing: an ordinary day of its week.
    Plain,
}

impl Says {
    pub const fn code(self) -> &'static str {
        match self {
            Says::Off => "off",
            Says::Works => "works",
            Says::Plain => "plain",
        }
    }

    pub fn read(code: &str) -> Option<Says> {
        [Says::Off, Says::Works, Says::Plain]
            .into_iter()
            .find(|says| says.code() == code)
    }
}

#[derive(Debug, Clone, Default)]
pub struct Source {
    /// Years about which it speaks.
    pub years: BTreeSet<i16>,
    /// A list for a larger country: what it leaves out means nothing here.
    pub partial: bool,
    pub days: BTreeMap<Date, (Says, String)>,
}

impl Source {
    /// `None`: silent about this day.
    pub fn says(&self, day: Date) -> Option<Says> {
        match self.days.get(&day) {
            Some((says, _)) => Some(*says),
            None if self.partial || !self.years.contains(&day.year()) => None,
            None => Some(Says::Plain),
        }
    }

    fn off(&mut self, day: Date, name: &str) {
        self.years.insert(day.year());
        let says = self
            .days
            .entry(day)
            .or_insert_with(|| (Says::Off, name.to_owned()));
        if says.1 != name {
            says.1 = format!("{}; {name}", says.1);
        }
    }
}

/// The columns of `decisions.csv`, the strongest first.
pub const COLUMNS: [&str; 4] = ["official", "rule", "vacanza", "date-holidays"];

/// The sources of one calendar in the order of [`COLUMNS`]. `shared` is the folder
/// with the source whose licence forbids us to copy it (CC BY-SA).
pub fn of(id: &str, copied: &Path, shared: Option<&Path>) -> [Source; 4] {
    [
        official(id, copied),
        by_rule(id),
        vacanza(id, &copied.join("vacanza")),
        shared.map_or_else(Source::default, |folder| date_holidays(id, folder)),
    ]
}

fn official(id: &str, copied: &Path) -> Source {
    match id {
        "KR" => korea(&copied.join("korea/basic.json")),
        "CN" => china(&copied.join("holiday-cn")),
        "TW" => taiwan(&copied.join("taiwan/days.csv")),
        _ => Source::default(),
    }
}

pub fn by_rule(id: &str) -> Source {
    let mut source = Source::default();
    for year in rules::YEARS {
        if let Some(ruled) = rules::holidays(id, year) {
            source.years.insert(year);
            for (day, name) in &ruled.days {
                source.off(*day, name);
            }
        }
    }
    source
}

fn korea(path: &Path) -> Source {
    let mut source = Source::default();
    for (year, days) in entries(&json(path)) {
        if year.parse().is_ok_and(|year: i16| COMPARED.contains(&year)) {
            for (day, names) in entries(&days) {
                for name in names.as_array().expect("names of a day") {
                    source.off(at(&day), name.as_str().expect("a name"));
                }
            }
        }
    }
    source
}

fn china(folder: &Path) -> Source {
    let mut source = Source::default();
    for year in 2022..=2026 {
        let list = json(&folder.join(format!("{year}.json")));
        source.years.insert(year);
        for day in list["days"].as_array().expect("days") {
            let on = at(day["date"].as_str().expect("a date"));
            let says = match day["isOffDay"].as_bool() {
                Some(true) => Says::Off,
                _ => Says::Works,
            };
            let name = day["name"].as_str().expect("a name").to_owned();
            source.days.insert(on, (says, name));
        }
    }
    source
}

pub fn taiwan(path: &Path) -> Source {
    let mut source = Source::default();
    for line in super::text(path).lines().skip(1) {
        let mut parts = line.splitn(3, ',');
        let day = at(parts.next().expect("a day"));
        let says = Says::read(parts.next().expect("a state")).expect("off or works");
        let name = parts.next().expect("a name").to_owned();
        source.years.insert(day.year());
        source.days.insert(day, (says, name));
    }
    source
}

pub fn vacanza(id: &str, folder: &Path) -> Source {
    let (file, partial) = match id {
        "GB-EAW" => ("GB_ENG", false),
        // Only what the whole kingdom has.
        "GB-SCT" | "GB-NIR" => ("GB_COMMON", true),
        "KR" | "TW" | "CN" | "LT" | "IR" | "US" | "HK" => ("", false),
        _ => return Source::default(),
    };
    let file = match file {
        "" => format!("{id}_COMMON.json"),
        file => format!("{file}.json"),
    };
    let mut source = Source {
        partial,
        ..Source::default()
    };
    for (day, name) in entries(&json(&folder.join(file))) {
        let day = at(&day);
        if COMPARED.contains(&day.year()) {
            source.off(day, name.as_str().expect("a name"));
        }
    }
    source
}

/// `folder` holds `KR-2024.json` and so on; only what it calls a public holiday counts.
fn date_holidays(id: &str, folder: &Path) -> Source {
    let (file, partial) = match id {
        "GB-EAW" | "GB-SCT" | "GB-NIR" => ("GB", true),
        "KR" | "TW" | "CN" | "LT" | "IR" | "US" => (id, false),
        _ => return Source::default(),
    };
    let mut source = Source {
        partial,
        ..Source::default()
    };
    for year in 2024..=2026 {
        source.years.insert(year);
        let list = json(&folder.join(format!("{file}-{year}.json")));
        for day in list.as_array().expect("a list") {
            if day["type"] != "public" {
                continue;
            }
            let first = at(&day["date"].as_str().expect("a date")[..10]);
            let days = if day["rule"].as_str().expect("a rule").ends_with("P3D") {
                3
            } else {
                1
            };
            for on in first.series(1.day()).take(days) {
                source.off(on, day["name"].as_str().expect("a name"));
            }
        }
    }
    source
}

pub fn json(path: &Path) -> Value {
    serde_json::from_str(&super::text(path))
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn entries(value: &Value) -> Vec<(String, Value)> {
    let object = value.as_object().expect("an object");
    object.iter().map(|(k, v)| (k.clone(), v.clone())).collect()
}

fn at(day: &str) -> Date {
    day.parse().unwrap_or_else(|error| panic!("{day}: {error}"))
}
